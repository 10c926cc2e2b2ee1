//! The same answers as three independent implementations: `tlog_tiles`, `signed_note`, `ct-merkle`.
#![allow(clippy::unwrap_used, missing_docs)]

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ed25519_dalek::SigningKey;
use proptest::prelude::*;
use sha2::Sha256;
use signed_note::{StandardVerifier, VerifierList};
use tlog::{
    Checkpoint, ConsistencyProof, Hash, InclusionProof, MemoryTree, Note, SignatureKind, Tile, VerifierKey,
    leaf_hash, tiles_changed,
};

const ORIGIN: &str = "example.com/log";

/// The tree as `tlog_tiles` stores it: all hashes in one row.
struct Row(Vec<tlog_tiles::Hash>);

impl tlog_tiles::HashReader for Row {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        Ok(indexes.iter().map(|index| self.0[*index as usize]).collect())
    }
}

fn entry(index: u64) -> Vec<u8> {
    format!("entry {index}").into_bytes()
}

fn our_tree(size: u64) -> MemoryTree {
    let mut tree = MemoryTree::new();
    (0..size).for_each(|index| {
        tree.push(&entry(index));
    });
    tree
}

fn their_tree(size: u64) -> Row {
    let mut row = Row(Vec::new());
    for index in 0..size {
        let hashes = tlog_tiles::stored_hashes(index, &entry(index), &row).unwrap();
        row.0.extend(hashes);
    }
    row
}

fn ours(hashes: &[tlog_tiles::Hash]) -> Vec<Hash> {
    hashes.iter().map(|hash| Hash(hash.0)).collect()
}

fn theirs(hashes: &[Hash]) -> Vec<tlog_tiles::Hash> {
    hashes.iter().map(|hash| tlog_tiles::Hash(hash.0)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn proofs_equal_those_of_tlog_tiles(size in 1_u64..1500, a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let (our, their) = (our_tree(size), their_tree(size));
        let root = tlog_tiles::tree_hash(size, &their).unwrap();
        prop_assert_eq!(our.root().0, root.0);

        let index = a.index(size as usize) as u64;
        let proof = InclusionProof::generate(index, size, &our).unwrap();
        prop_assert_eq!(&proof.hashes, &ours(&tlog_tiles::prove_record(size, index, &their).unwrap()));
        let leaf = tlog_tiles::record_hash(&entry(index));
        tlog_tiles::check_record(&theirs(&proof.hashes), size, root, index, leaf).unwrap();

        let old = 1 + b.index(size as usize) as u64;
        let proof = ConsistencyProof::generate(old, size, &our).unwrap();
        prop_assert_eq!(&proof.hashes, &ours(&tlog_tiles::prove_tree(size, old, &their).unwrap()));
        let old_root = tlog_tiles::tree_hash(old, &their).unwrap();
        tlog_tiles::check_tree(&theirs(&proof.hashes), size, root, old, old_root).unwrap();
    }

    #[test]
    fn verdicts_on_damaged_proofs_equal_those_of_tlog_tiles(
        size in 1_u64..80, index in 0_u64..90, claimed in 1_u64..90, drop in 0_usize..3, swap in any::<bool>(),
    ) {
        let tree = our_tree(size);
        let Ok(proof) = InclusionProof::generate(index.min(size - 1), size, &tree) else { unreachable!() };
        let mut hashes = proof.hashes;
        hashes.truncate(hashes.len().saturating_sub(drop));
        if swap { hashes.reverse(); }
        let damaged = InclusionProof { leaf_index: index, tree_size: claimed, hashes };
        let leaf = leaf_hash(&entry(index));
        let our = damaged.verify(&leaf, &tree.root()).is_ok();
        let their = tlog_tiles::check_record(
            &theirs(&damaged.hashes), claimed, tlog_tiles::Hash(tree.root().0), index, tlog_tiles::Hash(leaf.0),
        ).is_ok();
        prop_assert_eq!(our, their);
    }

    #[test]
    fn tiles_equal_those_of_tlog_tiles(old in 0_u64..1500, more in 0_u64..1500) {
        let size = old + more;
        let (our, their) = (our_tree(size), their_tree(size));
        let expected = tlog_tiles::Tile::new_tiles(8, old, size);
        let mut tiles: Vec<Tile> = tiles_changed(old, size).collect();
        let mut expected: Vec<_> = expected.iter().map(|tile| {
            (tile.path().replacen("tile/8/", "tile/", 1), tile.read_data(&their).unwrap())
        }).collect();
        expected.sort();
        tiles.sort_by_key(Tile::to_string);
        let tiles: Vec<_> = tiles.iter().map(|tile| (tile.to_string(), tile.read(&our).unwrap())).collect();
        prop_assert_eq!(tiles, expected);
    }

    // Levels up to 63 and widths from 1 to 256 only: beyond, the other implementation panics where
    // ours refuses (our own tests have those).
    #[test]
    fn tile_paths_read_as_in_tlog_tiles(path in "tile/(0?[0-9]|[1-5][0-9]|6[0-3]|x1)/(x[0-9]{3}/){0,3}[0-9]{3}(\\.p/([1-9][0-9]?|0[1-9]|1[0-9]{2}|2[0-4][0-9]|25[0-6]))?") {
        let their = tlog_tiles::Tile::from_path(&path.replacen("tile/", "tile/8/", 1));
        prop_assert_eq!(path.parse::<Tile>().is_ok(), their.is_ok(), "{}", path);
    }

    #[test]
    fn roots_and_proofs_equal_those_of_ct_merkle(size in 2_u64..600, a in any::<prop::sample::Index>()) {
        let our = our_tree(size);
        let mut their = MemoryBackedTree::<Sha256, Vec<u8>>::new();
        (0..size).for_each(|index| their.push(entry(index)));
        let (our_root, their_root) = (our.root(), their.root());
        prop_assert_eq!(our_root.as_ref(), their_root.as_bytes().as_slice());

        let index = a.index(size as usize) as u64;
        let proof = InclusionProof::generate(index, size, &our).unwrap();
        let bytes: Vec<u8> = proof.hashes.iter().flat_map(|hash| hash.0).collect();
        let expected = their.prove_inclusion(index as usize);
        prop_assert_eq!(bytes.as_slice(), expected.as_bytes());

        let old = 1 + a.index(size as usize - 1) as u64;
        let proof = ConsistencyProof::generate(old, size, &our).unwrap();
        let bytes: Vec<u8> = proof.hashes.iter().flat_map(|hash| hash.0).collect();
        let expected = their.prove_consistency((size - old) as usize);
        prop_assert_eq!(bytes.as_slice(), expected.as_bytes());
    }

    #[test]
    fn notes_are_accepted_by_signed_note(secret in any::<[u8; 32]>(), size in 1_u64..1 << 40, root in any::<[u8; 32]>()) {
        let key = SigningKey::from_bytes(&secret);
        let checkpoint = Checkpoint::new(ORIGIN, size, Hash(root)).unwrap();
        let mut note = checkpoint.sign(&key).unwrap();
        note.cosign("witness.example/w", &key, 1_700_000_000).unwrap();
        let text = note.to_string();

        let vkey = VerifierKey::new(ORIGIN, SignatureKind::Ed25519, key.verifying_key()).unwrap();
        let known = VerifierList::new(vec![Box::new(StandardVerifier::new(&vkey.to_string()).unwrap())]);
        let their = signed_note::Note::from_bytes(text.as_bytes()).unwrap();
        let (verified, unverified) = their.verify(&known).unwrap();
        prop_assert_eq!((verified.len(), unverified.len()), (1, 1));
        prop_assert_eq!(their.to_bytes(), text.as_bytes());

        let their = tlog_tiles::Checkpoint::from_bytes(note.text().as_bytes()).unwrap();
        prop_assert_eq!((their.origin(), their.size(), their.hash().0), (ORIGIN, size, root));
    }

    #[test]
    fn notes_read_as_in_signed_note(bytes in "[a-z\n— +=/]{0,40}\n\n(— [a-z+ ]{0,6} [A-Za-z0-9+/=]{0,12}\n){0,3}") {
        let their = signed_note::Note::from_bytes(bytes.as_bytes());
        prop_assert_eq!(Note::parse(bytes.as_bytes()).is_ok(), their.is_ok(), "{:?}", bytes);
    }
}
