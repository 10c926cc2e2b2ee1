//! What the border page shows.

use decision::Question;
use glance::{Fields, Glance};
use serde::Serialize;
use store::StoreError;

use super::Pages;
use crate::at_glance::GlanceError;
use crate::border::Border;
use crate::office::Acting;

/// A field that is to be corrected, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FaultTold {
    /// Which field.
    pub field: &'static str,
    /// What to write instead.
    pub text: String,
}

impl Pages {
    /// An answer at one glance, or the field that is to be corrected. Where an officer of an authority of the importing
    /// country asks, with what other borders recorded.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn glance(
        &self,
        fields: &Fields,
        language: &str,
        officer: Option<(&Border, &Acting)>,
    ) -> Result<Result<Glance, FaultTold>, StoreError> {
        let words = self.words(language);
        let elsewhere = |question: &Question| match officer {
            Some((border, acting)) => border.elsewhere_at_desk(acting, question),
            None => Ok(Vec::new()),
        };
        match self.app.glance(fields, words, elsewhere) {
            Ok(glance) => Ok(Ok(glance)),
            Err(GlanceError::Fault(fault)) => {
                Ok(Err(FaultTold { field: fault.field, text: fault.tell(words) }))
            }
            Err(GlanceError::Store(error)) => Err(error),
        }
    }
}
