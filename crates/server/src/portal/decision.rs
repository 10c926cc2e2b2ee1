//! The answer: first in large words and a shape, then what it is not, then the tree of reasons with paragraphs and
//! statements, what is missing, and the address that reproduces it.

use app::view::decision::{Told, ToldFinding, ToldMissing, ToldRequirement};
use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;

use super::form::{FieldErrors, Fields, FormPart};
use super::frame::Frame;
use super::page::{PageError, Portal};
use super::source::{PortalSource, SourceError};

/// Paths of which it is shown at once what is missing; a dozen of them at once is a wall.
const NEAR: usize = 4;

#[derive(Template)]
#[template(path = "decision.html")]
struct DecisionPage<'a> {
    frame: &'a Frame,
    told: Told,
    fields: Fields,
    form: FormPart<'a>,
    importing: String,
    exporting: Option<String>,
    permalink: String,
}

#[derive(Template)]
#[template(path = "question.html")]
struct QuestionPage<'a> {
    frame: &'a Frame,
    form: FormPart<'a>,
}

/// Shows the answer, or the form again with what is wrong in it.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri) -> Response {
    portal.show(uri, answer).await
}

fn answer(frame: &Frame, source: &dyn PortalSource) -> Result<String, PageError> {
    let fields = Fields::sent(frame);
    let asked = match fields.read(frame) {
        Ok(asked) => asked,
        Err(errors) => return ask_again(frame, source, fields, errors),
    };
    let told = match source.decide(&asked) {
        Ok(told) => told,
        Err(SourceError::Refused(refused)) => {
            let errors = vec![fields.refused(frame, &refused)];
            return ask_again(frame, source, fields, errors);
        }
        Err(error) => return Err(error.into()),
    };
    let countries = source.countries(frame.today, frame.lang());
    let name =
        |code: &str| countries.iter().find(|row| row.code == code).map_or(code, |row| &row.name).to_owned();
    let (importing, exporting) = (name(&told.importing), told.exporting.as_deref().map(name));
    let permalink = frame.here(&fields.query(&told.known_at.to_string()));
    let form = FormPart::new(frame, fields.clone(), Vec::new(), countries);
    Ok(DecisionPage { frame, told, fields, form, importing, exporting, permalink }.render()?)
}

fn ask_again(
    frame: &Frame,
    source: &dyn PortalSource,
    fields: Fields,
    errors: FieldErrors,
) -> Result<String, PageError> {
    let countries = source.countries(frame.today, frame.lang());
    let form = FormPart::new(frame, fields, errors, countries);
    Ok(QuestionPage { frame, form }.render()?)
}

impl DecisionPage<'_> {
    /// How many checks of a path came out in each way.
    fn tally(&self, findings: &[ToldFinding]) -> String {
        let count = |outcome: &str| findings.iter().filter(|finding| finding.outcome == outcome).count();
        let words = [("met", "tally-met"), ("not_met", "tally-not-met"), ("unknown", "tally-unknown")];
        let parts = words.iter().filter(|(outcome, _)| count(outcome) > 0);
        parts.map(|(outcome, id)| self.frame.count(id, count(outcome))).collect::<Vec<_>>().join(", ")
    }

    /// What is missing on the paths that come closest: they stand first.
    fn near<'r>(&self, requirement: &'r ToldRequirement) -> &'r [ToldMissing] {
        requirement.missing.get(..NEAR).unwrap_or(&requirement.missing)
    }

    /// What is missing on the other paths.
    fn far<'r>(&self, requirement: &'r ToldRequirement) -> &'r [ToldMissing] {
        requirement.missing.get(NEAR..).unwrap_or_default()
    }

    /// Whether the tree is shown opened: one requirement only, or not recognised.
    fn opens(&self, requirement: &ToldRequirement) -> bool {
        self.told.requirements.len() == 1 || requirement.outcome != "recognised"
    }

    fn short_root(&self) -> &str {
        self.told.root.get(..16).unwrap_or(&self.told.root)
    }

    fn short_digest(&self) -> &str {
        self.told.rules_digest.get(..16).unwrap_or(&self.told.rules_digest)
    }
}
