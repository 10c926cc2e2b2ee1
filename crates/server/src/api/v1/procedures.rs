//! Procedures in which texts of common regulatory objectives are made (CRO-02 to CRO-07).

pub mod comments;
pub mod get;
pub mod list;

use app::lookup::AsOf;
use app::stories::Story;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::v1::records::AsOfView;
use crate::state::ServerState;

/// The routes.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(get::get))
        .routes(routes!(comments::comments))
}

/// A procedure in short.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProcedureRow {
    /// Its identifier.
    #[schema(example = "DEMO-TRUCKS")]
    id: String,
    /// The title last given to it, by language.
    title: BTreeMap<String, String>,
    /// How far it has come: `interest`, `call`, `transmitted`, `task_force`, `drafting`, `comments`, `agreed`,
    /// `submitted`, `registered` or `adopted`.
    #[schema(value_type = String, example = "comments")]
    stage: &'static str,
    /// The objective that it made: `/api/v1/objectives/{objective}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    objective: Option<String>,
    /// The objective that it revises.
    #[serde(skip_serializing_if = "Option::is_none")]
    revises: Option<String>,
    /// Countries that called, take part, agreed, or are bound by the objective.
    countries: Vec<String>,
    /// Commodity codes of its products, by the last text.
    hs: Vec<String>,
    /// Day of the last act.
    #[schema(example = "2026-01-31")]
    last_on: String,
    /// Position of the statement of the last act: `/api/v1/statements/{statement}`.
    last_statement: u64,
}

impl From<Story> for ProcedureRow {
    fn from(story: Story) -> Self {
        let hs = story.products.into_iter().flat_map(|products| products.hs);
        Self {
            id: story.id.to_string(),
            title: story.title.0,
            stage: story.stage.as_str(),
            objective: story.objective.map(|id| id.to_string()),
            revises: story.revises.map(|id| id.to_string()),
            countries: story.countries.iter().map(ToString::to_string).collect(),
            hs: hs.map(|code| code.to_string()).collect(),
            last_on: story.last_on.to_string(),
            last_statement: story.last_at.0,
        }
    }
}

/// What stands at the end of every answer about procedures.
fn ending(as_of: AsOf) -> (&'static str, AsOfView) {
    (explain::DISCLAIMER_OBJECTIVES, as_of.into())
}
