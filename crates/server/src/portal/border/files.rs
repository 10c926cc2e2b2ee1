//! What makes the page one that is installed: the list of what a device keeps, and how it presents itself.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use glance::Fields;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::page;
use crate::portal::assets;
use crate::portal::page::{PageError, Portal};

/// Hexadecimal digits of the digest that names a version.
const DIGITS: usize = 16;
const WORKER: &str = include_str!("../../../assets/border/worker.js");
/// How far the worker reaches: the page, whose address has no slash at its end.
const SERVICE_WORKER_ALLOWED: HeaderName = HeaderName::from_static("service-worker-allowed");

/// The service worker: it keeps the page and its files, all of one version, and nothing else. The version is the digest of
/// everything that it keeps, so a device changes over when anything of it changes.
pub(super) async fn worker(State(portal): State<Portal>) -> Response {
    let made = tokio::task::spawn_blocking(move || script(&portal)).await;
    let Ok(Ok((script, path))) = made else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8".to_owned()),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
        (SERVICE_WORKER_ALLOWED, path),
    ];
    (headers, script).into_response()
}

fn script(portal: &Portal) -> Result<(String, String), PageError> {
    let path = format!("/{}/border", portal.language.code());
    let uri = path.parse().map_err(|_| PageError::Broken(path.clone()))?;
    let page = page::empty(&portal.frame(&uri), portal.source.as_ref(), Fields::default())?;
    let mut files = assets::kept_at_the_border();
    files.push(format!("{path}/manifest.webmanifest"));
    let version =
        Sha256::new().chain_update(&page).chain_update(files.join("\n")).chain_update(WORKER).finalize();
    let version = &hex::encode(version)[..DIGITS];
    let constants = format!(
        "const VERSION = {};\nconst PAGE = {};\nconst FILES = {};\n\n",
        json!(version),
        json!(path),
        json!(files)
    );
    Ok((constants + WORKER, path))
}

/// The manifest: how the page presents itself among the applications of a device.
pub(super) async fn manifest(State(portal): State<Portal>) -> Response {
    let path = format!("/{}/border", portal.language.code());
    let icon = |asset: &assets::Asset, sizes: &str, kind: &str, purpose: &str| json!({ "src": asset.path(), "sizes": sizes, "type": kind, "purpose": purpose });
    let manifest = json!({
        "id": path,
        "name": portal.language.say("border-name"),
        "short_name": portal.language.say("border-name-short"),
        "description": portal.language.say("border-lead"),
        "lang": portal.language.code(),
        "dir": portal.language.direction(),
        "start_url": path,
        "scope": path,
        "display": "standalone",
        "background_color": "#fcfcfa",
        "theme_color": "#17324d",
        "icons": [
            icon(&assets::ICON, "any", "image/svg+xml", "any"),
            icon(&assets::ICON_192, "192x192", "image/png", "any"),
            icon(&assets::ICON_512, "512x512", "image/png", "any"),
            icon(&assets::ICON_512, "512x512", "image/png", "maskable"),
        ],
    });
    let headers = [(header::CONTENT_TYPE, "application/manifest+json"), (header::CACHE_CONTROL, "no-cache")];
    (headers, Json(manifest)).into_response()
}
