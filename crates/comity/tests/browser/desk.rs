//! The desk in a real browser with virtual authenticators: invited, signed in, written, seen, signed, in the log.

use std::path::Path;

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::pages::of_the_desk;
use crate::visit::{DESK, PHONE, Visit};

/// An authority of the demonstration with a mandate over its market.
const PARTY: &str = "did:web:authority-eu.demo.comity.example";

/// `POST /session/{id}/webauthn/authenticator` (WebAuthn level 3, section 11.3).
#[derive(Debug)]
pub(crate) struct AddAuthenticator;

impl WebDriverCompatibleCommand for AddAuthenticator {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/webauthn/authenticator", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let authenticator = json!({
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
            "isUserVerified": true, "isUserConsenting": true,
        });
        (http::Method::POST, Some(authenticator.to_string()))
    }
}

/// `DELETE /session/{id}/webauthn/authenticator/{authenticator}`.
#[derive(Debug)]
struct RemoveAuthenticator(String);

impl WebDriverCompatibleCommand for RemoveAuthenticator {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/webauthn/authenticator/{}", session.unwrap_or_default(), self.0))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::DELETE, None)
    }
}

/// The link of an invitation, made at the command line while the demonstration is served.
pub(crate) fn invite(visit: &Visit, party: &str, roles: &[&str]) -> String {
    let mut arguments = vec!["officer", "invite", "--json", "--name", "An Officer", "--party", party];
    roles.iter().for_each(|role| arguments.extend(["--role", role]));
    let told = comity(&visit.registry(), &arguments, &visit.desk);
    told["url"].as_str().unwrap().to_owned()
}

pub(crate) fn comity(data: &Path, arguments: &[&str], public_url: &str) -> Value {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_comity"))
        .args(arguments)
        .env("COMITY_DATA", data)
        .env("COMITY_PUBLIC_URL", public_url)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", said(&output));
    serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
}

pub(crate) async fn click(page: &Client, css: &str) {
    let element = page.wait().for_element(Locator::Css(css)).await.unwrap();
    element.click().await.unwrap();
}

pub(crate) async fn body(page: &Client) -> String {
    page.find(Locator::Css("main")).await.unwrap().text().await.unwrap()
}

/// Follows an invitation and registers a passkey.
pub(crate) async fn accept(visit: &Visit, link: &str) {
    visit.browser.goto(link).await.unwrap();
    click(&visit.browser, "form[data-ceremony] button").await;
    visit.browser.wait().for_element(Locator::Css(".desk-who")).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_signs_an_act_and_a_drafter_does_not_in_a_browser() {
    let visit = Visit::begin(DESK).await;
    let page = &visit.browser;
    let key = visit.registry().join("party.jwk");
    std::fs::write(&key, statement::demonstration_key(&PARTY.parse().unwrap()).to_jwk().as_bytes()).unwrap();
    comity(
        &visit.registry(),
        &["key", "hold", "--json", "--party", PARTY, key.to_str().unwrap()],
        &visit.desk,
    );
    // The signatory: invited, registers a passkey, signs out, signs in.
    let link = invite(&visit, PARTY, &["administrator", "signatory"]);
    let authenticator = page.issue_cmd(AddAuthenticator).await.unwrap();
    accept(&visit, &link).await;
    click(page, ".desk-nav form button").await;
    click(page, "form[data-ceremony] button").await;
    page.wait().for_element(Locator::Css(".desk-who")).await.unwrap();
    // Writes an act from its commented text.
    page.goto(&format!("{}/en/desk/acts/new?act=measure.taken", visit.desk)).await.unwrap();
    let written = format!(
        "id = \"browser-1\"\nsigner = \"{PARTY}\"\n[act]\ntype = \"measure.taken\"\nmeasure = \"DEMO-BROWSER-1\"\n\
         country = \"EU\"\nkind = \"prohibition\"\nlegal_basis = \"a law of the demonstration\"\nfrom = 2026-02-10\n\
         [act.against]\nmodels = [\"BROWSER-1\"]\n"
    );
    let before: String = page.find(Locator::Id("f-text")).await.unwrap().text().await.unwrap();
    assert!(before.contains("# whose measure it is") || before.contains('#'), "{before}");
    let set = "document.getElementById('f-text').value = arguments[0];";
    page.execute(set, vec![Value::from(written)]).await.unwrap();
    click(page, "main form button.primary").await;
    page.wait().for_element(Locator::Id("sign")).await.unwrap();
    let shown = body(page).await;
    for said in
        ["measure.taken", "DEMO-BROWSER-1", "a law of the demonstration", "BROWSER-1", "would be taken"]
    {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    let draft = page.current_url().await.unwrap().to_string();
    click(page, "form[action$='/sign'] button").await;
    page.wait().for_element(Locator::Css(".record-head a[href*='/log/statements/']")).await.unwrap();
    click(page, ".record-head a[href*='/log/statements/']").await;
    page.wait().for_element(Locator::Id("proof")).await.unwrap();
    let logged = body(page).await;
    assert!(logged.contains("DEMO-BROWSER-1") && logged.contains(PARTY), "{logged}");
    // Going back and sending the form again does nothing.
    page.goto(&draft).await.unwrap();
    assert!(page.find(Locator::Css("form[action$='/sign']")).await.is_err());
    // A second officer, a drafter with another authenticator.
    click(page, ".desk-nav form button").await;
    page.wait().for_element(Locator::Css("form[data-ceremony]")).await.unwrap();
    page.issue_cmd(RemoveAuthenticator(authenticator.as_str().unwrap().to_owned())).await.unwrap();
    page.issue_cmd(AddAuthenticator).await.unwrap();
    accept(&visit, &invite(&visit, PARTY, &["drafter"])).await;
    page.goto(&draft).await.unwrap();
    assert!(page.find(Locator::Css("form[action$='/sign']")).await.is_err());
    page.goto(&format!("{}/en/desk/audit", visit.desk)).await.unwrap();
    assert!(body(page).await.contains("Your roles do not allow this"));
    let trail = std::process::Command::new(env!("CARGO_BIN_EXE_comity"))
        .args(["audit", "--json", "--party", PARTY])
        .env("COMITY_DATA", visit.registry())
        .output()
        .unwrap();
    let trail = said(&trail);
    for what in ["officer.invite", "officer.accept", "sign-in", "act.write", "act.sign", "act.submit"] {
        assert!(trail.contains(what), "{what}: {trail}");
    }
    visit.browser.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_the_desk_fit_a_phone_in_a_browser() {
    let visit = Visit::begin(PHONE).await;
    let page = &visit.browser;
    page.issue_cmd(AddAuthenticator).await.unwrap();
    accept(&visit, &invite(&visit, PARTY, &["administrator", "signatory"])).await;
    let invitation = invite(&visit, PARTY, &["drafter"]);
    let paths = of_the_desk(&visit, PARTY, &invitation).await;
    let mut wide = Vec::new();
    for language in ["en", "fr"] {
        for path in &paths {
            page.goto(&format!("{}/{language}/desk{path}", visit.desk)).await.unwrap();
            let script = "return [document.documentElement.scrollWidth, window.innerWidth]";
            let measured = page.execute(script, vec![]).await.unwrap();
            if measured[0].as_u64().unwrap() > measured[1].as_u64().unwrap() {
                wide.push(format!("{language}{path}: {measured}"));
            }
        }
    }
    assert!(wide.is_empty(), "pages that scroll sideways: {wide:#?}");
    visit.browser.close().await.unwrap();
}

/// What a command said, on one line.
pub(crate) fn said(output: &std::process::Output) -> String {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8_lossy(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}
