//! The need for harmonization is identified by a trigger that is on record.
//!
//! Rec. L 19, L 19(a), L 19(b), L 19(c), L 20; CRO-01, TRG-01.
//!
//! How we read it: L 19 names a study, an initiative of countries and complaints, L 20 a notified regulation, "for
//! instance": a procedure without a recorded trigger is not wrong, its trigger is unknown. An interest of a country
//! on its own is an initiative (L 19(b)). National authorities are responsible: a country or the secretariat records
//! the need.

use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.need-identified",
    duty: "A trigger of the harmonization is on record: a study, an initiative, a complaint or a \
         notified regulation.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 19" },
        Citation { source: Source::Recommendations, paragraph: "L 19(a)" },
        Citation { source: Source::Recommendations, paragraph: "L 19(b)" },
        Citation { source: Source::Recommendations, paragraph: "L 19(c)" },
        Citation { source: Source::Recommendations, paragraph: "L 20" },
    ],
    requirements: &["CRO-01", "TRG-01"],
    reading: "The list of triggers is open; without one on record it is unknown.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The first need that the procedure answers, if one is named.
    pub need: Option<Recorded<&'a str>>,
    /// What set it off: `study`, `initiative`, `complaint`, `notified_regulation`.
    pub trigger: Option<&'a str>,
}

/// Whether a trigger is on record.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let outcome = if input.trigger.is_some() { Outcome::Met } else { Outcome::Unknown };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with_some("need", input.need.map(|need| need.what))
        .with_some("trigger", input.trigger)
        .with_some("statement", input.need.map(|need| need.at))
}

#[cfg(test)]
mod tests {
    use model::LogIndex;

    use super::*;

    #[test]
    fn a_named_trigger_meets_it_and_none_leaves_it_unknown() {
        let need = Some(Recorded { what: "N-1", at: LogIndex(2) });
        let named = Input { objective: "P-1", need, trigger: Some("complaint") };
        assert_eq!(check(&named).outcome, Outcome::Met);
        assert_eq!(check(&Input { need: None, trigger: None, ..named }).outcome, Outcome::Unknown);
    }
}
