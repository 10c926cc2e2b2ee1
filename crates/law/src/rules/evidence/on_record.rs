//! The evidence stands in the registry.
//!
//! X3 on verifying authenticity from a central registry; X7; reading 1; CER-01, CER-02.
//!
//! How we read it: a number that is on no record proves nothing by itself, since a registry may be incomplete. Only
//! where the coverage for the scheme and country is stated to be complete does absence count against the evidence,
//! and even then it is no proof of forgery.

use model::LogIndex;

use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "evidence.on-record",
    duty: "The certificate or declaration that is presented is on record.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X3" },
        Citation { source: Source::Methods, paragraph: "X7" },
        Citation { source: Source::Reading, paragraph: "1" },
    ],
    requirements: &["CER-01", "CER-02", "CER-08"],
    reading: "Absence counts only where coverage is stated complete; otherwise the answer is unknown.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The number or alias that was asked.
    pub reference: &'a str,
    /// Statement that carries the evidence, if it was found.
    pub found: Option<LogIndex>,
    /// Whether the coverage for the scheme and country is stated complete; `None` if nothing is stated.
    pub coverage_complete: Option<Recorded<bool>>,
}

/// Whether the evidence is on record, or whether its absence means anything.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    if let Some(at) = input.found {
        return Finding::met(&RULE).with("reference", input.reference).with("statement", at);
    }
    let complete = input.coverage_complete.map(|coverage| coverage.what);
    let outcome = if complete == Some(true) { Outcome::NotMet } else { Outcome::Unknown };
    Finding::new(&RULE, outcome)
        .with("reference", input.reference)
        .with("coverage", coverage_term(complete))
        .with_some("statement", input.coverage_complete.map(|coverage| coverage.at))
}

fn coverage_term(complete: Option<bool>) -> &'static str {
    match complete {
        Some(true) => "complete",
        Some(false) => "partial",
        None => "not_stated",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    fn with(found: Option<LogIndex>, complete: Option<bool>) -> Finding<'static> {
        let coverage_complete = complete.map(|what| Recorded { what, at: LogIndex(3) });
        check(&Input { reference: "C-1", found, coverage_complete })
    }

    #[test]
    fn what_is_found_is_on_record() {
        assert_eq!(with(Some(LogIndex(9)), None).outcome, Outcome::Met);
        assert_eq!(
            with(Some(LogIndex(9)), Some(true)).fact("statement"),
            Some(Value::Statement(LogIndex(9)))
        );
    }

    #[test]
    fn absence_counts_only_where_coverage_is_complete() {
        assert_eq!(with(None, None).outcome, Outcome::Unknown);
        assert_eq!(with(None, Some(false)).outcome, Outcome::Unknown);
        assert_eq!(with(None, Some(true)).outcome, Outcome::NotMet);
    }
}
