//! Writing, seeing, signing, uploading acts; and what an officer may not do.

use app::office::{Acting, DraftId, Role};
use statement::{Payload, sign};

use super::world::{Desk, FR, JP, Person, author, jwk, measure, party, refused};

/// A desk of France: an administrator, a drafter, a signatory; and the signatory of Japan. Both parties' keys are held.
struct Ministry {
    desk: Desk,
    drafter: Person,
    signatory: Person,
    stranger: Person,
    admin: Person,
}

impl Ministry {
    fn new() -> Self {
        let desk = Desk::new();
        let admin = desk.officer(1, FR, &[Role::Administrator]);
        let drafter = desk.officer(2, FR, &[Role::Drafter]);
        let signatory = desk.officer(3, FR, &[Role::Signatory]);
        let stranger = desk.officer(4, JP, &[Role::Administrator, Role::Signatory]);
        desk.office.hold_key(&desk.acting(&admin), &jwk(FR)).unwrap();
        desk.office.hold_key(&desk.acting(&stranger), &jwk(JP)).unwrap();
        Self { desk, drafter, signatory, stranger, admin }
    }

    fn write(&self, text: &str) -> DraftId {
        self.desk.office.write(&self.desk.acting(&self.drafter), text).unwrap()
    }

    fn seen(&self, by: &Acting, id: &DraftId) -> String {
        self.desk.office.show(by, id, "en").unwrap().digest
    }

    fn payload(&self, by: &Acting, id: &DraftId) -> Payload {
        Payload::from_json(&self.desk.office.download(by, id).unwrap()).unwrap()
    }
}

#[test]
fn an_act_is_written_shown_in_full_signed_and_in_the_log() {
    let ministry = Ministry::new();
    let desk = &ministry.desk;
    let id = ministry.write(&measure("m-1", FR, "FR"));
    let signatory = desk.acting(&ministry.signatory);
    let shown = desk.office.show(&signatory, &id, "en").unwrap();
    assert!(shown.told.refusal.is_none(), "{:?}", shown.told.refusal);
    let fields: Vec<_> = shown.fields.iter().map(|field| field.name.as_str()).collect();
    assert!(fields.contains(&"legal_basis") && fields.contains(&"against"), "{fields:?}");
    assert!(shown.json.contains("live parts can be touched"));
    assert!(!shown.told.who_may_sign.is_empty() && !shown.told.effects.is_empty());
    let before = desk.size();
    let logged = desk.office.sign(&signatory, &id, &shown.digest, "demo").unwrap();
    assert_eq!((desk.size(), logged.receipt.position.0), (before + 1, before));
    assert_eq!(desk.office.draft(&signatory, &id).unwrap().logged_at, Some(before));
    let trail = desk.office.audit(&desk.acting(&ministry.admin), None).unwrap();
    let what: Vec<_> = trail.iter().take(2).map(|record| record.entry.what.as_str()).collect();
    assert_eq!(what, ["act.submit", "act.sign"]);
    // What is logged is never signed, written or thrown away again.
    let again = desk.office.sign(&signatory, &id, &shown.digest, "demo");
    assert_eq!(refused(desk, "act.sign", again), "logged");
    let again = desk.office.rewrite(&signatory, &id, 1, &measure("m-1", FR, "FR"));
    assert_eq!(refused(desk, "act.write", again), "logged");
    assert_eq!(refused(desk, "act.discard", desk.office.discard(&signatory, &id)), "logged");
    assert_eq!(desk.size(), before + 1);
}

#[test]
fn a_drafter_writes_and_does_not_sign_and_an_administrator_does_neither() {
    let ministry = Ministry::new();
    let desk = &ministry.desk;
    let id = ministry.write(&measure("m-1", FR, "FR"));
    let before = desk.size();
    for person in [&ministry.drafter, &ministry.admin] {
        let acting = desk.acting(person);
        let seen = ministry.seen(&acting, &id);
        assert_eq!(refused(desk, "act.sign", desk.office.sign(&acting, &id, &seen, "demo")), "role");
        let signed = signed(FR, &ministry.payload(&acting, &id));
        assert_eq!(refused(desk, "act.upload", desk.office.upload(&acting, &id, &seen, &signed)), "role");
    }
    let admin = desk.acting(&ministry.admin);
    assert_eq!(refused(desk, "act.write", desk.office.write(&admin, &measure("m-2", FR, "FR"))), "role");
    assert_eq!(desk.size(), before);
}

#[test]
fn another_countrys_act_is_not_signed() {
    let ministry = Ministry::new();
    let desk = &ministry.desk;
    let before = desk.size();
    let signatory = desk.acting(&ministry.signatory);
    // Japan's measure under France's name: the table of who may sign says no.
    let id = ministry.write(&measure("m-1", FR, "JP"));
    let shown = desk.office.show(&signatory, &id, "en").unwrap();
    assert!(shown.told.refusal.unwrap().to_string().contains("may not sign"));
    assert_eq!(refused(desk, "act.sign", desk.office.sign(&signatory, &id, &shown.digest, "demo")), "submit");
    // Japan's measure under Japan's name: no officer of France writes it.
    let tried = desk.office.write(&signatory, &measure("m-1", JP, "JP"));
    assert_eq!(refused(desk, "act.write", tried), "other-party");
    // A draft of France: no officer of Japan sees or signs it.
    let own = ministry.write(&measure("m-2", FR, "FR"));
    let stranger = desk.acting(&ministry.stranger);
    assert_eq!(refused(desk, "act.read", desk.office.show(&stranger, &own, "en")), "no-such");
    assert_eq!(refused(desk, "act.read", desk.office.download(&stranger, &own)), "no-such");
    let seen = ministry.seen(&signatory, &own);
    assert_eq!(refused(desk, "act.sign", desk.office.sign(&stranger, &own, &seen, "demo")), "no-such");
    assert_eq!(refused(desk, "act.discard", desk.office.discard(&stranger, &own)), "no-such");
    assert_eq!(desk.size(), before);
}

#[test]
fn under_an_expired_mandate_nothing_is_signed() {
    let mut ministry = Ministry::new();
    let id = ministry.write(&measure("m-1", FR, "FR"));
    let before = ministry.desk.size();
    // The mandate ends before 1 March.
    ministry.desk.wait(29 * 86_400);
    let acting = ministry.desk.back(&mut ministry.signatory);
    let seen = ministry.seen(&acting, &id);
    assert!(!ministry.desk.office.acts_to_write(&acting).contains(&"measure.taken"));
    let tried = ministry.desk.office.sign(&acting, &id, &seen, "demo");
    assert_eq!(refused(&ministry.desk, "act.sign", tried), "submit");
    let signed = signed(FR, &ministry.payload(&acting, &id));
    let tried = ministry.desk.office.upload(&acting, &id, &seen, &signed);
    assert_eq!(refused(&ministry.desk, "act.upload", tried), "submit");
    assert_eq!(ministry.desk.size(), before);
}

#[test]
fn what_was_changed_after_it_was_shown_is_not_signed() {
    let ministry = Ministry::new();
    let desk = &ministry.desk;
    let before = desk.size();
    let id = ministry.write(&measure("m-1", FR, "FR"));
    let signatory = desk.acting(&ministry.signatory);
    let seen = ministry.seen(&signatory, &id);
    let changed = measure("m-1", FR, "FR").replace("K-100", "K-200");
    desk.office.rewrite(&desk.acting(&ministry.drafter), &id, 1, &changed).unwrap();
    assert_eq!(refused(desk, "act.sign", desk.office.sign(&signatory, &id, &seen, "demo")), "changed");
    // Of two who write over the same version, the second is told.
    let tried = desk.office.rewrite(&signatory, &id, 1, &changed);
    assert_eq!(refused(desk, "act.write", tried), "changed");
    assert_eq!(desk.size(), before);
    let seen = ministry.seen(&signatory, &id);
    assert!(desk.office.sign(&signatory, &id, &seen, "demo").is_ok());
}

#[test]
fn an_act_that_was_signed_outside_is_taken() {
    let ministry = Ministry::new();
    let desk = &ministry.desk;
    let id = ministry.write(&measure("m-1", FR, "FR"));
    let signatory = desk.acting(&ministry.signatory);
    let seen = ministry.seen(&signatory, &id);
    let signed = signed(FR, &ministry.payload(&signatory, &id));
    let before = desk.size();
    let logged = desk.office.upload(&signatory, &id, &seen, &format!(" {signed}\n")).unwrap();
    assert_eq!((logged.receipt.position.0, desk.size()), (before, before + 1));
}

#[test]
fn a_bad_upload_changes_nothing() {
    let ministry = Ministry::new();
    let desk = &ministry.desk;
    let id = ministry.write(&measure("m-1", FR, "FR"));
    let signatory = desk.acting(&ministry.signatory);
    let seen = ministry.seen(&signatory, &id);
    let payload = ministry.payload(&signatory, &id);
    let before = desk.size();
    let upload = |statement: &str| {
        let tried = desk.office.upload(&signatory, &id, &seen, statement);
        refused(desk, "act.upload", tried)
    };
    let good = signed(FR, &payload);
    // A signature with one character changed.
    let place = good.len() - 10;
    let other = if good.as_bytes()[place] == b'A' { "B" } else { "A" };
    assert_eq!(upload(&format!("{}{other}{}", &good[..place], &good[place + 1..])), "statement");
    // Another party's key under the same identifier.
    assert_eq!(upload(&signed(JP, &payload)), "statement");
    // A key that is not on record.
    let unknown = statement::PrivateKey::from_secret("k9", statement::Algorithm::EdDsa, &[9; 32]).unwrap();
    assert_eq!(upload(&String::from_utf8(sign(&payload, &unknown)).unwrap()), "submit");
    // Another payload, well signed.
    let altered = Payload { id: "m-9".parse().unwrap(), ..payload.clone() };
    assert_eq!(upload(&signed(FR, &altered)), "other-statement");
    // Another party's statement, well signed.
    let theirs = Payload { signer: party(JP), ..payload.clone() };
    assert_eq!(upload(&signed(JP, &theirs)), "other-signer");
    // The right payload put under another signature.
    let parts: Vec<&str> = good.split('.').collect();
    let from_other = signed(FR, &altered);
    let mixed = format!("{}.{}.{}", parts[0], parts[1], from_other.rsplit('.').next().unwrap());
    assert_eq!(upload(&mixed), "statement");
    for nonsense in ["", "a.b", "{}", "eyJ.eyJ.x"] {
        assert_eq!(upload(nonsense), "statement");
    }
    assert_eq!(desk.size(), before);
    assert!(desk.office.upload(&signatory, &id, &seen, &good).is_ok());
}

#[test]
fn what_is_wrong_with_a_text_is_said_with_its_line_and_field() {
    let ministry = Ministry::new();
    let desk = &ministry.desk;
    let drafter = desk.acting(&ministry.drafter);
    let good = measure("m-1", FR, "FR");
    for (text, code, said) in [
        (good.replace("prohibition", "ban"), "draft", "kind"),
        (good.replace("2026-02-10", "\"soon\""), "draft", "from"),
        (good.replace("= \"FR\"", "= "), "draft", "line 7"),
        ("{\"id\":".to_owned(), "draft", "line 1"),
        (String::new(), "draft", "line"),
        ("#".repeat(200_000), "too-long", "bytes"),
    ] {
        let error = desk.office.write(&drafter, &text).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
        assert!(error.to_string().contains(said), "{error}");
    }
    let two = r#"{"statement":[{"id":"a","act":{"type":"measure.lifted","measure":"M","country":"FR","on":"2026-02-01","reasons":""}},{"id":"b","act":{"type":"measure.lifted","measure":"M","country":"FR","on":"2026-02-01","reasons":""}}]}"#;
    let error = desk.office.write(&drafter, two).unwrap_err();
    assert!(matches!(error.code(), "not-one" | "draft"), "{error}");
    assert!(desk.office.drafts(&drafter).unwrap().is_empty());
}

#[test]
fn an_officer_chooses_from_what_the_party_could_sign() {
    let ministry = Ministry::new();
    let desk = &ministry.desk;
    let acts = desk.office.acts_to_write(&desk.acting(&ministry.drafter));
    assert!(acts.contains(&"measure.taken") && acts.contains(&"key.rotated"), "{acts:?}");
    assert!(!acts.contains(&"registry.opened") && !acts.contains(&"country.registered"), "{acts:?}");
    let drafter = desk.acting(&ministry.drafter);
    let begin = |name| desk.office.starting_text(&drafter, name).unwrap();
    assert_ne!(begin("measure.taken"), begin("measure.taken"));
    assert_eq!(begin("nothing.known"), None);
}

#[test]
fn a_held_key_is_the_partys_on_record_sealed_and_released() {
    let ministry = Ministry::new();
    let desk = &ministry.desk;
    let admin = desk.acting(&ministry.admin);
    assert_eq!(refused(desk, "key.hold", desk.office.hold_key(&admin, &jwk(FR))), "key-known");
    assert_eq!(refused(desk, "key.hold", desk.office.hold_key(&admin, &jwk(JP))), "key-not-on-record");
    assert_eq!(refused(desk, "key.hold", desk.office.hold_key(&admin, "{\"d\":\"secret\"}")), "key");
    let last = desk.office.audit(&admin, None).unwrap().remove(0).entry;
    assert!(!format!("{last:?}").contains("secret"), "{last:?}");
    let signatory = desk.acting(&ministry.signatory);
    assert_eq!(refused(desk, "key.hold", desk.office.hold_key(&signatory, &jwk(FR))), "role");
    assert_eq!(refused(desk, "key.release", desk.office.release_key(&signatory, "demo")), "role");
    let keys = desk.office.held_keys(&signatory).unwrap();
    assert!(keys.len() == 1 && keys[0].in_force);
    let stored = store::office::HeldKeys::held_keys(desk.store.as_ref(), &party(FR)).unwrap().remove(0);
    let secret = jwk(FR);
    let d = secret.split("\"d\":\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(!stored.sealed.windows(8).any(|window| window == &d.as_bytes()[..8]));
    desk.office.release_key(&admin, "demo").unwrap();
    let id = ministry.write(&measure("m-1", FR, "FR"));
    let seen = ministry.seen(&signatory, &id);
    assert_eq!(refused(desk, "act.sign", desk.office.sign(&signatory, &id, &seen, "demo")), "no-key");
}

fn signed(signer: &str, payload: &Payload) -> String {
    String::from_utf8(sign(payload, author(signer).key())).unwrap()
}
