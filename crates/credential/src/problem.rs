//! What is wrong with a document, told precisely: where, what was expected, what was found, what to do.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

/// One thing that is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where: a JSON pointer (RFC 6901); empty for the whole.
    pub pointer: String,
    /// What was expected.
    pub expected: String,
    /// What was found, cut short.
    pub found: String,
    /// The next step.
    pub help: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.pointer.is_empty() { "the document" } else { &self.pointer };
        write!(f, "{place}: expected {}, found {}; {}", self.expected, self.found, self.help)
    }
}

/// Collects problems, up to a limit, with the place where they are.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<Problem>);

impl Problems {
    pub(crate) fn add(&mut self, at: &Place<'_>, expected: &str, found: Option<&Value>, help: &str) {
        if self.0.len() < crate::limits::PROBLEMS_MAX {
            self.0.push(Problem {
                pointer: at.to_string(),
                expected: expected.to_owned(),
                found: found.map_or_else(|| "nothing".to_owned(), shown),
                help: help.to_owned(),
            });
        }
    }

    pub(crate) fn into_vec(self) -> Vec<Problem> {
        self.0
    }
}

/// A place in a document, as a list that grows towards the leaves: nothing is allocated until something is wrong.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    Root,
    Field(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl<'a> Place<'a> {
    pub(crate) fn field(&'a self, name: &'a str) -> Place<'a> {
        Place::Field(self, name)
    }

    pub(crate) fn item(&'a self, index: usize) -> Place<'a> {
        Place::Item(self, index)
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Root => Ok(()),
            // RFC 6901 section 3: `~` and `/` are escaped.
            Place::Field(parent, name) => {
                write!(f, "{parent}/{}", name.replace('~', "~0").replace('/', "~1"))
            }
            Place::Item(parent, index) => write!(f, "{parent}/{index}"),
        }
    }
}

/// A value as it is shown in a message: what it is, and its beginning.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::Array(entries) if entries.is_empty() => "an empty list".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::String(text) => format!("`{}`", cut(text)),
        Value::Bool(_) | Value::Number(_) => cut(&value.to_string()),
    }
}

/// A text as it is shown in a message.
pub(crate) fn cut(text: &str) -> String {
    let mut short: String = text.chars().filter(|c| !c.is_control()).take(80).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_json_pointer() {
        let root = Place::Root;
        let list = root.field("a/b");
        assert_eq!(list.item(2).field("c~d").to_string(), "/a~1b/2/c~0d");
        assert_eq!(root.to_string(), "");
    }
}
