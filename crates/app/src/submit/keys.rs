//! Public keys in the form that verifies, as far as they were needed lately.
//!
//! Taking a point apart and checking it costs a good part of a signature check, and bodies sign many statements with
//! one key. What is kept is a function of the key alone, so it can never be stale: which key is in force, the
//! registry says each time.

use std::sync::Arc;

use quick_cache::sync::Cache;
use statement::{PublicKey, StatementError, Unverified, VerifiedStatement, VerifyingKey};

use super::CHECK;

/// Keys that are kept: some megabytes.
const KEYS_MAX: usize = 10_000;

/// The cache.
pub(crate) struct DecodedKeys(Cache<PublicKey, Arc<VerifyingKey>>);

impl Default for DecodedKeys {
    fn default() -> Self {
        Self(Cache::new(KEYS_MAX))
    }
}

impl DecodedKeys {
    /// Checks the signature of a statement with a key.
    ///
    /// # Errors
    /// As [`Unverified::verify`].
    pub(crate) fn verify(
        &self,
        statement: Unverified,
        key: &PublicKey,
    ) -> Result<VerifiedStatement, StatementError> {
        let unusable = |error| StatementError::Key { kid: key.kid.clone(), error };
        let decoded = match self.0.get(key) {
            Some(decoded) => decoded,
            None => {
                let decoded = Arc::new(key.decode().map_err(unusable)?);
                self.0.insert(key.clone(), decoded.clone());
                decoded
            }
        };
        statement.verify_decoded(&key.kid, &decoded, &CHECK)
    }
}
