//! What a code, a file or a typed text holds: a number, a link into a registry, a credential, or evidence.

use credential::did::unescape;
use credential::limits::CREDENTIAL_BYTES_MAX;
use credential::{Document, compare};
use model::CertificateNumber;
use serde::Serialize;

/// How evidence begins (C2SP tlog-proof).
const EVIDENCE_BEGINS: &str = "c2sp.org/tlog-proof@v1\n";
/// Longest link that is read, in bytes: no QR code holds more.
const LINK_BYTES_MAX: usize = 2_953;

/// What a text is, and where it leads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scanned {
    /// What it holds.
    #[serde(flatten)]
    pub held: Held,
    /// The host to which a link leads; it is shown, never followed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
}

/// What a text holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "holds", rename_all = "snake_case")]
pub enum Held {
    /// The number of a certificate.
    Number {
        /// It.
        number: String,
    },
    /// A product, as GS1 Digital Link names it.
    Product {
        /// Global Trade Item Number (AI 01).
        gtin: String,
        /// Batch or lot (AI 10).
        #[serde(skip_serializing_if = "String::is_empty")]
        batch: String,
        /// Serial number (AI 21).
        #[serde(skip_serializing_if = "String::is_empty")]
        serial: String,
    },
    /// A credential itself: a token, or JSON with its proof.
    Credential {
        /// The number of the certificate that it states.
        #[serde(skip_serializing_if = "Option::is_none")]
        number: Option<String>,
    },
    /// The log entry of a certificate with the proof that the log has it.
    Evidence,
    /// None of these.
    #[default]
    Nothing,
}

/// Reads a text. Nothing is verified, and no link is followed.
pub fn read(text: &str) -> Scanned {
    let text = text.trim();
    if text.starts_with(EVIDENCE_BEGINS) {
        return Held::Evidence.into();
    }
    if is_token(text) || text.starts_with('{') {
        return credential(text).into();
    }
    match text.split_once("://") {
        Some((scheme, rest)) if is_web(scheme) && text.len() <= LINK_BYTES_MAX => link(rest),
        Some(_) => Scanned::default(),
        None => number(text).into(),
    }
}

/// Whether it can be read as a document, the question says; here only what it is about.
fn credential(text: &str) -> Held {
    if text.len() > CREDENTIAL_BYTES_MAX {
        return Held::Nothing;
    }
    let document = Document::credential(text.as_bytes(), CREDENTIAL_BYTES_MAX).ok();
    let number = document.and_then(|document| compare::stated_number(&document));
    Held::Credential { number: number.map(|number| number.to_string()) }
}

/// A compact JWS whose header is a JSON object.
fn is_token(text: &str) -> bool {
    let in_token = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    text.starts_with("eyJ") && text.split('.').count() == 3 && text.bytes().all(in_token)
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")
}

fn number(text: &str) -> Held {
    match text.parse::<CertificateNumber>() {
        Ok(number) => Held::Number { number: number.to_string() },
        Err(_) => Held::Nothing,
    }
}

/// What follows the scheme of a link: host, path, query.
fn link(rest: &str) -> Scanned {
    let rest = rest.split('#').next().unwrap_or_default();
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let held = named(query).unwrap_or_else(|| in_path(path));
    Scanned { held, host: Some(host.to_ascii_lowercase()) }
}

/// The number in a query, as links between our own pages have it.
fn named(query: &str) -> Option<Held> {
    let values = query.split('&').filter_map(|pair| pair.split_once('='));
    let value = values.filter(|(name, _)| *name == "certificate").map(|(_, value)| value).next()?;
    let held = number(&unescape(&value.replace('+', " "))?);
    (held != Held::Nothing).then_some(held)
}

/// The folders behind which a number stands to the end of the path.
const FOLDERS: &[&str] = &["certificates", "credentials"];

fn in_path(path: &str) -> Held {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    if let Some(at) = parts.iter().position(|part| FOLDERS.contains(part)) {
        // Numbers may hold slashes, escaped or as they are.
        return unescape(&parts[at + 1..].join("/")).map_or(Held::Nothing, |text| number(&text));
    }
    digital_link(&parts).unwrap_or_default()
}

/// A GS1 Digital Link: pairs of application identifier and value, from the primary key on.
fn digital_link(parts: &[&str]) -> Option<Held> {
    let from = parts.iter().position(|part| *part == "01")?;
    let value = |identifier: &str| {
        let found = parts[from..].chunks_exact(2).find(|pair| pair[0] == identifier)?;
        unescape(found[1])
    };
    let gtin = value("01").filter(|gtin| is_gtin(gtin))?;
    let or_none = |identifier| value(identifier).unwrap_or_default();
    Some(Held::Product { gtin, batch: or_none("10"), serial: or_none("21") })
}

/// Eight to fourteen digits; what they add up to is for the question to say.
fn is_gtin(text: &str) -> bool {
    (8..=14).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl From<Held> for Scanned {
    fn from(held: Held) -> Self {
        Self { held, host: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number_in(text: &str) -> Option<String> {
        match read(text).held {
            Held::Number { number } => Some(number),
            _ => None,
        }
    }

    #[test]
    fn a_number_is_read_from_print_and_from_every_link_of_a_registry() {
        for text in [
            " DEMO 7/1 ",
            "https://registry.example/certificates/DEMO%207/1",
            "https://registry.example/en/certificates/DEMO%207%2F1?on=2026-01-31",
            "HTTPS://registry.example/credentials/DEMO%207%2F1#top",
            "https://registry.example/fr/border?importing=FR&certificate=DEMO+7%2F1",
        ] {
            assert_eq!(number_in(text).as_deref(), Some("DEMO 7/1"), "{text}");
        }
        let elsewhere = read("https://Registry.example.evil.example/certificates/DEMO-1");
        assert_eq!(elsewhere.host.as_deref(), Some("registry.example.evil.example"));
    }

    #[test]
    fn a_digital_link_names_product_batch_and_serial_number() {
        let link = "https://registry.example/01/09506000134352/10/AB%2F1/21/7?17=260131";
        let expected =
            Held::Product { gtin: "09506000134352".into(), batch: "AB/1".into(), serial: "7".into() };
        assert_eq!(read(link).held, expected);
        assert_eq!(read("https://registry.example/01/not-a-number").held, Held::Nothing);
    }

    #[test]
    fn documents_are_told_from_numbers() {
        let unnumbered = Held::Credential { number: None };
        assert_eq!(read("eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.AAAA").held, unnumbered);
        assert_eq!(read("{\"type\":[]}").held, unnumbered);
        let numbered = r#"{"id":"https://registry.example/credentials/DEMO%207"}"#;
        assert_eq!(read(numbered).held, Held::Credential { number: Some("DEMO 7".into()) });
        assert_eq!(read("c2sp.org/tlog-proof@v1\nindex 3\n").held, Held::Evidence);
    }

    #[test]
    fn what_holds_nothing_is_said_to() {
        for text in ["", "ftp://a.example/certificates/A", "WIFI:S:x;\nP:y;;", "https://a.example/%zz"] {
            assert_eq!(read(text).held, Held::Nothing, "{text:?}");
        }
        assert_eq!(
            read(&format!("https://a.example/certificates/{}", "A".repeat(3_000))).held,
            Held::Nothing
        );
        assert_eq!(read(&format!("{{{}", "a".repeat(300_000))).held, Held::Nothing);
    }
}
