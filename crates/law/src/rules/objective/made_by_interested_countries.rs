//! The text is made by the task force of interested countries.
//!
//! Rec. L 22, L annex C 2.2; CRO-04.
//!
//! How we read it: whoever files a draft is a member of the task force on that day: it called, responded as a
//! member, or joined. An observer follows the work and does not make the text. A draft of somebody else is on
//! record; the finding says whose it is.

use model::{Jurisdiction, LogIndex};

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.made-by-interested-countries",
    duty: "Drafts are filed by countries that are members of the task force on the day.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 22" },
        Citation { source: Source::Recommendations, paragraph: "L annex C 2.2" },
    ],
    requirements: &["CRO-04"],
    reading: "Members called, responded as members or joined; observers do not file drafts.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one draft.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Its number.
    pub draft: u32,
    /// Who filed it.
    pub country: Jurisdiction,
    /// How it takes part on the day: `member`, `observer`; nothing if it does not.
    pub participation: Option<&'a str>,
    /// The draft.
    pub filed: LogIndex,
}

/// Whether a member filed the draft.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.participation == Some("member"))
        .with("objective", input.objective)
        .with("draft", input.draft)
        .with("country", input.country)
        .with("participation", input.participation.unwrap_or("none"))
        .with("statement", input.filed)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::Outcome;

    #[test]
    fn members_make_the_text_and_observers_do_not() {
        let country = "FR".parse().unwrap();
        let with = |participation| {
            check(&Input { objective: "P-1", draft: 1, country, participation, filed: LogIndex(8) }).outcome
        };
        assert_eq!(with(Some("member")), Outcome::Met);
        assert_eq!(with(Some("observer")), Outcome::NotMet);
        assert_eq!(with(None), Outcome::NotMet);
    }
}
