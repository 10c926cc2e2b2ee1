//! Asks the reader of an act what it takes at a place, by giving it something else there.

use serde_json::{Map, Value};

use crate::act::Act;

/// What the reader takes where the example has a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Leaf {
    Choice(Vec<String>),
    Day,
    Jurisdiction,
    Party,
    Commodity,
    Standard,
    Instrument,
    Text,
}

/// What the reader takes where the example has an object.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A structure with these fields, in the order of their definition.
    Structure(Vec<String>),
    /// One of these, by name.
    OneOf(Vec<String>),
    /// Any keys: a text by language.
    Map,
}

/// A key and a value that nothing has.
const NOTHING: &str = "no such thing, whatever it is";

/// The reader of an act, with an example that it takes.
pub(super) struct Probe<'e> {
    act: &'e str,
    example: &'e Value,
}

impl<'e> Probe<'e> {
    pub(super) fn new(act: &'e str, example: &'e Value) -> Self {
        Self { act, example }
    }

    /// What it takes where the example has an object.
    pub(super) fn shape(&self, place: &str) -> Shape {
        let more = self.refusal(place, |value| {
            if let Some(object) = value.as_object_mut() {
                object.insert(NOTHING.into(), Value::Null);
            }
        });
        if let Some(names) = expected(more.as_deref(), "unknown field") {
            return Shape::Structure(names);
        }
        let only = Map::from_iter([(NOTHING.to_owned(), Value::Object(Map::new()))]);
        let other = self.refusal(place, |value| *value = Value::Object(only));
        expected(other.as_deref(), "unknown variant").map_or(Shape::Map, Shape::OneOf)
    }

    /// What it takes where the example has a text.
    pub(super) fn leaf(&self, place: &str) -> Leaf {
        let refusal = |text: &str| self.refusal(place, |value| *value = Value::from(text));
        let takes = |text: &str| refusal(text).is_none();
        if let Some(terms) = expected(refusal(NOTHING).as_deref(), "unknown variant") {
            return Leaf::Choice(terms);
        }
        match () {
            // A reference to a standard has a publisher and a number; any other text may be one word.
            () if takes(NOTHING) && takes("word") => Leaf::Text,
            () if takes(NOTHING) => Leaf::Standard,
            () if takes("2026-12-31") && !takes("2026-13-31") => Leaf::Day,
            () if takes("did:web:a.example") && !takes("EX") => Leaf::Party,
            () if takes("851610") && !takes("EX") => Leaf::Commodity,
            () if takes("EX") && !takes("a.1") => Leaf::Jurisdiction,
            () if takes("a.1") => Leaf::Instrument,
            () => Leaf::Text,
        }
    }

    /// Whether the field at a place may be left out.
    pub(super) fn may_be_left_out(&self, place: &str) -> bool {
        let Some((parent, key)) = place.rsplit_once('/') else { return false };
        let without = |value: &mut Value| {
            value.as_object_mut().map(|object| object.remove(key));
        };
        self.refusal(parent, without).is_none()
    }

    /// What the reader says when the example is changed at a place; `None` if it takes it.
    fn refusal(&self, place: &str, change: impl FnOnce(&mut Value)) -> Option<String> {
        let mut changed = self.example.clone();
        change(changed.pointer_mut(place)?);
        let read = Act::from_fields(self.act, &changed)?;
        read.err().map(|error| error.inner().to_string())
    }
}

/// The names that a message of the reader expects, if it begins so.
fn expected(message: Option<&str>, beginning: &str) -> Option<Vec<String>> {
    let message = message?.strip_prefix(beginning)?;
    let rest = message.split_once(NOTHING)?.1;
    Some(rest.split('`').skip(2).step_by(2).map(str::to_owned).collect())
}
