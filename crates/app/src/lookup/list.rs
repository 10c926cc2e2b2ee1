//! Lists of what is on file, in the order of identifiers, page by page.

use std::borrow::Cow;

use model::{InstrumentId, Jurisdiction, Text};
use registry::{Knowledge, Registry};

use super::{AsOf, BODIES, Kind, LookupError, When};
use crate::app::App;
use crate::titles;

/// Most rows in one page.
pub const LIST_MAX: usize = 500;

/// Which rows.
#[derive(Clone, Debug, Default)]
pub struct Select {
    /// Of this country or group.
    pub country: Option<Jurisdiction>,
    /// After this identifier.
    pub after: Option<String>,
    /// At most as many, and at most [`LIST_MAX`].
    pub limit: usize,
    /// As of when.
    pub when: When,
}

/// One thing in a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListRow {
    /// Its identifier.
    pub id: String,
    /// Name or title, in all languages on file.
    pub title: Vec<(String, String)>,
    /// Whose it is.
    pub country: Option<Jurisdiction>,
    /// What it is more exactly: kind of party, what an annex recognises, kind of measure, decision or
    /// acceptance.
    pub detail: Option<&'static str>,
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct List {
    /// The rows, by identifier.
    pub rows: Vec<ListRow>,
    /// Give this as `after` to go on; `None` at the end.
    pub next: Option<String>,
    /// As of when.
    pub as_of: AsOf,
}

/// A candidate: cheap until it is known to be on the page.
struct Candidate<'r> {
    id: &'r str,
    title: Option<Cow<'r, Text>>,
    country: Option<Jurisdiction>,
    detail: Option<&'static str>,
}

impl App {
    /// A page of everything of one kind. Certificates have a list of their own.
    ///
    /// # Errors
    /// [`LookupError`].
    pub fn list(&self, kind: Kind, select: &Select) -> Result<List, LookupError> {
        let state = self.state();
        let as_of = self.as_of(&state, select.when)?;
        let limit = select.limit.clamp(1, LIST_MAX);
        let mut found = candidates(state.registry(), kind, &as_of);
        found.retain(|row| {
            select.country.is_none_or(|country| row.country == Some(country))
                && select.after.as_deref().is_none_or(|after| row.id > after)
        });
        // Only the page is sorted, not everything behind it.
        if found.len() > limit {
            found.select_nth_unstable_by(limit, |a, b| a.id.cmp(b.id));
        }
        let more = found.len() > limit;
        found.truncate(limit);
        found.sort_unstable_by(|a, b| a.id.cmp(b.id));
        let next = found.last().filter(|_| more).map(|row| row.id.to_owned());
        Ok(List { rows: found.into_iter().map(Candidate::row).collect(), next, as_of })
    }
}

impl Candidate<'_> {
    fn row(self) -> ListRow {
        let title = self.title.map(|title| title.into_owned().0.into_iter().collect()).unwrap_or_default();
        ListRow { id: self.id.to_owned(), title, country: self.country, detail: self.detail }
    }
}

fn candidates<'r>(registry: &'r Registry, kind: Kind, as_of: &AsOf) -> Vec<Candidate<'r>> {
    let known = |at| at <= as_of.known_at;
    let knowledge = registry.knowledge_at(as_of.known_at);
    match kind {
        Kind::Country => countries(registry),
        Kind::Party | Kind::Body => registry
            .parties()
            .filter(|party| {
                known(party.at) && (kind == Kind::Party || BODIES.contains(&party.registered.kind))
            })
            .map(|party| &party.registered)
            .map(|party| {
                row(party.party.as_str(), &party.name, Some(party.country), Some(party.kind.as_str()))
            })
            .collect(),
        Kind::Standard => registry
            .standards()
            .filter_map(|(id, series)| Some((id, series.editions.known(knowledge).next_back()?)))
            .map(|(id, last)| row(id, &last.value.title, None, None))
            .collect(),
        Kind::Regulation => registry
            .regulations()
            .filter(|(_, found)| known(found.at))
            .map(|(id, found)| row(id.as_str(), &found.adopted.title, Some(found.adopted.country), None))
            .collect(),
        Kind::Objective => registry
            .objectives()
            .filter_map(|(id, found)| Some((id, found.versions.known(knowledge).next_back()?)))
            .map(|(id, last)| row(id.as_str(), &last.value.title, None, None))
            .collect(),
        Kind::Agreement => registry
            .agreements()
            .filter(|(_, found)| known(found.at))
            .map(|(id, found)| {
                row(id.as_str(), &found.concluded.title, None, Some(found.concluded.binding.as_str()))
            })
            .collect(),
        Kind::Annex => registry
            .annexes()
            .filter(|(_, found)| known(found.at))
            .map(|(id, found)| {
                row(id.as_str(), &found.concluded.title, None, Some(found.concluded.recognises.as_str()))
            })
            .collect(),
        Kind::Measure => registry
            .measures()
            .filter_map(|(id, found)| Some((id, found.taken.known(knowledge).next_back()?)))
            .map(|(id, last)| Candidate {
                id: id.as_str(),
                title: None,
                country: Some(last.value.country),
                detail: Some(last.value.kind.as_str()),
            })
            .collect(),
        Kind::PriorDecision => prior_decisions(registry, knowledge),
        Kind::Equivalence => equivalences(registry, knowledge),
        Kind::Certificate => Vec::new(),
    }
}

fn prior_decisions<'r>(registry: &'r Registry, knowledge: Knowledge<'r>) -> Vec<Candidate<'r>> {
    let known = registry.prior_decisions().filter_map(|(id, prior)| {
        let last = prior.decided.known(knowledge).next_back()?;
        let title = titles::in_every_language(|code| titles::prior_decision(registry, id, code, knowledge));
        let detail = if prior.legal_basis.is_empty() { "decision" } else { "acceptance" };
        let country = Some(last.value.country);
        Some(Candidate { id: id.as_str(), title: Some(Cow::Owned(title)), country, detail: Some(detail) })
    });
    known.collect()
}

fn equivalences<'r>(registry: &'r Registry, knowledge: Knowledge<'r>) -> Vec<Candidate<'r>> {
    let known = registry
        .equivalences()
        .filter(|(id, annex)| annex.equivalences.known(knowledge).any(|fact| fact.value.equivalence == **id));
    let row = |(id, _): (&'r InstrumentId, &registry::Annex)| {
        let title = titles::in_every_language(|code| titles::equivalence(registry, id, code, knowledge));
        Candidate { id: id.as_str(), title: Some(Cow::Owned(title)), country: None, detail: None }
    };
    known.map(row).collect()
}

fn countries(registry: &Registry) -> Vec<Candidate<'_>> {
    let countries = registry.countries().map(|country| (&country.country, &country.name, "country"));
    let groups = registry.groups().map(|group| (&group.group, &group.name, "group"));
    countries
        .chain(groups)
        .map(|(code, name, detail)| row(code.as_str(), name, Some(*code), Some(detail)))
        .collect()
}

fn row<'r>(
    id: &'r str,
    title: &'r Text,
    country: Option<Jurisdiction>,
    detail: Option<&'static str>,
) -> Candidate<'r> {
    Candidate { id, title: Some(Cow::Borrowed(title)), country, detail }
}
