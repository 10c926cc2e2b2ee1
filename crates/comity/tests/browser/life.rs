//! The whole life of an objective through the browser: four countries fill in forms and sign, each in a browser of its own
//! with an authenticator of its own, and somebody without an account comments. What comes of it is byte for byte what the folder of files gives.
//!
//! Through the browser go the acts of Kenya, South Africa, New Zealand and Brazil: 40 statements. The parties are registered
//! from their file, and in between the acts of others come as files, since they are no part of the four: the secretariat
//! (`call-transmitted`, `established`, `invitation`, `interpretation`), Costa Rica (`answered-cr`, `accepted-cr`), Australia
//! (`answered-au`, `joined-au`, `left-au`, `announced-au`, `adopted-au`) and the laboratory (`certificate`).

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use app::{App, FixedClock};
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use model::InstrumentId;
use serde_json::json;
use statement::file::{Draft, Format, read};
use store_sql::SqliteStore;

use crate::desk::{AddAuthenticator, body, click, comity, said};
use crate::visit::{DESK, browser, driver, served};

const REGISTRAR: &str = "did:web:registrar.life.comity.example";
const PROCEDURE: &str = "DEMO-VIEW";
/// Countries whose officers work in a browser.
const OFFICERS: [&str; 4] = ["ke", "za", "nz", "br"];

/// Writes a value into the fields of the form, as a person would: what is a list is lengthened with its button.
const FILL: &str = r"
const [name, value] = arguments;
const put = (path, value) => {
  const field = document.getElementsByName(path)[0];
  if (Array.isArray(value)) {
    const rows = document.querySelector(`[data-rows='${path}']`);
    if (rows) {
      const count = rows.querySelector(':scope > [data-count]');
      while (Number(count.value) < value.length) { rows.querySelector(':scope > p > [data-add]').click(); }
      value.forEach((entry, place) => put(`${path}.${place}`, entry));
    } else if (field.type === 'hidden') {
      value.forEach(term => { document.getElementsByName(`${path}.${term}`)[0].checked = true; });
    } else {
      field.value = value.join(' ');
    }
  } else if (typeof value === 'object') {
    Object.entries(value).forEach(([key, inner]) => put(`${path}.${key}`, inner));
  } else {
    field.value = String(value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
};
put(name, value);
";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../demo/objective-life")
}

/// The statements of the life, in their order, without the parties.
fn acts() -> Vec<Draft> {
    let files = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    let text = |path: &PathBuf| std::fs::read_to_string(path).unwrap();
    files[1..].iter().flat_map(|path| read(&text(path), Format::Toml, None).unwrap()).collect()
}

fn run(data: &Path, arguments: &[&str], files: &[&Path]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
    let output = command.args(arguments).args(files).env("COMITY_DATA", data).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
}

/// A registry with the parties of the life.
fn opened(data: &Path) {
    run(data, &["init", "--origin", "log.life.example", "--registrar", REGISTRAR, "--demonstration"], &[]);
    let key = data.join("keys/registrar.jwk");
    run(data, &["act", "submit", "--key"], &[&key, &folder().join("00-parties.toml")]);
}

fn party(country: &str) -> String {
    format!("did:web:authority-{country}.life.comity.example")
}

/// An officer of a country, signed in.
struct Officer {
    page: Client,
    desk: String,
}

impl Officer {
    async fn begin(driver: &str, data: &Path, desk: &str, country: &str) -> Self {
        let party = party(country);
        let key = data.join(format!("{country}.jwk"));
        std::fs::write(&key, statement::demonstration_key(&party.parse().unwrap()).to_jwk().as_bytes())
            .unwrap();
        comity(
            &data.join("registry"),
            &["key", "hold", "--json", "--party", &party, key.to_str().unwrap()],
            desk,
        );
        let invite =
            ["officer", "invite", "--json", "--role", "signatory", "--name", "An Officer", "--party", &party];
        let link = comity(&data.join("registry"), &invite, desk)["url"].as_str().unwrap().to_owned();
        let page = browser(driver, DESK, &data.join(country)).await;
        page.issue_cmd(AddAuthenticator).await.unwrap();
        page.goto(&link).await.unwrap();
        click(&page, "form[data-ceremony] button").await;
        page.wait().for_element(Locator::Css(".desk-who")).await.unwrap();
        Self { page, desk: desk.to_owned() }
    }

    async fn go(&self, path: &str) {
        self.page.goto(&format!("{}/en/desk{path}", self.desk)).await.unwrap();
    }

    /// Fills the form of an act and keeps it.
    async fn fill(&self, draft: &Draft) {
        let value = draft.payload.to_value();
        let mut act = value["act"].clone();
        act.as_object_mut().unwrap().remove("type");
        self.page.execute(FILL, vec![json!("act"), act]).await.unwrap();
        self.page.execute(FILL, vec![json!("id"), value["id"].clone()]).await.unwrap();
    }

    /// Keeps what is in the form, looks at it, signs it and sees it in the log.
    async fn keep_and_sign(&self, id: &str) {
        click(&self.page, "form.guided button[value=keep]").await;
        let sign = self.page.wait().at_most(std::time::Duration::from_secs(20));
        if sign.for_element(Locator::Id("sign")).await.is_err() {
            panic!("{id}: {}", body(&self.page).await);
        }
        click(&self.page, "form[action$='/sign'] button").await;
        self.page.wait().for_element(Locator::Css(".record-head a[href*='/log/statements/']")).await.unwrap();
    }

    async fn act(&self, draft: &Draft) {
        self.go(&format!("/acts/form?act={}", draft.payload.act.name())).await;
        self.fill(draft).await;
        self.keep_and_sign(draft.payload.id.as_str()).await;
    }

    /// Follows the offer of an act about the procedure, which begins with what is known.
    async fn offered(&self, act: &str) {
        self.go(&format!("/next?of={PROCEDURE}")).await;
        let css = format!("a[href*='act={act}&']");
        let offer = self.page.find(Locator::Css(&css)).await;
        let Ok(offer) = offer else { panic!("{act}: {}", body(&self.page).await) };
        // By keyboard, as everything here can be done.
        offer.send_keys(&char::from(Key::Enter).to_string()).await.unwrap();
        self.page.wait().for_element(Locator::Css("form.guided")).await.unwrap();
    }

    async fn value(&self, name: &str) -> String {
        let css = format!("[name='{name}']");
        self.page.find(Locator::Css(&css)).await.unwrap().prop("value").await.unwrap().unwrap_or_default()
    }

    /// Elements that the formal check calls missing, once it has followed what is written.
    async fn missing(&self, count: usize) -> Vec<String> {
        const SHOWN: &str =
            "return [...document.querySelectorAll('.element-missing')].map(e => e.dataset.element)";
        let mut shown = Vec::new();
        for _ in 0..100 {
            let found = self.page.execute(SHOWN, vec![]).await.unwrap();
            shown = found.as_array().unwrap().iter().map(|e| e.as_str().unwrap().to_owned()).collect();
            if shown.len() == count {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        shown
    }
}

/// The act of somebody who is not in a browser here.
fn from_file(data: &Path, url: &str, draft: &Draft) {
    let file = data.join("one.json");
    std::fs::write(&file, draft.payload.to_json()).unwrap();
    // The server is named in the environment too, where a directory would contradict it.
    let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
    let output =
        command.args(["act", "submit", "--demonstration-keys"]).arg(&file).env("COMITY_SERVER", url).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{}: {}", draft.payload.id, said(&output));
}

/// An officer does an act: three of them from what the desk offers, the rest from the list of acts.
async fn through_the_browser(officer: &Officer, draft: &Draft) {
    match draft.payload.id.as_str() {
        "answered-br" => {
            officer.offered("call.answered").await;
            assert_eq!(
                (officer.value("act.procedure").await.as_str(), officer.value("act.country").await.as_str()),
                (PROCEDURE, "BR")
            );
            officer.fill(draft).await;
            officer.keep_and_sign("answered-br").await;
        }
        // The text begins as the call, and the check names what is missing while it is written.
        "draft-1" => {
            officer.go("/acts/form?act=draft.filed").await;
            assert_eq!(officer.missing(11).await.len(), 11, "an empty text lacks what is always needed");
            officer.fill(draft).await;
            let statement::Act::DraftFiled(filed) = &draft.payload.act else { panic!("a draft") };
            let lacks: Vec<_> =
                registry::content(&filed.elements).missing().iter().map(|e| e.as_str().to_owned()).collect();
            assert!(!lacks.is_empty());
            assert_eq!(officer.missing(lacks.len()).await, lacks);
            officer.keep_and_sign("draft-1").await;
        }
        // The next draft begins with the last one, and what differs stands beside it.
        "draft-2" => {
            officer.offered("draft.filed").await;
            assert_eq!(officer.value("act.draft").await, "2");
            assert!(body(&officer.page).await.contains("Nothing differs."));
            officer.fill(draft).await;
            assert_eq!(officer.missing(0).await, Vec::<String>::new());
            officer.page.wait().for_element(Locator::Css(".differences ins")).await.unwrap();
            officer.keep_and_sign("draft-2").await;
        }
        _ => officer.act(draft).await,
    }
}

/// Somebody without an account comments on the second draft, and the convening country publishes it. Comments are no acts,
/// so the log stays what it is.
async fn somebody_comments(driver: &str, data: &Path, desk: &str, convenor: &Officer) {
    const COMMENT: &str = "R2 should say how loud the warning is.";
    let page = browser(driver, DESK, &data.join("commenter")).await;
    let public = format!("{desk}/en/procedures/{PROCEDURE}/comments");
    page.goto(&public).await.unwrap();
    for (field, text) in [("f-name", "A Person"), ("f-text", COMMENT)] {
        page.find(Locator::Id(field)).await.unwrap().send_keys(text).await.unwrap();
    }
    // Whoever is faster than a person is asked to send it again.
    loop {
        let button = page.find(Locator::Css("form.panel button")).await.unwrap();
        button.send_keys(&char::from(Key::Enter).to_string()).await.unwrap();
        page.wait().for_element(Locator::Css("#received, .form-errors")).await.unwrap();
        if page.find(Locator::Id("received")).await.is_ok() {
            break;
        }
    }
    convenor.go(&format!("/comments/{PROCEDURE}/2")).await;
    click(&convenor.page, "form[action$='/comments/publish'] button").await;
    // Once it is published nothing waits.
    while convenor.page.find(Locator::Css("form[action$='/comments/publish']")).await.is_ok() {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    page.goto(&public).await.unwrap();
    assert!(body(&page).await.contains(COMMENT), "{}", body(&page).await);
    page.close().await.unwrap();
}

fn opened_for_reading(data: &Path) -> App {
    let store = Arc::new(SqliteStore::open_for_reading(data).unwrap());
    App::open_for_reading(store, Arc::new(FixedClock("2026-11-01".parse().unwrap())), &mut |_| {}).unwrap()
}

/// What the log and the pages tell of the life: every statement, and how procedure and objective stand.
fn told(data: &Path) -> (Vec<Vec<u8>>, Vec<String>) {
    let app = opened_for_reading(data);
    let statements = app.statements(None, 1000).unwrap().into_iter().map(|entry| entry.jws).collect();
    let state = app.state();
    let registry = state.registry();
    let (made, number): (InstrumentId, InstrumentId) =
        (PROCEDURE.parse().unwrap(), "DEMO-CRO-10".parse().unwrap());
    let mut stages = Vec::new();
    for day in ["2023-05-10", "2023-09-30", "2024-03-01", "2024-09-02", "2025-06-30", "2026-11-01"] {
        let day = day.parse().unwrap();
        let found = procedure::procedure(registry, &made, day, registry.knowledge()).unwrap();
        let life = procedure::objective(registry, &number, day, registry.knowledge());
        stages.push(format!("{:?} {:?} {:?}", found.stage, found.drafts, found.findings));
        stages.push(format!("{:?}", life.map(|life| (life.current, life.countries, life.findings))));
    }
    (statements, stages)
}

#[tokio::test(flavor = "multi_thread")]
async fn four_countries_play_the_whole_life_of_an_objective_in_a_browser() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path();
    opened(&data.join("registry"));
    let (_server, url) = served(&data.join("registry"));
    let desk = format!("http://localhost:{}", url.rsplit(':').next().unwrap());
    let (_driver, address) = driver();
    let mut officers = HashMap::new();
    for country in OFFICERS {
        officers.insert(party(country), Officer::begin(&address, data, &desk, country).await);
    }
    let mut through = 0;
    for draft in acts() {
        if draft.payload.id.as_str() == "comments-answered" {
            somebody_comments(&address, data, &desk, &officers[&party("za")]).await;
        }
        match officers.get(draft.payload.signer.as_str()) {
            Some(officer) => {
                through_the_browser(officer, &draft).await;
                through += 1;
            }
            None => from_file(data, &url, &draft),
        }
    }
    assert_eq!(through, 40);
    for officer in officers.into_values() {
        officer.page.close().await.unwrap();
    }
    // The same from the folder, as its README says.
    let folder_data = data.join("from-folder");
    opened(&folder_data);
    let mut files: Vec<_> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "toml"));
    files.sort();
    let files: Vec<_> = files[1..].iter().map(PathBuf::as_path).collect();
    run(&folder_data, &["act", "submit", "--demonstration-keys"], &files);
    let (statements, stages) = told(&data.join("registry"));
    let (expected, expected_stages) = told(&folder_data);
    for (at, (found, expected)) in statements.iter().zip(&expected).enumerate() {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        // The registrar and the log have keys of their own in each registry, so opening and parties are signed anew.
        if at > 24 {
            assert_eq!(text(found), text(expected), "position {at}");
        }
    }
    assert_eq!(statements.len(), expected.len());
    assert_eq!(stages, expected_stages);
}
