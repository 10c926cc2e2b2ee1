//! Giving back what a line reserved: its goods were not released.

use serde::{Deserialize, Serialize};
use store::border::Step;

use super::{Drawing, MovementView, QuantityError};
use crate::border::{Border, Requester, Taken};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// The line and the certificate.
    pub line: Drawing,
}

impl Border {
    /// Frees what a line reserved. Asked again, the first answer is given.
    ///
    /// # Errors
    /// [`QuantityError`]; nothing changed.
    pub fn release(
        &self,
        requester: &Requester,
        asked: &Release,
    ) -> Result<Taken<MovementView>, QuantityError> {
        self.draw(requester, &asked.line, &Step::Release)
    }
}
