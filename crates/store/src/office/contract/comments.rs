//! What every backend does with comments.

use model::InstrumentId;

use super::{Office, officer};
use crate::office::{
    CommentCounts, CommentsMax, Decision, NewComment, NewReply, Received, Reply, Said, Standing, Verdict,
};

const MAX: CommentsMax = CommentsMax { in_procedure: 100, waiting: 100 };

pub(super) fn run<S: Office>(make: impl Fn() -> S) {
    numbers_have_no_gaps_and_a_form_counts_once(&make());
    a_decision_is_made_once_and_changes_nothing_that_was_said(&make());
    places_follow_the_order_of_publication_in_each_draft(&make());
    lists_go_on_where_they_ended(&make());
    replies_stand_beside_published_comments_only(&make());
    limits_are_of_one_procedure(&make());
}

fn numbers_have_no_gaps_and_a_form_counts_once(office: &impl Office) {
    assert_eq!(office.receive_comment(&new("P-1", 1, 1), MAX).unwrap(), Received::Taken(1));
    assert_eq!(office.receive_comment(&new("P-1", 1, 2), MAX).unwrap(), Received::Taken(2));
    assert_eq!(office.receive_comment(&new("P-1", 1, 1), MAX).unwrap(), Received::Repeated(1));
    assert_eq!(office.receive_comment(&new("P-2", 1, 3), MAX).unwrap(), Received::Taken(1));
    assert_eq!(office.receive_comment(&new("P-1", 2, 4), MAX).unwrap(), Received::Taken(3));
    let found = office.comment(&id("P-1"), 2).unwrap().unwrap();
    let sent = new("P-1", 1, 2);
    assert_eq!((found.said, found.late, found.received_at), (sent.said, sent.late, sent.received_at));
    assert_eq!((found.decided, found.replies), (None, vec![]));
    for nothing in [0, 4, u64::MAX] {
        assert_eq!(office.comment(&id("P-1"), nothing).unwrap(), None);
    }
    assert_eq!(office.comment(&id("P-9"), 1).unwrap(), None);
    assert_eq!(office.commented_procedures().unwrap(), [id("P-1"), id("P-2")]);
}

fn a_decision_is_made_once_and_changes_nothing_that_was_said(office: &impl Office) {
    for form in 1..=3 {
        office.receive_comment(&new("P-1", 1, form), MAX).unwrap();
    }
    let decline = Verdict::Decline("not about the draft".into());
    let decide = |number, verdict: &Verdict| {
        office.decide_comment(&id("P-1"), number, verdict, &officer(1), 90).unwrap()
    };
    assert!(decide(1, &Verdict::Publish([7; 32])) && decide(2, &decline));
    // Nobody decides again, whatever it is.
    assert!(!decide(1, &decline) && !decide(2, &Verdict::Publish([8; 32])) && !decide(9, &decline));
    let published = office.comment(&id("P-1"), 1).unwrap().unwrap();
    let decided = published.decided.unwrap();
    assert_eq!(decided.what, Decision::Published { place: 0, leaf: [7; 32] });
    assert_eq!((decided.party, decided.by, decided.at), (officer(1).party, officer(1).id, 90));
    let declined = office.comment(&id("P-1"), 2).unwrap().unwrap();
    assert_eq!(declined.said, new("P-1", 1, 2).said);
    assert_eq!(declined.decided.unwrap().what, Decision::Declined { reason: "not about the draft".into() });
    let counts = CommentCounts { waiting: 1, published: 1, declined: 1, late: 1 };
    assert_eq!(office.comment_counts(&id("P-1")).unwrap(), [(1, counts)]);
    assert_eq!(office.comment_counts(&id("P-2")).unwrap(), []);
}

fn places_follow_the_order_of_publication_in_each_draft(office: &impl Office) {
    for (form, draft) in [(1, 1), (2, 1), (3, 2), (4, 1)] {
        office.receive_comment(&new("P-1", draft, form), MAX).unwrap();
    }
    for number in [4, 3, 1] {
        let leaf = Verdict::Publish([number; 32]);
        assert!(office.decide_comment(&id("P-1"), u64::from(number), &leaf, &officer(1), 90).unwrap());
    }
    let places = |draft, from, limit| {
        let found = office.published_comments(&id("P-1"), draft, from, limit).unwrap();
        found.iter().map(|comment| (comment.number, comment.place().unwrap())).collect::<Vec<_>>()
    };
    assert_eq!(places(1, 0, 10), [(4, 0), (1, 1)]);
    assert_eq!(places(1, 1, 10), [(1, 1)]);
    assert_eq!(places(1, 0, 1), [(4, 0)]);
    assert_eq!(places(2, 0, 10), [(3, 0)]);
    assert_eq!(places(3, 0, 10), []);
}

fn lists_go_on_where_they_ended(office: &impl Office) {
    for form in 1..=7 {
        office.receive_comment(&new("P-1", if form == 4 { 2 } else { 1 }, form), MAX).unwrap();
    }
    for number in [2, 5, 6] {
        office.decide_comment(&id("P-1"), number, &Verdict::Publish([0; 32]), &officer(1), 90).unwrap();
    }
    let list = |standing, after, limit| {
        let found = office.comments(&id("P-1"), 1, standing, after, limit).unwrap();
        found.iter().map(|comment| comment.number).collect::<Vec<_>>()
    };
    assert_eq!(list(Standing::Waiting, 0, 10), [1, 3, 7]);
    assert_eq!(list(Standing::Decided, 0, 2), [2, 5]);
    assert_eq!(list(Standing::Decided, 5, 2), [6]);
    assert!(list(Standing::Waiting, u64::MAX, 2).is_empty());
}

fn replies_stand_beside_published_comments_only(office: &impl Office) {
    for form in 1..=2 {
        office.receive_comment(&new("P-1", 1, form), MAX).unwrap();
    }
    let reply =
        |text: &str| NewReply { text: text.into(), party: officer(1).party, by: officer(1).id, at: 95 };
    let kept = |place, text: &str| {
        let NewReply { text, party, by, at } = reply(text);
        Reply { place, text, party, by, at }
    };
    let add = |number, text| office.reply_to_comment(&id("P-1"), number, &reply(text), 2).unwrap();
    assert!(!add(1, "too early") && !add(9, "nowhere"));
    office.decide_comment(&id("P-1"), 1, &Verdict::Publish([0; 32]), &officer(1), 90).unwrap();
    office.decide_comment(&id("P-1"), 2, &Verdict::Decline("no".into()), &officer(1), 90).unwrap();
    assert!(add(1, "first") && add(1, "second"));
    assert!(!add(1, "too many") && !add(2, "to a declined one"));
    let found = office.comment(&id("P-1"), 1).unwrap().unwrap();
    assert_eq!(found.replies, [kept(0, "first"), kept(1, "second")]);
    let listed = office.comments(&id("P-1"), 1, Standing::Decided, 0, 10).unwrap();
    assert_eq!((listed[0].replies.len(), listed[1].replies.len()), (2, 0));
    assert_eq!(office.published_comments(&id("P-1"), 1, 0, 10).unwrap()[0].replies.len(), 2);
    // Each has its place on its draft, whichever comment it is to.
    for (draft, form) in [(1, 3), (2, 4)] {
        office.receive_comment(&new("P-1", draft, form), MAX).unwrap();
        let number = u64::from(form);
        office.decide_comment(&id("P-1"), number, &Verdict::Publish([0; 32]), &officer(1), 96).unwrap();
        assert!(add(number, "another"));
    }
    let replies = |draft, from, limit| office.replies(&id("P-1"), draft, from, limit).unwrap();
    assert_eq!(replies(1, 0, 2), [(1, kept(0, "first")), (1, kept(1, "second"))]);
    assert_eq!(replies(1, 2, 2), [(3, kept(2, "another"))]);
    assert_eq!(replies(2, 0, 2), [(4, kept(0, "another"))]);
    assert_eq!([1, 2, 3].map(|draft| office.reply_count(&id("P-1"), draft).unwrap()), [3, 1, 0]);
}

fn limits_are_of_one_procedure(office: &impl Office) {
    let max = CommentsMax { in_procedure: 3, waiting: 2 };
    assert_eq!(office.receive_comment(&new("P-1", 1, 1), max).unwrap(), Received::Taken(1));
    assert_eq!(office.receive_comment(&new("P-1", 2, 2), max).unwrap(), Received::Taken(2));
    assert_eq!(office.receive_comment(&new("P-1", 1, 3), max).unwrap(), Received::Full);
    assert_eq!(office.receive_comment(&new("P-2", 1, 3), max).unwrap(), Received::Taken(1));
    office.decide_comment(&id("P-1"), 1, &Verdict::Decline("no".into()), &officer(1), 90).unwrap();
    assert_eq!(office.receive_comment(&new("P-1", 1, 4), max).unwrap(), Received::Taken(3));
    office.decide_comment(&id("P-1"), 2, &Verdict::Decline("no".into()), &officer(1), 90).unwrap();
    assert_eq!(office.receive_comment(&new("P-1", 1, 5), max).unwrap(), Received::Full);
}

fn new(procedure: &str, draft: u32, form: u8) -> NewComment {
    NewComment {
        procedure: id(procedure),
        said: Said {
            draft,
            about: "R1".into(),
            name: format!("Person {form}"),
            organisation: "<b>Makers</b>".into(),
            country: "FR".into(),
            language: "fr".into(),
            text: format!("Comment {form}\nin two lines, with 'quotes' and \u{0} a nought"),
            contact: "a@example.org".into(),
        },
        late: form == 2,
        received_at: 70 + u64::from(form),
        form: [form; 16],
    }
}

fn id(text: &str) -> InstrumentId {
    text.parse().unwrap()
}
