//! `POST /credentials/issue`: checks a credential, makes its issuer the test key, and secures it.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use credential::integrity::{self, NewProof, Suite};
use credential::{Contexts, Kind, document, jwt, vcdm};
use serde_json::{Value, json};
use statement::Algorithm;

use super::{Refused, Signer, VcApi, body};

/// How a credential is secured: the last part of a profile's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Securing {
    /// A Data Integrity proof.
    Proof,
    /// A `vc+jwt` in an envelope.
    Envelope,
}

/// What to secure with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Profile {
    /// Its name in paths.
    pub(super) name: &'static str,
    /// The algorithm.
    pub(super) algorithm: Algorithm,
    /// The form.
    pub(super) securing: Securing,
    /// Whether each credential gets an entry in a status list.
    pub(super) status: bool,
}

const fn profile(name: &'static str, algorithm: Algorithm, securing: Securing, status: bool) -> Profile {
    Profile { name, algorithm, securing, status }
}

/// Every profile; the first is used where none is named.
pub(super) const PROFILES: &[Profile] = &[
    profile("eddsa-jcs-2022", Algorithm::EdDsa, Securing::Proof, false),
    profile("ecdsa-jcs-2019", Algorithm::Es256, Securing::Proof, false),
    profile("ecdsa-jcs-2019-p384", Algorithm::Es384, Securing::Proof, false),
    profile("vc-jwt-eddsa", Algorithm::EdDsa, Securing::Envelope, false),
    profile("vc-jwt-es256", Algorithm::Es256, Securing::Envelope, false),
    profile("vc-jwt-es384", Algorithm::Es384, Securing::Envelope, false),
    profile("status-list", Algorithm::EdDsa, Securing::Proof, true),
];

/// Secures a credential: 201, or 400 with what is wrong.
pub(super) async fn issue(
    State(api): State<Arc<VcApi>>,
    path: Option<Path<String>>,
    bytes: Bytes,
) -> Response {
    match issued(&api, path.map(|Path(name)| name).as_deref(), &bytes) {
        Ok(credential) => (StatusCode::CREATED, Json(credential)).into_response(),
        Err(refused) => refused.into_response(),
    }
}

fn issued(api: &VcApi, name: Option<&str>, bytes: &[u8]) -> Result<Value, Refused> {
    let mut request = body(bytes)?;
    let mut credential = request.get_mut("credential").map(Value::take).unwrap_or_default();
    let options = request.get("options").cloned().unwrap_or_default();
    let profile = chosen(name, &options)?;
    let signer = api
        .signers
        .iter()
        .find(|signer| signer.key.algorithm() == profile.algorithm)
        .ok_or_else(|| Refused::malformed(format!("no key signs with {}", profile.algorithm)))?;
    check_issuer(&credential)?;
    make_issuer(&mut credential, signer);
    if profile.status || options.get("credentialStatus").is_some() {
        let purpose = options.pointer("/credentialStatus/statusPurpose").and_then(Value::as_str);
        api.lists.assign(&mut credential, purpose.unwrap_or("revocation"), &api.base_url)?;
    }
    let mut problems = vcdm::check_credential(&credential, Contexts::Pinned);
    problems.extend(vcdm::check_status_list(&credential));
    if !problems.is_empty() {
        return Err(Refused::problems(problems));
    }
    Ok(secure(&credential, profile.securing, signer, api))
}

/// The profile of the path, or the one that the options ask for.
fn chosen(name: Option<&str>, options: &Value) -> Result<Profile, Refused> {
    let asked = |field: &str| options.get(field).and_then(Value::as_str);
    let name = name.or(asked("profile")).or(asked("cryptosuite"));
    let Some(name) = name else { return Ok(PROFILES[0]) };
    let found = PROFILES.iter().find(|profile| profile.name == name).copied();
    found.ok_or_else(|| {
        let names: Vec<_> = PROFILES.iter().map(|profile| profile.name).collect();
        Refused::malformed(format!("`{name}` is not a profile: write one of {}", names.join(", ")))
    })
}

/// An issuer that is stated must be one; an absent one is filled in.
fn check_issuer(credential: &Value) -> Result<(), Refused> {
    let Some(issuer) = credential.get("issuer") else { return Ok(()) };
    let id = if issuer.is_object() { issuer.get("id") } else { Some(issuer) };
    match id {
        Some(Value::String(id)) if credential::context::is_url(id) => Ok(()),
        Some(_) => Err(Refused::malformed("/issuer: expected a URL, or an object with one as `id`")),
        // An object without an identifier is what a caller sends who leaves it to the issuer; the key fills it in.
        None => Err(Refused::malformed("/issuer/id: expected a URL, found nothing")),
    }
}

// Signs only as itself: whatever issuer was asked for, the credential names the key that signs it.
fn make_issuer(credential: &mut Value, signer: &Signer) {
    let Some(fields) = credential.as_object_mut() else { return };
    match fields.get_mut("issuer") {
        Some(issuer @ Value::Object(_)) => issuer["id"] = json!(signer.did),
        _ => {
            fields.insert("issuer".to_owned(), json!(signer.did));
        }
    }
}

/// The credential, secured by a key.
pub(super) fn secure(credential: &Value, securing: Securing, signer: &Signer, api: &VcApi) -> Value {
    match securing {
        Securing::Proof => {
            let new = NewProof {
                method: &signer.method,
                purpose: "assertionMethod",
                created: api.now().at,
                domain: None,
                challenge: None,
            };
            integrity::sign(credential, &new, &signer.key)
        }
        Securing::Envelope => {
            let token = jwt::sign(Kind::Credential, credential, &signer.method, &signer.key);
            document::envelope(Kind::Credential, &token)
        }
    }
}

/// The tag under which suites look for a profile.
pub(super) fn tags(profile: &Profile) -> Vec<&'static str> {
    let mut tags = match profile.securing {
        Securing::Proof => vec![Suite::of(profile.algorithm).as_str()],
        Securing::Envelope => vec!["EnvelopingProof", "vc-jose-cose"],
    };
    if profile.name == PROFILES[0].name {
        tags.push("vc2.0");
    }
    if profile.status {
        tags = vec!["BitstringStatusList"];
    }
    tags
}
