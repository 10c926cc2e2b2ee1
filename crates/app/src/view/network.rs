//! The network of recognition: which countries and groups are tied by which agreements.

use model::Date;

use super::{Named, Source, Term};

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
