//! Being a witness: cosigning the checkpoints of other logs after checking that each continues the one before.

use std::sync::Arc;

use ed25519_dalek::SigningKey;
use sha2::{Digest as _, Sha256};
use store::{SignedCheckpoint, StoreError, WitnessState};
use tlog::{
    AddCheckpoint, Checkpoint, Cosigned, KeyError, Note, NoteError, SignatureKind, VerifiedCheckpoint,
    VerifierKey, WitnessRefusal,
};

use crate::clock::Clock;

/// How often a request is judged anew because another one was faster.
const ATTEMPTS_MAX: usize = 8;

/// A key that cosigns, under the name of the witness.
pub struct WitnessKey {
    signing: SigningKey,
    verifier: VerifierKey,
}

/// A witness.
pub struct Witness {
    state: Arc<dyn WitnessState>,
    key: WitnessKey,
    /// Keys of the logs that it follows.
    log_keys: Vec<VerifierKey>,
    clock: Arc<dyn Clock>,
}

/// Why a witness gave no cosignature.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WitnessError {
    /// It refused.
    #[error(transparent)]
    Refused(#[from] WitnessRefusal),
    /// It could not remember, so it did not sign.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The cosignature could not be written into the note.
    #[error("the checkpoint has too many signatures: {0}")]
    Note(#[from] NoteError),
}

impl WitnessError {
    /// The HTTP status.
    pub fn status(&self) -> u16 {
        match self {
            Self::Refused(refusal) => refusal.status(),
            Self::Note(_) => 400,
            Self::Store(_) => 503,
        }
    }

    /// The size to go on from, when another one than that was named.
    pub fn last_cosigned(&self) -> Option<u64> {
        match self {
            Self::Refused(WitnessRefusal::Conflict { known }) => Some(*known),
            _ => None,
        }
    }
}

impl WitnessKey {
    /// A key from its 32 secret bytes; `name` is the name of the witness.
    ///
    /// # Errors
    /// When the name cannot stand in a signed note.
    pub fn new(name: &str, secret: &[u8; 32]) -> Result<Self, KeyError> {
        let signing = SigningKey::from_bytes(secret);
        let verifier = VerifierKey::new(name, SignatureKind::Ed25519Cosignature, signing.verifying_key())?;
        Ok(Self { signing, verifier })
    }

    /// The public half; printing it gives the text that policies carry.
    pub fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }
}

impl Witness {
    /// A witness of the logs that these keys sign for.
    pub fn new(
        state: Arc<dyn WitnessState>,
        key: WitnessKey,
        log_keys: Vec<VerifierKey>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { state, key, log_keys, clock }
    }

    /// Cosigns a checkpoint that continues the one cosigned last: the signature lines of the answer.
    ///
    /// What happens if we crash: before the checkpoint is remembered, nobody has a cosignature; after it, whoever asks
    /// again is told the size and gets a cosignature of the same checkpoint.
    ///
    /// # Errors
    /// [`WitnessError`]; then no cosignature was given.
    pub fn add_checkpoint(&self, body: &[u8]) -> Result<String, WitnessError> {
        let request = AddCheckpoint::parse(body)?;
        let origin = request.origin()?;
        let keys: Vec<VerifierKey> =
            self.log_keys.iter().filter(|key| key.name() == origin).cloned().collect();
        if keys.is_empty() {
            return Err(WitnessRefusal::UnknownLog(origin.chars().take(200).collect()).into());
        }
        for _ in 0..ATTEMPTS_MAX {
            let known = self.state.last_cosigned(&origin)?;
            let checkpoint = request.judge(&origin, &keys, known.as_ref().map(parse).transpose()?)?;
            let (note, cosignature) = self.cosign(&checkpoint)?;
            let new = SignedCheckpoint { size: checkpoint.size(), note };
            // INVARIANT: the cosignature leaves only after the checkpoint is durable in the place of the one against
            // which it was judged.
            if self.state.advance(&origin, known.as_ref(), &new)? {
                return Ok(cosignature);
            }
        }
        let known = self.state.last_cosigned(&origin)?.map_or(0, |known| known.size);
        Err(WitnessRefusal::Conflict { known }.into())
    }

    /// The checkpoint that was cosigned last of the log whose name has this SHA-256, in hexadecimal.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn checkpoint(&self, origin_sha256: &str) -> Result<Option<String>, StoreError> {
        let named = |key: &&VerifierKey| hex::encode(Sha256::digest(key.name())) == origin_sha256;
        let Some(key) = self.log_keys.iter().find(named) else { return Ok(None) };
        Ok(self.state.last_cosigned(key.name())?.map(|checkpoint| checkpoint.note))
    }

    /// The key with which it cosigns.
    pub fn key(&self) -> &VerifierKey {
        &self.key.verifier
    }

    /// The note with the cosignature, and the cosignature's line.
    fn cosign(&self, checkpoint: &VerifiedCheckpoint) -> Result<(String, String), NoteError> {
        let mut note = Note::new(checkpoint.note().text())?;
        note.cosign(self.key.verifier.name(), &self.key.signing, self.clock.unix_seconds())?;
        let line = note.signatures().iter().map(|signature| format!("{signature}\n")).collect();
        let mut whole = checkpoint.note().clone();
        for signature in note.signatures() {
            whole.add(signature.clone())?;
        }
        Ok((whole.to_string(), line))
    }
}

/// Size and root of a remembered checkpoint.
fn parse(known: &SignedCheckpoint) -> Result<Cosigned, StoreError> {
    let damaged = || StoreError::corrupt(format!("the checkpoint of size {} that was cosigned", known.size));
    let note = Note::parse(known.note.as_bytes()).map_err(|_| damaged())?;
    let checkpoint = Checkpoint::parse(note.text()).map_err(|_| damaged())?;
    Ok(Cosigned { size: checkpoint.size(), root: checkpoint.root() })
}
