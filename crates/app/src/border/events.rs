//! What happens to a certificate, in the order of the log: for whoever wants to be told (CER-02, CER-07).
//!
//! Events are derived from the log and kept nowhere else, so none is ever lost or told in another order; where a listener
//! stands, it says itself.

use std::fmt;
use std::str::FromStr;

use model::{CertificateNumber, Date, LogIndex};
use serde::Serialize;
use store::StoreError;

use crate::app::App;
use crate::view::certificate::what;

/// The place of an event in the log: position of its statement, and place in it. Written `2500.0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventId {
    /// Position of the statement.
    pub at: LogIndex,
    /// Place in the statement, from 0.
    pub item: u32,
}

/// Why a text is no place of an event.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the `id` of an event: give the last one that came, such as `2500.0`, or none")]
pub struct EventIdError(String);

/// Something that happened to a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CertificateHappening {
    /// The certificate.
    pub certificate: CertificateNumber,
    /// What: `issued`, `amended`, `scope_reduced`, `suspended`, `restored`, `withdrawn`, `withdrawn_from_start`, `expired`,
    /// `holder_changed` or `transferred`.
    pub what: &'static str,
    /// First day of it.
    pub on: Date,
    /// Why, where that was stated.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Position of the statement.
    pub statement: LogIndex,
    /// Place in the statement.
    pub item: u32,
}

impl App {
    /// What happened to a certificate after a place in the log, in its order; everything, if none is given.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn certificate_happenings(
        &self,
        certificate: &CertificateNumber,
        after: Option<EventId>,
    ) -> Result<Vec<CertificateHappening>, StoreError> {
        let size = self.state().size();
        let Some(last) = size.checked_sub(1).map(LogIndex) else { return Ok(Vec::new()) };
        let numbers = std::slice::from_ref(certificate);
        let facts = self.certificate_cache().facts(self.store(), numbers, size, last)?.pop().flatten();
        let Some(facts) = facts else { return Ok(Vec::new()) };
        let happening = |what, on, reason: &str, statement, item| CertificateHappening {
            certificate: certificate.clone(),
            what,
            on,
            reason: reason.to_owned(),
            statement,
            item,
        };
        // The place of an issue in its statement is not kept with the facts; a statement issues a number once.
        let issued = happening("issued", facts.issued.issued_on, "", facts.at, 0);
        let changes = facts.changes.iter().map(|recorded| {
            let change = &recorded.change;
            happening(what(&change.change), change.on, &change.reason, recorded.at, recorded.item)
        });
        let all = std::iter::once(issued).chain(changes);
        Ok(all.filter(|happening| after.is_none_or(|after| happening.id() > after)).collect())
    }
}

impl CertificateHappening {
    /// Its place in the log.
    pub fn id(&self) -> EventId {
        EventId { at: self.statement, item: self.item }
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.at.0, self.item)
    }
}

impl FromStr for EventId {
    type Err = EventIdError;

    fn from_str(text: &str) -> Result<Self, EventIdError> {
        let read = || {
            let (at, item) = text.split_once('.')?;
            Some(Self { at: LogIndex(at.parse().ok()?), item: item.parse().ok()? })
        };
        read().ok_or_else(|| EventIdError(text.chars().take(40).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_back_and_stands_in_the_order_of_the_log() {
        let id = EventId { at: LogIndex(2500), item: 3 };
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!(EventId { at: LogIndex(2499), item: 9 } < id && id < EventId { at: LogIndex(2500), item: 4 });
        for bad in ["", "7", "7.", ".7", "-1.0", "a.b"] {
            assert!(bad.parse::<EventId>().is_err(), "{bad}");
        }
    }
}
