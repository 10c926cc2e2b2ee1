//! Recognition of a standard that is at least as stringent as the one required.

pub mod stated;
