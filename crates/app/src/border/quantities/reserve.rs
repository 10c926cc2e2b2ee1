//! Setting a quantity apart for a line.

use serde::{Deserialize, Serialize};
use store::border::Step;

use super::{Drawing, MovementView, QuantityError};
use crate::border::amount::{Amount, check_unit};
use crate::border::{Border, Requester, Taken};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reserve {
    /// The line and the certificate.
    pub line: Drawing,
    /// How much.
    pub quantity: Amount,
}

impl Border {
    /// Reserves for a line. Asked again with the same quantity, the first answer is given.
    ///
    /// # Errors
    /// [`QuantityError`]; nothing changed.
    pub fn reserve(
        &self,
        requester: &Requester,
        asked: &Reserve,
    ) -> Result<Taken<MovementView>, QuantityError> {
        check_unit(&asked.quantity.unit)?;
        let parts = asked.quantity.parts()?;
        if parts == 0 {
            return Err(QuantityError::Nought);
        }
        let unit = asked.quantity.unit.clone();
        self.draw(requester, &asked.line, &Step::Reserve { unit, parts })
    }
}
