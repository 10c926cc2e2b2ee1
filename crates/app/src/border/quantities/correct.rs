//! Correcting what a line draws, before or after its goods were released.

use serde::{Deserialize, Serialize};
use store::border::Step;

use super::{Drawing, MovementView, QuantityError};
use crate::border::amount::parts;
use crate::border::{Border, Requester, Taken};

/// Characters of the reference of a correction.
pub const REFERENCE_CHARS_MAX: usize = 64;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correct {
    /// The line and the certificate.
    pub line: Drawing,
    /// How much it draws from now on, in the unit in which it reserved; `0` gives everything back.
    pub value: String,
    /// The correction's own reference, such as the number of the amendment: each is made once.
    pub reference: String,
}

impl Border {
    /// Corrects what a line draws. The same reference with the same quantity has the first answer.
    ///
    /// # Errors
    /// [`QuantityError`]; nothing changed.
    pub fn correct(
        &self,
        requester: &Requester,
        asked: &Correct,
    ) -> Result<Taken<MovementView>, QuantityError> {
        let found = asked.reference.chars().count();
        if !(1..=REFERENCE_CHARS_MAX).contains(&found) || asked.reference.chars().any(char::is_control) {
            return Err(QuantityError::Reference(found));
        }
        let (parts, reference) = (parts(&asked.value)?, asked.reference.clone());
        self.draw(requester, &asked.line, &Step::Correct { parts, reference })
    }
}
