//! Officers of the party: who they are, inviting, revoking.

use app::office::{Acting, Invite, OfficeError, OfficerId, Officers, Passkey, Role};
use askama::Template;
use axum::Form;
use axum::response::Response;

use super::view::{Answer, Around, Asked, Failed, Fields, View, field};
use crate::portal::frame::Frame;

#[derive(Template)]
#[template(path = "desk/officers.html")]
struct OfficersPage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    officers: Officers,
    /// A link that was just made. It is shown this once.
    link: Option<String>,
}

impl OfficersPage<'_> {
    fn credential(&self, passkey: &Passkey) -> String {
        app::office::credential_text(&passkey.credential)
    }
}

/// Lists them.
pub(crate) async fn page(asked: Asked) -> Response {
    asked.for_officer(|view, acting| show(view, acting, None)).await
}

/// Invites one, or one who is there to a further passkey, and shows the link.
pub(crate) async fn invite(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "officer.invite", |view, acting, fields| {
            let again = field(fields, "officer");
            let link = if again.is_empty() {
                let chosen = |role: &Role| fields.contains_key(role.as_str());
                let roles = Role::ALL.into_iter().filter(chosen).collect();
                view.office.invite(acting, &Invite { name: field(fields, "name").to_owned(), roles })?
            } else {
                view.office.invite_again(acting, &read(again)?)?
            };
            show(view, acting, Some(view.office.invitation_url(&link, view.frame.lang())))
        })
        .await
}

/// Revokes one.
pub(crate) async fn revoke(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "officer.revoke", |view, acting, fields| {
            view.office.revoke_officer(acting, &read(field(fields, "officer"))?)?;
            Ok(Answer::See("/officers".into()))
        })
        .await
}

/// Withdraws an invitation, or clears one that has expired.
pub(crate) async fn withdraw(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "officer.withdraw", |view, acting, fields| {
            view.office.withdraw_invitation(acting, &read(field(fields, "officer"))?)?;
            Ok(Answer::See("/officers".into()))
        })
        .await
}

/// Revokes a passkey.
pub(crate) async fn revoke_passkey(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "passkey.revoke", |view, acting, fields| {
            view.office.revoke_passkey(acting, field(fields, "passkey"))?;
            Ok(Answer::See("/officers".into()))
        })
        .await
}

fn show(view: &View<'_>, acting: &Acting, link: Option<String>) -> Result<Answer, Failed> {
    let officers = view.office.officers(acting)?;
    let around = Around::new(view, acting)?;
    Ok(Answer::Page(OfficersPage { frame: view.frame, around, officers, link }.render()?))
}

fn read(text: &str) -> Result<OfficerId, OfficeError> {
    text.parse().map_err(|_| OfficeError::NoSuch("officer"))
}
