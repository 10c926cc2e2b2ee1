//! One act in full: what it says, who may sign it, whether it would be taken, what it would do; and signing it.

use app::dry_run::Effect;
use app::office::{KeyView, Shown};
use app::submit::SubmitError;
use app::view::Cell;
use askama::Template;
use axum::Form;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path};
use axum::response::Response;
use statement::Entitled;

use super::check::CheckPart;
use super::entitled;
use super::told;
use super::uploaded::{self, Uploaded};
use super::view::{Answer, Around, Asked, Fields, field};
use super::words;
use super::write::read_id;
use crate::portal::frame::Frame;
use crate::portal::texts::Argument;

#[derive(Template)]
#[template(path = "desk/act.html")]
struct ActPage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    shown: Shown,
    keys: Vec<KeyView>,
    /// The formal check, of an act that carries the elements of annex B.
    check: Option<CheckPart<'a>>,
}

impl ActPage<'_> {
    fn label(&self, name: &str) -> String {
        words::of(self.frame.language).field(name)
    }

    fn title(&self) -> String {
        words::of(self.frame.language).title(&self.shown.draft.act)
    }

    fn effect(&self, effect: &Effect) -> String {
        let frame = self.frame;
        match effect {
            Effect::Reported { on_behalf_of, by } => {
                frame.about_two("desk-effect-reported", on_behalf_of, by)
            }
            Effect::Certificates(count) => frame.count("desk-effect-certificates", *count),
            Effect::Joint => frame.say("desk-effect-joint"),
            Effect::Day { field, on, days } => {
                let word = frame.word("desk-day", field);
                let beside = match days {
                    0 => frame.say("desk-days-today"),
                    1.. => frame.count("desk-days-ahead", u64::from(days.unsigned_abs())),
                    _ => frame.count("desk-days-ago", u64::from(days.unsigned_abs())),
                };
                let arguments = [
                    ("what", Argument::Text(word)),
                    ("day", Argument::Text(frame.day(on))),
                    ("beside", Argument::Text(beside)),
                ];
                frame.language.say_with("desk-effect-day", &arguments)
            }
        }
    }

    /// Who may sign, in the language of the page.
    fn entitled(&self, entitled: &Entitled) -> String {
        entitled::told(self.frame, entitled)
    }

    fn refusal(&self, refusal: &SubmitError) -> String {
        told::refusal(self.frame, refusal)
    }

    fn can_sign(&self) -> bool {
        self.around.is_signatory()
            && self.shown.told.refusal.is_none()
            && self.shown.draft.logged_at.is_none()
    }
}

/// Shows it.
pub(crate) async fn page(asked: Asked, Path(id): Path<String>) -> Response {
    asked
        .for_officer(move |view, acting| {
            let shown = view.office.show(acting, &read_id(&id)?, view.frame.lang())?;
            let keys = view.office.held_keys(acting)?;
            let around = Around::new(view, acting)?;
            let check = view.office.check_text(&shown.draft.text);
            let check = check.map(|checked| CheckPart::below(view.frame, checked));
            Ok(Answer::Page(ActPage { frame: view.frame, around, shown, keys, check }.render()?))
        })
        .await
}

/// The file for signing outside.
pub(crate) async fn file(asked: Asked, Path(id): Path<String>) -> Response {
    asked
        .for_officer(move |view, acting| {
            let id = read_id(&id)?;
            let bytes = view.office.download(acting, &id)?;
            Ok(Answer::File(format!("act-{id}.json"), bytes))
        })
        .await
}

/// Signs it with a held key and submits it.
pub(crate) async fn sign(asked: Asked, Path(id): Path<String>, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "act.sign", move |view, acting, fields| {
            let id = read_id(&id)?;
            view.office.sign(acting, &id, field(fields, "digest"), field(fields, "key"))?;
            Ok(Answer::See(format!("/acts/{id}")))
        })
        .await
}

/// Takes what was signed outside.
pub(crate) async fn upload(asked: Asked, Path(id): Path<String>, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "act.upload", move |view, acting, fields| {
            let id = read_id(&id)?;
            view.office.upload(acting, &id, field(fields, "digest"), field(fields, "statement"))?;
            Ok(Answer::See(format!("/acts/{id}")))
        })
        .await
}

/// Takes a file that was signed outside.
pub(crate) async fn upload_file(
    asked: Asked,
    Path(id): Path<String>,
    multipart: Result<Multipart, MultipartRejection>,
) -> Response {
    let uploaded = uploaded::read(multipart).await;
    if uploaded.is_beyond_reading() {
        return asked
            .for_officer(move |view, acting| {
                view.office.upload_file(acting, &read_id(&id)?, "", uploaded.file)?;
                Ok(Answer::See(format!("/acts/{id}")))
            })
            .await;
    }
    let Uploaded { fields, file } = uploaded;
    asked
        .take(fields, "act.upload", move |view, acting, fields| {
            let id = read_id(&id)?;
            view.office.upload_file(acting, &id, field(fields, "digest"), file)?;
            Ok(Answer::See(format!("/acts/{id}")))
        })
        .await
}

/// Throws it away.
pub(crate) async fn discard(asked: Asked, Path(id): Path<String>, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "act.discard", move |view, acting, _| {
            view.office.discard(acting, &read_id(&id)?)?;
            Ok(Answer::See("/acts".into()))
        })
        .await
}
