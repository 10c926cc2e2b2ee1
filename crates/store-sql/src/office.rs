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
mod rows;
mod sessions;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use store::{Backup, StoreError};

use crate::sqlite::error::{SqlError, from_io, from_sql};
use crate::sqlite::{connection, derived, migrate};

/// The office's database in a data directory.
pub const OFFICE_FILE: &str = "office.sqlite";

/// Formats of the office's database.
const FORMATS: migrate::Formats = &[
    include_str!("../migrations/office/0001_first.sql"),
    include_str!("../migrations/office/0002_comments_and_documents.sql"),
];

/// The office in a data directory.
pub struct SqliteOffice {
    database: PathBuf,
    connection: Mutex<Connection>,
}

impl SqliteOffice {
    /// Opens the office of a data directory; makes it if there is none, and brings data of an earlier version to the
    /// present format.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], [`StoreError::Newer`] and others.
    pub fn open(directory: &Path) -> Result<Self, StoreError> {
        let database = directory.join(OFFICE_FILE);
        let mut connection = connection::open_for_writing(&database)?;
        keep_private(&database)?;
        let set_up = |connection: &mut Connection| -> Result<(), SqlError> {
            // A sealed key that was released is overwritten, not only forgotten.
            connection.pragma_update(None, "secure_delete", true)?;
            migrate::to_present(connection, FORMATS)
        };
        set_up(&mut connection).map_err(|error| from_sql(error, &database))?;
        Ok(Self { database, connection: Mutex::new(connection) })
    }

    /// Opens the office of a data directory for reading, also while others write; `None` where there is none.
    ///
    /// # Errors
    /// [`StoreError::Older`] and [`StoreError::Newer`] when its format is another one, and others.
    pub fn open_for_reading(directory: &Path) -> Result<Option<Self>, StoreError> {
        let database = directory.join(OFFICE_FILE);
        if !database.exists() {
            return Ok(None);
        }
        let connection = connection::open_for_reading(&database)?;
        migrate::check_present(&connection, FORMATS).map_err(|error| from_sql(error, &database))?;
        Ok(Some(Self { database, connection: Mutex::new(connection) }))
    }

    /// What SQLite itself finds wrong with the file; empty when it finds nothing.
    ///
    /// # Errors
    /// When it cannot be examined.
    pub fn damage(&self) -> Result<Vec<String>, StoreError> {
        self.read(derived::damage)
    }

    fn read<T>(&self, run: impl FnOnce(&Connection) -> Result<T, SqlError>) -> Result<T, StoreError> {
        // A panic inside a transaction rolled it back, and nothing is remembered beside the connection.
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        run(&connection).map_err(|error| from_sql(error, &self.database))
    }

    /// Runs in one transaction, which is durable when this returns.
    fn write<T>(&self, run: impl FnOnce(&Transaction<'_>) -> Result<T, SqlError>) -> Result<T, StoreError> {
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let in_transaction = || -> Result<T, SqlError> {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = run(&transaction)?;
            transaction.commit()?;
            Ok(done)
        };
        in_transaction().map_err(|error| from_sql(error, &self.database))
    }
}

impl Backup for SqliteOffice {
    fn database_name(&self) -> &'static str {
        OFFICE_FILE
    }

    fn copy_to(&self, file: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<(), StoreError> {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        derived::copy_durably(&connection, file, progress)?;
        keep_private(file)
    }
}

/// Nobody but its owner reads the office.
fn keep_private(file: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(file, fs::Permissions::from_mode(0o600))
            .map_err(|error| from_io(&error, "closing to others", file))?;
    }
    Ok(())
}
