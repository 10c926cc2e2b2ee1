//! The same document at two borders at once: told to authorities, and to nobody else.

use serde_json::{Value, json};
use statement::act::{Certificate, CertificatesIssued};
use testkit::{Author, World, the};

use crate::world::{Answer, BODY, Server, server_at_the_border};

const FOR_AUTHORITY: &str = "/api/v1/lines/for-authority";
const CHECKS: &str = "/api/v1/checks";

/// A border with a certificate for one batch, `C-1`.
async fn server_with_a_batch() -> Server {
    let server = server_at_the_border();
    let certificate: Certificate = serde_json::from_value(json!({
        "number": "C-1", "status_index": 1, "kind": "certificate", "holder": BODY, "procedure": "inspection",
        "products": [{ "hs": "851672", "hs_edition": 2022, "batch": "L-1" }], "issued_on": "2025-01-01",
    }))
    .unwrap();
    let author = Author::new(BODY);
    let act = CertificatesIssued { issuer: the(BODY), certificates: vec![certificate] };
    let signed = author.sign(&author.statement("batch", act));
    assert!(server.post("/api/v1/statements", "application/jose", signed).await.status.is_success());
    server
}

fn line(importing: &str, certificate: &str) -> Value {
    json!({
        "declaration": { "type": "mrn", "value": format!("26{importing}1"), "item": 1 },
        "importing": importing, "on": "2026-01-31", "certificates": [{ "number": certificate }],
    })
}

fn with(mut line: Value, field: &str, value: Value) -> Value {
    line[field] = value;
    line
}

fn check(last: u8, importing: &str, certificate: &str, batch: Option<&str>, on: &str) -> Value {
    let product = batch.map_or_else(|| json!({}), |batch| json!({ "batch": batch }));
    json!({
        "id": format!("0198c7a4-6f0e-7cc2-9f0b-3d9a5f2c1e{last:02x}"),
        "question": { "importing": importing, "on": "2026-01-30", "product": product,
            "evidence": [{ "number": certificate }] },
        "outcome": "unknown", "log_size": 12, "checked_at": format!("{on}T09:15:00Z"),
    })
}

impl Server {
    async fn checked(&self, authority: &Author, check: Value) -> Value {
        let told = self.signed(authority, CHECKS, json!({ "checks": [check] })).await;
        assert_eq!(told.status, 200, "{}", told.text());
        told.json()["checks"][0].clone()
    }

    /// The answer that the authority of France is given.
    async fn asked(&self, line: Value) -> Value {
        let answers = self.signed(&World::authority("FR"), FOR_AUTHORITY, json!({ "lines": [line] })).await;
        assert_eq!(answers.status, 200, "{}", answers.text());
        answers.json()[0]["answer"].clone()
    }
}

fn advice(answer: &Value) -> (&str, &str) {
    let of = |name: &str| answer["treatment"][name].as_str().unwrap();
    (of("advice"), of("because"))
}

fn found(answer: &Value) -> (&str, &str) {
    let finding = &answer["elsewhere"][0];
    assert_eq!(finding["id"], "document.at-one-border");
    (finding["outcome"].as_str().unwrap(), finding["facts"]["reason"].as_str().unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_batch_at_two_borders_turns_the_advice_and_never_the_decision() {
    let server = server_with_a_batch().await;
    let before = server.asked(with(line("FR", "C-1"), "lot", json!("L-1"))).await;
    assert_eq!(found(&before), ("met", ""));
    let told =
        server.checked(&World::authority("JP"), check(1, "JP", "C-1", Some("L-1"), "2026-01-30")).await;
    assert_eq!(told["state"], "new");

    let answer = server.asked(with(line("FR", "C-1"), "lot", json!("L-1"))).await;
    assert_eq!(
        (found(&answer), advice(&answer)),
        (("not_met", "same_goods"), ("hold", "same_goods_elsewhere"))
    );
    let facts = &answer["elsewhere"][0]["facts"];
    assert_eq!((&facts["countries"], &facts["on"]), (&json!("JP"), &json!("2026-01-30")));
    assert_eq!(
        (&answer["outcome"], &answer["decision"], &answer["reasons"]),
        (&before["outcome"], &before["decision"], &before["reasons"])
    );
    // Nobody says which batch it is: somebody has to look.
    let answer = server.asked(line("FR", "C-1")).await;
    assert_eq!(found(&answer), ("unknown", "presented"));
    assert_eq!(advice(&answer), ("document_check", "presented_elsewhere"));
    // Another batch is told apart.
    assert_eq!(found(&server.asked(with(line("FR", "C-1"), "lot", json!("L-2"))).await), ("met", ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_an_authority_of_the_country_is_told() {
    let server = server_with_a_batch().await;
    let asked = with(line("FR", "C-1"), "lot", json!("L-1"));
    let before = server.post("/api/v1/lines", "application/json", asked.to_string()).await.json();
    server.checked(&World::authority("JP"), check(1, "JP", "C-1", Some("L-1"), "2026-01-30")).await;
    let after = server.post("/api/v1/lines", "application/json", asked.to_string()).await.json();
    assert_eq!(after["answer"], before["answer"]);
    assert!(after["answer"].get("elsewhere").is_none());
    for other in [World::authority("JP"), Author::new(BODY)] {
        let refused = server.signed(&other, FOR_AUTHORITY, json!({ "lines": [asked] })).await;
        assert_eq!(refused.problem(), (403, "not-an-authority".into()));
    }
    // Its own checks are no other border.
    let own = json!({ "lines": [with(line("JP", "C-1"), "lot", json!("L-1"))] });
    let own = server.signed(&World::authority("JP"), FOR_AUTHORITY, own).await.json();
    assert_eq!(found(&own[0]["answer"]), ("met", ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_signed_and_what_is_long_ago_does_not_count() {
    let server = server_with_a_batch().await;
    let unsigned = check(1, "JP", "C-1", Some("L-1"), "2026-01-30");
    assert_eq!(server.post(CHECKS, "application/json", unsigned.to_string()).await.status, 200);
    server.checked(&World::authority("JP"), check(2, "JP", "C-1", Some("L-1"), "2026-01-20")).await;
    let asked = with(line("FR", "C-1"), "lot", json!("L-1"));
    assert_eq!(found(&server.asked(asked).await), ("met", ""));
    // Nobody signs for another country.
    let refused = server.checked(&World::authority("JP"), check(3, "FR", "C-1", None, "2026-01-30")).await;
    assert_eq!((&refused["state"], &refused["problem"]["status"]), (&json!("refused"), &json!(403)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_for_a_type_is_presented_at_many_borders_and_a_quantity_once() {
    let server = server_at_the_border();
    let (fr, jp, lab) = (World::authority("FR"), World::authority("JP"), Author::new(BODY));
    server.checked(&jp, check(1, "JP", "C-0", None, "2026-01-30")).await;
    assert_eq!(found(&server.asked(line("FR", "C-0")).await), ("met", ""));

    let amount = |value: &str| json!({ "value": value, "unit": "KGM" });
    let done = |answer: Answer| assert_eq!(answer.status, 201, "{}", answer.text());
    let stated = json!({ "certificate": "C-0", "quantity": amount("100") });
    done(server.signed(&lab, "/api/v1/quantities/state", stated).await);
    let reserve = async |authority: &Author, importing: &str, value: &str| {
        let mut line = line(importing, "C-0");
        let line = json!({ "declaration": line["declaration"].take(), "importing": importing, "certificate": "C-0" });
        let asked = json!({ "line": line, "quantity": amount(value) });
        done(server.signed(authority, "/api/v1/quantities/reserve", asked).await);
    };
    reserve(&jp, "JP", "80").await;
    let answer = server.asked(with(line("FR", "C-0"), "quantity", amount("30"))).await;
    assert_eq!((found(&answer), advice(&answer).0), (("not_met", "quantity"), "hold"));
    let answer = server.asked(with(line("FR", "C-0"), "quantity", amount("20"))).await;
    assert_eq!((found(&answer), advice(&answer).0), (("unknown", "presented"), "document_check"));
    // What the line itself drew is not held against it.
    reserve(&fr, "FR", "20").await;
    let answer = server.asked(with(line("FR", "C-0"), "quantity", amount("20"))).await;
    assert_eq!(found(&answer), ("unknown", "presented"));
}

#[tokio::test(flavor = "multi_thread")]
async fn recorded_checks_are_shown_to_the_authority_of_their_country() {
    let server = server_at_the_border();
    let (jp, fr) = (World::authority("JP"), World::authority("FR"));
    server.post(CHECKS, "application/json", check(1, "JP", "C-0", None, "2026-01-30").to_string()).await;
    server.checked(&jp, check(2, "JP", "C-0", None, "2026-01-30")).await;
    server.checked(&fr, check(3, "FR", "C-0", None, "2026-01-30")).await;
    let show = "/api/v1/checks/show";
    let shown = server.signed(&jp, show, json!({ "importing": "JP" })).await.json();
    let shown = shown["checks"].as_array().unwrap();
    let signed_by: Vec<_> = shown.iter().map(|check| check.get("signed_by")).collect();
    assert_eq!(signed_by, [None, Some(&json!(jp.party()))]);
    assert_eq!(shown[1]["check"]["id"], check(2, "JP", "C-0", None, "2026-01-30")["id"]);
    let rest = json!({ "importing": "JP", "after": shown[0]["sequence"] });
    assert_eq!(server.signed(&jp, show, rest).await.json()["checks"].as_array().unwrap()[..], shown[1..]);
    let refused = server.signed(&jp, show, json!({ "importing": "FR" })).await;
    assert_eq!(refused.problem(), (403, "not-an-authority".into()));
}
