//! What is wrong with a signed statement or a key.

use statement::{KeyError, StatementError};

use super::act::payload;
use super::of_three;
use crate::portal::frame::Frame;

/// What is wrong with a statement.
pub(super) fn statement(frame: &Frame, error: &StatementError) -> String {
    match error {
        StatementError::TooLarge { .. } => frame.word("desk-error", "too-long"),
        StatementError::Form => frame.say("told-jws-form"),
        StatementError::Encoding(_) => frame.say("told-jws-encoding"),
        StatementError::Header(_) => frame.say("told-jws-header"),
        StatementError::Type(found) => frame.about("told-jws-type", found),
        StatementError::Algorithm(found) => frame.about("told-jws-algorithm", found),
        StatementError::Payload(error) => payload(frame, error),
        StatementError::Key { error, .. } => key(frame, error),
        StatementError::OtherKey { named, given } => frame.about_two("told-jws-other-key", named, given),
        StatementError::AlgorithmOfKey { header, key } => {
            frame.about_two("told-jws-algorithm-of-key", header, key)
        }
        StatementError::Signature { kid } => frame.about("told-jws-signature", kid),
    }
}

/// What is wrong with a key.
pub(super) fn key(frame: &Frame, error: &KeyError) -> String {
    match error {
        KeyError::Identifier(found) => frame.about("told-key-identifier", found),
        KeyError::Kind { kty, crv } => frame.about_two("told-key-kind", kty, crv),
        KeyError::Encoding(part) => frame.about("told-key-encoding", part),
        KeyError::Length { part, got, expected } => of_three(frame, "told-key-length", part, got, expected),
        KeyError::SecondCoordinate => frame.say("told-key-second-coordinate"),
        KeyError::NotAPoint(curve) => frame.about("told-key-not-a-point", curve),
        KeyError::Weak => frame.say("told-key-weak"),
        KeyError::DidKey(found) => frame.about("told-key-did", found),
        KeyError::Private(_) => frame.say("told-key-private"),
    }
}
