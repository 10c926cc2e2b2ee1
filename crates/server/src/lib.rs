//! `server`.

pub mod portal;
