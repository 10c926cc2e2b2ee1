//! What is done at the border in SQLite: the contract, and that no number of clients breaks it.
#![allow(clippy::unwrap_used)]

use store::Backup as _;
use store::border::{
    By, Checks as _, DrawKey, DrawRefusal, DrawState, Manifests as _, Moved, NewCheck, Quantities as _,
    Recorded, Stated, Step,
};
use store_sql::{BORDER_FILE, SqliteBorder};
use tempfile::tempdir;

fn check(last: u8, body: &str) -> NewCheck {
    let id = format!("0198c7a4-6f0e-7cc2-9f0b-3d9a5f2c1e{last:02x}").parse().unwrap();
    let body = body.to_owned();
    NewCheck { id, received_at: 7, body, importing: "JP".parse().ok(), by: None, presented: Vec::new() }
}

#[test]
fn a_check_is_recorded_once_by_its_identifier_and_never_changed() {
    let directory = tempdir().unwrap();
    let border = SqliteBorder::open(directory.path()).unwrap();
    let told = [check(1, "a"), check(1, "a"), check(1, "b"), check(2, "c"), check(3, "d")];
    let recorded = border.record_checks(&told, 2).unwrap();
    assert_eq!(recorded, [Recorded::New, Recorded::Known, Recorded::Differs, Recorded::New, Recorded::Full]);
    let listed = border.checks(None, 0, 10).unwrap();
    let bodies: Vec<_> = listed.iter().map(|record| record.body.as_str()).collect();
    assert_eq!((bodies, listed[0].id, &listed[0].party), (vec!["a", "c"], told[0].id, &None));
    assert_eq!(border.checks(None, listed[0].sequence, 10).unwrap(), listed[1..]);
    assert_eq!(border.checks("JP".parse().ok(), 0, 10).unwrap(), listed);
    assert_eq!(border.checks("FR".parse().ok(), 0, 10).unwrap(), []);
    let latest =
        |code: &str, before, limit| border.latest_checks(code.parse().unwrap(), before, limit).unwrap();
    assert_eq!(latest("JP", None, 1), listed[1..]);
    assert_eq!(latest("JP", Some(listed[1].sequence), 10), listed[..1]);
    assert_eq!(latest("FR", None, 10), []);
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
    assert_eq!(copied.checks(None, 0, 10), border.checks(None, 0, 10));
    assert_eq!(copied.damage(), Ok(vec![]));
}

#[test]
fn of_manifests_the_latest_are_there_after_a_restart() {
    let directory = tempdir().unwrap();
    let border = SqliteBorder::open(directory.path()).unwrap();
    for id in ["a", "b", "c", "d"] {
        border.keep_manifest(id, &format!("{id}.{id}.{id}"), 2).unwrap();
    }
    assert!(border.keep_manifest("d", "x.y.z", 2).is_err(), "an identifier is given once");
    drop(border);
    let border = SqliteBorder::open(directory.path()).unwrap();
    let kept = ["a", "b", "c", "d"].map(|id| border.manifest(id).unwrap());
    assert_eq!(kept, [None, None, Some("c.c.c".to_owned()), Some("d.d.d".to_owned())]);
}

#[test]
fn sixty_four_clients_of_two_processes_never_draw_more_than_there_is() {
    let directory = tempdir().unwrap();
    let processes = [0, 1].map(|_| SqliteBorder::open(directory.path()).unwrap());
    let certificate = "C-1".parse().unwrap();
    // A hundred pieces for all, ninety for one country; 64 clients ask for 3, 4 or 5 each.
    processes[0].state_quantity(&certificate, None, "C62", 100, &by()).unwrap();
    processes[0].state_quantity(&certificate, Some("JP".parse().unwrap()), "C62", 90, &by()).unwrap();
    let asked = |client: u32| i64::from(3 + client % 3);
    let done: Vec<Option<i64>> = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..64)
            .map(|client| {
                let border = &processes[client as usize % 2];
                scope.spawn(move || {
                    match border.draw(&line(client), &reserve(asked(client)), &by()).unwrap() {
                        Moved::Done(_) => Some(asked(client)),
                        Moved::Refused(DrawRefusal::Exceeds { available }) => {
                            assert!(available < asked(client));
                            None
                        }
                        other => panic!("{other:?}"),
                    }
                })
            })
            .collect();
        clients.into_iter().map(|client| client.join().unwrap()).collect()
    });
    let sum: i64 = done.iter().flatten().sum();
    let accounts = processes[1].accounts(&certificate).unwrap();
    assert!(sum <= 90 && sum > 85, "{sum}");
    assert!(accounts.iter().all(|account| account.reserved == sum && account.consumed == 0), "{accounts:?}");
    // Everything of one line asked by all at once is done once.
    std::thread::scope(|scope| {
        let first = done.iter().position(Option::is_some).unwrap() as u32;
        for border in processes.iter().cycle().take(16) {
            scope.spawn(move || {
                assert!(matches!(
                    border.draw(&line(first), &reserve(asked(first)), &by()),
                    Ok(Moved::Known(_))
                ));
                border.draw(&line(first), &Step::Consume, &by()).unwrap();
            });
        }
    });
    let accounts = processes[0].accounts(&certificate).unwrap();
    let first = done.iter().flatten().next().unwrap();
    assert!(accounts.iter().all(|a| a.reserved == sum - first && a.consumed == *first), "{accounts:?}");
}

#[test]
fn each_step_has_its_first_answer_when_it_is_asked_again() {
    let directory = tempdir().unwrap();
    let border = SqliteBorder::open(directory.path()).unwrap();
    let certificate = "C-1".parse().unwrap();
    let draw = |step: &Step| border.draw(&line(1), step, &by()).unwrap();
    let correct = |parts, reference: &str| Step::Correct { parts, reference: reference.into() };
    assert_eq!(draw(&reserve(5)), Moved::Refused(DrawRefusal::NoAccount));
    assert_eq!(draw(&Step::Consume), Moved::Refused(DrawRefusal::NotReserved));
    border.state_quantity(&certificate, None, "C62", 10, &by()).unwrap();
    let Moved::Done(reserved) = draw(&reserve(5)) else { panic!("it is not reserved") };
    assert_eq!(
        (reserved.state, reserved.parts, reserved.accounts[0].available()),
        (DrawState::Reserved, 5, 5)
    );
    assert_eq!(draw(&reserve(6)), Moved::Refused(DrawRefusal::Differs));
    assert_eq!(
        border.draw(&line(1), &Step::Reserve { unit: "KGM".into(), parts: 5 }, &by()).unwrap(),
        Moved::Refused(DrawRefusal::Differs)
    );
    let Moved::Done(consumed) = draw(&Step::Consume) else { panic!("it is not consumed") };
    assert_eq!(draw(&Step::Release), Moved::Refused(DrawRefusal::Consumed));
    let Moved::Done(corrected) = draw(&correct(8, "a")) else { panic!("it is not corrected") };
    assert_eq!((corrected.state, corrected.accounts[0].consumed), (DrawState::Consumed, 8));
    assert_eq!(draw(&correct(9, "a")), Moved::Refused(DrawRefusal::Differs));
    assert_eq!(draw(&correct(11, "b")), Moved::Refused(DrawRefusal::Exceeds { available: 10 }));
    assert!(matches!(draw(&correct(0, "c")), Moved::Done(_)));
    // The answers are those that were given, however it stands now.
    assert_eq!(draw(&reserve(5)), Moved::Known(reserved));
    assert_eq!(draw(&Step::Consume), Moved::Known(consumed));
    assert_eq!(draw(&correct(8, "a")), Moved::Known(corrected));
    assert_eq!(border.accounts(&certificate).unwrap()[0].available(), 10);
    let steps = border.movements(&certificate, "JP".parse().unwrap(), 0, 10).unwrap();
    let names: Vec<_> = steps.iter().map(|movement| movement.step.as_str()).collect();
    assert_eq!(names, ["reserve", "consume", "correct", "correct"]);
    assert!(border.movements(&certificate, "FR".parse().unwrap(), 0, 10).unwrap().is_empty());
}

#[test]
fn what_is_drawn_counts_for_a_quantity_that_is_stated_later() {
    let directory = tempdir().unwrap();
    let border = SqliteBorder::open(directory.path()).unwrap();
    let (certificate, jp) = ("C-1".parse().unwrap(), Some("JP".parse().unwrap()));
    let state = |scope, total| border.state_quantity(&certificate, scope, "C62", total, &by()).unwrap();
    state(jp, 10);
    border.draw(&line(1), &reserve(4), &by()).unwrap();
    border.draw(&line(2), &reserve(3), &by()).unwrap();
    border.draw(&line(2), &Step::Consume, &by()).unwrap();
    assert_eq!(state(None, 6), Stated::Drawn { drawn: 7 });
    let Stated::Done(account) = state(None, 8) else { panic!("it is not stated") };
    assert_eq!((account.reserved, account.consumed, account.available()), (4, 3, 1));
    assert_eq!(state(None, 8), Stated::Known(account));
    assert_eq!(
        border.draw(&line(3), &reserve(2), &by()).unwrap(),
        Moved::Refused(DrawRefusal::Exceeds { available: 1 })
    );
    assert!(matches!(border.draw(&line(1), &Step::Release, &by()).unwrap(), Moved::Done(_)));
    assert_eq!(border.draw(&line(1), &Step::Consume, &by()).unwrap(), Moved::Refused(DrawRefusal::Released));
    assert!(matches!(border.draw(&line(3), &reserve(5), &by()).unwrap(), Moved::Done(_)));
}

#[test]
fn the_database_itself_refuses_an_account_below_zero() {
    let directory = tempdir().unwrap();
    let border = SqliteBorder::open(directory.path()).unwrap();
    border.state_quantity(&"C-1".parse().unwrap(), None, "C62", 10, &by()).unwrap();
    let connection = rusqlite::Connection::open(directory.path().join(BORDER_FILE)).unwrap();
    for sql in ["UPDATE quantity_account SET reserved = 11", "UPDATE quantity_account SET consumed = -1"] {
        assert!(connection.execute(sql, []).unwrap_err().to_string().contains("CHECK"), "{sql}");
    }
}

fn line(number: u32) -> DrawKey {
    DrawKey {
        importing: "JP".parse().unwrap(),
        kind: "mrn".into(),
        declaration: format!("26JP{number}"),
        item: 1,
        certificate: "C-1".parse().unwrap(),
    }
}

fn reserve(parts: i64) -> Step {
    Step::Reserve { unit: "C62".into(), parts }
}

fn by() -> By {
    By { party: "did:web:customs.example".parse().unwrap(), kid: "k".into(), request: [7; 32], at: 7 }
}
