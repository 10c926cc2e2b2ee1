//! Answering lines: many at once, each by itself, signed together.

use decision::{Question, QuestionError};
use model::{Date, LogIndex, Product};
use serde_json::Value;
use store::StoreError;
use tlog::{Frontier, InclusionProof, MemoryTree};

use super::answer::{LineAnswer, LogInShort, Made};
use super::line::{Line, LineError};
use super::reference::{Named, Resolved};
use super::signed::Signer;
use super::{Lines, signed};
use crate::decide::{Asked, DecideError, PresentedDocument};
use crate::threads::{self, in_parts};

/// Lines of one batch: a signature covers them all.
pub const LINES_MAX: usize = 1_000;
/// Lines for which it is worth starting a thread.
const TOGETHER: usize = 64;

/// An answered line.
#[derive(Debug)]
pub struct Answered {
    /// The answer.
    pub answer: LineAnswer,
    /// The answer with its proof, as JSON: `{"answer": …, "proof": …}`.
    pub json: Vec<u8>,
}

/// A line, ready to be asked.
struct Prepared {
    line: Line,
    question: Question,
    documents: Vec<(usize, Value)>,
    certificates: Vec<Resolved>,
}

impl Lines {
    /// Answers lines given as JSON, in their order. A line that cannot be answered does not stop the others. What is
    /// answered is signed once: every answer carries the proof that it is under the signature.
    pub fn answer<L: AsRef<[u8]>>(&self, lines: &[L]) -> Vec<Result<Answered, LineError>> {
        let parsed: Vec<_> = lines.iter().map(|line| Line::parse(line.as_ref())).collect();
        self.answer_parsed(parsed)
    }

    /// The same with lines that were read in another form.
    pub fn answer_parsed(&self, lines: Vec<Result<Line, LineError>>) -> Vec<Result<Answered, LineError>> {
        let threads = threads::processors();
        let prepared = in_parts(lines, TOGETHER, threads, |part| {
            part.into_iter().map(|line| self.prepare(line?)).collect()
        });
        // What fails here fails again below, for the line that it concerns.
        let _ = self.snapshot.warm(prepared.iter().flatten().map(|prepared| &prepared.question));
        let newest = self.newest();
        let answers = in_parts(prepared, TOGETHER, threads, |part| {
            let documents = part.iter().flatten().flat_map(|prepared| &prepared.documents);
            self.snapshot.check_presented(documents.map(|(_, document)| document));
            part.into_iter().map(|prepared| self.ask(prepared?, newest.clone()?)).collect()
        });
        self.sign(answers)
    }

    /// One answer, without a signature.
    pub(super) fn answer_one(&self, line: Line) -> Result<LineAnswer, LineError> {
        self.ask(self.prepare(line)?, self.newest()?)
    }

    fn prepare(&self, line: Line) -> Result<Prepared, LineError> {
        let mut question = line.question(self.snapshot.today());
        let known_at = self.snapshot.known_at(&question).map_err(LineError::Question)?;
        let mut product: Product = question.product.clone();
        let (mut certificates, mut documents) = (Vec::new(), Vec::new());
        for reference in &line.certificates {
            let (way, named) = self.named(reference, known_at, &mut product)?;
            let place = question.evidence.len();
            let (evidence, reason) = match named {
                Named::Evidence(reference) => {
                    question.evidence.push(reference);
                    (Some(place), None)
                }
                Named::Document(document) => {
                    question.evidence.push(decision::EvidenceReference::default());
                    documents.push((place, document));
                    (Some(place), None)
                }
                Named::Nothing(reason) => (None, Some(reason)),
            };
            certificates.push(Resolved { way, number: None, reason, evidence });
        }
        question.product = product;
        Ok(Prepared { line, question, documents, certificates })
    }

    fn ask(&self, prepared: Prepared, newest: (u64, Date)) -> Result<LineAnswer, LineError> {
        let Prepared { line, question, documents, certificates } = prepared;
        let on = question.on;
        let (asked, documents) =
            self.asked(question, documents).map_err(|error| told(error, &certificates))?;
        let point = asked.point();
        let today = self.snapshot.today();
        let last_statement_on =
            if point.size == newest.0 { newest.1 } else { self.snapshot.day_of(LogIndex(point.size - 1))? };
        let log = LogInShort {
            size: point.size,
            root: point.root.clone(),
            last_statement_on,
            age_days: law::term::days_between(last_statement_on, today),
        };
        let answered_at = self.snapshot.now().to_string();
        let made = Made { line: &line, on, certificates, documents, log, answered_at };
        match asked.decide() {
            Ok(decision) => {
                let answer = made.over(&decision, asked.question(), point);
                Ok(self.with_elsewhere(answer, &line)?)
            }
            Err(QuestionError::NoProduct) if !line.certificates.is_empty() => {
                let on_record =
                    |resolved: &Resolved| resolved.evidence.is_some_and(|at| asked.is_on_record(at));
                let mut made = made;
                for resolved in &mut made.certificates {
                    if !on_record(resolved) {
                        resolved.reason.get_or_insert(super::Unresolved::NotOnRecord);
                    }
                }
                Ok(made.without_a_decision())
            }
            Err(error) => Err(LineError::Question(error)),
        }
    }

    fn asked(
        &self,
        question: Question,
        documents: Vec<(usize, Value)>,
    ) -> Result<(Asked, Vec<PresentedDocument>), DecideError> {
        if documents.is_empty() {
            return Ok((self.snapshot.ask(question)?, Vec::new()));
        }
        let malformed = |error: serde_json::Error| QuestionError::Malformed(error.to_string());
        let mut value = serde_json::to_value(&question).map_err(malformed)?;
        for (place, document) in documents {
            value["evidence"][place]["credential"] = document;
        }
        self.snapshot.ask_presented(value.to_string().as_bytes())
    }

    /// Size and last day of the state.
    fn newest(&self) -> Result<(u64, Date), StoreError> {
        let size = self.snapshot.size();
        let last = size.checked_sub(1).map(|last| self.snapshot.day_of(LogIndex(last)));
        Ok((size, last.unwrap_or(Ok(self.snapshot.today()))?))
    }

    /// The signature over the rows of a table; `None` without a key.
    pub(super) fn sign_table(&self, rows: &Frontier) -> Option<String> {
        let (key, state) = (self.key.as_ref()?, self.snapshot.state());
        let signer = Signer { key, log_size: state.size(), log_root: state.root() };
        let answered_at = self.snapshot.now().as_second();
        Some(signer.sign_root(signed::TABLE_FORMAT, &rows.root(), rows.size(), answered_at))
    }

    /// The answers with their proofs, under one signature.
    fn sign(&self, answers: Vec<Result<LineAnswer, LineError>>) -> Vec<Result<Answered, LineError>> {
        let canonical: Vec<Option<Vec<u8>>> =
            answers.iter().map(|answer| Some(signed::canonical(answer.as_ref().ok()?))).collect();
        let mut tree = MemoryTree::new();
        for bytes in canonical.iter().flatten() {
            tree.push(bytes);
        }
        let state = self.snapshot.state();
        let signature = self.key.as_ref().filter(|_| tree.size() > 0).map(|key| {
            let signer = Signer { key, log_size: state.size(), log_root: state.root() };
            signer.sign(&tree, self.snapshot.now().as_second())
        });
        let mut index = 0;
        let answered = answers.into_iter().zip(canonical).map(|(answer, canonical)| {
            let (answer, canonical) = (answer?, canonical.unwrap_or_default());
            let proof = signature.as_ref().map(|signature| {
                let proof = InclusionProof::generate(index, tree.size(), &tree);
                // The tree has every answer that was put into it.
                let hashes = proof.map(|proof| proof.hashes).unwrap_or_default();
                signed::Proof::new(index, tree.size(), &hashes, signature)
            });
            index += 1;
            Ok(Answered { answer, json: signed::with_proof(&canonical, proof.as_ref()) })
        });
        answered.collect()
    }
}

/// A refusal in terms of the line: documents are counted among its references.
fn told(error: DecideError, certificates: &[Resolved]) -> LineError {
    match error {
        DecideError::Question(error) => LineError::Question(error),
        DecideError::Store(error) => LineError::Store(error),
        DecideError::Document { index, error } => {
            let place = certificates.iter().position(|resolved| resolved.evidence == Some(index));
            LineError::Document { index: place.unwrap_or(index), reason: error.to_string() }
        }
    }
}
