//! Signed documents over HTTP: handed in, served at the addresses that credentials name, and what is not taken.

use std::sync::Arc;

use app::FixedClock;
use app::documents::DocumentFolder;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use credential::did::DidDocument;
use credential::limits::CREDENTIAL_BYTES_MAX;
use credential::untp::make::Base;
use credential::{
    Document, Keyring, Kind, Now, PublishedList, Status, StatusEntry, StatusPolicy, Verifier, integrity, jwt,
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use statement::act::{CertificatesChanged, CertificatesIssued, KeyRevoked};
use statement::{Algorithm, PrivateKey, PureCheck, demonstration_key};
use tempfile::TempDir;
use testkit::{Author, REGISTRAR, World, the};
use tower::ServiceExt as _;

use crate::desk::{Desk, MINISTRY, URL};
use crate::world::BODY;

pub(crate) const GTIN: &str = "04006381333931";
const TOKEN: &str = "application/vc+jwt";

pub(crate) struct Site {
    pub(crate) desk: Desk,
    _folder: TempDir,
}

pub(crate) struct Told {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Told {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(&name).map_or("", |value| value.to_str().unwrap())
    }

    /// Status and name of the problem, which has a next step.
    pub(crate) fn problem(&self) -> (u16, String) {
        let json = self.json();
        assert!(!json["next_step"].as_str().unwrap().is_empty());
        let kind = json["type"].as_str().unwrap();
        (self.status.as_u16(), kind.rsplit('/').next().unwrap().to_owned())
    }
}

/// Certificates of the body: the first about a kettle with a trade item number and a batch, the second about the same kettle
/// without a batch, the third about something else. The fourth is the ministry's.
fn certificates(issuer: &str, numbers: std::ops::Range<u64>) -> CertificatesIssued {
    let product = |n| match n {
        0 => json!({ "hs": "851672", "hs_edition": 2022, "gtin": "4006381333931", "batch": "B-1" }),
        1 => json!({ "hs": "851672", "hs_edition": 2022, "gtin": GTIN }),
        _ => {
            json!({ "hs": "851660", "hs_edition": 2022, "description": "Réchaud à gaz «Ölmühle», Плита, κουζίνα" })
        }
    };
    let first = numbers.start;
    let one = |n: u64| {
        json!({
            "number": format!("C-{n}"), "status_index": n - first, "kind": "certificate", "holder": BODY,
            "products": [product(n)], "procedure": "certification", "issued_on": "2025-01-01",
        })
    };
    let certificates = numbers.map(|n| serde_json::from_value(one(n)).unwrap());
    CertificatesIssued { issuer: the(issuer), certificates: certificates.collect() }
}

impl Site {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let documents = DocumentFolder::open(folder.path()).unwrap();
        let clock = Arc::new(FixedClock(the("2026-01-31")));
        let desk = Desk::with(clock, Some(documents), |app| {
            let registrar = World::with_countries(&[]).registrar;
            let body = testkit::body(BODY, "FR");
            app.submit_blocking(&registrar.sign(&registrar.statement("body", body))).unwrap();
            for (issuer, numbers) in [(BODY, 0..3), (MINISTRY, 3..4)] {
                let author = Author::new(issuer);
                let act = certificates(issuer, numbers);
                app.submit_blocking(&author.sign(&author.statement("issue", act))).unwrap();
            }
        });
        Self { desk, _folder: folder }
    }

    async fn ask(&self, request: Request<Body>) -> Told {
        let response = self.desk.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Told { status: parts.status, headers: parts.headers, body }
    }

    pub(crate) async fn get(&self, path: &str) -> Told {
        self.get_with(path, &[]).await
    }

    pub(crate) async fn get_with(&self, path: &str, headers: &[(header::HeaderName, &str)]) -> Told {
        let mut request = Request::get(path).body(Body::empty()).unwrap();
        for (name, value) in headers {
            request.headers_mut().insert(name, value.parse().unwrap());
        }
        self.ask(request).await
    }

    async fn deposit_as(&self, kind: &str, body: impl Into<Body>) -> Told {
        let request = Request::post("/api/v1/credentials").header(header::CONTENT_TYPE, kind);
        self.ask(request.body(body.into()).unwrap()).await
    }

    async fn deposit(&self, token: &str) -> Told {
        self.deposit_as(TOKEN, token.to_owned()).await
    }

    async fn state(&self, signer: &str, id: &str, act: impl Into<statement::Act>) {
        let author = Author::new(signer);
        self.desk.app.submit(author.sign(&author.statement(id, act))).await.unwrap();
    }

    /// The credential of a certificate as its issuer signs it.
    fn signed(&self, number: &str, change: impl Fn(&mut Value)) -> String {
        let (mut credential, issuer) = self.desk.app.credential_of(&the(number), Base(URL)).unwrap();
        change(&mut credential);
        sign(&credential, issuer.as_str())
    }

    /// States the digest of a document for a certificate of the body.
    async fn name(&self, number: &str, sha256: &str) {
        let path = format!("/api/v1/certificates/{number}");
        let mut content = self.get(&path).await.json()["content"].clone();
        content["credential_sha256"] = json!(sha256);
        self.change(number, json!({ "amended": content })).await;
    }

    async fn change(&self, number: &str, change: Value) {
        let size = self.desk.app.state().size();
        let change = json!({ "number": number, "on": "2026-01-30", "change": change, "reason": "test" });
        let act: CertificatesChanged =
            serde_json::from_value(json!({ "issuer": BODY, "changes": [change] })).unwrap();
        self.state(BODY, &format!("change-{size}"), act).await;
    }

    /// The document is signed, named by an act, and handed in.
    pub(crate) async fn travels(&self, number: &str) -> String {
        let token = self.signed(number, |_| {});
        self.name(number, &sha256(&token)).await;
        let taken = self.deposit(&token).await;
        assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
        token
    }

    /// The list of an issuer as the record has it, changed and signed.
    async fn list(&self, purpose: &str, change: impl Fn(&mut Value)) -> String {
        let path = format!("/api/v1/status-lists/{}/{purpose}/unsigned", escaped(BODY));
        let mut list = self.get(&path).await.json();
        change(&mut list);
        sign(&list, BODY)
    }

    async fn compared(&self, purpose: &str) -> Value {
        self.get(&format!("/api/v1/status-lists/{}/{purpose}", escaped(BODY))).await.json()
    }
}

pub(crate) fn sign(credential: &Value, issuer: &str) -> String {
    jwt::sign(Kind::Credential, credential, &format!("{issuer}#demo"), &demonstration_key(&the(issuer)))
}

pub(crate) fn sha256(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

fn escaped(text: &str) -> String {
    credential::untp::make::segment(text)
}

fn path(url: &Value) -> String {
    url.as_str().unwrap().strip_prefix(URL).unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_credential_travels_from_the_record_to_its_address_and_is_verified_without_the_registry() {
    let site = Site::new();
    let made = site.get("/api/v1/certificates/C-0/credential").await;
    assert_eq!((made.status, made.header(header::CONTENT_TYPE)), (StatusCode::OK, "application/vc"));
    assert!(made.header(header::CONTENT_DISPOSITION).contains("unsigned"));
    let unsigned = made.json();
    assert!(unsigned.get("proof").is_none());
    let (address, token) = (path(&unsigned["id"]), sign(&unsigned, BODY));
    // Before anybody names it, nobody serves it, and the way there is told.
    assert_eq!(site.get(&address).await.problem(), (404, "no-document-named".into()));
    assert_eq!(site.deposit(&token).await.problem(), (403, "digest-not-on-record".into()));
    site.name("C-0", &sha256(&token)).await;
    assert_eq!(site.get(&address).await.problem(), (404, "document-not-here".into()));
    let taken = site.deposit(&token).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
    assert_eq!(taken.header(header::LOCATION), unsigned["id"]);
    assert_eq!(site.deposit(&token).await.status, StatusCode::CREATED);

    let served = site.get(&address).await;
    assert_eq!((served.status, served.text()), (StatusCode::OK, token.clone()));
    assert_eq!(served.header(header::CONTENT_TYPE), TOKEN);
    assert_eq!(served.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(served.header(header::CACHE_CONTROL), "no-cache");
    let by_hash = site.get(&format!("/credentials/{}", sha256(&token))).await;
    assert_eq!(by_hash.body, served.body);
    assert!(by_hash.header(header::CACHE_CONTROL).contains("immutable"));
    let tag = by_hash.header(header::ETAG).to_owned();
    let known = site.get_with(&address, &[(header::IF_NONE_MATCH, &tag)]).await;
    assert_eq!((known.status, known.body.len()), (StatusCode::NOT_MODIFIED, 0));

    // What a verifier has fetched is enough.
    for purpose in ["revocation", "suspension"] {
        let list = site.list(purpose, |_| {}).await;
        assert_eq!(site.deposit(&list).await.status, StatusCode::CREATED);
    }
    let keys = site.get(&format!("/api/v1/parties/{}/did.json", escaped(BODY))).await;
    assert_eq!(keys.header(header::CONTENT_TYPE), "application/did+json");
    let mut ring = Keyring::new();
    ring.add_document(&DidDocument::parse_of(&keys.body, BODY).unwrap());
    let now = Now::new(credential::time::parse("2026-01-31T06:00:00Z").unwrap());
    let verifier = Verifier { keys: &ring, check: &PureCheck, now };
    let verified =
        Document::credential(&served.body, CREDENTIAL_BYTES_MAX).unwrap().verify(&verifier).unwrap();
    assert_eq!(verified.issuer(), BODY);
    let pointer = verified.credential()["credentialStatus"].clone();
    let listed = site.get(&path(&pointer["statusListCredential"])).await;
    let list = Document::credential(&listed.body, CREDENTIAL_BYTES_MAX).unwrap().verify(&verifier).unwrap();
    let url = pointer["statusListCredential"].as_str().unwrap();
    let lists = [PublishedList::from_verified(url, &list).unwrap()];
    let entry = StatusEntry::read(&pointer).unwrap();
    let status = entry.look_up(BODY, &lists, &StatusPolicy::new(now));
    assert!(matches!(status, Status::NotSet { .. }), "{status:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_asks_for_the_form_that_it_reads() {
    let site = Site::new();
    let token = site.travels("C-0").await;
    let ask = async |accept: &str| site.get_with("/credentials/C-0", &[(header::ACCEPT, accept)]).await;
    let wrapped = ask("application/vc").await;
    assert_eq!(wrapped.header(header::CONTENT_TYPE), "application/vc");
    assert_eq!(wrapped.json()["id"], format!("data:application/vc+jwt,{token}"));
    assert_ne!(wrapped.header(header::ETAG), ask("*/*").await.header(header::ETAG));
    let browser = ask("text/html,application/xhtml+xml,*/*;q=0.8").await;
    assert_eq!(
        (browser.status, browser.header(header::LOCATION)),
        (StatusCode::SEE_OTHER, "/en/certificates/C-0")
    );
    assert_eq!(ask("image/png").await.problem(), (406, "not-acceptable".into()));
    // What is under a hash is the document, whoever asks.
    let kept = site
        .get_with(&format!("/credentials/{}", sha256(&token)), &[(header::ACCEPT, "text/html,*/*")])
        .await;
    assert_eq!(kept.text(), token);
}

#[tokio::test(flavor = "multi_thread")]
async fn json_with_its_proof_is_kept_in_canonical_form() {
    let site = Site::new();
    let (credential, issuer) = site.desk.app.credential_of(&the("C-1"), Base(URL)).unwrap();
    let created = credential::time::parse("2026-01-30T00:00:00Z").unwrap();
    let method = format!("{BODY}#demo");
    let new = integrity::NewProof {
        method: &method,
        purpose: "assertionMethod",
        created,
        domain: None,
        challenge: None,
    };
    let signed = integrity::sign(&credential, &new, &demonstration_key(&issuer));
    let digest = Document::credential(signed.to_string().as_bytes(), CREDENTIAL_BYTES_MAX).unwrap().digest();
    site.name("C-1", &hex::encode(digest)).await;
    let spaced = serde_json::to_string_pretty(&signed).unwrap();
    assert_eq!(site.deposit_as("application/vc", spaced).await.status, StatusCode::CREATED);
    let served = site.get("/credentials/C-1").await;
    assert_eq!((served.header(header::CONTENT_TYPE), served.json()), ("application/vc", signed.clone()));
    assert_eq!(Sha256::digest(&served.body).as_slice(), digest);
    // Without its proof it is another document; an altered one is too.
    let mut bare = signed.clone();
    bare.as_object_mut().unwrap().remove("proof");
    assert_eq!(site.deposit_as("application/vc", bare.to_string()).await.problem().1, "digest-not-on-record");
    site.name("C-1", &hex::encode(Sha256::digest(credential_bytes(&bare)))).await;
    assert_eq!(
        site.deposit_as("application/vc", bare.to_string()).await.problem(),
        (403, "signature-not-good".into())
    );
}

fn credential_bytes(value: &Value) -> Vec<u8> {
    let text = value.to_string();
    Document::credential(text.as_bytes(), CREDENTIAL_BYTES_MAX).unwrap().to_bytes()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_signed_document_of_this_register_is_not_taken() {
    let site = Site::new();
    let token = site.travels("C-0").await;
    let altered = site.signed("C-0", |credential| credential["name"] = json!("another"));
    assert_eq!(site.deposit(&altered).await.problem(), (403, "digest-not-on-record".into()));
    let (head, _) = altered.rsplit_once('.').unwrap();
    let borrowed = format!("{head}.{}", token.rsplit_once('.').unwrap().1);
    site.name("C-1", &sha256(&borrowed)).await;
    assert_eq!(site.deposit(&borrowed).await.problem(), (403, "signature-not-good".into()));
    for (kind, body) in [
        (TOKEN, "<!doctype html><script>alert(1)</script>".to_owned()),
        ("application/vc", "<html></html>".to_owned()),
        ("application/vc", "[]".to_owned()),
        ("application/json", r#"{"html":"<script>"}"#.to_owned()),
        (TOKEN, "../../../etc/passwd".to_owned()),
        (TOKEN, String::new()),
        (TOKEN, "a.b.c".to_owned()),
    ] {
        assert_eq!(
            site.deposit_as(kind, body.clone()).await.problem(),
            (400, "document-malformed".into()),
            "{body}"
        );
    }
    let html = site.deposit_as("text/html", token.clone()).await;
    assert_eq!(html.problem(), (415, "media-type-not-supported".into()));
    assert_eq!(site.deposit(&"x".repeat(10_000_000)).await.problem(), (413, "body-too-large".into()));
    for bad in [
        "/credentials/..%2f..%2f..%2fetc%2fpasswd",
        "/credentials/%00",
        "/status/..%2f..%2fetc/revocation",
        "/status/did%3Aweb%3Abody.test.example/..%2frevocation",
        "/anchors/..%2f",
    ] {
        let told = site.get(bad).await;
        assert!([400, 404].contains(&told.status.as_u16()), "{bad}: {}", told.text());
    }
    let nowhere = site.get(&format!("/credentials/{}", "0".repeat(64))).await;
    assert_eq!(nowhere.problem(), (404, "document-not-here".into()));
    assert_eq!(site.get("/credentials/C-99").await.problem(), (404, "not-on-record".into()));
    assert_eq!(
        site.get("/api/v1/certificates/C-99/credential").await.problem(),
        (404, "not-on-record".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_the_issuers_own_the_newest_and_at_its_address() {
    let site = Site::new();
    let address = format!("/status/{}/revocation", escaped(BODY));
    assert_eq!(site.get(&address).await.problem(), (404, "document-not-here".into()));
    let from = |moment: &'static str| move |list: &mut Value| list["validFrom"] = json!(moment);
    let noon = site.list("revocation", from("2026-01-30T12:00:00Z")).await;
    assert_eq!(site.deposit(&noon).await.status, StatusCode::CREATED);
    assert_eq!(site.get(&address).await.text(), noon);
    let morning = site.list("revocation", from("2026-01-30T06:00:00Z")).await;
    assert_eq!(site.deposit(&morning).await.problem(), (409, "older-than-kept".into()));
    assert_eq!(site.get(&address).await.text(), noon);
    // The same again is no older one; what stood before is kept under its hash.
    assert_eq!(site.deposit(&noon).await.status, StatusCode::CREATED);
    let evening = site.list("revocation", from("2026-01-30T18:00:00Z")).await;
    assert_eq!(site.deposit(&evening).await.status, StatusCode::CREATED);
    assert_eq!(site.get(&address).await.text(), evening);
    assert_eq!(site.get(&format!("/credentials/{}", sha256(&noon))).await.text(), noon);

    let between = |from: &'static str, until: &'static str| {
        move |list: &mut Value| (list["validFrom"], list["validUntil"]) = (json!(from), json!(until))
    };
    let future = site.list("revocation", between("2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z")).await;
    assert_eq!(site.deposit(&future).await.problem(), (403, "out-of-time".into()));
    let over = site.list("revocation", between("2026-01-30T19:00:00Z", "2026-01-30T20:00:00Z")).await;
    assert_eq!(site.deposit(&over).await.problem(), (403, "out-of-time".into()));
    let elsewhere = site.list("revocation", |list| list["id"] = json!("https://lab.example/status/1")).await;
    assert_eq!(site.deposit(&elsewhere).await.problem(), (403, "list-elsewhere".into()));
    let other = site
        .list("revocation", |list| list["credentialSubject"]["statusPurpose"] = json!("suspension"))
        .await;
    assert_eq!(site.deposit(&other).await.problem(), (403, "list-elsewhere".into()));
    // Another issuer's list at this issuer's address, and this issuer's list signed by another.
    let theirs = site.list("revocation", |list| list["issuer"] = json!(MINISTRY)).await;
    assert_eq!(site.deposit(&theirs).await.problem(), (403, "signature-not-good".into()));
    let path = format!("/api/v1/status-lists/{}/revocation/unsigned", escaped(BODY));
    let mut list = site.get(&path).await.json();
    assert_eq!(site.deposit(&sign(&list, MINISTRY)).await.problem(), (403, "signature-not-good".into()));
    list["issuer"] = json!(MINISTRY);
    assert_eq!(site.deposit(&sign(&list, MINISTRY)).await.problem(), (403, "list-elsewhere".into()));
    let bomb =
        site.list("revocation", |list| list["credentialSubject"]["encodedList"] = json!("uAAAA")).await;
    assert_eq!(site.deposit(&bomb).await.problem(), (400, "list-malformed".into()));
    assert_eq!(
        site.deposit_as("application/vc", list.to_string()).await.problem(),
        (403, "signature-not-good".into())
    );
    assert_eq!(site.get(&address).await.text(), evening);

    let revoked: KeyRevoked =
        serde_json::from_value(json!({ "party": BODY, "key_id": "demo", "reason": "test" })).unwrap();
    site.state(BODY, "revoked", revoked).await;
    let night = site.list("revocation", from("2026-01-30T22:00:00Z")).await;
    assert_eq!(site.deposit(&night).await.problem(), (403, "signature-not-good".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_differs_from_the_record_is_told_certificate_by_certificate() {
    let site = Site::new();
    let outcome = |compared: &Value, id: &str| {
        let findings = compared["findings"].as_array().unwrap();
        findings.iter().find(|finding| finding["id"] == id).map(|finding| finding["outcome"].clone())
    };
    let before = site.compared("revocation").await;
    assert_eq!(outcome(&before, "status-list.deposited"), Some(json!("not_met")));
    assert!(before.get("list").is_none());
    let list = site.list("revocation", |list| list["validFrom"] = json!("2026-01-30T12:00:00Z")).await;
    assert_eq!(site.deposit(&list).await.status, StatusCode::CREATED);
    let same = site.compared("revocation").await;
    for id in ["deposited", "key-in-force", "in-time", "has-what-is-on-record", "has-nothing-else"] {
        assert_eq!(outcome(&same, &format!("status-list.{id}")), Some(json!("met")), "{id}: {same}");
    }
    assert_eq!((&same["certificates"], &same["on_record"]), (&json!(3), &json!(0)));
    site.change("C-1", json!({ "withdrawn": {} })).await;
    let missing = site.compared("revocation").await;
    assert_eq!(missing["not_in_list"], json!([{ "index": 1, "number": "C-1" }]));
    assert_eq!(outcome(&missing, "status-list.has-what-is-on-record"), Some(json!("not_met")));
    // A list that says more than the record: of a certificate, and of a place that belongs to none.
    let more = site
        .list("revocation", |list| {
            let mut bits = credential::StatusList::new(0).unwrap();
            assert!([0, 1, 70_000].into_iter().all(|index| bits.set(index)));
            list["credentialSubject"]["encodedList"] = json!(bits.encode());
        })
        .await;
    assert_eq!(site.deposit(&more).await.status, StatusCode::CREATED);
    let told = site.compared("revocation").await;
    assert_eq!(told["not_in_list"], json!([]));
    assert_eq!(told["not_on_record"], json!([{ "index": 0, "number": "C-0" }, { "index": 70_000 }]));
    assert_eq!(
        site.get("/api/v1/status-lists/did%3Aweb%3Anobody.example/revocation").await.problem(),
        (404, "not-on-record".into())
    );
    assert_eq!(
        site.get(&format!("/api/v1/status-lists/{}/message", escaped(BODY))).await.problem(),
        (400, "identifier-malformed".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_anchor_is_the_registrars_word_and_is_found_from_the_keys() {
    let site = Site::new();
    let (anchor, registrar) = site.desk.app.anchor_of(&the(BODY), Base(URL)).unwrap();
    assert_eq!(registrar.as_str(), REGISTRAR);
    let address = format!("/anchors/{}", escaped(BODY));
    assert_eq!(site.get(&address).await.problem(), (404, "document-not-here".into()));
    let mut own = anchor.clone();
    own["issuer"]["id"] = json!(BODY);
    assert_eq!(site.deposit(&sign(&own, BODY)).await.problem(), (403, "other-issuer".into()));
    let mut unknown = anchor.clone();
    unknown["credentialSubject"]["id"] = json!("did:web:nobody.example");
    assert_eq!(site.deposit(&sign(&unknown, REGISTRAR)).await.problem(), (403, "other-issuer".into()));
    let token = sign(&anchor, REGISTRAR);
    assert_eq!(site.deposit(&token).await.status, StatusCode::CREATED);
    assert_eq!(site.get(&address).await.text(), token);
    let keys = site.get(&format!("/api/v1/parties/{}/did.json", escaped(BODY))).await.json();
    assert_eq!(keys["service"][0]["serviceEndpoint"]["href"], format!("{URL}{address}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_have_their_days_and_revoked_ones_state_nothing() {
    let site = Site::new();
    let path = format!("/api/v1/parties/{}/did.json", escaped(BODY));
    let before = site.get(&path).await.json();
    assert_eq!(before["assertionMethod"].as_array().unwrap().len(), 2);
    assert_eq!(before["verificationMethod"][0]["created"], "2026-01-31T00:00:00Z");
    let revoked: KeyRevoked =
        serde_json::from_value(json!({ "party": BODY, "key_id": "demo", "reason": "test" })).unwrap();
    site.state(BODY, "revoked", revoked).await;
    let after = site.get(&path).await.json();
    assert_eq!(after["assertionMethod"], json!([]));
    assert_eq!(after["verificationMethod"][0]["revoked"], "2026-01-31T00:00:00Z");
    assert_eq!(
        site.get("/api/v1/parties/did%3Aweb%3Anobody.example/did.json").await.problem(),
        (404, "not-on-record".into())
    );
    // The registrar of this world is no name of this host.
    assert_eq!(site.get("/.well-known/did.json").await.problem(), (404, "did-elsewhere".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_only_the_issuers_own_document_lists_may_sign_what_an_act_names() {
    let site = Site::new();
    let other = PrivateKey::from_secret("elsewhere", Algorithm::Es256, &[9; 32]).unwrap();
    let (credential, _) = site.desk.app.credential_of(&the("C-0"), Base(URL)).unwrap();
    let token = jwt::sign(Kind::Credential, &credential, &format!("{BODY}#elsewhere"), &other);
    site.name("C-0", &sha256(&token)).await;
    assert_eq!(site.deposit(&token).await.status, StatusCode::CREATED);
    let as_somebody_else = jwt::sign(
        Kind::Credential,
        &credential,
        &format!("{MINISTRY}#demo"),
        &demonstration_key(&the(MINISTRY)),
    );
    site.name("C-0", &sha256(&as_somebody_else)).await;
    assert_eq!(site.deposit(&as_somebody_else).await.problem(), (403, "signature-not-good".into()));
}
