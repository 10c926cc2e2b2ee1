//! The nouns of conformity assessment across borders: who, what, when, and by which document.
//!
//! **Invariant:** no clock, no input or output, no global state. Everything here is a small value that is valid
//! once it exists: the only way to build one is through its check.
//!
//! Text forms are the wire forms: a code, a date or a reference is written the same way in a statement, in a
//! question, on a page and in the log. Structures that only exist inside the engine have no wire form here.

mod code;
mod day;
mod gtin;
mod identifier;
pub mod limits;
mod log_index;
mod names;
mod nomenclature;
mod product;
mod standard;
mod vocabulary;

pub use code::{CodeError, Jurisdiction};
pub use day::{Date, Period, PeriodError, parse_date};
pub use gtin::{Gtin, GtinError};
pub use identifier::{CertificateNumber, IdentifierError, InstrumentId, PartyId, StatementId};
pub use log_index::LogIndex;
pub use names::Text;
pub use product::{HsCode, HsEdition, Product, ProductError, ProductScope, ScopeMatch};
pub use standard::{StandardError, StandardReference};
pub use vocabulary::*;
