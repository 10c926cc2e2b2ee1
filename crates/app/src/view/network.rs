//! The network of recognition: which countries and groups are tied by which agreements.

use std::collections::BTreeSet;

use model::{Date, Jurisdiction};
use registry::{Annex, OnDay};

use super::{Named, Reading, Source, Term};

/// The network on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkView {
    /// The day.
    pub on: Date,
    /// Countries and groups that take part, in the order of their codes.
    pub nodes: Vec<Node>,
    /// Ties, one for each annex.
    pub ties: Vec<Tie>,
    /// Chapters of the Harmonized System that annexes name.
    pub sectors: Vec<String>,
    /// Chapter that was asked for.
    pub sector: Option<String>,
    /// Kind of recognition that was asked for.
    pub recognises: Option<String>,
}

/// A country or group.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its page.
    pub party: Named,
    /// Whether it is a group.
    pub group: bool,
}

/// An annex between two or more parties.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// The agreement.
    pub agreement: Named,
    /// The annex.
    pub annex: Named,
    /// What is recognised.
    pub recognises: Term,
    /// State on the day: `partly_suspended` if some directions are.
    pub state: &'static str,
    /// Each direction with its state, where they are two or some are suspended.
    pub ways: Vec<TieWay>,
    /// Places of the parties in `nodes`.
    pub parties: Vec<usize>,
    /// Who says so.
    pub source: Source,
}

/// One direction of a tie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TieWay {
    /// Whose results: its place in `nodes`; `None`: those of every other party.
    pub from: Option<usize>,
    /// Who recognises them: its place in `nodes`.
    pub to: usize,
    /// State of the direction on the day.
    pub state: &'static str,
}

/// The network on the day, of annexes that may cover products of a chapter and recognise in a way, if these are given.
pub fn network(reading: &Reading<'_>, sector: Option<&str>, recognises: Option<&str>) -> NetworkView {
    let registry = reading.registry;
    let sectors: BTreeSet<_> = registry.annexes().flat_map(|(_, annex)| chapters(annex)).collect();
    let fits = |annex: &Annex| {
        let products = &annex.concluded.products.hs;
        let in_sector =
            sector.is_none_or(|sector| products.is_empty() || chapters(annex).any(|c| c == sector));
        in_sector && recognises.is_none_or(|kind| annex.concluded.recognises.as_str() == kind)
    };
    let mut annexes: Vec<_> = registry.annexes().filter(|(_, annex)| fits(annex)).collect();
    annexes.sort_by(|a, b| a.0.cmp(b.0));
    let with_parties: Vec<_> = annexes
        .into_iter()
        .map(|(id, annex)| (id, annex, registry.annex_parties(annex, reading.on, reading.knowledge())))
        .collect();
    let codes: BTreeSet<Jurisdiction> =
        with_parties.iter().flat_map(|(.., parties)| parties).copied().collect();
    let codes: Vec<_> = codes.into_iter().collect();
    let ties = with_parties.iter().map(|(id, annex, parties)| {
        let state = super::annex::state(reading, annex);
        Tie {
            agreement: reading.agreement(&annex.concluded.agreement),
            annex: reading.annex(id),
            recognises: Term::new("recognises", annex.concluded.recognises.as_str()),
            state: state.as_str(),
            ways: ways(reading, annex, state, &codes),
            parties: parties.iter().filter_map(|party| codes.binary_search(party).ok()).collect(),
            source: reading.source_at(annex.at),
        }
    });
    let node =
        |code: &Jurisdiction| Node { party: reading.country(*code), group: registry.group(*code).is_some() };
    NetworkView {
        on: reading.on,
        nodes: codes.iter().map(node).collect(),
        ties: ties.collect(),
        sectors: sectors.into_iter().map(str::to_owned).collect(),
        sector: sector.map(str::to_owned),
        recognises: recognises.map(str::to_owned),
    }
}

fn ways(reading: &Reading<'_>, annex: &Annex, state: OnDay, codes: &[Jurisdiction]) -> Vec<TieWay> {
    let place = |code: &Jurisdiction| codes.binary_search(code).ok();
    let found = reading.registry.annex_ways(annex, reading.on, reading.knowledge());
    let way = |way: registry::Way<'_>| {
        let from = way.from.as_ref().map(place);
        // A direction from a party that takes no part is no tie.
        if from == Some(None) {
            return None;
        }
        Some(TieWay { from: from.flatten(), to: place(&way.to)?, state: way.state(state).as_str() })
    };
    found.into_iter().filter_map(way).collect()
}

fn chapters(annex: &Annex) -> impl Iterator<Item = &str> {
    annex.concluded.products.hs.iter().filter_map(|code| code.as_str().get(..2))
}
