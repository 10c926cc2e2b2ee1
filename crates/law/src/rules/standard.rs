//! Standards and their editions.

pub mod edition_in_force;
