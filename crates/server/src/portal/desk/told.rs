//! What exactly was found wrong, in the language of the page. The same in the registry's own words, which are English,
//! stands in the audit trail and in the answers of the API.

mod act;
mod admission;
mod document;
mod signature;

use app::credentials::StatusListError;
use app::office::{OfficeError, TokenError};

use crate::portal::frame::Frame;
use crate::portal::texts::Argument;

pub(super) use act::field;
#[cfg(test)]
pub(in crate::portal) use admission::KINDS;
pub(super) use admission::refusal;

/// In words; `None` where the sentence for its code has said everything.
pub(super) fn told(frame: &Frame, error: &OfficeError) -> Option<String> {
    Some(match error {
        OfficeError::Draft(error) => act::file(frame, error),
        OfficeError::Submit(error) => refusal(frame, error),
        OfficeError::Statement(error) => signature::statement(frame, error),
        OfficeError::Key(error) => signature::key(frame, error),
        OfficeError::Token(error) => token(frame, error),
        OfficeError::Deposit(error) => document::deposit(frame, error),
        OfficeError::List(error) => list(frame, error),
        OfficeError::OtherParty { named, own } | OfficeError::OtherSigner { named, own } => {
            frame.about_two("told-other-party", named, own)
        }
        _ => return None,
    })
}

fn token(frame: &Frame, error: &TokenError) -> String {
    match error {
        TokenError::NoModule => frame.say("told-token-none"),
        TokenError::NotFound(_) => frame.say("told-token-not-found"),
        TokenError::Refused(_) => frame.say("told-token-refused"),
    }
}

fn list(frame: &Frame, error: &StatusListError) -> String {
    match error {
        StatusListError::TooMany(_) => frame.say("told-list-too-many"),
        StatusListError::Long { found, .. } => frame.about("told-list-long", frame.number(found)),
        StatusListError::NoSuchParty(party) => frame.about("told-list-no-party", party),
        StatusListError::Store(_) => frame.word("desk-error", "store"),
    }
}

/// A message about three things: what, the other, and a third.
fn of_three(
    frame: &Frame,
    id: &str,
    what: impl ToString,
    other: impl ToString,
    third: impl ToString,
) -> String {
    let named = [("what", what.to_string()), ("other", other.to_string()), ("third", third.to_string())];
    frame.language.say_with(id, &named.map(|(name, text)| (name, Argument::Text(text))))
}
