//! Countries that work together on an objective refrain from what conflicts with standardization in preparation for
//! it.
//!
//! Rec. L 24; CRO-16.
//!
//! How we read it: the duty is of countries that take part as members, from their joining to the establishment of
//! the text, while a request for a standard is being worked on. An activity is judged when somebody has noted it;
//! one that ended is shown no more. It is an expectation ("it is also expected"): nothing else follows.

use model::Jurisdiction;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.stand-still",
    duty: "No country that takes part carries on an activity that conflicts with standardization in \
         preparation.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 24" }],
    requirements: &["CRO-16"],
    reading: "The duty of members, while the activity lasts; nothing else follows from it.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// A conflicting activity that lasts on the day.
    pub activity: Option<Recorded<&'a str>>,
    /// Whose it is.
    pub country: Option<Jurisdiction>,
    /// Whether that country is a member of the task force.
    pub member: bool,
}

/// Whether nothing conflicts.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.activity, input.member) {
        (None, _) => "none",
        (Some(_), true) => "conflict",
        (Some(_), false) => "not_a_member",
    };
    Finding::of(&RULE, reason != "conflict")
        .with("objective", input.objective)
        .with("reason", reason)
        .with_some("activity", input.activity.map(|activity| activity.what))
        .with_some("country", input.country)
        .with_some("statement", input.activity.map(|activity| activity.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn it_is_a_duty_of_members() {
        let activity = Some(Recorded { what: "A-1", at: LogIndex(6) });
        let country = Some("JP".parse().unwrap());
        let with = |activity, member| check(&Input { objective: "P-1", activity, country, member }).outcome;
        assert_eq!(with(None, true), Outcome::Met);
        assert_eq!(with(activity, true), Outcome::NotMet);
        assert_eq!(with(activity, false), Outcome::Met);
    }
}
