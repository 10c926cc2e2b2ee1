//! Answers that can be given at once, and those for which the store must be read.
//!
//! A server answers the first on the thread that took the request; the second may wait for a disk, which no thread
//! that serves others should.

use decision::Question;

use crate::app::App;
use crate::decide::{DecideError, Snapshot};

/// A question for which the store must be read.
pub struct Later {
    snapshot: Snapshot,
    question: Question,
}

/// An answer, or a question that must wait for the store.
pub enum AtOnce {
    /// The answer as JSON.
    Answer(Vec<u8>),
    /// Call [`Later::decide`] where waiting harms nobody.
    Later(Box<Later>),
}

impl App {
    /// Answers a question at once if nothing that it rests on must be read from the store.
    ///
    /// # Errors
    /// As [`App::decide`].
    pub fn decide_at_once(&self, question: &[u8]) -> Result<AtOnce, DecideError> {
        let question = Question::parse(question)?;
        let snapshot = self.snapshot();
        if snapshot.is_at_hand(&question) {
            return Ok(AtOnce::Answer(snapshot.ask(question)?.json()?));
        }
        Ok(AtOnce::Later(Box::new(Later { snapshot, question })))
    }
}

impl Later {
    /// The answer as JSON; reads the store.
    ///
    /// # Errors
    /// As [`App::decide`].
    pub fn decide(self) -> Result<Vec<u8>, DecideError> {
        self.snapshot.ask(self.question)?.json()
    }
}
