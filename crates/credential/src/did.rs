//! DID documents: read what others publish, write our own; `did:web` names and where they are fetched.

use jiff::Timestamp;
use model::PartyId;
use serde_json::{Value, json};
use statement::{KeyError, PublicKey};

use crate::json::{self, JsonError, one_or_many, text};
use crate::keys::VerificationMethod;
use crate::limits::{DID_DOCUMENT_BYTES_MAX, VERIFICATION_METHODS_MAX};
use crate::problem::cut;

/// For what a controller uses a key (Controlled Identifiers 1.0 section 2.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Purposes {
    /// To state things: credentials.
    pub assertion_method: bool,
    /// To show that it is itself: presentations.
    pub authentication: bool,
}

impl Purposes {
    /// Every purpose.
    pub const ALL: Purposes = Purposes { assertion_method: true, authentication: true };

    /// Whether the purpose of that name is among them.
    pub fn has(self, name: &str) -> bool {
        match name {
            "assertionMethod" => self.assertion_method,
            "authentication" => self.authentication,
            _ => false,
        }
    }
}

/// A DID document, as far as keys are concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DidDocument {
    /// The DID.
    pub id: String,
    /// Its keys that can be used; keys of other kinds are left out.
    pub methods: Vec<VerificationMethod>,
    /// Keys that were left out, with the reason.
    pub left_out: Vec<(String, String)>,
}

/// Why a text is not a DID document, or not the one asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DidError {
    /// It cannot be read.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// No `id`, or it is not a DID or URL.
    #[error("the DID document has no `id`: publish it with the DID that it describes")]
    NoId,
    /// It describes somebody else.
    #[error("the document describes `{found}`, not `{expected}`: fetch the document of the issuer")]
    Other {
        /// The DID that was wanted.
        expected: String,
        /// The DID found.
        found: String,
    },
    /// Too many keys.
    #[error("the document lists {found} keys, at most {VERIFICATION_METHODS_MAX} are read")]
    TooManyKeys {
        /// How many.
        found: usize,
    },
    /// Not a `did:web`.
    #[error("`{0}` is not a did:web: write `did:web:host` or `did:web:host:path`")]
    NotWeb(String),
}

impl DidDocument {
    /// Reads a document.
    ///
    /// # Errors
    /// [`DidError`]. A key that cannot be used is left out and listed, since documents hold keys for other uses.
    pub fn parse(bytes: &[u8]) -> Result<Self, DidError> {
        let document = json::read(bytes, DID_DOCUMENT_BYTES_MAX)?;
        let id = text(&document, "id").filter(|id| id.contains(':')).ok_or(DidError::NoId)?;
        let listed = one_or_many(document.get("verificationMethod"));
        let relations = ["assertionMethod", "authentication"].map(|name| one_or_many(document.get(name)));
        let embedded = relations.iter().flat_map(|entries| entries.iter()).filter(|entry| entry.is_object());
        let all: Vec<&Value> = listed.iter().chain(embedded).collect();
        if all.len() > VERIFICATION_METHODS_MAX {
            return Err(DidError::TooManyKeys { found: all.len() });
        }
        let mut read = Self { id: id.to_owned(), methods: Vec::new(), left_out: Vec::new() };
        for method in all {
            let name = absolute(id, text(method, "id").unwrap_or_default());
            let refers = |entries: &[Value]| {
                let names = entries.iter().filter_map(json::id_of);
                names.map(|entry| absolute(id, entry)).any(|entry| entry == name)
            };
            let purposes =
                Purposes { assertion_method: refers(relations[0]), authentication: refers(relations[1]) };
            match key_of(id, method) {
                Ok((key, until)) => read.methods.push(VerificationMethod {
                    id: name,
                    controller: id.to_owned(),
                    key,
                    purposes,
                    until,
                }),
                Err(why) => read.left_out.push((name, why)),
            }
        }
        Ok(read)
    }

    /// Reads a document that must describe a certain DID.
    ///
    /// # Errors
    /// [`DidError`].
    pub fn parse_of(bytes: &[u8], did: &str) -> Result<Self, DidError> {
        let document = Self::parse(bytes)?;
        if document.id == did {
            Ok(document)
        } else {
            Err(DidError::Other { expected: cut(did), found: cut(&document.id) })
        }
    }
}

type Key = statement::VerifyingKey;

fn key_of(did: &str, method: &Value) -> Result<(Key, Option<Timestamp>), String> {
    // A key that somebody else controls needs that one's document, not this one.
    if text(method, "controller") != Some(did) {
        return Err("another controller".to_owned());
    }
    let ends = ["expires", "revoked"].into_iter().filter_map(|name| method.get(name));
    let ends = ends.map(|end| end.as_str().and_then(crate::time::parse).ok_or("an end that is no time"));
    let until = ends.collect::<Result<Vec<_>, _>>()?.into_iter().min();
    let key = match (text(method, "publicKeyMultibase"), method.get("publicKeyJwk")) {
        (Some(multibase), None) => multikey(multibase),
        (None, Some(jwk)) => from_jwk(jwk).ok_or(KeyError::Private("malformed")).and_then(|key| key.decode()),
        _ => return Err("neither `publicKeyMultibase` nor `publicKeyJwk`, or both".to_owned()),
    };
    Ok((key.map_err(|error| error.to_string())?, until))
}

/// The key of a Multikey (Controlled Identifiers 1.0 section 2.2.2), which is written as in a `did:key`.
///
/// # Errors
/// When it is another kind of key, malformed or weak.
pub fn multikey(multibase: &str) -> Result<Key, KeyError> {
    let bad = |_| KeyError::DidKey(cut(multibase));
    PublicKey::from_did_key(&format!("did:key:{multibase}").parse().map_err(bad)?)?.decode()
}

/// A public key of a JSON Web Key that may carry other members (RFC 7517 section 4).
fn from_jwk(jwk: &Value) -> Option<PublicKey> {
    let member = |name| text(jwk, name).map(str::to_owned);
    Some(PublicKey {
        kid: "jwk".to_owned(),
        kty: member("kty")?,
        crv: member("crv")?,
        x: member("x")?,
        y: member("y"),
    })
}

fn absolute(did: &str, id: &str) -> String {
    if id.starts_with('#') { format!("{did}{id}") } else { id.to_owned() }
}

/// The name of a party's key: the DID, and the key's identifier as a fragment (RFC 3986 section 3.5).
pub fn method_id(party: &str, kid: &str) -> String {
    // The identifier of a did:key is already the fragment that its method asks for.
    let mut id = format!("{party}#");
    for byte in kid.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:".contains(&byte) {
            id.push(char::from(byte));
        } else {
            id.push_str(&format!("%{byte:02X}"));
        }
    }
    id
}

/// The party and key identifier of a name that [`method_id`] made.
pub fn party_and_kid(method: &str) -> Option<(&str, String)> {
    let (party, fragment) = method.split_once('#')?;
    Some((party, unescape(fragment)?))
}

/// A part of a URL without its percent signs (RFC 3986 section 2.1); `None` when it is malformed.
pub fn unescape(text: &str) -> Option<String> {
    let mut plain = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            plain.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            plain.push(byte);
        }
    }
    String::from_utf8(plain).ok()
}

/// Where the document of a `did:web` is fetched (did:web method specification, CCG).
///
/// # Errors
/// When it is no `did:web`, or could lead elsewhere than to the host that it names.
pub fn web_url(did: &str) -> Result<String, DidError> {
    let bad = || DidError::NotWeb(cut(did));
    let rest = did.strip_prefix("did:web:").ok_or_else(bad)?;
    let mut parts = rest.split(':');
    let host = parts.next().unwrap_or_default().replace("%3A", ":").replace("%3a", ":");
    let (name, port) = host.split_once(':').unwrap_or((&host, "443"));
    let good_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b));
    if !good_name || port.parse::<u16>().is_err() {
        return Err(bad());
    }
    let path: Vec<&str> = parts.collect();
    let plain = |part: &&str| {
        !part.is_empty()
            && !part.bytes().all(|b| b == b'.')
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%".contains(&b))
    };
    match path.as_slice() {
        [] => Ok(format!("https://{host}/.well-known/did.json")),
        path if path.iter().all(plain) => Ok(format!("https://{host}/{}/did.json", path.join("/"))),
        _ => Err(bad()),
    }
}

/// A key with its days, as a register knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedKey {
    /// The key.
    pub key: PublicKey,
    /// Since when it is on record, if that is known.
    pub created: Option<Timestamp>,
    /// From when on it signs nothing any more.
    pub revoked: Option<Timestamp>,
}

/// The DID document of a party with its keys: each as `JsonWebKey` under its own identifier, for JOSE, and as
/// `Multikey`, for Data Integrity. Services are given whole.
///
/// # Errors
/// When a key is malformed or weak.
pub fn document(party: &PartyId, keys: &[PublicKey], services: &[Value]) -> Result<Value, KeyError> {
    let undated = |key: &PublicKey| DatedKey { key: key.clone(), created: None, revoked: None };
    dated_document(party, &keys.iter().map(undated).collect::<Vec<_>>(), services)
}

/// The same with the days of the keys. One that was revoked is listed with its end, so that what it signed before can be
/// checked, and is used for nothing (Controlled Identifiers 1.0 section 2.2).
///
/// # Errors
/// When a key is malformed or weak.
pub fn dated_document(party: &PartyId, keys: &[DatedKey], services: &[Value]) -> Result<Value, KeyError> {
    let (mut methods, mut used) = (Vec::new(), Vec::new());
    for dated in keys {
        let key = &dated.key;
        let multibase = key.to_did_key()?.as_str().trim_start_matches("did:key:").to_owned();
        let mut jwk = json!({ "kty": key.kty, "crv": key.crv, "x": key.x, "kid": key.kid });
        if let Some(y) = &key.y {
            jwk["y"] = json!(y);
        }
        let named = json!({
            "id": method_id(party.as_str(), &key.kid), "type": "JsonWebKey", "controller": party, "publicKeyJwk": jwk,
        });
        let itself = json!({
            "id": format!("{party}#{multibase}"), "type": "Multikey", "controller": party,
            "publicKeyMultibase": multibase,
        });
        for mut method in [named, itself] {
            for (field, moment) in [("created", dated.created), ("revoked", dated.revoked)] {
                if let Some(moment) = moment {
                    method[field] = json!(crate::time::print(moment));
                }
            }
            used.extend(dated.revoked.is_none().then(|| method["id"].clone()));
            methods.push(method);
        }
    }
    let mut document = json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1",
            "https://w3id.org/security/multikey/v1"],
        "id": party,
        "assertionMethod": used,
        "authentication": used,
        "verificationMethod": methods,
    });
    if !services.is_empty() {
        document["service"] = json!(services);
    }
    Ok(document)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
