//! Whether the document says what the register says.

use model::LogIndex;
use registry::CertificateFacts;
use serde_json::Value;
use statement::act::{Certificate, Change};

use super::{DocumentFinding, OnRecord, met, not_met, unknown};
use crate::document::Document;
use crate::untp::{Read, RegisterEntry};

/// The contents of a certificate as they were stated, the latest first, with their positions.
pub(super) fn versions<'a>(
    certificate: &'a CertificateFacts,
    on_record: &OnRecord<'a>,
) -> impl Iterator<Item = (&'a Certificate, LogIndex)> {
    let knowledge = on_record.knowledge;
    let amended = certificate.changes.iter().rev().filter_map(move |change| match &change.change.change {
        Change::Amended(content) if knowledge.sees(change.at, change.key) => Some((content, change.at)),
        _ => None,
    });
    amended.chain(std::iter::once((&*certificate.issued, certificate.at)))
}

/// The content is the one on record, field by field.
pub(super) fn as_registered(
    entry: Option<&RegisterEntry>,
    read: Option<&Read>,
    certificate: &CertificateFacts,
    on_record: &OnRecord<'_>,
) -> DocumentFinding {
    let id = "document.content-as-registered";
    let mut versions = versions(certificate, on_record);
    let Some((current, _)) = versions.next() else { return unknown(id) };
    let differs = |version: &Certificate| match (entry, read) {
        (Some(entry), _) if is_same(&entry.certificate, version) => Vec::new(),
        (Some(entry), _) => differing(&without_digest(&entry.certificate), &without_digest(version)),
        (None, Some(read)) => differing_in_part(read, version),
        (None, None) => vec!["type"],
    };
    if entry.is_none() && read.is_none() {
        return unknown(id).reason("not_a_conformity_credential");
    }
    let fields = differs(current);
    if fields.is_empty() {
        return met(id);
    }
    if let Some((_, at)) = versions.find(|(version, _)| differs(version).is_empty()) {
        return not_met(id).with("at", at.0).reason("earlier_version");
    }
    not_met(id).with("fields", fields.join(", ")).reason("differs")
}

/// The usual case, told without writing both out.
fn is_same(document: &Certificate, register: &Certificate) -> bool {
    let document = Certificate { credential_sha256: register.credential_sha256.clone(), ..document.clone() };
    document == *register
}

fn without_digest(certificate: &Certificate) -> Value {
    let certificate = Certificate { credential_sha256: None, ..certificate.clone() };
    serde_json::to_value(certificate).unwrap_or_default()
}

/// Names of the fields in which two certificates differ.
fn differing(document: &Value, register: &Value) -> Vec<&'static str> {
    FIELDS.iter().filter(|field| document.get(**field) != register.get(**field)).copied().collect()
}

// The fields of the act. A test holds that none is missing.
pub(super) const FIELDS: &[&str] = &[
    "number",
    "status_index",
    "kind",
    "holder",
    "products",
    "conforms_to",
    "standards",
    "procedure",
    "modules",
    "designating_party",
    "basis",
    "assessed_on",
    "issued_on",
    "expires_on",
    "aliases",
    "differences_covered",
    "report",
    "responsible_persons_in",
    "lawfully_marketed_in",
    "conditions_met",
    "production_conforms",
    "same_product_as",
];

/// What a credential without our extension says is compared where it says something.
fn differing_in_part(read: &Read, register: &Certificate) -> Vec<&'static str> {
    let mut fields = Vec::new();
    if read.holder.as_deref().is_some_and(|holder| holder != register.holder.as_str()) {
        fields.push("holder");
    }
    if read.kind.is_some_and(|kind| kind != register.kind) {
        fields.push("kind");
    }
    if read.standards.iter().any(|standard| !register.standards.contains(standard)) {
        fields.push("standards");
    }
    if read.issued_on.is_some_and(|day| day != register.issued_on) {
        fields.push("issued_on");
    }
    if read.expires_on != register.expires_on {
        fields.push("expires_on");
    }
    let same =
        |one: &Option<String>, other: &Option<String>| one.is_none() || other.is_none() || one == other;
    let known = |product: &model::Product| {
        register.products.iter().any(|registered| {
            same(&product.gtin, &registered.gtin)
                && same(&product.model, &registered.model)
                && same(&product.batch, &registered.batch)
                && same(&product.serial, &registered.serial)
        })
    };
    if !read.products.iter().all(known) {
        fields.push("products");
    }
    fields
}

/// The bytes are those whose digest the issuer put on record.
pub(super) fn digest(
    document: &Document,
    certificate: &CertificateFacts,
    on_record: &OnRecord<'_>,
) -> DocumentFinding {
    let id = "document.digest-as-registered";
    let presented = hex::encode(document.digest());
    let mut versions = versions(certificate, on_record)
        .filter_map(|(version, at)| version.credential_sha256.as_deref().map(|known| (known, at)));
    let Some((current, _)) = versions.next() else {
        return unknown(id).with("presented", presented).reason("none_on_record");
    };
    if current.eq_ignore_ascii_case(&presented) {
        return met(id).with("presented", presented);
    }
    let finding = not_met(id).with("registered", current);
    match versions.find(|(known, _)| known.eq_ignore_ascii_case(&presented)) {
        Some((_, at)) => finding.with("presented", presented).with("at", at.0).reason("earlier_version"),
        None => finding.with("presented", presented).reason("differs"),
    }
}
