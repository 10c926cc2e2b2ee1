//! The signature of a bundle, and the bundle once it was checked.
//!
//! The log signs it, with the key that signs its checkpoints. A bundle says nothing that this key does not vouch for
//! anyway (which statements are at which positions), is made by the same process, and a second key would be a second
//! anchor that every border post has to be given and has to replace in time. The note begins with a line that no
//! checkpoint has, so that one can never be taken for the other.

use ed25519_dalek::SigningKey;
use registry::Registry;
use sha2::{Digest as _, Sha256};
use tlog::{Checkpoint, Hash, Note, NoteError, Policy, VerifiedCheckpoint};

use crate::content::Content;
use crate::error::{BundleError, Malformed};

/// First word of the text that is signed; no name of a log has a space.
const FIRST_WORD: &str = "comity-bundle/v0";

/// A bundle that the log signed, with a checkpoint that satisfies the policy.
///
/// **Invariant:** the only way to one is [`Bundle::open`].
#[derive(Clone, Debug)]
pub struct Bundle {
    content: Content,
    checkpoint: VerifiedCheckpoint,
    digest: [u8; 32],
}

/// The text that a log signs for a bundle: for which country, at which size, and the digest of all its bytes.
///
/// # Errors
/// When the checkpoint in the content is none.
pub fn signed_text(content: &Content, signed: &[u8]) -> Result<String, Malformed> {
    let what = Malformed::Text { what: "the checkpoint" };
    let note = Note::parse(content.checkpoint.as_bytes()).map_err(|_| what.clone())?;
    let checkpoint = Checkpoint::parse(note.text()).map_err(|_| what)?;
    let digest = Hash(digest(signed));
    let (origin, size, root) = (checkpoint.origin(), checkpoint.size(), checkpoint.root());
    Ok(format!("{FIRST_WORD} {origin}\n{}\n{size}\n{root}\n{digest}\n", content.importing))
}

/// Signs a bundle with keys of the log: the whole file.
///
/// # Errors
/// When the checkpoint in the content is none, or the name of the log cannot sign.
pub fn sign<'k>(
    content: &Content,
    origin: &str,
    keys: impl Iterator<Item = &'k SigningKey>,
) -> Result<Vec<u8>, Malformed> {
    let mut bytes = content.to_bytes();
    let failed = |_: NoteError| Malformed::Text { what: "the name of the log" };
    let mut note = Note::new(&signed_text(content, &bytes)?).map_err(failed)?;
    for key in keys {
        note.sign(origin, key).map_err(failed)?;
    }
    bytes.extend_from_slice(note.to_string().as_bytes());
    Ok(bytes)
}

impl Bundle {
    /// Opens a bundle: signature of the log first, then its content, then the checkpoint with the cosignatures that the
    /// policy asks for.
    ///
    /// # Errors
    /// [`BundleError`], when it is malformed or not to be trusted.
    pub fn open(bytes: &[u8], policy: &Policy) -> Result<Self, BundleError> {
        let (signed, note) = Content::split(bytes)?;
        let untrusted = |error: NoteError| BundleError::Signature(error.to_string());
        let note = Note::parse(note).map_err(untrusted)?;
        note.verify(policy.log_keys()).map_err(untrusted)?;
        let digest = digest(signed);
        // The digest before the content: nothing that nobody signed is read.
        if note.text().lines().nth(4) != Some(Hash(digest).to_string().as_str()) {
            return Err(BundleError::Signature("it was changed after it was signed".to_owned()));
        }
        let content = Content::from_bytes(signed)?;
        if note.text() != signed_text(&content, signed)? {
            return Err(BundleError::Signature("it is over something else".to_owned()));
        }
        let checkpoint = policy.verify(content.checkpoint.as_bytes());
        let checkpoint = checkpoint.map_err(|error| BundleError::Checkpoint(error.to_string()))?;
        let beyond = content.statements.last().is_some_and(|last| last.at.0 >= checkpoint.size());
        if beyond {
            return Err(Malformed::Inconsistent { what: "the statements and the size of the log" }.into());
        }
        Ok(Self { content, checkpoint, digest })
    }

    /// What it says.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// The checkpoint: the size of the log and its root.
    pub fn checkpoint(&self) -> &VerifiedCheckpoint {
        &self.checkpoint
    }

    /// SHA-256 of everything that is signed.
    pub fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// The registry as decisions for the importing country see it.
    ///
    /// # Errors
    /// When a statement cannot be read.
    pub fn registry(&self) -> Result<Registry, BundleError> {
        self.content.registry(self.checkpoint.size())
    }
}

pub(crate) fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
