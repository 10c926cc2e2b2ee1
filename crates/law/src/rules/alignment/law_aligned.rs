//! The exporting party's law in the sector of the annex is confirmed as aligned on the day.
//!
//! Practice of mutual recognition agreements (alignment of law); Rec. F.6 par. 8; AGR-04, AGR-06.
//!
//! How we read it: alignment is confirmed sector by sector by the party to whose law the other aligned. What is not
//! confirmed is not aligned, however similar the texts are.

use model::{Date, Jurisdiction, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "alignment.law-aligned",
    duty: "The exporting party's law in this sector is confirmed as aligned on the day.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "alignment of law" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 8" },
    ],
    requirements: &["AGR-04", "AGR-06"],
    reading: "Alignment that was not confirmed is not assumed from similar texts.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The annex, if there is one.
    pub annex: Option<&'a str>,
    /// The party whose law was aligned, if known.
    pub country: Option<Jurisdiction>,
    /// Day asked about.
    pub day: Date,
    /// When its law counts as aligned.
    pub aligned: Option<Recorded<Period>>,
}

/// Whether the law is confirmed as aligned on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.annex, input.country) {
        (None, _) => Some("no_annex"),
        (Some(_), None) => Some("no_country"),
        (Some(_), Some(_)) => gap(input.aligned, input.day),
    };
    Finding::unless(&RULE, reason)
        .with_some("annex", input.annex)
        .with_some("country", input.country)
        .with("day", input.day)
        .with_period(["aligned_from", "aligned_until"], input.aligned)
        .with_some("statement", input.aligned.map(|aligned| aligned.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn input(day: Date) -> Input<'static> {
        let period = Period::new(date(2013, 1, 19), Some(date(2023, 1, 19))).unwrap();
        let aligned = Some(Recorded { what: period, at: LogIndex(7) });
        Input { annex: Some("AA-BB/medicines"), country: "BB".parse().ok(), day, aligned }
    }

    #[test]
    fn alignment_counts_on_its_days() {
        assert_eq!(check(&input(date(2013, 1, 18))).outcome, Outcome::NotMet);
        assert_eq!(check(&input(date(2013, 1, 19))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2023, 1, 18))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2023, 1, 19))).outcome, Outcome::NotMet);
    }

    #[test]
    fn a_sector_without_annex_party_or_confirmation_is_not_aligned() {
        let full = input(date(2020, 1, 1));
        for input in
            [Input { annex: None, ..full }, Input { country: None, ..full }, Input { aligned: None, ..full }]
        {
            assert_eq!(check(&input).outcome, Outcome::NotMet);
        }
    }
}
