//! Using up what a line reserved: its goods were released.

use serde::{Deserialize, Serialize};
use store::border::Step;

use super::{Drawing, MovementView, QuantityError};
use crate::border::{Border, Requester, Taken};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consume {
    /// The line and the certificate.
    pub line: Drawing,
}

impl Border {
    /// Consumes what a line reserved. Asked again, the first answer is given.
    ///
    /// # Errors
    /// [`QuantityError`]; nothing changed.
    pub fn consume(
        &self,
        requester: &Requester,
        asked: &Consume,
    ) -> Result<Taken<MovementView>, QuantityError> {
        self.draw(requester, &asked.line, &Step::Consume)
    }
}
