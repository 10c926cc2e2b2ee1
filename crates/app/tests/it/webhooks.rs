//! What is due, what fails and what is given up, without a network.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use app::border::webhooks::{
    ATTEMPTS_MAX, AllowPrivate, EndSubscription, Outcome, SendAgain, ShowSubscriptions, Subscribe,
    SubscribeFrom, SubscriptionError,
};
use app::border::{Addressed, Border, Parts, Requester};
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
    _directory: tempfile::TempDir,
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
        let store = Arc::new(SqliteBorder::open(directory.path()).unwrap());
        let (keys, finder, allow_private) = (vec![key], None, AllowPrivate::No);
        let border = Border::new(Parts { app: app.clone(), store, keys, finder, allow_private });
        Self { app, border, clock, _directory: directory }
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
        self.border.due_deliveries().unwrap().iter().map(|delivery| what(&delivery.body)).collect()
    }

    fn attempt(&self, outcome: &Outcome) {
        let due = self.border.due_deliveries().unwrap();
        due.iter().for_each(|delivery| self.border.attempted(delivery, outcome).unwrap());
    }
}

#[test]
fn an_event_that_cannot_be_delivered_is_given_up_and_can_be_sent_again() {
    let sending = Sending::new();
    let party = sending.requester(&Author::new(BODY));
    let asked = Subscribe {
        certificate: the("C-0"),
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
        certificate: the("C-0"),
        url: "https://customs.example/hook".into(),
        from: SubscribeFrom::Beginning,
    };
    let (made, before) = sending.border.subscribe(&one, &asked).unwrap();
    assert!(!before && sending.border.subscribe(&one, &asked).unwrap() == (made.clone(), true));
    assert_eq!(sending.due(), ["issued"]);
    let end = EndSubscription { number: made.number };
    assert_eq!(sending.border.end_subscription(&other, &end), Err(SubscriptionError::NoSuch(made.number)));
    let shown = sending.border.show_subscriptions(&other, &ShowSubscriptions::default()).unwrap();
    assert!(shown.subscriptions.is_empty());
    sending.border.end_subscription(&one, &end).unwrap();
    assert!(sending.due().is_empty());
}
