//! Credentials and status lists signed at the desk: by whom, of what, and what the trail says of it.

use app::office::Role;
use axum::http::{StatusCode, header};
use credential::compare::KeysInForce;
use credential::limits::CREDENTIAL_BYTES_MAX;
use credential::{Document, Now, Verifier};
use statement::PureCheck;

use crate::desk::{Browser, MINISTRY, Page, URL};
use crate::served::Site;

async fn press(officer: &mut Browser<'_>, path: &str, fields: &[(&str, &str)]) -> Page {
    let form = officer.get("/en/desk/keys").await.field("form");
    officer.post(path, &[&[("form", form.as_str())], fields].concat()).await
}

fn leads_to(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
    page.headers[header::LOCATION].to_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_credential_is_signed_and_served_once_the_act_that_names_it_is_in_the_log() {
    let site = Site::new();
    let mut officer = site.desk.officer(1, &[Role::Signatory]).await;
    let page = officer.get("/en/desk/credentials").await;
    assert!(page.text.contains("Sign, and begin the act"), "{}", page.text);
    let signing = [("number", "C-3"), ("key", "demo")];
    let act = leads_to(&press(&mut officer, "/en/desk/credentials/sign", &signing).await);
    assert_eq!(site.get("/credentials/C-3").await.problem(), (404, "no-document-named".into()));
    let shown = officer.get(&act).await;
    assert!(shown.text.contains("credential_sha256") || shown.text.contains("SHA-256"), "{}", shown.text);
    let (form, digest) = (shown.field("form"), shown.field("digest"));
    let fields = [("form", form.as_str()), ("digest", &digest), ("key", "demo")];
    leads_to(&officer.post(&format!("{act}/sign"), &fields).await);
    let served = site.get("/credentials/C-3").await;
    assert_eq!(served.status, StatusCode::OK, "{}", served.text());
    let document = Document::credential(&served.body, CREDENTIAL_BYTES_MAX).unwrap();
    let (state, now) =
        (site.desk.app.state(), Now::new(credential::time::parse("2026-01-31T06:00:00Z").unwrap()));
    let keys = KeysInForce { registry: state.registry(), check: &PureCheck };
    let verified = document.verify(&Verifier { keys: &keys, check: &PureCheck, now }).unwrap();
    assert_eq!(
        (verified.issuer(), verified.credential()["id"].as_str().unwrap()),
        (MINISTRY, &*format!("{URL}/credentials/C-3"))
    );
    // Another party's certificate is none of its own.
    let theirs =
        press(&mut officer, "/en/desk/credentials/sign", &[("number", "C-0"), ("key", "demo")]).await;
    assert_eq!(theirs.status, StatusCode::NOT_FOUND, "{}", theirs.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_list_is_signed_with_a_button_by_those_who_sign_and_the_trail_has_it() {
    let site = Site::new();
    let address = format!("/status/{}/suspension", credential::untp::make::segment(MINISTRY));
    let signing = [("purpose", "suspension"), ("key", "demo")];
    let mut drafter = site.desk.officer(1, &[Role::Drafter]).await;
    let refused = press(&mut drafter, "/en/desk/credentials/list", &signing).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.text);
    assert_eq!(site.get(&address).await.status, StatusCode::NOT_FOUND);
    let mut officer = site.desk.officer(2, &[Role::Signatory, Role::Administrator]).await;
    let signed = press(&mut officer, "/fr/desk/credentials/list", &signing).await;
    assert_eq!(leads_to(&signed), "/fr/desk/credentials?signed=1");
    assert_eq!(site.get(&address).await.status, StatusCode::OK);
    let page = officer.get("/en/desk/credentials?signed=1").await;
    assert!(page.text.contains("The list says what is on record"), "{}", page.text);
    // Pressed twice in one moment it is the same list.
    let again = press(&mut officer, "/en/desk/credentials/list", &signing).await;
    assert_eq!(leads_to(&again), "/en/desk/credentials?signed=1");
    for wrong in [[("purpose", "message"), ("key", "demo")], [("purpose", "revocation"), ("key", "other")]] {
        let told = press(&mut officer, "/en/desk/credentials/list", &wrong).await;
        assert!(told.status.is_client_error(), "{}", told.text);
    }
    let trail = officer.get("/en/desk/audit").await.text;
    assert!(trail.contains("list.sign") && trail.contains("signed with key demo"), "{trail}");
}
