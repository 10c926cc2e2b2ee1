//! The ordered index over procedures and objectives: what it takes over from statement to statement is what counting
//! everything anew gives.
#![allow(clippy::unwrap_used, missing_docs)]

use app::lookup::When;
use app::stories::Story;
use model::{Date, Jurisdiction, LogIndex};
use testkit::story::Story as Told;

const DAY: &str = "2026-01-31";

/// Histories with every kind of act about objectives.
const HISTORIES: &[&str] = &[
    include_str!("../../../../scenarios/120-call-of-two-countries-has-no-effect.txt"),
    include_str!("../../../../scenarios/121-terms-of-a-call-the-day-before-the-day-and-the-day-after.txt"),
    include_str!("../../../../scenarios/125-agreed-draft-binds-from-the-day-of-submission.txt"),
    include_str!("../../../../scenarios/126-agreed-adopted-late-and-status-reports.txt"),
    include_str!("../../../../scenarios/128-revision-with-a-transition.txt"),
    include_str!("../../../../scenarios/131-good-practice-comments-and-submission.txt"),
    include_str!("../../../../scenarios/80-objective-agreed-adopted-accepted.txt"),
];

fn told(history: &str) -> Told {
    let mut story = Told::new();
    for line in history.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if story.tell(line).is_err() {
            break;
        }
    }
    story
}

type Term = (String, Option<Jurisdiction>, Date, &'static str, u32, String);

#[test]
fn the_index_grows_to_what_it_is_when_made_anew() {
    for history in HISTORIES {
        let story = told(history);
        let app = crate::common::open(std::sync::Arc::new(store::MemoryStore::new()));
        let mut found = Vec::new();
        for statement in &story.world.statements {
            app.submit_blocking(statement.jws_bytes()).unwrap();
            let (stories, _) = app.stories(When::default()).unwrap();
            found = stories.all().cloned().collect::<Vec<Story>>();
            let grown: Vec<Term> = app
                .due(None, When::default())
                .unwrap()
                .terms
                .into_iter()
                .map(|t| (t.objective, t.from, t.due_on, t.rule, t.period, format!("{:?}", t.state)))
                .collect();
            let state = app.state();
            let registry = state.registry();
            let mut anew: Vec<Term> = procedure::due(registry, DAY.parse().unwrap(), registry.knowledge())
                .iter()
                .map(|t| {
                    let state = format!("{:?}", t.state);
                    (t.objective.to_string(), t.from, t.due_on, t.rule.id, t.period, state)
                })
                .collect();
            let mut sorted = grown.clone();
            sorted.sort();
            anew.sort();
            assert_eq!(sorted, anew);
        }
        assert!(!found.is_empty());
        // As of an earlier position it is made anew: from the last position it must be the same.
        let last = LogIndex(app.state().size() - 1);
        let yesterday = When { on: Some("2026-01-30".parse().unwrap()), known_at: Some(last) };
        let (other, _) = app.stories(yesterday).unwrap();
        let ids = |stories: Vec<Story>| stories.into_iter().map(|s| (s.id, s.stage)).collect::<Vec<_>>();
        assert_eq!(ids(other.all().cloned().collect()), ids(found));
    }
}

#[test]
fn what_is_overdue_stands_first_and_nothing_is_lost() {
    let story = told(HISTORIES[3]);
    let app = crate::common::open(std::sync::Arc::new(store::MemoryStore::new()));
    for statement in &story.world.statements {
        app.submit_blocking(statement.jws_bytes()).unwrap();
    }
    let list = app.due(None, When::default()).unwrap();
    let group = |state: &law::term::TermState| match state {
        law::term::TermState::Overdue(_) => 0,
        law::term::TermState::Open => 1,
        _ => 2,
    };
    assert!(list.terms.iter().map(|term| group(&term.state)).is_sorted());
    assert!(list.terms.iter().any(|term| group(&term.state) == 0));
    let france = app.due(Some("FR".parse().unwrap()), When::default()).unwrap();
    let of_france = list.terms.iter().filter(|term| term.from == france.terms[0].from).cloned();
    assert_eq!(of_france.collect::<Vec<_>>(), france.terms);
}
