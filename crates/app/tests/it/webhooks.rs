//! What is due, what fails and what is given up, without a network.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use app::border::webhooks::{
    ATTEMPTS_MAX, AllowPrivate, EndSubscription, Outcome, SendAgain, ShowSubscriptions, Subscribe,
    SubscribeFrom, SubscriptionError,
};
use app::border::{Addressed, Border, Parts, Requester, Taken};
use app::{App, Clock, LogKey};
use serde_json::{Value, json};
use statement::act::{CertificateChange, CertificatesChanged, CertificatesIssued, Change};
use statement::{Request, sign_request};
use store::MemoryStore;
use store_sql::SqliteBorder;
use testkit::{Author, ORIGIN, World, body, the};

const BODY: &str = "did:web:body.test.example";

/// A clock that is moved by hand.
struct HandClock(AtomicU64);

impl Clock for HandClock {
    fn unix_seconds(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

struct Sending {
    app: App,
    border: Border,
    clock: Arc<HandClock>,
    directory: tempfile::TempDir,
}

fn opened(app: &App, directory: &std::path::Path) -> Border {
    let key = LogKey::new(ORIGIN, &testkit::log_signing_key().to_bytes()).unwrap();
    let store = Arc::new(SqliteBorder::open(directory).unwrap());
    let (keys, finder, allow_private) = (vec![key], None, AllowPrivate::No);
    Border::new(Parts { app: app.clone(), store, keys, finder, allow_private })
}

impl Sending {
    fn new() -> Self {
        let clock = Arc::new(HandClock(AtomicU64::new(1_769_817_600)));
        let key = LogKey::new(ORIGIN, &testkit::log_signing_key().to_bytes()).unwrap();
        let store = Arc::new(MemoryStore::new());
        let app = App::open(store, vec![key.clone()], clock.clone(), &mut |_| {}).unwrap();
        let world = World::with_countries(&["FR", "JP"]);
        world
            .statements
            .iter()
            .for_each(|statement| drop(app.submit_blocking(statement.jws_bytes()).unwrap()));
        let registrar = &world.registrar;
        app.submit_blocking(&registrar.sign(&registrar.statement("body", body(BODY, "FR")))).unwrap();
        let certificate = serde_json::from_value(json!({
            "number": "C-0", "status_index": 0, "kind": "certificate", "holder": BODY,
            "products": [{ "model": "K" }], "procedure": "certification", "issued_on": "2025-01-01",
        }));
        let author = Author::new(BODY);
        let issued = CertificatesIssued { issuer: the(BODY), certificates: vec![certificate.unwrap()] };
        app.submit_blocking(&author.sign(&author.statement("c", issued))).unwrap();
        let directory = tempfile::tempdir().unwrap();
        let border = opened(&app, directory.path());
        Self { app, border, clock, directory }
    }

    /// The border as another process opens it.
    fn reopened(&self) -> Border {
        opened(&self.app, self.directory.path())
    }

    fn change(&self, id: &str, change: Change) {
        let author = Author::new(BODY);
        let change =
            CertificateChange { number: the("C-0"), on: the("2026-01-31"), change, reason: String::new() };
        let act = CertificatesChanged { issuer: the(BODY), changes: vec![change] };
        self.app.submit_blocking(&author.sign(&author.statement(id, act))).unwrap();
    }

    fn requester(&self, author: &Author) -> Requester {
        let request = Request {
            body: json!({}),
            iat: self.clock.unix_seconds(),
            method: "POST".into(),
            party: author.party(),
            path: "/x".into(),
            registry: ORIGIN.into(),
        };
        let to = Addressed { method: "POST", path: "/x" };
        let (requester, _) =
            self.border.requested::<Value>(&sign_request(&request, author.key()), to).unwrap();
        requester
    }

    /// What is due now, as certificates' events by name.
    fn due(&self) -> Vec<String> {
        let what = |body: &[u8]| {
            let body: Value = serde_json::from_slice(body).unwrap();
            body["event"]["what"].as_str().unwrap().to_owned()
        };
        self.border.due_deliveries(|_, _| true).unwrap().iter().map(|delivery| what(&delivery.body)).collect()
    }

    fn attempt(&self, outcome: &Outcome) {
        let due = self.border.due_deliveries(|_, _| true).unwrap();
        due.iter().for_each(|delivery| self.border.attempted(delivery, outcome).unwrap());
    }
}

#[test]
fn an_event_that_cannot_be_delivered_is_given_up_and_can_be_sent_again() {
    let sending = Sending::new();
    let party = sending.requester(&Author::new(BODY));
    let asked = Subscribe {
        certificate: Some(the("C-0")),
        line: None,
        url: "https://customs.example/hook".into(),
        from: SubscribeFrom::Now,
    };
    sending.border.subscribe(&party, &asked).unwrap();
    assert!(sending.due().is_empty(), "what happened before is not told");
    sending.change("s", Change::Suspended {});
    sending.change("r", Change::Restored {});
    let failed = Outcome::Failed("the receiver answered 500".into());
    for attempt in 1..=ATTEMPTS_MAX {
        assert_eq!(sending.due(), ["suspended"], "attempt {attempt}");
        sending.attempt(&failed);
        // Before the wait is over nothing is due, whatever happened since.
        assert!(attempt == ATTEMPTS_MAX || sending.due().is_empty());
        sending.clock.0.fetch_add(app::border::webhooks::wait_seconds(attempt), Ordering::SeqCst);
    }
    assert_eq!(sending.due(), ["restored"]);
    sending.attempt(&Outcome::Delivered);
    assert!(sending.due().is_empty());

    let party = sending.requester(&Author::new(BODY));
    let show = |party: &Requester| {
        sending.border.show_subscriptions(party, &ShowSubscriptions::default()).unwrap().dead_letters
    };
    let letters = show(&party);
    assert_eq!((letters.len(), letters[0].reason.as_str()), (1, "the receiver answered 500"));
    let again = SendAgain { letter: letters[0].number };
    sending.border.send_letter_again(&party, &again).unwrap();
    assert_eq!(sending.due(), ["suspended"]);
    sending.attempt(&Outcome::Failed("gone".into()));
    assert!(sending.due().is_empty(), "once asked, it is sent once");
    assert_eq!(show(&party)[0].reason, "gone");
    sending.border.send_letter_again(&party, &again).unwrap();
    sending.attempt(&Outcome::Delivered);
    assert!(show(&party).is_empty() && sending.due().is_empty());
}

#[test]
fn subscriptions_are_their_partys_own() {
    let sending = Sending::new();
    let (one, other) = (sending.requester(&Author::new(BODY)), sending.requester(&World::authority("JP")));
    let asked = Subscribe {
        certificate: Some(the("C-0")),
        line: None,
        url: "https://customs.example/hook".into(),
        from: SubscribeFrom::Beginning,
    };
    let Taken { done: made, again } = sending.border.subscribe(&one, &asked).unwrap();
    let known = Taken { done: made.clone(), again: true };
    assert!(!again && sending.border.subscribe(&one, &asked).unwrap() == known);
    assert_eq!(sending.due(), ["issued"]);
    let end = EndSubscription { number: made.number };
    assert_eq!(sending.border.end_subscription(&other, &end), Err(SubscriptionError::NoSuch(made.number)));
    let shown = sending.border.show_subscriptions(&other, &ShowSubscriptions::default()).unwrap();
    assert!(shown.subscriptions.is_empty());
    sending.border.end_subscription(&one, &end).unwrap();
    assert!(sending.due().is_empty());
}

/// A subscription to a line of a declaration that cites `C-0`.
fn line(from: SubscribeFrom) -> Subscribe {
    let line = json!({
        "declaration": { "type": "mrn", "value": "26FR1", "item": 2 }, "importing": "FR",
        "commodity": { "code": "851660", "edition": 2022 }, "certificates": [{ "number": "C-1" }],
    });
    Subscribe { certificate: None, line: Some(line), url: "https://customs.example/hook".into(), from }
}

impl Sending {
    /// Bans what the line is about: the answer turns to `barred`.
    fn act(&self, author: &Author, id: &str, act: Value) {
        let act: statement::Act = serde_json::from_value(act).unwrap();
        self.app.submit_blocking(&author.sign(&author.statement(id, act))).unwrap();
    }

    fn bar(&self, id: &str) {
        let act = json!({
            "type": "measure.taken", "measure": id, "country": "FR", "kind": "prohibition", "legal_basis": "test",
            "against": { "products": { "hs": ["851660"], "hs_edition": 2022 } }, "from": "2026-01-01",
        });
        self.act(&World::authority("FR"), id, act);
    }

    fn events(&self) -> Vec<Value> {
        let due = self.border.due_deliveries(|_, _| true).unwrap();
        due.iter().map(|delivery| serde_json::from_slice(&delivery.body).unwrap()).collect()
    }
}

#[test]
fn a_line_is_told_of_the_statement_that_changes_its_answer_and_of_no_other() {
    let sending = Sending::new();
    let party = sending.requester(&Author::new(BODY));
    let Taken { done: made, again: known } =
        sending.border.subscribe(&party, &line(SubscribeFrom::Now)).unwrap();
    assert!(!known && made.certificate.is_none());
    assert_eq!(made.line.unwrap()["on"], "2026-01-31", "the day is fixed");
    // What happens to other things changes no answer.
    sending.change("s", Change::Suspended {});
    assert!(sending.events().is_empty());
    sending.bar("M-1");
    let at = sending.app.state().size() - 1;
    sending.change("r", Change::Restored {});
    let first = sending.events();
    assert_eq!(first[0]["id"], format!("{at}.0"));
    let event = &first[0]["event"];
    assert_eq!((&event["outcome"], &event["treatment"]["advice"]), (&json!("barred"), &json!("hold")));
    assert_eq!(event["former"]["outcome"], "not_required");
    assert_eq!(event["declaration"]["item"], 2);

    // It is sent again as it was, whatever happened since, also after a restart.
    sending.act(
        &World::authority("FR"),
        "lifted",
        json!({ "type": "measure.lifted", "measure": "M-1", "country": "FR", "on": "2026-01-15" }),
    );
    assert_eq!(sending.events(), first);
    let again = Sending { border: sending.reopened(), ..sending };
    assert_eq!(again.events(), first);
    again.attempt(&Outcome::Delivered);
    let second = again.events();
    assert_eq!(second[0]["event"]["outcome"], "not_required");
    again.attempt(&Outcome::Delivered);
    assert!(again.events().is_empty());
}

#[test]
fn a_line_that_is_told_from_the_beginning_is_told_how_it_stands() {
    let sending = Sending::new();
    let party = sending.requester(&Author::new(BODY));
    sending.border.subscribe(&party, &line(SubscribeFrom::Beginning)).unwrap();
    let event = sending.events().remove(0);
    assert_eq!((&event["event"]["outcome"], event["event"].get("former")), (&json!("not_required"), None));
    sending.attempt(&Outcome::Delivered);
    assert!(sending.events().is_empty());
    let both = Subscribe { certificate: Some(the("C-0")), ..line(SubscribeFrom::Now) };
    assert_eq!(sending.border.subscribe(&party, &both), Err(SubscriptionError::About));
    let mut long = line(SubscribeFrom::Now);
    long.line.as_mut().unwrap()["certificates"] = json!([{ "credential": "x".repeat(9_000) }]);
    assert!(matches!(sending.border.subscribe(&party, &long), Err(SubscriptionError::LineTooLong(_))));
}
