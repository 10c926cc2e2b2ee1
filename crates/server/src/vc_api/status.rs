//! Status lists of the adapter: entries are given out one after the other, lists are signed when they are asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use credential::limits::{STATUS_LIST_CREDENTIAL_BYTES_MAX, STATUS_LIST_ENTRIES_MIN};
use credential::status::{PublishedList, StatusList, Unknown, unsigned_list};
use credential::{Document, Kind, Status, StatusEntry, StatusPolicy, Verified, Verifier};
use jiff::SignedDuration;
use serde_json::{Value, json};
use statement::PureCheck;

use super::issue::{PROFILES, secure};
use super::{Refused, VcApi, body};

const PURPOSES: [&str; 2] = ["revocation", "suspension"];
/// How long a list is vouched for.
const VALID_FOR: SignedDuration = SignedDuration::from_hours(1);

/// What was given out and what was set, for each purpose.
#[derive(Default)]
pub(super) struct Lists(Mutex<Given>);

#[derive(Default)]
struct Given {
    /// Places by the identifier of the credential.
    places: BTreeMap<String, u64>,
    next: u64,
    set: BTreeMap<&'static str, Vec<u64>>,
}

impl Lists {
    /// Gives a credential its place in a list.
    pub(super) fn assign(&self, credential: &mut Value, purpose: &str, base: &str) -> Result<(), Refused> {
        let purpose = known(purpose).ok_or_else(|| Refused::malformed("no list has that purpose"))?;
        let mut given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let index = given.next;
        if index >= STATUS_LIST_ENTRIES_MIN as u64 {
            return Err(Refused::malformed("every place of the list is taken: start the adapter anew"));
        }
        given.next += 1;
        if let Some(id) = credential.get("id").and_then(Value::as_str) {
            given.places.insert(id.to_owned(), index);
        }
        let list = format!("{base}/status/{purpose}");
        if let Some(fields) = credential.as_object_mut() {
            let entry = json!({
                "id": format!("{list}#{index}"), "type": "BitstringStatusListEntry", "statusPurpose": purpose,
                "statusListIndex": index.to_string(), "statusListCredential": list,
            });
            fields.insert("credentialStatus".to_owned(), entry);
        }
        Ok(())
    }

    /// Checks the status of a credential: a set bit is an error, what cannot be known an error if the caller asked for
    /// it, else a warning.
    pub(super) fn check(
        &self,
        api: &VcApi,
        verified: &Verified,
        asked: bool,
    ) -> Result<Vec<String>, Refused> {
        let entries = match verified.credential().get("credentialStatus") {
            None => return Ok(Vec::new()),
            Some(Value::Array(entries)) => entries.iter().collect(),
            Some(one) => vec![one],
        };
        let lists: Vec<PublishedList> =
            PURPOSES.iter().filter_map(|purpose| self.published(api, purpose)).collect();
        let publishers: Vec<&str> = api.signers.iter().map(|signer| signer.did.as_str()).collect();
        let policy = StatusPolicy { publishers: &publishers, ..StatusPolicy::new(api.now()) };
        let mut warnings = Vec::new();
        for entry in entries {
            let Some(entry) = StatusEntry::read(entry) else {
                warnings
                    .push("a status of another type than BitstringStatusListEntry is not checked".to_owned());
                continue;
            };
            match entry.look_up(verified.issuer(), &lists, &policy) {
                Status::NotSet { .. } => {}
                Status::Set { .. } => {
                    let detail = format!("the issuer set `{}`", entry.purpose);
                    return Err(Refused::status("STATUS_VERIFICATION_ERROR", detail));
                }
                Status::Unknown(unknown @ Unknown::OutOfRange { .. }) => {
                    return Err(Refused::of(
                        "https://www.w3.org/TR/vc-data-model#RANGE_ERROR",
                        "out of range",
                        unknown,
                    ));
                }
                Status::Unknown(unknown) if asked => {
                    return Err(Refused::status("STATUS_RETRIEVAL_ERROR", unknown));
                }
                Status::Unknown(unknown) => warnings.push(unknown.to_string()),
            }
        }
        Ok(warnings)
    }

    fn signed(&self, api: &VcApi, purpose: &str) -> Option<Value> {
        let purpose = known(purpose)?;
        let mut list = StatusList::new(0).ok()?;
        let given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for index in given.set.get(purpose).into_iter().flatten() {
            list.set(*index);
        }
        drop(given);
        let signer = api.signers.first()?;
        let (url, now) = (format!("{}/status/{purpose}", api.base_url), api.now().at);
        let unsigned =
            unsigned_list(&url, &signer.did, purpose, &list, now, now.checked_add(VALID_FOR).ok()?);
        Some(secure(&unsigned, PROFILES[0].securing, signer, api))
    }

    // What the adapter publishes is checked as a list of anybody else.
    fn published(&self, api: &VcApi, purpose: &str) -> Option<PublishedList> {
        let signed = self.signed(api, purpose)?;
        let document =
            Document::from_value(signed, Kind::Credential, STATUS_LIST_CREDENTIAL_BYTES_MAX).ok()?;
        let verifier = Verifier { keys: &api.keys, check: &PureCheck, now: api.now() };
        let url = format!("{}/status/{purpose}", api.base_url);
        PublishedList::from_verified(&url, &document.verify(&verifier).ok()?).ok()
    }

    fn set(&self, id: &str, purpose: &str, value: bool) -> Result<(), Refused> {
        let purpose = known(purpose).ok_or_else(|| Refused::malformed("no list has that purpose"))?;
        let mut given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let unknown = || Refused::malformed("no credential of that `credentialId` was issued here");
        let index = given.places.get(id).copied().ok_or_else(unknown)?;
        let set = given.set.entry(purpose).or_default();
        set.retain(|other| *other != index);
        if value {
            set.push(index);
        }
        Ok(())
    }
}

fn known(purpose: &str) -> Option<&'static str> {
    PURPOSES.into_iter().find(|known| *known == purpose)
}

/// `GET /status/{purpose}`: the list, signed now.
pub(super) async fn list(State(api): State<Arc<VcApi>>, Path(purpose): Path<String>) -> Response {
    match api.lists.signed(&api, &purpose) {
        Some(list) => ([(header::CONTENT_TYPE, "application/vc")], list.to_string()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `POST /status/{purpose}/publish`: lists are signed when they are asked for, so there is nothing to do.
pub(super) async fn publish() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// `POST /credentials/status`: sets or clears the bit of a credential that was issued here.
pub(super) async fn update(State(api): State<Arc<VcApi>>, bytes: Bytes) -> Response {
    let updated = body(&bytes).and_then(|request| {
        let id = request.get("credentialId").and_then(Value::as_str).unwrap_or_default();
        let purpose = request.pointer("/credentialStatus/statusPurpose").and_then(Value::as_str);
        let value = request.get("status").and_then(Value::as_bool).unwrap_or(true);
        api.lists.set(id, purpose.unwrap_or("revocation"), value)
    });
    match updated {
        Ok(()) => Json(json!({})).into_response(),
        Err(refused) => refused.into_response(),
    }
}
