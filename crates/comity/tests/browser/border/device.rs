//! What a device keeps: the page is installed, its bundle is checked whenever it is opened, its key is the first one seen.

use serde_json::json;

use super::{Devtools, Post};

#[tokio::test(flavor = "multi_thread")]
async fn the_border_page_is_installed_and_refuses_what_was_changed_in_a_browser() {
    let mut post = Post::begin(None).await;
    post.open("").await;
    post.choose("FR").await;
    // It has everything that makes a page one to be installed: the browser has nothing to object.
    let manifest = post.page.issue_cmd(Devtools("Page.getAppManifest")).await.unwrap();
    assert_eq!(manifest["errors"], json!([]), "{manifest}");
    let objections = post.page.issue_cmd(Devtools("Page.getInstallabilityErrors")).await.unwrap();
    assert_eq!(objections["installabilityErrors"], json!([]), "{objections}");
    let ready = "const done = arguments[0]; navigator.serviceWorker.ready.then((kept) => done(kept.scope));";
    assert_eq!(post.run(ready, vec![]).await, json!(format!("{}/en/border", post.url())));
    // Trust on first use is said to be that, with the fingerprint.
    let key = "return document.getElementById('device-key').textContent;";
    let key = post.page.execute(key, vec![]).await.unwrap();
    assert!(key.as_str().unwrap().contains("Fingerprint: "), "{key}");

    // A byte of the bundle that lies on the device is changed.
    let change = "const done = arguments[0]; const open = indexedDB.open('comity-border');
        open.onsuccess = () => {
            const store = open.result.transaction('bundles', 'readwrite').objectStore('bundles');
            const kept = store.get('FR');
            kept.onsuccess = () => {
                kept.result.bytes[Math.floor(kept.result.bytes.length / 2)] ^= 1;
                store.put(kept.result).onsuccess = () => done(kept.result.bytes.length);
            };
        };";
    assert!(post.run(change, vec![]).await.as_u64().unwrap() > 10_000);
    post.lose();
    post.open("").await;
    let told = post.text("#device-bundle").await;
    assert!(
        told.contains("was refused and is not used") && told.contains("changed after it was signed"),
        "{told}"
    );
    post.page
        .execute("document.getElementById('ask').elements.certificate.value = 'DEMO-EUUS-TEL-001'", vec![])
        .await
        .unwrap();
    post.find("#check").await.click().await.unwrap();
    post.find("#shown .border-note").await;
    let told = post.text("#shown").await;
    assert!(told.contains("No answer") || told.contains("Checking"), "{told}");
    assert!(post.page.find(fantoccini::Locator::Css("[data-outcome]")).await.is_err());
    // With a network it is fetched anew.
    post.regain();
    post.find("#renew").await.click().await.unwrap();
    post.find("#device-bundle[data-size]:not([data-size=''])").await;
    assert!(!post.text("#device-bundle").await.contains("refused"));
    post.page.close().await.unwrap();
}
