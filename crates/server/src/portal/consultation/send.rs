//! Taking a comment.

use std::collections::HashMap;

use app::office::comments::{CommentError, CommentForm};
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse as _, Redirect, Response};

use super::page::{Written, received_at, render};
use super::{Consulting, path_of};
use crate::portal::page::{error_page, with_headers};
use crate::portal::texts::Language;

/// Takes it, and shows where it is; or shows what is wrong, with all that was written.
pub(crate) async fn send(
    State(consulting): State<Consulting>,
    uri: Uri,
    Path(id): Path<String>,
    form: Result<Form<HashMap<String, String>>, FormRejection>,
) -> Response {
    let language = consulting.portal.language;
    let fields = match form {
        Ok(Form(fields)) => fields,
        Err(refused) if refused.status() == StatusCode::PAYLOAD_TOO_LARGE => return too_large(language),
        Err(_) => {
            return (StatusCode::BAD_REQUEST, language.say("comments-unreadable") + "\n").into_response();
        }
    };
    let made = tokio::task::spawn_blocking(move || make(&consulting, &uri, &id, read(&fields)));
    made.await.unwrap_or_else(|_| with_headers(StatusCode::INTERNAL_SERVER_ERROR, language, String::new()))
}

/// Says that it is too much, in a sentence.
pub(super) fn too_large(language: Language) -> Response {
    (StatusCode::PAYLOAD_TOO_LARGE, language.say("comments-too-large") + "\n").into_response()
}

fn make(consulting: &Consulting, uri: &Uri, id: &str, form: CommentForm) -> Response {
    let Consulting { portal, office } = consulting;
    let frame = portal.frame(uri);
    let error = match office.receive_comment(id, &form, frame.lang()) {
        Ok(kept) => {
            let to = received_at(&frame.page(&path_of(id)), kept.draft, kept.number);
            return Redirect::to(&to).into_response();
        }
        Err(error) => error,
    };
    let status = status(&error);
    let written = Written { form, error: Some(error), received: None };
    let (status, html) = match render(&frame, portal.source.as_ref(), office, id, written) {
        Ok(html) => (status, html),
        Err(error) => error_page(&frame, &error),
    };
    with_headers(status, portal.language, html)
}

fn read(fields: &HashMap<String, String>) -> CommentForm {
    let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
    CommentForm {
        draft: field("draft"),
        about: field("about"),
        name: field("name"),
        organisation: field("organisation"),
        country: field("country"),
        contact: field("contact"),
        text: field("text"),
        form: field("form"),
        trap: field("website"),
    }
}

fn status(error: &CommentError) -> StatusCode {
    match error {
        CommentError::NoSuchProcedure(_) => StatusCode::NOT_FOUND,
        CommentError::NotOpen | CommentError::Closed => StatusCode::CONFLICT,
        CommentError::TooFast | CommentError::Full => StatusCode::TOO_MANY_REQUESTS,
        CommentError::Store(_) | CommentError::Random(_) => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
