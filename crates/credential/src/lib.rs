//! Credentials that travel: W3C Verifiable Credentials 2.0 and UNTP Digital Conformity Credentials, made and checked.
//!
//! `bytes ─Document::credential→ Document ─verify→ Verified`: what a document claims, and what its issuer is shown to
//! have signed. **Invariant:** no clock, no input or output, no randomness, no network: keys, status lists and the moment
//! are arguments, contexts are known beforehand, and nothing in a document ever adds a key.

pub mod compare;
pub mod context;
pub mod did;
pub mod document;
pub mod integrity;
pub mod json;
pub mod jwt;
pub mod keys;
pub mod limits;
mod members;
pub mod presentation;
pub mod problem;
pub mod proof;
pub mod status;
pub mod time;
pub mod untp;
pub mod vcdm;

pub use compare::{DocumentFinding, compare};
pub use context::Contexts;
pub use document::{Document, Form, InTime, ReadError, Verified, Verifier, check_together};
pub use jwt::Kind;
pub use keys::{Keyring, Keys, UnknownKey, VerificationMethod};
pub use problem::Problem;
pub use proof::ProofError;
pub use status::{PublishedList, Status, StatusEntry, StatusList, StatusPolicy};
pub use time::Now;
