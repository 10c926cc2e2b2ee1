//! Why the registry does not take an act.

use app::submit::{AdmitError, Needed, SubmitError};

use super::of_three;
use super::signature::statement;
use crate::portal::desk::entitled;
use crate::portal::frame::Frame;

/// Things that acts name, as refusals call them: the ends of the names of messages.
#[cfg(test)]
pub(in crate::portal) const KINDS: &[&str] = &[
    "accreditation",
    "additional-requirement",
    "agreement",
    "annex",
    "call-of-procedure",
    "certificate",
    "counter-measure",
    "country-or-group",
    "decision",
    "draft",
    "equivalence",
    "group",
    "identifier",
    "interpretation",
    "joint-act-with-digest",
    "key",
    "key-in-force",
    "log-key",
    "measure",
    "measure-under-an-objective",
    "need",
    "objective",
    "party",
    "procedure",
    "regulation",
    "regulation-annex-objective-or-requirement",
    "request",
    "request-to-this-body",
    "status-index",
    "version",
];

/// Why a statement is not logged, or would not be.
pub(in crate::portal::desk) fn refusal(frame: &Frame, error: &SubmitError) -> String {
    match error {
        SubmitError::Statement(error) => statement(frame, error),
        SubmitError::Admit(error) => admit(frame, error),
        SubmitError::Conflict { id, position, .. } => frame.about_two("told-conflict", id, position),
        SubmitError::TooLong { .. } => frame.word("desk-error", "too-long"),
        SubmitError::LogKey { named } => frame.about("told-genesis-key", named),
        SubmitError::Store(_) => frame.word("desk-error", "store"),
        SubmitError::Uncertain(_) => frame.say("told-uncertain"),
        SubmitError::ReadOnly => frame.say("told-read-only"),
        SubmitError::Stopped => frame.say("told-stopped"),
    }
}

fn admit(frame: &Frame, error: &AdmitError) -> String {
    match error {
        AdmitError::NotOpen => frame.say("told-not-open"),
        AdmitError::AlreadyOpen => frame.say("told-already-open"),
        AdmitError::UnknownSigner(party) => frame.about("told-unknown-signer", party),
        AdmitError::UnknownKey { party, key_id } => frame.about_two("told-unknown-key", party, key_id),
        AdmitError::KeyRevoked { key_id, revoked_at, .. } => {
            frame.about_two("told-key-revoked", key_id, revoked_at)
        }
        AdmitError::NotEntitled { signer, act, needed } => {
            of_three(frame, "told-not-entitled", signer, act, one_of(frame, needed))
        }
        AdmitError::NotReportable(act) => frame.about("told-not-reportable", act),
        AdmitError::NotRecorder { signer, on_behalf_of } => {
            frame.about_two("told-not-recorder", signer, on_behalf_of)
        }
        AdmitError::NotTheirAct { act, on_behalf_of, needed } => {
            of_three(frame, "told-not-their-act", act, on_behalf_of, one_of(frame, needed))
        }
        AdmitError::UnknownReference { kind: of, id } => {
            frame.about_two("told-unknown-reference", id, kind(frame, of))
        }
        AdmitError::NoSuchCode { code, edition } => {
            frame.about_two("told-no-such-code", code.as_str(), edition.year())
        }
        AdmitError::AlreadyExists { kind: of, id, .. } => {
            frame.about_two("told-already-exists", id, kind(frame, of))
        }
        AdmitError::LogKey { origin, .. } => frame.about("told-log-key", origin),
        AdmitError::OutOfOrder { what, expected, found, .. } => {
            of_three(frame, "told-out-of-order", kind(frame, what), expected, found)
        }
        AdmitError::NotResponsible { number, responsible, .. } => {
            frame.about_two("told-not-responsible", number, responsible)
        }
        AdmitError::Store(_) => frame.word("desk-error", "store"),
    }
}

fn one_of(frame: &Frame, needed: &Needed) -> String {
    let told: Vec<_> = needed.0.iter().map(|entitled| entitled::told(frame, entitled)).collect();
    told.join("; ")
}

/// A kind of thing, from what refusals call it: `the country or group`.
fn kind(frame: &Frame, kind: &str) -> String {
    frame.word("thing", &code(kind))
}

fn code(kind: &str) -> String {
    kind.trim_start_matches("the ").replace(", ", "-").replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_refusals_call_a_thing_has_a_name_on_pages() {
        let sources = [
            include_str!("../../../../../registry/src/admit/references.rs"),
            include_str!("../../../../../registry/src/admit/references/objective.rs"),
        ];
        let quoted = sources.iter().flat_map(|source| source.split('"').skip(1).step_by(2));
        let kinds: Vec<_> = quoted.filter(|text| text.starts_with("the ") && !text.contains('`')).collect();
        assert!(kinds.len() > 15, "{kinds:?}");
        let unnamed: Vec<_> = kinds.iter().filter(|kind| !KINDS.contains(&code(kind).as_str())).collect();
        assert!(unnamed.is_empty(), "{unnamed:?}");
    }
}
