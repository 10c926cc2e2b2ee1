//! The task force agrees on its working procedures and informs of its work, which is public.
//!
//! Rec. L annex C 2.3; CRO-04.
//!
//! How we read it: a task force that has begun has its working procedures on record, and something of its work
//! beside: a meeting, a document or a report on progress. Everything on record here is public.

use model::LogIndex;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.work-is-public",
    duty: "The task force has its working procedures and its work on record.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L annex C 2.3" }],
    requirements: &["CRO-04"],
    reading: "Working procedures and one further record at least, once the task force has begun.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Where working procedures are on record.
    pub procedures: Option<LogIndex>,
    /// Number of meetings, documents and reports on record.
    pub records: u32,
}

/// Whether the work is public.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.procedures, input.records) {
        (None, _) => Some("no_working_procedures"),
        (Some(_), 0) => Some("no_records"),
        (Some(_), _) => None,
    };
    Finding::unless(&RULE, reason)
        .with("objective", input.objective)
        .with("records", input.records)
        .with_some("statement", input.procedures)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    #[test]
    fn procedures_and_a_record_are_both_needed() {
        let with = |procedures, records| check(&Input { objective: "P-1", procedures, records }).outcome;
        assert_eq!(with(Some(LogIndex(4)), 1), Outcome::Met);
        assert_eq!(with(Some(LogIndex(4)), 0), Outcome::NotMet);
        assert_eq!(with(None, 3), Outcome::NotMet);
    }
}
