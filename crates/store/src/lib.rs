//! Where the log and the certificates are kept: small traits, a backend in memory, and the tests that every backend
//! must pass.
//!
//! The log is the truth; every other table is an index that can be rebuilt from it. **Invariants:** nothing is
//! deleted or edited; readers see the whole of a batch or nothing of it; nothing here judges a statement.

mod anchor;
pub mod border;
mod certificates;
pub mod contract;
mod derived;
mod error;
mod log;
mod memory;
pub mod office;
mod pending;
mod search;
mod statuses;
mod tiles;
mod witness;

pub use anchor::Anchor;
pub use certificates::{Certificates, Link, LinkKind, Listed, document_of, links_of};
pub use derived::{Backup, Derived, DerivedRow};
pub use error::StoreError;
pub use log::{Batch, CERTIFICATE_ACTS, Entry, Found, Log, SignedCheckpoint, Which, leaf_bytes, split_leaf};
pub use memory::{Fault, MemoryStore, Operation};
pub use pending::Pending;
pub use search::{NoSearch, Search, SearchDocument, SearchRequest, SearchResults, SearchUpdate};
pub use statuses::{ChangeOfCertificate, NamedAt, OtherName, Statuses};
pub use tiles::StoredTiles;
pub use witness::{MemoryWitness, WitnessState, check_witness_state};

/// Everything that the application needs of a store.
pub trait Store: Log + Certificates + Statuses + Anchor + Derived {}

impl<S: Log + Certificates + Statuses + Anchor + Derived> Store for S {}
