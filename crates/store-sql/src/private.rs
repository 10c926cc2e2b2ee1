//! A private database beside the log: a file of its own with its own formats, readable by its owner alone.
//!
//! It is small and written seldom, so one connection serves everybody in turn. Several processes may open it at once:
//! the database decides who comes first.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use store::StoreError;

use crate::sqlite::error::{SqlError, from_io, from_sql};
use crate::sqlite::{connection, derived, migrate};

pub(crate) struct PrivateDatabase {
    file: PathBuf,
    connection: Mutex<Connection>,
}

impl PrivateDatabase {
    /// Opens it; makes it if there is none, and brings data of an earlier version to the present format.
    pub(crate) fn open(file: &Path, formats: migrate::Formats) -> Result<Self, StoreError> {
        let mut connection = connection::open_for_writing(file)?;
        keep_private(file)?;
        let set_up = |connection: &mut Connection| -> Result<(), SqlError> {
            // What was taken away, such as a sealed key, is overwritten, not only forgotten.
            connection.pragma_update(None, "secure_delete", true)?;
            migrate::to_present(connection, formats)
        };
        set_up(&mut connection).map_err(|error| from_sql(error, file))?;
        Ok(Self { file: file.to_owned(), connection: Mutex::new(connection) })
    }

    /// Opens it for reading, also while others write; `None` where there is none.
    pub(crate) fn open_for_reading(
        file: &Path,
        formats: migrate::Formats,
    ) -> Result<Option<Self>, StoreError> {
        if !file.exists() {
            return Ok(None);
        }
        let connection = connection::open_for_reading(file)?;
        migrate::check_present(&connection, formats).map_err(|error| from_sql(error, file))?;
        Ok(Some(Self { file: file.to_owned(), connection: Mutex::new(connection) }))
    }

    /// What SQLite itself finds wrong with the file; empty when it finds nothing.
    pub(crate) fn damage(&self) -> Result<Vec<String>, StoreError> {
        self.read(derived::damage)
    }

    pub(crate) fn read<T>(
        &self,
        run: impl FnOnce(&Connection) -> Result<T, SqlError>,
    ) -> Result<T, StoreError> {
        // A panic inside a transaction rolled it back, and nothing is remembered beside the connection.
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        run(&connection).map_err(|error| from_sql(error, &self.file))
    }

    /// Runs in one transaction, which is durable when this returns. It holds the write lock from its beginning, so what
    /// it reads is what it changes. If we crash inside, nothing of it happened.
    pub(crate) fn write<T>(
        &self,
        run: impl FnOnce(&Transaction<'_>) -> Result<T, SqlError>,
    ) -> Result<T, StoreError> {
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let in_transaction = || -> Result<T, SqlError> {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = run(&transaction)?;
            transaction.commit()?;
            Ok(done)
        };
        in_transaction().map_err(|error| from_sql(error, &self.file))
    }

    /// Copies it, as of one moment, to a file that does not exist yet.
    pub(crate) fn copy_to(&self, file: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<(), StoreError> {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        derived::copy_durably(&connection, file, progress)?;
        keep_private(file)
    }
}

/// Nobody but its owner reads it.
fn keep_private(file: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(file, fs::Permissions::from_mode(0o600))
            .map_err(|error| from_io(&error, "closing to others", file))?;
    }
    Ok(())
}
