//! One test for each MUST of the data model, in the order of its sections; the W3C's suite asks the same through
//! `comity vc-api`.

use serde_json::json;

use super::*;
use crate::context::BASE;

const EXAMPLES: &str = "https://www.w3.org/ns/credentials/examples/v2";

fn with(field: &str, value: Value) -> Value {
    let mut credential = json!({
        "@context": [BASE, EXAMPLES], "type": ["VerifiableCredential"], "issuer": "did:web:lab.example",
        "credentialSubject": { "id": "did:example:subject" },
    });
    match value {
        Value::Null => credential.as_object_mut().unwrap().remove(field),
        value => credential.as_object_mut().unwrap().insert(field.to_owned(), value),
    };
    credential
}

fn places(credential: &Value) -> Vec<String> {
    let problems = check_credential(credential, Contexts::Pinned);
    problems.into_iter().map(|problem| problem.pointer).collect()
}

fn good(field: &str, value: Value) {
    assert_eq!(places(&with(field, value.clone())), [""; 0], "{field} {value}");
}

fn bad(field: &str, value: Value, place: &str) {
    assert_eq!(places(&with(field, value.clone())), [place], "{field} {value}");
}

#[test]
fn section_4_3_contexts() {
    good("@context", json!([BASE, { "T": "https://x.example/T" }]));
    bad("@context", json!([EXAMPLES, BASE]), "/@context/0");
    bad("@context", json!([BASE, 123_192_875]), "/@context/1");
    bad("@context", json!([BASE, "https ://not-a-url/contexts/example/v1"]), "/@context/1");
    assert_eq!(places(&with("@context", Value::Null))[0], "/@context");
}

#[test]
fn section_4_4_identifiers() {
    good("id", json!("urn:uuid:1"));
    for id in [json!("not-a-url"), json!(["urn:uuid:1"]), json!(7), json!({ "a": 1 })] {
        bad("id", id, "/id");
    }
    bad("credentialSubject", json!({ "id": "no url", "a": 1 }), "/credentialSubject/0/id");
}

#[test]
fn section_4_5_types() {
    good("type", json!(["https://x.example/T", "VerifiableCredential"]));
    let unmapped = |context: Value| {
        let mut credential = with("@context", context);
        credential["type"] = json!(["VerifiableCredential", "ExampleTestCredential"]);
        places(&credential)
    };
    assert_eq!(unmapped(json!([BASE])), ["/type/1"]);
    assert_eq!(unmapped(json!([BASE, { "ExampleTestCredential": "https ://not-a-url#x" }])), ["/type/1"]);
    assert!(unmapped(json!([BASE, { "ExampleTestCredential": "https://x.example/T" }])).is_empty());
    assert!(unmapped(json!([BASE, { "@vocab": "https://x.example/#" }])).is_empty());
    bad("type", Value::Null, "/type");
    bad("type", json!(["https://x.example/T"]), "/type");
    for field in ["credentialStatus", "termsOfUse", "evidence", "refreshService", "credentialSchema"] {
        let place = format!("/{field}/0/type");
        bad(field, json!({ "id": "https://x.example/1" }), &place);
        good(field, json!({ "id": "https://x.example/1", "type": "ExampleType" }));
        bad(field, json!({ "id": "no url", "type": "ExampleType" }), &format!("/{field}/0/id"));
        bad(field, json!(["a"]), &format!("/{field}/0"));
    }
}

#[test]
fn section_4_6_names_and_descriptions() {
    for field in ["name", "description"] {
        good(field, json!("Certificate"));
        good(field, json!({ "@value": "HTML", "@language": "en", "@direction": "rtl" }));
        good(field, json!([{ "@value": "a", "@language": "en" }, { "@value": "b", "@language": "fr" }]));
        for value in [
            json!({ "@value": "a", "@language": "en", "url": "did:example:x" }),
            json!({ "@language": "en" }),
            json!({ "@value": "a", "@direction": "up" }),
            json!(7),
            json!([]),
        ] {
            bad(field, value.clone(), &format!("/{field}"));
            let issuer = json!({ "id": "did:web:lab.example", field: value });
            bad("issuer", issuer, &format!("/issuer/{field}"));
        }
    }
}

#[test]
fn section_4_7_issuer() {
    good("issuer", json!({ "id": "https://lab.example", "name": "Lab" }));
    for issuer in
        [json!("lab"), json!({ "name": "Lab" }), json!(["did:web:a"]), json!(7), json!({ "id": "x" })]
    {
        bad("issuer", issuer, "/issuer");
    }
    bad("issuer", Value::Null, "/issuer");
}

#[test]
fn section_4_8_subject() {
    good("credentialSubject", json!([{ "a": 1 }, { "b": 2 }]));
    bad("credentialSubject", json!({}), "/credentialSubject/0");
    bad("credentialSubject", json!([{ "a": 1 }, {}]), "/credentialSubject/1");
    bad("credentialSubject", json!("did:example:x"), "/credentialSubject/0");
    bad("credentialSubject", json!([]), "/credentialSubject");
    bad("credentialSubject", Value::Null, "/credentialSubject");
}

#[test]
fn section_4_9_validity() {
    for field in ["validFrom", "validUntil"] {
        good(field, json!("2199-05-21T10:43:21.123Z"));
        good(field, json!("2023-05-21T10:43:21-05:00"));
        for value in
            [json!("2023-05-21"), json!("May 21"), json!(1_700_000_000), json!("2023-05-21T10:43:21")]
        {
            bad(field, value, &format!("/{field}"));
        }
    }
    let mut reversed = with("validFrom", json!("2026-03-01T00:00:00+02:00"));
    reversed["validUntil"] = json!("2026-02-28T22:00:00Z");
    assert!(places(&reversed).is_empty());
    reversed["validUntil"] = json!("2026-02-28T21:59:59Z");
    assert_eq!(places(&reversed), ["/validUntil"]);
}

#[test]
fn section_4_10_status() {
    bad("credentialStatus", json!({ "id": ["a:1", "b:1"], "type": "ExampleType" }), "/credentialStatus/0/id");
    let entry = |index: Value| {
        json!({ "type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": index,
            "statusListCredential": "https://lab.example/status/1" })
    };
    good("credentialStatus", json!([entry(json!("1")), entry(json!(2))]));
    bad("credentialStatus", entry(json!(true)), "/credentialStatus/0/statusListIndex");
    bad("statusEntry", entry(json!(true)), "/statusEntry/0/statusListIndex");
    let many = json!(vec![entry(json!("1")); STATUS_ENTRIES_MAX + 1]);
    bad("credentialStatus", many, "/credentialStatus");
}

#[test]
fn section_4_11_schemas() {
    good("credentialSchema", json!([{ "id": "https://x.example/s", "type": "JsonSchema" }]));
    bad("credentialSchema", json!({ "type": "JsonSchema" }), "/credentialSchema/0/id");
}

#[test]
fn section_5_3_related_resources() {
    let resource = |id: &str| json!({ "id": id, "digestSRI": "sha256-AAAA" });
    good("relatedResource", json!([resource("https://x.example/1"), resource("https://x.example/2")]));
    let multihash = "uEiAjCHMnK5-ayOIZLWo_TBoKYVvSAprlkYEjRlm19Cj0uw";
    good("relatedResource", json!({ "id": "https://x.example/1", "digestMultibase": multihash }));
    good(
        "relatedResource",
        json!({ "id": "https://x.example/1", "digestMultibase": [multihash, multihash] }),
    );
    for other in [json!("uEi"), json!("x1220"), json!("u+"), json!(""), json!(7), json!([]), json!([7])] {
        let resource = json!({ "id": "https://x.example/1", "digestMultibase": other });
        bad("relatedResource", resource, "/relatedResource/0/digestMultibase");
    }
    bad("relatedResource", json!([resource("a:1"), resource("a:1")]), "/relatedResource/1/id");
    bad("relatedResource", json!([{ "id": "https://x.example/1" }]), "/relatedResource/0");
    bad("relatedResource", json!([{ "digestSRI": "sha256-AAAA" }]), "/relatedResource/0/id");
    assert!(!places(&with("relatedResource", json!(["https://x.example/1"]))).is_empty());
    // The base context is known here, so its digest can be compared.
    bad("relatedResource", json!([resource(BASE)]), "/relatedResource/0/digestSRI");
    let sha256 = "sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=";
    let sha384 = "sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU";
    let hexadecimal = "sha256-59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734";
    for digest in [sha256, sha384, hexadecimal, &format!("{sha256} {sha384}"), "sha512-AAAA"] {
        good("relatedResource", json!([{ "id": BASE, "digestSRI": digest }]));
        let other = digest.replace("WZVc", "AAAA").replace("HrjlB", "AAAAA").replace("59955", "00000");
        if other != digest {
            bad(
                "relatedResource",
                json!([{ "id": BASE, "digestSRI": other }]),
                "/relatedResource/0/digestSRI",
            );
        }
    }
    let bare = "uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ";
    let with_header = "f122059955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734";
    for digest in [bare, with_header] {
        good("relatedResource", json!([{ "id": BASE, "digestMultibase": digest }]));
    }
    bad(
        "relatedResource",
        json!([{ "id": BASE, "digestMultibase": multihash }]),
        "/relatedResource/0/digestMultibase",
    );
    for sri in ["", "md5-AAAA", "sha256-", "sha256 AAAA", "AAAA"] {
        let resource = json!([{ "id": "https://x.example/1", "digestSRI": sri }]);
        bad("relatedResource", resource, "/relatedResource/0/digestSRI");
    }
}

#[test]
fn status_lists_say_their_purpose_and_can_be_expanded() {
    let encoded = status::StatusList::new(0).unwrap().encode();
    let list = |field: &str, value: Value| {
        let mut credential = with("type", json!(["VerifiableCredential", "BitstringStatusListCredential"]));
        credential["credentialSubject"] = json!({
            "id": "https://lab.example/status/1#list", "type": "BitstringStatusList", "statusPurpose": "revocation",
            "encodedList": encoded,
        });
        credential["credentialSubject"][field] = value;
        assert_eq!(places(&credential), [""; 0]);
        let problems = check_status_list(&credential);
        problems.into_iter().map(|problem| problem.pointer).collect::<Vec<_>>()
    };
    for (field, value) in [
        ("ttl", json!(300_000)),
        ("statusPurpose", json!(["revocation", "suspension"])),
        ("validUntil", json!("2199-01-01T00:00:00Z")),
    ] {
        assert_eq!(list(field, value), [""; 0], "{field}");
    }
    let short = {
        use std::io::Write as _;
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(&[0; 16_383]).unwrap();
        use base64::Engine as _;
        format!("u{}", base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(encoder.finish().unwrap()))
    };
    for (field, value) in [
        ("type", json!("StatusList2021")),
        ("statusPurpose", json!([])),
        ("statusPurpose", json!([7])),
        ("statusPurpose", json!(null)),
        ("encodedList", json!(encoded.trim_start_matches('u'))),
        ("encodedList", json!("uAAAA")),
        ("encodedList", json!(short)),
        ("encodedList", json!(null)),
        ("ttl", json!("soon")),
        ("ttl", json!(-1)),
    ] {
        assert_eq!(list(field, value.clone()), [format!("/credentialSubject/0/{field}")], "{field} {value}");
    }
}

#[test]
fn section_4_13_presentations() {
    let places = |field: &str, value: Value| {
        let mut presentation = json!({ "@context": [BASE, EXAMPLES], "type": ["VerifiablePresentation"] });
        presentation[field] = value;
        let problems = check_presentation(&presentation, Contexts::Pinned);
        problems.into_iter().map(|problem| problem.pointer).collect::<Vec<_>>()
    };
    assert!(places("holder", json!("did:web:a.example")).is_empty());
    assert!(places("holder", json!({ "id": "did:web:a.example" })).is_empty());
    for holder in [json!({ "name": "A" }), json!("a"), json!(7)] {
        assert_eq!(places("holder", holder), ["/holder"]);
    }
    assert_eq!(places("type", json!([])), ["/type"]);
    assert_eq!(places("@context", json!([EXAMPLES, BASE])), ["/@context/0"]);
    assert_eq!(places("verifiableCredential", json!(["urn:uuid:1"])), ["/verifiableCredential/0"]);
    let credential = with("issuer", json!("did:web:a.example"));
    assert!(places("verifiableCredential", json!([credential])).is_empty());
    let wrong = json!({ "@context": [], "type": "EnvelopedVerifiableCredential", "id": "x" });
    assert_eq!(
        places("verifiableCredential", json!([wrong])),
        ["/verifiableCredential/0/@context", "/verifiableCredential/0/id"]
    );
    let many = json!(vec![json!({}); CREDENTIALS_IN_PRESENTATION_MAX + 1]);
    assert_eq!(places("verifiableCredential", many), ["/verifiableCredential"]);
}

#[test]
fn a_problem_says_where_what_and_what_next() {
    let problems = check_credential(&with("validFrom", json!("soon")), Contexts::Pinned);
    assert_eq!(
        problems[0].to_string(),
        "/validFrom: expected a dateTimeStamp, found `soon`; write date, time and offset, such as 2026-03-01T00:00:00Z"
    );
}

#[test]
fn a_document_with_everything_wrong_gives_a_bounded_list() {
    let many = json!({ "@context": vec![json!(7); 5_000], "type": vec![json!(7); 5_000] });
    assert_eq!(check_credential(&many, Contexts::Any).len(), crate::limits::PROBLEMS_MAX);
}
