//! What objectives mean for one product: for a supplier who wants to sell it, country by country, in plain facts.

use model::{Date, HsCode, HsEdition, InstrumentId, Jurisdiction, Procedure};
use procedure::{CountryLife, ObjectiveLife, VersionLife};
use registry::Knowledge;
use statement::Act;

use super::{Cell, Named, Reading, Source};
use crate::headings::{self, Heading};

/// Countries in one question.
pub const COUNTRIES_MAX: usize = 12;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductQuery {
    /// Words for the product, or a commodity code.
    pub text: String,
    /// The commodity code that was chosen.
    pub hs: Option<HsCode>,
    /// Its edition.
    pub edition: HsEdition,
    /// Countries where it is to be sold, at most [`COUNTRIES_MAX`]; empty: those that did something about the objectives.
    pub countries: Vec<Jurisdiction>,
    /// The day.
    pub on: Date,
    /// Language of names.
    pub language: String,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductView {
    /// The day.
    pub on: Date,
    /// Headings to choose from, where a code was not chosen yet.
    pub headings: Vec<Heading>,
    /// The code that the answer is about, with its name where the list has one.
    pub product: Option<(HsCode, HsEdition, Option<String>)>,
    /// Objectives that cover it, or may.
    pub objectives: Vec<CoveringObjective>,
    /// Countries to choose from.
    pub countries: Vec<Named>,
    /// Countries that are asked about.
    pub chosen: Vec<Jurisdiction>,
}

/// An objective that covers the product.
#[derive(Clone, Debug, PartialEq)]
pub struct CoveringObjective {
    /// The objective.
    pub subject: Named,
    /// Its version in force.
    pub version: u32,
    /// Whether the product is certainly in its scope; else the code is too short, or of another edition, to tell.
    pub certain: bool,
    /// What it protects.
    pub purposes: Cell,
    /// Procedures by which conformity may be shown.
    pub procedures: Vec<&'static str>,
    /// Kinds of documents that come with the product.
    pub evidence: Vec<&'static str>,
    /// Whether the supplier's own declaration is enough, by one of the procedures.
    pub own_declaration: bool,
    /// Bodies that are recognised for it on the day.
    pub bodies: usize,
    /// Standards to which it refers.
    pub standards: Vec<Named>,
    /// Whether who complies with them is presumed to comply with the requirements.
    pub presumption: bool,
    /// Country by country.
    pub countries: Vec<CountryAnswer>,
    /// Its registration.
    pub source: Source,
}

/// What one country does with an objective.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryAnswer {
    /// Which country.
    pub country: Named,
    /// `law` (it applies the objective), `law_later` (it adopted it and will), `accepts`, `undertaking` (it agreed),
    /// `announced`, or `nothing`.
    pub standing: &'static str,
    /// From when: of what will be law, the day on which it will.
    pub since: Option<Date>,
    /// The statement of it.
    pub source: Option<Source>,
    /// Additional requirements that stand there.
    pub additional: Vec<Named>,
    /// Open measures under the objective there; they may aim at other products.
    pub measures: Vec<Named>,
    /// Whether a counter-measure of it stands under the objective: it hits products of the country that is answered.
    pub counter_measures: usize,
}

/// The answer that was asked for.
pub fn product(reading: &Reading<'_>, query: &ProductQuery) -> ProductView {
    let typed = query.text.parse::<HsCode>().ok();
    let hs = query.hs.or(typed);
    let headings = if hs.is_some() { Vec::new() } else { headings::find(&query.text, reading.language) };
    let mut objectives: Vec<_> = hs.iter().flat_map(|hs| covering(reading, query, *hs)).collect();
    objectives.sort_by(|a, b| (!a.certain, &a.subject.id).cmp(&(!b.certain, &b.subject.id)));
    ProductView {
        on: reading.on,
        headings,
        product: hs.map(|hs| (hs, query.edition, headings::name(&hs, query.edition, reading.language))),
        objectives,
        countries: super::countries_by_name(reading),
        chosen: query.countries.clone(),
    }
}

fn covering(reading: &Reading<'_>, query: &ProductQuery, hs: HsCode) -> Vec<CoveringObjective> {
    let registry = reading.registry;
    let candidates = registry.objectives_for(&hs, query.edition, reading.knowledge());
    candidates.into_iter().filter_map(|id| one(reading, query, hs, id)).collect()
}

fn one(
    reading: &Reading<'_>,
    query: &ProductQuery,
    hs: HsCode,
    id: &InstrumentId,
) -> Option<CoveringObjective> {
    let registry = reading.registry;
    let life = procedure::objective_in_short(registry, id, reading.on, reading.knowledge())?;
    let version = life.versions.iter().find(|version| Some(version.text.version) == life.current)?;
    let scope = version.text.products.as_ref()?;
    let certain = match registry.matches(scope, &hs, query.edition, reading.knowledge()) {
        model::ScopeMatch::Inside => true,
        model::ScopeMatch::Unclear => false,
        model::ScopeMatch::Outside => return None,
    };
    let text = version.text;
    let record = registry.objective(id)?;
    let designations = super::recognised_bodies::designations(reading, record);
    Some(CoveringObjective {
        subject: reading.instrument(id),
        version: text.version,
        certain,
        purposes: Cell::terms("purpose", text.purposes.iter().map(|purpose| purpose.as_str())),
        procedures: text.compliance.iter().map(|procedure| procedure.as_str()).collect(),
        evidence: text.elements.iter().flat_map(|e| &e.evidence).map(|kind| kind.as_str()).collect(),
        own_declaration: text.compliance.iter().any(|procedure| {
            matches!(procedure, Procedure::None | Procedure::Declaration | Procedure::DeclarationWithTest)
        }),
        bodies: designations.iter().filter(|d| reading.state(d.fact.from, d.until) == "in_force").count(),
        standards: text.standards.iter().map(|cited| reading.standard(&cited.standard)).collect(),
        presumption: text.presumption,
        countries: countries(reading, query, &life, version),
        source: Source { at: version.at.0, report: None },
    })
}

fn countries(
    reading: &Reading<'_>,
    query: &ProductQuery,
    life: &ObjectiveLife<'_>,
    version: &VersionLife<'_>,
) -> Vec<CountryAnswer> {
    let mut asked = query.countries.clone();
    if asked.is_empty() {
        asked.extend(life.countries.iter().map(|found| found.country));
        asked.sort_unstable();
        asked.dedup();
    }
    let mut answers: Vec<_> =
        asked.into_iter().map(|country| answer(reading, life, version, country)).collect();
    answers.sort_by(|a, b| a.country.name.cmp(&b.country.name));
    answers
}

fn answer(
    reading: &Reading<'_>,
    life: &ObjectiveLife<'_>,
    version: &VersionLife<'_>,
    country: Jurisdiction,
) -> CountryAnswer {
    // A group that adopts does so for its members.
    let codes = reading.registry.covering(country, reading.on, reading.knowledge());
    let found = life
        .countries
        .iter()
        .filter(|found| codes.contains(&found.country) && found.version == version.text.version)
        .map(|found| stands(found, reading.on))
        .max_by_key(|(standing, ..)| STRENGTH.iter().position(|known| known == standing));
    let (standing, since, at) = found.unwrap_or(("nothing", None, None));
    CountryAnswer {
        country: reading.country(country),
        standing,
        since,
        source: at.map(|at| Source { at, report: None }),
        additional: additional(reading, life.id, country),
        measures: measures(reading, life, country),
        counter_measures: counter_measures(reading, life.id, country, reading.knowledge()),
    }
}

/// From the weakest.
const STRENGTH: [&str; 6] = ["nothing", "announced", "undertaking", "accepts", "law_later", "law"];

fn stands(found: &CountryLife, on: Date) -> (&'static str, Option<Date>, Option<u64>) {
    if found.ended_on.is_some_and(|ended| ended <= on) {
        return ("nothing", None, None);
    }
    let dated = |what: Option<(Date, model::LogIndex)>| what.filter(|(from, _)| *from <= on);
    if let Some((applies, (_, at))) = found.applies_from.zip(found.adopted) {
        let standing = if applies <= on { "law" } else { "law_later" };
        return (standing, Some(applies), Some(at.0));
    }
    let weaker = [("accepts", found.accepted), ("undertaking", found.agreed), ("announced", found.announced)];
    let holds = weaker.into_iter().find_map(|(standing, what)| Some((standing, dated(what)?)));
    holds.map_or(("nothing", None, None), |(standing, (on, at))| (standing, Some(on), Some(at.0)))
}

fn additional(reading: &Reading<'_>, objective: &InstrumentId, country: Jurisdiction) -> Vec<Named> {
    let standing = reading.registry.additional_of(country).iter().filter(|id| {
        let fact = reading.registry.additional_on(id, reading.on, reading.knowledge());
        fact.is_some_and(|fact| fact.value.objective == *objective)
    });
    standing.map(|id| reading.instrument(id)).collect()
}

fn measures(reading: &Reading<'_>, life: &ObjectiveLife<'_>, country: Jurisdiction) -> Vec<Named> {
    let taken = life.timeline.iter().filter_map(|event| match event.act {
        Act::MeasureTaken(a) if a.country == country => Some(&a.measure),
        _ => None,
    });
    let open = taken.filter(|id| reading.registry.measure_on(id, reading.on, reading.knowledge()).is_some());
    open.map(|id| reading.instrument(id)).collect()
}

fn counter_measures(
    reading: &Reading<'_>,
    objective: &InstrumentId,
    country: Jurisdiction,
    knowledge: Knowledge<'_>,
) -> usize {
    let taken = reading.registry.counter_measures(country).into_iter();
    let taken = taken
        .flat_map(|facts| facts.on(knowledge, reading.on, |a, b| a.counter_measure == b.counter_measure));
    taken
        .filter(|fact| fact.value.objective == *objective)
        .filter(|fact| !reading.registry.counter_measure_is_lifted(fact, reading.on, knowledge))
        .count()
}
