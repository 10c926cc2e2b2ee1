//! Answers that can be given at once, and those for which the store must be read.
//!
//! A server answers the first on the thread that took the request; the second may wait for a disk, which no thread
//! that serves others should.

use bytes::Bytes;
use decision::Question;

use crate::app::App;
use crate::decide::{DecideError, Snapshot};

/// A question for which the store must be read.
pub struct Later {
    snapshot: Snapshot,
    question: Question,
    written: Box<[u8]>,
}

/// An answer, or a question that must wait for the store.
pub enum AtOnce {
    /// The answer as JSON.
    Answer(Bytes),
    /// Call [`Later::decide`] where waiting harms nobody.
    Later(Box<Later>),
}

impl App {
    /// Answers a question at once if nothing that it rests on must be read from the store.
    ///
    /// # Errors
    /// As [`App::decide`].
    pub fn decide_at_once(&self, question: &[u8]) -> Result<AtOnce, DecideError> {
        let (snapshot, written) = (self.snapshot(), question);
        if let Some(given) = self.answers().given(snapshot.size(), written) {
            return Ok(AtOnce::Answer(given));
        }
        let question = Question::parse(written)?;
        if snapshot.is_at_hand(&question) {
            return Ok(AtOnce::Answer(snapshot.answer(question, written)?));
        }
        Ok(AtOnce::Later(Box::new(Later { snapshot, question, written: written.into() })))
    }
}

impl Later {
    /// The answer as JSON; reads the store.
    ///
    /// # Errors
    /// As [`App::decide`].
    pub fn decide(self) -> Result<Bytes, DecideError> {
        self.snapshot.answer(self.question, &self.written)
    }
}
