//! `POST /credentials/verify` and `POST /presentations/verify`: 200 when everything holds, else 400 with why not.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use credential::integrity::Expected;
use credential::limits::{CREDENTIAL_BYTES_MAX, STATUS_LIST_CREDENTIAL_BYTES_MAX};
use credential::presentation::{self, PresentationError};
use credential::{Contexts, Document, InTime, Kind, Now, Verified, Verifier, vcdm};
use serde_json::{Value, json};
use statement::PureCheck;

use super::{Refused, VcApi, body};

/// Verifies a credential.
pub(super) async fn credential(State(api): State<Arc<VcApi>>, bytes: Bytes) -> Response {
    match verified(&api, &bytes) {
        Ok((verified, warnings)) => answer(json!({
            "verified": true, "checks": ["proof"], "warnings": warnings, "errors": [],
            "verifiableCredential": verified.credential(),
        })),
        Err(refused) => refused.into_response(),
    }
}

/// Verifies a presentation and every credential in it.
pub(super) async fn presentation(State(api): State<Arc<VcApi>>, bytes: Bytes) -> Response {
    match presented(&api, &bytes) {
        Ok(presented) => answer(json!({
            "verified": true, "checks": ["proof"], "warnings": [], "errors": [], "holder": presented.holder,
        })),
        Err(refused) => refused.into_response(),
    }
}

fn answer(value: Value) -> Response {
    Json(value).into_response()
}

fn verified(api: &VcApi, bytes: &[u8]) -> Result<(Verified, Vec<String>), Refused> {
    let mut request = body(bytes)?;
    let value = request.get_mut("verifiableCredential").map(Value::take).unwrap_or_default();
    let options = request.get("options").unwrap_or(&Value::Null);
    // A status list can be verified too, and is larger than other credentials.
    let is_list = value.pointer("/credentialSubject/encodedList").is_some();
    let bytes_max = if is_list { STATUS_LIST_CREDENTIAL_BYTES_MAX } else { CREDENTIAL_BYTES_MAX };
    let document = match value {
        Value::String(token) => Document::credential(token.as_bytes(), bytes_max),
        value => Document::from_value(value, Kind::Credential, bytes_max),
    };
    let document = document.map_err(Refused::malformed)?;
    let problems = vcdm::check_credential(document.claimed(), Contexts::Pinned);
    if !problems.is_empty() {
        return Err(Refused::problems(problems));
    }
    let now = api.now();
    let verified = document.verify(&verifier(api, now)).map_err(Refused::proof)?;
    let problems = vcdm::check_status_list(verified.credential());
    if !problems.is_empty() {
        return Err(Refused::problems(problems));
    }
    check_purpose(options)?;
    check_session(options, verified.credential())?;
    in_time(&verified, now)?;
    let warnings = api.lists.check(api, &verified, asks_for_status(options))?;
    Ok((verified, warnings))
}

fn verifier(api: &VcApi, now: Now) -> Verifier<'_> {
    Verifier { keys: &api.keys, check: &PureCheck, now }
}

// A credential is only ever proved for one purpose; whoever expects another is told so.
fn check_purpose(options: &Value) -> Result<(), Refused> {
    match options.get("expectedProofPurpose").and_then(Value::as_str) {
        None | Some("assertionMethod") => Ok(()),
        Some(other) => {
            Err(Refused::proof(format!("the proof was made as `assertionMethod`, and `{other}` is expected")))
        }
    }
}

// Data Integrity 1.0 section 4.4: whoever expects a domain or a challenge wants it in the proof.
fn check_session(options: &Value, credential: &Value) -> Result<(), Refused> {
    for field in ["domain", "challenge"] {
        let Some(expected) = options.get(field).filter(|expected| !expected.is_null()) else { continue };
        let names = |proof: &Value| match proof.get(field) {
            Some(Value::Array(several)) => several.contains(expected),
            one => one == Some(expected),
        };
        let every = match credential.get("proof") {
            Some(Value::Array(proofs)) => proofs.iter().all(names),
            Some(proof) => names(proof),
            None => false,
        };
        if !every {
            return Err(Refused::proof(format!("`{field}` of the proof is not the one that is expected")));
        }
    }
    Ok(())
}

fn asks_for_status(options: &Value) -> bool {
    let checks = options.get("checks").and_then(Value::as_array);
    checks.is_some_and(|checks| checks.iter().any(|check| check == "credentialStatus"))
}

fn in_time(verified: &Verified, now: Now) -> Result<(), Refused> {
    match verified.in_time(now) {
        InTime::Yes => Ok(()),
        InTime::NotYet { from } => Err(Refused::malformed(format!("valid only from {from} on"))),
        InTime::Over { until } => Err(Refused::malformed(format!("valid only until {until}"))),
    }
}

fn presented(api: &VcApi, bytes: &[u8]) -> Result<presentation::Presented, Refused> {
    let mut request = body(bytes)?;
    let value = request.get_mut("verifiablePresentation").map(Value::take).unwrap_or_default();
    let options = request.get("options").unwrap_or(&Value::Null);
    let text = |name: &str| options.get(name).and_then(Value::as_str);
    let expected = Expected {
        purpose: text("expectedProofPurpose").unwrap_or("authentication"),
        domain: text("domain"),
        challenge: text("challenge"),
    };
    let bytes = match value {
        Value::String(token) => token.into_bytes(),
        value => value.to_string().into_bytes(),
    };
    let now = api.now();
    let presented = presentation::verify(&bytes, &verifier(api, now), expected, Contexts::Pinned);
    let presented = presented.map_err(|error| match error {
        PresentationError::Read(_)
        | PresentationError::Model(_)
        | PresentationError::CredentialRead { .. } => Refused::malformed(error),
        other => Refused::proof(other),
    })?;
    presented.credentials.iter().try_for_each(|credential| in_time(credential, now))?;
    Ok(presented)
}
