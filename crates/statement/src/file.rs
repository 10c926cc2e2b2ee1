//! Files of statements that are yet to be signed: TOML or JSON, one statement or many.

mod lines;
mod toml_text;

use std::ops::Range;

use model::PartyId;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use thiserror::Error;
use toml::de::DeTable;

use crate::act::Act;
use crate::check;
use crate::duplicates::read_unique;
use crate::keys::demonstration_key;
use crate::payload::{Payload, PayloadError, structures_by_name};

use lines::Lines;

/// Largest file of statements, in bytes: read whole into memory, and the most that one person prepares at once.
pub const FILE_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Most statements in one file.
pub const FILE_STATEMENTS_MAX: usize = 100_000;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// TOML, for people.
    Toml,
    /// JSON, for programs.
    Json,
}

/// A statement from a file, to be signed.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What will be signed.
    pub payload: Payload,
    /// Demonstration only: the file asked for the demonstration key of the party that the act registers. It was
    /// added to the act; statements that this party signs are signed with [`demonstration_key`].
    pub demonstration_key: bool,
    /// Line of the file on which the statement begins, counted from 1.
    pub line: usize,
}

/// Why a file of statements cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileError {
    /// Too large.
    #[error("the file has {bytes} bytes and may have {FILE_BYTES_MAX}: split it into several")]
    TooLarge {
        /// Bytes found.
        bytes: usize,
    },
    /// Too many statements.
    #[error("the file has {count} statements and may have {FILE_STATEMENTS_MAX}: split it into several")]
    TooMany {
        /// Statements found.
        count: usize,
    },
    /// Not TOML or not JSON.
    #[error("line {line}: {message}")]
    Syntax {
        /// Line, counted from 1.
        line: usize,
        /// What the reader found.
        message: String,
    },
    /// Something at the top of the file is not as it must be.
    #[error("line {line}: {message}")]
    Form {
        /// Line, counted from 1.
        line: usize,
        /// What is wrong.
        message: &'static str,
    },
    /// Neither the statement nor the defaults nor the caller name a signer.
    #[error("line {line}: the statement has no `signer`: name one in it or under `[defaults]`")]
    NoSigner {
        /// Line on which the statement begins.
        line: usize,
    },
    /// `demonstration_key` beside an act that registers nobody.
    #[error(
        "line {line}: `demonstration_key` belongs beside `party.registered` or `registry.opened`: remove it"
    )]
    DemonstrationKey {
        /// Line on which the statement begins.
        line: usize,
    },
    /// A statement is not one.
    #[error("line {line}, statement `{id}`: {error}")]
    Statement {
        /// Line of the field, in TOML; else the line on which the statement begins.
        line: usize,
        /// Its identifier, as far as it could be read.
        id: String,
        /// What is wrong.
        error: PayloadError,
    },
}

/// Reads a file: `[defaults]` and `[[statement]]`, or one statement alone.
///
/// `signer` signs what names no signer, neither in the statement nor under `[defaults]`.
///
/// # Errors
/// The first thing that is wrong, with its line.
pub fn read(text: &str, format: Format, signer: Option<&PartyId>) -> Result<Vec<Draft>, FileError> {
    if text.len() > FILE_BYTES_MAX {
        return Err(FileError::TooLarge { bytes: text.len() });
    }
    let lines = Lines::new(text);
    match format {
        Format::Toml => read_toml(text, &lines, signer),
        Format::Json => read_json(text, &lines, signer),
    }
}

/// The tree of a text in TOML, with days as text; `None` if it is not TOML. What it means is not looked at.
pub fn toml_to_json(text: &str) -> Option<Map<String, Value>> {
    Some(toml_text::to_json(DeTable::parse(text).ok()?.get_ref()))
}

impl FileError {
    /// The path of the field that is wrong, such as `act.certificates[3].expires_on`, where one is.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Statement { error, .. } => field_of(error),
            _ => None,
        }
    }
}

/// A statement as it stands in the file, and how to find the line of one of its fields.
struct Entry<'a> {
    fields: Map<String, Value>,
    start: usize,
    locate: &'a dyn Fn(&str) -> Option<Range<usize>>,
}

/// What holds for every statement of the file that does not say otherwise.
#[derive(Default)]
struct Defaults(Map<String, Value>);

fn read_toml(text: &str, lines: &Lines, signer: Option<&PartyId>) -> Result<Vec<Draft>, FileError> {
    let document = DeTable::parse(text).map_err(|error| FileError::Syntax {
        line: lines.of(error.span().map_or(0, |span| span.start)),
        message: error.message().to_owned(),
    })?;
    let document = document.get_ref();
    let draft = |defaults: &Defaults, table: &DeTable<'_>, start: usize| {
        let locate = |path: &str| toml_text::locate(table, path);
        let entry = Entry { fields: toml_text::to_json(table), start, locate: &locate };
        read_entry(entry, defaults, lines, signer)
    };
    let Some(statements) = document.get("statement") else {
        return Ok(vec![draft(&Defaults::default(), document, 0)?]);
    };
    let line = lines.of(statements.span().start);
    let top = toml_text::to_json_without(document, "statement");
    let defaults = read_defaults(top, line)?;
    let message = "write each statement under `[[statement]]`";
    let statements = statements.get_ref().as_array().ok_or(FileError::Form { line, message })?;
    check_count(statements.len())?;
    let drafts = statements.iter().map(|statement| {
        let (start, line) = (statement.span().start, lines.of(statement.span().start));
        let table = statement.get_ref().as_table().ok_or(FileError::Form { line, message })?;
        draft(&defaults, table, start)
    });
    drafts.collect()
}

#[derive(Deserialize)]
struct JsonPlaces<'a> {
    #[serde(borrow)]
    statement: Vec<&'a RawValue>,
}

fn read_json(text: &str, lines: &Lines, signer: Option<&PartyId>) -> Result<Vec<Draft>, FileError> {
    let syntax = |error: PayloadError| match error {
        PayloadError::Syntax { line, message, .. } => FileError::Syntax { line, message },
        other => FileError::Syntax { line: 1, message: other.to_string() },
    };
    let read = read_unique(text.as_bytes()).map_err(|refused| syntax(refused.into()))?;
    let form = |message| FileError::Form { line: 1, message };
    let Value::Object(mut top) = read else {
        return Err(form("write an object: one statement, or `statement` with a list of them"));
    };
    let Some(statements) = top.remove("statement") else {
        let entry = Entry { fields: top, start: 0, locate: &|_| None };
        return Ok(vec![read_entry(entry, &Defaults::default(), lines, signer)?]);
    };
    let Value::Array(statements) = statements else {
        return Err(form("write a list of statements in `statement`"));
    };
    check_count(statements.len())?;
    let defaults = read_defaults(top, 1)?;
    let places: JsonPlaces<'_> =
        serde_json::from_str(text).map_err(|_| form("write a list of statements in `statement`"))?;
    let drafts = statements.into_iter().zip(places.statement).map(|(statement, place)| {
        // A raw value is a part of the text that it was read from.
        let start = (place.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        let Value::Object(fields) = statement else {
            let message = "write each statement as an object";
            return Err(FileError::Form { line: lines.of(start), message });
        };
        read_entry(Entry { fields, start, locate: &|_| None }, &defaults, lines, signer)
    });
    drafts.collect()
}

fn check_count(count: usize) -> Result<(), FileError> {
    if count > FILE_STATEMENTS_MAX { Err(FileError::TooMany { count }) } else { Ok(()) }
}

fn read_defaults(mut top: Map<String, Value>, line: usize) -> Result<Defaults, FileError> {
    let defaults = top.remove("defaults").unwrap_or_else(|| Value::Object(Map::new()));
    let known = |key: &String| ["signer", "reported", "made_on"].contains(&key.as_str());
    match defaults {
        _ if !top.is_empty() => {
            Err(FileError::Form { line, message: "beside `statement` only `defaults` may stand at the top" })
        }
        Value::Object(fields) if fields.keys().all(known) => Ok(Defaults(fields)),
        _ => Err(FileError::Form {
            line,
            message: "`defaults` holds `signer`, `reported` and `made_on`, nothing else",
        }),
    }
}

fn read_entry(
    entry: Entry<'_>,
    defaults: &Defaults,
    lines: &Lines,
    signer: Option<&PartyId>,
) -> Result<Draft, FileError> {
    let Entry { mut fields, start, locate } = entry;
    let line = lines.of(start);
    let id = fields.get("id").and_then(Value::as_str).unwrap_or("without id").chars().take(128).collect();
    let demonstration = match fields.remove("demonstration_key") {
        None | Some(Value::Bool(false)) => false,
        Some(Value::Bool(true)) => true,
        Some(_) => return Err(FileError::Form { line, message: "`demonstration_key` is `true` or `false`" }),
    };
    for (key, value) in &defaults.0 {
        fields.entry(key).or_insert_with(|| value.clone());
    }
    match (fields.contains_key("signer"), signer) {
        (true, _) => {}
        (false, Some(signer)) => drop(fields.insert("signer".into(), signer.as_str().into())),
        (false, None) => return Err(FileError::NoSigner { line }),
    }
    let failed = |error: PayloadError| {
        let place = field_of(&error).and_then(locate);
        FileError::Statement { line: place.map_or(line, |span| lines.of(span.start)), id, error }
    };
    let mut fields = Value::Object(fields);
    let read = Payload::unchecked(&mut fields)
        .and_then(|payload| structures_by_name(&fields, &payload.to_value()).map(|()| payload));
    let mut payload = match read {
        Ok(payload) => payload,
        Err(error) => return Err(failed(error)),
    };
    if demonstration {
        add_demonstration_key(&mut payload.act).ok_or(FileError::DemonstrationKey { line })?;
    }
    match check::payload(&payload, &payload.to_value()) {
        Ok(()) => Ok(Draft { payload, demonstration_key: demonstration, line }),
        Err(error) => Err(failed(error.into())),
    }
}

fn field_of(error: &PayloadError) -> Option<&str> {
    match error {
        PayloadError::Field { field, .. } | PayloadError::Spelling { field, .. } => Some(field),
        PayloadError::UnknownAct { .. } => Some("act.type"),
        PayloadError::Act(error) => Some(error.field().unwrap_or("act")),
        PayloadError::Syntax { .. } | PayloadError::DuplicateKey { .. } => None,
    }
}

fn add_demonstration_key(act: &mut Act) -> Option<()> {
    let (party, keys) = match act {
        Act::PartyRegistered(act) => (&act.party, &mut act.keys),
        Act::RegistryOpened(act) => (&act.registrar, &mut act.keys),
        _ => return None,
    };
    let key = demonstration_key(party).public();
    if !keys.contains(&key) {
        keys.push(key);
    }
    Some(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
