//! Pages and lists about objectives over a full registry, with comments on a draft: how long the server works for each, when it is asked again and
//! right after a statement that changed something.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use app::pages::Pages;
use app::{App, LogKey, SystemClock};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use search::Index;
use server::portal::{AppSource, Examples, router_with_desk};
use server::{ServerState, Settings, router_with};
use store::MemoryStore;
use tokio::runtime::Builder;
use tower::ServiceExt as _;

use crate::comments;
use crate::directory::submit;
use crate::figures::{Figures, median};
use crate::procedures::{Procedures, Scale, id};

/// What every page has to hold.
const WANTED: (&str, f64) = ("wanted, at most", 100.0);
/// Comments on one draft.
const COMMENTS: u32 = 50_000;
/// Statements submitted together.
const TOGETHER: usize = 2_000;

pub(crate) fn measure(figures: &mut Figures) -> Result<()> {
    let scale = if figures.options.quick { Scale::small() } else { Scale::whole() };
    let rounds = if figures.options.quick { 1 } else { 9 };
    let mut procedures = Procedures::new(scale);
    let app = filled(figures, &mut procedures)?;
    let index = Arc::new(Index::in_memory()?);
    let pages = Arc::new(Pages::new(app.clone(), index)?);
    let folder = tempfile::Builder::new().prefix("comity-bench-office-").tempdir()?;
    let comments = if figures.options.quick { 200 } else { COMMENTS };
    let office = comments::office(&app, folder.path(), "PROC-0", 2, comments)?;
    let pages = router_with_desk(Arc::new(AppSource::new(pages, Examples::default())), office.clone());
    let settings = Settings { requests_per_second: None, ..Settings::default() };
    let router = router_with(ServerState::new(app.clone(), settings).with_office(office), pages);
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let first = Instant::now();
    runtime.block_on(get(&router, "/api/v1/objectives/due"))?;
    let anew = first.elapsed().as_secs_f64() * 1e3;
    figures.alone("the index over procedures and objectives, made anew", anew, "ms");
    for path in paths(&procedures) {
        let (mut again, mut after) = (Vec::new(), Vec::new());
        for round in 0..rounds {
            figures.doing(&format!("{path}, round {} of {rounds}", round + 1));
            again.push(runtime.block_on(timed(&router, &path))?);
            submit(&app, &[procedures.one_more(round * 2 + 1, again.len() + path.len() * 100)])?;
            after.push(runtime.block_on(timed(&router, &path))?);
        }
        let in_ms = |took: Vec<Duration>| median(took.iter().map(|took| took.as_secs_f64() * 1e3));
        figures.beside(format!("page {path}"), in_ms(again), "ms", WANTED, Some("<= 1"));
        figures.beside(format!("page {path}, after a statement"), in_ms(after), "ms", WANTED, Some("<= 1"));
    }
    Ok(())
}

fn filled(figures: &Figures, procedures: &mut Procedures) -> Result<App> {
    let key = LogKey::new(testkit::ORIGIN, &testkit::log_signing_key().to_bytes())?;
    let app = App::open(Arc::new(MemoryStore::new()), vec![key], Arc::new(SystemClock), &mut |_| {})?;
    figures.doing("signing the statements of procedures");
    let statements = procedures.statements();
    for (place, part) in statements.chunks(TOGETHER).enumerate() {
        figures.doing(&format!("admitted {} of {} statements", place * TOGETHER, statements.len()));
        submit(&app, part)?;
    }
    Ok(app)
}

/// One address of each page and list about objectives.
fn paths(procedures: &Procedures) -> Vec<String> {
    let country = procedures.country_code(3);
    let objective = id(0);
    [
        "/en/objectives".to_owned(),
        format!("/fr/objectives?country={country}&hs=84&q=kind"),
        format!("/en/objectives/{objective}"),
        "/fr/procedures/PROC-0".to_owned(),
        "/en/procedures/PROC-0/drafts/1/compare/2".to_owned(),
        "/en/procedures/PROC-0/comments?draft=2".to_owned(),
        "/fr/procedures/PROC-0/comments?draft=2&after=100".to_owned(),
        "/api/v1/procedures/PROC-0/comments?draft=2".to_owned(),
        "/en/recognised-bodies".to_owned(),
        format!("/en/recognised-bodies?objective={objective}"),
        format!("/en/product?hs=840110&country={country}"),
        "/en/calendar".to_owned(),
        format!("/en/calendar?country={country}"),
        format!("/en/calendar/{country}.ics"),
        format!("/en/countries/{country}"),
        "/api/v1/procedures?limit=500".to_owned(),
        "/api/v1/procedures/PROC-0".to_owned(),
        "/api/v1/objectives/due".to_owned(),
        format!("/api/v1/objectives/{objective}/export"),
    ]
    .to_vec()
}

async fn timed(router: &Router, path: &str) -> Result<Duration> {
    let start = Instant::now();
    get(router, path).await?;
    Ok(start.elapsed())
}

async fn get(router: &Router, path: &str) -> Result<()> {
    let response = router.clone().oneshot(Request::get(path).body(Body::empty())?).await?;
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await.context("the answer breaks off")?;
    ensure!(status.is_success(), "{path}: {status}: {}", String::from_utf8_lossy(&body));
    Ok(())
}
