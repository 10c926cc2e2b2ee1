//! Signed requests: how a party asks a registry to do something that is not for the log.
//!
//! A request is a compact JWS of a type of its own, signed with a key that is on record for the party, so neither can pass
//! for the other: a statement is no request, and a request is no statement. It names method, path and registry, so that it
//! means nothing anywhere else, and the moment, so that it means nothing later.

use model::PartyId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::duplicates::{Refused, read_unique};
use crate::jws::{StatementError, decode, not_signed, read_header, three_parts, usable};
use crate::keys::{PrivateKey, PublicKey};
use crate::signature::{Algorithm, SignatureCheck};

/// The type in the header of what is written: version 1 of requests, which is frozen.
pub const REQUEST_TYPE: &str = "comity-request-v1+jwt";
/// The types that are read, for ever and with the same meaning.
pub const REQUEST_TYPES: [&str; 2] = [REQUEST_TYPE, "comity-request-v0+jwt"];
/// Bytes of a request: a line with a presented document, in base64url twice.
pub const REQUEST_BYTES_MAX: usize = 524_288;

/// What a party asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What is asked, in the form of the path.
    pub body: Value,
    /// When it was made, in seconds since 1970.
    pub iat: u64,
    /// Method of HTTP, in capitals.
    pub method: String,
    /// Who asks.
    pub party: PartyId,
    /// Path, such as `/api/v1/quantities/reserve`.
    pub path: String,
    /// Name of the registry's log.
    pub registry: String,
}

/// Why bytes are not a request that the key signed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// Too many bytes.
    #[error("the request has {bytes} bytes and may have {REQUEST_BYTES_MAX}: name documents by number")]
    TooLarge {
        /// Bytes found.
        bytes: usize,
    },
    /// Another type.
    #[error("the header says type `{0}`; requests have `typ` `{REQUEST_TYPE}`")]
    Type(String),
    /// The payload is none of a request.
    #[error(
        "the payload of the request cannot be read: {0}; write `body`, `iat`, `method`, `party`, `path` and `registry`"
    )]
    Payload(String),
    /// It is no JWS, or not one that the key signed.
    #[error(transparent)]
    Jws(#[from] StatementError),
}

/// A request that was read and whose signature was not checked. Use it to find the key, and trust nothing in it.
#[derive(Clone, Debug, PartialEq)]
pub struct UnverifiedRequest {
    signed: Vec<u8>,
    signature: Vec<u8>,
    algorithm: Algorithm,
    kid: String,
    request: Request,
    digest: [u8; 32],
}

/// A request whose signature was checked with the key that its header names. The only way to one is
/// [`UnverifiedRequest::verify`]; whether the key is the party's is for whoever gave it to know.
#[derive(Clone, Debug, PartialEq)]
pub struct VerifiedRequest(UnverifiedRequest);

/// Signs a request: its bytes.
pub fn sign_request(request: &Request, key: &PrivateKey) -> Vec<u8> {
    let kid = Value::from(key.kid()).to_string();
    let header = format!(r#"{{"alg":"{}","kid":{kid},"typ":"{REQUEST_TYPE}"}}"#, key.algorithm());
    // Texts, a number and JSON: writing them cannot fail.
    let payload = serde_json::to_vec(request).unwrap_or_default();
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
    let signature = URL_SAFE_NO_PAD.encode(key.sign_bytes(signed.as_bytes()));
    format!("{signed}.{signature}").into_bytes()
}

impl UnverifiedRequest {
    /// Reads a request and checks everything but its signature.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, RequestError> {
        if bytes.len() > REQUEST_BYTES_MAX {
            return Err(RequestError::TooLarge { bytes: bytes.len() });
        }
        let [header, payload, signature] = three_parts(bytes)?;
        let (algorithm, kid) =
            read_header(&decode("header", header)?, &REQUEST_TYPES)?.map_err(RequestError::Type)?;
        let signed = bytes[..header.len() + 1 + payload.len()].to_vec();
        let (payload, signature) = (decode("payload", payload)?, decode("signature", signature)?);
        let malformed = |reason: String| RequestError::Payload(reason.chars().take(200).collect());
        let value = read_unique(&payload).map_err(|refused| match refused {
            Refused::Syntax(error) => malformed(error.to_string()),
            Refused::Twice { key, .. } => malformed(format!("the key `{key}` occurs twice")),
        })?;
        if !value.is_object() {
            return Err(malformed("it is no object".to_owned()));
        }
        let request = serde_json::from_value(value).map_err(|error| malformed(error.to_string()))?;
        Ok(Self { signed, signature, algorithm, kid, request, digest: Sha256::digest(bytes).into() })
    }

    /// What is asked, as claimed.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Identifier of the key in the header, as claimed.
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The request as one whose signature was checked.
    ///
    /// # Errors
    /// When the key is unusable or another one, or the signature is not its.
    pub fn verify(
        self,
        key: &PublicKey,
        check: &impl SignatureCheck,
    ) -> Result<VerifiedRequest, RequestError> {
        let key = usable(key, &self.kid, self.algorithm, check)?;
        if check.check(&key, &self.signed, &self.signature) {
            return Ok(VerifiedRequest(self));
        }
        Err(not_signed(&self.kid).into())
    }
}

impl VerifiedRequest {
    /// What is asked.
    pub fn request(&self) -> &Request {
        &self.0.request
    }

    /// Identifier of the key that signed.
    pub fn kid(&self) -> &str {
        &self.0.kid
    }

    /// SHA-256 of its bytes: how a record names it.
    pub fn digest(&self) -> [u8; 32] {
        self.0.digest
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{PureCheck, Unverified, demonstration_key, sign};

    const PARTY: &str = "did:web:a.example";

    fn request() -> Request {
        Request {
            body: serde_json::json!({ "x": 1 }),
            iat: 1_769_817_600,
            method: "POST".into(),
            party: PARTY.parse().unwrap(),
            path: "/api/v1/quantities/reserve".into(),
            registry: "log.test.example".into(),
        }
    }

    #[test]
    fn a_signed_request_reads_back_and_a_changed_one_does_not_verify() {
        let key = demonstration_key(&PARTY.parse().unwrap());
        let bytes = sign_request(&request(), &key);
        let read = UnverifiedRequest::parse(&bytes).unwrap();
        let verified = read.clone().verify(&key.public(), &PureCheck).unwrap();
        assert_eq!((verified.request(), verified.kid()), (&request(), key.kid()));
        let other = Request { iat: 1, ..request() };
        let other = sign_request(&other, &key);
        let payload_of_other = other.split(|byte| *byte == b'.').nth(1).unwrap();
        let mut parts: Vec<&[u8]> = bytes.split(|byte| *byte == b'.').collect();
        parts[1] = payload_of_other;
        let changed = UnverifiedRequest::parse(&parts.join(&b'.')).unwrap();
        let refused = changed.verify(&key.public(), &PureCheck).unwrap_err();
        assert!(matches!(refused, RequestError::Jws(StatementError::Signature { .. })));
    }

    #[test]
    fn a_statement_is_no_request_and_a_request_is_no_statement() {
        let key = demonstration_key(&PARTY.parse().unwrap());
        let bytes = sign_request(&request(), &key);
        assert!(matches!(Unverified::parse(&bytes), Err(StatementError::Type(_))));
        let json = format!(
            r#"{{"id":"s","signer":"{PARTY}","act":{{"type":"standard.withdrawn","standard":"IEC 60335-1:2010","on":"2026-01-31"}}}}"#
        );
        let statement = sign(&crate::Payload::from_json(json.as_bytes()).unwrap(), &key);
        assert!(matches!(UnverifiedRequest::parse(&statement), Err(RequestError::Type(_))));
    }

    #[test]
    fn what_is_no_request_is_refused() {
        assert!(matches!(
            UnverifiedRequest::parse(&vec![b'a'; REQUEST_BYTES_MAX + 1]),
            Err(RequestError::TooLarge { .. })
        ));
        let header =
            URL_SAFE_NO_PAD.encode(format!(r#"{{"alg":"EdDSA","kid":"demo","typ":"{REQUEST_TYPE}"}}"#));
        for payload in ["[]", "{}", r#"{"iat":1,"iat":2}"#, "x"] {
            let bytes = format!("{header}.{}.AA", URL_SAFE_NO_PAD.encode(payload));
            let refused = UnverifiedRequest::parse(bytes.as_bytes());
            assert!(matches!(refused, Err(RequestError::Payload(_))), "{payload}: {refused:?}");
        }
    }
}
