//! The same document at two borders at once: an officer of the authority who is signed in at the desk is told, nobody else.

use std::time::{SystemTime, UNIX_EPOCH};

use fantoccini::Locator;
use serde_json::{Value, json};
use statement::{Request, demonstration_key, sign_request};

use super::Post;
use crate::common::{LAB, MAKER, Registry};
use crate::desk::{AddAuthenticator, click, comity};

/// It stands at the border that the goods passed first.
const ELSEWHERE: &str = "did:web:authority.test.example";
const HERE: &str = "did:web:customs.test.example";

fn registry() -> Registry {
    let registry = Registry::new();
    let customs = json!({ "id": "customs", "signer": "did:web:registrar.test.example", "act": {
        "type": "party.registered", "party": HERE, "kind": "authority", "name": { "en": "Customs" }, "country": "FR",
        "keys": [demonstration_key(&HERE.parse().unwrap()).public()] } });
    let issued = json!({ "id": "issued", "signer": LAB, "act": { "type": "certificates.issued", "issuer": LAB,
        "certificates": [{
            "number": "LAB-1", "status_index": 0, "kind": "certificate", "holder": MAKER, "procedure": "inspection",
            "products": [{ "hs": "851660", "hs_edition": 2022, "batch": "L-1" }], "issued_on": "2026-01-15",
        }] } });
    for (name, act) in [("customs.json", customs), ("issued.json", issued)] {
        let (taken, told) = registry.submit(name, &act.to_string());
        assert!(taken, "{told}");
    }
    registry
}

/// The authority of the other country signs that it checked the batch.
async fn checked_elsewhere(url: &str) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let checked_at = jiff::Timestamp::from_second(i64::try_from(now).unwrap()).unwrap();
    let check = json!({
        "id": "0198c7a4-6f0e-7cc2-9f0b-3d9a5f2c1e77", "outcome": "unknown", "log_size": 1, "checked_at": checked_at,
        "question": { "importing": "JP", "on": "2026-02-01", "product": { "batch": "L-1" },
            "evidence": [{ "number": "LAB-1" }] },
    });
    let (party, path) = (ELSEWHERE.parse().unwrap(), "/api/v1/checks".to_owned());
    let key = demonstration_key(&party);
    let (body, registry) = (json!({ "checks": [check] }), "log.test.example".to_owned());
    let request = Request { body, iat: now, method: "POST".into(), party, path: path.clone(), registry };
    let sent = reqwest::Client::new().post(format!("{url}{path}")).header("content-type", "application/jose");
    let answer: Value = sent.body(sign_request(&request, &key)).send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["checks"][0]["state"], "new", "{answer}");
}

/// The kinds of disagreement that are told about the batch.
async fn kinds(post: &Post) -> Vec<String> {
    post.page.execute("document.getElementById('f-batch').value = 'L-1';", vec![]).await.unwrap();
    post.check("LAB-1", "2026-02-01", "").await;
    let mut kinds = Vec::new();
    for copy in post.page.find_all(Locator::Css("#shown [data-copy]")).await.unwrap() {
        kinds.push(copy.attr("data-copy").await.unwrap().unwrap());
    }
    kinds
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_at_the_desk_is_told_of_the_same_batch_at_another_border_in_a_browser() {
    let mut post = Post::beside_registry(registry().directory).await;
    checked_elsewhere(post.url()).await;
    post.by_name();
    post.open("").await;
    post.choose("FR").await;
    assert_eq!(kinds(&post).await, Vec::<String>::new(), "the public is told nothing");

    let invite =
        ["officer", "invite", "--json", "--name", "An Officer", "--party", HERE, "--role", "drafter"];
    let told = comity(post.registry(), &invite, post.url());
    post.page.issue_cmd(AddAuthenticator).await.unwrap();
    post.page.goto(told["url"].as_str().unwrap()).await.unwrap();
    click(&post.page, "form[data-ceremony] button").await;
    post.find(".desk-who").await;

    post.open("").await;
    post.choose("FR").await;
    assert_eq!(kinds(&post).await, ["two_borders"]);
    let shown = post.text("#shown").await;
    assert!(
        shown.contains("Presented at another border as well") && shown.contains("in JP as well"),
        "{shown}"
    );
    // In another country the same officer is nobody.
    post.choose("JP").await;
    assert_eq!(kinds(&post).await, Vec::<String>::new());
    post.page.close().await.unwrap();
}
