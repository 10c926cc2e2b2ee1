//! The store in SQLite.

mod anchor;
mod append;
mod certificates;
pub(crate) mod connection;
pub(crate) mod derived;
pub(crate) mod error;
mod events;
mod log;
pub(crate) mod migrate;
mod pool;
mod postings;
mod statuses;

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use store::StoreError;

use append::Writer;
use error::SqlError;
use pool::Pool;

/// The database in a data directory.
pub const DATABASE_FILE: &str = "registry.sqlite";
/// The last signed checkpoint in a data directory.
pub const CHECKPOINT_FILE: &str = "checkpoint";
/// The newest checkpoint that witnesses cosigned, in a data directory.
pub const COSIGNED_FILE: &str = "checkpoint-cosigned";
/// Held by the process that writes a data directory.
pub const LOCK_FILE: &str = "lock";

/// A store in a data directory.
///
/// One connection writes, under the lock of the directory; others read, as many as threads ask at once, and never
/// wait for the writer.
pub struct SqliteStore {
    directory: PathBuf,
    database: PathBuf,
    writer: Option<Mutex<Writer>>,
    readers: Pool,
    /// Held until the store is dropped.
    _lock: Option<File>,
}

impl SqliteStore {
    /// Opens a data directory for reading and writing; creates it if it does not exist, and brings data of an earlier
    /// version to the present format.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when another process writes there, [`StoreError::ReadOnly`], [`StoreError::Newer`] and
    /// others.
    pub fn open(directory: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(directory).map_err(|error| error::from_io(&error, "creating", directory))?;
        let lock = lock(directory)?;
        let database = directory.join(DATABASE_FILE);
        let mut connection = connection::open_for_writing(&database)?;
        migrate::to_present(&mut connection, migrate::REGISTRY)
            .map_err(|error| error::from_sql(error, &database))?;
        let writer = Writer::new(connection).map_err(|error| error::from_sql(error, &database))?;
        Ok(Self {
            directory: directory.to_owned(),
            readers: Pool::new(database.clone()),
            database,
            writer: Some(Mutex::new(writer)),
            _lock: Some(lock),
        })
    }

    /// Opens a data directory for reading, also while another process writes there.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no registry, [`StoreError::Older`] and [`StoreError::Newer`] when its
    /// format is another one.
    pub fn open_for_reading(directory: &Path) -> Result<Self, StoreError> {
        let database = directory.join(DATABASE_FILE);
        if !database.exists() {
            return Err(StoreError::Missing { path: directory.display().to_string() });
        }
        let readers = Pool::new(database.clone());
        let reader = readers.get()?;
        migrate::check_present(&reader, migrate::REGISTRY)
            .map_err(|error| error::from_sql(error, &database))?;
        drop(reader);
        Ok(Self { directory: directory.to_owned(), database, writer: None, readers, _lock: None })
    }

    /// The data directory.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    fn writer(&self) -> Result<MutexGuard<'_, Writer>, StoreError> {
        let read_only = || StoreError::ReadOnly { path: self.directory.display().to_string() };
        // A panic inside a transaction rolled it back; the writer drops its caches before each use (see `Writer`).
        Ok(self.writer.as_ref().ok_or_else(read_only)?.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads with the connection that writes, if it is free: its cache is large and stays warm, while what a reader
    /// has cached is worth nothing after a transaction. For what is asked before each transaction.
    fn read_warm<T>(&self, run: impl FnOnce(&Connection) -> Result<T, SqlError>) -> Result<T, StoreError> {
        match self.writer.as_ref().map(Mutex::try_lock) {
            Some(Ok(writer)) => {
                run(writer.connection()).map_err(|error| error::from_sql(error, &self.database))
            }
            _ => self.read(run),
        }
    }

    fn read<T>(&self, run: impl FnOnce(&Connection) -> Result<T, SqlError>) -> Result<T, StoreError> {
        let connection = self.readers.get()?;
        run(&connection).map_err(|error| error::from_sql(error, &self.database))
    }
}

/// Puts a rebuilt database into the place of a directory's database. Both stores must be closed.
///
/// # Errors
/// When a process still writes there, or a file cannot be moved; then the old database stands.
pub fn replace_database(directory: &Path, rebuilt: &Path) -> Result<(), StoreError> {
    let _lock = lock(directory)?;
    let (from, to) = (rebuilt.join(DATABASE_FILE), directory.join(DATABASE_FILE));
    for file in [&from, &to] {
        // Moves what is still in the write-ahead log into the file, so that the file alone is the database.
        let connection = connection::open_for_writing(file)?;
        connection
            .pragma_update(None, "journal_mode", "DELETE")
            .map_err(|error| error::from_sql(error.into(), file))?;
    }
    fs::rename(&from, &to).map_err(|error| error::from_io(&error, "replacing", &to))?;
    anchor::sync_directory(directory)
}

fn lock(directory: &Path) -> Result<File, StoreError> {
    let path = directory.join(LOCK_FILE);
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(|error| error::from_io(&error, "opening", &path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Busy { path: directory.display().to_string() }),
        Err(TryLockError::Error(error)) => Err(error::from_io(&error, "locking", &path)),
    }
}
