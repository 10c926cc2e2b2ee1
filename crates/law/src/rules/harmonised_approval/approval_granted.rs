//! The document is a type approval granted under the UN Regulation.
//!
//! UN 1958 Agreement, articles 1 to 3; AGR-04, CER-09.
//!
//! How we read it: only approvals by an authority travel under this Agreement. A test report, a certificate or a
//! manufacturer's own statement to the same Regulation may support an application for approval; it is not one.

use model::{EvidenceKind, LogIndex};

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "harmonised-approval.approval-granted",
    duty: "The document is a type approval granted under the UN Regulation.",
    citations: &[
        Citation { source: Source::Agreement1958, paragraph: "art. 1" },
        Citation { source: Source::Agreement1958, paragraph: "art. 2" },
        Citation { source: Source::Agreement1958, paragraph: "art. 3" },
    ],
    requirements: &["AGR-04", "CER-09"],
    reading: "Only approvals by an authority travel under this Agreement.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Number of the document.
    pub number: &'a str,
    /// What it is.
    pub kind: EvidenceKind,
    /// It states conformity to the Regulation.
    pub attested: bool,
    /// Where it is on record.
    pub at: LogIndex,
}

/// Whether the document is an approval under the Regulation.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.kind, input.attested) {
        (EvidenceKind::TypeApproval, true) => None,
        (EvidenceKind::TypeApproval, false) => Some("not_attested"),
        _ => Some("kind"),
    };
    Finding::unless(&RULE, reason)
        .with("number", input.number)
        .with("kind", input.kind.as_str())
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Outcome, Value};

    fn document(kind: EvidenceKind, attested: bool) -> Finding<'static> {
        check(&Input { number: "E99*10R05*0001", kind, attested, at: LogIndex(8) })
    }

    #[test]
    fn only_a_type_approval_to_the_regulation_counts() {
        assert_eq!(document(EvidenceKind::TypeApproval, true).outcome, Outcome::Met);
        let other = document(EvidenceKind::TypeApproval, false);
        assert_eq!(other.fact("reason"), Some(Value::Text("not_attested")));
    }

    #[test]
    fn a_report_to_the_regulation_is_no_approval() {
        for kind in EvidenceKind::ALL.iter().copied().filter(|kind| *kind != EvidenceKind::TypeApproval) {
            assert_eq!(document(kind, true).outcome, Outcome::NotMet, "{kind}");
        }
    }
}
