//! A member of the scheme in the importing party recognises reports to this standard.
//!
//! Practice of mutual recognition agreements (schemes of bodies); Rec. G.1, G.3; AGR-04.
//!
//! How we read it: a scheme may be for some standards only, and membership of it is given standard by standard. A
//! report that relies on several standards to which the act refers needs each of them. A scheme binds the authorities of the
//! importing party only if its law says so; what the scheme rests on is stated with the instrument, not here.

use model::{Date, Jurisdiction, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "scheme.member-recognises",
    duty: "A member of the scheme in the importing party recognises reports to this standard on the day.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "schemes of bodies" },
        Citation { source: Source::Recommendations, paragraph: "G.1" },
        Citation { source: Source::Recommendations, paragraph: "G.3" },
    ],
    requirements: &["AGR-04"],
    reading: "A scheme binds authorities only where the importing party's law says so.",
    numbers: &[],
    file: file!(),
    version: 2,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The scheme, if there is one.
    pub scheme: Option<&'a str>,
    /// Who would recognise.
    pub importing: Jurisdiction,
    /// The standard of the report, if stated; of several, the first that stands in the way.
    pub standard: Option<&'a str>,
    /// The scheme is for reports to it.
    pub in_scheme: bool,
    /// When a body in the importing party is a member that recognises.
    pub membership: Option<Recorded<Period>>,
    /// Day asked about.
    pub day: Date,
    /// That membership covers the standard.
    pub covers_standard: bool,
}

/// Whether a member in the importing party recognises reports to the standard.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let standard = (!input.covers_standard).then_some("standard");
    let reason = match input.scheme {
        None => Some("no_scheme"),
        Some(_) if !input.in_scheme => Some("not_of_scheme"),
        Some(_) => gap(input.membership, input.day).or(standard),
    };
    Finding::unless(&RULE, reason)
        .with_some("scheme", input.scheme)
        .with("importing", input.importing)
        .with_some("standard", input.standard)
        .with("day", input.day)
        .with_period(["member_from", "member_until"], input.membership)
        .with_some("statement", input.membership.map(|membership| membership.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn input(day: Date) -> Input<'static> {
        let period = Period::new(date(2016, 7, 1), Some(date(2026, 7, 1))).unwrap();
        Input {
            scheme: Some("CB"),
            importing: "AA".parse().unwrap(),
            standard: Some("IEC 60335-1:2020"),
            membership: Some(Recorded { what: period, at: LogIndex(3) }),
            day,
            in_scheme: true,
            covers_standard: true,
        }
    }

    #[test]
    fn membership_counts_on_its_days() {
        assert_eq!(check(&input(date(2016, 6, 30))).outcome, Outcome::NotMet);
        assert_eq!(check(&input(date(2016, 7, 1))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2026, 6, 30))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2026, 7, 1))).outcome, Outcome::NotMet);
    }

    #[test]
    fn a_standard_outside_the_membership_is_not_recognised() {
        let other = check(&Input { covers_standard: false, ..input(date(2020, 1, 1)) });
        assert_eq!(other.outcome, Outcome::NotMet);
        assert_eq!(other.fact("reason"), Some(Value::Text("standard")));
        let outside = check(&Input { in_scheme: false, ..input(date(2020, 1, 1)) });
        assert_eq!(outside.fact("reason"), Some(Value::Text("not_of_scheme")));
        let none = check(&Input { scheme: None, ..input(date(2020, 1, 1)) });
        assert_eq!(none.fact("reason"), Some(Value::Text("no_scheme")));
    }
}
