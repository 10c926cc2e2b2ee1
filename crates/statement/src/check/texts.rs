//! Texts and lists, wherever they stand in an act.

use std::collections::HashSet;

use model::limits::{LIST_ENTRIES_MAX, TEXT_CHARS_MAX};
use serde_json::Value;

use super::ActError;
use crate::path::Path;

/// Every text and list of an act in its JSON form. Optional ones that are empty are not written, so each empty one is
/// a mistake.
pub(super) fn all_of(act: &Value) -> Result<(), ActError> {
    walk(&Path::Root("act"), act)
}

/// One text.
pub(super) fn text(path: &Path<'_>, text: &str) -> Result<(), ActError> {
    let field = || path.to_string();
    if text.trim().is_empty() {
        return Err(ActError::Empty { field: field() });
    }
    // A text has at most as many characters as bytes.
    if text.len() > TEXT_CHARS_MAX && text.chars().count() > TEXT_CHARS_MAX {
        return Err(ActError::TooLong { field: field(), chars: text.chars().count(), max: TEXT_CHARS_MAX });
    }
    if text.chars().any(steers_the_screen) {
        Err(ActError::ControlCharacter { field: field() })
    } else {
        Ok(())
    }
}

/// Control characters, and marks that turn the direction of text, with which one value can look like another.
fn steers_the_screen(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn walk(path: &Path<'_>, value: &Value) -> Result<(), ActError> {
    match value {
        Value::String(found) => text(path, found),
        Value::Array(entries) => list(path, entries),
        Value::Object(fields) => {
            fields.iter().try_for_each(|(key, value)| walk(&Path::Field(path, key), value))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}

fn list(path: &Path<'_>, entries: &[Value]) -> Result<(), ActError> {
    if entries.len() > LIST_ENTRIES_MAX {
        let field = path.to_string();
        return Err(ActError::TooMany { field, count: entries.len(), max: LIST_ENTRIES_MAX });
    }
    let mut seen = HashSet::new();
    // A list within a list is a pair, whose halves may be the same.
    let pair = matches!(path, Path::Entry(..));
    for (index, entry) in entries.iter().enumerate() {
        let path = Path::Entry(path, index);
        if let Some(value) = entry.as_str().filter(|value| !pair && !seen.insert(*value)) {
            return Err(ActError::Repeated { field: path.to_string(), value: value.into() });
        }
        walk(&path, entry)?;
    }
    Ok(())
}
