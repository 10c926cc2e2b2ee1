//! Finds keys that occur twice in one JSON object, which readers would otherwise resolve each in its own way.

use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// Why a text is not JSON with unique keys.
pub(crate) enum Refused {
    /// Not JSON, or nested too deeply.
    Syntax(serde_json::Error),
    /// A key occurs twice; where the second one stands.
    Twice { key: String, line: usize, column: usize },
}

/// Walks a JSON text whole and keeps nothing of it.
pub(crate) fn refuse_duplicates(json: &[u8]) -> Result<(), Refused> {
    let mut twice = None;
    let mut reader = serde_json::Deserializer::from_slice(json);
    let walked = Walk(&mut twice).deserialize(&mut reader).and_then(|()| reader.end());
    match (walked, twice) {
        (Ok(()), _) => Ok(()),
        (Err(error), Some(key)) => Err(Refused::Twice { key, line: error.line(), column: error.column() }),
        (Err(error), None) => Err(Refused::Syntax(error)),
    }
}

struct Walk<'a>(&'a mut Option<String>);

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut keys = HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            if !keys.insert(key.clone()) {
                *self.0 = Some(key);
                return Err(serde::de::Error::custom("key twice"));
            }
            map.next_value_seed(Walk(self.0))?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element_seed(Walk(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}
