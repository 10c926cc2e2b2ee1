use serde_json::{Value, json};

use crate::world::{server, server_at_the_border};

const CHECKS: &str = "/api/v1/checks";
const JSON: &str = "application/json";

fn check(last: u8) -> Value {
    json!({
        "id": format!("0198c7a4-6f0e-7cc2-9f0b-3d9a5f2c1e{last:02x}"),
        "question": { "importing": "JP", "on": "2026-01-31", "evidence": [{ "number": "C-0", "credential": "eyJ" }] },
        "outcome": "unknown", "log_size": 12, "checked_at": "2026-01-30T09:15:00Z", "note": "label matches",
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn checks_are_recorded_once_and_each_is_told_what_became_of_it() {
    let server = server_at_the_border();
    let one = server.post(CHECKS, JSON, check(1).to_string()).await;
    assert_eq!(one.status, 200, "{}", one.text());
    assert_eq!(one.json(), json!({ "checks": [{ "id": check(1)["id"], "state": "new" }] }));
    let changed = |field: &str, value: Value| {
        let mut check = check(2);
        check[field] = value;
        check
    };
    let mut other = check(1);
    other["note"] = json!("label differs");
    let told = json!([
        check(1),
        other,
        check(2),
        changed("outcome", json!("good")),
        changed("note", json!("n".repeat(501))),
        changed("checked_at", json!("2026-02-02T00:00:00Z")),
        changed("bundle_sha256", json!("ab")),
        changed("id", json!("2")),
        changed("question", json!({ "x": "y".repeat(20_000) })),
        changed("officer", json!("A. Name")),
        7,
    ]);
    let answer = server.post(CHECKS, JSON, told.to_string()).await.json();
    let states: Vec<_> = answer["checks"].as_array().unwrap().iter().map(|c| c["state"].as_str()).collect();
    let refused = [Some("refused"); 8];
    assert_eq!(states[..3], [Some("known"), Some("refused"), Some("new")]);
    assert_eq!(states[3..], refused);
    assert_eq!(answer["checks"][1]["problem"]["status"], 409);
    for refused in &answer["checks"].as_array().unwrap()[3..] {
        assert_eq!(refused["problem"]["type"], "tag:comity,2026:problem/check-malformed", "{refused}");
    }
    assert_eq!(answer["checks"][3]["id"], check(2)["id"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_check_or_too_much_of_them_is_refused() {
    let server = server_at_the_border();
    let problem = async |body: String| server.post(CHECKS, JSON, body).await.problem();
    assert_eq!(problem("{".into()).await, (400, "checks-malformed".into()));
    assert_eq!(problem(json!(vec![7; 1_001]).to_string()).await, (413, "too-many-checks".into()));
    assert_eq!(problem(" ".repeat(5_000_000)).await, (413, "body-too-large".into()));
    assert_eq!(server.post(CHECKS, "text/plain", "x").await.problem().0, 415);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_a_border_says_so() {
    let answer = server().post(CHECKS, JSON, check(1).to_string()).await;
    assert_eq!(answer.problem(), (404, "no-border-here".into()));
}
