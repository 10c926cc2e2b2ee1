use serde_json::{Value, json};
use testkit::{Author, World};

use crate::world::{Answer, Server, server_at_the_border};

impl Server {
    async fn sends(&self, author: &Author, path: &str, body: Value) -> Answer {
        self.signed(author, &format!("/api/v1/suspensions{path}"), body).await
    }
}

fn asked(item: u32, suspended_on: &str) -> Value {
    json!({
        "declaration": { "type": "mrn", "value": "26JP1", "item": item }, "importing": "JP",
        "reference": "S-1", "suspended_on": suspended_on,
        "matter": { "reasons": "no marking", "acts": ["ACT-1"], "certificate": "C-0" },
    })
}

fn answered(number: u64, answer: &str, acts: &[&str]) -> Value {
    let grounds = json!({ "reasons": "looked at it", "acts": acts });
    json!({ "importing": "JP", "number": number, "answer": answer, "grounds": grounds })
}

#[tokio::test(flavor = "multi_thread")]
async fn customs_asks_and_the_authority_answers_until_it_is_settled() {
    let server = server_at_the_border();
    let jp = World::authority("JP");
    let first = server.sends(&jp, "", asked(1, "2026-01-29")).await;
    assert_eq!(first.status, 201, "{}", first.text());
    let shown = first.json();
    // Thursday; Friday, Monday, Tuesday and Wednesday are the four working days.
    assert_eq!((&shown["standing"], &shown["term"]["due_on"]), (&json!("open"), &json!("2026-02-04")));
    assert!(shown["term"]["source"].as_str().unwrap().starts_with("no term on record"), "{shown}");
    let again = server.sends(&jp, "", asked(1, "2026-01-29")).await;
    assert_eq!((again.status.as_u16(), again.json()), (200, shown));
    assert_eq!(
        server.sends(&jp, "", asked(1, "2026-01-28")).await.problem(),
        (409, "suspension-differs".into())
    );

    let maintained = server.sends(&jp, "/answer", answered(1, "maintain", &[])).await;
    assert_eq!((maintained.status.as_u16(), &maintained.json()["standing"]), (201, &json!("maintained")));
    assert_eq!(
        server.sends(&jp, "/answer", answered(1, "refuse", &[])).await.problem(),
        (400, "suspension-malformed".into())
    );
    let refused = server.sends(&jp, "/answer", answered(1, "refuse", &["ACT-1"])).await;
    assert_eq!(refused.json()["standing"], "refused", "{}", refused.text());
    assert_eq!(refused.json()["answers"].as_array().unwrap().len(), 2);
    assert_eq!(server.sends(&jp, "/answer", answered(1, "refuse", &["ACT-1"])).await.status, 200);
    assert_eq!(
        server.sends(&jp, "/answer", answered(1, "release", &[])).await.problem(),
        (409, "suspension-settled".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_reply_in_the_term_the_goods_may_be_released_and_a_late_reply_is_marked() {
    let server = server_at_the_border();
    let jp = World::authority("JP");
    // Four working days after Friday the 23rd end on Thursday the 29th.
    let over = server.sends(&jp, "", asked(1, "2026-01-23")).await.json();
    assert_eq!(
        (&over["term"]["due_on"], &over["standing"]),
        (&json!("2026-01-29"), &json!("may_be_released"))
    );
    server.sends(&jp, "", asked(2, "2026-01-30")).await;
    server.sends(&jp, "", asked(3, "2026-01-22")).await;
    let due = server.sends(&jp, "/show", json!({ "importing": "JP" })).await.json();
    let items: Vec<_> =
        due["suspensions"].as_array().unwrap().iter().map(|s| s["declaration"]["item"].clone()).collect();
    assert_eq!(items, [3, 1, 2]);
    let late = server.sends(&jp, "/answer", answered(1, "release", &[])).await.json();
    assert_eq!((&late["standing"], &late["answers"][0]["late"]), (&json!("released"), &json!(true)));
    let open = server.sends(&jp, "/show", json!({ "importing": "JP" })).await.json();
    assert_eq!(open["suspensions"].as_array().unwrap().len(), 2);
    let all = server.sends(&jp, "/show", json!({ "importing": "JP", "all": true })).await.json();
    assert_eq!(all["suspensions"].as_array().unwrap().len(), 3);
    let one = server.sends(&jp, "/show", json!({ "importing": "JP", "number": 1 })).await.json();
    assert_eq!(one["suspensions"][0], late);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_may_takes_part_and_only_in_its_own_country() {
    let server = server_at_the_border();
    let (jp, fr) = (World::authority("JP"), World::authority("FR"));
    assert_eq!(
        server.sends(&fr, "", asked(1, "2026-01-29")).await.problem(),
        (403, "not-an-authority".into())
    );
    server.sends(&jp, "", asked(1, "2026-01-29")).await;
    assert_eq!(
        server.sends(&fr, "/answer", answered(1, "release", &[])).await.problem(),
        (403, "not-surveillance".into())
    );
    let mut of_france = answered(1, "release", &[]);
    of_france["importing"] = json!("FR");
    assert_eq!(server.sends(&fr, "/answer", of_france).await.problem(), (404, "no-such-suspension".into()));
    let show = json!({ "importing": "FR", "number": 1 });
    assert_eq!(server.sends(&fr, "/show", show).await.problem(), (404, "no-such-suspension".into()));
    let malformed = (400, "suspension-malformed".to_owned());
    assert_eq!(server.sends(&jp, "", asked(1, "2026-02-02")).await.problem(), malformed);
    let mut without = asked(2, "2026-01-29");
    without["matter"]["acts"] = json!([]);
    assert_eq!(server.sends(&jp, "", without).await.problem(), malformed);
}
