//! A measure that names no legal basis bars nothing.
//!
//! Rec. L 31; SUR-05.
//!
//! How we read it: countries report their measures with the reasons. A statement that names no law on which it rests
//! is recorded and shown, and has no effect on decisions. Blank text names nothing.

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "measure.has-legal-basis",
    duty: "The measure names the legal basis on which it rests.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 31" }],
    requirements: &["SUR-05"],
    reading: "A measure without a stated legal basis is shown and bars nothing.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The measure.
    pub measure: Recorded<&'a str>,
    /// The legal basis that it names; empty if none.
    pub legal_basis: &'a str,
}

/// Whether the measure names a legal basis.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let named = Some(input.legal_basis.trim()).filter(|basis| !basis.is_empty());
    Finding::of(&RULE, named.is_some())
        .with("measure", input.measure.what)
        .with_some("legal_basis", named)
        .with("statement", input.measure.at)
}

#[cfg(test)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn naming(legal_basis: &str) -> Outcome {
        check(&Input { measure: Recorded { what: "B/m/1", at: LogIndex(4) }, legal_basis }).outcome
    }

    #[test]
    fn a_measure_needs_a_law_to_rest_on() {
        assert_eq!(naming("Act 7, section 12"), Outcome::Met);
        assert_eq!(naming(""), Outcome::NotMet);
        assert_eq!(naming("  "), Outcome::NotMet);
    }
}
