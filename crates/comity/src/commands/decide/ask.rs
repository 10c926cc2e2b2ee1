//! Who answers: a registry in a directory, or a running one.

use std::process::ExitCode;

use app::App;

use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::{Place, Where};
use crate::remote::Remote;

/// Answers questions.
pub enum Answerer {
    /// A registry in a directory.
    Here(App),
    /// A running registry.
    There(Remote),
}

impl Answerer {
    /// Opens it.
    pub fn open(place: &Place, console: Console) -> Result<Self, Failure> {
        match place.resolve() {
            Where::Directory(directory) => data_dir::open_for_reading(directory, console).map(Self::Here),
            Where::Server(url) => Remote::new(url).map(Self::There),
        }
    }

    /// The answer as JSON, the same bytes everywhere.
    pub fn json(&self, question: &[u8]) -> Result<Vec<u8>, Failure> {
        match self {
            Self::Here(app) => Ok(app.decide(question)?),
            Self::There(remote) => remote.decide(question),
        }
    }

    /// The answer in words, and its exit code.
    pub fn text(&self, question: &[u8], language: &str) -> Result<(String, ExitCode), Failure> {
        match self {
            Self::Here(app) => {
                let words = explain::Words::load(language).map_err(|error| Failure::of(&error))?;
                let (overall, text) = app.decide_in_words(question, &words)?;
                Ok((text, super::exit_code_of(overall.as_str())))
            }
            Self::There(remote) => {
                let (overall, text) = remote.decide_in_words(question, language)?;
                Ok((text, super::exit_code_of(&overall)))
            }
        }
    }

    /// Answers many questions, in their order; one that cannot be answered gets an error in its place.
    pub fn many(&self, questions: &[Vec<u8>]) -> Result<Vec<Vec<u8>>, Failure> {
        match self {
            Self::Here(app) => Ok(app
                .snapshot()
                .decide_many(questions)
                .into_iter()
                .map(|answer| answer.map_or_else(|error| refusal(&Failure::from(error)), Vec::from))
                .collect()),
            Self::There(remote) => remote.decide_stream(questions),
        }
    }
}

fn refusal(failure: &Failure) -> Vec<u8> {
    serde_json::json!({ "error": failure.message(), "help": failure.help() }).to_string().into_bytes()
}
