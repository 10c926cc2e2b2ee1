//! What the suites for Data Integrity (EdDSA and ECDSA over JCS) and for VC-JOSE-COSE check, statement by statement.

use credential::integrity::NewProof;
use credential::{Kind, document, integrity, jwt};

use super::*;

/// A key that suites bring along: nobody told the adapter about it.
fn theirs() -> (PrivateKey, String, String) {
    let key = PrivateKey::from_secret("t", Algorithm::EdDsa, &[9; 32]).unwrap();
    let did = key.public().to_did_key().unwrap().to_string();
    let method = format!("{did}#{}", did.trim_start_matches("did:key:"));
    (key, did, method)
}

fn new_proof<'a>(method: &'a str, purpose: &'a str) -> NewProof<'a> {
    NewProof { method, purpose, created: at(), domain: None, challenge: None }
}

/// A proof for one verifier and one session of his.
fn in_session<'a>(method: &'a str, purpose: &'a str) -> NewProof<'a> {
    NewProof { domain: Some("verifier.example"), challenge: Some("abc"), ..new_proof(method, purpose) }
}

/// A credential of theirs whose proof was made over these members.
fn proved(change: impl Fn(&mut Value)) -> Value {
    let (key, did, method) = theirs();
    let mut credential = credential();
    credential["issuer"] = json!(did);
    change(&mut credential);
    integrity::sign(&credential, &new_proof(&method, "assertionMethod"), &key)
}

async fn refused(api: &Router, credential: &Value, kind: &str) {
    let (status, answer) = verify(api, credential).await;
    assert_eq!((status, &answer["verified"]), (400, &json!(false)), "{credential}");
    let error = answer["errors"][0]["type"].as_str().unwrap();
    assert!(error.ends_with(kind), "{error} for {credential}");
}

#[tokio::test]
async fn a_proof_by_a_key_that_is_its_own_name_is_verified() {
    let (status, answer) = verify(&api(), &proved(|_| {})).await;
    assert_eq!((status, &answer["verified"]), (200, &json!(true)), "{answer}");
}

#[tokio::test]
async fn every_member_of_a_proof_must_be_what_it_has_to_be() {
    let api = api();
    let good = proved(|_| {});
    let value = good["proof"]["proofValue"].as_str().unwrap().to_owned();
    for (member, wrong) in [
        ("type", json!("UnknownProof")),
        ("type", json!(null)),
        ("cryptosuite", json!("eddsa-rdfc-2022")),
        ("cryptosuite", json!("unknown-2022")),
        ("cryptosuite", json!(null)),
        ("proofPurpose", json!("authentication")),
        ("proofPurpose", json!(null)),
        ("verificationMethod", json!("not a url")),
        ("verificationMethod", json!(null)),
        ("proofValue", json!(null)),
        // Another base, the same digits; more bytes than a signature has; characters that base58 has not.
        ("proofValue", json!(format!("u{}", &value[1..]))),
        ("proofValue", json!(format!("{value}zzzz"))),
        ("proofValue", json!(format!("z0{}", &value[2..]))),
        ("created", json!("2026-03-01")),
        ("created", json!("0123456")),
        ("created", json!(7)),
        ("created", json!("2199-01-01T00:00:00Z")),
        ("expires", json!("2026-02-01T00:00:00Z")),
        ("id", json!("no url")),
        ("previousProof", json!("urn:uuid:00000000-0000-4000-8000-00000000000f")),
    ] {
        let mut wrong_proof = good.clone();
        wrong_proof["proof"][member] = wrong;
        let (status, answer) = verify(&api, &wrong_proof).await;
        assert_eq!((status, &answer["verified"]), (400, &json!(false)), "{member}: {wrong_proof}");
    }
    for member in ["type", "cryptosuite", "proofPurpose", "verificationMethod", "proofValue"] {
        let mut without = good.clone();
        without["proof"].as_object_mut().unwrap().remove(member);
        assert_eq!(verify(&api, &without).await.0, 400, "without {member}");
    }
}

#[tokio::test]
async fn what_is_covered_may_not_change_and_what_is_put_before_it_neither() {
    let api = api();
    let mut altered = proved(|_| {});
    altered["credentialSubject"]["name"] = json!("added");
    refused(&api, &altered, "#PROOF_VERIFICATION_ERROR").await;
    let mut reordered = proved(|credential| {
        credential["@context"] = json!([BASE, { "T": "https://x.example/T" }]);
    });
    reordered["proof"]["@context"] = json!([{ "T": "https://x.example/T" }]);
    refused(&api, &reordered, "#PROOF_VERIFICATION_ERROR").await;
}

#[tokio::test]
async fn all_proofs_of_a_set_must_hold() {
    let api = api();
    let (key, _, method) = theirs();
    let twice = integrity::sign(&proved(|_| {}), &new_proof(&method, "assertionMethod"), &key);
    assert_eq!(verify(&api, &twice).await.0, 200);
    let mut one_false = twice;
    one_false["proof"][1]["proofValue"] = one_false["proof"][0]["proofValue"].clone();
    one_false["proof"][1]["created"] = json!("2026-02-28T00:00:00Z");
    refused(&api, &one_false, "#PROOF_VERIFICATION_ERROR").await;
}

#[tokio::test]
async fn a_credential_that_breaks_the_model_is_refused_though_its_proof_holds() {
    let api = api();
    for (member, wrong) in [
        ("type", json!(["NonconformingDocument"])),
        ("@context", json!(["https://www.w3.org/ns/credentials/examples/v2", BASE])),
        ("credentialSubject", json!([])),
        ("validFrom", json!("soon")),
        ("credentialSchema", json!({ "type": "JsonSchema" })),
        ("evidence", json!([{ "id": "https://x.example/e" }])),
        ("relatedResource", json!([{ "id": "https://x.example/r" }])),
        ("credentialStatus", json!({ "type": "BitstringStatusListEntry", "statusListIndex": -1 })),
        ("name", json!({ "@value": "x", "@language": "en", "url": "https://x.example" })),
    ] {
        let broken = proved(|credential| credential[member] = wrong.clone());
        refused(&api, &broken, "#MALFORMED_VALUE_ERROR").await;
    }
}

#[tokio::test]
async fn a_list_that_is_too_short_or_no_multibase_is_refused() {
    let api = api();
    let list = |encoded: &str| {
        proved(|credential| {
            credential["type"] = json!(["VerifiableCredential", "BitstringStatusListCredential"]);
            credential["credentialSubject"] = json!({
                "id": "https://x.example/status/1#list", "type": "BitstringStatusList",
                "statusPurpose": "revocation", "encodedList": encoded,
            });
        })
    };
    let good = credential::status::StatusList::new(0).unwrap().encode();
    assert_eq!(verify(&api, &list(&good)).await.0, 200);
    for encoded in [&good[1..], "uAAAA", "", "uH4sIAAAAAAAAA2NgGHgAAP__AwDXMEpkCAAAAA"] {
        refused(&api, &list(encoded), "#MALFORMED_VALUE_ERROR").await;
    }
}

fn enveloped(change: impl Fn(&mut Value)) -> Value {
    let (key, did, method) = theirs();
    let mut credential = credential();
    credential["issuer"] = json!(did);
    change(&mut credential);
    document::envelope(Kind::Credential, &jwt::sign(Kind::Credential, &credential, &method, &key))
}

#[tokio::test]
async fn claims_of_a_token_agree_with_the_credential_or_are_not_understood() {
    let api = api();
    let (_, did, _) = theirs();
    for (claim, value) in
        [("iss", json!(did)), ("unknownClaim", json!({ "a": 1 })), ("iat", json!(1_700_000_000))]
    {
        let (status, answer) = verify(&api, &enveloped(|credential| credential[claim] = value.clone())).await;
        assert_eq!(status, 200, "{claim}: {answer}");
    }
    for (claim, value) in [
        ("iss", json!("did:example:other")),
        ("iss", json!(7)),
        ("jti", json!("urn:uuid:00000000-0000-4000-8000-000000000009")),
        ("sub", json!("did:example:other")),
        ("nbf", json!(4_000_000_000_u64)),
        ("exp", json!(1_000_000_000)),
        ("vc", json!({})),
        ("vp", json!({})),
    ] {
        let wrong = enveloped(|credential| credential[claim] = value.clone());
        assert_eq!(verify(&api, &wrong).await.0, 400, "{claim}");
    }
}

#[tokio::test]
async fn tokens_of_other_types_and_without_protection_are_refused() {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let api = api();
    let (key, did, method) = theirs();
    let mut payload = credential();
    payload["issuer"] = json!(did);
    let token = |header: Value, signed: bool| {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let text = format!("{}.{}", part(&header), part(&payload));
        let signature = if signed { key.sign_bytes(text.as_bytes()) } else { Vec::new() };
        document::envelope(Kind::Credential, &format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature)))
    };
    let good = json!({ "alg": "EdDSA", "typ": "vc+jwt", "kid": method, "x": "not understood" });
    assert_eq!(verify(&api, &token(good.clone(), true)).await.0, 200);
    assert_eq!(verify(&api, &token(good.clone(), false)).await.0, 400);
    for (member, value) in [
        ("alg", json!("none")),
        ("alg", json!("HS256")),
        ("alg", json!("ES256")),
        ("typ", json!("JWT")),
        ("typ", json!("vp+jwt")),
        ("typ", json!("vc+sd-jwt")),
        ("kid", json!(null)),
        ("kid", json!("key-1")),
        ("kid", json!("did:example:somebody#key")),
        ("crit", json!(["x"])),
    ] {
        let mut header = good.clone();
        header[member] = value;
        assert_eq!(verify(&api, &token(header.clone(), true)).await.0, 400, "{header}");
    }
}

#[tokio::test]
async fn credentials_in_a_presentation_are_secured_and_enveloped_as_such() {
    let api = api();
    let (key, did, method) = theirs();
    let present = |credential: Value, holder: Value| {
        let presentation = json!({
            "@context": [BASE], "type": ["VerifiablePresentation"], "holder": holder,
            "verifiableCredential": [credential],
        });
        let token = jwt::sign(Kind::Presentation, &presentation, &method, &key);
        json!({ "verifiablePresentation": document::envelope(Kind::Presentation, &token), "options": {} })
    };
    let path = "/presentations/verify";
    let holder = json!(did);
    let (status, answer) = post(&api, path, present(enveloped(|_| {}), holder.clone())).await;
    assert_eq!(status, 200, "{answer}");
    assert_eq!(post(&api, path, present(proved(|_| {}), json!({ "id": did }))).await.0, 200);
    let mut unsecured = credential();
    unsecured["issuer"] = json!(did);
    let mut other_type = enveloped(|_| {});
    other_type["type"] = json!("EnvelopedVerifiablePresentation");
    let mut altered = proved(|_| {});
    altered["name"] = json!("other");
    for wrong in [unsecured, other_type, altered, json!("urn:x:1"), json!({})] {
        assert_eq!(post(&api, path, present(wrong.clone(), holder.clone())).await.0, 400, "{wrong}");
    }
    for wrong in [json!("no url"), json!({ "name": "x" }), json!("did:example:other"), json!(null)] {
        let (status, answer) = post(&api, path, present(enveloped(|_| {}), wrong.clone())).await;
        assert_eq!(status, 400, "{wrong}: {answer}");
    }
}

#[tokio::test]
async fn a_presentation_holds_for_its_purpose_session_and_verifier_alone() {
    let api = api();
    let (key, did, method) = theirs();
    let presentation = json!({
        "@context": [BASE], "type": ["VerifiablePresentation"], "holder": did,
        "verifiableCredential": [proved(|_| {})],
    });
    let new = in_session(&method, "authentication");
    let signed = integrity::sign(&presentation, &new, &key);
    let ask = |options: Value| json!({ "verifiablePresentation": signed, "options": options });
    let path = "/presentations/verify";
    for options in [json!({}), json!({ "challenge": "abc", "domain": "verifier.example" })] {
        assert_eq!(post(&api, path, ask(options)).await.0, 200);
    }
    for options in [
        json!({ "challenge": "abd" }),
        json!({ "domain": "other.example" }),
        json!({ "expectedProofPurpose": "assertionMethod" }),
    ] {
        let (status, answer) = post(&api, path, ask(options)).await;
        assert_eq!(status, 400);
        assert!(answer["errors"][0]["type"].as_str().unwrap().ends_with("#PROOF_VERIFICATION_ERROR"));
    }
    for body in [json!({ "type": ["NonconformingDocument"] }), json!(null), json!([])] {
        assert_eq!(post(&api, path, json!({ "verifiablePresentation": body })).await.0, 400);
    }
}

#[tokio::test]
async fn a_credential_that_is_expected_for_a_session_names_it_in_its_proof() {
    let api = api();
    let (key, did, method) = theirs();
    let mut unsigned = credential();
    unsigned["issuer"] = json!(did);
    let new = in_session(&method, "assertionMethod");
    let signed = integrity::sign(&unsigned, &new, &key);
    let ask = |options: Value| json!({ "verifiableCredential": signed, "options": options });
    let path = "/credentials/verify";
    for options in
        [json!({}), json!({ "challenge": "abc", "domain": "verifier.example" }), json!({ "domain": null })]
    {
        assert_eq!(post(&api, path, ask(options)).await.0, 200);
    }
    for options in [json!({ "challenge": "abd" }), json!({ "domain": "other.example", "challenge": "abc" })] {
        assert_eq!(post(&api, path, ask(options)).await.0, 400);
    }
    let without = json!({ "verifiableCredential": enveloped(|_| {}), "options": { "challenge": "abc" } });
    assert_eq!(post(&api, path, without).await.0, 400);
}
