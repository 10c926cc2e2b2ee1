//! Titles of things that have none: a decision is named by who accepts from whom under which act, an equivalence by its
//! two acts. One place, so that pages, search and the API call a thing by one name.

use model::{InstrumentId, Text};
use registry::{Knowledge, Registry};

/// `Switzerland ← European Union: Medical Devices Ordinance`.
pub(crate) fn prior_decision(
    registry: &Registry,
    id: &InstrumentId,
    language: &str,
    knowledge: Knowledge<'_>,
) -> Option<String> {
    let act = &registry.prior_decision(id)?.decided.known(knowledge).next_back()?.value;
    let country = registry.name_of(&act.country, language);
    let from = act.designating_party.as_ref().map(|party| registry.name_of(party, language));
    let who = from.map_or_else(|| country.to_owned(), |from| format!("{country} ← {from}"));
    Some(match act.requirements.first() {
        Some(requirement) => format!("{who}: {}", act_title(registry, requirement, language, knowledge)),
        None => who,
    })
}

/// `Machinery Directive ↔ Machinery Ordinance`.
pub(crate) fn equivalence(
    registry: &Registry,
    id: &InstrumentId,
    language: &str,
    knowledge: Knowledge<'_>,
) -> Option<String> {
    let (_, annex) = registry.equivalence(id)?;
    let act = &annex.equivalences.known(knowledge).rfind(|fact| fact.value.equivalence == *id)?.value;
    let title = |act: &InstrumentId| act_title(registry, act, language, knowledge);
    Some(format!("{} ↔ {}", title(&act.first.act), title(&act.second.act)))
}

/// A title in every language of the product.
pub(crate) fn in_every_language(title: impl Fn(&str) -> Option<String>) -> Text {
    let each = explain::LANGUAGES.iter().filter_map(|code| Some(((*code).to_owned(), title(code)?)));
    Text(each.collect())
}

fn act_title(registry: &Registry, id: &InstrumentId, language: &str, knowledge: Knowledge<'_>) -> String {
    let adopted = registry.regulation(id).map(|found| found.adopted.title.in_language(language));
    let imposed = registry.additional(id).and_then(|found| found.imposed.known(knowledge).next_back());
    let title = adopted.or_else(|| imposed.map(|fact| fact.value.title.in_language(language)));
    title.filter(|title| !title.is_empty()).unwrap_or(id.as_str()).to_owned()
}
