//! Admission: may this signer say this, here and now?
//!
//! `VerifiedStatement ─admit(state)→ Admitted`. Judged are the signature's key at this position of the log, the
//! mandate, references and identifiers; never the legal effect. What is admitted can be applied without failing.

mod entitled;
mod references;

use model::{CertificateNumber, Date, HsCode, HsEdition, LogIndex, PartyId};
use statement::act::{Act, CertificatesChanged, CertificatesIssued};
use statement::{Payload, VerifiedStatement};

use crate::{CertificateHead, CertificateLookup, LoggedStatement, Registry};

pub use entitled::Needed;

/// A statement that may be logged, at this position and on this day.
#[derive(Clone, Debug)]
pub struct Admitted {
    logged: LoggedStatement,
}

impl Admitted {
    /// The statement with its place in the log.
    pub fn logged(&self) -> &LoggedStatement {
        &self.logged
    }

    /// The statement with its place in the log.
    pub fn into_logged(self) -> LoggedStatement {
        self.logged
    }
}

/// Why a statement is not admitted. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AdmitError {
    /// The log is empty and this is not a genesis statement.
    #[error("the log is not open yet: submit a `registry.opened` statement first (`comity init` writes one)")]
    NotOpen,
    /// A second genesis statement.
    #[error("the log is open already: a log has one genesis statement")]
    AlreadyOpen,
    /// The signer is not registered.
    #[error(
        "`{0}` is not registered: have it registered by its country's coordinating authority or the registrar"
    )]
    UnknownSigner(PartyId),
    /// The signer has no such key.
    #[error("`{party}` has no key `{key_id}`: sign with a key on record, or add this one with `key.added`")]
    UnknownKey {
        /// The signer.
        party: PartyId,
        /// The key named in the statement's header.
        key_id: String,
    },
    /// The key was revoked before this position.
    #[error("the key `{key_id}` of `{party}` was revoked at position {revoked_at}: sign with a key in force")]
    KeyRevoked {
        /// The signer.
        party: PartyId,
        /// The key.
        key_id: String,
        /// Where it was revoked.
        revoked_at: LogIndex,
    },
    /// The signer may not perform this act.
    #[error("`{signer}` may not sign `{act}`: it needs {needed}")]
    NotEntitled {
        /// The signer.
        signer: PartyId,
        /// Name of the act.
        act: &'static str,
        /// What would entitle it, in words.
        needed: Needed,
    },
    /// This kind of act cannot be reported by a recorder.
    #[error("`{0}` cannot be reported by a recorder: the party must sign it itself")]
    NotReportable(&'static str),
    /// The signer is not a recorder for the party on whose behalf it reports.
    #[error("`{signer}` may not report for `{on_behalf_of}`: it needs a mandate `record` for it or for all")]
    NotRecorder {
        /// The signer.
        signer: PartyId,
        /// For whom it reports.
        on_behalf_of: String,
    },
    /// What is reported is not the act of the one on whose behalf it is reported.
    #[error("`{act}` cannot be reported on behalf of `{on_behalf_of}`: it is an act of {needed}")]
    NotTheirAct {
        /// Name of the act.
        act: &'static str,
        /// For whom it was reported.
        on_behalf_of: String,
        /// Whose act it is.
        needed: Needed,
    },
    /// The act names something that is not on record.
    #[error("{kind} `{id}` is not on record: register it first, or mend the reference")]
    UnknownReference {
        /// What was named, such as `the country`.
        kind: &'static str,
        /// Its identifier.
        id: String,
    },
    /// The act names a commodity code that does not exist in the edition that it states.
    #[error(
        "`{code}` is not in the Harmonized System of {}: look the product up in that edition, or state the edition in which the code is written",
        edition.year()
    )]
    NoSuchCode {
        /// The code.
        code: HsCode,
        /// The edition.
        edition: HsEdition,
    },
    /// The act would register something a second time.
    #[error("{kind} `{id}` is on record already: {instead}")]
    AlreadyExists {
        /// What was named.
        kind: &'static str,
        /// Its identifier.
        id: String,
        /// What to do instead.
        instead: &'static str,
    },
    /// The key would not sign checkpoints of this log.
    #[error(
        "the key cannot sign checkpoints of `{origin}`: {reason}; write an Ed25519 key under this name in the C2SP signed-note form `name+hash+key`"
    )]
    LogKey {
        /// The log's name.
        origin: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Version or edition does not follow the last one.
    #[error("{what} of `{id}` must be {expected}, found {found}")]
    OutOfOrder {
        /// What is counted.
        what: &'static str,
        /// Of what.
        id: String,
        /// The next one.
        expected: u64,
        /// What the act says.
        found: u64,
    },
    /// A party acts for a certificate that is another's.
    #[error("certificate `{number}` is the responsibility of `{responsible}`, not of `{issuer}`")]
    NotResponsible {
        /// The certificate.
        number: CertificateNumber,
        /// Who is responsible.
        responsible: PartyId,
        /// Who tried.
        issuer: PartyId,
    },
    /// The store of certificates could not be read.
    #[error("the certificates could not be read: {0}; try again, nothing was written")]
    Store(String),
}

/// Judges whether a verified statement may be logged at the next position, on this day.
///
/// `day` is the day in UTC on which the sequencer admits; it becomes part of the log entry, so that anybody who
/// re-runs admission does so on the same day. The state and `certificates` include what came before in the batch.
///
/// # Errors
/// [`AdmitError`] says what is missing; nothing changes.
pub fn admit<L: CertificateLookup>(
    registry: &Registry,
    certificates: &L,
    statement: &VerifiedStatement,
    day: Date,
) -> Result<Admitted, AdmitError>
where
    L::Error: std::fmt::Display,
{
    let payload = statement.payload();
    if registry.genesis().is_some() && !matches!(payload.act, Act::RegistryOpened(_)) {
        key_in_force(registry, &payload.signer, statement.kid())?;
    }
    admissible(registry, certificates, payload, day)?;
    let (index, kid) = (LogIndex(registry.size()), statement.kid().to_owned());
    Ok(Admitted {
        logged: LoggedStatement::new(index, day, kid, statement.digest(), statement.shared_payload()),
    })
}

/// Judges what a statement says before anybody signs it: as [`admit`], without the key.
///
/// # Errors
/// As [`admit`].
pub fn admissible<L: CertificateLookup>(
    registry: &Registry,
    certificates: &L,
    payload: &Payload,
    day: Date,
) -> Result<(), AdmitError>
where
    L::Error: std::fmt::Display,
{
    if let Act::RegistryOpened(_) = &payload.act {
        let already = registry.genesis().is_some();
        return if already { Err(AdmitError::AlreadyOpen) } else { entitled::signer(registry, payload, day) };
    }
    if registry.genesis().is_none() {
        return Err(AdmitError::NotOpen);
    }
    if registry.party(&payload.signer).is_none() {
        return Err(AdmitError::UnknownSigner(payload.signer.clone()));
    }
    entitled(registry, payload, day)?;
    references::check(registry, &payload.act)?;
    certificate_acts(registry, certificates, &payload.act)
}

/// The public key with which a statement must verify: the one in force at the next position of the log.
///
/// # Errors
/// When signer or key are unknown, or the key was revoked.
pub fn key_in_force<'a>(
    registry: &'a Registry,
    signer: &PartyId,
    key_id: &str,
) -> Result<&'a statement::keys::PublicKey, AdmitError> {
    if registry.party(signer).is_none() {
        return Err(AdmitError::UnknownSigner(signer.clone()));
    }
    let unknown = || AdmitError::UnknownKey { party: signer.clone(), key_id: key_id.to_owned() };
    let key = registry.key(signer, key_id).ok_or_else(unknown)?;
    match key.revoked_at {
        Some(revoked_at) => {
            Err(AdmitError::KeyRevoked { party: signer.clone(), key_id: key_id.to_owned(), revoked_at })
        }
        None => Ok(&key.key),
    }
}

fn entitled(registry: &Registry, payload: &Payload, day: Date) -> Result<(), AdmitError> {
    match &payload.reported {
        Some(reported) => entitled::recorder(registry, payload, reported, day),
        None => entitled::signer(registry, payload, day),
    }
}

/// SHA-256 written in hexadecimal.
pub(crate) fn digest_of(hex: &str) -> Option<[u8; 32]> {
    if hex.len() != 64 || !hex.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).ok()?;
    }
    Some(bytes)
}

fn certificate_acts<L: CertificateLookup>(
    registry: &Registry,
    certificates: &L,
    act: &Act,
) -> Result<(), AdmitError>
where
    L::Error: std::fmt::Display,
{
    match act {
        Act::CertificatesIssued(act) => issued(registry, certificates, act),
        Act::CertificatesChanged(act) => changed(registry, certificates, act),
        _ => Ok(()),
    }
}

fn issued<L: CertificateLookup>(
    registry: &Registry,
    certificates: &L,
    act: &CertificatesIssued,
) -> Result<(), AdmitError>
where
    L::Error: std::fmt::Display,
{
    let numbers: Vec<_> = act.certificates.iter().map(|certificate| certificate.number.clone()).collect();
    for (number, head) in numbers.iter().zip(heads(certificates, &numbers)?) {
        if head.is_some() {
            let instead = "state the change with `certificates.changed`, or give a new number";
            return Err(AdmitError::AlreadyExists { kind: "certificate", id: number.to_string(), instead });
        }
    }
    let next =
        certificates.next_status_index(&act.issuer).map_err(|error| AdmitError::Store(error.to_string()))?;
    for (next, certificate) in (next..).zip(&act.certificates) {
        references::certificate(registry, certificate)?;
        if certificate.status_index != next {
            return Err(AdmitError::OutOfOrder {
                what: "status index",
                id: certificate.number.to_string(),
                expected: next,
                found: certificate.status_index,
            });
        }
    }
    Ok(())
}

fn changed<L: CertificateLookup>(
    registry: &Registry,
    certificates: &L,
    act: &CertificatesChanged,
) -> Result<(), AdmitError>
where
    L::Error: std::fmt::Display,
{
    let numbers: Vec<_> = act.changes.iter().map(|change| change.number.clone()).collect();
    for (change, head) in act.changes.iter().zip(heads(certificates, &numbers)?) {
        let number = &change.number;
        let Some(head) = head else {
            return Err(AdmitError::UnknownReference { kind: "certificate", id: number.to_string() });
        };
        if head.responsible != act.issuer && head.issuer != act.issuer {
            let (responsible, issuer) = (head.responsible, act.issuer.clone());
            return Err(AdmitError::NotResponsible { number: number.clone(), responsible, issuer });
        }
        references::change(registry, change)?;
    }
    Ok(())
}

fn heads<L: CertificateLookup>(
    certificates: &L,
    numbers: &[CertificateNumber],
) -> Result<Vec<Option<CertificateHead>>, AdmitError>
where
    L::Error: std::fmt::Display,
{
    certificates.heads(numbers).map_err(|error| AdmitError::Store(error.to_string()))
}
