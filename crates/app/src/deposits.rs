//! Signed credentials that issuers hand in, kept under the hash by which the register knows them, and served as they came.
//!
//! The registry signs none of them and serves none as signed that is not. What is taken:
//!
//! - the credential of a certificate, when a certificate act on the record names its digest: so its issuer has said that it
//!   is his, and nothing else can be put in its place;
//! - a status list, signed with a key in force of its issuer, about that issuer and purpose, and not older than the one
//!   that stands;
//! - an identity anchor of a party on record, signed with a key in force of the registrar, under the same condition.

mod anchor;
mod certificate;
mod comparison;
mod error;
mod status_list;

use std::collections::HashMap;
use std::fs;
use std::sync::{Arc, Mutex, PoisonError};

use credential::json::has_type;
use credential::limits::CREDENTIAL_BYTES_MAX;
use credential::untp::make::Base;
use credential::vcdm::check_credential;
use credential::{Contexts, Document, Form};
use jiff::{SignedDuration, Timestamp};
use model::LogIndex;
use store::StoreError;

use crate::app::App;
use crate::documents::{DocumentFolder, DocumentKind, Held, sha256_text};
use crate::receipt::sha256;

pub use certificate::CertificateDocument;
pub use comparison::{Differing, ListOnRecord, Outcome, StatusComparison, StatusFinding};
pub use error::DepositError;

use comparison::Known;

/// Bytes of one document that is handed in. A conformity credential has some 6 kB; a status list of ten million
/// certificates, one in a hundred of them withdrawn, fits as well.
pub const DEPOSIT_BYTES_MAX: usize = CREDENTIAL_BYTES_MAX;

/// How much later a document that takes the place of another must hold: what is kept is never deleted, and no verifier
/// asks for a status that is younger.
const APART_AT_LEAST: SignedDuration = SignedDuration::from_secs(60);

/// The documents that issuers handed in. A clone is cheap and shares everything.
#[derive(Clone)]
pub struct Deposits {
    inner: Arc<Inner>,
}

struct Inner {
    app: App,
    folder: DocumentFolder,
    base: String,
    /// Held from comparing a document with the one that stands until it stands itself.
    replacing: Mutex<()>,
    /// What was found when lists were last compared with the record.
    compared: Mutex<HashMap<String, Known>>,
}

/// What a document that was taken is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The credential of a certificate: its number.
    Certificate(String),
    /// A status list: its issuer and purpose.
    StatusList {
        /// Who signed it, about his own certificates.
        issuer: String,
        /// `revocation` or `suspension`.
        purpose: &'static str,
    },
    /// The identity anchor of a party.
    Anchor(String),
}

/// A document that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deposited {
    /// What it is.
    pub what: Taken,
    /// SHA-256 by which the register knows it, in hexadecimal.
    pub sha256: String,
    /// Where it is served now, behind the address of the registry.
    pub path: String,
}

/// A document that is kept, with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// A token, or JSON with its proof.
    pub kind: DocumentKind,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A document that may be taken, and the name under which it is to stand if it replaces others.
struct Acceptable {
    what: Taken,
    path: String,
    stands: Option<Standing>,
}

struct Standing {
    name: String,
    as_of: Timestamp,
}

impl Deposits {
    /// The documents in a folder, of a registry that is reached under an address.
    pub fn new(app: App, folder: DocumentFolder, base: &str) -> Self {
        let base = base.trim_end_matches('/').to_owned();
        let (replacing, compared) = (Mutex::default(), Mutex::default());
        Self { inner: Arc::new(Inner { app, folder, base, replacing, compared }) }
    }

    /// Takes a signed document. The same one again is taken again, and changes nothing.
    ///
    /// # Errors
    /// [`DepositError`]; then nothing was kept.
    pub fn take(&self, bytes: &[u8]) -> Result<Deposited, DepositError> {
        let document = Document::credential(bytes, DEPOSIT_BYTES_MAX)?;
        let claimed = document.claimed();
        if let Some(problem) = check_credential(claimed, Contexts::Any).into_iter().next() {
            return Err(DepositError::NoCredential(problem.to_string()));
        }
        let acceptable = if has_type(claimed, "BitstringStatusListCredential") {
            self.acceptable_list(&document)?
        } else if has_type(claimed, "DigitalIdentityAnchor") {
            self.acceptable_anchor(&document)?
        } else {
            self.acceptable_credential(&document)?
        };
        let held = self.keep(&document, acceptable.stands.as_ref())?;
        Ok(Deposited { what: acceptable.what, sha256: sha256_text(&held.sha256), path: acceptable.path })
    }

    /// A document by its hash; none but signed credentials are found here, and the credential of a certificate once an act
    /// names it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn by_sha256(&self, sha256: &[u8; 32]) -> Result<Option<Kept>, StoreError> {
        let Some(kept) = self.inner.folder.find(sha256).as_ref().and_then(read) else { return Ok(None) };
        let app = self.app();
        let known_at = LogIndex(app.state().size().saturating_sub(1));
        let is_public = replaces_others(&kept) || !app.store().by_document(sha256, known_at)?.is_empty();
        Ok(Some(kept).filter(|_| is_public))
    }

    /// Keeps the credential of a certificate that was signed here, before an act names it: until then it is not served. Its
    /// SHA-256 in hexadecimal.
    pub(crate) fn keep_own(&self, token: &[u8]) -> Result<String, DepositError> {
        let document = Document::credential(token, DEPOSIT_BYTES_MAX)?;
        Ok(sha256_text(&self.keep(&document, None)?.sha256))
    }

    fn keep(&self, document: &Document, stands: Option<&Standing>) -> Result<Held, DepositError> {
        let bytes = document.to_bytes();
        if sha256(&bytes) != document.digest() {
            return Err(DepositError::NoCredential("its bytes are not those of its digest".to_owned()));
        }
        let kind = match document.form() {
            Form::Jwt => DocumentKind::Token,
            Form::DataIntegrity => DocumentKind::Credential,
        };
        // Two that come at once are compared one after the other.
        let _replacing = self.inner.replacing.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(standing) = stands {
            self.must_be_newer(standing, &document.digest())?;
        }
        let held = self.inner.folder.keep(&bytes, kind)?;
        // If we crash before this, the document is kept and the former one stands; handed in again, it is replaced.
        if let Some(standing) = stands {
            self.inner.folder.set_current(&standing.name, &held)?;
        }
        Ok(held)
    }

    /// Refuses what is older than the document that stands, or of the same moment and another.
    fn must_be_newer(&self, standing: &Standing, digest: &[u8; 32]) -> Result<(), DepositError> {
        let Some(former) = self.inner.folder.current(&standing.name) else { return Ok(()) };
        if former.sha256 == *digest {
            return Ok(());
        }
        match read(&former).and_then(|kept| stated_moment(&kept)) {
            Some(kept) if standing.as_of < kept.saturating_add(APART_AT_LEAST).unwrap_or(kept) => {
                Err(DepositError::Older { kept: credential::time::print(kept) })
            }
            _ => Ok(()),
        }
    }

    fn standing(&self, name: &str) -> Option<Kept> {
        read(&self.inner.folder.current(name)?)
    }

    fn app(&self) -> &App {
        &self.inner.app
    }

    /// Where the registry is reached.
    pub fn base(&self) -> Base<'_> {
        Base(&self.inner.base)
    }
}

/// Whether it is of a kind of which the newest counts: a status list or an anchor, which its signature alone makes public.
fn replaces_others(kept: &Kept) -> bool {
    Document::credential(&kept.bytes, DEPOSIT_BYTES_MAX).is_ok_and(|document| {
        let claimed = document.claimed();
        has_type(claimed, "BitstringStatusListCredential") || has_type(claimed, "DigitalIdentityAnchor")
    })
}

/// The moment as of which a document that was checked when it was taken holds.
fn stated_moment(kept: &Kept) -> Option<Timestamp> {
    let document = Document::credential(&kept.bytes, DEPOSIT_BYTES_MAX).ok()?;
    let claimed = document.claimed();
    let signed = || Timestamp::from_second(claimed.get("iat")?.as_i64()?).ok();
    claimed.get("validFrom").and_then(|from| credential::time::parse(from.as_str()?)).or_else(signed)
}

fn read(held: &Held) -> Option<Kept> {
    let bytes = held.kind.is_credential().then(|| fs::read(&held.path).ok()).flatten()?;
    Some(Kept { sha256: sha256_text(&held.sha256), kind: held.kind, bytes })
}
