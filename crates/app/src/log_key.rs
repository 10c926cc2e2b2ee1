//! Keys with which a log signs its checkpoints.

use ed25519_dalek::SigningKey;
use registry::Registry;
use tlog::{Checkpoint, Frontier, KeyError, Note, SignatureKind, VerifierKey};

/// A key that signs checkpoints, under the name of the log.
#[derive(Clone)]
pub struct LogKey {
    signing: SigningKey,
    verifier: VerifierKey,
}

impl LogKey {
    /// A key from its 32 secret bytes; `origin` is the log's name.
    ///
    /// # Errors
    /// When the name cannot stand in a signed note.
    pub fn new(origin: &str, secret: &[u8; 32]) -> Result<Self, KeyError> {
        let signing = SigningKey::from_bytes(secret);
        let verifier = VerifierKey::new(origin, SignatureKind::Ed25519, signing.verifying_key())?;
        Ok(Self { signing, verifier })
    }

    /// The secret half, for what else the log signs.
    pub(crate) fn signing(&self) -> &SigningKey {
        &self.signing
    }

    /// The public half; printing it gives the text that `registry.opened` and `log-key.added` carry.
    pub fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }
}

/// Keys on record that sign this log's checkpoints. Texts that are no keys of this log sign nothing and are left out.
pub fn keys_on_record(registry: &Registry) -> Vec<VerifierKey> {
    let parsed = registry.log_keys().iter().filter_map(|(_, text)| text.parse::<VerifierKey>().ok());
    let origin = origin(registry).unwrap_or_default();
    parsed.filter(|key| key.name() == origin && key.kind() == SignatureKind::Ed25519).collect()
}

/// The log's name, once it is open.
pub fn origin(registry: &Registry) -> Option<&str> {
    registry.genesis().map(|genesis| genesis.origin.as_str())
}

/// The signed checkpoint of a tree, with every given key that is on record, so that old and new keys both sign while
/// a log changes its key. `None` when no key is on record or the name cannot be signed.
pub(crate) fn sign_checkpoint(registry: &Registry, frontier: &Frontier, keys: &[LogKey]) -> Option<String> {
    let origin = origin(registry)?;
    let on_record = keys_on_record(registry);
    let mut note = Note::new(&Checkpoint::new(origin, frontier.size(), frontier.root()).ok()?.text()).ok()?;
    let in_force = keys.iter().filter(|key| on_record.contains(&key.verifier));
    let signed = in_force.map(|key| note.sign(origin, &key.signing)).collect::<Result<Vec<_>, _>>().ok()?;
    (!signed.is_empty()).then(|| note.to_string())
}
