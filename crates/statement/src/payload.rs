//! The payload of a statement: who says what, under which identifier.

mod canonical;

use std::fmt;
use std::str::FromStr;

use model::{Certainty, CodeError, Date, IdentifierError, Jurisdiction, PartyId, StatementId};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use thiserror::Error;

use crate::act::Act;
use crate::by_name::array_for_structure;
use crate::check::{self, ActError};
use crate::duplicates::{Refused, read_unique};
use crate::path::Path;

/// What a statement says. (signer, id) is unique in a log.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Payload {
    /// Identifier that the signer gave.
    pub id: StatementId,
    /// Who signs.
    pub signer: PartyId,
    /// Day on which the signer made the statement, as declared; it proves nothing and decides nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made_on: Option<Date>,
    /// Present when the signer reports somebody else's act and does not act itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported: Option<Reported>,
    /// The act.
    pub act: Act,
}

/// A recorder's report of an act whose author did not sign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reported {
    /// Whose act it is.
    pub on_behalf_of: Subject,
    /// Where it was read: a text or an address.
    pub source: String,
    /// How sure the recorder is.
    pub certainty: Certainty,
}

/// Somebody whose act it can be: a country or group by its code, or a party by its identifier.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A country or group.
    Jurisdiction(Jurisdiction),
    /// A party.
    Party(PartyId),
}

/// Why a text is neither a code nor an identifier of a party.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SubjectError {
    /// It does not begin with `did:` and is no code.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// It begins with `did:` and is no identifier of a party.
    #[error(transparent)]
    Party(#[from] IdentifierError),
}

/// Why bytes are not a payload.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PayloadError {
    /// Not JSON, or nested more deeply than 128 levels.
    #[error("not JSON at line {line}, column {column}: {message}")]
    Syntax {
        /// Line, counted from 1.
        line: usize,
        /// Column, counted from 1.
        column: usize,
        /// What the reader found.
        message: String,
    },
    /// A key occurs twice in one object.
    #[error(
        "the key `{key}` occurs twice in one object at line {line}, column {column}: leave one of them out"
    )]
    DuplicateKey {
        /// The key.
        key: String,
        /// Line of the second one.
        line: usize,
        /// Column of the second one.
        column: usize,
    },
    /// A field is missing, unknown or malformed.
    #[error("`{field}`: {message}")]
    Field {
        /// Path of the field, such as `act.certificates[3].expires_on`; `.` for the whole.
        field: String,
        /// What is wrong with it.
        message: String,
    },
    /// There is no act of that name.
    #[error("`act.type`: `{name}` is not an act{}", similar(name))]
    UnknownAct {
        /// The name found.
        name: String,
    },
    /// A value is not in its one spelling.
    #[error("`{field}` is written {found}; write {expected}, so that what is signed is what is read")]
    Spelling {
        /// Path of the field.
        field: String,
        /// As found, in JSON.
        found: String,
        /// As it must stand, in JSON.
        expected: String,
    },
    /// The act contradicts itself or passes a limit.
    #[error(transparent)]
    Act(#[from] ActError),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    id: StatementId,
    signer: PartyId,
    made_on: Option<Date>,
    reported: Option<Reported>,
    #[serde(rename = "act")]
    _act: (),
}

impl Payload {
    /// Reads a payload and checks everything that needs no registry.
    ///
    /// # Errors
    /// The first thing that is wrong, with its field.
    pub fn from_json(json: &[u8]) -> Result<Payload, PayloadError> {
        if let Some(payload) = canonical::read(json) {
            return Ok(payload);
        }
        let mut value = read_unique(json).map_err(PayloadError::from)?;
        let payload = Self::unchecked(&mut value)?;
        let written = payload.to_value();
        one_spelling(&Path::Root(""), &value, &written)?;
        check::payload(&payload, &written)?;
        Ok(payload)
    }

    /// Reads a payload that stands in another format or document; spellings may differ from the signed ones.
    ///
    /// # Errors
    /// The first thing that is wrong, with its field.
    pub fn from_value(mut value: Value) -> Result<Payload, PayloadError> {
        let payload = Self::unchecked(&mut value)?;
        let written = payload.to_value();
        structures_by_name(&value, &written)?;
        check::payload(&payload, &written)?;
        Ok(payload)
    }

    /// The bytes that are signed: JSON with fields in the order of their definition, without spaces. The same
    /// payload always gives the same bytes.
    pub fn to_json(&self) -> Vec<u8> {
        self.written(serde_json::to_vec)
    }

    /// The payload as a JSON value.
    pub fn to_value(&self) -> Value {
        self.written(serde_json::to_value)
    }

    /// Reads a payload. The act, which can be large, is taken out for a moment so that it is not copied.
    pub(crate) fn unchecked(value: &mut Value) -> Result<Payload, PayloadError> {
        let mut act = value.get_mut("act").map(Value::take).unwrap_or_default();
        let envelope: Envelope = read(value).map_err(|e| field_error("", &e))?;
        let act_read = read_act(&mut act);
        if let Some(place) = value.get_mut("act") {
            *place = act;
        }
        let (act, Envelope { id, signer, made_on, reported, .. }) = (act_read?, envelope);
        Ok(Payload { id, signer, made_on, reported, act })
    }

    #[expect(clippy::expect_used, reason = "no key of a payload is other than text, the only way to fail")]
    fn written<'a, T>(&'a self, write: impl FnOnce(&'a Payload) -> serde_json::Result<T>) -> T {
        write(self).expect("payloads have text keys only")
    }
}

impl FromStr for Subject {
    type Err = SubjectError;

    fn from_str(text: &str) -> Result<Self, SubjectError> {
        if text.starts_with("did:") {
            return Ok(Self::Party(text.parse()?));
        }
        Ok(Self::Jurisdiction(text.parse()?))
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Jurisdiction(code) => code.fmt(f),
            Self::Party(party) => party.fmt(f),
        }
    }
}

impl Serialize for Subject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Subject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl From<Refused> for PayloadError {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Twice { key, line, column } => Self::DuplicateKey { key, line, column },
            Refused::Syntax(error) => {
                let (line, column) = (error.line(), error.column());
                let message = error.to_string();
                let message = message.split(" at line ").next().unwrap_or_default().to_owned();
                Self::Syntax { line, column, message }
            }
        }
    }
}

pub(crate) type ReadError = serde_path_to_error::Error<serde_json::Error>;

/// Reads a value, and once more with a record of the way if it fails: the record costs time.
pub(crate) fn read<'a, T: Deserialize<'a>>(value: &'a Value) -> Result<T, ReadError> {
    T::deserialize(value).or_else(|_| serde_path_to_error::deserialize(value))
}

fn read_act(act: &mut Value) -> Result<Act, PayloadError> {
    let error =
        |field: &str, message: &str| PayloadError::Field { field: field.into(), message: message.into() };
    let Value::Object(fields) = act else {
        return Err(error("act", "write an object with `type` and the fields of the act"));
    };
    // The fields are read without `type`, which stands beside them and not among them.
    let Some(Value::String(name)) = fields.remove("type") else {
        return Err(error("act.type", "missing: write the name of the act, such as `body.designated`"));
    };
    match Act::from_fields(&name, act) {
        Some(read) => read.map_err(|e| field_error("act", &e)),
        None => Err(PayloadError::UnknownAct { name: name.chars().take(60).collect() }),
    }
}

fn field_error(prefix: &str, error: &ReadError) -> PayloadError {
    let path = error.path().to_string();
    let field = match (prefix, path.as_str()) {
        ("", path) => path.to_owned(),
        (prefix, ".") => prefix.to_owned(),
        (prefix, path) => format!("{prefix}.{path}"),
    };
    PayloadError::Field { field, message: error.inner().to_string() }
}

/// Whether no structure was given as an array.
pub(crate) fn structures_by_name(read: &Value, written: &Value) -> Result<(), PayloadError> {
    let message = "found a list: write the fields with their names";
    match array_for_structure(read, written) {
        Some(field) => Err(PayloadError::Field { field, message: message.into() }),
        None => Ok(()),
    }
}

/// Whether every value that was read stands there as it would be written. Fields that are left out when written
/// (empty lists and texts) may have been given.
fn one_spelling(path: &Path<'_>, read: &Value, written: &Value) -> Result<(), PayloadError> {
    match (read, written) {
        (Value::Object(read), Value::Object(written)) => {
            let mut both = read.iter().filter_map(|(key, value)| Some((key, value, written.get(key)?)));
            both.try_for_each(|(key, read, written)| one_spelling(&Path::Field(path, key), read, written))
        }
        (Value::Array(read), Value::Array(written)) if read.len() == written.len() => {
            let mut pairs = read.iter().zip(written).enumerate();
            pairs.try_for_each(|(index, (read, written))| {
                one_spelling(&Path::Entry(path, index), read, written)
            })
        }
        _ if read == written => Ok(()),
        _ => Err(PayloadError::Spelling {
            field: path.to_string(),
            found: read.to_string().chars().take(80).collect(),
            expected: written.to_string().chars().take(80).collect(),
        }),
    }
}

/// The acts about the same thing, as a hint.
fn similar(name: &str) -> String {
    let noun = name.split('.').next().unwrap_or_default();
    let same: Vec<_> = Act::NAMES.iter().filter(|known| known.split('.').next() == Some(noun)).collect();
    match same.as_slice() {
        [] => ": see the list of acts in docs/reference/acts.md".to_owned(),
        same => format!(
            ": acts about it are {}",
            same.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ")
        ),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"id":"s1","signer":"did:web:a.example","act":{"type":"standard.withdrawn","standard":"IEC 60335-1:2010","on":"2026-01-31"}}"#;

    fn error(json: &str) -> PayloadError {
        Payload::from_json(json.as_bytes()).unwrap_err()
    }

    #[test]
    fn a_list_is_never_read_as_a_structure() {
        let json = GOOD.replace(r#""act":{"#, r#""reported":["FR","text","sourced"],"act":{"#);
        assert!(matches!(error(&json), PayloadError::Spelling { field, .. } if field == "reported"));
        let value = serde_json::from_str(&json).unwrap();
        assert!(matches!(
            Payload::from_value(value),
            Err(PayloadError::Field { field, .. }) if field == "reported"
        ));
        assert!(matches!(error(r#"["s1","did:web:a.example",null,null,{}]"#), PayloadError::Field { .. }));
        assert!(matches!(
            crate::file::read(&json, crate::file::Format::Json, None),
            Err(crate::file::FileError::Statement { .. })
        ));
    }

    #[test]
    fn writing_and_reading_agree() {
        let payload = Payload::from_json(GOOD.as_bytes()).unwrap();
        assert_eq!(payload.to_json(), GOOD.as_bytes());
    }

    #[test]
    fn errors_name_the_field() {
        let message = |from: &str, to: &str| error(&GOOD.replace(from, to)).to_string();
        assert!(message("2026-01-31", "2026-02-31").starts_with("`act.on`: "));
        assert!(
            message("\"on\"", "\"upon\"").starts_with("`act.upon`: unknown field"),
            "{}",
            message("\"on\"", "\"upon\"")
        );
        assert!(message("did:web:a.example", "x").starts_with("`signer`: "));
        assert!(message("standard.withdrawn", "standard.withdrew").contains("`standard.withdrawn`"));
        assert!(message("\"type\":", "\"typo\":").starts_with("`act.type`: missing"));
        assert!(matches!(error(&GOOD[1..]), PayloadError::Syntax { line: 1, .. }));
    }

    #[test]
    fn a_key_twice_is_refused_wherever_it_stands() {
        let outer = GOOD.replacen("\"id\":\"s1\"", "\"id\":\"s1\",\"id\":\"s1\"", 1);
        assert!(matches!(error(&outer), PayloadError::DuplicateKey { key, .. } if key == "id"));
        // In a map of languages the last one would silently win.
        let inner = r#"{"id":"s1","signer":"did:web:a.example","act":{"type":"group.registered","group":"EU","name":{"en":"a","\u0065n":"b"}}}"#;
        assert!(matches!(error(inner), PayloadError::DuplicateKey { key, .. } if key == "en"));
    }

    #[test]
    fn each_value_has_one_spelling() {
        for other in ["2026-01-31T00:00:00", "20260131"] {
            let spelled = error(&GOOD.replace("2026-01-31", other));
            assert!(matches!(spelled, PayloadError::Spelling { field, .. } if field == "act.on"), "{other}");
        }
        assert!(matches!(error(&GOOD.replace("IEC 6", "IEC  6")), PayloadError::Spelling { .. }));
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_overflow() {
        let deep = "[".repeat(60_000);
        assert!(matches!(error(&deep), PayloadError::Syntax { .. }));
        let inside = GOOD.replace("\"2026-01-31\"", &format!("{}{}", "[".repeat(200), "]".repeat(200)));
        assert!(
            matches!(error(&inside), PayloadError::Syntax { message, .. } if message.contains("recursion"))
        );
    }

    #[test]
    fn a_subject_is_a_code_or_a_party() {
        assert!(matches!("FR".parse(), Ok(Subject::Jurisdiction(_))));
        assert!(matches!("did:web:a.example".parse(), Ok(Subject::Party(_))));
        assert!("fr".parse::<Subject>().is_err());
        assert!("did:".parse::<Subject>().is_err());
    }
}
