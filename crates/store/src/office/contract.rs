//! The tests that every backend of the office must pass. They fail by panicking.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod comments;

use model::PartyId;

use super::{
    AuditEntry, DocumentRecord, Draft, DraftId, HeldKey, Invitation, KeyHome, Office, Officer, OfficerId,
    Outcome, Passkey, Role, Session, TokenHash, broken_link,
};

/// Runs every test; each on a fresh, empty office.
pub fn run<S: Office>(make: impl Fn() -> S) {
    an_invitation_makes_one_officer_once(&make());
    an_officer_gets_a_further_passkey(&make());
    a_withdrawn_invitation_leaves_its_officer(&make());
    of_two_uses_with_one_counter_one_counts(&make());
    a_revoked_officer_has_nothing_left(&make());
    a_revoked_passkey_ends_the_sessions(&make());
    a_session_ends(&make());
    a_form_counts_once(&make());
    of_two_writers_one_succeeds(&make());
    a_logged_draft_stays(&make());
    a_key_is_held_once(&make());
    keys_are_sealed_anew_all_or_none(&make());
    the_trail_is_a_chain(&make());
    a_document_is_kept_once_for_a_party(&make());
    comments::run(make);
}

fn an_invitation_makes_one_officer_once(office: &impl Office) {
    let (invited, token) = (invitation(1, 1), TokenHash([1; 32]));
    office.invite(&invited).unwrap();
    assert_eq!(office.invitation(&token).unwrap(), Some(invited.clone()));
    assert_eq!(office.invitations(&party("a")).unwrap(), [invited]);
    assert_eq!(office.invitations(&party("b")).unwrap(), []);
    assert_eq!(office.officers(None).unwrap(), []);
    assert!(!office.accept(&TokenHash([9; 32]), &officer(1), &passkey(1, 1)).unwrap());
    assert_eq!(office.officer(&OfficerId([1; 16])).unwrap(), None);
    assert!(office.accept(&token, &officer(1), &passkey(1, 1)).unwrap());
    assert!(!office.accept(&token, &officer(1), &passkey(2, 1)).unwrap());
    assert_eq!(office.invitation(&token).unwrap(), None);
    assert_eq!(office.officer(&OfficerId([1; 16])).unwrap(), Some(officer(1)));
    assert_eq!(office.officers(Some(&party("a"))).unwrap(), [officer(1)]);
    assert_eq!(office.officers(Some(&party("b"))).unwrap(), []);
    assert_eq!(office.passkeys(&OfficerId([1; 16])).unwrap(), [passkey(1, 1)]);
    assert_eq!(office.passkey(&[1; 20]).unwrap(), Some(passkey(1, 1)));
    assert_eq!(office.passkey(&[2; 20]).unwrap(), None);
}

fn an_officer_gets_a_further_passkey(office: &impl Office) {
    enrol(office, 1);
    office.invite(&invitation(2, 1)).unwrap();
    // A passkey that is known already belongs to nobody else.
    assert!(!office.accept(&TokenHash([2; 32]), &officer(1), &passkey(1, 1)).unwrap());
    assert!(office.accept(&TokenHash([2; 32]), &officer(1), &passkey(2, 1)).unwrap());
    assert_eq!(office.passkeys(&OfficerId([1; 16])).unwrap().len(), 2);
    assert_eq!(office.officers(None).unwrap().len(), 1);
}

fn a_withdrawn_invitation_leaves_its_officer(office: &impl Office) {
    enrol(office, 1);
    office.invite(&invitation(2, 1)).unwrap();
    assert!(office.withdraw_invitations(&OfficerId([1; 16])).unwrap());
    assert!(!office.withdraw_invitations(&OfficerId([1; 16])).unwrap());
    assert_eq!(office.invitation(&TokenHash([2; 32])).unwrap(), None);
    let officer = office.officer(&OfficerId([1; 16])).unwrap().unwrap();
    assert_eq!(officer.revoked_at, None);
    assert_eq!(office.passkeys(&OfficerId([1; 16])).unwrap().len(), 1);
}

fn of_two_uses_with_one_counter_one_counts(office: &impl Office) {
    enrol(office, 1);
    assert!(office.passkey_used(&[1; 20], &[0], &[1], 70).unwrap());
    assert!(!office.passkey_used(&[1; 20], &[0], &[1], 71).unwrap());
    let used = office.passkey(&[1; 20]).unwrap().unwrap();
    assert_eq!((used.state, used.used_at), (vec![1], Some(70)));
    assert!(!office.passkey_used(&[2; 20], &[0], &[1], 70).unwrap());
}

fn a_revoked_officer_has_nothing_left(office: &impl Office) {
    enrol(office, 1);
    enrol(office, 2);
    office.open_session(&session(1, 1)).unwrap();
    office.open_session(&session(2, 2)).unwrap();
    office.invite(&invitation(3, 1)).unwrap();
    assert!(office.revoke_officer(&OfficerId([1; 16]), 90).unwrap());
    assert!(!office.revoke_officer(&OfficerId([1; 16]), 91).unwrap());
    assert_eq!(office.officer(&OfficerId([1; 16])).unwrap().unwrap().revoked_at, Some(90));
    assert_eq!(office.passkey(&[1; 20]).unwrap().unwrap().revoked_at, Some(90));
    assert_eq!(office.session(&TokenHash([1; 32])).unwrap(), None);
    assert_eq!(office.invitation(&TokenHash([3; 32])).unwrap(), None);
    assert_eq!(office.officer(&OfficerId([2; 16])).unwrap().unwrap().revoked_at, None);
    assert!(office.session(&TokenHash([2; 32])).unwrap().is_some());
    // Somebody revoked does not come back through an invitation that names the same officer.
    office.invite(&invitation(4, 1)).unwrap();
    assert!(!office.accept(&TokenHash([4; 32]), &officer(1), &passkey(4, 1)).unwrap());
    // Somebody invited who never came is revoked by withdrawing the invitation.
    office.invite(&invitation(5, 5)).unwrap();
    assert!(office.revoke_officer(&OfficerId([5; 16]), 90).unwrap());
    assert_eq!(office.invitation(&TokenHash([5; 32])).unwrap(), None);
}

fn a_revoked_passkey_ends_the_sessions(office: &impl Office) {
    enrol(office, 1);
    office.open_session(&session(1, 1)).unwrap();
    assert!(!office.revoke_passkey(&[2; 20], 90).unwrap());
    assert!(office.revoke_passkey(&[1; 20], 90).unwrap());
    assert!(!office.revoke_passkey(&[1; 20], 91).unwrap());
    assert_eq!(office.session(&TokenHash([1; 32])).unwrap(), None);
    assert!(!office.passkey_used(&[1; 20], &[0], &[1], 92).unwrap());
}

fn a_session_ends(office: &impl Office) {
    office.open_session(&session(1, 1)).unwrap();
    office.open_session(&Session { opened_at: 200, ..session(2, 1) }).unwrap();
    office.touch_session(&TokenHash([1; 32]), 300).unwrap();
    assert_eq!(office.session(&TokenHash([1; 32])).unwrap().unwrap().seen_at, 300);
    // The first began too early, whatever its use; the second was not used for too long.
    office.sweep_sessions(150, 0).unwrap();
    assert_eq!(office.session(&TokenHash([1; 32])).unwrap(), None);
    assert!(office.session(&TokenHash([2; 32])).unwrap().is_some());
    office.sweep_sessions(150, 250).unwrap();
    assert_eq!(office.session(&TokenHash([2; 32])).unwrap(), None);
    office.open_session(&session(3, 1)).unwrap();
    office.close_session(&TokenHash([3; 32])).unwrap();
    assert_eq!(office.session(&TokenHash([3; 32])).unwrap(), None);
}

fn a_form_counts_once(office: &impl Office) {
    let (one, other) = (TokenHash([1; 32]), TokenHash([2; 32]));
    assert!(!office.use_form(&one, &[7; 16]).unwrap());
    office.open_session(&session(1, 1)).unwrap();
    office.open_session(&session(2, 1)).unwrap();
    assert!(office.use_form(&one, &[7; 16]).unwrap());
    assert!(!office.use_form(&one, &[7; 16]).unwrap());
    assert!(office.use_form(&other, &[7; 16]).unwrap());
    office.close_session(&one).unwrap();
    assert!(!office.use_form(&one, &[8; 16]).unwrap());
}

fn of_two_writers_one_succeeds(office: &impl Office) {
    let draft = draft(1);
    assert!(!office.save_draft(&Draft { version: 2, ..draft.clone() }).unwrap());
    assert!(office.save_draft(&draft).unwrap());
    assert!(!office.save_draft(&draft).unwrap());
    let second = Draft { version: 2, text: "b".into(), written_at: 60, ..draft.clone() };
    assert!(office.save_draft(&second).unwrap());
    assert!(!office.save_draft(&Draft { text: "c".into(), ..second.clone() }).unwrap());
    assert_eq!(office.draft(&draft.id).unwrap(), Some(second.clone()));
    let later = Draft { id: DraftId([2; 16]), written_at: 70, ..draft };
    assert!(office.save_draft(&later).unwrap());
    assert_eq!(office.drafts(&party("a"), 10).unwrap(), [later.clone(), second]);
    assert_eq!(office.drafts(&party("a"), 1).unwrap(), [later]);
    assert_eq!(office.drafts(&party("b"), 10).unwrap(), []);
}

fn a_logged_draft_stays(office: &impl Office) {
    office.save_draft(&draft(1)).unwrap();
    office.save_draft(&draft(2)).unwrap();
    office.draft_logged(&DraftId([1; 16]), 17).unwrap();
    assert_eq!(office.draft(&DraftId([1; 16])).unwrap().unwrap().logged_at, Some(17));
    assert!(!office.save_draft(&Draft { version: 2, ..draft(1) }).unwrap());
    assert!(!office.discard_draft(&DraftId([1; 16])).unwrap());
    assert!(office.discard_draft(&DraftId([2; 16])).unwrap());
    assert_eq!(office.draft(&DraftId([2; 16])).unwrap(), None);
}

fn a_key_is_held_once(office: &impl Office) {
    let key = HeldKey {
        party: party("a"),
        kid: "k1".into(),
        home: KeyHome::Sealed,
        public: "{}".into(),
        sealed: vec![1, 2, 3],
        since: 5,
    };
    assert!(office.hold_key(&key).unwrap());
    assert!(!office.hold_key(&HeldKey { sealed: vec![4], ..key.clone() }).unwrap());
    let token = HeldKey { kid: "k2".into(), home: KeyHome::Token, ..key.clone() };
    assert!(office.hold_key(&token).unwrap());
    assert_eq!(office.held_keys(&party("a")).unwrap(), [key, token.clone()]);
    assert_eq!(office.held_keys(&party("b")).unwrap(), []);
    assert!(office.release_key(&party("a"), "k1").unwrap());
    assert!(!office.release_key(&party("a"), "k1").unwrap());
    assert_eq!(office.held_keys(&party("a")).unwrap(), [token]);
}

fn keys_are_sealed_anew_all_or_none(office: &impl Office) {
    let key = |of: &str, kid: &str, sealed: u8| HeldKey {
        party: party(of),
        kid: kid.into(),
        home: KeyHome::Sealed,
        public: "{}".into(),
        sealed: vec![sealed],
        since: 5,
    };
    assert!(office.reseal_keys(&[]).unwrap());
    office.hold_key(&key("a", "k1", 1)).unwrap();
    office.hold_key(&key("b", "k1", 2)).unwrap();
    let before = office.all_held_keys().unwrap();
    assert_eq!(before, [key("a", "k1", 1), key("b", "k1", 2)]);
    // One is missing, one is unknown.
    assert!(!office.reseal_keys(&[key("a", "k1", 9)]).unwrap());
    assert!(!office.reseal_keys(&[key("a", "k1", 9), key("b", "k2", 9)]).unwrap());
    assert_eq!(office.all_held_keys().unwrap(), before);
    assert!(office.reseal_keys(&[key("b", "k1", 8), key("a", "k1", 7)]).unwrap());
    assert_eq!(office.all_held_keys().unwrap(), [key("a", "k1", 7), key("b", "k1", 8)]);
}

fn the_trail_is_a_chain(office: &impl Office) {
    let entry = |at, of: Option<&str>| AuditEntry {
        at,
        party: of.map(party),
        who: "console".into(),
        what: "officer.invite".into(),
        about: "é".into(),
        outcome: if at % 2 == 0 { Outcome::Done } else { Outcome::Refused },
        detail: String::new(),
        request: "r".into(),
    };
    let entries = [entry(1, Some("a")), entry(2, None), entry(3, Some("b")), entry(4, Some("a"))];
    let written: Vec<_> = entries.iter().map(|entry| office.append_audit(entry).unwrap()).collect();
    assert_eq!(written.iter().map(|record| record.number).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(broken_link(&written), None);
    let mut read = office.audit(None, None, 10).unwrap();
    read.reverse();
    assert_eq!(read, written);
    let numbers = |records: Vec<super::AuditRecord>| records.iter().map(|r| r.number).collect::<Vec<_>>();
    assert_eq!(numbers(office.audit(Some(&party("a")), None, 10).unwrap()), [4, 1]);
    assert_eq!(numbers(office.audit(None, Some(4), 2).unwrap()), [3, 2]);
    // Changed, taken out, moved: each shows.
    read[1].entry.detail = "other".into();
    assert_eq!(broken_link(&read), Some(2));
    assert_eq!(broken_link([&written[0], &written[2], &written[3]]), Some(3));
    assert_eq!(broken_link(&written[1..]), Some(2));
}

fn enrol(office: &impl Office, number: u8) {
    office.invite(&invitation(number, number)).unwrap();
    assert!(office.accept(&TokenHash([number; 32]), &officer(number), &passkey(number, number)).unwrap());
}

fn invitation(token: u8, officer: u8) -> Invitation {
    Invitation {
        token: TokenHash([token; 32]),
        officer: OfficerId([officer; 16]),
        party: party("a"),
        name: format!("Officer {officer}"),
        roles: [Role::Drafter, Role::Signatory].into_iter().collect(),
        by: "console".into(),
        expires_at: 1000 + u64::from(token),
    }
}

fn a_document_is_kept_once_for_a_party(office: &impl Office) {
    let record = |number: u8, party: Option<PartyId>, name: &str| DocumentRecord {
        sha256: [number; 32],
        media_type: "application/pdf".into(),
        size_bytes: 10,
        name: name.into(),
        party,
        by: "console".into(),
        at: 50,
    };
    let (a, b) = (Some(party("a")), Some(party("b")));
    let first = record(1, a.clone(), "first.pdf");
    assert!(office.add_document(&first).unwrap());
    assert!(!office.add_document(&record(1, a.clone(), "other name.pdf")).unwrap());
    assert!(office.add_document(&record(2, a.clone(), "second.pdf")).unwrap());
    assert!(office.add_document(&record(1, b.clone(), "first.pdf")).unwrap());
    assert!(office.add_document(&record(1, None, "first.pdf")).unwrap());
    assert!(!office.add_document(&record(1, None, "again.pdf")).unwrap());
    let names = |party: Option<&PartyId>, limit| {
        let found = office.documents(party, limit).unwrap();
        found.into_iter().map(|document| document.name).collect::<Vec<_>>()
    };
    assert_eq!(names(a.as_ref(), 10), ["second.pdf", "first.pdf"]);
    assert_eq!(names(a.as_ref(), 1), ["second.pdf"]);
    assert_eq!(office.documents(None, 10).unwrap(), [record(1, None, "first.pdf")]);
}

fn officer(number: u8) -> Officer {
    Officer {
        id: OfficerId([number; 16]),
        party: party("a"),
        name: format!("Officer {number}"),
        roles: [Role::Drafter, Role::Signatory].into_iter().collect(),
        since: 50,
        revoked_at: None,
    }
}

fn passkey(number: u8, officer: u8) -> Passkey {
    Passkey {
        credential: vec![number; 20],
        officer: OfficerId([officer; 16]),
        fixed: vec![number; 3],
        state: vec![0],
        since: 50,
        used_at: None,
        revoked_at: None,
    }
}

fn session(token: u8, officer: u8) -> Session {
    Session { token: TokenHash([token; 32]), officer: OfficerId([officer; 16]), opened_at: 100, seen_at: 100 }
}

fn draft(number: u8) -> Draft {
    Draft {
        id: DraftId([number; 16]),
        party: party("a"),
        act: "measure.lifted".into(),
        text: "a".into(),
        version: 1,
        by: OfficerId([1; 16]),
        written_at: 50,
        logged_at: None,
    }
}

fn party(name: &str) -> PartyId {
    format!("did:web:{name}.example").parse().unwrap()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_memory_office_keeps_the_contract() {
        super::run(super::super::MemoryOffice::default);
    }
}
