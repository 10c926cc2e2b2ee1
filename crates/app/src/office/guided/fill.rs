//! From the fields that were sent to the tree of the act.

use serde_json::{Map, Value};
use statement::form::{Field, Form, Kind};

use super::nodes::{COUNT, ID, at};
use super::{ROWS_MAX, Sent};

/// The tree with what was sent. What the form does not show stays; what was emptied is gone.
pub(super) fn fill(
    form: &Form,
    old: &Map<String, Value>,
    sent: &Sent,
    without: Option<&str>,
) -> Map<String, Value> {
    let mut wanted = old.clone();
    if let Some(id) = sent.get(ID) {
        wanted.insert(ID.into(), Value::from(id.trim()));
    }
    let filler = Filler { sent, without };
    let mut act = filler.table(&form.fields, "act", old.get("act"));
    if let Some(name) = old.get("act").and_then(|act| act.get("type")) {
        act.insert("type".into(), name.clone());
    }
    wanted.insert("act".into(), Value::Object(act));
    wanted
}

struct Filler<'s> {
    sent: &'s Sent,
    without: Option<&'s str>,
}

impl Filler<'_> {
    fn table(&self, fields: &[Field], path: &str, old: Option<&Value>) -> Map<String, Value> {
        let mut table = old.and_then(Value::as_object).cloned().unwrap_or_default();
        for field in fields {
            let found = self.value(&field.kind, &at(path, &field.name), table.get(&field.name));
            // A structure that must be there is there, even if nothing of it is filled in.
            let empty = found.as_ref().and_then(Value::as_object).is_some_and(Map::is_empty);
            match found.filter(|_| !(empty && field.optional)) {
                Some(value) => drop(table.insert(field.name.clone(), value)),
                None => drop(table.remove(&field.name)),
            }
        }
        table
    }

    /// What is wanted at a path; `None` for nothing.
    fn value(&self, kind: &Kind, path: &str, old: Option<&Value>) -> Option<Value> {
        match kind {
            Kind::Table(fields) => Some(Value::Object(self.table(fields, path, old))),
            Kind::OneOf(variants) => self.variant(variants, path, old),
            Kind::Languages => self.languages(path, old),
            Kind::List(entry) => match entry.as_ref() {
                Kind::Choice(terms) => self.terms(terms, path, old),
                Kind::Commodity => self.codes(path, old),
                entry => self.rows(entry, path, old),
            },
            leaf => match self.sent.get(path) {
                None => old.cloned(),
                Some(text) => typed(leaf, &lines(text)),
            },
        }
    }

    fn variant(&self, variants: &[(String, Vec<Field>)], path: &str, old: Option<&Value>) -> Option<Value> {
        let Some(chosen) = self.sent.get(path) else { return old.cloned() };
        let (name, fields) = variants.iter().find(|(name, _)| name == chosen)?;
        let inner = self.table(fields, &at(path, name), old.and_then(|old| old.get(name)));
        Some(Value::Object(Map::from_iter([(name.clone(), Value::Object(inner))])))
    }

    fn languages(&self, path: &str, old: Option<&Value>) -> Option<Value> {
        let mut texts = old.and_then(Value::as_object).cloned().unwrap_or_default();
        let begin = format!("{path}.");
        for (name, text) in self.sent {
            let Some(language) = name.strip_prefix(&begin) else { continue };
            match lines(text).trim() {
                "" => drop(texts.remove(language)),
                text => drop(texts.insert(language.to_owned(), Value::from(text))),
            }
        }
        (!texts.is_empty()).then_some(Value::Object(texts))
    }

    fn terms(&self, terms: &[String], path: &str, old: Option<&Value>) -> Option<Value> {
        if !self.sent.contains_key(path) {
            return old.cloned();
        }
        let former = old.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let mut wanted: Vec<_> = former.filter(|term| self.sent.contains_key(&at(path, term))).collect();
        for term in terms {
            if self.sent.contains_key(&at(path, term)) && !wanted.contains(&term.as_str()) {
                wanted.push(term);
            }
        }
        (!wanted.is_empty()).then(|| Value::from(wanted))
    }

    fn codes(&self, path: &str, old: Option<&Value>) -> Option<Value> {
        let Some(text) = self.sent.get(path) else { return old.cloned() };
        let codes = text.split(|c: char| c.is_whitespace() || c == ',' || c == ';');
        let codes: Vec<_> = codes.filter(|code| !code.is_empty()).collect();
        (!codes.is_empty()).then(|| Value::from(codes))
    }

    fn rows(&self, entry: &Kind, path: &str, old: Option<&Value>) -> Option<Value> {
        let count = self.sent.get(&at(path, COUNT)).and_then(|count| count.parse::<usize>().ok());
        let Some(count) = count else { return old.cloned() };
        let mut rows = Vec::new();
        for place in 0..count.min(ROWS_MAX) {
            let here = at(path, &place.to_string());
            if self.without == Some(here.as_str()) {
                continue;
            }
            let row = self.value(entry, &here, old.and_then(|old| old.get(place)));
            rows.extend(row.filter(|row| !is_empty(row)));
        }
        (!rows.is_empty()).then_some(Value::Array(rows))
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.values().all(is_empty),
        Value::Array(list) => list.is_empty(),
        Value::String(text) => text.is_empty(),
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// A text as its field takes it. What is no number stays a text, and the reader of the act says what is wrong with it.
fn typed(kind: &Kind, text: &str) -> Option<Value> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let other = match kind {
        Kind::Number => text.parse::<i64>().ok().map(Value::from),
        Kind::Flag => text.parse::<bool>().ok().map(Value::from),
        _ => None,
    };
    Some(other.unwrap_or_else(|| Value::from(text)))
}

/// Browsers send the ends of lines as two characters (HTML section 4.10.21.4).
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}
