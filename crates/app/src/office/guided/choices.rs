//! What a form offers to choose from: what is on record.

use std::collections::BTreeMap;

use registry::{JournalKind, Registry};

use super::nodes::{Node, What};
use crate::headings::{self, Heading};
use crate::view::country;

/// Most entries of one list that is offered; whoever needs another types it.
const OFFERED_MAX: usize = 500;

/// Editions of the Harmonized System, the current one first.
const EDITIONS: &[u16] = &[2022, 2017, 2012, 2007, 2002, 1996, 1992, 1988];

/// What a form offers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// Countries and groups: code, name, whether it is a group; by name.
    pub jurisdictions: Vec<(String, String, bool)>,
    /// Lists by name: what is written, and what it is called.
    pub lists: BTreeMap<&'static str, Vec<(String, String)>>,
}

impl Choices {
    /// The list that a field offers; `None` for none.
    pub fn list_of(node: &Node) -> Option<&'static str> {
        match &node.what {
            What::Party(_) => Some("parties"),
            What::Standard(_) => Some("standards"),
            What::Code(_) | What::Codes(_) => Some("codes"),
            What::Number(_) if node.name.ends_with("edition") => Some("editions"),
            What::Instrument(_) => match node.name.as_str() {
                "procedure" => Some("procedures"),
                "objective" | "revises" => Some("objectives"),
                "regulation" | "requirement" | "requirements" | "act" => Some("regulations"),
                "agreement" => Some("agreements"),
                "annex" => Some("annexes"),
                "needs" => Some("needs"),
                "request" => Some("requests"),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn of(registry: &Registry, nodes: &[Node], language: &str) -> Self {
        let mut choices = Self::default();
        let mut see = |node: &Node| {
            if matches!(node.what, What::Jurisdiction(_)) && choices.jurisdictions.is_empty() {
                choices.jurisdictions = country::names(registry, language);
            }
            if let Some(list) = Self::list_of(node) {
                choices.lists.entry(list).or_insert_with(|| offered(registry, list, language));
            }
        };
        nodes.iter().for_each(|node| node.walk(&mut see));
        choices
    }
}

fn offered(registry: &Registry, list: &str, language: &str) -> Vec<(String, String)> {
    let known = registry.knowledge();
    let journal = |kind| -> Vec<(String, String)> {
        let ids = registry.journals(kind, known).rev().take(OFFERED_MAX);
        ids.map(|id| (id.to_string(), title(registry, id, language))).collect()
    };
    match list {
        "parties" => {
            let parties = registry.parties().take(OFFERED_MAX).map(|party| &party.registered);
            parties.map(|p| (p.party.to_string(), p.name.in_language(language).to_owned())).collect()
        }
        "standards" => {
            let series = registry.standards().take(OFFERED_MAX);
            series.map(|(name, _)| (name.to_string(), String::new())).collect()
        }
        // Code and name together, so that either is found as one types.
        "codes" => headings::all(language).map(|found| (named(&found), String::new())).collect(),
        "editions" => EDITIONS.iter().map(|year| (year.to_string(), format!("HS {year}"))).collect(),
        "procedures" => journal(JournalKind::Procedure),
        "objectives" => journal(JournalKind::Objective),
        "needs" => journal(JournalKind::Need),
        "requests" => journal(JournalKind::StandardWork),
        "regulations" => ids(registry.regulations().map(|(id, _)| id)),
        "agreements" => ids(registry.agreements().map(|(id, _)| id)),
        "annexes" => ids(registry.annexes().map(|(id, _)| id)),
        _ => Vec::new(),
    }
}

/// A heading as it is offered: its code, then its name.
pub fn named(heading: &Heading) -> String {
    format!("{} {}", heading.code, heading.name)
}

fn ids<'r>(ids: impl Iterator<Item = &'r model::InstrumentId>) -> Vec<(String, String)> {
    ids.take(OFFERED_MAX).map(|id| (id.to_string(), String::new())).collect()
}

/// The title last given to a procedure or objective.
fn title(registry: &Registry, id: &model::InstrumentId, language: &str) -> String {
    let facts = registry.journal(id).into_iter().flat_map(|facts| facts.known(registry.knowledge()));
    let mut titles = facts.filter_map(|fact| match &fact.value.act {
        statement::Act::InterestStated(act) => Some(&act.title),
        statement::Act::CallMade(act) => Some(&act.title),
        statement::Act::DraftFiled(act) => Some(&act.title),
        statement::Act::ObjectiveEstablished(act) => Some(&act.title),
        statement::Act::NeedIdentified(act) => Some(&act.title),
        statement::Act::StandardWorkRequested(act) => Some(&act.subject),
        _ => None,
    });
    titles.next_back().map(|text| text.in_language(language).to_owned()).unwrap_or_default()
}
