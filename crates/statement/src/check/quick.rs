//! Whether all texts and lists of an act hold, without building its JSON form. What is wrong, and where,
//! [`super::texts`] says.

use std::collections::HashSet;
use std::fmt;

use model::limits::LIST_ENTRIES_MAX;
use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::texts;
use crate::path::Path;

/// Whether [`texts::all_of`] finds nothing.
pub(super) fn holds(act: &impl Serialize) -> bool {
    act.serialize(Value { list: None, in_list: false }).is_ok()
}

/// Something does not hold.
#[derive(Debug)]
struct Broken;

/// One value.
struct Value<'l> {
    /// The texts of the list that it stands in, where each may stand once.
    list: Option<&'l mut HashSet<String>>,
    in_list: bool,
}

/// The entries of a list.
struct Entries {
    seen: HashSet<String>,
    /// A list within a list is a pair, whose halves may be the same.
    pair: bool,
    count: usize,
}

/// The fields of an object.
struct Fields;

impl Entries {
    fn entry<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Broken> {
        self.count += 1;
        if self.count > LIST_ENTRIES_MAX {
            return Err(Broken);
        }
        let list = (!self.pair).then_some(&mut self.seen);
        value.serialize(Value { list, in_list: true })
    }
}

fn field<T: Serialize + ?Sized>(value: &T) -> Result<(), Broken> {
    value.serialize(Value { list: None, in_list: false })
}

macro_rules! numbers {
    ($($name:ident: $type:ty),+) => {
        $(fn $name(self, _: $type) -> Result<(), Broken> {
            Ok(())
        })+
    };
}

impl Serializer for Value<'_> {
    type Ok = ();
    type Error = Broken;
    type SerializeSeq = Entries;
    type SerializeTuple = Entries;
    type SerializeTupleStruct = Entries;
    type SerializeTupleVariant = Entries;
    type SerializeMap = Fields;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Fields;

    numbers!(
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32,
        serialize_f64: f64, serialize_bytes: &[u8], serialize_unit_struct: &'static str
    );

    fn serialize_char(self, text: char) -> Result<(), Broken> {
        self.serialize_str(text.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Broken> {
        texts::text(&Path::Root(""), text).map_err(|_| Broken)?;
        let fresh = self.list.is_none_or(|seen| seen.insert(text.to_owned()));
        if fresh { Ok(()) } else { Err(Broken) }
    }

    fn serialize_none(self) -> Result<(), Broken> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Broken> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Broken> {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Broken> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Broken> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Broken> {
        field(value)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Entries, Broken> {
        Ok(Entries { seen: HashSet::new(), pair: self.in_list, count: 0 })
    }

    fn serialize_tuple(self, _: usize) -> Result<Entries, Broken> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Entries, Broken> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Entries, Broken> {
        Ok(Entries { seen: HashSet::new(), pair: false, count: 0 })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Fields, Broken> {
        Ok(Fields)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields, Broken> {
        Ok(Fields)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Fields, Broken> {
        Ok(Fields)
    }
}

macro_rules! entries {
    ($($kind:ident $method:ident),+) => {
        $(impl $kind for Entries {
            type Ok = ();
            type Error = Broken;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Broken> {
                self.entry(value)
            }

            fn end(self) -> Result<(), Broken> {
                Ok(())
            }
        })+
    };
}

entries!(
    SerializeSeq serialize_element, SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field, SerializeTupleVariant serialize_field
);

macro_rules! fields {
    ($($kind:ident),+) => {
        $(impl $kind for Fields {
            type Ok = ();
            type Error = Broken;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), Broken> {
                field(value)
            }

            fn end(self) -> Result<(), Broken> {
                Ok(())
            }
        })+
    };
}

fields!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for Fields {
    type Ok = ();
    type Error = Broken;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), Broken> {
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Broken> {
        field(value)
    }

    fn end(self) -> Result<(), Broken> {
        Ok(())
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or list does not hold")
    }
}

impl std::error::Error for Broken {}

impl serde::ser::Error for Broken {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::*;

    #[test]
    fn it_finds_what_the_walk_with_its_ways_finds() {
        let long = "a".repeat(3_000);
        let many: Vec<usize> = (0..=LIST_ENTRIES_MAX).collect();
        let cases: [(Json, bool); 12] = [
            (json!({ "a": "b", "c": ["d", "e"], "f": null, "g": 1, "h": true }), true),
            (json!({ "a": "" }), false),
            (json!({ "a": { "b": [{ "c": " " }] } }), false),
            (json!({ "a": long }), false),
            (json!({ "a": "b\u{7}" }), false),
            (json!({ "a": "b\nc" }), true),
            (json!({ "a": "\u{202e}b" }), false),
            (json!({ "a": ["b", "b"] }), false),
            (json!({ "a": [["b", "b"]] }), true),
            (json!({ "a": [1, 1] }), true),
            (json!({ "a": [{ "b": ["c", "c"] }] }), false),
            (json!({ "a": many }), false),
        ];
        for (act, good) in cases {
            assert_eq!((holds(&act), texts::all_of(&act).is_ok()), (good, good), "{act}");
        }
    }
}
