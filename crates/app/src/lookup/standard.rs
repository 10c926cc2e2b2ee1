//! Standards: a series with its editions, or one edition.

use model::StandardReference;
use registry::Fact;
use serde_json::json;
use statement::act::StandardPublished;

use super::{Kind, Look, LookupError, Record, malformed};

impl Look<'_> {
    pub(super) fn standard(&self, reference: &str) -> Result<Option<Record>, LookupError> {
        let reference: StandardReference = reference.parse().map_err(|error| malformed(&error))?;
        let Some(series) = self.registry.standard_series(reference.series()) else { return Ok(None) };
        let wanted =
            |fact: &&Fact<StandardPublished>| !reference.is_dated() || fact.value.standard == reference;
        let editions: Vec<_> = series.editions.known(self.knowledge).filter(wanted).collect();
        let Some(last) = editions.iter().max_by_key(|fact| (fact.from, fact.at)) else { return Ok(None) };
        let mut record = self.new_record(Kind::Standard, reference.as_str(), &last.value.title);
        record.stands("publisher", reference.publisher());
        record.stands("series", reference.series());
        let current = self.registry.edition_on(reference.series(), self.on(), self.knowledge);
        record.stands("current_edition", current.map(|fact| fact.value.standard.to_string()));
        record.in_force = Some(self.in_force(&reference, current.map(|fact| &fact.value.standard)));
        for fact in editions {
            let content = super::content((*fact.value).clone());
            record.facts.entry("editions").or_default().push(super::stated(fact, content));
            self.fate(&fact.value.standard, &mut record);
        }
        if let Some(stringency) = self.registry.stringency(reference.series()) {
            record.add("stringency", stringency, self.knowledge);
        }
        Ok(Some(record))
    }

    /// An edition is in force from its publication to its withdrawal or replacement; a series while it has one.
    fn in_force(&self, reference: &StandardReference, current: Option<&StandardReference>) -> bool {
        if !reference.is_dated() {
            return current.is_some();
        }
        let Some(fate) = self.registry.standard_fate(reference) else { return current == Some(reference) };
        let withdrawn = fate.withdrawn.known(self.knowledge).any(|fact| fact.from <= self.on());
        let revised = fate.revised.known(self.knowledge).any(|fact| fact.from <= self.on());
        !withdrawn && !revised && current.is_some()
    }

    fn fate(&self, edition: &StandardReference, record: &mut Record) {
        let Some(fate) = self.registry.standard_fate(edition) else { return };
        record.add("revised", &fate.revised, self.knowledge);
        record.add("withdrawn", &fate.withdrawn, self.knowledge);
        record.add("adopted_as", &fate.adopted_as, self.knowledge);
        record.add("adopts", &fate.adopts, self.knowledge);
        for fact in fate.adopted_as.known(self.knowledge) {
            record.relate("adopted_as", Kind::Standard, &fact.value.standard);
        }
        for fact in fate.adopts.known(self.knowledge) {
            record.relate("adopts", Kind::Standard, &fact.value.adopts);
        }
        let until = self.registry.transition_of(edition, self.knowledge);
        if let Some(until) = until {
            record.stands("transition_until", json!(until));
        }
    }
}
