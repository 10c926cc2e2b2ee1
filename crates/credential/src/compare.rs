//! A presented document beside the register: who signed it, with which key, and where it differs from what is on record.
//!
//! Each difference is a finding of its own with the facts that were compared; prose is made at the edge. Nothing is
//! called false: an altered text, a key that is not the issuer's and a name that looks like another are what they are.

mod content;
mod issuer;
mod lookalikes;
mod scope;
mod signature;

use std::collections::BTreeMap;

use model::{CertificateNumber, HsCode, HsEdition};
use registry::{CertificateFacts, Knowledge, Registry};
use serde::Serialize;
use statement::SignatureCheck;

use crate::document::{Document, InTime};
use crate::time::{self, Now};
use crate::untp;

pub use lookalikes::{Lookalikes, lookalikes_in};
pub use signature::{KeysInForce, RegisterKeys};

/// Whether a document is what the register says, in one respect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is.
    Met,
    /// It is not.
    NotMet,
    /// It cannot be told.
    Unknown,
}

/// One respect in which a document was compared. Its identifier is for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentFinding {
    /// Which respect.
    pub id: &'static str,
    /// The result.
    pub outcome: Outcome,
    /// What was compared; `reason` tells ways apart in which one finding is not met.
    pub facts: BTreeMap<&'static str, String>,
}

/// The identifiers of all findings, in the order in which they are given.
pub const FINDINGS: &[&str] = &[
    "document.signature-covers-text",
    "document.key-in-force",
    "document.number-issued",
    "document.issuer-as-registered",
    "document.content-as-registered",
    "document.digest-as-registered",
    "document.body-in-scope",
    "document.in-its-time",
];

/// What the register knows.
#[derive(Clone, Copy)]
pub struct OnRecord<'a> {
    /// The register.
    pub registry: &'a Registry,
    /// As far as it is known.
    pub knowledge: Knowledge<'a>,
    /// The certificate of the number that the document states; `None` when nobody has issued it.
    pub certificate: Option<&'a CertificateFacts>,
    /// Finds the registered party that a DID, or the name beside it, could be taken for: see [`Lookalikes`].
    pub lookalikes: &'a dyn Fn(&str, Option<&str>) -> Option<String>,
}

/// The number of the certificate that a document states: from our extension, or the end of a credential's address.
pub fn stated_number(document: &Document) -> Option<CertificateNumber> {
    if let Some(entry) = document.register_entry() {
        return Some(entry.certificate.number.clone());
    }
    let id = document.claimed().get("id")?.as_str()?;
    let (_, last) = id.split_once("/credentials/")?;
    crate::did::unescape(last)?.parse().ok()
}

/// The commodity code of the first product that a document states with its edition: only our extension has one.
pub fn stated_code(document: &Document) -> Option<(HsCode, HsEdition)> {
    let product = document.register_entry()?.certificate.products.first()?;
    product.hs.zip(product.hs_edition)
}

/// Compares a document with the register, in the order of [`FINDINGS`].
pub fn compare(
    document: &Document,
    on_record: &OnRecord<'_>,
    check: &dyn SignatureCheck,
    now: Now,
) -> Vec<DocumentFinding> {
    let entry = document.register_entry();
    let number = stated_number(document);
    let mut findings = vec![
        signature::covers_text(document, on_record, check, now),
        signature::key_in_force(document, on_record),
        number_issued(number.as_ref(), on_record),
        issuer::as_registered(document.claimed(), on_record),
    ];
    if let Some(certificate) = on_record.certificate {
        // Without our extension it is read as anybody's.
        let read = entry.is_none().then(|| untp::read(document.claimed()).ok()).flatten();
        findings.push(content::as_registered(entry, read.as_ref(), certificate, on_record));
        findings.push(content::digest(document, certificate, on_record));
        findings.push(scope::body_in_scope(certificate, on_record));
    }
    findings.push(in_its_time(document, now));
    findings
}

fn number_issued(number: Option<&CertificateNumber>, on_record: &OnRecord<'_>) -> DocumentFinding {
    let id = "document.number-issued";
    match (number, on_record.certificate) {
        (Some(number), Some(_)) => met(id).with("number", number.as_str()),
        (Some(number), None) => not_met(id).with("number", number.as_str()).reason("never_issued"),
        (None, _) => unknown(id).reason("no_number"),
    }
}

fn in_its_time(document: &Document, now: Now) -> DocumentFinding {
    let id = "document.in-its-time";
    match document.in_time(now) {
        InTime::Yes => met(id),
        InTime::NotYet { from } => not_met(id).with("from", time::print(from)).reason("not_yet"),
        InTime::Over { until } => not_met(id).with("until", time::print(until)).reason("over"),
    }
}

impl DocumentFinding {
    fn new(id: &'static str, outcome: Outcome) -> Self {
        Self { id, outcome, facts: BTreeMap::new() }
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.insert(name, value.to_string());
        self
    }

    fn reason(self, reason: &'static str) -> Self {
        self.with("reason", reason)
    }
}

fn met(id: &'static str) -> DocumentFinding {
    DocumentFinding::new(id, Outcome::Met)
}

fn not_met(id: &'static str) -> DocumentFinding {
    DocumentFinding::new(id, Outcome::NotMet)
}

fn unknown(id: &'static str) -> DocumentFinding {
    DocumentFinding::new(id, Outcome::Unknown)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
