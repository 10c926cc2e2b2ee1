//! A body owned or controlled by a barred owner is not recognised.
//!
//! Practice of importing countries (ownership of bodies, such as the FCC's rule of 2025); X4 on conflicts of
//! interest; AGR-04.
//!
//! How we read it: the bar, its threshold and its first day are facts of the importing country. A share at the
//! threshold counts as over it. Control or direction counts whatever the share. Ownership is a dated fact: what is
//! given is what holds on the day.

use model::Date;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "body.ownership-not-barred",
    duty: "No owner that the importing country bars holds the threshold share of the body, or controls it.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "ownership of bodies" },
        Citation { source: Source::Methods, paragraph: "X4" },
    ],
    requirements: &["AGR-04"],
    reading: "A share at the threshold is barred; control is barred whatever the share.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The body.
    pub body: &'a str,
    /// The day that counts.
    pub day: Date,
    /// The barred owner found among those of the body.
    pub owner: Option<Recorded<&'a str>>,
    /// Its share, in thousandths.
    pub share_permille: u32,
    /// Share from which the bar applies, in thousandths.
    pub threshold_permille: u32,
    /// Whether the owner controls or directs the body.
    pub controls: bool,
    /// The bar of the importing country that applies on the day.
    pub bar: Option<Recorded<&'a str>>,
}

/// Whether no bar on ownership applies.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.owner, input.bar) {
        (None, _) => "no_owner",
        (Some(_), None) => "no_bar",
        (Some(_), Some(_)) if input.controls => "controls",
        (Some(_), Some(_)) if input.share_permille >= input.threshold_permille => "share",
        (Some(_), Some(_)) => "below_threshold",
    };
    Finding::of(&RULE, !matches!(reason, "controls" | "share"))
        .with("body", input.body)
        .with("day", input.day)
        .with("reason", reason)
        .with_some("owner", input.owner.map(|owner| owner.what))
        .with("share_permille", input.share_permille)
        .with("threshold_permille", input.threshold_permille)
        .with_some("bar", input.bar.map(|bar| bar.what))
        .with_some("statement", input.owner.map(|owner| owner.at))
        .with_some("bar_statement", input.bar.map(|bar| bar.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    const OWNED: Input<'static> = Input {
        body: "did:web:lab",
        day: date(2025, 9, 8),
        owner: Some(Recorded { what: "did:web:owner", at: LogIndex(4) }),
        share_permille: 100,
        threshold_permille: 100,
        controls: false,
        bar: Some(Recorded { what: "B/bar/1", at: LogIndex(5) }),
    };

    #[test]
    fn a_share_at_the_threshold_is_barred() {
        assert_eq!(check(&OWNED).outcome, Outcome::NotMet);
        assert_eq!(check(&Input { share_permille: 99, ..OWNED }).outcome, Outcome::Met);
    }

    #[test]
    fn control_is_barred_whatever_the_share() {
        assert_eq!(check(&Input { share_permille: 0, controls: true, ..OWNED }).outcome, Outcome::NotMet);
    }

    #[test]
    fn without_a_bar_or_a_barred_owner_ownership_does_not_matter() {
        assert_eq!(check(&Input { bar: None, ..OWNED }).outcome, Outcome::Met);
        assert_eq!(check(&Input { owner: None, controls: true, ..OWNED }).outcome, Outcome::Met);
    }
}
