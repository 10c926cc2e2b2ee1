//! Suspensions of a country, and which reply is due when.

use model::Jurisdiction;
use serde::{Deserialize, Serialize};
use store::border::WhichSuspensions;

use super::{SuspensionError, SuspensionView};
use crate::border::{Border, Requester};

/// Suspensions shown at once.
pub const SUSPENSIONS_MAX: usize = 500;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowSuspensions {
    /// The importing country.
    pub importing: Jurisdiction,
    /// One alone; absent: those that were neither released nor refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u64>,
    /// Settled ones as well.
    #[serde(default)]
    pub all: bool,
    /// After this number.
    #[serde(default)]
    pub after: u64,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownSuspensions {
    /// Suspensions; those that wait for a reply first, by the day on which it is due.
    pub suspensions: Vec<SuspensionView>,
    /// Give this as `after` to go on; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

impl Border {
    /// Shows suspensions to an authority of the country.
    ///
    /// # Errors
    /// [`SuspensionError`].
    pub fn show_suspensions(
        &self,
        requester: &Requester,
        asked: &ShowSuspensions,
    ) -> Result<ShownSuspensions, SuspensionError> {
        self.must_be_authority(requester, asked.importing)?;
        if let Some(number) = asked.number {
            let found = self.store().suspension(number)?;
            let found = found.filter(|found| found.asked.importing == asked.importing);
            let importing = asked.importing;
            let found = found.ok_or(SuspensionError::NoSuch { number, importing })?;
            return Ok(ShownSuspensions { suspensions: vec![self.suspension_view(found)?], next: None });
        }
        let which = if asked.all { WhichSuspensions::All } else { WhichSuspensions::Open };
        let found = self.store().suspensions(asked.importing, which, asked.after, SUSPENSIONS_MAX)?;
        let next = (found.len() == SUSPENSIONS_MAX).then(|| found.last().map(|last| last.number)).flatten();
        let mut suspensions =
            found.into_iter().map(|found| self.suspension_view(found)).collect::<Result<Vec<_>, _>>()?;
        suspensions.sort_by_key(|shown| (!shown.answers.is_empty(), shown.term.due_on, shown.number));
        Ok(ShownSuspensions { suspensions, next })
    }
}
