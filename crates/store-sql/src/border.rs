//! What is done at a border in SQLite: a file of its own beside the registry's, with its own formats.
//!
//! A further kind of data is one more file here and one more migration in `migrations/border/`.

mod checks;
mod quantities;
mod subscriptions;
mod suspensions;

use std::path::Path;

use rusqlite::{Connection, Transaction};
use store::{Backup, StoreError};

use crate::private::PrivateDatabase;
use crate::sqlite::error::SqlError;
use crate::sqlite::migrate;

/// The border's database in a data directory.
pub const BORDER_FILE: &str = "border.sqlite";

/// Formats of the border's database.
const FORMATS: migrate::Formats = &[
    include_str!("../migrations/border/0001_checks.sql"),
    include_str!("../migrations/border/0002_quantities.sql"),
    include_str!("../migrations/border/0003_suspensions.sql"),
    include_str!("../migrations/border/0004_subscriptions.sql"),
];

/// What is done at a border, in a data directory.
pub struct SqliteBorder(PrivateDatabase);

impl SqliteBorder {
    /// Opens the database of a data directory; makes it if there is none, and brings data of an earlier version to the
    /// present format.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], [`StoreError::Newer`] and others.
    pub fn open(directory: &Path) -> Result<Self, StoreError> {
        PrivateDatabase::open(&directory.join(BORDER_FILE), FORMATS).map(Self)
    }

    /// Opens the database of a data directory for reading, also while others write; `None` where there is none.
    ///
    /// # Errors
    /// [`StoreError::Older`] and [`StoreError::Newer`] when its format is another one, and others.
    pub fn open_for_reading(directory: &Path) -> Result<Option<Self>, StoreError> {
        let opened = PrivateDatabase::open_for_reading(&directory.join(BORDER_FILE), FORMATS)?;
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

impl Backup for SqliteBorder {
    fn database_name(&self) -> &'static str {
        BORDER_FILE
    }

    fn copy_to(&self, file: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<(), StoreError> {
        self.0.copy_to(file, progress)
    }
}
