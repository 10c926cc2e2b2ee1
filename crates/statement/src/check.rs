//! What can be checked of an act without a registry: it does not contradict itself, and passes no limit.

mod acts;
mod objective;
mod parts;
mod quick;
mod texts;

use model::limits::DOCUMENT_BYTES_MAX;
use model::{Date, HsCode, MandateScope};
use serde_json::Value;
use thiserror::Error;

use crate::keys::KeyError;
use crate::path::Path;
use crate::payload::Payload;

/// Why an act contradicts itself or passes a limit. Every field is given with its path from the statement on, such
/// as `act.certificates[3].expires_on`.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ActError {
    /// Such an act is never reported by somebody else.
    #[error("`{act}` cannot be reported: whoever it belongs to must sign it; remove `reported`")]
    NotReportable {
        /// Name of the act.
        act: &'static str,
    },
    /// A period has no day in it.
    #[error(
        "`{field}` is {until} and must be after the first day, {from}: give a later day, or leave it out"
    )]
    Period {
        /// The end of the period.
        field: String,
        /// First day.
        from: Date,
        /// First day after, as given.
        until: Date,
    },
    /// A day is before another that it cannot precede.
    #[error("`{field}` is {day}, before `{other}`, which is {other_day}: correct one of them")]
    Order {
        /// The day that comes too early.
        field: String,
        /// As given.
        day: Date,
        /// The day that it cannot precede.
        other: &'static str,
        /// As given.
        other_day: Date,
    },
    /// A list or text that means nothing when empty is empty.
    #[error("`{field}` is empty: give it a value")]
    Empty {
        /// Path.
        field: String,
    },
    /// A list has more entries than an act may carry.
    #[error("`{field}` has {count} entries and may have {max}: split the act, scopes grow by further acts")]
    TooMany {
        /// Path.
        field: String,
        /// Entries found.
        count: usize,
        /// Entries allowed.
        max: usize,
    },
    /// A text is too long.
    #[error(
        "`{field}` has {chars} characters and may have {max}: shorten it, or point to where it is published"
    )]
    TooLong {
        /// Path.
        field: String,
        /// Characters found.
        chars: usize,
        /// Characters allowed.
        max: usize,
    },
    /// A text holds characters that steer a screen and are not text.
    #[error("`{field}` has control characters: remove all but line breaks and tabs")]
    ControlCharacter {
        /// Path.
        field: String,
    },
    /// An entry occurs twice where once says the same.
    #[error("`{field}` repeats `{value}`: leave one of them out")]
    Repeated {
        /// Path of the second one.
        field: String,
        /// The entry.
        value: String,
    },
    /// A name is keyed by something that is no language.
    #[error("`{field}`: `{language}` is no language: write a BCP 47 tag such as `en`, `fr` or `zh-Hant`")]
    Language {
        /// Path.
        field: String,
        /// As found.
        language: String,
    },
    /// A version is 0.
    #[error("`{field}` is 0: versions are counted from 1")]
    Version {
        /// Path.
        field: String,
    },
    /// Two fields that must differ are the same.
    #[error("`{field}` and `{other}` are both `{value}` and must differ")]
    Same {
        /// Path of the first.
        field: String,
        /// Name of the second.
        other: &'static str,
        /// What they are.
        value: String,
    },
    /// Two fields that must be the same differ.
    #[error("`{field}` is `{value}` and must be `{expected}`, as in `{other}`")]
    Differs {
        /// Path.
        field: String,
        /// As found.
        value: String,
        /// The other field.
        other: &'static str,
        /// What it says.
        expected: String,
    },
    /// A share is more than the whole.
    #[error(
        "`{field}` is {permille} and may be at most 1000: shares are in thousandths, 100 is ten per cent"
    )]
    Share {
        /// Path.
        field: String,
        /// As found.
        permille: u16,
    },
    /// A hash is not 64 hexadecimal digits.
    #[error("`{field}` is not a SHA-256 hash: write 64 hexadecimal digits in lower case")]
    Hash {
        /// Path.
        field: String,
    },
    /// A commodity code stands without its edition, or the other way round.
    #[error(
        "`{field}`: `hs` and `hs_edition` go together, a code means nothing without its edition: give both or none"
    )]
    CodeWithoutEdition {
        /// Path of the product.
        field: String,
    },
    /// An exception that no heading of the scope covers.
    #[error("`{field}`: `{code}` is excepted and no entry of `hs` covers it: remove it, or add the heading")]
    ExceptionOutside {
        /// Path of the scope.
        field: String,
        /// The exception.
        code: HsCode,
    },
    /// A code both covered and excepted.
    #[error("`{field}`: `{code}` stands in `hs` and in `except`: remove it from one of them")]
    CoveredAndExcepted {
        /// Path of the scope.
        field: String,
        /// The code.
        code: HsCode,
    },
    /// A code of ISO 3166-1 is malformed.
    #[error("`{field}` is not {expected} (ISO 3166-1)")]
    CountryCode {
        /// Path.
        field: String,
        /// What is expected.
        expected: &'static str,
    },
    /// A trade item number is malformed.
    #[error(
        "`{field}`: `{found}` is not a GTIN: write 8, 12, 13 or 14 digits of which the last checks the others"
    )]
    Gtin {
        /// Path.
        field: String,
        /// As found.
        found: String,
    },
    /// A target matches nothing.
    #[error(
        "`{field}` names nothing: say which products, models, certificates, bodies, traders or origins are meant"
    )]
    EmptyTarget {
        /// Path.
        field: String,
    },
    /// A public key is unusable.
    #[error("`{field}`: {error}")]
    Key {
        /// Path.
        field: String,
        /// Why.
        error: KeyError,
    },
    /// A mandate for everybody in a scope that is one country's.
    #[error(
        "a `{scope}` mandate needs `on_behalf_of`: only `record`, `deposit` and `secretariat` may be for all"
    )]
    MandateForNobody {
        /// The scope.
        scope: MandateScope,
    },
    /// A reference to a standard or act without its edition, where one edition is meant.
    #[error("`{field}`: `{reference}` names no edition: name the one that is meant")]
    Undated {
        /// Path.
        field: String,
        /// The reference.
        reference: String,
    },
    /// A field has a meaning only beside a certain value of another, or is missing beside it.
    #[error("`{field}` goes with `{other}` and with nothing else: give both or neither")]
    Together {
        /// Path.
        field: String,
        /// The value of another field, as `name = value`.
        other: &'static str,
    },
    /// A standard corresponds to a requirement that the text does not have.
    #[error("`{field}`: no requirement of the text has the number `{number}`: name one that it has")]
    NoSuchNumber {
        /// Path.
        field: String,
        /// As found.
        number: String,
    },
    /// A media type is malformed.
    #[error("`{field}`: `{found}` is no media type: write one such as `application/pdf`, without parameters")]
    MediaType {
        /// Path.
        field: String,
        /// As found.
        found: String,
    },
    /// A document has no bytes, or more than a registry takes.
    #[error(
        "`{field}` is {size_bytes} and must be from 1 to {DOCUMENT_BYTES_MAX}: cite a smaller document, or several"
    )]
    DocumentSize {
        /// Path.
        field: String,
        /// As found.
        size_bytes: u64,
    },
    /// The act changes nothing.
    #[error("the act changes nothing: give at least one of {fields}")]
    Nothing {
        /// Fields of which one is needed.
        fields: &'static str,
    },
}

/// Checks a payload, given with its JSON form: its act, and whether such an act may be reported.
///
/// # Errors
/// The first thing that is wrong.
pub(crate) fn payload(payload: &Payload, written: &Value) -> Result<(), ActError> {
    if let Some(reported) = &payload.reported {
        if !crate::who_may_sign::may_be_reported(&payload.act) {
            return Err(ActError::NotReportable { act: payload.act.name() });
        }
        texts::text(&Path::Root("reported.source"), &reported.source)?;
    }
    texts::all_of(&written["act"])?;
    acts::act(&payload.act)
}

/// Whether [`payload`] finds nothing, sooner: nothing but the answer is made.
pub(crate) fn holds(payload: &Payload) -> bool {
    let reported = payload.reported.as_ref().is_none_or(|reported| {
        crate::who_may_sign::may_be_reported(&payload.act)
            && texts::text(&Path::Root(""), &reported.source).is_ok()
    });
    reported && quick::holds(&payload.act) && acts::act(&payload.act).is_ok()
}

impl ActError {
    /// The path of the field, where it is one field.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::NotReportable { .. } | Self::Nothing { .. } => None,
            Self::MandateForNobody { .. } => Some("act.scopes"),
            Self::Period { field, .. }
            | Self::Order { field, .. }
            | Self::Empty { field }
            | Self::TooMany { field, .. }
            | Self::TooLong { field, .. }
            | Self::ControlCharacter { field }
            | Self::Repeated { field, .. }
            | Self::Language { field, .. }
            | Self::Version { field }
            | Self::Same { field, .. }
            | Self::Differs { field, .. }
            | Self::Share { field, .. }
            | Self::Hash { field }
            | Self::CodeWithoutEdition { field }
            | Self::ExceptionOutside { field, .. }
            | Self::CoveredAndExcepted { field, .. }
            | Self::CountryCode { field, .. }
            | Self::Gtin { field, .. }
            | Self::EmptyTarget { field }
            | Self::Key { field, .. }
            | Self::Undated { field, .. }
            | Self::NoSuchNumber { field, .. }
            | Self::MediaType { field, .. }
            | Self::DocumentSize { field, .. }
            | Self::Together { field, .. } => Some(field),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
