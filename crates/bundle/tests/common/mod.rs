//! Bundles with arbitrary content, signed by the log of tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use bundle::{Content, Issuer, Name, Naming, Reference, SharedName, SigningKeyName, StatusChange, sign};
use ed25519_dalek::SigningKey;
use model::{Date, LogIndex, PartyId};
use proptest::prelude::*;
use statement::act::{Alias, Change};
use tlog::{Checkpoint, Hash, Policy, SignatureKind, VerifierKey};

/// Name of the log.
pub const ORIGIN: &str = "log.test.example";
/// Its size.
pub const SIZE: u64 = 10_000;

/// Its key.
pub fn log_key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

/// Trusts it.
pub fn policy() -> Policy {
    let key = VerifierKey::new(ORIGIN, SignatureKind::Ed25519, log_key().verifying_key()).unwrap();
    Policy::of_log(vec![key]).unwrap()
}

/// The bundle as a file.
pub fn file(content: &Content) -> Vec<u8> {
    sign(content, ORIGIN, std::iter::once(&log_key())).unwrap()
}

/// A signed checkpoint.
pub fn checkpoint() -> String {
    Checkpoint::new(ORIGIN, SIZE, Hash([5; 32])).unwrap().sign(&log_key()).unwrap().to_string()
}

fn change() -> impl Strategy<Value = StatusChange> {
    let what = prop_oneof![
        Just(Change::Suspended {}),
        Just(Change::Restored {}),
        Just(Change::Withdrawn { from_start: false }),
        Just(Change::Withdrawn { from_start: true }),
        Just(Change::Expired {}),
        Just(Change::HolderChanged { holder: "did:web:holder.example".parse().unwrap() }),
    ];
    (0..SIZE, 0_i16..4, 0..3_u8, any::<bool>(), what).prop_map(|(at, year, key, reported, change)| {
        let signer: PartyId = format!("did:web:body-{key}.example").parse().unwrap();
        StatusChange {
            at: LogIndex(at),
            on: Date::constant(2020 + year, 3, 1),
            signed_with: Arc::new(SigningKeyName { signer, key_id: format!("key-{key}") }),
            reported,
            change,
        }
    })
}

fn issuer() -> impl Strategy<Value = Issuer> {
    (1..400_u64).prop_flat_map(|next_unassigned| {
        prop::collection::vec((0..next_unassigned, change()), 0..40).prop_map(move |mut changes| {
            changes.sort_by_key(|(index, _)| *index);
            Issuer { next_unassigned, changes }
        })
    })
}

fn reference() -> impl Strategy<Value = (u64, Reference)> {
    let digest = prop::option::of(any::<[u8; 32]>());
    (0..SIZE, 1_i8..28, digest, prop::collection::vec(any::<u8>(), 0..60)).prop_map(
        |(at, day, digest, payload)| {
            let day = Date::constant(2026, 1, day);
            (at, Reference { at: LogIndex(at), day, key_id: "key-1".to_owned(), digest, payload })
        },
    )
}

fn shared_name() -> impl Strategy<Value = SharedName> {
    let alias = |product: u8| Alias {
        certifier: "1234".to_owned(),
        product: format!("P{product}"),
        version: "1".to_owned(),
    };
    let name = prop_oneof![
        (0..20_u8).prop_map(|byte| Name::Document([byte; 32])),
        (0..20_u8).prop_map(move |product| Name::Alias(alias(product))),
    ];
    let naming = (0..50_u32, 0..SIZE, 0..3_u32).prop_map(|(number, at, item)| Naming {
        number: format!("C-{number}").parse().unwrap(),
        at: LogIndex(at),
        item,
    });
    (name, prop::collection::vec(naming, 2..4)).prop_map(|(name, named)| SharedName { name, named })
}

/// Whatever a bundle can say.
pub fn content() -> impl Strategy<Value = Content> {
    let issuers = prop::collection::btree_map(
        (0..6_u8).prop_map(|n| format!("did:web:issuer-{n}.example").parse::<PartyId>().unwrap()),
        issuer(),
        0..5,
    );
    let statements = prop::collection::vec(reference(), 0..20);
    let names = prop::collection::vec(shared_name(), 0..6);
    (any::<u32>(), statements, issuers, names).prop_map(|(made_at, statements, issuers, mut names)| {
        let statements: BTreeMap<u64, Reference> = statements.into_iter().collect();
        names.dedup_by(|a, b| a.name == b.name);
        let mut content = Content {
            importing: "FR".parse().unwrap(),
            made_at: made_at.into(),
            checkpoint: checkpoint(),
            statements: statements.into_values().collect(),
            issuers,
            names,
        };
        content.sort_names();
        content.names.dedup_by(|a, b| a.name == b.name);
        content
    })
}
