//! What is due, over the API, on the page and in its feeds: the story of scenario 126, in which France agreed to an
//! objective that was established on 29 February 2024, and adopts nothing.

use std::sync::Arc;

use app::App;
use app::pages::Pages;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use icalendar::{Calendar, CalendarComponent, Component as _};
use search::Index;
use server::portal::{AppSource, Examples, router};
use server::{ServerState, Settings, router_with};
use testkit::story::Story;
use tower::ServiceExt as _;

use crate::world::{Server, empty_app};

const STORY: &str = include_str!("../../../../scenarios/126-agreed-adopted-late-and-status-reports.txt");

fn server() -> Server {
    std::thread::spawn(|| {
        let mut story = Story::new();
        let acts = STORY.lines().take_while(|line| !line.starts_with("Due"));
        for line in acts.filter(|line| !line.starts_with('#') && !line.is_empty()) {
            story.tell(line).unwrap();
        }
        let app = empty_app();
        for statement in &story.world.statements {
            app.submit_blocking(statement.jws_bytes()).unwrap();
        }
        let router = router_with(ServerState::new(app.clone(), Settings::default()), pages(&app));
        Server { app, router, world: story.world, _border: None }
    })
    .join()
    .unwrap()
}

fn pages(app: &App) -> Router {
    let index = Arc::new(Index::in_memory().unwrap());
    let pages = Arc::new(Pages::new(app.clone(), index).unwrap());
    router(Arc::new(AppSource::new(pages, Examples::default())))
}

async fn read(server: &Server, path: &str) -> (u16, String, String) {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = server.router.clone().oneshot(request).await.unwrap();
    let kind = response.headers()[header::CONTENT_TYPE].to_str().unwrap().to_owned();
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, kind, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_is_open_on_its_last_day_and_overdue_on_the_next() {
    let server = server();
    let due = async |query: &str| server.get(&format!("/api/v1/objectives/due?{query}")).await.json();
    let last = due("country=FR&on=2025-02-28").await;
    assert_eq!(last["items"].as_array().unwrap().len(), 1);
    assert_eq!(last["items"][0]["state"], "open");
    let next = due("country=FR&on=2025-03-01").await;
    let first = &next["items"][0];
    assert_eq!((&first["state"], &first["days_late"]), (&"overdue".into(), &1.into()), "{next}");
    assert_eq!((&first["objective"], &first["from"]), (&"DEMO-1".into(), &"FR".into()));
    assert_eq!((&first["rule"], &first["due_on"]), (&"objective.status-report".into(), &"2025-02-28".into()));
    assert!(first["paragraph"].as_str().unwrap().contains("4.3"), "{first}");
    let statement = server.get(&format!("/api/v1/statements/{}", first["statement"])).await.json();
    assert_eq!(statement["payload"]["act"]["type"], "objective.established");
    // The year that has begun follows; it is open.
    assert_eq!((&next["items"][1]["state"], &next["items"][1]["period"]), (&"open".into(), &2.into()));
    assert!(next["notice"].as_str().unwrap().contains("Not the UNECE Registry"));
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_due_lists_every_country_and_what_is_overdue_first() {
    let server = server();
    let all = server.get("/api/v1/objectives/due?on=2025-03-01").await.json();
    let items = all["items"].as_array().unwrap();
    assert_eq!(items[0]["state"], "overdue");
    assert!(
        items.iter().any(|item| item.get("from").is_none()),
        "terms of a call are nobody's in particular"
    );
    let of = |country: &str| items.iter().filter(|item| item["from"] == country).count();
    assert!(of("FR") > 0 && of("KE") > 0, "{all}");
    let kenya = server.get("/api/v1/objectives/due?on=2025-03-01&country=KE").await.json();
    assert_eq!(kenya["items"].as_array().unwrap().len(), of("KE"));
    let first = server.get("/api/v1/objectives/due?on=2025-03-01&limit=1").await.json();
    assert_eq!((&first["items"][0], &first["total"]), (&items[0], &items.len().into()));
    let after = first["next"].as_str().unwrap();
    let second =
        server.get(&format!("/api/v1/objectives/due?on=2025-03-01&limit=1&after={after}")).await.json();
    assert_eq!(second["items"][0], items[1]);
    let before = server.get("/api/v1/objectives/due?on=2025-03-01&known_at=3").await.json();
    assert_eq!(before["items"].as_array().unwrap().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_about_what_is_due_that_has_no_meaning_says_so() {
    let server = server();
    for (query, status) in
        [("on=yesterday", 400), ("country=France", 400), ("after=nothing", 400), ("known_at=99999", 422)]
    {
        let answer = server.get(&format!("/api/v1/objectives/due?{query}")).await;
        assert_eq!(answer.problem().0, status, "{query}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_calendar_shows_the_overdue_report_with_its_statement() {
    let server = server();
    let (status, _, page) = read(&server, "/en/calendar?country=FR&on=2025-03-01").await;
    assert_eq!(status, 200);
    for part in ["Yearly status report, year 1", "overdue (1 day)", "/en/log/statements/", "DEMO-1", "FR.ics"]
    {
        assert!(page.contains(part), "{part} in {page}");
    }
    let (status, _, page) = read(&server, "/fr/calendar?country=FR&on=2025-03-01").await;
    assert_eq!((status, page.contains("dépassé (1 jour)")), (200, true));
    let (_, _, country) = read(&server, "/en/countries/FR").await;
    assert!(country.contains("/en/calendar?country=FR"));
    for path in ["/en/calendar?country=ZZ", "/en/calendar/ZZ.ics", "/en/calendar/FR.pdf", "/en/calendar/FR"] {
        assert_eq!(read(&server, path).await.0, 404, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_feeds_of_a_country_parse_back_to_its_terms() {
    let server = server();
    let due = server.get("/api/v1/objectives/due?country=FR").await.json();
    let days: Vec<_> =
        due["items"].as_array().unwrap().iter().map(|i| i["due_on"].as_str().unwrap()).collect();
    assert!(!days.is_empty());
    let (status, kind, text) = read(&server, "/en/calendar/FR.ics").await;
    assert_eq!((status, kind.as_str()), (200, "text/calendar; charset=utf-8"));
    let calendar: Calendar = text.parse().unwrap();
    let events: Vec<_> = calendar
        .components
        .iter()
        .filter_map(|component| match component {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        })
        .collect();
    let starts: Vec<_> = events.iter().map(|event| event.property_value("DTSTART").unwrap()).collect();
    assert_eq!(starts, days.iter().map(|day| day.replace('-', "")).collect::<Vec<_>>());
    assert!(events[0].get_summary().unwrap().contains("Yearly status report"));
    let (status, kind, text) = read(&server, "/fr/calendar/FR.atom").await;
    assert_eq!((status, kind.as_str()), (200, "application/atom+xml; charset=utf-8"));
    let feed: atom_syndication::Feed = text.parse().unwrap();
    assert_eq!((feed.entries.len(), feed.lang.as_deref()), (days.len(), Some("fr")));
    assert!(feed.entries[0].links[0].href.starts_with("/fr/log/statements/"));
    let mut ids: Vec<_> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
    let uids: Vec<_> = events.iter().map(|event| event.get_uid().unwrap()).collect();
    assert_eq!(ids, uids, "one name for a term in both feeds");
    ids.dedup();
    assert_eq!(ids.len(), days.len());
}
