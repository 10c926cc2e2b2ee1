//! What tests of several crates share: authors who sign with demonstration keys, and a whole registry in memory.
//!
//! Everything here panics on malformed input, since only tests call it.

mod authenticator;
mod author;
mod certificates;
mod consultation;
pub mod story;
mod world;

pub use authenticator::Authenticator;
pub use author::Author;
pub use certificates::Certificates;
pub use consultation::{CONSULTED, consultation, established};
pub use world::{
    ORIGIN, RECORDER, REGISTRAR, World, authority, body, country, genesis, group, log_signing_key, mandate,
    membership, party,
};

use std::fmt::Debug;
use std::str::FromStr;

/// A value from its text form: a code, a day, an identifier, a reference.
///
/// # Panics
/// When the text is malformed.
pub fn the<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("`{text}`: {error:?}"))
}
