//! The offline bundle: one signed file with what decisions for one importing country rest on, as of one size of the log.
//!
//! It holds the reference statements that decisions for that country can rest on, the signed checkpoint, and, of
//! each issuer, which certificates were withdrawn, suspended or otherwise changed and the first status index that was not
//! given out yet. Certificates themselves are not in it: whoever asks brings them.
//!
//! `docs/bundle.md` has the format byte by byte. **Invariants:** the same content gives the same bytes; no byte is used
//! before the signature over all of them was checked ([`Bundle::open`]); nothing is guessed about what lies past the
//! log size of the bundle.

mod bytes;
mod content;
mod day;
mod delta;
mod error;
mod names;
mod needed;
mod read;
mod rice;
mod signed;
mod status;
mod write;

pub use content::{Content, Reference};
pub use delta::Delta;
pub use error::{BundleError, DeltaError, Malformed};
pub use names::{Name, Naming, SharedName};
pub use needed::{Needed, covering_ever};
pub use rice::RiceSet;
pub use signed::{Bundle, sign, signed_text};
pub use status::{Issuer, SigningKeyName, State, StatusChange};

/// Longest bundle that is read, in bytes: a hundred million certificates with one in a hundred withdrawn, and a million
/// reference statements, stay below it.
pub const BUNDLE_BYTES_MAX: usize = 1 << 30;
