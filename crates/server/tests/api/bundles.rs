use app::bundle::KeptBundle;
use tlog::Policy;
use verifier::{Answer, Delta, Verifier};

use crate::world::{certificate, log_key, server};

const BUNDLE: &str = "/api/v1/bundles/JP";
const QUESTION: &str = r#"{"importing":"JP","on":"2026-01-31","evidence":[{"number":"C-0"}]}"#;

fn open(bytes: &[u8]) -> Verifier {
    Verifier::open(bytes, &Policy::of_log(vec![log_key().verifier().clone()]).unwrap()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bundle_over_the_network_answers_as_the_server_does() {
    let server = server();
    let bundle = server.get(BUNDLE).await;
    assert_eq!(
        (bundle.status.as_u16(), &bundle.headers["cache-control"]),
        (200, &"no-cache".parse().unwrap())
    );
    let size = server.app.state().size();
    assert_eq!(bundle.headers["comity-log-size"], size.to_string());
    let proof = server.get("/api/v1/certificates/C-0/evidence").await;
    assert_eq!(proof.status, 200, "{}", proof.text());
    let verifier = open(&bundle.body);
    let evidence = verifier.evidence(&proof.body).unwrap();
    let offline = verifier.answer(QUESTION.as_bytes(), &[evidence]).unwrap();
    assert_eq!(offline, Answer::Answered(server.decide(QUESTION).await.body));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bundle_is_made_once_for_each_size_of_the_log_and_leads_to_the_next() {
    let server = server();
    let first = server.get(BUNDLE).await;
    let tag = first.headers["etag"].to_str().unwrap().to_owned();
    let request = axum::http::Request::get(BUNDLE).header("if-none-match", format!("W/{tag}"));
    let known = server.ask(request.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!((known.status.as_u16(), known.body.len()), (304, 0));
    let app = server.app.clone();
    let later = std::thread::spawn(move || {
        app.submit_blocking(&certificate(1)).unwrap();
        app.kept_bundle("JP".parse().unwrap()).unwrap()
    });
    let later: KeptBundle = later.join().unwrap();
    let size = first.headers["comity-log-size"].to_str().unwrap();
    assert_ne!(format!("\"{}\"", later.sha256), tag);
    let delta = server.get(&format!("{BUNDLE}/delta?from={size}")).await;
    assert_eq!(delta.headers["etag"], format!("\"{}\"", later.sha256));
    let applied = Delta::from_bytes(&delta.body).unwrap().apply(&first.body).unwrap();
    assert_eq!(applied, later.bytes.to_vec());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_is_told_with_the_next_step() {
    let server = server();
    let problem = async |path: &str| server.get(path).await.problem();
    assert_eq!(problem("/api/v1/bundles/jp").await, (400, "parameters-malformed".into()));
    assert_eq!(problem("/api/v1/bundles/ZZ").await, (404, "country-not-on-record".into()));
    assert_eq!(problem("/api/v1/bundles/JP/delta").await, (400, "parameters-malformed".into()));
    assert_eq!(problem("/api/v1/bundles/JP/delta?from=1").await, (404, "bundle-not-kept".into()));
    assert_eq!(problem("/api/v1/certificates/C-9/evidence").await, (404, "not-on-record".into()));
}
