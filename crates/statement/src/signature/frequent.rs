//! A check that remembers the keys that it is asked about often: bodies sign many documents with few keys.
//!
//! Most of a check of Ed25519 goes into `s·B − k·A`, with a new `A` each time. For a key that comes again and again the
//! multiples of `A` are worth keeping, as libraries keep those of `B`: what is left are additions. The equation, the point
//! that comes out and its comparison are those of `verify_strict`, so the answer is the same, alone or among many.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use curve25519_dalek::constants::ED25519_BASEPOINT_POINT;
use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use curve25519_dalek::scalar::Scalar;
use ed25519_dalek::Signature;
use sha2::{Digest as _, Sha512};

use super::{Point, PureCheck, SignatureCheck, Signed, VerifyingKey};
use crate::keys::{KeyError, PublicKey};

/// From which use on multiples of a key are kept: by then they have cost as much as they will have saved soon.
const USES_BEFORE_TABLE: u32 = 8;
/// Keys whose multiples are kept, 220 kB each.
const TABLES_MAX: usize = 64;
/// Keys whose uses are counted, and keys that are kept taken apart: some hundred kilobytes.
const KEYS_MAX: usize = 4_096;
/// Bits of the scalar that one addition disposes of. For the base point, of which there is one, more memory is worth it.
const KEY_BITS: usize = 6;
const BASE_BITS: usize = 8;
/// Bits of a scalar: less than the order of the group, which has 253.
const SCALAR_BITS: usize = 253;

/// Answers as [`PureCheck`] for every key, signature and message; faster for keys that come often.
#[derive(Default)]
pub struct FrequentKeys {
    base: OnceLock<Multiples>,
    counted: Mutex<HashMap<[u8; 32], Arc<Counted>>>,
    decoded: Mutex<HashMap<PublicKey, VerifyingKey>>,
}

#[derive(Default)]
struct Counted {
    uses: AtomicU32,
    multiples: OnceLock<Multiples>,
}

impl FrequentKeys {
    /// Nothing is remembered yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a use of a key; its multiples, when they are worth having.
    fn used(&self, key: &ed25519_dalek::VerifyingKey) -> Option<Arc<Counted>> {
        let mut counted = lock(&self.counted);
        if counted.len() >= KEYS_MAX {
            // Whoever presents documents with ever new keys makes others be counted anew, nothing else.
            counted.retain(|_, one| one.multiples.get().is_some());
        }
        let one = counted.entry(key.to_bytes()).or_default().clone();
        let uses = one.uses.fetch_add(1, Ordering::Relaxed).saturating_add(1);
        if one.multiples.get().is_none() {
            // A weak key signs nothing; the strict check says so.
            if uses < USES_BEFORE_TABLE || key.is_weak() {
                return None;
            }
            forget_least_used(&mut counted);
        }
        drop(counted);
        one.multiples.get_or_init(|| Multiples::of(-key.to_edwards(), KEY_BITS));
        Some(one)
    }

    /// The point that must be the `R` of the signature.
    fn expected(&self, key: &ed25519_dalek::VerifyingKey, signed: &Signed<'_>) -> Option<Expected> {
        let signature = Signature::from_slice(signed.signature).ok()?;
        // RFC 8032 section 5.1.7: `s` in its one spelling.
        let s = Option::<Scalar>::from(Scalar::from_canonical_bytes(*signature.s_bytes()))?;
        let known = self.used(key);
        let Some(multiples) = known.as_ref().and_then(|known| known.multiples.get()) else {
            return Some(Expected::Unknown);
        };
        let hash = Sha512::new().chain_update(signature.r_bytes()).chain_update(key.as_bytes());
        let k = Scalar::from_bytes_mod_order_wide(&hash.chain_update(signed.message).finalize().into());
        let base = self.base.get_or_init(|| Multiples::of(ED25519_BASEPOINT_POINT, BASE_BITS));
        let point = multiples.add_to(base.add_to(EdwardsPoint::default(), &s), &k);
        Some(Expected::Point(point, CompressedEdwardsY(*signature.r_bytes())))
    }
}

/// What a signature must have begun with.
enum Expected {
    /// The point, and what stands in the signature.
    Point(EdwardsPoint, CompressedEdwardsY),
    /// The key does not come often.
    Unknown,
}

impl SignatureCheck for FrequentKeys {
    fn check(&self, key: &VerifyingKey, message: &[u8], signature: &[u8]) -> bool {
        self.check_all(&[Signed { key, message, signature }]).first().copied().unwrap_or(false)
    }

    fn check_all(&self, signed: &[Signed<'_>]) -> Vec<bool> {
        let mut good = vec![false; signed.len()];
        let (mut places, mut points, mut found) = (Vec::new(), Vec::new(), Vec::new());
        for (place, one) in signed.iter().enumerate() {
            let expected = match &one.key.0 {
                Point::Ed25519(key) => self.expected(key, one),
                Point::P256(_) | Point::P384(_) => Some(Expected::Unknown),
            };
            match expected {
                Some(Expected::Point(point, r)) => {
                    places.push(place);
                    points.push(point);
                    found.push(r);
                }
                Some(Expected::Unknown) => good[place] = PureCheck.check(one.key, one.message, one.signature),
                None => {}
            }
        }
        // Written together, points share their most costly step.
        let written = EdwardsPoint::compress_batch_alloc(&points);
        for (((place, point), r), written) in places.into_iter().zip(points).zip(found).zip(written) {
            good[place] = written == r && !point.is_small_order();
        }
        good
    }

    fn decode(&self, key: &PublicKey) -> Result<VerifyingKey, KeyError> {
        if let Some(decoded) = lock(&self.decoded).get(key) {
            return Ok(decoded.clone());
        }
        let made = key.decode()?;
        let mut decoded = lock(&self.decoded);
        if decoded.len() >= KEYS_MAX {
            decoded.clear();
        }
        decoded.insert(key.clone(), made.clone());
        Ok(made)
    }
}

impl std::fmt::Debug for FrequentKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FrequentKeys({} counted)", lock(&self.counted).len())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes room for one more key. What was used much long ago counts half each time.
fn forget_least_used(counted: &mut HashMap<[u8; 32], Arc<Counted>>) {
    let kept = || counted.iter().filter(|(_, one)| one.multiples.get().is_some());
    if kept().count() < TABLES_MAX {
        return;
    }
    let least = kept().min_by_key(|(_, one)| one.uses.load(Ordering::Relaxed)).map(|(key, _)| *key);
    least.and_then(|key| counted.remove(&key));
    for one in counted.values() {
        one.uses.store(one.uses.load(Ordering::Relaxed) / 2, Ordering::Relaxed);
    }
}

/// Multiples of a point: for each place of a number in base `2^bits`, one to half the base times the point times the
/// place's worth. Public values only: nothing here hides which of them are used.
struct Multiples {
    bits: usize,
    points: Vec<EdwardsPoint>,
}

impl Multiples {
    fn of(point: EdwardsPoint, bits: usize) -> Self {
        let (places, half) = (SCALAR_BITS / bits + 1, 1 << (bits - 1));
        let mut points = Vec::with_capacity(places * half);
        let mut unit = point;
        for _ in 0..places {
            let mut multiple = unit;
            for _ in 1..half {
                points.push(multiple);
                multiple += unit;
            }
            points.push(multiple);
            unit = multiple + multiple;
        }
        Self { bits, points }
    }

    /// The sum and the scalar's multiple of the point. The scalar counts as the number that it is, not modulo the
    /// order: points with a component of small order come out as they do elsewhere.
    fn add_to(&self, mut sum: EdwardsPoint, scalar: &Scalar) -> EdwardsPoint {
        let bytes = scalar.as_bytes();
        let half = 1_usize << (self.bits - 1);
        let mut carry = 0;
        for (place, multiples) in self.points.chunks_exact(half).enumerate() {
            let first = place * self.bits;
            let byte = |at: usize| usize::from(bytes.get(at).copied().unwrap_or(0));
            let two_bytes = byte(first / 8) | (byte(first / 8 + 1) << 8);
            let digit = ((two_bytes >> (first % 8)) & (2 * half - 1)) + carry;
            // Digits beyond half are written as what is missing to the next place.
            carry = usize::from(digit > half);
            match digit {
                0 => {}
                digit if digit <= half => sum += &multiples[digit - 1],
                digit if digit < 2 * half => sum -= &multiples[2 * half - digit - 1],
                _ => {}
            }
        }
        sum
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
