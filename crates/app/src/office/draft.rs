//! Writing an act: a draft is what every officer of the party sees, and nobody else.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::PartyId;
use statement::Payload;
use statement::file::{Format, read};
use store::office::{Draft, DraftId, Role};

use super::limits::{DRAFT_BYTES_MAX, DRAFTS_MAX};
use super::{Acting, Office, OfficeError, may_sign_some, starting_text};

/// Who writes.
pub(super) const WRITERS: &[Role] = &[Role::Drafter, Role::Signatory];

impl Office {
    /// The latest drafts of the party.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn drafts(&self, acting: &Acting) -> Result<Vec<Draft>, OfficeError> {
        Ok(self.store().drafts(&acting.officer().party, DRAFTS_MAX)?)
    }

    /// A draft of the party.
    ///
    /// # Errors
    /// [`OfficeError::NoSuch`], for drafts of other parties too.
    pub fn draft(&self, acting: &Acting, id: &DraftId) -> Result<Draft, OfficeError> {
        self.allowed(acting, "act.read", &id.to_string(), self.own_draft(acting, id))
    }

    fn own_draft(&self, acting: &Acting, id: &DraftId) -> Result<Draft, OfficeError> {
        let own = |draft: &Draft| draft.party == acting.officer().party;
        self.store().draft(id)?.filter(own).ok_or(OfficeError::NoSuch("act"))
    }

    /// Whether the officer writes acts at all.
    ///
    /// # Errors
    /// [`OfficeError::Role`].
    pub fn may_write(&self, acting: &Acting) -> Result<(), OfficeError> {
        acting.needs(WRITERS)
    }

    /// Names of the acts that the party could sign today.
    pub fn acts_to_write(&self, acting: &Acting) -> Vec<&'static str> {
        let day = self.app().clock().today();
        may_sign_some(self.app().state().registry(), &acting.officer().party, day)
    }

    /// The text with which the writing of an act begins; `None` for a name that is no act.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn starting_text(&self, acting: &Acting, name: &str) -> Result<Option<String>, OfficeError> {
        Ok(starting_text(name, &acting.officer().party, &self.new_id(name)?))
    }

    /// An identifier that no other statement has, without asking anybody: a day for people, 48 random bits for the rest.
    pub(super) fn new_id(&self, name: &str) -> Result<String, OfficeError> {
        let random = URL_SAFE_NO_PAD.encode(self.draw::<6>()?.as_slice());
        Ok(format!("{name}-{}-{}", self.app().clock().today(), random.replace('_', ".")))
    }

    /// Keeps a new draft.
    ///
    /// # Errors
    /// [`OfficeError`]; what is wrong with the text names its line and field.
    pub fn write(&self, acting: &Acting, text: &str) -> Result<DraftId, OfficeError> {
        let written = acting.needs(WRITERS).and_then(|()| {
            let payload = self.read_act(&acting.officer().party, text)?;
            let draft = self.new_draft(acting, DraftId(*self.draw()?), &payload, text, 1);
            self.save(&draft)?;
            Ok(draft)
        });
        let about = |draft: &Draft| format!("{} {}", draft.act, draft.id);
        Ok(self.audited(&acting.actor(), "act.write", "", written, about)?.id)
    }

    /// Writes a draft anew, over the version that the officer saw.
    ///
    /// # Errors
    /// [`OfficeError::Changed`] when somebody else wrote it meanwhile, and others.
    pub fn rewrite(&self, acting: &Acting, id: &DraftId, seen: u64, text: &str) -> Result<(), OfficeError> {
        let written = acting.needs(WRITERS).and_then(|()| {
            let former = self.open_draft(acting, id)?;
            if former.version != seen {
                return Err(OfficeError::Changed);
            }
            let payload = self.read_act(&former.party, text)?;
            self.save(&self.new_draft(acting, *id, &payload, text, seen.saturating_add(1)))
        });
        self.audited(&acting.actor(), "act.write", &id.to_string(), written, |()| {
            format!("version {}", seen.saturating_add(1))
        })
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn discard(&self, acting: &Acting, id: &DraftId) -> Result<(), OfficeError> {
        let discarded = acting.needs(WRITERS).and_then(|()| {
            self.open_draft(acting, id)?;
            match self.store().discard_draft(id)? {
                true => Ok(()),
                false => Err(OfficeError::NoSuch("act")),
            }
        });
        self.audited(&acting.actor(), "act.discard", &id.to_string(), discarded, |()| String::new())
    }

    /// A draft of the party that was not logged.
    pub(super) fn open_draft(&self, acting: &Acting, id: &DraftId) -> Result<Draft, OfficeError> {
        let draft = self.own_draft(acting, id)?;
        match draft.logged_at {
            None => Ok(draft),
            Some(position) => Err(OfficeError::Logged(position)),
        }
    }

    /// The statement in a draft's text.
    pub(super) fn read_act(&self, party: &PartyId, text: &str) -> Result<Payload, OfficeError> {
        if text.len() > DRAFT_BYTES_MAX {
            return Err(OfficeError::TooLong { bytes: text.len() });
        }
        let format = if text.trim_start().starts_with('{') { Format::Json } else { Format::Toml };
        let mut drafts = read(text, format, Some(party))?;
        if drafts.len() > 1 {
            return Err(OfficeError::NotOne(drafts.len()));
        }
        let draft = drafts.pop().ok_or(OfficeError::NotOne(0))?;
        if draft.demonstration_key {
            return Err(OfficeError::DemonstrationKey);
        }
        if draft.payload.signer != *party {
            return Err(OfficeError::OtherParty { named: draft.payload.signer, own: party.clone() });
        }
        Ok(draft.payload)
    }

    fn new_draft(&self, acting: &Acting, id: DraftId, payload: &Payload, text: &str, version: u64) -> Draft {
        Draft {
            id,
            party: acting.officer().party.clone(),
            act: payload.act.name().to_owned(),
            text: text.to_owned(),
            version,
            by: acting.officer().id,
            written_at: self.now(),
            logged_at: None,
        }
    }

    fn save(&self, draft: &Draft) -> Result<(), OfficeError> {
        if self.store().save_draft(draft)? { Ok(()) } else { Err(OfficeError::Changed) }
    }
}
