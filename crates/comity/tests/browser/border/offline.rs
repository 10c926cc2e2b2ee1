//! The network goes and comes back: everything that was answered with it is answered without it, and told later.

use store::border::Checks as _;
use store_sql::SqliteBorder;

use super::Post;

/// What the camera looks at: a code that leads into another registry, with a number that is on record here.
const SCANNED: &str = "https://registry.example/certificates/DEMO-EUUS-TEL-001";
/// One certificate, country and day for every outcome of a decision; the one before the camera is the first.
const CASES: &[(&str, &str, &str, &str)] = &[
    ("DEMO-EUUS-TEL-001", "US", "2026-04-01", "recognised"),
    ("DEMO-UN-R129-001", "US", "2026-04-01", "not_recognised"),
    ("DEMO-EUUS-TEL-002", "US", "2026-04-01", "partly_recognised"),
    ("DEMO-EU-HS2017-001", "US", "2026-04-01", "unknown"),
    ("DEMO-JPSG-CPS-003", "CH", "2026-04-01", "discretionary"),
    ("DEMO-CH-PPE-002", "CH", "2026-04-01", "barred"),
    ("DEMO-EU-FW-001", "CH", "2026-04-01", "not_required"),
];

#[tokio::test(flavor = "multi_thread")]
async fn what_is_checked_without_a_network_is_answered_the_same_and_told_later_in_a_browser() {
    let mut post = Post::begin(Some(SCANNED)).await;
    post.open("").await;
    let ready = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true));";
    post.run(ready, vec![]).await;
    // With a network. What is checked is taken along by itself, and told at once.
    let mut online = Vec::new();
    for (number, country, on, outcome) in CASES {
        post.choose(country).await;
        assert_eq!(
            post.check(number, on, "").await,
            *outcome,
            "{number} {country}: {}",
            post.text("#shown").await
        );
        online.push(post.text("#shown .answer h2").await);
        assert_eq!(post.waiting().await, "0");
    }
    assert!(post.text("#shown").await.contains("Answered by the registry"));

    post.lose();
    post.open("").await;
    assert!(post.text("#device-network").await.contains("No network"));
    for (place, (number, country, on, outcome)) in CASES.iter().enumerate() {
        post.choose(country).await;
        assert_eq!(
            post.check(number, on, "").await,
            *outcome,
            "{number} {country}: {}",
            post.text("#shown").await
        );
        assert_eq!(post.text("#shown .answer h2").await, online[place]);
        assert!(post.text("#shown").await.contains("Answered from the bundle made"));
        assert_eq!(post.waiting().await, (place + 1).to_string());
    }
    // What the bundle cannot know is never told as a good answer.
    assert_eq!(post.check("DEMO-EUUS-TEL-003", "2026-04-01", "").await, "not_covered");
    let told = post.text("#shown").await;
    assert!(
        told.contains("Cannot be answered offline") && told.contains("says nothing for or against"),
        "{told}"
    );
    // A code before the camera.
    post.choose("US").await;
    post.page.execute("document.getElementById('shown').replaceChildren()", vec![]).await.unwrap();
    post.page
        .execute("document.getElementById('ask').elements.on.value = '2026-04-01'", vec![])
        .await
        .unwrap();
    post.find("#scan-button").await.click().await.unwrap();
    assert_eq!(post.outcome().await, "recognised");
    let told = post.text("#shown").await;
    assert!(told.contains("The code leads to registry.example, which is not this registry"), "{told}");
    // Nothing is lost when the page is closed.
    assert_eq!(post.waiting().await, (CASES.len() + 2).to_string());
    post.page.goto("about:blank").await.unwrap();
    post.open("?certificate=DEMO-EUUS-TEL-001&importing=US&on=2026-04-01").await;
    assert_eq!(post.outcome().await, "recognised", "an address is answered without a network too");
    assert_eq!(post.waiting().await, (CASES.len() + 3).to_string());

    post.regain();
    post.find("#renew").await.click().await.unwrap();
    assert_eq!(post.waiting().await, "0");
    let kept = SqliteBorder::open(post.registry()).unwrap().checks(None, 0, 100).unwrap();
    let kept: Vec<_> = kept.into_iter().map(|record| record.body).collect();
    assert_eq!(kept.len(), 2 * CASES.len() + 3);
    let offline = kept.iter().filter(|body| body.contains("bundle_sha256")).count();
    assert_eq!(offline, CASES.len() + 3);
    for (number, _, _, outcome) in CASES {
        let both =
            kept.iter().filter(|body| body.contains(number) && body.contains(&format!("\"{outcome}\"")));
        assert!(both.count() >= 2, "{number}");
    }
    post.page.close().await.unwrap();
}
