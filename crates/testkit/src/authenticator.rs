//! An authenticator in software, for passkeys in tests that have no browser: it answers as one does (WebAuthn level 3),
//! and can be told to do what a good one does not.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// An authenticator with one passkey.
#[derive(Clone)]
pub struct Authenticator {
    key: SigningKey,
    credential: Vec<u8>,
    user: String,
    /// Where the browser thinks that it is.
    pub origin: String,
    /// Whether it asks its owner for a finger or a number.
    pub verifies: bool,
    /// The counter of signatures.
    pub count: u32,
}

/// Flags of authenticator data: user present, user verified, attested credential data.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const ATTESTED: u8 = 0x40;

impl Authenticator {
    /// A new authenticator; different numbers make different ones.
    ///
    /// # Panics
    /// For the number 0.
    pub fn new(number: u8, origin: &str) -> Self {
        Self {
            key: SigningKey::from_slice(&[number; 32]).unwrap_or_else(|error| panic!("{error}")),
            credential: vec![number; 20],
            user: String::new(),
            origin: origin.to_owned(),
            verifies: true,
            count: 0,
        }
    }

    /// Makes a passkey: a `RegistrationResponseJSON` for options of `navigator.credentials.create`.
    pub fn register(&mut self, options: &str) -> String {
        let options = read(options);
        self.user = text(&options["user"]["id"]);
        let client = self.client_data("webauthn.create", &options);
        let mut data = self.data(text(&options["rp"]["id"]).as_bytes(), ATTESTED);
        data.extend([0; 16]);
        data.extend((self.credential.len() as u16).to_be_bytes());
        data.extend(&self.credential);
        data.extend(self.cose_key());
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        // A byte string of 24 to 255 bytes (RFC 8949 section 3.1).
        attestation.extend(u8::try_from(data.len()).ok());
        attestation.extend(data);
        self.answer(json!({
            "clientDataJSON": encode(&client), "attestationObject": encode(&attestation), "transports": ["internal"],
        }))
    }

    /// Signs in: an `AuthenticationResponseJSON` for options of `navigator.credentials.get`.
    pub fn sign_in(&mut self, options: &str) -> String {
        let options = read(options);
        self.count += 1;
        let client = self.client_data("webauthn.get", &options);
        let data = self.data(text(&options["rpId"]).as_bytes(), 0);
        let signed = [data.as_slice(), Sha256::digest(&client).as_slice()].concat();
        let signature: Signature = self.key.sign(&signed);
        self.answer(json!({
            "clientDataJSON": encode(&client), "authenticatorData": encode(&data),
            "signature": encode(signature.to_der().as_bytes()), "userHandle": self.user,
        }))
    }

    /// Identifier of the passkey.
    pub fn credential(&self) -> String {
        encode(&self.credential)
    }

    fn answer(&self, response: Value) -> String {
        let id = self.credential();
        json!({
            "id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {},
        })
        .to_string()
    }

    fn client_data(&self, what: &str, options: &Value) -> Vec<u8> {
        let challenge = text(&options["challenge"]);
        // The order of the members is part of the format (section 5.8.1.1).
        let origin = &self.origin;
        format!(r#"{{"type":"{what}","challenge":"{challenge}","origin":"{origin}","crossOrigin":false}}"#)
            .into()
    }

    fn data(&self, relying_party: &[u8], further: u8) -> Vec<u8> {
        let mut data = Sha256::digest(relying_party).to_vec();
        data.push(PRESENT | further | if self.verifies { VERIFIED } else { 0 });
        data.extend(self.count.to_be_bytes());
        data
    }

    /// The public key in COSE (RFC 9053): EC2, ES256, P-256, both coordinates.
    fn cose_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = point.as_bytes()[1..].split_at(32);
        [&b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20"[..], x, b"\x22\x58\x20", y].concat()
    }
}

fn read(options: &str) -> Value {
    serde_json::from_str(options).unwrap_or_else(|error| panic!("`{options}`: {error}"))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("`{value}` is no text")).to_owned()
}

fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
