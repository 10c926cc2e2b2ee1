//! The evidence comes from the body that it names.
//!
//! X3 on verifying authenticity, X7 on misrepresentation; reading 7; CER-02, CER-08.
//!
//! How we read it: a statement enters the log only with a valid signature, so what can still go wrong is a key that
//! was in other hands when it signed. A recorder's report stands for the issuer's own signature until the issuer
//! says otherwise, and is marked as such (reading 7).

use model::LogIndex;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "evidence.issued-by-named-body",
    duty: "The evidence was signed by the body that it names, or reported for it, and with no compromised \
         key.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X3" },
        Citation { source: Source::Methods, paragraph: "X7" },
        Citation { source: Source::Reading, paragraph: "7" },
    ],
    requirements: &["CER-02", "CER-08"],
    reading: "A recorder's report stands and is shown as such; only a compromised key speaks against the \
         issuer.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The body named as issuer.
    pub issuer: &'a str,
    /// Whether the issuer itself signed.
    pub signed_by_issuer: bool,
    /// The recorder that reported it, if the issuer did not sign.
    pub reported_by: Option<&'a str>,
    /// Whether the signing key is stated to have been compromised when it signed.
    pub key_compromised: bool,
    /// Statement that carries the evidence.
    pub at: LogIndex,
}

/// Whether nothing speaks against the named issuer.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, !input.key_compromised)
        .with("issuer", input.issuer)
        .with("signed_by", if input.signed_by_issuer { "issuer" } else { "recorder" })
        .with_some("reported_by", input.reported_by)
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Outcome, Value};

    fn with(reported_by: Option<&'static str>, key_compromised: bool) -> Finding<'static> {
        check(&Input {
            issuer: "did:web:lab",
            signed_by_issuer: reported_by.is_none(),
            reported_by,
            key_compromised,
            at: LogIndex(5),
        })
    }

    #[test]
    fn a_compromised_key_speaks_against_the_issuer() {
        assert_eq!(with(None, false).outcome, Outcome::Met);
        assert_eq!(with(None, true).outcome, Outcome::NotMet);
    }

    #[test]
    fn a_report_stands_and_is_marked() {
        let reported = with(Some("did:web:recorder"), false);
        assert_eq!(reported.outcome, Outcome::Met);
        assert_eq!(reported.fact("reported_by"), Some(Value::Text("did:web:recorder")));
        assert_eq!(reported.fact("signed_by"), Some(Value::Text("recorder")));
    }
}
