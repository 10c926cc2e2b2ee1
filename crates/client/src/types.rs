//! What comes back.

use serde::{Deserialize, Serialize};

use crate::error::Problem;

/// That a statement is in the log. Not verified: see `tlog::InclusionProof`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Position of the statement.
    pub position: u64,
    /// Day of admission in UTC.
    pub day: String,
    /// Hash of the log entry, in base64.
    pub leaf_hash: String,
    /// Size of the log in the checkpoint.
    pub log_size: u64,
    /// The signed checkpoint: a C2SP signed note.
    pub checkpoint: String,
    /// Hashes in base64 from the sibling of the leaf up.
    pub proof: Vec<String>,
}

/// A page of the log.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Page {
    /// The statements, in the order of the log.
    pub statements: Vec<Logged>,
    /// Where to go on; `None` when there is no more now.
    pub next: Option<u64>,
    /// Statements in the log.
    pub log_size: u64,
}

/// A logged statement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Logged {
    /// Its position.
    pub position: u64,
    /// Day of admission in UTC.
    pub day: String,
    /// Who signed.
    pub signer: String,
    /// The signer's identifier for it.
    pub id: String,
    /// Name of the act.
    pub act: String,
    /// The statement as it was submitted: a compact JWS.
    pub jws: String,
}

#[derive(Deserialize)]
pub(crate) struct Receipts {
    pub(crate) receipts: Vec<Submitted>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Submitted {
    Receipt(Receipt),
    Problem(Problem),
}

impl Submitted {
    pub(crate) fn into_result(self) -> Result<Receipt, Problem> {
        match self {
            Self::Receipt(receipt) => Ok(receipt),
            Self::Problem(problem) => Err(problem),
        }
    }
}
