use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::body::{Body, Bytes};
use axum::http::Request;
use futures::StreamExt as _;
use tower::ServiceExt as _;

use crate::world::{certificate, server};

const STREAM: &str = "/api/v1/decisions/stream";
const NDJSON: &str = "application/x-ndjson";
const QUESTION: &str = r#"{"importing":"JP","on":"2026-01-31","evidence":[{"number":"C-0"}]}"#;

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_is_the_same_bytes_as_in_the_library_cached_or_not() {
    let server = server();
    let first = server.decide(QUESTION).await;
    assert_eq!(first.status, 200, "{}", first.text());
    assert_eq!(first.body, server.app.decide(QUESTION.as_bytes()).unwrap());
    assert_eq!(server.decide(QUESTION).await.body, first.body);
    let streamed = server.post(STREAM, NDJSON, QUESTION).await;
    assert_eq!(streamed.body, [first.body, b"\n".to_vec()].concat());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_in_short_is_the_same_bytes_everywhere_and_agrees_with_the_whole_one() {
    let server = server();
    let short = format!(r#"{{"answer":"verdict",{}"#, &QUESTION[1..]);
    let (whole, first) = (server.decide(QUESTION).await, server.decide(&short).await);
    assert_eq!(first.status, 200, "{}", first.text());
    assert_eq!(first.body, server.app.decide(short.as_bytes()).unwrap());
    let streamed = server.post(STREAM, NDJSON, format!("{short}\n{QUESTION}\n")).await;
    let lines = [first.body.clone(), b"\n".to_vec(), whole.body.clone(), b"\n".to_vec()].concat();
    assert_eq!(streamed.body, lines);
    assert!(first.body.len() < whole.body.len() / 2, "{} of {}", first.body.len(), whole.body.len());
    let (whole, first) = (whole.json(), first.json());
    for field in ["overall", "importing", "product", "coverage", "as_of"] {
        assert_eq!(first[field], whole[field], "{field}");
    }
    for field in ["act", "kind", "outcome", "basis", "stronger_unknown"] {
        assert_eq!(first["requirements"][0][field], whole["requirements"][0][field], "{field}");
    }
    for field in ["number", "outcome"] {
        assert_eq!(first["evidence"][0][field], whole["evidence"][0][field], "{field}");
    }
    // Of the two shapes that the description has for answers, each has one: the short one has no other fields.
    let description = serde_json::to_value(server::openapi()).unwrap();
    let shape = &description["components"]["schemas"]["VerdictView"];
    assert_eq!(shape["additionalProperties"], false);
    let is_short = |answer: &serde_json::Value| {
        answer.as_object().unwrap().keys().all(|field| shape["properties"].get(field).is_some())
    };
    assert!(is_short(&first) && !is_short(&whole));
    let other = short.replace("verdict", "short");
    assert_eq!(server.decide(&other).await.problem(), (400, "question-malformed".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_for_text_is_told_in_words_and_all_others_get_json() {
    let server = server();
    let ask = async |accept: &str, language: &str| {
        let request = Request::post("/api/v1/decisions").header("content-type", "application/json");
        let request = request.header("accept", accept).header("accept-language", language);
        server.ask(request.body(Body::from(QUESTION)).unwrap()).await
    };
    let (english, french) = (ask("text/plain", "en").await, ask("text/plain", "fr-CH, en;q=0.5").await);
    assert_eq!(english.headers["content-type"], "text/plain; charset=utf-8");
    assert_eq!(
        english.headers["comity-overall"],
        server.decide(QUESTION).await.json()["overall"].as_str().unwrap()
    );
    assert_eq!(french.headers["content-language"], "fr");
    assert_ne!(english.text(), french.text());
    let json = server.decide(QUESTION).await.body;
    assert_eq!(ask("*/*", "en").await.body, json);
    assert_eq!(ask("text/plain, application/json", "en").await.body, json);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_point_of_knowledge_gives_the_older_answer() {
    let server = server();
    let size = server.app.state().size();
    let then = format!(r#"{{"known_at":{},{}"#, size - 1, &QUESTION[1..]);
    let before = server.decide(&then).await.body;
    server.post("/api/v1/statements", "application/jose", certificate(1)).await;
    assert_eq!(server.decide(&then).await.body, before);
    let unknown_then = then.replace("C-0", "C-1");
    let unknown_now = QUESTION.replace("C-0", "C-1");
    let now = server.decide(&unknown_now).await.json();
    assert_eq!(now["evidence"][0]["number"], "C-1");
    let then = server
        .decide(
            &unknown_then
                .replace("\"evidence\"", "\"product\":{\"hs\":\"851672\",\"hs_edition\":2022},\"evidence\""),
        )
        .await;
    assert!(then.json()["evidence"][0]["number"].is_null(), "{}", then.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_asked_is_refused_with_the_next_step() {
    let server = server();
    let problem = async |question: String| server.decide(&question).await.problem();
    assert_eq!(problem("{".into()).await, (400, "question-malformed".into()));
    assert_eq!(problem("[".repeat(60_000)).await, (400, "question-malformed".into()));
    assert_eq!(problem(" ".repeat(70_000)).await, (413, "body-too-large".into()));
    assert_eq!(
        problem(QUESTION.replace("2026-01-31", "2026-02-30")).await,
        (400, "question-malformed".into())
    );
    assert_eq!(
        problem(QUESTION.replace("\"C-0\"", &"[".repeat(10_000))).await,
        (400, "question-malformed".into())
    );
    let no_such_code = r#","product":{"hs":"8516AB","hs_edition":2022}}"#;
    assert_eq!(
        problem(QUESTION.replace("}]}", &format!("}}]{no_such_code}"))).await,
        (400, "question-malformed".into())
    );
    let not_text = server.post("/api/v1/decisions", "application/json", b"{\"importing\":\"\xff\"}".to_vec());
    assert_eq!(not_text.await.problem(), (400, "question-malformed".into()));
    let of_another_edition = no_such_code.replace("8516AB", "851712");
    assert_eq!(
        problem(QUESTION.replace("}]}", &format!("}}]{of_another_edition}"))).await,
        (422, "question-unanswerable".into())
    );
    assert_eq!(problem(QUESTION.replace("JP", "XX")).await, (422, "question-unanswerable".into()));
    assert_eq!(problem(QUESTION.replace("C-0", "C-9")).await, (422, "question-unanswerable".into()));
    let future = format!(r#"{{"known_at":99999,{}"#, &QUESTION[1..]);
    assert_eq!(problem(future).await, (422, "question-unanswerable".into()));
    let form = server.post("/api/v1/decisions", "application/x-www-form-urlencoded", QUESTION).await;
    assert_eq!(form.problem(), (415, "media-type-not-supported".into()));
    assert_eq!(server.get("/api/v1/decisions").await.problem(), (405, "method-not-allowed".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_questions_are_answered_in_their_order() {
    let server = server();
    let line = |i: usize| match i % 10 {
        3 => "{}".to_owned(),
        7 => "x".repeat(70_000),
        _ => QUESTION.to_owned(),
    };
    let lines = futures::stream::iter(0..10_000)
        .map(move |i| Ok::<_, std::io::Error>(Bytes::from(format!("{}\n", line(i)))));
    let answer = server.post(STREAM, NDJSON, Body::from_stream(lines)).await;
    let text = answer.text();
    let answers: Vec<&str> = text.lines().collect();
    assert_eq!(answers.len(), 10_000);
    for (i, answer) in answers.iter().enumerate() {
        match i % 10 {
            3 | 7 => {
                let problem: serde_json::Value = serde_json::from_str(answer).unwrap();
                assert_eq!(problem["line"], i as u64 + 1);
                assert_eq!(problem["status"], if i % 10 == 3 { 400 } else { 413 });
            }
            _ => assert!(answer.starts_with("{\"overall\":"), "{answer}"),
        }
    }
    assert_eq!(server.post(STREAM, "application/json", QUESTION).await.problem().0, 415);
    assert!(server.post(STREAM, NDJSON, "").await.body.is_empty());
    assert_eq!(server.post(STREAM, NDJSON, "\n\n{}").await.json()["line"], 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_reads_slowly_stops_the_reading_of_questions() {
    let server = server();
    let read = Arc::new(AtomicUsize::new(0));
    let counted = read.clone();
    let lines = futures::stream::iter(0..100_000).map(move |_| {
        counted.fetch_add(1, Ordering::Relaxed);
        Ok::<_, std::io::Error>(Bytes::from(format!("{QUESTION}\n")))
    });
    let request =
        Request::post(STREAM).header("content-type", NDJSON).body(Body::from_stream(lines)).unwrap();
    let response = server.router.clone().oneshot(request).await.unwrap();
    let mut answers = response.into_body().into_data_stream();
    assert!(!answers.next().await.unwrap().unwrap().is_empty());
    // Nobody asks for more answers, so nothing more is read than the groups under way.
    assert!(read.load(Ordering::Relaxed) < 2_000, "{}", read.load(Ordering::Relaxed));
}
