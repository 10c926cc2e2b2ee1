use credential::untp::make::Base;
use credential::{Kind, jwt};
use serde_json::{Value, json};
use statement::demonstration_key;

use crate::world::{BODY, server};

/// The credential of `C-0`, changed, and signed by its issuer.
pub fn presented(app: &app::App, change: impl Fn(&mut Value)) -> String {
    let number = "C-0".parse().unwrap();
    let (mut credential, issuer) = app.credential_of(&number, Base("https://registry.example")).unwrap();
    assert_eq!(issuer.as_str(), BODY);
    change(&mut credential);
    jwt::sign(Kind::Credential, &credential, &format!("{BODY}#demo"), &demonstration_key(&issuer))
}

fn question(document: Value) -> String {
    json!({ "importing": "JP", "on": "2026-01-31", "evidence": [{ "credential": document }] }).to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_presented_document_is_told_beside_the_answer_and_changes_none_of_it() {
    let server = server();
    let token = presented(&server.app, |_| {});
    let answer = server.decide(&question(json!(token))).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let told = answer.json();
    let document = &told["documents"][0];
    assert_eq!((&document["number"], &document["evidence"]), (&json!("C-0"), &json!(0)));
    let sha256 = document["sha256"].as_str().unwrap();
    let findings = document["findings"].as_array().unwrap();
    let not_met: Vec<_> = findings.iter().filter(|finding| finding["outcome"] == "not_met").collect();
    assert!(not_met.is_empty(), "{not_met:?}");
    // The same question by number and digest has the same answer, byte for byte.
    let by_name = json!({
        "importing": "JP", "on": "2026-01-31", "evidence": [{ "number": "C-0", "document_sha256": sha256 }],
    });
    let plain = server.decide(&by_name.to_string()).await.body;
    assert!(answer.body.starts_with(&plain[..plain.len() - 1]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_of_a_stream_that_brings_its_document_has_the_answer_of_the_question_alone() {
    let server = server();
    let genuine = presented(&server.app, |_| {});
    let renamed = presented(&server.app, |credential| credential["name"] = json!("x"));
    let altered = format!("{}.{}", genuine.rsplit_once('.').unwrap().0, renamed.rsplit_once('.').unwrap().1);
    let by_number = json!({ "importing": "JP", "on": "2026-01-31", "evidence": [{ "number": "C-0" }] });
    let questions =
        [question(json!(genuine)), by_number.to_string(), question(json!(altered)), question(json!(renamed))];
    // Twice: what was presented before is judged as if it had not been.
    for _ in 0..2 {
        let lines = questions.join("\n");
        let answer = server.post("/api/v1/decisions/stream", "application/x-ndjson", lines).await;
        let answers: Vec<String> = answer.text().lines().map(str::to_owned).collect();
        assert_eq!(answers.len(), questions.len());
        for (question, answer) in questions.iter().zip(&answers) {
            assert_eq!(&server.decide(question).await.text(), answer);
        }
        assert!(answers[2].contains(r#""reason":"altered""#), "{}", answers[2]);
    }
    let unreadable =
        server.post("/api/v1/decisions/stream", "application/x-ndjson", question(json!("a.b"))).await;
    assert!(unreadable.text().contains("document-malformed"), "{}", unreadable.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_differs_from_the_register_is_told_in_its_own_finding() {
    let server = server();
    let against = async |token: String| {
        let answer = server.decide(&question(json!(token))).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let told = answer.json();
        let findings = told["documents"][0]["findings"].as_array().unwrap().clone();
        let not_met = findings.into_iter().filter(|finding| finding["outcome"] == "not_met");
        not_met.map(|finding| finding["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let entry = "/credentialSubject/registerEntry/certificate";
    let other = presented(&server.app, |credential| {
        *credential.pointer_mut(&format!("{entry}/products/0/description")).unwrap() = json!("kettle");
    });
    assert_eq!(against(other).await, ["document.content-as-registered"]);
    let invented = presented(&server.app, |credential| {
        *credential.pointer_mut(&format!("{entry}/number")).unwrap() = json!("C-999");
    });
    assert_eq!(against(invented).await, ["document.number-issued"]);
    let genuine = presented(&server.app, |_| {});
    let (head, _) = genuine.rsplit_once('.').unwrap();
    let borrowed = presented(&server.app, |credential| credential["name"] = json!("x"));
    let altered = format!("{head}.{}", borrowed.rsplit_once('.').unwrap().1);
    assert_eq!(against(altered).await, ["document.signature-covers-text"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_cannot_be_read_is_refused_with_the_next_step() {
    let server = server();
    for document in [json!("a.b"), json!(7), json!(["x"]), json!("x".repeat(300_000)), json!("")] {
        let answer = server.decide(&question(document.clone())).await;
        assert_eq!(answer.problem(), (400, "document-malformed".to_owned()), "{document}");
    }
    let large = question(json!("x".repeat(2_000_000)));
    assert_eq!(server.decide(&large).await.status, 413);
    // Questions without documents keep their own limit.
    let long =
        json!({ "importing": "JP", "on": "2026-01-31", "product": { "description": "x".repeat(70_000) } });
    assert_eq!(server.decide(&long.to_string()).await.problem(), (413, "body-too-large".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_context_that_credentials_name_is_served_and_never_changes() {
    let answer = server().get("/ns/conformity/v1").await;
    assert_eq!(answer.headers["content-type"], "application/ld+json");
    assert!(answer.headers["cache-control"].to_str().unwrap().contains("immutable"));
    let term = "/@context/registerEntry/@type";
    assert_eq!(answer.json().pointer(term).unwrap(), "@json");
}
