//! A map that readers share: who took a version never sees it change, and taking one costs nothing.
//!
//! Two layers. The base is one flat table; while nobody else holds it, changes go there (so replaying a log at start-up
//! builds flat tables). Once a reader holds it, it stays as it is, and changes go to a small persistent layer above it.
//! When that layer has grown to a share of the base, both become a new base: a copy of n entries once in n / 8 changes,
//! so a change costs a constant on average. A look-up is one probe of a flat table, where a persistent map alone would
//! walk a tree of pointers; decisions ask hundreds of times.

use std::borrow::Borrow;
use std::fmt;
use std::hash::{BuildHasherDefault, Hash};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};

/// Keys are short and chosen by admitted parties; a fast hash serves, and its shape never leaves the process.
type Layer<K, V> = rpds::HashTrieMapSync<K, V, BuildHasherDefault<FxHasher>>;

/// The upper layer becomes part of the base when it has more entries than this share of it ...
const BASE_PER_CHANGE: usize = 8;
/// ... and more than this: small maps are copied at once, but not at every change.
const CHANGES_MIN: usize = 64;

/// A map with cheap versions.
#[derive(Clone)]
pub struct Map<K: Eq + Hash, V> {
    base: Arc<FxHashMap<K, V>>,
    /// Entries that are newer than the base, whether they are in it or not. Nothing is ever removed.
    newer: Option<Layer<K, V>>,
}

impl<K: Eq + Hash, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { base: Arc::default(), newer: None }
    }
}

/// In the order of the keys as they are written: what a map is does not show how it came to be.
impl<K: Clone + Eq + Hash + fmt::Debug, V: Clone + fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut entries: Vec<_> = self.iter().map(|(key, value)| (format!("{key:?}"), key, value)).collect();
        entries.sort_by(|(a, ..), (b, ..)| a.cmp(b));
        f.debug_map().entries(entries.iter().map(|(_, key, value)| (key, value))).finish()
    }
}

impl<K: Clone + Eq + Hash, V: Clone> Map<K, V> {
    /// The value under a key.
    pub fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        match &self.newer {
            None => self.base.get(key),
            Some(newer) => newer.get(key).or_else(|| self.base.get(key)),
        }
    }

    /// Whether there is a value under a key.
    pub fn contains_key<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.base.is_empty() && self.newer.is_none()
    }

    /// Puts a value under a key, in the place of a former one.
    pub(crate) fn insert_mut(&mut self, key: K, value: V) {
        match self.own_base() {
            Some(base) => {
                base.insert(key, value);
            }
            None => {
                self.newer.get_or_insert_default().insert_mut(key, value);
                self.settle();
            }
        }
    }

    /// The value under a key, to be changed in this version alone.
    pub(crate) fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.settle();
        if self.own_base().is_some() {
            // Asked twice, since what the first call lends cannot be given back on the other branch.
            return self.own_base()?.get_mut(key);
        }
        let in_newer = self.newer.as_ref().is_some_and(|newer| newer.contains_key(key));
        if !in_newer {
            let value = self.base.get(key)?.clone();
            self.newer.get_or_insert_default().insert_mut(key.clone(), value);
        }
        self.newer.as_mut()?.get_mut(key)
    }

    /// Every entry, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        let newer = self.newer.as_ref();
        let old =
            self.base.iter().filter(move |(key, _)| newer.is_none_or(|newer| !newer.contains_key(*key)));
        old.chain(newer.into_iter().flat_map(Layer::iter))
    }

    /// Every value, in no order.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// The base, if nobody else holds it and nothing lies above it.
    fn own_base(&mut self) -> Option<&mut FxHashMap<K, V>> {
        if self.newer.is_some() { None } else { Arc::get_mut(&mut self.base) }
    }

    fn settle(&mut self) {
        let changes = self.newer.as_ref().map_or(0, Layer::size);
        if changes <= CHANGES_MIN || changes <= self.base.len() / BASE_PER_CHANGE {
            return;
        }
        let mut base = FxHashMap::clone(&self.base);
        let newer = self.newer.take();
        base.extend(newer.iter().flat_map(Layer::iter).map(|(key, value)| (key.clone(), value.clone())));
        self.base = Arc::new(base);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn entries(map: &Map<u8, u32>) -> BTreeMap<u8, u32> {
        let all: Vec<_> = map.iter().map(|(key, value)| (*key, *value)).collect();
        let entries: BTreeMap<_, _> = all.iter().copied().collect();
        assert_eq!(all.len(), entries.len(), "an entry is listed twice");
        entries
    }

    #[derive(Clone, Debug)]
    enum Step {
        Insert(u8, u32),
        Add(u8, u32),
        Hold,
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step = prop_oneof![
            4 => (any::<u8>(), any::<u32>()).prop_map(|(key, value)| Step::Insert(key, value)),
            4 => (any::<u8>(), 0..1000_u32).prop_map(|(key, more)| Step::Add(key, more)),
            1 => Just(Step::Hold),
        ];
        proptest::collection::vec(step, 0..400)
    }

    proptest! {
        #[test]
        fn a_map_is_a_map_and_a_held_version_never_changes(steps in steps()) {
            let (mut map, mut model) = (Map::default(), BTreeMap::new());
            let mut held = Vec::new();
            for step in steps {
                match step {
                    Step::Insert(key, value) => {
                        map.insert_mut(key, value);
                        model.insert(key, value);
                    }
                    Step::Add(key, more) => {
                        let ours = map.get_mut(&key).map(|value| { *value = value.wrapping_add(more); *value });
                        let theirs = model.get_mut(&key).map(|value| { *value = u32::wrapping_add(*value, more); *value });
                        prop_assert_eq!(ours, theirs);
                    }
                    Step::Hold => held.push((map.clone(), model.clone())),
                }
            }
            held.push((map, model));
            for (map, model) in held {
                prop_assert_eq!(&entries(&map), &model);
                for key in 0..=u8::MAX {
                    prop_assert_eq!(map.get(&key), model.get(&key));
                    prop_assert_eq!(map.contains_key(&key), model.contains_key(&key));
                }
            }
        }
    }

    #[test]
    fn what_is_written_does_not_show_how_it_came_to_be() {
        let (mut replayed, mut grown) = (Map::default(), Map::default());
        let mut readers = Vec::new();
        for key in 0..200_u32 {
            replayed.insert_mut(key, key);
            readers.push(grown.clone());
            grown.insert_mut(199 - key, 199 - key);
        }
        assert_eq!(format!("{replayed:?}"), format!("{grown:?}"));
    }

    #[test]
    fn the_upper_layer_becomes_part_of_the_base() {
        let mut map = Map::default();
        let _reader = map.clone();
        for key in 0..1000_u32 {
            map.insert_mut(key, key);
        }
        assert!(map.base.len() > 800, "only {} of 1000 entries are in the base", map.base.len());
        assert_eq!(map.iter().count(), 1000);
    }
}
