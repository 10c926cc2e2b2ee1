//! Reads JSON in which no object has a key twice; readers would otherwise resolve that each in its own way.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Why a text is not JSON with unique keys.
#[derive(Debug)]
pub enum Refused {
    /// Not JSON, or nested too deeply.
    Syntax(serde_json::Error),
    /// A key occurs twice; where the second one stands.
    Twice {
        /// The key.
        key: String,
        /// Line of the second one.
        line: usize,
        /// Column of the second one.
        column: usize,
    },
}

/// The value of a JSON text whose keys are unique.
///
/// # Errors
/// When the text is not JSON, is nested more than 128 deep or has a key twice in one object.
pub fn read_unique(json: &[u8]) -> Result<Value, Refused> {
    let mut twice = None;
    let mut reader = serde_json::Deserializer::from_slice(json);
    let read = Unique(&mut twice).deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    read.map_err(|error| match twice {
        Some(key) => Refused::Twice { key, line: error.line(), column: error.column() },
        None => Refused::Syntax(error),
    })
}

/// Reads a value within a larger text; the first key that occurs twice in an object is left in the argument.
pub struct Unique<'a>(pub &'a mut Option<String>);

impl<'de> DeserializeSeed<'de> for Unique<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Unique<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if fields.contains_key(&key) {
                *self.0 = Some(key);
                return Err(serde::de::Error::custom("key twice"));
            }
            let value = map.next_value_seed(Unique(self.0))?;
            fields.insert(key, value);
        }
        Ok(Value::Object(fields))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = seq.next_element_seed(Unique(self.0))? {
            entries.push(entry);
        }
        Ok(Value::Array(entries))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        // JSON has no number that is not finite; if one came all the same, its field would refuse the null.
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
}
