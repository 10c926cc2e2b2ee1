//! The office in SQLite: a file of its own beside the registry's, with its own formats.
//!
//! It is small and written seldom, so one connection serves everybody in turn. Several processes may open it at once:
//! an administrator may be invited from the command line while the registry is served.
//!
//! A further kind of private data is one more file here and one more migration in `migrations/office/`.

mod audit;
mod comments;
mod documents;
mod drafts;
mod held_keys;
mod officers;
mod sessions;

use crate::private::{Kind, PrivateDatabase};
use crate::rows;

/// The office's database in a data directory.
pub const OFFICE_FILE: &str = "office.sqlite";

/// The office in a data directory.
pub type SqliteOffice = PrivateDatabase<Office>;

/// The kind of database that it is.
pub enum Office {}

impl Kind for Office {
    const FILE: &'static str = OFFICE_FILE;
    const FORMATS: &'static [&'static str] = &[
        include_str!("../migrations/office/0001_first.sql"),
        include_str!("../migrations/office/0002_comments_and_documents.sql"),
        include_str!("../migrations/office/0003_replies_are_bound.sql"),
    ];
}
