//! The use cases, one file each, over the pure crates and a store.
//!
//! **Invariants:** no HTTP, no SQL and no command line here; what is written goes through the one sequencer, what is
//! read never waits for it.

pub mod app;
pub mod at_glance;
pub mod backup;
pub mod border;
pub mod bundle;
pub mod clock;
pub mod cosign;
pub mod credentials;
pub mod decide;
pub mod deposits;
pub mod documents;
pub mod dossier;
pub mod dry_run;
pub mod due;
pub mod export;
pub mod headings;
pub mod import;
pub mod links;
pub mod load;
pub mod log;
pub mod log_key;
mod lookalikes;
pub mod lookup;
pub mod office;
pub mod pages;
pub mod rebuild;
pub mod receipt;
pub mod search;
pub mod sequencer;
pub mod statements;
pub mod stories;
pub mod submit;
mod threads;
mod titles;
pub mod verify_log;
pub mod view;
pub mod witness;

pub use app::{App, State};
pub use clock::{Clock, FixedClock, SystemClock};
pub use decide::{Asked, DecideError, Snapshot};
pub use load::{OpenError, Progress};
pub use log_key::LogKey;
pub use receipt::Receipt;
pub use submit::SubmitError;
