//! Evidence as it is presented: the log entry that issued certificates, with the proof that the log has it.

use model::LogIndex;
use registry::{LoggedStatement, Registry};
use statement::act::Act;
use statement::{PureCheck, Unverified};
use thiserror::Error;
use tlog::{TlogProof, TlogProofError, VerifierKey, VerifyTlogProofError, leaf_hash};

/// Length of the day before an entry's statement: `2026-01-31` and a newline.
const DAY_BYTES: usize = 10;

/// A certificate's entry that is proven to be in the log and signed by whom it names.
///
/// **Invariant:** the only way to one is [`Evidence::verify`].
#[derive(Clone, Debug)]
pub struct Evidence {
    pub(crate) logged: LoggedStatement,
}

/// Why something that was presented is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EvidenceError {
    /// Not a proof.
    #[error("this is no evidence: {0}; get it with `comity bundle evidence`, or from whoever presents it")]
    Proof(#[from] TlogProofError),
    /// The proof does not prove it.
    #[error("the evidence is not proven to be in the log: {0}; ask the registry")]
    NotProven(#[from] VerifyTlogProofError),
    /// The proof comes without the entry.
    #[error("the evidence is a proof without its log entry; get it with `comity bundle evidence`")]
    NoEntry,
    /// The entry cannot be read.
    #[error("the log entry of the evidence cannot be read: {0}; get it again")]
    Entry(String),
    /// The entry issues no certificate.
    #[error("the log entry of the evidence issues no certificate: present the one that does")]
    NoCertificate,
    /// The key is not one of the signer, as far as the bundle knows.
    #[error("the key `{key_id}` of `{signer}` is not in the bundle: fetch a newer bundle")]
    UnknownKey {
        /// Who signed.
        signer: String,
        /// The key.
        key_id: String,
    },
    /// The signature is false.
    #[error("the signature on the evidence does not verify: {0}; ask the registry")]
    Signature(String),
}

impl Evidence {
    /// Checks a text: that the log has the entry, and that the one who is named signed it.
    ///
    /// # Errors
    /// [`EvidenceError`].
    pub fn verify(
        text: &[u8],
        origin: &str,
        log_keys: &[VerifierKey],
        registry: &Registry,
    ) -> Result<Self, EvidenceError> {
        let proof = TlogProof::parse(text)?;
        let leaf = proof.extra().ok_or(EvidenceError::NoEntry)?;
        // The proof first: nothing of the entry is used before.
        proof.verify(&leaf_hash(leaf), origin, log_keys)?;
        let (day, jws) = split(leaf).ok_or_else(|| EvidenceError::Entry("it has no day".to_owned()))?;
        let unreadable = |error: statement::StatementError| EvidenceError::Entry(error.to_string());
        let unverified = Unverified::parse(jws).map_err(unreadable)?;
        if !matches!(unverified.payload().act, Act::CertificatesIssued(_)) {
            return Err(EvidenceError::NoCertificate);
        }
        let (signer, key_id) = (unverified.payload().signer.clone(), unverified.kid().to_owned());
        let key = registry.key(&signer, &key_id);
        let key =
            key.ok_or(EvidenceError::UnknownKey { signer: signer.to_string(), key_id: key_id.clone() })?;
        let verified = unverified.verify(&key.key, &PureCheck);
        let verified = verified.map_err(|error| EvidenceError::Signature(error.to_string()))?;
        let at = LogIndex(proof.index());
        let logged = LoggedStatement::new(at, day, key_id, verified.digest(), verified.shared_payload());
        Ok(Self { logged })
    }

    /// Where it stands in the log.
    pub fn position(&self) -> LogIndex {
        self.logged.index()
    }

    /// The certificates that it issues.
    pub fn numbers(&self) -> impl Iterator<Item = &model::CertificateNumber> {
        let issued = match &self.logged.payload().act {
            Act::CertificatesIssued(act) => act.certificates.as_slice(),
            _ => &[],
        };
        issued.iter().map(|certificate| &certificate.number)
    }
}

/// Day of admission and statement of a log entry.
fn split(leaf: &[u8]) -> Option<(model::Date, &[u8])> {
    let (day, rest) = leaf.split_at_checked(DAY_BYTES)?;
    let day = model::parse_date(std::str::from_utf8(day).ok()?).ok()?;
    Some((day, rest.strip_prefix(b"\n")?))
}
