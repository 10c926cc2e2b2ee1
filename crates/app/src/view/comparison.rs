//! Two drafts side by side: what was taken away and what was added, element by element, word by word.

use std::time::Duration;

use model::{Date, InstrumentId};
use similar::{ChangeTag, TextDiff};

use super::{Named, Reading, Source};

/// How long the words of one part may be compared; what takes longer is shown as taken away and added whole.
const COMPARING_MAX: Duration = Duration::from_millis(20);

/// Two drafts of one procedure.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The procedure.
    pub subject: Named,
    /// The draft that is compared.
    pub before: DraftHead,
    /// The draft with which it is compared.
    pub after: DraftHead,
    /// What differs, in the order of annex B.
    pub changed: Vec<ChangedPart>,
    /// Numbers of all drafts, to choose from.
    pub numbers: Vec<u32>,
}

/// A draft in short.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftHead {
    /// Its number.
    pub number: u32,
    /// Day of filing.
    pub on: Date,
    /// Who filed it.
    pub by: Named,
    /// Its statement.
    pub source: Source,
}

/// A part that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedPart {
    /// The element of annex B.
    pub element: &'static str,
    /// Its number or name within the element; may be empty.
    pub part: String,
    /// `added`, `removed` or `changed`.
    pub how: &'static str,
    /// The former text in pieces: what stayed, and what was taken away.
    pub before: Vec<Piece>,
    /// The later text in pieces: what stayed, and what was added.
    pub after: Vec<Piece>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Whether it stands on this side only.
    pub differs: bool,
}

/// Two drafts side by side; `None` unless both are on record.
pub fn comparison(reading: &Reading<'_>, id: &InstrumentId, before: u32, after: u32) -> Option<Comparison> {
    let found = procedure::procedure_in_short(reading.registry, id, reading.on, reading.knowledge())?;
    let draft = |number| found.drafts.iter().find(|draft| draft.filed.draft == number);
    let (from, to) = (draft(before)?, draft(after)?);
    let head = |draft: &procedure::Draft<'_>| DraftHead {
        number: draft.filed.draft,
        on: draft.filed.on,
        by: reading.country(draft.filed.by),
        source: reading.source_at(draft.at),
    };
    let differences = procedure::differences(&from.filed.elements, &to.filed.elements);
    Some(Comparison {
        subject: reading.procedure(id),
        before: head(from),
        after: head(to),
        changed: differences.into_iter().map(changed).collect(),
        numbers: found.drafts.iter().map(|draft| draft.filed.draft).collect(),
    })
}

fn changed(difference: procedure::Difference) -> ChangedPart {
    let how = match (&difference.before, &difference.after) {
        (None, _) => "added",
        (_, None) => "removed",
        _ => "changed",
    };
    let (before, after) = match (difference.before, difference.after) {
        (Some(before), Some(after)) => words(&before, &after),
        (before, after) => (whole(before), whole(after)),
    };
    ChangedPart { element: difference.element.as_str(), part: difference.part, how, before, after }
}

fn whole(text: Option<String>) -> Vec<Piece> {
    text.into_iter().map(|text| Piece { text, differs: true }).collect()
}

/// The pieces of both sides, word by word.
fn words(before: &str, after: &str) -> (Vec<Piece>, Vec<Piece>) {
    let diff = TextDiff::configure().timeout(COMPARING_MAX).diff_words(before, after);
    let (mut old, mut new) = (Vec::new(), Vec::new());
    for change in diff.iter_all_changes() {
        let text = change.value();
        match change.tag() {
            ChangeTag::Equal => {
                add(&mut old, text, false);
                add(&mut new, text, false);
            }
            ChangeTag::Delete => add(&mut old, text, true),
            ChangeTag::Insert => add(&mut new, text, true),
        }
    }
    (joined(old), joined(new))
}

/// Words that differ one after the other are one piece, with the spaces between them.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match &mut joined[..] {
            [.., before, between] if before.differs && piece.differs && between.text.trim().is_empty() => {
                before.text.extend([between.text.as_str(), piece.text.as_str()]);
                joined.pop();
            }
            _ => joined.push(piece),
        }
    }
    joined
}

fn add(pieces: &mut Vec<Piece>, text: &str, differs: bool) {
    match pieces.last_mut() {
        Some(last) if last.differs == differs => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), differs }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(pieces: &[Piece]) -> String {
        pieces.iter().map(|p| if p.differs { format!("[{}]", p.text) } else { p.text.clone() }).collect()
    }

    #[test]
    fn what_was_taken_away_and_added_is_marked_word_by_word() {
        let (old, new) = words("not hotter than 60 °C", "not hotter than 55 °C at rest");
        assert_eq!(marked(&old), "not hotter than [60] °C");
        assert_eq!(marked(&new), "not hotter than [55] °C[ at rest]");
        let (old, new) = words("it stops at once here", "it does not move here");
        assert_eq!(
            (marked(&old).as_str(), marked(&new).as_str()),
            ("it [stops at once] here", "it [does not move] here")
        );
    }

    #[test]
    fn the_pieces_of_each_side_are_its_whole_text() {
        for (a, b) in [("", "a"), ("a b c", "a c"), ("é ü  x", "x é"), ("same", "same")] {
            let (old, new) = words(a, b);
            let joined = |pieces: Vec<Piece>| pieces.into_iter().map(|piece| piece.text).collect::<String>();
            assert_eq!((joined(old).as_str(), joined(new).as_str()), (a, b));
        }
    }
}
