//! Public comments: who may send and who may decide, lateness, forms, and that nothing that was published can be taken
//! away unseen.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use app::office::comments::{CommentError, CommentForm, CommentShown, Field, Taken};
use app::office::{Acting, NoToken, Office, Parts, PublicUrl, Role, Standing, SystemRandomness, Vault};
use model::{MandateScope, Participation};
use rusqlite::Connection;
use statement::act::TaskForceJoined;
use store_sql::{OFFICE_FILE, SqliteOffice};
use testkit::{CONSULTED, consultation, established, the};

use super::world::{BEGINNING, Desk, FR, JP, URL, author, refused};

const DAY: u64 = 86_400;

/// A desk with a draft of France that is open for comments until 2026-02-10.
fn open() -> Desk {
    let desk = Desk::new();
    let registrar = testkit::World::with_countries(&[]).registrar;
    for (party, country, scopes) in [(FR, "FR", MandateScope::Agree), (JP, "JP", MandateScope::Agree)] {
        let mandate = testkit::mandate(party, country, &[scopes]);
        let stated = registrar.statement(&format!("agree-{country}"), mandate);
        desk.app.submit_blocking(&registrar.sign(&stated)).unwrap();
    }
    for (number, act) in consultation("FR", "2026-01-10", "2026-02-10").into_iter().enumerate() {
        let stated = author(FR).statement(&format!("p-{number}"), act);
        desk.app.submit_blocking(&author(FR).sign(&stated)).unwrap();
    }
    desk
}

fn form(desk: &Desk, text: &str) -> CommentForm {
    let form = desk.office.comment_form(&the(CONSULTED)).unwrap();
    desk.wait(5);
    CommentForm {
        draft: "1".into(),
        about: "R1".into(),
        name: "A. Person".into(),
        country: "JP".into(),
        contact: "person@example.org".into(),
        text: text.into(),
        form,
        ..CommentForm::default()
    }
}

fn send(desk: &Desk, text: &str) -> u64 {
    desk.office.receive_comment(CONSULTED, &form(desk, text), "en").unwrap().number
}

fn moderator(desk: &Desk) -> Acting {
    desk.acting(&desk.officer(1, FR, &[Role::Administrator, Role::Signatory]))
}

fn public(desk: &Desk) -> Vec<(u64, String)> {
    let page = desk.office.comments(&the(CONSULTED), 1, 0, 100).unwrap();
    let text = |shown: &CommentShown| match shown {
        CommentShown::Published { text, .. } => text.clone(),
        CommentShown::Declined { reason } => format!("declined: {reason}"),
    };
    page.comments.iter().map(|comment| (comment.number, text(&comment.shown))).collect()
}

#[test]
fn a_comment_waits_then_is_published_as_it_was_sent_or_declined_with_its_reason() {
    let desk = open();
    let acting = moderator(&desk);
    assert_eq!([send(&desk, "One <script>"), send(&desk, "Two"), send(&desk, "Three")], [1, 2, 3]);
    assert_eq!(public(&desk), []);
    let waiting = desk.office.moderated_comments(&acting, CONSULTED, 1, Standing::Waiting, 0).unwrap();
    assert_eq!(waiting.len(), 3);
    assert_eq!(waiting[0].said.contact, "person@example.org");
    desk.office.publish_comment(&acting, CONSULTED, 3).unwrap();
    desk.office.decline_comment(&acting, CONSULTED, 1, " not about the draft ").unwrap();
    assert_eq!(public(&desk), [(1, "declined: not about the draft".into()), (3, "Three".into())]);
    let counts = desk.office.comment_counts(&the(CONSULTED), 1).unwrap();
    assert_eq!((counts.waiting, counts.published, counts.declined, counts.late), (1, 1, 1, 0));
    // What was declined is kept whole for whoever may look.
    let decided = desk.office.moderated_comments(&acting, CONSULTED, 1, Standing::Decided, 0).unwrap();
    assert_eq!(decided[0].said.text, "One <script>");
    // Once is once.
    let again = desk.office.decline_comment(&acting, CONSULTED, 3, "after all");
    assert_eq!(refused(&desk, "comment.decline", again), "decided");
    let again = desk.office.publish_comment(&acting, CONSULTED, 1);
    assert_eq!(refused(&desk, "comment.publish", again), "decided");
    let empty = desk.office.decline_comment(&acting, CONSULTED, 2, "  ");
    assert_eq!(refused(&desk, "comment.decline", empty), "reason");
    desk.office.reply_to_comment(&acting, CONSULTED, 3, "Thank you").unwrap();
    let beside_declined = desk.office.reply_to_comment(&acting, CONSULTED, 1, "Thank you");
    assert_eq!(refused(&desk, "comment.reply", beside_declined), "no-such");
    let page = desk.office.comments(&the(CONSULTED), 1, 2, 100).unwrap();
    let CommentShown::Published { replies, .. } = &page.comments[0].shown else { panic!() };
    assert_eq!(replies[0].text, "Thank you");
}

#[test]
fn the_secretariat_and_the_task_force_decide_and_nobody_else() {
    let desk = open();
    send(&desk, "One");
    send(&desk, "Two");
    let japan = desk.officer(2, JP, &[Role::Administrator, Role::Signatory]);
    let acting = desk.acting(&japan);
    // Japan has a mandate to agree, and no part in this procedure.
    assert_eq!(desk.office.comment_queues(&acting, "en").unwrap(), []);
    let tried = desk.office.publish_comment(&acting, CONSULTED, 1);
    assert_eq!(refused(&desk, "comment.publish", tried), "not-moderator");
    let tried = desk.office.moderated_comments(&acting, CONSULTED, 1, Standing::Waiting, 0);
    assert_eq!(refused(&desk, "comment.read", tried), "not-moderator");
    let join = |participation, id: &str| {
        let act = TaskForceJoined {
            procedure: the(CONSULTED),
            country: the("JP"),
            participation,
            on: the("2026-01-20"),
        };
        desk.app.submit_blocking(&author(JP).sign(&author(JP).statement(id, act))).unwrap();
    };
    join(Participation::Observer, "joined-1");
    assert_eq!(desk.office.comment_queues(&acting, "en").unwrap(), []);
    join(Participation::Member, "joined-2");
    assert_eq!(desk.office.comment_queues(&acting, "en").unwrap()[0].drafts[0].1.waiting, 2);
    desk.office.publish_comment(&acting, CONSULTED, 1).unwrap();
    // A drafter looks, and does not decide.
    let drafter = desk.acting(&desk.officer(3, FR, &[Role::Drafter]));
    assert_eq!(
        desk.office.moderated_comments(&drafter, CONSULTED, 1, Standing::Waiting, 0).unwrap().len(),
        1
    );
    let tried = desk.office.publish_comment(&drafter, CONSULTED, 2);
    assert_eq!(refused(&desk, "comment.publish", tried), "role");
    let nowhere = desk.office.publish_comment(&acting, "TEST/NOWHERE", 1);
    assert_eq!(refused(&desk, "comment.publish", nowhere), "no-such");
    let nothing = desk.office.publish_comment(&acting, CONSULTED, 99);
    assert_eq!(refused(&desk, "comment.publish", nothing), "no-such");
}

#[test]
fn late_comments_are_taken_shown_and_counted_until_the_procedure_is_at_its_end() {
    let desk = open();
    let taken = |desk: &Desk| desk.office.consultation(CONSULTED, "en").unwrap().drafts[0].taken;
    // The last day, to its last second; then the day after.
    desk.clock.0.store(BEGINNING + 10 * DAY - 10, Ordering::SeqCst);
    assert_eq!(taken(&desk), Taken::Open);
    let in_time = desk.office.receive_comment(CONSULTED, &form(&desk, "In time"), "en").unwrap();
    desk.wait(10);
    assert_eq!(taken(&desk), Taken::Late);
    let late = desk.office.receive_comment(CONSULTED, &form(&desk, "Late"), "en").unwrap();
    assert_eq!((in_time.late, late.late), (false, true));
    assert_eq!(desk.office.comment_counts(&the(CONSULTED), 1).unwrap().late, 1);
    // The day before the period nobody had asked the public; now the text is registered.
    let registrar = testkit::World::with_countries(&[]).registrar;
    let secretariat = testkit::mandate(FR, "FR", &[MandateScope::Secretariat]);
    let secretariat = statement::act::MandateGiven { on_behalf_of: None, ..secretariat };
    let given = registrar.statement("secretariat", secretariat);
    desk.app.submit_blocking(&registrar.sign(&given)).unwrap();
    let act = author(FR).statement("established", established("2026-02-10"));
    desk.app.submit_blocking(&author(FR).sign(&act)).unwrap();
    assert_eq!(taken(&desk), Taken::Closed);
    let closed = desk.office.receive_comment(CONSULTED, &form(&desk, "Too late"), "en");
    assert_eq!(closed, Err(CommentError::Closed));
    assert_eq!(desk.office.comment_counts(&the(CONSULTED), 1).unwrap().received(), 2);
}

#[test]
fn before_the_period_nothing_is_taken() {
    let desk = open();
    desk.clock.0.store(BEGINNING - 22 * DAY, Ordering::SeqCst);
    assert_eq!(desk.office.consultation(CONSULTED, "en").unwrap().drafts, []);
    let early = desk.office.receive_comment(CONSULTED, &form(&desk, "Early"), "en");
    assert_eq!(early, Err(CommentError::NotOpen));
    let nowhere = desk.office.receive_comment("TEST/NOWHERE", &form(&desk, "?"), "en");
    assert_eq!(nowhere, Err(CommentError::NoSuchProcedure("TEST/NOWHERE".into())));
}

#[test]
fn a_form_counts_once_and_is_neither_too_young_nor_too_old_nor_anothers() {
    let desk = open();
    let once = form(&desk, "Once");
    let first = desk.office.receive_comment(CONSULTED, &once, "en").unwrap();
    assert_eq!(desk.office.receive_comment(CONSULTED, &once, "en").unwrap(), first);
    assert_eq!(desk.office.comment_counts(&the(CONSULTED), 1).unwrap().received(), 1);
    let send =
        |form: &CommentForm| desk.office.receive_comment(CONSULTED, form, "en").map(|kept| kept.number);
    let young = desk.office.comment_form(&the(CONSULTED)).unwrap();
    let young = CommentForm { form: young, ..once.clone() };
    desk.wait(2);
    assert_eq!(send(&young), Err(CommentError::TooFast));
    // It has not counted: a second later it is good.
    desk.wait(1);
    assert_eq!(send(&young), Ok(2));
    let old = form(&desk, "Old");
    desk.wait(12 * 60 * 60);
    assert_eq!(send(&old), Err(CommentError::Form));
    let other = desk.office.comment_form(&the("TEST/P-2")).unwrap();
    desk.wait(5);
    for bad in [other, String::new(), "AAAA".into(), "é".into()] {
        assert_eq!(send(&CommentForm { form: bad, ..once.clone() }), Err(CommentError::Form));
    }
    let trapped = CommentForm { trap: "https://spam.example".into(), ..form(&desk, "Trapped") };
    assert_eq!(send(&trapped), Err(CommentError::Trap));
    assert_eq!(desk.office.comment_counts(&the(CONSULTED), 1).unwrap().received(), 2);
}

#[test]
fn each_field_has_its_limit_and_says_so() {
    let desk = open();
    let good = form(&desk, "Good");
    let refusal = |form: CommentForm| desk.office.receive_comment(CONSULTED, &form, "en").unwrap_err();
    let with = |change: &dyn Fn(&mut CommentForm)| {
        let mut form = good.clone();
        change(&mut form);
        refusal(form)
    };
    assert_eq!(with(&|form| form.text = " \r\n ".into()), CommentError::Empty(Field::Text));
    assert_eq!(with(&|form| form.name = "\u{202e}".into()), CommentError::Empty(Field::Name));
    let too_long = |field, max| CommentError::TooLong { field, max };
    assert_eq!(with(&|form| form.text = "x".repeat(10_001)), too_long(Field::Text, 10_000));
    assert_eq!(with(&|form| form.name = "x".repeat(101)), too_long(Field::Name, 100));
    assert_eq!(with(&|form| form.organisation = "x".repeat(201)), too_long(Field::Organisation, 200));
    assert_eq!(with(&|form| form.contact = "x".repeat(255)), too_long(Field::Contact, 254));
    assert_eq!(with(&|form| form.country = "ZZ".into()), CommentError::Country);
    assert_eq!(with(&|form| form.country = "<b>".into()), CommentError::Country);
    assert_eq!(with(&|form| form.about = "R9".into()), CommentError::About("R9".into()));
    assert_eq!(with(&|form| form.draft = "2".into()), CommentError::Draft);
    assert_eq!(with(&|form| form.draft = "-1".into()), CommentError::Draft);
    assert_eq!(with(&|form| form.text = "http://a.b ".repeat(4)), CommentError::Links);
    assert_eq!(with(&|form| form.name = "see www.spam.example".into()), CommentError::Links);
    let longest = CommentForm { text: "é".repeat(10_000), about: "protection".into(), ..good };
    assert_eq!(desk.office.receive_comment(CONSULTED, &longest, "fr").unwrap().number, 1);
}

/// A desk whose private data lie in a file that can be tampered with.
fn in_a_file(directory: &std::path::Path) -> Desk {
    let desk = open();
    let office = Office::new(Parts {
        app: desk.app.clone(),
        store: Arc::new(SqliteOffice::open(directory).unwrap()),
        random: Arc::new(SystemRandomness),
        public_url: PublicUrl::parse(URL).unwrap(),
        vault: Some(Vault::new(&[7; 32])),
        token: Arc::new(NoToken),
        documents: None,
    });
    office.hold_key_from_console(&the(FR), &statement::demonstration_key(&the(FR))).unwrap();
    Desk { office, ..desk }
}

/// Writes, shows, signs and logs the act that binds what is published.
fn bind(desk: &Desk, acting: &Acting) {
    let id = desk.office.bind_comments(acting, CONSULTED, 1).unwrap();
    let shown = desk.office.show(acting, &id, "en").unwrap();
    assert_eq!(shown.told.refusal, None);
    desk.office.sign(acting, &id, &shown.digest, "demo").unwrap();
}

#[test]
fn what_is_published_and_bound_by_no_act_is_the_first_thing_to_do() {
    let directory = tempfile::tempdir().unwrap();
    let desk = in_a_file(directory.path());
    let acting = moderator(&desk);
    let offered = || {
        let cases = desk.office.next(&acting, Some(CONSULTED), "en").unwrap();
        cases.first().and_then(|case| case.acts.first().copied()) == Some("comments.published")
    };
    let number = send(&desk, "One");
    assert!(!offered(), "nobody has looked at it yet");
    desk.office.publish_comment(&acting, CONSULTED, number).unwrap();
    assert!(offered());
    // It begins with what is published, and is then bound.
    let text = desk.office.begin_from(&acting, "comments.published", CONSULTED).unwrap().unwrap();
    let id = desk.office.write(&acting, &text).unwrap();
    let shown = desk.office.show(&acting, &id, "en").unwrap();
    desk.office.sign(&acting, &id, &shown.digest, "demo").unwrap();
    assert!(!offered());
    // A reply, like a further comment, is to be bound again.
    desk.office.reply_to_comment(&acting, CONSULTED, number, "Thank you").unwrap();
    assert!(offered());
    bind(&desk, &acting);
    assert!(!offered());
    let consultation = desk.office.consultation(CONSULTED, "en").unwrap();
    let bound = desk.office.bound_comments(&the(CONSULTED), &consultation.drafts[0]).unwrap();
    let counts: Vec<_> = bound.iter().map(|b| (b.binding.replies.as_ref().map(|r| r.0), b.holds)).collect();
    assert_eq!(counts, [(None, true), (Some(1), true)], "an act without replies still holds");
}

#[test]
fn no_published_comment_is_changed_or_taken_away_unseen() {
    let directory = tempfile::tempdir().unwrap();
    let desk = in_a_file(directory.path());
    let acting = moderator(&desk);
    for text in ["One", "Two", "Three"] {
        let number = send(&desk, text);
        desk.office.publish_comment(&acting, CONSULTED, number).unwrap();
    }
    for (number, text) in [(2, "True"), (1, "Noted")] {
        desk.office.reply_to_comment(&acting, CONSULTED, number, text).unwrap();
    }
    // The act is written from what is published, shown, signed and logged like any other.
    bind(&desk, &acting);
    // What is published and replied afterwards does not disturb what was bound before.
    let number = send(&desk, "Four");
    desk.office.publish_comment(&acting, CONSULTED, number).unwrap();
    desk.office.reply_to_comment(&acting, CONSULTED, 1, "Done").unwrap();
    let holds = |desk: &Desk| {
        let consultation = desk.office.consultation(CONSULTED, "en").unwrap();
        let bound = desk.office.check_comments(&the(CONSULTED), &consultation.drafts[0]).unwrap();
        assert_eq!(bound.len(), 1);
        (bound[0].binding.published, bound[0].binding.replies.as_ref().unwrap().0, bound[0].holds)
    };
    assert_eq!(holds(&desk), (3, 2, true));
    let file = Connection::open(directory.path().join(OFFICE_FILE)).unwrap();
    // The database itself refuses.
    for sql in [
        "UPDATE comment SET content = 'Other' WHERE number = 2",
        "UPDATE comment SET decision = 2, reason = 'gone' WHERE number = 2",
        "DELETE FROM comment WHERE number = 2",
        "UPDATE comment_reply SET content = 'Other' WHERE place = 1",
        "DELETE FROM comment_reply WHERE place = 1",
    ] {
        let refused = file.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("never") || refused.contains("once"), "{refused}");
    }
    // And whoever takes its guards away is found out, whatever is done: each on a copy of the file.
    for (what, sql) in [
        ("a word is changed", "UPDATE comment SET content = 'Twe' WHERE number = 2"),
        ("a name is changed", "UPDATE comment SET name = 'B. Person' WHERE number = 1"),
        ("lateness is hidden", "UPDATE comment SET late = 1 WHERE number = 1"),
        ("the last one goes", "DELETE FROM comment WHERE number = 3"),
        (
            "one goes, and the others move up",
            "DELETE FROM comment WHERE number = 1; UPDATE comment SET place = place - 1",
        ),
        (
            "one is declined after all",
            "UPDATE comment SET decision = 2, place = NULL, leaf = NULL, reason = 'gone' WHERE number = 3",
        ),
        (
            "two change places",
            "UPDATE comment SET place = 9 WHERE number = 1; UPDATE comment SET place = 0 WHERE number = 2; UPDATE comment SET place = 1 WHERE number = 1",
        ),
        ("a reply is changed", "UPDATE comment_reply SET content = 'False' WHERE place = 0"),
        ("a reply is moved to another comment", "UPDATE comment_reply SET number = 3 WHERE place = 1"),
        ("the last reply that was bound goes", "DELETE FROM comment_reply WHERE place = 1"),
    ] {
        let copy = tempfile::tempdir().unwrap();
        let place = copy.path().join(OFFICE_FILE);
        file.execute("VACUUM INTO ?1", [place.to_str().unwrap()]).unwrap();
        let tampered = Connection::open(&place).unwrap();
        let guards: Vec<String> = tampered
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'comment%'")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(guards.len(), 7);
        guards.iter().for_each(|guard| tampered.execute_batch(&format!("DROP TRIGGER {guard}")).unwrap());
        tampered.execute_batch(sql).unwrap();
        drop(tampered);
        let office = Office::new(Parts {
            app: desk.app.clone(),
            store: Arc::new(SqliteOffice::open(copy.path()).unwrap()),
            random: Arc::new(SystemRandomness),
            public_url: PublicUrl::parse(URL).unwrap(),
            vault: None,
            token: Arc::new(NoToken),
            documents: None,
        });
        let consultation = office.consultation(CONSULTED, "en").unwrap();
        let bound = office.check_comments(&the(CONSULTED), &consultation.drafts[0]).unwrap();
        assert!(!bound[0].holds, "{what}");
    }
    assert_eq!(holds(&desk), (3, 2, true));
}

#[test]
fn an_act_that_binds_what_is_not_here_is_logged_and_shown_as_broken() {
    let desk = open();
    let act = statement::act::CommentsPublished {
        procedure: the(CONSULTED),
        draft: 1,
        by: the("FR"),
        published: 2,
        root: "ab".repeat(32),
        declined: 0,
        waiting: 0,
        replies: None,
        on: the("2026-01-31"),
    };
    desk.app.submit_blocking(&author(FR).sign(&author(FR).statement("bound", act))).unwrap();
    let consultation = desk.office.consultation(CONSULTED, "en").unwrap();
    let bound = desk.office.bound_comments(&the(CONSULTED), &consultation.drafts[0]).unwrap();
    assert_eq!((bound[0].binding.published, bound[0].holds), (2, false));
}
