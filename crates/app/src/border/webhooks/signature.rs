//! Signing what is sent, as HTTP message signatures (RFC 9421) with the log's key. No crate is needed for one algorithm and
//! three components that are always the same.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::Signer as _;
use sha2::{Digest as _, Sha256};

use crate::LogKey;

/// The label of the signature.
pub const WEBHOOK_LABEL: &str = "comity";

/// The headers of a signed message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedHeaders {
    /// `Content-Digest` (RFC 9530).
    pub content_digest: String,
    /// `Signature-Input` (RFC 9421 section 4.1).
    pub signature_input: String,
    /// `Signature` (RFC 9421 section 4.2).
    pub signature: String,
}

/// Signs a `POST` to an address.
pub(super) fn sign(key: &LogKey, target_uri: &str, body: &[u8], created: u64) -> SignedHeaders {
    let content_digest = format!("sha-256=:{}:", STANDARD.encode(Sha256::digest(body)));
    let verifier = key.verifier();
    // Names of keys have no quotes, spaces or control characters, but may have a backslash (RFC 8941 section 3.3.3).
    let name = verifier.name().replace('\\', "\\\\").replace('"', "\\\"");
    let keyid = format!("{name}+{}", hex::encode(verifier.id()));
    let parameters = format!(
        r#"("@method" "@target-uri" "content-digest");created={created};keyid="{keyid}";alg="ed25519""#
    );
    // RFC 9421 section 2.5: a line for each component, the parameters last, no line feed at the end.
    let base = format!(
        "\"@method\": POST\n\"@target-uri\": {target_uri}\n\"content-digest\": {content_digest}\n\"@signature-params\": {parameters}"
    );
    let signature = STANDARD.encode(key.signing().sign(base.as_bytes()).to_bytes());
    SignedHeaders {
        content_digest,
        signature_input: format!("{WEBHOOK_LABEL}={parameters}"),
        signature: format!("{WEBHOOK_LABEL}=:{signature}:"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use ed25519_dalek::Signature;

    use super::*;

    #[test]
    fn the_signature_covers_method_address_body_and_moment() {
        let key = LogKey::new("log.example", &[7; 32]).unwrap();
        let headers = sign(&key, "https://customs.example/hook", b"{}", 1_769_817_600);
        // SHA-256 of `{}`.
        assert_eq!(headers.content_digest, "sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:");
        let parameters = headers.signature_input.strip_prefix("comity=").unwrap();
        let base = format!(
            "\"@method\": POST\n\"@target-uri\": https://customs.example/hook\n\"content-digest\": {}\n\"@signature-params\": {parameters}",
            headers.content_digest
        );
        let signature = headers.signature.strip_prefix("comity=:").unwrap().strip_suffix(':').unwrap();
        let signature = Signature::from_slice(&STANDARD.decode(signature).unwrap()).unwrap();
        let public = key.verifier().key();
        assert!(public.verify_strict(base.as_bytes(), &signature).is_ok());
        assert!(public.verify_strict(base.replace("hook", "other").as_bytes(), &signature).is_err());
        assert!(parameters.contains("created=1769817600;keyid=\"log.example+"), "{parameters}");
    }
}
