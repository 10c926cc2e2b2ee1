//! A small registry behind the router, and how to ask it.

use std::sync::Arc;

use app::border::lines::product_finder;
use app::border::webhooks::AllowPrivate;
use app::border::{Border, Parts};
use app::{App, FixedClock, LogKey};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use model::Product;
use search::Index;
use serde_json::Value;
use server::{ServerState, Settings};
use statement::act::{Certificate, CertificatesIssued, StandardPublished};
use statement::{Request as SignedRequest, sign_request};
use store::MemoryStore;
use store_sql::SqliteBorder;
use tempfile::TempDir;
use testkit::{Author, ORIGIN, World, body, the};
use tower::ServiceExt as _;

pub const BODY: &str = "did:web:body.test.example";

/// 2026-01-31, midnight in UTC: the clock of these tests.
pub const NOW: u64 = 1_769_817_600;

/// The trade item number of the product of `C-0`.
pub const GTIN: &str = "9521000000377";

pub struct Server {
    pub app: App,
    pub router: Router,
    pub world: World,
    /// Where the border's database is, while it is needed.
    pub _border: Option<TempDir>,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Status and name of the problem; checks that the document is complete.
    pub fn problem(&self) -> (u16, String) {
        assert_eq!(self.headers[header::CONTENT_TYPE], "application/problem+json", "{}", self.text());
        let json = self.json();
        for field in ["title", "detail", "next_step"] {
            assert!(!json[field].as_str().unwrap().is_empty(), "{field} in {json}");
        }
        assert_eq!(json["status"], self.status.as_u16());
        let kind = json["type"].as_str().unwrap();
        (self.status.as_u16(), kind.rsplit('/').next().unwrap().to_owned())
    }
}

pub fn server() -> Server {
    server_with(Settings::default())
}

/// Filling the registry waits for the sequencer, which a thread of a runtime must not do.
pub fn server_with(settings: Settings) -> Server {
    std::thread::spawn(move || filled(settings, None)).join().unwrap()
}

/// The same with what is done at the border.
pub fn server_at_the_border() -> Server {
    let directory = tempfile::tempdir().unwrap();
    std::thread::spawn(move || filled(Settings::default(), Some(directory))).join().unwrap()
}

fn filled(settings: Settings, border: Option<TempDir>) -> Server {
    let world = World::with_countries(&["FR", "JP"]);
    let app = empty_app();
    let registrar = &world.registrar;
    for statement in &world.statements {
        app.submit_blocking(statement.jws_bytes()).unwrap();
    }
    app.submit_blocking(&registrar.sign(&registrar.statement("body", body(BODY, "FR")))).unwrap();
    let standard = registrar.statement("iec", standard("IEC 60335-1:2020"));
    app.submit_blocking(&registrar.sign(&standard)).unwrap();
    app.submit_blocking(&certificate(0)).unwrap();
    let index = Arc::new(Index::in_memory().unwrap());
    app::search::catch_up(&app, index.as_ref(), &mut |_| {}).unwrap();
    let products = index.clone();
    let search = move |request: &app::search::SearchRequest| store::Search::search(index.as_ref(), request);
    let mut state = ServerState::new(app.clone(), settings).with_search(search);
    if let Some(directory) = &border {
        let store = Arc::new(SqliteBorder::open(directory.path()).unwrap());
        let (keys, finder) = (vec![log_key()], Some(product_finder(products)));
        let (app, allow_private) = (app.clone(), AllowPrivate::No);
        state = state.with_border(Border::new(Parts { app, store, keys, finder, allow_private }));
    }
    let router = server::router(state);
    Server { app, router, world, _border: border }
}

/// A request of a party to a path, now.
pub fn request(author: &Author, path: &str, body: Value) -> SignedRequest {
    let (party, registry) = (author.party(), ORIGIN.to_owned());
    SignedRequest { body, iat: NOW, method: "POST".into(), party, path: path.into(), registry }
}

pub fn log_key() -> LogKey {
    LogKey::new(ORIGIN, &[1; 32]).unwrap()
}

pub fn empty_app() -> App {
    let key = log_key();
    let clock = Arc::new(FixedClock(the("2026-01-31")));
    App::open(Arc::new(MemoryStore::new()), vec![key], clock, &mut |_| {}).unwrap()
}

fn standard(reference: &str) -> StandardPublished {
    StandardPublished {
        standard: the(reference),
        title: model::Text::english("Safety of household appliances"),
        ics: vec!["97.030".into()],
        published: the("2020-09-01"),
        replaces: Vec::new(),
        available_at: String::new(),
    }
}

/// A signed statement that issues the certificate `C-<index>`.
pub fn certificate(index: u64) -> Vec<u8> {
    let author = Author::new(BODY);
    let mut json = serde_json::json!({
        "number": format!("C-{index}"), "status_index": index, "kind": "certificate", "holder": BODY,
        "products": [{ "hs": "851672", "hs_edition": 2022, "description": "toaster" }],
        "procedure": "certification", "issued_on": "2025-01-01",
    });
    if index == 0 {
        json["products"][0]["gtin"] = GTIN.into();
    }
    let certificate: Certificate = serde_json::from_value(json).unwrap();
    assert_eq!(certificate.products[0].hs, Product { hs: Some(the("851672")), ..Product::default() }.hs);
    let act = CertificatesIssued { issuer: the(BODY), certificates: vec![certificate] };
    author.sign(&author.statement(&format!("certificate-{index}"), act))
}

impl Server {
    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, kind: &str, body: impl Into<Body>) -> Answer {
        let request = Request::builder().method(Method::POST).uri(path).header(header::CONTENT_TYPE, kind);
        self.ask(request.body(body.into()).unwrap()).await
    }

    /// Posts a signed request of a party to its path.
    pub async fn signed(&self, author: &Author, path: &str, body: Value) -> Answer {
        let signed = sign_request(&request(author, path, body), author.key());
        self.post(path, "application/jose", signed).await
    }

    pub async fn decide(&self, question: &str) -> Answer {
        self.post("/api/v1/decisions", "application/json", question.to_owned()).await
    }
}
