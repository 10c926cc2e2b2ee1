//! The authority answers what customs asked.

use model::{Jurisdiction, MandateScope};
use serde::{Deserialize, Serialize};
use store::border::{AnswerKind, NewAnswer};

use super::{Grounds, SuspensionError, SuspensionView, TEXT_CHARS_MAX, acts, text, written};
use crate::border::{Border, Requester, Taken};

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The importing country.
    pub importing: Jurisdiction,
    /// Number of the suspension.
    pub number: u64,
    /// `release`, `maintain` or `refuse`.
    pub answer: Verdict,
    /// Why; to refuse, also with which legal acts the product does not comply.
    pub grounds: Grounds,
}

/// What the authority says, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The goods may be released.
    Release,
    /// The suspension stands until the authority says more.
    Maintain,
    /// They may not be released.
    Refuse,
}

impl Border {
    /// Records an answer, also one that comes late: it is marked so. The same again is known.
    ///
    /// # Errors
    /// [`SuspensionError`]; nothing was recorded.
    pub fn answer_suspension(
        &self,
        requester: &Requester,
        asked: &Answer,
    ) -> Result<Taken<SuspensionView>, SuspensionError> {
        text("reasons", &asked.grounds.reasons, TEXT_CHARS_MAX)?;
        acts(&asked.grounds.acts, usize::from(asked.answer == Verdict::Refuse))?;
        let (party, today) = (requester.party(), self.app().clock().today());
        let state = self.app().state();
        if !state.registry().has_mandate(party, asked.importing, MandateScope::Survey, today) {
            return Err(SuspensionError::NotSurveillance(party.to_string()));
        }
        let kind = match asked.answer {
            Verdict::Release => AnswerKind::Release,
            Verdict::Maintain => AnswerKind::Maintain,
            Verdict::Refuse => AnswerKind::Refuse,
        };
        let answer = NewAnswer { kind, content: written(&asked.grounds), by: requester.by().clone() };
        let told = self.store().answer(asked.number, asked.importing, &answer)?;
        self.recorded(told, asked.number, asked.importing)
    }
}
