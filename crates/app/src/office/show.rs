//! Showing an act in full before it is signed: every field, the bytes, who may sign it, whether it would be taken, and
//! what it would do.

use model::LogIndex;
use statement::Payload;
use store::office::{Draft, DraftId};

use super::{Acting, Office, OfficeError};
use crate::dry_run::{DryRun, Told, signed_bytes};
use crate::view::log::Field;
use crate::view::{Reading, Report, Reports, act};

/// An act as it is shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The draft.
    pub draft: Draft,
    /// Who wrote it last.
    pub by: String,
    /// The act, field by field.
    pub fields: Vec<Field>,
    /// What will be signed, as JSON, indented.
    pub json: String,
    /// SHA-256 of the bytes that will be signed, in hexadecimal: who signs, signs what has this digest.
    pub digest: String,
    /// What it would do.
    pub told: Told,
}

impl Office {
    /// Shows an act of the party, in a language.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn show(&self, acting: &Acting, id: &DraftId, language: &str) -> Result<Shown, OfficeError> {
        let draft = self.draft(acting, id)?;
        let payload = self.read_act(&draft.party, &draft.text)?;
        let state = self.app().state();
        let reading = Reading {
            registry: state.registry(),
            on: self.app().clock().today(),
            language,
            reports: &NotYet,
        };
        let by = self.store().officer(&draft.by)?.map(|officer| officer.name).unwrap_or_default();
        Ok(Shown {
            fields: act::fields(&reading, &payload),
            json: serde_json::to_string_pretty(&payload.to_value()).unwrap_or_default(),
            digest: digest(&payload),
            told: DryRun::new(self.app()).tell(&payload, signed_bytes(&payload)),
            by,
            draft,
        })
    }

    /// The file that `comity act sign` takes: the act as it was shown, as JSON.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn download(&self, acting: &Acting, id: &DraftId) -> Result<Vec<u8>, OfficeError> {
        let draft = self.draft(acting, id)?;
        Ok(self.read_act(&draft.party, &draft.text)?.to_json())
    }
}

/// SHA-256 of the bytes that will be signed, in hexadecimal.
pub(super) fn digest(payload: &Payload) -> String {
    hex::encode(crate::receipt::sha256(&payload.to_json()))
}

/// An act that is not in the log yet was reported by nobody.
struct NotYet;

impl Reports for NotYet {
    fn report(&self, _: LogIndex) -> Option<Report> {
        None
    }
}
