//! Registered parties by what their names look like, so that nobody's name is compared with all of them.
//!
//! Two shapes that differ by one character added, left out, changed or swapped with its neighbour have a shape in common
//! once one character of each is left out at most (the symmetric deletion of spelling checkers). So every party is filed
//! under its own shape and those, and whoever asks looks under as many; what is found is compared.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use model::PartyId;
use registry::Registry;
use unicode_security::skeleton;

/// Names shorter than this look like too many others.
const MIN_CHARS: usize = 6;

/// An index over the parties of a register. It is derived: what was registered since it was made is taken in when asked.
#[derive(Clone, Debug, Default)]
pub struct Lookalikes {
    known: HashSet<PartyId>,
    parties: Vec<PartyId>,
    /// Hashes of shapes with the place of the party, in their order. Hashes that meet by chance cost a comparison.
    filed: Vec<(u64, u32)>,
}

/// Under which kind of name a shape is filed.
#[derive(Clone, Copy, Hash)]
enum Filed {
    Identifier,
    Name,
}

impl Lookalikes {
    /// Takes in the parties of a register that are not known yet.
    pub fn take_in(&mut self, registry: &Registry) {
        let before = self.filed.len();
        for record in registry.parties() {
            let party = &record.registered;
            let Ok(place) = u32::try_from(self.parties.len()) else { return };
            if !self.known.insert(party.party.clone()) {
                continue;
            }
            self.parties.push(party.party.clone());
            let names = party.name.0.values().map(|name| hash(Filed::Name, &shape(name)));
            let hashes = nearby(&shape(party.party.as_str())).into_iter().chain(names);
            self.filed.extend(hashes.map(|hash| (hash, place)));
        }
        if self.filed.len() > before {
            // What was in order stays a run: sorting it again costs little.
            self.filed.sort();
            self.filed.dedup();
        }
    }

    /// The registered party that a name or DID could be taken for; of several the first in the order of their identifiers.
    pub fn find(&self, registry: &Registry, did: &str, name: Option<&str>) -> Option<String> {
        let (did, name) = (shape(did), name.map(shape).filter(|name| name.chars().count() >= MIN_CHARS));
        let of_name = name.as_deref().map(|name| hash(Filed::Name, name));
        let places: HashSet<u32> =
            nearby(&did).into_iter().chain(of_name).flat_map(|hash| self.filed_under(hash)).collect();
        let is_alike = |party: &&PartyId| {
            let Some(record) = registry.party(party) else { return false };
            let same_name = |registered: &str| name.as_deref().is_some_and(|name| shape(registered) == name);
            is_near(&shape(party.as_str()), &did)
                || record.registered.name.0.values().any(|text| same_name(text))
        };
        let alike = places.iter().filter_map(|place| self.parties.get(*place as usize)).filter(is_alike);
        alike.min().map(ToString::to_string)
    }

    fn filed_under(&self, hash: u64) -> impl Iterator<Item = u32> + '_ {
        let first = self.filed.partition_point(|(filed, _)| *filed < hash);
        self.filed[first..].iter().take_while(move |(filed, _)| *filed == hash).map(|(_, place)| *place)
    }
}

/// Finds lookalikes in a register that is asked once, such as that of a bundle.
pub fn lookalikes_in(registry: &Registry) -> impl Fn(&str, Option<&str>) -> Option<String> + '_ {
    |did, name| {
        let mut index = Lookalikes::default();
        index.take_in(registry);
        index.find(registry, did, name)
    }
}

/// The hashes of a shape and of all that is left of it without one character; none of a shape that is too short.
fn nearby(shape: &str) -> Vec<u64> {
    let chars: Vec<char> = shape.chars().collect();
    if chars.len() < MIN_CHARS {
        return Vec::new();
    }
    let without =
        |place: usize| -> String { [&chars[..place], &chars[place + 1..]].concat().iter().collect() };
    let shorter = (0..chars.len()).map(|place| hash(Filed::Identifier, &without(place)));
    std::iter::once(hash(Filed::Identifier, shape)).chain(shorter).collect()
}

fn hash(filed: Filed, shape: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (filed, shape).hash(&mut hasher);
    hasher.finish()
}

/// What a name looks like: confusable characters as one (UTS 39 section 4), without case and without signs.
fn shape(text: &str) -> String {
    let lower = text.to_lowercase();
    let shape: String = skeleton(&lower).collect();
    shape.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether two shapes are the same or differ by one character added, left out, changed or swapped with its neighbour.
fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let before = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (rest, others) = (&one[before..], &other[before..]);
    let after = rest.iter().rev().zip(others.iter().rev()).take_while(|(a, b)| a == b).count();
    let (rest, others) = (&rest[..rest.len() - after], &others[..others.len() - after]);
    let swapped = matches!((rest, others), ([a, b], [c, d]) if a == d && b == c);
    one.len().min(other.len()) >= MIN_CHARS && (swapped || (rest.len() <= 1 && others.len() <= 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_that_look_alike_have_one_shape() {
        // A Cyrillic а, a zero for an o, signs and case.
        assert_eq!(shape("Exаmple Laboratory"), shape("EXAMPLE LAB0RAT0RY"));
        assert_eq!(shape("did:web:lab-example.org"), shape("did:web:labexample.org"));
        assert_ne!(shape("Example Laboratory"), shape("Another Laboratory"));
    }

    #[test]
    fn one_slip_is_near_and_two_are_not() {
        assert!(is_near("didwebexample", "didwebexampel"));
        assert!(is_near("didwebexample", "didwebexampl"));
        assert!(is_near("didwebexample", "didwebexamples"));
        assert!(is_near("didwebexample", "didwebexomple"));
        assert!(!is_near("didwebexample", "didwebother"));
        assert!(!is_near("abc", "abd"));
    }

    proptest! {
        #[test]
        fn whatever_is_near_is_filed_together(shape in "[a-c]{6,12}", place in 0..12_usize, with in "[a-c]{0,2}") {
            // One or two neighbouring characters are replaced by none to two: some of these are near, some are not.
            let chars: Vec<char> = shape.chars().collect();
            for gone in 0..=2 {
                let (from, to) = (place.min(chars.len()), (place + gone).min(chars.len()));
                let other: String =
                    chars[..from].iter().copied().chain(with.chars()).chain(chars[to..].iter().copied()).collect();
                let (one, others) = (nearby(&shape), nearby(&other));
                prop_assert!(!is_near(&shape, &other) || one.iter().any(|hash| others.contains(hash)));
            }
        }
    }
}
