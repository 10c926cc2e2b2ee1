//! JSON from outside in one pass, without a tree: well-formed, no key twice in an object, not too deep; and what stands
//! under a few names of the outermost object, which is all that checking a signature needs.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};
use statement::Unique;

use crate::json::JsonError;
use crate::limits::DEPTH_MAX;

/// Keys of one object that are compared one by one; in larger ones they are looked up.
const FEW_KEYS: usize = 24;

/// What stands under a name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Member<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A number.
    Number(Number),
    /// An object, with its `id` where that is a text.
    Object(Option<Cow<'a, str>>),
    /// A value that was asked for whole.
    Whole(Value),
    /// Something else.
    Other(&'static str),
}

impl Member<'_> {
    /// The text, if it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The identifier of a value that is a URL or an object with an `id`.
    pub(crate) fn id(&self) -> Option<&str> {
        match self {
            Self::Text(id) | Self::Object(Some(id)) => Some(id),
            _ => None,
        }
    }

    /// As it is shown in a message.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Text(text) => format!("`{}`", crate::problem::cut(text)),
            Self::Number(number) => crate::problem::cut(&number.to_string()),
            Self::Object(_) => "an object".to_owned(),
            Self::Whole(value) => crate::problem::shown(value),
            Self::Other(what) => (*what).to_owned(),
        }
    }
}

/// Which names are asked for.
pub(crate) struct Names {
    /// Those of which a glimpse is enough.
    pub(crate) glimpsed: &'static [&'static str],
    /// Those that are wanted whole.
    pub(crate) whole: &'static [&'static str],
}

/// What stands in an object under the names that were asked for.
#[derive(Debug)]
pub(crate) struct Members<'a> {
    found: Vec<(&'static str, Member<'a>)>,
}

impl<'a> Members<'a> {
    /// Goes through a text; `None` when it is no object.
    ///
    /// # Errors
    /// [`JsonError`], as [`crate::json::read`] tells it.
    pub(crate) fn read(text: &'a str, names: &'static Names) -> Result<Option<Self>, JsonError> {
        let mut pass = Pass { names, found: Vec::new(), keys: Vec::new(), twice: None, too_deep: false };
        let mut reader = serde_json::Deserializer::from_str(text);
        let outermost = Inner { pass: &mut pass, depth: 0 };
        let read = outermost.deserialize(&mut reader).and_then(|member| reader.end().map(|()| member));
        match (read, pass.twice) {
            (Ok(Member::Object(_)), _) => Ok(Some(Self { found: pass.found })),
            (Ok(_), _) => Ok(None),
            (Err(_), _) if pass.too_deep => Err(JsonError::TooDeep),
            (Err(error), Some(key)) => Err(JsonError::Twice {
                key: crate::problem::cut(&key),
                line: error.line(),
                column: error.column(),
            }),
            (Err(error), None) => Err(JsonError::Syntax(error.to_string())),
        }
    }

    /// What stands under a name.
    pub(crate) fn get(&self, name: &str) -> Option<&Member<'a>> {
        self.found.iter().find(|(found, _)| *found == name).map(|(_, member)| member)
    }

    /// The text under a name.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.text()
    }
}

/// What one pass keeps: keys of the objects that are open, one after the other, so that none needs a list of its own.
struct Pass<'de> {
    names: &'static Names,
    found: Vec<(&'static str, Member<'de>)>,
    keys: Vec<Cow<'de, str>>,
    twice: Option<String>,
    too_deep: bool,
}

/// A value at a depth.
struct Inner<'p, 'de> {
    pass: &'p mut Pass<'de>,
    depth: usize,
}

impl<'de> Inner<'_, 'de> {
    fn enter<E: serde::de::Error>(&mut self) -> Result<(), E> {
        self.depth += 1;
        self.pass.too_deep = self.depth > DEPTH_MAX;
        if self.pass.too_deep { Err(E::custom("too deep")) } else { Ok(()) }
    }

    fn below(&mut self) -> Inner<'_, 'de> {
        Inner { pass: &mut *self.pass, depth: self.depth }
    }
}

impl<'de> DeserializeSeed<'de> for Inner<'_, 'de> {
    type Value = Member<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Member<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Inner<'_, 'de> {
    type Value = Member<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Member<'de>, A::Error> {
        self.enter()?;
        let first = self.pass.keys.len();
        let mut many: Option<HashSet<Cow<'de, str>>> = None;
        let mut id = None;
        while let Some(key) = map.next_key_seed(Key)? {
            let open = &self.pass.keys[first..];
            if open.len() == FEW_KEYS {
                many = Some(open.iter().cloned().collect());
            }
            let twice = match &mut many {
                Some(many) => !many.insert(key.clone()),
                None => open.contains(&key),
            };
            if twice {
                self.pass.twice = Some(key.into_owned());
                return Err(A::Error::custom("key twice"));
            }
            let named = |names: &[&'static str]| names.iter().find(|name| **name == key).copied();
            let (glimpsed, whole) = match self.depth {
                1 => (named(self.pass.names.glimpsed), named(self.pass.names.whole)),
                _ => (None, None),
            };
            let is_id = key == "id";
            self.pass.keys.push(key);
            if let Some(name) = whole {
                let value = map.next_value_seed(Unique(&mut self.pass.twice))?;
                self.pass.too_deep = self.depth + depth_of(&value) > DEPTH_MAX;
                if self.pass.too_deep {
                    return Err(A::Error::custom("too deep"));
                }
                self.pass.found.push((name, Member::Whole(value)));
                continue;
            }
            let member = map.next_value_seed(self.below())?;
            if is_id && let Member::Text(text) = &member {
                id = Some(text.clone());
            }
            if let Some(name) = glimpsed {
                self.pass.found.push((name, member));
            }
        }
        self.pass.keys.truncate(first);
        Ok(Member::Object(id))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<Member<'de>, A::Error> {
        self.enter()?;
        let mut is_empty = true;
        while seq.next_element_seed(self.below())?.is_some() {
            is_empty = false;
        }
        Ok(Member::Other(if is_empty { "an empty list" } else { "a list" }))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Member<'de>, E> {
        Ok(Member::Other(if value { "true" } else { "false" }))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Member<'de>, E> {
        Ok(Member::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Member<'de>, E> {
        Ok(Member::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Member<'de>, E> {
        Ok(Number::from_f64(value).map_or(Member::Other("null"), Member::Number))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Member<'de>, E> {
        Ok(Member::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Member<'de>, E> {
        Ok(Member::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Member<'de>, E> {
        Ok(Member::Other("null"))
    }
}

/// A key, borrowed where it has no escapes.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cow<'de, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(value.to_owned()))
    }
}

fn depth_of(value: &Value) -> usize {
    let deepest = |depth: Option<usize>| 1 + depth.unwrap_or(0);
    match value {
        Value::Object(fields) => deepest(fields.values().map(depth_of).max()),
        Value::Array(entries) => deepest(entries.iter().map(depth_of).max()),
        _ => 0,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::json::read;

    const NAMES: Names = Names { glimpsed: &["id", "issuer", "n", "a"], whole: &["credentialStatus"] };

    fn members(text: &str) -> Result<Option<Members<'_>>, JsonError> {
        static ASKED: Names = NAMES;
        Members::read(text, &ASKED)
    }

    #[test]
    fn what_is_asked_for_is_found_and_borrowed() {
        let text = r#"{"id":"urn:x:1","issuer":{"name":"x","id":"did:web:a"},"n":1.5,"a":[],
            "credentialStatus":[{"id":"urn:x:2"}],"other":{"id":"urn:x:3","issuer":7}}"#;
        let read = members(text).unwrap().unwrap();
        assert!(matches!(read.get("id"), Some(Member::Text(Cow::Borrowed("urn:x:1")))));
        assert_eq!(read.get("issuer").and_then(Member::id), Some("did:web:a"));
        assert_eq!(read.get("n").map(Member::shown), Some("1.5".to_owned()));
        assert_eq!(read.get("a"), Some(&Member::Other("an empty list")));
        assert_eq!(read.get("credentialStatus"), Some(&Member::Whole(json!([{ "id": "urn:x:2" }]))));
        assert!(read.get("other").is_none());
        assert!(members("[1]").unwrap().is_none());
    }

    #[test]
    fn a_key_twice_is_found_at_every_depth_and_among_many() {
        for text in [
            r#"{"a":1,"a":2}"#,
            r#"{"a":{"b":[{"c":1,"c":1}]}}"#,
            r#"{"a":1,"\u0061":2}"#,
            r#"{"credentialStatus":{"x":1,"x":1}}"#,
        ] {
            assert!(matches!(members(text), Err(JsonError::Twice { .. })), "{text}");
        }
        let many = |n: usize| (0..n).map(|i| format!("\"k{i}\":0,")).collect::<String>();
        for n in [FEW_KEYS - 1, FEW_KEYS, FEW_KEYS + 1, 5_000] {
            assert!(members(&format!("{{{}\"z\":{{\"k0\":1}}}}", many(n))).is_ok());
            let twice = format!("{{{}\"k{}\":1}}", many(n), n - 1);
            assert!(
                matches!(members(&twice), Err(JsonError::Twice { key, .. }) if key == format!("k{}", n - 1))
            );
        }
    }

    #[test]
    fn depth_is_counted_where_it_is_read() {
        let nested = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
        let status = |n: usize| format!(r#"{{"credentialStatus":{}}}"#, nested(n));
        assert!(members(&nested(DEPTH_MAX)).is_ok());
        assert_eq!(members(&nested(DEPTH_MAX + 1)).unwrap_err(), JsonError::TooDeep);
        assert_eq!(members(&"[".repeat(1_000_000)).unwrap_err(), JsonError::TooDeep);
        assert!(members(&status(DEPTH_MAX - 1)).is_ok());
        assert_eq!(members(&status(DEPTH_MAX)).unwrap_err(), JsonError::TooDeep);
    }

    proptest! {
        #[test]
        fn a_text_is_taken_exactly_when_its_tree_is(
            text in r#"[{\[]([{}\[\],:]|"a"|"id"|"\\u0061"|"b":|"a":|1|-2e3|true|null| ){0,12}[}\]]"#,
        ) {
            let tree = read(text.as_bytes(), 1_000);
            let taken = members(&text);
            prop_assert_eq!(tree.is_ok(), taken.is_ok());
            if let (Ok(tree), Ok(taken)) = (tree, taken) {
                prop_assert_eq!(tree.is_object(), taken.is_some());
            }
        }

        #[test]
        fn a_changed_credential_is_taken_exactly_when_its_tree_is(at in 0_usize..400, byte in 32_u8..127) {
            let mut text = json!({
                "id": "urn:x:1", "issuer": { "id": "did:web:a", "n": [1, 2.5, -3, 1e5, true, null, "\"\\\u{e9}"] },
                "credentialStatus": [{ "id": "urn:x:2" }], "a": { "b": { "c": [[], {}] } },
            }).to_string().into_bytes();
            let at = at % text.len();
            text[at] = byte;
            if let Ok(text) = std::str::from_utf8(&text) {
                prop_assert_eq!(read(text.as_bytes(), 1_000).is_ok(), members(text).is_ok(), "{}", text);
            }
        }
    }
}
