//! What the endpoints of all kinds of record share: the shape of a record, of a list, and their errors.

use app::lookup::{AsOf, Kind as RecordKind, List, LookupError, Record, Related, Select, Stated};
use axum::Json;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use utoipa::{IntoParams, IntoResponses, ToSchema};

use super::blocking;
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request::WhenParameters;
use crate::state::ServerState;

/// Rows in a page, unless fewer are asked for.
pub(crate) const LIMIT: usize = 100;

/// Why a record was not given.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub(crate) struct LookupProblem(#[from] pub(crate) LookupError);

/// The store failed.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct StoreProblem<E: std::fmt::Display>(pub(crate) E);

impl Problematic for LookupProblem {
    fn kind(&self) -> Kind {
        match &self.0 {
            LookupError::NotThere { .. } => Kind::new(
                "not-on-record",
                StatusCode::NOT_FOUND,
                "not on record",
                "search with /api/v1/search?q=…; percent-encode slashes and spaces in identifiers",
            ),
            LookupError::Identifier(_) => Kind::new(
                "identifier-malformed",
                StatusCode::BAD_REQUEST,
                "not such an identifier",
                "write it as the detail says, percent-encoded in the path",
            ),
            LookupError::NotYetKnown { .. } => Kind::new(
                "not-yet-known",
                StatusCode::UNPROCESSABLE_ENTITY,
                "the log is not that long yet",
                "leave `known_at` out to ask about now",
            ),
            LookupError::Store(_) => common::STORE,
        }
    }
}
responds!(LookupProblem);

impl<E: std::fmt::Display> axum::response::IntoResponse for StoreProblem<E> {
    fn into_response(self) -> Response {
        common::STORE.because(self).into_response()
    }
}

/// The day, the log and the engine to which an answer belongs.
#[derive(Serialize, ToSchema)]
pub(crate) struct AsOfView {
    /// The day.
    #[schema(example = "2026-01-31")]
    on: String,
    /// The last position of the log that was known.
    known_at: u64,
    /// Number of statements that were known.
    log_size: u64,
    /// Root hash of the log at that size, in base64.
    root: String,
    /// Version of the engine.
    #[schema(value_type = String)]
    engine: &'static str,
}

/// Everything on file about one thing.
#[derive(Serialize, ToSchema)]
pub(crate) struct RecordView {
    /// `country`, `party`, `body`, `standard`, `regulation`, `objective`, `agreement`, `annex`,
    /// `measure`, `recognition_decision` or `equivalence`.
    #[schema(value_type = String)]
    kind: &'static str,
    /// Its identifier.
    id: String,
    /// Name or title, by language.
    title: BTreeMap<String, String>,
    /// Whose it is, or where it is established.
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    /// Whether it is in force on the day; absent where that does not apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    in_force: Option<bool>,
    /// What holds on the day, by name: edition and requirement of a regulation, keys of a party, whom an agreement binds,
    /// the state of an annex in each direction.
    #[schema(value_type = Object)]
    standing: Map<String, Value>,
    /// Every known statement about it, grouped by what they are about.
    facts: BTreeMap<&'static str, Vec<StatedView>>,
    /// Other things to which it is related.
    related: Vec<RelatedView>,
    /// As of when.
    as_of: AsOfView,
}

/// One stated fact.
#[derive(Serialize, ToSchema)]
pub(crate) struct StatedView {
    /// Position of the statement that carries it: `/api/v1/statements/{statement}`.
    statement: u64,
    /// Whether a recorder reported it and the party did not sign it.
    reported: bool,
    /// First valid day.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    /// First day on which it is no longer valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    /// What was stated, in the form of the act.
    #[schema(value_type = Object)]
    content: Value,
}

/// A related thing.
#[derive(Serialize, ToSchema)]
pub(crate) struct RelatedView {
    /// How it is related.
    #[schema(value_type = String)]
    relation: &'static str,
    /// What it is.
    #[schema(value_type = String)]
    kind: &'static str,
    /// Its identifier.
    id: String,
}

/// What the address of one record answers, for the description.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "shapes for the description; handlers make responses themselves")]
pub(crate) enum RecordResponses {
    /// the record
    #[response(status = 200)]
    Record(RecordView),
    /// the caller has it already (`If-None-Match`)
    #[response(status = 304)]
    Known,
    /// not such an identifier, or parameters malformed
    #[response(status = 400, content_type = "application/problem+json")]
    Malformed(Problem),
    /// not on record
    #[response(status = 404, content_type = "application/problem+json")]
    NotThere(Problem),
    /// `known_at` lies in the future
    #[response(status = 422, content_type = "application/problem+json")]
    NotYetKnown(Problem),
    /// the store cannot be read
    #[response(status = 503, content_type = "application/problem+json")]
    Store(Problem),
}

/// What the address of a list of records answers, for the description.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "shapes for the description; handlers make responses themselves")]
pub(crate) enum ListResponses {
    /// a page of the list
    #[response(status = 200)]
    Page(ListView),
    /// the caller has it already (`If-None-Match`)
    #[response(status = 304)]
    Known,
    /// parameters malformed
    #[response(status = 400, content_type = "application/problem+json")]
    Malformed(Problem),
    /// `known_at` lies in the future
    #[response(status = 422, content_type = "application/problem+json")]
    NotYetKnown(Problem),
    /// the store cannot be read
    #[response(status = 503, content_type = "application/problem+json")]
    Store(Problem),
}

/// A page of a list.
#[derive(Serialize, ToSchema)]
pub(crate) struct ListView {
    /// The rows, by identifier.
    items: Vec<RowView>,
    /// Give this as `after` to go on; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// As of when.
    as_of: AsOfView,
}

/// One thing in a list.
#[derive(Serialize, ToSchema)]
pub(crate) struct RowView {
    /// Its identifier.
    id: String,
    /// Name or title, by language.
    title: BTreeMap<String, String>,
    /// Whose it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    /// What it is more exactly.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    detail: Option<&'static str>,
}

/// Which rows of a list.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListParameters {
    /// Only of this country or group.
    country: Option<String>,
    /// After this identifier.
    after: Option<String>,
    /// At most so many, and at most 500.
    limit: Option<usize>,
    /// The day, such as `2026-01-31`; absent: today (UTC).
    on: Option<String>,
    /// The last position of the log that is known; absent: everything known now.
    known_at: Option<u64>,
}

/// One record, or that the caller has it already.
pub(crate) async fn get(
    state: ServerState,
    kind: RecordKind,
    id: String,
    when: WhenParameters,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let when = when.read().map_err(Problem::into_response)?;
    let app = state.app.clone();
    let record = blocking(move || app.record(kind, &id, when).map_err(LookupProblem)).await?;
    let as_of = record.as_of.clone();
    Ok(tagged(&headers, &as_of, || Json(RecordView::from(record)).into_response()))
}

/// A page of a list.
pub(crate) async fn list(
    state: ServerState,
    kind: RecordKind,
    asked: ListParameters,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let when = WhenParameters { on: asked.on.clone(), known_at: asked.known_at };
    let country = asked.country.as_deref().map(str::parse).transpose();
    let country =
        country.map_err(|error: model::CodeError| common::PARAMETERS.because(error).into_response())?;
    let select = Select {
        country,
        after: asked.after,
        limit: asked.limit.unwrap_or(LIMIT),
        when: when.read().map_err(Problem::into_response)?,
    };
    let app = state.app.clone();
    let list = blocking(move || app.list(kind, &select).map_err(LookupProblem)).await?;
    let as_of = list.as_of.clone();
    Ok(tagged(&headers, &as_of, || Json(ListView::from(list)).into_response()))
}

/// The answer with a tag, or 304 if the caller has it. Day, position and engine determine what a path answers.
pub(crate) fn tagged(headers: &HeaderMap, as_of: &AsOf, answer: impl FnOnce() -> Response) -> Response {
    let version = env!("CARGO_PKG_VERSION");
    let tag = format!("W/\"{}-{}-{version}\"", as_of.log_size, as_of.on);
    let known = headers.get(header::IF_NONE_MATCH).and_then(|given| given.to_str().ok());
    let mut response = if known.is_some_and(|known| known.split(',').any(|known| known.trim() == tag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        answer()
    };
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

impl From<AsOf> for AsOfView {
    fn from(as_of: AsOf) -> Self {
        Self {
            on: as_of.on.to_string(),
            known_at: as_of.known_at.0,
            log_size: as_of.log_size,
            root: as_of.root,
            engine: env!("CARGO_PKG_VERSION"),
        }
    }
}

impl From<Record> for RecordView {
    fn from(record: Record) -> Self {
        let view = |facts: Vec<Stated>| facts.into_iter().map(StatedView::from).collect();
        Self {
            kind: record.kind.as_str(),
            id: record.id,
            title: record.title.0,
            country: record.country.map(|code| code.to_string()),
            in_force: record.in_force,
            standing: record.standing,
            facts: record.facts.into_iter().map(|(name, facts)| (name, view(facts))).collect(),
            related: record.related.into_iter().map(RelatedView::from).collect(),
            as_of: record.as_of.into(),
        }
    }
}

impl From<Stated> for StatedView {
    fn from(stated: Stated) -> Self {
        Self {
            statement: stated.at.0,
            reported: stated.reported,
            from: stated.from.map(|day| day.to_string()),
            until: stated.until.map(|day| day.to_string()),
            content: stated.content,
        }
    }
}

impl From<Related> for RelatedView {
    fn from(related: Related) -> Self {
        Self { relation: related.relation, kind: related.kind.as_str(), id: related.id }
    }
}

impl From<List> for ListView {
    fn from(list: List) -> Self {
        let row = |row: app::lookup::ListRow| RowView {
            id: row.id,
            title: row.title.into_iter().collect(),
            country: row.country.map(|code| code.to_string()),
            detail: row.detail,
        };
        Self { items: list.rows.into_iter().map(row).collect(), next: list.next, as_of: list.as_of.into() }
    }
}
