//! All routes, and what surrounds every request.

use axum::Router;
use axum::extract::Request;
use axum::http::{Extensions, HeaderMap, Method, StatusCode, Version, header};
use axum::middleware;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use tower::ServiceBuilder;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{Predicate, SizeAbove};
use tower_http::cors::{Any, CorsLayer};
use utoipa::OpenApi;
use utoipa::openapi::{Content, OpenApi as Description, Ref, ResponseBuilder};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::v1;
use crate::problem::common;
use crate::state::ServerState;
use crate::{api, log, metrics, problem, served, surroundings};

/// The media type of lines of JSON.
pub(crate) const NDJSON: &str = "application/x-ndjson";

/// What the description says of the whole.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Comity",
        version = "v1",
        description = "Registry and recognition engine for product-safety conformity across borders. Information computed from published statements; not a decision of any authority, nor proof of conformity, safety or origin.\n\nReading is open. What writes takes signed statements and no session. Every error is a problem document (RFC 9457) with its next step. Identifiers in paths are percent-encoded: `ISO%2FIEC%2017025:2017`.",
        license(name = "Apache-2.0 OR MIT", identifier = "Apache-2.0 OR MIT")
    ),
    // Responses that addresses share bring no schemas by themselves.
    components(schemas(v1::records::RecordView, v1::records::ListView)),
    tags(
        (name = "statements", description = "Submitting signed statements and reading what was logged."),
        (name = "decisions", description = "Must, may or need a country accept this evidence for this product on this day?"),
        (name = "records", description = "What is on file about countries, parties, standards, acts and agreements."),
        (name = "certificates", description = "Certificates and declarations with their history."),
        (name = "border", description = "Lines of declarations, quantities and checks: for customs and authorities."),
        (name = "credentials", description = "Signed credentials, status lists and keys, as their issuers handed them in; and the resolver of identifiers."),
        (name = "search", description = "Finding anything as one types."),
        (name = "log", description = "The transparency log (C2SP tlog-tiles) for followers and auditors."),
        (name = "operation", description = "For whoever runs the server.")
    )
)]
struct Whole;

/// The description of the API: OpenAPI 3.1.
pub fn openapi() -> Description {
    whole().1
}

/// The routes of API and log, ready to serve.
pub fn router(state: ServerState) -> Router {
    router_with(state, Router::new())
}

/// The routes of API and log over other pages: the portal.
pub fn router_with(state: ServerState, pages: Router) -> Router {
    let (routes, description) = whole();
    // The description is the same for every request; it is written once.
    let written = description.to_pretty_json().unwrap_or_default();
    let routes = routes
        .route("/log/tile/{*path}", get(log::tile))
        .merge(served::open_routes())
        .route("/api/v1/openapi.json", get(move || async move { json(written) }))
        .route(credential::untp::extension::CONTEXT_PATH, get(credential_context))
        .route("/api", get(api::folder))
        .route("/api/", get(api::index))
        .route("/api/{*rest}", get(api::asset).fallback(nothing))
        .route("/log/{*rest}", get(nothing).fallback(nothing))
        .layer(
            ServiceBuilder::new()
                .layer(CorsLayer::new().allow_origin(Any).allow_methods([Method::GET, Method::HEAD]))
                .layer(middleware::from_fn_with_state(state.clone(), surroundings::of_api))
                .layer(compression()),
        )
        .with_state(state.clone());
    let pages = pages.layer(
        ServiceBuilder::new()
            .layer(middleware::from_fn_with_state(state, surroundings::of_page))
            .layer(compression()),
    );
    routes.merge(pages)
}

/// The routes and their description, with what surrounds every request.
fn whole() -> (Router<ServerState>, Description) {
    let (routes, mut description) = described().split_for_parts();
    let other = ResponseBuilder::new()
        .description("any other refusal: more requests than are taken from one address, too slow, a failure of the server")
        .content(problem::PROBLEM_JSON, Content::new(Some(Ref::from_schema_name("Problem"))))
        .build();
    for item in description.paths.paths.values_mut() {
        for operation in [&mut item.get, &mut item.post].into_iter().flatten() {
            operation.responses.responses.insert("default".to_owned(), other.clone().into());
        }
    }
    (routes, description)
}

fn described() -> OpenApiRouter<ServerState> {
    OpenApiRouter::with_openapi(Whole::openapi())
        .merge(v1::routes())
        .merge(served::routes())
        .routes(routes!(log::checkpoint))
        .routes(routes!(log::cosigned))
        .routes(routes!(log::inclusion))
        .routes(routes!(log::consistency))
        .routes(routes!(log::keys))
        .routes(routes!(metrics::metrics))
        .merge(OpenApiRouter::with_openapi(log::TileDoc::openapi()))
}

/// What is not compressed: pictures and documents, which are already, and are served byte for byte; and streams, which are
/// sent line by line, where a compressor would hold lines back.
const AS_IT_IS: [&str; 6] =
    ["image/png", "application/pdf", "application/vc", "application/vnd.", NDJSON, "text/event-stream"];

/// Answers are compressed for those who can read it.
fn compression() -> CompressionLayer<impl Predicate> {
    let worth_it = |_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions| {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        !kind.is_some_and(|kind| AS_IT_IS.iter().any(|prefix| kind.starts_with(prefix)))
    };
    CompressionLayer::new().compress_when(SizeAbove::default().and(worth_it))
}

async fn nothing(request: Request) -> Response {
    let path: String = request.uri().path().chars().take(200).collect();
    common::NO_SUCH_PATH.because(format!("nothing is served at `{path}`")).into_response()
}

/// The context of our extension of conformity credentials. Credentials name it; it never changes.
async fn credential_context() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/ld+json"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, credential::untp::extension::CONTEXT).into_response()
}

fn json(text: String) -> Response {
    (StatusCode::OK, [(header::CONTENT_TYPE, "application/json")], text).into_response()
}
