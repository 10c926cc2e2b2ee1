//! The evidence attests to the edition of the act that counts on the day.
//!
//! X8 on transitions; Rec. D.3.4; TRG-06.
//!
//! How we read it: the current edition always counts; the former one counts up to the day before its transition
//! ends, and not at all where no transition is stated. Evidence that names the act without an edition leaves the
//! answer unknown.

use model::{Date, LogIndex};

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "requirement.edition-accepted",
    duty: "The evidence attests to the edition of the act that applies on the day, or to the former one \
         while its transition lasts.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X8" },
        Citation { source: Source::Recommendations, paragraph: "D.3.4" },
    ],
    requirements: &["TRG-06"],
    reading: "Without a stated transition the former edition ends when the new one begins.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The act.
    pub act: &'a str,
    /// Edition to which the evidence attests; `None` if it names the act without one.
    pub attested: Option<&'a str>,
    /// Edition that applies on the day.
    pub current: &'a str,
    /// Edition before it, if there was one.
    pub former: Option<&'a str>,
    /// First day on which the former edition no longer counts, where a transition is stated.
    pub former_until: Option<Date>,
    /// The day that counts.
    pub day: Date,
    /// Statement that carries the current edition.
    pub at: LogIndex,
}

/// Whether the attested edition counts on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let in_transition = input.former_until.is_some_and(|until| input.day < until);
    let outcome = match input.attested {
        None => Outcome::Unknown,
        Some(edition) if edition == input.current => Outcome::Met,
        Some(edition) if input.former == Some(edition) && in_transition => Outcome::Met,
        Some(_) => Outcome::NotMet,
    };
    Finding::new(&RULE, outcome)
        .with("act", input.act)
        .with_some("attested", input.attested)
        .with("current", input.current)
        .with_some("former", input.former)
        .with_some("former_until", input.former_until)
        .with("day", input.day)
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn attesting(attested: Option<&'static str>, former_until: Option<Date>, day: Date) -> Outcome {
        check(&Input {
            act: "B/act/1",
            attested,
            current: "2020",
            former: Some("2014"),
            former_until,
            day,
            at: LogIndex(2),
        })
        .outcome
    }

    #[test]
    fn the_former_edition_counts_to_the_day_before_its_transition_ends() {
        let until = Some(date(2023, 7, 1));
        assert_eq!(attesting(Some("2014"), until, date(2023, 6, 30)), Outcome::Met);
        assert_eq!(attesting(Some("2014"), until, date(2023, 7, 1)), Outcome::NotMet);
        assert_eq!(attesting(Some("2014"), None, date(2023, 6, 30)), Outcome::NotMet);
    }

    #[test]
    fn the_current_edition_counts_and_an_older_one_does_not() {
        assert_eq!(attesting(Some("2020"), None, date(2023, 7, 1)), Outcome::Met);
        assert_eq!(attesting(Some("2009"), Some(date(2030, 1, 1)), date(2023, 7, 1)), Outcome::NotMet);
    }

    #[test]
    fn an_act_named_without_edition_proves_nothing() {
        assert_eq!(attesting(None, None, date(2023, 7, 1)), Outcome::Unknown);
    }
}
