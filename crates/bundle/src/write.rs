//! A bundle as bytes. `docs/bundle.md` has the table.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use model::{LogIndex, PartyId};
use statement::act::{Alias, Change};

use crate::bytes::Writer;
use crate::content::{Content, Reference};
use crate::day;
use crate::names::{Name, SharedName};
use crate::rice::RiceSet;
use crate::status::{Issuer, SigningKeyName, State, StatusChange, state_of};

/// How every bundle of this version begins.
pub(crate) const MAGIC: &str = "comity bundle v0\n";
/// Bytes of the length of the body, behind the beginning.
pub(crate) const LENGTH_BYTES: usize = 8;

/// The numbers of kinds of changes that carry nothing, and of those that carry their act.
pub(crate) mod kind {
    pub(crate) const OTHER: u64 = 0;
    pub(crate) const SUSPENDED: u64 = 1;
    pub(crate) const RESTORED: u64 = 2;
    pub(crate) const WITHDRAWN: u64 = 3;
    pub(crate) const WITHDRAWN_FROM_START: u64 = 4;
    pub(crate) const EXPIRED: u64 = 5;
}

/// What stands below a name of the table.
pub(crate) mod name {
    pub(crate) const DOCUMENT: u8 = 0;
    pub(crate) const ALIAS: u8 = 1;
}

impl Content {
    /// The signed part of the bundle: everything before the signatures. The same content gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut body = Writer::default();
        body.text(self.importing.as_str());
        body.number(self.made_at);
        body.text(&self.checkpoint);
        write_statements(&mut body, &self.statements);
        write_issuers(&mut body, &self.issuers);
        write_names(&mut body, &self.names);
        let mut out = Vec::with_capacity(MAGIC.len() + LENGTH_BYTES + body.0.len());
        out.extend_from_slice(MAGIC.as_bytes());
        out.extend_from_slice(&(body.0.len() as u64).to_be_bytes());
        out.extend_from_slice(&body.0);
        out
    }

    /// Bytes that the sets of withdrawn certificates take, and the number of certificates in them.
    pub fn withdrawn_sets(&self) -> (usize, usize) {
        let sets = self.issuers.values().map(|issuer| set_of(issuer, State::Withdrawn));
        sets.fold((0, 0), |(bytes, count), set| (bytes + set.size_bytes(), count + set.numbers().len()))
    }
}

pub(crate) fn write_statements(out: &mut Writer, statements: &[Reference]) {
    out.number(statements.len() as u64);
    let (mut next, mut former) = (0, 0);
    for statement in statements {
        // In ascending order: the gaps are small.
        out.number(statement.at.0 - next);
        next = statement.at.0 + 1;
        let day = day::number(statement.day);
        out.signed(day - former);
        former = day;
        out.text(&statement.key_id);
        match &statement.digest {
            Some(digest) => {
                out.number(1);
                out.0.extend_from_slice(digest);
            }
            None => out.number(0),
        }
        out.bytes(&statement.payload);
    }
}

pub(crate) fn write_issuers(out: &mut Writer, issuers: &BTreeMap<PartyId, Issuer>) {
    let keys = keys_of(issuers.values());
    out.number(keys.len() as u64);
    for key in keys.keys() {
        out.text(key.signer.as_str());
        out.text(&key.key_id);
    }
    out.number(issuers.len() as u64);
    for (party, issuer) in issuers {
        out.text(party.as_str());
        out.number(issuer.next_unassigned);
        write_changes(out, issuer, &keys);
    }
}

type Keys<'c> = BTreeMap<&'c SigningKeyName, u64>;

/// The keys that signed changes, each with its place.
fn keys_of<'c>(issuers: impl Iterator<Item = &'c Issuer>) -> Keys<'c> {
    let all = issuers.flat_map(|issuer| &issuer.changes).map(|(_, change)| change.signed_with.as_ref());
    let distinct: BTreeSet<_> = all.collect();
    distinct.into_iter().zip(0..).collect()
}

/// The sets by state, then the events, then for each changed certificate which of them happened to it.
fn write_changes(out: &mut Writer, issuer: &Issuer, keys: &Keys<'_>) {
    for state in STATES {
        set_of(issuer, state).write(out);
    }
    let events: BTreeSet<Event> = issuer.changes.iter().map(|(_, change)| event(change, keys)).collect();
    out.number(events.len() as u64);
    let (mut at, mut on) = (0, 0);
    for event in &events {
        out.number(event.at.0 - at);
        at = event.at.0;
        out.signed(event.on - on);
        on = event.on;
        out.number(event.key << 1 | u64::from(event.reported));
        out.number(event.kind);
    }
    let places: BTreeMap<Event, u64> = events.into_iter().zip(0..).collect();
    for certificate in issuer.by_certificate() {
        for (place, (_, change)) in certificate.iter().enumerate() {
            let more = u64::from(place + 1 < certificate.len());
            out.number(places[&event(change, keys)] << 1 | more);
            if kind_of(&change.change) == kind::OTHER {
                // What was read from JSON is written as JSON again.
                out.bytes(&serde_json::to_vec(&change.change).unwrap_or_default());
            }
        }
    }
}

/// The sets in their order.
pub(crate) const STATES: [State; 3] = [State::Withdrawn, State::Suspended, State::Changed];

/// What many changes of one statement have in common.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Event {
    at: LogIndex,
    on: i64,
    key: u64,
    reported: bool,
    kind: u64,
}

fn event(change: &StatusChange, keys: &Keys<'_>) -> Event {
    Event {
        at: change.at,
        on: day::number(change.on),
        key: keys.get(change.signed_with.as_ref()).copied().unwrap_or_default(),
        reported: change.reported,
        kind: kind_of(&change.change),
    }
}

fn kind_of(change: &Change) -> u64 {
    match change {
        Change::Suspended {} => kind::SUSPENDED,
        Change::Restored {} => kind::RESTORED,
        Change::Withdrawn { from_start: false } => kind::WITHDRAWN,
        Change::Withdrawn { from_start: true } => kind::WITHDRAWN_FROM_START,
        Change::Expired {} => kind::EXPIRED,
        Change::Amended(_)
        | Change::ScopeReduced { .. }
        | Change::HolderChanged { .. }
        | Change::Transferred { .. } => kind::OTHER,
    }
}

fn set_of(issuer: &Issuer, state: State) -> RiceSet {
    let changed = issuer.by_certificate().filter(|changes| state_of(changes) == state);
    RiceSet::new(changed.filter_map(|changes| changes.first()).map(|(index, _)| *index).collect())
}

pub(crate) fn write_names(out: &mut Writer, names: &[SharedName]) {
    out.number(names.len() as u64);
    for shared in names {
        write_name(out, &shared.name);
        out.number(shared.named.len() as u64);
        for naming in &shared.named {
            out.text(naming.number.as_str());
            out.number(naming.at.0);
            out.number(naming.item.into());
        }
    }
}

pub(crate) fn write_name(out: &mut Writer, name: &Name) {
    match name {
        Name::Document(sha256) => {
            out.0.push(name::DOCUMENT);
            out.0.extend_from_slice(sha256);
        }
        Name::Alias(Alias { certifier, product, version }) => {
            out.0.push(name::ALIAS);
            [certifier, product, version].into_iter().for_each(|text| out.text(text));
        }
    }
}

/// A key shared by many changes.
pub(crate) fn shared_key(signer: PartyId, key_id: &str) -> Arc<SigningKeyName> {
    Arc::new(SigningKeyName { signer, key_id: key_id.to_owned() })
}
