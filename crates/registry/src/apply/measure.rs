//! Measures and suspicions.

use statement::act;

use super::{Stated, entry};
use crate::facts::Facts;
use crate::state::MeasureRecord;
use crate::{EVERY_PARTY, Registry};

impl Registry {
    pub(super) fn measure_taken(&mut self, act: &act::MeasureTaken, stated: Stated) {
        if !self.measures.contains_key(&act.measure) {
            let empty = MeasureRecord { taken: Facts::default(), lifted: Facts::default() };
            self.measures.insert_mut(act.measure.clone(), empty);
        }
        if let Some(record) = self.measures.get_mut(&act.measure) {
            record.taken.push(stated.fact(act.from, act.until, act.clone()));
        }
        self.measure_index.insert(act.country, &act.against, &act.measure);
    }

    pub(super) fn measure_lifted(&mut self, act: &act::MeasureLifted, stated: Stated) {
        if let Some(record) = self.measures.get_mut(&act.measure) {
            record.lifted.push(stated.fact(act.on, None, act.clone()));
        }
    }

    pub(super) fn suspicion_reported(&mut self, act: &act::SuspicionReported, stated: Stated) {
        self.suspicion_index.insert(EVERY_PARTY, &act.against, &act.suspicion);
        entry(&mut self.suspicions, act.suspicion.clone()).push(stated.fact(act.on, None, act.clone()));
    }
}
