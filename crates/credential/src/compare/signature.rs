//! Who signed, and whether the key was the issuer's when it did.

use jiff::Timestamp;
use model::{LogIndex, PartyId};
use registry::{KeyRecord, Registry};
use statement::SignatureCheck;

use super::{DocumentFinding, OnRecord, met, not_met, unknown};
use crate::did::{Purposes, party_and_kid};
use crate::document::{Document, Verifier};
use crate::keys::{Keys, UnknownKey, VerificationMethod, did_key};
use crate::problem::cut;
use crate::proof::ProofError;
use crate::time::Now;

/// The keys of the register's parties, revoked ones included: whether a key was in force is a finding of its own. Keys
/// that are their own names are used too; a document signed with one is shown to come from that name and no other.
pub struct RegisterKeys<'a> {
    /// The register.
    pub registry: &'a Registry,
    /// What takes keys apart, and may remember them.
    pub check: &'a dyn SignatureCheck,
}

impl Keys for RegisterKeys<'_> {
    fn method(&self, id: &str) -> Result<VerificationMethod, UnknownKey> {
        let Some((party, record)) = on_record(self.registry, id) else {
            return did_key(id).unwrap_or_else(|| Err(UnknownKey::NotGiven(cut(id))));
        };
        let key = self.check.decode(&record.key).map_err(|error| UnknownKey::Bad { id: cut(id), error })?;
        Ok(VerificationMethod {
            id: id.to_owned(),
            controller: party.to_string(),
            key,
            purposes: Purposes::ALL,
            until: None,
        })
    }
}

/// The keys of the register's parties that are in force now, and no others: for what is signed and published today, such
/// as a status list. One that was revoked is told as ended.
pub struct KeysInForce<'a> {
    /// The register.
    pub registry: &'a Registry,
    /// What takes keys apart, and may remember them.
    pub check: &'a dyn SignatureCheck,
}

impl Keys for KeysInForce<'_> {
    fn method(&self, id: &str) -> Result<VerificationMethod, UnknownKey> {
        let Self { registry, check } = *self;
        let (_, record) = on_record(registry, id).ok_or_else(|| UnknownKey::NotGiven(cut(id)))?;
        let until = record.revoked_at.map(|_| Timestamp::MIN);
        Ok(VerificationMethod { until, ..RegisterKeys { registry, check }.method(id)? })
    }
}

/// The key of a party: by its identifier on record, or by the key itself, as a DID document lists it a second time.
fn on_record<'r>(registry: &'r Registry, method: &str) -> Option<(PartyId, &'r KeyRecord)> {
    let (party, kid) = party_and_kid(method)?;
    let party: PartyId = party.parse().ok()?;
    let by_name = registry.key(&party, &kid);
    let is_itself = |record: &&KeyRecord| {
        let did = record.key.to_did_key();
        did.is_ok_and(|did| did.as_str().trim_start_matches("did:key:") == kid)
    };
    let record = by_name.or_else(|| registry.party(&party)?.keys.iter().rev().find(is_itself))?;
    Some((party, record))
}

/// The signature covers the text that is presented, with a key of the issuer whom it names.
pub(super) fn covers_text(
    document: &Document,
    on_record: &OnRecord<'_>,
    check: &dyn SignatureCheck,
    now: Now,
) -> DocumentFinding {
    let id = "document.signature-covers-text";
    let keys = RegisterKeys { registry: on_record.registry, check };
    let method = document.methods().first().map_or_else(String::new, |method| cut(method));
    let failed = match document.issued_by(&Verifier { keys: &keys, check, now }) {
        Ok((method, _)) => return met(id).with("key", method).with("issuer", document.issuer()),
        Err(failed) => failed,
    };
    let finding = not_met(id).with("key", method);
    match failed {
        ProofError::Signature { .. } => finding.reason("altered"),
        ProofError::Controller { expected, .. } => finding.with("issuer", expected).reason("other_signer"),
        ProofError::Key(_) => {
            let method = document.methods().first().map_or_else(String::new, |method| cut(method));
            unknown(id).with("key", method).reason("key_not_on_record")
        }
        ProofError::Missing => finding.reason("not_signed"),
        other => finding.with("detail", other).reason("not_verified"),
    }
}

/// The key was in force when the document was signed, as far as the register can tell.
///
/// When a document was signed, only the log shows: the act that names its digest comes after. Without such an act the
/// signature may be of today, so that the key must be in force now.
pub(super) fn key_in_force(document: &Document, record: &OnRecord<'_>) -> DocumentFinding {
    let id = "document.key-in-force";
    let methods = document.methods();
    let Some(method) = methods.first() else { return unknown(id).reason("no_key") };
    let Some((_, key)) = on_record(record.registry, method) else {
        return unknown(id).with("key", cut(method)).reason("not_on_record");
    };
    let known_at = record.knowledge.at;
    let (signed_by, is_proved) = match signed_before(document, record) {
        Some(at) => (at, true),
        None => (known_at, false),
    };
    let finding = |finding: DocumentFinding| finding.with("key", cut(method)).with("from", key.added_at.0);
    if record.knowledge.is_compromised(signed_by, key.number) {
        return finding(not_met(id)).reason("compromised");
    }
    match key.revoked_at.filter(|at| *at <= known_at) {
        Some(at) if at <= signed_by && !is_proved => {
            finding(unknown(id)).with("revoked_at", at.0).reason("revoked_and_undated")
        }
        Some(at) if at <= signed_by => finding(not_met(id)).with("revoked_at", at.0).reason("revoked"),
        _ if key.added_at > signed_by => finding(not_met(id)).reason("added_later"),
        _ => finding(met(id)),
    }
}

/// The position of the act that names the document's digest.
fn signed_before(document: &Document, record: &OnRecord<'_>) -> Option<LogIndex> {
    let certificate = record.certificate?;
    let digest = hex::encode(document.digest());
    super::content::versions(certificate, record)
        .find(|(version, _)| {
            version.credential_sha256.as_deref().is_some_and(|known| known.eq_ignore_ascii_case(&digest))
        })
        .map(|(_, at)| at)
}
