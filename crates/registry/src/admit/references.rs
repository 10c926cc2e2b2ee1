//! References of an act must exist; identifiers of new things must not.

mod commodity;
mod objective;

use model::{InstrumentId, Jurisdiction, PartyId};
use statement::act::{Act, ActReference, Certificate, CertificateChange, Change, NamedActs, Target};
use tlog::{SignatureKind, VerifierKey};

use crate::{AdmitError, Registry};

/// Checks every reference of an act against the state.
pub(super) fn check(registry: &Registry, act: &Act) -> Result<(), AdmitError> {
    let on_record = References(registry);
    on_record.parties_and_standards(act)?;
    on_record.instruments(act)?;
    on_record.procedures(act)?;
    on_record.objectives(act)?;
    on_record.agreements(act)?;
    on_record.surveillance(act)?;
    commodity::codes(act)
}

/// References of a certificate.
pub(super) fn certificate(registry: &Registry, certificate: &Certificate) -> Result<(), AdmitError> {
    let on_record = References(registry);
    certificate.products.iter().try_for_each(commodity::product)?;
    on_record.party(&certificate.holder)?;
    certificate.designating_party.iter().try_for_each(|code| on_record.jurisdiction(*code))?;
    certificate.responsible_persons_in.iter().try_for_each(|code| on_record.jurisdiction(*code))?;
    certificate.lawfully_marketed_in.iter().try_for_each(|code| on_record.jurisdiction(*code))?;
    certificate.report.iter().try_for_each(|report| on_record.party(&report.laboratory))?;
    certificate.conforms_to.iter().try_for_each(|act| on_record.act_reference(act))
}

/// References of a change to a certificate.
pub(super) fn change(registry: &Registry, change: &CertificateChange) -> Result<(), AdmitError> {
    let on_record = References(registry);
    match &change.change {
        Change::Amended(content) => certificate(registry, content),
        Change::ScopeReduced { products, conforms_to } => {
            products.iter().try_for_each(commodity::product)?;
            conforms_to.iter().try_for_each(|act| on_record.act_reference(act))
        }
        Change::HolderChanged { holder } => on_record.party(holder),
        Change::Transferred { to } => on_record.party(to),
        Change::Suspended {} | Change::Restored {} | Change::Withdrawn { .. } | Change::Expired {} => Ok(()),
    }
}

struct References<'r>(&'r Registry);

impl References<'_> {
    /// A key that signs checkpoints of this log, and is new to it. A log whose keys cannot be read is checked by nobody.
    fn log_key(&self, text: &str) -> Result<(), AdmitError> {
        let origin = self.0.genesis().map(|genesis| genesis.origin.clone()).unwrap_or_default();
        let refused = |reason: String| AdmitError::LogKey { origin: origin.clone(), reason };
        let key: VerifierKey = text.parse().map_err(|error: tlog::KeyError| refused(error.to_string()))?;
        if key.name() != origin {
            return Err(refused(format!("it is named `{}`", key.name())));
        }
        if key.kind() != SignatureKind::Ed25519 {
            return Err(refused("it makes cosignatures".to_owned()));
        }
        let fresh = self.0.log_keys().iter().all(|(_, known)| known != text);
        fresh_or(fresh, "log key", &text, "nothing needs to be done")
    }

    fn parties_and_standards(&self, act: &Act) -> Result<(), AdmitError> {
        match act {
            Act::CountryRegistered(act) => self.new_code(act.country),
            Act::GroupRegistered(act) => self.new_code(act.group),
            Act::MembershipStated(act) => {
                self.group(act.group)?;
                act.members.iter().try_for_each(|member| self.jurisdiction(*member))
            }
            Act::PartyRegistered(act) => {
                self.jurisdiction(act.country)?;
                let fresh = self.0.party(&act.party).is_none();
                fresh_or(fresh, "party", &act.party, "add keys with `key.added`; a party is registered once")
            }
            Act::LogKeyAdded(act) => self.log_key(&act.log_key),
            Act::KeyAdded(act) => {
                self.party(&act.party)?;
                let fresh = self.0.key(&act.party, &act.key.kid).is_none();
                fresh_or(fresh, "key", &act.key.kid, "give the key another `kid`")
            }
            Act::KeyRotated(act) => {
                self.open_key(&act.party, &act.old)?;
                let fresh = self.0.key(&act.party, &act.key.kid).is_none();
                fresh_or(fresh, "key", &act.key.kid, "give the key another `kid`")
            }
            Act::KeyRevoked(act) => self.open_key(&act.party, &act.key_id),
            Act::MandateGiven(act) => {
                self.party(&act.to)?;
                act.on_behalf_of.iter().try_for_each(|code| self.jurisdiction(*code))
            }
            Act::MandateEnded(act) => self.party(&act.to),
            Act::OwnershipStated(act) => {
                self.party(&act.body)?;
                self.jurisdiction(act.owner_country)
            }
            Act::StandardAdopted(act) => self.jurisdiction(act.country),
            Act::StringencyStated(act) => self.jurisdiction(act.country),
            _ => Ok(()),
        }
    }

    fn instruments(&self, act: &Act) -> Result<(), AdmitError> {
        match act {
            Act::RegulationAdopted(act) => {
                self.jurisdiction(act.country)?;
                let fresh = self.0.regulation(&act.regulation).is_none();
                fresh_or(
                    fresh,
                    "regulation",
                    &act.regulation,
                    "state a new edition with `regulation.amended`",
                )
            }
            Act::RegulationAmended(act) => self.regulation(&act.regulation),
            Act::RegulationRepealed(act) => self.regulation(&act.regulation),
            Act::OwnershipBarred(act) => {
                self.jurisdiction(act.country)?;
                act.regulations.iter().try_for_each(|id| self.regulation(id))
            }
            _ => Ok(()),
        }
    }

    fn agreements(&self, act: &Act) -> Result<(), AdmitError> {
        match act {
            Act::AgreementConcluded(act) => {
                act.parties.iter().try_for_each(|party| self.jurisdiction(*party))?;
                act.depositary.iter().try_for_each(|party| self.party(party))?;
                let fresh = self.0.agreement(&act.agreement).is_none();
                fresh_or(fresh, "agreement", &act.agreement, "amend its annexes, or give another identifier")
            }
            Act::AgreementConcurred(act) => {
                let known =
                    super::digest_of(&act.statement).is_some_and(|d| self.0.joint_acts.contains_key(&d));
                known_or(known, "the joint act with digest", &act.statement)
            }
            Act::AgreementAcceded(act) => {
                self.agreement(&act.agreement)?;
                self.jurisdiction(act.party)
            }
            Act::AgreementTerminated(act) => self.agreement(&act.agreement),
            Act::AnnexConcluded(act) => {
                self.agreement(&act.agreement)?;
                act.parties.iter().try_for_each(|party| self.jurisdiction(*party))?;
                let ends = act.directions.iter().flat_map(|direction| [direction.from, direction.to]);
                ends.into_iter().try_for_each(|party| self.jurisdiction(party))?;
                self.named_acts(&act.acts)?;
                let fresh = self.0.annex(&act.annex).is_none();
                fresh_or(fresh, "annex", &act.annex, "state a change with `annex.amended`")
            }
            Act::AnnexAmended(act) => {
                self.annex(&act.annex)?;
                self.named_acts(&act.acts_added)
            }
            Act::AnnexJoined(act) => {
                self.annex(&act.annex)?;
                self.jurisdiction(act.party)
            }
            Act::AnnexSuspended(act) => self.annex(&act.annex),
            Act::AnnexRestored(act) => self.annex(&act.annex),
            Act::AnnexTerminated(act) => self.annex(&act.annex),
            Act::EquivalenceDeclared(act) => {
                self.annex(&act.annex)?;
                self.act_reference(&act.first)?;
                self.act_reference(&act.second)?;
                let fresh = !self.0.equivalence_annex.contains_key(&act.equivalence);
                fresh_or(
                    fresh,
                    "equivalence",
                    &act.equivalence,
                    "revoke it first, or give another identifier",
                )
            }
            Act::EquivalenceRevoked(act) => known_or(
                self.0.equivalence_annex.contains_key(&act.equivalence),
                "the equivalence",
                &act.equivalence,
            ),
            Act::HarmonisedRegulationApplied(act) => {
                self.annex(&act.annex)?;
                self.jurisdiction(act.country)
            }
            Act::AlignmentConfirmed(act) => {
                self.annex(&act.annex)?;
                self.jurisdiction(act.country)
            }
            Act::ExemptionStated(act) => self.annex(&act.annex),
            Act::RefusalReasoned(act) => self.annex(&act.annex),
            Act::SchemeJoined(act) => {
                self.annex(&act.scheme)?;
                self.party(&act.member)?;
                self.jurisdiction(act.country)
            }
            Act::DifferenceDeclared(act) => {
                self.annex(&act.scheme)?;
                self.jurisdiction(act.country)
            }
            _ => Ok(()),
        }
    }

    fn surveillance(&self, act: &Act) -> Result<(), AdmitError> {
        match act {
            Act::BodyDesignated(act) => {
                self.party(&act.body)?;
                self.jurisdiction(act.country)?;
                self.any_act(&act.instrument)
            }
            Act::BodyListed(act) => {
                self.party(&act.body)?;
                self.annex(&act.annex)?;
                self.jurisdiction(act.designated_by)
            }
            Act::BodyStatusChanged(act) => {
                self.party(&act.body)?;
                self.any_act(&act.instrument)
            }
            Act::AccreditationGranted(act) => {
                self.party(&act.accreditation_body)?;
                self.party(&act.body)
            }
            Act::AccreditationChanged(act) => known_or(
                self.0.accreditation(&act.accreditation).is_some(),
                "the accreditation",
                &act.accreditation,
            ),
            Act::AccreditationRecognised(act) => {
                self.jurisdiction(act.country)?;
                self.party(&act.accreditation_body)
            }
            Act::CertificatesIssued(act) => self.party(&act.issuer),
            Act::CertificatesChanged(act) => self.party(&act.issuer),
            Act::MeasureTaken(act) => {
                self.jurisdiction(act.country)?;
                act.objective.iter().try_for_each(|id| self.objective(id))?;
                self.target(&act.against)?;
                let fresh = self.0.measure(&act.measure).is_none_or(|m| {
                    m.taken.known(self.0.knowledge()).all(|fact| fact.value.country == act.country)
                });
                fresh_or(
                    fresh,
                    "measure",
                    &act.measure,
                    "give another identifier; this one is another country's",
                )
            }
            Act::MeasureLifted(act) => {
                let own = self.0.measure(&act.measure).is_some_and(|m| {
                    m.taken.known(self.0.knowledge()).any(|fact| fact.value.country == act.country)
                });
                known_or(own, "the measure", &act.measure)
            }
            Act::SuspicionReported(act) => {
                self.party(&act.reporter)?;
                self.target(&act.against)
            }
            Act::RecognitionDecided(act) => {
                self.jurisdiction(act.country)?;
                act.bodies.iter().try_for_each(|body| self.party(body))?;
                self.own_decision(&act.decision, act.country)?;
                act.requirements.iter().try_for_each(|id| self.any_act(id))
            }
            Act::RecognitionRevoked(act) => {
                known_or(self.0.prior_decision(&act.decision).is_some(), "the decision", &act.decision)?;
                self.own_decision(&act.decision, act.country)
            }
            Act::AcceptanceStated(act) => {
                self.jurisdiction(act.country)?;
                self.jurisdiction(act.designating_party)?;
                self.own_decision(&act.acceptance, act.country)?;
                act.requirements.iter().try_for_each(|id| self.any_act(id))
            }
            Act::CoverageStated(act) => {
                self.jurisdiction(act.country)?;
                self.any_act(&act.scheme)
            }
            _ => Ok(()),
        }
    }

    fn jurisdiction(&self, code: Jurisdiction) -> Result<(), AdmitError> {
        known_or(self.0.knows(code), "the country or group", &code)
    }

    fn group(&self, code: Jurisdiction) -> Result<(), AdmitError> {
        known_or(self.0.group(code).is_some(), "the group", &code)
    }

    fn new_code(&self, code: Jurisdiction) -> Result<(), AdmitError> {
        let reserved = code == crate::NO_COUNTRY || code == crate::EVERY_PARTY;
        fresh_or(
            !self.0.knows(code) && !reserved,
            "country or group",
            &code,
            "use the code as it is registered",
        )
    }

    fn party(&self, party: &PartyId) -> Result<(), AdmitError> {
        known_or(self.0.party(party).is_some(), "the party", party)
    }

    fn open_key(&self, party: &PartyId, key_id: &str) -> Result<(), AdmitError> {
        self.party(party)?;
        let open = self.0.key(party, key_id).is_some_and(|key| key.revoked_at.is_none());
        known_or(open, "the key in force", &key_id)
    }

    fn regulation(&self, id: &InstrumentId) -> Result<(), AdmitError> {
        known_or(self.0.regulation(id).is_some(), "the regulation", id)
    }

    fn objective(&self, id: &InstrumentId) -> Result<(), AdmitError> {
        known_or(self.0.objective(id).is_some(), "the objective", id)
    }

    fn additional(&self, id: &InstrumentId) -> Result<(), AdmitError> {
        known_or(self.0.additional(id).is_some(), "the additional requirement", id)
    }

    fn agreement(&self, id: &InstrumentId) -> Result<(), AdmitError> {
        known_or(self.0.agreement(id).is_some(), "the agreement", id)
    }

    fn annex(&self, id: &InstrumentId) -> Result<(), AdmitError> {
        known_or(self.0.annex(id).is_some(), "the annex", id)
    }

    /// Anything that a certificate can state conformity to or a body can be designated for.
    fn any_act(&self, id: &InstrumentId) -> Result<(), AdmitError> {
        let registry = self.0;
        let known = registry.regulation(id).is_some()
            || registry.annex(id).is_some()
            || registry.objective(id).is_some()
            || registry.additional(id).is_some();
        known_or(known, "the regulation, annex, objective or requirement", id)
    }

    fn act_reference(&self, reference: &ActReference) -> Result<(), AdmitError> {
        self.any_act(&reference.act)
    }

    fn named_acts(&self, named: &[NamedActs]) -> Result<(), AdmitError> {
        for entry in named {
            self.jurisdiction(entry.party)?;
            entry.acts.iter().try_for_each(|act| self.act_reference(act))?;
        }
        Ok(())
    }

    fn own_decision(&self, id: &InstrumentId, country: Jurisdiction) -> Result<(), AdmitError> {
        let own = self.0.prior_decision(id).is_none_or(|record| {
            record.decided.known(self.0.knowledge()).all(|fact| fact.value.country == country)
        });
        fresh_or(own, "decision", id, "give another identifier; this one is another country's")
    }

    fn target(&self, target: &Target) -> Result<(), AdmitError> {
        target.origins.iter().try_for_each(|code| self.jurisdiction(*code))
    }
}

fn known_or(known: bool, kind: &'static str, id: &dyn ToString) -> Result<(), AdmitError> {
    if known { Ok(()) } else { Err(AdmitError::UnknownReference { kind, id: id.to_string() }) }
}

fn fresh_or(
    fresh: bool,
    kind: &'static str,
    id: &dyn ToString,
    instead: &'static str,
) -> Result<(), AdmitError> {
    if fresh { Ok(()) } else { Err(AdmitError::AlreadyExists { kind, id: id.to_string(), instead }) }
}
