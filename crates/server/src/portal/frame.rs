//! What every page has around its content: language, address, age of the data, words.

use app::view::{AsOf, Cell, Days, Kind, Named, Section, Source, Term};
use model::Date;

use super::address;
use super::assets;
use super::parts::{CellPart, SectionPart, SourcePart, StatePart};
use super::texts::{Argument, Language};

/// Everything around the content of a page.
pub(crate) struct Frame {
    pub(crate) language: Language,
    /// Path behind the language, beginning with a slash.
    pub(crate) path: String,
    /// Query string without the question mark.
    pub(crate) query: String,
    pub(crate) today: Date,
    pub(crate) as_of: AsOf,
    /// Whether officers can work here.
    pub(crate) has_desk: bool,
}

/// A language to switch to.
pub(crate) struct Switch {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) href: String,
    pub(crate) current: bool,
}

impl Frame {
    pub(crate) fn lang(&self) -> &'static str {
        self.language.code()
    }

    pub(crate) fn dir(&self) -> &'static str {
        self.language.direction()
    }

    pub(crate) fn style(&self) -> String {
        assets::STYLE.path()
    }

    pub(crate) fn script(&self) -> String {
        assets::SCRIPT.path()
    }

    pub(crate) fn desk_script(&self) -> String {
        assets::DESK.path()
    }

    pub(crate) fn draft_script(&self) -> String {
        assets::DRAFT.path()
    }

    pub(crate) fn lines_script(&self) -> String {
        assets::LINES.path()
    }

    pub(crate) fn mark(&self) -> String {
        assets::MARK.path()
    }

    /// The same page in every language.
    pub(crate) fn switches(&self) -> Vec<Switch> {
        let query = if self.query.is_empty() { String::new() } else { format!("?{}", self.query) };
        let switch = |language: &Language| Switch {
            code: language.code(),
            name: language.own_name(),
            href: format!("/{}{}{query}", language.code(), self.path),
            current: *language == self.language,
        };
        Language::ALL.iter().map(switch).collect()
    }

    /// Whether the page is in this folder of the navigation.
    pub(crate) fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// A message.
    pub(crate) fn say(&self, id: &str) -> String {
        self.language.say(id)
    }

    /// A message about something.
    pub(crate) fn about(&self, id: &str, what: impl std::fmt::Display) -> String {
        self.language.say_with(id, &[("what", Argument::Text(what.to_string()))])
    }

    /// A message about two things.
    pub(crate) fn about_two(
        &self,
        id: &str,
        what: impl std::fmt::Display,
        other: impl std::fmt::Display,
    ) -> String {
        let arguments =
            [("what", Argument::Text(what.to_string())), ("other", Argument::Text(other.to_string()))];
        self.language.say_with(id, &arguments)
    }

    /// A message that counts.
    pub(crate) fn count(&self, id: &str, count: impl TryInto<u64>) -> String {
        let count = count.try_into().unwrap_or(u64::MAX);
        self.language.say_with(id, &[("count", Argument::Number(count))])
    }

    /// A word of a closed list; as it is where the list does not have it.
    pub(crate) fn word(&self, family: &str, code: &str) -> String {
        let id = format!("{family}-{}", code.replace('_', "-"));
        if self.language.has(&id) { self.language.say(&id) } else { code.replace('_', " ") }
    }

    /// A word of a closed list.
    pub(crate) fn term(&self, term: &Term) -> String {
        self.word(term.family, &term.code)
    }

    /// A chapter of the Harmonized System.
    pub(crate) fn chapter(&self, chapter: &str) -> String {
        let id = format!("chapter-{chapter}");
        if self.language.has(&id) {
            format!("{chapter} · {}", self.language.say(&id))
        } else {
            self.about("network-chapter", chapter)
        }
    }

    /// A day in words.
    pub(crate) fn day(&self, day: &Date) -> String {
        let month = self.language.say(&format!("month-{}", day.month()));
        let arguments = [
            ("day", Argument::Number(u64::from(day.day().unsigned_abs()))),
            ("month", Argument::Text(month)),
            ("year", Argument::Text(day.year().to_string())),
        ];
        self.language.say_with("date", &arguments)
    }

    /// A moment in UTC, to the minute.
    pub(crate) fn moment(&self, seconds: &u64) -> String {
        app::clock::to_minute(*seconds)
    }

    /// A period in words. The last day is named, although the first day after it is stored.
    pub(crate) fn days(&self, days: &Days) -> String {
        let last = days.until.and_then(|until| until.yesterday().ok());
        match last {
            None => self.about("days-since", self.day(&days.from)),
            Some(last) => self.about_two("days-from-until", self.day(&days.from), self.day(&last)),
        }
    }

    /// The address of a page of a thing.
    pub(crate) fn href(&self, named: &Named) -> String {
        self.page(&address::path_of(named))
    }

    /// The address of the page of a statement.
    pub(crate) fn statement(&self, at: &u64) -> String {
        self.page(&format!("/log/statements/{at}"))
    }

    /// The address of a page in the language of this one.
    pub(crate) fn page(&self, path: &str) -> String {
        format!("/{}{path}", self.lang())
    }

    /// The address of a page of an identifier in a folder.
    pub(crate) fn at(&self, folder: &str, id: &str) -> String {
        self.page(&format!("{folder}{}", address::encode(id)))
    }

    /// The address of the page of a country.
    pub(crate) fn country(&self, code: &str) -> String {
        self.href(&Named::new(Kind::Country, code, ""))
    }

    /// The address of the calendar of a country.
    pub(crate) fn calendar_of(&self, code: &str) -> String {
        self.page(&format!("/calendar?{}", address::query(&[("country", code)])))
    }

    /// The address of this page with another query.
    pub(crate) fn here(&self, query: &str) -> String {
        let path = self.page(&self.path);
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// A number with its thousands apart.
    pub(crate) fn number(&self, number: &u64) -> String {
        let digits = number.to_string();
        let mut grouped = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push('\u{202f}');
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A piece of content as HTML.
    pub(crate) fn cell<'a>(&'a self, cell: &'a Cell) -> CellPart<'a> {
        CellPart { frame: self, cell }
    }

    /// A state as HTML.
    pub(crate) fn state<'a>(&self, state: &'a str) -> StatePart<'a> {
        let shape = match state {
            "in_force" | "partly_suspended" | "suspended" | "upcoming" => state,
            _ => "ended",
        };
        StatePart { class: state, shape, words: self.word("state", state) }
    }

    /// The outcome of a requirement as HTML.
    pub(crate) fn outcome<'a>(&self, outcome: &'a str) -> StatePart<'a> {
        let family = if self.language.has(&format!("outcome-{}", outcome.replace('_', "-"))) {
            "outcome"
        } else {
            "overall"
        };
        StatePart { class: outcome, shape: outcome, words: self.word(family, outcome) }
    }

    /// An overall outcome as HTML.
    pub(crate) fn overall<'a>(&self, outcome: &'a str) -> StatePart<'a> {
        StatePart { class: outcome, shape: outcome, words: self.word("overall", outcome) }
    }

    /// The mark of a source as HTML.
    pub(crate) fn source<'a>(&'a self, source: &'a Source) -> SourcePart<'a> {
        SourcePart { frame: self, source }
    }

    /// A table as HTML.
    pub(crate) fn section<'a>(&'a self, section: &'a Section) -> SectionPart<'a> {
        SectionPart::new(self, section)
    }
}
