//! The network of recognition: which countries and groups are tied by which agreements.

use std::collections::BTreeSet;

use model::{Date, Jurisdiction};
use registry::Annex;

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
    /// State on the day.
    pub state: &'static str,
    /// Places of the parties in `nodes`.
    pub parties: Vec<usize>,
    /// Who says so.
    pub source: Source,
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
    let with_parties: Vec<_> =
        annexes.into_iter().map(|(id, annex)| (id, annex, parties(reading, annex))).collect();
    let codes: BTreeSet<Jurisdiction> =
        with_parties.iter().flat_map(|(.., parties)| parties).copied().collect();
    let codes: Vec<_> = codes.into_iter().collect();
    let ties = with_parties.iter().map(|(id, annex, parties)| Tie {
        agreement: reading.agreement(&annex.concluded.agreement),
        annex: reading.annex(id),
        recognises: Term::new("recognises", annex.concluded.recognises.as_str()),
        state: super::annex::state(reading, annex),
        parties: parties.iter().filter_map(|party| codes.binary_search(party).ok()).collect(),
        source: reading.source_at(annex.at),
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

fn chapters(annex: &Annex) -> impl Iterator<Item = &str> {
    annex.concluded.products.hs.iter().filter_map(|code| code.as_str().get(..2))
}

/// Parties of an annex on the day: those that it names, else those of its agreement; those that acceded or joined.
fn parties(reading: &Reading<'_>, annex: &Annex) -> Vec<Jurisdiction> {
    let known = reading.knowledge();
    let mut parties = annex.concluded.parties.clone();
    if parties.is_empty()
        && let Some(agreement) = reading.registry.agreement(&annex.concluded.agreement)
    {
        parties.clone_from(&agreement.concluded.parties);
        let acceded = agreement.accessions.known(known).filter(|fact| fact.from <= reading.on);
        parties.extend(acceded.map(|fact| fact.value.party));
    }
    parties.extend(
        annex.joined.known(known).filter(|fact| fact.contains(reading.on)).map(|fact| fact.value.party),
    );
    parties.sort_unstable();
    parties.dedup();
    parties
}
