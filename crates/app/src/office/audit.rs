//! The audit trail: writing it around every use case, and reading it.

use model::PartyId;
use store::office::{AuditEntry, AuditRecord, Outcome, Role};

use super::limits::{AUDIT_CHARS_MAX, AUDIT_PAGE};
use super::{Acting, Office, OfficeError};

/// Who does something, and in which request.
#[derive(Clone, Debug)]
pub struct Actor {
    /// For which party, if that is known.
    pub party: Option<PartyId>,
    /// An officer's identifier, or how else it is done; empty for somebody unknown.
    pub who: String,
    /// The request, as the server's own log names it.
    pub request: String,
}

impl Actor {
    /// Somebody at the server's own command line.
    pub fn console() -> Self {
        Self { party: None, who: "console".into(), request: String::new() }
    }

    /// Somebody who is not known yet.
    pub fn unknown(request: &str) -> Self {
        Self { party: None, who: String::new(), request: request.to_owned() }
    }

    /// The same for a party.
    #[must_use]
    pub fn of(mut self, party: &PartyId) -> Self {
        self.party = Some(party.clone());
        self
    }

    /// The same as an officer.
    #[must_use]
    pub fn as_officer(mut self, officer: &store::office::Officer) -> Self {
        self.party = Some(officer.party.clone());
        self.who = officer.id.to_string();
        self
    }
}

impl Office {
    /// A page of the audit trail of the officer's party, the latest first, before a number if one is given.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn audit(&self, acting: &Acting, before: Option<u64>) -> Result<Vec<AuditRecord>, OfficeError> {
        self.allowed(acting, "audit.read", "", acting.needs(&[Role::Administrator]))?;
        Ok(self.store().audit(Some(&acting.officer().party), before, AUDIT_PAGE)?)
    }

    /// Hands on what may be read; what may not is written to the audit trail.
    pub(super) fn allowed<T>(
        &self,
        acting: &Acting,
        what: &str,
        about: &str,
        result: Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        if let Err(error) = &result {
            let detail = format!("{}: {error}", error.code());
            self.note(&acting.actor(), what, about, Outcome::Refused, &detail)?;
        }
        result
    }

    /// Writes what became of something to the audit trail, and hands it on. What was refused is written as well.
    pub(super) fn audited<T>(
        &self,
        actor: &Actor,
        what: &str,
        about: &str,
        result: Result<T, OfficeError>,
        detail: impl FnOnce(&T) -> String,
    ) -> Result<T, OfficeError> {
        let (outcome, detail) = match &result {
            Ok(done) => (Outcome::Done, detail(done)),
            Err(error) => (Outcome::Refused, format!("{}: {error}", error.code())),
        };
        self.note(actor, what, about, outcome, &detail)?;
        result
    }

    /// Writes one record.
    pub(super) fn note(
        &self,
        actor: &Actor,
        what: &str,
        about: &str,
        outcome: Outcome,
        detail: &str,
    ) -> Result<(), OfficeError> {
        let cut = |text: &str| text.chars().take(AUDIT_CHARS_MAX).collect::<String>();
        let entry = AuditEntry {
            at: self.now(),
            party: actor.party.clone(),
            who: actor.who.clone(),
            what: what.to_owned(),
            about: cut(about),
            outcome,
            detail: cut(detail),
            request: cut(&actor.request),
        };
        self.store().append_audit(&entry)?;
        Ok(())
    }
}
