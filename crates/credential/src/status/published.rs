//! Status lists as they are published: signed credentials (Bitstring Status List 1.0, section 2.2).

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{ListError, StatusList};
use crate::context::BASE;
use crate::json::{has_type, one_or_many, text};
use crate::{Verified, time};

/// A status list whose signature was checked. The only way to one is through a [`Verified`] credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedList {
    pub(super) url: String,
    pub(super) issuer: String,
    pub(super) purposes: Vec<String>,
    pub(super) list: StatusList,
    pub(super) as_of: Timestamp,
    pub(super) until: Option<Timestamp>,
}

/// Why a credential is not a status list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublishedError {
    /// Another type.
    #[error(
        "not a status list: its type is not `BitstringStatusListCredential` with a `BitstringStatusList`"
    )]
    Type,
    /// It does not say what a set bit means.
    #[error("the status list does not state its `statusPurpose`")]
    Purpose,
    /// It says neither since when it holds nor when it was signed.
    #[error(
        "the status list states neither `validFrom` nor when it was signed, so that its age cannot be told: ask its issuer"
    )]
    Undated,
    /// Its bits cannot be read.
    #[error(transparent)]
    List(#[from] ListError),
}

impl PublishedList {
    /// The list in a credential that was fetched from this URL.
    ///
    /// # Errors
    /// [`PublishedError`].
    pub fn from_verified(url: &str, verified: &Verified) -> Result<Self, PublishedError> {
        let credential = verified.credential();
        let subject = credential.get("credentialSubject").unwrap_or(&Value::Null);
        if !has_type(credential, "BitstringStatusListCredential") || !has_type(subject, "BitstringStatusList")
        {
            return Err(PublishedError::Type);
        }
        let purposes: Vec<String> = one_or_many(subject.get("statusPurpose"))
            .iter()
            .filter_map(|purpose| purpose.as_str().map(str::to_owned))
            .collect();
        if purposes.is_empty() {
            return Err(PublishedError::Purpose);
        }
        let moment = |field| text(credential, field).and_then(time::parse);
        let as_of = moment("validFrom").or(verified.signed_at()).ok_or(PublishedError::Undated)?;
        // `ttl`, in milliseconds, bounds how long a copy may be kept; here it bounds the age like `validUntil`.
        let ttl = subject.get("ttl").and_then(Value::as_i64).map(SignedDuration::from_millis);
        let kept_until = ttl.and_then(|ttl| as_of.checked_add(ttl).ok());
        let until = [moment("validUntil"), kept_until].into_iter().flatten().min();
        let list = StatusList::decode(text(subject, "encodedList").unwrap_or_default())?;
        Ok(Self { url: url.to_owned(), issuer: verified.issuer().to_owned(), purposes, list, as_of, until })
    }

    /// The moment as of which it holds.
    pub fn as_of(&self) -> Timestamp {
        self.as_of
    }

    /// The moment after which its issuer no longer vouches for it, if it states one.
    pub fn until(&self) -> Option<Timestamp> {
        self.until
    }

    /// Who signed it.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// What a set bit means: `revocation`, `suspension`.
    pub fn purposes(&self) -> &[String] {
        &self.purposes
    }

    /// Its bits.
    pub fn list(&self) -> &StatusList {
        &self.list
    }

    /// Where it was fetched.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// A status list credential, to be signed by its issuer.
pub fn unsigned_list(
    url: &str,
    issuer: &str,
    purpose: &str,
    list: &StatusList,
    as_of: Timestamp,
    until: Timestamp,
) -> Value {
    json!({
        "@context": [BASE],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": time::print(as_of),
        "validUntil": time::print(until),
        "credentialSubject": {
            "id": format!("{url}#list"),
            "type": "BitstringStatusList",
            "statusPurpose": purpose,
            "encodedList": list.encode(),
        },
    })
}
