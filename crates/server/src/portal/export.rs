//! An objective as one self-contained file: text, versions, dates, countries, story, and every statement with its
//! signature and the proof that it is in the log. It needs nothing else to be read, printed or checked.

use app::dossier::{Dossier, DossierError};
use app::lookup::LookupError;
use app::pages::{PageError, Pages};
use app::view::decision::ToldFinding;
use app::view::objective_story::ObjectiveStory;
use app::view::procedure::ProcedureStory;
use app::view::story::{DocumentRow, EventRow};
use app::view::{Cell, Kind, Record, Source};
use askama::Template;
use model::Date;

use super::frame::Frame;
use super::parts::plain;
use super::texts::Language;

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The objective is not on record, has too many statements, or the store cannot be read.
    #[error(transparent)]
    Dossier(#[from] DossierError),
    /// There are no texts in the language.
    #[error("there are no pages in `{0}`: ask for one of en, fr")]
    Language(String),
    /// The file cannot be made.
    #[error("the file cannot be made: {0}")]
    Broken(String),
}

#[derive(Template)]
#[template(path = "export.html")]
struct ExportFile<'a> {
    frame: &'a Frame,
    record: Record,
    story: ObjectiveStory,
    procedures: Vec<ProcedureStory>,
    dossier: Dossier,
}

/// The file.
///
/// # Errors
/// [`ExportError`].
pub fn objective(pages: &Pages, id: &str, language: &str) -> Result<String, ExportError> {
    let no_language = || ExportError::Language(language.chars().take(20).collect());
    let language = Language::ALL.iter().find(|known| known.code() == language).ok_or_else(no_language)?;
    let dossier = pages.app().dossier(id)?;
    let frame = Frame {
        language: *language,
        path: "/".to_owned(),
        query: String::new(),
        today: pages.today(),
        as_of: pages.as_of(),
        has_desk: false,
    };
    let (on, lang) = (frame.today, language.code());
    let not_there = || LookupError::NotThere { kind: "objective", id: id.chars().take(100).collect() };
    let story = pages.objective_story(id, on, lang).map_err(broken)?;
    let story = story.ok_or_else(not_there).map_err(DossierError::from)?;
    let record = pages.record(Kind::Objective, id, on, lang);
    let record = record.ok_or_else(not_there).map_err(DossierError::from)?;
    let mut procedures = Vec::new();
    for version in &story.versions {
        if let Some((named, _)) = &version.made_in {
            procedures.extend(pages.procedure(&named.id, on, lang).map_err(broken)?);
        }
    }
    let file = ExportFile { frame: &frame, record, story, procedures, dossier };
    file.render().map_err(|error| ExportError::Broken(error.to_string()))
}

fn broken(error: PageError) -> ExportError {
    ExportError::Broken(error.to_string())
}

impl ExportFile<'_> {
    /// The time lines: of each procedure, then of the objective.
    fn stories(&self) -> Vec<(String, &[EventRow])> {
        let procedures = self.procedures.iter();
        let mut all: Vec<_> = procedures
            .map(|story| (format!("{} ({})", story.subject.name, story.subject.id), &story.timeline[..]))
            .collect();
        let subject = &self.story.subject;
        all.push((format!("{} ({})", subject.name, subject.id), &self.story.timeline[..]));
        all
    }

    fn findings(&self) -> Vec<&ToldFinding> {
        self.procedures.iter().flat_map(|story| &story.findings).chain(&self.story.findings).collect()
    }

    fn documents(&self) -> Vec<&DocumentRow> {
        let mut documents: Vec<&DocumentRow> = Vec::new();
        let all = self.procedures.iter().flat_map(|story| &story.documents).chain(&self.story.documents);
        for document in all {
            if !documents.iter().any(|known| known.sha256 == document.sha256) {
                documents.push(document);
            }
        }
        documents
    }

    fn dated(&self, what: &Option<(Date, Source)>) -> String {
        what.as_ref().map(|(day, _)| self.frame.day(day)).unwrap_or_default()
    }

    /// A piece of content without links, which would lead nowhere from a file.
    fn plain(&self, cell: &Cell) -> String {
        plain(self.frame, cell)
    }
}
