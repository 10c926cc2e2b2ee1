//! `POST /api/v1/lines/csv`: a table of lines in, a table of answers out, row by row.

use app::border::lines::new_manifest_id;
use app::border::lines::table::{TABLE_BYTES_MAX, Table, TableError, delimiter};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures::StreamExt as _;

use super::lines_of;
use crate::channel::{Incoming, Outgoing};
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request;
use crate::state::ServerState;

/// Media type of tables.
pub(crate) const CSV: &str = "text/csv; charset=utf-8";

/// Where the signature over the result is.
pub(crate) const MANIFEST: HeaderName = HeaderName::from_static("comity-manifest");

/// Why a table was not read.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub(crate) struct TableProblem(#[from] TableError);

impl Problematic for TableProblem {
    fn kind(&self) -> Kind {
        Kind::new(
            "table-malformed",
            StatusCode::BAD_REQUEST,
            "not a table of lines",
            "name the columns in the first row, as docs/border.md lists them, and separate cells by commas or semicolons",
        )
    }
}
responds!(TableProblem);

/// Answers a table of lines (CSV, at most 100,000 rows), row by row while it comes in. A row that cannot be answered has its
/// problem in the last column and stops nothing. Read the result while you send: `curl -T`. The header `comity-manifest` says
/// where the signature over the whole result is, once the last row has come.
#[utoipa::path(
    post, path = "/api/v1/lines/csv", tag = "border",
    request_body(content = String, content_type = "text/csv", description = "columns by their headings; `declaration` and `importing` are needed"),
    responses(
        (status = 200, description = "a row for each row: outcome, advice, certificate, expiry, reasons, problem", body = String, content_type = "text/csv"),
        (status = 400, description = "not a table of lines", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "not CSV", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn csv(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    request::expect(&headers, &["text/csv"]).map_err(Problem::into_response)?;
    let mut parts = body.into_data_stream().boxed();
    // What separates cells stands in the first part, with the headings.
    let first = match parts.next().await {
        Some(part) => part.map_err(|error| common::INTERRUPTED.because(error).into_response())?,
        None => axum::body::Bytes::new(),
    };
    let separated_by = delimiter(&first);
    let parts = futures::stream::iter([Ok(first)]).chain(parts);
    let input = Incoming::of(parts.boxed(), state.settings.stream_silence, TABLE_BYTES_MAX);
    let answered = answered(&state, move || Table::open(input, separated_by)).await?;
    answered.map_err(|error| TableProblem::from(error).into_response())
}

/// Opens a table off the threads that serve, and answers it while the answers are read; or says why it is no table.
pub(crate) async fn answered<R: std::io::Read + Send + 'static>(
    state: &ServerState,
    open: impl FnOnce() -> Result<Table<R>, TableError> + Send + 'static,
) -> Result<Result<Response, TableError>, Response> {
    let (lines, decisions) = (lines_of(state), state.metrics.decisions.clone());
    let border = state.border.clone();
    let id = new_manifest_id().filter(|_| lines.are_signed());
    let path = id.as_ref().map(|id| format!("/api/v1/lines/manifests/{id}"));
    let (opened, is_open) = tokio::sync::oneshot::channel();
    let (outgoing, body) = Outgoing::new();
    tokio::task::spawn_blocking(move || {
        let table = match open() {
            Ok(table) => table,
            Err(error) => {
                // Whoever asked may be gone.
                let _ = opened.send(Err(error));
                return;
            }
        };
        if opened.send(Ok(())).is_err() {
            return;
        }
        let mut done = 0;
        let ended = table.answer(&lines, outgoing.clone(), &mut |rows| {
            decisions.inc_by(rows - done);
            done = rows;
        });
        match ended {
            // Kept before the result ends, so that whoever saw its end finds it.
            Ok(summary) => {
                if let (Some(border), Some(id), Some(manifest)) = (border, id, summary.manifest)
                    && let Err(error) = border.keep_manifest(&id, &manifest)
                {
                    // The answers are what they are; who asks for the signature is told that there is none.
                    tracing::error!(%error, "a manifest is not kept");
                }
            }
            // The result ends in the middle for whoever reads it, so that half a table does not pass for a whole one.
            Err(error) => outgoing.break_off(&error),
        }
    });
    let is_open = is_open.await.map_err(|error| common::INTERNAL.because(error).into_response())?;
    if let Err(error) = is_open {
        return Ok(Err(error));
    }
    let mut response = ([(header::CONTENT_TYPE, CSV)], body).into_response();
    if let Some(path) = path.and_then(|path| HeaderValue::from_str(&path).ok()) {
        response.headers_mut().insert(MANIFEST, path);
    }
    Ok(Ok(response))
}
