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

use std::path::Path;

use rusqlite::{Connection, Transaction};
use store::{Backup, StoreError};

use crate::private::PrivateDatabase;
use crate::rows;
use crate::sqlite::error::SqlError;
use crate::sqlite::migrate;

/// The office's database in a data directory.
pub const OFFICE_FILE: &str = "office.sqlite";

/// Formats of the office's database.
const FORMATS: migrate::Formats = &[
    include_str!("../migrations/office/0001_first.sql"),
    include_str!("../migrations/office/0002_comments_and_documents.sql"),
];

/// The office in a data directory.
pub struct SqliteOffice(PrivateDatabase);

impl SqliteOffice {
    /// Opens the office of a data directory; makes it if there is none, and brings data of an earlier version to the
    /// present format.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], [`StoreError::Newer`] and others.
    pub fn open(directory: &Path) -> Result<Self, StoreError> {
        PrivateDatabase::open(&directory.join(OFFICE_FILE), FORMATS).map(Self)
    }

    /// Opens the office of a data directory for reading, also while others write; `None` where there is none.
    ///
    /// # Errors
    /// [`StoreError::Older`] and [`StoreError::Newer`] when its format is another one, and others.
    pub fn open_for_reading(directory: &Path) -> Result<Option<Self>, StoreError> {
        let opened = PrivateDatabase::open_for_reading(&directory.join(OFFICE_FILE), FORMATS)?;
        Ok(opened.map(Self))
    }

    /// What SQLite itself finds wrong with the file; empty when it finds nothing.
    ///
    /// # Errors
    /// When it cannot be examined.
    pub fn damage(&self) -> Result<Vec<String>, StoreError> {
        self.0.damage()
    }

    fn read<T>(&self, run: impl FnOnce(&Connection) -> Result<T, SqlError>) -> Result<T, StoreError> {
        self.0.read(run)
    }

    /// Runs in one transaction, which is durable when this returns.
    fn write<T>(&self, run: impl FnOnce(&Transaction<'_>) -> Result<T, SqlError>) -> Result<T, StoreError> {
        self.0.write(run)
    }
}

impl Backup for SqliteOffice {
    fn database_name(&self) -> &'static str {
        OFFICE_FILE
    }

    fn copy_to(&self, file: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<(), StoreError> {
        self.0.copy_to(file, progress)
    }
}
