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
//! whatever the certificate is worth: not met leads to hold, unknown to a document check.

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
    /// Why: the outcome, `document_differs` or `document_not_verified`.
    pub because: &'static str,
}

/// The table.
pub fn treatment(outcome: Overall, documents: &[PresentedDocument]) -> Treatment {
    let advice = match outcome {
        Overall::Recognised => Advice::Release,
        Overall::NotRequired => Advice::NotRequired,
        Overall::Discretionary | Overall::PartlyRecognised | Overall::Unknown => Advice::DocumentCheck,
        Overall::NotRecognised | Overall::Barred => Advice::Hold,
    };
    let of_outcome = Treatment { advice, because: outcome.as_str() };
    let findings = || documents.iter().flat_map(|document| &document.findings);
    let of_documents = if findings().any(|finding| finding.outcome == Compared::NotMet) {
        Treatment { advice: Advice::Hold, because: "document_differs" }
    } else if findings().any(|finding| finding.outcome == Compared::Unknown) {
        Treatment { advice: Advice::DocumentCheck, because: "document_not_verified" }
    } else {
        return of_outcome;
    };
    if of_documents.advice > of_outcome.advice { of_documents } else { of_outcome }
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

    use credential::DocumentFinding;

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
            assert_eq!(treatment(outcome, &[]).advice <= Advice::Release, goes, "{outcome:?}");
        }
    }

    #[test]
    fn a_document_that_differs_is_never_released_unseen() {
        for outcome in Overall::ALL {
            assert_eq!(treatment(outcome, &[document(Compared::NotMet)]).advice, Advice::Hold);
            assert!(treatment(outcome, &[document(Compared::Unknown)]).advice >= Advice::DocumentCheck);
            assert_eq!(treatment(outcome, &[document(Compared::Met)]), treatment(outcome, &[]));
        }
    }
}
