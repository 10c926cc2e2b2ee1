//! Acts as forms over HTTP: filled in without a script, kept, shown as text and back, checked while they are written.

use app::office::{Invite, Role};
use axum::http::{StatusCode, header};
use scraper::{Html, Selector};
use testkit::the;

use crate::desk::{Browser, Desk, MINISTRY, Page};

/// Everything that a browser would send of the form on a page.
fn filled(page: &Page) -> Vec<(String, String)> {
    let html = page.html();
    let form = html.select(&Selector::parse("form.guided").unwrap()).next();
    let form = form.unwrap_or_else(|| panic!("no form: {}", page.text));
    let mut fields = Vec::new();
    for field in form.select(&Selector::parse("input, select, textarea").unwrap()) {
        let element = field.value();
        // What stands in the pattern of a further entry is no part of the form.
        let Some(name) = element.attr("name").filter(|name| !name.contains("__n__")) else { continue };
        let value = match element.name() {
            "select" => {
                let chosen = Selector::parse("option[selected]").unwrap();
                field
                    .select(&chosen)
                    .next()
                    .and_then(|option| option.value().attr("value"))
                    .unwrap_or_default()
                    .to_owned()
            }
            "textarea" => field.text().collect::<String>(),
            _ if element.attr("type") == Some("checkbox") && element.attr("checked").is_none() => continue,
            _ => element.attr("value").unwrap_or_default().to_owned(),
        };
        fields.push((name.to_owned(), value));
    }
    fields
}

fn set(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(known, _)| known != name);
    fields.push((name.to_owned(), value.to_owned()));
}

async fn send(officer: &mut Browser<'_>, path: &str, fields: &[(String, String)], button: &str) -> Page {
    let mut fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.push(("do", button));
    officer.post(path, &fields).await
}

fn text_of(html: &Html, css: &str) -> String {
    html.select(&Selector::parse(css).unwrap()).flat_map(|element| element.text()).collect()
}

const FORM: &str = "/en/desk/acts/form";

/// The form of a measure with what it needs.
async fn measure(officer: &mut Browser<'_>) -> Vec<(String, String)> {
    let page = officer.get(&format!("{FORM}?act=measure.taken")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let mut fields = filled(&page);
    for (name, value) in [
        ("act.measure", "M-1"),
        ("act.country", "FR"),
        ("act.kind", "prohibition"),
        ("act.legal_basis", "Consumer Code"),
        ("act.from", "2026-02-10"),
        ("act.against.models.#", "1"),
        ("act.against.models.0", "K-100"),
    ] {
        set(&mut fields, name, value);
    }
    fields
}

#[tokio::test]
async fn an_act_is_filled_in_kept_and_signed_without_a_script() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Signatory]).await;
    let fields = measure(&mut officer).await;
    let kept = send(&mut officer, FORM, &fields, "keep").await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    let path = kept.headers[header::LOCATION].to_str().unwrap().to_owned();
    let page = officer.get(&path).await;
    for said in ["Consumer Code", "K-100", "It would be taken"] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    // It is written anew in its form, which says what was filled in.
    let again = officer.get(&format!("{path}/form")).await;
    let mut fields = filled(&again);
    assert!(fields.contains(&("act.against.models.0".into(), "K-100".into())), "{fields:?}");
    set(&mut fields, "act.legal_basis", "Consumer Code, article 2");
    let kept = send(&mut officer, &format!("{path}/form"), &fields, "keep").await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    let page = officer.get(&path).await;
    let size = desk.app.state().size();
    let (form, digest) = (page.field("form"), page.field("digest"));
    let signed =
        officer.post(&format!("{path}/sign"), &[("form", &form), ("digest", &digest), ("key", "demo")]).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text);
    assert_eq!(desk.app.state().size(), size + 1);
}

#[tokio::test]
async fn from_form_to_text_and_back_nothing_is_lost() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Drafter]).await;
    let mut fields = measure(&mut officer).await;
    set(&mut fields, "act.reasons", "a <b> & \"c\"\r\nof two lines");
    let page = send(&mut officer, FORM, &fields, "text").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let text = text_of(&page.html(), "textarea");
    assert!(
        text.contains("legal_basis = \"Consumer Code\"") && text.contains("type = \"measure.taken\""),
        "{text}"
    );
    // In the text somebody writes a comment and a field that the form does not show.
    let text = format!("# asked by the court\n{}", text.replace("[act]", "made_on = 2026-01-30\n\n[act]"));
    let form = page.field("form");
    let page =
        officer.post(FORM, &[("form", &form), ("version", "0"), ("text", &text), ("do", "form")]).await;
    let mut fields = filled(&page);
    let reasons = fields.iter().find(|(name, _)| name == "act.reasons").unwrap().1.trim().to_owned();
    assert_eq!(reasons, "a <b> & \"c\"\nof two lines");
    set(&mut fields, "act.legal_basis", "Another Code");
    let page = send(&mut officer, FORM, &fields, "text").await;
    let text = text_of(&page.html(), "textarea");
    for kept in ["# asked by the court", "made_on = 2026-01-30", "Another Code", "of two lines"] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    // A text that is none stays a text, with the reason.
    let form = page.field("form");
    let page = officer
        .post(FORM, &[("form", &form), ("version", "0"), ("text", "a = \nmine"), ("do", "form")])
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text_of(&page.html(), "textarea").contains("mine"), "{}", page.text);
    assert!(text_of(&page.html(), "[role=alert]").contains("Mend the text"), "{}", page.text);
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Drafter]).await;
    let mut fields = measure(&mut officer).await;
    set(&mut fields, "act.from", "2026-02-30");
    let page = send(&mut officer, FORM, &fields, "keep").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let html = page.html();
    let field = html.select(&Selector::parse("[name='act.from']").unwrap()).next().unwrap();
    assert_eq!(field.value().attr("aria-invalid"), Some("true"));
    assert_eq!(field.value().attr("value"), Some("2026-02-30"), "what was written is still there");
    let described = field.value().attr("aria-describedby").unwrap();
    assert!(described.contains("f-act.from-error"), "{described}");
    assert!(filled(&page).contains(&("act.against.models.0".into(), "K-100".into())));
    assert!(officer.get("/en/desk/acts").await.text.contains("There are none."));
}

#[tokio::test]
async fn a_list_is_lengthened_and_shortened_without_a_script() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Drafter]).await;
    let fields = measure(&mut officer).await;
    let page = send(&mut officer, FORM, &fields, "add:act.against.models").await;
    let mut fields = filled(&page);
    assert!(fields.contains(&("act.against.models.#".into(), "2".into())), "{fields:?}");
    set(&mut fields, "act.against.models.1", "K-200");
    let page = send(&mut officer, FORM, &fields, "add:act.against.models").await;
    let fields = filled(&page);
    for (name, value) in
        [("act.against.models.0", "K-100"), ("act.against.models.1", "K-200"), ("act.against.models.2", "")]
    {
        assert!(fields.contains(&(name.into(), value.into())), "{name}: {fields:?}");
    }
    let page = send(&mut officer, FORM, &fields, "remove:act.against.models.0").await;
    let fields = filled(&page);
    assert!(fields.contains(&("act.against.models.0".into(), "K-200".into())), "{fields:?}");
    assert!(fields.contains(&("act.against.models.#".into(), "1".into())), "{fields:?}");
}

#[tokio::test]
async fn the_formal_check_names_each_missing_element_as_one_writes() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Drafter]).await;
    let page = officer.get("/fr/desk/acts/form?act=draft.filed").await;
    let missing = |html: &Html| {
        let css = Selector::parse(".element-missing").unwrap();
        html.select(&css).map(|e| e.value().attr("data-element").unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(missing(&page.html()).len(), 11, "{}", page.text);
    assert!(page.text.contains("Champ d&#39;application") || page.text.contains("Champ d'application"));
    let mut fields = filled(&page);
    set(&mut fields, "act.elements.scope", "Kettles.");
    set(&mut fields, "act.elements.standards.#", "1");
    set(&mut fields, "act.elements.standards.0.standard", "IEC 60335-1:2020");
    // Written halfway: it counts for nothing, and the rest is checked all the same.
    set(&mut fields, "act.elements.requirements.#", "1");
    set(&mut fields, "act.elements.requirements.0.number", "R1");
    let sent: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let part = officer.post("/fr/desk/acts/check", &sent).await;
    assert_eq!(part.status, StatusCode::OK, "{}", part.text);
    assert!(!part.text.contains("<html"), "a part of a page: {}", part.text);
    let html = Html::parse_fragment(&part.text);
    let found = missing(&html);
    assert!(
        !found.contains(&"scope".to_owned()) && found.contains(&"conditions_of_use".to_owned()),
        "{found:?}"
    );
    assert!(found.contains(&"requirements".to_owned()));
    assert!(part.text.contains("L 25") && part.text.contains("L annexe B portée"), "{}", part.text);
    assert!(part.text.contains("act.elements.requirements[0]"), "{}", part.text);
    // Nothing was kept, and the form still counts.
    assert!(officer.get("/en/desk/acts").await.text.contains("There are none."));
    let page = send(&mut officer, "/fr/desk/acts/form", &fields, "check").await;
    assert_eq!(missing(&page.html()), found);
    let other = measure(&mut officer).await;
    let other: Vec<_> = other.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(officer.post("/fr/desk/acts/check", &other).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    officer.cookie = None;
    assert_eq!(officer.post("/fr/desk/acts/check", &sent).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn an_administrator_who_does_not_write_checks_nothing() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Administrator]).await;
    let tried = officer.post("/en/desk/acts/check", &[("text", "[act]\ntype = \"draft.filed\"")]).await;
    assert_eq!(tried.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn every_act_has_a_form_page_in_every_language() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Drafter]).await;
    for name in statement::Act::NAMES {
        for language in ["en", "fr"] {
            let page = officer.get(&format!("/{language}/desk/acts/form?act={name}")).await;
            assert_eq!(page.status, StatusCode::OK, "{name}: {}", page.text);
            let html = page.html();
            assert!(html.errors.is_empty(), "{name}: {:?}", html.errors);
            assert!(!page.text.contains(">desk-"), "{name}: a message is missing");
            for field in html.select(&Selector::parse("input:not([type=hidden]), select, textarea").unwrap())
            {
                let id = field.value().attr("id").unwrap();
                let label = Selector::parse(&format!("label[for='{id}']")).unwrap();
                assert_eq!(html.select(&label).count(), 1, "{name}: {id}");
            }
        }
        // Keep the limit of requests for one address.
        if name.starts_with("measure") {
            break;
        }
    }
}

#[tokio::test]
async fn expired_invitations_are_shown_as_such_and_cleared_and_withdrawing_leaves_the_officer() {
    let desk = Desk::new();
    let mut administrator = desk.officer(1, &[Role::Administrator]).await;
    let invite = Invite { name: "Somebody".into(), roles: [Role::Drafter].into_iter().collect() };
    desk.office.invite_from_console(&the(MINISTRY), &invite).unwrap();
    let page = administrator.get("/en/desk/officers").await;
    let officer = page.field("officer");
    let form = page.field("form");
    // A further passkey for the administrator, withdrawn again: the administrator stays.
    let invited =
        administrator.post("/en/desk/officers/invite", &[("form", &form), ("officer", &officer)]).await;
    let form = invited.field("form");
    let gone =
        administrator.post("/en/desk/officers/withdraw", &[("form", &form), ("officer", &officer)]).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.text);
    let page = administrator.get("/en/desk/officers").await;
    assert!(page.text.contains("Officer 1") && !page.text.contains("revoked"), "{}", page.text);
    let form = page.field("form");
    let again =
        administrator.post("/en/desk/officers/withdraw", &[("form", &form), ("officer", &officer)]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_code_is_found_by_words_without_a_script() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Signatory]).await;
    let codes = |page: &Page| {
        let fields = filled(page);
        fields.into_iter().find(|(name, _)| name == "act.against.products.hs").unwrap().1
    };
    let mut fields = measure(&mut officer).await;
    let look = |fields: &mut Vec<(String, String)>, words: &str| {
        set(fields, "find:act.against.products.hs", words);
    };
    // Words of one heading are its code; it stands behind what was there.
    set(&mut fields, "act.against.products.hs", "85");
    look(&mut fields, "kettle");
    let found = send(&mut officer, FORM, &fields, "code:act.against.products.hs").await;
    assert_eq!((found.status, codes(&found).as_str()), (StatusCode::OK, "85 851679"), "{}", found.text);
    // Words of several headings are chosen from; what is written stays.
    let mut fields = filled(&found);
    look(&mut fields, "tyre");
    let several = send(&mut officer, FORM, &fields, "code:act.against.products.hs").await;
    assert_eq!(codes(&several), "85 851679");
    assert!(several.text.contains("Several headings have these words"), "{}", several.text);
    let html = several.html();
    let offered: Vec<_> = html
        .select(&Selector::parse("button[value^='code:act.against.products.hs:']").unwrap())
        .filter_map(|button| button.value().attr("value").map(str::to_owned))
        .collect();
    assert!(offered.len() > 1, "{offered:?}");
    let chosen = send(&mut officer, FORM, &filled(&several), &offered[0]).await;
    let code = offered[0].rsplit(':').next().unwrap();
    assert_eq!(codes(&chosen), format!("85 851679 {code}"));
    // The same code again changes nothing; words that nothing has say what to do.
    let again = send(&mut officer, FORM, &filled(&chosen), &offered[0]).await;
    assert_eq!(codes(&again), codes(&chosen));
    let mut fields = filled(&again);
    look(&mut fields, "no such thing");
    let none = send(&mut officer, FORM, &fields, "code:act.against.products.hs").await;
    assert!(none.text.contains("Nothing in the list has these words") && codes(&none) == codes(&again));
    // A field for one code takes the last.
    let page = officer.get(&format!("{FORM}?act=certificates.issued")).await;
    let grown = send(&mut officer, FORM, &filled(&page), "add:act.certificates").await;
    let grown = send(&mut officer, FORM, &filled(&grown), "add:act.certificates.0.products").await;
    let mut fields = filled(&grown);
    let path = "act.certificates.0.products.0.hs";
    for words in ["842710 self-propelled trucks with electric motor", "4011"] {
        set(&mut fields, &format!("find:{path}"), words);
        let page = send(&mut officer, FORM, &fields, &format!("code:{path}")).await;
        fields = filled(&page);
    }
    assert!(fields.contains(&(path.into(), "4011".into())), "{fields:?}");
}
