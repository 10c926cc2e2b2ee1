//! UN Transparency Protocol.
pub mod extension;
