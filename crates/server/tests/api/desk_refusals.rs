//! What an officer may not do, tried over HTTP: nothing happens, the answer says why, the audit trail shows it.

use app::office::Role;
use axum::http::{StatusCode, header};
use scraper::Selector;
use statement::act::MandateEnded;
use testkit::World;
use testkit::the;

use crate::desk::{Browser, Desk, MINISTRY, Page, measure};

/// Keeps an act and tries to sign it whatever its page says; the answer.
async fn try_to_sign(officer: &mut Browser<'_>, text: &str) -> (StatusCode, String, String) {
    let kept = officer.keep("en", text).await;
    if kept.status != StatusCode::SEE_OTHER {
        return (kept.status, String::new(), kept.text);
    }
    let path = kept.headers[header::LOCATION].to_str().unwrap().to_owned();
    let page = officer.get(&path).await;
    let shown = page.text.clone();
    let digest = shown.split("SHA-256").last().unwrap_or_default().to_owned();
    let digest =
        digest.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default().to_owned();
    let form = page.field("form");
    let tried =
        officer.post(&format!("{path}/sign"), &[("form", &form), ("digest", &digest), ("key", "demo")]).await;
    (tried.status, shown, tried.text)
}

#[tokio::test]
async fn another_countrys_act_is_not_signed_and_another_partys_is_not_kept() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Administrator, Role::Signatory]).await;
    let size = desk.app.state().size();
    let (status, shown, said) =
        try_to_sign(&mut officer, &measure("m-1").replace("country = \"FR\"", "country = \"JP\"")).await;
    assert!(shown.contains("It would not be taken") && !shown.contains("/sign\""), "{shown}");
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
    assert!(said.contains("may not sign") || said.contains("The registry does not take"), "{said}");
    let (status, _, said) =
        try_to_sign(&mut officer, &measure("m-2").replace(MINISTRY, "did:web:other.example")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(said.contains("names another signer"), "{said}");
    assert_eq!(desk.app.state().size(), size);
    let trail = officer.get("/en/desk/audit").await.text;
    for what in ["act.sign", "submit", "act.write", "other-party", "refused"] {
        assert!(trail.contains(what), "{what}: {trail}");
    }
}

#[tokio::test]
async fn under_a_mandate_that_ended_nothing_is_signed() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Administrator, Role::Signatory]).await;
    let app = desk.app.clone();
    let ended = std::thread::spawn(move || {
        let registrar = World::with_countries(&["FR"]).registrar;
        let act = MandateEnded {
            to: the(MINISTRY),
            on_behalf_of: Some(the("FR")),
            scopes: vec![model::MandateScope::Survey],
            on: the("2026-01-15"),
        };
        app.submit_blocking(&registrar.sign(&registrar.statement("ended", act)))
    });
    ended.join().unwrap().unwrap();
    let size = desk.app.state().size();
    let (status, shown, said) = try_to_sign(&mut officer, &measure("m-1")).await;
    assert!(shown.contains("It would not be taken"), "{shown}");
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
    assert!(!officer.get("/en/desk/acts/new").await.text.contains("act=measure.taken\""));
    assert_eq!(desk.app.state().size(), size);
    assert!(officer.get("/en/desk/audit").await.text.contains("act.sign"));
}

#[tokio::test]
async fn a_revoked_passkey_ends_its_session_and_signs_nobody_in() {
    let desk = Desk::new();
    let mut administrator = desk.officer(1, &[Role::Administrator]).await;
    let mut officer = desk.officer(2, &[Role::Signatory]).await;
    let form = officer.get("/en/desk/acts/new?act=measure.taken").await.field("form");
    let page = administrator.get("/en/desk/officers").await;
    let passkey =
        page.text.rsplit("name=\"passkey\" value=\"").next().unwrap().split('"').next().unwrap().to_owned();
    let own = page.field("form");
    let revoked =
        administrator.post("/en/desk/passkeys/revoke", &[("form", &own), ("passkey", &passkey)]).await;
    assert_eq!(revoked.status, StatusCode::SEE_OTHER, "{}", revoked.text);
    let tried = officer.post("/en/desk/acts/new", &[("form", &form), ("text", &measure("m-1"))]).await;
    assert_eq!(tried.status, StatusCode::UNAUTHORIZED);
    let page = officer.get("/en/desk/sign-in").await;
    let html = page.html();
    let options = scraper::Selector::parse("form[data-options]").unwrap();
    let options = html.select(&options).next().unwrap().value().attr("data-options").unwrap();
    let answer = officer.authenticator.sign_in(options);
    let tried = officer.post("/en/desk/sign-in", &[("credential", &answer)]).await;
    assert_eq!(tried.status, StatusCode::UNAUTHORIZED);
    assert!(tried.text.contains("was revoked"), "{}", tried.text);
    let trail = administrator.get("/en/desk/audit").await.text;
    for what in ["passkey.revoke", "passkey-revoked"] {
        assert!(trail.contains(what), "{what}: {trail}");
    }
}

#[tokio::test]
async fn script_in_a_text_is_text_in_form_act_and_trail() {
    const SCRIPT: &str = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Administrator, Role::Signatory]).await;
    let text = measure("m-1").replace("Consumer Code", SCRIPT);
    let form = officer.get("/en/desk/acts/new").await.field("form");
    let kept = officer.post("/en/desk/acts/new", &[("form", &form), ("text", &text)]).await;
    let path = kept.headers[header::LOCATION].to_str().unwrap().to_owned();
    for page in [
        path.clone(),
        format!("{path}/form"),
        format!("{path}/edit"),
        "/en/desk/acts".into(),
        "/en/desk/audit".into(),
    ] {
        let shown = officer.get(&page).await;
        assert_eq!(shown.status, StatusCode::OK, "{page}");
        assert!(
            !shown.text.contains("<script>alert") && !shown.text.contains("<img src=x"),
            "{page}: {}",
            shown.text
        );
    }
    let shown = officer.get(&format!("{path}/form")).await;
    let html = shown.html();
    let field = scraper::Selector::parse("[name='act.legal_basis']").unwrap();
    assert_eq!(html.select(&field).next().unwrap().value().attr("value"), Some(SCRIPT));
    // What names a path of the form is no way out of it either.
    let form = shown.field("form");
    let odd = [
        ("form", form.as_str()),
        ("version", "1"),
        ("text", &text),
        ("act.\"><script>alert(1)</script>", "x"),
        ("do", "add:act.\"><script>alert(1)</script>"),
    ];
    let shown = officer.post(&format!("{path}/form"), &odd).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.text);
    assert!(!shown.text.contains("<script>alert"), "{}", shown.text);
}

#[tokio::test]
async fn a_form_that_is_sent_again_keeps_no_second_act() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Administrator, Role::Drafter]).await;
    let form = officer.get("/en/desk/acts/form?act=measure.taken").await.field("form");
    let text = measure("m-1");
    let fields = [("form", form.as_str()), ("version", "0"), ("text", &text), ("do", "keep")];
    assert_eq!(officer.post("/en/desk/acts/form", &fields).await.status, StatusCode::SEE_OTHER);
    let again = officer.post("/en/desk/acts/form", &fields).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.text.contains("This form was sent before"), "{}", again.text);
    let acts = officer.get("/en/desk/acts").await.text;
    assert_eq!(acts.matches("<code>measure.taken</code>").count(), 1, "{acts}");
    assert!(officer.get("/en/desk/audit").await.text.contains("repeated"));
}

/// What a page says is wrong: the general sentence, and what exactly was found.
fn said(page: &Page) -> Vec<String> {
    let (html, select) = (page.html(), |selector| Selector::parse(selector).unwrap());
    let foreign = html.select(&select("html[lang=fr] main [lang=en]")).count();
    assert_eq!(foreign, 0, "{}", page.text);
    html.select(&select(".form-errors p, .field-error")).map(|text| text.text().collect()).collect()
}

#[tokio::test]
async fn whatever_is_wrong_with_an_act_is_told_in_french_on_french_pages() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Signatory]).await;
    let right = measure("m-1");
    let wrong = [
        (right.replace("country = ", "country "), "Comparez avec l'exemple"),
        (right.replace("country", "contry"), "« contry »"),
        (right.replace("kind = \"prohibition\"\r\n", ""), "« kind » manque"),
        (right.replace("measure.taken", "measure.took"), "« measure.took » n'est pas un acte"),
        (right.replace("2026-02-10", "\"2026-02-30\""), "n'a pas la forme demandée"),
        (right.replace("2026-02-10", "2026-02-10\r\nuntil = 2026-02-01"), "doit suivre le 10 février 2026"),
        (right.replace("models = [\"K-100\"]", "models = []"), "ne désigne rien"),
        (right.replace("Consumer Code", " "), "est vide"),
        (right.replace(MINISTRY, "did:web:other.example"), "votre partie est did:web:ministry"),
        (right.replace("prohibition", "prohibitoin"), "aucun des termes"),
    ];
    for (text, expected) in wrong {
        let mut told = Vec::new();
        for language in ["en", "fr"] {
            let page = officer.keep(language, &text).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
            told.push(said(&page));
        }
        let (english, french) = (&told[0], &told[1]);
        assert_eq!((english.len(), french.len()), (2, 2), "{told:?}");
        assert!(french.iter().all(|sentence| !english.contains(sentence)), "{told:?}");
        assert!(french[1].contains(expected), "{expected}: {french:?}");
    }
}

#[tokio::test]
async fn why_the_registry_would_not_take_an_act_is_told_in_french_on_french_pages() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Signatory]).await;
    let text = measure("m-1").replace("country = \"FR\"", "country = \"JP\"");
    let kept = officer.keep("fr", &text).await;
    let page = officer.get(kept.headers[header::LOCATION].to_str().unwrap()).await;
    let told = said(&page).concat();
    assert!(told.contains("ne peut signer « measure.taken ». L'un de ceux-ci le peut : "), "{told}");
    assert!(!told.contains("may not sign") && !told.contains(" with "), "{told}");
}
