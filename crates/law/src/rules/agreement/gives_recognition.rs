//! The annex commits its parties to recognise something.
//!
//! Practice of mutual recognition agreements (what an annex commits to); Rec. F.6 par. 6; AGR-04, AGR-06.
//!
//! How we read it: a text that only harmonises requirements, such as the 1998 Agreement on global technical
//! regulations, or a commitment to exchange information, obliges nobody to accept a result. It is on record and shown,
//! and recognises nothing.

use model::Recognises;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "agreement.gives-recognition",
    duty: "The annex commits its parties to recognise something.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "what an annex commits to" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 6" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 8" },
    ],
    requirements: &["AGR-04", "AGR-06"],
    reading: "A harmonised text or a commitment to exchange information recognises nothing.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The annex, if there is one.
    pub annex: Option<&'a str>,
    /// What it commits to.
    pub recognises: Option<Recognises>,
}

/// Whether the annex gives recognition.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.annex, input.recognises) {
        (None, _) => Some("no_annex"),
        (Some(_), None | Some(Recognises::Nothing)) => Some("nothing"),
        (Some(_), Some(_)) => None,
    };
    Finding::unless(&RULE, reason)
        .with_some("annex", input.annex)
        .with_some("recognises", input.recognises.map(Recognises::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    #[test]
    fn every_kind_of_recognition_counts_and_information_does_not() {
        for kind in Recognises::ALL.iter().copied() {
            let finding = check(&Input { annex: Some("A-1"), recognises: Some(kind) });
            assert_eq!(finding.outcome == Outcome::Met, kind != Recognises::Nothing, "{kind}");
        }
    }

    #[test]
    fn no_annex_gives_nothing() {
        assert_eq!(check(&Input { annex: None, recognises: None }).outcome, Outcome::NotMet);
        let silent = Input { annex: Some("A-1"), recognises: None };
        assert_eq!(check(&silent).outcome, Outcome::NotMet);
    }
}
