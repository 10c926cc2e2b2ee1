//! Writing JSON without a tree and without asking again what is known: keys and words of ours need no escaping, texts of
//! parties are looked through once. What is rare is left to `serde_json`, which also says what every form looks like.

use law::{Outcome, Value};
use model::{Date, Jurisdiction};
use serde::Serialize;

/// JSON in the making.
///
/// **Invariant:** no value ends with an opening bracket, so the last byte says whether a comma is due.
pub(crate) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self { bytes: Vec::with_capacity(bytes) }
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// `{…}`, with what `write` puts into it.
    pub(crate) fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.bytes.push(b'{');
        write(self);
        self.bytes.push(b'}');
    }

    /// `[…]`, with what `write` makes of each item.
    pub(crate) fn array<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        self.bytes.push(b'[');
        for item in items {
            if self.bytes.last() != Some(&b'[') {
                self.bytes.push(b',');
            }
            write(self, item);
        }
        self.bytes.push(b']');
    }

    /// A key of ours, with the comma before it if one is due.
    pub(crate) fn key(&mut self, key: &'static str) -> &mut Self {
        let start: &[u8] = if self.bytes.last() == Some(&b'{') { b"\"" } else { b",\"" };
        self.bytes.extend_from_slice(start);
        self.bytes.extend_from_slice(key.as_bytes());
        self.bytes.extend_from_slice(b"\":");
        self
    }

    /// A word of ours: nothing in it is escaped.
    pub(crate) fn word(&mut self, word: &'static str) {
        self.quoted(word.as_bytes());
    }

    /// A text of somebody else.
    pub(crate) fn text(&mut self, text: &str) {
        // Without a branch in it, the loop looks at many bytes at once.
        let escape =
            text.bytes().fold(false, |found, byte| found | (byte < b' ') | (byte == b'"') | (byte == b'\\'));
        if escape { self.value(text) } else { self.quoted(text.as_bytes()) }
    }

    /// A text, or `null`.
    pub(crate) fn text_or_null(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.value(&()),
        }
    }

    /// A code of a country or group: letters, digits, hyphens.
    pub(crate) fn party(&mut self, party: Jurisdiction) {
        self.quoted(party.as_str().as_bytes());
    }

    /// A legal day, `2026-01-31`.
    pub(crate) fn day(&mut self, day: Date) {
        let (Ok(year), Ok(month), Ok(of_month)) =
            (u16::try_from(day.year()), u8::try_from(day.month()), u8::try_from(day.day()))
        else {
            return self.value(&day);
        };
        let digit = |number: u16, place: u16| b"0123456789"[usize::from(number / place % 10)];
        let (month, of_month) = (u16::from(month), u16::from(of_month));
        self.bytes.extend_from_slice(&[
            b'"',
            digit(year, 1000),
            digit(year, 100),
            digit(year, 10),
            digit(year, 1),
            b'-',
            digit(month, 10),
            digit(month, 1),
            b'-',
            digit(of_month, 10),
            digit(of_month, 1),
            b'"',
        ]);
    }

    /// Anything else, as `serde_json` writes it.
    pub(crate) fn value(&mut self, value: &(impl Serialize + ?Sized)) {
        // Writing to memory cannot fail, and no key here is anything but a string.
        let _ = serde_json::to_writer(&mut self.bytes, value);
    }

    pub(crate) fn outcome(&mut self, outcome: Outcome) {
        self.word(outcome.as_str());
    }

    pub(crate) fn fact(&mut self, value: Value<'_>) {
        match value {
            Value::Text(text) => self.text(text),
            Value::Day(day) => self.day(day),
            Value::Number(number) => self.value(&number),
            Value::Party(party) => self.party(party),
            Value::Statement(at) => self.value(&at),
        }
    }

    fn quoted(&mut self, text: &[u8]) {
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(text);
        self.bytes.push(b'"');
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(write: impl FnOnce(&mut Writer)) -> Vec<u8> {
        let mut writer = Writer::with_capacity(0);
        write(&mut writer);
        writer.finish()
    }

    proptest! {
        #[test]
        fn texts_and_days_are_written_as_serde_json_writes_them(text: String, days in -4_000_000i32..2_900_000) {
            let day = Date::constant(1970, 1, 1).saturating_add(jiff::Span::new().days(days));
            prop_assert_eq!(written(|out| out.text(&text)), serde_json::to_vec(&text).unwrap_or_default());
            prop_assert_eq!(written(|out| out.day(day)), serde_json::to_vec(&day).unwrap_or_default());
        }
    }

    #[test]
    fn commas_stand_between_and_nowhere_else() {
        let bytes = written(|out| {
            out.object(|out| {
                out.key("a").array(["[", "{", ","], |out, text| out.text(text));
                out.key("b").object(|_| ());
                out.key("c").array([(); 2], |out, ()| out.array([(); 0], |_, ()| ()));
                out.key("d").text_or_null(None);
            });
        });
        assert_eq!(String::from_utf8_lossy(&bytes), r#"{"a":["[","{",","],"b":{},"c":[[],[]],"d":null}"#);
    }
}
