//! Standards, their succession and adoption; correlations of the nomenclature.

use statement::act;

use super::{Stated, entry};
use crate::Registry;
use crate::state::map;

impl Registry {
    pub(super) fn standard_published(&mut self, act: &act::StandardPublished, stated: Stated) {
        let series = entry(&mut self.standards, act.standard.series().into());
        series.editions.push(stated.fact(act.published, None, act.clone()));
        for former in &act.replaces {
            let revised = act::StandardRevised {
                former: former.clone(),
                current: act.standard.clone(),
                on: act.published,
                transition_until: None,
            };
            entry(&mut self.fates, former.clone()).revised.push(stated.fact(act.published, None, revised));
        }
    }

    pub(super) fn standard_revised(&mut self, act: &act::StandardRevised, stated: Stated) {
        entry(&mut self.fates, act.former.clone()).revised.push(stated.fact(act.on, None, act.clone()));
    }

    pub(super) fn standard_withdrawn(&mut self, act: &act::StandardWithdrawn, stated: Stated) {
        entry(&mut self.fates, act.standard.clone()).withdrawn.push(stated.fact(act.on, None, act.clone()));
    }

    pub(super) fn standard_adopted(&mut self, act: &act::StandardAdopted, stated: Stated) {
        entry(&mut self.fates, act.adopts.clone()).adopted_as.push(stated.fact(act.on, None, act.clone()));
        entry(&mut self.fates, act.standard.clone()).adopts.push(stated.fact(act.on, None, act.clone()));
    }

    pub(super) fn stringency_stated(&mut self, act: &act::StringencyStated, stated: Stated) {
        let series = entry(&mut self.stringency, act.required.series().into());
        series.push(stated.fact(act.from, act.until, act.clone()));
    }

    pub(super) fn correlation_stated(&mut self, act: &act::CorrelationStated, stated: Stated) {
        let mut pairs: crate::map::Map<_, Vec<_>> = map();
        for (from, to) in &act.pairs {
            entry(&mut pairs, *from).push(*to);
        }
        let fact = stated.fact(model::Date::MIN, None, pairs);
        entry(&mut self.correlations, (act.from_edition, act.to_edition)).push(fact);
    }
}
