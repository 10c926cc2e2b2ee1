//! Certificates that are copied: which kind of misuse a finding points to. Each kind has its own words on the page.
//!
//! None of them is an accusation: it says in which respect goods, document and register do not agree.

use credential::DocumentFinding;
use credential::compare::Outcome;
use explain::ToldFinding;
use serde::Serialize;

/// The finding about a document that is presented at another border as well. It is none of comparing a document with the
/// register: it rests on what authorities recorded, and is told to authorities alone.
pub const AT_ONE_BORDER: &str = "document.at-one-border";

/// A kind of disagreement between goods, document and register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyKind {
    /// The text is not the one that was signed, or not the one on record.
    Altered,
    /// Nobody has issued the number.
    NeverIssued,
    /// The issuer is not on record; its name looks like that of one who is.
    Lookalike,
    /// Somebody else than the issuer on record made or signed it.
    OtherIssuer,
    /// It is signed with a key that did not hold.
    KeyNotInForce,
    /// The body attested what its accreditation does not cover.
    OutOfScope,
    /// The body was not accredited at that time.
    OutOfTime,
    /// It is presented for another product than certified.
    OtherProduct,
    /// It is presented for another batch than certified.
    OtherBatch,
    /// It is presented by somebody else than its holder.
    OtherHolder,
    /// It is presented at two borders at once.
    TwoBorders,
    /// The same document stands under two numbers.
    TwoNumbers,
    /// It is an earlier version of the document.
    EarlierVersion,
    /// It is presented before or after the time for which it was made.
    NotInItsTime,
}

impl CopyKind {
    /// All of them, the gravest first.
    pub const ALL: &'static [Self] = &[
        Self::Altered,
        Self::NeverIssued,
        Self::Lookalike,
        Self::OtherIssuer,
        Self::KeyNotInForce,
        Self::OutOfScope,
        Self::OutOfTime,
        Self::OtherProduct,
        Self::OtherBatch,
        Self::OtherHolder,
        Self::TwoBorders,
        Self::TwoNumbers,
        Self::EarlierVersion,
        Self::NotInItsTime,
    ];

    /// Its code, in records and names of messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Altered => "altered",
            Self::NeverIssued => "never_issued",
            Self::Lookalike => "lookalike",
            Self::OtherIssuer => "other_issuer",
            Self::KeyNotInForce => "key_not_in_force",
            Self::OutOfScope => "out_of_scope",
            Self::OutOfTime => "out_of_time",
            Self::OtherProduct => "other_product",
            Self::OtherBatch => "other_batch",
            Self::OtherHolder => "other_holder",
            Self::TwoBorders => "two_borders",
            Self::TwoNumbers => "two_numbers",
            Self::EarlierVersion => "earlier_version",
            Self::NotInItsTime => "not_in_its_time",
        }
    }

    /// What a finding about a document points to.
    pub(crate) fn of_document(finding: &DocumentFinding) -> Option<Self> {
        let reason = finding.facts.get("reason").map(String::as_str).unwrap_or_default();
        // Seen elsewhere, and nobody can tell from here whether these are the same goods: that is for eyes to see.
        let is_to_look_at = finding.id == AT_ONE_BORDER && reason == "presented";
        if finding.outcome != Outcome::NotMet && !is_to_look_at {
            return None;
        }
        Some(match (finding.id, reason) {
            (_, "earlier_version") => Self::EarlierVersion,
            ("document.signature-covers-text", "other_signer" | "not_signed") => Self::OtherIssuer,
            ("document.signature-covers-text", _) => Self::Altered,
            ("document.content-as-registered" | "document.digest-as-registered", _) => Self::Altered,
            ("document.number-issued", _) => Self::NeverIssued,
            ("document.issuer-as-registered", "lookalike") => Self::Lookalike,
            ("document.issuer-as-registered", _) => Self::OtherIssuer,
            ("document.key-in-force", _) => Self::KeyNotInForce,
            ("document.body-in-scope", "out_of_scope" | "other_body") => Self::OutOfScope,
            ("document.body-in-scope", _) => Self::OutOfTime,
            ("document.in-its-time", _) => Self::NotInItsTime,
            (AT_ONE_BORDER, _) => Self::TwoBorders,
            _ => return None,
        })
    }

    /// What a finding about the evidence points to.
    pub(crate) fn of_evidence(finding: &ToldFinding) -> Option<Self> {
        if finding.outcome != "not_met" {
            return None;
        }
        Some(match finding.rule.as_str() {
            "evidence.product-same" => Self::OtherProduct,
            "evidence.batch-same" => Self::OtherBatch,
            "evidence.holder-same" => Self::OtherHolder,
            "evidence.not-a-copy" => Self::TwoNumbers,
            "evidence.credential-matches" => Self::Altered,
            "evidence.on-record" => Self::NeverIssued,
            _ => return None,
        })
    }
}

/// A disagreement, with what was compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Disagreement {
    /// Its kind, as [`CopyKind::as_str`] writes it.
    pub kind: &'static str,
    /// What was compared, each in a sentence.
    pub sentences: Vec<String>,
}

/// Disagreements by kind, the gravest first; what says the same once more is left out.
pub(crate) fn gather(mut found: Vec<(CopyKind, String)>) -> Vec<Disagreement> {
    found.sort_by_key(|(kind, _)| *kind);
    let mut copies: Vec<Disagreement> = Vec::new();
    for (kind, sentence) in found {
        match copies.last_mut().filter(|copy| copy.kind == kind.as_str()) {
            Some(copy) if copy.sentences.contains(&sentence) => {}
            Some(copy) => copy.sentences.push(sentence),
            None => copies.push(Disagreement { kind: kind.as_str(), sentences: vec![sentence] }),
        }
    }
    copies
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use credential::compare::FINDINGS;

    use super::*;

    fn finding(id: &'static str, reason: &str) -> DocumentFinding {
        let facts = BTreeMap::from([("reason", reason.to_owned())]);
        DocumentFinding { id, outcome: Outcome::NotMet, facts }
    }

    #[test]
    fn whatever_a_document_is_found_to_be_has_a_kind() {
        for id in FINDINGS.iter().copied().chain([AT_ONE_BORDER]) {
            assert!(CopyKind::of_document(&finding(id, "")).is_some(), "{id}");
            let met = DocumentFinding { outcome: Outcome::Met, ..finding(id, "") };
            assert_eq!(CopyKind::of_document(&met), None);
        }
        let kind = |id, reason| CopyKind::of_document(&finding(id, reason));
        assert_eq!(kind("document.issuer-as-registered", "lookalike"), Some(CopyKind::Lookalike));
        assert_eq!(kind("document.body-in-scope", "withdrawn"), Some(CopyKind::OutOfTime));
        let unknown =
            |reason| DocumentFinding { outcome: Outcome::Unknown, ..finding(AT_ONE_BORDER, reason) };
        assert_eq!(CopyKind::of_document(&unknown("presented")), Some(CopyKind::TwoBorders));
        assert_eq!(CopyKind::of_document(&unknown("offline")), None);
        assert_eq!(kind("document.digest-as-registered", "earlier_version"), Some(CopyKind::EarlierVersion));
    }

    #[test]
    fn kinds_have_codes_of_their_own_and_stand_in_their_order() {
        let codes: BTreeSet<_> = CopyKind::ALL.iter().map(|kind| kind.as_str()).collect();
        assert_eq!(codes.len(), CopyKind::ALL.len());
        assert!(CopyKind::ALL.is_sorted());
        let gathered = gather(vec![
            (CopyKind::OtherHolder, "a".into()),
            (CopyKind::Altered, "b".into()),
            (CopyKind::Altered, "b".into()),
        ]);
        assert_eq!(gathered.iter().map(|copy| copy.kind).collect::<Vec<_>>(), ["altered", "other_holder"]);
        assert_eq!(gathered[0].sentences, ["b"]);
    }
}
