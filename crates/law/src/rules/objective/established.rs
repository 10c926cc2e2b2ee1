//! An objective counts from the day on which it is established in the registry of objectives.
//!
//! Rec. L annex C 3.4; CRO-06.
//!
//! How we read it: with its formal elements complete an objective is established on the day of its submission. Each
//! version is established on its own day. A text of which an element is missing is on record and is not established:
//! it binds nobody, and the version before stays. Of a text that was stated in short the elements cannot be checked;
//! its registration by the secretariat stands.

use model::{Date, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.established",
    duty: "The objective, in the version that counts, is established on the day.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L annex C 3.4" }],
    requirements: &["CRO-06"],
    reading: "An objective is established on the day of its submission, version by version; a text that lacks a \
         formal element is not established.",
    numbers: &[],
    file: file!(),
    version: 2,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The objective, if there is one for the product.
    pub objective: Option<&'a str>,
    /// Its version.
    pub version: u32,
    /// The day that counts.
    pub day: Date,
    /// Day on which that version was established.
    pub established: Option<Recorded<Date>>,
    /// The first formal element that the text lacks, if it lacks one.
    pub missing_element: Option<&'a str>,
}

/// Whether the objective is established on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let since = |day: Recorded<Date>| Recorded { what: Period::since(day.what), at: day.at };
    let established = input.objective.and(input.established);
    let lacking = input.missing_element.map(|_| "element_missing");
    Finding::unless(&RULE, lacking.or(gap(established.map(since), input.day)))
        .with_some("objective", input.objective)
        .with("version", input.version)
        .with("day", input.day)
        .with_some("established_on", input.established.map(|established| established.what))
        .with_some("element", input.missing_element)
        .with_some("statement", input.established.map(|established| established.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn on(day: Date, established: Option<Date>) -> Outcome {
        let established = established.map(|what| Recorded { what, at: LogIndex(4) });
        check(&Input { objective: Some("CRO-7"), version: 1, day, established, missing_element: None })
            .outcome
    }

    #[test]
    fn a_text_that_lacks_an_element_is_not_established() {
        let established = Some(Recorded { what: date(2022, 4, 1), at: LogIndex(4) });
        let missing_element = Some("competence");
        let day = date(2022, 4, 1);
        let found = check(&Input { objective: Some("CRO-7"), version: 1, day, established, missing_element });
        assert_eq!(found.outcome, Outcome::NotMet);
        assert_eq!(found.fact("element"), Some(crate::Value::Text("competence")));
    }

    #[test]
    fn it_counts_from_the_day_of_its_establishment() {
        let since = Some(date(2022, 4, 1));
        assert_eq!(on(date(2022, 3, 31), since), Outcome::NotMet);
        assert_eq!(on(date(2022, 4, 1), since), Outcome::Met);
        assert_eq!(on(date(2022, 4, 1), None), Outcome::NotMet);
    }
}
