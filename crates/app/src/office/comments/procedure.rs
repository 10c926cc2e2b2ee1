//! A procedure as those see it who comment on its drafts.

use model::{Date, InstrumentId, Jurisdiction, MandateScope, Participation, PartyId};
use procedure::{Draft, Procedure, Stage, procedures};
use registry::Registry;

use super::super::Office;
use super::CommentError;
use super::leaf::Binding;

/// The consultation on the drafts of a procedure.
#[derive(Clone, Debug, PartialEq)]
pub struct Consultation {
    /// The procedure.
    pub procedure: InstrumentId,
    /// Its title.
    pub title: String,
    /// Drafts on which there is or was a period, the latest first.
    pub drafts: Vec<DraftConsultation>,
}

/// The consultation on one draft.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftConsultation {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// The statement that filed it.
    pub filed: u64,
    /// First day of the last period that has begun.
    pub from: Date,
    /// First day after it.
    pub until: Date,
    /// The statement that opened it.
    pub opened: u64,
    /// Whether comments are taken today.
    pub taken: Taken,
    /// What a comment can be about beside the whole: parts of the text, and numbers of requirements.
    pub parts: Vec<String>,
    /// What acts bind of the published comments, in the order of the log.
    pub bound: Vec<Binding>,
    /// Acts that answer, with their days.
    pub answered: Vec<(u64, Date)>,
}

/// Whether comments are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The period runs.
    Open,
    /// The period has ended; what comes is taken, shown as late, and counted.
    Late,
    /// The procedure is at its end.
    Closed,
}

/// Parts of a text that comments can be about (Rec. L annex B), beside its numbered requirements.
pub const PARTS: [&str; 9] = [
    "scope",
    "purposes",
    "requirements",
    "standards",
    "procedures",
    "evidence",
    "bodies",
    "surveillance",
    "protection",
];

impl Taken {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Late => "late",
            Self::Closed => "closed",
        }
    }
}

impl Consultation {
    /// The draft of that number, else the latest.
    pub fn draft(&self, number: Option<u32>) -> Option<&DraftConsultation> {
        match number {
            Some(number) => self.drafts.iter().find(|draft| draft.number == number),
            None => self.drafts.first(),
        }
    }
}

impl Office {
    /// The consultation on a procedure as it stands today, in a language.
    ///
    /// # Errors
    /// [`CommentError::NoSuchProcedure`].
    pub fn consultation(&self, id: &str, language: &str) -> Result<Consultation, CommentError> {
        let state = self.app().state();
        let found = self.procedure(state.registry(), id)?;
        let drafts = found.drafts.iter().rev();
        Ok(Consultation {
            procedure: found.id.clone(),
            title: found.title.map(|title| title.in_language(language).to_owned()).unwrap_or_default(),
            drafts: drafts.filter_map(|draft| consulted(draft, &found, language)).collect(),
        })
    }

    /// A procedure as it stands today.
    pub(super) fn procedure<'r>(
        &self,
        registry: &'r Registry,
        id: &str,
    ) -> Result<Procedure<'r>, CommentError> {
        let none = || CommentError::NoSuchProcedure(id.chars().take(100).collect());
        let wanted: InstrumentId = id.parse().map_err(|_| none())?;
        let known = procedures(registry, registry.knowledge()).into_iter().find(|id| **id == wanted);
        let known = known.ok_or_else(none)?;
        procedure::procedure(registry, known, self.app().clock().today(), registry.knowledge())
            .ok_or_else(none)
    }
}

fn consulted(draft: &Draft<'_>, found: &Procedure<'_>, language: &str) -> Option<DraftConsultation> {
    let begun = draft.comments.periods.iter().filter(|(period, _)| period.from <= found.day);
    // The one that runs, else the last that ended: several may run into each other.
    let (period, opened) = begun.max_by_key(|(period, at)| (period.until, *at))?;
    let at_its_end = matches!(found.stage, Stage::Registered | Stage::Adopted);
    let taken = match found.day < period.until {
        true => Taken::Open,
        false if at_its_end => Taken::Closed,
        false => Taken::Late,
    };
    let text = &draft.filed.elements;
    let numbers = text.requirements.iter().map(|requirement| requirement.number.clone());
    let bound = draft.comments.published.iter();
    let answered = draft.comments.answers.iter();
    Some(DraftConsultation {
        number: draft.filed.draft,
        title: draft.filed.title.in_language(language).to_owned(),
        filed: draft.at.0,
        from: period.from,
        until: period.until,
        opened: opened.0,
        taken,
        parts: PARTS.iter().map(ToString::to_string).chain(numbers).collect(),
        bound: bound.map(|(act, at)| Binding::of(act, *at)).collect(),
        answered: answered.map(|(act, at)| (at.0, act.on)).collect(),
    })
}

/// Whether a party may moderate the comments on a procedure on the day asked about, and for which country it would
/// speak in an act about them; the secretariat names the country that convenes or opened.
pub(super) fn moderates(
    registry: &Registry,
    party: &PartyId,
    found: &Procedure<'_>,
) -> Option<Option<Jurisdiction>> {
    let of_the_force = found.participants.iter().filter(|participant| {
        participant.participation == Participation::Member
            && participant.since <= found.day
            && participant.until.is_none_or(|until| found.day < until)
    });
    let opened = found.drafts.iter().flat_map(|draft| &draft.comments.periods).map(|(period, _)| period.by);
    let countries: Vec<Jurisdiction> =
        found.convenor.into_iter().chain(opened).chain(of_the_force.map(|p| p.country)).collect();
    let speaks =
        |country: &&Jurisdiction| registry.has_mandate(party, **country, MandateScope::Agree, found.day);
    if let Some(country) = countries.iter().find(speaks) {
        return Some(Some(*country));
    }
    registry.has_any_mandate(party, MandateScope::Secretariat, found.day).then(|| countries.first().copied())
}
