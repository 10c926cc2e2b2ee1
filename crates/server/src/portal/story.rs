//! Pieces that the pages of procedures and objectives are made of: the time line, findings, terms, documents, a text.

use app::view::calendar::DueRow;
use app::view::decision::ToldFinding;
use app::view::procedure::TextPart;
use app::view::story::{DocumentRow, EventRow};
use askama::Template;

use super::calendar::{due_state, due_what};
use super::frame::Frame;
use super::texts::Argument;

/// Terms shown on a story; the calendar has them all.
const TERMS_MAX: usize = 100;

/// Acts in the order of their days.
#[derive(Template)]
#[template(path = "parts/timeline.html")]
pub(crate) struct TimelinePart<'a> {
    frame: &'a Frame,
    events: &'a [EventRow],
}

/// What the rules find, what is not met first.
#[derive(Template)]
#[template(path = "parts/findings.html")]
pub(crate) struct FindingsPart<'a> {
    frame: &'a Frame,
    findings: &'a [ToldFinding],
}

/// What is due.
#[derive(Template)]
#[template(path = "parts/due.html")]
pub(crate) struct DuePart<'a> {
    frame: &'a Frame,
    rows: &'a [DueRow],
}

/// Documents that are cited by their hash.
#[derive(Template)]
#[template(path = "parts/documents.html")]
pub(crate) struct DocumentsPart<'a> {
    frame: &'a Frame,
    documents: &'a [DocumentRow],
}

/// A text, part by part.
#[derive(Template)]
#[template(path = "parts/text.html")]
pub(crate) struct TextPartsPart<'a> {
    frame: &'a Frame,
    parts: &'a [TextPart],
}

impl Frame {
    /// A time line as HTML.
    pub(crate) fn timeline<'a>(&'a self, events: &'a [EventRow]) -> TimelinePart<'a> {
        TimelinePart { frame: self, events }
    }

    /// Findings as HTML.
    pub(crate) fn findings<'a>(&'a self, findings: &'a [ToldFinding]) -> FindingsPart<'a> {
        FindingsPart { frame: self, findings }
    }

    /// Terms as HTML.
    pub(crate) fn due<'a>(&'a self, rows: &'a [DueRow]) -> DuePart<'a> {
        DuePart { frame: self, rows }
    }

    /// Documents as HTML.
    pub(crate) fn documents<'a>(&'a self, documents: &'a [DocumentRow]) -> DocumentsPart<'a> {
        DocumentsPart { frame: self, documents }
    }

    /// A text as HTML.
    pub(crate) fn text_parts<'a>(&'a self, parts: &'a [TextPart]) -> TextPartsPart<'a> {
        TextPartsPart { frame: self, parts }
    }

    /// What an act says, in a sentence.
    pub(crate) fn event(&self, event: &EventRow) -> String {
        let who = event.who.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join(", ");
        let day = event.day.map(|day| self.day(&day));
        // Messages have words of their own for none and one; only numbers choose them.
        let what = event.what.parse().map_or_else(|_| Argument::Text(event.what.clone()), Argument::Number);
        let arguments = [
            ("who", Argument::Text(who)),
            ("what", what),
            ("other", Argument::Text(event.other.clone())),
            ("day", Argument::Text(day.unwrap_or_default())),
            ("hasday", Argument::Text(if event.day.is_some() { "yes" } else { "no" }.to_owned())),
        ];
        let id = format!("event-{}", event.act.replace('.', "-"));
        self.language.say_with(&id, &arguments)
    }

    /// The text of a part with the words of closed lists in the language of the page.
    pub(crate) fn element_text(&self, element: &str, text: &str) -> String {
        let each = |family: &str, between: &str| {
            text.split(between).map(|word| self.listed(family, word)).collect::<Vec<_>>().join(between)
        };
        match element {
            "purposes" => each("purpose", ", "),
            "evidence" => each("evidence", ", "),
            "procedures" => each("procedure", ", "),
            "requirements" => each("form-of", " · "),
            "standards" => each("reference", " · "),
            _ => text.to_owned(),
        }
    }

    /// What a part of an element is called: a procedure by its name, a number or standard as it is.
    pub(crate) fn part_name(&self, element: &str, part: &str) -> String {
        let family = if element.starts_with("procedure") { "procedure" } else { "part" };
        let name = self.listed(family, part);
        if name == part { self.listed("part", part) } else { name }
    }

    /// A word of a closed list; anything else as it is.
    fn listed(&self, family: &str, word: &str) -> String {
        let id = format!("{family}-{}", word.replace('_', "-"));
        if self.language.has(&id) { self.language.say(&id) } else { word.to_owned() }
    }
}

impl TimelinePart<'_> {
    /// Each act with its anchor: its position in the log, which never changes.
    fn numbered(&self) -> Vec<(String, &EventRow)> {
        self.events.iter().map(|event| (format!("statement-{}", event.source.at), event)).collect()
    }

    fn sentence(&self, event: &EventRow) -> String {
        self.frame.event(event)
    }
}

impl FindingsPart<'_> {
    fn tally(&self) -> String {
        let count = |outcome: &str| self.findings.iter().filter(|found| found.outcome == outcome).count();
        let words = [("not_met", "tally-not-met"), ("unknown", "tally-unknown"), ("met", "tally-met")];
        let parts = words.iter().filter(|(outcome, _)| count(outcome) > 0);
        parts.map(|(outcome, id)| self.frame.count(id, count(outcome))).collect::<Vec<_>>().join(", ")
    }

    fn groups(&self) -> Vec<(&'static str, Vec<(usize, &ToldFinding)>)> {
        let of = |outcome: &'static str| {
            let found = self.findings.iter().enumerate().filter(|(_, found)| found.outcome == outcome);
            (outcome, found.collect::<Vec<_>>())
        };
        let groups = ["not_met", "unknown", "met"].map(of);
        groups.into_iter().filter(|(_, found)| !found.is_empty()).collect()
    }
}

impl DuePart<'_> {
    fn shown(&self) -> &[DueRow] {
        self.rows.get(..TERMS_MAX).unwrap_or(self.rows)
    }

    fn left_off(&self) -> usize {
        self.rows.len().saturating_sub(TERMS_MAX)
    }

    fn state(&self, row: &DueRow) -> String {
        due_state(self.frame, row)
    }

    fn what(&self, row: &DueRow) -> String {
        due_what(self.frame, row)
    }
}

impl TextPartsPart<'_> {
    fn words(&self, part: &TextPart) -> String {
        self.frame.element_text(part.element, &part.text)
    }
}
