//! A result counts under an annex only if its body was listed when it assessed.
//!
//! Practice of mutual recognition agreements (section on listed bodies); Rec. F.6 par. 5; AGR-03, AGR-10.
//!
//! How we read it: the day that counts is the day of the assessment, not of the decision, so that a body that leaves
//! the list later does not unmake what it did (reading 5). Where an annex gives listings a term, a listing lapses at
//! its end unless it was renewed, whatever end was entered.

use model::{Date, Period};

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "body.listed-before-assessment",
    duty: "The body that issued the result was on the list of the annex on the day of the assessment.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "listing of bodies" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 5" },
    ],
    requirements: &["AGR-03", "AGR-10"],
    reading: "The day of the assessment counts. A listing lapses at the end of the annex's term unless renewed.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The body.
    pub body: &'a str,
    /// The annex, if there is one.
    pub annex: Option<&'a str>,
    /// Day of the assessment.
    pub assessed_on: Date,
    /// The latest listing of the body that names the act, procedure and product and covers the day; else the latest.
    pub listing: Option<Recorded<Period>>,
    /// Months after which a listing lapses, where the annex says so.
    pub listing_term_months: Option<u32>,
}

/// Whether the body was listed on the day of the assessment.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let listed = input
        .listing
        .is_some_and(|listing| covers(listing.what, input.listing_term_months, input.assessed_on));
    Finding::of(&RULE, listed)
        .with("body", input.body)
        .with_some("annex", input.annex)
        .with("assessed_on", input.assessed_on)
        .with_some("listed_from", input.listing.map(|listing| listing.what.from()))
        .with_some(
            "listed_until",
            input.listing.and_then(|listing| end_of(listing.what, input.listing_term_months)),
        )
        .with_some("statement", input.listing.map(|listing| listing.at))
}

/// Whether a listing, with the term of its annex, covers a day.
pub fn covers(listing: Period, term_months: Option<u32>, day: Date) -> bool {
    let lapsed = term_months.and_then(|months| lapses_on(listing, months));
    listing.contains(day) && lapsed.is_none_or(|end| day < end)
}

/// The first day on which a listing has lapsed by its term.
fn lapses_on(listing: Period, months: u32) -> Option<Date> {
    listing.from().checked_add(jiff::Span::new().months(i64::from(months))).ok()
}

fn end_of(listing: Period, months: Option<u32>) -> Option<Date> {
    let lapsed = months.and_then(|months| lapses_on(listing, months));
    listing.until().into_iter().chain(lapsed).min()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn listed(from: Date, until: Option<Date>, term: Option<u32>, assessed_on: Date) -> Finding<'static> {
        let listing = Recorded { what: Period::new(from, until).unwrap(), at: LogIndex(7) };
        check(&Input {
            body: "did:web:lab",
            annex: Some("AB/x"),
            assessed_on,
            listing: Some(listing),
            listing_term_months: term,
        })
    }

    #[test]
    fn the_day_of_the_assessment_decides() {
        let (from, until) = (date(2020, 1, 1), date(2021, 1, 1));
        assert_eq!(listed(from, Some(until), None, date(2019, 12, 31)).outcome, Outcome::NotMet);
        assert_eq!(listed(from, Some(until), None, date(2020, 1, 1)).outcome, Outcome::Met);
        assert_eq!(listed(from, Some(until), None, date(2020, 12, 31)).outcome, Outcome::Met);
        assert_eq!(listed(from, Some(until), None, date(2021, 1, 1)).outcome, Outcome::NotMet);
    }

    #[test]
    fn a_listing_lapses_after_its_term() {
        let from = date(2020, 2, 29);
        assert_eq!(listed(from, None, Some(36), date(2023, 2, 27)).outcome, Outcome::Met);
        let lapsed = listed(from, None, Some(36), date(2023, 2, 28));
        assert_eq!(lapsed.outcome, Outcome::NotMet);
        assert_eq!(lapsed.fact("listed_until"), Some(Value::Day(date(2023, 2, 28))));
    }

    #[test]
    fn a_body_on_no_list_is_not_listed() {
        let finding = check(&Input {
            body: "did:web:lab",
            annex: None,
            assessed_on: date(2020, 1, 1),
            listing: None,
            listing_term_months: None,
        });
        assert_eq!(finding.outcome, Outcome::NotMet);
    }
}
