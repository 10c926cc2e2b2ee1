use ed25519_dalek::{Signer as _, SigningKey};
use proptest::prelude::*;

use super::*;
use crate::signature::Algorithm;
use crate::{PrivateKey, demonstration_key};

/// Edge cases of K. Chalkias, F. Garillot and V. Nikolaenko, "Taming the many EdDSAs", 2020 (eprint 2020/1244), table 5:
/// message, key, signature. Implementations differ on them; the strict check takes the fourth alone, where key and
/// commitment have components of small order and the equation holds without a cofactor.
const TAMING: [[&str; 3]; 12] = [
    [
        "8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a0000000000000000000000000000000000000000000000000000000000000000",
    ],
    [
        "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04",
    ],
    [
        "aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab",
        "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e",
    ],
    [
        "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79",
        "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d",
        "9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009",
    ],
    [
        "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c",
        "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d",
        "160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed5125ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09",
    ],
    [
        "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c",
        "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d",
        "21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405",
    ],
    [
        "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40",
        "442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623",
        "e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514",
    ],
    [
        "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40",
        "442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623",
        "8ce5b96c8f26d0ab6c47958c9e68b937104cd36e13c33566acd2fe8d38aa19427e71f98a473474f2f13f06f97c20d58cc3f54b8bd0d272f42b695dd7e89a8c22",
    ],
    [
        "9bedc267423725d473888631ebf45988bad3db83851ee85c85e241a07d148b41",
        "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff03be9678ac102edcd92b0210bb34d7428d12ffc5df5f37e359941266a4e35f0f",
    ],
    [
        "9bedc267423725d473888631ebf45988bad3db83851ee85c85e241a07d148b41",
        "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffca8c5b64cd208982aa38d4936621a4775aa233aa0505711d8fdcfdaa943d4908",
    ],
    [
        "e96b7021eb39c1a163b6da4e3093dcd3f21387da4cc4572be588fafae23c155b",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "a9d55260f765261eb9b84e106f665e00b867287a761990d7135963ee0a7d59dca5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04",
    ],
    [
        "39a591f5321bbe07fd5a23dc2f39d025d74526615746727ceefd6e82ae65c06f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "a9d55260f765261eb9b84e106f665e00b867287a761990d7135963ee0a7d59dca5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04",
    ],
];

struct Case {
    key: VerifyingKey,
    message: Vec<u8>,
    signature: Vec<u8>,
}

impl Case {
    fn signed(&self) -> Signed<'_> {
        Signed { key: &self.key, message: &self.message, signature: &self.signature }
    }

    fn strict(&self) -> bool {
        PureCheck.check(&self.key, &self.message, &self.signature)
    }
}

fn cases(texts: &[[&str; 3]]) -> Vec<Case> {
    let case = |[message, key, signature]: &[&str; 3]| {
        let key: [u8; 32] = hex::decode(key).unwrap().try_into().unwrap();
        // Keys that no public key decodes to are taken too: the check itself must not depend on who refused them before.
        let key = VerifyingKey::from_ed25519(ed25519_dalek::VerifyingKey::from_bytes(&key).unwrap());
        Case { key, message: hex::decode(message).unwrap(), signature: hex::decode(signature).unwrap() }
    };
    texts.iter().map(case).collect()
}

/// Cases as a check finds them that has never seen their keys, then often: one by one and all together.
fn agrees(cases: &[Case]) {
    let strict: Vec<bool> = cases.iter().map(Case::strict).collect();
    let (alone, together) = (FrequentKeys::new(), FrequentKeys::new());
    let signed: Vec<Signed<'_>> = cases.iter().map(Case::signed).collect();
    for _ in 0..2 * USES_BEFORE_TABLE {
        let one_by_one: Vec<bool> =
            cases.iter().map(|case| alone.check(&case.key, &case.message, &case.signature)).collect();
        assert_eq!(one_by_one, strict);
        assert_eq!(together.check_all(&signed), strict);
    }
}

fn remembers(check: &FrequentKeys, key: &VerifyingKey) -> bool {
    let Point::Ed25519(key) = &key.0 else { return false };
    lock(&check.counted).get(key.as_bytes()).is_some_and(|one| one.multiples.get().is_some())
}

#[test]
fn edge_cases_have_one_answer_alone_together_and_from_remembered_keys() {
    let cases = cases(&TAMING);
    let taken: Vec<usize> = (0..cases.len()).filter(|place| cases[*place].strict()).collect();
    assert_eq!(taken, [3]);
    agrees(&cases);
}

#[test]
fn a_key_that_comes_often_is_remembered_and_a_weak_one_never() {
    let cases = cases(&TAMING);
    let check = FrequentKeys::new();
    for used in 1..=2 * USES_BEFORE_TABLE {
        check.check(&cases[6].key, b"m", &cases[3].signature);
        check.check(&cases[0].key, b"m", &cases[3].signature);
        assert_eq!(remembers(&check, &cases[6].key), used >= USES_BEFORE_TABLE);
    }
    assert!(!remembers(&check, &cases[0].key));
}

#[test]
fn more_keys_than_are_remembered_cost_memory_for_those_alone() {
    let check = FrequentKeys::new();
    for seed in 0..=u8::try_from(TABLES_MAX).unwrap() + 3 {
        let key = SigningKey::from_bytes(&[seed; 32]);
        let (verifying, signature) = (VerifyingKey::from_ed25519(key.verifying_key()), key.sign(b"m"));
        for _ in 0..=USES_BEFORE_TABLE {
            assert!(check.check(&verifying, b"m", &signature.to_bytes()));
        }
        assert!(remembers(&check, &verifying));
    }
    let remembered = lock(&check.counted).values().filter(|one| one.multiples.get().is_some()).count();
    assert_eq!(remembered, TABLES_MAX);
}

#[test]
fn other_algorithms_are_checked_as_ever() {
    let mut cases = Vec::new();
    for algorithm in Algorithm::ALL {
        let bytes = if algorithm == Algorithm::Es384 { 48 } else { 32 };
        let key = PrivateKey::from_secret("k", algorithm, &vec![5; bytes]).unwrap();
        let (message, signature) = (b"message".to_vec(), key.sign_bytes(b"message"));
        let decoded = key.public().decode().unwrap();
        cases.push(Case { key: decoded.clone(), message, signature: signature.clone() });
        cases.push(Case { key: decoded.clone(), message: b"another".to_vec(), signature: signature.clone() });
        cases.push(Case { key: decoded, message: b"message".to_vec(), signature: signature[1..].to_vec() });
    }
    assert_eq!(cases.iter().filter(|case| case.strict()).count(), 3);
    agrees(&cases);
}

#[test]
fn a_key_is_taken_apart_once_and_a_bad_one_refused_each_time() {
    let check = FrequentKeys::new();
    let good = demonstration_key(&"did:web:lab.example".parse().unwrap()).public();
    assert_eq!(check.decode(&good), good.decode());
    assert_eq!(check.decode(&good), good.decode());
    let bad = PublicKey { x: "AAAA".to_owned(), ..good };
    for _ in 0..2 {
        assert_eq!(check.decode(&bad), bad.decode());
    }
    assert_eq!(lock(&check.decoded).len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_remembered_key_answers_as_the_strict_check(
        seed in any::<[u8; 32]>(),
        message in prop::collection::vec(any::<u8>(), 0..300),
        flipped in prop::option::of(0_usize..512),
        s in prop::option::of(any::<[u8; 32]>()),
    ) {
        let secret = SigningKey::from_bytes(&seed);
        let mut signature = secret.sign(&message).to_bytes();
        if let Some(bit) = flipped {
            signature[bit / 8] ^= 1 << (bit % 8);
        }
        if let Some(s) = s {
            signature[32..].copy_from_slice(&s);
        }
        let key = VerifyingKey::from_ed25519(secret.verifying_key());
        let strict = PureCheck.check(&key, &message, &signature);
        prop_assert_eq!(strict, flipped.is_none() && s.is_none());
        let check = FrequentKeys::new();
        for _ in 0..=USES_BEFORE_TABLE {
            prop_assert_eq!(check.check(&key, &message, &signature), strict);
        }
        prop_assert!(s.is_some() || remembers(&check, &key) || flipped.is_some());
    }

    #[test]
    fn multiples_add_up_to_the_scalar_times_the_point(scalar in any::<[u8; 32]>(), of in any::<[u8; 32]>()) {
        let scalar = Scalar::from_bytes_mod_order(scalar);
        let point = ED25519_BASEPOINT_POINT * Scalar::from_bytes_mod_order(of);
        for bits in [KEY_BITS, BASE_BITS] {
            let multiples = Multiples::of(point, bits);
            prop_assert_eq!(multiples.add_to(EdwardsPoint::default(), &scalar), point * scalar);
        }
    }
}

#[test]
fn multiples_are_right_at_the_ends_of_the_scalars() {
    let multiples = Multiples::of(ED25519_BASEPOINT_POINT, KEY_BITS);
    for scalar in [Scalar::ZERO, Scalar::ONE, -Scalar::ONE, Scalar::from(u64::MAX), -Scalar::from(31_u8)] {
        let sum = multiples.add_to(EdwardsPoint::default(), &scalar);
        assert_eq!(sum, ED25519_BASEPOINT_POINT * scalar);
    }
}
