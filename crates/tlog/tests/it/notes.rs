//! Signing and checking: notes, checkpoints, cosignatures, key rotation, proofs that stand alone.
#![allow(clippy::unwrap_used, missing_docs)]

use ed25519_dalek::SigningKey;
use tlog::{
    Checkpoint, CheckpointError, InclusionProof, MemoryTree, NOTE_BYTES_MAX, NOTE_SIGNATURES_MAX, Note,
    NoteError, NoteSignature, ProofError, SIGNATURE_BYTES_MAX, SignatureKind, TlogProof, TlogProofError,
    VerifiedCheckpoint, VerifierKey, VerifyCheckpointError, VerifyTlogProofError, empty_root, leaf_hash,
};

const ORIGIN: &str = "example.com/log";

fn secret(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn log_key(seed: u8) -> VerifierKey {
    VerifierKey::new(ORIGIN, SignatureKind::Ed25519, secret(seed).verifying_key()).unwrap()
}

fn witness_key(name: &str, seed: u8) -> VerifierKey {
    VerifierKey::new(name, SignatureKind::Ed25519Cosignature, secret(seed).verifying_key()).unwrap()
}

fn tree() -> MemoryTree {
    let mut tree = MemoryTree::new();
    (0..11_u8).for_each(|entry| {
        tree.push(&[entry]);
    });
    tree
}

fn checkpoint() -> Checkpoint {
    Checkpoint::new(ORIGIN, tree().size(), tree().root()).unwrap()
}

fn verify(note: &Note, keys: &[VerifierKey]) -> Result<VerifiedCheckpoint, VerifyCheckpointError> {
    VerifiedCheckpoint::verify(note.to_string().as_bytes(), ORIGIN, keys)
}

#[test]
fn a_signed_checkpoint_verifies() {
    let verified = verify(&checkpoint().sign(&secret(1)).unwrap(), &[log_key(1)]).unwrap();
    assert_eq!((verified.size(), verified.root()), (11, tree().root()));
}

#[test]
fn a_checkpoint_of_another_log_is_refused_even_when_the_key_is_known() {
    let other = Checkpoint::new("example.com/other", 11, tree().root()).unwrap();
    let mut note = Note::new(&other.text()).unwrap();
    note.sign(ORIGIN, &secret(1)).unwrap();
    assert!(matches!(verify(&note, &[log_key(1)]), Err(VerifyCheckpointError::Origin { .. })));
}

#[test]
fn an_unknown_key_alone_proves_nothing() {
    let note = checkpoint().sign(&secret(2)).unwrap();
    assert_eq!(verify(&note, &[log_key(1)]), Err(NoteError::NoKnownSignature.into()));
    assert_eq!(verify(&note, &[]), Err(NoteError::NoKnownSignature.into()));
}

#[test]
fn while_the_key_changes_old_and_new_readers_accept() {
    let mut both = checkpoint().sign(&secret(1)).unwrap();
    both.sign(ORIGIN, &secret(2)).unwrap();
    for keys in [&[log_key(1)][..], &[log_key(2)], &[log_key(1), log_key(2)], &[log_key(3), log_key(2)]] {
        assert!(verify(&both, keys).is_ok());
    }
    // After the change: new checkpoints carry the new key only, old ones the old key only.
    for seed in [1, 2] {
        assert!(verify(&checkpoint().sign(&secret(seed)).unwrap(), &[log_key(1), log_key(2)]).is_ok());
    }
}

#[test]
fn a_false_signature_of_a_known_key_spoils_the_note() {
    let mut note = checkpoint().sign(&secret(1)).unwrap();
    let elsewhere = Checkpoint::new(ORIGIN, 12, tree().root()).unwrap().sign(&secret(2)).unwrap();
    note.add(elsewhere.signatures()[0].clone()).unwrap();
    assert!(verify(&note, &[log_key(1)]).is_ok());
    assert_eq!(
        verify(&note, &[log_key(1), log_key(2)]),
        Err(NoteError::BadSignature { name: ORIGIN.to_owned() }.into())
    );
}

#[test]
fn each_witness_counts_once() {
    let mut note = checkpoint().sign(&secret(1)).unwrap();
    for (name, seed, time) in [("w/a", 5, 100), ("w/b", 6, 200), ("w/a", 5, 300), ("w/twin", 5, 400)] {
        note.cosign(name, &secret(seed), time).unwrap();
    }
    let verified = verify(&note, &[log_key(1)]).unwrap();
    let witnesses =
        [witness_key("w/a", 5), witness_key("w/b", 6), witness_key("w/twin", 5), witness_key("w/c", 7)];
    assert_eq!(verified.cosignatures(&witnesses).unwrap().len(), 2);
    let one = verified.cosignatures(&witnesses[1..2]).unwrap();
    assert_eq!((one[0].name.as_str(), one[0].unix_seconds), ("w/b", 200));
    assert_eq!(verified.cosignatures(&[]), Ok(Vec::new()));
    // The log's own signature is no cosignature.
    assert_eq!(verified.cosignatures(&[log_key(1)]), Ok(Vec::new()));
}

#[test]
fn a_cosignature_with_another_time_is_false() {
    let mut note = checkpoint().sign(&secret(1)).unwrap();
    note.cosign("w/a", &secret(5), 100).unwrap();
    let line = note.signatures()[1].to_string();
    // The time stands in bytes 4 to 11; its last byte is in the first 16 characters of base64.
    let (name, base64) = line.rsplit_once(' ').unwrap();
    let changed = format!(
        "{name} {}{}{}",
        &base64[..14],
        if &base64[14..15] == "A" { "B" } else { "A" },
        &base64[15..]
    );
    let mut forged = checkpoint().sign(&secret(1)).unwrap();
    forged.add(NoteSignature::parse(&changed).unwrap()).unwrap();
    let verified = verify(&forged, &[log_key(1)]).unwrap();
    assert!(matches!(verified.cosignatures(&[witness_key("w/a", 5)]), Err(NoteError::BadSignature { .. })));
    assert!(matches!(note.cosign("w/a", &secret(5), u64::MAX), Err(NoteError::Timestamp { .. })));
}

#[test]
fn the_cosignature_of_the_specification_has_its_key_id_and_time() {
    let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\
        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
        — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
    let note = Note::parse(text.as_bytes()).unwrap();
    let cosignature = &note.signatures()[1];
    assert_eq!(cosignature.bytes().len(), 72);
    assert_eq!(cosignature.bytes()[..8], 1_679_315_147_u64.to_be_bytes());
    assert_eq!(Checkpoint::parse(note.text()).unwrap().size(), 20_852_163);
    assert_eq!(note.to_string(), text);
}

#[test]
fn limits_of_notes_are_held() {
    assert_eq!(
        Note::parse(&vec![b'a'; NOTE_BYTES_MAX + 1]),
        Err(NoteError::TooLong { got: NOTE_BYTES_MAX + 1 })
    );
    let mut note = checkpoint().sign(&secret(1)).unwrap();
    for time in 1..NOTE_SIGNATURES_MAX as u64 {
        note.cosign("w/a", &secret(5), time).unwrap();
    }
    assert!(Note::parse(note.to_string().as_bytes()).is_ok());
    assert_eq!(note.cosign("w/a", &secret(5), 0), Err(NoteError::TooManySignatures));
    let line = note.signatures()[0].to_string();
    let over = format!("{note}{line}\n");
    assert_eq!(Note::parse(over.as_bytes()), Err(NoteError::TooManySignatures));
    let long = format!("— a {}", "AAAA".repeat(SIGNATURE_BYTES_MAX / 3 + 3));
    assert!(matches!(NoteSignature::parse(&long), Err(NoteError::SignatureTooLong { .. })));
}

#[test]
fn a_note_must_be_plain_text_with_signatures() {
    let parse = |text: &str| Note::parse(text.as_bytes());
    assert_eq!(parse("text\r\n\n— a AAAAAAA=\n"), Err(NoteError::NotText));
    assert_eq!(parse("text\n"), Err(NoteError::NoSignatures));
    assert_eq!(parse("text\n\n"), Err(NoteError::NoSignatures));
    assert_eq!(parse("text\n\n— a AAAAAAA="), Err(NoteError::NoSignatures));
    assert_eq!(parse("text\n\n- a AAAAAAA=\n"), Err(NoteError::SignatureLine { line: 1 }));
    assert_eq!(parse("text\n\n— a AAAA\n"), Err(NoteError::SignatureLine { line: 1 }));
    assert_eq!(parse("text\n\n— a AAAAAA==\n"), Err(NoteError::SignatureLine { line: 1 }));
    assert!(parse("te\n\nxt\n\n— a AAAAAAA=\n").unwrap().text().contains("\n\n"));
    assert_eq!(Note::new("no newline"), Err(NoteError::NoFinalNewline));
    assert_eq!(Note::parse(&[0xff, b'\n', b'\n']), Err(NoteError::NotText));
}

#[test]
fn a_malformed_checkpoint_is_refused() {
    let root = tree().root().to_string();
    let parse = |text: String| Checkpoint::parse(&text);
    for size in ["", "01", "+1", "-1", " 1", "1 ", "1e3", "9223372036854775808", "18446744073709551616"] {
        assert!(matches!(parse(format!("o\n{size}\n{root}\n")), Err(CheckpointError::Size(_))), "{size}");
    }
    assert_eq!(parse(format!("o\n1\n{root}")), Err(CheckpointError::Lines));
    assert_eq!(parse("o\n1\n".to_owned()), Err(CheckpointError::Lines));
    assert_eq!(parse(format!("\n1\n{root}\n")), Err(CheckpointError::Line));
    assert_eq!(parse(format!("o\n1\n{root}\n\n")), Err(CheckpointError::Line));
    assert!(matches!(parse("o\n1\nAAAA\n".to_owned()), Err(CheckpointError::Root(_))));
    assert_eq!(parse(format!("o\n0\n{root}\n")), Err(CheckpointError::EmptyTreeRoot(tree().root())));
    assert_eq!(parse(format!("o\n1\n{root}\n{}", "e\n".repeat(17))), Err(CheckpointError::TooManyExtensions));
    let extended = parse(format!("o\n1\n{root}\nextension\n")).unwrap();
    assert_eq!(extended.extensions(), ["extension"]);
    assert!(Checkpoint::new("o", 0, empty_root()).is_ok());
    assert_eq!(Checkpoint::new("o\np", 1, tree().root()), Err(CheckpointError::Line));
}

fn proof(index: u64) -> TlogProof {
    let inclusion = InclusionProof::generate(index, 11, &tree()).unwrap();
    TlogProof::new(inclusion, checkpoint().sign(&secret(1)).unwrap()).unwrap()
}

#[test]
fn a_proof_that_stands_alone_convinces_of_its_entry_only() {
    let keys = [log_key(1)];
    for index in 0..11_u8 {
        let text = proof(index.into()).to_string();
        let read = TlogProof::parse(text.as_bytes()).unwrap();
        assert_eq!(read.verify(&leaf_hash(&[index]), ORIGIN, &keys).unwrap().size(), 11);
        let other = read.verify(&leaf_hash(&[index + 1]), ORIGIN, &keys);
        assert!(matches!(other, Err(VerifyTlogProofError::Proof(ProofError::RootMismatch { .. }))));
        assert!(read.verify(&leaf_hash(&[index]), ORIGIN, &[log_key(2)]).is_err());
    }
}

#[test]
fn a_proof_for_the_only_entry_has_no_hashes() {
    let mut tree = MemoryTree::new();
    tree.push(b"only");
    let note = Checkpoint::new(ORIGIN, 1, tree.root()).unwrap().sign(&secret(1)).unwrap();
    let proof = TlogProof::new(InclusionProof::generate(0, 1, &tree).unwrap(), note).unwrap();
    let text = proof.to_string();
    assert!(text.starts_with("c2sp.org/tlog-proof@v1\nindex 0\n\nexample.com/log\n"), "{text}");
    let read = TlogProof::parse(text.as_bytes()).unwrap();
    assert!(read.verify(&leaf_hash(b"only"), ORIGIN, &[log_key(1)]).is_ok());
}

#[test]
fn a_malformed_proof_text_is_refused() {
    let good = proof(3).with_extra(b"context".to_vec()).unwrap().to_string();
    assert_eq!(TlogProof::parse(good.as_bytes()).unwrap().extra(), Some(b"context".as_slice()));
    let parse = |from: &str, to: &str| TlogProof::parse(good.replacen(from, to, 1).as_bytes());
    assert_eq!(parse("@v1", "@v2"), Err(TlogProofError::Header));
    assert_eq!(parse("extra ", "extra !"), Err(TlogProofError::Extra));
    assert_eq!(parse("index 3\n", ""), Err(TlogProofError::NoIndex));
    assert!(matches!(parse("index 3", "index 03"), Err(TlogProofError::Index(_))));
    assert!(matches!(parse("index 3\n", "index 3\nAAAA\n"), Err(TlogProofError::Hash { position: 1, .. })));
    let many = format!("index 3\n{}", format!("{}\n", leaf_hash(b"")).repeat(65));
    assert_eq!(parse("index 3\n", &many), Err(TlogProofError::TooManyHashes));
    assert_eq!(TlogProof::parse(b"c2sp.org/tlog-proof@v1\nindex 3\n"), Err(TlogProofError::NoCheckpoint));
}
