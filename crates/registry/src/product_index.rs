//! Finds instruments of a party by commodity code.
//!
//! A scope names headings of any length in one edition. Each is entered under its first four digits, or under fewer
//! if it is shorter; a look-up asks for four, two and no digits. What it finds is only a candidate: the scope itself
//! decides.

use std::hash::Hash;
use std::sync::Arc;

use model::{HsCode, HsEdition, Jurisdiction, ProductScope};

use crate::map::Map;
use crate::state::map;

/// Up to four digits of a code in an edition; edition 0 and no digits stand for "every product".
type Prefix = (u16, u8, [u8; 4]);

/// Instruments of one chapter, each with the edition in which its scope is written.
type Chapter<K> = Arc<Vec<(HsEdition, K)>>;

/// An index by party and product.
#[derive(Clone, Debug)]
pub struct ProductIndex<K: Clone> {
    by_prefix: Map<(Jurisdiction, Prefix), Arc<Vec<K>>>,
    /// Editions in which a party's scopes are written, and everything entered under each, by chapter.
    by_chapter: Map<(Jurisdiction, [u8; 2]), Chapter<K>>,
    editions: Map<Jurisdiction, Vec<HsEdition>>,
}

impl<K: Clone> Default for ProductIndex<K> {
    fn default() -> Self {
        Self { by_prefix: map(), by_chapter: map(), editions: map() }
    }
}

impl<K: Clone + Eq + Hash + Ord> ProductIndex<K> {
    /// Enters an instrument of a party; `None` stands for every product.
    pub(crate) fn insert(&mut self, party: Jurisdiction, scope: Option<&ProductScope>, key: &K) {
        match scope {
            Some(scope) if !scope.hs.is_empty() => {
                for code in &scope.hs {
                    self.add(party, prefix(code, scope.hs_edition), key);
                    self.add_chapter(party, code, scope.hs_edition, key);
                }
                let known = self.editions.get(&party).is_some_and(|list| list.contains(&scope.hs_edition));
                if !known {
                    let mut list = self.editions.get(&party).cloned().unwrap_or_default();
                    list.push(scope.hs_edition);
                    self.editions.insert_mut(party, list);
                }
            }
            _ => self.add(party, EVERYTHING, key),
        }
    }

    /// Calls `visit` with every candidate for a code of a party, each once per entry under which it is found.
    fn candidates<'a>(
        &'a self,
        party: Jurisdiction,
        code: &HsCode,
        edition: HsEdition,
        correlated: impl Fn(HsEdition) -> Vec<HsCode>,
        visit: &mut impl FnMut(&'a K),
    ) {
        self.under_prefixes(party, code, edition, visit);
        let others = self.editions.get(&party).into_iter().flatten().filter(|other| **other != edition);
        let mut elsewhere = false;
        for other in others {
            elsewhere = true;
            // A recorded correlation may lead to another chapter.
            for code in correlated(*other) {
                self.under_prefixes(party, &code, *other, visit);
            }
        }
        // Without one, whatever lies in the same chapter of another edition may cover the code.
        if elsewhere && let Some(keys) = self.by_chapter.get(&(party, chapter(code))) {
            keys.iter().filter(|(other, _)| *other != edition).for_each(|(_, key)| visit(key));
        }
    }

    fn under_prefixes<'a>(
        &'a self,
        party: Jurisdiction,
        code: &HsCode,
        edition: HsEdition,
        visit: &mut impl FnMut(&'a K),
    ) {
        for prefix in prefixes(code, edition) {
            if let Some(keys) = self.by_prefix.get(&(party, prefix)) {
                keys.iter().for_each(&mut *visit);
            }
        }
    }

    /// Candidates of several parties, in order and without repetition. `correlated` gives the codes of another edition
    /// to which the code is recorded to correspond.
    pub(crate) fn candidates_of<'a>(
        &'a self,
        parties: &[Jurisdiction],
        code: &HsCode,
        edition: HsEdition,
        correlated: impl Fn(HsEdition) -> Vec<HsCode>,
    ) -> Vec<&'a K> {
        let mut found = Vec::new();
        for party in parties {
            self.candidates(*party, code, edition, &correlated, &mut |key| found.push(key));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn add(&mut self, party: Jurisdiction, prefix: Prefix, key: &K) {
        push_unique(&mut self.by_prefix, (party, prefix), key.clone());
    }

    fn add_chapter(&mut self, party: Jurisdiction, code: &HsCode, edition: HsEdition, key: &K) {
        push_unique(&mut self.by_chapter, (party, chapter(code)), (edition, key.clone()));
    }
}

const EVERYTHING: Prefix = (0, 0, [0; 4]);

fn push_unique<A: Clone + Eq + Hash, B: Clone + PartialEq>(map: &mut Map<A, Arc<Vec<B>>>, at: A, value: B) {
    match map.get_mut(&at) {
        // A scope enters the codes of one heading one after the other; what repeats later is dropped on look-up.
        Some(list) if list.last() == Some(&value) => {}
        Some(list) => Arc::make_mut(list).push(value),
        None => map.insert_mut(at, Arc::new(vec![value])),
    }
}

fn prefix(code: &HsCode, edition: HsEdition) -> Prefix {
    let digits = code.as_str().as_bytes();
    let length = match digits.len() {
        0..=1 => 0,
        2..=3 => 2,
        _ => 4,
    };
    prefix_of(digits, length, edition)
}

fn prefix_of(digits: &[u8], length: u8, edition: HsEdition) -> Prefix {
    let mut bytes = [0; 4];
    let count = usize::from(length);
    bytes[..count].copy_from_slice(&digits[..count]);
    (edition.year(), length, bytes)
}

/// What a look-up asks for. A heading shorter than four digits in the question is found under its chapter only when
/// scopes name the chapter; that is unclear anyway and ends as "unknown" by the scope's own answer.
fn prefixes(code: &HsCode, edition: HsEdition) -> impl Iterator<Item = Prefix> {
    let digits = code.as_str().as_bytes();
    let four = (digits.len() >= 4).then(|| prefix_of(digits, 4, edition));
    let two = (digits.len() >= 2).then(|| prefix_of(digits, 2, edition));
    four.into_iter().chain(two).chain(Some(EVERYTHING))
}

fn chapter(code: &HsCode) -> [u8; 2] {
    let digits = code.as_str().as_bytes();
    [digits[0], digits[1]]
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn scope(code: &str, edition: u16) -> ProductScope {
        ProductScope {
            hs: vec![code.parse().unwrap()],
            hs_edition: edition.try_into().unwrap(),
            except: vec![],
        }
    }

    fn found(index: &ProductIndex<u32>, code: &str, edition: u16) -> Vec<u32> {
        let party = "FR".parse().unwrap();
        index
            .candidates_of(&[party], &code.parse().unwrap(), edition.try_into().unwrap(), |_| Vec::new())
            .into_iter()
            .copied()
            .collect()
    }

    #[test]
    fn headings_chapters_and_everything_are_found() {
        let mut index = ProductIndex::default();
        let france = "FR".parse().unwrap();
        index.insert(france, Some(&scope("8516", 2022)), &1);
        index.insert(france, Some(&scope("85", 2022)), &2);
        index.insert(france, None, &3);
        index.insert(france, Some(&scope("851610", 2022)), &4);
        assert_eq!(found(&index, "851660", 2022), [1, 2, 3, 4]);
        assert_eq!(found(&index, "8517", 2022), [2, 3]);
        assert_eq!(found(&index, "9503", 2022), [3]);
    }

    #[test]
    fn scopes_of_another_edition_are_candidates_by_chapter() {
        let mut index = ProductIndex::default();
        index.insert("FR".parse().unwrap(), Some(&scope("8517", 2017)), &1);
        assert_eq!(found(&index, "851660", 2022), [1]);
        assert_eq!(found(&index, "950300", 2022), Vec::<u32>::new());
    }

    #[test]
    fn a_correlation_finds_scopes_of_another_chapter() {
        let mut index = ProductIndex::default();
        let france = "FR".parse().unwrap();
        index.insert(france, Some(&scope("8525", 2017)), &1);
        index.insert(france, Some(&scope("8525", 2012)), &2);
        let edition = |year: u16| HsEdition::try_from(year).unwrap();
        let correlated =
            |other| if other == edition(2017) { vec!["852580".parse().unwrap()] } else { vec![] };
        let code = "900630".parse().unwrap();
        assert_eq!(index.candidates_of(&[france], &code, edition(2022), correlated), [&1]);
    }
}
