use serde_json::json;

use super::*;
use crate::limits::STATUS_LIST_CREDENTIAL_BYTES_MAX;
use crate::{Document, Keyring, Kind, Verifier, time};
use statement::{Algorithm, PrivateKey, PureCheck};

const LAB: &str = "did:web:lab.example";
const URL: &str = "https://lab.example/status/1";

fn now(text: &str) -> Now {
    Now::new(time::parse(text).unwrap())
}

fn published(issuer: &str, change: impl Fn(&mut Value)) -> Result<PublishedList, PublishedError> {
    let mut list = StatusList::new(0).unwrap();
    list.set(5);
    let (from, until) = ("2026-03-01T00:00:00Z", "2026-03-08T00:00:00Z");
    let moment = |text| time::parse(text).unwrap();
    let mut credential = unsigned_list(URL, issuer, "revocation", &list, moment(from), moment(until));
    change(&mut credential);
    let key = PrivateKey::from_secret("k", Algorithm::EdDsa, &[1; 32]).unwrap();
    let token = crate::jwt::sign(Kind::Credential, &credential, &format!("{issuer}#k"), &key);
    let mut ring = Keyring::new();
    ring.add_key(issuer, &key.public()).unwrap();
    let verifier = Verifier { keys: &ring, check: &PureCheck, now: now("2026-03-01T06:00:00Z") };
    let document = Document::credential(token.as_bytes(), STATUS_LIST_CREDENTIAL_BYTES_MAX).unwrap();
    PublishedList::from_verified(URL, &document.verify(&verifier).unwrap())
}

fn entry(index: Value) -> StatusEntry {
    StatusEntry::read(&json!({
        "type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": index,
        "statusListCredential": URL,
    }))
    .unwrap()
}

fn status(index: u64, at: &str) -> Status {
    let lists = [published(LAB, |_| {}).unwrap()];
    entry(json!(index)).look_up(LAB, &lists, &StatusPolicy::new(now(at)))
}

#[test]
fn a_set_bit_is_told_with_the_age_of_the_list() {
    let age = SignedDuration::from_hours(6);
    assert_eq!(status(5, "2026-03-01T06:00:00Z"), Status::Set { value: 1, age });
    assert_eq!(status(4, "2026-03-01T06:00:00Z"), Status::NotSet { age });
    // Both spellings of a place are read: W3C writes a text, UNTP a number.
    assert_eq!(entry(json!("5")), entry(json!(5)));
}

#[test]
fn what_cannot_be_known_is_unknown_and_never_valid() {
    let unknown = |status| match status {
        Status::Unknown(unknown) => unknown,
        other => panic!("{other:?}"),
    };
    assert!(matches!(unknown(status(4, "2026-03-02T00:00:01Z")), Unknown::TooOld { .. }));
    assert_eq!(unknown(status(4, "2026-03-08T00:01:01Z")), Unknown::OutOfTime);
    assert_eq!(unknown(status(4, "2026-02-28T23:58:59Z")), Unknown::OutOfTime);
    assert!(matches!(unknown(status(131_072, "2026-03-01T06:00:00Z")), Unknown::OutOfRange { .. }));
    let policy = StatusPolicy::new(now("2026-03-01T06:00:00Z"));
    assert!(matches!(unknown(entry(json!(4)).look_up(LAB, &[], &policy)), Unknown::NotGiven(_)));
    let mut other = entry(json!(4));
    other.purpose = "suspension".to_owned();
    let lists = [published(LAB, |_| {}).unwrap()];
    assert!(matches!(unknown(other.look_up(LAB, &lists, &policy)), Unknown::OtherPurpose(_)));
}

#[test]
fn a_list_of_somebody_else_counts_only_if_the_verifier_names_him() {
    let lists = [published("did:web:registry.example", |_| {}).unwrap()];
    let mut policy = StatusPolicy::new(now("2026-03-01T06:00:00Z"));
    let found = entry(json!(5)).look_up(LAB, &lists, &policy);
    assert!(matches!(found, Status::Unknown(Unknown::OtherIssuer { .. })));
    policy.publishers = &["did:web:registry.example"];
    assert!(matches!(entry(json!(5)).look_up(LAB, &lists, &policy), Status::Set { .. }));
}

#[test]
fn a_time_to_live_ends_a_list_before_its_end() {
    let lists = [published(LAB, |list| list["credentialSubject"]["ttl"] = json!(3_600_000)).unwrap()];
    let policy = StatusPolicy::new(now("2026-03-01T02:00:00Z"));
    let found = entry(json!(5)).look_up(LAB, &lists, &policy);
    assert_eq!(found, Status::Unknown(Unknown::OutOfTime));
}

#[test]
fn a_credential_that_is_no_list_is_refused() {
    let error = |change: fn(&mut Value)| published(LAB, change).unwrap_err();
    assert_eq!(error(|list| list["type"] = json!(["VerifiableCredential"])), PublishedError::Type);
    assert_eq!(error(|list| list["credentialSubject"]["type"] = json!("Other")), PublishedError::Type);
    assert_eq!(error(|list| list["credentialSubject"]["statusPurpose"] = json!([])), PublishedError::Purpose);
    assert!(matches!(
        error(|list| list["credentialSubject"]["encodedList"] = json!("uAAAA")),
        PublishedError::List(ListError::Compression)
    ));
    assert_eq!(
        error(|list| {
            list.as_object_mut().unwrap().remove("validFrom");
        }),
        PublishedError::Undated
    );
}

fn problems(change: impl Fn(&mut Value)) -> Vec<String> {
    let mut entry = json!({
        "id": "https://lab.example/status/1#5", "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation", "statusListIndex": "5", "statusListCredential": URL,
    });
    change(&mut entry);
    let mut problems = Problems::default();
    check_entry(&entry, &Place::Root, &mut problems);
    problems.into_vec().into_iter().map(|problem| problem.pointer).collect()
}

#[test]
fn an_entry_is_checked_as_the_recommendation_says() {
    assert!(problems(|_| {}).is_empty());
    assert_eq!(problems(|e| e["statusPurpose"] = json!(1)), ["/statusPurpose"]);
    for index in [json!(true), json!("-1"), json!("05"), json!("5.0"), json!(-1), json!(1.5), json!("")] {
        assert_eq!(problems(|e| e["statusListIndex"] = index.clone()), ["/statusListIndex"], "{index}");
    }
    assert_eq!(problems(|e| e["statusListCredential"] = json!("list")), ["/statusListCredential"]);
    assert_eq!(problems(|e| e["id"] = json!(URL)), ["/id"]);
    assert_eq!(problems(|e| e["statusSize"] = json!(0)), ["/statusSize"]);
    assert_eq!(problems(|e| e["statusSize"] = json!(2)), ["/statusMessage"]);
    assert_eq!(problems(|e| e["statusReference"] = json!(["no url"])), ["/statusReference"]);
    let message = |status: &str| json!({ "status": status, "message": "m" });
    assert!(problems(|e| e["statusMessage"] = json!([message("0x0"), message("0x1")])).is_empty());
    assert_eq!(
        problems(|e| e["statusMessage"] = json!([message("0x0"), message("1")])),
        ["/statusMessage/1"]
    );
    assert_eq!(problems(|e| e["statusMessage"] = json!([message("0x0")])), ["/statusMessage"]);
}
