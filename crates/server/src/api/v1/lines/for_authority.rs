//! `POST /api/v1/lines/for-authority`: answers lines to an authority, with what other borders recorded (SUR-06).

use app::border::Border;
use app::border::lines::{Answered, ForAuthorityError, LineError};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::LineOutcome;
use super::answer::array;
use crate::api::v1::signed::{self, Refusals, Signed};
use crate::problem::{Kind, Problem, Problematic};
use crate::state::ServerState;

/// Why no line was answered.
impl Problematic for ForAuthorityError {
    fn kind(&self) -> Kind {
        match self {
            ForAuthorityError::Request(refused) => signed::kind_of(refused),
            ForAuthorityError::TooMany(_) => Kind::new(
                "too-many-lines",
                StatusCode::PAYLOAD_TOO_LARGE,
                "more lines than are answered at once",
                "send them in several requests",
            ),
        }
    }
}

/// Answers lines as `/api/v1/lines` does, to an authority of the importing country. Each answer has `elsewhere`: what
/// authorities recorded of the certificates at other borders in the last seven days, which may turn `treatment` to
/// `document_check` or `hold`, and never the outcome. Nobody else is told.
#[utoipa::path(
    post, path = "/api/v1/lines/for-authority", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "a signed request with `lines`, an array of at most 1,000 lines"),
    responses(
        (status = 200, description = "an array: an answer, or a problem document with `line`, for each", body = Vec<LineOutcome>),
        (status = 413, description = "too many or too large", body = Problem, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn for_authority(
    State(state): State<ServerState>,
    request: Signed,
) -> Result<Response, Response> {
    let answered: Vec<Result<Answered, LineError>> = request.done(Border::lines_for_authority).await?;
    state.metrics.decisions.inc_by(answered.iter().filter(|answer| answer.is_ok()).count() as u64);
    Ok(array(answered))
}
