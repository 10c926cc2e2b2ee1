//! What is wrong with the text of an act.

use statement::file::FileError;
use statement::{ActError, PayloadError};

use super::of_three;
use super::signature::key;
use crate::portal::frame::Frame;

/// What is wrong with a file, with its line.
pub(super) fn file(frame: &Frame, error: &FileError) -> String {
    let on = |line: &usize, said: String| frame.about_two("told-line", line, said);
    match error {
        FileError::TooLarge { .. } => frame.say("told-file-large"),
        FileError::TooMany { count } => frame.about("told-file-many", count),
        FileError::Syntax { line, message } => on(line, frame.about("told-syntax", message)),
        FileError::Form { line, message } => on(line, frame.about("told-form", message)),
        FileError::NoSigner { line } => on(line, frame.say("told-no-signer")),
        FileError::DemonstrationKey { line } => on(line, frame.word("desk-error", "demonstration-key")),
        FileError::Statement { line, error, .. } => on(line, payload(frame, error)),
    }
}

/// What is wrong with a payload.
pub(super) fn payload(frame: &Frame, error: &PayloadError) -> String {
    match error {
        PayloadError::Syntax { line, message, .. } => {
            frame.about_two("told-line", line, frame.about("told-syntax", message))
        }
        PayloadError::DuplicateKey { key, line, .. } => frame.about_two("told-key-twice", key, line),
        PayloadError::Field { field: at, message } => field(frame, at, message),
        PayloadError::UnknownAct { name } => frame.about("told-unknown-act", name),
        PayloadError::Spelling { field, found, expected } => {
            of_three(frame, "told-spelling", field, found, expected)
        }
        PayloadError::Act(error) => act(frame, error),
    }
}

/// What is wrong with a field, by how the reader's message begins: there is no other sign of its kind.
pub(in crate::portal::desk) fn field(frame: &Frame, at: &str, message: &str) -> String {
    let named = message.split('`').nth(1).unwrap_or_default();
    match message {
        _ if message.starts_with("missing field") => frame.about_two("told-field-missing", at, named),
        _ if message.starts_with("unknown field") => frame.about_two("told-field-unknown", at, named),
        _ if message.starts_with("duplicate field") => frame.about_two("told-field-twice", at, named),
        _ if message.starts_with("unknown variant") => frame.about_two("told-term-unknown", at, named),
        _ if message.starts_with("invalid type") => frame.about("told-field-kind", at),
        _ => frame.about_two("told-field-written", at, message),
    }
}

/// What is wrong with an act.
fn act(frame: &Frame, error: &ActError) -> String {
    match error {
        ActError::NotReportable { act } => frame.about("told-not-reportable", act),
        ActError::Period { field, from, until } => {
            of_three(frame, "told-period", field, frame.day(until), frame.day(from))
        }
        ActError::Order { field, other, other_day, .. } => {
            of_three(frame, "told-order", field, other, frame.day(other_day))
        }
        ActError::Empty { field } => frame.about("told-empty", field),
        ActError::TooMany { field, count, max } => of_three(frame, "told-too-many", field, count, max),
        ActError::TooLong { field, chars, max } => of_three(frame, "told-too-long", field, chars, max),
        ActError::ControlCharacter { field } => frame.about("told-control-character", field),
        ActError::Repeated { field, value } => frame.about_two("told-repeated", field, value),
        ActError::Language { field, language } => frame.about_two("told-language", field, language),
        ActError::Version { field } => frame.about("told-version", field),
        ActError::Same { field, other, .. } => frame.about_two("told-same", field, other),
        ActError::Differs { field, other, expected, .. } => {
            of_three(frame, "told-differs", field, expected, other)
        }
        ActError::Share { field, .. } => frame.about("told-share", field),
        ActError::Hash { field } => frame.about("told-hash", field),
        ActError::CodeWithoutEdition { field } => frame.about("told-code-without-edition", field),
        ActError::ExceptionOutside { field, code } => {
            frame.about_two("told-exception-outside", field, code.as_str())
        }
        ActError::CoveredAndExcepted { field, code } => {
            frame.about_two("told-covered-and-excepted", field, code.as_str())
        }
        ActError::CountryCode { field, .. } => frame.about("told-country-code", field),
        ActError::Gtin { field, found } => frame.about_two("told-gtin", field, found),
        ActError::EmptyTarget { field } => frame.about("told-empty-target", field),
        ActError::Key { field, error } => frame.about_two("told-field-key", field, key(frame, error)),
        ActError::MandateForNobody { scope } => {
            frame.about("told-mandate-for-nobody", frame.word("mandate", scope.as_str()))
        }
        ActError::Undated { field, reference } => frame.about_two("told-undated", field, reference),
        ActError::Together { field, other } => frame.about_two("told-together", field, other),
        ActError::NoSuchNumber { field, number } => frame.about_two("told-no-such-number", field, number),
        ActError::MediaType { field, found } => frame.about_two("told-media-type", field, found),
        ActError::DocumentSize { field, .. } => frame.about("told-document-size", field),
        ActError::Nothing { fields } => frame.about("told-nothing", fields.replace(" and ", ", ")),
    }
}
