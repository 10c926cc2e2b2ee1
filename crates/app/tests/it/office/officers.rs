//! Inviting, accepting, signing in, sessions, forms, roles, revoking.

use app::office::{
    INVITATION_SECONDS, OfficerId, Outcome, Role, SESSION_IDLE_SECONDS, SESSION_SECONDS, SessionToken,
};
use store::office::{Officers as _, Sessions as _};
use testkit::Authenticator;

use super::world::{Desk, FR, JP, Person, URL, invite, party, refused};

const ADMINISTRATOR: &[Role] = &[Role::Administrator];

#[test]
fn who_is_invited_registers_a_passkey_and_signs_in_with_it() {
    let desk = Desk::new();
    let link = desk.office.invite_from_console(&party(FR), &invite(" Ann Officer ", ADMINISTRATOR)).unwrap();
    assert_eq!(
        desk.office.invitation_url(&link, "en"),
        format!("{URL}/en/desk/invitation?token={}", link.token)
    );
    let mut ann = desk.accept(1, &link.token);
    let acting = desk.acting(&ann);
    assert_eq!((acting.officer().name.as_str(), acting.officer().party.as_str()), ("Ann Officer", FR));
    desk.office.sign_out(&acting).unwrap();
    assert!(desk.office.resume(&ann.token, "r").is_err());
    let acting = desk.back(&mut ann);
    assert!(acting.officer().roles.has(Role::Administrator));
    let told: Vec<_> = desk.office.audit(&acting, None).unwrap();
    let told: Vec<_> = told.iter().map(|record| (record.entry.what.as_str(), record.entry.outcome)).collect();
    assert_eq!(
        told,
        [
            ("sign-in", Outcome::Done),
            ("sign-out", Outcome::Done),
            ("officer.accept", Outcome::Done),
            ("officer.invite", Outcome::Done)
        ]
    );
}

#[test]
fn an_invitation_works_once_and_for_a_while() {
    let desk = Desk::new();
    let ask = |name| desk.office.invite_from_console(&party(FR), &invite(name, ADMINISTRATOR)).unwrap();
    let used = ask("Ann");
    desk.accept(1, &used.token);
    assert_eq!(desk.office.invited(&used.token).unwrap_err().code(), "invitation");
    let late = ask("Ben");
    let mut authenticator = Authenticator::new(2, URL);
    let answer = authenticator.register(&desk.office.invited(&late.token).unwrap().options);
    desk.wait(INVITATION_SECONDS);
    let accepted = desk.office.accept(&late.token, &answer, None, "r");
    assert_eq!(refused(&desk, "officer.accept", accepted), "invitation");
    for bad in ["", "nothing", &"A".repeat(43)] {
        assert_eq!(desk.office.invited(bad).unwrap_err().code(), "invitation");
    }
    assert_eq!(desk.store.officers(None).unwrap().len(), 1);
}

#[test]
fn an_invitation_that_expired_is_told_apart_and_cleared() {
    let desk = Desk::new();
    let mut ann = desk.officer(1, FR, ADMINISTRATOR);
    desk.office.invite(&desk.acting(&ann), &invite("Ben", ADMINISTRATOR)).unwrap();
    // A further passkey for the administrator, who stays when that invitation is cleared.
    let own = desk.acting(&ann).officer().id;
    desk.office.invite_again(&desk.acting(&ann), &own).unwrap();
    let names = |list: &[app::office::Invitation]| list.iter().map(|i| i.name.clone()).collect::<Vec<_>>();
    let before = desk.office.officers(&desk.acting(&ann)).unwrap();
    assert_eq!((before.invitations.len(), before.expired.len()), (2, 0));
    desk.wait(INVITATION_SECONDS);
    let acting = desk.back(&mut ann);
    let after = desk.office.officers(&acting).unwrap();
    assert_eq!(names(&after.invitations), [""; 0]);
    assert_eq!(after.expired.len(), 2);
    for invitation in &after.expired {
        desk.office.withdraw_invitation(&acting, &invitation.officer).unwrap();
    }
    let cleared = desk.office.officers(&acting).unwrap();
    assert!(cleared.expired.is_empty() && cleared.invitations.is_empty());
    assert_eq!((cleared.officers.len(), cleared.officers[0].officer.revoked_at), (1, None));
    let tried = desk.office.withdraw_invitation(&acting, &own);
    assert_eq!(refused(&desk, "officer.withdraw", tried), "no-such");
    let stranger = desk.officer(3, JP, ADMINISTRATOR);
    let ours = desk.office.invite(&acting, &invite("Cat", ADMINISTRATOR)).unwrap();
    let tried = desk.office.withdraw_invitation(&desk.acting(&stranger), &ours.officer);
    assert_eq!(refused(&desk, "officer.withdraw", tried), "no-such");
}

#[test]
fn nobody_is_invited_for_a_party_that_is_not_registered() {
    let desk = Desk::new();
    let nobody =
        desk.office.invite_from_console(&party("did:web:nobody.example"), &invite("A", ADMINISTRATOR));
    assert_eq!(refused(&desk, "officer.invite", nobody), "no-such-party");
    for (name, roles, code) in
        [("", ADMINISTRATOR, "name"), ("a\nb", ADMINISTRATOR, "name"), ("A", &[][..], "no-role")]
    {
        let invited = desk.office.invite_from_console(&party(FR), &invite(name, roles));
        assert_eq!(refused(&desk, "officer.invite", invited), code);
    }
}

#[test]
fn an_answer_for_another_address_or_without_its_owner_is_no_sign_in() {
    let desk = Desk::new();
    let ann = desk.officer(1, FR, ADMINISTRATOR);
    let try_with = |change: &dyn Fn(&mut Authenticator)| {
        let mut authenticator = ann.authenticator.clone();
        change(&mut authenticator);
        let tried = desk.sign_in(&mut authenticator);
        refused(&desk, "sign-in", tried)
    };
    assert_eq!(try_with(&|a| a.origin = "https://evil.example".into()), "passkey");
    assert_eq!(try_with(&|a| a.verifies = false), "passkey");
    assert_eq!(try_with(&|a| *a = Authenticator::new(2, URL)), "passkey");
    let mut stranger = Authenticator::new(3, URL);
    let link = desk.office.invite_from_console(&party(FR), &invite("B", ADMINISTRATOR)).unwrap();
    stranger.register(&desk.office.invited(&link.token).unwrap().options);
    let tried = desk.sign_in(&mut stranger);
    assert_eq!(refused(&desk, "sign-in", tried), "passkey-unknown");
    let nonsense = desk.office.sign_in("{}", None, "r");
    assert_eq!(refused(&desk, "sign-in", nonsense), "passkey");
    let long = desk.office.sign_in(&"a".repeat(1 << 20), None, "r");
    assert_eq!(refused(&desk, "sign-in", long), "passkey");
}

#[test]
fn an_answer_counts_once_and_a_copied_authenticator_shows() {
    let desk = Desk::new();
    let mut ann = desk.officer(1, FR, ADMINISTRATOR);
    let copy = ann.authenticator.clone();
    let options = desk.office.begin_sign_in().unwrap();
    let answer = ann.authenticator.sign_in(&options);
    desk.office.sign_in(&answer, None, "r").unwrap();
    assert_eq!(refused(&desk, "sign-in", desk.office.sign_in(&answer, None, "r")), "ceremony");
    desk.back(&mut ann);
    // The copy counts from where it was taken.
    let tried = desk.sign_in(&mut copy.clone());
    assert_eq!(refused(&desk, "sign-in", tried), "passkey");
}

#[test]
fn a_session_ends_when_it_is_not_used_and_after_a_day_in_any_case() {
    let desk = Desk::new();
    let mut ann = desk.officer(1, FR, ADMINISTRATOR);
    desk.wait(SESSION_IDLE_SECONDS - 1);
    desk.acting(&ann);
    desk.wait(SESSION_IDLE_SECONDS - 1);
    desk.acting(&ann);
    desk.wait(SESSION_IDLE_SECONDS);
    assert_eq!(desk.office.resume(&ann.token, "r").map(|_| ()).unwrap_err().code(), "signed-out");
    desk.back(&mut ann);
    for _ in 0..SESSION_SECONDS / 1000 {
        desk.wait(1000);
        let _ = desk.office.resume(&ann.token, "r");
    }
    desk.wait(1000);
    assert!(desk.office.resume(&ann.token, "r").is_err());
}

#[test]
fn signing_in_changes_the_token_and_ends_the_session_before() {
    let desk = Desk::new();
    let mut ann = desk.officer(1, FR, ADMINISTRATOR);
    let before = ann.token.clone();
    let answer = ann.authenticator.sign_in(&desk.office.begin_sign_in().unwrap());
    let after = desk.office.sign_in(&answer, Some(&before), "r").unwrap().token;
    assert_ne!(before.to_text(), after.to_text());
    assert!(desk.office.resume(&before, "r").is_err() && desk.office.resume(&after, "r").is_ok());
    assert!(SessionToken::from_text(&after.to_text()).is_some());
    assert!(SessionToken::from_text("AAAA").is_none());
}

#[test]
fn a_form_counts_once_and_for_its_own_session() {
    let desk = Desk::new();
    let (ann, ben) = (desk.officer(1, FR, ADMINISTRATOR), desk.officer(2, FR, ADMINISTRATOR));
    let (ann, ben) = (desk.acting(&ann), desk.acting(&ben));
    let form = desk.office.form(&ann).unwrap();
    assert_eq!(refused(&desk, "x", desk.office.take_form(&ben, &form, "x")), "foreign-form");
    desk.office.take_form(&ann, &form, "x").unwrap();
    assert_eq!(refused(&desk, "x", desk.office.take_form(&ann, &form, "x")), "repeated");
    for bad in ["", "AAAA", &"A".repeat(64)] {
        assert_eq!(refused(&desk, "x", desk.office.take_form(&ann, bad, "x")), "foreign-form");
    }
    // The number is not the session's secret, nor is the secret stored.
    assert!(desk.store.session(&store::office::TokenHash([0; 32])).unwrap().is_none());
}

#[test]
fn an_administrator_invites_for_the_own_party_and_nobody_else_does() {
    let desk = Desk::new();
    let (ann, dan) = (desk.officer(1, FR, ADMINISTRATOR), desk.officer(2, FR, &[Role::Drafter]));
    let link = desk.office.invite(&desk.acting(&ann), &invite("Sue", &[Role::Signatory])).unwrap();
    let sue = desk.accept(3, &link.token);
    assert_eq!(desk.acting(&sue).officer().party, party(FR));
    for person in [&dan, &sue] {
        let acting = desk.acting(person);
        let tried = desk.office.invite(&acting, &invite("X", ADMINISTRATOR));
        assert_eq!(refused(&desk, "officer.invite", tried), "role");
        assert_eq!(refused(&desk, "officer.read", desk.office.officers(&acting)), "role");
        assert_eq!(refused(&desk, "audit.read", desk.office.audit(&acting, None)), "role");
        let tried = desk.office.revoke_officer(&acting, &desk.acting(&ann).officer().id);
        assert_eq!(refused(&desk, "officer.revoke", tried), "role");
    }
}

#[test]
fn a_revoked_passkey_and_a_revoked_officer_do_nothing_more() {
    let desk = Desk::new();
    let (ann, mut ben) = (desk.officer(1, FR, ADMINISTRATOR), desk.officer(2, FR, &[Role::Signatory]));
    let id = desk.acting(&ben).officer().id;
    let admin = desk.acting(&ann);
    desk.office.revoke_passkey(&admin, &ben.authenticator.credential()).unwrap();
    assert!(desk.office.resume(&ben.token, "r").is_err());
    let tried = desk.sign_in(&mut ben.authenticator);
    assert_eq!(refused(&desk, "sign-in", tried), "passkey-revoked");
    // A further passkey for the same officer.
    let link = desk.office.invite_again(&admin, &id).unwrap();
    let again = desk.accept(3, &link.token);
    assert_eq!(desk.acting(&again).officer().id, id);
    desk.office.revoke_officer(&admin, &id).unwrap();
    assert!(desk.office.resume(&again.token, "r").is_err());
    let tried = desk.sign_in(&mut again.authenticator.clone());
    assert_eq!(refused(&desk, "sign-in", tried), "passkey-revoked");
    let tried = desk.office.invite_again(&admin, &id);
    assert_eq!(refused(&desk, "officer.invite", tried), "no-such");
}

#[test]
fn an_administrator_has_no_power_over_another_party_and_the_last_one_stays() {
    let desk = Desk::new();
    let (ann, jun) = (desk.officer(1, FR, ADMINISTRATOR), desk.officer(2, JP, ADMINISTRATOR));
    let (admin, other) = (desk.acting(&ann), desk.acting(&jun).officer().id);
    assert_eq!(refused(&desk, "officer.revoke", desk.office.revoke_officer(&admin, &other)), "no-such");
    let tried = desk.office.revoke_passkey(&admin, &jun.authenticator.credential());
    assert_eq!(refused(&desk, "passkey.revoke", tried), "no-such");
    assert_eq!(refused(&desk, "officer.invite", desk.office.invite_again(&admin, &other)), "no-such");
    assert_eq!(desk.office.officers(&admin).unwrap().officers.len(), 1);
    let own = admin.officer().id;
    let tried = desk.office.revoke_officer(&admin, &own);
    assert_eq!(refused(&desk, "officer.revoke", tried), "last-administrator");
    let tried = desk.office.revoke_officer(&admin, &OfficerId([9; 16]));
    assert_eq!(refused(&desk, "officer.revoke", tried), "no-such");
    // At the server itself the last administrator can be revoked.
    desk.office.revoke_officer_from_console(&own).unwrap();
    assert!(desk.office.resume(&ann.token, "r").is_err());
}

#[test]
fn an_invitation_can_be_withdrawn() {
    let desk = Desk::new();
    let ann: Person = desk.officer(1, FR, ADMINISTRATOR);
    let admin = desk.acting(&ann);
    let link = desk.office.invite(&admin, &invite("Sue", &[Role::Signatory])).unwrap();
    assert_eq!(desk.office.officers(&admin).unwrap().invitations.len(), 1);
    desk.office.revoke_officer(&admin, &link.officer).unwrap();
    assert_eq!(desk.office.invited(&link.token).unwrap_err().code(), "invitation");
}
