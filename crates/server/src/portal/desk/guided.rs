//! An act as a form: labelled fields in the reader's language instead of text, and back.
//!
//! One page serves every act; what it asks comes from the acts themselves ([`app::office::guided`]). It makes the same text
//! as the text area and hands it to the same use case, so it can say nothing that the text could not. Without a script every
//! change of the form is a button that sends it.

use std::borrow::Cow;

use app::office::guided::{self, Change, Guided};
use app::office::{Acting, DraftId, OfficeError};
use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::response::Response;

use super::check::CheckPart;
use super::codes::LookedFor;
use super::node::{Context, NodePart};
use super::view::{Answer, Around, Asked, Failed, Fields, Problem, View, field};
use super::words;
use super::write::{self, read_id};
use crate::portal::frame::Frame;

#[derive(Template)]
#[template(path = "desk/form.html")]
struct FormPage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    /// Where the form is sent, below the desk.
    to: String,
    version: u64,
    title: String,
    form: Guided,
    context: Context<'a>,
    check: Option<CheckPart<'a>>,
    problem: Option<Problem>,
}

impl FormPage<'_> {
    fn node<'n>(&'n self, node: &'n guided::Node) -> NodePart<'n> {
        NodePart::new(&self.context, node)
    }

    /// The fields that are shown, and those that are folded since they may be left out and are empty.
    fn parts(&self) -> (Vec<&guided::Node>, Vec<&guided::Node>) {
        super::node::folded(&self.form.nodes)
    }
}

/// What is shown in the form.
struct Shown {
    to: String,
    version: u64,
    text: String,
    change: Option<Change>,
    error: Option<OfficeError>,
    looked_for: Option<LookedFor>,
}

/// An empty form for an act; with `of`, one that begins from a procedure or objective.
pub(crate) async fn new(asked: Asked) -> Response {
    asked
        .for_officer(|view, acting| {
            let name = view.frame.param("act").unwrap_or_default();
            let text = match view.frame.param("of") {
                Some(of) => view.office.begin_from(acting, &name, &of)?,
                None => view.office.empty_form(acting, &name)?,
            };
            let text = text.ok_or(OfficeError::NoSuch("act"))?;
            let to = "/acts/form".into();
            show(view, acting, Shown { to, version: 0, text, change: None, error: None, looked_for: None })
        })
        .await
}

/// Takes the form of a new act.
pub(crate) async fn create(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked.take(fields, "act.write", |view, acting, fields| took(view, acting, fields, None)).await
}

/// Shows an act as a form, to write it anew.
pub(crate) async fn edit(asked: Asked, Path(id): Path<String>) -> Response {
    asked
        .for_officer(move |view, acting| {
            let draft = view.office.draft(acting, &read_id(&id)?)?;
            let (to, version, text) = (place(Some(&draft.id)), draft.version, draft.text);
            show(view, acting, Shown { to, version, text, change: None, error: None, looked_for: None })
        })
        .await
}

/// Takes the form of an act that is written anew.
pub(crate) async fn save(asked: Asked, Path(id): Path<String>, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "act.write", move |view, acting, fields| {
            took(view, acting, fields, Some(&read_id(&id)?))
        })
        .await
}

/// Does what the button says: keep it, show it as text, check it, lengthen or shorten a list, add a code, or show it again.
fn took(view: &View<'_>, acting: &Acting, fields: &Fields, id: Option<&DraftId>) -> Result<Answer, Failed> {
    let (button, argument) = field(fields, "do").split_once(':').unwrap_or((field(fields, "do"), ""));
    let change = match button {
        "add" => Some(Change::Add(argument.to_owned())),
        "remove" => Some(Change::Remove(argument.to_owned())),
        _ => None,
    };
    let text = write::lines(field(fields, "text"));
    let mut fields = Cow::Borrowed(fields);
    let looked_for = match button {
        "code" => LookedFor::take(&mut fields, guided::act_of(&text), argument, view.frame.lang()),
        _ => None,
    };
    // From the text, the form is shown as the text says; from the form, the text says what the form does.
    let text = if button == "form" { text } else { guided::changed(&text, &fields, change.as_ref()) };
    let version = field(&fields, "version").parse().map_err(|_| OfficeError::Changed)?;
    let shown =
        |text, error| Shown { to: place(id), version, text, change: change.clone(), error, looked_for };
    match button {
        "text" => write::show_text(view, acting, id, version, text, None),
        "form" if guided::act_of(&text).is_none() => {
            write::show_text(view, acting, id, version, text, Some(OfficeError::NoForm))
        }
        "keep" => {
            let kept = match id {
                None => view.office.write(acting, &text),
                Some(id) => view.office.rewrite(acting, id, version, &text).map(|()| *id),
            };
            match kept {
                Ok(id) => Ok(Answer::See(format!("/acts/{id}"))),
                Err(error) => show(view, acting, shown(text, Some(error))),
            }
        }
        _ => show(view, acting, shown(text, None)),
    }
}

fn show(view: &View<'_>, acting: &Acting, shown: Shown) -> Result<Answer, Failed> {
    let Shown { to, version, text, change, error, looked_for } = shown;
    let form = view.office.guided(&text, change.as_ref(), view.frame.lang())?;
    let problem = error.as_ref().map(|error| Problem::new(view.frame, error));
    let refused = problem.is_some();
    let around = Around::new(view, acting)?;
    let wrong = error.as_ref().and_then(OfficeError::field).zip(problem.as_ref().and_then(Problem::detail));
    let context = Context::new(view.frame, form.choices.clone(), wrong, looked_for, &to);
    let check = view.office.check_text(&text).map(|checked| CheckPart::beside_form(view.frame, checked));
    let title = words::of(view.frame.language).title(form.act);
    let page =
        FormPage { frame: view.frame, around, to, version, title, form, context, check, problem }.render()?;
    Ok(if refused { Answer::Refused(page) } else { Answer::Page(page) })
}

fn place(id: Option<&DraftId>) -> String {
    id.map_or_else(|| "/acts/form".into(), |id| format!("/acts/{id}/form"))
}
