//! Keys in a token (PKCS #11): the key signs there and never leaves it.

use serde::{Deserialize, Serialize};
use statement::{Algorithm, PublicKey};

/// How to reach a key in a token. It holds the PIN, so it is sealed like a key.
#[derive(Clone, Serialize, Deserialize, zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
#[serde(deny_unknown_fields)]
pub struct TokenReach {
    /// Label of the token.
    pub token: String,
    /// Label of the key in it.
    pub key: String,
    /// The user's PIN.
    pub pin: String,
}

/// Why a token does not sign.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// No module is loaded.
    #[error("this server reaches no tokens: start it with `--pkcs11-module FILE`")]
    NoModule,
    /// There is no such token or key.
    #[error("{0}: check the labels of token and key")]
    NotFound(String),
    /// The token refuses or fails.
    #[error("the token refuses ({0}): check that it is there, and its PIN")]
    Refused(String),
}

/// Reaches keys in tokens.
pub trait KeyToken: Send + Sync {
    /// The public key of a key in a token, under the identifier that it has on record.
    ///
    /// # Errors
    /// [`TokenError`].
    fn public_key(&self, reach: &TokenReach, kid: &str) -> Result<PublicKey, TokenError>;

    /// A signature as it stands in a JWS (RFC 7518 section 3.4, RFC 8037 section 3.1).
    ///
    /// # Errors
    /// [`TokenError`].
    fn sign(&self, reach: &TokenReach, algorithm: Algorithm, message: &[u8]) -> Result<Vec<u8>, TokenError>;
}

/// A server that reaches no tokens.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoToken;

impl KeyToken for NoToken {
    fn public_key(&self, _: &TokenReach, _: &str) -> Result<PublicKey, TokenError> {
        Err(TokenError::NoModule)
    }

    fn sign(&self, _: &TokenReach, _: Algorithm, _: &[u8]) -> Result<Vec<u8>, TokenError> {
        Err(TokenError::NoModule)
    }
}
