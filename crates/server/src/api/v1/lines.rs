//! Lines of declarations, answered for customs: one, many, a stream of them, or a table.

pub mod answer;
pub mod csv;
pub mod for_authority;
pub mod manifest;
pub mod stream;

use app::border::lines::{LineError, Lines};
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::state::ServerState;

/// The routes.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(answer::answer))
        .routes(routes!(stream::stream))
        .routes(routes!(csv::csv))
        .routes(routes!(for_authority::for_authority))
        .routes(routes!(manifest::manifest))
}

/// The state that is published now, for lines; answers are signed where the border has a key of the log.
pub(crate) fn lines_of(state: &ServerState) -> Lines {
    match &state.border {
        Some(border) => border.lines(),
        None => Lines::new(state.app.snapshot()),
    }
}

/// Why a line was not answered.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub(crate) struct LineProblem(#[from] LineError);

impl Problematic for LineProblem {
    fn kind(&self) -> Kind {
        kind_of(&self.0)
    }
}
responds!(LineProblem);

/// What kind of problem a line has.
pub(crate) fn kind_of(error: &LineError) -> Kind {
    match error {
        LineError::TooLong { .. } | LineError::Certificates(_) => Kind::new(
            "line-too-large",
            StatusCode::PAYLOAD_TOO_LARGE,
            "the line is too large",
            "cite fewer certificates, or by number instead of presenting them",
        ),
        LineError::Question(error) => super::decisions::kind_of(error),
        LineError::Document { .. } => Kind::new(
            "document-malformed",
            StatusCode::BAD_REQUEST,
            "a presented document cannot be read",
            "present a `vc+jwt`, or a credential in JSON with its proof, whole",
        ),
        LineError::Store(_) => common::STORE,
        _ => Kind::new(
            "line-malformed",
            StatusCode::BAD_REQUEST,
            "not a line of a declaration",
            "correct the field that the detail names and send the line again",
        ),
    }
}

/// A line of a declaration. `declaration` and `importing` are needed; docs/border.md has an example for every field.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "declaration": { "type": "mrn", "value": "26CH00000000000001", "item": 1 },
    "importing": "CH", "on": "2026-01-31",
    "commodity": { "code": "901890", "edition": 2022 },
    "certificates": [{ "number": "DEMO-CH-MED-003" }]
}))]
pub(crate) struct LineView {
    /// `type` (`mrn`, `lrn`, `entry`, `ioss`, `other`), `value` and `item` (from 1).
    #[schema(value_type = Object)]
    declaration: (),
    /// The importing country.
    importing: String,
    /// The day asked about; absent: today in UTC.
    on: Option<String>,
    /// `code` (two to ten digits) and `edition`; absent: that of the first certificate.
    #[schema(value_type = Option<Object>)]
    commodity: (),
    /// Where the goods originate.
    origin: Option<String>,
    /// Where they were sent from; decides nothing.
    consigned_from: Option<String>,
    /// Identifiers of the product: `scheme` (`gtin`, `model`, `brand`, `serial`) and `value`.
    #[schema(value_type = Option<Vec<Object>>)]
    products: (),
    /// Lot or batch.
    lot: Option<String>,
    /// At most 8, each cited in exactly one way: `number` · `credential` · `certifier`, `product`, `version` ·
    /// `foreign_number`, `issuer` · `passport`.
    #[schema(value_type = Option<Vec<Object>>)]
    certificates: (),
    /// Who presents them as his own.
    holder: Option<String>,
    /// Day of production.
    produced_on: Option<String>,
    /// `value` (a decimal number as text) and `unit`; decides nothing here.
    #[schema(value_type = Option<Object>)]
    quantity: (),
    /// The last position of the log that is known; absent: everything.
    known_at: Option<u64>,
}

/// An answered line: the answer, and the proof that it is the log's.
#[derive(Serialize, ToSchema)]
pub(crate) struct AnsweredLine {
    /// The answer.
    answer: LineAnswerView,
    /// `index`, `size`, `hashes` and `signature` (a JWS over the root of all answers of the batch); absent where the
    /// server has no key of the log. `comity line verify` checks it offline.
    #[schema(value_type = Option<Object>)]
    proof: (),
}

/// One line, or several.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "a shape for the description; lines are read one by one")]
pub(crate) enum AskedLines {
    /// One.
    One(LineView),
    /// At most 1,000.
    Several(Vec<LineView>),
}

/// The answer to one line, or to each of several.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "a shape for the description; answers are written as they are signed")]
pub(crate) enum AnsweredLines {
    /// To one.
    One(AnsweredLine),
    /// To each of several.
    Several(Vec<LineOutcome>),
}

/// What became of one line of several.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "a shape for the description; answers are written as they are signed")]
pub(crate) enum LineOutcome {
    /// Its answer.
    Answered(AnsweredLine),
    /// Why it has none, with `line`.
    Refused(Problem),
}

/// The answer to a line.
#[derive(Serialize, ToSchema)]
pub(crate) struct LineAnswerView {
    /// `comity line v1`.
    format: String,
    /// Which line.
    #[schema(value_type = Object)]
    declaration: (),
    /// The importing country.
    importing: String,
    /// The day asked about.
    on: String,
    /// The one answer: `overall` of the decision, or `unknown` where a reference leads to no one certificate.
    #[schema(example = "recognised")]
    outcome: String,
    /// `advice` (`release`, `document_check`, `hold`, `not_required`) and `because`.
    #[schema(value_type = Object)]
    treatment: (),
    /// Rules and references that stand in the way.
    reasons: Vec<String>,
    /// Where each reference leads: `way`, `number`, `reason`.
    #[schema(value_type = Vec<Object>)]
    certificates: (),
    /// Each requirement in short: `act`, `outcome`, `basis`, `path`, `instrument`, `missing`.
    #[schema(value_type = Vec<Object>)]
    requirements: (),
    /// Number of reports of suspicion.
    suspicions: usize,
    /// Each presented document beside the register.
    #[schema(value_type = Vec<Object>)]
    documents: (),
    /// `on`: the earliest day on which something ends that the answer rests on; `rule`: the finding that names it.
    #[schema(value_type = Option<Object>)]
    expires: (),
    /// How complete the register is: `scheme`, `country`, `complete`.
    #[schema(value_type = Vec<Object>)]
    coverage: (),
    /// `size`, `root`, `last_statement_on`, `age_days`.
    #[schema(value_type = Object)]
    log: (),
    /// When it was answered (RFC 3339).
    answered_at: String,
    /// The decision behind it: `overall`, `sha256` of its bytes, the `question` that gives them at `/api/v1/decisions`,
    /// `engine` and digest of the `rules`.
    #[schema(value_type = Option<Object>)]
    decision: (),
    /// What the answer is not.
    disclaimer: Vec<String>,
}
