//! Bodies: designation, listing, standing, accreditation.

use model::{InstrumentId, PartyId};
use statement::act;

use super::{Stated, entry};
use crate::Registry;
use crate::facts::Facts;
use crate::state::{Accreditation, Standing};

impl Registry {
    pub(super) fn body_designated(&mut self, act: &act::BodyDesignated, stated: Stated) {
        let standing = self.standing_mut(&act.body, &act.instrument);
        standing.designations.push(stated.fact(act.from, act.until, act.clone()));
        self.note_instrument(&act.body, &act.instrument);
    }

    pub(super) fn body_listed(&mut self, act: &act::BodyListed, stated: Stated) {
        let standing = self.standing_mut(&act.body, &act.annex);
        standing.listings.push(stated.fact(act.from, act.until, act.clone()));
        self.note_instrument(&act.body, &act.annex);
    }

    pub(super) fn body_status_changed(&mut self, act: &act::BodyStatusChanged, stated: Stated) {
        let standing = self.standing_mut(&act.body, &act.instrument);
        standing.events.push(stated.fact(act.on, None, act.clone()));
    }

    pub(super) fn accreditation_granted(&mut self, act: &act::AccreditationGranted, stated: Stated) {
        if !self.accreditations.contains_key(&act.accreditation) {
            let empty = Accreditation { granted: Facts::default(), events: Facts::default() };
            self.accreditations.insert_mut(act.accreditation.clone(), empty);
            entry(&mut self.accreditations_of, act.body.clone()).push(act.accreditation.clone());
        }
        if let Some(accreditation) = self.accreditations.get_mut(&act.accreditation) {
            accreditation.granted.push(stated.fact(act.from, act.until, act.clone()));
        }
    }

    pub(super) fn accreditation_changed(&mut self, act: &act::AccreditationChanged, stated: Stated) {
        if let Some(accreditation) = self.accreditations.get_mut(&act.accreditation) {
            accreditation.events.push(stated.fact(act.on, None, act.clone()));
        }
    }

    pub(super) fn accreditation_recognised(&mut self, act: &act::AccreditationRecognised, stated: Stated) {
        let by_country = entry(&mut self.accreditation_bodies, act.country);
        entry(by_country, act.accreditation_body.clone()).push(stated.fact(act.from, act.until, act.clone()));
    }

    fn standing_mut(&mut self, body: &PartyId, instrument: &InstrumentId) -> &mut Standing {
        entry(entry(&mut self.standings, body.clone()), instrument.clone())
    }

    /// Remembers that a body has a standing under an instrument, for pages and reverse look-ups.
    pub(super) fn note_instrument(&mut self, body: &PartyId, instrument: &InstrumentId) {
        let instruments = entry(&mut self.instruments_of, body.clone());
        if !instruments.contains(instrument) {
            instruments.push(instrument.clone());
            entry(&mut self.bodies_of, instrument.clone()).push(body.clone());
        }
    }
}
