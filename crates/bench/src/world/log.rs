//! Statements of the world, applied one after the other.

use std::sync::Arc;

use jiff::civil::date;
use model::{Certainty, CertificateNumber, LogIndex, PartyId};
use registry::{
    CertificateEvent, CertificateEventKind, CertificateFacts, LoggedStatement, RecordedChange, Registry,
};
use rustc_hash::FxHashMap;
use statement::act::{self, Act};
use statement::{Payload, Reported, Subject};
use testkit::the;

/// One statement of the world.
#[derive(Clone, Debug)]
pub struct Stated {
    /// Its position.
    pub at: u64,
    /// Who signed it.
    pub signer: PartyId,
    /// Whether a recorder reported it.
    pub reported: bool,
    /// What it says.
    pub act: Act,
}

/// The statements and the registry that they make.
pub struct Log {
    /// Every statement, in order.
    pub statements: Vec<Stated>,
    /// What they come to.
    pub registry: Registry,
    events: Vec<CertificateEvent>,
}

impl Log {
    /// An open log with its registrar.
    pub(super) fn open() -> Self {
        let mut log = Self { statements: Vec::new(), registry: Registry::default(), events: Vec::new() };
        log.state(testkit::genesis());
        log
    }

    /// The digest under which a joint act can be concurred in: made from its position, since nothing is signed here.
    pub fn digest(at: u64) -> [u8; 32] {
        let mut digest = [0; 32];
        digest[..8].copy_from_slice(&at.to_be_bytes());
        digest
    }

    /// A statement by the registrar.
    pub(super) fn state(&mut self, act: impl Into<Act>) {
        self.push(the(testkit::REGISTRAR), false, act.into());
    }

    /// A report by a recorder: it stands for all parties.
    pub(super) fn report(&mut self, act: impl Into<Act>) {
        self.push(the(testkit::REGISTRAR), true, act.into());
    }

    /// A statement by somebody.
    pub(super) fn signed(&mut self, signer: &PartyId, act: impl Into<Act>) {
        self.push(signer.clone(), false, act.into());
    }

    /// The position of the next statement.
    pub(super) fn next(&self) -> u64 {
        self.registry.size()
    }

    fn push(&mut self, signer: PartyId, reported: bool, act: Act) {
        let at = self.next();
        let report = || Reported {
            on_behalf_of: Subject::Party(signer.clone()),
            source: "synthetic".to_owned(),
            certainty: Certainty::Demonstration,
        };
        let payload = Payload {
            id: the(&format!("s{at}")),
            signer: signer.clone(),
            made_on: None,
            reported: reported.then(report),
            act: act.clone(),
        };
        // Days are drawn at random; a statement whose period has no day would be refused, and is not made.
        let certificates = matches!(payload.act, Act::CertificatesIssued(_) | Act::CertificatesChanged(_));
        if !certificates && !has_a_day(&payload) {
            return;
        }
        let day = date(2025, 1, 1);
        let logged = LoggedStatement::new(LogIndex(at), day, "demo".to_owned(), Self::digest(at), payload);
        self.registry.apply(&logged);
        self.events.extend(self.registry.certificate_events(&logged));
        self.statements.push(Stated { at, signer, reported, act });
    }

    /// Every certificate with its changes, in the order of issue.
    pub(super) fn certificates(&mut self) -> Vec<Arc<CertificateFacts>> {
        let mut facts: Vec<CertificateFacts> = Vec::new();
        let mut places: FxHashMap<CertificateNumber, usize> = FxHashMap::default();
        for event in std::mem::take(&mut self.events) {
            match event.what {
                CertificateEventKind::Issued(issued) => {
                    places.insert(event.number, facts.len());
                    let by = event.reported_by;
                    facts.push(CertificateFacts::new(issued, event.issuer, event.at, event.key, by));
                }
                CertificateEventKind::Changed(change) => {
                    let (at, item, key) = (event.at, event.item, event.key);
                    let change: Arc<act::CertificateChange> = Arc::new(change);
                    let recorded = RecordedChange { at, item, key, reported: false, change };
                    if let Some(place) = places.get(&event.number) {
                        facts[*place].changes.push(recorded);
                    }
                }
            }
        }
        facts.into_iter().map(Arc::new).collect()
    }
}

/// Whether the period of an act, if it has one, has a day.
fn has_a_day(payload: &Payload) -> bool {
    let json: serde_json::Value = serde_json::from_slice(&payload.to_json()).unwrap_or_default();
    let day = |name: &str| json["act"][name].as_str();
    let begins = ["from", "applies_from", "in_force_from", "on"].into_iter().find_map(day);
    // Days as text are ordered as days.
    begins.zip(day("until")).is_none_or(|(from, until)| from < until)
}
