//! Keys of the party that are held here.

use app::office::KeyView;
use askama::Template;
use axum::Form;
use axum::response::Response;

use super::view::{Answer, Around, Asked, Fields, field};
use crate::portal::frame::Frame;

#[derive(Template)]
#[template(path = "desk/keys.html")]
struct KeysPage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    keys: Vec<KeyView>,
}

/// Lists them.
pub(crate) async fn page(asked: Asked) -> Response {
    asked
        .for_officer(|view, acting| {
            let keys = view.office.held_keys(acting)?;
            let around = Around::new(view, acting)?;
            Ok(Answer::Page(KeysPage { frame: view.frame, around, keys }.render()?))
        })
        .await
}

/// Takes one in.
pub(crate) async fn hold(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "key.hold", |view, acting, fields| {
            view.office.hold_key(acting, field(fields, "key"))?;
            Ok(Answer::See("/keys".into()))
        })
        .await
}

/// Forgets one.
pub(crate) async fn release(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "key.release", |view, acting, fields| {
            view.office.release_key(acting, field(fields, "key"))?;
            Ok(Answer::See("/keys".into()))
        })
        .await
}
