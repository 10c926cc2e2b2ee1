//! Why a signed document is not taken.

use app::deposits::DepositError;
use credential::{ProofError, ReadError, UnknownKey};

use super::signature::key;
use crate::portal::frame::Frame;

/// Why a document is not taken.
pub(super) fn deposit(frame: &Frame, error: &DepositError) -> String {
    match error {
        DepositError::Read(error) => read(frame, error),
        DepositError::NoCredential(_) => frame.say("told-deposit-no-credential"),
        DepositError::DigestNotOnRecord(digest) => frame.about("told-deposit-digest", digest),
        DepositError::Signature(error) => proof(frame, error),
        DepositError::UnknownIssuer(issuer) => frame.about("told-deposit-issuer", issuer),
        DepositError::OtherIssuer { expected, found } => {
            frame.about_two("told-deposit-other-issuer", found, expected)
        }
        DepositError::List(_) => frame.say("told-deposit-list"),
        DepositError::Address { expected, found } => frame.about_two("told-deposit-address", found, expected),
        DepositError::OutOfTime => frame.say("told-deposit-time"),
        DepositError::Older { kept } => frame.about("told-deposit-older", kept),
        DepositError::File(error) => frame.word("desk-error", error.code()),
        DepositError::Store(_) => frame.word("desk-error", "store"),
    }
}

/// Why a document cannot be read: as the border page says it.
fn read(frame: &Frame, error: &ReadError) -> String {
    let said = frame.language.words().map(|words| glance::Fault::from(error).tell(words));
    said.unwrap_or_default()
}

/// Why a proof does not hold.
fn proof(frame: &Frame, error: &ProofError) -> String {
    match error {
        ProofError::Missing => frame.say("told-proof-missing"),
        ProofError::TooMany { .. } => frame.say("told-proof-many"),
        ProofError::Field { field, .. } => frame.about("told-proof-field", field),
        ProofError::Cryptosuite(suite) => frame.about("told-proof-suite", suite),
        ProofError::Key(UnknownKey::NotGiven(id)) => frame.about("told-proof-key", id),
        ProofError::Key(UnknownKey::Bad { error, .. }) => key(frame, error),
        ProofError::Controller { method, expected } => {
            frame.about_two("told-proof-controller", method, expected)
        }
        ProofError::Purpose { method, purpose } => frame.about_two("told-proof-purpose", method, purpose),
        ProofError::OtherPurpose { expected, found } => {
            frame.about_two("told-proof-other-purpose", found, expected)
        }
        ProofError::OtherSession { field } => frame.about("told-proof-session", field),
        ProofError::KeyEnded { method } => frame.about("told-proof-key-ended", method),
        ProofError::AlgorithmOfKey { proof, key, .. } => {
            frame.about_two("told-jws-algorithm-of-key", proof, key)
        }
        ProofError::Signature { method } => frame.about("told-jws-signature", method),
        ProofError::Future { field } => frame.about("told-proof-future", field),
        ProofError::Expired => frame.say("told-proof-expired"),
        ProofError::Context => frame.say("told-proof-context"),
        ProofError::PreviousProof(named) => frame.about("told-proof-previous", named),
        ProofError::Claim { claim, field } => frame.about_two("told-proof-claim", claim, field),
    }
}
