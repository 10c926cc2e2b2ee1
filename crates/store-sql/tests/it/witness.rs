//! What a witness remembers in SQLite.

#![allow(clippy::unwrap_used)]

use store::{SignedCheckpoint, WitnessState as _, check_witness_state};
use store_sql::SqliteWitness;

#[test]
fn sqlite_keeps_the_contract() {
    let directory = tempfile::tempdir().unwrap();
    check_witness_state(&SqliteWitness::open(directory.path()).unwrap());
}

#[test]
fn what_was_cosigned_is_remembered_by_the_next_process() {
    let directory = tempfile::tempdir().unwrap();
    let first = SignedCheckpoint { size: 3, note: "three".to_owned() };
    assert_eq!(SqliteWitness::open(directory.path()).unwrap().advance("a", None, &first), Ok(true));
    let again = SqliteWitness::open(directory.path()).unwrap();
    assert_eq!(again.last_cosigned("a"), Ok(Some(first.clone())));
    // Two processes over one file: the second that compares loses.
    let other = SqliteWitness::open(directory.path()).unwrap();
    let (nine, ten) = (
        SignedCheckpoint { size: 9, note: "nine".to_owned() },
        SignedCheckpoint { size: 10, note: "ten".to_owned() },
    );
    assert_eq!(again.advance("a", Some(&first), &nine), Ok(true));
    assert_eq!(other.advance("a", Some(&first), &ten), Ok(false));
    assert_eq!(other.last_cosigned("a"), Ok(Some(nine)));
}
