//! An issuer's status list out of the register, for the issuer to sign.

use credential::status::{ListError, StatusList, unsigned_list};
use credential::untp::make::Base;
use jiff::{SignedDuration, Timestamp};
use model::PartyId;
use serde_json::Value;
use store::{Link, LinkKind, StoreError};

use crate::app::App;

/// Certificates that are read together.
const PAGE: usize = 1_000;

/// What a set bit means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Withdrawn or ended early: it does not come back.
    Revocation,
    /// Suspended: it may come back.
    Suspension,
}

/// Why a list was not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StatusListError {
    /// More certificates than a list may have entries.
    #[error(transparent)]
    TooMany(#[from] ListError),
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Purpose {
    /// Its name in credentials.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Revocation => "revocation",
            Self::Suspension => "suspension",
        }
    }
}

impl App {
    /// The status list of an issuer as of a moment, with how many bits are set. Certificates stand in it at their status
    /// index; the day is that of the moment, in UTC.
    ///
    /// # Errors
    /// [`StatusListError`].
    pub fn status_list(
        &self,
        issuer: &PartyId,
        purpose: Purpose,
        base: Base<'_>,
        at: Timestamp,
        valid_for: SignedDuration,
    ) -> Result<(Value, u64), StatusListError> {
        let mut list = StatusList::new(self.store().next_status_index(issuer)?)?;
        let state = self.state();
        let knowledge = state.registry().knowledge();
        let day = credential::time::day_of(at);
        let link = Link { kind: LinkKind::Issuer, to: issuer.to_string() };
        let (mut after, mut set) = (None, 0);
        loop {
            let mut page = self.store().list(Some(&link), after, PAGE)?;
            let Some(last) = page.last() else { break };
            after = Some(last.sequence);
            // What was issued after this state was published is in the next list.
            page.retain(|listed| listed.at <= knowledge.at);
            let numbers: Vec<_> = page.into_iter().map(|listed| listed.number).collect();
            for facts in self.store().facts(&numbers, knowledge.at)?.into_iter().flatten() {
                let standing = facts.on(day, knowledge);
                let is_set = match purpose {
                    Purpose::Revocation => standing.withdrawn.is_some() || standing.ended.is_some(),
                    Purpose::Suspension => standing.suspended.is_some(),
                };
                if is_set && list.set(facts.issued.status_index) {
                    set += 1;
                }
            }
        }
        let until = at.checked_add(valid_for).unwrap_or(Timestamp::MAX);
        let url = base.status_list(issuer, purpose.as_str());
        Ok((unsigned_list(&url, issuer.as_str(), purpose.as_str(), &list, at, until), set))
    }
}
