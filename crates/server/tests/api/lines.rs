use app::border::lines::verify_line;
use axum::body::{Body, Bytes};
use futures::StreamExt as _;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::presented_documents::presented;
use crate::world::{GTIN, Server, certificate, log_key, server, server_at_the_border};

const LINES: &str = "/api/v1/lines";
const STREAM: &str = "/api/v1/lines/stream";
const CSV: &str = "/api/v1/lines/csv";
const JSON: &str = "application/json";
const NDJSON: &str = "application/x-ndjson";

fn line(reference: Value) -> Value {
    json!({
        "declaration": { "type": "mrn", "value": "26JP1", "item": 1 },
        "importing": "JP", "on": "2026-01-31", "certificates": [reference],
    })
}

fn with_code(reference: Value) -> Value {
    let mut line = line(reference);
    line["commodity"] = json!({ "code": "851672", "edition": 2022 });
    line
}

impl Server {
    async fn line(&self, line: Value) -> Value {
        let answer = self.post(LINES, JSON, line.to_string()).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()["answer"].clone()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_decision_behind_a_line_is_that_of_its_question_byte_for_byte() {
    let server = server_at_the_border();
    let answer = server.line(line(json!({ "number": "C-0" }))).await;
    let question = answer["decision"]["question"].to_string();
    let decision = server.decide(&question).await;
    assert_eq!(decision.status, 200, "{}", decision.text());
    assert_eq!(answer["decision"]["sha256"], hex::encode(Sha256::digest(&decision.body)));
    assert_eq!(answer["outcome"], decision.json()["overall"]);
    let plain = server.decide(r#"{"importing":"JP","on":"2026-01-31","evidence":[{"number":"C-0"}]}"#).await;
    assert_eq!(plain.body, decision.body);
    assert_eq!(answer["certificates"][0]["number"], "C-0");
    assert_eq!(answer["log"]["size"], decision.json()["as_of"]["log_size"]);
    assert_eq!(answer["log"]["age_days"], 0);
    // Later, when more is known, the question still has the same answer.
    server.post("/api/v1/statements", "application/jose", certificate(1)).await;
    assert_eq!(server.decide(&question).await.body, decision.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_answer_of_a_batch_is_checked_alone_and_a_changed_one_is_found() {
    let server = server_at_the_border();
    let keys = [log_key().verifier().clone()];
    let lines: Vec<_> = (1..=5)
        .map(|item| {
            let mut line = line(json!({ "number": "C-0" }));
            line["declaration"]["item"] = json!(item);
            line
        })
        .collect();
    let answers = server.post(LINES, JSON, Value::from(lines).to_string()).await.json();
    let answers = answers.as_array().unwrap();
    let signatures: Vec<_> = answers.iter().map(|answer| &answer["proof"]["signature"]).collect();
    assert!(signatures.iter().all(|signature| **signature == *signatures[0]));
    for answer in answers {
        let verified = verify_line(answer.to_string().as_bytes(), &keys).unwrap();
        assert_eq!((&verified.answer, verified.log_size), (&answer["answer"], server.app.state().size()));
        assert!(verify_line(answer.to_string().as_bytes(), &[]).is_err());
    }
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut answer = answers[3].clone();
        change(&mut answer);
        verify_line(answer.to_string().as_bytes(), &keys).unwrap_err().to_string()
    };
    assert!(
        changed(&|a| a["answer"]["outcome"] = json!("recognised!")).contains("not the one that was signed")
    );
    assert!(
        changed(&|a| a["answer"]["declaration"]["item"] = json!(9)).contains("not the one that was signed")
    );
    assert!(changed(&|a| a["proof"]["index"] = json!(2)).contains("not the one that was signed"));
    assert!(changed(&|a| a["proof"] = answers[4]["proof"].clone()).contains("not the one that was signed"));
    assert!(changed(&|a| a["proof"] = Value::Null).contains("not signed"));
    let signature = answers[0]["proof"]["signature"].as_str().unwrap();
    let cut = format!("{}A", &signature[..signature.len() - 1]);
    assert!(changed(&|a| a["proof"]["signature"] = json!(cut)).contains("signature"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_way_to_cite_a_certificate_leads_to_it_or_tells_why_not() {
    let server = server_at_the_border();
    let body = crate::world::BODY;
    let foreign = |number: &str, issuer: &str| json!({ "foreign_number": number, "issuer": issuer });
    let found = server.line(line(foreign("C-0", body))).await;
    assert_eq!(found["certificates"][0], json!({ "way": "foreign_number", "number": "C-0", "reason": null }));
    let reason = async |line: Value| {
        let answer = server.line(line).await;
        (answer["outcome"].clone(), answer["certificates"][0]["reason"].clone(), answer["reasons"].clone())
    };
    for (reference, expected) in [
        (json!({ "number": "C-9" }), "not_on_record"),
        (json!({ "certifier": "A", "product": "B", "version": "1" }), "not_on_record"),
        (foreign("C-9", body), "not_on_record"),
        (foreign("C-0", "did:web:other.example"), "other_issuer"),
        (foreign("C-0", "Somebody else"), "other_issuer"),
        (json!({ "passport": "urn:x" }), "passport_unreadable"),
        (json!({ "passport": "https://id.gs1.org/01/09521000000384" }), "not_on_record"),
    ] {
        let (outcome, why, reasons) = reason(line(reference.clone())).await;
        assert_eq!((outcome, why), (json!("unknown"), json!(expected)), "{reference}");
        assert_eq!(reasons, json!([format!("reference.{expected}"), "question.no_product"]), "{reference}");
        // With a code nothing is required here, whatever is presented.
        let (outcome, why, _) = reason(with_code(reference.clone())).await;
        assert_eq!((outcome, why), (json!("not_required"), json!(expected)), "{reference}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passport_leads_to_the_one_certificate_that_names_its_product() {
    let server = server_at_the_border();
    let passport = format!("https://id.gs1.org/01/0{GTIN}/10/B-1?linkType=all");
    let answer = server.line(line(json!({ "passport": passport }))).await;
    assert_eq!(answer["certificates"][0], json!({ "way": "passport", "number": "C-0", "reason": null }));
    let product = &answer["decision"]["question"]["product"];
    assert_eq!((&product["gtin"], &product["batch"]), (&json!(GTIN), &json!("B-1")));
    // A server without an index says that it has not looked.
    let without = crate::world::server();
    let answer = without.line(line(json!({ "passport": passport }))).await;
    assert_eq!(answer["certificates"][0]["reason"], "not_searched");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_presented_document_is_set_beside_the_register_and_one_that_differs_is_held() {
    let server = server_at_the_border();
    let genuine = presented(&server.app, |_| {});
    let answer = server.line(line(json!({ "credential": genuine }))).await;
    assert_eq!(answer["certificates"][0], json!({ "way": "credential", "number": "C-0", "reason": null }));
    let decision = server.decide(&answer["decision"]["question"].to_string()).await;
    assert_eq!(answer["decision"]["sha256"], hex::encode(Sha256::digest(&decision.body)));
    assert_eq!(answer["documents"][0]["number"], "C-0");
    let altered = presented(&server.app, |credential| {
        let field = "/credentialSubject/registerEntry/certificate/products/0/description";
        *credential.pointer_mut(field).unwrap() = json!("kettle");
    });
    let answer = server.line(line(json!({ "credential": altered }))).await;
    assert_eq!(answer["outcome"], "not_required");
    assert_eq!(answer["treatment"], json!({ "advice": "hold", "because": "document_differs" }));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_line_stops_no_other() {
    let server = server_at_the_border();
    let good = line(json!({ "number": "C-0" }));
    let changed = |field: &str, value: Value| {
        let mut line = good.clone();
        line[field] = value;
        line
    };
    let lines = json!([
        good,
        changed("weight", json!(7)),
        changed("importing", json!("XX")),
        changed("lot", json!("x".repeat(129))),
        changed("certificates", json!([{ "number": "C-0", "passport": "x" }])),
        changed("certificates", json!([{ "credential": "eyJ" }])),
        changed("known_at", json!(99_999)),
        7,
        good,
    ]);
    let answers = server.post(LINES, JSON, lines.to_string()).await.json();
    let answers = answers.as_array().unwrap();
    let kinds: Vec<_> = answers
        .iter()
        .map(|answer| answer["type"].as_str().map_or("answer", |kind| kind.rsplit('/').next().unwrap()))
        .collect();
    assert_eq!(
        kinds,
        [
            "answer",
            "line-malformed",
            "question-unanswerable",
            "line-malformed",
            "line-malformed",
            "document-malformed",
            "question-unanswerable",
            "line-malformed",
            "answer"
        ]
    );
    assert!(answers[1]["detail"].as_str().unwrap().contains("weight"), "{}", answers[1]);
    assert_eq!((&answers[6]["line"], &answers[8]["proof"]["index"]), (&json!(7), &json!(1)));
    // Alone, a line has its problem as the answer.
    let alone = server.post(LINES, JSON, changed("weight", json!(7)).to_string()).await;
    assert_eq!(alone.problem(), (400, "line-malformed".into()));
    let problem = async |body: String| server.post(LINES, JSON, body).await.problem();
    assert_eq!(problem("[".into()).await, (400, "lines-malformed".into()));
    assert_eq!(problem(json!(vec![7; 1_001]).to_string()).await, (413, "too-many-lines".into()));
    assert_eq!(problem(" ".repeat(9_000_000)).await, (413, "body-too-large".into()));
    assert_eq!(server.post(LINES, NDJSON, "{}").await.problem().0, 415);
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_stream_in_their_order_and_each_is_signed() {
    let server = server_at_the_border();
    let keys = [log_key().verifier().clone()];
    let one = line(json!({ "number": "C-0" })).to_string();
    let lines = futures::stream::iter(0..500).map(move |i| {
        let text = match i % 10 {
            3 => "{}".to_owned(),
            7 => "x".repeat(300_000),
            _ => one.clone(),
        };
        Ok::<_, std::io::Error>(Bytes::from(text + "\n"))
    });
    let text = server.post(STREAM, NDJSON, Body::from_stream(lines)).await.text();
    let answers: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 500);
    for (i, answer) in answers.iter().enumerate() {
        match i % 10 {
            3 | 7 => assert_eq!(answer["line"], i as u64 + 1, "{answer}"),
            _ => assert!(verify_line(answer.to_string().as_bytes(), &keys).is_ok()),
        }
    }
    assert_eq!(server.post(STREAM, JSON, "{}").await.problem().0, 415);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_has_a_row_of_the_result_for_each_row() {
    let server = server_at_the_border();
    let head = "declaration,item,importing,on,code,edition,certificate\n";
    let mut table = String::from(head);
    for row in 0..1_000 {
        table += match row % 4 {
            0 => "26JP1,1,JP,2026-01-31,,,C-0\n",
            1 => "26JP1,2,JP,2026-01-31,851672,2022,\n",
            2 => "26JP1,3,jp,2026-01-31,,,C-0\n",
            _ => "=26JP1,4,JP,2026-01-31,,,\"C 9\"\n",
        };
    }
    // In parts that end anywhere.
    let parts: Vec<_> = table.as_bytes().chunks(997).map(Bytes::copy_from_slice).collect();
    let parts = futures::stream::iter(parts.into_iter().map(Ok::<_, std::io::Error>));
    let answer = server.post(CSV, "text/csv", Body::from_stream(parts)).await;
    assert_eq!(
        (answer.status.as_u16(), &answer.headers["content-type"]),
        (200, &"text/csv; charset=utf-8".parse().unwrap())
    );
    let text = answer.text();
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows.len(), 1_001);
    assert!(rows[0].starts_with("row,declaration,item,importing,outcome,advice"), "{}", rows[0]);
    assert!(rows[1].starts_with("2,26JP1,1,JP,not_required,not_required,not_required,C-0,"), "{}", rows[1]);
    assert!(rows[2].starts_with("3,26JP1,2,JP,not_required,"), "{}", rows[2]);
    assert!(rows[3].contains("cannot be read at `importing`"), "{}", rows[3]);
    assert!(
        rows[4].starts_with("5,'=26JP1,4,JP,unknown,document_check,unknown,,,reference.not_on_record"),
        "{}",
        rows[4]
    );
    assert!(rows[1_000].starts_with("1001,"), "{}", rows[1_000]);

    let problem = async |table: &str| server.post(CSV, "text/csv", table.to_owned()).await.problem();
    assert_eq!(problem("declaration,importing,weight\n").await, (400, "table-malformed".into()));
    assert_eq!(problem("").await, (400, "table-malformed".into()));
    assert_eq!(server.post(CSV, JSON, head).await.problem().0, 415);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_key_of_the_log_answers_are_not_signed() {
    let answer = server().post(LINES, JSON, line(json!({ "number": "C-0" })).to_string()).await;
    assert_eq!((answer.status.as_u16(), &answer.json()["proof"]), (200, &Value::Null), "{}", answer.text());
}
