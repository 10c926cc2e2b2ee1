//! Patterns of sentences: words, captures `<name:kind>`, options `[…]` and settings `=name:value`.

use jiff::ToSpan as _;
use serde_json::{Map, Value, json};

/// A pattern that was read.
pub(super) struct Pattern(Vec<Node>);

/// What the words of a sentence stood for.
pub(super) type Captures = Map<String, Value>;

#[derive(Clone)]
enum Node {
    Word(String),
    Capture(String, String),
    Set(String, String),
    Maybe(Vec<Node>),
}

impl Pattern {
    pub(super) fn read(text: &str) -> Self {
        let spaced = text.replace('[', " [ ").replace(']', " ] ");
        let mut words = spaced.split_whitespace();
        Self(nodes(&mut words))
    }

    /// The captures, if the whole sentence fits.
    pub(super) fn fits(&self, words: &[String]) -> Option<Captures> {
        let open: Vec<&Node> = self.0.iter().collect();
        step(&open, words, &Captures::new())
    }
}

fn nodes<'a>(words: &mut impl Iterator<Item = &'a str>) -> Vec<Node> {
    let mut found = Vec::new();
    while let Some(word) = words.next() {
        let inside = |open: char| word.trim_matches(|c| c == open || c == '>').split_once(':');
        found.push(match (word, inside('<'), inside('=')) {
            ("[", ..) => Node::Maybe(nodes(words)),
            ("]", ..) => return found,
            (_, Some((name, kind)), _) if word.starts_with('<') => Node::Capture(name.into(), kind.into()),
            (_, _, Some((name, value))) if word.starts_with('=') => Node::Set(name.into(), value.into()),
            _ => Node::Word(word.into()),
        });
    }
    found
}

fn step(open: &[&Node], words: &[String], captures: &Captures) -> Option<Captures> {
    let Some((node, rest)) = open.split_first() else {
        return words.is_empty().then(|| captures.clone());
    };
    match node {
        Node::Word(word) => {
            let (first, after) = words.split_first()?;
            (first == word).then(|| step(rest, after, captures)).flatten()
        }
        Node::Capture(name, kind) => {
            let (value, taken) = take(kind, words)?;
            step(rest, &words[taken..], &with(captures, name, value))
        }
        Node::Set(name, value) => {
            let value = serde_json::from_str(value).unwrap_or_else(|_| json!(value));
            step(rest, words, &with(captures, name, value))
        }
        Node::Maybe(inner) => {
            let inside: Vec<&Node> = inner.iter().chain(rest.iter().copied()).collect();
            step(&inside, words, captures).or_else(|| step(rest, words, captures))
        }
    }
}

fn with(captures: &Captures, name: &str, value: Value) -> Captures {
    let mut captures = captures.clone();
    captures.insert(name.into(), value);
    captures
}

/// A value of a kind from the beginning of the words, and how many words it took. A plural kind is a list with commas.
fn take(kind: &str, words: &[String]) -> Option<(Value, usize)> {
    let list = matches!(kind, "words" | "terms" | "parties" | "standards" | "citations" | "acts");
    if !list {
        return one(kind, words);
    }
    let (mut items, mut taken) = (Vec::new(), 0);
    loop {
        let (item, count) = one(kind, &words[taken..])?;
        items.push(item);
        taken += count;
        if !words[taken - 1].ends_with(',') {
            return Some((Value::Array(items), taken));
        }
    }
}

fn one(kind: &str, words: &[String]) -> Option<(Value, usize)> {
    let plain = |at: usize| words.get(at).map(|word| word.trim_end_matches(','));
    let first = plain(0)?;
    match kind {
        "word" | "words" => Some((json!(first), 1)),
        "term" | "terms" => Some((json!(first.replace('-', "_")), 1)),
        "number" => Some((json!(first.parse::<u64>().ok()?), 1)),
        "party" | "parties" => Some((json!(party_id(first)), 1)),
        "day" => Some((json!(day(first)?.to_string()), 1)),
        // "Until D" in words includes D; what is stored is the day after (reading 6).
        "last" => Some((json!(day(first)?.checked_add(1.day()).ok()?.to_string()), 1)),
        "standard" | "standards" => Some((json!(format!("{first} {}", plain(1)?)), 2)),
        "citations" => citation(words),
        "act" | "acts" => act(words),
        "scope" => scope(words),
        "named" => named(words),
        _ => None,
    }
}

fn day(word: &str) -> Option<model::Date> {
    model::parse_date(word).ok()
}

/// The identifier of a party that a scenario calls by a short name.
pub fn party_id(name: &str) -> String {
    if name.starts_with("did:") { name.into() } else { format!("did:web:{name}.test.example") }
}

fn citation(words: &[String]) -> Option<(Value, usize)> {
    let exclusive = words.first().is_some_and(|word| word == "only");
    let (standard, taken) = one("standard", &words[usize::from(exclusive)..])?;
    Some((json!({ "standard": standard, "exclusive": exclusive }), taken + usize::from(exclusive)))
}

/// An act, or one edition of it: `EU-LVD`, `EU-LVD edition 2014`.
fn act(words: &[String]) -> Option<(Value, usize)> {
    let first = words.first()?;
    let act = first.trim_end_matches(',');
    let edition = match words.get(1).map(String::as_str) {
        Some("edition") if !first.ends_with(',') => words.get(2),
        _ => None,
    };
    match edition {
        Some(edition) => Some((json!({ "act": act, "edition": edition.trim_end_matches(',') }), 3)),
        None => Some((json!({ "act": act }), 1)),
    }
}

/// `8516, 8509 of 2017 except 851660`, or `any`.
fn scope(words: &[String]) -> Option<(Value, usize)> {
    let (codes, mut taken) = take("words", words)?;
    let codes = if codes == json!(["any"]) { json!([]) } else { codes };
    let mut scope = json!({ "hs": codes, "hs_edition": 2022 });
    let edition =
        words.get(taken).filter(|word| *word == "of").and_then(|_| one("number", &words[taken + 1..]));
    if let Some((edition, _)) = edition {
        scope["hs_edition"] = edition;
        taken += 2;
    }
    if words.get(taken).is_some_and(|word| word == "except") {
        let (except, more) = take("words", &words[taken + 1..])?;
        scope["except"] = except;
        taken += 1 + more;
    }
    Some((scope, taken))
}

/// `EU-LVD edition 2014, EU-EMC for EU and CH-NEV for CH`.
fn named(words: &[String]) -> Option<(Value, usize)> {
    let (mut entries, mut taken) = (Vec::new(), 0);
    loop {
        let (acts, count) = take("acts", &words[taken..])?;
        taken += count;
        if words.get(taken)? != "for" {
            return None;
        }
        entries.push(json!({ "party": words.get(taken + 1)?, "acts": acts }));
        taken += 2;
        if words.get(taken).is_none_or(|word| word != "and") {
            return Some((Value::Array(entries), taken));
        }
        taken += 1;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn fits(pattern: &str, sentence: &str) -> Option<Captures> {
        let words: Vec<String> = sentence.split_whitespace().map(Into::into).collect();
        Pattern::read(pattern).fits(&words)
    }

    #[test]
    fn words_captures_and_options() {
        let pattern = "<who:word> lists <body:party> [until <until:last>] [at once =now:true]";
        assert_eq!(
            Value::from(fits(pattern, "CH lists lab until 2020-12-31 at once").unwrap()),
            json!({ "who": "CH", "body": "did:web:lab.test.example", "until": "2021-01-01", "now": true })
        );
        assert!(fits(pattern, "CH lists lab soon").is_none());
    }

    #[test]
    fn lists_scopes_and_named_acts() {
        let found =
            fits("on <s:scope> naming <n:named>", "on 8516, 8509 of 2017 naming A edition 1, B for EU")
                .unwrap();
        assert_eq!(found["s"], json!({ "hs": ["8516", "8509"], "hs_edition": 2017 }));
        let acts = json!([{ "act": "A", "edition": "1" }, { "act": "B" }]);
        assert_eq!(found["n"], json!([{ "party": "EU", "acts": acts }]));
    }
}
