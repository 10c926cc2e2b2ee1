//! Parties, keys, mandates, ownership.

use std::sync::Arc;

use model::{LogIndex, PartyId, PartyKind};
use statement::act;
use statement::keys::PublicKey;

use super::{Stated, entry};
use crate::Registry;
use crate::facts::Compromise;
use crate::state::{KeyRecord, Mandate, PartyRecord};

impl Registry {
    pub(super) fn open(&mut self, act: &act::RegistryOpened, at: LogIndex) {
        self.genesis = Some(Arc::new(act.clone()));
        self.log_keys.push((at, act.log_key.clone()));
        let registered = act::PartyRegistered {
            party: act.registrar.clone(),
            kind: PartyKind::Registrar,
            name: act.name.clone(),
            // The registrar belongs to no country; its record names a code that no country has.
            country: crate::NO_COUNTRY,
            address: String::new(),
            website: String::new(),
            keys: act.keys.clone(),
        };
        self.register(Arc::new(registered), at);
    }

    pub(super) fn country_registered(&mut self, act: &act::CountryRegistered, stated: Stated) {
        self.countries.insert_mut(act.country, (Arc::new(act.clone()), stated.at));
    }

    pub(super) fn group_registered(&mut self, act: &act::GroupRegistered, stated: Stated) {
        self.groups.insert_mut(act.group, (Arc::new(act.clone()), stated.at));
    }

    pub(super) fn membership_stated(&mut self, act: &act::MembershipStated, stated: Stated) {
        for member in &act.members {
            entry(&mut self.memberships, *member).push(stated.fact(act.from, act.until, act.group));
            entry(&mut self.members, act.group).push(stated.fact(act.from, act.until, *member));
        }
    }

    pub(super) fn party_registered(&mut self, act: &act::PartyRegistered, stated: Stated) {
        self.register(Arc::new(act.clone()), stated.at);
    }

    fn register(&mut self, registered: Arc<act::PartyRegistered>, at: LogIndex) {
        let party = registered.party.clone();
        let keys = registered.keys.clone();
        self.parties.insert_mut(party.clone(), PartyRecord { registered, at, keys: Vec::new() });
        keys.iter().for_each(|key| self.add_key(&party, key, at));
    }

    pub(super) fn add_key(&mut self, party: &PartyId, key: &PublicKey, at: LogIndex) {
        let number = self.key_count;
        if let Some(record) = self.parties.get_mut(party) {
            record.keys.push(KeyRecord { number, key: key.clone(), added_at: at, revoked_at: None });
            self.key_count += 1;
        }
    }

    pub(super) fn key_rotated(&mut self, act: &act::KeyRotated, stated: Stated) {
        self.revoke(&act.party, &act.old, stated.at);
        self.add_key(&act.party, &act.key, stated.at);
    }

    pub(super) fn key_revoked(&mut self, act: &act::KeyRevoked, stated: Stated) {
        let number = self.key_number(&act.party, &act.key_id);
        self.revoke(&act.party, &act.key_id, stated.at);
        if let (Some(key), Some(since)) = (number, act.compromised_since) {
            Arc::make_mut(&mut self.compromised).push(Compromise { at: stated.at, key, since });
        }
    }

    fn revoke(&mut self, party: &PartyId, key_id: &str, at: LogIndex) {
        if let Some(record) = self.parties.get_mut(party) {
            let open = record.keys.iter_mut().filter(|key| key.key.kid == key_id && key.revoked_at.is_none());
            open.for_each(|key| key.revoked_at = Some(at));
        }
    }

    pub(super) fn mandate_given(&mut self, act: &act::MandateGiven, stated: Stated) {
        for scope in &act.scopes {
            let mandate = Mandate { on_behalf_of: act.on_behalf_of, scope: *scope };
            entry(&mut self.mandates, act.to.clone()).push(stated.fact(act.from, act.until, mandate));
        }
    }

    pub(super) fn mandate_ended(&mut self, act: &act::MandateEnded, stated: Stated) {
        for scope in &act.scopes {
            let mandate = Mandate { on_behalf_of: act.on_behalf_of, scope: *scope };
            entry(&mut self.mandate_ends, act.to.clone()).push(stated.fact(act.on, None, mandate));
        }
    }

    pub(super) fn ownership_stated(&mut self, act: &act::OwnershipStated, stated: Stated) {
        entry(&mut self.ownership, act.body.clone()).push(stated.fact(act.from, act.until, act.clone()));
    }
}
