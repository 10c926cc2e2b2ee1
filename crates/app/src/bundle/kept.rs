//! Bundles for whoever asks over the network: made once for each size of the log, and kept with some earlier ones, so that
//! what leads from one to the next can be given too.
//!
//! Everything here is made from the log and can be thrown away at any time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use bundle::{Delta, DeltaError};
use model::Jurisdiction;
use sha2::{Digest, Sha256};

use super::BundleMakeError;
use crate::app::App;

/// Bundles of one country that are kept, the newest of them in use.
const OF_ONE_COUNTRY_MAX: usize = 4;
/// Bytes of all bundles that are kept: some hundred countries, each a megabyte.
const KEPT_BYTES_MAX: usize = 512 << 20;
/// Seconds after which a bundle is made again although nothing was logged: its age says since when nothing newer is known.
const MADE_AGAIN_AFTER_SECONDS: u64 = 86_400;

/// A signed bundle of one size of the log.
#[derive(Clone, Debug)]
pub struct KeptBundle {
    /// Size of the log.
    pub log_size: u64,
    /// When it was made, in seconds since 1970.
    pub made_at: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The file.
    pub bytes: Arc<[u8]>,
}

/// Why no way from an earlier bundle is given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeltaMakeError {
    /// The present bundle cannot be made.
    #[error(transparent)]
    Make(#[from] BundleMakeError),
    /// No bundle of that size is kept.
    #[error("no bundle for `{importing}` of a log of {from} statements is kept here")]
    NotKept {
        /// The country.
        importing: Jurisdiction,
        /// Size of the log.
        from: u64,
    },
    /// The two cannot be compared.
    #[error("the bundles cannot be compared: {0}")]
    Compare(#[from] DeltaError),
}

/// Bundles by country, oldest first.
#[derive(Default)]
pub(crate) struct KeptBundles(Mutex<HashMap<Jurisdiction, Vec<KeptBundle>>>);

impl App {
    /// The bundle for an importing country as of now, signed with the keys of this log; made if none is kept.
    ///
    /// # Errors
    /// [`BundleMakeError`].
    pub fn kept_bundle(&self, importing: Jurisdiction) -> Result<KeptBundle, BundleMakeError> {
        // One at a time: whoever asks for the same waits for it, and no more than one is ever in the making.
        let mut kept = self.bundles().0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.clock().unix_seconds();
        let state = self.state();
        let log_size = state.size();
        let last = kept.get(&importing).and_then(|bundles| bundles.last());
        let fresh = |bundle: &&KeptBundle| {
            bundle.log_size == log_size && now.saturating_sub(bundle.made_at) < MADE_AGAIN_AFTER_SECONDS
        };
        if let Some(bundle) = last.filter(fresh) {
            return Ok(bundle.clone());
        }
        let (made_at, bytes) = self.bundle_of(&state, importing, self.signing())?;
        let sha256 = hex::encode(Sha256::digest(&bytes));
        let made = KeptBundle { log_size, made_at, sha256, bytes: bytes.into() };
        keep(&mut kept, importing, made.clone());
        Ok(made)
    }

    /// What leads from the bundle of an earlier size of the log to that of now.
    ///
    /// # Errors
    /// [`DeltaMakeError`].
    pub fn kept_delta(
        &self,
        importing: Jurisdiction,
        from: u64,
    ) -> Result<(KeptBundle, Vec<u8>), DeltaMakeError> {
        let to = self.kept_bundle(importing)?;
        let earlier = {
            let kept = self.bundles().0.lock().unwrap_or_else(PoisonError::into_inner);
            let mut bundles = kept.get(&importing).into_iter().flatten();
            bundles.rfind(|bundle| bundle.log_size == from).cloned()
        };
        let earlier = earlier.ok_or(DeltaMakeError::NotKept { importing, from })?;
        let delta = Delta::between(&earlier.bytes, &to.bytes)?.to_bytes();
        Ok((to, delta))
    }
}

fn keep(kept: &mut HashMap<Jurisdiction, Vec<KeptBundle>>, importing: Jurisdiction, made: KeptBundle) {
    let bytes: usize = kept.values().flatten().map(|bundle| bundle.bytes.len()).sum();
    if bytes + made.bytes.len() > KEPT_BYTES_MAX {
        kept.clear();
    }
    let bundles = kept.entry(importing).or_default();
    bundles.retain(|bundle| bundle.log_size != made.log_size);
    bundles.push(made);
    let too_many = bundles.len().saturating_sub(OF_ONE_COUNTRY_MAX);
    bundles.drain(..too_many);
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn made(log_size: u64, length: usize) -> KeptBundle {
        KeptBundle { log_size, made_at: 0, sha256: String::new(), bytes: vec![0; length].into() }
    }

    #[test]
    fn the_newest_of_each_country_are_kept_and_no_more() {
        let mut kept = HashMap::new();
        let (fr, ch) = ("FR".parse().unwrap(), "CH".parse().unwrap());
        for size in [1, 2, 2, 3, 4, 5] {
            keep(&mut kept, fr, made(size, 10));
        }
        let sizes: Vec<_> = kept[&fr].iter().map(|bundle| bundle.log_size).collect();
        assert_eq!(sizes, [2, 3, 4, 5]);
        keep(&mut kept, ch, made(6, 10));
        assert_eq!(kept.len(), 2);
        keep(&mut kept, ch, made(7, KEPT_BYTES_MAX));
        assert_eq!((kept.contains_key(&fr), kept[&ch].len()), (false, 1));
    }
}
