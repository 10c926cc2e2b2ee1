//! Documents as they are presented: a token, an envelope around a token, or JSON with its proof; and what is known once
//! the proof holds.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use statement::SignatureCheck;

use crate::context::BASE;
use crate::integrity::{self, Expected, canonical};
use crate::json::{self, JsonError, has_type, id_of, text};
use crate::jwt::{JwtError, Kind, Token};
use crate::keys::Keys;
use crate::problem::{Place, Problem, Problems};
use crate::proof::{ProofError, usable};
use crate::time::{self, Now};
use crate::vcdm;

/// How a document is secured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A compact JWS, alone or in an envelope.
    Jwt,
    /// JSON with Data Integrity proofs.
    DataIntegrity,
}

/// Why bytes are not a secured document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Not JSON of ours.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// Not a token of ours.
    #[error(transparent)]
    Jwt(#[from] JwtError),
    /// An envelope that is not one.
    #[error("the envelope is malformed: {0}")]
    Envelope(Problem),
    /// Neither a token nor an object.
    #[error("neither a token nor a JSON object: present a `vc+jwt`, or a credential in JSON with its proof")]
    Neither,
}

/// A document that was read and whose proof was not checked. Show it, and trust nothing in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    kind: Kind,
    secured: Secured,
    digest: [u8; 32],
}

#[derive(Clone, Debug, PartialEq)]
enum Secured {
    Token(Box<Token>),
    Json(Value),
}

/// What a verifier brings: keys, the way to check signatures, and the moment.
#[derive(Clone, Copy)]
pub struct Verifier<'a> {
    /// Keys of issuers and holders.
    pub keys: &'a dyn Keys,
    /// How signatures are checked.
    pub check: &'a dyn SignatureCheck,
    /// The moment, with the clock skew.
    pub now: Now,
}

/// A credential whose proof holds with a key of the issuer whom it names.
///
/// **Invariant:** the only way to one is [`Document::verify`]. It says who signed which text. Whether the credential is
/// in force, was revoked, or is what a register says, is told by other checks.
#[derive(Clone, Debug, PartialEq)]
pub struct Verified {
    credential: Value,
    issuer: String,
    method: String,
    form: Form,
    digest: [u8; 32],
    signed_at: Option<Timestamp>,
}

/// Whether a credential is in the time for which its issuer made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InTime {
    /// It is.
    Yes,
    /// Not yet.
    NotYet {
        /// From when on.
        from: Timestamp,
    },
    /// No longer.
    Over {
        /// Until when it was.
        until: Timestamp,
    },
}

impl Document {
    /// Reads a credential.
    ///
    /// # Errors
    /// [`ReadError`].
    pub fn credential(bytes: &[u8], bytes_max: usize) -> Result<Self, ReadError> {
        Self::read(bytes, Kind::Credential, bytes_max)
    }

    /// Reads a credential or presentation.
    ///
    /// # Errors
    /// [`ReadError`].
    pub fn read(bytes: &[u8], kind: Kind, bytes_max: usize) -> Result<Self, ReadError> {
        let bytes = bytes.trim_ascii();
        if bytes.first() == Some(&b'{') {
            return Self::from_value(json::read(bytes, bytes_max)?, kind, bytes_max);
        }
        if bytes.iter().take(4).any(u8::is_ascii_whitespace) || bytes.is_empty() {
            return Err(ReadError::Neither);
        }
        Self::from_token(bytes, kind, bytes_max)
    }

    /// Takes a document that was parsed as part of another, such as a credential in a presentation.
    ///
    /// # Errors
    /// [`ReadError`].
    pub fn from_value(value: Value, kind: Kind, bytes_max: usize) -> Result<Self, ReadError> {
        let envelope = match kind {
            Kind::Credential => "EnvelopedVerifiableCredential",
            Kind::Presentation => "EnvelopedVerifiablePresentation",
        };
        if has_type(&value, envelope) {
            let mut problems = Problems::default();
            vcdm::envelope_at(&value, &Place::Root, envelope, &mut problems);
            if let Some(problem) = problems.into_vec().into_iter().next() {
                return Err(ReadError::Envelope(problem));
            }
            let token = data_url(text(&value, "id").unwrap_or_default(), kind)?;
            return Self::from_token(&token, kind, bytes_max);
        }
        if !value.is_object() {
            return Err(ReadError::Neither);
        }
        let digest = Sha256::digest(canonical(&value)).into();
        Ok(Self { kind, secured: Secured::Json(value), digest })
    }

    fn from_token(bytes: &[u8], kind: Kind, bytes_max: usize) -> Result<Self, ReadError> {
        let token = Token::parse(bytes, kind, bytes_max)?;
        Ok(Self { kind, secured: Secured::Token(Box::new(token)), digest: Sha256::digest(bytes).into() })
    }

    /// What it says, as claimed.
    pub fn claimed(&self) -> &Value {
        match &self.secured {
            Secured::Token(token) => token.payload(),
            Secured::Json(value) => value,
        }
    }

    /// How it is secured.
    pub fn form(&self) -> Form {
        match &self.secured {
            Secured::Token(_) => Form::Jwt,
            Secured::Json(_) => Form::DataIntegrity,
        }
    }

    /// SHA-256 by which a register knows it: of a token's bytes, whatever envelope is around it; of JSON in canonical
    /// form (RFC 8785), whatever its spaces and order.
    pub fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// The bytes of [`Document::digest`]: of a token as it came, without the envelope around it; of JSON in canonical form.
    pub fn to_bytes(&self) -> Vec<u8> {
        match &self.secured {
            Secured::Token(token) => token.to_bytes(),
            Secured::Json(value) => canonical(value),
        }
    }

    /// The names of the keys that its proofs claim.
    pub fn methods(&self) -> Vec<&str> {
        match &self.secured {
            Secured::Token(token) => vec![token.method()],
            Secured::Json(value) => json::one_or_many(value.get("proof"))
                .iter()
                .filter_map(|proof| text(proof, "verificationMethod"))
                .collect(),
        }
    }

    /// Checks that the issuer whom the credential names signed it.
    ///
    /// # Errors
    /// [`ProofError`]: why that is not shown.
    pub fn verify(self, verifier: &Verifier<'_>) -> Result<Verified, ProofError> {
        let form = self.form();
        let issuer = self.claimed().get("issuer").and_then(id_of).unwrap_or_default().to_owned();
        let (method, signed_at) = self.prove(verifier, Expected::ASSERTION, Some(&issuer))?;
        let digest = self.digest;
        let credential = match self.secured {
            Secured::Token(token) => token.into_payload(),
            Secured::Json(value) => value,
        };
        Ok(Verified { credential, issuer, method, form, digest, signed_at })
    }

    /// Checks the proofs, and that the one who is expected controls their keys; gives the last key and when it signed.
    pub(crate) fn prove(
        &self,
        verifier: &Verifier<'_>,
        expected: Expected<'_>,
        controller: Option<&str>,
    ) -> Result<(String, Option<Timestamp>), ProofError> {
        let owned = |method: &crate::VerificationMethod| match controller {
            Some(controller) if method.controller != controller => Err(ProofError::Controller {
                method: crate::problem::cut(&method.id),
                expected: crate::problem::cut(controller),
            }),
            _ => Ok(()),
        };
        match &self.secured {
            Secured::Token(token) => {
                let method = usable(verifier.keys, token.method(), expected.purpose, verifier.now)?;
                owned(&method)?;
                token.check(&method.key, verifier.check)?;
                token.check_claims(self.kind, verifier.now)?;
                Ok((method.id, token.signed_at()))
            }
            Secured::Json(value) => {
                let proofs = integrity::verify(value, verifier.keys, verifier.check, expected, verifier.now)?;
                proofs.iter().try_for_each(|holds| owned(&holds.method))?;
                let last = proofs.into_iter().next_back().ok_or(ProofError::Missing)?;
                Ok((last.method.id, last.created))
            }
        }
    }
}

impl Verified {
    /// The credential.
    pub fn credential(&self) -> &Value {
        &self.credential
    }

    /// Who issued it: the DID or URL whose key signed.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The name of the key that signed.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// How it was secured.
    pub fn form(&self) -> Form {
        self.form
    }

    /// SHA-256 by which a register knows it, as [`Document::digest`].
    pub fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// When it was signed, as its signer claims; nobody else vouches for that.
    pub fn signed_at(&self) -> Option<Timestamp> {
        self.signed_at
    }

    /// Whether it is in the time for which it was made.
    pub fn in_time(&self, now: Now) -> InTime {
        in_time(&self.credential, now)
    }
}

/// Whether a credential is in the time for which it was made (VCDM 2.0 section 4.9). A time that cannot be read does
/// not count as one.
pub fn in_time(credential: &Value, now: Now) -> InTime {
    let moment = |field| text(credential, field).and_then(time::parse);
    match (moment("validFrom"), moment("validUntil")) {
        (Some(from), _) if now.is_before(from) => InTime::NotYet { from },
        (_, Some(until)) if now.is_after(until) => InTime::Over { until },
        _ => InTime::Yes,
    }
}

/// The token in a `data:` URL (RFC 2397), plain or in base64.
fn data_url(url: &str, kind: Kind) -> Result<Vec<u8>, ReadError> {
    let malformed = |found: &str| {
        ReadError::Envelope(Problem {
            pointer: "/id".to_owned(),
            expected: format!("`data:application/{},…`", kind.typ()),
            found: format!("`{}`", crate::problem::cut(found)),
            help: "put the token after the comma".to_owned(),
        })
    };
    let (head, data) =
        url.strip_prefix("data:").and_then(|rest| rest.split_once(',')).ok_or_else(|| malformed(url))?;
    let mut parameters = head.split(';');
    let media_type = parameters.next().unwrap_or_default().to_ascii_lowercase();
    // `application/jwt` is what older fixtures write; the type in the header of the token decides.
    let names = [format!("application/{}", kind.typ()), "application/jwt".to_owned()];
    let legacy = [format!("application/{}", kind.typ().replace('+', "+ld+")), String::new()];
    if !names.contains(&media_type) && legacy[0] != media_type {
        return Err(malformed(head));
    }
    if parameters.any(|parameter| parameter.eq_ignore_ascii_case("base64")) {
        return STANDARD.decode(data).map_err(|_| malformed(head));
    }
    Ok(data.as_bytes().to_vec())
}

/// An envelope around a token, for APIs and presentations that exchange JSON (VCDM 2.0 section 4.12.1).
pub fn envelope(kind: Kind, token: &str) -> Value {
    let name = match kind {
        Kind::Credential => "EnvelopedVerifiableCredential",
        Kind::Presentation => "EnvelopedVerifiablePresentation",
    };
    json!({ "@context": BASE, "type": name, "id": format!("data:application/{},{token}", kind.typ()) })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
