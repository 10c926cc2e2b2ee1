//! The ordered index over procedures and objectives: how far each has come, whom it concerns, what is due.
//!
//! Lists, the calendar and the API read it. It belongs to one size of the log and one day; what a later statement did
//! not touch is taken over as it is, so that a busy log costs a look at each journal's end and no more.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use model::{Date, InstrumentId, Jurisdiction, LogIndex, ProductScope, Text};
pub use procedure::Stage;
use registry::{JournalKind, Knowledge, Registry};

use crate::app::{App, State};
use crate::due::{DueTerm, term};
use crate::lookup::{AsOf, LookupError, When};

/// The group whose members may take part in procedures.
const UNITED_NATIONS: Jurisdiction = Jurisdiction::new_static("UN");

/// A procedure, or an objective whose procedure is not on record.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Its identifier: of the procedure, else of the objective.
    pub id: InstrumentId,
    /// Whether it is a procedure.
    pub is_procedure: bool,
    /// The title last given to it.
    pub title: Text,
    /// How far it has come.
    pub stage: Stage,
    /// The objective: its own, or the one that it made.
    pub objective: Option<InstrumentId>,
    /// The objective that it revises.
    pub revises: Option<InstrumentId>,
    /// Countries that called, take part, agreed, adopted or accept, by code.
    pub countries: Vec<Jurisdiction>,
    /// Products, by the last text.
    pub products: Option<ProductScope>,
    /// Day of the last act.
    pub last_on: Date,
    /// Statement of the last act.
    pub last_at: LogIndex,
}

/// The index for one size of the log and one day.
#[derive(Debug)]
pub struct Stories {
    size: u64,
    on: Date,
    ground: Ground,
    by_id: BTreeMap<InstrumentId, Arc<Kept>>,
    terms: Vec<Arc<DueTerm>>,
}

/// What is kept of one procedure or objective.
#[derive(Debug)]
struct Kept {
    /// The last known positions of its journal and of those joined to it.
    mark: Mark,
    /// `None` before its first day, and for an objective that a procedure of the index made.
    story: Option<Story>,
    terms: Vec<Arc<DueTerm>>,
}

/// The end of a journal and of those joined to it: how many entries are known, and the last position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Mark {
    count: usize,
    last: u64,
}

/// What all procedures read beside their own journals: who is a member State, and which keys are compromised. The
/// registry only grows, so counting tells whether anything changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ground {
    countries: usize,
    members: usize,
    compromises: usize,
}

/// The index of now, the one of tomorrow that is made ahead, and the one of an earlier size or another day that was asked
/// about last.
#[derive(Debug, Default)]
pub(crate) struct StoriesCache {
    now: Mutex<Option<Arc<Stories>>>,
    ahead: Mutex<Option<Arc<Stories>>>,
    other: Mutex<Option<Arc<Stories>>>,
}

impl StoriesCache {
    /// At the first of a day, puts in place what was made ahead; statements that came since are looked at as always. Until
    /// then nobody waits for what is made ahead.
    fn turn(&self, today: Date) {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        if now.as_ref().is_some_and(|now| now.on == today) {
            return;
        }
        let mut ahead = self.ahead.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(ready) = ahead.take_if(|ready| ready.on == today) {
            *now = Some(ready);
        }
    }
}

/// Seconds before the end of a day (UTC) in which the index of the next one is made ahead: long enough for any registry,
/// and for some tries.
const AHEAD_SECONDS: u64 = 600;
const DAY_SECONDS: u64 = 24 * 60 * 60;

impl App {
    /// The index as of a day and a position.
    ///
    /// # Errors
    /// When the position does not exist, or the tree cannot be read.
    pub fn stories(&self, when: When) -> Result<(Arc<Stories>, AsOf), LookupError> {
        let state = self.state();
        let as_of = self.as_of(&state, when)?;
        let today = self.clock().today();
        let cache = self.stories_cache();
        if as_of.log_size != state.size() || as_of.on != today {
            return Ok((Stories::get(&cache.other, &state, &as_of), as_of));
        }
        cache.turn(today);
        Ok((Stories::get(&cache.now, &state, &as_of), as_of))
    }

    /// Makes the index of now, and in the last minutes of a day (UTC) that of the next one, so that no reader waits for
    /// either. Answers what was made ahead.
    ///
    /// # Errors
    /// When the tree cannot be read.
    pub fn prepare_stories(&self) -> Result<Option<Arc<Stories>>, LookupError> {
        self.stories(When::default())?;
        if self.clock().unix_seconds() % DAY_SECONDS < DAY_SECONDS - AHEAD_SECONDS {
            return Ok(None);
        }
        let Ok(tomorrow) = self.clock().today().tomorrow() else { return Ok(None) };
        let state = self.state();
        let as_of = self.as_of(&state, When { on: Some(tomorrow), known_at: None })?;
        Ok(Some(Stories::get(&self.stories_cache().ahead, &state, &as_of)))
    }
}

impl Stories {
    fn get(slot: &Mutex<Option<Arc<Stories>>>, state: &State, as_of: &AsOf) -> Arc<Self> {
        // Whoever comes while it is made waits for it: made twice it would take twice as long.
        let mut known = slot.lock().unwrap_or_else(PoisonError::into_inner);
        let before = known.as_deref();
        if let Some(same) =
            known.as_ref().filter(|known| (known.size, known.on) == (as_of.log_size, as_of.on))
        {
            return same.clone();
        }
        let knowledge = state.registry().knowledge_at(as_of.known_at);
        let made = Arc::new(Self::make(state.registry(), as_of, knowledge, before));
        *known = Some(made.clone());
        made
    }

    fn make(registry: &Registry, as_of: &AsOf, knowledge: Knowledge<'_>, before: Option<&Self>) -> Self {
        let ground = Ground::of(registry, knowledge);
        let before = before.filter(|before| {
            (before.on, before.ground) == (as_of.on, ground) && before.size <= as_of.log_size
        });
        let mut by_id = BTreeMap::new();
        let mut changed = BTreeSet::new();
        let mut keep = |id: &InstrumentId, mark: Mark, make: &dyn Fn() -> Kept| {
            let same = before.and_then(|before| before.by_id.get(id)).filter(|kept| kept.mark == mark);
            let kept = same.cloned().unwrap_or_else(|| {
                changed.insert(id.as_str().to_owned());
                Arc::new(make())
            });
            by_id.insert(id.clone(), kept);
        };
        let reading = Index { registry, on: as_of.on, knowledge };
        for id in registry.journals(JournalKind::Procedure, knowledge) {
            let mark = reading.mark_of_procedure(id);
            keep(id, mark, &|| reading.procedure(id, mark));
        }
        for (id, _) in registry.objectives() {
            let mark = reading.mark_of_objective(id);
            keep(id, mark, &|| reading.objective(id, mark));
        }
        let terms = merged(before.map_or(&[][..], |before| &before.terms), &changed, &by_id);
        Self { size: as_of.log_size, on: as_of.on, ground, by_id, terms }
    }

    /// Everything, by identifier.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Story> {
        self.by_id.values().filter_map(|kept| kept.story.as_ref())
    }

    /// Everything behind an identifier, by identifier.
    pub fn after<'s>(&'s self, id: &InstrumentId) -> impl Iterator<Item = &'s Story> + use<'s> {
        use std::ops::Bound::{Excluded, Unbounded};
        let behind = self.by_id.range::<InstrumentId, _>((Excluded(id), Unbounded));
        behind.filter_map(|(_, kept)| kept.story.as_ref())
    }

    /// One of them.
    pub fn story(&self, id: &InstrumentId) -> Option<&Story> {
        self.by_id.get(id)?.story.as_ref()
    }

    /// The terms of one procedure or objective, as they are ordered in the calendar.
    pub fn terms_of(&self, id: &InstrumentId) -> impl Iterator<Item = &DueTerm> {
        self.by_id.get(id).into_iter().flat_map(|kept| &kept.terms).map(AsRef::as_ref)
    }

    /// Every term that has begun, what is overdue first.
    pub(crate) fn terms(&self) -> &[Arc<DueTerm>] {
        &self.terms
    }
}

/// The terms of before without those of what changed, and the new ones, in their order.
fn merged(
    before: &[Arc<DueTerm>],
    changed: &BTreeSet<String>,
    by_id: &BTreeMap<InstrumentId, Arc<Kept>>,
) -> Vec<Arc<DueTerm>> {
    let mut new: Vec<_> = by_id
        .iter()
        .filter(|(id, _)| changed.contains(id.as_str()))
        .flat_map(|(_, kept)| kept.terms.iter().cloned())
        .collect();
    new.sort_by(|a, b| a.order().cmp(&b.order()));
    let mut new = new.into_iter().peekable();
    let mut all = Vec::with_capacity(before.len() + new.len());
    for term in before.iter().filter(|term| !changed.contains(&term.objective)) {
        while let Some(earlier) = new.next_if(|new| new.order() < term.order()) {
            all.push(earlier);
        }
        all.push(term.clone());
    }
    all.extend(new);
    all
}

impl Ground {
    fn of(registry: &Registry, knowledge: Knowledge<'_>) -> Self {
        Self {
            countries: registry.countries().count(),
            members: registry.members(UNITED_NATIONS).map_or(0, |facts| facts.known(knowledge).count()),
            compromises: knowledge.compromises(),
        }
    }
}

/// The registry as the index reads it.
#[derive(Clone, Copy)]
struct Index<'r> {
    registry: &'r Registry,
    on: Date,
    knowledge: Knowledge<'r>,
}

impl<'r> Index<'r> {
    fn end(&self, id: &InstrumentId) -> Mark {
        let Some(facts) = self.registry.journal(id) else { return Mark::default() };
        let mut known = facts.known(self.knowledge);
        let last = known.next_back().map_or(0, |fact| fact.at.0);
        Mark { count: known.count() + usize::from(last > 0), last }
    }

    /// With the journals of the objectives that it made: whether they were adopted is its last stage.
    fn mark_of_procedure(&self, id: &InstrumentId) -> Mark {
        let entries = self.registry.journal(id).into_iter().flat_map(|facts| facts.known(self.knowledge));
        let mut mark = self.end(id);
        for entry in entries {
            if let statement::Act::ObjectiveEstablished(act) = &entry.value.act {
                mark = mark.with(self.end(&act.objective));
            }
        }
        mark
    }

    /// With the journals of the procedures in which its versions were made: who agreed there has undertaken it.
    fn mark_of_objective(&self, id: &InstrumentId) -> Mark {
        let versions = self.registry.objective(id).into_iter().flat_map(|o| o.versions.known(self.knowledge));
        let made_in = versions.filter_map(|fact| fact.value.made_in.as_ref());
        made_in.fold(self.end(id), |mark, (procedure, _)| mark.with(self.end(procedure)))
    }

    fn procedure(&self, id: &'r InstrumentId, mark: Mark) -> Kept {
        let Some(found) = procedure::procedure_in_short(self.registry, id, self.on, self.knowledge) else {
            return Kept { mark, story: None, terms: Vec::new() };
        };
        let mut countries: Vec<_> = found.participants.iter().map(|p| p.country).collect();
        countries.extend(found.call.iter().flat_map(|call| &call.countries));
        countries.extend(found.drafts.iter().flat_map(|draft| &draft.agreed).map(|agreed| agreed.country));
        let objective = found.registered.last().map(|(act, _)| act.objective.clone());
        countries.extend(objective.iter().flat_map(|id| self.committed(id)));
        let story = Story {
            id: id.clone(),
            is_procedure: true,
            title: found.title.cloned().unwrap_or_default(),
            stage: found.stage,
            revises: found.call.as_ref().and_then(|call| call.made.revises.clone()),
            objective,
            countries: in_order(countries),
            products: products(&found),
            last_on: found.timeline.last().map_or(self.on, |event| event.on),
            last_at: found.timeline.iter().map(|event| event.at).max().unwrap_or(LogIndex(0)),
        };
        Kept { mark, story: Some(story), terms: owned(&found.timeline, &procedure::due_in_procedure(&found)) }
    }

    fn objective(&self, id: &'r InstrumentId, mark: Mark) -> Kept {
        let Some(life) = procedure::objective_in_short(self.registry, id, self.on, self.knowledge) else {
            return Kept { mark, story: None, terms: Vec::new() };
        };
        let terms = owned(&life.timeline, &procedure::due_under_objective(&life));
        let current = life.versions.iter().find(|version| Some(version.text.version) == life.current);
        let Some(version) = current.or(life.versions.last()).filter(|v| v.text.made_in.is_none()) else {
            return Kept { mark, story: None, terms };
        };
        let adopted = life.countries.iter().any(|country| country.adopted.is_some());
        let story = Story {
            id: id.clone(),
            is_procedure: false,
            title: version.text.title.clone(),
            stage: if adopted { Stage::Adopted } else { Stage::Registered },
            objective: Some(id.clone()),
            revises: None,
            countries: in_order(self.committed(id)),
            products: version.text.products.clone(),
            last_on: life.timeline.last().map_or(self.on, |event| event.on),
            last_at: life.timeline.iter().map(|event| event.at).max().unwrap_or(LogIndex(0)),
        };
        Kept { mark, story: Some(story), terms }
    }

    fn committed(&self, id: &InstrumentId) -> Vec<Jurisdiction> {
        let commitments = self.registry.objective(id).into_iter().flat_map(|found| found.commitments.iter());
        let stated = commitments.filter(|(_, facts)| facts.known(self.knowledge).any(|f| f.from <= self.on));
        stated.map(|(country, _)| *country).collect()
    }
}

impl Mark {
    fn with(self, other: Self) -> Self {
        Self { count: self.count + other.count, last: self.last.max(other.last) }
    }
}

/// Products of the last text, else of the call, else of the interest.
fn products(found: &procedure::Procedure<'_>) -> Option<ProductScope> {
    let drafted = found.text().and_then(|draft| draft.filed.elements.products.clone());
    let called = || found.call.as_ref().and_then(|call| call.made.elements.products.clone());
    let stated = || {
        found.timeline.iter().rev().find_map(|event| match event.act {
            statement::Act::InterestStated(a) => a.products.clone(),
            _ => None,
        })
    };
    drafted.or_else(called).or_else(stated)
}

fn in_order(mut countries: Vec<Jurisdiction>) -> Vec<Jurisdiction> {
    countries.sort_unstable();
    countries.dedup();
    countries
}

fn owned(timeline: &[procedure::Event<'_>], due: &[procedure::Due<'_>]) -> Vec<Arc<DueTerm>> {
    let reported: BTreeSet<_> =
        timeline.iter().filter(|event| event.reported).map(|event| event.at).collect();
    let own = |due: &procedure::Due<'_>| Arc::new(term(due, reported.contains(&due.statement)));
    let mut terms: Vec<_> = due.iter().map(own).collect();
    terms.sort_by(|a, b| a.order().cmp(&b.order()));
    terms
}
