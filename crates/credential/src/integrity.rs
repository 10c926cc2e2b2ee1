//! Data Integrity proofs over canonical JSON: `eddsa-jcs-2022` and `ecdsa-jcs-2019` (Verifiable Credential Data
//! Integrity 1.0, Data Integrity EdDSA Cryptosuites 1.0 section 3.3, ECDSA 1.0 section 3.3).

use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256, Sha384};
use statement::{Algorithm, PrivateKey, SignatureCheck, VerifyingKey};

use crate::context::is_url;
use crate::json::{one_or_many, text};
use crate::keys::{Keys, VerificationMethod};
use crate::limits::PROOFS_MAX;
use crate::problem::{cut, shown};
use crate::proof::{ProofError, usable};
use crate::time::{self, Now};

/// What a proof must have been made for.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// The purpose: `assertionMethod` for credentials, `authentication` for presentations.
    pub purpose: &'a str,
    /// The verifier that it must name, if one was asked for.
    pub domain: Option<&'a str>,
    /// The session that it must name, if one was asked for.
    pub challenge: Option<&'a str>,
}

impl Expected<'_> {
    /// A credential.
    pub const ASSERTION: Expected<'static> =
        Expected { purpose: "assertionMethod", domain: None, challenge: None };
}

/// A proof that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holds {
    /// The key.
    pub method: VerificationMethod,
    /// When it was made, as claimed.
    pub created: Option<Timestamp>,
}

/// JSON in its canonical form (RFC 8785).
pub fn canonical(value: &Value) -> Vec<u8> {
    // A value whose keys are texts can always be written; numbers come from JSON and are finite.
    serde_json_canonicalizer::to_vec(value).unwrap_or_default()
}

/// Checks every proof of a document; all must hold (Data Integrity 1.0 section 4.5). `held` are the keys with which the
/// same proofs, in their order, were found good before: such a signature is not checked again, all else is.
///
/// # Errors
/// The first proof that does not hold.
pub fn verify(
    document: &Value,
    held: &[VerifyingKey],
    keys: &dyn Keys,
    check: &dyn SignatureCheck,
    expected: Expected<'_>,
    now: Now,
) -> Result<Vec<Holds>, ProofError> {
    let proofs = one_or_many(document.get("proof"));
    if proofs.is_empty() {
        return Err(ProofError::Missing);
    }
    if proofs.len() > PROOFS_MAX {
        return Err(ProofError::TooMany { found: proofs.len() });
    }
    let one = |(place, proof)| {
        let proof = Proof { proof, all: proofs, held: held.get(place) };
        verify_one(document, &proof, keys, check, expected, now)
    };
    proofs.iter().enumerate().map(one).collect()
}

/// A proof among those of its document, with the key with which it was found good before.
struct Proof<'a> {
    proof: &'a Value,
    all: &'a [Value],
    held: Option<&'a VerifyingKey>,
}

fn verify_one(
    document: &Value,
    &Proof { proof, all, held }: &Proof<'_>,
    keys: &dyn Keys,
    check: &dyn SignatureCheck,
    expected: Expected<'_>,
    now: Now,
) -> Result<Holds, ProofError> {
    let options = Options::read(proof)?;
    options.check(expected, now)?;
    let method = usable(keys, options.method, options.purpose, now)?;
    let algorithm = method.key.algorithm();
    if !options.suite.signs_with(algorithm) {
        return Err(ProofError::AlgorithmOfKey { proof: options.suite.as_str().to_owned(), key: algorithm });
    }
    if held == Some(&method.key) {
        return Ok(Holds { method, created: options.created });
    }
    let unsecured = unsecured(document, proof, all)?;
    let hash = hash_data(&unsecured, &configuration(proof), algorithm);
    if check.check(&method.key, &hash, &options.signature) {
        Ok(Holds { method, created: options.created })
    } else {
        Err(ProofError::Signature { method: cut(options.method) })
    }
}

/// A cryptographic suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suite {
    /// EdDSA over RFC 8785.
    EdDsaJcs2022,
    /// ECDSA over RFC 8785.
    EcdsaJcs2019,
}

impl Suite {
    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EdDsaJcs2022 => "eddsa-jcs-2022",
            Self::EcdsaJcs2019 => "ecdsa-jcs-2019",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::EdDsaJcs2022, Self::EcdsaJcs2019].into_iter().find(|suite| suite.as_str() == name)
    }

    /// The suite that a key of this algorithm signs with.
    pub fn of(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::EdDsa => Self::EdDsaJcs2022,
            Algorithm::Es256 | Algorithm::Es384 => Self::EcdsaJcs2019,
        }
    }

    fn signs_with(self, algorithm: Algorithm) -> bool {
        Self::of(algorithm) == self
    }
}

struct Options<'a> {
    suite: Suite,
    method: &'a str,
    purpose: &'a str,
    created: Option<Timestamp>,
    expires: Option<Timestamp>,
    domain: Option<&'a Value>,
    challenge: Option<&'a str>,
    signature: Vec<u8>,
}

impl<'a> Options<'a> {
    fn read(proof: &'a Value) -> Result<Self, ProofError> {
        let field = |field: &'static str, expected: &'static str| ProofError::Field {
            field,
            expected,
            found: proof.get(field).map_or_else(|| "nothing".to_owned(), shown),
        };
        let texts = |name: &'static str| text(proof, name).ok_or_else(|| field(name, "a text"));
        if texts("type")? != "DataIntegrityProof" {
            return Err(field("type", "`DataIntegrityProof`"));
        }
        if proof.get("id").is_some_and(|id| !id.as_str().is_some_and(is_url)) {
            return Err(field("id", "a URL"));
        }
        let moment = |name: &'static str| match proof.get(name) {
            None => Ok(None),
            Some(value) => {
                let read = value.as_str().and_then(time::parse);
                read.map(Some).ok_or_else(|| field(name, "a dateTimeStamp"))
            }
        };
        let suite = texts("cryptosuite")?;
        let method = text(proof, "verificationMethod").filter(|method| is_url(method));
        Ok(Self {
            suite: Suite::from_name(suite).ok_or_else(|| ProofError::Cryptosuite(cut(suite)))?,
            method: method.ok_or_else(|| field("verificationMethod", "the URL of a key"))?,
            purpose: texts("proofPurpose")?,
            created: moment("created")?,
            expires: moment("expires")?,
            domain: proof.get("domain"),
            challenge: text(proof, "challenge"),
            signature: base58(texts("proofValue")?).ok_or_else(|| {
                field("proofValue", "multibase base58btc (begins with `z`) of 64 or 96 bytes")
            })?,
        })
    }

    fn check(&self, expected: Expected<'_>, now: Now) -> Result<(), ProofError> {
        if self.purpose != expected.purpose {
            return Err(ProofError::OtherPurpose {
                expected: expected.purpose.to_owned(),
                found: cut(self.purpose),
            });
        }
        let names_domain = |domain: &str| one_or_many(self.domain).iter().any(|entry| entry == domain);
        if expected.domain.is_some_and(|domain| !names_domain(domain)) {
            return Err(ProofError::OtherSession { field: "domain" });
        }
        if expected.challenge.is_some_and(|challenge| self.challenge != Some(challenge)) {
            return Err(ProofError::OtherSession { field: "challenge" });
        }
        if self.created.is_some_and(|created| now.is_before(created)) {
            return Err(ProofError::Future { field: "created" });
        }
        if self.expires.is_some_and(|expires| now.is_after(expires)) {
            return Err(ProofError::Expired);
        }
        Ok(())
    }
}

fn base58(text: &str) -> Option<Vec<u8>> {
    // Decoding costs the square of the length; a signature of 96 bytes has 132 characters.
    let digits = text.strip_prefix('z').filter(|digits| digits.len() <= 200)?;
    let bytes = bs58::decode(digits).into_vec().ok()?;
    [64, 96].contains(&bytes.len()).then_some(bytes)
}

/// The document that a proof covers: without its proofs, or with those that the proof names as earlier.
fn unsecured(document: &Value, proof: &Value, all: &[Value]) -> Result<Value, ProofError> {
    let mut unsecured = document.clone();
    let Some(fields) = unsecured.as_object_mut() else { return Err(ProofError::Missing) };
    fields.remove("proof");
    if let Some(contexts) = proof.get("@context") {
        // Contexts that somebody appended are not covered; nothing may stand before those that are.
        let (signed, found) = (one_or_many(Some(contexts)), one_or_many(document.get("@context")));
        if !found.starts_with(signed) {
            return Err(ProofError::Context);
        }
        fields.insert("@context".to_owned(), contexts.clone());
    }
    let names = one_or_many(proof.get("previousProof"));
    if !names.is_empty() {
        let earlier = names.iter().map(|name| {
            let named = |proof: &&Value| proof.get("id") == Some(name);
            all.iter().find(named).cloned().ok_or_else(|| ProofError::PreviousProof(shown(name)))
        });
        fields.insert("proof".to_owned(), Value::Array(earlier.collect::<Result<_, _>>()?));
    }
    Ok(unsecured)
}

fn configuration(proof: &Value) -> Value {
    let mut configuration = proof.clone();
    if let Some(fields) = configuration.as_object_mut() {
        fields.remove("proofValue");
    }
    configuration
}

/// The digest of the proof's configuration, then that of the document, each with the hash of the curve.
fn hash_data(unsecured: &Value, configuration: &Value, algorithm: Algorithm) -> Vec<u8> {
    let (configuration, document) = (canonical(configuration), canonical(unsecured));
    match algorithm {
        Algorithm::EdDsa | Algorithm::Es256 => {
            [Sha256::digest(configuration), Sha256::digest(document)].concat()
        }
        Algorithm::Es384 => [Sha384::digest(configuration), Sha384::digest(document)].concat(),
    }
}

/// A proof that is to be made.
#[derive(Clone, Debug)]
pub struct NewProof<'a> {
    /// Name of the key.
    pub method: &'a str,
    /// The purpose.
    pub purpose: &'a str,
    /// When it is made.
    pub created: Timestamp,
    /// For which verifier.
    pub domain: Option<&'a str>,
    /// For which session.
    pub challenge: Option<&'a str>,
}

/// The document with one more proof. The same document, proof and key always give the same bytes.
pub fn sign(document: &Value, new: &NewProof<'_>, key: &PrivateKey) -> Value {
    let mut proof = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": Suite::of(key.algorithm()).as_str(),
        "created": time::print(new.created),
        "verificationMethod": new.method,
        "proofPurpose": new.purpose,
    });
    for (name, value) in [("domain", new.domain), ("challenge", new.challenge)] {
        if let Some(value) = value {
            proof[name] = json!(value);
        }
    }
    if let Some(contexts) = document.get("@context") {
        proof["@context"] = contexts.clone();
    }
    let mut signed = document.clone();
    let earlier = signed.as_object_mut().and_then(|fields| fields.remove("proof"));
    let hash = hash_data(&signed, &proof, key.algorithm());
    proof["proofValue"] = json!(format!("z{}", bs58::encode(key.sign_bytes(&hash)).into_string()));
    signed["proof"] = match earlier {
        None => proof,
        Some(Value::Array(mut proofs)) => {
            proofs.push(proof);
            Value::Array(proofs)
        }
        Some(one) => Value::Array(vec![one, proof]),
    };
    signed
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
