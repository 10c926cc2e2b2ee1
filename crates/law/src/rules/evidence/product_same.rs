//! The product in question is the one that was certified.
//!
//! X3 on the scope of certifications; readings 2 and 9; CER-02.
//!
//! How we read it: an identifier that contradicts the certificate, or a code outside its codes, settles the matter.
//! A code of another edition proves nothing (reading 9). What only the trader claims, with nothing that the
//! certificate states to hold it against, leaves the answer unknown (reading 2). A question that names no identifier
//! is about the product as certified.

use model::{LogIndex, ScopeMatch};

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "evidence.product-same",
    duty: "The product asked about is the product that the evidence covers.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X3" },
        Citation { source: Source::Reading, paragraph: "2" },
        Citation { source: Source::Reading, paragraph: "9" },
    ],
    requirements: &["CER-02", "CER-08"],
    reading: "Contrary to the certificate: not met. Claimed by the trader alone: unknown. No identifier asked: \
         the product as certified.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The asked code against the codes of the certificate.
    pub code: ScopeMatch,
    /// The asked code.
    pub asked_code: &'a str,
    /// Number of asked identifiers that the certificate states too.
    pub compared: u32,
    /// An identifier that differs: its kind, as asked, as certified.
    pub contrary: Option<(&'static str, &'a str, &'a str)>,
    /// An asked identifier of a kind that the certificate does not state: kind and value.
    pub claimed_only: Option<(&'static str, &'a str)>,
    /// Statement that carries the products of the evidence.
    pub at: LogIndex,
}

/// Whether the product is the certified one.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = judge(input);
    let finding = Finding::new(&RULE, outcome)
        .with("asked_code", input.asked_code)
        .with("compared", input.compared)
        .with("reason", reason)
        .with("statement", input.at);
    match (input.contrary, input.claimed_only) {
        (Some((kind, asked, certified)), _) => {
            finding.with("kind", kind).with("asked", asked).with("certified", certified)
        }
        (None, Some((kind, claimed))) => finding.with("kind", kind).with("asked", claimed),
        (None, None) => finding,
    }
}

/// The outcome, and the comparison that decided it.
fn judge(input: &Input<'_>) -> (Outcome, &'static str) {
    if input.contrary.is_some() {
        return (Outcome::NotMet, "identifier");
    }
    match input.code {
        ScopeMatch::Outside => (Outcome::NotMet, "code"),
        ScopeMatch::Unclear => (Outcome::Unknown, "code"),
        ScopeMatch::Inside if input.compared > 0 => (Outcome::Met, "identifier"),
        ScopeMatch::Inside if input.claimed_only.is_some() => (Outcome::Unknown, "claim"),
        ScopeMatch::Inside => (Outcome::Met, "as_certified"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    const SAME: Input<'static> = Input {
        code: ScopeMatch::Inside,
        asked_code: "851610",
        compared: 0,
        contrary: None,
        claimed_only: None,
        at: LogIndex(5),
    };

    #[test]
    fn a_question_without_identifiers_is_about_the_product_as_certified() {
        assert_eq!(check(&SAME).outcome, Outcome::Met);
    }

    #[test]
    fn what_contradicts_the_certificate_settles_it() {
        let contrary = Some(("gtin", "4006381333931", "4006381333948"));
        let finding = check(&Input { compared: 2, contrary, code: ScopeMatch::Unclear, ..SAME });
        assert_eq!(finding.outcome, Outcome::NotMet);
        assert_eq!(finding.fact("certified"), Some(Value::Text("4006381333948")));
        assert_eq!(check(&Input { code: ScopeMatch::Outside, ..SAME }).outcome, Outcome::NotMet);
    }

    #[test]
    fn an_unclear_code_proves_nothing() {
        assert_eq!(check(&Input { code: ScopeMatch::Unclear, ..SAME }).outcome, Outcome::Unknown);
    }

    #[test]
    fn a_claim_alone_is_unknown_and_beside_a_match_it_is_not() {
        let claimed = Input { claimed_only: Some(("model", "K-12")), ..SAME };
        assert_eq!(check(&claimed).outcome, Outcome::Unknown);
        assert_eq!(check(&Input { compared: 1, ..claimed }).outcome, Outcome::Met);
    }
}
