//! What the rules on objectives would find once a statement is logged, and did not find before.

use model::{Date, InstrumentId, LogIndex};
use registry::{JournalKind, Registry};

use super::changes::Compared;
use crate::lookup::{FindingRecord, finding};

/// What a rule would find about a procedure or an objective.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The procedure or objective.
    pub about: String,
    /// The day for which it is found.
    pub on: Date,
    /// The finding.
    pub finding: FindingRecord,
}

impl Compared<'_> {
    /// Findings of chapter `objective` that the statement at a position brings or changes.
    pub(super) fn findings(&self, at: LogIndex) -> Vec<Found> {
        let mut found = Vec::new();
        for kind in [JournalKind::Procedure, JournalKind::Objective] {
            for id in self.after.journals(kind, self.after.knowledge()) {
                let facts = self.after.journal(id);
                let last = facts.and_then(|facts| facts.known(self.after.knowledge()).next_back());
                let Some(last) = last.filter(|last| last.at == at) else { continue };
                let on = last.from.max(self.today);
                let before = findings(self.before, kind, id, on);
                let new = findings(self.after, kind, id, on).into_iter();
                let new = new.filter(|finding| !before.contains(finding));
                found.extend(new.map(|finding| Found { about: id.to_string(), on, finding }));
            }
        }
        found
    }
}

fn findings(registry: &Registry, kind: JournalKind, id: &InstrumentId, on: Date) -> Vec<FindingRecord> {
    let knowledge = registry.knowledge();
    let found = match kind {
        JournalKind::Procedure => {
            procedure::procedure(registry, id, on, knowledge).map(|found| found.findings)
        }
        _ => procedure::objective(registry, id, on, knowledge).map(|found| found.findings),
    };
    found.into_iter().flatten().map(|found| finding(&found)).collect()
}
