//! Procedures and objectives as stories, over the API and on pages: the life of an objective from `demo/objective-life`,
//! act by act through the same door as everywhere.

use std::path::PathBuf;
use std::sync::Arc;

use app::pages::Pages;
use app::{App, FixedClock, LogKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use model::PartyId;
use scraper::{ElementRef, Html, Selector};
use search::Index;
use server::portal::{AppSource, Examples, router};
use server::{ServerState, Settings, router_with};
use statement::act::RegistryOpened;
use statement::file::{Format, read};
use statement::{PureCheck, Unverified, demonstration_key};
use store::MemoryStore;
use testkit::{Author, ORIGIN, World, genesis, the};
use tlog::{Hash, InclusionProof, VerifiedCheckpoint, VerifierKey, leaf_hash};

use crate::world::Server;

const REGISTRAR: &str = "did:web:registrar.life.comity.example";

/// A registry in which the folder was played, with the pages.
pub fn played() -> Server {
    std::thread::spawn(|| {
        let key = LogKey::new(ORIGIN, &[1; 32]).unwrap();
        let clock = Arc::new(FixedClock(the("2026-11-01")));
        let app = App::open(Arc::new(MemoryStore::new()), vec![key], clock, &mut |_| {}).unwrap();
        let registrar: PartyId = the(REGISTRAR);
        let keys = vec![demonstration_key(&registrar).public()];
        let author = Author::new(REGISTRAR);
        let opened = RegistryOpened { registrar: registrar.clone(), keys, ..genesis() };
        app.submit_blocking(&author.sign(&author.statement("genesis", opened))).unwrap();
        for file in folder() {
            let text = std::fs::read_to_string(file).unwrap();
            for draft in read(&text, Format::Toml, None).unwrap() {
                let signer = Author::new(draft.payload.signer.as_str());
                app.submit_blocking(&signer.sign(&draft.payload)).unwrap();
            }
        }
        served(app)
    })
    .join()
    .unwrap()
}

fn folder() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../demo/objective-life");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    files
}

fn served(app: App) -> Server {
    let index = Arc::new(Index::in_memory().unwrap());
    let pages = Arc::new(Pages::new(app.clone(), index).unwrap());
    let pages = router(Arc::new(AppSource::new(pages, Examples::default())));
    let router = router_with(ServerState::new(app.clone(), Settings::default()), pages);
    Server { app, router, world: World::new(), _border: None }
}

async fn page(server: &Server, path: &str) -> (u16, Html) {
    let answer = server.get(path).await;
    (answer.status.as_u16(), Html::parse_document(&answer.text()))
}

fn all<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(html: &Html, selector: &str) -> String {
    all(html, selector).iter().flat_map(|e| e.text()).collect::<Vec<_>>().join(" ")
}

fn one(element: ElementRef<'_>, selector: &str) -> String {
    element.select(&Selector::parse(selector).unwrap()).flat_map(|found| found.text()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn procedures_are_listed_by_stage_as_of_a_day_and_a_position() {
    let server = played();
    let list = async |query: &str| server.get(&format!("/api/v1/procedures?{query}")).await.json();
    let now = list("").await;
    assert_eq!((&now["items"][0]["id"], &now["items"][0]["stage"]), (&"DEMO-VIEW".into(), &"adopted".into()));
    assert_eq!(now["items"][0]["objective"], "DEMO-CRO-10");
    assert_eq!(now["stages"]["adopted"], 1);
    assert!(now["notice"].as_str().unwrap().contains("Not the UNECE Registry"));
    let early = list("on=2023-11-15").await;
    assert_eq!(early["items"][0]["stage"], "drafting", "{early}");
    assert!(early["items"][0].get("objective").is_none());
    assert_eq!(list("stage=call").await["items"].as_array().unwrap().len(), 0);
    assert_eq!(list("stage=adopted&country=KE").await["items"].as_array().unwrap().len(), 1);
    assert_eq!(list("country=US").await["items"].as_array().unwrap().len(), 0);
    assert_eq!(list("after=DEMO-VIEW").await["items"].as_array().unwrap().len(), 0);
    assert_eq!(list("known_at=0").await["items"].as_array().unwrap().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_procedure_is_told_whole_and_each_act_can_be_read_in_the_log() {
    let server = played();
    let found = server.get("/api/v1/procedures/DEMO-VIEW").await.json();
    assert_eq!(found["call"]["has_effect"], true);
    assert_eq!(found["drafts"].as_array().unwrap().len(), 2);
    assert!(!found["drafts"][0]["missing"].as_array().unwrap().is_empty());
    assert_eq!(found["drafts"][1]["missing"].as_array().unwrap().len(), 0);
    assert!(!found["due"].as_array().unwrap().is_empty());
    for event in found["timeline"].as_array().unwrap() {
        let statement = server.get(&format!("/api/v1/statements/{}", event["statement"])).await.json();
        assert_eq!(statement["payload"]["act"], event["act"], "{event}");
    }
    let rules: Vec<_> = found["findings"].as_array().unwrap().iter().map(|f| &f["rule"]).collect();
    assert!(rules.contains(&&"objective.minimum-proposing-countries".into()), "{rules:?}");
    for finding in found["findings"].as_array().unwrap() {
        assert!(!finding["paragraph"].as_str().unwrap().is_empty(), "{finding}");
    }
    let days: Vec<_> =
        found["timeline"].as_array().unwrap().iter().map(|e| e["on"].as_str().unwrap()).collect();
    assert!(days.is_sorted());
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_about_procedures_that_have_no_meaning_say_so() {
    let server = played();
    for (path, status) in [
        ("procedures?stage=finished", 400),
        ("procedures?country=Kenya", 400),
        ("procedures?after=%20", 400),
        ("procedures?known_at=99999", 422),
        ("procedures?on=2026-02-30", 400),
        ("procedures/NONE", 404),
        ("procedures/%20", 400),
        ("procedures/DEMO-CRO-10", 404),
        ("procedures/DEMO-VIEW?known_at=99999", 422),
        ("objectives/NONE/export", 404),
        ("objectives/%20/export", 400),
        ("objectives/DEMO-CRO-10/export?language=tlh", 400),
    ] {
        assert_eq!(server.get(&format!("/api/v1/{path}")).await.problem().0, status, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_statement_moves_the_list_and_the_calendar() {
    let server = played();
    let stage = async || server.get("/api/v1/procedures").await.json()["items"].clone();
    assert_eq!(stage().await.as_array().unwrap().len(), 1);
    let due = async || server.get("/api/v1/objectives/due").await.json()["items"].as_array().unwrap().len();
    let before = due().await;
    let author = Author::new("did:web:authority-za.life.comity.example");
    let interest = serde_json::json!({
        "type": "interest.stated", "procedure": "DEMO/NEXT", "country": "ZA",
        "title": { "en": "<script>alert(1)</script>" }, "on": "2026-10-01",
    });
    let act: statement::Act = serde_json::from_value(interest).unwrap();
    let bytes = author.sign(&author.statement("next", act));
    let app = server.app.clone();
    tokio::task::spawn_blocking(move || app.submit_blocking(&bytes).unwrap()).await.unwrap();
    let items = stage().await;
    assert_eq!((&items[0]["id"], &items[0]["stage"]), (&"DEMO-VIEW".into(), &"adopted".into()));
    assert_eq!((&items[1]["id"], &items[1]["stage"]), (&"DEMO/NEXT".into(), &"interest".into()));
    assert_eq!(due().await, before, "an interest sets no term");
    // Its identifier is one part of the path, and its title is text.
    let (status, html) = page(&server, "/en/procedures/DEMO%2FNEXT").await;
    assert_eq!((status, words(&html, "h1").as_str()), (200, "<script>alert(1)</script>"));
    let (_, html) = page(&server, "/en/objectives?stage=interest").await;
    let links = all(&html, "td a[href='/en/procedures/DEMO%2FNEXT']");
    assert_eq!(links.len(), 1);
    assert_eq!(all(&html, "main script").len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_a_procedure_tells_who_drafts_what_was_found_and_links_each_act() {
    let server = played();
    for language in ["en", "fr"] {
        let (status, html) = page(&server, &format!("/{language}/procedures/DEMO-VIEW")).await;
        assert_eq!(status, 200);
        assert_eq!(all(&html, "#draft-1, #draft-2").len(), 2);
        let compare = format!("a[href='/{language}/procedures/DEMO-VIEW/drafts/1/compare/2']");
        assert_eq!(all(&html, &compare).len(), 1);
        let acts = all(&html, ".story-item");
        assert!(acts.len() > 20);
        for act in &acts {
            let at = act.value().attr("id").unwrap().trim_start_matches("statement-");
            let link = format!("a[href='/{language}/log/statements/{at}']");
            assert!(act.select(&Selector::parse(&link).unwrap()).next().is_some(), "{at}");
        }
        let cited = if language == "fr" { "Rec. L annexe C 2.1" } else { "Rec. L annex C 2.1" };
        assert!(words(&html, ".findings").contains(cited));
        // Nothing of an identifier of a message, and no word of a closed list in its wire form.
        let text = words(&html, ".story-text > p:first-child, .finding-text, dt, h2, h3, .lead");
        assert!(!text.contains("event-") && !text.contains("--"), "{text}");
    }
    assert_eq!(page(&server, "/en/procedures/NONE").await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_drafts_stand_side_by_side_with_what_was_taken_away_and_added() {
    let server = played();
    let (status, html) = page(&server, "/en/procedures/DEMO-VIEW/drafts/1/compare/2").await;
    assert_eq!(status, 200);
    let (taken, added) = (words(&html, "del"), words(&html, "ins"));
    assert!(taken.contains("Mirrors") && !added.contains("Mirrors"), "{taken} / {added}");
    let (_, back) = page(&server, "/en/procedures/DEMO-VIEW/drafts/2/compare/1").await;
    assert!(words(&back, "ins").contains("Mirrors"));
    let (_, same) = page(&server, "/en/procedures/DEMO-VIEW/drafts/2/compare/2").await;
    assert_eq!(all(&same, "del, ins").len(), 0);
    for (path, status) in [("1/compare/9", 404), ("one/compare/2", 400), ("1/compare/-2", 400)] {
        let path = format!("/en/procedures/DEMO-VIEW/drafts/{path}");
        assert_eq!(page(&server, &path).await.0, status, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_an_objective_shows_each_country_as_a_tile_and_in_the_table() {
    let server = played();
    let (status, html) = page(&server, "/en/objectives/DEMO-CRO-10?on=2026-11-01").await;
    assert_eq!(status, 200);
    let countries = server.app.state().registry().countries().count();
    assert_eq!(all(&html, ".country-tiles .tile").len(), countries);
    let kenya = all(&html, "#country-KE-1");
    assert_eq!(kenya.len(), 1, "{}", words(&html, "#countries"));
    let (_, french) = page(&server, "/fr/objectives/DEMO-CRO-10?on=2026-11-01").await;
    assert!(words(&french, ".country-tiles").contains("Afrique du Sud"));
    // Restrictions, with their ends.
    assert!(all(&html, "section[aria-labelledby=restrictions] tbody tr").len() >= 3);
    // Before its day nothing is told of it but that it is not yet in force.
    let (_, before) = page(&server, "/en/objectives/DEMO-CRO-10?on=2022-01-01").await;
    assert!(words(&before, ".record-line").contains("not yet in force"));
    assert_eq!(all(&before, ".story-item").len(), 0);
    assert_eq!(page(&server, "/en/objectives/NONE").await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn recognised_bodies_are_listed_whole_and_by_objective_with_their_withdrawal() {
    let server = played();
    let (status, html) = page(&server, "/en/recognised-bodies?on=2026-11-01").await;
    let rows = all(&html, "tbody tr").len();
    assert!(status == 200 && rows >= 2, "{rows}");
    let (_, of) = page(&server, "/en/recognised-bodies?objective=DEMO-CRO-10&on=2026-11-01").await;
    assert_eq!(all(&of, "tbody tr").len(), rows);
    let (_, none) = page(&server, "/en/recognised-bodies?country=US").await;
    assert_eq!(all(&none, "tbody tr").len(), 0);
    assert_eq!(page(&server, "/en/recognised-bodies?objective=NONE").await.0, 404);
    assert_eq!(page(&server, "/en/recognised-bodies?objective=DEMO-VIEW").await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_supplier_learns_what_covers_the_product_where_and_with_which_evidence() {
    let server = played();
    let (status, html) = page(&server, "/en/product?hs=842951&country=KE&country=BR&on=2026-11-01").await;
    assert_eq!(status, 200);
    let text = words(&html, "main");
    for part in ["DEMO-CRO-10", "supplier’s declaration on a test report", "Kenya", "Brazil"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let ask = "a[href='/en/decide?hs=842951&edition=2022&importing=KE&on=2026-11-01']";
    assert_eq!(all(&html, ask).len(), 1);
    let (_, other) = page(&server, "/en/product?hs=850440&on=2026-11-01").await;
    assert!(words(&other, "main").contains("No common regulatory objective on record covers this product"));
    let (_, short) = page(&server, "/en/product?hs=8429&on=2026-11-01").await;
    assert!(words(&short, "main").contains("may cover"), "a heading may or may not be its subheadings");
    let (status, wrong) = page(&server, "/fr/product?hs=%3Cb%3E").await;
    assert_eq!((status, all(&wrong, "[role=alert]").len(), all(&wrong, "main b").len()), (200, 1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exported_objective_proves_each_of_its_statements_by_itself() {
    let server = played();
    let answer = server.get("/api/v1/objectives/DEMO-CRO-10/export?language=fr").await;
    assert_eq!(answer.status.as_u16(), 200);
    assert!(answer.headers["content-disposition"].to_str().unwrap().contains("DEMO-CRO-10.html"));
    let html = Html::parse_document(&answer.text());
    // Nothing is fetched, nothing runs, and every link stays in the file.
    assert_eq!(all(&html, "script, link, img, iframe").len(), 0);
    assert!(all(&html, "a").iter().all(|a| a.value().attr("href").unwrap().starts_with('#')));
    let keys: Vec<VerifierKey> = all(&html, "#log-keys code")
        .iter()
        .map(|key| key.text().collect::<String>().parse().unwrap())
        .collect();
    let note = words(&html, "#checkpoint");
    let checkpoint = VerifiedCheckpoint::verify(note.as_bytes(), ORIGIN, &keys).unwrap();
    let statements = all(&html, "article.statement");
    assert!(statements.len() > 40, "{}", statements.len());
    let signers = words(&html, "#signers .jwk");
    let signers: Vec<statement::PublicKey> =
        serde_json::Deserializer::from_str(&signers).into_iter().map(|key| key.unwrap()).collect();
    for article in statements {
        let data = |name: &str| article.value().attr(name).unwrap().to_owned();
        let jws = one(article, ".jws");
        let leaf = leaf_hash(&store::leaf_bytes(the(&data("data-day")), jws.as_bytes()));
        assert_eq!(leaf.to_string(), one(article, ".leaf"));
        let hash = Selector::parse(".hash").unwrap();
        let hashes = article
            .select(&hash)
            .map(|hash| hash.text().collect::<String>().parse::<Hash>().unwrap())
            .collect();
        let leaf_index = data("data-position").parse().unwrap();
        let proof = InclusionProof { leaf_index, tree_size: checkpoint.size(), hashes };
        proof.verify(&leaf, &checkpoint.root()).unwrap();
        // The signature verifies with a key that stands in the file.
        let read = || Unverified::parse(jws.as_bytes()).unwrap();
        let signed =
            signers.iter().any(|key| key.kid == read().kid() && read().verify(key, &PureCheck).is_ok());
        assert!(signed, "{}", data("data-position"));
    }
    // A changed byte is found out.
    let mut other = STANDARD.decode(one(all(&html, "article.statement")[0], ".leaf")).unwrap();
    other[0] ^= 1;
    assert_ne!(STANDARD.encode(other), one(all(&html, "article.statement")[0], ".leaf"));
}
