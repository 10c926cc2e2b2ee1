//! An issuer's status list out of the register, for the issuer to sign.

use credential::status::{ListError, StatusList, unsigned_list};
use credential::untp::make::Base;
use jiff::{SignedDuration, Timestamp};
use model::{CertificateNumber, Date, PartyId};
use serde_json::Value;
use store::{Link, LinkKind, StoreError};

use crate::app::App;

/// Certificates that are read together.
const PAGE: usize = 1_000;
/// Certificates of one issuer that are gone through while somebody waits for an answer over the network. Whoever has more
/// makes the list at the command line, which goes through any number.
pub const CERTIFICATES_GONE_THROUGH_MAX: u64 = 200_000;

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
    /// More certificates than are gone through while somebody waits.
    #[error(
        "`{issuer}` has {found} certificates, and {CERTIFICATES_GONE_THROUGH_MAX} are gone through in an answer: make the list with `comity credential status-list`"
    )]
    Long {
        /// The issuer.
        issuer: String,
        /// How many.
        found: u64,
    },
    /// No such party.
    #[error("no party `{0}` is on record: check its identifier")]
    NoSuchParty(String),
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Purpose {
    /// Both.
    pub const ALL: [Purpose; 2] = [Purpose::Revocation, Purpose::Suspension];

    /// Its name in credentials.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Revocation => "revocation",
            Self::Suspension => "suspension",
        }
    }

    /// The purpose of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.as_str() == name)
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
        let mut set = 0;
        self.each_status(issuer, purpose, credential::time::day_of(at), &mut |_, index, is_set| {
            if is_set && list.set(index) {
                set += 1;
            }
        })?;
        let until = at.checked_add(valid_for).unwrap_or(Timestamp::MAX);
        let url = base.status_list(issuer, purpose.as_str());
        Ok((unsigned_list(&url, issuer.as_str(), purpose.as_str(), &list, at, until), set))
    }

    /// Refuses what would take long while somebody waits, and issuers that nobody knows.
    ///
    /// # Errors
    /// [`StatusListError`].
    pub fn status_list_is_short(&self, issuer: &PartyId) -> Result<(), StatusListError> {
        if self.state().registry().party(issuer).is_none() {
            return Err(StatusListError::NoSuchParty(issuer.to_string()));
        }
        let found = self.store().next_status_index(issuer)?;
        if found > CERTIFICATES_GONE_THROUGH_MAX {
            return Err(StatusListError::Long { issuer: issuer.to_string(), found });
        }
        Ok(())
    }

    /// Goes through the certificates of an issuer that are known now, in the order of their issue: number, status index,
    /// and whether the bit belongs set on a day.
    pub(crate) fn each_status(
        &self,
        issuer: &PartyId,
        purpose: Purpose,
        day: Date,
        visit: &mut dyn FnMut(&CertificateNumber, u64, bool),
    ) -> Result<(), StoreError> {
        let state = self.state();
        let knowledge = state.registry().knowledge();
        let link = Link { kind: LinkKind::Issuer, to: issuer.to_string() };
        let mut after = None;
        loop {
            let mut page = self.store().list(Some(&link), after, PAGE)?;
            let Some(last) = page.last() else { return Ok(()) };
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
                visit(&facts.issued.number, facts.issued.status_index, is_set);
            }
        }
    }
}
