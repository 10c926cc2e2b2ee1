mod proofs;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use statement::Algorithm;
use tower::ServiceExt as _;

use super::*;
use credential::context::BASE;
use credential::time;

fn at() -> jiff::Timestamp {
    time::parse("2026-03-01T12:00:00Z").unwrap()
}

fn api() -> Router {
    let key = |algorithm, bytes| PrivateKey::from_secret("k", algorithm, &vec![2; bytes]).unwrap();
    let keys = [key(Algorithm::EdDsa, 32), key(Algorithm::Es256, 32), key(Algorithm::Es384, 48)];
    router(VcApi::new("http://127.0.0.1:40443", &keys, at).unwrap())
}

async fn send(api: &Router, method: &str, path: &str, body: &Value) -> (u16, Value) {
    let request = Request::builder().method(method).uri(path).body(Body::from(body.to_string())).unwrap();
    let response = api.clone().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let bytes = to_bytes(response.into_body(), 1 << 22).await.unwrap();
    (status, serde_json::from_slice(&bytes).unwrap_or_default())
}

async fn post(api: &Router, path: &str, body: Value) -> (u16, Value) {
    send(api, "POST", path, &body).await
}

fn credential() -> Value {
    json!({
        "@context": [BASE], "id": "urn:uuid:86294362-4254-4f36-854f-3952fe42555d",
        "type": ["VerifiableCredential"], "issuer": "https://issuer.example/1",
        "credentialSubject": { "id": "did:example:subject" },
    })
}

async fn verify(api: &Router, credential: &Value) -> (u16, Value) {
    post(
        api,
        "/credentials/verify",
        json!({ "verifiableCredential": credential, "options": { "checks": ["proof"] } }),
    )
    .await
}

#[tokio::test]
async fn every_profile_issues_what_it_verifies() {
    let api = api();
    for profile in issue::PROFILES {
        let path = format!("/{}/credentials/issue", profile.name);
        let (status, issued) = post(&api, &path, json!({ "credential": credential() })).await;
        assert_eq!(status, 201, "{path}: {issued}");
        let (status, answer) = verify(&api, &issued).await;
        assert_eq!((status, &answer["verified"]), (200, &json!(true)), "{path}: {answer}");
        let issuer = answer["verifiableCredential"]["issuer"].as_str().unwrap();
        assert!(issuer.starts_with("did:key:"), "it signs only as itself: {issuer}");
    }
}

#[tokio::test]
async fn what_is_no_credential_is_not_issued() {
    let api = api();
    for (field, value) in [
        ("type", json!(["UnmappedType", "VerifiableCredential"])),
        ("issuer", json!("not a url")),
        ("issuer", json!({ "name": "no id" })),
        ("issuer", json!(null)),
        ("@context", json!([BASE, "https://unknown.example/v1"])),
        ("credentialSubject", json!({})),
        ("validFrom", json!("yesterday")),
        ("statusEntry", json!({ "type": "BitstringStatusListEntry", "statusListIndex": true })),
    ] {
        let mut credential = credential();
        credential[field] = value;
        let (status, answer) = post(&api, "/credentials/issue", json!({ "credential": credential })).await;
        assert_eq!(status, 400, "{field}");
        assert!(answer["errors"][0]["type"].as_str().unwrap().ends_with("#MALFORMED_VALUE_ERROR"));
    }
    for body in [json!([1]), json!({}), json!({ "credential": 7 }), json!({ "credential": "x" })] {
        assert_eq!(post(&api, "/credentials/issue", body).await.0, 400);
    }
    let unknown = post(&api, "/rsa/credentials/issue", json!({ "credential": credential() })).await;
    assert_eq!(unknown.0, 400);
}

#[tokio::test]
async fn an_issuer_may_be_an_object_and_be_left_out() {
    let api = api();
    let mut named = credential();
    named["issuer"] = json!({ "id": "https://issuer.example/1", "name": "Issuer" });
    let (status, issued) = post(&api, "/credentials/issue", json!({ "credential": named })).await;
    assert_eq!((status, &issued["issuer"]["name"]), (201, &json!("Issuer")));
    let mut without = credential();
    without.as_object_mut().unwrap().remove("issuer");
    assert_eq!(post(&api, "/credentials/issue", json!({ "credential": without })).await.0, 201);
}

#[tokio::test]
async fn what_does_not_hold_is_not_verified() {
    let api = api();
    let (_, issued) = post(&api, "/credentials/issue", json!({ "credential": credential() })).await;
    let mut altered = issued.clone();
    altered["credentialSubject"]["id"] = json!("did:example:other");
    let (status, answer) = verify(&api, &altered).await;
    assert_eq!((status, &answer["verified"]), (400, &json!(false)));
    assert!(answer["errors"][0]["type"].as_str().unwrap().ends_with("#PROOF_VERIFICATION_ERROR"));
    for proof in [json!(null), json!({}), json!([]), json!("x")] {
        let mut changed = issued.clone();
        changed["proof"] = proof;
        assert_eq!(verify(&api, &changed).await.0, 400);
    }
    let expects = json!({
        "verifiableCredential": issued, "options": { "expectedProofPurpose": "authentication" },
    });
    assert_eq!(post(&api, "/credentials/verify", expects).await.0, 400);
    for body in [json!({}), json!({ "verifiableCredential": 7 }), json!({ "verifiableCredential": "a.b.c" })]
    {
        assert_eq!(post(&api, "/credentials/verify", body).await.0, 400);
    }
}

#[tokio::test]
async fn a_credential_out_of_time_is_not_verified() {
    let api = api();
    for (field, value) in [("validFrom", "2026-03-01T12:02:00Z"), ("validUntil", "2026-03-01T11:58:00Z")] {
        let mut credential = credential();
        credential[field] = json!(value);
        let (status, issued) = post(&api, "/credentials/issue", json!({ "credential": credential })).await;
        assert_eq!(status, 201);
        assert_eq!(verify(&api, &issued).await.0, 400, "{field}");
    }
}

#[tokio::test]
async fn a_status_list_is_published_and_a_set_bit_is_an_error() {
    let api = api();
    let (_, issued) =
        post(&api, "/status-list/credentials/issue", json!({ "credential": credential() })).await;
    let entry = &issued["credentialStatus"];
    assert_eq!(entry["statusListIndex"], "0");
    let with_status =
        json!({ "verifiableCredential": issued, "options": { "checks": ["proof", "credentialStatus"] } });
    assert_eq!(post(&api, "/credentials/verify", with_status.clone()).await.0, 200);
    let (status, list) = send(&api, "GET", "/status/revocation", &json!(null)).await;
    assert_eq!((status, &list["id"]), (200, &entry["statusListCredential"]));
    assert!(list["type"].as_array().unwrap().contains(&json!("BitstringStatusListCredential")));
    assert_eq!(verify(&api, &list).await.0, 200);
    let update = json!({
        "credentialId": credential()["id"],
        "credentialStatus": { "type": "BitstringStatusListEntry", "statusPurpose": "revocation" },
    });
    assert_eq!(post(&api, "/credentials/status", update).await.0, 200);
    assert_eq!(post(&api, "/status/revocation/publish", json!({})).await.0, 204);
    let (status, answer) = post(&api, "/credentials/verify", with_status).await;
    assert_eq!(status, 400);
    assert!(answer["errors"][0]["type"].as_str().unwrap().ends_with("#STATUS_VERIFICATION_ERROR"));
    assert_eq!(send(&api, "GET", "/status/other", &json!(null)).await.0, 404);
    assert_eq!(post(&api, "/credentials/status", json!({ "credentialId": "urn:x:1" })).await.0, 400);
}

#[tokio::test]
async fn a_status_that_cannot_be_known_is_an_error_for_who_asks_and_a_warning_for_others() {
    let api = api();
    let mut foreign = credential();
    foreign["credentialStatus"] = json!({
        "type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": "1",
        "statusListCredential": "https://elsewhere.example/status/1",
    });
    let (_, issued) = post(&api, "/credentials/issue", json!({ "credential": foreign })).await;
    let (status, answer) = verify(&api, &issued).await;
    assert_eq!((status, answer["warnings"].as_array().unwrap().len()), (200, 1));
    let asked = json!({ "verifiableCredential": issued, "options": { "checks": ["credentialStatus"] } });
    assert_eq!(post(&api, "/credentials/verify", asked).await.0, 400);
}

#[tokio::test]
async fn a_presentation_is_verified_with_its_credentials() {
    let api = api();
    let holder = PrivateKey::from_secret("h", Algorithm::EdDsa, &[6; 32]).unwrap();
    let did = holder.public().to_did_key().unwrap().to_string();
    let method = format!("{did}#{}", did.trim_start_matches("did:key:"));
    let (_, issued) = post(&api, "/credentials/issue", json!({ "credential": credential() })).await;
    let presentation = json!({
        "@context": [BASE], "type": ["VerifiablePresentation"], "holder": did, "verifiableCredential": [issued],
    });
    let new = credential::integrity::NewProof {
        method: &method,
        purpose: "authentication",
        created: at(),
        domain: Some("domain.example"),
        challenge: Some("1235abcd6789"),
    };
    let signed = credential::integrity::sign(&presentation, &new, &holder);
    let request =
        |signed: &Value, options: Value| json!({ "verifiablePresentation": signed, "options": options });
    let path = "/presentations/verify";
    let (status, answer) = post(&api, path, request(&signed, json!({ "challenge": "1235abcd6789" }))).await;
    assert_eq!((status, &answer["holder"]), (200, &json!(did)));
    assert_eq!(post(&api, path, request(&signed, json!({ "challenge": "other" }))).await.0, 400);
    assert_eq!(post(&api, path, request(&signed, json!({ "domain": "other.example" }))).await.0, 400);
    assert_eq!(post(&api, path, request(&presentation, json!({}))).await.0, 400);
    let token = credential::jwt::sign(Kind::Presentation, &presentation, &method, &holder);
    let enveloped = credential::document::envelope(Kind::Presentation, &token);
    assert_eq!(post(&api, path, request(&enveloped, json!({}))).await.0, 200);
    let mut wrong = enveloped;
    wrong["type"] = json!(["VerifiablePresentation"]);
    assert_eq!(post(&api, path, request(&wrong, json!({}))).await.0, 400);
}

#[tokio::test]
async fn the_description_names_every_profile() {
    let (status, described) = send(&api(), "GET", "/implementation.json", &json!(null)).await;
    assert_eq!((status, described["issuers"].as_array().unwrap().len()), (200, issue::PROFILES.len()));
    let text = described.to_string();
    for tag in ["eddsa-jcs-2022", "ecdsa-jcs-2019", "vc2.0", "EnvelopingProof", "BitstringStatusList"] {
        assert!(text.contains(&format!("\"{tag}\"")), "{tag}");
    }
}

use credential::Kind;
