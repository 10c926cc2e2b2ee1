//! Writing an act: choosing which, and its text.

use app::office::{Acting, DraftId, OfficeError, Written};
use askama::Template;
use axum::Form;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path};
use axum::response::Response;

use super::uploaded::{self, Uploaded};
use super::view::{Answer, Around, Asked, Failed, Fields, Problem, View, field};
use super::words;
use crate::portal::frame::Frame;

#[derive(Template)]
#[template(path = "desk/choose.html")]
struct ChoosePage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    acts: Vec<&'static str>,
}

impl ChoosePage<'_> {
    fn title(&self, act: &&str) -> String {
        words::of(self.frame.language).title(act)
    }
}

#[derive(Template)]
#[template(path = "desk/write.html")]
struct WritePage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    /// Where the form is sent, below the desk.
    to: String,
    /// Where the text is sent to be shown as a form.
    as_form: String,
    version: u64,
    text: String,
    problem: Option<Problem>,
}

/// Lists the acts that the party could sign; or, with one chosen, shows its text to begin with.
pub(crate) async fn choose(asked: Asked) -> Response {
    asked
        .for_officer(|view, acting| {
            let around = Around::new(view, acting)?;
            let Some(name) = view.frame.param("act") else {
                let acts = view.office.acts_to_write(acting);
                return Ok(Answer::Page(ChoosePage { frame: view.frame, around, acts }.render()?));
            };
            let text = view.office.starting_text(acting, &name)?.ok_or(OfficeError::NoSuch("act"))?;
            show(view, acting, Text { to: "/acts/new".into(), version: 0, text, error: None })
        })
        .await
}

/// Keeps a new act.
pub(crate) async fn create(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "act.write", |view, acting, fields| {
            let text = lines(field(fields, "text"));
            match view.office.write(acting, &text) {
                Ok(id) => Ok(Answer::See(format!("/acts/{id}"))),
                Err(error) => {
                    show(view, acting, Text { to: "/acts/new".into(), version: 0, text, error: Some(error) })
                }
            }
        })
        .await
}

/// Keeps a new act from a file.
pub(crate) async fn from_file(asked: Asked, multipart: Result<Multipart, MultipartRejection>) -> Response {
    let uploaded = uploaded::read(multipart).await;
    let write = |file| {
        move |view: &View<'_>, acting: &Acting| match view.office.write_file(acting, file)? {
            Written::Kept(id) => Ok(Answer::See(format!("/acts/{id}"))),
            Written::Wrong(text, error) => show_text(view, acting, None, 0, text, Some(error)),
        }
    };
    if uploaded.is_beyond_reading() {
        return asked.for_officer(write(uploaded.file)).await;
    }
    let Uploaded { fields, file } = uploaded;
    asked.take(fields, "act.write", move |view, acting, _| write(file)(view, acting)).await
}

/// Shows the text of an act, to write it anew.
pub(crate) async fn edit(asked: Asked, Path(id): Path<String>) -> Response {
    asked
        .for_officer(move |view, acting| {
            let draft = view.office.draft(acting, &read_id(&id)?)?;
            let to = format!("/acts/{}/edit", draft.id);
            show(view, acting, Text { to, version: draft.version, text: draft.text, error: None })
        })
        .await
}

/// Keeps an act that was written anew.
pub(crate) async fn save(asked: Asked, Path(id): Path<String>, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "act.write", move |view, acting, fields| {
            let id = read_id(&id)?;
            let text = lines(field(fields, "text"));
            let version = field(fields, "version").parse().map_err(|_| OfficeError::Changed)?;
            match view.office.rewrite(acting, &id, version, &text) {
                Ok(()) => Ok(Answer::See(format!("/acts/{id}"))),
                Err(error) => {
                    let to = format!("/acts/{id}/edit");
                    show(view, acting, Text { to, version, text, error: Some(error) })
                }
            }
        })
        .await
}

/// The identifier of a draft in an address.
pub(super) fn read_id(text: &str) -> Result<DraftId, OfficeError> {
    text.parse().map_err(|_| OfficeError::NoSuch("act"))
}

/// The text of an act, whether it is new or a draft; nothing of it is lost when something is wrong with it.
pub(super) fn show_text(
    view: &View<'_>,
    acting: &Acting,
    id: Option<&DraftId>,
    version: u64,
    text: String,
    error: Option<OfficeError>,
) -> Result<Answer, Failed> {
    let to = id.map_or_else(|| "/acts/new".into(), |id| format!("/acts/{id}/edit"));
    show(view, acting, Text { to, version, text, error })
}

struct Text {
    to: String,
    version: u64,
    text: String,
    error: Option<OfficeError>,
}

/// The text in its form; nothing that was written is lost when something is wrong with it.
fn show(view: &View<'_>, acting: &Acting, written: Text) -> Result<Answer, Failed> {
    let Text { to, version, text, error } = written;
    let problem = error.as_ref().map(|error| Problem::new(view.frame, error));
    let refused = problem.is_some();
    let around = Around::new(view, acting)?;
    let as_form = if to == "/acts/new" { "/acts/form".into() } else { to.replace("/edit", "/form") };
    let page = WritePage { frame: view.frame, around, to, as_form, version, text, problem }.render()?;
    Ok(if refused { Answer::Refused(page) } else { Answer::Page(page) })
}

/// Browsers send the ends of lines as two characters (HTML section 4.10.21.4).
pub(super) fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}
