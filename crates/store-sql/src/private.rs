//! A private database beside the log: a file of its own with its own formats, readable by its owner alone.
//!
//! It is small and written seldom, so one connection serves everybody in turn. Several processes may open it at once:
//! the database decides who comes first.

use std::fs;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use store::{Backup, StoreError};

use crate::sqlite::error::{SqlError, from_io, from_sql};
use crate::sqlite::{connection, derived, migrate};

/// Which private database: its file in a data directory, and its formats.
pub trait Kind {
    /// Name of the file.
    const FILE: &'static str;
    /// Its formats, in order.
    const FORMATS: &'static [&'static str];
}

/// A private database in a data directory.
pub struct PrivateDatabase<K> {
    file: PathBuf,
    connection: Mutex<Connection>,
    kind: PhantomData<fn() -> K>,
}

impl<K: Kind> PrivateDatabase<K> {
    /// Opens that of a data directory; makes it if there is none, and brings data of an earlier version to the present
    /// format.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], [`StoreError::Newer`] and others.
    pub fn open(directory: &Path) -> Result<Self, StoreError> {
        let file = directory.join(K::FILE);
        let mut connection = connection::open_for_writing(&file)?;
        keep_private(&file)?;
        let set_up = |connection: &mut Connection| -> Result<(), SqlError> {
            // What was taken away, such as a sealed key, is overwritten, not only forgotten.
            connection.pragma_update(None, "secure_delete", true)?;
            migrate::to_present(connection, K::FORMATS)
        };
        set_up(&mut connection).map_err(|error| from_sql(error, &file))?;
        Ok(Self { file, connection: Mutex::new(connection), kind: PhantomData })
    }

    /// Opens that of a data directory for reading, also while others write; `None` where there is none.
    ///
    /// # Errors
    /// [`StoreError::Older`] and [`StoreError::Newer`] when its format is another one, and others.
    pub fn open_for_reading(directory: &Path) -> Result<Option<Self>, StoreError> {
        let file = directory.join(K::FILE);
        if !file.exists() {
            return Ok(None);
        }
        let connection = connection::open_for_reading(&file)?;
        migrate::check_present(&connection, K::FORMATS).map_err(|error| from_sql(error, &file))?;
        Ok(Some(Self { file, connection: Mutex::new(connection), kind: PhantomData }))
    }

    /// What SQLite itself finds wrong with the file; empty when it finds nothing.
    ///
    /// # Errors
    /// When it cannot be examined.
    pub fn damage(&self) -> Result<Vec<String>, StoreError> {
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
}

impl<K: Kind> Backup for PrivateDatabase<K> {
    fn database_name(&self) -> &'static str {
        K::FILE
    }

    fn copy_to(&self, file: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<(), StoreError> {
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
