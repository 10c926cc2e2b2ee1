//! UN Transparency Protocol: Digital Conformity Credentials (0.7.0, and 0.6 to read) and Digital Identity Anchors, out
//! of the registry's acts and back.
//!
//! What the protocol lacks stands in our own [extension]; what another's credential says and the registry has no place
//! for is listed as lost. A level of assurance is derived from what is on record and never believed.

pub mod anchor;
pub mod assurance;
pub mod extension;
pub mod make;
pub mod read;
pub mod shape;

pub use extension::RegisterEntry;
pub use make::{Names, make};
pub use read::{Lost, Read, Version, read};
pub use shape::{check_anchor, check_conformity};
