//! The border page beyond what every page has: its form, what scripts ask of it, and what makes it one to be installed.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use scraper::Html;
use serde_json::Value;
use tower::ServiceExt as _;

use super::fake::{Fake, HOSTILE};
use super::{all, get, text_of};
use crate::portal::router;

/// A form as browsers send it.
fn form(fields: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let file = if *name == "document" { "; filename=\"a\"" } else { "" };
        let head = format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend([head.as_bytes(), value, b"\r\n"].concat());
    }
    body.extend(b"--X--\r\n");
    body
}

async fn send(accept: &str, fields: &[(&str, &[u8])]) -> (StatusCode, String) {
    let request = Request::post("/en/border").header(header::ACCEPT, accept);
    let request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=X");
    let response =
        router(Arc::new(Fake)).oneshot(request.body(Body::from(form(fields))).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, 4 << 20).await.unwrap();
    (parts.status, String::from_utf8(bytes.to_vec()).unwrap())
}

#[tokio::test]
async fn the_answer_is_taken_in_at_one_glance_and_nothing_said_is_taken_for_html() {
    for (page, outcome, words) in [
        ("/en/border?certificate=A&importing=CH", "recognised", "Must accept"),
        (
            "/fr/border?certificate=A&importing=CH&model=not_covered",
            "not_covered",
            "Pas de réponse hors ligne",
        ),
    ] {
        let (_, _, text) = get(page).await;
        let html = Html::parse_document(&text);
        assert_eq!(text_of(&html, &format!(".answer-{outcome} .answer-word")), words);
        let shape = all(&html, &format!(".answer-{outcome} .answer-shape use"))[0].value().attr("href");
        assert_eq!(shape, Some(format!("#shape-{outcome}").as_str()));
        assert_eq!(all(&html, &format!("symbol[id='shape-{outcome}']")).len(), 1);
        assert_eq!(all(&html, ".answer-attention [data-copy=altered]").len(), 1);
        assert_eq!(all(&html, "main script, main img, main [onerror]").len(), 0);
        assert!(text_of(&html, "#shown").contains(HOSTILE));
    }
}

#[tokio::test]
async fn a_form_is_answered_as_a_page_and_as_what_scripts_take() {
    let fields: &[(&str, &[u8])] = &[("certificate", b"A"), ("importing", b"CH"), ("document", b"")];
    let (status, text) = send("text/html", fields).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(all(&Html::parse_document(&text), "[data-outcome=recognised]").len(), 1);
    let (status, text) = send("application/json", fields).await;
    let told: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((status, &told["shown"]["outcome"]), (StatusCode::OK, &Value::from("recognised")));
    let faulty: &[(&str, &[u8])] = &[("certificate", b"A"), ("importing", b"CH"), ("model", b"fault")];
    let (status, text) = send("application/json", faulty).await;
    let told: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((status, &told["fault"]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &Value::from("hs")));
}

#[tokio::test]
async fn what_is_no_document_or_too_large_is_said_beside_the_field() {
    let large = vec![b'{'; super::super::border::FORM_BYTES_MAX + 1];
    for (document, words) in [(&[0xff, 0xd8, 0xff][..], "no document"), (&large, "too large")] {
        let (_, text) = send("text/html", &[("importing", b"CH"), ("document", document)]).await;
        let html = Html::parse_document(&text);
        assert!(text_of(&html, "#f-document-error").contains(words), "{words}: {text}");
        // What came before it is not lost; of a form that is too large at once nothing was read.
        let chosen = all(&html, "#f-importing option[value=CH][selected]").len();
        assert_eq!(chosen, usize::from(words == "no document"));
    }
}

#[tokio::test]
async fn only_this_page_may_run_the_verifier_and_show_a_camera() {
    let policy = |headers: &axum::http::HeaderMap| {
        headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned()
    };
    let (_, headers, _) = get("/en/border").await;
    assert!(policy(&headers).contains("'wasm-unsafe-eval'") && !policy(&headers).contains("'unsafe"));
    assert_eq!(headers["permissions-policy"], "camera=(self)");
    let (_, headers, _) = get("/en/").await;
    assert!(!policy(&headers).contains("wasm") && !headers.contains_key("permissions-policy"));
}

#[tokio::test]
async fn what_a_device_keeps_is_named_by_the_worker_and_all_there() {
    let (_, headers, worker) = get("/fr/border/worker.js").await;
    assert_eq!(headers["service-worker-allowed"], "/fr/border");
    assert_eq!(headers[header::CACHE_CONTROL], "no-cache");
    let files = worker.lines().find_map(|line| line.strip_prefix("const FILES = ")).unwrap();
    let files: Vec<String> = serde_json::from_str(files.trim_end_matches(';')).unwrap();
    let (_, _, page) = get("/fr/border").await;
    let html = Html::parse_document(&page);
    let used = all(&html, "script[src], link[rel=stylesheet], link[rel=manifest], link[rel=icon]");
    let used = used.iter().filter_map(|e| e.value().attr("src").or_else(|| e.value().attr("href")));
    for file in used.chain([all(&html, "#border")[0].value().attr("data-verifier").unwrap()]) {
        assert!(files.iter().any(|kept| kept == file), "{file} is not kept");
    }
    for file in &files {
        assert_eq!(get(file).await.0, StatusCode::OK, "{file}");
    }
    let version = |worker: &str| worker.lines().next().unwrap().to_owned();
    assert_eq!(version(&worker), version(&get("/fr/border/worker.js").await.2));
    assert_ne!(version(&worker), version(&get("/en/border/worker.js").await.2));
}

#[tokio::test]
async fn it_presents_itself_as_an_application_in_its_language() {
    let (_, headers, text) = get("/fr/border/manifest.webmanifest").await;
    assert_eq!(headers[header::CONTENT_TYPE], "application/manifest+json");
    let manifest: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&manifest["start_url"], &manifest["scope"]), (&"/fr/border".into(), &"/fr/border".into()));
    for icon in manifest["icons"].as_array().unwrap() {
        let (status, headers, _) = get(icon["src"].as_str().unwrap()).await;
        assert_eq!(
            (status, headers[header::CONTENT_TYPE].to_str().unwrap()),
            (StatusCode::OK, icon["type"].as_str().unwrap())
        );
    }
}
