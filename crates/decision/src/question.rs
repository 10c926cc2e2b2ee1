//! The question, as it is asked on the wire.

use model::{
    CertificateNumber, Date, HsCode, HsEdition, Jurisdiction, LogIndex, PartyId, Product, QuestionPurpose,
    limits,
};
use serde::{Deserialize, Serialize};
use statement::act::Alias;

/// Must, may or need `importing` accept `evidence` for `product` on this day, as far as was known at this point?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The importing country.
    pub importing: Jurisdiction,
    /// The day asked about.
    pub on: Date,
    /// Certificates, reports, declarations; none to ask what is required.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceReference>,
    /// The product. Without a commodity code, the product of the first certificate is meant.
    #[serde(default)]
    pub product: Product,
    /// The party under whose authority the evidence was issued; usually known from the evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub designating_party: Option<Jurisdiction>,
    /// Where the goods originate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Jurisdiction>,
    /// Where the goods were sent from. Decides nothing; it is not the origin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consigned_from: Option<Jurisdiction>,
    /// Who holds the certificate according to the one who presents it, or trades the goods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<PartyId>,
    /// Day of production, where certificates cover batches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub produced_on: Option<Date>,
    /// How much; decides nothing yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<u64>,
    /// Why it is asked.
    #[serde(default = "import", skip_serializing_if = "is_import")]
    pub purpose: QuestionPurpose,
    /// The last position of the log that is known; absent: everything known now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_at: Option<LogIndex>,
    /// How much of the answer is wanted; changes nothing of what is answered.
    #[serde(default, skip_serializing_if = "AnswerForm::is_full")]
    pub answer: AnswerForm,
}

/// How much of an answer is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerForm {
    /// Every path with its findings, and what is missing.
    #[default]
    Full,
    /// Outcome, winning path and the rules that stand in the way: what checks by the thousand need.
    Verdict,
}

impl AnswerForm {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    fn is_full(&self) -> bool {
        *self == Self::Full
    }
}

fn import() -> QuestionPurpose {
    QuestionPurpose::Import
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_import(purpose: &QuestionPurpose) -> bool {
    *purpose == QuestionPurpose::Import
}

/// How a piece of evidence is named: by number, alias or the digest of the document that was presented. Of several
/// names the number is looked up and the others are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EvidenceReference {
    /// Registry number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<CertificateNumber>,
    /// Certifier, product and version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias: Option<Alias>,
    /// SHA-256, in hexadecimal, of the document or credential that was presented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_sha256: Option<String>,
}

/// Why a text is not a question.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuestionError {
    /// Too long.
    #[error("the question has {found} bytes, at most {max} are read: ask about fewer certificates at a time")]
    TooLong {
        /// Its length.
        found: usize,
        /// The limit.
        max: usize,
    },
    /// Not JSON of this shape.
    #[error("the question cannot be read: {0}; see the question format in the documentation")]
    Malformed(String),
    /// A list where a structure belongs.
    #[error(
        "the question has a list at `{0}`: write the fields with their names, as the documentation shows"
    )]
    ByPosition(String),
    /// Too many pieces of evidence.
    #[error("the question names {found} pieces of evidence, at most {max} are taken: split the consignment")]
    TooMuchEvidence {
        /// How many.
        found: usize,
        /// The limit.
        max: usize,
    },
    /// A piece of evidence without any name.
    #[error("evidence {0} has neither number, alias nor document digest: give one")]
    NamelessEvidence(usize),
    /// A commodity code without its edition, or the other way round.
    #[error(
        "the commodity code needs its edition: give `hs` and `hs_edition` together, such as 851660 and 2022"
    )]
    CodeWithoutEdition,
    /// A commodity code that does not exist in the edition stated.
    #[error(
        "`{code}` is not in the Harmonized System of {}: look the product up in that edition, or give the edition in which the code is written",
        edition.year()
    )]
    NoSuchCode {
        /// The code.
        code: HsCode,
        /// The edition.
        edition: HsEdition,
    },
    /// No product at all.
    #[error("no product: give a commodity code with its edition, or a certificate that states one")]
    NoProduct,
    /// An importing country that is not on record.
    #[error("`{0}` is not a country or group on record: use a code of ISO 3166 such as `FR`")]
    UnknownCountry(Jurisdiction),
    /// A position of the log that does not exist yet.
    #[error(
        "the log has {size} statements; position {known_at} does not exist yet: leave `known_at` out to ask about now"
    )]
    NotYetKnown {
        /// The position asked about.
        known_at: LogIndex,
        /// Size of the log.
        size: u64,
    },
    /// A digest that is not 64 hexadecimal digits.
    #[error("`{0}` is not a SHA-256 digest: write 64 hexadecimal digits")]
    Digest(String),
}

impl Question {
    /// What a country requires on a day; everything else is filled in by whoever asks.
    pub fn new(importing: Jurisdiction, on: Date) -> Self {
        Self {
            importing,
            on,
            evidence: Vec::new(),
            product: Product::default(),
            designating_party: None,
            origin: None,
            consigned_from: None,
            holder: None,
            produced_on: None,
            quantity: None,
            purpose: QuestionPurpose::Import,
            known_at: None,
            answer: AnswerForm::Full,
        }
    }

    /// Reads a question and checks what can be checked without a registry.
    ///
    /// # Errors
    /// [`QuestionError`] with the next step.
    pub fn parse(json: &[u8]) -> Result<Self, QuestionError> {
        if json.len() > limits::QUESTION_BYTES_MAX {
            return Err(QuestionError::TooLong { found: json.len(), max: limits::QUESTION_BYTES_MAX });
        }
        let question: Self =
            serde_json::from_slice(json).map_err(|e| QuestionError::Malformed(e.to_string()))?;
        question.by_name(json)?;
        question.check()?;
        Ok(question)
    }

    /// Refuses a list in the place of a structure, which serde reads by position. The only list of a question is that
    /// of its evidence; questions with as many brackets as that are not looked at more closely.
    fn by_name(&self, json: &[u8]) -> Result<(), QuestionError> {
        let lists = usize::from(!self.evidence.is_empty());
        if json.iter().filter(|byte| **byte == b'[').count() == lists {
            return Ok(());
        }
        let malformed = |error: serde_json::Error| QuestionError::Malformed(error.to_string());
        let read = serde_json::from_slice(json).map_err(malformed)?;
        let written = serde_json::to_value(self).map_err(malformed)?;
        match statement::array_for_structure(&read, &written) {
            Some(field) => Err(QuestionError::ByPosition(field)),
            None => Ok(()),
        }
    }

    /// Checks what can be checked without a registry.
    ///
    /// # Errors
    /// [`QuestionError`] with the next step.
    pub fn check(&self) -> Result<(), QuestionError> {
        if self.evidence.len() > limits::EVIDENCE_MAX {
            return Err(QuestionError::TooMuchEvidence {
                found: self.evidence.len(),
                max: limits::EVIDENCE_MAX,
            });
        }
        if self.product.hs.is_some() != self.product.hs_edition.is_some() {
            return Err(QuestionError::CodeWithoutEdition);
        }
        if let (Some(code), Some(edition)) = (self.product.hs, self.product.hs_edition)
            && edition.lists(&code) == Some(false)
        {
            return Err(QuestionError::NoSuchCode { code, edition });
        }
        for (index, evidence) in self.evidence.iter().enumerate() {
            if *evidence == EvidenceReference::default() {
                return Err(QuestionError::NamelessEvidence(index));
            }
            let digest = evidence
                .document_sha256
                .iter()
                .find(|d| d.len() != 64 || !d.bytes().all(|b| b.is_ascii_hexdigit()));
            if let Some(digest) = digest {
                return Err(QuestionError::Digest(digest.chars().take(70).collect()));
            }
        }
        Ok(())
    }
}

impl EvidenceReference {
    /// By number.
    pub fn number(number: CertificateNumber) -> Self {
        Self { number: Some(number), ..Self::default() }
    }

    /// How it is named in an answer.
    pub fn as_str(&self) -> &str {
        let number = self.number.as_ref().map(CertificateNumber::as_str);
        number
            .or(self.alias.as_ref().map(|alias| alias.product.as_str()))
            .or(self.document_sha256.as_deref())
            .unwrap_or("—")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minimal_question_is_read() {
        let question =
            Question::parse(br#"{"importing":"CH","on":"2026-01-31","evidence":[{"number":"A 1"}]}"#);
        assert!(
            question.is_ok_and(|q| q.purpose == QuestionPurpose::Import && q.evidence[0].as_str() == "A 1")
        );
    }

    #[test]
    fn a_list_is_never_read_as_a_structure() {
        let field = |json: &str| match Question::parse(json.as_bytes()) {
            Err(QuestionError::ByPosition(field)) => field,
            other => panic!("{json}: {other:?}"),
        };
        assert_eq!(field(r#"["CH","2026-01-31"]"#), ".");
        assert_eq!(field(r#"["CH","2026-01-31",[{"number":"A 1"}]]"#), ".");
        assert_eq!(field(r#"{"importing":"CH","on":"2026-01-31","product":["851660",2022]}"#), "product");
        assert_eq!(field(r#"{"importing":"CH","on":"2026-01-31","evidence":[["A 1"]]}"#), "evidence[0]");
        assert_eq!(
            field(
                r#"{"importing":"CH","on":"2026-01-31","evidence":[{"alias":["did:web:a.example","P","1"]}]}"#
            ),
            "evidence[0].alias"
        );
        let brackets = r#"{"importing":"CH","on":"2026-01-31","evidence":[],"product":{"model":"[1]"}}"#;
        assert!(Question::parse(brackets.as_bytes()).is_ok());
    }

    #[test]
    fn what_cannot_be_asked_is_refused_with_the_next_step() {
        let error = |json: &str| Question::parse(json.as_bytes()).err();
        assert_eq!(
            error(r#"{"importing":"CH","on":"2026-01-31","evidence":[{}]}"#),
            Some(QuestionError::NamelessEvidence(0))
        );
        assert_eq!(
            error(r#"{"importing":"CH","on":"2026-01-31","product":{"hs":"851660"}}"#),
            Some(QuestionError::CodeWithoutEdition)
        );
        assert!(matches!(
            error(r#"{"importing":"CH","on":"2026-01-31","product":{"hs":"851712","hs_edition":2022}}"#),
            Some(QuestionError::NoSuchCode { .. })
        ));
        assert!(matches!(
            error(r#"{"importing":"ch","on":"2026-01-31"}"#),
            Some(QuestionError::Malformed(_))
        ));
        assert!(matches!(
            error(r#"{"importing":"CH","on":"2026-02-30"}"#),
            Some(QuestionError::Malformed(_))
        ));
        assert!(matches!(
            error(r#"{"importing":"CH","on":"2026-02-03","x":1}"#),
            Some(QuestionError::Malformed(_))
        ));
        assert!(matches!(error(&"[".repeat(70_000)), Some(QuestionError::TooLong { .. })));
        assert!(matches!(error(&"[".repeat(60_000)), Some(QuestionError::Malformed(_))));
    }
}
