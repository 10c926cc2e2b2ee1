//! Members of the WTO accept results of other members whenever possible.
//!
//! WTO TBT Agreement, articles 6.1 and 2.7; Rec. G.2.
//!
//! How we read it: where no instrument binds, the TBT Agreement still asks a member to accept results of another
//! member's procedures if it is satisfied that they offer the same assurance, and to consider equivalent
//! regulations. That is no recognition but a discretion to be used: the importing country may accept, and should be
//! asked. Both must be members on the day.

use model::{Date, Jurisdiction, Period};

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "wto.whenever-possible",
    duty: "Importing and exporting party are both members of the WTO on the day.",
    citations: &[
        Citation { source: Source::Tbt, paragraph: "6.1" },
        Citation { source: Source::Tbt, paragraph: "2.7" },
        Citation { source: Source::Recommendations, paragraph: "G.2" },
    ],
    requirements: &["AGR-11"],
    reading: "Membership of both gives a discretion, never a duty.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// The importing party.
    pub importing: Jurisdiction,
    /// The exporting party, if known.
    pub exporting: Option<Jurisdiction>,
    /// Membership of the importing party.
    pub importing_member: Option<Recorded<Period>>,
    /// Membership of the exporting party.
    pub exporting_member: Option<Recorded<Period>>,
    /// The day that counts.
    pub day: Date,
}

/// Whether both are members on the day.
pub fn check<'a>(input: &Input) -> Finding<'a> {
    let member = |membership: Option<Recorded<Period>>| {
        membership.is_some_and(|membership| membership.what.contains(input.day))
    };
    let reason = match (member(input.importing_member), member(input.exporting_member)) {
        (true, true) => "both",
        (false, true) => "importing",
        (true, false) => "exporting",
        (false, false) => "neither",
    };
    Finding::of(&RULE, reason == "both")
        .with("importing", input.importing)
        .with_some("exporting", input.exporting)
        .with("day", input.day)
        .with("reason", reason)
        .with_some("statement", input.importing_member.map(|membership| membership.at))
        .with_some("exporting_statement", input.exporting_member.map(|membership| membership.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn on(day: Date) -> Input {
        let since = |day, at| Some(Recorded { what: Period::since(day), at: LogIndex(at) });
        Input {
            importing: "CH".parse().unwrap(),
            exporting: Some("CN".parse().unwrap()),
            importing_member: since(date(1995, 7, 1), 1),
            exporting_member: since(date(2001, 12, 11), 2),
            day,
        }
    }

    #[test]
    fn both_must_be_members_on_the_day() {
        assert_eq!(check(&on(date(2001, 12, 10))).outcome, Outcome::NotMet);
        assert_eq!(check(&on(date(2001, 12, 11))).outcome, Outcome::Met);
    }

    #[test]
    fn who_is_no_member_is_named() {
        let day = date(2010, 1, 1);
        let exporting = check(&Input { exporting: None, exporting_member: None, ..on(day) });
        assert_eq!(exporting.outcome, Outcome::NotMet);
        assert_eq!(exporting.fact("reason"), Some(Value::Text("exporting")));
        let importing = check(&Input { importing_member: None, ..on(day) });
        assert_eq!(importing.fact("reason"), Some(Value::Text("importing")));
    }
}
