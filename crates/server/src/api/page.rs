//! The interactive page of the API: Swagger UI, from files that are built in. Nothing is fetched from elsewhere.

use std::sync::{Arc, LazyLock};

use axum::http::header;
use axum::response::{IntoResponse as _, Redirect, Response};
use utoipa_swagger_ui::Config;

use crate::problem::common;
use crate::request::Named;

/// What the page needs to run: its own scripts, and the inline styles that it writes.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

static CONFIG: LazyLock<Arc<Config<'static>>> =
    LazyLock::new(|| Arc::new(Config::from("/api/v1/openapi.json").validator_url("none")));

/// The page lies in a folder, so that its files have addresses beside it.
pub(crate) async fn folder() -> Redirect {
    Redirect::permanent("/api/")
}

/// The page itself.
pub(crate) async fn index() -> Response {
    file("index.html")
}

/// One of its files, or nothing: whatever under `/api/` is no endpoint comes here.
pub(crate) async fn asset(Named(name): Named) -> Response {
    file(&name)
}

fn file(name: &str) -> Response {
    match utoipa_swagger_ui::serve(name, CONFIG.clone()) {
        Ok(Some(file)) => {
            let headers = [
                (header::CONTENT_TYPE, file.content_type),
                (header::CONTENT_SECURITY_POLICY, POLICY.to_owned()),
                (header::CACHE_CONTROL, "no-cache".to_owned()),
            ];
            (headers, file.bytes.to_vec()).into_response()
        }
        Ok(None) => {
            let name: String = name.chars().take(200).collect();
            common::NO_SUCH_PATH.because(format!("nothing is served at `/api/{name}`")).into_response()
        }
        Err(error) => common::INTERNAL.because(error).into_response(),
    }
}
