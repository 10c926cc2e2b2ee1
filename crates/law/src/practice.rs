//! What countries answered about a text in the questionnaire on good regulatory practice (CRO-17).
//!
//! A machine cannot judge these duties: the questionnaire asks, countries answer with reasons, and the answers are
//! public. The three outcomes are named once, here, so that a finding says them with the same words for every question.

use crate::{Finding, Outcome, Recorded, Rule};

/// What is compared: the answers on record about one text.
#[derive(Clone, Copy, Debug)]
pub struct Answered<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The answer: yes or no; `None` if nobody answered. Of several, one no is a no.
    pub answer: Option<Recorded<bool>>,
}

impl<'a> Answered<'a> {
    /// The finding of a rule that asks whether the question was answered with yes.
    pub(crate) fn finding(&self, rule: &'static Rule) -> Finding<'a> {
        let (outcome, reason) = match self.answer.map(|answer| answer.what) {
            Some(true) => (Outcome::Met, "answered_yes"),
            Some(false) => (Outcome::NotMet, "answered_no"),
            None => (Outcome::Unknown, "not_answered"),
        };
        Finding::new(rule, outcome)
            .with("objective", self.objective)
            .with("reason", reason)
            .with_some("statement", self.answer.map(|answer| answer.at))
    }
}
