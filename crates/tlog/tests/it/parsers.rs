//! Whatever bytes come from outside: a value that prints back, or a typed error; never a panic.
#![allow(clippy::unwrap_used, missing_docs)]

use ed25519_dalek::SigningKey;
use proptest::prelude::*;
use tlog::{
    Checkpoint, Frontier, Hash, InclusionProof, MemoryTree, Note, NoteSignature, Tile, TlogProof,
    VerifierKey, decode_bundle, encode_bundle,
};

/// Feeds one input to every parser.
fn feed(bytes: &[u8], width: u16) {
    if let Ok(entries) = decode_bundle(bytes, width) {
        assert_eq!(encode_bundle(entries).unwrap(), bytes);
    }
    if let Ok(frontier) = Frontier::from_bytes(bytes) {
        assert_eq!(frontier.to_bytes(), bytes);
    }
    if let Ok(note) = Note::parse(bytes) {
        assert_eq!(note.to_string().as_bytes(), bytes);
    }
    if let Ok(proof) = TlogProof::parse(bytes) {
        assert_eq!(proof.to_string().as_bytes(), bytes);
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(checkpoint) = Checkpoint::parse(text) {
        assert_eq!(checkpoint.text(), text);
    }
    if let Ok(tile) = text.parse::<Tile>() {
        assert_eq!(tile.to_string(), text);
    }
    if let Ok(hash) = text.parse::<Hash>() {
        assert_eq!(hash.to_string(), text);
    }
    if let Ok(key) = text.parse::<VerifierKey>() {
        assert_eq!(key.to_string(), text);
    }
    if let Ok(signature) = NoteSignature::parse(text) {
        assert_eq!(signature.to_string(), text.trim_end_matches('\n'));
    }
}

/// A well-formed example of each format, to be damaged.
fn examples() -> Vec<Vec<u8>> {
    let key = SigningKey::from_bytes(&[7; 32]);
    let mut tree = MemoryTree::new();
    (0..11_u8).for_each(|entry| {
        tree.push(&[entry]);
    });
    let checkpoint = Checkpoint::new("example.com/log", tree.size(), tree.root()).unwrap();
    let note = checkpoint.sign(&key).unwrap();
    let inclusion = InclusionProof::generate(5, tree.size(), &tree).unwrap();
    let proof = TlogProof::new(inclusion, note.clone()).unwrap().with_extra(b"extra".to_vec()).unwrap();
    vec![
        note.to_string().into_bytes(),
        checkpoint.text().into_bytes(),
        proof.to_string().into_bytes(),
        tree.frontier().to_bytes(),
        encode_bundle([b"one".as_slice(), b"", b"three"]).unwrap(),
        b"tile/3/x001/x234/067.p/89".to_vec(),
        b"tile/entries/x001/000".to_vec(),
        tree.root().to_string().into_bytes(),
    ]
}

#[test]
fn well_formed_examples_print_back() {
    for example in examples() {
        feed(&example, 3);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn parsers_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600), width in any::<u16>()) {
        feed(&bytes, width);
    }

    #[test]
    fn parsers_never_panic_on_text(text in "\\PC{0,200}", width in any::<u16>()) {
        feed(text.as_bytes(), width);
    }

    #[test]
    fn parsers_never_panic_on_damaged_examples(
        example in 0_usize..8,
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = examples().swap_remove(example);
        for (place, byte) in edits {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        feed(&bytes, 3);
        feed(&bytes[..cut.index(bytes.len())], 3);
    }
}
