//! What holds for every tree, whatever its size.
#![allow(clippy::unwrap_used, missing_docs)]

use std::convert::Infallible;

use proptest::prelude::*;
use tlog::{
    ConsistencyProof, Frontier, Hash, HashReader, InclusionProof, MemoryTree, NodeId, ProofError, ReadError,
    TREE_SIZE_MAX, Tile, TileHashes, TileReader, bundle_leaf_hashes, bundles_changed, decode_bundle,
    empty_root, encode_bundle, leaf_hash, node_hash, root_at, tiles_changed,
};

/// The definition of RFC 6962, section 2.1, as it stands there.
fn recursive_root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
            node_hash(&recursive_root(left), &recursive_root(right))
        }
    }
}

fn leaves(size: u64) -> Vec<Hash> {
    (0..size).map(|index| leaf_hash(&index.to_le_bytes())).collect()
}

fn tree(size: u64) -> MemoryTree {
    let mut tree = MemoryTree::new();
    for leaf in leaves(size) {
        tree.push_leaf(leaf);
    }
    tree
}

/// Publishes a tree: any tile is read from memory as a file server would give it.
struct Published(MemoryTree);

impl TileReader for Published {
    type Error = Infallible;

    fn read_tiles(&self, tiles: &[Tile]) -> Result<Vec<Vec<u8>>, Infallible> {
        Ok(tiles.iter().map(|tile| tile.read(&self.0).unwrap()).collect())
    }
}

#[test]
fn frontier_root_equals_recursive_root() {
    let leaves = leaves(520);
    let mut frontier = Frontier::new();
    for size in 0..=leaves.len() {
        assert_eq!(frontier.root(), recursive_root(&leaves[..size]), "size {size}");
        if let Some(leaf) = leaves.get(size) {
            frontier.append(*leaf);
        }
    }
}

#[test]
fn every_leaf_has_an_inclusion_proof_that_verifies() {
    let leaves = leaves(130);
    let tree = tree(130);
    for size in 1..=130 {
        let root = recursive_root(&leaves[..size as usize]);
        for index in 0..size {
            let proof = InclusionProof::generate(index, size, &tree).unwrap();
            proof.verify(&leaves[index as usize], &root).unwrap();
        }
    }
}

#[test]
fn consistency_holds_between_all_sizes() {
    let leaves = leaves(130);
    let tree = tree(130);
    let roots: Vec<Hash> = (0..=130).map(|size| recursive_root(&leaves[..size])).collect();
    for new in 0..=130 {
        for old in 0..=new {
            let proof = ConsistencyProof::generate(old, new, &tree).unwrap();
            proof.verify(&roots[old as usize], &roots[new as usize]).unwrap();
        }
    }
}

#[test]
fn a_tree_with_another_past_is_never_consistent() {
    let size = 70;
    let honest = tree(size);
    for changed in 0..size {
        let mut forged = MemoryTree::new();
        for (index, leaf) in (0..).zip(leaves(size)) {
            forged.push_leaf(if index == changed { leaf_hash(b"forged") } else { leaf });
        }
        for old in changed + 1..=size {
            let proof = ConsistencyProof::generate(old, size, &forged).unwrap();
            let old_root = root_at(old, &honest).unwrap();
            assert!(proof.verify(&old_root, &forged.root()).is_err(), "entry {changed}, from {old}");
        }
    }
}

#[test]
fn what_is_not_in_the_tree_cannot_be_proven() {
    let tree = tree(5);
    let outside = ProofError::IndexOutsideTree { index: 5, size: 5 };
    assert_eq!(InclusionProof::generate(5, 5, &tree), Err(ReadError::Request(outside)));
    let reversed = ProofError::SizesReversed { old_size: 5, new_size: 4 };
    assert_eq!(ConsistencyProof::generate(5, 4, &tree), Err(ReadError::Request(reversed)));
    let large = ProofError::TreeTooLarge { size: TREE_SIZE_MAX + 1 };
    assert_eq!(root_at(TREE_SIZE_MAX + 1, &tree), Err(ReadError::Request(large)));
    assert!(matches!(root_at(6, &tree), Err(ReadError::Reader(_))));
}

#[test]
fn proofs_for_the_largest_tree_have_no_overflow() {
    struct Anything;
    impl HashReader for Anything {
        type Error = Infallible;
        fn read(&self, ids: &[NodeId]) -> Result<Vec<Hash>, Infallible> {
            assert!(ids.iter().all(|id| id.is_complete_in(TREE_SIZE_MAX)));
            Ok(vec![leaf_hash(b""); ids.len()])
        }
    }
    for index in [0, 1, TREE_SIZE_MAX / 2, TREE_SIZE_MAX - 1] {
        let proof = InclusionProof::generate(index, TREE_SIZE_MAX, &Anything).unwrap();
        assert!(proof.root_for(&leaf_hash(b"")).is_ok());
        let proof = ConsistencyProof::generate(index, TREE_SIZE_MAX, &Anything).unwrap();
        assert!(proof.hashes.len() <= tlog::PROOF_HASHES_MAX);
        let result = proof.verify(&leaf_hash(b""), &leaf_hash(b""));
        assert!(!matches!(result, Err(ProofError::WrongLength { .. })), "{index}");
    }
    assert!(tiles_changed(TREE_SIZE_MAX - 1, u64::MAX).count() <= 8);
}

#[test]
fn a_reader_that_breaks_its_contract_is_an_error() {
    struct Short;
    impl HashReader for Short {
        type Error = Infallible;
        fn read(&self, _: &[NodeId]) -> Result<Vec<Hash>, Infallible> {
            Ok(Vec::new())
        }
    }
    assert_eq!(root_at(3, &Short), Err(ReadError::Count { asked: 2, got: 0 }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_changed_byte_breaks_every_proof(
        size in 2_u64..700, a in any::<prop::sample::Index>(), place in any::<prop::sample::Index>(), bit in 0_u8..8,
    ) {
        let tree = tree(size);
        let index = a.index(size as usize) as u64;
        let mut proof = InclusionProof::generate(index, size, &tree).unwrap();
        flip(&mut proof.hashes, place, bit);
        prop_assert!(proof.verify(&leaf_hash(&index.to_le_bytes()), &tree.root()).is_err());

        let old = 1 + a.index(size as usize - 1) as u64;
        let mut proof = ConsistencyProof::generate(old, size, &tree).unwrap();
        flip(&mut proof.hashes, place, bit);
        prop_assert!(proof.verify(&root_at(old, &tree).unwrap(), &tree.root()).is_err());
    }

    #[test]
    fn a_proof_holds_for_its_own_place_only(size in 1_u64..200, a in any::<prop::sample::Index>(), other in 0_u64..250) {
        let tree = tree(size);
        let index = a.index(size as usize) as u64;
        let proof = InclusionProof::generate(index, size, &tree).unwrap();
        let leaf = leaf_hash(&index.to_le_bytes());
        let moved = InclusionProof { leaf_index: other, ..proof };
        prop_assert_eq!(moved.verify(&leaf, &tree.root()).is_ok(), other == index);
    }

    #[test]
    fn the_frontier_survives_being_stored(size in 0_u64..3000, more in 0_u64..300) {
        let mut kept = tree(size).frontier().clone();
        let mut stored = Frontier::from_bytes(&kept.to_bytes()).unwrap();
        prop_assert_eq!(&stored, &Frontier::from_parts(kept.size(), kept.hashes().to_vec()).unwrap());
        for leaf in leaves(more) {
            prop_assert_eq!(kept.append(leaf), stored.append(leaf));
        }
        prop_assert_eq!(kept.root(), stored.root());
    }

    #[test]
    fn the_frontier_of_stored_hashes_is_the_frontier(size in 0_u64..2000, more in 0_u64..500) {
        let larger = tree(size + more);
        prop_assert_eq!(Frontier::read(size, &larger).unwrap(), tree(size).frontier().clone());
    }

    #[test]
    fn tiles_alone_give_the_same_proofs(size in 1_u64..3000, a in any::<prop::sample::Index>()) {
        let tree = tree(size);
        let tiles = TileHashes::new(size, Published(tree.clone()));
        prop_assert_eq!(root_at(size, &tiles).unwrap(), tree.root());
        let index = a.index(size as usize) as u64;
        prop_assert_eq!(
            InclusionProof::generate(index, size, &tiles).unwrap(),
            InclusionProof::generate(index, size, &tree).unwrap()
        );
        prop_assert_eq!(
            ConsistencyProof::generate(index, size, &tiles).unwrap(),
            ConsistencyProof::generate(index, size, &tree).unwrap()
        );
        prop_assert!(tiles.read(&[NodeId::new(0, size)]).is_err());
    }

    #[test]
    fn publishing_every_growth_publishes_every_tile(steps in prop::collection::vec(0_u64..400, 1..8)) {
        let mut published = std::collections::BTreeSet::new();
        let mut size = 0;
        for step in steps {
            published.extend(tiles_changed(size, size + step));
            published.extend(bundles_changed(size, size + step));
            size += step;
        }
        for tile in tiles_changed(0, size).chain(bundles_changed(0, size)) {
            prop_assert!(published.contains(&tile), "{}", tile);
        }
        prop_assert!(published.iter().all(|tile| tile.is_complete_in(size)));
    }

    #[test]
    fn a_tile_path_reads_back(level in 0_u8..64, index in 0_u64..=(TREE_SIZE_MAX >> 8), width in 1_u16..=256) {
        for tile in [Tile::hashes(level, index, width).unwrap(), Tile::entries(index, width).unwrap()] {
            prop_assert_eq!(tile.to_string().parse::<Tile>().unwrap(), tile);
        }
    }

    #[test]
    fn a_bundle_reads_back(entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..300), 1..=256)) {
        let bytes = encode_bundle(&entries).unwrap();
        let width = entries.len() as u16;
        prop_assert_eq!(decode_bundle(&bytes, width).unwrap(), entries.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let hashes: Vec<Hash> = entries.iter().map(|entry| leaf_hash(entry)).collect();
        prop_assert_eq!(bundle_leaf_hashes(&bytes, width).unwrap(), hashes);
        prop_assert!(decode_bundle(&bytes[..bytes.len() - 1], width).is_err());
    }
}

fn flip(hashes: &mut [Hash], place: prop::sample::Index, bit: u8) {
    let position = place.index(hashes.len() * 32);
    hashes[position / 32].0[position % 32] ^= 1 << bit;
}
