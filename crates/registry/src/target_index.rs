//! Finds measures and reports by what they are directed against.
//!
//! Every entry that a target gives must match, so a target is entered under one of them alone, the one that is likely
//! to be the rarest. What is found is only a candidate: the whole target decides. A target that gives nothing matches
//! nothing and is not entered.

use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::Arc;

use model::{CertificateNumber, HsCode, HsEdition, InstrumentId, Jurisdiction, PartyId};
use statement::act::Target;

use crate::ProductIndex;
use crate::map::Map;

/// What is asked about: everything that a target may name, as text.
#[derive(Clone, Debug)]
pub struct Asked<'q> {
    /// Whose measures.
    pub parties: &'q [Jurisdiction],
    /// Commodity code.
    pub code: &'q HsCode,
    /// Its edition.
    pub edition: HsEdition,
    /// Certificates presented.
    pub certificates: Vec<&'q str>,
    /// Trade item numbers, asked about or certified.
    pub gtins: Vec<&'q str>,
    /// Batches, asked about or certified.
    pub batches: Vec<&'q str>,
    /// Models, asked about or certified.
    pub models: Vec<&'q str>,
    /// Issuing bodies.
    pub bodies: Vec<&'q str>,
    /// Traders and holders.
    pub traders: Vec<&'q str>,
    /// Country of origin.
    pub origin: Option<Jurisdiction>,
}

/// Instruments, with the party whose they are, under something that a target names.
type Slots<K> = Map<K, Arc<Vec<(Jurisdiction, InstrumentId)>>>;

/// An index of targets.
#[derive(Clone, Debug, Default)]
pub struct TargetIndex {
    certificates: Slots<CertificateNumber>,
    gtins: Slots<String>,
    batches: Slots<String>,
    models: Slots<String>,
    bodies: Slots<PartyId>,
    traders: Slots<PartyId>,
    /// By the party and the origin: a country may act against much of what comes from another.
    origins: Slots<(Jurisdiction, Jurisdiction)>,
    products: ProductIndex<InstrumentId>,
}

impl TargetIndex {
    /// Enters an instrument of a party.
    pub(crate) fn insert(&mut self, party: Jurisdiction, target: &Target, id: &InstrumentId) {
        let entry = (party, id.clone());
        if !target.certificates.is_empty() {
            enter(&mut self.certificates, &target.certificates, &entry);
        } else if !target.gtins.is_empty() {
            enter(&mut self.gtins, &target.gtins, &entry);
        } else if !target.batches.is_empty() {
            enter(&mut self.batches, &target.batches, &entry);
        } else if !target.models.is_empty() {
            enter(&mut self.models, &target.models, &entry);
        } else if !target.bodies.is_empty() {
            enter(&mut self.bodies, &target.bodies, &entry);
        } else if !target.traders.is_empty() {
            enter(&mut self.traders, &target.traders, &entry);
        } else if target.products.is_some() {
            self.products.insert(party, target.products.as_ref(), id);
        } else {
            let origins: Vec<_> = target.origins.iter().map(|origin| (party, *origin)).collect();
            enter(&mut self.origins, &origins, &entry);
        }
    }

    /// Instruments whose targets may match, in the order of their identifiers, each once. `correlated` gives the codes
    /// of another edition to which the code is recorded to correspond.
    pub(crate) fn candidates<'a>(
        &'a self,
        asked: &Asked<'_>,
        correlated: impl Fn(HsEdition) -> Vec<HsCode>,
    ) -> Vec<&'a InstrumentId> {
        let mut found = self.products.candidates_of(asked.parties, asked.code, asked.edition, correlated);
        find(&self.certificates, &asked.certificates, asked, &mut found);
        find(&self.gtins, &asked.gtins, asked, &mut found);
        find(&self.batches, &asked.batches, asked, &mut found);
        find(&self.models, &asked.models, asked, &mut found);
        find(&self.bodies, &asked.bodies, asked, &mut found);
        find(&self.traders, &asked.traders, asked, &mut found);
        let origins =
            asked.origin.into_iter().flat_map(|origin| asked.parties.iter().map(move |p| (*p, origin)));
        let from_there = origins.filter_map(|key| self.origins.get(&key));
        found.extend(from_there.flat_map(|slot| slot.iter()).map(|(_, id)| id));
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn enter<K: Clone + Eq + Hash>(slots: &mut Slots<K>, names: &[K], entry: &(Jurisdiction, InstrumentId)) {
    for name in names {
        match slots.get_mut(name) {
            // The same measure, stated again about the same thing.
            Some(slot) if slot.last() == Some(entry) => {}
            Some(slot) => Arc::make_mut(slot).push(entry.clone()),
            None => slots.insert_mut(name.clone(), Arc::new(vec![entry.clone()])),
        }
    }
}

fn find<'a, K: Clone + Eq + Hash + Borrow<str>>(
    slots: &'a Slots<K>,
    names: &[&str],
    asked: &Asked<'_>,
    found: &mut Vec<&'a InstrumentId>,
) {
    if slots.is_empty() {
        return;
    }
    let slots = names.iter().filter_map(|name| slots.get(*name));
    let ours = slots.flat_map(|slot| slot.iter()).filter(|(party, _)| asked.parties.contains(party));
    found.extend(ours.map(|(_, id)| id));
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn found(index: &TargetIndex, change: impl FnOnce(&mut Asked<'_>)) -> Vec<String> {
        let parties = ["FR".parse().unwrap(), "EU".parse().unwrap()];
        let code = "851660".parse().unwrap();
        let mut asked = Asked {
            parties: &parties,
            code: &code,
            edition: HsEdition::CURRENT,
            certificates: vec![],
            gtins: vec![],
            batches: vec![],
            models: vec![],
            bodies: vec![],
            traders: vec![],
            origin: None,
        };
        change(&mut asked);
        index.candidates(&asked, |_| Vec::new()).into_iter().map(ToString::to_string).collect()
    }

    fn index(targets: Vec<(&str, Target)>) -> TargetIndex {
        let mut index = TargetIndex::default();
        for (place, (party, target)) in targets.into_iter().enumerate() {
            index.insert(party.parse().unwrap(), &target, &format!("M-{place}").parse().unwrap());
        }
        index
    }

    #[test]
    fn a_target_is_found_by_what_it_names_and_only_for_its_party() {
        let body = || Target { bodies: vec!["did:web:lab.example".parse().unwrap()], ..Target::default() };
        let index = index(vec![("FR", body()), ("EU", body()), ("CH", body())]);
        assert_eq!(found(&index, |asked| asked.bodies = vec!["did:web:lab.example"]), ["M-0", "M-1"]);
        assert_eq!(found(&index, |asked| asked.bodies = vec!["did:web:other.example"]), Vec::<String>::new());
    }

    #[test]
    fn a_target_that_names_a_certificate_and_a_product_is_found_by_the_certificate() {
        let products = Some(model::ProductScope {
            hs: vec!["8516".parse().unwrap()],
            hs_edition: HsEdition::CURRENT,
            except: vec![],
        });
        let certificates = vec!["C-1".parse().unwrap()];
        let both = Target { products: products.clone(), certificates, ..Target::default() };
        let index = index(vec![("FR", both), ("FR", Target { products, ..Target::default() })]);
        assert_eq!(found(&index, |_| {}), ["M-1"]);
        assert_eq!(found(&index, |asked| asked.certificates = vec!["C-1"]), ["M-0", "M-1"]);
    }

    #[test]
    fn what_comes_from_a_country_is_found_by_its_origin_and_an_empty_target_never() {
        let origin = Target { origins: vec!["CN".parse().unwrap()], ..Target::default() };
        let index = index(vec![("EU", origin), ("FR", Target::default())]);
        assert_eq!(found(&index, |asked| asked.origin = Some("CN".parse().unwrap())), ["M-0"]);
        assert_eq!(found(&index, |_| {}), Vec::<String>::new());
    }
}
