//! `decision`.
