//! The fields of the index, and how a document becomes terms.

use std::collections::BTreeSet;

use store::SearchDocument;
use tantivy::TantivyDocument;
use tantivy::schema::{Facet, FacetOptions, Field, STORED, STRING, Schema, Value as _};

use crate::terms;

/// Longest word list of one document that is indexed: an agreement has some words, not a book.
const WORDS_MAX: usize = 2_000;

/// The fields.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// Kind and identifier: what is replaced.
    pub key: Field,
    /// Names in one form.
    pub whole: Field,
    /// Parts of names.
    pub part: Field,
    /// Words of everything.
    pub word: Field,
    /// Prefixes of those words.
    pub prefix: Field,
    /// Codes of products and of fields of standards, with the wider codes above them.
    pub code: Field,
    /// Standing.
    pub status: Field,
    /// Kind, country, publisher: for counting and narrowing.
    pub facet: Field,
    kind: Field,
    id: Field,
    title: Field,
    country: Field,
    publisher: Field,
    hs: Field,
    ics: Field,
    year: Field,
}

/// The schema with its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let fields = Fields {
        key: schema.add_text_field("key", STRING),
        whole: schema.add_text_field("whole", STRING),
        part: schema.add_text_field("part", STRING),
        word: schema.add_text_field("word", STRING),
        prefix: schema.add_text_field("prefix", STRING),
        code: schema.add_text_field("code", STRING),
        status: schema.add_text_field("status", STRING | STORED),
        facet: schema.add_facet_field("facet", FacetOptions::default()),
        kind: schema.add_text_field("kind", STORED),
        id: schema.add_text_field("id", STORED),
        title: schema.add_text_field("title", STORED),
        country: schema.add_text_field("country", STORED),
        publisher: schema.add_text_field("publisher", STORED),
        hs: schema.add_text_field("hs", STORED),
        ics: schema.add_text_field("ics", STORED),
        year: schema.add_i64_field("year", STORED),
    };
    (schema.build(), fields)
}

/// What stands for a document in the index.
pub(crate) fn key(kind: &str, id: &str) -> String {
    format!("{kind}\u{0}{id}")
}

/// The document as terms.
pub(crate) fn to_index(fields: &Fields, from: &SearchDocument) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    document.add_text(fields.key, key(&from.kind, &from.id));
    add_names(fields, from, &mut document);
    add_words(fields, from, &mut document);
    let codes = from.hs.iter().chain(&from.ics).flat_map(|code| wider(code)).collect::<BTreeSet<_>>();
    codes.into_iter().for_each(|code| document.add_text(fields.code, code));
    add_facets(fields, from, &mut document);
    add_stored(fields, from, &mut document);
    document
}

/// The document as it was given, without the words that only serve to find it.
pub(crate) fn from_index(fields: &Fields, document: &TantivyDocument) -> SearchDocument {
    let all = |field| document.get_all(field).filter_map(|value| value.as_str().map(str::to_owned));
    let one = |field| all(field).next();
    let titles = all(fields.title).filter_map(|title| {
        title.split_once('\t').map(|(language, text)| (language.to_owned(), text.to_owned()))
    });
    SearchDocument {
        kind: one(fields.kind).unwrap_or_default(),
        id: one(fields.id).unwrap_or_default(),
        titles: titles.collect(),
        names: Vec::new(),
        words: String::new(),
        country: one(fields.country),
        publisher: one(fields.publisher),
        hs: all(fields.hs).collect(),
        ics: all(fields.ics).collect(),
        status: one(fields.status),
        year: document
            .get_first(fields.year)
            .and_then(|value| value.as_i64())
            .and_then(|year| i16::try_from(year).ok()),
    }
}

/// A facet such as `/kind/certificate`; its parts may hold anything.
pub(crate) fn facet(dimension: &str, value: &str) -> Facet {
    // A zero byte separates the levels of a facet and cannot stand in a part.
    Facet::from_path([dimension, &value.replace('\u{0}', " ")])
}

fn add_names(fields: &Fields, from: &SearchDocument, document: &mut TantivyDocument) {
    let names = || std::iter::once(&from.id).chain(&from.names);
    let whole: BTreeSet<_> = names().map(|name| terms::whole(name)).collect();
    whole.into_iter().for_each(|name| document.add_text(fields.whole, name));
    let parts: BTreeSet<_> = names().flat_map(|name| terms::parts(name)).collect();
    parts.into_iter().for_each(|part| document.add_text(fields.part, part));
}

fn add_words(fields: &Fields, from: &SearchDocument, document: &mut TantivyDocument) {
    let titles = from.titles.iter().map(|(_, title)| title.as_str());
    let names = std::iter::once(from.id.as_str()).chain(from.names.iter().map(String::as_str));
    let texts = names.chain(titles).chain([from.words.as_str()]);
    let mut words: BTreeSet<_> = texts.flat_map(terms::words).take(WORDS_MAX).collect();
    let split: Vec<_> = words.iter().filter_map(|word| terms::letters_and_digits(word)).collect();
    let split: Vec<_> = split.into_iter().flat_map(|(a, b)| [a.to_owned(), b.to_owned()]).collect();
    words.extend(split);
    let prefixes: BTreeSet<&str> = words.iter().flat_map(|word| terms::prefixes(word)).collect();
    prefixes.into_iter().for_each(|prefix| document.add_text(fields.prefix, prefix));
    words.iter().for_each(|word| document.add_text(fields.word, word));
}

/// A code and the codes above it: `851610` gives `85`, `8516`, `851610`; `97.040.50` its levels.
fn wider(code: &str) -> Vec<String> {
    let folded = terms::whole(code).replace(' ', "");
    let ends = (2..=folded.len()).filter(|end| folded.is_char_boundary(*end));
    ends.map(|end| folded[..end].to_owned()).collect()
}

fn add_facets(fields: &Fields, from: &SearchDocument, document: &mut TantivyDocument) {
    document.add_facet(fields.facet, facet("kind", &from.kind));
    if let Some(country) = &from.country {
        document.add_facet(fields.facet, facet("country", country));
    }
    if let Some(publisher) = &from.publisher {
        document.add_facet(fields.facet, facet("publisher", publisher));
    }
}

fn add_stored(fields: &Fields, from: &SearchDocument, document: &mut TantivyDocument) {
    document.add_text(fields.kind, &from.kind);
    document.add_text(fields.id, &from.id);
    for (language, title) in &from.titles {
        document.add_text(fields.title, format!("{language}\t{title}"));
    }
    let optional = [
        (fields.country, &from.country),
        (fields.publisher, &from.publisher),
        (fields.status, &from.status),
    ];
    for (field, value) in optional {
        if let Some(value) = value {
            document.add_text(field, value);
        }
    }
    from.hs.iter().for_each(|code| document.add_text(fields.hs, code));
    from.ics.iter().for_each(|code| document.add_text(fields.ics, code));
    if let Some(year) = from.year {
        document.add_i64(fields.year, i64::from(year));
    }
}
