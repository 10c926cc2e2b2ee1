//! A suspicion or a report is a reason to inspect and changes no outcome.
//!
//! Rec. M.1(b) to (d); SUR-05.
//!
//! How we read it: a right holder or another party informs authorities, and authorities examine. Until a mandated
//! authority takes a measure, the answer stays what it was, so this rule is always met; it is in the findings so
//! that the officer sees the suspicion.

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "measure.suspicion-is-no-measure",
    duty: "A suspicion, a right holder's report included, is no measure: it is a reason to inspect and \
         changes no outcome.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "M.1(b)" }],
    requirements: &["SUR-05"],
    reading: "Only a measure of a mandated authority bars; a suspicion is shown beside the answer.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The suspicion or report.
    pub suspicion: Recorded<&'a str>,
}

/// Always met; the finding names the suspicion.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::met(&RULE).with("suspicion", input.suspicion.what).with("statement", input.suspicion.at)
}

#[cfg(test)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    #[test]
    fn a_suspicion_changes_no_outcome_and_is_shown() {
        let finding = check(&Input { suspicion: Recorded { what: "B/s/1", at: LogIndex(4) } });
        assert_eq!(finding.outcome, Outcome::Met);
        assert_eq!(finding.fact("suspicion"), Some(Value::Text("B/s/1")));
        assert_eq!(finding.fact("statement"), Some(Value::Statement(LogIndex(4))));
    }
}
