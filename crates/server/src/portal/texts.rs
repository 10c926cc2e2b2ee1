//! The words of the portal in every language, from `translations/<language>/portal.ftl`.

use std::sync::LazyLock;

use explain::Words;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

/// A language of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    French,
}

impl Language {
    /// All of them, the one to fall back to first.
    pub(crate) const ALL: &'static [Language] = &[Language::English, Language::French];

    /// BCP 47 code, which begins every path.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// Its name in itself.
    pub(crate) fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "Français",
        }
    }

    /// Direction of writing.
    pub(crate) fn direction(self) -> &'static str {
        "ltr"
    }

    /// The texts of the language: of all pages, of those about objectives, of the border page, of lines of declarations,
    /// of what one takes along, of what the desk found wrong, and of days.
    fn sources(self) -> [&'static str; 7] {
        match self {
            Self::English => [
                include_str!("../../../../translations/en/portal.ftl"),
                include_str!("../../../../translations/en/portal-objectives.ftl"),
                include_str!("../../../../translations/en/portal-border.ftl"),
                include_str!("../../../../translations/en/border-lines.ftl"),
                include_str!("../../../../translations/en/portal-papers.ftl"),
                include_str!("../../../../translations/en/portal-told.ftl"),
                include_str!("../../../../translations/en/dates.ftl"),
            ],
            Self::French => [
                include_str!("../../../../translations/fr/portal.ftl"),
                include_str!("../../../../translations/fr/portal-objectives.ftl"),
                include_str!("../../../../translations/fr/portal-border.ftl"),
                include_str!("../../../../translations/fr/border-lines.ftl"),
                include_str!("../../../../translations/fr/portal-papers.ftl"),
                include_str!("../../../../translations/fr/portal-told.ftl"),
                include_str!("../../../../translations/fr/dates.ftl"),
            ],
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        static BUNDLES: LazyLock<Vec<FluentBundle<FluentResource>>> =
            LazyLock::new(|| Language::ALL.iter().map(|language| load(*language)).collect());
        &BUNDLES[self as usize]
    }

    /// The sentences of findings and answers, and the names of paragraphs; loaded when they are first asked for.
    pub(crate) fn words(self) -> Option<&'static Words> {
        static WORDS: LazyLock<Vec<Words>> =
            LazyLock::new(|| explain::LANGUAGES.iter().filter_map(|code| Words::load(code).ok()).collect());
        WORDS.iter().find(|words| words.language() == self.code())
    }

    /// A message.
    pub(crate) fn say(self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// A message with arguments. Numbers choose the plural form.
    pub(crate) fn say_with(self, id: &str, arguments: &[(&str, Argument)]) -> String {
        let mut fluent = FluentArgs::new();
        for (name, value) in arguments {
            match value {
                Argument::Text(text) => fluent.set(*name, text.as_str()),
                Argument::Number(number) => fluent.set(*name, *number),
            }
        }
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            // A test finds every message that is missing; a page with a gap is better than none.
            return id.to_owned();
        };
        bundle.format_pattern(pattern, Some(&fluent), &mut Vec::new()).into_owned()
    }

    /// Whether there is such a message.
    pub(crate) fn has(self, id: &str) -> bool {
        self.bundle().has_message(id)
    }
}

/// An argument of a message.
#[derive(Clone, Debug)]
pub(crate) enum Argument {
    Text(String),
    Number(u64),
}

fn load(language: Language) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // Isolation marks would appear in attributes and titles; directions are set on elements instead.
    bundle.set_use_isolating(false);
    for source in language.sources() {
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeSet;

    use app::view::{Label, Title};

    use super::*;

    /// Ends of message names that are put together from closed lists.
    fn families() -> Vec<String> {
        use model::*;
        let mut ids = Vec::new();
        let mut add = |family: &str, codes: Vec<&str>| {
            ids.extend(codes.iter().map(|code| format!("{family}-{}", code.replace('_', "-"))));
        };
        add("label", Label::ALL.iter().map(|l| l.as_str()).collect());
        add("title", Title::ALL.iter().map(|l| l.as_str()).collect());
        add("party", PartyKind::ALL.iter().map(|l| l.as_str()).collect());
        add("mandate", MandateScope::ALL.iter().map(|l| l.as_str()).collect());
        add("procedure", Procedure::ALL.iter().map(|l| l.as_str()).collect());
        add("evidence", EvidenceKind::ALL.iter().map(|l| l.as_str()).collect());
        add("recognises", Recognises::ALL.iter().map(|l| l.as_str()).collect());
        add("binding", Binding::ALL.iter().map(|l| l.as_str()).collect());
        add("origin", OriginRule::ALL.iter().map(|l| l.as_str()).collect());
        add("purpose", Purpose::ALL.iter().map(|l| l.as_str()).collect());
        add("on-amendment", OnAmendment::ALL.iter().map(|l| l.as_str()).collect());
        add("degree", Correspondence::ALL.iter().map(|l| l.as_str()).collect());
        add("stringency", Stringency::ALL.iter().map(|l| l.as_str()).collect());
        add("measure", MeasureKind::ALL.iter().map(|l| l.as_str()).collect());
        add("certainty", Certainty::ALL.iter().map(|l| l.as_str()).collect());
        add("overall", OVERALL.to_vec());
        add("overall", vec!["not_covered"]);
        add("overall-words", OVERALL.to_vec());
        add("outcome", OUTCOMES.to_vec());
        add("finding", vec!["met", "not_met", "unknown"]);
        add("basis", vec!["treaty", "law", "undertaking", "discretion"]);
        add("kind", KINDS.to_vec());
        add("kind", vec!["acceptance"]);
        add("facet", KINDS.to_vec());
        add("state", STATES.to_vec());
        add("moment", MOMENTS.to_vec());
        add("event", EVENTS.to_vec());
        add("commitment", vec!["agreed", "adopted", "accepted"]);
        add("stage", app::stories::Stage::ALL.iter().map(|stage| stage.as_str()).collect());
        add("stage-means", app::stories::Stage::ALL.iter().map(|stage| stage.as_str()).collect());
        add("participation", Participation::ALL.iter().map(|l| l.as_str()).collect());
        add(
            "element",
            law::rules::objective::formal_elements::Element::ALL.iter().map(|e| e.as_str()).collect(),
        );
        add("form-of", RequirementForm::ALL.iter().map(|l| l.as_str()).collect());
        add("reference", vec!["exclusive", "yes"]);
        add("part", vec!["stricter", "presumption"]);
        add("comparison-how", vec!["added", "removed", "changed"]);
        add("standing", STANDINGS.to_vec());
        add("region", crate::portal::objective::regions::ALL.to_vec());
        add("restriction", vec!["additional_requirement", "counter_measure"]);
        add("restriction", MeasureKind::ALL.iter().map(|l| l.as_str()).collect());
        add("product-stands", vec!["law", "law_later", "accepts", "undertaking", "announced", "nothing"]);
        let acts: Vec<_> = app::view::story::ACTS.iter().map(|act| act.replace('.', "-")).collect();
        add("event", acts.iter().map(String::as_str).collect());
        add("due", DUE.to_vec());
        add("due-state", vec!["open", "done", "late", "overdue"]);
        add("scope", vec!["every_product", "every_other_party"]);
        add("desk-error", app::office::OfficeError::CODES.to_vec());
        add("thing", crate::portal::desk::KINDS.to_vec());
        add("comments-error", app::office::comments::CommentError::CODES.to_vec());
        add("comments-part", app::office::comments::PARTS.to_vec());
        add("desk-role", app::office::Role::ALL.iter().map(|role| role.as_str()).collect());
        add("desk-home", vec!["sealed", "token"]);
        add("desk-outcome", vec!["done", "refused"]);
        add("desk-presence", vec!["present", "missing", "not_needed"]);
        add("desk-list", app::credentials::Purpose::ALL.iter().map(|purpose| purpose.as_str()).collect());
        add("desk-stage", app::office::STAGES.iter().map(|stage| stage.as_str()).collect());
        let elements = law::rules::objective::formal_elements::Element::ALL;
        add("desk-element", elements.iter().map(|element| element.as_str()).collect());
        add("desk-day", app::dry_run::Effect::DAYS.to_vec());
        add("copy", glance::CopyKind::ALL.iter().map(|kind| kind.as_str()).collect());
        add("month", vec!["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
        ids
    }

    const STANDINGS: &[&str] = &["adopted", "adopting", "accepted", "agreed", "announced", "ended", "none"];
    const DUE: &[&str] =
        &["response-in-time", "work-not-before", "comments-answered", "adoption-notice", "status-report"];
    const OVERALL: &[&str] = &[
        "barred",
        "recognised",
        "partly_recognised",
        "discretionary",
        "not_recognised",
        "unknown",
        "not_required",
    ];
    const OUTCOMES: &[&str] = &["recognised", "discretionary", "not_recognised", "unknown"];
    const KINDS: &[&str] = &[
        "country",
        "group",
        "body",
        "agreement",
        "annex",
        "standard",
        "regulation",
        "additional_requirement",
        "objective",
        "measure",
        "certificate",
        "recognition_decision",
        "equivalence",
    ];
    const STATES: &[&str] = &[
        "in_force",
        "partly_suspended",
        "suspended",
        "ended",
        "upcoming",
        "not_in_force",
        "superseded",
        "withdrawn",
        "expired",
        "revoked",
    ];
    const MOMENTS: &[&str] = &[
        "issued",
        "amended",
        "scope_reduced",
        "suspended",
        "restored",
        "withdrawn",
        "withdrawn_from_start",
        "expired",
        "holder_changed",
        "transferred",
    ];
    const EVENTS: &[&str] = &[
        "contested",
        "contest_rejected",
        "suspended",
        "restored",
        "withdrawn",
        "scope_reduced",
        "designated",
        "listed",
        "granted",
        "decided",
        "declared",
    ];

    fn ids(language: Language) -> BTreeSet<String> {
        language
            .sources()
            .into_iter()
            .flat_map(str::lines)
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" =").map(|(id, _)| id.to_owned()))
            .collect()
    }

    /// Names of messages in templates and code: arguments of `say` and its relatives, and those that code keeps in
    /// lists, which are known by how they begin.
    fn said() -> BTreeSet<String> {
        const CALLS: &[&str] =
            &["say(", "say_with(", "count(", "about(", "about_two(", "\"groups\", ", "\"countries\", "];
        const BEGINNINGS: &[&str] = &[
            "border-js-",
            "border-fault-",
            "comments-open-",
            "comments-late-",
            "comments-closed-",
            "error-",
            "form-error-",
            "links-",
            "print-",
            "disclaimer-",
            "told-",
            "tally-",
            "term-",
        ];
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut found = BTreeSet::new();
        for folder in [
            "templates",
            "templates/parts",
            "templates/desk",
            "src/portal",
            "src/portal/desk",
            "src/portal/desk/told",
            "src/portal/objective",
            "src/portal/consultation",
            "src/portal/border",
            "src/portal/print",
            "src/served",
        ] {
            for entry in std::fs::read_dir(root.join(folder)).unwrap() {
                let path = entry.unwrap().path();
                if !path.is_file() || path.ends_with("texts.rs") || path.ends_with("tests.rs") {
                    continue;
                }
                let text = std::fs::read_to_string(&path).unwrap();
                for call in CALLS {
                    let quoted = format!("{call}\"");
                    let after = text.split(&quoted).skip(1);
                    found.extend(after.filter_map(|part| part.split_once('"').map(|(id, _)| id.to_owned())));
                }
                if path.extension().is_some_and(|ending| ending == "rs") {
                    let quoted = text.split('"').skip(1).step_by(2);
                    found.extend(
                        quoted
                            .filter(|t| BEGINNINGS.iter().any(|b| t.starts_with(b) && t.len() > b.len()))
                            .map(str::to_owned),
                    );
                }
            }
        }
        found
    }

    #[test]
    fn both_languages_say_the_same_things() {
        assert_eq!(ids(Language::English), ids(Language::French));
    }

    #[test]
    fn every_text_parses() {
        for language in Language::ALL {
            for source in language.sources() {
                let parsed = FluentResource::try_new(source.to_owned());
                assert!(parsed.is_ok(), "{language:?}: {:?}", parsed.err().map(|(_, errors)| errors));
            }
        }
    }

    #[test]
    fn no_message_is_missing_or_unused() {
        let used: BTreeSet<_> = said().into_iter().chain(families()).collect();
        let defined = ids(Language::English);
        let missing: Vec<_> = used.difference(&defined).collect();
        assert!(missing.is_empty(), "missing: {missing:#?}");
        // Chapters of the nomenclature have a name where one is written, else their number.
        let unused: Vec<_> = defined.difference(&used).filter(|id| !id.starts_with("chapter-")).collect();
        assert!(unused.is_empty(), "unused: {unused:#?}");
    }

    #[test]
    fn plurals_follow_the_language() {
        let count =
            |language: Language, n| language.say_with("search-count", &[("count", Argument::Number(n))]);
        assert_ne!(count(Language::English, 1), count(Language::English, 2).replace('2', "1"));
        assert_ne!(count(Language::French, 1), count(Language::French, 2).replace('2', "1"));
    }
}
