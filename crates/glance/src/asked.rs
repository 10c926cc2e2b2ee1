//! What was filled in, scanned or dropped, as the question that it asks.

use credential::json::JsonError;
use credential::jwt::JwtError;
use credential::limits::CREDENTIAL_BYTES_MAX;
use credential::{Document, ReadError, compare};
use decision::{EvidenceReference, Question, QuestionError};
use explain::Words;
use model::{CertificateNumber, Date, HsCode, HsEdition, Jurisdiction, PartyId, Product};
use serde::Deserialize;

use crate::scanned::{self, Held};

/// Characters of one field: no identifier is longer.
const FIELD_CHARS_MAX: usize = 500;
/// Digits of a commodity code that names a product: less names a chapter or a heading with many products.
const HS_DIGITS_MIN: usize = 6;

/// The fields as they were filled in; an empty one says nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fields {
    /// Number of the certificate, or whatever a code holds.
    pub certificate: String,
    /// Code of the importing country.
    pub importing: String,
    /// The day; empty: today.
    pub on: String,
    /// Commodity code; empty: that of the certificate.
    pub hs: String,
    /// Edition of the commodity code; empty: the current one.
    pub edition: String,
    /// Trade item number on the goods.
    pub gtin: String,
    /// Model on the goods.
    pub model: String,
    /// Batch on the goods.
    pub batch: String,
    /// Serial number on the goods.
    pub serial: String,
    /// Who presents the certificate as its holder.
    pub holder: String,
    /// A credential: a token, or JSON with its proof.
    pub document: String,
}

/// A question, and the document that was presented with it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The question. It names the document by its number and digest.
    pub question: Question,
    /// The document.
    pub document: Option<Document>,
}

/// A field that is to be corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which field.
    pub field: &'static str,
    /// What is the matter: the end of the message's name.
    pub code: &'static str,
    /// What stands there, in no language.
    pub what: String,
}

impl Fault {
    fn new(field: &'static str, code: &'static str, what: impl ToString) -> Self {
        let what = what.to_string().chars().take(FIELD_CHARS_MAX).collect();
        Self { field, code, what }
    }

    /// In words.
    pub fn tell(&self, words: &Words) -> String {
        words.message(&format!("glance--fault--{}", self.code), &[("what", &self.what)])
    }
}

impl Fields {
    /// The question, or the first field that is to be corrected.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn read(&self, today: Date) -> Result<Asked, Fault> {
        let mut fields = self.clone();
        fields.take_code()?;
        let importing = fields.importing()?;
        let document = fields.document()?;
        let question = Question {
            evidence: fields.evidence(document.as_ref())?.into_iter().collect(),
            product: fields.product()?,
            holder: fields.holder()?,
            ..Question::new(importing, fields.day(today)?)
        };
        if question.evidence.is_empty() && question.product.hs.is_none() {
            return Err(Fault::new("certificate", "nothing", ""));
        }
        question.check().map_err(Fault::from)?;
        Ok(Asked { question, document })
    }

    /// What stands in the field of the number may be what a code holds: a link, or the document itself.
    fn take_code(&mut self) -> Result<(), Fault> {
        for text in [
            &mut self.importing,
            &mut self.on,
            &mut self.hs,
            &mut self.edition,
            &mut self.gtin,
            &mut self.model,
            &mut self.batch,
            &mut self.serial,
            &mut self.holder,
        ] {
            *text = text.trim().chars().take(FIELD_CHARS_MAX).collect();
        }
        let text = std::mem::take(&mut self.certificate);
        if text.trim().is_empty() {
            return Ok(());
        }
        match scanned::read(&text).held {
            Held::Number { number } => self.certificate = number,
            Held::Credential { .. } if self.document.trim().is_empty() => self.document = text,
            Held::Product { gtin, batch, serial } => {
                let fill = |field: &mut String, value| {
                    if field.is_empty() {
                        *field = value;
                    }
                };
                fill(&mut self.gtin, gtin);
                fill(&mut self.batch, batch);
                fill(&mut self.serial, serial);
            }
            _ => return Err(Fault::new("certificate", "number", text.chars().take(80).collect::<String>())),
        }
        Ok(())
    }

    fn importing(&self) -> Result<Jurisdiction, Fault> {
        if self.importing.is_empty() {
            return Err(Fault::new("importing", "importing", ""));
        }
        self.importing.parse().map_err(|_| Fault::new("importing", "country", &self.importing))
    }

    fn day(&self, today: Date) -> Result<Date, Fault> {
        if self.on.is_empty() {
            return Ok(today);
        }
        model::parse_date(&self.on).map_err(|_| Fault::new("on", "day", &self.on))
    }

    fn document(&self) -> Result<Option<Document>, Fault> {
        if self.document.trim().is_empty() {
            return Ok(None);
        }
        let read = Document::credential(self.document.as_bytes(), CREDENTIAL_BYTES_MAX);
        read.map(Some).map_err(|error| Fault::from(&error))
    }

    /// The certificate by the number that was given, else by the one that the document states; and the document's digest.
    fn evidence(&self, document: Option<&Document>) -> Result<Option<EvidenceReference>, Fault> {
        if is_digest(&self.certificate) {
            // A link to a document names it by its digest.
            let document_sha256 = Some(self.certificate.to_ascii_lowercase());
            return Ok(Some(EvidenceReference { number: None, alias: None, document_sha256 }));
        }
        let given = (!self.certificate.is_empty()).then(|| self.certificate.parse::<CertificateNumber>());
        let given = given.transpose().map_err(|_| Fault::new("certificate", "number", &self.certificate))?;
        let number = given.or_else(|| compare::stated_number(document?));
        let document_sha256 = document.map(|document| hex::encode(document.digest()));
        let named = number.is_some() || document_sha256.is_some();
        Ok(named.then_some(EvidenceReference { number, alias: None, document_sha256 }))
    }

    fn product(&self) -> Result<Product, Fault> {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let code = (!self.hs.is_empty()).then(|| self.hs.parse::<HsCode>());
        let code = code.transpose().map_err(|_| Fault::new("hs", "hs", &self.hs))?;
        if code.is_some_and(|code| code.as_str().len() < HS_DIGITS_MIN) {
            return Err(Fault::new("hs", "hs-short", &self.hs));
        }
        let edition = match self.edition.as_str() {
            "" => HsEdition::CURRENT,
            text => {
                let year = text.parse::<u16>().ok().and_then(|year| HsEdition::try_from(year).ok());
                year.ok_or_else(|| Fault::new("edition", "edition", text))?
            }
        };
        Ok(Product {
            hs: code,
            hs_edition: code.map(|_| edition),
            gtin: given(&self.gtin),
            model: given(&self.model),
            batch: given(&self.batch),
            serial: given(&self.serial),
            ..Product::default()
        })
    }

    fn holder(&self) -> Result<Option<PartyId>, Fault> {
        let given = (!self.holder.is_empty()).then(|| self.holder.parse());
        given.transpose().map_err(|_| Fault::new("holder", "holder", &self.holder))
    }
}

/// A SHA-256 in hexadecimal.
fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

impl Asked {
    /// The number asked about.
    pub fn number(&self) -> Option<&CertificateNumber> {
        self.question.evidence.first()?.number.as_ref()
    }

    /// The same about the product that the document states, for a question that names none and finds nothing on record:
    /// whoever holds a number that was never issued is told so, and is not asked for a code.
    pub fn as_stated(&self) -> Option<Self> {
        let (code, edition) = compare::stated_code(self.document.as_ref()?)?;
        let mut asked = self.clone();
        if asked.question.product.hs.is_some() {
            return None;
        }
        (asked.question.product.hs, asked.question.product.hs_edition) = (Some(code), Some(edition));
        Some(asked)
    }
}

impl From<QuestionError> for Fault {
    fn from(error: QuestionError) -> Self {
        match error {
            QuestionError::UnknownCountry(code) => Self::new("importing", "country", code),
            QuestionError::NoProduct => Self::new("hs", "no-product", ""),
            QuestionError::NoSuchCode { code, .. } => Self::new("hs", "no-such-code", code),
            // Nothing of these can be filled in.
            other => Self::new("certificate", "other", other),
        }
    }
}

/// Why a document cannot be read.
impl From<&ReadError> for Fault {
    fn from(error: &ReadError) -> Self {
        let (code, what) = match error {
            ReadError::Json(error) => json(error),
            ReadError::Jwt(error) => token(error),
            ReadError::Envelope(problem) => ("document-envelope", problem.pointer.as_str()),
            ReadError::Neither => ("document-neither", ""),
        };
        Self::new("document", code, what)
    }
}

fn json(error: &JsonError) -> (&'static str, &str) {
    match error {
        JsonError::TooLarge { .. } => ("document-large", ""),
        JsonError::TooDeep => ("document-deep", ""),
        JsonError::Twice { key, .. } => ("document-key-twice", key),
        JsonError::Syntax(_) => ("document-not-json", ""),
    }
}

fn token(error: &JwtError) -> (&'static str, &str) {
    match error {
        JwtError::TooLarge { .. } => ("document-large", ""),
        JwtError::Json { error, .. } => json(error),
        JwtError::Form | JwtError::Encoding(_) | JwtError::NotAnObject(_) => ("document-token", ""),
        JwtError::Algorithm(found) => ("document-algorithm", found),
        JwtError::Type { found, .. } => ("document-type", found),
        JwtError::Critical => ("document-critical", ""),
        JwtError::KeyName => ("document-key-name", ""),
        JwtError::Wrapped(claim) => ("document-wrapped", claim),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn today() -> Date {
        model::parse_date("2026-01-31").unwrap()
    }

    fn fields(certificate: &str) -> Fields {
        Fields { certificate: certificate.into(), importing: "FR".into(), ..Fields::default() }
    }

    #[test]
    fn a_scanned_link_asks_about_its_number_today() {
        let asked = fields("https://registry.example/certificates/A%201").read(today()).unwrap();
        assert_eq!(
            serde_json::to_value(&asked.question).unwrap(),
            serde_json::json!({
                "importing": "FR", "on": "2026-01-31", "evidence": [{ "number": "A 1" }], "product": {},
            })
        );
    }

    #[test]
    fn a_link_to_a_document_asks_about_its_digest() {
        let digest = "AB".repeat(32);
        let asked = fields(&format!("https://registry.example/credentials/{digest}")).read(today()).unwrap();
        assert_eq!(asked.question.evidence[0].document_sha256, Some(digest.to_lowercase()));
        assert_eq!(asked.number(), None);
    }

    #[test]
    fn a_digital_link_fills_in_the_product_and_takes_nothing_back() {
        let link = "https://registry.example/01/09506000134352/10/B1";
        let asked = Fields { hs: "851660".into(), batch: "B2".into(), ..fields(link) };
        let product = asked.read(today()).unwrap().question.product;
        assert_eq!((product.gtin.as_deref(), product.batch.as_deref()), (Some("09506000134352"), Some("B2")));
    }

    /// A token with this header and payload, and no signature.
    fn unsigned(header: &str, payload: &str) -> String {
        use base64::Engine as _;
        use base64::engine::general_purpose::URL_SAFE_NO_PAD;
        format!("{}.{}.AAAA", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload))
    }

    #[test]
    fn why_a_document_cannot_be_read_is_told_in_every_language_without_the_words_of_the_reader() {
        let kid = r#""kid":"did:web:a.example#1""#;
        let documents = [
            ("document-neither", "no token".to_owned()),
            ("document-not-json", "{}}".to_owned()),
            ("document-key-twice", r#"{"a":1,"a":2}"#.to_owned()),
            ("document-deep", r#"{"a":"#.repeat(1_000)),
            ("document-large", "{".repeat(CREDENTIAL_BYTES_MAX + 1)),
            ("document-token", "a.b.c".to_owned()),
            ("document-algorithm", unsigned(&format!(r#"{{"alg":"none",{kid}}}"#), "{}")),
            ("document-type", unsigned(&format!(r#"{{"alg":"EdDSA","typ":"x",{kid}}}"#), "{}")),
            ("document-key-name", unsigned(r#"{"alg":"EdDSA","typ":"vc+jwt"}"#, "{}")),
            (
                "document-wrapped",
                unsigned(&format!(r#"{{"alg":"EdDSA","typ":"vc+jwt",{kid}}}"#), r#"{"vc":{}}"#),
            ),
            (
                "document-critical",
                unsigned(&format!(r#"{{"alg":"EdDSA","typ":"vc+jwt","crit":["x"],{kid}}}"#), "{}"),
            ),
            ("document-envelope", r#"{"type":"EnvelopedVerifiableCredential"}"#.to_owned()),
        ];
        for (code, document) in documents {
            let error = Document::credential(document.as_bytes(), CREDENTIAL_BYTES_MAX).unwrap_err();
            let fault =
                Fields { document, importing: "FR".into(), ..Fields::default() }.read(today()).unwrap_err();
            assert_eq!((fault.field, fault.code), ("document", code), "{error}");
            let told = |language| fault.tell(&Words::load(language).unwrap());
            assert_ne!(told("en"), told("fr"));
            for language in explain::LANGUAGES {
                assert!(!told(language).contains(&error.to_string()), "{error}");
                assert!(!told(language).contains("glance--"), "{code} in {language}");
            }
        }
    }

    #[test]
    fn every_fault_names_its_field_in_every_language() {
        let fault = |fields: Fields| fields.read(today()).unwrap_err();
        let faults = [
            fault(Fields::default()),
            fault(Fields { importing: "FR".into(), ..Fields::default() }),
            fault(fields("WIFI:S:x;\n;;")),
            fault(Fields { importing: "France".into(), ..fields("A") }),
            fault(Fields { on: "2026-02-30".into(), ..fields("A") }),
            fault(Fields { hs: "85x".into(), ..fields("A") }),
            fault(Fields { hs: "8516".into(), ..fields("A") }),
            fault(Fields { hs: "851660".into(), edition: "1999".into(), ..fields("A") }),
            fault(Fields { holder: "ACME".into(), ..fields("A") }),
            fault(Fields { document: "{}}".into(), ..fields("A") }),
            Fault::from(QuestionError::NoProduct),
            fault(Fields { hs: "851712".into(), ..fields("A") }),
            Fault::from(QuestionError::CodeWithoutEdition),
        ];
        let fields: Vec<_> = faults.iter().map(|fault| fault.field).collect();
        let expected = [
            "importing",
            "certificate",
            "certificate",
            "importing",
            "on",
            "hs",
            "hs",
            "edition",
            "holder",
            "document",
            "hs",
            "hs",
            "certificate",
        ];
        assert_eq!(fields, expected);
        for language in explain::LANGUAGES {
            let words = Words::load(language).unwrap();
            for fault in &faults {
                assert!(words.has(&format!("glance--fault--{}", fault.code)), "{language}: {fault:?}");
            }
        }
    }
}
