//! The index of search, in tantivy: references to standards, numbers, names and titles, as one types.
//!
//! **Invariants:** everything here is derived from the log and may be thrown away; whatever is typed is a question,
//! never an error. The index holds no findings and judges nothing.

mod index;
mod query;
mod schema;
mod terms;

pub use index::{Index, OpenIndexError};
