//! What a form for each act asks: its fields in their order, what each takes, which may be left out, and a word of help.
//!
//! Nothing of it is written down a second time. Names, order and closed lists come from the reader of the wire, which
//! says what it expects when it is given something else; the help comes from the comments of the examples
//! ([`crate::template`]). So an act that gets a field has it in its form.

mod comments;
mod probe;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::act::Act;
use crate::file::toml_to_json;
use crate::templates::template;

use comments::{Comments, title_of};
use probe::{Leaf, Probe, Shape};

/// One field of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name on the wire.
    pub name: String,
    /// What it takes.
    pub kind: Kind,
    /// Whether it may be left out.
    pub optional: bool,
    /// What it means, in English, as the example says it; empty where the name says all.
    pub help: String,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A few words.
    Line,
    /// Text of some length.
    Prose,
    /// A day.
    Day,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// The code of a country or group.
    Jurisdiction,
    /// The identifier of a party.
    Party,
    /// The identifier of an instrument: agreement, regulation, procedure, objective, measure.
    Instrument,
    /// A reference to a standard.
    Standard,
    /// A code of the Harmonized System.
    Commodity,
    /// One term of a closed list.
    Choice(Vec<String>),
    /// The same text in several languages.
    Languages,
    /// A structure.
    Table(Vec<Field>),
    /// One structure of several, by its name.
    OneOf(Vec<(String, Vec<Field>)>),
    /// Any number of the same.
    List(Box<Kind>),
}

/// The form of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Name of the act.
    pub act: &'static str,
    /// What the act does, in English, as the example says it.
    pub title: String,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// Forms of all acts.
#[derive(Clone, Debug)]
pub struct Forms(BTreeMap<&'static str, Form>);

impl Forms {
    /// Reads the forms out of the examples.
    pub fn read() -> Self {
        let examples: Vec<_> = Act::NAMES.iter().filter_map(|name| Example::read(name)).collect();
        let samples = Samples::read(&examples);
        let forms = examples.iter().map(|example| {
            let fields = samples.table(example, "").unwrap_or_default();
            (example.act, Form { act: example.act, title: example.title.clone(), fields })
        });
        Self(forms.collect())
    }

    /// The form of an act; `None` for a name that is no act.
    pub fn get(&self, act: &str) -> Option<&Form> {
        self.0.get(act)
    }

    /// All forms.
    pub fn iter(&self) -> impl Iterator<Item = &Form> {
        self.0.values()
    }
}

impl Form {
    /// The field at a path such as `elements.requirements.0.text`; places in lists are passed over.
    pub fn find(&self, path: &str) -> Option<&Field> {
        let mut steps = path.split('.').filter(|step| step.parse::<usize>().is_err());
        let first = steps.next()?;
        let found = self.fields.iter().find(|field| field.name == first)?;
        steps.try_fold(found, |field, step| inner(&field.kind, step))
    }
}

fn inner<'f>(kind: &'f Kind, step: &str) -> Option<&'f Field> {
    match kind {
        Kind::Table(fields) => fields.iter().find(|field| field.name == step),
        Kind::List(entry) => inner(entry, step),
        Kind::OneOf(variants) => {
            variants.iter().flat_map(|(_, fields)| fields).find(|field| field.name == step)
        }
        _ => None,
    }
}

/// The example of an act, read.
struct Example {
    act: &'static str,
    title: String,
    fields: Value,
    comments: Comments,
}

impl Example {
    fn read(act: &'static str) -> Option<Self> {
        let text = template(act)?;
        let mut fields = toml_to_json(text)?.remove("act")?;
        fields.as_object_mut()?.remove("type");
        Some(Self { act, title: title_of(text), fields, comments: Comments::read(text) })
    }

    fn help(&self, place: &str) -> String {
        self.comments.at(place)
    }
}

/// Where a field of a structure is shown: in which example, at which place.
#[derive(Clone)]
struct Sample {
    example: usize,
    place: String,
}

/// An example of each field of each structure: an act shows only those that it needs, the others are elsewhere.
struct Samples<'e> {
    examples: &'e [Example],
    /// By the list of fields that the reader expects, then by field.
    structures: BTreeMap<Vec<String>, BTreeMap<String, Sample>>,
}

impl<'e> Samples<'e> {
    fn read(examples: &'e [Example]) -> Self {
        let mut structures: BTreeMap<Vec<String>, BTreeMap<String, Sample>> = BTreeMap::new();
        for (number, example) in examples.iter().enumerate() {
            for place in objects(&example.fields) {
                let probe = Probe::new(example.act, &example.fields);
                let (Shape::Structure(names) | Shape::OneOf(names)) = probe.shape(&place) else { continue };
                let known = structures.entry(names).or_default();
                let shown = example.fields.pointer(&place).and_then(Value::as_object);
                for key in shown.into_iter().flat_map(serde_json::Map::keys) {
                    let sample = Sample { example: number, place: format!("{place}/{key}") };
                    known.entry(key.clone()).or_insert(sample);
                }
            }
        }
        Self { examples, structures }
    }

    /// The fields of the structure at a place of an example.
    fn table(&self, example: &Example, place: &str) -> Option<Vec<Field>> {
        let Shape::Structure(names) = Probe::new(example.act, &example.fields).shape(place) else {
            return None;
        };
        Some(names.iter().filter_map(|name| self.field(example, place, &names, name)).collect())
    }

    fn field(&self, example: &Example, place: &str, names: &[String], name: &str) -> Option<Field> {
        let own = format!("{place}/{name}");
        let (from, at) = match example.fields.pointer(&own) {
            Some(_) => (example, own.clone()),
            None => {
                let sample = self.structures.get(names)?.get(name)?;
                (&self.examples[sample.example], sample.place.clone())
            }
        };
        let probe = Probe::new(from.act, &from.fields);
        let said = [example.help(&own), from.help(&at)].into_iter().find(|help| !help.is_empty());
        let kind = self.kind(from, &at)?;
        Some(Field {
            name: name.to_owned(),
            optional: probe.may_be_left_out(&at),
            help: without_terms(said.unwrap_or_default(), &kind),
            kind,
        })
    }

    fn kind(&self, example: &Example, place: &str) -> Option<Kind> {
        let probe = Probe::new(example.act, &example.fields);
        Some(match example.fields.pointer(place)? {
            Value::Bool(_) => Kind::Flag,
            Value::Number(_) => Kind::Number,
            Value::Array(_) => Kind::List(Box::new(self.kind(example, &format!("{place}/0"))?)),
            Value::Object(_) => match probe.shape(place) {
                Shape::Structure(_) => Kind::Table(self.table(example, place)?),
                Shape::OneOf(names) => Kind::OneOf(self.variants(&names)),
                Shape::Map => Kind::Languages,
            },
            Value::String(text) => match probe.leaf(place) {
                Leaf::Choice(terms) => Kind::Choice(terms),
                Leaf::Day => Kind::Day,
                Leaf::Jurisdiction => Kind::Jurisdiction,
                Leaf::Party => Kind::Party,
                Leaf::Commodity => Kind::Commodity,
                Leaf::Standard => Kind::Standard,
                Leaf::Instrument => Kind::Instrument,
                // What the example says in many words takes many.
                Leaf::Text if text.chars().count() > LINE_CHARS => Kind::Prose,
                Leaf::Text => Kind::Line,
            },
            Value::Null => return None,
        })
    }

    fn variants(&self, names: &[String]) -> Vec<(String, Vec<Field>)> {
        let shown = self.structures.get(names);
        let variant = |name: &String| {
            let sample = shown?.get(name)?;
            let fields = self.table(&self.examples[sample.example], &sample.place)?;
            Some((name.clone(), fields))
        };
        names.iter().filter_map(variant).collect()
    }
}

/// Help without the terms of a closed list, which the form offers itself.
fn without_terms(help: String, kind: &Kind) -> String {
    let entry = match kind {
        Kind::List(entry) => entry.as_ref(),
        kind => kind,
    };
    let Kind::Choice(terms) = entry else { return help };
    let are_terms = |text: &str| {
        let words = text.split([',', ' ']).filter(|word| !matches!(*word, "" | "or" | "and"));
        words.clone().next().is_some() && words.into_iter().all(|word| terms.iter().any(|term| term == word))
    };
    match help.split_once(": ") {
        _ if are_terms(&help) => String::new(),
        Some((before, after)) if are_terms(before) => after.to_owned(),
        _ => help,
    }
}

/// Examples of more characters than this stand for texts of several lines.
const LINE_CHARS: usize = 36;

/// The places of all objects in a value, the whole first.
fn objects(value: &Value) -> Vec<String> {
    fn walk(value: &Value, place: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                found.push(place.to_owned());
                fields.iter().for_each(|(key, value)| walk(value, &format!("{place}/{key}"), found));
            }
            Value::Array(list) => {
                list.iter().enumerate().for_each(|(i, value)| walk(value, &format!("{place}/{i}"), found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests;
