//! Credentials and presentations as compact JWS: `vc+jwt` and `vp+jwt` (Securing Verifiable Credentials using JOSE and
//! COSE, section 3.1). The payload is the credential itself, signed byte by byte.

use std::sync::OnceLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::{Value, json};
use statement::{Algorithm, PrivateKey, SignatureCheck, Signed, VerifyingKey};

use crate::context::is_url;
use crate::json::JsonError;
use crate::limits::HEADER_BYTES_MAX;
use crate::members::{Member, Members, Names};
use crate::problem::cut;
use crate::proof::ProofError;
use crate::time::{self, Now};

/// What a token secures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A credential.
    Credential,
    /// A presentation.
    Presentation,
}

/// Why bytes are not a token that can be checked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JwtError {
    /// Too many bytes.
    #[error("the token has {found} bytes, at most {max} are read")]
    TooLarge {
        /// Bytes found.
        found: usize,
        /// Bytes that are read.
        max: usize,
    },
    /// Not three parts.
    #[error("not a token: three parts in base64url with two dots between (compact JWS)")]
    Form,
    /// A part is not base64url.
    #[error("the {0} of the token is not base64url without padding")]
    Encoding(&'static str),
    /// The header or payload is not JSON of ours.
    #[error("the {part} of the token: {error}")]
    Json {
        /// Header or payload.
        part: &'static str,
        /// What is wrong.
        error: JsonError,
    },
    /// Header or payload is no object.
    #[error("the {0} of the token is no object")]
    NotAnObject(&'static str),
    /// No algorithm, one that is not secure here, or `none`.
    #[error(
        "the token says algorithm `{0}`; EdDSA (Ed25519), ES256 and ES384 are checked, and nothing unsigned"
    )]
    Algorithm(String),
    /// Another type of token.
    #[error("the token says type `{found}`, expected `{expected}`")]
    Type {
        /// The type expected.
        expected: &'static str,
        /// The type found.
        found: String,
    },
    /// The header asks for extensions that a reader must understand (RFC 7515 section 4.1.11).
    #[error("the token asks for extensions in `crit` that are not understood here")]
    Critical,
    /// It does not say which key signed it.
    #[error(
        "the token does not name its key: `kid` is an absolute URL such as `did:web:body.example#key-1`, or one relative to `iss`"
    )]
    KeyName,
    /// Claims that no credential may have.
    #[error("the token has a claim `{0}`: the payload of a `vc+jwt` is the credential itself")]
    Wrapped(&'static str),
}

/// A token that was read and whose signature was not checked.
///
/// It is read in one pass over its bytes; the tree of its payload is built when somebody asks for it.
#[derive(Clone, Debug)]
pub struct Token {
    bytes: Vec<u8>,
    /// Bytes that the signature covers: header and payload as they stand.
    signed_bytes: usize,
    signature: Vec<u8>,
    algorithm: Algorithm,
    method: String,
    claims: Claims,
    text: String,
    payload: OnceLock<Value>,
}

/// What checking a token needs of its payload.
#[derive(Clone, Debug)]
struct Claims {
    issuer: Option<String>,
    status: Option<Value>,
    valid_from: Option<Timestamp>,
    valid_until: Option<Timestamp>,
    /// A claim that says something else than a field of the credential.
    contradiction: Option<(&'static str, &'static str)>,
    issued_at: Moment,
    not_before: Moment,
    expires: Moment,
}

/// A moment that is stated, absent or malformed.
type Moment = Result<Option<Timestamp>, ProofError>;

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        // Everything else is read from the bytes.
        self.bytes == other.bytes
    }
}

impl Kind {
    /// The type in the header.
    pub fn typ(self) -> &'static str {
        match self {
            Self::Credential => "vc+jwt",
            Self::Presentation => "vp+jwt",
        }
    }

    fn accepts(self, typ: &str) -> bool {
        // RFC 7515 section 4.1.9: `application/` may be left out, and media types know no upper case. The names of the
        // drafts before 2025 are still written by many issuers and mean the same payload.
        let typ = typ.to_ascii_lowercase();
        let typ = typ.strip_prefix("application/").unwrap_or(&typ);
        match self {
            Self::Credential => ["vc+jwt", "vc+ld+jwt", "vc-ld+jwt"].contains(&typ),
            Self::Presentation => ["vp+jwt", "vp+ld+jwt", "vp-ld+jwt"].contains(&typ),
        }
    }
}

static HEADER: Names = Names { glimpsed: &["alg", "typ", "cty", "kid", "iss", "crit", "b64"], whole: &[] };
static PAYLOAD: Names = Names {
    glimpsed: &[
        "id",
        "issuer",
        "holder",
        "credentialSubject",
        "validFrom",
        "validUntil",
        "iss",
        "jti",
        "sub",
        "iat",
        "nbf",
        "exp",
        "vc",
        "vp",
    ],
    whole: &["credentialStatus"],
};

impl Token {
    /// Reads a token and checks everything but its signature and its times.
    ///
    /// # Errors
    /// [`JwtError`].
    pub fn parse(bytes: &[u8], kind: Kind, bytes_max: usize) -> Result<Self, JwtError> {
        let (signed, header, payload, signature) = parts(bytes, bytes_max)?;
        let header = decode("header", header)?;
        let header = members("header", &header, HEADER_BYTES_MAX, &HEADER)?;
        let algorithm = algorithm(&header)?;
        check_type(&header, kind)?;
        if header.get("crit").is_some() || header.get("b64").is_some() {
            return Err(JwtError::Critical);
        }
        let signature = decode("signature", signature)?;
        let text = decode("payload", payload)?;
        let payload = members("payload", &text, bytes_max, &PAYLOAD)?;
        for claim in ["vc", "vp"] {
            if payload.get(claim).is_some() {
                return Err(JwtError::Wrapped(claim));
            }
        }
        let method = method(&header, &payload)?;
        let claims = Claims::of(&payload, kind);
        // `members` read it as text.
        let text = String::from_utf8(text).map_err(|_| JwtError::Encoding("payload"))?;
        let (bytes, signed_bytes) = (bytes.to_vec(), signed.len());
        Ok(Self { bytes, signed_bytes, signature, algorithm, method, claims, text, payload: OnceLock::new() })
    }

    /// The name of the key, as claimed.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The payload, as claimed.
    pub fn payload(&self) -> &Value {
        // The text was taken by `members`, which takes what has a tree and nothing else.
        self.payload.get_or_init(|| statement::read_unique(self.text.as_bytes()).unwrap_or_default())
    }

    /// The issuer whom the credential names, as claimed.
    pub(crate) fn issuer(&self) -> Option<&str> {
        self.claims.issuer.as_deref()
    }

    /// Where the credential says that its status is found, as claimed.
    pub(crate) fn status(&self) -> Option<&Value> {
        self.claims.status.as_ref()
    }

    /// From when until when the credential says that it holds; what is no moment is left out.
    pub(crate) fn validity(&self) -> (Option<Timestamp>, Option<Timestamp>) {
        (self.claims.valid_from, self.claims.valid_until)
    }

    /// The token as it came.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        self.bytes.clone()
    }

    /// What a key is to have signed; `None` when it is a key of another kind than the token says.
    pub(crate) fn signed<'a>(&'a self, key: &'a VerifyingKey) -> Option<Signed<'a>> {
        let signed = Signed { key, message: &self.bytes[..self.signed_bytes], signature: &self.signature };
        (key.algorithm() == self.algorithm).then_some(signed)
    }

    /// Checks the signature with a key.
    ///
    /// # Errors
    /// When the algorithm is not the key's, or the signature is not its over these bytes.
    pub fn check(&self, key: &VerifyingKey, check: &dyn SignatureCheck) -> Result<(), ProofError> {
        let signed = self.signed(key).ok_or_else(|| ProofError::AlgorithmOfKey {
            proof: self.algorithm.to_string(),
            key: key.algorithm(),
        })?;
        if check.check(key, signed.message, signed.signature) {
            Ok(())
        } else {
            Err(ProofError::Signature { method: cut(&self.method) })
        }
    }

    /// Checks claims of the token against the credential in it and the clock (section 3.1.1; RFC 7519 section 4.1).
    ///
    /// # Errors
    /// When `iss`, `jti` or `sub` contradict the credential, or `iat`, `nbf` or `exp` the clock.
    pub fn check_claims(&self, now: Now) -> Result<(), ProofError> {
        let claims = &self.claims;
        if let Some((claim, field)) = claims.contradiction {
            return Err(ProofError::Claim { claim, field });
        }
        for (claim, moment) in [("iat", &claims.issued_at), ("nbf", &claims.not_before)] {
            if moment.clone()?.is_some_and(|at| now.is_before(at)) {
                return Err(ProofError::Future { field: claim });
            }
        }
        if claims.expires.clone()?.is_some_and(|at| now.is_after(at)) {
            return Err(ProofError::Expired);
        }
        Ok(())
    }

    /// When it was signed, as claimed (`iat`).
    pub(crate) fn signed_at(&self) -> Option<Timestamp> {
        self.claims.issued_at.as_ref().ok().copied().flatten()
    }
}

impl Claims {
    fn of(payload: &Members<'_>, kind: Kind) -> Self {
        let names = match kind {
            Kind::Credential => [("iss", "issuer"), ("jti", "id"), ("sub", "credentialSubject")],
            Kind::Presentation => [("iss", "holder"), ("jti", "id"), ("sub", "holder")],
        };
        let contradicts = |(claim, field): &(&str, &str)| {
            let Some(stated) = payload.get(claim) else { return false };
            // A claim may stand where the field is absent, except for the one who signs.
            match payload.get(field) {
                None => *claim == "iss" && kind == Kind::Credential,
                Some(found) => stated.text().is_none() || stated.text() != found.id(),
            }
        };
        let valid = |field| payload.text(field).and_then(time::parse);
        Self {
            issuer: payload.get("issuer").and_then(Member::id).map(str::to_owned),
            status: match payload.get("credentialStatus") {
                Some(Member::Whole(status)) => Some(status.clone()),
                _ => None,
            },
            valid_from: valid("validFrom"),
            valid_until: valid("validUntil"),
            contradiction: names.into_iter().find(contradicts),
            issued_at: moment(payload, "iat"),
            not_before: moment(payload, "nbf"),
            expires: moment(payload, "exp"),
        }
    }
}

/// Seconds since 1970 (RFC 7519 section 2, NumericDate).
fn moment(payload: &Members<'_>, claim: &'static str) -> Moment {
    let Some(member) = payload.get(claim) else { return Ok(None) };
    let seconds = match member {
        // A fraction is allowed; it is dropped.
        Member::Number(number) => number.as_i64().or_else(|| {
            number.as_f64().filter(|seconds| seconds.abs() < 1e12).map(|seconds| seconds.floor() as i64)
        }),
        _ => None,
    };
    let at = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    at.map(Some).ok_or_else(|| ProofError::Field {
        field: claim,
        expected: "seconds since 1970",
        found: member.shown(),
    })
}

type Parts<'a> = (&'a [u8], &'a [u8], &'a [u8], &'a [u8]);

fn parts(bytes: &[u8], bytes_max: usize) -> Result<Parts<'_>, JwtError> {
    if bytes.len() > bytes_max {
        return Err(JwtError::TooLarge { found: bytes.len(), max: bytes_max });
    }
    let mut parts = bytes.split(|byte| *byte == b'.');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(header), Some(payload), Some(signature), None) => {
            Ok((&bytes[..header.len() + 1 + payload.len()], header, payload, signature))
        }
        _ => Err(JwtError::Form),
    }
}

// RFC 7515 section 2: no padding, no line breaks; the engine also refuses trailing bits, so that bytes have one spelling.
fn decode(part: &'static str, text: &[u8]) -> Result<Vec<u8>, JwtError> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| JwtError::Encoding(part))
}

fn members<'a>(
    part: &'static str,
    bytes: &'a [u8],
    bytes_max: usize,
    names: &'static Names,
) -> Result<Members<'a>, JwtError> {
    let json = |error| JwtError::Json { part, error };
    if bytes.len() > bytes_max {
        return Err(json(JsonError::TooLarge { found: bytes.len(), max: bytes_max }));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| json(JsonError::Syntax(error.to_string())))?;
    Members::read(text, names).map_err(json)?.ok_or(JwtError::NotAnObject(part))
}

fn algorithm(header: &Members<'_>) -> Result<Algorithm, JwtError> {
    let name = header.text("alg").unwrap_or_default();
    // RFC 9864 names the curve where RFC 8037 named the family.
    match name {
        "Ed25519" => Ok(Algorithm::EdDsa),
        name => Algorithm::from_name(name).ok_or_else(|| JwtError::Algorithm(cut(name))),
    }
}

fn check_type(header: &Members<'_>, kind: Kind) -> Result<(), JwtError> {
    let other = |found: &str| JwtError::Type { expected: kind.typ(), found: cut(found) };
    // Without a type a token of another protocol could be taken for a credential, unless its content type says so.
    match (header.text("typ"), header.text("cty")) {
        (Some(typ), _) if kind.accepts(typ) => Ok(()),
        (Some(typ), _) => Err(other(typ)),
        (None, Some("vc" | "application/vc")) if kind == Kind::Credential => Ok(()),
        (None, Some("vp" | "application/vp")) if kind == Kind::Presentation => Ok(()),
        (None, _) => Err(other("")),
    }
}

/// The name of the key: `kid`, absolute or relative to `iss`. Keys in the header (`jwk`, `x5c`) and places to fetch
/// them from (`jku`, `x5u`) are not looked at: whoever makes a token chooses them.
fn method(header: &Members<'_>, payload: &Members<'_>) -> Result<String, JwtError> {
    let kid = header.text("kid").filter(|kid| !kid.is_empty()).ok_or(JwtError::KeyName)?;
    if is_url(kid) {
        return Ok(kid.to_owned());
    }
    let issuer = header.text("iss").or_else(|| payload.text("iss")).ok_or(JwtError::KeyName)?;
    let method = format!("{issuer}#{}", kid.trim_start_matches('#'));
    if is_url(&method) { Ok(method) } else { Err(JwtError::KeyName) }
}

/// A token that lacks its signature: for keys that are elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsignedToken(String);

impl UnsignedToken {
    /// Header and payload of a token that the key of that name is to sign. The payload is written by RFC 8785, so that
    /// the same credential always gives the same bytes.
    pub fn new(kind: Kind, payload: &Value, method: &str, algorithm: Algorithm) -> Self {
        let content = match kind {
            Kind::Credential => "vc",
            Kind::Presentation => "vp",
        };
        let header = json!({ "alg": algorithm.as_str(), "cty": content, "kid": method, "typ": kind.typ() });
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(crate::integrity::canonical(value));
        Self(format!("{}.{}", part(&header), part(payload)))
    }

    /// The bytes to sign.
    pub fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// The token, with a signature as it stands in a JWS.
    pub fn with_signature(self, signature: &[u8]) -> String {
        format!("{}.{}", self.0, URL_SAFE_NO_PAD.encode(signature))
    }
}

/// Signs a credential or presentation as a token. The same payload and key always give the same token.
pub fn sign(kind: Kind, payload: &Value, method: &str, key: &PrivateKey) -> String {
    let unsigned = UnsignedToken::new(kind, payload, method, key.algorithm());
    let signature = key.sign_bytes(unsigned.bytes());
    unsigned.with_signature(&signature)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
