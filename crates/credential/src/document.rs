//! Documents as they are presented: a token, an envelope around a token, or JSON with its proof; and what is known once
//! the proof holds.

use std::sync::OnceLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use statement::{SignatureCheck, VerifyingKey};

use crate::context::BASE;
use crate::integrity::{self, Expected, canonical};
use crate::json::{self, JsonError, has_type, id_of, text};
use crate::jwt::{JwtError, Kind, Token};
use crate::keys::Keys;
use crate::problem::{Place, Problem, Problems};
use crate::proof::{ProofError, usable};
use crate::time::{self, Now};
use crate::untp::RegisterEntry;
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
///
/// It remembers with which keys its signatures were found good, so that nobody checks them twice. Whether a key may be
/// used, whose it is, and what the clock says is judged each time anew.
#[derive(Clone, Debug)]
pub struct Document {
    kind: Kind,
    secured: Secured,
    digest: [u8; 32],
    /// Keys of its proofs, in their order, if each was found good with its key.
    held: OnceLock<Vec<VerifyingKey>>,
    entry: OnceLock<Option<RegisterEntry>>,
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.secured == other.secured
    }
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
/// **Invariant:** the only ways to one are [`Document::verify`] and, for what a holder states about himself in a presentation
/// that he signed, [`crate::presentation::verify`]. It says who signed which text. Whether the credential is in force, was
/// revoked, or is what a register says, is told by other checks.
#[derive(Clone, Debug, PartialEq)]
pub struct Verified {
    document: Document,
    issuer: String,
    method: String,
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

    /// The same for who knows the SHA-256 of the bytes already, so that it is not computed twice.
    ///
    /// # Errors
    /// [`ReadError`].
    pub fn credential_of_digest(bytes: &[u8], bytes_max: usize, sha256: [u8; 32]) -> Result<Self, ReadError> {
        // Space around a token is no part of what a register knows it by, and JSON has a digest of its own.
        let is_token = !bytes.first().is_some_and(|byte| *byte == b'{' || byte.is_ascii_whitespace())
            && !bytes.last().is_some_and(u8::is_ascii_whitespace);
        if is_token {
            return Self::from_token(bytes, Kind::Credential, bytes_max, Some(sha256));
        }
        Self::credential(bytes, bytes_max)
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
        Self::from_token(bytes, kind, bytes_max, None)
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
            return Self::from_token(&token, kind, bytes_max, None);
        }
        if !value.is_object() {
            return Err(ReadError::Neither);
        }
        let digest = Sha256::digest(canonical(&value)).into();
        Ok(Self::new(kind, Secured::Json(value), digest))
    }

    fn from_token(
        bytes: &[u8],
        kind: Kind,
        bytes_max: usize,
        sha256: Option<[u8; 32]>,
    ) -> Result<Self, ReadError> {
        let token = Token::parse(bytes, kind, bytes_max)?;
        let digest = sha256.unwrap_or_else(|| Sha256::digest(bytes).into());
        Ok(Self::new(kind, Secured::Token(Box::new(token)), digest))
    }

    fn new(kind: Kind, secured: Secured, digest: [u8; 32]) -> Self {
        Self { kind, secured, digest, held: OnceLock::new(), entry: OnceLock::new() }
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

    /// The issuer whom it names, as claimed; empty when it names none.
    pub fn issuer(&self) -> &str {
        let issuer = match &self.secured {
            Secured::Token(token) => token.issuer(),
            Secured::Json(value) => value.get("issuer").and_then(id_of),
        };
        issuer.unwrap_or_default()
    }

    /// Where it says that its status is found: `credentialStatus`, one entry or several, as claimed.
    pub fn status(&self) -> &[Value] {
        json::one_or_many(match &self.secured {
            Secured::Token(token) => token.status(),
            Secured::Json(value) => value.get("credentialStatus"),
        })
    }

    /// The certificate as the registry knows it, in credentials made with our extension; what cannot be read is none.
    pub fn register_entry(&self) -> Option<&RegisterEntry> {
        self.entry.get_or_init(|| RegisterEntry::read(self.claimed()).ok().flatten()).as_ref()
    }

    /// Whether it is in the time for which it was made (VCDM 2.0 section 4.9). A time that cannot be read does not count
    /// as one.
    pub fn in_time(&self, now: Now) -> InTime {
        let (from, until) = match &self.secured {
            Secured::Token(token) => token.validity(),
            Secured::Json(value) => {
                let moment = |field| text(value, field).and_then(time::parse);
                (moment("validFrom"), moment("validUntil"))
            }
        };
        match (from, until) {
            (Some(from), _) if now.is_before(from) => InTime::NotYet { from },
            (_, Some(until)) if now.is_after(until) => InTime::Over { until },
            _ => InTime::Yes,
        }
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
        let (method, signed_at) = self.issued_by(verifier)?;
        Ok(Verified { issuer: self.issuer().to_owned(), document: self, method, signed_at })
    }

    /// A credential without a proof of its own that the holder of a presentation states about himself: the proof of the
    /// presentation, made with this key of his, covers it (VCDM 2.0 section 4.13.3).
    pub(crate) fn stated_by_holder(self, method: &str, signed_at: Option<Timestamp>) -> Verified {
        Verified { issuer: self.issuer().to_owned(), document: self, method: method.to_owned(), signed_at }
    }

    /// The same of a document that is kept: the name of the key, and when it signed, as claimed.
    ///
    /// # Errors
    /// [`ProofError`].
    pub fn issued_by(&self, verifier: &Verifier<'_>) -> Result<(String, Option<Timestamp>), ProofError> {
        self.prove(verifier, Expected::ASSERTION, Some(self.issuer()))
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
                if self.held.get().is_none_or(|keys| keys[..] != *std::slice::from_ref(&method.key)) {
                    token.check(&method.key, verifier.check)?;
                    self.hold(vec![method.key.clone()]);
                }
                token.check_claims(verifier.now)?;
                Ok((method.id, token.signed_at()))
            }
            Secured::Json(value) => {
                let held = self.held.get().map_or(&[][..], Vec::as_slice);
                let proofs =
                    integrity::verify(value, held, verifier.keys, verifier.check, expected, verifier.now)?;
                self.hold(proofs.iter().map(|holds| holds.method.key.clone()).collect());
                proofs.iter().try_for_each(|holds| owned(&holds.method))?;
                let last = proofs.into_iter().next_back().ok_or(ProofError::Missing)?;
                Ok((last.method.id, last.created))
            }
        }
    }
}

/// Checks the signatures of many tokens together, such as those of a manifest, with the keys that they name. What is found
/// good each document remembers; [`Document::verify`] then judges one by one, as ever.
pub fn check_together(documents: &[&Document], verifier: &Verifier<'_>) {
    let methods = documents.iter().filter_map(|document| match &document.secured {
        Secured::Token(token) if document.held.get().is_none() => {
            // What fails here is told by `verify`.
            let method = verifier.keys.method(token.method()).ok()?;
            Some((*document, token, method.key))
        }
        _ => None,
    });
    let methods: Vec<_> = methods.collect();
    let (mut asked, mut signed) = (Vec::new(), Vec::new());
    for (document, token, key) in &methods {
        if let Some(one) = token.signed(key) {
            asked.push((document, key));
            signed.push(one);
        }
    }
    for ((document, key), good) in asked.into_iter().zip(verifier.check.check_all(&signed)) {
        if good {
            document.hold(vec![key.clone()]);
        }
    }
}

impl Document {
    /// Remembers that each proof is good with its key.
    fn hold(&self, keys: Vec<VerifyingKey>) {
        // The first keys stay: with another one a signature is checked again.
        let _ = self.held.set(keys);
    }
}

impl Verified {
    /// The credential.
    pub fn credential(&self) -> &Value {
        self.document.claimed()
    }

    /// The document that holds it.
    pub fn document(&self) -> &Document {
        &self.document
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
        self.document.form()
    }

    /// SHA-256 by which a register knows it, as [`Document::digest`].
    pub fn digest(&self) -> [u8; 32] {
        self.document.digest()
    }

    /// When it was signed, as its signer claims; nobody else vouches for that.
    pub fn signed_at(&self) -> Option<Timestamp> {
        self.signed_at
    }

    /// Whether it is in the time for which it was made.
    pub fn in_time(&self, now: Now) -> InTime {
        self.document.in_time(now)
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
