//! Technical regulations.

use std::sync::Arc;

use statement::act;

use super::{Stated, entry};
use crate::Registry;
use crate::facts::Facts;
use crate::state::{Edition, Regulation};

impl Registry {
    pub(super) fn regulation_adopted(&mut self, act: &act::RegulationAdopted, stated: Stated) {
        let edition = Edition {
            name: act.edition.clone(),
            requirement: act.requirement.clone(),
            former_edition_until: None,
        };
        let mut editions = Facts::default();
        editions.push(stated.fact(act.applies_from, act.until, edition));
        let regulation =
            Regulation { adopted: Arc::new(act.clone()), at: stated.at, editions, repeals: Facts::default() };
        self.regulations.insert_mut(act.regulation.clone(), regulation);
        self.regulation_index.insert(act.country, Some(&act.requirement.products), &act.regulation);
    }

    pub(super) fn regulation_amended(&mut self, act: &act::RegulationAmended, stated: Stated) {
        let edition = Edition {
            name: act.edition.clone(),
            requirement: act.requirement.clone(),
            former_edition_until: act.former_edition_until,
        };
        if let Some(regulation) = self.regulations.get_mut(&act.regulation) {
            regulation.editions.push(stated.fact(act.applies_from, None, edition));
            let country = regulation.adopted.country;
            self.regulation_index.insert(country, Some(&act.requirement.products), &act.regulation);
        }
    }

    pub(super) fn regulation_repealed(&mut self, act: &act::RegulationRepealed, stated: Stated) {
        if let Some(regulation) = self.regulations.get_mut(&act.regulation) {
            regulation.repeals.push(stated.fact(act.on, None, act.clone()));
        }
    }

    pub(super) fn ownership_barred(&mut self, act: &act::OwnershipBarred, stated: Stated) {
        entry(&mut self.bars, act.country).push(stated.fact(act.from, act.until, act.clone()));
    }
}
