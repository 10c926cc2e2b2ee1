//! A proof from outside prints back as it was read and is checked without a panic, or is an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tlog::{Checkpoint, InclusionProof, TlogProof, leaf_hash};

fuzz_target!(|bytes: &[u8]| {
    let Ok(proof) = TlogProof::parse(bytes) else { return };
    assert_eq!(proof.to_string().as_bytes(), bytes);
    let Ok(checkpoint) = Checkpoint::parse(proof.checkpoint().text()) else { return };
    let inclusion = InclusionProof {
        leaf_index: proof.index(),
        tree_size: checkpoint.size(),
        hashes: proof.hashes().to_vec(),
    };
    let _ = inclusion.verify(&leaf_hash(b"entry"), &checkpoint.root());
});
