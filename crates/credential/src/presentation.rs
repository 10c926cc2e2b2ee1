//! Presentations: who presents which credentials, also what he states himself (VCDM 2.0 section 4.13).

use serde_json::Value;

use crate::context::Contexts;
use crate::document::{Document, Form, ReadError, Verified, Verifier};
use crate::integrity::Expected;
use crate::json::{has_type, id_of, one_or_many};
use crate::jwt::Kind;
use crate::limits::{CREDENTIAL_BYTES_MAX, PRESENTATION_BYTES_MAX};
use crate::problem::Problem;
use crate::proof::ProofError;
use crate::vcdm;

/// Why a presentation is not accepted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PresentationError {
    /// It cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is not a presentation of the data model.
    #[error("not a presentation of the VC Data Model 2.0: {0}")]
    Model(Problem),
    /// Its own proof does not hold.
    #[error("the presentation: {0}")]
    Proof(ProofError),
    /// A credential in it cannot be read.
    #[error("credential {index}: {error}")]
    CredentialRead {
        /// Which one, from 0.
        index: usize,
        /// Why.
        error: ReadError,
    },
    /// A credential in it is not secured, or its proof does not hold.
    #[error("credential {index}: {error}")]
    CredentialProof {
        /// Which one, from 0.
        index: usize,
        /// Why.
        error: ProofError,
    },
    /// A credential in it that the holder issued about itself, while another or no holder is named (section 4.13.3).
    #[error(
        "credential {index} was issued with the key that presents it, and the presentation does not name its issuer as `holder`"
    )]
    Holder {
        /// Which one, from 0.
        index: usize,
    },
}

/// A presentation whose proofs hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Presented {
    /// Who presents, if the presentation says so.
    pub holder: Option<String>,
    /// The name of the key that signed the presentation.
    pub method: String,
    /// The credentials.
    pub credentials: Vec<Verified>,
}

/// Reads a presentation and checks its proof and those of its credentials.
///
/// # Errors
/// [`PresentationError`].
pub fn verify(
    bytes: &[u8],
    verifier: &Verifier<'_>,
    expected: Expected<'_>,
    contexts: Contexts,
) -> Result<Presented, PresentationError> {
    let document = Document::read(bytes, Kind::Presentation, PRESENTATION_BYTES_MAX)?;
    let claimed = document.claimed();
    if let Some(problem) = vcdm::check_presentation(claimed, contexts).into_iter().next() {
        return Err(PresentationError::Model(problem));
    }
    let holder = claimed.get("holder").and_then(id_of).map(str::to_owned);
    let (method, signed_at) =
        document.prove(verifier, expected, holder.as_deref()).map_err(PresentationError::Proof)?;
    let mut credentials = Vec::new();
    for (index, value) in one_or_many(document.claimed().get("verifiableCredential")).iter().enumerate() {
        let credential = read_credential(value, index)?;
        // VC-JOSE-COSE section 3.1.2: in a token, what is not secured by itself is refused.
        let is_bare = credential.claimed().get("proof").is_none() && credential.form() == Form::DataIntegrity;
        let is_the_holders = holder.as_deref() == Some(credential.issuer());
        if is_bare && is_the_holders && document.form() == Form::DataIntegrity {
            credentials.push(credential.stated_by_holder(&method, signed_at));
            continue;
        }
        let verified = credential.verify(verifier);
        let verified = verified.map_err(|error| PresentationError::CredentialProof { index, error })?;
        // The key that presents also issued it: only the holder may do so.
        if verified.method() == method && holder.as_deref() != Some(verified.issuer()) {
            return Err(PresentationError::Holder { index });
        }
        credentials.push(verified);
    }
    Ok(Presented { holder, method, credentials })
}

fn read_credential(value: &Value, index: usize) -> Result<Document, PresentationError> {
    let read = Document::from_value(value.clone(), Kind::Credential, CREDENTIAL_BYTES_MAX);
    let credential = read.map_err(|error| PresentationError::CredentialRead { index, error })?;
    // VC-JOSE-COSE section 3.1.2: what is secured with JOSE stands in an envelope.
    if !has_type(credential.claimed(), "VerifiableCredential") {
        let error = ReadError::Neither;
        return Err(PresentationError::CredentialRead { index, error });
    }
    Ok(credential)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
