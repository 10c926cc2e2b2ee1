//! Keys by the names that proofs give them: verification methods (W3C Controlled Identifiers 1.0).
//!
//! Whoever verifies brings the keys: from DID documents fetched beforehand, from a registry's key history, from a
//! bundle. `did:key` names are keys themselves. Nothing in a document under test ever adds a key.

use std::collections::BTreeMap;

use jiff::Timestamp;
use model::PartyId;
use statement::{KeyError, PublicKey, VerifyingKey};

use crate::did::{DidDocument, Purposes};
use crate::problem::cut;

/// A key that may have made a proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerificationMethod {
    /// Its name: an absolute URL.
    pub id: String,
    /// Who controls it: a DID or URL.
    pub controller: String,
    /// The key.
    pub key: VerifyingKey,
    /// What its controller uses it for.
    pub purposes: Purposes,
    /// Moment from which its controller no longer stands for it.
    pub until: Option<Timestamp>,
}

/// Why a name is not one of a key that can be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnknownKey {
    /// Nobody brought it.
    #[error(
        "no key is known under `{0}`: give the issuer's DID document, or ask the registry that holds its keys"
    )]
    NotGiven(String),
    /// It is a `did:key`, but not a good one.
    #[error("`{id}` is no usable key: {error}")]
    Bad {
        /// The name.
        id: String,
        /// What is wrong.
        error: KeyError,
    },
}

/// Where keys come from.
pub trait Keys {
    /// The key of that name.
    ///
    /// # Errors
    /// When there is none, or it cannot be used.
    fn method(&self, id: &str) -> Result<VerificationMethod, UnknownKey>;
}

/// Keys that were collected beforehand, and every `did:key`.
#[derive(Clone, Debug, Default)]
pub struct Keyring {
    methods: BTreeMap<String, VerificationMethod>,
}

impl Keyring {
    /// No key but those that are their own names.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the keys of a DID document under the names that it gives them.
    pub fn add_document(&mut self, document: &DidDocument) {
        for method in &document.methods {
            self.methods.insert(method.id.clone(), method.clone());
        }
    }

    /// Adds one key of a party for every purpose, named as [`crate::did::method_id`] names it.
    ///
    /// # Errors
    /// When the key is malformed or weak.
    pub fn add_key(&mut self, party: &str, key: &PublicKey) -> Result<(), KeyError> {
        let method = VerificationMethod {
            id: crate::did::method_id(party, &key.kid),
            controller: party.to_owned(),
            key: key.decode()?,
            purposes: Purposes::ALL,
            until: None,
        };
        self.methods.insert(method.id.clone(), method);
        Ok(())
    }
}

impl Keys for Keyring {
    fn method(&self, id: &str) -> Result<VerificationMethod, UnknownKey> {
        if let Some(method) = self.methods.get(id) {
            return Ok(method.clone());
        }
        match did_key(id) {
            Some(result) => result,
            None => Err(UnknownKey::NotGiven(cut(id))),
        }
    }
}

/// The key that a `did:key` URL names; `None` for other names. The fragment must repeat the key (did:key method).
pub fn did_key(id: &str) -> Option<Result<VerificationMethod, UnknownKey>> {
    let (did, fragment) = id.split_once('#').unwrap_or((id, ""));
    let multibase = did.strip_prefix("did:key:")?;
    let bad = |error| UnknownKey::Bad { id: cut(id), error };
    if fragment != multibase {
        return Some(Err(bad(KeyError::DidKey(cut(id)))));
    }
    let decoded = did
        .parse::<PartyId>()
        .map_err(|_| KeyError::DidKey(cut(id)))
        .and_then(|party| PublicKey::from_did_key(&party))
        .and_then(|key| key.decode());
    Some(decoded.map_err(bad).map(|key| VerificationMethod {
        id: id.to_owned(),
        controller: did.to_owned(),
        key,
        purposes: Purposes::ALL,
        until: None,
    }))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const DID: &str = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    #[test]
    fn a_did_key_is_its_own_key_under_its_own_fragment_only() {
        let ring = Keyring::new();
        let multibase = DID.strip_prefix("did:key:").unwrap();
        let method = ring.method(&format!("{DID}#{multibase}")).unwrap();
        assert_eq!(method.controller, DID);
        assert!(matches!(ring.method(DID), Err(UnknownKey::Bad { .. })));
        let other = "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";
        assert!(matches!(ring.method(&format!("{DID}#{other}")), Err(UnknownKey::Bad { .. })));
        assert!(matches!(ring.method("did:web:a.example#1"), Err(UnknownKey::NotGiven(_))));
    }

    #[test]
    fn a_key_of_a_party_is_found_under_its_name() {
        let key = statement::demonstration_key(&"did:web:a.example".parse().unwrap()).public();
        let mut ring = Keyring::new();
        ring.add_key("did:web:a.example", &key).unwrap();
        assert_eq!(ring.method("did:web:a.example#demo").unwrap().controller, "did:web:a.example");
        assert!(ring.method("did:web:b.example#demo").is_err());
    }
}
