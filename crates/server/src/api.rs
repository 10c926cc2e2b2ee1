//! The API, by version.

mod page;
pub mod v1;

pub(crate) use page::{asset, folder, index};
