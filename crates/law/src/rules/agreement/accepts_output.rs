//! The annex, in the phase that the parties have reached, accepts this kind of document.
//!
//! Practice of mutual recognition agreements (phases and parts); Rec. F.6 par. 6, G.1; AGR-04.
//!
//! How we read it: parties may commit to test reports before they commit to certificates. An annex that lists no kind
//! accepts every kind that fits the procedure of the act; whoever asks this rule has resolved that beforehand.

use model::EvidenceKind;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "agreement.accepts-output",
    duty: "The annex accepts this kind of document in the phase that its parties have reached.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "phases and parts of an annex" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 6" },
        Citation { source: Source::Recommendations, paragraph: "G.1" },
    ],
    requirements: &["AGR-04"],
    reading: "An annex that lists no kind of document accepts every kind that fits the procedure of the act.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The annex, if there is one.
    pub annex: Option<&'a str>,
    /// Its phase or part, where it has some.
    pub phase: Option<&'a str>,
    /// What the document is.
    pub kind: EvidenceKind,
    /// The annex accepts such documents.
    pub accepted: bool,
}

/// Whether the annex accepts the document.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.annex, input.accepted) {
        (None, _) => Some("no_annex"),
        (Some(_), true) => None,
        (Some(_), false) => Some("not_accepted"),
    };
    Finding::unless(&RULE, reason)
        .with_some("annex", input.annex)
        .with_some("phase", input.phase)
        .with("kind", input.kind.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Outcome, Value};

    fn found(annex: Option<&'static str>, accepted: bool) -> Finding<'static> {
        check(&Input { annex, phase: Some("phase I"), kind: EvidenceKind::Certificate, accepted })
    }

    #[test]
    fn a_phase_accepts_what_it_says_and_no_more() {
        assert_eq!(found(Some("AA-BB/telecom"), true).outcome, Outcome::Met);
        let refused = found(Some("AA-BB/telecom"), false);
        assert_eq!(refused.outcome, Outcome::NotMet);
        assert_eq!(refused.fact("kind"), Some(Value::Text("certificate")));
    }

    #[test]
    fn no_annex_accepts_nothing() {
        assert_eq!(found(None, true).outcome, Outcome::NotMet);
    }
}
