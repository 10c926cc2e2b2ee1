//! A small registry with a desk: a ministry of each of two countries, officers with authenticators in software, a clock
//! that is moved by hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use app::office::{
    Acting, Invite, NoToken, Office, OfficeError, Outcome, Parts, PublicUrl, Randomness, Role, SessionToken,
    Vault,
};
use app::{App, Clock, LogKey};
use model::{MandateScope, PartyId};
use store::MemoryStore;
use store::office::{Audit as _, MemoryOffice};
use testkit::{Authenticator, Author, ORIGIN, World, the};

pub const FR: &str = "did:web:ministry.fr.test.example";
pub const JP: &str = "did:web:ministry.jp.test.example";
pub const URL: &str = "https://registry.test.example";
/// 2026-01-31, midnight in UTC.
pub const BEGINNING: u64 = 1_769_817_600;

/// A clock that is moved by hand.
pub struct HandClock(pub AtomicU64);

impl Clock for HandClock {
    fn unix_seconds(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// Bytes that repeat in every run, and never within one.
#[derive(Default)]
struct Counted(AtomicU64);

impl Randomness for Counted {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), String> {
        use sha2::{Digest as _, Sha256};
        for chunk in bytes.chunks_mut(32) {
            let digest = Sha256::digest(self.0.fetch_add(1, Ordering::SeqCst).to_be_bytes());
            chunk.copy_from_slice(&digest[..chunk.len()]);
        }
        Ok(())
    }
}

pub struct Desk {
    pub app: App,
    pub office: Office,
    pub store: Arc<MemoryOffice>,
    pub clock: Arc<HandClock>,
}

/// An officer with an authenticator.
pub struct Person {
    pub authenticator: Authenticator,
    pub token: SessionToken,
}

impl Desk {
    pub fn new() -> Self {
        let clock = Arc::new(HandClock(AtomicU64::new(BEGINNING)));
        let key = LogKey::new(ORIGIN, &testkit::log_signing_key().to_bytes()).unwrap();
        let app = App::open(Arc::new(MemoryStore::new()), vec![key], clock.clone(), &mut |_| {}).unwrap();
        let world = World::with_countries(&["FR", "JP"]);
        for statement in &world.statements {
            app.submit_blocking(statement.jws_bytes()).unwrap();
        }
        let registrar = &world.registrar;
        for (party, country) in [(FR, "FR"), (JP, "JP")] {
            let act = testkit::party(party, model::PartyKind::Authority, country);
            let registered = registrar.statement(&format!("party-{country}"), act);
            app.submit_blocking(&registrar.sign(&registered)).unwrap();
            let mut mandate = testkit::mandate(party, country, &[MandateScope::Survey]);
            mandate.until = Some(the("2026-03-01"));
            let mandated = registrar.statement(&format!("mandate-{country}"), mandate);
            app.submit_blocking(&registrar.sign(&mandated)).unwrap();
        }
        let store = Arc::new(MemoryOffice::default());
        let office = Office::new(Parts {
            app: app.clone(),
            store: store.clone(),
            random: Arc::new(Counted::default()),
            public_url: PublicUrl::parse(URL).unwrap(),
            vault: Some(Vault::new(&[7; 32])),
            token: Arc::new(NoToken),
            documents: None,
        });
        Self { app, office, store, clock }
    }

    pub fn wait(&self, seconds: u64) {
        self.clock.0.fetch_add(seconds, Ordering::SeqCst);
    }

    /// Somebody who was invited from the console and accepted.
    pub fn officer(&self, number: u8, party: &str, roles: &[Role]) -> Person {
        let link = self.office.invite_from_console(&the(party), &invite("Somebody", roles)).unwrap();
        self.accept(number, &link.token)
    }

    pub fn accept(&self, number: u8, invitation: &str) -> Person {
        let mut authenticator = Authenticator::new(number, URL);
        let invited = self.office.invited(invitation).unwrap();
        let answer = authenticator.register(&invited.options);
        let token = self.office.accept(invitation, &answer, None, "r").unwrap();
        Person { authenticator, token }
    }

    pub fn sign_in(&self, authenticator: &mut Authenticator) -> Result<SessionToken, OfficeError> {
        let options = self.office.begin_sign_in().unwrap();
        let answer = authenticator.sign_in(&options);
        self.office.sign_in(&answer, None, "r").map(|signed_in| signed_in.token)
    }

    pub fn acting(&self, person: &Person) -> Acting {
        self.office.resume(&person.token, "r").unwrap()
    }

    /// Signs anew, for whoever was away for long.
    pub fn back(&self, person: &mut Person) -> Acting {
        person.token = self.sign_in(&mut person.authenticator).unwrap();
        self.acting(person)
    }

    /// The latest record of the audit trail: what, outcome, and the word for the reason.
    pub fn last_audit(&self) -> (String, Outcome, String) {
        let last = self.store.audit(None, None, 1).unwrap().remove(0).entry;
        let word = last.detail.split(':').next().unwrap_or_default().to_owned();
        (last.what, last.outcome, word)
    }

    pub fn size(&self) -> u64 {
        self.app.state().size()
    }
}

pub fn invite(name: &str, roles: &[Role]) -> Invite {
    Invite { name: name.into(), roles: roles.iter().copied().collect() }
}

pub fn author(party: &str) -> Author {
    Author::new(party)
}

pub fn party(text: &str) -> PartyId {
    the(text)
}

pub fn jwk(party: &str) -> String {
    statement::demonstration_key(&the(party)).to_jwk().to_string()
}

/// A measure on the market, which takes the mandate `survey`.
pub fn measure(id: &str, signer: &str, country: &str) -> String {
    format!(
        r#"id = "{id}"
signer = "{signer}"

[act]
type = "measure.taken"
measure = "M-{id}"
country = "{country}"
kind = "prohibition"
legal_basis = "Consumer Code"
reasons = "live parts can be touched"
from = 2026-02-10

[act.against]
models = ["K-100"]
"#
    )
}

/// What would be refused, and why: nothing is in the log, the reason is told, the trail shows it.
pub fn refused<T>(desk: &Desk, what: &str, result: Result<T, OfficeError>) -> &'static str {
    let code = result.map(|_| ()).unwrap_err().code();
    assert_eq!(desk.last_audit(), (what.to_owned(), Outcome::Refused, code.to_owned()));
    code
}
