//! Importing: certificates from tables, standards from catalogues.
//!
//! **Invariant:** nothing here writes. What comes out are acts, still to be signed and submitted through the same door
//! as everything else, and a list of what could not be taken, row by row.

mod batches;
mod catalogue;
mod certificates;
mod mapping;
mod standards;

pub use batches::{Batches, batches};
pub use catalogue::{CatalogueError, CatalogueFormat, Document, read_catalogue};
pub use certificates::{Certificates, Row, read_certificates};
pub use mapping::{MAPPING_TEMPLATE, Mapping, MappingError};
pub use standards::{Plan, plan_standards};

/// Something that was not taken, and why.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Refused {
    /// Line of the file, counted from 1.
    pub line: u64,
    /// What it is about: certificate number or reference, as far as it could be read.
    pub id: String,
    /// Field or column that is wrong; empty for the row as a whole.
    pub field: String,
    /// What is wrong, and the next step.
    pub message: String,
}
