use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use statement::{Algorithm, PrivateKey, Unverified, sign};
use testkit::{Author, country};

use crate::world::{certificate, server};

const PATH: &str = "/api/v1/statements";

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_gets_the_same_receipt_however_often_it_is_submitted() {
    let server = server();
    let first = server.post(PATH, "application/jose", certificate(1)).await;
    assert_eq!(first.status, 200, "{}", first.text());
    let position = first.json()["position"].as_u64().unwrap();
    assert_eq!(first.headers["location"], format!("{PATH}/{position}"));
    let again = server.post(PATH, "text/plain", [certificate(1), b"\n".to_vec()].concat()).await;
    assert_eq!(again.body, first.body);
    let read = server.get(&format!("{PATH}/{position}")).await.json();
    assert_eq!(read["payload"]["act"]["type"], "certificates.issued");
    assert_eq!(read["receipt"], first.json());
    assert_eq!(read["jws"].as_str().unwrap().as_bytes(), certificate(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn several_statements_are_answered_one_by_one_in_their_order() {
    let server = server();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let several = json!({ "statements": [text(certificate(1)), "nonsense", text(certificate(2))] });
    let answer = server.post(PATH, "application/json", several.to_string()).await;
    let receipts = answer.json()["receipts"].clone();
    assert!(receipts[0]["receipt"]["position"].is_u64() && receipts[2]["receipt"]["position"].is_u64());
    assert_eq!(receipts[1]["problem"]["status"], 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_statements_would_do_is_told_and_nothing_is_written() {
    const EXPLAIN: &str = "/api/v1/statements/explain";
    let server = server();
    let size = server.app.state().size();
    let alone = server.post(EXPLAIN, "application/jose", certificate(1)).await.json();
    assert_eq!(alone["log_size"], size);
    let told = &alone["explanations"][0];
    assert_eq!((&told["admissible"], &told["act"]), (&json!(true), &json!("certificates.issued")), "{told}");
    assert_eq!(told["changes"][0]["kind"], "certificate");

    // A signature that is there is checked; who has not signed yet is told what admission would say.
    let payload = Unverified::parse(&certificate(1)).unwrap().payload().clone();
    let forged = sign(&payload, &PrivateKey::from_secret("demo", Algorithm::EdDsa, &[9; 32]).unwrap());
    let statements = json!([String::from_utf8(forged).unwrap(), payload.to_value(), payload.to_value()]);
    let several = json!({ "statements": statements }).to_string();
    let answer = server.post(EXPLAIN, "application/json", several).await.json();
    let refusals: Vec<_> =
        (0..3).map(|place| answer["explanations"][place]["refusal"]["status"].clone()).collect();
    // The third says again what the second would have put on record.
    assert_eq!(refusals, [json!(400), json!(null), json!(403)], "{answer}");

    let problem = async |kind: &str, body: &str| server.post(EXPLAIN, kind, body.to_owned()).await.problem();
    assert_eq!(problem("application/json", "[]").await, (400, "statements-malformed".into()));
    assert_eq!(
        problem("application/json", r#"{"statements":[{"id":1}]}"#).await,
        (400, "statements-malformed".into())
    );
    assert_eq!(problem("application/jose", "a.b").await, (400, "statement-malformed".into()));
    assert_eq!(problem("text/csv", "").await, (415, "media-type-not-supported".into()));
    let many = json!({ "statements": vec![""; 1001] }).to_string();
    assert_eq!(problem("application/json", &many).await, (413, "too-many-statements".into()));
    assert_eq!(server.app.state().size(), size);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_says_why_and_writes_nothing() {
    let server = server();
    let size = server.app.state().size();
    let problem = async |kind: &str, body: Vec<u8>| server.post(PATH, kind, body).await.problem();
    assert_eq!(problem("application/jose", b"a.b".into()).await, (400, "statement-malformed".into()));
    assert_eq!(problem("application/jose", vec![]).await, (400, "statement-malformed".into()));
    assert_eq!(problem("application/xml", certificate(1)).await, (415, "media-type-not-supported".into()));
    assert_eq!(problem("application/json", b"{".into()).await, (400, "statements-malformed".into()));
    let deep = [b"{\"statements\":".to_vec(), vec![b'['; 200_000]].concat();
    assert_eq!(problem("application/json", deep).await, (400, "statements-malformed".into()));
    assert_eq!(problem("application/jose", vec![b'a'; 65_600]).await, (413, "body-too-large".into()));
    assert_eq!(problem("application/json", vec![b' '; 9 << 20]).await, (413, "body-too-large".into()));
    let many = json!({ "statements": vec![""; 1001] }).to_string().into_bytes();
    assert_eq!(problem("application/json", many).await, (413, "too-many-statements".into()));
    let stranger = Author::new("did:web:stranger.test.example");
    let unknown = stranger.sign(&stranger.statement("x", country("IT", 9)));
    assert_eq!(problem("application/jose", unknown).await, (403, "not-admitted".into()));
    let registrar = &server.world.registrar;
    let other = registrar.sign(&registrar.statement("country-FR", country("IT", 9)));
    assert_eq!(problem("application/jose", other).await, (409, "identifier-used".into()));
    let mut changed = certificate(1);
    let last = changed.len() - 20;
    changed[last] = if changed[last] == b'A' { b'B' } else { b'A' };
    assert_eq!(problem("application/jose", changed).await.0, 400);
    assert_eq!(server.app.state().size(), size);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_logged_statement_that_does_not_verify_gets_no_receipt() {
    let server = server();
    let first = server.post(PATH, "application/jose", certificate(1)).await;
    assert_eq!(first.status, 200, "{}", first.text());
    let size = server.app.state().size();
    let payload = Unverified::parse(&certificate(1)).unwrap().payload().clone();
    let signed = |kid: &str| {
        let key = PrivateKey::from_secret(kid, Algorithm::EdDsa, &[9; 32]).unwrap();
        sign(&payload, &key)
    };
    let problem = async |body: Vec<u8>| server.post(PATH, "application/jose", body).await.problem();
    assert_eq!(problem(signed("other")).await, (403, "not-admitted".into()));
    assert_eq!(problem(signed("demo")).await, (400, "statement-malformed".into()));
    let several = json!({ "statements": [String::from_utf8(signed("other")).unwrap()] }).to_string();
    let answer = server.post(PATH, "application/json", several).await.json();
    assert_eq!(answer["receipts"][0]["problem"]["status"], 403);
    assert_eq!(server.app.state().size(), size);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_never_read_as_a_structure() {
    let server = server();
    let problem = async |kind: &str, body: String| server.post(PATH, kind, body).await.problem();
    let jws = String::from_utf8(certificate(1)).unwrap();
    let list = json!([[&jws]]).to_string();
    assert_eq!(problem("application/json", list).await, (400, "statements-malformed".into()));
    let [_, payload, signature] = jws.split('.').collect::<Vec<_>>().try_into().unwrap();
    let header = URL_SAFE_NO_PAD.encode(r#"["EdDSA","demo","comity-v1+jwt"]"#);
    let by_position = format!("{header}.{payload}.{signature}");
    assert_eq!(problem("application/jose", by_position).await, (400, "statement-malformed".into()));
    assert_eq!(server.decide(r#"["JP","2026-01-31",[["C-0"]]]"#).await.problem().1, "question-malformed");
    let nested = r#"{"importing":"JP","on":"2026-01-31","evidence":[["C-0"]]}"#;
    let answer = server.decide(nested).await;
    assert!(answer.text().contains("evidence[0]"), "{}", answer.text());
    assert_eq!(answer.problem(), (400, "question-malformed".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_read_page_by_page() {
    let server = server();
    let size = server.app.state().size();
    let (mut after, mut seen) = (String::new(), 0);
    loop {
        let page = server.get(&format!("{PATH}?limit=4{after}")).await.json();
        let statements = page["statements"].as_array().unwrap();
        statements.iter().enumerate().for_each(|(i, s)| assert_eq!(s["position"], seen + i as u64));
        seen += statements.len() as u64;
        match page["next"].as_u64() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    assert_eq!(seen, size);
    assert_eq!(server.get(&format!("{PATH}?after=x")).await.problem(), (400, "parameters-malformed".into()));
    assert_eq!(server.get(&format!("{PATH}/99999")).await.problem(), (404, "log-too-short".into()));
    assert_eq!(server.get(&format!("{PATH}/-1")).await.problem(), (400, "parameters-malformed".into()));
}
