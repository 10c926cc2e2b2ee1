//! Writing an act: choosing which, and its text.

use app::office::{Acting, DraftId, OfficeError};
use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::response::Response;

use super::guided;
use super::view::{Answer, Around, Asked, Failed, Fields, Problem, View, field};
use crate::portal::frame::Frame;

#[derive(Template)]
#[template(path = "desk/choose.html")]
struct ChoosePage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    acts: Vec<&'static str>,
}

impl ChoosePage<'_> {
    fn guided(&self, act: &&str) -> Option<&'static str> {
        guided::page_of(act)
    }
}

#[derive(Template)]
#[template(path = "desk/write.html")]
struct WritePage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    /// Where the form is sent, below the desk.
    to: String,
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
            show(view, acting, Written { to: "/acts/new".into(), version: 0, text, error: None })
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
                Err(error) => show(
                    view,
                    acting,
                    Written { to: "/acts/new".into(), version: 0, text, error: Some(error) },
                ),
            }
        })
        .await
}

/// Shows the text of an act, to write it anew.
pub(crate) async fn edit(asked: Asked, Path(id): Path<String>) -> Response {
    asked
        .for_officer(move |view, acting| {
            let draft = view.office.draft(acting, &read_id(&id)?)?;
            let to = format!("/acts/{}/edit", draft.id);
            show(view, acting, Written { to, version: draft.version, text: draft.text, error: None })
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
                    show(view, acting, Written { to, version, text, error: Some(error) })
                }
            }
        })
        .await
}

/// The identifier of a draft in an address.
pub(super) fn read_id(text: &str) -> Result<DraftId, OfficeError> {
    text.parse().map_err(|_| OfficeError::NoSuch("act"))
}

struct Written {
    to: String,
    version: u64,
    text: String,
    error: Option<OfficeError>,
}

/// The text in its form; nothing that was written is lost when something is wrong with it.
fn show(view: &View<'_>, acting: &Acting, written: Written) -> Result<Answer, Failed> {
    let Written { to, version, text, error } = written;
    let problem = error.as_ref().map(|error| Problem::new(view.frame, error));
    let refused = problem.is_some();
    let around = Around::new(view, acting)?;
    let page = WritePage { frame: view.frame, around, to, version, text, problem }.render()?;
    Ok(if refused { Answer::Refused(page) } else { Answer::Page(page) })
}

/// Browsers send the ends of lines as two characters (HTML section 4.10.21.4).
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}
