//! The log: its size, root, keys and statements.

use model::Date;

use super::{Cell, Named, Report};

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
