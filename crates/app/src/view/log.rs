//! The log: its size, root, keys and statements.

use model::{Date, LogIndex};
use statement::{Payload, Subject};

use super::{Cell, Named, Reading, Report};

/// The log page.
#[derive(Clone, Debug, PartialEq)]
pub struct LogView {
    /// The log's name, as in checkpoints.
    pub origin: String,
    /// Number of statements.
    pub size: u64,
    /// Root hash, in hexadecimal.
    pub root: String,
    /// The signed checkpoint, as published.
    pub checkpoint: String,
    /// Keys that sign checkpoints, with the position from which on.
    pub keys: Vec<(u64, String)>,
    /// Statements of this page, the latest first.
    pub statements: Vec<StatementRow>,
    /// Page, counted from 1.
    pub page: u32,
    /// Number of pages.
    pub pages: u32,
}

/// A statement in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementRow {
    /// Position.
    pub at: u64,
    /// Day of admission.
    pub day: Date,
    /// Name of the act.
    pub act: String,
    /// Who signed.
    pub signer: Named,
    /// Whose act it is, if a recorder signed.
    pub on_behalf_of: Option<String>,
}

/// The page of one statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementView {
    /// Position.
    pub at: u64,
    /// Day of admission.
    pub day: Date,
    /// The signer's identifier of the statement.
    pub id: String,
    /// Who signed.
    pub signer: Named,
    /// Identifier of the key.
    pub key_id: String,
    /// Day that the signer gives; decides nothing.
    pub made_on: Option<Date>,
    /// Name of the act.
    pub act: String,
    /// Present if a recorder signed.
    pub report: Option<Report>,
    /// The act, field by field.
    pub fields: Vec<Field>,
    /// The payload as JSON, indented.
    pub json: String,
    /// The signed bytes.
    pub jws: String,
    /// SHA-256 of the signed bytes, in hexadecimal.
    pub digest: String,
    /// How it is shown to be in the log.
    pub proof: Option<ProofView>,
    /// Number of statements in the log.
    pub log_size: u64,
}

/// A field of an act.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Depth: 0 for fields of the act itself.
    pub depth: usize,
    /// Name on the wire.
    pub name: String,
    /// Content; nothing for a field that only holds others.
    pub cell: Cell,
}

/// An inclusion proof (RFC 6962).
#[derive(Clone, Debug, PartialEq)]
pub struct ProofView {
    /// Size of the tree.
    pub size: u64,
    /// Root of the tree, in hexadecimal.
    pub root: String,
    /// Hash of the leaf, in hexadecimal.
    pub leaf: String,
    /// Hashes from the leaf up, in hexadecimal.
    pub path: Vec<String>,
}

/// A statement in a list.
pub fn row(reading: &Reading<'_>, at: LogIndex, day: Date, payload: &Payload) -> StatementRow {
    let whom = payload.reported.as_ref().map(|reported| subject(reading, &reported.on_behalf_of));
    StatementRow {
        at: at.0,
        day,
        act: payload.act.name().to_owned(),
        signer: reading.party(&payload.signer),
        on_behalf_of: whom,
    }
}

/// What a recorder reported, as pages show it; `None` for a statement that its party signed.
pub fn report(reading: &Reading<'_>, payload: &Payload) -> Option<Report> {
    let reported = payload.reported.as_ref()?;
    Some(Report {
        by: reading.party(&payload.signer).name,
        on_behalf_of: subject(reading, &reported.on_behalf_of),
        source: reported.source.clone(),
        certainty: reported.certainty.as_str().to_owned(),
    })
}

fn subject(reading: &Reading<'_>, subject: &Subject) -> String {
    match subject {
        Subject::Jurisdiction(code) => reading.country(*code).name,
        Subject::Party(party) => reading.party(party).name,
    }
}

/// The page of a statement.
pub fn statement(reading: &Reading<'_>, found: &Found<'_>) -> StatementView {
    let payload = found.payload;
    StatementView {
        at: found.at.0,
        day: found.day,
        id: payload.id.to_string(),
        signer: reading.party(&payload.signer),
        key_id: found.key_id.to_owned(),
        made_on: payload.made_on,
        act: payload.act.name().to_owned(),
        report: report(reading, payload),
        fields: super::act::fields(reading, payload),
        json: serde_json::to_string_pretty(&payload.to_value()).unwrap_or_default(),
        jws: found.jws.to_owned(),
        digest: found.digest.to_owned(),
        proof: found.proof.clone(),
        log_size: reading.registry.size(),
    }
}

/// A statement as it was found in the log.
pub struct Found<'a> {
    /// Position.
    pub at: LogIndex,
    /// Day of admission.
    pub day: Date,
    /// Identifier of the key.
    pub key_id: &'a str,
    /// What it says.
    pub payload: &'a Payload,
    /// The signed bytes.
    pub jws: &'a str,
    /// SHA-256 of the signed bytes, in hexadecimal.
    pub digest: &'a str,
    /// How it is shown to be in the log.
    pub proof: Option<ProofView>,
}
