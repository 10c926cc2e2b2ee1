//! Suspended releases: customs asks, the authority answers, and a clock runs (Regulation (EU) 2019/1020, articles 26 to 28).
//!
//! Customs asks about an item of a declaration, in a signed request; an authority with the mandate to survey answers: release,
//! maintain or refuse. The term and what holds at its end without an answer are computed and told, never carried out: whether
//! goods are released, customs decides.

mod answer;
mod ask;
mod show;

use jiff::Timestamp;
use law::suspension_term::{Term, term};
use model::{CertificateNumber, Date, Jurisdiction};
use serde::{Deserialize, Serialize};
use store::StoreError;
use store::border::{NewAnswer, Suspension, Told};

use super::lines::{Declaration, DeclarationKind, LineError};
use super::request::RequestRefused;
use super::{Border, Taken, moment};

pub use answer::{Answer, Verdict};
pub use ask::Ask;
pub use show::{SUSPENSIONS_MAX, ShowSuspensions, ShownSuspensions};

/// Characters of a text: what is told in a message of customs.
pub const TEXT_CHARS_MAX: usize = 2_000;
/// Legal acts that are named.
pub const ACTS_MAX: usize = 20;
/// Characters of a reference or the name of an act.
pub const NAME_CHARS_MAX: usize = 128;

/// What customs asks about, beside which item it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Why the release is suspended.
    pub reasons: String,
    /// Legal acts with which the product may not comply; one at least.
    pub acts: Vec<String>,
    /// What the product is, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub product: String,
    /// The certificate that was cited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<CertificateNumber>,
}

/// What the authority says, beside what it comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grounds {
    /// Why.
    pub reasons: String,
    /// Legal acts with which the product does not comply, where it is refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<String>,
}

/// How a suspension stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The term runs, and nobody has answered.
    Open,
    /// The term has ended without an answer: the goods may be released, if all other requirements and formalities are
    /// fulfilled.
    MayBeReleased,
    /// The authority asked to maintain the suspension; no term runs.
    Maintained,
    /// The authority approved the release.
    Released,
    /// The authority refused it.
    Refused,
}

/// A suspension as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SuspensionView {
    /// Its number.
    pub number: u64,
    /// The item.
    pub declaration: Declaration,
    /// The importing country.
    pub importing: Jurisdiction,
    /// Customs' own reference.
    pub reference: String,
    /// The day of the suspension.
    pub suspended_on: Date,
    /// What is asked.
    pub matter: Matter,
    /// Who asked.
    pub asked_by: String,
    /// When (RFC 3339).
    pub asked_at: Timestamp,
    /// How it stands.
    pub standing: Standing,
    /// The clock.
    pub term: TermView,
    /// What was answered, the earliest first.
    pub answers: Vec<AnswerView>,
}

/// The clock of a suspension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TermView {
    /// Working days, Saturdays and Sundays not counted; public holidays are not on record and may make it longer.
    pub working_days: u32,
    /// Where that stands.
    pub source: &'static str,
    /// The last day on which a reply is in time.
    pub due_on: Date,
    /// What holds when it ends without a reply: `may_be_released`.
    pub default: &'static str,
}

/// An answer as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerView {
    /// `release`, `maintain` or `refuse`.
    pub answer: &'static str,
    /// Why.
    pub grounds: Grounds,
    /// Who answered.
    pub by: String,
    /// When (RFC 3339).
    pub at: Timestamp,
    /// Whether the term had ended.
    pub late: bool,
}

/// Why nothing was recorded of a suspension.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SuspensionError {
    /// The request is not taken.
    #[error(transparent)]
    Request(#[from] RequestRefused),
    /// The item is none.
    #[error(transparent)]
    Line(#[from] LineError),
    /// A text is missing or too long.
    #[error("`{field}` has {found} characters: give 1 to {max}")]
    Text {
        /// Which.
        field: &'static str,
        /// Characters found.
        found: usize,
        /// Characters taken.
        max: usize,
    },
    /// No acts, or too many.
    #[error("{0} legal acts are named: name 1 to {ACTS_MAX} with which the product may not comply")]
    Acts(usize),
    /// A day that has not come.
    #[error(
        "the suspension is of `{0}`, which has not come yet: give the day on which the release was suspended"
    )]
    Ahead(Date),
    /// Something else under the same reference.
    #[error(
        "another matter was asked about this item under the same reference, and stays: give another reference"
    )]
    Differs,
    /// No such suspension.
    #[error("there is no suspension {number} of `{importing}`: look at the list")]
    NoSuch {
        /// The number.
        number: u64,
        /// The country.
        importing: Jurisdiction,
    },
    /// It is settled.
    #[error(
        "suspension {0} was released or refused before, and that stays: ask about the item anew under another reference"
    )]
    Final(u64),
    /// The party has no mandate to survey.
    #[error("`{0}` has no mandate to survey for this country: the market surveillance authority answers")]
    NotSurveillance(String),
    /// The store fails.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Border {
    /// A suspension as it stands today.
    fn suspension_view(&self, suspension: Suspension) -> Result<SuspensionView, StoreError> {
        let corrupt = |error: &dyn std::fmt::Display| StoreError::corrupt(format!("a suspension: {error}"));
        let asked = suspension.asked;
        let kind = DeclarationKind::from_name(&asked.kind).ok_or_else(|| corrupt(&"its declaration"))?;
        let standing = standing(&suspension.answers, asked.due_on, self.app().clock().today());
        let Term { working_days, source } = self.term(asked.importing, asked.suspended_on);
        let answer = |given: &NewAnswer| {
            let grounds = serde_json::from_str(&given.content).map_err(|error| corrupt(&error))?;
            let (answer, late) = (given.kind.as_str(), crate::clock::day_of(given.by.at) > asked.due_on);
            let (by, at) = (given.by.party.to_string(), moment(given.by.at));
            Ok(AnswerView { answer, grounds, by, at, late })
        };
        Ok(SuspensionView {
            number: suspension.number,
            declaration: Declaration { kind, value: asked.declaration.clone(), item: asked.item },
            importing: asked.importing,
            reference: asked.reference.clone(),
            suspended_on: asked.suspended_on,
            matter: serde_json::from_str(&asked.content).map_err(|error| corrupt(&error))?,
            asked_by: asked.by.party.to_string(),
            asked_at: moment(asked.by.at),
            standing,
            term: TermView { working_days, source, due_on: asked.due_on, default: "may_be_released" },
            answers: suspension.answers.iter().map(answer).collect::<Result<_, StoreError>>()?,
        })
    }

    /// The term for a suspension in a country.
    fn term(&self, importing: Jurisdiction, suspended_on: Date) -> Term {
        let state = self.app().state();
        let registry = state.registry();
        term(&registry.covering(importing, suspended_on, registry.knowledge()), suspended_on)
    }

    /// What was recorded, and whether it was before.
    fn recorded(
        &self,
        told: Told,
        number: u64,
        importing: Jurisdiction,
    ) -> Result<Taken<SuspensionView>, SuspensionError> {
        match told {
            Told::New(suspension) => Ok(Taken { done: self.suspension_view(suspension)?, again: false }),
            Told::Known(suspension) => Ok(Taken { done: self.suspension_view(suspension)?, again: true }),
            Told::Differs => Err(SuspensionError::Differs),
            Told::None => Err(SuspensionError::NoSuch { number, importing }),
            Told::Final => Err(SuspensionError::Final(number)),
        }
    }
}

/// How it stands: the last answer says it; without one, the term.
fn standing(answers: &[NewAnswer], due_on: Date, today: Date) -> Standing {
    use store::border::AnswerKind;
    match answers.last().map(|answer| answer.kind) {
        Some(AnswerKind::Release) => Standing::Released,
        Some(AnswerKind::Maintain) => Standing::Maintained,
        Some(AnswerKind::Refuse) => Standing::Refused,
        None if today <= due_on => Standing::Open,
        None => Standing::MayBeReleased,
    }
}

fn text(field: &'static str, found: &str, max: usize) -> Result<(), SuspensionError> {
    let count = found.chars().count();
    if (1..=max).contains(&count) { Ok(()) } else { Err(SuspensionError::Text { field, found: count, max }) }
}

fn acts(acts: &[String], least: usize) -> Result<(), SuspensionError> {
    if !(least..=ACTS_MAX).contains(&acts.len()) {
        return Err(SuspensionError::Acts(acts.len()));
    }
    acts.iter().try_for_each(|act| text("acts", act, NAME_CHARS_MAX))
}

fn written(content: &impl Serialize) -> String {
    // Texts and lists of texts: writing them cannot fail.
    serde_json::to_string(content).unwrap_or_default()
}
