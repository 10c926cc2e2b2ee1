//! What a witness remembers: of each log the checkpoint that it cosigned last.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::{SignedCheckpoint, StoreError};

/// The checkpoints that a witness cosigned last, one for each log.
///
/// Contract: [`WitnessState::advance`] compares and replaces in one step, whoever else asks at the same time, and returns
/// when the new checkpoint is durable. After an error the old or the new checkpoint stands.
pub trait WitnessState: Send + Sync {
    /// The checkpoint of a log that was cosigned last.
    ///
    /// # Errors
    /// When it cannot be read.
    fn last_cosigned(&self, origin: &str) -> Result<Option<SignedCheckpoint>, StoreError>;

    /// Replaces what was cosigned last, if that is still `from`; otherwise says `false` and changes nothing.
    ///
    /// # Errors
    /// When it cannot be made durable.
    fn advance(
        &self,
        origin: &str,
        from: Option<&SignedCheckpoint>,
        to: &SignedCheckpoint,
    ) -> Result<bool, StoreError>;
}

/// A witness's memory that lasts as long as the process: for tests.
#[derive(Default)]
pub struct MemoryWitness(Mutex<BTreeMap<String, SignedCheckpoint>>);

impl WitnessState for MemoryWitness {
    fn last_cosigned(&self, origin: &str) -> Result<Option<SignedCheckpoint>, StoreError> {
        Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).get(origin).cloned())
    }

    fn advance(
        &self,
        origin: &str,
        from: Option<&SignedCheckpoint>,
        to: &SignedCheckpoint,
    ) -> Result<bool, StoreError> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_still = known.get(origin) == from;
        if is_still {
            known.insert(origin.to_owned(), to.clone());
        }
        Ok(is_still)
    }
}

/// The test that every implementation must pass. It fails by panicking.
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
pub fn check_witness_state(state: &dyn WitnessState) {
    let at = |size: u64, note: &str| SignedCheckpoint { size, note: note.to_owned() };
    let (first, second, other) = (at(3, "three"), at(9, "nine"), at(9, "another nine"));
    assert_eq!(state.last_cosigned("a"), Ok(None));
    assert_eq!(state.advance("a", None, &first), Ok(true));
    // Whoever saw nothing was too slow.
    assert_eq!(state.advance("a", None, &second), Ok(false));
    assert_eq!(state.last_cosigned("a").unwrap(), Some(first.clone()));
    assert_eq!(state.last_cosigned("b"), Ok(None));
    // Two conflicting at once, as often as not: one wins.
    let won: Vec<bool> = std::thread::scope(|scope| {
        let (from, second, other) = (&first, &second, &other);
        let one = |to: &SignedCheckpoint| state.advance("a", Some(from), to).unwrap();
        let threads: Vec<_> =
            (0..8).map(|n| scope.spawn(move || one(if n % 2 == 0 { second } else { other }))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(won.iter().filter(|won| **won).count(), 1);
    let last = state.last_cosigned("a").unwrap().unwrap();
    assert!(last == second || last == other);
    assert_eq!(state.advance("a", Some(&last), &last), Ok(true));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_keeps_the_contract() {
        check_witness_state(&MemoryWitness::default());
    }
}
