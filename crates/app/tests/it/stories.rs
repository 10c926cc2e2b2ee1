//! The ordered index over procedures and objectives: what it takes over from statement to statement is what counting
//! everything anew gives.
#![allow(clippy::unwrap_used, missing_docs)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use app::clock::Clock;
use app::due::{DueList, SelectDue};
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

/// Everything due: these histories have less than a page of it.
fn due(app: &app::App, country: Option<Jurisdiction>) -> DueList {
    let list = app.due(&SelectDue { country, limit: 500, ..SelectDue::default() }).unwrap();
    assert_eq!((list.total, list.next.as_deref()), (list.terms.len(), None));
    list
}

type Term = (String, Option<Jurisdiction>, Date, &'static str, u32, String);

#[test]
fn the_index_grows_to_what_it_is_when_made_anew() {
    for history in HISTORIES {
        let story = told(history);
        let app = crate::common::open(Arc::new(store::MemoryStore::new()));
        let mut found = Vec::new();
        for statement in &story.world.statements {
            app.submit_blocking(statement.jws_bytes()).unwrap();
            let (stories, _) = app.stories(When::default()).unwrap();
            found = stories.all().cloned().collect::<Vec<Story>>();
            let grown: Vec<Term> = due(&app, None)
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
    let app = crate::common::open(Arc::new(store::MemoryStore::new()));
    for statement in &story.world.statements {
        app.submit_blocking(statement.jws_bytes()).unwrap();
    }
    let list = due(&app, None);
    let group = |state: &law::term::TermState| match state {
        law::term::TermState::Overdue(_) => 0,
        law::term::TermState::Open => 1,
        _ => 2,
    };
    assert!(list.terms.iter().map(|term| group(&term.state)).is_sorted());
    assert!(list.terms.iter().any(|term| group(&term.state) == 0));
    let france = due(&app, Some("FR".parse().unwrap()));
    let of_france = list.terms.iter().filter(|term| term.from == france.terms[0].from).cloned();
    assert_eq!(of_france.collect::<Vec<_>>(), france.terms);
}

#[test]
fn pages_of_what_is_due_are_the_whole_list_whatever_their_size() {
    let story = told(HISTORIES[3]);
    let app = crate::common::open(Arc::new(store::MemoryStore::new()));
    for statement in &story.world.statements {
        app.submit_blocking(statement.jws_bytes()).unwrap();
    }
    for country in [None, Some("FR".parse().unwrap())] {
        let whole = due(&app, country);
        assert!(country.is_some() || whole.terms.len() > 2);
        for limit in 1..=whole.terms.len() {
            let mut select = SelectDue { country, limit, ..SelectDue::default() };
            let mut paged = Vec::new();
            loop {
                let page = app.due(&select).unwrap();
                assert_eq!(page.total, whole.terms.len());
                paged.extend(page.terms);
                select.after = page.next;
                if select.after.is_none() {
                    break;
                }
            }
            assert_eq!(paged, whole.terms, "pages of {limit}");
        }
    }
    let after = Some("DEMO-1/FR/no.such-rule/0".to_owned());
    let lost = app.due(&SelectDue { after, ..SelectDue::default() }).unwrap_err().to_string();
    assert!(lost.contains("begin without `after`"), "{lost}");
}

/// A clock that is set.
struct Set(AtomicU64);

impl Clock for Set {
    fn unix_seconds(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

#[test]
fn what_is_made_before_midnight_is_what_is_read_after_it() {
    /// Midnight before the last day of January 2026, in seconds since 1970.
    const MIDNIGHT: u64 = 1_769_817_600;
    let story = told(HISTORIES[3]);
    let clock = Arc::new(Set(AtomicU64::new(MIDNIGHT - 3_600)));
    let store = Arc::new(store::MemoryStore::new());
    let app = app::App::open(store, vec![crate::common::log_key()], clock.clone(), &mut |_| {}).unwrap();
    let (last, first) = story.world.statements.split_last().unwrap();
    for statement in first {
        app.submit_blocking(statement.jws_bytes()).unwrap();
    }
    // An hour before midnight only the index of the day is made; ten minutes before, that of the next one too.
    assert!(app.prepare_stories().unwrap().is_none());
    let (today, _) = app.stories(When::default()).unwrap();
    clock.0.store(MIDNIGHT - 600, Ordering::Relaxed);
    let ahead = app.prepare_stories().unwrap().unwrap();
    assert!(Arc::ptr_eq(&today, &app.stories(When::default()).unwrap().0), "the day is not over");
    clock.0.store(MIDNIGHT, Ordering::Relaxed);
    let (tomorrow, as_of) = app.stories(When::default()).unwrap();
    assert_eq!(as_of.on, DAY.parse().unwrap());
    assert!(Arc::ptr_eq(&ahead, &tomorrow));
    assert!(Arc::ptr_eq(&tomorrow, &app.stories(When::default()).unwrap().0));
    // It is what would have been made at midnight, and it goes on from statement to statement.
    let anew = crate::common::open(Arc::new(store::MemoryStore::new()));
    for statement in first {
        anew.submit_blocking(statement.jws_bytes()).unwrap();
    }
    let all = |app: &app::App| app.stories(When::default()).unwrap().0.all().cloned().collect::<Vec<_>>();
    assert_eq!((all(&app), due(&app, None).terms), (all(&anew), due(&anew, None).terms));
    for app in [&app, &anew] {
        app.submit_blocking(last.jws_bytes()).unwrap();
    }
    assert_eq!((all(&app), due(&app, None).terms), (all(&anew), due(&anew, None).terms));
}
