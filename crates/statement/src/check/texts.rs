//! Texts and lists, wherever they stand in an act.

use std::collections::HashSet;

use model::limits::{LIST_ENTRIES_MAX, TEXT_CHARS_MAX};
use serde_json::Value;

use super::ActError;
use crate::act::Act;

/// Every text and list of an act. Optional ones that are empty are not written, so each empty one is a mistake.
pub(super) fn all_of(act: &Act) -> Result<(), ActError> {
    // No act has keys other than text, the only way in which writing could fail; then there is nothing to walk.
    serde_json::to_value(act).map_or(Ok(()), |value| walk("act", &value))
}

/// One text.
pub(super) fn text(field: &str, text: &str) -> Result<(), ActError> {
    let chars = text.chars().count();
    if text.trim().is_empty() {
        return Err(ActError::Empty { field: field.into() });
    }
    if chars > TEXT_CHARS_MAX {
        return Err(ActError::TooLong { field: field.into(), chars, max: TEXT_CHARS_MAX });
    }
    // Also the marks that turn the direction of text, with which one value can be made to look like another.
    let steers = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.chars().any(steers) { Err(ActError::ControlCharacter { field: field.into() }) } else { Ok(()) }
}

fn walk(path: &str, value: &Value) -> Result<(), ActError> {
    match value {
        Value::String(found) => text(path, found),
        Value::Array(entries) => list(path, entries),
        Value::Object(fields) => {
            fields.iter().try_for_each(|(key, value)| walk(&format!("{path}.{key}"), value))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}

fn list(path: &str, entries: &[Value]) -> Result<(), ActError> {
    if entries.len() > LIST_ENTRIES_MAX {
        return Err(ActError::TooMany { field: path.into(), count: entries.len(), max: LIST_ENTRIES_MAX });
    }
    let mut seen = HashSet::new();
    // A list within a list is a pair, whose halves may be the same.
    let pair = path.ends_with(']');
    for (index, entry) in entries.iter().enumerate() {
        let path = format!("{path}[{index}]");
        if let Some(value) = entry.as_str().filter(|value| !pair && !seen.insert(*value)) {
            return Err(ActError::Repeated { field: path, value: value.into() });
        }
        walk(&path, entry)?;
    }
    Ok(())
}
