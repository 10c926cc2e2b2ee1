//! The transparency log as mathematics and text: an RFC 6962 Merkle tree, published as C2SP
//! tlog-tiles, with signed checkpoints, cosignatures of witnesses and proofs that are checked offline.
//!
//! This crate knows bytes only. It does not know what an entry means, reads no file, has no clock
//! and no random source: hashes come through [`HashReader`] or [`TileReader`], time and keys are arguments.
//!
//! The way of an entry:
//! 1. [`leaf_hash`] of its bytes goes to [`Frontier::append`], which returns the hashes to be stored.
//!    The frontier is all that is needed to extend the log; nothing is read.
//! 2. [`Frontier::root`] goes into a [`Checkpoint`], which is signed as a [`Note`].
//! 3. [`tiles_changed`] and [`bundles_changed`] say what is new to publish; [`Tile::read`] and
//!    [`encode_bundle`] make the bytes.
//! 4. [`InclusionProof`], [`ConsistencyProof`] and [`TlogProof`] let anybody check without trusting the log.
//!
//! Sources: RFC 6962 section 2.1, RFC 9162 section 2.1, and the C2SP specifications signed-note,
//! tlog-checkpoint, tlog-cosignature, tlog-policy, tlog-tiles, tlog-proof
//! and tlog-witness.

mod bundle;
mod checkpoint;
mod frontier;
mod hash;
mod key;
mod memory;
mod note;
mod policy;
mod proof;
mod tile;
mod tile_reader;
mod tlog_proof;
mod tree;
mod witness;

pub use bundle::{
    BUNDLE_BYTES_MAX, BundleError, ENTRY_BYTES_MAX, bundle_leaf_hashes, decode_bundle, encode_bundle,
};
pub use checkpoint::{
    Checkpoint, CheckpointError, Cosignature, EXTENSION_LINES_MAX, VerifiedCheckpoint, VerifyCheckpointError,
};
pub use frontier::{Frontier, FrontierError};
pub use hash::{HASH_BYTES, Hash, HashError, empty_root, leaf_hash, node_hash};
pub use key::{
    KEY_NAME_BYTES_MAX, KeyError, SignatureKind, VERIFIER_KEY_BYTES_MAX, VerifierKey, check_key_name,
};
pub use memory::{MemoryTree, MissingNode};
pub use note::{
    NOTE_BYTES_MAX, NOTE_SIGNATURES_MAX, Note, NoteError, NoteSignature, SIGNATURE_BYTES_MAX, TIMESTAMP_MAX,
    VerifiedSignature,
};
pub use policy::{POLICY_BYTES_MAX, Policy, PolicyError, PolicyFailure, UnknownWitness, Witness};
pub use proof::{ConsistencyProof, InclusionProof, PROOF_HASHES_MAX, ProofError};
pub use tile::{
    TILE_BYTES, TILE_HEIGHT, TILE_LEVEL_MAX, TILE_PATH_BYTES_MAX, TILE_WIDTH, Tile, TileError, TileKind,
    bundles_changed, tiles_changed,
};
pub use tile_reader::{TileHashes, TileReadError, TileReader};
pub use tlog_proof::{
    TLOG_PROOF_BYTES_MAX, TLOG_PROOF_EXTRA_BYTES_MAX, TlogProof, TlogProofError, VerifyTlogProofError,
};
pub use tree::{HashReader, NodeId, ReadError, StoredHash, TREE_SIZE_MAX, root_at};
pub use witness::{ADD_CHECKPOINT_BYTES_MAX, AddCheckpoint, Cosigned, WitnessRefusal};
