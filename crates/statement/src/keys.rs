//! Public keys as they stand in statements.

use serde::{Deserialize, Serialize};

/// A public key of a party: a JSON Web Key (RFC 7517, RFC 8037) reduced to what is needed to verify.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicKey {
    /// Identifier, unique for the party; the header of a statement names it.
    pub kid: String,
    /// Key type: `OKP` or `EC`.
    pub kty: String,
    /// Curve: `Ed25519`, `P-256` or `P-384`.
    pub crv: String,
    /// First coordinate, base64url without padding.
    pub x: String,
    /// Second coordinate, for `EC` keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y: Option<String>,
}
