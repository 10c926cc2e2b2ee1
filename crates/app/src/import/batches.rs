//! Batch acts: one signature, as many certificates as fit into one log entry.

use model::PartyId;
use model::limits::{LIST_ENTRIES_MAX, STATEMENT_BYTES_MAX};
use sha2::{Digest as _, Sha256};
use statement::Payload;
use statement::act::Certificate;

use super::Row;
use super::certificates::payload;

/// Room for header, signature (ES384 is the longest) and the payload's own frame, in bytes of the statement.
const FRAME_BYTES: usize = 1_400;
/// Bytes of payload that fit: base64 writes three bytes as four.
const PAYLOAD_BYTES_MAX: usize = (STATEMENT_BYTES_MAX - FRAME_BYTES) / 4 * 3;

/// The statements of an import.
pub struct Batches<'r> {
    issuer: &'r PartyId,
    rows: std::slice::Iter<'r, Row>,
    next_index: u64,
    kept: Option<Certificate>,
    digest: String,
}

/// Packs rows into statements of an issuer, whose next certificate has the status index `next_index`.
///
/// Identifiers follow from content and index, so that the same import again gives the same statements.
pub fn batches<'r>(issuer: &'r PartyId, rows: &'r [Row], next_index: u64) -> Batches<'r> {
    let mut hasher = Sha256::new();
    rows.iter().for_each(|row| hasher.update(row.certificate.number.as_str()));
    let digest = hex::encode(&hasher.finalize()[..6]);
    Batches { issuer, rows: rows.iter(), next_index, kept: None, digest }
}

impl Iterator for Batches<'_> {
    type Item = Payload;

    fn next(&mut self) -> Option<Payload> {
        let first = self.next_index;
        let (mut certificates, mut bytes) = (Vec::new(), 0);
        while let Some(certificate) =
            self.kept.take().or_else(|| self.rows.next().map(|row| row.certificate.clone()))
        {
            let certificate = Certificate { status_index: self.next_index, ..certificate };
            // A certificate has text keys only, so it can be written.
            let length = serde_json::to_vec(&certificate).map_or(0, |json| json.len() + 1);
            let full = bytes + length > PAYLOAD_BYTES_MAX || certificates.len() == LIST_ENTRIES_MAX;
            if full && !certificates.is_empty() {
                self.kept = Some(certificate);
                break;
            }
            bytes += length;
            self.next_index += 1;
            certificates.push(certificate);
        }
        if certificates.is_empty() {
            return None;
        }
        // The identifier is made of hexadecimal digits and a number.
        payload(self.issuer, &format!("import-{}-{first}", self.digest), certificates).ok()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use statement::demonstration_key;

    use super::*;

    fn rows(count: usize, description: usize) -> Vec<Row> {
        let row = |i: usize| {
            let json = serde_json::json!({
                "number": format!("N-{i}"), "status_index": 0, "kind": "certificate", "holder": "did:web:a.example",
                "products": [{ "description": "x".repeat(description) }], "procedure": "certification",
                "issued_on": "2026-01-31",
            });
            Row { line: i as u64 + 2, certificate: serde_json::from_value(json).unwrap() }
        };
        (0..count).map(row).collect()
    }

    #[test]
    fn every_certificate_is_in_one_statement_that_fits_and_status_indices_have_no_gap() {
        let issuer: PartyId = "did:web:lab.example".parse().unwrap();
        for (count, description) in [(1, 10), (5_000, 20), (300, 1_900)] {
            let rows = rows(count, description);
            let mut next = 7;
            for payload in batches(&issuer, &rows, 7) {
                let signed = statement::sign(&payload, &demonstration_key(&issuer));
                assert!(statement::Unverified::parse(&signed).is_ok(), "{} bytes", signed.len());
                let statement::Act::CertificatesIssued(act) = payload.act else { panic!() };
                for certificate in act.certificates {
                    assert_eq!(certificate.status_index, next);
                    assert_eq!(certificate.number.as_str(), format!("N-{}", next - 7));
                    next += 1;
                }
            }
            assert_eq!(next - 7, count as u64);
        }
    }
}
