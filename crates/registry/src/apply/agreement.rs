//! Agreements, annexes, equivalences.

use std::sync::Arc;

use model::{InstrumentId, Jurisdiction, MandateScope};
use statement::act;

use super::{Stated, entry};
use crate::facts::Facts;
use crate::state::{Agreement, Annex, Bound, BoundBy, JointAct, map};
use crate::{LoggedStatement, Registry};

impl Registry {
    pub(super) fn agreement_concluded(
        &mut self,
        act: &act::AgreementConcluded,
        stated: Stated,
        logged: &LoggedStatement,
    ) {
        let agreement = Agreement {
            concluded: Arc::new(act.clone()),
            at: stated.at,
            key: stated.key,
            bound: self.bound_by(&act.parties, act.depositary.as_ref(), stated, logged),
            accessions: Facts::default(),
            terminations: Facts::default(),
            annexes: Vec::new(),
        };
        self.agreements.insert_mut(act.agreement.clone(), agreement);
        self.joint_acts.insert_mut(logged.digest(), JointAct::Agreement(act.agreement.clone()));
    }

    pub(super) fn annex_concluded(
        &mut self,
        act: &act::AnnexConcluded,
        stated: Stated,
        logged: &LoggedStatement,
    ) {
        let (parties, depositary) = match self.agreements.get_mut(&act.agreement) {
            Some(agreement) => {
                agreement.annexes.push(act.annex.clone());
                // Who acceded before the annex was concluded takes part in it like the first parties.
                let mut parties = agreement.concluded.parties.clone();
                parties.extend(agreement.accessions.every().map(|fact| fact.value.party));
                (parties, agreement.concluded.depositary.clone())
            }
            None => (act.parties.clone(), None),
        };
        let annex = Annex {
            concluded: Arc::new(act.clone()),
            at: stated.at,
            key: stated.key,
            bound: self.bound_by(&parties, depositary.as_ref(), stated, logged),
            amendments: Facts::default(),
            joined: Facts::default(),
            suspensions: Facts::default(),
            restorations: Facts::default(),
            terminations: Facts::default(),
            equivalences: Facts::default(),
            applied: map(),
            aligned: map(),
            exemptions: Facts::default(),
            refusals: Facts::default(),
            members: map(),
            differences: map(),
        };
        self.annexes.insert_mut(act.annex.clone(), annex);
        self.joint_acts.insert_mut(logged.digest(), JointAct::Annex(act.annex.clone()));
        let accepting = if act.parties.is_empty() { &parties } else { &act.parties };
        for party in accepting {
            self.annex_index.insert(*party, Some(&act.products), &act.annex);
        }
    }

    /// A joint act binds at once the party for which its signer speaks; all parties when a depositary states it or a
    /// recorder reports it (reading 7).
    fn bound_by(
        &self,
        parties: &[Jurisdiction],
        depositary: Option<&model::PartyId>,
        stated: Stated,
        logged: &LoggedStatement,
    ) -> Bound {
        let signer = &logged.payload().signer;
        if stated.reported || depositary == Some(signer) {
            return Bound { all: Some(stated.into()), parties: Vec::new() };
        }
        let speaks =
            |party: &&Jurisdiction| self.has_mandate(signer, **party, MandateScope::Agree, logged.day());
        Bound {
            all: None,
            parties: parties.iter().filter(speaks).map(|party| (*party, stated.into())).collect(),
        }
    }

    pub(super) fn concurred(&mut self, act: &act::AgreementConcurred, stated: Stated) {
        let Some(joint) =
            crate::admit::digest_of(&act.statement).and_then(|d| self.joint_acts.get(&d).cloned())
        else {
            return;
        };
        let bound = match joint {
            JointAct::Agreement(id) => self.agreements.get_mut(&id).map(|agreement| &mut agreement.bound),
            JointAct::Annex(id) => self.annexes.get_mut(&id).map(|annex| &mut annex.bound),
            // It stands in the journal of the procedure.
            JointAct::Call(_) => None,
        };
        if let Some(bound) = bound {
            bound.parties.push((act.party, stated.into()));
        }
    }

    pub(super) fn agreement_acceded(&mut self, act: &act::AgreementAcceded, stated: Stated) {
        let mut annexes = Vec::new();
        if let Some(agreement) = self.agreements.get_mut(&act.agreement) {
            agreement.accessions.push(stated.fact(act.from, None, act.clone()));
            agreement.bound.parties.push((act.party, stated.into()));
            annexes.clone_from(&agreement.annexes);
        }
        for id in annexes {
            if let Some(annex) = self.annexes.get_mut(&id) {
                annex.bound.parties.push((act.party, stated.into()));
                if annex.concluded.parties.is_empty() {
                    let concluded = annex.concluded.clone();
                    self.annex_index.insert(act.party, Some(&concluded.products), &id);
                }
            }
        }
    }

    pub(super) fn agreement_terminated(&mut self, act: &act::AgreementTerminated, stated: Stated) {
        if let Some(agreement) = self.agreements.get_mut(&act.agreement) {
            agreement.terminations.push(stated.fact(act.on, None, act.clone()));
        }
    }

    pub(super) fn annex_amended(&mut self, act: &act::AnnexAmended, stated: Stated) {
        let Some(annex) = self.annexes.get_mut(&act.annex) else { return };
        annex.amendments.push(stated.fact(act.from, None, act.clone()));
        if let Some(products) = &act.products {
            for party in self.annex_participants(&act.annex) {
                self.annex_index.insert(party, Some(products), &act.annex);
            }
        }
    }

    pub(super) fn annex_joined(&mut self, act: &act::AnnexJoined, stated: Stated) {
        if let Some(annex) = self.annexes.get_mut(&act.annex) {
            annex.joined.push(stated.fact(act.from, act.until, act.clone()));
            annex.bound.parties.push((act.party, stated.into()));
            let concluded = annex.concluded.clone();
            self.annex_index.insert(act.party, Some(&concluded.products), &act.annex);
        }
    }

    pub(super) fn annex_suspended(&mut self, act: &act::AnnexSuspended, stated: Stated) {
        if let Some(annex) = self.annexes.get_mut(&act.annex) {
            annex.suspensions.push(stated.fact(act.from, act.until, act.clone()));
        }
    }

    pub(super) fn annex_restored(&mut self, act: &act::AnnexRestored, stated: Stated) {
        if let Some(annex) = self.annexes.get_mut(&act.annex) {
            annex.restorations.push(stated.fact(act.on, None, act.clone()));
        }
    }

    pub(super) fn annex_terminated(&mut self, act: &act::AnnexTerminated, stated: Stated) {
        if let Some(annex) = self.annexes.get_mut(&act.annex) {
            annex.terminations.push(stated.fact(act.on, None, act.clone()));
        }
    }

    pub(super) fn equivalence_declared(&mut self, act: &act::EquivalenceDeclared, stated: Stated) {
        if let Some(annex) = self.annexes.get_mut(&act.annex) {
            annex.equivalences.push(stated.fact(act.from, act.until, act.clone()));
            self.equivalence_annex.insert_mut(act.equivalence.clone(), act.annex.clone());
        }
    }

    pub(super) fn equivalence_revoked(&mut self, act: &act::EquivalenceRevoked, stated: Stated) {
        let revocations = entry(&mut self.equivalence_revocations, act.equivalence.clone());
        revocations.push(stated.fact(act.on, None, act.clone()));
    }

    pub(super) fn harmonised_regulation_applied(
        &mut self,
        act: &act::HarmonisedRegulationApplied,
        stated: Stated,
    ) {
        if let Some(annex) = self.annexes.get_mut(&act.annex) {
            entry(&mut annex.applied, act.country).push(stated.fact(act.from, act.until, act.clone()));
        }
    }

    pub(super) fn alignment_confirmed(&mut self, act: &act::AlignmentConfirmed, stated: Stated) {
        if let Some(annex) = self.annexes.get_mut(&act.annex) {
            entry(&mut annex.aligned, act.country).push(stated.fact(act.from, act.until, act.clone()));
        }
    }

    pub(super) fn exemption_stated(&mut self, act: &act::ExemptionStated, stated: Stated) {
        if let Some(annex) = self.annexes.get_mut(&act.annex) {
            annex.exemptions.push(stated.fact(act.from, act.until, act.clone()));
        }
    }

    pub(super) fn refusal_reasoned(&mut self, act: &act::RefusalReasoned, stated: Stated) {
        if let Some(annex) = self.annexes.get_mut(&act.annex) {
            annex.refusals.push(stated.fact(act.from, act.until, act.clone()));
        }
    }

    pub(super) fn scheme_joined(&mut self, act: &act::SchemeJoined, stated: Stated) {
        if let Some(annex) = self.annexes.get_mut(&act.scheme) {
            entry(&mut annex.members, act.country).push(stated.fact(act.from, act.until, act.clone()));
        }
        self.note_instrument(&act.member, &act.scheme);
    }

    pub(super) fn difference_declared(&mut self, act: &act::DifferenceDeclared, stated: Stated) {
        if let Some(annex) = self.annexes.get_mut(&act.scheme) {
            entry(&mut annex.differences, act.country).push(stated.fact(act.from, act.until, act.clone()));
        }
    }

    /// Parties that ever took part in an annex.
    fn annex_participants(&self, id: &InstrumentId) -> Vec<Jurisdiction> {
        let Some(annex) = self.annexes.get(id) else { return Vec::new() };
        let own = &annex.concluded.parties;
        let agreement = self.agreements.get(&annex.concluded.agreement);
        let mut parties = match agreement {
            Some(agreement) if own.is_empty() => agreement.concluded.parties.clone(),
            _ => own.clone(),
        };
        parties.extend(annex.bound.parties.iter().map(|(party, _)| *party));
        parties
    }
}

impl From<Stated> for BoundBy {
    fn from(stated: Stated) -> Self {
        Self { at: stated.at, key: stated.key, reported: stated.reported }
    }
}
