use serde_json::{Value, json};
use statement::{Request, sign_request};
use testkit::{Author, World};

use crate::world::{Answer, BODY, NOW, Server, request, server, server_at_the_border};

impl Server {
    async fn quantity(&self, author: &Author, step: &str, body: Value) -> Answer {
        self.signed(author, &format!("/api/v1/quantities/{step}"), body).await
    }
}

fn line(number: u32) -> Value {
    json!({
        "declaration": { "type": "mrn", "value": format!("26JP{number}"), "item": 1 },
        "importing": "JP", "certificate": "C-0",
    })
}

fn amount(value: &str) -> Value {
    json!({ "value": value, "unit": "KGM" })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_reserves_consumes_and_is_corrected() {
    let server = server_at_the_border();
    let (jp, lab) = (World::authority("JP"), Author::new(BODY));
    let state = json!({ "certificate": "C-0", "quantity": amount("100.5") });
    let stated = server.quantity(&lab, "state", state.clone()).await;
    assert_eq!(stated.status, 201, "{}", stated.text());
    assert_eq!(stated.json()["available"], "100.5");
    assert_eq!(server.quantity(&lab, "state", state).await.status, 200);

    let reserve = json!({ "line": line(1), "quantity": amount("100.25") });
    let reserved = server.quantity(&jp, "reserve", reserve.clone()).await;
    assert_eq!(reserved.status, 201, "{}", reserved.text());
    assert_eq!(reserved.json()["accounts"][0]["available"], "0.25");
    let other = json!({ "line": line(1), "quantity": amount("100") });
    assert_eq!(server.quantity(&jp, "reserve", other).await.problem(), (409, "line-differs".into()));
    let more = json!({ "line": line(2), "quantity": amount("0.250001") });
    assert_eq!(server.quantity(&jp, "reserve", more).await.problem(), (409, "quantity-exceeded".into()));
    let unit = json!({ "line": line(2), "quantity": { "value": "1", "unit": "C62" } });
    assert_eq!(server.quantity(&jp, "reserve", unit).await.problem(), (409, "no-quantity-stated".into()));

    let consumed = server.quantity(&jp, "consume", json!({ "line": line(1) })).await;
    assert_eq!((consumed.status.as_u16(), &consumed.json()["state"]), (201, &json!("consumed")));
    assert_eq!(
        server.quantity(&jp, "release", json!({ "line": line(1) })).await.problem(),
        (409, "quantity-state".into())
    );
    let correct = json!({ "line": line(1), "value": "60", "reference": "A-1" });
    let corrected = server.quantity(&jp, "correct", correct.clone()).await;
    assert_eq!(corrected.json()["accounts"][0]["available"], "40.5", "{}", corrected.text());
    let again = server.quantity(&jp, "correct", correct).await;
    assert_eq!((again.status.as_u16(), again.body), (200, corrected.body));
    let again = server.quantity(&jp, "reserve", reserve).await;
    assert_eq!((again.status.as_u16(), again.body), (200, reserved.body));

    let shown = server.quantity(&jp, "show", json!({ "certificate": "C-0", "importing": "JP" })).await.json();
    assert_eq!(shown["movements"].as_array().unwrap().len(), 3, "{shown}");
    let shown = server.quantity(&lab, "show", json!({ "certificate": "C-0" })).await.json();
    assert_eq!((&shown["movements"], &shown["accounts"][0]["consumed"]), (&json!([]), &json!("60")));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_may_is_heard() {
    let server = server_at_the_border();
    let (jp, fr, lab) = (World::authority("JP"), World::authority("FR"), Author::new(BODY));
    let reserve = json!({ "line": line(1), "quantity": amount("1") });
    assert_eq!(
        server.quantity(&fr, "reserve", reserve.clone()).await.problem(),
        (403, "not-an-authority".into())
    );
    assert_eq!(
        server.quantity(&lab, "reserve", reserve.clone()).await.problem(),
        (403, "not-an-authority".into())
    );
    let all = json!({ "certificate": "C-0", "quantity": amount("5") });
    assert_eq!(server.quantity(&jp, "state", all).await.problem(), (403, "not-responsible".into()));
    let own = json!({ "certificate": "C-0", "importing": "JP", "quantity": amount("5") });
    assert_eq!(server.quantity(&fr, "state", own.clone()).await.problem(), (403, "not-an-authority".into()));
    assert_eq!(server.quantity(&jp, "state", own).await.status, 201);
    assert_eq!(server.quantity(&jp, "reserve", reserve).await.status, 201);
    let nowhere = json!({ "certificate": "C-9", "quantity": amount("5") });
    assert_eq!(server.quantity(&lab, "state", nowhere).await.problem(), (404, "not-on-record".into()));
    let stranger = Author::new("did:web:stranger.example");
    assert_eq!(
        server.quantity(&stranger, "consume", json!({ "line": line(1) })).await.problem(),
        (403, "key-not-in-force".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_means_nothing_elsewhere_or_later() {
    let server = server_at_the_border();
    let jp = World::authority("JP");
    let path = "/api/v1/quantities/consume";
    let send = async |change: &dyn Fn(&mut Request)| {
        let mut request = request(&jp, path, json!({ "line": line(1) }));
        change(&mut request);
        server.post(path, "application/jose", sign_request(&request, jp.key())).await.problem()
    };
    let elsewhere = (403, "request-for-elsewhere".to_owned());
    assert_eq!(send(&|request| request.registry = "log.other.example".into()).await, elsewhere);
    assert_eq!(send(&|request| request.method = "PUT".into()).await, elsewhere);
    assert_eq!(send(&|request| request.path = "/api/v1/quantities/release".into()).await, elsewhere);
    assert_eq!(send(&|request| request.iat = NOW - 301).await, (403, "request-out-of-time".into()));
    assert_eq!(send(&|request| request.iat = NOW + 301).await, (403, "request-out-of-time".into()));
    assert_eq!(send(&|request| request.iat = NOW - 299).await, (409, "quantity-state".into()));
    assert_eq!(send(&|request| request.body = json!([1])).await, (400, "request-body-malformed".into()));
    assert_eq!(send(&|request| request.body["x"] = json!(1)).await, (400, "request-body-malformed".into()));
    // A statement of the same party, signed with the same key, asks for nothing.
    let statement = jp.sign(&jp.statement("s", testkit::body("did:web:x.example", "JP")));
    let answer = server.post(path, "application/jose", statement).await;
    assert_eq!(answer.problem(), (400, "request-malformed".into()));
    // And a request is no statement.
    let signed = sign_request(&request(&jp, path, json!({ "line": line(1) })), jp.key());
    let answer = server.post("/api/v1/statements", "application/jose", signed.clone()).await;
    assert_eq!(answer.problem(), (400, "statement-malformed".into()));
    assert_eq!(server.post(path, "application/json", signed).await.problem().0, 415);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_quantity_is_refused() {
    let server = server_at_the_border();
    let jp = World::authority("JP");
    let malformed = (400, "quantity-malformed".to_owned());
    for (value, unit) in [("1.0000001", "KGM"), ("-1", "KGM"), ("0", "KGM"), ("1", "kg"), ("9e9", "KGM")] {
        let reserve = json!({ "line": line(1), "quantity": { "value": value, "unit": unit } });
        assert_eq!(server.quantity(&jp, "reserve", reserve).await.problem(), malformed, "{value} {unit}");
    }
    let correct = json!({ "line": line(1), "value": "1", "reference": "" });
    assert_eq!(server.quantity(&jp, "correct", correct).await.problem(), malformed);
    let mut item = line(1);
    item["declaration"]["item"] = json!(0);
    assert_eq!(server.quantity(&jp, "consume", json!({ "line": item })).await.problem(), malformed);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_a_border_keeps_no_quantities() {
    let answer = server().quantity(&World::authority("JP"), "consume", json!({ "line": line(1) })).await;
    assert_eq!(answer.problem(), (404, "no-border-here".into()));
}
