//! Credentials and status lists of the party: signing them with a key that is held here.

use std::sync::Arc;

use app::credentials::Purpose;
use app::deposits::StatusComparison;
use app::office::{KeyView, OfficeError};
use askama::Template;
use axum::Form;
use axum::response::Response;

use super::view::{Answer, Around, Asked, Fields, field};
use crate::portal::frame::Frame;

#[derive(Template)]
#[template(path = "desk/credentials.html")]
struct CredentialsPage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    lists: Vec<ListRow>,
    keys: Vec<KeyView>,
    /// A list that has just been signed.
    signed: bool,
}

struct ListRow {
    purpose: &'static str,
    compared: Arc<StatusComparison>,
}

impl ListRow {
    /// How many certificates stand otherwise in the list than on record; those that are counted are named first.
    fn differing(&self) -> usize {
        self.compared.not_in_list.len() + self.compared.not_on_record.len()
    }
}

impl CredentialsPage<'_> {
    fn title(&self, purpose: &str) -> String {
        self.frame.word("desk-list", purpose)
    }

    fn can_sign(&self) -> bool {
        self.around.is_signatory() && !self.keys.is_empty()
    }
}

/// Shows them.
pub(crate) async fn page(asked: Asked) -> Response {
    asked
        .for_officer(|view, acting| {
            let lists = view.office.own_lists(acting)?.into_iter();
            let lists = lists.map(|(purpose, compared)| ListRow { purpose: purpose.as_str(), compared });
            let keys = view.office.held_keys(acting)?.into_iter().filter(|key| key.in_force).collect();
            let signed = view.frame.param("signed").is_some();
            let (frame, around) = (view.frame, Around::new(view, acting)?);
            Ok(Answer::Page(
                CredentialsPage { frame, around, lists: lists.collect(), keys, signed }.render()?,
            ))
        })
        .await
}

/// Signs the credential of a certificate, and leads to the act that names it.
pub(crate) async fn sign(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "credential.sign", |view, acting, fields| {
            let signed =
                view.office.sign_credential(acting, field(fields, "number"), field(fields, "key"))?;
            Ok(Answer::See(format!("/acts/{}", signed.draft)))
        })
        .await
}

/// Signs a status list as of now.
pub(crate) async fn list(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "list.sign", |view, acting, fields| {
            let purpose = Purpose::from_name(field(fields, "purpose"));
            let purpose = purpose.ok_or(OfficeError::NoSuch("list"))?;
            view.office.sign_list(acting, purpose, field(fields, "key"))?;
            Ok(Answer::See("/credentials?signed=1".into()))
        })
        .await
}
