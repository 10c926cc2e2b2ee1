//! `statement`.
