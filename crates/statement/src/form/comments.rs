//! The comments of an example: what its act does, and what each field means.

use std::collections::BTreeMap;

/// Comments by place: the names from the act down, without places in lists.
pub(super) struct Comments(BTreeMap<String, String>);

impl Comments {
    pub(super) fn read(text: &str) -> Self {
        let mut found: BTreeMap<String, String> = BTreeMap::new();
        let (mut table, mut last) = (String::new(), None::<String>);
        for line in text.lines() {
            let (code, comment) = split(line);
            let code = code.trim();
            let place = if let Some(header) = code.strip_prefix('[') {
                header.trim_matches(['[', ']']).clone_into(&mut table);
                Some(table.clone())
            } else {
                code.split_once('=').map(|(key, _)| format!("{table}.{}", key.trim()))
            };
            match (place, comment) {
                (Some(place), Some(comment)) => {
                    // Of a list, the first entry explains.
                    let first = found.entry(place.clone()).or_default();
                    if first.is_empty() {
                        comment.clone_into(first);
                    }
                    last = Some(place);
                }
                (Some(place), None) => last = Some(place),
                // A comment goes on below, or begins there after a long line.
                (None, Some(comment)) if code.is_empty() && line.starts_with(' ') => {
                    if let Some(place) = &last {
                        let begun = found.entry(place.clone()).or_default();
                        *begun = format!("{begun} {comment}").trim_start().to_owned();
                    }
                }
                (None, _) => last = None,
            }
        }
        Self(found)
    }

    /// The comment at a place of the act, such as `/elements/requirements/0/text`, without the remark that the field
    /// may be left out.
    pub(super) fn at(&self, place: &str) -> String {
        let steps = place.split('/').filter(|step| step.parse::<usize>().is_err() && !step.is_empty());
        let place = ["act"].into_iter().chain(steps).collect::<Vec<_>>().join(".");
        let comment = self.0.get(&place).map(String::as_str).unwrap_or_default();
        let comment = comment.strip_prefix("optional").unwrap_or(comment);
        comment.trim_start_matches([':', ' ', ',']).to_owned()
    }
}

/// What an act does: the comment above its example, without what is said of all examples.
pub(super) fn title_of(text: &str) -> String {
    let lines = text.lines().map_while(|line| line.strip_prefix("# "));
    let told: Vec<_> = lines.filter(|line| !line.starts_with("Names and numbers are examples")).collect();
    told.join(" ")
}

/// A line without its comment, and the comment.
fn split(line: &str) -> (&str, Option<&str>) {
    let mut within = false;
    for (at, character) in line.char_indices() {
        match character {
            '"' => within = !within,
            '#' if !within => return (&line[..at], Some(line[at + 1..].trim())),
            _ => {}
        }
    }
    (line, None)
}
