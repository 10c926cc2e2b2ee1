//! The store in SQLite: the contract, and what only a store with files can get wrong.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::sync::Mutex;

use store::{Anchor as _, Backup as _, Log as _, StoreError};
use store_sql::{CHECKPOINT_FILE, DATABASE_FILE, SqliteStore};
use tempfile::{TempDir, tempdir};

#[test]
fn the_sqlite_store_keeps_the_contract() {
    let directories: Mutex<Vec<TempDir>> = Mutex::default();
    store::contract::run(|| {
        let directory = tempdir().unwrap();
        let store = SqliteStore::open(directory.path()).unwrap();
        directories.lock().unwrap().push(directory);
        store
    });
}

#[test]
fn a_second_writer_is_told_who_holds_the_directory() {
    let directory = tempdir().unwrap();
    let first = SqliteStore::open(directory.path()).unwrap();
    let second = SqliteStore::open(directory.path()).map(|_| ()).unwrap_err();
    assert!(matches!(&second, StoreError::Busy { path } if *path == directory.path().display().to_string()));
    assert!(second.to_string().contains("another process"));
    assert!(SqliteStore::open_for_reading(directory.path()).is_ok());
    drop(first);
    assert!(SqliteStore::open(directory.path()).is_ok());
}

#[test]
fn whoever_only_reads_writes_nothing() {
    let directory = tempdir().unwrap();
    let missing = SqliteStore::open_for_reading(directory.path()).map(|_| ()).unwrap_err();
    assert!(matches!(missing, StoreError::Missing { .. }));
    drop(SqliteStore::open(directory.path()).unwrap());
    let reader = SqliteStore::open_for_reading(directory.path()).unwrap();
    assert!(matches!(reader.set_anchor("x"), Err(StoreError::ReadOnly { .. })));
    assert!(!directory.path().join(CHECKPOINT_FILE).exists());
}

#[test]
fn a_file_that_is_no_database_is_called_damaged() {
    let directory = tempdir().unwrap();
    fs::write(
        directory.path().join(DATABASE_FILE),
        "this is not a database, but long enough to be read as one".repeat(200),
    )
    .unwrap();
    let error = SqliteStore::open(directory.path()).map(|_| ()).unwrap_err();
    assert!(matches!(error, StoreError::Corrupt { .. }), "{error:?}");
}

#[test]
fn a_directory_that_cannot_be_written_is_called_so() {
    let directory = tempdir().unwrap();
    let closed = directory.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o500)).unwrap();
    // Whoever may do everything (root) is not stopped by permissions.
    if fs::write(closed.join("probe"), "").is_err() {
        let error = SqliteStore::open(&closed).map(|_| ()).unwrap_err();
        assert!(matches!(error, StoreError::ReadOnly { .. }), "{error:?}");
    }
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn data_of_a_later_version_are_refused() {
    let directory = tempdir().unwrap();
    drop(SqliteStore::open(directory.path()).unwrap());
    let connection = rusqlite::Connection::open(directory.path().join(DATABASE_FILE)).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    for opened in [SqliteStore::open(directory.path()), SqliteStore::open_for_reading(directory.path())] {
        assert!(matches!(opened.map(|_| ()), Err(StoreError::Newer { found: 99, .. })));
    }
}

#[test]
fn a_copy_is_a_whole_store_and_overwrites_nothing() {
    let (directory, elsewhere) = (tempdir().unwrap(), tempdir().unwrap());
    let store = SqliteStore::open(directory.path()).unwrap();
    let copy = elsewhere.path().join(DATABASE_FILE);
    let mut last = (0, 0);
    store.copy_to(&copy, &mut |done, total| last = (done, total)).unwrap();
    assert!(last.0 > 0 && last.0 == last.1);
    assert!(matches!(store.copy_to(&copy, &mut |_, _| {}), Err(StoreError::Exists { .. })));
    let opened = SqliteStore::open(elsewhere.path()).unwrap();
    assert_eq!(opened.frontier(), store.frontier());
}
