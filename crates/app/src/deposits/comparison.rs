//! A signed status list beside the record: certificates that are withdrawn or suspended on record and not in the list, and
//! the reverse. The list is the issuer's; where it differs is a finding, and nothing is put right here.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use credential::compare::{KeysInForce, RegisterKeys};
use credential::{Document, PublishedList, Verified, Verifier};
use model::{Date, PartyId};
use serde::Serialize;

use super::status_list::name;
use super::{DEPOSIT_BYTES_MAX, Deposits};
use crate::credentials::{Purpose, StatusListError};

/// Certificates that are named in each direction; the count says how many there are.
const NAMED_MAX: usize = 100;
/// Comparisons that are remembered; beyond, all are forgotten and made again.
const REMEMBERED_MAX: usize = 1_000;

/// Whether something holds of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It does.
    Met,
    /// It does not.
    NotMet,
}

/// One respect in which a list was looked at. Its identifier is for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusFinding {
    /// `status-list.deposited`, `.key-in-force`, `.in-time`, `.has-what-is-on-record`, `.has-nothing-else`.
    pub id: &'static str,
    /// The result.
    pub outcome: Outcome,
    /// What was compared; `reason` tells ways apart.
    pub facts: BTreeMap<&'static str, String>,
}

/// A list that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListOnRecord {
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// The moment as of which it holds.
    pub as_of: String,
    /// Until when its issuer vouches for it, if that is stated.
    pub until: Option<String>,
    /// Name of the key that signed it.
    pub key: String,
    /// How many entries it has.
    pub entries: u64,
}

/// A certificate whose bit is not what the record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// Its place in the list.
    pub index: u64,
    /// Its number; `None` for a place that belongs to no certificate yet.
    pub number: Option<String>,
}

/// An issuer's list beside the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusComparison {
    /// Where the list is served, and what credentials name.
    pub url: String,
    /// The list, if one was handed in.
    pub list: Option<ListOnRecord>,
    /// Certificates of the issuer on record.
    pub certificates: u64,
    /// How many of them are withdrawn or ended (revocation), or suspended (suspension), on the day.
    pub on_record: u64,
    /// On record and not in the list: the first of them.
    pub not_in_list: Vec<Differing>,
    /// In the list and not on record: the first of them.
    pub not_on_record: Vec<Differing>,
    /// What was found.
    pub findings: Vec<StatusFinding>,
    /// The day.
    pub on: Date,
    /// Number of statements that were known.
    pub log_size: u64,
}

/// A comparison with that for which it holds.
pub(super) type Known = ((u64, Date, Option<[u8; 32]>, u64), Arc<StatusComparison>);

impl Deposits {
    /// Compares the list of an issuer that stands with what is on record now.
    ///
    /// # Errors
    /// [`StatusListError`].
    pub fn compare_status(
        &self,
        issuer: &PartyId,
        purpose: Purpose,
    ) -> Result<Arc<StatusComparison>, StatusListError> {
        let app = self.app();
        app.status_list_is_short(issuer)?;
        let held = self.inner.folder.current(&name(issuer, purpose)).map(|held| held.sha256);
        // What is in time changes by the minute.
        let minute = app.clock().unix_seconds() / 60;
        let holds_for = (app.state().size(), app.clock().today(), held, minute);
        // Held while it is made: a long list is gone through once, however many ask.
        let mut compared = self.inner.compared.lock().unwrap_or_else(PoisonError::into_inner);
        let key = name(issuer, purpose);
        if let Some((known_for, known)) = compared.get(&key)
            && *known_for == holds_for
        {
            return Ok(known.clone());
        }
        let made = Arc::new(self.make_comparison(issuer, purpose)?);
        if compared.len() >= REMEMBERED_MAX {
            compared.clear();
        }
        compared.insert(key, (holds_for, made.clone()));
        Ok(made)
    }

    fn make_comparison(
        &self,
        issuer: &PartyId,
        purpose: Purpose,
    ) -> Result<StatusComparison, StatusListError> {
        let app = self.app();
        let (on, log_size) = (app.clock().today(), app.state().size());
        let url = self.base().status_list(issuer, purpose.as_str());
        let mut findings = Vec::new();
        let published = self.published(issuer, purpose, &url, &mut findings);
        let bits = published.as_ref().map(|(_, _, list)| list.list());
        let (mut certificates, mut on_record) = (0, 0);
        let (mut not_in_list, mut not_on_record) = (Counted::default(), Counted::default());
        app.each_status(issuer, purpose, on, &mut |number, index, is_set| {
            certificates += 1;
            on_record += u64::from(is_set);
            let in_list = bits.map(|bits| bits.get(index, 1) == Some(1));
            let differing = || Differing { index, number: Some(number.to_string()) };
            match (is_set, in_list) {
                (true, Some(false)) => not_in_list.add(differing),
                (false, Some(true)) => not_on_record.add(differing),
                _ => {}
            }
        })?;
        for index in bits.iter().flat_map(|bits| bits.set_from(certificates)) {
            not_on_record.add(|| Differing { index, number: None });
        }
        if published.is_some() {
            findings.push(not_in_list.finding("status-list.has-what-is-on-record"));
            findings.push(not_on_record.finding("status-list.has-nothing-else"));
        }
        let list = published.map(|(sha256, verified, list)| ListOnRecord {
            sha256,
            as_of: credential::time::print(list.as_of()),
            until: list.until().map(credential::time::print),
            key: verified.method().to_owned(),
            entries: list.list().entries(1),
        });
        let (not_in_list, not_on_record) = (not_in_list.first, not_on_record.first);
        Ok(StatusComparison {
            url,
            list,
            certificates,
            on_record,
            not_in_list,
            not_on_record,
            findings,
            on,
            log_size,
        })
    }

    /// The list that stands, read anew, with what is to be said of its signature and its time.
    fn published(
        &self,
        issuer: &PartyId,
        purpose: Purpose,
        url: &str,
        findings: &mut Vec<StatusFinding>,
    ) -> Option<(String, Verified, PublishedList)> {
        let app = self.app();
        let Some(kept) = self.status_list(issuer, purpose) else {
            findings.push(finding("status-list.deposited", Outcome::NotMet));
            return None;
        };
        findings.push(finding("status-list.deposited", Outcome::Met).with("sha256", &kept.sha256));
        let (state, now) = (app.state(), app.credential_now());
        let document = Document::credential(&kept.bytes, DEPOSIT_BYTES_MAX).ok()?;
        let (registry, check) = (state.registry(), app.signatures());
        let in_force = KeysInForce { registry, check };
        let key = finding("status-list.key-in-force", Outcome::Met);
        let checked = document.clone().verify(&Verifier { keys: &in_force, check, now });
        findings.push(match &checked {
            Ok(verified) => key.with("key", verified.method()),
            Err(error) => StatusFinding { outcome: Outcome::NotMet, ..key }.with("reason", error),
        });
        // A key that was revoked since still shows whose list it is.
        let ever = RegisterKeys { registry, check };
        let verified = checked.or_else(|_| document.verify(&Verifier { keys: &ever, check, now })).ok()?;
        let list = PublishedList::from_verified(url, &verified).ok()?;
        let is_over = list.until().is_some_and(|until| now.is_after(until));
        let outcome = if is_over { Outcome::NotMet } else { Outcome::Met };
        let time =
            finding("status-list.in-time", outcome).with("as_of", credential::time::print(list.as_of()));
        findings.push(match list.until() {
            Some(until) => time.with("until", credential::time::print(until)),
            None => time,
        });
        Some((kept.sha256, verified, list))
    }
}

/// Certificates that differ: how many, and the first of them.
#[derive(Default)]
struct Counted {
    count: u64,
    first: Vec<Differing>,
}

impl Counted {
    fn add(&mut self, differing: impl FnOnce() -> Differing) {
        self.count += 1;
        if self.first.len() < NAMED_MAX {
            self.first.push(differing());
        }
    }

    fn finding(&self, id: &'static str) -> StatusFinding {
        let outcome = if self.count == 0 { Outcome::Met } else { Outcome::NotMet };
        finding(id, outcome).with("count", self.count)
    }
}

fn finding(id: &'static str, outcome: Outcome) -> StatusFinding {
    StatusFinding { id, outcome, facts: BTreeMap::new() }
}

impl StatusFinding {
    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.insert(name, value.to_string());
        self
    }
}
