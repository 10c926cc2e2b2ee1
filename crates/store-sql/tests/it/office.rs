//! The office in SQLite: the contract, and what only an office with a file can get wrong.
#![allow(clippy::unwrap_used)]

use std::sync::Mutex;

use store::office::{Audit as _, AuditEntry, HeldKey, HeldKeys as _, KeyHome, Outcome};
use store::{Backup as _, StoreError};
use store_sql::{OFFICE_FILE, SqliteOffice, SqliteStore};
use tempfile::{TempDir, tempdir};

#[test]
fn the_sqlite_office_keeps_the_contract() {
    let directories: Mutex<Vec<TempDir>> = Mutex::default();
    store::office::contract::run(|| {
        let directory = tempdir().unwrap();
        let office = SqliteOffice::open(directory.path()).unwrap();
        directories.lock().unwrap().push(directory);
        office
    });
}

#[test]
fn the_office_is_open_to_its_owner_only_and_lives_beside_the_registry() {
    use std::os::unix::fs::PermissionsExt as _;
    let directory = tempdir().unwrap();
    let _registry = SqliteStore::open(directory.path()).unwrap();
    assert!(SqliteOffice::open_for_reading(directory.path()).unwrap().is_none());
    let _office = SqliteOffice::open(directory.path()).unwrap();
    let mode = std::fs::metadata(directory.path().join(OFFICE_FILE)).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(SqliteOffice::open_for_reading(directory.path()).unwrap().is_some());
}

#[test]
fn two_processes_append_to_one_trail() {
    let directory = tempdir().unwrap();
    let (one, other) =
        (SqliteOffice::open(directory.path()).unwrap(), SqliteOffice::open(directory.path()).unwrap());
    std::thread::scope(|scope| {
        for office in [&one, &other] {
            scope.spawn(move || (0..20).for_each(|_| drop(office.append_audit(&entry()).unwrap())));
        }
    });
    let mut trail = one.audit(None, None, 100).unwrap();
    trail.reverse();
    assert_eq!((trail.len(), store::office::broken_link(&trail)), (40, None));
}

#[test]
fn the_trail_cannot_be_changed_through_the_database() {
    let directory = tempdir().unwrap();
    SqliteOffice::open(directory.path()).unwrap().append_audit(&entry()).unwrap();
    let connection = rusqlite::Connection::open(directory.path().join(OFFICE_FILE)).unwrap();
    for sql in ["UPDATE audit SET detail = 'x'", "DELETE FROM audit"] {
        assert!(connection.execute(sql, []).unwrap_err().to_string().contains("appended only"));
    }
}

#[test]
fn a_released_key_is_overwritten_in_the_file() {
    let directory = tempdir().unwrap();
    let office = SqliteOffice::open(directory.path()).unwrap();
    let needle = b"sealed-bytes-that-are-looked-for".to_vec();
    let key = HeldKey {
        party: "did:web:a.example".parse().unwrap(),
        kid: "k".into(),
        home: KeyHome::Sealed,
        public: "{}".into(),
        sealed: needle.clone(),
        since: 0,
    };
    assert!(office.hold_key(&key).unwrap() && office.release_key(&key.party, "k").unwrap());
    drop(office);
    let bytes = std::fs::read(directory.path().join(OFFICE_FILE)).unwrap();
    assert!(!bytes.windows(needle.len()).any(|window| window == needle));
}

#[test]
fn lists_of_comments_are_read_by_an_index_however_many_there_are() {
    let directory = tempdir().unwrap();
    drop(SqliteOffice::open(directory.path()).unwrap());
    let connection = rusqlite::Connection::open(directory.path().join(OFFICE_FILE)).unwrap();
    for (sql, index) in [
        (
            "SELECT * FROM comment INDEXED BY comment_by_decision
             WHERE procedure = 'P' AND draft = 1 AND (decision > 0) = 1 AND number > 7
             ORDER BY number LIMIT 50",
            "comment_by_decision",
        ),
        (
            "SELECT * FROM comment INDEXED BY comment_by_place
             WHERE procedure = 'P' AND draft = 1 AND place >= 7 ORDER BY place LIMIT 50",
            "comment_by_place",
        ),
    ] {
        let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let steps: Vec<String> =
            plan.query_map([], |row| row.get("detail")).unwrap().map(Result::unwrap).collect();
        assert_eq!(steps.len(), 1, "{steps:?}");
        assert!(steps[0].contains(&format!("USING INDEX {index}")), "{steps:?}");
    }
}

#[test]
fn a_copy_is_a_whole_office() {
    let (directory, elsewhere) = (tempdir().unwrap(), tempdir().unwrap());
    let office = SqliteOffice::open(directory.path()).unwrap();
    office.append_audit(&entry()).unwrap();
    let copy = elsewhere.path().join(OFFICE_FILE);
    office.copy_to(&copy, &mut |_, _| {}).unwrap();
    assert!(matches!(office.copy_to(&copy, &mut |_, _| {}), Err(StoreError::Exists { .. })));
    let copied = SqliteOffice::open_for_reading(elsewhere.path()).unwrap().unwrap();
    assert_eq!(copied.audit(None, None, 10), office.audit(None, None, 10));
    assert_eq!(copied.damage(), Ok(vec![]));
}

fn entry() -> AuditEntry {
    AuditEntry {
        at: 1,
        party: None,
        who: String::new(),
        what: "sign-in".into(),
        about: String::new(),
        outcome: Outcome::Refused,
        detail: "why".into(),
        request: String::new(),
    }
}
