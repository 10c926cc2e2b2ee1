//! The HTTP client of the API: for the command line, for followers of a log and for witnesses.
//!
//! **Invariant:** nothing that a server says is believed here. Receipts, checkpoints and tiles come back as they were
//! sent; whoever asked verifies them with `tlog` and the log's key.

mod asynchronous;
pub mod blocking;
mod error;
mod types;
mod witness;

pub use asynchronous::Client;
pub use error::{ClientError, Problem};
pub use types::{Logged, Page, Receipt};
pub use witness::{WitnessAnswer, WitnessClient};
