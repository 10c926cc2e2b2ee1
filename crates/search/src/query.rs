//! From what was typed to a query of the index. Never fails: what means nothing finds nothing.
//!
//! Every word must be found, as a word, as a part of a name, as the beginning of a word or as a code. What was typed
//! as a whole counts most when it is the name of something, then when it is a part of a name.

use store::SearchRequest;
use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::schema::{Fields, facet};
use crate::terms;

/// Characters that are read; more is not typed by a person.
const TEXT_CHARS_MAX: usize = 200;
/// Words that are looked for.
const WORDS_MAX: usize = 12;

/// How much a match counts. Only their order matters.
const IS_THE_NAME: f32 = 200.0;
const IS_PART_OF_THE_NAME: f32 = 80.0;
const PART: f32 = 8.0;
const WORD: f32 = 4.0;
const CODE: f32 = 3.0;
const PREFIX: f32 = 1.0;
const IN_FORCE: f32 = 0.5;
/// Reference facts before certificates: there are few of them and many certificates.
const KINDS: [(&str, f32); 8] = [
    ("country", 3.0),
    ("agreement", 2.0),
    ("regulation", 2.0),
    ("annex", 1.5),
    ("recognition_decision", 1.0),
    ("equivalence", 1.0),
    ("standard", 1.5),
    ("body", 1.0),
];

type Clause = (Occur, Box<dyn Query>);

/// The query of a request.
pub(crate) fn query(fields: &Fields, request: &SearchRequest) -> Box<dyn Query> {
    let text: String = request.text.chars().take(TEXT_CHARS_MAX).collect();
    let mut words = terms::question_words(&text);
    words.truncate(WORDS_MAX);
    let mut clauses = narrowed(fields, request);
    if words.is_empty() {
        // Signs without letters or digits name nothing; no text at all asks for everything.
        if !text.trim().is_empty() {
            return Box::new(tantivy::query::EmptyQuery);
        }
        clauses.push((Occur::Must, Box::new(ConstScoreQuery::new(Box::new(AllQuery), 0.0))));
    }
    clauses.extend(words.iter().map(|word| (Occur::Must, any_way(fields, word))));
    let whole = terms::whole(&text);
    clauses.push(should(fields.whole, &whole, IS_THE_NAME));
    clauses.push(should(fields.part, &whole, IS_PART_OF_THE_NAME));
    clauses.push(should(fields.status, "in_force", IN_FORCE));
    for (kind, weight) in KINDS {
        let term = Term::from_facet(fields.facet, &facet("kind", kind));
        clauses.push((Occur::Should, scored(term, weight)));
    }
    Box::new(BooleanQuery::new(clauses))
}

fn narrowed(fields: &Fields, request: &SearchRequest) -> Vec<Clause> {
    let given = [("kind", &request.kind), ("country", &request.country), ("publisher", &request.publisher)];
    let given = given.into_iter().filter_map(|(dimension, value)| Some((dimension, value.as_deref()?)));
    given
        .map(|(dimension, value)| {
            let term = Term::from_facet(fields.facet, &facet(dimension, value));
            (Occur::Must, scored(term, 0.0))
        })
        .collect()
}

/// A word in any of the ways in which it may be found.
fn any_way(fields: &Fields, word: &str) -> Box<dyn Query> {
    let mut ways = vec![
        scored(Term::from_field_text(fields.part, word), PART),
        scored(Term::from_field_text(fields.word, word), WORD),
        scored(Term::from_field_text(fields.code, word), CODE),
        scored(Term::from_field_text(fields.prefix, terms::prefix(word)), PREFIX),
    ];
    if let Some((letters, digits)) = terms::letters_and_digits(word) {
        let both = [letters, digits].map(|part| {
            let term = Term::from_field_text(fields.prefix, terms::prefix(part));
            (Occur::Must, scored(term, PREFIX))
        });
        ways.push(Box::new(BooleanQuery::new(both.into())));
    }
    Box::new(DisjunctionMaxQuery::new(ways))
}

fn should(field: Field, text: &str, weight: f32) -> Clause {
    (Occur::Should, scored(Term::from_field_text(field, text), weight))
}

fn scored(term: Term, weight: f32) -> Box<dyn Query> {
    let constant = ConstScoreQuery::new(Box::new(TermQuery::new(term, IndexRecordOption::Basic)), 1.0);
    Box::new(BoostQuery::new(Box::new(constant), weight))
}
