//! Decisions: one, or a stream of them.

pub mod decide;
pub mod stream;
mod words;

use app::DecideError;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::problem::{Kind, Problematic, common, responds};
use crate::state::ServerState;

/// The routes.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new().routes(routes!(decide::decide)).routes(routes!(stream::stream))
}

/// Why a question was not answered.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub(crate) struct DecideProblem(#[from] DecideError);

impl Problematic for DecideProblem {
    fn kind(&self) -> Kind {
        match &self.0 {
            DecideError::Question(error) => kind_of(error),
            DecideError::Document { .. } => Kind::new(
                "document-malformed",
                StatusCode::BAD_REQUEST,
                "a presented document cannot be read",
                "present a `vc+jwt`, or a credential in JSON with its proof, whole",
            ),
            DecideError::Store(_) => common::STORE,
        }
    }
}
responds!(DecideProblem);

pub(super) fn kind_of(error: &app::decide::QuestionError) -> Kind {
    use app::decide::QuestionError::{
        ByPosition, CodeWithoutEdition, Digest, Malformed, NamelessEvidence, NoProduct, NoSuchCode,
        NotYetKnown, TooLong, TooMuchEvidence, UnknownCountry,
    };
    match error {
        TooLong { .. } | TooMuchEvidence { .. } => Kind::new(
            "question-too-large",
            StatusCode::PAYLOAD_TOO_LARGE,
            "the question is too large",
            "ask about fewer certificates at a time; /api/v1/decisions/stream takes any number of questions",
        ),
        Malformed(_) | ByPosition(_) | NamelessEvidence(_) | CodeWithoutEdition | Digest(_) => Kind::new(
            "question-malformed",
            StatusCode::BAD_REQUEST,
            "not a question",
            "compare it with the question format in the documentation and do what the detail says",
        ),
        NoProduct | NoSuchCode { .. } | UnknownCountry(_) | NotYetKnown { .. } => Kind::new(
            "question-unanswerable",
            StatusCode::UNPROCESSABLE_ENTITY,
            "the question cannot be asked of this registry",
            "do what the detail says and ask again",
        ),
    }
}
