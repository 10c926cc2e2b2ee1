use std::num::NonZeroU32;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use axum::routing::get;
use server::{ServerState, Settings, router_with};
use testkit::World;

use crate::world::{Server, certificate, empty_app, server, server_with};

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_an_identifier_and_the_headers_of_safety() {
    let server = server();
    let own = server.get("/api/v1/health").await;
    assert!(own.headers["x-request-id"].len() > 10);
    assert_eq!(own.headers["x-content-type-options"], "nosniff");
    let request =
        Request::get("/api/v1/nothing").header("x-request-id", "mine").header("origin", "https://a.example");
    let given = server.ask(request.body(Body::empty()).unwrap()).await;
    assert_eq!(given.headers["x-request-id"], "mine");
    assert_eq!(given.headers["access-control-allow-origin"], "*");
    assert_eq!(given.problem(), (404, "no-such-path".into()));
    assert_eq!(own.json()["status"], "ok");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_panics_is_answered_as_a_failure_and_so_is_the_next_request() {
    async fn broken() -> &'static str {
        panic!("as a mistake of ours would")
    }
    let app = empty_app();
    let pages = Router::new().route("/broken", get(broken));
    let router = router_with(ServerState::new(app.clone(), Settings::default()), pages);
    let server = Server { app, router, world: World::new(), _border: None };
    let (first, second) = (server.get("/broken").await, server.get("/broken").await);
    for failed in [&first, &second] {
        assert_eq!(failed.problem(), (500, "internal".into()));
        assert_eq!(failed.headers["x-frame-options"], "DENY");
    }
    assert_ne!(first.headers["x-request-id"], second.headers["x-request-id"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_compressed_for_those_who_can_read_it() {
    let server = server();
    let request = Request::get("/api/v1/openapi.json").header("accept-encoding", "gzip");
    let answer = server.ask(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.headers["content-encoding"], "gzip");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_is_turned_away_and_another_is_not() {
    let settings = Settings { requests_per_second: NonZeroU32::new(1), ..Settings::default() };
    let server = server_with(settings);
    let ask = async |from: &str| {
        let address: std::net::SocketAddr = from.parse().unwrap();
        let request = Request::get("/api/v1/health").extension(ConnectInfo(address));
        server.ask(request.body(Body::empty()).unwrap()).await
    };
    for _ in 0..10 {
        assert_eq!(ask("192.0.2.1:1").await.status, 200);
    }
    let refused = ask("192.0.2.1:2").await;
    assert!(refused.headers.contains_key("retry-after"));
    assert_eq!(refused.problem(), (429, "too-many-requests".into()));
    assert_eq!(ask("192.0.2.2:1").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_a_trusted_proxy_each_client_has_its_own_limit() {
    let settings = Settings {
        requests_per_second: NonZeroU32::new(1),
        trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
        ..Settings::default()
    };
    let server = server_with(settings);
    let ask = async |peer: &str, client: &str| {
        let address: std::net::SocketAddr = peer.parse().unwrap();
        let request = Request::get("/api/v1/health").extension(ConnectInfo(address));
        let request = request.header("x-forwarded-for", client).body(Body::empty()).unwrap();
        server.ask(request).await.status
    };
    for _ in 0..10 {
        assert_eq!(ask("10.0.0.1:1", "192.0.2.1").await, 200);
    }
    assert_eq!(ask("10.0.0.2:1", "192.0.2.1").await, 429);
    assert_eq!(ask("10.0.0.1:1", "192.0.2.2").await, 200);
    // From anywhere else the header is not read: changing it does not help.
    for i in 0..10 {
        assert_eq!(ask("198.51.100.1:1", &format!("192.0.2.{i}")).await, 200);
    }
    assert_eq!(ask("198.51.100.1:1", "192.0.2.99").await, 429);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_uses_up_the_quota_of_a_party_with_what_it_has_logged() {
    let settings = Settings { statements_per_minute: NonZeroU32::new(1), ..Settings::default() };
    let server = server_with(settings);
    let submit = async |i| server.post("/api/v1/statements", "application/jose", certificate(i)).await;
    for _ in 0..5 {
        assert_eq!(submit(0).await.status, 200);
    }
    assert_eq!(submit(1).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_party_that_used_its_quota_up_waits() {
    let settings = Settings { statements_per_minute: NonZeroU32::new(1), ..Settings::default() };
    let server = server_with(settings);
    let submit = async |i| server.post("/api/v1/statements", "application/jose", certificate(i)).await;
    assert_eq!(submit(1).await.status, 200);
    assert_eq!(submit(2).await.status, 200);
    assert_eq!(submit(3).await.problem(), (429, "party-quota-used-up".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_name_routes_and_not_addresses() {
    let server = server();
    server.get("/api/v1/countries/FR").await;
    let figures = server.get("/metrics").await.text();
    assert!(figures.contains(r#"path="/api/v1/countries/{code}""#), "{figures}");
    assert!(figures.contains("comity_log_size"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_stops_when_told_and_answers_until_then() {
    let server = server();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let state = server::ServerState::new(server.app.clone(), Settings::default());
    let router = server::router(state.clone());
    let running = tokio::spawn(async move {
        server::serve(listener, router, &state, async move { drop(stopped.await) }).await
    });
    let answer = reqwest::get(format!("http://{address}/api/v1/health")).await.unwrap();
    assert_eq!(answer.status(), 200);
    stop.send(()).unwrap();
    running.await.unwrap().unwrap();
}
