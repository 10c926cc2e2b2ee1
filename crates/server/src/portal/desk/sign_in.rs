//! Signing in with a passkey, and signing out.

use askama::Template;
use axum::Form;
use axum::response::Response;

use super::view::{Answer, Asked, Fields, field};
use crate::portal::frame::Frame;

#[derive(Template)]
#[template(path = "desk/sign_in.html")]
struct SignInPage<'a> {
    frame: &'a Frame,
    options: String,
    address: String,
}

/// Shows the page on which the browser is asked for a passkey.
pub(crate) async fn page(asked: Asked) -> Response {
    asked
        .answer(|view| {
            let options = view.office.begin_sign_in()?;
            let address = format!("{}{}", view.office.public_url(), view.frame.page("/desk/sign-in"));
            Ok(Answer::Page(SignInPage { frame: view.frame, options, address }.render()?))
        })
        .await
}

/// Takes what the browser answered.
pub(crate) async fn sign_in(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .answer(move |view| {
            let credential = field(&fields, "credential");
            let signed_in = view.office.sign_in(credential, view.token.as_ref(), view.request)?;
            Ok(Answer::SignedIn(signed_in.token))
        })
        .await
}

/// Ends the session.
pub(crate) async fn sign_out(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "sign-out", |view, acting, _| {
            view.office.sign_out(acting)?;
            Ok(Answer::SignedOut)
        })
        .await
}
