//! An objective as one file that can be kept, printed and checked without this server (CRO-06, GOV-06).

use app::dossier::DossierError;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::v1::blocking;
use crate::api::v1::records::LookupProblem;
use crate::portal::export::{self, ExportError};
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request::{Named, Parameters};
use crate::state::ServerState;

/// What the file may do: nothing but be styled.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub(crate) struct ExportProblem(#[from] ExportError);

impl Problematic for ExportProblem {
    fn kind(&self) -> Kind {
        match &self.0 {
            ExportError::Dossier(DossierError::Lookup(error)) => LookupProblem(error.clone()).kind(),
            ExportError::Dossier(DossierError::TooMany { .. }) => Kind::new(
                "too-many-statements",
                StatusCode::UNPROCESSABLE_ENTITY,
                "too many statements for one file",
                "read them with /api/v1/statements",
            ),
            ExportError::Language(_) => common::PARAMETERS,
            ExportError::Broken(_) => common::INTERNAL,
        }
    }
}
responds!(ExportProblem);

/// In which language.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ExportParameters {
    /// `en` or `fr`; absent: English.
    language: Option<String>,
}

/// An objective as one self-contained HTML file: number, dates, text, versions, countries, story, and every statement
/// with its signature (compact JWS) and its proof of inclusion against one signed checkpoint.
#[utoipa::path(
    get, path = "/api/v1/objectives/{id}/export", operation_id = "export_objectives", tag = "records",
    params(("id" = String, Path, description = "its identifier", example = "DEMO-CRO-4"), ExportParameters),
    responses(
        (status = 200, description = "the file, as of today", body = String, content_type = "text/html"),
        (status = 400, description = "not such an identifier, or no such language", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "not on record", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "too many statements for one file", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn export(
    State(state): State<ServerState>,
    Named(id): Named,
    Parameters(asked): Parameters<ExportParameters>,
) -> Result<Response, Response> {
    let name: String =
        id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect();
    let language = asked.language.unwrap_or_else(|| "en".to_owned());
    let pages = state.pages().map_err(|error| common::INTERNAL.because(error).into_response())?;
    let html = blocking(move || export::objective(&pages, &id, &language).map_err(ExportProblem)).await?;
    let mut headers = HeaderMap::new();
    let disposition = format!("attachment; filename=\"{name}.html\"");
    for (header, value) in [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_DISPOSITION, disposition.as_str()),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-cache"),
    ] {
        if let Ok(value) = value.parse() {
            headers.insert(header, value);
        }
    }
    Ok((headers, html).into_response())
}
