//! What a witness remembers, in a file of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};
use store::{SignedCheckpoint, StoreError, WitnessState};

use crate::sqlite::error::{SqlError, from_io, from_sql};
use crate::sqlite::{connection, migrate};

/// The witness's database in a directory.
pub const WITNESS_FILE: &str = "witness.sqlite";

const FORMATS: migrate::Formats = &[include_str!("../migrations/witness/0001_first.sql")];

/// A witness's memory in a directory. Several processes may share it: the database decides who was first.
pub struct SqliteWitness {
    database: PathBuf,
    connection: Mutex<Connection>,
}

impl SqliteWitness {
    /// Opens it; makes it if there is none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn open(directory: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(directory).map_err(|error| from_io(&error, "creating", directory))?;
        let database = directory.join(WITNESS_FILE);
        // Durable at once (`synchronous=FULL`): what was cosigned is remembered after a loss of power.
        let mut connection = connection::open_for_writing(&database)?;
        migrate::to_present(&mut connection, FORMATS).map_err(|error| from_sql(error, &database))?;
        Ok(Self { database, connection: Mutex::new(connection) })
    }

    fn with<T>(&self, run: impl FnOnce(&mut Connection) -> Result<T, SqlError>) -> Result<T, StoreError> {
        // A panic inside a transaction rolled it back, and nothing is remembered beside the connection.
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        run(&mut connection).map_err(|error| from_sql(error, &self.database))
    }
}

impl WitnessState for SqliteWitness {
    fn last_cosigned(&self, origin: &str) -> Result<Option<SignedCheckpoint>, StoreError> {
        self.with(|connection| last(connection, origin))
    }

    fn advance(
        &self,
        origin: &str,
        from: Option<&SignedCheckpoint>,
        to: &SignedCheckpoint,
    ) -> Result<bool, StoreError> {
        self.with(|connection| {
            // The write lock from the beginning: nobody else compares meanwhile. If we crash before the commit, the old
            // checkpoint stands and no cosignature has left.
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if last(&transaction, origin)?.as_ref() != from {
                return Ok(false);
            }
            transaction.execute(
                "INSERT OR REPLACE INTO cosigned (origin, size, note) VALUES (?1, ?2, ?3)",
                params![origin, to.size.cast_signed(), to.note],
            )?;
            transaction.commit()?;
            Ok(true)
        })
    }
}

fn last(connection: &Connection, origin: &str) -> Result<Option<SignedCheckpoint>, SqlError> {
    let mut select = connection.prepare_cached("SELECT size, note FROM cosigned WHERE origin = ?1")?;
    let found = select.query_row([origin], |row| {
        Ok(SignedCheckpoint { size: row.get::<_, i64>(0)?.cast_unsigned(), note: row.get(1)? })
    });
    Ok(found.optional()?)
}
