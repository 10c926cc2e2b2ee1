//! What can be checked of an act without a registry.

use thiserror::Error;

use crate::payload::Payload;

/// Why an act contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ActError {
    /// Such an act is never reported by somebody else.
    #[error("`{act}` cannot be reported: the party itself signs it")]
    NotReportable {
        /// Name of the act.
        act: &'static str,
    },
}

/// Checks a payload.
///
/// # Errors
/// The first thing that is wrong.
pub fn payload(payload: &Payload) -> Result<(), ActError> {
    let reported = payload.reported.is_some();
    if reported && !crate::who_may_sign::may_be_reported(&payload.act) {
        return Err(ActError::NotReportable { act: payload.act.name() });
    }
    Ok(())
}
