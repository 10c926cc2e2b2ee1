//! The journal: for each need, procedure, objective and request, the acts that made its history, in the order of the
//! log. Procedures and clocks are read from it; decisions are not.

use model::{Date, InstrumentId, Jurisdiction, LogIndex, PartyId};
use statement::act::{Act, CallMade, DraftFiled};

use crate::Registry;
use crate::facts::{Fact, Facts, Knowledge};

/// An act with the day of its entry.
#[derive(Clone, Debug)]
pub struct JournalEntry {
    /// The day on which the log admitted it (UTC).
    pub entered_on: Date,
    /// Who signed the statement.
    pub signer: PartyId,
    /// For a joint act: the countries that it binds at once, those for which its signer speaks, or all when a recorder
    /// reports it (reading 7).
    pub binds: Vec<Jurisdiction>,
    /// SHA-256 of the statement's JWS: what concurrences cite.
    pub digest: [u8; 32],
    /// What was said.
    pub act: Act,
}

/// What a journal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum JournalKind {
    /// A need for harmonization.
    Need,
    /// A procedure: interest, call, task force, drafts, submission.
    Procedure,
    /// A common regulatory objective.
    Objective,
    /// A request for a standard, or an entry in the standardization list.
    StandardWork,
    /// An interpretation.
    Interpretation,
    /// A technical regulation that was proposed.
    ProposedRegulation,
}

/// Reading journals.
impl Registry {
    /// The statements that cite a document, by its SHA-256, in the order of the log.
    pub fn citing(&self, sha256: &[u8; 32]) -> &[LogIndex] {
        self.documents.get(sha256).map_or(&[], Vec::as_slice)
    }

    /// The SHA-256 of every document that a statement cites, in no order.
    pub fn cited_documents(&self) -> impl Iterator<Item = &[u8; 32]> {
        self.documents.iter().map(|(digest, _)| digest)
    }

    /// The history of something, in the order of the log.
    pub fn journal(&self, id: &InstrumentId) -> Option<&Facts<JournalEntry>> {
        self.journal.get(id).map(|(_, entries)| entries)
    }

    /// What a journal is about.
    pub fn journal_kind(&self, id: &InstrumentId) -> Option<JournalKind> {
        self.journal.get(id).map(|(kind, _)| *kind)
    }

    /// Everything of a kind that is known, in the order in which it was first stated.
    pub fn journals<'a>(
        &'a self,
        kind: JournalKind,
        knowledge: Knowledge<'a>,
    ) -> impl DoubleEndedIterator<Item = &'a InstrumentId> + 'a {
        let listed = self.journals.get(&kind).into_iter();
        listed.flat_map(move |facts| facts.known(knowledge)).map(|fact| fact.value.as_ref())
    }

    /// The call of a procedure, as far as everything is known.
    pub(crate) fn call(&self, procedure: &InstrumentId) -> Option<&CallMade> {
        self.entries(procedure).find_map(|entry| match &entry.value.act {
            Act::CallMade(call) => Some(call),
            _ => None,
        })
    }

    /// A draft of a procedure, as far as everything is known.
    pub(crate) fn draft(&self, procedure: &InstrumentId, number: u32) -> Option<&DraftFiled> {
        self.drafts(procedure).find(|draft| draft.draft == number)
    }

    /// The drafts of a procedure, as far as everything is known.
    pub(crate) fn drafts(&self, procedure: &InstrumentId) -> impl Iterator<Item = &DraftFiled> {
        self.entries(procedure).filter_map(|entry| match &entry.value.act {
            Act::DraftFiled(draft) => Some(draft),
            _ => None,
        })
    }

    pub(crate) fn entries(&self, id: &InstrumentId) -> impl Iterator<Item = &Fact<JournalEntry>> {
        self.journal(id).into_iter().flat_map(|facts| facts.known(self.knowledge()))
    }
}
