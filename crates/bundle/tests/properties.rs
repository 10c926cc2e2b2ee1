//! What holds of every bundle.

#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;

use bundle::{Bundle, BundleError, Content, Delta, DeltaError, Issuer, RiceSet, State};
use common::{content, file, policy};
use proptest::prelude::*;
use statement::act::Change;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read_back(content in content()) {
        let bytes = content.to_bytes();
        prop_assert_eq!(Content::from_bytes(&bytes).unwrap(), content.clone());
        let opened = Bundle::open(&file(&content), &policy()).unwrap();
        prop_assert_eq!(opened.content(), &content);
    }

    #[test]
    fn a_delta_applied_gives_the_new_bundle(old in content(), new in content()) {
        let (old, new) = (file(&old), file(&new));
        let delta = Delta::between(&old, &new).unwrap();
        let read = Delta::from_bytes(&delta.to_bytes()).unwrap();
        prop_assert_eq!(&read, &delta);
        prop_assert_eq!(read.apply(&old).unwrap(), new);
    }

    #[test]
    fn a_delta_fits_one_bundle_only(old in content(), new in content(), other in content()) {
        let (old, new, other) = (file(&old), file(&new), file(&other));
        let delta = Delta::between(&old, &new).unwrap();
        if other != old {
            prop_assert_eq!(delta.apply(&other), Err(DeltaError::OtherBase));
        }
    }

    #[test]
    fn no_withdrawn_certificate_is_missed(content in content()) {
        let opened = Bundle::open(&file(&content), &policy()).unwrap();
        for (party, issuer) in &content.issuers {
            let read = &opened.content().issuers[party];
            for index in 0..issuer.next_unassigned + 3 {
                let withdrawn = issuer.changes.iter().any(|(place, change)| {
                    *place == index && matches!(change.change, Change::Withdrawn { .. })
                });
                prop_assert_eq!(read.state(index) == State::Withdrawn, withdrawn);
                prop_assert_eq!(read.state(index) == State::Unassigned, index >= issuer.next_unassigned);
                prop_assert_eq!(read.changes_of(index), issuer.changes_of(index));
            }
        }
    }

    #[test]
    fn a_truncated_bundle_is_refused_at_every_byte(content in content()) {
        let bytes = file(&content);
        for length in 0..bytes.len() {
            prop_assert!(Bundle::open(&bytes[..length], &policy()).is_err(), "{length} of {}", bytes.len());
        }
    }

    #[test]
    fn a_flipped_byte_is_refused(content in content(), place in any::<prop::sample::Index>(), bits in 1..=255_u8) {
        let mut bytes = file(&content);
        let place = place.index(bytes.len());
        bytes[place] ^= bits;
        prop_assert!(Bundle::open(&bytes, &policy()).is_err(), "byte {place}");
        // The form alone: no panic, and no second form of the same content.
        if let Ok(read) = Content::from_bytes(&bytes) {
            prop_assert_eq!(read.to_bytes(), bytes);
        }
    }

    #[test]
    fn a_flipped_byte_in_a_delta_never_gives_another_bundle(
        old in content(),
        new in content(),
        place in any::<prop::sample::Index>(),
        bits in 1..=255_u8,
    ) {
        let (old, new) = (file(&old), file(&new));
        let mut bytes = Delta::between(&old, &new).unwrap().to_bytes();
        let place = place.index(bytes.len());
        bytes[place] ^= bits;
        let applied = Delta::from_bytes(&bytes).and_then(|delta| delta.apply(&old));
        prop_assert!(applied.is_err() || applied == Ok(new));
    }

    #[test]
    fn any_bytes_are_read_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(Bundle::open(&bytes, &policy()).is_err());
        prop_assert!(Delta::from_bytes(&bytes).is_err());
    }

    #[test]
    fn a_set_keeps_its_numbers(numbers in prop::collection::btree_set(0..50_000_u64, 0..300)) {
        let mut content = plain();
        let changes = numbers.iter().map(|index| (*index, withdrawal())).collect();
        content.issuers.insert(issuer(), Issuer { next_unassigned: 50_000, changes });
        let read = Content::from_bytes(&content.to_bytes()).unwrap();
        let issuer = &read.issuers[&issuer()];
        let found: BTreeSet<u64> = issuer.changes.iter().map(|(index, _)| *index).collect();
        prop_assert_eq!(found, numbers);
    }
}

#[test]
fn a_delta_grows_with_the_change_and_not_with_the_bundle() {
    let with = |count: u64, also: &[u64]| {
        let mut content = plain();
        let mut indexes: Vec<u64> = (0..count).map(|place| place * 97).chain(also.iter().copied()).collect();
        indexes.sort_unstable();
        let changes = indexes.into_iter().map(|index| (index, withdrawal())).collect();
        content.issuers.insert(issuer(), Issuer { next_unassigned: 1_000_000, changes });
        file(&content)
    };
    let size = |count: u64, also: &[u64]| {
        let delta = Delta::between(&with(count, &[]), &with(count, also)).unwrap();
        delta.to_bytes().len()
    };
    let also: Vec<u64> = (0..100).map(|place| place * 9_001 + 1).collect();
    assert_eq!(size(10, &also[..1]), size(10_000, &also[..1]));
    let (one, hundred) = (size(10_000, &also[..1]), size(10_000, &also));
    assert!(hundred - one < 100 * 4, "{one} and {hundred} bytes");
}

#[test]
fn a_bundle_of_another_key_or_country_is_refused() {
    let content = plain();
    let bytes = file(&content);
    let other = testkit_key(9);
    let policy = tlog::Policy::of_log(vec![
        tlog::VerifierKey::new(common::ORIGIN, tlog::SignatureKind::Ed25519, other.verifying_key()).unwrap(),
    ])
    .unwrap();
    assert!(matches!(Bundle::open(&bytes, &policy), Err(BundleError::Signature(_))));
    let germany = Content { importing: "DE".parse().unwrap(), ..content };
    assert_eq!(Delta::between(&bytes, &file(&germany)), Err(DeltaError::Unrelated));
}

#[test]
fn a_checkpoint_is_never_taken_for_the_signature_of_a_bundle() {
    let content = plain();
    let mut bytes = content.to_bytes();
    bytes.extend_from_slice(common::checkpoint().as_bytes());
    assert!(matches!(Bundle::open(&bytes, &policy()), Err(BundleError::Signature(_))));
}

#[test]
fn sets_are_smaller_than_lists() {
    let set = RiceSet::new((0..10_000).map(|place| place * 100 + place % 7).collect());
    assert!(set.size_bytes() < 10_000 * 9 / 8, "{} bytes", set.size_bytes());
}

fn testkit_key(seed: u8) -> ed25519_dalek::SigningKey {
    ed25519_dalek::SigningKey::from_bytes(&[seed; 32])
}

fn issuer() -> model::PartyId {
    "did:web:issuer.example".parse().unwrap()
}

fn plain() -> Content {
    Content {
        importing: "FR".parse().unwrap(),
        made_at: 1_780_000_000,
        checkpoint: common::checkpoint(),
        statements: Vec::new(),
        issuers: std::collections::BTreeMap::new(),
        names: Vec::new(),
    }
}

fn withdrawal() -> bundle::StatusChange {
    bundle::StatusChange {
        at: model::LogIndex(77),
        on: model::Date::constant(2026, 2, 1),
        signed_with: std::sync::Arc::new(bundle::SigningKeyName { signer: issuer(), key_id: "k".to_owned() }),
        reported: false,
        change: Change::Withdrawn { from_start: false },
    }
}
