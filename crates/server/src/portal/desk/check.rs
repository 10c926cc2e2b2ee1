//! The formal check of a text while it is written: every element of annex B, and what differs from the former text.
//!
//! A script asks for it as one types and puts the answer into the page; without one a button shows the page anew.

use app::office::{Checked, OfficeError, guided};
use askama::Template;
use axum::Form;
use axum::response::Response;
use law::rules::objective::formal_elements::Presence;
use law::{Citation, Source};

use super::told;
use super::view::{Answer, Asked, Fields, field};
use super::write;
use crate::portal::frame::Frame;

/// What the check finds.
#[derive(Template)]
#[template(path = "desk/check.html")]
pub(super) struct CheckPart<'a> {
    frame: &'a Frame,
    checked: Checked,
    /// Whether the fields are on the same page, so that an element leads to its field.
    beside_form: bool,
}

impl<'a> CheckPart<'a> {
    /// Beside the form in which the text is written.
    pub(super) fn beside_form(frame: &'a Frame, checked: Checked) -> Self {
        Self { frame, checked, beside_form: true }
    }

    /// Below the act as it is shown.
    pub(super) fn below(frame: &'a Frame, checked: Checked) -> Self {
        Self { frame, checked, beside_form: false }
    }

    /// Whether each element leads to its field.
    fn leads(&self) -> bool {
        self.beside_form && self.checked.draft.is_none()
    }

    fn class(&self, presence: &Presence) -> &'static str {
        match presence {
            Presence::Present => "present",
            Presence::Missing => "missing",
            Presence::NotNeeded => "not_needed",
        }
    }

    fn presence(&self, presence: &Presence) -> String {
        self.frame.word("desk-presence", self.class(presence))
    }

    /// The paragraphs that ask for it, as readers of the language know them.
    fn paragraphs(&self, paragraphs: &&'static str) -> String {
        let Some(words) = self.frame.language.words() else { return (*paragraphs).to_owned() };
        let source = Source::Recommendations;
        let cited = paragraphs.split("; ").map(|paragraph| words.citation(&Citation { source, paragraph }));
        cited.collect::<Vec<_>>().join("; ")
    }

    fn unreadable(&self, place: &str, said: &str) -> String {
        told::field(self.frame, place, said)
    }

    fn element(&self, name: &str) -> String {
        self.frame.word("desk-element", name)
    }
}

/// Checks what is in a form, and keeps nothing of it: so the form's number is not used up.
pub(crate) async fn check(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .for_officer(move |view, acting| {
            view.office.may_write(acting)?;
            let text = guided::filled(&write::lines(field(&fields, "text")), &fields);
            let checked = view.office.check_text(&text).ok_or(OfficeError::NoForm)?;
            Ok(Answer::Page(CheckPart::beside_form(view.frame, checked).render()?))
        })
        .await
}
