//! Connections and their settings.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use store::StoreError;

use super::error::{SqlError, from_sql};

/// "CMTY": tells `file` and us that a SQLite file is ours.
const APPLICATION_ID: i32 = 0x434D_5459;
/// Prepared statements that a connection keeps.
const STATEMENTS_KEPT: usize = 64;
/// Bytes of the file that are mapped; SQLite itself limits it to just under 2 GiB.
const MAPPED_BYTES: i64 = 1 << 31;
/// The writer's cache in KiB: the indexes of some million certificates.
const WRITER_CACHE_KIB: i32 = 256 * 1024;
/// A reader's cache in KiB; most reads come from the mapped file.
const READER_CACHE_KIB: i32 = 8 * 1024;
/// Pages in the write-ahead log before they are moved into the file, 128 MiB: the pages of indexes change in every
/// large transaction, and are moved once for several. After a crash as much is read again.
const CHECKPOINT_PAGES: i32 = 16 * 1024;
/// How long a reader waits for a lock that a closing or recovering process holds, in milliseconds.
const BUSY_MILLISECONDS: i32 = 5_000;

pub(crate) fn open_for_writing(database: &Path) -> Result<Connection, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || -> Result<Connection, SqlError> {
        let connection = Connection::open_with_flags(database, flags)?;
        // Larger pages hold whole rows; only a new file takes this setting.
        connection.pragma_update(None, "page_size", 8192)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // FULL: an acknowledged transaction survives loss of power.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
        connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        set_up(&connection, WRITER_CACHE_KIB)?;
        Ok(connection)
    };
    open().map_err(|error| from_sql(error, database))
}

pub(crate) fn open_for_reading(database: &Path) -> Result<Connection, StoreError> {
    let open = |immutable: bool| -> Result<Connection, SqlError> {
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let connection = Connection::open_with_flags(uri(database, immutable), flags)?;
        set_up(&connection, READER_CACHE_KIB)?;
        // Touches the file, so that what is wrong with it is said here.
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(connection)
    };
    let opened = open(false).or_else(|error| {
        // On a medium that cannot be written no write-ahead log can be opened; without one the file alone is the
        // database, and nobody changes it.
        let wal = database.with_extension("sqlite-wal");
        let alone = std::fs::metadata(wal).map_or(true, |file| file.len() == 0);
        if alone { open(true) } else { Err(error) }
    });
    opened.map_err(|error| from_sql(error, database))
}

fn set_up(connection: &Connection, cache_kib: i32) -> Result<(), SqlError> {
    // Query planner stability guarantee: without it a bound statement is prepared anew at each execution once there
    // are statistics, ten times slower.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "mmap_size", MAPPED_BYTES)?;
    connection.pragma_update(None, "cache_size", -cache_kib)?;
    connection.pragma_update(None, "busy_timeout", BUSY_MILLISECONDS)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(())
}

fn uri(database: &Path, immutable: bool) -> String {
    let mut uri = String::from("file:");
    // Every byte that could mean something in a URI is escaped, whatever directories are called.
    for byte in database.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                uri.push(char::from(*byte))
            }
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    if immutable {
        uri.push_str("?immutable=1");
    }
    uri
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn names_of_directories_cannot_change_the_options() {
        assert_eq!(uri(Path::new("/a b?immutable=1#x"), false), "file:/a%20b%3Fimmutable%3D1%23x");
    }

    #[test]
    fn plans_are_stable_on_every_connection() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("x y?.sqlite");
        let writer = open_for_writing(&file).unwrap();
        let reader = open_for_reading(&file).unwrap();
        for connection in [&writer, &reader] {
            assert!(connection.db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG).unwrap());
        }
        let full: i64 = writer.query_row("PRAGMA synchronous", [], |row| row.get(0)).unwrap();
        let mode: String = writer.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
        assert_eq!((full, mode.as_str()), (2, "wal"));
    }
}
