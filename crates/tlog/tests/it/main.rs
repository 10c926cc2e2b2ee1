//! The log: properties, vectors, and independent implementations beside it.

mod differential;
mod notes;
mod parsers;
mod properties;
mod vectors;
