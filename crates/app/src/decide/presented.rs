//! Questions that bring the documents themselves: each is examined, then the question is asked as always.
//!
//! A document changes no decision. What it states is looked up in the register; where it differs from the register is
//! told beside the answer, in findings of its own.

use std::sync::Arc;

use bytes::Bytes;
use credential::compare::RegisterKeys;
use credential::limits::CREDENTIAL_BYTES_MAX;
use credential::{Document, DocumentFinding, Kind, Verifier, check_together};
use decision::{Overall, Question, QuestionError};
use explain::Words;
use serde::Serialize;
use serde_json::Value;

use super::{Asked, DecideError, Snapshot};
use crate::app::App;
use crate::credentials::tell;

/// Bytes of a question with documents: a consignment's credentials, each of some kilobytes.
pub const PRESENTED_QUESTION_BYTES_MAX: usize = 1_048_576;

/// What a presented document is beside the register.
#[derive(Debug, Serialize)]
pub struct PresentedDocument {
    /// Which piece of evidence it is, from 0.
    pub evidence: usize,
    /// The number of the certificate that it states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// SHA-256 by which the register would know it.
    pub sha256: String,
    /// Every respect in which it was compared.
    pub findings: Vec<DocumentFinding>,
}

/// Whether a question may bring documents: a cheap look, so that other questions cost nothing.
pub fn may_present(question: &[u8]) -> bool {
    question.windows(12).any(|window| window == br#""credential""#)
}

impl App {
    /// Answers a question whose evidence may carry documents (`credential`: a token, or JSON with its proof). The answer
    /// is that to the question about the certificates that they state, with the member `documents` after it.
    ///
    /// # Errors
    /// [`DecideError`].
    pub fn decide_presented(&self, question: &[u8]) -> Result<Bytes, DecideError> {
        let snapshot = self.snapshot();
        snapshot.answer_brought(snapshot.read(question)?, question)
    }

    /// Answers a question in words, with what is to be said of each document that it brings.
    ///
    /// # Errors
    /// [`DecideError`].
    pub fn decide_in_words(&self, question: &[u8], words: &Words) -> Result<(Overall, String), DecideError> {
        if !may_present(question) {
            return self.ask(Question::parse(question)?)?.text(words);
        }
        let (asked, documents) = self.snapshot().ask_presented(question)?;
        let (overall, mut text) = asked.text(words)?;
        for document in &documents {
            let title = [("number", document.number.as_deref().unwrap_or("—"))];
            text.push_str(&format!("\n{}\n", words.message("document--title", &title)));
            for finding in &document.findings {
                text.push_str(&format!("  {}\n", tell(finding, words)));
            }
        }
        Ok((overall, text))
    }
}

/// Documents that are read and checked together, while they are in the processor's cache.
const CHECKED_TOGETHER: usize = 32;

/// A question that was read, with the documents that it brings and which evidence each is.
pub(super) struct Brought {
    pub(super) question: Question,
    documents: Vec<(usize, Arc<Document>)>,
}

impl Snapshot {
    /// Reads a question that may bring documents.
    pub(super) fn read(&self, question: &[u8]) -> Result<Brought, DecideError> {
        if may_present(question) {
            return self.take_documents(question);
        }
        Ok(Brought { question: Question::parse(question)?, documents: Vec::new() })
    }

    /// Examines the documents of a question and loads what it rests on.
    ///
    /// # Errors
    /// [`DecideError`].
    pub(crate) fn ask_presented(
        &self,
        question: &[u8],
    ) -> Result<(Asked, Vec<PresentedDocument>), DecideError> {
        self.examine(self.read(question)?)
    }

    /// Checks the signatures of all documents of some questions together.
    pub(super) fn check_signatures<'a>(&self, brought: impl Iterator<Item = &'a Brought>) {
        self.check_documents(brought.flat_map(|brought| &brought.documents).map(|(_, document)| document));
    }

    /// The same for documents as they were presented. What cannot be read is told when it is judged.
    pub(crate) fn check_presented<'a>(&self, presented: impl Iterator<Item = &'a Value>) {
        let tokens: Vec<&str> = presented.filter_map(Value::as_str).collect();
        for tokens in tokens.chunks(CHECKED_TOGETHER) {
            let read = |token: &&str| self.app.seen_documents().credential(token.as_bytes()).ok();
            let read: Vec<Arc<Document>> = tokens.iter().filter_map(read).collect();
            self.check_documents(read.iter());
        }
    }

    /// Together costs less than one by one. Whoever judges a document afterwards finds it checked.
    fn check_documents<'a>(&self, documents: impl Iterator<Item = &'a Arc<Document>>) {
        let documents: Vec<&Document> = documents.map(|document| &**document).collect();
        if documents.len() > 1 {
            let (registry, check) = (self.state.registry(), self.app.signatures());
            let keys = RegisterKeys { registry, check };
            check_together(&documents, &Verifier { keys: &keys, check, now: self.app.credential_now() });
        }
    }

    /// The answer as JSON, with what is to be said of each document after it.
    pub(super) fn answer_brought(&self, brought: Brought, written: &[u8]) -> Result<Bytes, DecideError> {
        if brought.documents.is_empty() {
            return self.answer(brought.question, written);
        }
        let (asked, documents) = self.examine(brought)?;
        Ok(beside(asked.json()?, &documents).into())
    }

    fn examine(&self, brought: Brought) -> Result<(Asked, Vec<PresentedDocument>), DecideError> {
        self.check_signatures(std::iter::once(&brought));
        let Brought { mut question, documents } = brought;
        let known_at = self.known_at(&question)?;
        let mut told = Vec::new();
        for (evidence, document) in &documents {
            let examined = self.app.examine_document(document, known_at)?;
            told.push(PresentedDocument {
                evidence: *evidence,
                number: examined.number.map(|number| number.to_string()),
                sha256: hex::encode(examined.digest),
                findings: examined.findings,
            });
        }
        let asked = self.ask(question.clone())?;
        // A question without a product is about the product as certified. Where nothing is on record, it is about what
        // the document states: whoever holds a number that was never issued must be told so, not asked for a code.
        let on_record = asked.presented.iter().any(|presented| presented.found.is_some());
        let stated = || documents.iter().find_map(|(_, document)| credential::compare::stated_code(document));
        if question.product.hs.is_none()
            && !on_record
            && let Some((code, edition)) = stated()
        {
            (question.product.hs, question.product.hs_edition) = (Some(code), Some(edition));
            return Ok((self.ask(question)?, told));
        }
        Ok((asked, told))
    }

    /// The question without its documents, each replaced by what names it: the number that it states, and its digest.
    fn take_documents(&self, bytes: &[u8]) -> Result<Brought, DecideError> {
        if bytes.len() > PRESENTED_QUESTION_BYTES_MAX {
            let (found, max) = (bytes.len(), PRESENTED_QUESTION_BYTES_MAX);
            return Err(QuestionError::TooLong { found, max }.into());
        }
        let malformed = |error: &dyn std::fmt::Display| QuestionError::Malformed(error.to_string());
        let mut value =
            credential::json::read(bytes, PRESENTED_QUESTION_BYTES_MAX).map_err(|e| malformed(&e))?;
        let mut documents = Vec::new();
        let evidence = value.get_mut("evidence").and_then(Value::as_array_mut);
        for (index, entry) in evidence.into_iter().flatten().enumerate() {
            if index >= model::limits::EVIDENCE_MAX {
                break;
            }
            let Some(presented) = entry.as_object_mut().and_then(|entry| entry.remove("credential")) else {
                continue;
            };
            let read = match presented {
                Value::String(token) => self.app.seen_documents().credential(token.as_bytes()),
                value => Document::from_value(value, Kind::Credential, CREDENTIAL_BYTES_MAX).map(Arc::new),
            };
            let document = read.map_err(|error| DecideError::Document { index, error })?;
            if let Some(number) = credential::compare::stated_number(&document)
                && entry.get("number").is_none()
            {
                entry["number"] = Value::from(number.as_str());
            }
            if entry.get("document_sha256").is_none() {
                entry["document_sha256"] = Value::from(hex::encode(document.digest()));
            }
            documents.push((index, document));
        }
        Ok(Brought { question: Question::parse(value.to_string().as_bytes())?, documents })
    }
}

/// The answer with one more member at its end; the bytes before it are those of the answer.
fn beside(mut answer: Vec<u8>, documents: &[PresentedDocument]) -> Vec<u8> {
    // A question without documents has the answer that it always had.
    let end = answer.iter().rposition(|byte| *byte == b'}').filter(|_| !documents.is_empty());
    if let Some(end) = end {
        answer.truncate(end);
        answer.extend(br#","documents":"#);
        answer.extend(serde_json::to_vec(documents).unwrap_or_else(|_| b"[]".to_vec()));
        answer.push(b'}');
    }
    answer
}
