//! Vectors of the reference implementation of the Go checksum database: roots, proofs, tiles, checkpoints.
#![allow(clippy::unwrap_used, missing_docs)]

use std::sync::LazyLock;

use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use tlog::{
    ConsistencyProof, Hash, InclusionProof, MemoryTree, Note, Tile, VerifiedCheckpoint, VerifierKey,
    leaf_hash, root_at,
};

#[derive(Deserialize)]
struct Vectors {
    vkey: String,
    roots: Vec<Root>,
    inclusion: Vec<Proof>,
    consistency: Vec<Proof>,
    tiles: Vec<TileDigest>,
    checkpoints: Vec<String>,
}

#[derive(Deserialize)]
struct Root {
    size: u64,
    root_b64: String,
}

#[derive(Deserialize)]
struct Proof {
    old_size_or_index: u64,
    tree_size: u64,
    proof_b64: Vec<String>,
}

#[derive(Deserialize)]
struct TileDigest {
    tree_size: u64,
    path: String,
    sha256_of_tile: String,
}

impl Proof {
    fn hashes(&self) -> Vec<Hash> {
        self.proof_b64.iter().map(|hash| hash.parse().unwrap()).collect()
    }
}

static VECTORS: LazyLock<Vectors> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../vectors/log/xmod-tlog-vectors.json")).unwrap()
});

/// Leaf `i` of the vectors is the text `leaf-i`.
static TREE: LazyLock<MemoryTree> = LazyLock::new(|| {
    let largest = VECTORS.roots.iter().map(|root| root.size).max().unwrap();
    let mut tree = MemoryTree::new();
    for i in 0..largest {
        tree.push(leaf(i).as_bytes());
    }
    tree
});

fn leaf(index: u64) -> String {
    format!("leaf-{index}")
}

fn root(size: u64) -> Hash {
    root_at(size, &*TREE).unwrap()
}

#[test]
fn roots_are_those_of_the_reference() {
    assert_eq!(VECTORS.roots.len(), 308);
    for vector in &VECTORS.roots {
        assert_eq!(root(vector.size).to_string(), vector.root_b64, "size {}", vector.size);
    }
}

#[test]
fn inclusion_proofs_are_those_of_the_reference() {
    assert_eq!(VECTORS.inclusion.len(), 78);
    for vector in &VECTORS.inclusion {
        let (index, size) = (vector.old_size_or_index, vector.tree_size);
        let proof = InclusionProof::generate(index, size, &*TREE).unwrap();
        assert_eq!(proof.hashes, vector.hashes(), "entry {index} in {size}");
        proof.verify(&leaf_hash(leaf(index).as_bytes()), &root(size)).unwrap();
    }
}

#[test]
fn consistency_proofs_are_those_of_the_reference() {
    assert_eq!(VECTORS.consistency.len(), 108);
    for vector in &VECTORS.consistency {
        let (old, new) = (vector.old_size_or_index, vector.tree_size);
        let proof = ConsistencyProof::generate(old, new, &*TREE).unwrap();
        assert_eq!(proof.hashes, vector.hashes(), "{old} to {new}");
        proof.verify(&root(old), &root(new)).unwrap();
    }
}

#[test]
fn tiles_are_those_of_the_reference() {
    assert_eq!(VECTORS.tiles.len(), 1443);
    for vector in &VECTORS.tiles {
        // The reference names the height of the tile too; C2SP fixes it to 8.
        let path = vector.path.replacen("tile/8/", "tile/", 1);
        let tile: Tile = path.parse().unwrap();
        assert_eq!(tile.to_string(), path);
        // The reference also lists partial tiles that a smaller tree published before.
        assert!(tile.is_complete_in(vector.tree_size), "{path} in {}", vector.tree_size);
        let digest = hex::encode(Sha256::digest(tile.read(&*TREE).unwrap()));
        assert_eq!(digest, vector.sha256_of_tile, "{path} in {}", vector.tree_size);
    }
}

#[test]
fn checkpoints_of_the_reference_verify_and_print_back() {
    let key: VerifierKey = VECTORS.vkey.parse().unwrap();
    assert_eq!(key.to_string(), VECTORS.vkey);
    assert_eq!(VECTORS.checkpoints.len(), 16);
    for text in &VECTORS.checkpoints {
        let checkpoint =
            VerifiedCheckpoint::verify(text.as_bytes(), key.name(), std::slice::from_ref(&key)).unwrap();
        assert_eq!(Note::parse(text.as_bytes()).unwrap().to_string(), *text);
        assert_eq!(checkpoint.checkpoint().text(), checkpoint.note().text());
    }
}

#[test]
fn a_changed_byte_breaks_every_checkpoint_of_the_reference() {
    let key: VerifierKey = VECTORS.vkey.parse().unwrap();
    let text = VECTORS.checkpoints[0].as_bytes();
    for position in 0..text.len() {
        for bit in 0..8 {
            let mut changed = text.to_vec();
            changed[position] ^= 1 << bit;
            let result = VerifiedCheckpoint::verify(&changed, key.name(), std::slice::from_ref(&key));
            assert!(result.is_err(), "byte {position}, bit {bit}");
        }
    }
}
