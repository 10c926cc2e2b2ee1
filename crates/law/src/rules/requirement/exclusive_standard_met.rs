//! Where an act allows one standard only, the evidence must rest on it.
//!
//! Rec. D.1, D.3.4; TRG-02.
//!
//! How we read it: an exclusive reference names the only way to comply, an indicative one a way among others, so
//! this is asked for exclusive references only. The edition is the dated one, or for an undated reference the one in
//! force on the day that counts (reading 4).

use model::LogIndex;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "requirement.exclusive-standard-met",
    duty: "The evidence rests on the standard that the act prescribes, in the edition that counts.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "D.1" },
        Citation { source: Source::Recommendations, paragraph: "D.3.4" },
    ],
    requirements: &["TRG-02"],
    reading: "Asked for exclusive references only; an undated one means the edition in force on the day.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The act.
    pub act: &'a str,
    /// The standard as the act cites it.
    pub standard: &'a str,
    /// The edition that counts on the day; `None` if an undated reference cannot be resolved.
    pub resolved: Option<&'a str>,
    /// The standard of the evidence that satisfies the reference.
    pub met_with: Option<&'a str>,
    /// Statement that carries the reference.
    pub at: LogIndex,
}

/// Whether a standard of the evidence satisfies the reference.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.met_with.is_some())
        .with("act", input.act)
        .with("standard", input.standard)
        .with_some("resolved", input.resolved)
        .with_some("met_with", input.met_with)
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    fn with(met_with: Option<&'static str>) -> Outcome {
        check(&Input {
            act: "B/act/1",
            standard: "IEC 60335-1",
            resolved: Some("IEC 60335-1:2020"),
            met_with,
            at: LogIndex(2),
        })
        .outcome
    }

    #[test]
    fn only_the_prescribed_standard_satisfies() {
        assert_eq!(with(Some("IEC 60335-1:2020")), Outcome::Met);
        assert_eq!(with(None), Outcome::NotMet);
    }
}
