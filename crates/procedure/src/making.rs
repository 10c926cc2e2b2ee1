//! How a text is made: one procedure on a day, from the interest to the registration.

use law::Finding;
use law::rules::objective::formal_elements::Element;
use law::rules::objective::minimum_proposing_countries::LEAST;
use model::{Date, InstrumentId, Jurisdiction, LogIndex, Text};
use registry::{JournalKind, Knowledge, Registry, content};
use statement::Act;
use statement::act::{
    CallMade, CommentsAnswered, CommentsOpened, CommentsPublished, DraftFiled, ObjectiveEstablished,
    ObjectiveSubmitted,
};

use crate::event::{Event, timeline};
use crate::membership::{Participant, is_member_state, participants};
use crate::{Stage, findings};

/// A procedure as it stands on a day, as far as it is known.
#[derive(Clone, Debug)]
pub struct Procedure<'r> {
    /// Its identifier.
    pub id: &'r InstrumentId,
    /// The day asked about.
    pub day: Date,
    /// The title last given to it.
    pub title: Option<&'r Text>,
    /// How far it has come.
    pub stage: Stage,
    /// Every act, in the order of the days.
    pub timeline: Vec<Event<'r>>,
    /// The call, once there is one.
    pub call: Option<Call<'r>>,
    /// Who takes part or took part.
    pub participants: Vec<Participant>,
    /// The country that convenes the task force.
    pub convenor: Option<Jurisdiction>,
    /// Drafts, by number.
    pub drafts: Vec<Draft<'r>>,
    /// The last submission with its day and position.
    pub submitted: Option<(&'r ObjectiveSubmitted, LogIndex)>,
    /// The registrations, one for each version that was made here.
    pub registered: Vec<(&'r ObjectiveEstablished, LogIndex)>,
    /// What every rule on the making of texts finds. Nothing here changes a decision.
    pub findings: Vec<Finding<'r>>,
}

/// A call for participation.
#[derive(Clone, Debug)]
pub struct Call<'r> {
    /// What was called for.
    pub made: &'r CallMade,
    /// Its statement.
    pub at: LogIndex,
    /// SHA-256 of that statement: what a concurrence cites.
    pub digest: [u8; 32],
    /// Countries that made it: signed it or concurred, by the time of its transmission where it was transmitted.
    pub countries: Vec<Jurisdiction>,
    /// Whether they are enough: a call of fewer has no effect.
    pub has_effect: bool,
    /// Day and statement of the transmission.
    pub transmitted: Option<(Date, LogIndex)>,
}

/// A draft.
#[derive(Clone, Debug)]
pub struct Draft<'r> {
    /// What was filed.
    pub filed: &'r DraftFiled,
    /// Its statement.
    pub at: LogIndex,
    /// Formal elements that it lacks.
    pub missing: Vec<Element>,
    /// Countries that agreed on it by the day.
    pub agreed: Vec<Agreement>,
    /// Comment periods and answers.
    pub comments: Comments<'r>,
}

/// The agreement of a country on a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Which country.
    pub country: Jurisdiction,
    /// Day of its agreement.
    pub on: Date,
    /// The statement.
    pub at: LogIndex,
}

/// Comments on a draft. The comments themselves are not in the log.
#[derive(Clone, Debug, Default)]
pub struct Comments<'r> {
    /// Periods in which they are taken, with their statements.
    pub periods: Vec<(&'r CommentsOpened, LogIndex)>,
    /// Acts that count and bind the comments that are published, with their statements.
    pub published: Vec<(&'r CommentsPublished, LogIndex)>,
    /// Answers, with their statements.
    pub answers: Vec<(&'r CommentsAnswered, LogIndex)>,
}

/// Every procedure that is known, in the order in which they were opened.
pub fn procedures<'r>(registry: &'r Registry, knowledge: Knowledge<'r>) -> Vec<&'r InstrumentId> {
    registry.journals(JournalKind::Procedure, knowledge).collect()
}

/// The title last given to a procedure, as far as it is known.
pub fn title_of<'r>(registry: &'r Registry, id: &InstrumentId, knowledge: Knowledge<'r>) -> Option<&'r Text> {
    let mut entries = registry.journal(id).into_iter().flat_map(|facts| facts.known(knowledge));
    entries.rfind(|fact| title(&fact.value.act).is_some()).and_then(|fact| title(&fact.value.act))
}

/// A procedure as it stands on a day; `None` if nothing of it is known by then.
pub fn procedure<'r>(
    registry: &'r Registry,
    id: &'r InstrumentId,
    day: Date,
    knowledge: Knowledge<'r>,
) -> Option<Procedure<'r>> {
    let mut found = procedure_in_short(registry, id, day, knowledge)?;
    found.findings = findings::making(registry, &found, knowledge);
    Some(found)
}

/// The same without findings: enough for lists and clocks, which ask it of every procedure.
pub fn procedure_in_short<'r>(
    registry: &'r Registry,
    id: &'r InstrumentId,
    day: Date,
    knowledge: Knowledge<'r>,
) -> Option<Procedure<'r>> {
    if registry.journal_kind(id) != Some(JournalKind::Procedure) {
        return None;
    }
    let timeline = timeline(registry, id, day, knowledge);
    if timeline.is_empty() {
        return None;
    }
    let member_state = |country, day| is_member_state(registry, country, day, knowledge);
    let call = call(&timeline, member_state);
    let callers = call.as_ref().map(|call| call.countries.clone()).unwrap_or_default();
    let mut found = Procedure {
        id,
        day,
        title: timeline.iter().filter_map(|event| title(event.act)).next_back(),
        stage: Stage::Interest,
        participants: participants(&timeline, &callers, member_state),
        convenor: last(&timeline, |act| match act {
            Act::TaskForceFormed(a) => Some(a.convenor),
            _ => None,
        })
        .map(|(convenor, _)| convenor),
        drafts: drafts(&timeline),
        submitted: last(&timeline, |act| match act {
            Act::ObjectiveSubmitted(a) => Some(a),
            _ => None,
        })
        .map(|(submitted, event)| (submitted, event.at)),
        registered: registered(&timeline),
        findings: Vec::new(),
        call,
        timeline,
    };
    found.stage = stage(registry, &found, knowledge);
    Some(found)
}

impl<'r> Procedure<'r> {
    /// The text that counts: the one that was submitted, else the last draft.
    pub fn text(&self) -> Option<&Draft<'r>> {
        let submitted = self.submitted.map(|(submitted, _)| submitted.draft);
        let wanted =
            submitted.and_then(|number| self.drafts.iter().find(|draft| draft.filed.draft == number));
        wanted.or_else(|| self.drafts.last())
    }

    /// Day of transmission of a call that has effect: the day from which terms are counted.
    pub fn clock_starts(&self) -> Option<Date> {
        let call = self.call.as_ref().filter(|call| call.has_effect)?;
        call.transmitted.map(|(day, _)| day)
    }
}

fn title(act: &Act) -> Option<&Text> {
    match act {
        Act::InterestStated(a) => Some(&a.title),
        Act::CallMade(a) => Some(&a.title),
        Act::DraftFiled(a) => Some(&a.title),
        Act::ObjectiveEstablished(a) => Some(&a.title),
        _ => None,
    }
}

/// The last act of a kind.
pub(crate) fn last<'e, 'r, T>(
    events: &'e [Event<'r>],
    of: impl Fn(&'r Act) -> Option<T>,
) -> Option<(T, &'e Event<'r>)> {
    events.iter().rev().find_map(|event| Some((of(event.act)?, event)))
}

fn call<'r>(events: &[Event<'r>], member_state: impl Fn(Jurisdiction, Date) -> bool) -> Option<Call<'r>> {
    let (made, event) = last(events, |act| match act {
        Act::CallMade(a) => Some(a),
        _ => None,
    })?;
    // Transmitted again, once it has enough countries, it counts from the second time.
    let transmissions: Vec<_> =
        events.iter().filter(|event| matches!(event.act, Act::CallTransmitted(_))).collect();
    let count = |until: Option<LogIndex>| -> Vec<Jurisdiction> {
        let mut countries = event.entry.binds.clone();
        let concurred = events.iter().filter(|event| until.is_none_or(|until| event.at <= until));
        countries.extend(concurred.filter_map(|event| match event.act {
            Act::AgreementConcurred(a) if made.countries.contains(&a.party) => Some(a.party),
            _ => None,
        }));
        countries.sort_unstable();
        countries.dedup();
        countries.retain(|country| member_state(*country, event.on));
        countries
    };
    let enough = |countries: &[Jurisdiction]| {
        u32::try_from(countries.len()).unwrap_or(u32::MAX) >= LEAST.held_on(event.on)
    };
    let with_effect = transmissions.iter().find(|event| enough(&count(Some(event.at))));
    let transmitted = with_effect.or(transmissions.last()).copied();
    let countries = count(transmitted.map(|event| event.at));
    Some(Call {
        made,
        at: event.at,
        digest: event.entry.digest,
        has_effect: enough(&countries),
        countries,
        transmitted: transmitted.map(|event| (event.on, event.at)),
    })
}

fn drafts<'r>(events: &[Event<'r>]) -> Vec<Draft<'r>> {
    let filed = events.iter().filter_map(|event| match event.act {
        Act::DraftFiled(filed) => Some(draft(filed, event.at, events)),
        _ => None,
    });
    let mut drafts: Vec<_> = filed.collect();
    drafts.sort_by_key(|draft| draft.filed.draft);
    drafts
}

fn draft<'r>(filed: &'r DraftFiled, at: LogIndex, events: &[Event<'r>]) -> Draft<'r> {
    let mut found = Draft {
        filed,
        at,
        missing: content(&filed.elements).missing(),
        agreed: Vec::new(),
        comments: Comments::default(),
    };
    for event in events {
        match event.act {
            Act::DraftAgreed(a) if a.draft == filed.draft => {
                found.agreed.retain(|known| known.country != a.country);
                found.agreed.push(Agreement { country: a.country, on: event.on, at: event.at });
            }
            Act::CommentsOpened(a) if a.draft == filed.draft => found.comments.periods.push((a, event.at)),
            Act::CommentsPublished(a) if a.draft == filed.draft => {
                found.comments.published.push((a, event.at));
            }
            Act::CommentsAnswered(a) if a.draft == filed.draft => found.comments.answers.push((a, event.at)),
            _ => {}
        }
    }
    found
}

fn registered<'r>(events: &[Event<'r>]) -> Vec<(&'r ObjectiveEstablished, LogIndex)> {
    let established = events.iter().filter_map(|event| match event.act {
        Act::ObjectiveEstablished(a) => Some((a, event.at)),
        _ => None,
    });
    established.collect()
}

fn stage(registry: &Registry, found: &Procedure<'_>, knowledge: Knowledge<'_>) -> Stage {
    let has = |of: fn(&Act) -> bool| found.timeline.iter().any(|event| of(event.act));
    let established = found.registered.iter().find(|(text, _)| {
        let objective = registry.objective(&text.objective);
        let versions = objective.into_iter().flat_map(|objective| objective.versions.known(knowledge));
        versions.into_iter().any(|fact| {
            fact.value.version == text.version && fact.value.is_formal() && fact.from <= found.day
        })
    });
    if let Some((text, _)) = established {
        let life = crate::event::timeline(registry, &text.objective, found.day, knowledge);
        let adopted =
            |event: &Event<'_>| matches!(event.act, Act::ObjectiveAdopted(a) if a.version == text.version);
        return if life.iter().any(adopted) { Stage::Adopted } else { Stage::Registered };
    }
    if found.submitted.is_some() {
        return Stage::Submitted;
    }
    if found.drafts.last().is_some_and(|draft| draft.agreed.len() >= 2) {
        return Stage::Agreed;
    }
    if has(|act| matches!(act, Act::CommentsOpened(_))) {
        return Stage::Comments;
    }
    if !found.drafts.is_empty() {
        return Stage::Drafting;
    }
    if has(|act| matches!(act, Act::TaskForceFormed(_))) {
        return Stage::TaskForce;
    }
    match &found.call {
        Some(call) if call.transmitted.is_some() => Stage::Transmitted,
        Some(_) => Stage::Call,
        None => Stage::Interest,
    }
}
