//! What the border page shows.

use glance::{Fields, Glance};
use serde::Serialize;
use store::StoreError;

use super::Pages;
use crate::at_glance::GlanceError;

/// A field that is to be corrected, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FaultTold {
    /// Which field.
    pub field: &'static str,
    /// What to write instead.
    pub text: String,
}

impl Pages {
    /// An answer at one glance, or the field that is to be corrected.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn glance(&self, fields: &Fields, language: &str) -> Result<Result<Glance, FaultTold>, StoreError> {
        let words = self.words(language);
        match self.app.glance(fields, words) {
            Ok(glance) => Ok(Ok(glance)),
            Err(GlanceError::Fault(fault)) => {
                Ok(Err(FaultTold { field: fault.field, text: fault.tell(words) }))
            }
            Err(GlanceError::Store(error)) => Err(error),
        }
    }
}
