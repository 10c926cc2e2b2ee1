//! What a party could do next: acts that follow from how procedures and objectives stand today, each begun with what is
//! known already. Nothing here decides anything: an officer may write any act at any moment, and admission stays where it is.

use law::term::TermState;
use model::{Date, InstrumentId, Jurisdiction, MandateScope, PartyId};
use procedure::{CountryLife, ObjectiveLife, Procedure};
use registry::{JournalKind, Registry};
use serde_json::{Map, Value, json};
use statement::Act;

use super::guided::{begun, forms};
use super::{Acting, Office, OfficeError};

/// Procedures and objectives that are listed: the latest.
pub const CASES_MAX: usize = 100;

/// Every stage of a procedure.
pub const STAGES: &[procedure::Stage] = procedure::Stage::ALL;

/// A procedure or objective, and what the party could do about it today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its identifier.
    pub id: String,
    /// Its title, in the language asked for.
    pub title: String,
    /// `procedure` or `objective`.
    pub kind: &'static str,
    /// The stage of a procedure; of an objective, nothing.
    pub stage: Option<&'static str>,
    /// Names of acts, what is due first.
    pub acts: Vec<&'static str>,
    /// What is due from the country of the party: the rule that says so, the last day, whether it is overdue.
    pub due: Vec<(&'static str, Date, bool)>,
}

impl Office {
    /// What the party could do next, with `of` about one procedure or objective alone.
    ///
    /// # Errors
    /// When the comments cannot be counted.
    pub fn next(&self, acting: &Acting, of: Option<&str>, language: &str) -> Result<Vec<Case>, OfficeError> {
        let state = self.app().state();
        let registry = state.registry();
        let party = Party::of(registry, &acting.officer().party, self.app().clock().today());
        let wanted = |id: &InstrumentId| of.is_none_or(|of| of == id.as_str());
        let known = registry.knowledge();
        let journal = |kind| registry.journals(kind, known).rev().filter(|id| wanted(id)).take(CASES_MAX);
        let procedures = journal(JournalKind::Procedure).filter_map(|id| {
            let found = procedure::procedure(registry, id, party.day, known)?;
            let title = found.title.map(|title| title.in_language(language)).unwrap_or_default();
            let (id, title, stage) = (id.to_string(), title.into(), Some(found.stage.as_str()));
            let acts = self.on_procedure(acting, &party, registry, &found);
            Some(acts.map(|acts| Case { id, title, kind: "procedure", stage, acts, due: Vec::new() }))
        });
        let objectives = journal(JournalKind::Objective).filter_map(|id| {
            let life = procedure::objective(registry, id, party.day, known)?;
            let title = life.versions.last().map(|version| version.text.title.in_language(language));
            let title = title.unwrap_or_default().to_owned();
            let (acts, due) = (party.on_objective(&life), party.due(&life));
            Some(Ok(Case { id: id.to_string(), title, kind: "objective", stage: None, acts, due }))
        });
        let offers = |case: &Result<Case, _>| !matches!(case, Ok(case) if case.acts.is_empty());
        procedures.chain(objectives).filter(offers).collect()
    }

    /// Acts about a procedure; first of all the one that binds comments that were published since the last one.
    fn on_procedure(
        &self,
        acting: &Acting,
        party: &Party,
        registry: &Registry,
        found: &Procedure<'_>,
    ) -> Result<Vec<&'static str>, OfficeError> {
        let unbound = self.unbound(registry, &acting.officer().party, found)?;
        let mut acts: Vec<_> = unbound.map(|_| "comments.published").into_iter().collect();
        acts.extend(party.on_procedure(found));
        Ok(acts)
    }

    /// A text that begins an act with what is known of a procedure or objective; `None` for a name that is no act.
    ///
    /// # Errors
    /// [`OfficeError::NoSuch`] when nothing of that name is on record.
    pub fn begin_from(&self, acting: &Acting, act: &str, of: &str) -> Result<Option<String>, OfficeError> {
        let Some(form) = forms().get(act) else { return Ok(None) };
        let state = self.app().state();
        let registry = state.registry();
        let party = Party::of(registry, &acting.officer().party, self.app().clock().today());
        let none = || OfficeError::NoSuch("procedure");
        let id: InstrumentId = of.parse().map_err(|_| none())?;
        let known = registry.knowledge();
        let mut values = if let Some(found) = procedure::procedure(registry, &id, party.day, known) {
            let unbound = match act {
                "comments.published" => self.unbound(registry, &acting.officer().party, &found)?,
                _ => None,
            };
            match unbound {
                Some((draft, country)) => self.binding(&id, draft, country)?,
                None => party.about_procedure(act, &found),
            }
        } else {
            party.about_objective(
                act,
                &procedure::objective(registry, &id, party.day, known).ok_or_else(none)?,
            )
        };
        values.retain(|name, value| form.fields.iter().any(|field| field.name == *name) && !value.is_null());
        let signer = acting.officer().party.as_str();
        Ok(begun(act, signer, &self.new_id(act)?, &values))
    }
}

/// For whom the party may speak today, in what objectives are about.
struct Party {
    /// Countries and groups for which it agrees.
    countries: Vec<Jurisdiction>,
    is_secretariat: bool,
    day: Date,
}

impl Party {
    fn of(registry: &Registry, party: &PartyId, day: Date) -> Self {
        let codes = registry.countries().map(|c| c.country).chain(registry.groups().map(|g| g.group));
        let agrees = |code: &Jurisdiction| registry.has_mandate(party, *code, MandateScope::Agree, day);
        Self {
            countries: codes.filter(agrees).collect(),
            is_secretariat: registry.has_any_mandate(party, MandateScope::Secretariat, day),
            day,
        }
    }

    fn speaks_for(&self, country: Jurisdiction) -> bool {
        self.countries.contains(&country)
    }

    /// Acts about a procedure, the ones that it waits for first.
    fn on_procedure(&self, found: &Procedure<'_>) -> Vec<&'static str> {
        let mut acts = Vec::new();
        if self.is_secretariat {
            acts.extend(self.of_the_secretariat(found));
        }
        if !self.countries.is_empty() {
            acts.extend(self.before_the_task_force(found));
            acts.extend(self.in_the_task_force(found));
        }
        acts
    }

    fn of_the_secretariat(&self, found: &Procedure<'_>) -> Vec<&'static str> {
        match &found.call {
            Some(call) if call.transmitted.is_none() => vec!["call.transmitted"],
            _ if found.submitted.is_some() && found.registered.is_empty() => vec!["objective.established"],
            _ => Vec::new(),
        }
    }

    fn before_the_task_force(&self, found: &Procedure<'_>) -> Vec<&'static str> {
        let Some(call) = &found.call else { return vec!["call.made"] };
        let named = call.made.countries.iter().any(|country| self.speaks_for(*country));
        let made = call.countries.iter().any(|country| self.speaks_for(*country));
        let answered = found
            .timeline
            .iter()
            .any(|event| matches!(event.act, Act::CallAnswered(answer) if self.speaks_for(answer.country)));
        match call.transmitted {
            None if named && !made => vec!["agreement.concurred"],
            Some(_) if !named && !answered && found.registered.is_empty() => vec!["call.answered"],
            _ => Vec::new(),
        }
    }

    fn in_the_task_force(&self, found: &Procedure<'_>) -> Vec<&'static str> {
        let transmitted = found.call.as_ref().is_some_and(|call| call.transmitted.is_some());
        if !transmitted || !found.registered.is_empty() {
            return Vec::new();
        }
        let taking_part = found.participants.iter().any(|p| p.until.is_none() && self.speaks_for(p.country));
        if !taking_part {
            return vec!["task-force.joined"];
        }
        if found.convenor.is_none() {
            return vec!["task-force.formed"];
        }
        let mut acts = Vec::new();
        if let Some(draft) = found.drafts.last() {
            let agreed = draft.agreed.iter().any(|agreement| self.speaks_for(agreement.country));
            let closed = draft.comments.periods.iter().any(|(period, _)| period.until <= self.day);
            match (agreed, draft.agreed.len() >= 2 && found.submitted.is_none()) {
                (true, true) => acts.push("objective.submitted"),
                (false, _) => acts.push("draft.agreed"),
                _ => {}
            }
            match (draft.comments.periods.is_empty(), closed && draft.comments.answers.is_empty()) {
                (true, _) => acts.push("comments.opened"),
                (false, true) => acts.push("comments.answered"),
                _ => {}
            }
            acts.push("practice.assessed");
        }
        acts.extend(["draft.filed", "task-force.reported", "standards.explored", "standard-work.requested"]);
        acts
    }

    fn of_ours<'l>(&self, life: &'l ObjectiveLife<'_>) -> Option<&'l CountryLife> {
        let ours = |country: &&CountryLife| {
            self.speaks_for(country.country) && Some(country.version) == life.current
        };
        life.countries.iter().find(ours)
    }

    fn on_objective(&self, life: &ObjectiveLife<'_>) -> Vec<&'static str> {
        let mut acts = Vec::new();
        if self.is_secretariat && life.current.is_some() {
            acts.push("invitation.sent");
        }
        if self.countries.is_empty() || life.current.is_none() {
            return acts;
        }
        let ours = self.of_ours(life);
        let owes = ours.is_some_and(|ours| ours.periods.iter().any(|period| period.reported.is_none()));
        let has = |of: fn(&CountryLife) -> bool| ours.is_some_and(of);
        if owes {
            acts.push("objective.status-reported");
        }
        if !has(|ours| ours.adopted.is_some()) {
            acts.push("objective.adopted");
            if !has(|ours| ours.announced.is_some()) {
                acts.push("objective.announced");
            }
        }
        if ours.is_none() {
            acts.extend(["objective.agreed", "objective.accepted"]);
        }
        if has(|ours| ours.agreed.is_some()) {
            acts.push("recognised-body.designated");
        }
        let imposed = |event: &procedure::Event<'_>| matches!(event.act, Act::AdditionalRequirementImposed(act) if !self.speaks_for(act.country));
        if life.timeline.iter().any(imposed) {
            acts.extend(["additional-requirement.answered", "counter-measure.taken"]);
        }
        acts.extend(["additional-requirement.imposed", "measure.taken"]);
        acts
    }

    /// What is due from the countries of the party.
    fn due(&self, life: &ObjectiveLife<'_>) -> Vec<(&'static str, Date, bool)> {
        let terms = procedure::due_under_objective(life);
        let ours = terms.into_iter().filter(|term| term.from.is_some_and(|country| self.speaks_for(country)));
        let open = ours.filter_map(|term| match term.state {
            TermState::Open => Some((term.rule.id, term.due_on, false)),
            TermState::Overdue(_) => Some((term.rule.id, term.due_on, true)),
            TermState::Done(_) | TermState::Late(..) => None,
        });
        open.collect()
    }

    /// Values that any act about a procedure could have, by the names of fields.
    fn about_procedure(&self, act: &str, found: &Procedure<'_>) -> Map<String, Value> {
        let last = found.drafts.last();
        let country = self.country_in(found);
        let draft = last.map_or(0, |draft| draft.filed.draft);
        let text =
            last.map(|draft| &draft.filed.elements).or(found.call.as_ref().map(|call| &call.made.elements));
        let mut values = object(json!({
            "procedure": found.id,
            "country": country,
            "by": country,
            "convenor": country,
            "title": found.title,
            "on": self.day,
            "draft": draft.max(1),
        }));
        match act {
            // The next draft begins with the last one.
            "draft.filed" => {
                values.insert("draft".into(), json!(draft + 1));
                values.insert("elements".into(), json!(text));
            }
            "call.made" => {
                values.insert("countries".into(), json!([country]));
                let interest = found.timeline.iter().rev().find_map(|event| match event.act {
                    Act::InterestStated(interest) => Some(interest),
                    _ => None,
                });
                if let Some(interest) = interest {
                    values.insert("needs".into(), list(&interest.needs));
                    let elements = json!({ "products": interest.products, "purposes": interest.purposes });
                    values.insert("elements".into(), Value::Object(object(elements)));
                }
            }
            "call.answered" => drop(values.insert("participates".into(), json!("member"))),
            "task-force.joined" => drop(values.insert("as".into(), json!("member"))),
            "comments.opened" => drop(values.insert("from".into(), json!(self.day))),
            "agreement.concurred" => {
                let digest = found.call.as_ref().map(|call| hex::encode(call.digest));
                values.extend(object(json!({ "statement": digest, "party": country })));
            }
            "objective.established" => values.extend(established(found)),
            _ => {}
        }
        values
    }

    /// Of several countries for which the party speaks, one that takes part.
    fn country_in(&self, found: &Procedure<'_>) -> Option<Jurisdiction> {
        let called = found.call.iter().flat_map(|call| &call.made.countries).copied();
        let mut taking_part = found.participants.iter().map(|p| p.country).chain(called);
        taking_part.find(|country| self.speaks_for(*country)).or(self.countries.first().copied())
    }

    /// Values that any act about an objective could have.
    fn about_objective(&self, act: &str, life: &ObjectiveLife<'_>) -> Map<String, Value> {
        let country = self.of_ours(life).map(|ours| ours.country).or(self.countries.first().copied());
        let mut values = object(json!({
            "objective": life.id,
            "version": life.current,
            "country": country,
            "on": self.day,
        }));
        match act {
            "objective.adopted" => drop(values.insert("notified_on".into(), json!(self.day))),
            "objective.accepted" | "recognised-body.designated" => {
                drop(values.insert("from".into(), json!(self.day)))
            }
            "additional-requirement.imposed" => {
                values.extend(object(
                    json!({ "from": self.day, "notified_on": self.day, "products": scope(life) }),
                ));
            }
            // A measure under an objective is the use of its protection clause, declared to the secretariat (L 31).
            "measure.taken" => values.extend(object(json!({
                "kind": "protection_clause",
                "from": self.day,
                "declared_on": self.day,
                "against": { "products": scope(life) },
            }))),
            "additional-requirement.answered" | "counter-measure.taken" => {
                values.extend(self.against(life));
            }
            _ => {}
        }
        values
    }

    /// The last additional requirement of another country.
    fn against(&self, life: &ObjectiveLife<'_>) -> Map<String, Value> {
        let imposed = life.timeline.iter().rev().find_map(|event| match event.act {
            Act::AdditionalRequirementImposed(act) if !self.speaks_for(act.country) => Some(act),
            _ => None,
        });
        imposed.map(|act| object(json!({ "requirement": act.requirement, "against": act.requirement, "products": act.products }))).unwrap_or_default()
    }
}

/// The products of the version in force.
fn scope(life: &ObjectiveLife<'_>) -> Option<model::ProductScope> {
    let current = life.versions.iter().find(|version| Some(version.text.version) == life.current);
    current.and_then(|version| version.text.products.clone())
}

/// A registration as it follows from the submission: the day is that of the submission (annex C 3.4).
fn established(found: &Procedure<'_>) -> Map<String, Value> {
    let Some((submitted, _)) = found.submitted else { return Map::new() };
    let text =
        found.drafts.iter().find(|draft| draft.filed.draft == submitted.draft).map(|draft| draft.filed);
    object(json!({
        "draft": submitted.draft,
        "version": 1,
        "on": submitted.on,
        "title": text.map(|text| &text.title),
        "presumption": text.map(|text| text.elements.presumption),
        "documents": list(&submitted.documents),
    }))
}

/// An empty list is left out.
fn list<T: serde::Serialize>(entries: &[T]) -> Value {
    if entries.is_empty() { Value::Null } else { json!(entries) }
}

/// An object without what is absent.
fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        _ => Map::new(),
    }
}
