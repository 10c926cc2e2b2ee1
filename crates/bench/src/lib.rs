//! A synthetic world with questions, the SQL oracle that answers them too, and what the measurements need.
//!
//! **Invariant:** everything is a function of a seed and a scale: two runs measure the same facts. Nothing here is a
//! fact of the real world.

pub mod oracle;
pub mod random;
pub mod signed;
pub mod world;

pub use signed::Signer;
pub use world::{Scale, World};
