//! The log in SQLite: what was changed behind its back is found and named; a rebuild gives the same; backups.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use crate::common::{clock, load, log_key, open, statements};
use app::backup::{BackupError, MANIFEST_FILE, backup, restore};
use app::documents::DocumentFolder;
use app::rebuild::{compare, rebuild};
use app::verify_log::{VerifyError, verify_log};
use app::{App, OpenError};
use rusqlite::Connection;
use statement::act::Change;
use store::{Anchor as _, Log as _, MemoryStore, Store};
use store_sql::{CHECKPOINT_FILE, DATABASE_FILE, SqliteStore, replace_database};
use tempfile::{TempDir, tempdir};

fn written() -> TempDir {
    let directory = tempdir().unwrap();
    let app = open(Arc::new(SqliteStore::open(directory.path()).unwrap()));
    load(&app);
    directory
}

fn verify(directory: &Path) -> Result<(), VerifyError> {
    let (store, scratch) = (SqliteStore::open_for_reading(directory).unwrap(), tempdir().unwrap());
    let scratch = SqliteStore::open(scratch.path()).unwrap();
    verify_log(&store, &scratch, &mut |_| {}).map(|_| ())
}

fn change(directory: &Path, sql: &str) -> usize {
    let connection = Connection::open(directory.join(DATABASE_FILE)).unwrap();
    connection.execute(sql, []).unwrap()
}

/// Flips one bit of a column, at a place from 1, and puts it back afterwards.
fn with_flip(directory: &Path, table: &str, column: &str, row: i64, place: usize, then: impl FnOnce()) {
    let connection = Connection::open(directory.join(DATABASE_FILE)).unwrap();
    let select = format!("SELECT CAST({column} AS BLOB), typeof({column}) FROM {table} WHERE rowid = {row}");
    let (before, kind): (Vec<u8>, String) =
        connection.query_row(&select, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let update = format!("UPDATE {table} SET {column} = CAST(?1 AS {kind}) WHERE rowid = {row}");
    let mut flipped = before.clone();
    flipped[place] ^= 1;
    connection.execute(&update, [flipped]).unwrap();
    then();
    connection.execute(&update, [before]).unwrap();
}

#[test]
fn an_untouched_log_verifies() {
    let directory = written();
    let store = SqliteStore::open(directory.path()).unwrap();
    let verified = verify_log(&store, &MemoryStore::new(), &mut |_| {});
    // Another kind of store shows its tables in another way: only the comparison may differ.
    assert!(matches!(verified, Err(VerifyError::Derived(_))));
    let scratch = tempdir().unwrap();
    let verified = verify_log(&store, &SqliteStore::open(scratch.path()).unwrap(), &mut |_| {}).unwrap();
    assert_eq!((verified.size, verified.certificates), (statements().len() as u64, 3));
}

#[test]
fn a_registry_of_statements_of_version_0_opens_verifies_and_goes_on_in_version_1() {
    let directory = tempdir().unwrap();
    let app = open(Arc::new(SqliteStore::open(directory.path()).unwrap()));
    let of_v0: Vec<Vec<u8>> = statements().iter().map(|statement| crate::common::as_v0(statement)).collect();
    let first: Vec<_> = app.submit_many(&of_v0).into_iter().map(|receipt| receipt.unwrap()).collect();
    drop(app);

    verify(directory.path()).unwrap();
    let app = open(Arc::new(SqliteStore::open(directory.path()).unwrap()));
    // What is on record is not recorded again in another version: the first receipt is given.
    let again = load(&app);
    let positions =
        |receipts: &[app::Receipt]| receipts.iter().map(|receipt| receipt.position).collect::<Vec<_>>();
    assert_eq!(positions(&again), positions(&first));
    app.submit_blocking(&crate::common::signed(
        &testkit::Author::new(crate::common::BODY),
        "more",
        crate::common::issue(3, 1),
    ))
    .unwrap();
    let target = tempdir().unwrap();
    let target = SqliteStore::open(target.path()).unwrap();
    rebuild(app.store(), &target, &mut |_| {}).unwrap();
    assert_eq!(compare(app.store(), &target), Ok(None));
    drop(app);
    verify(directory.path()).unwrap();
}

#[test]
fn a_flipped_byte_of_any_statement_is_found_and_named() {
    let directory = written();
    for (row, statement) in statements().iter().enumerate() {
        // Some places in header, payload and signature of each statement.
        for place in (0..statement.len()).step_by(statement.len() / 7) {
            with_flip(directory.path(), "entry", "jws", row as i64, place, || {
                let found = verify(directory.path()).unwrap_err().to_string();
                assert!(found.contains(&format!("entry {row}")), "{row} at {place}: {found}");
            });
        }
    }
    verify(directory.path()).unwrap();
}

#[test]
fn a_flipped_byte_beside_a_statement_is_found_and_named() {
    let directory = written();
    for (column, place) in
        [("day", 9), ("signer", 12), ("statement_id", 0), ("payload_digest", 5), ("act", 2)]
    {
        with_flip(directory.path(), "entry", column, 4, place, || {
            let found = verify(directory.path()).unwrap_err().to_string();
            assert!(found.contains("entry 4"), "{column}: {found}");
        });
    }
}

#[test]
fn a_flipped_byte_of_any_hash_or_checkpoint_is_found_and_named() {
    let directory = written();
    let size = statements().len();
    for place in (0..size * 32).step_by(11) {
        with_flip(directory.path(), "tile", "hashes", 0, place, || {
            let found = verify(directory.path()).unwrap_err().to_string();
            assert!(found.contains(&format!("entry {} in", place / 32)), "{found}");
        });
    }
    for place in 0..8 + 32 * (size.count_ones() as usize) {
        with_flip(directory.path(), "frontier", "bytes", 0, place, || {
            assert!(verify(directory.path()).is_err(), "byte {place}");
        });
    }
    let last = SqliteStore::open_for_reading(directory.path()).unwrap().last_checkpoint().unwrap().unwrap();
    for place in 0..last.note.len() {
        with_flip(directory.path(), "checkpoint", "note", last.size as i64, place, || {
            let found = verify(directory.path()).unwrap_err().to_string();
            assert!(found.contains("checkpoint"), "byte {place}: {found}");
        });
    }
}

#[test]
fn a_flipped_byte_of_the_checkpoint_outside_is_found_and_stops_the_start() {
    let directory = written();
    let file = directory.path().join(CHECKPOINT_FILE);
    let before = fs::read(&file).unwrap();
    for place in 0..before.len() {
        let mut flipped = before.clone();
        flipped[place] ^= 1;
        fs::write(&file, flipped).unwrap();
        let found = verify(directory.path()).unwrap_err();
        assert!(found.to_string().contains(CHECKPOINT_FILE), "byte {place}: {found}");
    }
    fs::remove_file(&file).unwrap();
    assert!(matches!(verify(directory.path()), Err(VerifyError::Outside { .. })));
}

#[test]
fn a_changed_derived_row_is_found_and_named_and_a_rebuild_mends_it() {
    let directory = written();
    for (sql, named) in [
        ("UPDATE certificate SET key = key + 1 WHERE number = 'C-1'", "certificate `C-1`"),
        (
            "UPDATE certificate SET content = replace(content, '851610', '851611') WHERE number = 'C-2'",
            "`C-2`",
        ),
        ("DELETE FROM certificate_change WHERE sequence = 0", "certificate_change"),
        ("DELETE FROM recent_links", "link"),
        ("UPDATE document SET certificate = 1", "document"),
        ("UPDATE issuer SET next_status_index = 9", "issuer"),
    ] {
        assert!(change(directory.path(), sql) > 0, "{sql}");
        let found = verify(directory.path()).unwrap_err();
        assert!(
            matches!(found, VerifyError::Derived(_)) && found.to_string().contains(named),
            "{sql}: {found}"
        );
        let beside = tempdir().unwrap();
        let source = SqliteStore::open(directory.path()).unwrap();
        let target = SqliteStore::open(beside.path()).unwrap();
        rebuild(&source, &target, &mut |_| {}).unwrap();
        assert!(compare(&source, &target).unwrap().is_some());
        drop((source, target));
        replace_database(directory.path(), beside.path()).unwrap();
        verify(directory.path()).unwrap();
    }
    load(&open(Arc::new(SqliteStore::open(directory.path()).unwrap())));
}

#[test]
fn rebuild_gives_the_same_registry() {
    let (directory, beside) = (tempdir().unwrap(), tempdir().unwrap());
    let app = open(Arc::new(SqliteStore::open(directory.path()).unwrap()));
    load(&app);
    let body = testkit::Author::new(crate::common::BODY);
    let more = statement::act::CertificatesChanged {
        issuer: testkit::the(crate::common::BODY),
        changes: vec![crate::common::change(
            0,
            Change::HolderChanged { holder: testkit::the(crate::common::BODY) },
        )],
    };
    app.submit_blocking(&crate::common::signed(&body, "more", more)).unwrap();
    let target = SqliteStore::open(beside.path()).unwrap();
    rebuild(app.store(), &target, &mut |_| {}).unwrap();
    assert_eq!(compare(app.store(), &target), Ok(None));
    let again = open(Arc::new(target));
    assert_eq!(format!("{:?}", again.state().registry()), format!("{:?}", app.state().registry()));
    assert_eq!(again.checkpoint(), app.checkpoint());
    let numbers: Vec<model::CertificateNumber> = ["C-0", "C-1", "C-2"].map(testkit::the).to_vec();
    let facts = |app: &App| format!("{:?}", app.store().facts(&numbers, model::LogIndex(1000)).unwrap());
    assert_eq!(facts(&again), facts(&app));
}

#[test]
fn a_backup_is_put_back_whole_or_not_at_all() {
    let (directory, elsewhere) = (written(), tempdir().unwrap());
    let (kept, back) = (elsewhere.path().join("kept"), elsewhere.path().join("back"));
    let store = SqliteStore::open(directory.path()).unwrap();
    let documents = DocumentFolder::open(directory.path()).unwrap();
    let mut incoming = documents.begin().unwrap();
    incoming.write(b"%PDF-1.7\n%%EOF\n").unwrap();
    let held = incoming.finish().unwrap();
    let manifest = backup(&store, &[], &documents, &kept, &*clock(), &mut |_| {}).unwrap();
    assert_eq!(manifest.files.len(), 3);
    assert!(matches!(
        backup(&store, &[], &documents, &kept, &*clock(), &mut |_| {}),
        Err(BackupError::NotEmpty { .. })
    ));
    restore(&kept, &back, SqliteStore::open, &mut |_| {}).unwrap();
    let restored = DocumentFolder::open_for_reading(&back).find(&held.sha256).unwrap();
    assert!(restored.is_whole().unwrap());
    verify(&back).unwrap();
    load(&open(Arc::new(SqliteStore::open(&back).unwrap())));
    let taken = restore(&kept, &back, SqliteStore::open, &mut |_| {}).unwrap_err();
    assert!(matches!(taken, BackupError::NotEmpty { .. }));
    let mut damaged = fs::read(kept.join(DATABASE_FILE)).unwrap();
    damaged[9000] ^= 1;
    fs::write(kept.join(DATABASE_FILE), damaged).unwrap();
    let third = elsewhere.path().join("third");
    let changed = restore(&kept, &third, SqliteStore::open, &mut |_| {}).unwrap_err();
    assert!(matches!(changed, BackupError::Changed { .. }) && !third.exists());
    fs::remove_file(kept.join(MANIFEST_FILE)).unwrap();
    let none = restore(&kept, &third, SqliteStore::open, &mut |_| {}).unwrap_err();
    assert!(matches!(none, BackupError::NoBackup { .. }));
}

#[test]
fn a_database_older_than_the_checkpoint_outside_does_not_start() {
    let (directory, elsewhere) = (tempdir().unwrap(), tempdir().unwrap());
    let kept = elsewhere.path().join("kept");
    let store = Arc::new(SqliteStore::open(directory.path()).unwrap());
    let app = open(store.clone());
    app.submit_many(&statements()[..6]);
    backup(
        store.as_ref(),
        &[],
        &DocumentFolder::open_for_reading(directory.path()),
        &kept,
        &*clock(),
        &mut |_| {},
    )
    .unwrap();
    app.submit_many(&statements());
    drop(app);
    drop(store);
    for beside in ["-wal", "-shm"] {
        let _ = fs::remove_file(directory.path().join(format!("{DATABASE_FILE}{beside}")));
    }
    fs::copy(kept.join(DATABASE_FILE), directory.path().join(DATABASE_FILE)).unwrap();
    let store: Arc<dyn Store> = Arc::new(SqliteStore::open(directory.path()).unwrap());
    let refused = App::open(store, vec![log_key()], clock(), &mut |_| {}).map(|_| ()).unwrap_err();
    let anchor = directory.path().join(CHECKPOINT_FILE).display().to_string();
    assert!(
        matches!(&refused, OpenError::Older { size: 6, anchor: named, .. } if *named == anchor),
        "{refused}"
    );
    assert!(refused.to_string().contains(CHECKPOINT_FILE));
    let kept = SqliteStore::open_for_reading(&kept).unwrap();
    assert!(kept.anchor().unwrap().is_some());
}
