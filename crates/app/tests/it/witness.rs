//! A witness never cosigns two histories, whatever is asked of it, however often and however it ends.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use app::FixedClock;
use app::witness::{Witness, WitnessError, WitnessKey};
use ed25519_dalek::SigningKey;
use store::{MemoryWitness, SignedCheckpoint, StoreError, WitnessState};
use tlog::{
    AddCheckpoint, Checkpoint, ConsistencyProof, MemoryTree, Note, SignatureKind, VerifiedCheckpoint,
    VerifierKey,
};

const ORIGIN: &str = "log.example";

fn log_key() -> SigningKey {
    SigningKey::from_bytes(&[1; 32])
}

fn log_keys() -> Vec<VerifierKey> {
    vec![VerifierKey::new(ORIGIN, SignatureKind::Ed25519, log_key().verifying_key()).unwrap()]
}

fn witness(state: Arc<dyn WitnessState>) -> Witness {
    let key = WitnessKey::new("witness.example", &[9; 32]).unwrap();
    Witness::new(state, key, log_keys(), Arc::new(FixedClock("2026-01-31".parse().unwrap())))
}

/// A log whose entries from position 5 on differ between its two faces.
fn tree(size: u64, face: u8) -> MemoryTree {
    let mut tree = MemoryTree::new();
    for place in 0..size {
        tree.push(&[place as u8, if place < 5 { 0 } else { face }]);
    }
    tree
}

fn request(tree: &MemoryTree, old: u64) -> Vec<u8> {
    let checkpoint = Checkpoint::new(ORIGIN, tree.size(), tree.root()).unwrap().sign(&log_key()).unwrap();
    let proof = match old {
        0 => Vec::new(),
        old => ConsistencyProof::generate(old, tree.size(), tree).unwrap().hashes,
    };
    AddCheckpoint { old_size: old, proof, checkpoint }.to_string().into_bytes()
}

fn status(answer: &Result<String, WitnessError>) -> u16 {
    answer.as_ref().map_or_else(WitnessError::status, |_| 200)
}

#[test]
fn a_cosignature_verifies_and_says_when() {
    let witness = witness(Arc::new(MemoryWitness::default()));
    let tree = tree(7, 0);
    let lines = witness.add_checkpoint(&request(&tree, 0)).unwrap();
    let checkpoint = Checkpoint::new(ORIGIN, 7, tree.root()).unwrap().sign(&log_key()).unwrap();
    let note = format!("{checkpoint}{lines}");
    let verified = VerifiedCheckpoint::verify(note.as_bytes(), ORIGIN, &log_keys()).unwrap();
    let cosignatures = verified.cosignatures(&[witness.key().clone()]).unwrap();
    assert_eq!((cosignatures.len(), cosignatures[0].unix_seconds), (1, 1_769_817_600));
    // What it remembers is served under the hash of the log's name.
    let sha256 = "d7612c54297eaa3e5a7756b17ce3adc5bed251af8059d72bbb8b0075c67b85e9";
    assert_eq!(witness.checkpoint(sha256), Ok(Some(note)));
    assert_eq!(witness.checkpoint(&"0".repeat(64)), Ok(None));
}

#[test]
fn neither_rollback_nor_fork_is_cosigned() {
    let witness = witness(Arc::new(MemoryWitness::default()));
    let ask = |size, face, old| status(&witness.add_checkpoint(&request(&tree(size, face), old)));
    assert_eq!(ask(7, 0, 0), 200);
    assert_eq!(ask(6, 0, 6), 409);
    assert_eq!(ask(7, 1, 7), 422);
    assert_eq!(ask(9, 1, 7), 422);
    assert_eq!(ask(9, 0, 0), 409);
    assert_eq!(ask(9, 0, 7), 200);
    assert_eq!(ask(9, 0, 9), 200);
    let refused = witness.add_checkpoint(&request(&tree(12, 0), 7)).unwrap_err();
    assert_eq!(refused.last_cosigned(), Some(9));
}

#[test]
fn another_log_and_another_key_are_refused() {
    let witness = witness(Arc::new(MemoryWitness::default()));
    let other = |origin: &str, seed: u8| {
        let tree = tree(3, 0);
        let key = SigningKey::from_bytes(&[seed; 32]);
        let checkpoint = Checkpoint::new(origin, 3, tree.root()).unwrap().sign(&key).unwrap();
        AddCheckpoint { old_size: 0, proof: Vec::new(), checkpoint }.to_string()
    };
    assert_eq!(status(&witness.add_checkpoint(other("other.example", 1).as_bytes())), 404);
    assert_eq!(status(&witness.add_checkpoint(other(ORIGIN, 2).as_bytes())), 403);
    assert_eq!(status(&witness.add_checkpoint(b"hello")), 400);
}

#[test]
fn of_two_histories_asked_at_once_one_is_cosigned() {
    for _ in 0..20 {
        let witness = witness(Arc::new(MemoryWitness::default()));
        assert!(witness.add_checkpoint(&request(&tree(5, 0), 0)).is_ok());
        let faces: Vec<(u8, bool)> = std::thread::scope(|scope| {
            let witness = &witness;
            let ask = |face: u8| (face, witness.add_checkpoint(&request(&tree(9, face), 5)).is_ok());
            let threads: Vec<_> = (0..6).map(|n| scope.spawn(move || ask(n % 2))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let cosigned = |face| faces.iter().any(|(asked, signed)| *asked == face && *signed);
        assert!(cosigned(0) != cosigned(1), "{faces:?}");
    }
}

/// Fails at each step: before anything is written, or after.
#[derive(Default)]
struct Failing {
    memory: MemoryWitness,
    fault: AtomicU8,
}

impl WitnessState for Failing {
    fn last_cosigned(&self, origin: &str) -> Result<Option<SignedCheckpoint>, StoreError> {
        self.memory.last_cosigned(origin)
    }

    fn advance(
        &self,
        origin: &str,
        from: Option<&SignedCheckpoint>,
        to: &SignedCheckpoint,
    ) -> Result<bool, StoreError> {
        let failed = || StoreError::io("remembering", "a fault was injected");
        match self.fault.load(Ordering::Relaxed) {
            1 => Err(failed()),
            2 => self.memory.advance(origin, from, to).and(Err(failed())),
            _ => self.memory.advance(origin, from, to),
        }
    }
}

#[test]
fn what_is_not_remembered_is_not_cosigned_and_a_crash_leaves_one_history() {
    for fault in [1, 2] {
        let state = Arc::new(Failing::default());
        let witness = witness(state.clone());
        assert!(witness.add_checkpoint(&request(&tree(5, 0), 0)).is_ok());
        state.fault.store(fault, Ordering::Relaxed);
        assert_eq!(status(&witness.add_checkpoint(&request(&tree(9, 0), 5))), 503);
        state.fault.store(0, Ordering::Relaxed);
        // Whoever asks again gets on; the other history gets nothing if the first one was written.
        let other = status(&witness.add_checkpoint(&request(&tree(9, 1), 5)));
        let first = status(&witness.add_checkpoint(&request(&tree(9, 0), 5)));
        match fault {
            1 => assert_eq!((other, first), (200, 409)),
            _ => assert_eq!(
                (other, first, status(&witness.add_checkpoint(&request(&tree(9, 0), 9)))),
                (409, 409, 200)
            ),
        }
    }
}

#[test]
fn the_note_that_is_kept_has_the_cosignature() {
    let state = Arc::new(MemoryWitness::default());
    let witness = witness(state.clone());
    let lines = witness.add_checkpoint(&request(&tree(4, 0), 0)).unwrap();
    let kept = state.last_cosigned(ORIGIN).unwrap().unwrap();
    assert!(kept.note.ends_with(&lines));
    assert_eq!(Note::parse(kept.note.as_bytes()).unwrap().signatures().len(), 2);
}
