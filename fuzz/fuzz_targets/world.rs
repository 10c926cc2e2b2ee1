//! A small registry for targets that ask one.

use std::sync::{Arc, LazyLock};

use app::{App, FixedClock, LogKey};
use model::PartyKind;
use store::MemoryStore;
use testkit::{ORIGIN, World, the};

static APP: LazyLock<App> = LazyLock::new(|| {
    let key = LogKey::new(ORIGIN, &testkit::log_signing_key().to_bytes()).expect("a key");
    let clock = Arc::new(FixedClock(the("2026-01-31")));
    let app = App::open(Arc::new(MemoryStore::new()), vec![key], clock, &mut |_| {}).expect("an empty store");
    let world = World::with_countries(&["FR", "JP"]);
    let parties = [
        testkit::body("did:web:lab.example", "FR"),
        testkit::party("did:web:maker.example", PartyKind::Supplier, "FR"),
    ];
    let parties = parties.into_iter().enumerate().map(|(place, party)| {
        world.registrar.sign(&world.registrar.statement(&format!("party-{place}"), party))
    });
    for statement in world.statements.iter().map(|s| s.jws_bytes().to_vec()).chain(parties) {
        app.submit_blocking(&statement).expect("a statement of the small world");
    }
    app
});

/// The registry: France and Japan, a laboratory and a maker.
pub fn app() -> &'static App {
    &APP
}
