//! Connections for reading: as many as threads read at once, kept for the next ones.

use std::ops::Deref;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;
use store::StoreError;

use super::connection;

/// Idle connections that are kept; more are closed after use.
const IDLE_MAX: usize = 16;

pub(super) struct Pool {
    database: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

/// A connection that goes back to the pool.
pub(super) struct Reader<'a> {
    pool: &'a Pool,
    connection: Option<Connection>,
}

impl Pool {
    pub(super) fn new(database: PathBuf) -> Self {
        Self { database, idle: Mutex::default() }
    }

    pub(super) fn get(&self) -> Result<Reader<'_>, StoreError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connection::open_for_reading(&self.database)?,
        };
        Ok(Reader { pool: self, connection: Some(connection) })
    }
}

impl Deref for Reader<'_> {
    type Target = Connection;

    #[expect(clippy::expect_used, reason = "taken only when dropped")]
    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("a reader has its connection until it is dropped")
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        let mut idle = self.pool.idle.lock().unwrap_or_else(PoisonError::into_inner);
        // A connection that was left inside a transaction (after a panic) would show old data for ever: not kept.
        if let Some(connection) = self.connection.take()
            && idle.len() < IDLE_MAX
            && connection.is_autocommit()
        {
            idle.push(connection);
        }
    }
}
