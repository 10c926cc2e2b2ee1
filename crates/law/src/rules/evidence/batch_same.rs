//! Evidence for one batch covers that batch only.
//!
//! X3 on the scope of certifications; reading 2; CER-02.
//!
//! How we read it: evidence that names no batch covers every batch. Where it names one and the question names none,
//! the answer is unknown.

use model::LogIndex;

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "evidence.batch-same",
    duty: "The batch asked about is the batch that the evidence covers.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X3" },
        Citation { source: Source::Reading, paragraph: "2" },
    ],
    requirements: &["CER-02"],
    reading: "Evidence without a batch covers every batch.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The batch asked about.
    pub asked: Option<&'a str>,
    /// The batch that the evidence names.
    pub certified: Option<&'a str>,
    /// Statement that carries the evidence.
    pub at: LogIndex,
}

/// Whether the batch is the certified one.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = match (input.certified, input.asked) {
        (None, _) => (Outcome::Met, "every_batch"),
        (Some(_), None) => (Outcome::Unknown, "not_asked"),
        (Some(certified), Some(asked)) if certified == asked => (Outcome::Met, "same"),
        (Some(_), Some(_)) => (Outcome::NotMet, "other"),
    };
    Finding::new(&RULE, outcome)
        .with("reason", reason)
        .with_some("asked", input.asked)
        .with_some("certified", input.certified)
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(asked: Option<&'static str>, certified: Option<&'static str>) -> Outcome {
        check(&Input { asked, certified, at: LogIndex(5) }).outcome
    }

    #[test]
    fn a_named_batch_limits_the_evidence() {
        assert_eq!(with(Some("L7"), Some("L7")), Outcome::Met);
        assert_eq!(with(Some("L8"), Some("L7")), Outcome::NotMet);
        assert_eq!(with(None, Some("L7")), Outcome::Unknown);
    }

    #[test]
    fn no_named_batch_covers_every_batch() {
        assert_eq!(with(Some("L7"), None), Outcome::Met);
        assert_eq!(with(None, None), Outcome::Met);
    }
}
