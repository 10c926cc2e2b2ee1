//! Is the signer one of those whom the table entitles? The table speaks of the act; here the state answers.

use std::fmt;

use model::{Date, InstrumentId, Jurisdiction, MandateScope, PartyId};
use statement::who_may_sign::{Entitled, Joint, may_be_reported, who_may_sign};
use statement::{Payload, Reported, Subject};

use crate::state::JointAct;
use crate::{AdmitError, Registry};

/// What would entitle a signer: one of these is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed(pub Vec<Entitled>);

impl fmt::Display for Needed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, entitled) in self.0.iter().enumerate() {
            let separator = if i == 0 { "" } else { ", or " };
            write!(f, "{separator}{entitled}")?;
        }
        Ok(())
    }
}

/// A signer that speaks for itself or by mandate.
pub(super) fn signer(registry: &Registry, payload: &Payload, day: Date) -> Result<(), AdmitError> {
    let alternatives = who_may_sign(&payload.act);
    let check = Check { registry, signer: &payload.signer, day };
    if alternatives.iter().any(|entitled| check.is(entitled)) {
        return Ok(());
    }
    Err(AdmitError::NotEntitled {
        signer: payload.signer.clone(),
        act: payload.act.name(),
        needed: Needed(alternatives),
    })
}

/// A recorder that reports what another party did.
pub(super) fn recorder(
    registry: &Registry,
    payload: &Payload,
    reported: &Reported,
    day: Date,
) -> Result<(), AdmitError> {
    if !may_be_reported(&payload.act) {
        return Err(AdmitError::NotReportable(payload.act.name()));
    }
    let whom = match &reported.on_behalf_of {
        Subject::Jurisdiction(code) => Some(*code),
        Subject::Party(party) => registry.party(party).map(|record| record.registered.country),
    };
    let check = Check { registry, signer: &payload.signer, day };
    let alternatives = who_may_sign(&payload.act);
    if !alternatives.iter().any(|entitled| check.is_act_of(&reported.on_behalf_of, entitled)) {
        return Err(AdmitError::NotTheirAct {
            act: payload.act.name(),
            on_behalf_of: reported.on_behalf_of.to_string(),
            needed: Needed(alternatives),
        });
    }
    let scope = MandateScope::Record;
    let recorder = registry.has_general_mandate(&payload.signer, scope, day)
        || whom.is_some_and(|whom| registry.has_mandate(&payload.signer, whom, scope, day));
    if recorder {
        return Ok(());
    }
    let on_behalf_of = reported.on_behalf_of.to_string();
    Err(AdmitError::NotRecorder { signer: payload.signer.clone(), on_behalf_of })
}

struct Check<'a> {
    registry: &'a Registry,
    signer: &'a PartyId,
    day: Date,
}

impl Check<'_> {
    fn is(&self, entitled: &Entitled) -> bool {
        let registry = self.registry;
        let record = registry.party(self.signer);
        let kind = record.map(|record| record.registered.kind);
        match entitled {
            Entitled::Registrar => {
                registry.genesis().is_some_and(|genesis| genesis.registrar == *self.signer)
            }
            Entitled::Party(party) => party == self.signer,
            Entitled::PartyOfKind { party, kinds } => {
                party == self.signer && kind.is_some_and(|kind| kinds.contains(&kind))
            }
            Entitled::Kind(wanted) => kind == Some(*wanted),
            Entitled::KindIn(wanted, country) => {
                kind == Some(*wanted) && record.is_some_and(|record| record.registered.country == *country)
            }
            Entitled::Mandate { on_behalf_of, scope } => self.speaks(*on_behalf_of, *scope),
            Entitled::MandateForCountryOfParty { party, scope } => {
                registry.party(party).is_some_and(|record| self.speaks(record.registered.country, *scope))
            }
            Entitled::MandateForOwnerOfRegulation { regulation, scope } => {
                registry.regulation(regulation).is_some_and(|r| self.speaks(r.adopted.country, *scope))
            }
            Entitled::AnyMandate { scope } => registry.has_any_mandate(self.signer, *scope, self.day),
            Entitled::MandateForAnyPartyOf { joint, scope } => {
                self.parties_of(joint).into_iter().any(|party| self.speaks_in(party, *scope))
            }
            Entitled::DepositaryOf(joint) => {
                let named = self
                    .agreement_of(joint)
                    .and_then(|id| registry.agreement(&id)?.concluded.depositary.clone());
                named.as_ref() == Some(self.signer) && self.deposits()
            }
            Entitled::NamedDepositary(party) => party == self.signer && self.deposits(),
        }
    }

    /// Whether the act could be that of the one on whose behalf it is reported: a mandate to record for one country
    /// is none to report another's law.
    fn is_act_of(&self, subject: &Subject, entitled: &Entitled) -> bool {
        let country_of = |party: &PartyId| self.registry.party(party).map(|record| record.registered.country);
        // What members did together is reported on behalf of their group.
        let covers = |code: Jurisdiction| match subject {
            Subject::Jurisdiction(named) => {
                self.registry.covering(code, self.day, self.registry.knowledge()).contains(named)
            }
            Subject::Party(_) => false,
        };
        let is = |code: Option<Jurisdiction>| code.is_some_and(covers);
        match entitled {
            Entitled::MandateForCountryOfParty { party, .. } => is(country_of(party)),
            Entitled::MandateForOwnerOfRegulation { regulation, .. } => {
                is(self.registry.regulation(regulation).map(|regulation| regulation.adopted.country))
            }
            Entitled::MandateForAnyPartyOf { joint, .. } => {
                let takes_part = |party: Jurisdiction| match subject {
                    Subject::Jurisdiction(member) => covers(party) || self.belongs(*member, party),
                    Subject::Party(_) => false,
                };
                self.parties_of(joint).into_iter().any(takes_part)
            }
            Entitled::DepositaryOf(joint) => {
                let agreement = self.agreement_of(joint).and_then(|id| self.registry.agreement(&id));
                let depositary = agreement.and_then(|agreement| agreement.concluded.depositary.clone());
                depositary.is_some_and(|depositary| *subject == Subject::Party(depositary))
            }
            Entitled::Registrar | Entitled::Kind(_) | Entitled::AnyMandate { .. } => true,
            named => match named.subject() {
                Some(Subject::Jurisdiction(code)) => covers(code),
                Some(party) => party == *subject,
                None => false,
            },
        }
    }

    /// Only recorders, depositaries and secretariats may have a mandate for everybody; any other mandate names whom
    /// it is for.
    fn speaks(&self, whom: Jurisdiction, scope: MandateScope) -> bool {
        self.registry.has_mandate(self.signer, whom, scope, self.day)
    }

    /// Speaks for a party, or for a member of a group that is the party.
    fn speaks_in(&self, party: Jurisdiction, scope: MandateScope) -> bool {
        let facts = self.registry.members(party).into_iter();
        let members = facts.flat_map(|facts| facts.on(self.registry.knowledge(), self.day, |a, b| a == b));
        self.speaks(party, scope) || members.into_iter().any(|member| self.speaks(*member.value, scope))
    }

    fn belongs(&self, member: Jurisdiction, group: Jurisdiction) -> bool {
        self.registry.covering(member, self.day, self.registry.knowledge()).contains(&group)
    }

    fn deposits(&self) -> bool {
        self.registry.has_any_mandate(self.signer, MandateScope::Deposit, self.day)
    }

    fn agreement_of(&self, joint: &Joint) -> Option<InstrumentId> {
        let of_annex =
            |id: &InstrumentId| self.registry.annex(id).map(|annex| annex.concluded.agreement.clone());
        match joint {
            Joint::Agreement(id) => Some(id.clone()),
            Joint::Annex(id) => of_annex(id),
            Joint::Statement(digest) => match self.registry.joint_acts.get(&super::digest_of(digest)?)? {
                JointAct::Agreement(id) => Some(id.clone()),
                JointAct::Annex(id) => of_annex(id),
                JointAct::Call(_) => None,
            },
        }
    }

    /// Parties named in an agreement or annex, and those that acceded or joined.
    fn parties_of(&self, joint: &Joint) -> Vec<Jurisdiction> {
        let Some(agreement) = self.agreement_of(joint).and_then(|id| self.registry.agreement(&id)) else {
            return Vec::new();
        };
        let mut parties = agreement.concluded.parties.clone();
        parties.extend(agreement.bound.parties.iter().map(|(party, _)| *party));
        if let Joint::Annex(id) = joint {
            parties.extend(
                self.registry.annex(id).into_iter().flat_map(|annex| annex.concluded.parties.clone()),
            );
        }
        parties
    }
}
