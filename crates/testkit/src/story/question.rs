//! `Ask: importing FR on 2021-01-01 with C-1.` and `Ask again …`, which keeps what it does not say.

use std::collections::BTreeMap;

use decision::{EvidenceReference, Question};
use model::LogIndex;
use serde_json::{Value, json};

use super::party_id;

/// Reads a question.
pub(super) fn read(
    line: &str,
    last: Option<&Question>,
    marks: &BTreeMap<String, LogIndex>,
) -> Result<Question, String> {
    let (again, rest) = match line.strip_prefix("Ask again") {
        Some(rest) => (true, rest),
        None => (false, line.strip_prefix("Ask:").ok_or("write `Ask:` or `Ask again`")?),
    };
    let mut fields = match (again, last) {
        (true, Some(last)) => serde_json::to_value(last).map_err(|error| error.to_string())?,
        (true, None) => return Err("nothing was asked before".into()),
        (false, _) => json!({}),
    };
    let words: Vec<&str> = rest.trim_end_matches('.').split_whitespace().collect();
    let mut words = words.as_slice();
    while let Some(taken) = clause(&mut fields, words, marks)? {
        words = &words[taken..];
    }
    let question: Question = serde_json::from_value(fields).map_err(|error| error.to_string())?;
    Ok(question)
}

/// Takes one clause; how many words it had.
fn clause(
    fields: &mut Value,
    words: &[&str],
    marks: &BTreeMap<String, LogIndex>,
) -> Result<Option<usize>, String> {
    let taken = match words {
        [] => return Ok(None),
        ["importing", code, ..] => set(fields, "importing", json!(code)),
        ["on", day, ..] => set(fields, "on", json!(day)),
        ["with", "nothing", ..] => set(fields, "evidence", json!([])),
        ["with", rest @ ..] => 1 + evidence(fields, rest),
        ["document", digest, ..] => {
            let digest = document(digest);
            match fields["evidence"].as_array_mut().and_then(|list| list.last_mut()) {
                Some(last) => last["document_sha256"] = json!(digest),
                None => fields["evidence"] = json!([{ "document_sha256": digest }]),
            }
            2
        }
        ["alias", certifier, product, version, ..] => {
            let alias = json!({ "certifier": certifier, "product": product, "version": version });
            fields["evidence"] = json!([{ "alias": alias }]);
            4
        }
        ["for", "HS", code, "of", edition, ..] => {
            let edition: u16 = edition.parse().map_err(|_| "no edition")?;
            fields["product"]["hs"] = json!(code);
            fields["product"]["hs_edition"] = json!(edition);
            5
        }
        ["for", "HS", code, ..] => {
            fields["product"]["hs"] = json!(code);
            fields["product"]["hs_edition"] = json!(2022);
            3
        }
        [name @ ("gtin" | "model" | "brand" | "batch" | "serial"), value, ..] => {
            fields["product"][*name] = json!(value);
            2
        }
        ["origin", code, ..] => set(fields, "origin", json!(code)),
        ["under", code, ..] => set(fields, "designating_party", json!(code)),
        ["held", "by", party, ..] => 1 + set(fields, "holder", json!(party_id(party))),
        ["produced", "on", day, ..] => 1 + set(fields, "produced_on", json!(day)),
        ["consigned", "from", code, ..] => 1 + set(fields, "consigned_from", json!(code)),
        ["as", "known", "at", "statement", at, ..] => {
            let at: u64 = at.parse().map_err(|_| "no position")?;
            3 + set(fields, "known_at", json!(at))
        }
        ["as", "known", "at", mark, ..] => {
            let at = marks.get(*mark).ok_or_else(|| format!("nothing was marked `{mark}`"))?;
            2 + set(fields, "known_at", json!(at))
        }
        ["as", "known", "now", ..] => {
            fields.as_object_mut().and_then(|fields| fields.remove("known_at"));
            3
        }
        [word, ..] => return Err(format!("`{word}` does not belong into a question")),
    };
    Ok(Some(taken))
}

fn set(fields: &mut Value, name: &str, value: Value) -> usize {
    fields[name] = value;
    2
}

fn evidence(fields: &mut Value, words: &[&str]) -> usize {
    let mut list = Vec::new();
    for word in words {
        let number = word.trim_end_matches(',');
        list.push(EvidenceReference { number: number.parse().ok(), ..EvidenceReference::default() });
        if number == *word {
            break;
        }
    }
    fields["evidence"] = json!(list);
    list.len()
}

/// A digest is written with a few digits in a history and repeated to its length.
fn document(word: &str) -> String {
    word.chars().cycle().take(64).collect()
}
