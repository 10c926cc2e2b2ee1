//! All routes, and what surrounds every request.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate as _};
use tower_http::cors::{Any, CorsLayer};
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::trace::TraceLayer;
use utoipa::OpenApi;
use utoipa::openapi::{Content, OpenApi as Description, Ref, ResponseBuilder};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::v1;
use crate::metrics::Metrics;
use crate::problem::common;
use crate::state::ServerState;
use crate::{api, client_address, log, metrics, problem, quota, served};

const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// Streams of lines are sent line by line; a compressor would hold them back.
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
        // One step each, since every step clones what is below it for every request.
        .layer(
            ServiceBuilder::new()
                .layer(CorsLayer::new().allow_origin(Any).allow_methods([Method::GET, Method::HEAD]))
                .layer(middleware::from_fn_with_state(state.clone(), around)),
        )
        .with_state(state.clone());
    surround(routes.merge(pages), state)
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

/// What surrounds every request, pages included.
fn surround(routes: Router, state: ServerState) -> Router {
    let header = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    let compress = CompressionLayer::new().compress_when(
        DefaultPredicate::new()
            .and(NotForContentType::const_new(NDJSON))
            .and(NotForContentType::SSE)
            // Documents are compressed already, and are served byte for byte.
            .and(NotForContentType::const_new("application/pdf"))
            .and(NotForContentType::const_new("application/vc"))
            .and(NotForContentType::const_new("application/vnd.")),
    );
    let trace = TraceLayer::new_for_http().make_span_with(|request: &Request| {
        let id = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default();
        tracing::info_span!("request", method = %request.method(), path = %request.uri().path(), id)
    });
    let caught = CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| {
        common::INTERNAL.because("the request could not be answered").into_response()
    });
    routes.layer(
        ServiceBuilder::new()
            .layer(SetRequestIdLayer::new(REQUEST_ID, MakeRequestUuid))
            .layer(trace)
            .layer(PropagateRequestIdLayer::new(REQUEST_ID))
            // The border page alone shows a camera.
            .layer(header(PERMISSIONS_POLICY, "camera=(), microphone=(), geolocation=()"))
            .layer(header(header::X_FRAME_OPTIONS, "DENY"))
            .layer(header(header::REFERRER_POLICY, "no-referrer"))
            .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
            .layer(caught)
            .layer(compress)
            .layer(middleware::from_fn_with_state(state, client_address::mark)),
    )
}

/// What surrounds a request of API and log: it is counted, turned away if its sender asks too much, ended when its answer
/// does not begin in time, and bare errors of the framework become problem documents. A stream that has begun is not ended
/// here.
async fn around(State(state): State<ServerState>, request: Request, next: Next) -> Response {
    let begun = Metrics::begin(&request);
    let response = match quota::refusal(&state, &request) {
        Some(refusal) => refusal,
        None => match tokio::time::timeout(state.settings.answer_within, next.run(request)).await {
            Ok(response) => problem::dress(response),
            Err(_) => common::TIMEOUT.because("the answer did not begin in time").into_response(),
        },
    };
    state.metrics.end(begun, response.status().as_u16());
    response
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
