//! Procedures: the list by stage, and one with everything that was done and found in it.

use ::procedure::{Event, Stage};
use model::{Date, InstrumentId, Jurisdiction, LogIndex};
use serde_json::Value;

use super::{AsOf, LIST_MAX, LookupError, When, content, malformed};
use crate::app::App;
use crate::due::DueTerm;
use crate::stories::Story;

/// Which procedures.
#[derive(Clone, Debug, Default)]
pub struct SelectProcedures {
    /// Only those at this stage.
    pub stage: Option<Stage>,
    /// Only those in which this country called, takes part, agreed, or under whose objective it is bound.
    pub country: Option<Jurisdiction>,
    /// After this identifier.
    pub after: Option<InstrumentId>,
    /// At most as many, and at most [`LIST_MAX`].
    pub limit: usize,
    /// As of when.
    pub when: When,
}

/// A page of procedures.
#[derive(Clone, Debug)]
pub struct ProcedureList {
    /// How many there are at each stage, of all that match but for the stage; in the order of the stages.
    pub stages: Vec<(Stage, usize)>,
    /// The procedures, by identifier.
    pub rows: Vec<Story>,
    /// Give this as `after` to go on; `None` at the end.
    pub next: Option<String>,
    /// As of when.
    pub as_of: AsOf,
}

/// A procedure with everything that was done and found in it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcedureRecord {
    /// Its row in the list.
    pub story: Story,
    /// The call.
    pub call: Option<CallRecord>,
    /// Who takes part or took part.
    pub participants: Vec<ParticipantRecord>,
    /// The country that convenes the task force.
    pub convenor: Option<Jurisdiction>,
    /// Drafts, by number.
    pub drafts: Vec<DraftRecord>,
    /// The statement of the last submission.
    pub submitted: Option<LogIndex>,
    /// The statements of its registrations.
    pub registered: Vec<LogIndex>,
    /// Every act, in the order of the days.
    pub timeline: Vec<EventRecord>,
    /// What the rules find.
    pub findings: Vec<FindingRecord>,
    /// What is due, or was.
    pub due: Vec<DueTerm>,
    /// As of when.
    pub as_of: AsOf,
}

/// A call for participation.
#[derive(Clone, Debug, PartialEq)]
pub struct CallRecord {
    /// Its statement.
    pub statement: LogIndex,
    /// Countries that made it.
    pub countries: Vec<Jurisdiction>,
    /// Whether they are enough.
    pub has_effect: bool,
    /// Day and statement of its transmission.
    pub transmitted: Option<(Date, LogIndex)>,
}

/// A country in the task force.
#[derive(Clone, Debug, PartialEq)]
pub struct ParticipantRecord {
    /// Which country.
    pub country: Jurisdiction,
    /// `member` or `observer`.
    pub participation: &'static str,
    /// Since when.
    pub since: Date,
    /// First day on which it is no longer part.
    pub until: Option<Date>,
    /// The statement by which it takes part.
    pub statement: LogIndex,
}

/// A draft.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftRecord {
    /// Its number.
    pub draft: u32,
    /// Its statement, which has the text.
    pub statement: LogIndex,
    /// Day of filing.
    pub on: Date,
    /// Who filed it.
    pub by: Jurisdiction,
    /// Elements of annex B that it lacks.
    pub missing: Vec<&'static str>,
    /// Countries that agreed on it, with day and statement.
    pub agreed: Vec<(Jurisdiction, Date, LogIndex)>,
    /// Periods for comments: first day, first day after, statement.
    pub comments: Vec<(Date, Date, LogIndex)>,
    /// Statements with answers to comments.
    pub answers: Vec<LogIndex>,
}

/// One act of the time line.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRecord {
    /// Position of its statement.
    pub statement: LogIndex,
    /// The legal day.
    pub on: Date,
    /// The day on which it was entered.
    pub entered_on: Date,
    /// Whether a recorder reported it.
    pub reported: bool,
    /// Who signed the statement.
    pub signer: String,
    /// What was said, in the form of the act.
    pub act: Value,
}

/// What a rule found.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingRecord {
    /// The rule.
    pub rule: &'static str,
    /// `met`, `not_met` or `unknown`.
    pub outcome: &'static str,
    /// The duty in one sentence.
    pub duty: &'static str,
    /// Where it is read.
    pub paragraph: String,
    /// What was compared.
    pub facts: Value,
}

impl App {
    /// A page of procedures.
    ///
    /// # Errors
    /// [`LookupError`].
    pub fn procedures(&self, select: &SelectProcedures) -> Result<ProcedureList, LookupError> {
        let (stories, as_of) = self.stories(select.when)?;
        let limit = select.limit.clamp(1, LIST_MAX);
        let matches = |story: &&Story| {
            story.is_procedure && select.country.is_none_or(|country| story.countries.contains(&country))
        };
        let count =
            |stage: &Stage| stories.all().filter(matches).filter(|story| story.stage == *stage).count();
        let stages = Stage::ALL.iter().map(|stage| (*stage, count(stage))).collect();
        let behind: Box<dyn Iterator<Item = &Story>> = match &select.after {
            Some(after) => Box::new(stories.after(after)),
            None => Box::new(stories.all()),
        };
        let of_stage = |story: &&Story| select.stage.is_none_or(|stage| story.stage == stage);
        let mut rows: Vec<_> = behind.filter(matches).filter(of_stage).take(limit + 1).cloned().collect();
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|row| row.id.to_string());
        Ok(ProcedureList { stages, rows, next, as_of })
    }

    /// A procedure, whole.
    ///
    /// # Errors
    /// [`LookupError`].
    pub fn procedure(&self, id: &str, when: When) -> Result<ProcedureRecord, LookupError> {
        let (stories, as_of) = self.stories(when)?;
        let state = self.state();
        let id: InstrumentId = id.parse().map_err(|error| malformed(&error))?;
        let missing = || LookupError::NotThere { kind: "procedure", id: id.to_string() };
        let registry = state.registry();
        let knowledge = registry.knowledge_at(as_of.known_at);
        let found = ::procedure::procedure(registry, &id, as_of.on, knowledge).ok_or_else(missing)?;
        let story = stories.story(&id).cloned().ok_or_else(missing)?;
        Ok(ProcedureRecord {
            story,
            call: found.call.as_ref().map(|call| CallRecord {
                statement: call.at,
                countries: call.countries.clone(),
                has_effect: call.has_effect,
                transmitted: call.transmitted,
            }),
            participants: found.participants.iter().map(participant).collect(),
            convenor: found.convenor,
            drafts: found.drafts.iter().map(draft).collect(),
            submitted: found.submitted.map(|(_, at)| at),
            registered: found.registered.iter().map(|(_, at)| *at).collect(),
            timeline: found.timeline.iter().map(event).collect(),
            findings: found.findings.iter().map(finding).collect(),
            due: stories.terms_of(&id).cloned().collect(),
            as_of,
        })
    }
}

fn participant(found: &::procedure::Participant) -> ParticipantRecord {
    ParticipantRecord {
        country: found.country,
        participation: found.participation.as_str(),
        since: found.since,
        until: found.until,
        statement: found.at,
    }
}

fn draft(found: &::procedure::Draft<'_>) -> DraftRecord {
    DraftRecord {
        draft: found.filed.draft,
        statement: found.at,
        on: found.filed.on,
        by: found.filed.by,
        missing: found.missing.iter().map(|element| element.as_str()).collect(),
        agreed: found.agreed.iter().map(|agreed| (agreed.country, agreed.on, agreed.at)).collect(),
        comments: found
            .comments
            .periods
            .iter()
            .map(|(period, at)| (period.from, period.until, *at))
            .collect(),
        answers: found.comments.answers.iter().map(|(_, at)| *at).collect(),
    }
}

fn event(found: &Event<'_>) -> EventRecord {
    EventRecord {
        statement: found.at,
        on: found.on,
        entered_on: found.entered_on,
        reported: found.reported,
        signer: found.signer.to_string(),
        act: content(found.act.clone()),
    }
}

/// What a rule found, owned.
pub(crate) fn finding(found: &law::Finding<'_>) -> FindingRecord {
    let cited: Vec<_> = found.rule.citations.iter().map(|citation| citation.paragraph).collect();
    FindingRecord {
        rule: found.rule.id,
        outcome: found.outcome.as_str(),
        duty: found.rule.duty,
        paragraph: cited.join("; "),
        facts: explain::finding_facts(found),
    }
}
