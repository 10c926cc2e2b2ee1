//! Why a command did not do what was asked: one message, and the next step beside it.

use std::fmt::Display;
use std::io;

use miette::Diagnostic;
use thiserror::Error;

/// Why a command failed. Exit code 1.
#[derive(Debug, Error, Diagnostic)]
#[error("{message}")]
pub struct Failure {
    message: String,
    #[help]
    help: Option<String>,
    /// The reader of our output went away: no failure worth a word.
    quiet: bool,
}

impl Failure {
    /// A failure with its next step.
    pub fn new(message: impl Display, help: impl Display) -> Self {
        Self { message: message.to_string(), help: Some(help.to_string()), quiet: false }
    }

    /// A failure from an error of the crates below, whose messages end with the next step.
    pub fn of(error: &impl Display) -> Self {
        Self::from_text(&error.to_string())
    }

    /// A failure from a message of the form `what is wrong: next step`.
    pub fn from_text(text: &str) -> Self {
        let (text, written) = match text.strip_suffix(NOTHING_WRITTEN) {
            Some(text) => (text, NOTHING_WRITTEN),
            None => (text, ""),
        };
        let (what, step) = split(text);
        Self { message: format!("{what}{written}"), help: step.map(str::to_owned), quiet: false }
    }

    /// A file or directory could not be read or written.
    pub fn file(what: &str, path: &std::path::Path, error: &io::Error) -> Self {
        let step = match error.kind() {
            io::ErrorKind::NotFound => "check the name",
            io::ErrorKind::PermissionDenied => "check who may read and write it",
            io::ErrorKind::ReadOnlyFilesystem => "choose a place on a disk that can be written",
            io::ErrorKind::StorageFull => "free space on the disk, then try again",
            io::ErrorKind::AlreadyExists => "name a place that does not exist yet",
            _ => "check the disk, then try again",
        };
        Self::new(format!("{what} `{}`: {error}", path.display()), step)
    }

    /// The message, without the next step.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The next step.
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// Whether nobody is left to be told.
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }
}

/// Errors of writing to standard output.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        let quiet = error.kind() == io::ErrorKind::BrokenPipe;
        Self {
            quiet,
            ..Self::new(format!("the output could not be written: {error}"), "check where it goes")
        }
    }
}

macro_rules! failures {
    ($($error:ty),+ $(,)?) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self { Self::of(&error) }
        })+
    };
}

failures!(
    app::OpenError,
    app::DecideError,
    app::credentials::CredentialError,
    app::credentials::StatusListError,
    app::documents::DocumentError,
    app::backup::BackupError,
    app::border::lines::table::TableError,
    app::border::lines::VerifyLineError,
    app::bundle::BundleMakeError,
    bundle::BundleError,
    bundle::DeltaError,
    credential::did::DidError,
    tlog::PolicyError,
    app::export::ExportError,
    app::import::CatalogueError,
    app::import::MappingError,
    app::log::LogError,
    app::lookup::LookupError,
    app::SubmitError,
    model::IdentifierError,
    statement::StatementError,
    statement::KeyError,
    statement::file::FileError,
    store::StoreError,
    tlog::KeyError,
    crate::demo::DemoError,
);

const NOTHING_WRITTEN: &str = "; nothing was written";

/// Splits `what: step` or `what; step` at the last separator that stands outside backticks.
fn split(text: &str) -> (&str, Option<&str>) {
    let separators = text.match_indices(": ").chain(text.match_indices("; "));
    let outside = separators.filter(|(at, _)| text[..*at].matches('`').count().is_multiple_of(2));
    match outside.map(|(at, _)| at).max() {
        Some(at) if text[at + 2..].split(' ').count() > 1 => (&text[..at], Some(&text[at + 2..])),
        _ => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_step_is_set_apart() {
        let failure = Failure::from_text("line 3: `a: b` is not a day: write `2026-01-31`, such as today");
        assert_eq!(failure.message(), "line 3: `a: b` is not a day");
        assert_eq!(failure.help(), Some("write `2026-01-31`, such as today"));
        let failure = Failure::from_text("the disk is full: free space; nothing was written");
        assert_eq!(failure.message(), "the disk is full; nothing was written");
        assert_eq!(failure.help(), Some("free space"));
    }

    #[test]
    fn a_message_without_a_step_stays_whole() {
        assert_eq!(Failure::from_text("`a: b c` is odd").help(), None);
    }
}
