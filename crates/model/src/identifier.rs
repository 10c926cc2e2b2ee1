//! Identifiers: short texts with a checked form, cheap to clone, compared byte by byte.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::limits;

/// Why a text is not an identifier of the kind that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not {kind}: {rule}")]
pub struct IdentifierError {
    /// What was expected, with its article.
    pub kind: &'static str,
    /// The text, cut after forty characters.
    pub text: String,
    /// What the text must look like.
    pub rule: &'static str,
}

/// Serde for a value whose wire form is its text form.
macro_rules! text_serde {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use text_serde;

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $max:expr, $rule:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdentifierError;

            fn from_str(text: &str) -> Result<Self, IdentifierError> {
                let check: fn(&str) -> bool = $check;
                if text.is_empty() || text.chars().count() > $max || !check(text) {
                    return Err(IdentifierError {
                        kind: $kind,
                        text: text.chars().take(40).collect(),
                        rule: $rule,
                    });
                }
                Ok(Self(text.into()))
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        text_serde!($name);
    };
}

fn plain(text: &str, extra: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_ascii_alphanumeric())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || extra.contains(c))
}

fn did(text: &str) -> bool {
    let mut parts = text.splitn(3, ':');
    parts.next() == Some("did")
        && parts
            .next()
            .is_some_and(|m| !m.is_empty() && m.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
        && parts.next().is_some_and(|id| plain(id, ".-_:%"))
}

fn printable(text: &str) -> bool {
    text.trim() == text && text.chars().all(|c| !c.is_control())
}

identifier!(
    /// A party, named by a decentralised identifier (W3C DID Core): `did:web:…` for organisations, `did:key:…` for
    /// tests and small parties.
    PartyId, "the identifier of a party", limits::PARTY_ID_CHARS_MAX,
    "write a decentralised identifier such as `did:web:body.example`", did
);
identifier!(
    /// An instrument of ours: agreement, annex, regulation, objective, measure, decision.
    InstrumentId, "an identifier", limits::INSTRUMENT_ID_CHARS_MAX,
    "write up to 96 letters, digits and `. _ : / -`, beginning with a letter or digit", |text| plain(text, "._:/-")
);
identifier!(
    /// The number that the issuer printed on a certificate or declaration; unique in one registry.
    CertificateNumber, "a certificate number", limits::CERTIFICATE_NUMBER_CHARS_MAX,
    "write up to 80 printable characters without spaces at the ends", printable
);
identifier!(
    /// The identifier that a signer gave to a statement; (signer, identifier) is unique in a log.
    StatementId, "the identifier of a statement", limits::STATEMENT_ID_CHARS_MAX,
    "write up to 128 letters, digits and `. _ : / -`, beginning with a letter or digit", |text| plain(text, "._:/-")
);

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_party_is_a_did() {
        assert!("did:web:body.example:lab".parse::<PartyId>().is_ok());
        for bad in
            ["", "web:body", "did:WEB:x", "did:web:", "did:web:a b", &format!("did:web:{}", "a".repeat(300))]
        {
            assert!(bad.parse::<PartyId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn the_message_says_what_to_write_and_cuts_long_input() {
        let error = "x y".repeat(100).parse::<InstrumentId>().unwrap_err();
        assert!(error.to_string().contains("letters, digits"));
        assert!(error.text.len() <= 40);
    }
}
