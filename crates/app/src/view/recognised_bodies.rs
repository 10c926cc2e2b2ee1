//! Recognised bodies (L 27): who may attest under which objective, for what, since when and until when.

use model::{Date, InstrumentId, Jurisdiction, PartyId};
use registry::{Fact, Objective};
use statement::act::RecognisedBodyDesignated;

use super::reading::scope;
use super::{Cell, Days, Named, Reading, Source};

/// Rows on one page.
const ROWS: usize = 50;

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct BodiesQuery {
    /// Only of this objective.
    pub objective: Option<InstrumentId>,
    /// Only designated by this country.
    pub country: Option<Jurisdiction>,
    /// Only those in whose name all these words stand; empty for all.
    pub text: String,
    /// Page, counted from 1.
    pub page: usize,
    /// The day.
    pub on: Date,
    /// Language of names.
    pub language: String,
}

/// The list.
#[derive(Clone, Debug, PartialEq)]
pub struct BodiesView {
    /// The day.
    pub on: Date,
    /// The objective asked for.
    pub objective: Option<Named>,
    /// Rows of this page, by name.
    pub rows: Vec<BodyRow>,
    /// How many match.
    pub total: usize,
    /// How many of them are recognised on the day.
    pub in_force: usize,
    /// Page, counted from 1.
    pub page: usize,
    /// Number of pages.
    pub pages: usize,
    /// Countries to choose from.
    pub countries: Vec<Named>,
}

/// A designation.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyRow {
    /// The body.
    pub body: Named,
    /// Under which objective.
    pub objective: Named,
    /// Who designated it.
    pub country: Named,
    /// For which products; nothing: the whole scope of the objective.
    pub products: Cell,
    /// For which procedures; nothing: all of the compliance clause.
    pub procedures: Cell,
    /// Criteria of competence that it was found to fulfil.
    pub competence: Vec<String>,
    /// Since when, and until when.
    pub days: Days,
    /// How it stands on the day.
    pub state: &'static str,
    /// The statement of its designation.
    pub source: Source,
}

/// A designation with its end.
pub(crate) struct Designation<'r> {
    pub(crate) fact: &'r Fact<RecognisedBodyDesignated>,
    pub(crate) until: Option<Date>,
}

/// Every known designation under an objective.
pub(crate) fn designations<'r>(reading: &Reading<'r>, objective: &'r Objective) -> Vec<Designation<'r>> {
    let mut found = Vec::new();
    for (body, facts) in objective.bodies.iter() {
        for fact in facts.known(reading.knowledge()) {
            found.push(Designation { fact, until: end(reading, objective, body, fact) });
        }
    }
    found
}

/// The first day on which a designation no longer stands.
fn end(
    reading: &Reading<'_>,
    objective: &Objective,
    body: &PartyId,
    fact: &Fact<RecognisedBodyDesignated>,
) -> Option<Date> {
    let withdrawn = objective.bodies_withdrawn.get(body);
    let ends = withdrawn.into_iter().flat_map(|facts| facts.known(reading.knowledge()));
    let ends = ends.filter(|end| end.from >= fact.from && end.value.country == fact.value.country);
    ends.map(|end| end.from).chain(fact.until).min()
}

/// The list that was asked for; `None` if the objective is not on record.
pub fn recognised_bodies(reading: &Reading<'_>, query: &BodiesQuery) -> Option<BodiesView> {
    let registry = reading.registry;
    let objective = query.objective.as_ref();
    if objective.is_some_and(|id| registry.objective(id).is_none()) {
        return None;
    }
    let words: Vec<_> = query.text.split_whitespace().map(str::to_lowercase).collect();
    let mut found = Vec::new();
    for (id, record) in registry.objectives().filter(|(id, _)| objective.is_none_or(|asked| asked == *id)) {
        for designation in designations(reading, record) {
            let act = &designation.fact.value;
            let party = registry.party(&act.body);
            let name =
                party.map_or(act.body.as_str(), |party| party.registered.name.in_language(reading.language));
            let matches = query.country.is_none_or(|country| act.country == country)
                && has_all(name, act.body.as_str(), &words);
            if matches {
                found.push((name, id, designation));
            }
        }
    }
    found.sort_by(|a, b| (a.0, a.1, a.2.fact.from).cmp(&(b.0, b.1, b.2.fact.from)));
    let in_force = |found: &&(&str, &InstrumentId, Designation<'_>)| {
        reading.state(found.2.fact.from, found.2.until) == "in_force"
    };
    let pages = found.len().div_ceil(ROWS).max(1);
    let page = query.page.clamp(1, pages);
    let shown = found.iter().skip((page - 1) * ROWS).take(ROWS);
    Some(BodiesView {
        on: reading.on,
        objective: objective.map(|id| reading.instrument(id)),
        total: found.len(),
        in_force: found.iter().filter(in_force).count(),
        rows: shown.map(|(_, id, designation)| row(reading, id, designation)).collect(),
        page,
        pages,
        countries: super::countries_by_name(reading),
    })
}

fn has_all(name: &str, id: &str, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let text = format!("{name} {id}").to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

fn row(reading: &Reading<'_>, id: &InstrumentId, designation: &Designation<'_>) -> BodyRow {
    let act = &designation.fact.value;
    BodyRow {
        body: reading.party(&act.body),
        objective: reading.instrument(id),
        country: reading.country(act.country),
        products: act.products.as_ref().map_or(Cell::Nothing, scope),
        procedures: Cell::terms("procedure", act.procedures.iter().map(|procedure| procedure.as_str())),
        competence: act.competence.clone(),
        days: Days { from: designation.fact.from, until: designation.until },
        state: reading.state(designation.fact.from, designation.until),
        source: reading.source(designation.fact).unwrap_or_default(),
    }
}
