//! `app`.

pub mod view;
