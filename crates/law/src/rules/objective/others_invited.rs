//! The other member States are invited to implement a registered objective.
//!
//! Rec. L 23; CRO-18.
//!
//! How we read it: the invitation is the secretariat's; no term is set for it.

use model::Date;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.others-invited",
    duty: "The other member States have been invited to implement the objective.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 23" }],
    requirements: &["CRO-18"],
    reading: "No term is set.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Day of the invitation.
    pub invited: Option<Recorded<Date>>,
}

/// Whether the others were invited.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.invited.is_some())
        .with("objective", input.objective)
        .with_some("invited_on", input.invited.map(|invited| invited.what))
        .with_some("statement", input.invited.map(|invited| invited.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn an_invitation_is_on_record_or_not() {
        let invited = Some(Recorded { what: date(2024, 9, 1), at: LogIndex(9) });
        assert_eq!(check(&Input { objective: "CRO-7", invited }).outcome, Outcome::Met);
        assert_eq!(check(&Input { objective: "CRO-7", invited: None }).outcome, Outcome::NotMet);
    }
}
