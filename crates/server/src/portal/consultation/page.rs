//! The comments on a draft, and the form for another one.

use app::office::Office;
use app::office::comments::{
    Bound, COMMENT_CHARS_MAX, COMMENTER_CHARS_MAX, CONTACT_CHARS_MAX, CommentCounts, CommentError,
    CommentForm, CommentPage, CommentShown, Consultation, DraftConsultation, Field, ORGANISATION_CHARS_MAX,
    Taken,
};
use app::view::Days;
use app::view::country::CountryRow;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::{Consulting, path_of};
use crate::portal::address;
use crate::portal::frame::Frame;
use crate::portal::page::PageError;
use crate::portal::source::PortalSource;

#[derive(Template)]
#[template(path = "consultation.html")]
struct ConsultationPage<'a> {
    frame: &'a Frame,
    path: String,
    consultation: Consultation,
    /// The draft that is shown; none where no draft was open for comments yet.
    shown: Option<ShownDraft>,
    countries: Vec<CountryRow>,
    /// What was written, where it is given back.
    form: CommentForm,
    /// Why it was not taken.
    error: Option<CommentError>,
    /// The number of a comment that has just been taken.
    received: Option<u64>,
}

struct ShownDraft {
    draft: DraftConsultation,
    counts: CommentCounts,
    page: CommentPage,
    bound: Vec<Bound>,
    after: u64,
}

impl ConsultationPage<'_> {
    fn title(&self) -> String {
        self.frame.about("comments-title", &self.consultation.title)
    }

    fn draft_path(&self, draft: &u32) -> String {
        format!("{}?draft={draft}", self.path)
    }

    /// What is to be corrected in a field.
    fn fault(&self, field: &str) -> Option<String> {
        let error = self.error.as_ref().filter(|error| error.field().map(Field::as_str) == Some(field))?;
        Some(said(self.frame, error))
    }

    fn said(&self, error: &CommentError) -> String {
        said(self.frame, error)
    }

    fn faulty_field(&self, error: &CommentError) -> Option<&'static str> {
        error.field().map(Field::as_str)
    }

    /// A part of the text: a word for what every text has, the number of a requirement as it is.
    fn part(&self, part: &str) -> String {
        if part.is_empty() {
            self.frame.say("comments-part-whole")
        } else {
            self.frame.word("comments-part", part)
        }
    }

    fn takes(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.draft.taken != Taken::Closed)
    }

    /// How comments are taken, with the last day.
    fn state(&self, draft: &DraftConsultation) -> String {
        let last = draft.until.yesterday().unwrap_or(draft.until);
        self.frame.about(
            match draft.taken {
                Taken::Open => "comments-open-until",
                Taken::Late => "comments-late-since",
                Taken::Closed => "comments-closed-since",
            },
            self.frame.day(&last),
        )
    }

    fn limits(&self, field: Field) -> usize {
        match field {
            Field::Name => COMMENTER_CHARS_MAX,
            Field::Organisation => ORGANISATION_CHARS_MAX,
            Field::Contact => CONTACT_CHARS_MAX,
            _ => COMMENT_CHARS_MAX,
        }
    }

    fn next(&self, shown: &ShownDraft) -> Option<String> {
        let next = shown.page.next?;
        Some(format!("{}&after={next}#list", self.draft_path(&shown.draft.number)))
    }

    fn received_count(&self, shown: &ShownDraft) -> String {
        self.frame.number(&shown.counts.received())
    }

    fn bound_count(&self, published: &u64) -> String {
        self.frame.count("comments-count", *published)
    }

    fn period(&self, draft: &DraftConsultation) -> String {
        self.frame.days(&Days { from: draft.from, until: Some(draft.until) })
    }

    fn reply_count(&self, replies: &u64) -> String {
        self.frame.count("comments-replies-count", *replies)
    }

    fn is_country(&self, row: &CountryRow) -> bool {
        !row.group
    }
}

/// Shows it.
pub(crate) async fn page(State(consulting): State<Consulting>, uri: Uri, Path(id): Path<String>) -> Response {
    consulting
        .show(uri, move |frame, source, office| {
            let received = frame.param("received").and_then(|number| number.parse().ok());
            render(frame, source, office, &id, Written { received, ..Written::default() })
        })
        .await
}

/// One comment: where it stands in the list.
pub(crate) async fn one(
    State(consulting): State<Consulting>,
    uri: Uri,
    Path((id, number)): Path<(String, u64)>,
) -> Response {
    let office = consulting.office.clone();
    let language = consulting.portal.language;
    let wanted = id.clone();
    let found = tokio::task::spawn_blocking(move || {
        let consultation = office.consultation(&wanted, language.code()).ok()?;
        office.draft_of_comment(&consultation.procedure, number).ok()?
    });
    match found.await.ok().flatten() {
        Some(draft) => {
            let after = number.saturating_sub(1);
            let path = path_of(&id);
            let to = format!("/{}{path}?draft={draft}&after={after}#comment-{number}", language.code());
            Redirect::to(&to).into_response()
        }
        None => consulting.show(uri, move |_, _, _| Err(PageError::NotFound(format!("{id} {number}")))).await,
    }
}

/// What somebody wrote, and what became of it.
#[derive(Default)]
pub(super) struct Written {
    pub(super) form: CommentForm,
    pub(super) error: Option<CommentError>,
    pub(super) received: Option<u64>,
}

/// The page, with what was written where something is wrong with it: nothing is lost.
pub(super) fn render(
    frame: &Frame,
    source: &dyn PortalSource,
    office: &Office,
    id: &str,
    written: Written,
) -> Result<String, PageError> {
    let Written { mut form, error, received } = written;
    let consultation = office.consultation(id, frame.lang())?;
    let asked = form.draft.parse().ok().or_else(|| frame.param("draft")?.parse().ok());
    let draft = consultation.draft(asked).or_else(|| consultation.draft(None)).cloned();
    let after = frame.param("after").and_then(|after| after.parse().ok()).unwrap_or(0);
    let shown = draft.map(|draft| show(office, &consultation, draft, after)).transpose()?;
    if let Some(shown) = &shown {
        form.draft = shown.draft.number.to_string();
    }
    // A form that was sent too fast or with a fault has not counted yet, and is good for another try.
    if form.form.is_empty() || error == Some(CommentError::Form) {
        form.form = office.comment_form(&consultation.procedure)?;
    }
    form.trap = String::new();
    let countries = source.countries(frame.today, frame.lang());
    let path = frame.page(&path_of(id));
    let page = ConsultationPage { frame, path, consultation, shown, countries, form, error, received };
    Ok(page.render()?)
}

fn show(
    office: &Office,
    consultation: &Consultation,
    draft: DraftConsultation,
    after: u64,
) -> Result<ShownDraft, PageError> {
    let procedure = &consultation.procedure;
    Ok(ShownDraft {
        counts: office.comment_counts(procedure, draft.number)?,
        page: office.comment_page(procedure, draft.number, after)?,
        bound: office.bound_comments(procedure, &draft)?,
        draft,
        after,
    })
}

/// Why a comment was not taken, in the language of the page.
fn said(frame: &Frame, error: &CommentError) -> String {
    match error {
        CommentError::TooLong { max, .. } => frame.about("comments-too-long", max),
        other => frame.word("comments-error", other.code()),
    }
}

/// The query of the list on a draft.
pub(super) fn received_at(path: &str, draft: u32, number: u64) -> String {
    let (draft, number) = (draft.to_string(), number.to_string());
    format!("{path}?{}#received", address::query(&[("draft", &draft), ("received", &number)]))
}
