//! Why a signature or proof does not hold: one list for JOSE and Data Integrity.

use statement::Algorithm;

use crate::keys::{Keys, UnknownKey, VerificationMethod};
use crate::time::Now;

/// Why a document is not shown to come from the one whom it names.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// No proof at all.
    #[error("the document is not secured: present it as `vc+jwt` or with a Data Integrity proof")]
    Missing,
    /// Too many proofs.
    #[error("the document has {found} proofs, at most {} are checked", crate::limits::PROOFS_MAX)]
    TooMany {
        /// How many.
        found: usize,
    },
    /// A part of the proof is absent or malformed.
    #[error("`{field}` of the proof is {expected}, found {found}")]
    Field {
        /// Which part.
        field: &'static str,
        /// What it must be.
        expected: &'static str,
        /// What it is.
        found: String,
    },
    /// The cryptographic suite is none of ours.
    #[error("the proof is of suite `{0}`; `eddsa-jcs-2022` and `ecdsa-jcs-2019` are checked here")]
    Cryptosuite(String),
    /// The key is not known.
    #[error(transparent)]
    Key(#[from] UnknownKey),
    /// The key is somebody else's.
    #[error(
        "the key `{method}` is not one of `{expected}`: the document names another issuer than the one that signed"
    )]
    Controller {
        /// Name of the key.
        method: String,
        /// Whom the document names.
        expected: String,
    },
    /// Its controller uses the key for other things.
    #[error("the key `{method}` is not one that its controller uses as `{purpose}`")]
    Purpose {
        /// Name of the key.
        method: String,
        /// The purpose.
        purpose: String,
    },
    /// The proof was made for another purpose than it is presented for.
    #[error("the proof was made as `{found}`, and `{expected}` is needed")]
    OtherPurpose {
        /// The purpose needed.
        expected: String,
        /// The purpose found.
        found: String,
    },
    /// The proof was made for another verifier or another session.
    #[error(
        "`{field}` of the proof is not the one asked for: it was made for another verifier, or is presented again"
    )]
    OtherSession {
        /// `domain` or `challenge`.
        field: &'static str,
    },
    /// The controller ended the key.
    #[error("the key `{method}` was ended by its controller")]
    KeyEnded {
        /// Name of the key.
        method: String,
    },
    /// The key is of another kind than the proof says.
    #[error("the proof says {proof} and the key signs with {key}")]
    AlgorithmOfKey {
        /// What the proof says.
        proof: String,
        /// Algorithm of the key.
        key: Algorithm,
    },
    /// The signature is not this key's over this text.
    #[error(
        "the signature of key `{method}` does not cover this text: it was altered after it was signed, or signed with another key"
    )]
    Signature {
        /// Name of the key.
        method: String,
    },
    /// Made in the future.
    #[error("`{field}` is in the future: check the clocks of issuer and verifier")]
    Future {
        /// Which moment.
        field: &'static str,
    },
    /// The proof itself expired.
    #[error("the proof expired: ask for one that is current")]
    Expired,
    /// The contexts of the proof are not those of the document.
    #[error("the document does not begin with the contexts of its proof: something was put before them")]
    Context,
    /// A proof names one before it that is not there.
    #[error("the proof names an earlier one, `{0}`, that the document does not have")]
    PreviousProof(String),
    /// Claims of the token contradict the credential.
    #[error("`{claim}` of the token contradicts `{field}` of the credential")]
    Claim {
        /// Claim of the token.
        claim: &'static str,
        /// Field of the credential.
        field: &'static str,
    },
}

/// The key of that name, if it may be used for the purpose now.
pub(crate) fn usable(
    keys: &dyn Keys,
    id: &str,
    purpose: &str,
    now: Now,
) -> Result<VerificationMethod, ProofError> {
    let method = keys.method(id)?;
    if !method.purposes.has(purpose) {
        return Err(ProofError::Purpose { method: method.id, purpose: purpose.to_owned() });
    }
    if method.until.is_some_and(|until| now.is_after(until)) {
        return Err(ProofError::KeyEnded { method: method.id });
    }
    Ok(method)
}
