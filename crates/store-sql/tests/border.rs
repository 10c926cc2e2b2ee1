//! What is done at the border in SQLite: the contract.
#![allow(clippy::unwrap_used)]

use store::Backup as _;
use store::border::{Checks as _, NewCheck, Recorded};
use store_sql::{BORDER_FILE, SqliteBorder};
use tempfile::tempdir;

fn check(last: u8, body: &str) -> NewCheck {
    let id = format!("0198c7a4-6f0e-7cc2-9f0b-3d9a5f2c1e{last:02x}").parse().unwrap();
    NewCheck { id, received_at: 7, body: body.to_owned() }
}

#[test]
fn a_check_is_recorded_once_by_its_identifier_and_never_changed() {
    let directory = tempdir().unwrap();
    let border = SqliteBorder::open(directory.path()).unwrap();
    let told = [check(1, "a"), check(1, "a"), check(1, "b"), check(2, "c"), check(3, "d")];
    let recorded = border.record_checks(&told, 2).unwrap();
    assert_eq!(
        recorded,
        [Recorded::New, Recorded::Known, Recorded::Differs, Recorded::New, Recorded::Full]
    );
    let listed = border.checks(0, 10).unwrap();
    let bodies: Vec<_> = listed.iter().map(|record| record.check.body.as_str()).collect();
    assert_eq!((bodies, &listed[0].check), (vec!["a", "c"], &told[0]));
    assert_eq!(border.checks(listed[0].sequence, 10).unwrap(), listed[1..]);
    let connection = rusqlite::Connection::open(directory.path().join(BORDER_FILE)).unwrap();
    for sql in ["UPDATE checks SET body = 'x'", "DELETE FROM checks"] {
        assert!(connection.execute(sql, []).unwrap_err().to_string().contains("is never"));
    }
}

#[test]
fn a_copy_is_a_whole_border_that_only_its_owner_reads() {
    use std::os::unix::fs::PermissionsExt as _;
    let (directory, elsewhere) = (tempdir().unwrap(), tempdir().unwrap());
    assert!(SqliteBorder::open_for_reading(directory.path()).unwrap().is_none());
    let border = SqliteBorder::open(directory.path()).unwrap();
    border.record_checks(&[check(1, "a")], 10).unwrap();
    let copy = elsewhere.path().join(BORDER_FILE);
    border.copy_to(&copy, &mut |_, _| {}).unwrap();
    assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    let copied = SqliteBorder::open_for_reading(elsewhere.path()).unwrap().unwrap();
    assert_eq!(copied.checks(0, 10), border.checks(0, 10));
    assert_eq!(copied.damage(), Ok(vec![]));
}
