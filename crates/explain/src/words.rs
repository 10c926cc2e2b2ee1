//! Sentences in every language of the interface, from Fluent files that are compiled in.

use std::collections::BTreeMap;
use std::fmt::Write;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use law::{Citation, Finding, Outcome, Rule, Source, Value};
use model::Date;

/// Languages of answers, English first.
pub const LANGUAGES: &[&str] = &["en", "fr"];

macro_rules! files {
    ($language:literal: $($name:literal),+ $(,)?) => {
        &[$(include_str!(concat!("../../../translations/", $language, "/", $name, ".ftl"))),+]
    };
}

macro_rules! language {
    ($language:literal) => {
        files!($language:
            "answer", "citations", "dates", "documents", "findings-accreditation", "findings-agreement", "findings-alignment", "findings-body",
            "findings-declaration", "findings-equivalence", "findings-evidence", "findings-harmonised-approval",
            "findings-lawful-marketing", "findings-measure", "findings-national", "findings-objective",
            "findings-prior-decision", "findings-requirement", "findings-results", "findings-scheme",
            "findings-standard", "findings-stringency", "findings-wto", "glance",
        )
    };
}

const ENGLISH: &[&str] = language!("en");
const FRENCH: &[&str] = language!("fr");

/// Facts that messages may ask for and that a finding may not have.
const ABSENT: &[&str] = &[
    "annex",
    "agreement",
    "exporting",
    "exporting_act",
    "exporting_edition",
    "from",
    "until",
    "instrument",
    "objective",
    "party",
    "phase",
    "scheme",
    "decision",
    "regulation",
    "standard",
    "owner",
    "accreditation_body",
    "laboratory",
    "original",
    "edition",
    "scope_edition",
    "attested",
    "attested_to",
    "required",
    "met_standard",
    "origin",
    "resolved",
    "met_with",
    "legal_basis",
    "kind",
    "reason",
    "state",
    "missing",
    "claimed",
    "binding",
    "remedy",
    "listed_from",
    "listed_until",
    "expires_on",
    "ended_on",
    "asked",
    "certified",
    "reported_by",
    "country",
    "need",
    "request",
    "requirement",
    "activity",
    "against",
    "counter_measure",
    "revises",
    "submitted_on",
    "announced_on",
    "first_day",
    "due_on",
    "closed_on",
    "element",
];

/// The sentences of one language.
pub struct Words {
    language: &'static str,
    bundle: FluentBundle<FluentResource>,
}

/// Why a language cannot be told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// There are no translations into it.
    #[error("there are no sentences in `{0}`: ask for one of en, fr")]
    NoSuchLanguage(String),
    /// A translation file is broken. Tests keep this from being released.
    #[error("the sentences in {language} are broken: {message}")]
    Broken {
        /// Language.
        language: &'static str,
        /// What is wrong.
        message: String,
    },
}

impl Words {
    /// Loads the sentences of a language.
    ///
    /// # Errors
    /// When there are none.
    pub fn load(language: &str) -> Result<Self, WordsError> {
        let (language, files) = match language {
            "en" => ("en", ENGLISH),
            "fr" => ("fr", FRENCH),
            other => return Err(WordsError::NoSuchLanguage(other.chars().take(20).collect())),
        };
        let broken = |message: String| WordsError::Broken { language, message };
        let identifier = language.parse().map_err(|error| broken(format!("{error}")))?;
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Isolation marks help mixed scripts; they would stand in plain text and in golden files of Latin languages.
        bundle.set_use_isolating(false);
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned())
                .map_err(|(_, errors)| broken(format!("{errors:?}")))?;
            bundle.add_resource(resource).map_err(|errors| broken(format!("{errors:?}")))?;
        }
        Ok(Self { language, bundle })
    }

    /// Its code.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// A finding in a sentence.
    pub fn finding(&self, finding: &Finding<'_>, names: &dyn Fn(&str) -> Option<String>) -> String {
        self.say(&message_id(finding.rule, suffix(finding.outcome)), &self.arguments(finding, names))
    }

    /// What must be supplied to turn a finding.
    pub fn missing(&self, finding: &Finding<'_>, names: &dyn Fn(&str) -> Option<String>) -> String {
        self.say(&message_id(finding.rule, "missing"), &self.arguments(finding, names))
    }

    /// The duty of a rule in a sentence.
    pub fn duty(&self, rule: &Rule) -> String {
        self.say(&message_id(rule, "duty"), &FluentArgs::new())
    }

    /// A citation as readers of the language know it: the text, and the place in it.
    pub fn citation(&self, citation: &Citation) -> String {
        let text = match citation.source {
            Source::Recommendations => "recommendations",
            Source::Methods => "methods",
            Source::Tbt => "tbt",
            Source::Practice => "practice",
            Source::Agreement1958 => "agreement1958",
            Source::Reading => "reading",
        };
        let place = citation.paragraph.trim_start_matches("TBT ");
        let place = match place.strip_prefix("L annex ") {
            Some(annex) => self.message("cited--annex", &[("place", &self.in_annex(annex))]),
            None => self.named_place(text, place),
        };
        self.message(&format!("cited--{text}"), &[("place", &place)])
    }

    /// A place in an annex of Rec. L: `B scope`, `C 3.4 (second)`.
    fn in_annex(&self, place: &str) -> String {
        if let Some(place) = place.strip_suffix(" (second)") {
            return self.message("cited--second", &[("place", place)]);
        }
        match place.strip_prefix("B ") {
            Some(part) => format!("B {}", self.named_place("annex-b", part)),
            None => place.to_owned(),
        }
    }

    /// A place that has a name rather than a number.
    fn named_place(&self, text: &str, place: &str) -> String {
        let slug: String = place
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
            .collect();
        let id = format!("place--{text}--{slug}");
        if self.has(&id) { self.message(&id, &[]) } else { place.to_owned() }
    }

    /// A day in words: 1 April 2026.
    pub fn day(&self, day: Date) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("day", i64::from(day.day()));
        arguments.set("month", self.message(&format!("month-{}", day.month()), &[]));
        arguments.set("year", day.year().to_string());
        self.say("date", &arguments)
    }

    /// What was found about a document (`met`, `not_met`, `unknown`), in a sentence. Its facts are texts; those that are days
    /// or names of fields are put in words.
    pub fn document(&self, finding: &str, outcome: &str, facts: &BTreeMap<&'static str, String>) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in facts {
            let told = match (*name, value.parse::<Date>()) {
                ("fields", _) => {
                    value.split(", ").map(|field| self.field(field)).collect::<Vec<_>>().join(", ")
                }
                (_, Ok(day)) if name.ends_with("_on") => self.day(day),
                _ => value.clone(),
            };
            arguments.set(*name, told);
        }
        self.say(&format!("{}--{}", finding.replace('.', "--"), outcome), &arguments)
    }

    /// A field of a certificate by its name.
    fn field(&self, field: &str) -> String {
        let id = format!("field--{}", field.replace('_', "-"));
        if self.has(&id) { self.message(&id, &[]) } else { field.to_owned() }
    }

    /// Any other message.
    pub fn message(&self, id: &str, arguments: &[(&'static str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            args.set(*name, FluentValue::from((*value).to_owned()));
        }
        self.say(id, &args)
    }

    /// Whether there is such a message.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// Every fact under its name; names that a message may ask for and the finding does not have read as a dash.
    fn arguments<'f>(&self, finding: &Finding<'_>, names: &dyn Fn(&str) -> Option<String>) -> FluentArgs<'f> {
        let mut arguments = FluentArgs::new();
        for name in ABSENT {
            arguments.set(*name, FluentValue::from("—"));
        }
        let known = finding.facts.iter().any(|fact| fact.name == "objective");
        arguments.set("objective_known", FluentValue::from(if known { "yes" } else { "no" }));
        for fact in &finding.facts {
            let value = match fact.value {
                Value::Text(text) => FluentValue::from(names(text).unwrap_or_else(|| text.to_owned())),
                Value::Day(day) => FluentValue::from(self.day(day)),
                Value::Number(number) => FluentValue::from(number),
                Value::Party(party) => {
                    FluentValue::from(names(party.as_str()).unwrap_or_else(|| party.to_string()))
                }
                Value::Statement(at) => FluentValue::from(at.to_string()),
            };
            arguments.set(fact.name, value);
        }
        arguments
    }

    fn say(&self, id: &str, arguments: &FluentArgs<'_>) -> String {
        let pattern = self.bundle.get_message(id).and_then(|message| message.value());
        let Some(pattern) = pattern else { return id.to_owned() };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(arguments), &mut errors);
        text.into_owned()
    }
}

fn message_id(rule: &Rule, suffix: &str) -> String {
    let mut id = rule.id.replace('.', "--");
    let _ = write!(id, "--{suffix}");
    id
}

fn suffix(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::NotMet => "not_met",
        Outcome::Unknown => "unknown",
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_sentences_in_every_language() {
        for language in LANGUAGES {
            let words = Words::load(language).unwrap();
            for rule in law::RULES {
                for suffix in ["duty", "met"] {
                    assert!(words.has(&message_id(rule, suffix)), "{language}: {} has no {suffix}", rule.id);
                }
            }
        }
    }

    #[test]
    fn every_citation_is_in_the_language_of_the_reader() {
        let (english, french) = (Words::load("en").unwrap(), Words::load("fr").unwrap());
        for citation in law::RULES.iter().flat_map(|rule| rule.citations) {
            let told = french.citation(citation);
            // A place that has a name has one in every language; what is left as it stands is numbers and letters.
            let mut names = citation.paragraph.split(|c: char| !c.is_ascii_lowercase());
            let is_named = names.any(|word| word.len() > 3 && word != "second");
            assert!(!is_named || told != english.citation(citation), "{told}");
            assert!(!told.contains("--") && !told.contains("{$"), "{told}");
        }
        let cited = |paragraph| {
            let source = Source::Recommendations;
            (
                Words::load("en").unwrap().citation(&Citation { source, paragraph }),
                french.citation(&Citation { source, paragraph }),
            )
        };
        let scope = cited("L annex B scope");
        assert_eq!((scope.0.as_str(), scope.1.as_str()), ("Rec. L annex B scope", "Rec. L annexe B portée"));
        assert_eq!(cited("L annex C 3.4 (second)").1, "Rec. L annexe C 3.4 (second)");
    }

    #[test]
    fn languages_have_the_same_messages() {
        let ids = |files: &[&str]| -> Vec<String> {
            let lines = files.iter().flat_map(|file| file.lines());
            let mut ids: Vec<_> = lines
                .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
                .filter_map(|line| line.split_once(" =").map(|(id, _)| id.to_owned()))
                .collect();
            ids.sort_unstable();
            ids
        };
        assert_eq!(ids(ENGLISH), ids(FRENCH));
    }

    #[test]
    fn what_is_missing_names_an_objective_only_where_one_is_known() {
        let unknown = law::Finding::not_met(&law::rules::objective::established::RULE);
        for language in LANGUAGES {
            let words = Words::load(language).unwrap();
            let told = |finding: &Finding<'_>| words.finding(finding, &|_| None);
            assert!(!told(&unknown).contains("(objecti"), "{}", told(&unknown));
            let known = told(&unknown.clone().with("objective", "DEMO-7"));
            assert!(known.contains("(objecti") && known.contains("DEMO-7)"), "{known}");
        }
    }

    #[test]
    fn a_day_in_a_finding_is_in_the_words_of_the_language() {
        let found = law::Finding::not_met(&law::rules::objective::established::RULE)
            .with("reason", "not_yet")
            .with("objective", "DEMO-7")
            .with("version", 1_u32)
            .with("established_on", Date::constant(2026, 4, 1))
            .with("day", Date::constant(2026, 3, 31));
        for (language, first, second) in
            [("en", "1 April 2026", "31 March 2026"), ("fr", "du 1er avril 2026", "du 31 mars 2026")]
        {
            let told = Words::load(language).unwrap().finding(&found, &|_| None);
            assert!(told.contains(first) && told.contains(second), "{told}");
        }
        let facts =
            BTreeMap::from([("fields", "holder, expires_on".to_owned()), ("reason", "differs".to_owned())]);
        let told = Words::load("fr").unwrap().document("document.content-as-registered", "not_met", &facts);
        assert!(told.contains("titulaire, date d’expiration"), "{told}");
    }

    #[test]
    fn an_unknown_language_says_which_there_are() {
        assert!(matches!(Words::load("tlh"), Err(WordsError::NoSuchLanguage(_))));
    }
}
