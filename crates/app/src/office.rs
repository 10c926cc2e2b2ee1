//! The desk: officers of a party write, see, sign and submit its acts, and look after who may.
//!
//! One use case is one file. Who calls shows an [`Acting`], which only a session that is alive makes. **Invariants:**
//! what an officer may not do changes nothing and is on the audit trail; an act is signed only as it was shown; the
//! registry's own admission stands behind everything, so the desk can never do more than the party may.

mod accept;
mod acts;
mod audit;
mod ceremonies;
mod check;
pub mod comments;
mod credentials;
mod documents;
mod draft;
mod error;
mod file;
mod forms;
pub mod guided;
mod invite;
mod keys;
mod limits;
mod next;
mod officers;
mod random;
mod session;
mod show;
mod sign;
mod sign_in;
mod token;
mod upload;
mod vault;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use model::{InstrumentId, PartyId};
use store::office::Office as Store;
use zeroize::Zeroizing;

use crate::app::App;
use crate::deposits::Deposits;
use crate::documents::DocumentFolder;

pub use accept::Invited;
pub use acts::{may_sign_some, starting_text};
pub use audit::Actor;
pub use ceremonies::{PasskeyError, PublicUrl, PublicUrlError, RelyingParty};
pub use check::{Checked, CheckedElement, Differs, Former};
pub use credentials::SignedCredential;
pub use documents::DocumentView;
pub use error::OfficeError;
pub use file::Written;
pub use invite::{Invite, Link};
pub use keys::KeyView;
pub use limits::{
    AUDIT_PAGE, DRAFT_BYTES_MAX, DRAFTS_MAX, INVITATION_SECONDS, NAME_CHARS_MAX, SESSION_IDLE_SECONDS,
    SESSION_SECONDS,
};
pub use next::{CASES_MAX, Case, STAGES};
pub use officers::{OfficerView, Officers, credential_text};
pub use random::{Randomness, SystemRandomness};
pub use session::{Acting, SessionToken};
pub use show::Shown;
pub use sign::Logged;
pub use sign_in::SignedIn;
pub use store::office::{
    AuditRecord, Comment, Decision, Draft, DraftId, IdError, Invitation, KeyHome, Officer, OfficerId,
    Outcome, Passkey, Role, Roles, Standing,
};
pub use token::{KeyToken, NoToken, TokenError, TokenReach};
pub use vault::{SECRET_BYTES, Vault};

/// The desk of a registry. A clone is cheap and shares everything.
#[derive(Clone)]
pub struct Office {
    inner: Arc<Inner>,
}

struct Inner {
    app: App,
    store: Arc<dyn Store>,
    random: Arc<dyn Randomness>,
    relying_party: RelyingParty,
    vault: Option<Vault>,
    token: Arc<dyn KeyToken>,
    documents: Option<DocumentFolder>,
    deposits: Option<Deposits>,
    /// Binds forms for people without an account to this process.
    comment_key: OnceLock<[u8; 32]>,
    /// What binds the comments on a draft, as it was found for so many comments and acts.
    bound: Mutex<HashMap<(InstrumentId, u32), BoundFor>>,
}

/// Published comments, replies, and acts that bind them, and what was found.
type BoundFor = ((u64, u64, usize), Vec<comments::Bound>);

/// What a desk is made of.
pub struct Parts {
    /// The application.
    pub app: App,
    /// Where private data is kept.
    pub store: Arc<dyn Store>,
    /// Where randomness comes from.
    pub random: Arc<dyn Randomness>,
    /// The address under which browsers reach it.
    pub public_url: PublicUrl,
    /// Seals and unseals held keys; without it none is held.
    pub vault: Option<Vault>,
    /// Reaches keys in tokens.
    pub token: Arc<dyn KeyToken>,
    /// Where documents are kept; without it none is taken.
    pub documents: Option<DocumentFolder>,
}

impl Office {
    /// A desk.
    pub fn new(parts: Parts) -> Self {
        let Parts { app, store, random, public_url, vault, token, documents } = parts;
        let deposits =
            documents.clone().map(|folder| Deposits::new(app.clone(), folder, public_url.origin()));
        let relying_party = RelyingParty::new(public_url);
        let (comment_key, bound) = (OnceLock::new(), Mutex::default());
        Self {
            inner: Arc::new(Inner {
                app,
                store,
                random,
                relying_party,
                vault,
                token,
                documents,
                deposits,
                comment_key,
                bound,
            }),
        }
    }

    /// The application.
    pub fn app(&self) -> &App {
        &self.inner.app
    }

    /// The signed credentials that issuers handed in, if this server keeps documents.
    pub fn deposits(&self) -> Option<&Deposits> {
        self.inner.deposits.as_ref()
    }

    /// The address under which browsers reach it.
    pub fn public_url(&self) -> &PublicUrl {
        self.inner.relying_party.public_url()
    }

    fn store(&self) -> &dyn Store {
        self.inner.store.as_ref()
    }

    fn now(&self) -> u64 {
        self.inner.app.clock().unix_seconds()
    }

    fn draw<const N: usize>(&self) -> Result<Zeroizing<[u8; N]>, OfficeError> {
        let mut bytes = Zeroizing::new([0; N]);
        self.inner.random.fill(bytes.as_mut_slice()).map_err(OfficeError::Random)?;
        Ok(bytes)
    }

    fn registered(&self, party: &PartyId) -> Result<(), OfficeError> {
        match self.app().state().registry().party(party) {
            Some(_) => Ok(()),
            None => Err(OfficeError::NoSuchParty(party.clone())),
        }
    }
}

impl Acting {
    /// Refuses unless the officer has one of these roles.
    fn needs(&self, roles: &'static [Role]) -> Result<(), OfficeError> {
        if roles.iter().any(|role| self.officer().roles.has(*role)) {
            return Ok(());
        }
        Err(OfficeError::Role { needed: roles })
    }
}
