//! Finding anything on file as one types: references, numbers, names, titles, codes.

use std::collections::BTreeMap;

use app::search::{SearchRequest, SearchResults};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::blocking;
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request::Parameters;
use crate::state::ServerState;

/// Results in a page, unless fewer are asked for.
const PAGE_SIZE: usize = 20;

/// Why nothing was searched.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FindProblem {
    /// There is no index.
    #[error("this server was started without a search index")]
    NoIndex,
    /// The index cannot be read.
    #[error("{0}")]
    Index(String),
}

impl Problematic for FindProblem {
    fn kind(&self) -> Kind {
        match self {
            Self::NoIndex => Kind::new(
                "search-not-served",
                StatusCode::NOT_IMPLEMENTED,
                "search is not served here",
                "read the lists, such as /api/v1/standards, or ask a server with an index",
            ),
            Self::Index(_) => common::STORE,
        }
    }
}
responds!(FindProblem);

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FindParameters {
    /// What was typed; anything may stand here. Empty: everything.
    #[serde(default)]
    q: String,
    /// Only this kind: `country`, `party`, `body`, `standard`, `regulation`, `objective`, `agreement`, `annex`,
    /// `measure`, `recognition_decision`, `equivalence` or `certificate`.
    kind: Option<String>,
    /// Only of this country or group.
    country: Option<String>,
    /// Only of this publisher of standards.
    publisher: Option<String>,
    /// Page, from 0.
    page: Option<usize>,
    /// Results in a page, at most 100.
    limit: Option<usize>,
}

/// What was found.
#[derive(Serialize, ToSchema)]
pub(crate) struct Found {
    /// How many there are in all.
    total: usize,
    /// This page of them, the best first.
    results: Vec<ResultView>,
    /// How many of each kind, country and publisher, most first.
    facets: BTreeMap<&'static str, Vec<FacetView>>,
}

/// One result.
#[derive(Serialize, ToSchema)]
pub(crate) struct ResultView {
    /// What it is.
    kind: String,
    /// Its identifier.
    id: String,
    /// Name or title, by language.
    title: BTreeMap<String, String>,
    /// Country or group.
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    /// Publisher of a standard.
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
    /// Codes of the Harmonized System.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hs: Vec<String>,
    /// Codes of the International Classification for Standards.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ics: Vec<String>,
    /// Standing when it was indexed; the record says it as of a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<String>,
    /// Year of publication, adoption or issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<i16>,
}

/// A value with its count.
#[derive(Serialize, ToSchema)]
pub(crate) struct FacetView {
    /// The value.
    value: String,
    /// How many results have it.
    count: u64,
}

/// Finds anything on file. A statement can be found some moments after it was acknowledged.
#[utoipa::path(
    get, path = "/api/v1/search", tag = "search", params(FindParameters),
    responses(
        (status = 200, description = "what was found", body = Found),
        (status = 400, description = "parameters malformed", body = Problem, content_type = "application/problem+json"),
        (status = 501, description = "no index is served here", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn find(
    State(state): State<ServerState>,
    Parameters(asked): Parameters<FindParameters>,
) -> Result<Response, Response> {
    let search = state.search.clone().ok_or_else(|| FindProblem::NoIndex.into_response())?;
    let request = SearchRequest {
        text: asked.q,
        kind: asked.kind,
        country: asked.country,
        publisher: asked.publisher,
        page: asked.page.unwrap_or(0),
        page_size: asked.limit.unwrap_or(PAGE_SIZE),
    };
    let results = blocking(move || search(&request).map_err(FindProblem::Index)).await?;
    Ok(Json(Found::from(results)).into_response())
}

impl From<SearchResults> for Found {
    fn from(results: SearchResults) -> Self {
        let facet = |counts: Vec<(String, u64)>| {
            counts.into_iter().map(|(value, count)| FacetView { value, count }).collect()
        };
        let result = |found: app::search::SearchDocument| ResultView {
            kind: found.kind,
            id: found.id,
            title: found.titles.into_iter().collect(),
            country: found.country,
            publisher: found.publisher,
            hs: found.hs,
            ics: found.ics,
            status: found.status,
            year: found.year,
        };
        Self {
            total: results.total,
            results: results.found.into_iter().map(result).collect(),
            facets: BTreeMap::from([
                ("kind", facet(results.kinds)),
                ("country", facet(results.countries)),
                ("publisher", facet(results.publishers)),
            ]),
        }
    }
}
