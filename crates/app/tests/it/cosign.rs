//! A witness whose key is of a kind that is not known here: its cosignature is carried along beside those of others, and
//! counts for nothing.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use app::App;
use app::cosign::CosignError;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bundle::Bundle;
use ed25519_dalek::SigningKey;
use model::LogIndex;
use store::MemoryStore;
use testkit::{ORIGIN, the};
use tlog::{Note, NoteSignature, Policy, PolicyFailure, SignatureKind, VerifierKey};

use crate::common::{load, log_key, open};

const KNOWN: [(&str, u8); 2] = [("a.example", 2), ("b.example", 3)];
/// ML-DSA-44: a key of 1,312 bytes with its kind, a signature of 2,420 bytes with its time.
const UNKNOWN: &str = "new.example";
const KEY_ID: [u8; 4] = [0x0a, 0x0b, 0x0c, 0x0d];

fn policy(quorum: &str) -> Policy {
    let mut text = format!("log {}\n", log_key().verifier());
    for (name, seed) in KNOWN {
        let key = SigningKey::from_bytes(&[seed; 32]).verifying_key();
        let key = VerifierKey::new(name, SignatureKind::Ed25519Cosignature, key).unwrap();
        text.push_str(&format!("witness {name} {key}\n"));
    }
    let key = STANDARD.encode([&[6_u8][..], &[9; 1_312]].concat());
    text.push_str(&format!("witness {UNKNOWN} {UNKNOWN}+0a0b0c0d+{key}\n"));
    text.push_str(&format!("group g {quorum} a.example b.example {UNKNOWN}\nquorum g\n"));
    text.parse().unwrap()
}

/// A signature line of the kind that is not known.
fn unknown(name: &str, key_id: [u8; 4], fill: u8) -> NoteSignature {
    let bytes = [&key_id[..], &[fill; 8 + 2_420]].concat();
    NoteSignature::parse(&format!("\u{2014} {name} {}", STANDARD.encode(bytes))).unwrap()
}

/// The published checkpoint and what witnesses answer to it.
fn asked(app: &App, names: &[&str]) -> (Note, Vec<NoteSignature>) {
    let checkpoint = Note::parse(app.state().checkpoint().unwrap().as_bytes()).unwrap();
    let mut cosigned = checkpoint.clone();
    for (name, seed) in KNOWN.into_iter().filter(|(name, _)| names.contains(name)) {
        cosigned.cosign(name, &SigningKey::from_bytes(&[seed; 32]), 1_769_817_600).unwrap();
    }
    let mut answers = cosigned.signatures()[checkpoint.signatures().len()..].to_vec();
    if names.contains(&UNKNOWN) {
        answers.insert(0, unknown(UNKNOWN, KEY_ID, 7));
    }
    (checkpoint, answers)
}

#[test]
fn a_cosignature_of_an_unknown_kind_is_kept_and_carried_and_counts_for_nothing() {
    let store = Arc::new(MemoryStore::new());
    let app = open(store.clone());
    load(&app);
    // Two of three, one of them not known here: no quorum.
    let (checkpoint, answers) = asked(&app, &["a.example", UNKNOWN]);
    let refused = app.take_cosignatures(&policy("2"), &checkpoint, &answers);
    assert!(
        matches!(&refused, Err(CosignError::Policy(PolicyFailure::Quorum { found })) if *found == ["a.example"]),
        "{refused:?}"
    );
    assert_eq!(app.cosigned(), None);
    // Three, of which two can be checked: a quorum of two, none of three.
    let (checkpoint, mut answers) = asked(&app, &["a.example", "b.example", UNKNOWN]);
    // A second one of the same key, one of a key that the policy does not name, and one under a known name.
    answers.push(unknown(UNKNOWN, KEY_ID, 8));
    answers.push(unknown(UNKNOWN, [1, 2, 3, 4], 7));
    answers.push(unknown("a.example", KEY_ID, 7));
    assert!(app.take_cosignatures(&policy("all"), &checkpoint, &answers).is_err());
    let cosigned = app.take_cosignatures(&policy("2"), &checkpoint, &answers).unwrap();
    let line = unknown(UNKNOWN, KEY_ID, 7).to_string();
    let carried = |note: &str| {
        let note = Note::parse(note.as_bytes()).unwrap();
        let names: Vec<_> = note.signatures().iter().map(NoteSignature::name).collect();
        names == [ORIGIN, "a.example", "b.example", UNKNOWN] && note.to_string().contains(&line)
    };
    assert!(carried(&cosigned.note), "{}", cosigned.note);
    // Kept over a restart, in the checkpoint, receipts, evidence and bundles; whoever relies on them counts what he checks.
    let app = open(store);
    assert!(carried(&app.checkpoint().unwrap()));
    let receipt = app.entry(LogIndex(0)).unwrap().cosigned.unwrap();
    assert!(carried(&receipt.checkpoint));
    let evidence = app.evidence(&the("C-0")).unwrap().to_string();
    assert!(evidence.contains(&line) && app.tlog_proof(0).unwrap().to_string().contains(&line));
    let bundle = app.bundle(the("FR"), &[log_key()]).unwrap();
    let opened = Bundle::open(&bundle, &policy("2")).unwrap();
    assert!(carried(&opened.content().checkpoint));
    assert!(Bundle::open(&bundle, &policy("all")).is_err());
}
