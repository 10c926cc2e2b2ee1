//! JSON from outside: at most so many bytes, nested so deep, no key twice in an object.

use serde_json::Value;
use statement::{Refused, read_unique};

use crate::limits::DEPTH_MAX;

/// Why a text was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JsonError {
    /// Too many bytes.
    #[error("{found} bytes, at most {max} are read: present one document at a time")]
    TooLarge {
        /// Bytes found.
        found: usize,
        /// Bytes that are read.
        max: usize,
    },
    /// Nested too deeply.
    #[error("nested more than {DEPTH_MAX} deep: no credential needs that, check where the text comes from")]
    TooDeep,
    /// A key occurs twice in one object, so that two readers may read two things.
    #[error("the key `{key}` occurs twice in one object (line {line}, column {column}): state it once")]
    Twice {
        /// The key.
        key: String,
        /// Line of the second one.
        line: usize,
        /// Column of the second one.
        column: usize,
    },
    /// Not JSON.
    #[error("not JSON: {0}; copy the document again, whole")]
    Syntax(String),
}

/// Reads a document.
///
/// # Errors
/// [`JsonError`].
pub fn read(bytes: &[u8], bytes_max: usize) -> Result<Value, JsonError> {
    if bytes.len() > bytes_max {
        return Err(JsonError::TooLarge { found: bytes.len(), max: bytes_max });
    }
    // Counted before it is parsed, so that depth costs no stack.
    if depth(bytes) > DEPTH_MAX {
        return Err(JsonError::TooDeep);
    }
    read_unique(bytes).map_err(|refused| match refused {
        Refused::Twice { key, line, column } => {
            JsonError::Twice { key: crate::problem::cut(&key), line, column }
        }
        Refused::Syntax(error) => JsonError::Syntax(error.to_string()),
    })
}

/// The deepest nesting of brackets outside strings.
fn depth(bytes: &[u8]) -> usize {
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0_usize, 0, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// The entries of a value that may be one or a list of several.
pub(crate) fn one_or_many(value: Option<&Value>) -> &[Value] {
    match value {
        None => &[],
        Some(Value::Array(entries)) => entries,
        Some(one) => std::slice::from_ref(one),
    }
}

/// A text field of an object.
pub(crate) fn text<'a>(value: &'a Value, field: &str) -> Option<&'a str> {
    value.get(field)?.as_str()
}

/// The identifier of a value that is a URL or an object with an `id`.
pub(crate) fn id_of(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| text(value, "id"))
}

/// Whether `type` is or holds a name.
pub fn has_type(value: &Value, name: &str) -> bool {
    one_or_many(value.get("type")).iter().any(|entry| entry.as_str() == Some(name))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn depth_size_and_repeated_keys_are_refused_before_anything_is_built() {
        let nested = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
        assert!(read(nested(DEPTH_MAX).as_bytes(), 1_000).is_ok());
        assert_eq!(read(nested(DEPTH_MAX + 1).as_bytes(), 1_000), Err(JsonError::TooDeep));
        assert_eq!(read("[".repeat(10_000_000).as_bytes(), usize::MAX), Err(JsonError::TooDeep));
        assert!(matches!(read(b"[1]", 2), Err(JsonError::TooLarge { found: 3, max: 2 })));
        assert!(matches!(read(br#"{"a":1,"b":{"x":1,"x":2}}"#, 100), Err(JsonError::Twice { .. })));
        assert!(matches!(read(b"{", 100), Err(JsonError::Syntax(_))));
        assert!(read(br#"["\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["]"#, 100).is_ok());
    }
}
