//! What an answer advises customs to do: a table over the outcome, and over what a presented document was found to be.
//!
//! It rests on the public record alone. Compliance histories and risk are no part of it. It is advice, never an order: the
//! release of goods is decided by customs, and whether they comply by the authority.
//!
//! | outcome | advice | why |
//! |---|---|---|
//! | recognised | release | what is required is recognised; nothing on record stands in the way |
//! | not required | not required | no act on record requires evidence for this product on this day |
//! | discretionary | document check | the country may accept and need not: somebody has to be satisfied |
//! | partly recognised | document check | one requirement is covered and another is not: ask for what is missing |
//! | unknown | document check | absence proves nothing: ask for the document, or for the fact that is missing |
//! | not recognised | hold | the evidence does not count here: the authority says what happens (Reg. (EU) 2019/1020 art. 26(1)) |
//! | barred | hold | a measure stands against the product |
//!
//! A presented document that differs from the register (another text, key, issuer or digest) is never released unseen,
//! whatever the certificate is worth: not met leads to hold, unknown to a document check. So does what other borders
//! recorded of the same goods ([`crate::border::elsewhere`]), where an authority asks.

use credential::DocumentFinding;
use credential::compare::Outcome as Compared;
use decision::Overall;
use serde::Serialize;

use crate::decide::PresentedDocument;

/// What is advised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// No evidence is required.
    NotRequired,
    /// Nothing on record stands in the way.
    Release,
    /// Look at the documents, and ask for what is missing.
    DocumentCheck,
    /// Suspend the release and ask the authority.
    Hold,
}

/// An advice with its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Treatment {
    /// What is advised.
    pub advice: Advice,
    /// Why: the outcome, `document_differs`, `document_not_verified`, `same_goods_elsewhere` or `presented_elsewhere`.
    pub because: &'static str,
}

/// The table, over what presented documents and what other borders recorded come to.
pub fn treatment(
    outcome: Overall,
    documents: &[PresentedDocument],
    elsewhere: &[DocumentFinding],
) -> Treatment {
    let advice = match outcome {
        Overall::Recognised => Advice::Release,
        Overall::NotRequired => Advice::NotRequired,
        Overall::Discretionary | Overall::PartlyRecognised | Overall::Unknown => Advice::DocumentCheck,
        Overall::NotRecognised | Overall::Barred => Advice::Hold,
    };
    let of_outcome = Treatment { advice, because: outcome.as_str() };
    let of_documents = documents.iter().flat_map(|document| &document.findings);
    let of_documents = of_documents.filter_map(|finding| match finding.outcome {
        Compared::NotMet => Some(Treatment { advice: Advice::Hold, because: "document_differs" }),
        Compared::Unknown => {
            Some(Treatment { advice: Advice::DocumentCheck, because: "document_not_verified" })
        }
        Compared::Met => None,
    });
    let of_elsewhere = elsewhere.iter().filter_map(|finding| match finding.outcome {
        Compared::NotMet => Some(Treatment { advice: Advice::Hold, because: "same_goods_elsewhere" }),
        Compared::Unknown => {
            Some(Treatment { advice: Advice::DocumentCheck, because: "presented_elsewhere" })
        }
        Compared::Met => None,
    });
    // The gravest counts; of equal ones the first.
    let worse = |worst: Treatment, next: Treatment| if next.advice > worst.advice { next } else { worst };
    of_documents.chain(of_elsewhere).fold(of_outcome, worse)
}

impl Advice {
    /// The wire form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotRequired => "not_required",
            Self::Release => "release",
            Self::DocumentCheck => "document_check",
            Self::Hold => "hold",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn document(outcome: Compared) -> PresentedDocument {
        let finding =
            DocumentFinding { id: "document.digest-as-registered", outcome, facts: BTreeMap::new() };
        PresentedDocument { evidence: 0, number: None, sha256: String::new(), findings: vec![finding] }
    }

    #[test]
    fn only_what_is_recognised_or_needs_nothing_goes_through() {
        for outcome in Overall::ALL {
            let goes = matches!(outcome, Overall::Recognised | Overall::NotRequired);
            assert_eq!(treatment(outcome, &[], &[]).advice <= Advice::Release, goes, "{outcome:?}");
        }
    }

    #[test]
    fn a_document_that_differs_is_never_released_unseen() {
        for outcome in Overall::ALL {
            let over = |found| treatment(outcome, &[document(found)], &[]);
            assert_eq!(over(Compared::NotMet).advice, Advice::Hold);
            assert!(over(Compared::Unknown).advice >= Advice::DocumentCheck);
            assert_eq!(over(Compared::Met), treatment(outcome, &[], &[]));
            // What stands at another border counts as much.
            let elsewhere = |found| treatment(outcome, &[], &document(found).findings);
            assert_eq!(elsewhere(Compared::NotMet).advice, Advice::Hold);
            assert!(elsewhere(Compared::Unknown).advice >= Advice::DocumentCheck);
            assert_eq!(elsewhere(Compared::Met), treatment(outcome, &[], &[]));
        }
    }
}
