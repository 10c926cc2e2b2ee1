//! Deciding: load what a question rests on, then ask the pure function.
//!
//! A question is answered from one published state, whatever is logged meanwhile. Certificates come from the store,
//! or from a bounded cache that can never give a stale answer (see [`cache`]).

mod answers;
mod cache;
mod later;
mod presented;
mod roots;

use std::sync::Arc;

use bytes::Bytes;
use decision::{AnswerForm, Decision, EvidenceReference, Overall, Presented};
pub use decision::{Question, QuestionError};
use explain::{LogPoint, Words};
use glance::name_of;
use model::{CertificateNumber, LogIndex};
use registry::CertificateFacts;
use statement::act::Alias;
use store::StoreError;

use crate::app::{App, State};
pub(crate) use answers::Answers;
pub(crate) use cache::CertificateCache;
pub use later::{AtOnce, Later};
pub use presented::{PRESENTED_QUESTION_BYTES_MAX, PresentedDocument, may_present};
pub(crate) use roots::Roots;

/// Why a question was not answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecideError {
    /// It cannot be read, or cannot be asked of this registry.
    #[error(transparent)]
    Question(#[from] QuestionError),
    /// A document that was presented cannot be read.
    #[error("the document of evidence {index} cannot be read: {error}")]
    Document {
        /// Which piece of evidence, from 0.
        index: usize,
        /// Why.
        error: credential::ReadError,
    },
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// One published state, from which any number of questions is answered.
#[derive(Clone)]
pub struct Snapshot {
    app: App,
    state: Arc<State>,
}

/// A question with everything that its answer rests on.
pub struct Asked {
    state: Arc<State>,
    question: Question,
    presented: Vec<Presented>,
    point: LogPoint,
}

/// A question of many: answered lately, or to be answered.
#[expect(clippy::large_enum_variant, reason = "there are some dozens at a time")]
enum Read {
    Given(Bytes),
    Asked(Result<presented::Brought, DecideError>),
}

impl App {
    /// The state that is published now, for questions.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot { app: self.clone(), state: self.state() }
    }

    /// Answers a question given as JSON; the answer is JSON, the same bytes everywhere.
    ///
    /// # Errors
    /// [`DecideError`].
    pub fn decide(&self, question: &[u8]) -> Result<Vec<u8>, DecideError> {
        if may_present(question) {
            return self.decide_presented(question).map(Vec::from);
        }
        self.ask(Question::parse(question)?)?.json()
    }

    /// Loads what a question rests on.
    ///
    /// # Errors
    /// [`DecideError`]. What only the decision itself can refuse, [`Asked::decide`] refuses.
    pub fn ask(&self, question: Question) -> Result<Asked, DecideError> {
        self.snapshot().ask(question)
    }
}

impl Snapshot {
    /// Number of statements that it knows.
    pub fn size(&self) -> u64 {
        self.state.size()
    }

    /// Answers many questions given as JSON, each as [`App::decide`] does and in their order. Certificates are loaded
    /// together, and the signatures of documents that questions bring are checked together.
    pub fn decide_many<Q: AsRef<[u8]>>(&self, questions: &[Q]) -> Vec<Result<Bytes, DecideError>> {
        let read = |question: &Q| match self.app.answers().given(self.size(), question.as_ref()) {
            Some(given) => Read::Given(given),
            None => Read::Asked(self.read(question.as_ref())),
        };
        let read: Vec<Read> = questions.iter().map(read).collect();
        let brought = || {
            read.iter().filter_map(|read| match read {
                Read::Asked(Ok(brought)) => Some(brought),
                _ => None,
            })
        };
        // What fails here fails again below, for the question that it concerns.
        let _ = self.warm(brought().map(|brought| &brought.question));
        self.check_signatures(brought());
        let answer = |(read, written): (Read, &Q)| match read {
            Read::Given(given) => Ok(given),
            Read::Asked(brought) => self.answer_brought(brought?, written.as_ref()),
        };
        read.into_iter().zip(questions).map(answer).collect()
    }

    /// Answers a question, and keeps the answer for whoever writes the same bytes.
    fn answer(&self, question: Question, written: &[u8]) -> Result<Bytes, DecideError> {
        let answer = self.ask(question)?.json()?;
        Ok(self.app.answers().keep(self.size(), written, answer))
    }

    /// Loads what a question rests on.
    ///
    /// # Errors
    /// [`DecideError`].
    pub fn ask(&self, question: Question) -> Result<Asked, DecideError> {
        question.check()?;
        let known_at = self.known_at(&question)?;
        let presented = self.presented(&question, known_at)?;
        let point = self.point(known_at)?;
        Ok(Asked { state: self.state.clone(), question, presented, point })
    }

    /// Whether everything that the question rests on is in memory.
    fn is_at_hand(&self, question: &Question) -> bool {
        let size = self.state.size();
        let cache = self.app.certificate_cache();
        let at_hand =
            |evidence: &EvidenceReference| evidence.number.as_ref().is_some_and(|n| cache.has(n, size));
        let root = question.known_at.is_none_or(|at| self.app.roots().has(at.0.saturating_add(1)));
        root && question.evidence.iter().all(at_hand)
    }

    /// The published state.
    pub(crate) fn state(&self) -> &State {
        &self.state
    }

    /// The moment by the application's clock.
    pub(crate) fn now(&self) -> jiff::Timestamp {
        let seconds = i64::try_from(self.app.clock().unix_seconds()).unwrap_or(i64::MAX);
        jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::MAX)
    }

    /// The day by the application's clock.
    pub(crate) fn today(&self) -> model::Date {
        self.app.clock().today()
    }

    /// The day on which the statement at a position was admitted.
    pub(crate) fn day_of(&self, at: LogIndex) -> Result<model::Date, StoreError> {
        let entry = self.app.store().entries(at.0, 1, store::Which::All)?.pop();
        Ok(entry.ok_or_else(|| StoreError::corrupt(format!("entry {at} is missing")))?.day)
    }

    pub(crate) fn known_at(&self, question: &Question) -> Result<LogIndex, QuestionError> {
        let size = self.state.size();
        match question.known_at {
            Some(known_at) if known_at.0 >= size => Err(QuestionError::NotYetKnown { known_at, size }),
            Some(known_at) => Ok(known_at),
            None => Ok(LogIndex(size.saturating_sub(1))),
        }
    }

    fn point(&self, known_at: LogIndex) -> Result<LogPoint, StoreError> {
        let size = self.state.size().min(known_at.0 + 1);
        self.app.roots().point(size, &self.state, self.app.store())
    }

    fn presented(&self, question: &Question, known_at: LogIndex) -> Result<Vec<Presented>, StoreError> {
        let named = question.evidence.iter().map(|evidence| self.number_of(evidence, known_at));
        let numbers = named.collect::<Result<Vec<_>, _>>()?;
        let asked: Vec<CertificateNumber> = numbers.iter().flatten().cloned().collect();
        let mut found = self.facts(&asked, known_at)?.into_iter();
        let presented = numbers.iter().map(|number| number.as_ref().and_then(|_| found.next().flatten()));
        Ok(presented.map(|found| Presented { found }).collect())
    }

    /// Which certificate is meant: the number says it, else the alias, else the document.
    fn number_of(
        &self,
        evidence: &EvidenceReference,
        known_at: LogIndex,
    ) -> Result<Option<CertificateNumber>, StoreError> {
        if evidence.number.is_some() {
            return Ok(evidence.number.clone());
        }
        if let Some(alias) = &evidence.alias {
            return self.by_alias(alias, known_at);
        }
        let Some(digest) = evidence.document_sha256.as_deref().and_then(digest) else { return Ok(None) };
        // Whoever logged a document first is meant; a later certificate that names it is found by its number.
        Ok(self.app.store().by_document(&digest, known_at)?.into_iter().next())
    }

    fn by_alias(&self, alias: &Alias, known_at: LogIndex) -> Result<Option<CertificateNumber>, StoreError> {
        Ok(self.app.store().by_alias(alias, known_at)?.into_iter().next())
    }

    pub(crate) fn facts(
        &self,
        numbers: &[CertificateNumber],
        known_at: LogIndex,
    ) -> Result<Vec<Option<Arc<CertificateFacts>>>, StoreError> {
        let size = self.state.size();
        self.app.certificate_cache().facts(self.app.store(), numbers, size, known_at)
    }

    /// Loads the certificates of many questions at once, so that answering them one by one finds them at hand.
    pub(crate) fn warm<'a>(&self, questions: impl Iterator<Item = &'a Question>) -> Result<(), StoreError> {
        let mut numbers: Vec<_> =
            questions.flat_map(|question| &question.evidence).filter_map(|e| e.number.clone()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        self.facts(&numbers, LogIndex(self.state.size().saturating_sub(1))).map(|_| ())
    }
}

impl Asked {
    /// The decision, with every finding.
    ///
    /// # Errors
    /// When the question cannot be asked of this registry.
    pub fn decide(&self) -> Result<Decision<'_>, QuestionError> {
        decision::decide(self.state.registry(), &self.question, &self.presented)
    }

    /// The decision as JSON, whole or in short as the question wants it: the same bytes from the library, the command line
    /// and the server.
    ///
    /// # Errors
    /// As [`Asked::decide`].
    pub fn json(&self) -> Result<Vec<u8>, DecideError> {
        match self.question.answer {
            AnswerForm::Full => Ok(explain::json(&self.decide()?, &self.point)),
            AnswerForm::Verdict => {
                let verdict = decision::verdict(self.state.registry(), &self.question, &self.presented)?;
                Ok(explain::verdict_json(&verdict, &self.point))
            }
        }
    }

    /// The decision in words, with the overall answer: the same text from the command line and the server.
    ///
    /// # Errors
    /// As [`Asked::decide`].
    pub fn text(&self, words: &Words) -> Result<(Overall, String), DecideError> {
        let decision = self.decide()?;
        let registry = self.state.registry();
        let names = |id: &str| name_of(registry, id, words.language());
        Ok((decision.overall, explain::text(&explain::tell(&decision, &self.point, words, &names))))
    }

    /// The question.
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// Whether a piece of evidence, by its place in the question, is on record.
    pub(crate) fn is_on_record(&self, place: usize) -> bool {
        self.presented.get(place).is_some_and(|presented| presented.found.is_some())
    }

    /// The log at the point of knowledge.
    pub fn point(&self) -> &LogPoint {
        &self.point
    }

    /// The state from which it is answered.
    pub fn state(&self) -> &State {
        &self.state
    }
}

fn digest(hex: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(2 * place..2 * place + 2)?, 16).ok()?;
    }
    Some(bytes)
}
