//! The fields of a form with what is written in them, as pages show them.

use serde_json::{Map, Value};
use statement::form::{Field, Form, Kind};

/// Languages in which a text can be written in a form; others that a text has are shown too.
const LANGUAGES: &[&str] = &["en", "fr"];
/// The name of the field that counts the entries of a list, behind the path of the list.
pub(super) const COUNT: &str = "#";
/// The name of the field of the identifier.
pub(super) const ID: &str = "id";
/// Stands for the place of an entry in the pattern of a further one.
pub const PLACE: &str = "__n__";

/// A field with what is written in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its name in the form: the way to it, such as `act.elements.requirements.0.text`.
    pub path: String,
    /// Its name on the wire; of an entry of a list, the name of the list.
    pub name: String,
    /// What it means, in English; empty where the name says all.
    pub help: String,
    /// Whether it may be left out.
    pub optional: bool,
    /// What it takes, and what is written in it.
    pub what: What,
}

/// What a field takes, and what is written in it.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A few words.
    Line(String),
    /// Text of some length.
    Prose(String),
    /// A day.
    Day(String),
    /// A whole number.
    Number(String),
    /// `true`, `false` or nothing.
    Flag(String),
    /// The code of a country or group.
    Jurisdiction(String),
    /// The identifier of a party.
    Party(String),
    /// The identifier of an instrument.
    Instrument(String),
    /// A reference to a standard.
    Standard(String),
    /// A code of the Harmonized System.
    Code(String),
    /// Codes of the Harmonized System, with spaces between them.
    Codes(String),
    /// One term.
    Choice {
        /// All terms.
        terms: Vec<String>,
        /// The one that is chosen, or nothing.
        chosen: String,
    },
    /// Some terms.
    Terms {
        /// All terms, each with whether it is chosen.
        terms: Vec<(String, bool)>,
    },
    /// A text in several languages: code and text.
    Languages(Vec<(String, String)>),
    /// A structure.
    Table(Vec<Node>),
    /// One structure of several.
    OneOf {
        /// The one that is chosen, or nothing.
        chosen: String,
        /// All of them.
        variants: Vec<(String, Vec<Node>)>,
    },
    /// A list.
    Rows {
        /// Its entries.
        rows: Vec<Row>,
        /// A further entry, with [`PLACE`] for its place.
        pattern: Box<Row>,
    },
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Counted from 1; 0 for the pattern.
    pub number: usize,
    /// What is in it.
    pub node: Node,
}

impl Node {
    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        match &self.what {
            What::Line(text)
            | What::Prose(text)
            | What::Day(text)
            | What::Number(text)
            | What::Flag(text)
            | What::Jurisdiction(text)
            | What::Party(text)
            | What::Instrument(text)
            | What::Standard(text)
            | What::Code(text)
            | What::Codes(text)
            | What::Choice { chosen: text, .. }
            | What::OneOf { chosen: text, .. } => text.is_empty(),
            What::Terms { terms } => terms.iter().all(|(_, chosen)| !chosen),
            What::Languages(texts) => texts.iter().all(|(_, text)| text.is_empty()),
            What::Table(nodes) => nodes.iter().all(Self::is_empty),
            What::Rows { rows, .. } => rows.is_empty(),
        }
    }

    /// Whether it is set apart, with a heading of its own.
    pub fn is_group(&self) -> bool {
        matches!(self.what, What::Table(_) | What::OneOf { .. } | What::Rows { .. })
    }

    /// It and everything in it.
    pub fn walk(&self, see: &mut impl FnMut(&Node)) {
        see(self);
        match &self.what {
            What::Table(nodes) => nodes.iter().for_each(|node| node.walk(see)),
            What::OneOf { variants, .. } => {
                variants.iter().flat_map(|(_, nodes)| nodes).for_each(|node| node.walk(see));
            }
            What::Rows { rows, pattern } => {
                rows.iter().chain([pattern.as_ref()]).for_each(|row| row.node.walk(see));
            }
            _ => {}
        }
    }
}

/// The path of a part.
pub(super) fn at(path: &str, part: &str) -> String {
    format!("{path}.{part}")
}

/// The fields of an act. The list at the path `more` gets an empty entry at its end.
pub(super) fn nodes(form: &Form, tree: &Map<String, Value>, more: Option<&str>) -> Vec<Node> {
    let maker = Maker { more };
    let act = tree.get("act");
    form.fields.iter().map(|field| maker.field(field, "act", act)).collect()
}

struct Maker<'m> {
    more: Option<&'m str>,
}

impl Maker<'_> {
    fn field(&self, field: &Field, above: &str, table: Option<&Value>) -> Node {
        let path = at(above, &field.name);
        let value = table.and_then(|table| table.get(&field.name));
        let mut what = self.what(&field.kind, &path, &field.name, value);
        // A list that must not be empty begins with an entry.
        if let What::Rows { rows, pattern } = &mut what
            && (self.more == Some(path.as_str()) || (rows.is_empty() && !field.optional))
        {
            let place = rows.len();
            rows.push(Row { number: place + 1, node: placed(&pattern.node, &path, place) });
        }
        let (name, help) = (field.name.clone(), field.help.clone());
        Node { path, name, help, optional: field.optional, what }
    }

    fn fields(&self, fields: &[Field], path: &str, value: Option<&Value>) -> Vec<Node> {
        fields.iter().map(|field| self.field(field, path, value)).collect()
    }

    fn what(&self, kind: &Kind, path: &str, name: &str, value: Option<&Value>) -> What {
        let text = || value.map(plain).unwrap_or_default();
        match kind {
            Kind::Line => What::Line(text()),
            Kind::Prose => What::Prose(text()),
            Kind::Day => What::Day(text()),
            Kind::Number => What::Number(text()),
            Kind::Flag => What::Flag(text()),
            Kind::Jurisdiction => What::Jurisdiction(text()),
            Kind::Party => What::Party(text()),
            Kind::Instrument => What::Instrument(text()),
            Kind::Standard => What::Standard(text()),
            Kind::Commodity => What::Code(text()),
            Kind::Choice(terms) => What::Choice { terms: with(terms, &[text()]), chosen: text() },
            Kind::Languages => What::Languages(languages(value)),
            Kind::Table(fields) => What::Table(self.fields(fields, path, value)),
            Kind::OneOf(variants) => self.one_of(variants, path, value),
            Kind::List(entry) => match entry.as_ref() {
                Kind::Choice(terms) => chosen(terms, value),
                Kind::Commodity => What::Codes(list(value).join(" ")),
                entry => self.rows(entry, path, name, value),
            },
        }
    }

    fn one_of(&self, variants: &[(String, Vec<Field>)], path: &str, value: Option<&Value>) -> What {
        let object = value.and_then(Value::as_object);
        let chosen = object.and_then(|object| object.keys().next()).cloned().unwrap_or_default();
        let variants = variants.iter().map(|(name, fields)| {
            let inner = value.and_then(|value| value.get(name));
            (name.clone(), self.fields(fields, &at(path, name), inner))
        });
        What::OneOf { chosen, variants: variants.collect() }
    }

    fn rows(&self, entry: &Kind, path: &str, name: &str, value: Option<&Value>) -> What {
        let row = |place: &str, number, value: Option<&Value>| {
            let path = at(path, place);
            let what = self.what(entry, &path, name, value);
            let (name, help) = (name.to_owned(), String::new());
            Row { number, node: Node { path, name, help, optional: false, what } }
        };
        let entries = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let rows = entries.iter().enumerate().map(|(i, entry)| row(&i.to_string(), i + 1, Some(entry)));
        What::Rows { rows: rows.collect(), pattern: Box::new(row(PLACE, 0, None)) }
    }
}

/// The pattern of a further entry of the list at a path, put at a place.
fn placed(pattern: &Node, list: &str, place: usize) -> Node {
    fn rename(node: &mut Node, from: &str, to: &str) {
        if let Some(rest) = node.path.strip_prefix(from) {
            node.path = format!("{to}{rest}");
        }
        match &mut node.what {
            What::Table(nodes) => nodes.iter_mut().for_each(|node| rename(node, from, to)),
            What::OneOf { variants, .. } => {
                variants.iter_mut().flat_map(|(_, nodes)| nodes).for_each(|node| rename(node, from, to));
            }
            What::Rows { rows, pattern } => {
                rows.iter_mut().for_each(|row| rename(&mut row.node, from, to));
                rename(&mut pattern.node, from, to);
            }
            _ => {}
        }
    }
    let mut node = pattern.clone();
    rename(&mut node, &at(list, PLACE), &at(list, &place.to_string()));
    node
}

fn chosen(terms: &[String], value: Option<&Value>) -> What {
    let found = list(value);
    let terms = with(terms, &found).into_iter().map(|term| {
        let chosen = found.contains(&term);
        (term, chosen)
    });
    What::Terms { terms: terms.collect() }
}

/// The terms, and those found that are none of them: nothing that a text says is dropped by being shown.
fn with(terms: &[String], found: &[String]) -> Vec<String> {
    let mut all = terms.to_vec();
    let others = found.iter().filter(|term| !term.is_empty() && !terms.contains(term));
    all.extend(others.cloned());
    all
}

fn languages(value: Option<&Value>) -> Vec<(String, String)> {
    let texts = value.and_then(Value::as_object);
    let text = |language: &str| texts.and_then(|texts| texts.get(language)).map(plain).unwrap_or_default();
    let mut all: Vec<_> = LANGUAGES.iter().map(|code| ((*code).to_owned(), text(code))).collect();
    let others = texts.into_iter().flat_map(Map::keys).filter(|code| !LANGUAGES.contains(&code.as_str()));
    all.extend(others.map(|code| (code.clone(), text(code))));
    all
}

fn list(value: Option<&Value>) -> Vec<String> {
    value.and_then(Value::as_array).into_iter().flatten().map(plain).collect()
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
