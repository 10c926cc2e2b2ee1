use axum::body::Body;
use axum::http::Request;
use futures::StreamExt as _;
use model::LogIndex;
use serde_json::{Value, json};
use statement::act::{CertificateChange, CertificatesChanged, Change};
use testkit::{Author, World, the};
use tower::ServiceExt as _;

use crate::world::{BODY, Server, server};

const EVENTS: &str = "/api/v1/events";

fn changed(id: &str, change: Change) -> Vec<u8> {
    let author = Author::new(BODY);
    let change =
        CertificateChange { number: the("C-0"), on: the("2026-01-31"), change, reason: "test".into() };
    author.sign(&author.statement(id, CertificatesChanged { issuer: the(BODY), changes: vec![change] }))
}

/// The first events of a listener, each with its identifier.
async fn first(server: &Server, path: &str, last: Option<&str>, count: usize) -> Vec<(String, Value)> {
    let mut request = Request::get(path);
    if let Some(last) = last {
        request = request.header("last-event-id", last);
    }
    let response = server.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut parts = response.into_body().into_data_stream();
    let mut text = String::new();
    while text.matches("\n\n").count() < count {
        text += std::str::from_utf8(&parts.next().await.unwrap().unwrap()).unwrap();
    }
    let field = |event: &str, name: &str| {
        event.lines().find_map(|line| line.strip_prefix(&format!("{name}: "))).unwrap_or_default().to_owned()
    };
    let events = text.split("\n\n").filter(|event| !event.is_empty());
    events.map(|event| (field(event, "id"), serde_json::from_str(&field(event, "data")).unwrap())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_is_told_everything_in_order_and_goes_on_where_it_was_cut_off() {
    let server = server();
    for (id, change) in [("s", Change::Suspended {}), ("r", Change::Restored {})] {
        let answer = server.post("/api/v1/statements", "application/jose", changed(id, change)).await;
        assert!(answer.status.is_success(), "{}", answer.text());
    }
    let path = format!("{EVENTS}?certificate=C-0");
    let events = first(&server, &path, None, 3).await;
    let what: Vec<_> = events.iter().map(|(_, event)| event["what"].as_str().unwrap()).collect();
    assert_eq!(what, ["issued", "suspended", "restored"]);
    assert_eq!(events[1].1["reason"], "test");
    let last = LogIndex(server.app.state().size() - 1);
    assert_eq!(events[2].1["statement"], json!(last));
    // Cut off after the first, it gets the others and nothing twice.
    assert_eq!(first(&server, &path, Some(&events[0].0), 2).await, events[1..]);
    assert_eq!(first(&server, &format!("{path}&after={}", events[1].0), None, 1).await, events[2..]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happens_while_somebody_listens_is_told() {
    let server = server();
    let path = format!("{EVENTS}?certificate=C-0");
    let last = first(&server, &path, None, 1).await.remove(0).0;
    let (told, _) = tokio::join!(first(&server, &path, Some(&last), 1), async {
        server.post("/api/v1/statements", "application/jose", changed("w", Change::Suspended {})).await
    });
    assert_eq!(told[0].1["what"], "suspended");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_listened_to_is_refused() {
    let server = server();
    for path in ["", "?certificate=", "?certificate=C-0&after=7"] {
        let answer = server.get(&format!("{EVENTS}{path}")).await;
        assert_eq!(answer.problem(), (400, "parameters-malformed".into()), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_is_told_how_it_stands_and_what_changes_it() {
    let server = server();
    let line = json!({
        "declaration": { "type": "mrn", "value": "26FR1" }, "importing": "FR", "on": "2026-01-31",
        "commodity": { "code": "851672", "edition": 2022 },
    });
    let path = format!("{EVENTS}?line={}", encoded(&line));
    let (begun, standing) = first(&server, &path, None, 1).await.remove(0);
    assert_eq!((&standing["outcome"], standing.get("former")), (&json!("not_required"), None));
    let measure = json!({
        "type": "measure.taken", "measure": "M-1", "country": "FR", "kind": "prohibition", "legal_basis": "test",
        "against": { "products": { "hs": ["851672"], "hs_edition": 2022 } }, "from": "2026-01-01",
    });
    let (fr, act) = (World::authority("FR"), serde_json::from_value::<statement::Act>(measure).unwrap());
    let signed = [changed("s", Change::Suspended {}), fr.sign(&fr.statement("m", act))];
    for statement in signed {
        let answer = server.post("/api/v1/statements", "application/jose", statement).await;
        assert!(answer.status.is_success(), "{}", answer.text());
    }
    let (id, event) = first(&server, &path, Some(&begun), 1).await.remove(0);
    assert_eq!(id, format!("{}.0", server.app.state().size() - 1));
    assert_eq!((&event["outcome"], &event["former"]["outcome"]), (&json!("barred"), &json!("not_required")));
    for both in ["", "&certificate=C-0"] {
        let path = if both.is_empty() { EVENTS.to_owned() } else { format!("{path}{both}") };
        assert_eq!(server.get(&path).await.problem(), (400, "parameters-malformed".into()));
    }
    let malformed = server.get(&format!("{EVENTS}?line=x")).await;
    assert_eq!(malformed.problem(), (400, "line-malformed".into()));
}

fn encoded(line: &Value) -> String {
    let hex = |byte: u8| format!("%{byte:02X}");
    line.to_string().bytes().map(hex).collect()
}
