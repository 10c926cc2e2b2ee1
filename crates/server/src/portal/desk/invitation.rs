//! Accepting an invitation. Its secret stands in the query, which no log of requests holds.

use app::office::Invitation;
use askama::Template;
use axum::Form;
use axum::response::Response;

use super::view::{Answer, Asked, Fields, field};
use crate::portal::frame::Frame;

#[derive(Template)]
#[template(path = "desk/invitation.html")]
struct InvitationPage<'a> {
    frame: &'a Frame,
    invitation: Invitation,
    options: String,
    token: String,
    address: String,
}

/// Shows who is invited to what, and asks for a passkey.
pub(crate) async fn page(asked: Asked) -> Response {
    asked
        .answer(|view| {
            let token = view.frame.param("token").unwrap_or_default();
            let invited = view.office.invited(&token)?;
            let page = InvitationPage {
                frame: view.frame,
                address: format!("{}{}", view.office.public_url(), view.frame.here(&view.frame.query)),
                invitation: invited.invitation,
                options: invited.options,
                token,
            };
            Ok(Answer::Page(page.render()?))
        })
        .await
}

/// Takes the passkey that the browser made.
pub(crate) async fn accept(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .answer(move |view| {
            let (token, credential) = (field(&fields, "token"), field(&fields, "credential"));
            let session = view.office.accept(token, credential, view.token.as_ref(), view.request)?;
            Ok(Answer::SignedIn(session))
        })
        .await
}
