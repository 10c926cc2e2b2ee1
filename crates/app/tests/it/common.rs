//! A small registry with certificates, for the tests of this crate.
#![allow(clippy::unwrap_used, dead_code)]

use std::sync::Arc;

use app::{App, FixedClock, LogKey, Receipt, SubmitError};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::{EvidenceKind, PartyKind, Procedure, Product};
use statement::act::{Certificate, CertificateChange, CertificatesChanged, CertificatesIssued, Change};
use statement::{Act, Payload, Unverified};
use store::Store;
use testkit::{Author, ORIGIN, World, the};

pub const BODY: &str = "did:web:body.test.example";
pub const MAKER: &str = "did:web:maker.test.example";

pub fn clock() -> Arc<FixedClock> {
    Arc::new(FixedClock(the("2026-01-31")))
}

pub fn log_key() -> LogKey {
    LogKey::new(ORIGIN, &testkit::log_signing_key().to_bytes()).unwrap()
}

pub fn open(store: Arc<dyn Store>) -> App {
    App::open(store, vec![log_key()], clock(), &mut |_| {}).unwrap()
}

/// The statements of a small world: countries, authorities, a body, a maker, certificates and changes to them.
pub fn statements() -> Vec<Vec<u8>> {
    let world = World::with_countries(&["FR", "JP"]);
    let mut all: Vec<Vec<u8>> = world.statements.iter().map(|s| s.jws_bytes().to_vec()).collect();
    let registrar = &world.registrar;
    let parties = [testkit::body(BODY, "FR"), testkit::party(MAKER, PartyKind::Supplier, "FR")];
    for (i, party) in parties.into_iter().enumerate() {
        all.push(signed(registrar, &format!("party-{i}"), party));
    }
    let body = Author::new(BODY);
    all.push(signed(&body, "issue-1", issue(0, 3)));
    let suspend = vec![change(1, Change::Suspended {}), change(2, Change::Withdrawn { from_start: false })];
    all.push(signed(&body, "change-1", CertificatesChanged { issuer: the(BODY), changes: suspend }));
    all
}

pub fn signed(author: &Author, id: &str, act: impl Into<Act>) -> Vec<u8> {
    author.sign(&author.statement(id, act))
}

/// The same statement as version 0 wrote it.
pub fn as_v0(statement: &[u8]) -> Vec<u8> {
    let payload = Unverified::parse(statement).unwrap().shared_payload();
    let key = statement::demonstration_key(&payload.signer);
    let header = format!(r#"{{"alg":"{}","kid":"{}","typ":"comity-v0+jwt"}}"#, key.algorithm(), key.kid());
    let parts = [header.as_bytes(), &payload.to_json()].map(|part| URL_SAFE_NO_PAD.encode(part)).join(".");
    let signature = URL_SAFE_NO_PAD.encode(key.sign_bytes(parts.as_bytes()));
    format!("{parts}.{signature}").into_bytes()
}

pub fn payload(author: &Author, id: &str, act: impl Into<Act>) -> Payload {
    author.statement(id, act)
}

/// Some certificates, numbered from `first` on.
pub fn issue(first: u64, count: u64) -> CertificatesIssued {
    CertificatesIssued { issuer: the(BODY), certificates: (first..first + count).map(certificate).collect() }
}

pub fn change(certificate: u64, change: Change) -> CertificateChange {
    CertificateChange {
        number: the(&format!("C-{certificate}")),
        on: the("2026-01-31"),
        change,
        reason: String::new(),
    }
}

pub fn certificate(index: u64) -> Certificate {
    Certificate {
        number: the(&format!("C-{index}")),
        status_index: index,
        kind: EvidenceKind::Certificate,
        holder: the(MAKER),
        products: vec![Product {
            hs: Some(the("851610")),
            hs_edition: Some(model::HsEdition::CURRENT),
            ..Product::default()
        }],
        conforms_to: vec![],
        standards: vec![],
        procedure: Procedure::Certification,
        modules: vec![],
        designating_party: None,
        basis: vec![],
        assessed_on: None,
        issued_on: the("2026-01-31"),
        expires_on: None,
        aliases: vec![],
        credential_sha256: Some("ab".repeat(32)),
        differences_covered: vec![],
        report: None,
        responsible_persons_in: vec![],
        lawfully_marketed_in: vec![],
        conditions_met: vec![],
        production_conforms: None,
        same_product_as: None,
    }
}

/// Submits everything; nothing may be refused.
pub fn load(app: &App) -> Vec<Receipt> {
    let all = app.submit_many(&statements());
    all.into_iter().map(|receipt| receipt.unwrap()).collect()
}

pub fn refused(result: Result<Receipt, SubmitError>) -> SubmitError {
    result.map(|receipt| receipt.position).unwrap_err()
}
