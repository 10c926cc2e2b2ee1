//! Customs asks the authority about an item whose release it suspended.

use law::suspension_term::working_days_after;
use model::{Date, Jurisdiction};
use serde::{Deserialize, Serialize};
use store::border::NewSuspension;

use super::{Matter, NAME_CHARS_MAX, SuspensionError, SuspensionView, TEXT_CHARS_MAX, acts, text, written};
use crate::border::lines::Declaration;
use crate::border::{Border, Requester, Taken};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Which declaration, and which item of it.
    pub declaration: Declaration,
    /// The importing country.
    pub importing: Jurisdiction,
    /// Customs' own reference; the same when it is repeated.
    pub reference: String,
    /// The day of the suspension.
    pub suspended_on: Date,
    /// What it is about.
    pub matter: Matter,
}

impl Border {
    /// Records a suspension, and from when on the goods may be released if nobody answers. Asked again, the same is given as
    /// it stands; whether it was recorded before is told.
    ///
    /// # Errors
    /// [`SuspensionError`]; nothing was recorded.
    pub fn suspend(
        &self,
        requester: &Requester,
        asked: &Ask,
    ) -> Result<Taken<SuspensionView>, SuspensionError> {
        asked.declaration.check()?;
        text("reference", &asked.reference, NAME_CHARS_MAX)?;
        text("reasons", &asked.matter.reasons, TEXT_CHARS_MAX)?;
        if !asked.matter.product.is_empty() {
            text("product", &asked.matter.product, TEXT_CHARS_MAX)?;
        }
        acts(&asked.matter.acts, 1)?;
        // The day may have begun elsewhere already.
        let latest = self.app().clock().today().tomorrow().unwrap_or(Date::MAX);
        if asked.suspended_on > latest {
            return Err(SuspensionError::Ahead(asked.suspended_on));
        }
        self.must_be_authority(requester, asked.importing)?;
        let term = self.term(asked.importing, asked.suspended_on);
        let told = self.store().suspend(&NewSuspension {
            importing: asked.importing,
            kind: asked.declaration.kind.as_str().to_owned(),
            declaration: asked.declaration.value.clone(),
            item: asked.declaration.item,
            reference: asked.reference.clone(),
            suspended_on: asked.suspended_on,
            due_on: working_days_after(asked.suspended_on, term.working_days),
            content: written(&asked.matter),
            by: requester.by().clone(),
        })?;
        self.recorded(told, 0, asked.importing)
    }
}
