//! Who may sign which act: the table. One arm for each act, in the order of the acts.
//!
//! The table says who is entitled in terms of the act alone; the registry answers, from its state, whether a signer
//! is one of them. One of several is enough.

use std::fmt;

use model::{InstrumentId, Jurisdiction, MandateScope, PartyId, PartyKind};

use crate::act::{AcceptanceStated, Act, CoverageStated, RecognitionDecided, RecognitionRevoked};
use crate::payload::Subject;

/// Somebody who may sign an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entitled {
    /// The registrar of this registry.
    Registrar,
    /// This party.
    Party(PartyId),
    /// This party, if it is of one of these kinds.
    PartyOfKind {
        /// Which party.
        party: PartyId,
        /// Kinds that it may be of.
        kinds: &'static [PartyKind],
    },
    /// A party of this kind.
    Kind(PartyKind),
    /// A party of this kind that is established there.
    KindIn(PartyKind, Jurisdiction),
    /// A holder of a mandate of this scope on behalf of a country or group.
    Mandate {
        /// On whose behalf.
        on_behalf_of: Jurisdiction,
        /// Scope.
        scope: MandateScope,
    },
    /// A holder of a mandate on behalf of the country in which a party is established.
    MandateForCountryOfParty {
        /// Which party.
        party: PartyId,
        /// Scope.
        scope: MandateScope,
    },
    /// A holder of a mandate on behalf of the country whose law a regulation is.
    MandateForOwnerOfRegulation {
        /// Which regulation.
        regulation: InstrumentId,
        /// Scope.
        scope: MandateScope,
    },
    /// A holder of a mandate of this scope, on whomever's behalf.
    AnyMandate {
        /// Scope.
        scope: MandateScope,
    },
    /// A holder of a mandate on behalf of any of the parties of an agreement.
    MandateForAnyPartyOf {
        /// Which agreement.
        joint: Joint,
        /// Scope.
        scope: MandateScope,
    },
    /// The depositary that an agreement names, with a mandate of scope `deposit`.
    DepositaryOf(Joint),
    /// This party, which the act names as depositary, with a mandate of scope `deposit`.
    NamedDepositary(PartyId),
}

/// How an act points at an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Joint {
    /// By its identifier.
    Agreement(InstrumentId),
    /// By one of its annexes.
    Annex(InstrumentId),
    /// By the statement that carries the agreement or annex: SHA-256 in hexadecimal.
    Statement(String),
}

const ISSUERS: &[PartyKind] =
    &[PartyKind::ConformityAssessmentBody, PartyKind::Supplier, PartyKind::Authority];
const STANDARDIZERS: &[PartyKind] = &[PartyKind::StandardizingBody];
const ACCREDITORS: &[PartyKind] = &[PartyKind::AccreditationBody];

/// Who may sign an act. The registry adds what holds for every act: that the log is open, that the key is in force
/// and, for `registry.opened`, that it is the first statement and signed with a key that it carries.
pub fn who_may_sign(act: &Act) -> Vec<Entitled> {
    use Entitled::{DepositaryOf, NamedDepositary, Party, Registrar};
    use Joint::{Agreement, Annex, Statement};
    use MandateScope::{Accredit, Agree, Coordinate, Designate, Regulate, Survey};

    match act {
        Act::RegistryOpened(a) => vec![Party(a.registrar.clone())],
        Act::LogKeyAdded(_) | Act::CountryRegistered(_) | Act::GroupRegistered(_) => vec![Registrar],
        Act::MembershipStated(a) => vec![Registrar, mandate(a.group, Agree)],
        Act::PartyRegistered(a) => vec![Registrar, mandate(a.country, Coordinate)],
        Act::KeyAdded(a) => vec![Party(a.party.clone()), Registrar],
        Act::KeyRotated(a) => vec![Party(a.party.clone()), Registrar],
        Act::KeyRevoked(a) => vec![
            Party(a.party.clone()),
            Registrar,
            Entitled::MandateForCountryOfParty { party: a.party.clone(), scope: Coordinate },
        ],
        Act::MandateGiven(a) => mandates(a.on_behalf_of, &a.scopes),
        Act::MandateEnded(a) => mandates(a.on_behalf_of, &a.scopes),
        Act::OwnershipStated(a) => vec![Party(a.body.clone()), Entitled::AnyMandate { scope: Designate }],

        Act::StandardPublished(_) | Act::StandardRevised(_) | Act::StandardWithdrawn(_) => standardizers(),
        Act::StandardAdopted(a) => {
            vec![mandate(a.country, Regulate), Entitled::KindIn(PartyKind::StandardizingBody, a.country)]
        }
        Act::StringencyStated(a) => vec![mandate(a.country, Regulate)],
        Act::CorrelationStated(_) => vec![Registrar, secretariat()],

        Act::RegulationProposed(a) => vec![mandate(a.country, Regulate)],
        Act::RegulationAdopted(a) => vec![mandate(a.country, Regulate)],
        Act::RegulationAmended(a) => vec![owner_of(&a.regulation)],
        Act::RegulationRepealed(a) => vec![owner_of(&a.regulation)],
        Act::OwnershipBarred(a) => vec![mandate(a.country, Regulate)],

        Act::NeedIdentified(a) => regulators_and_secretariat(a.country),
        Act::InterestStated(a) => vec![mandate(a.country, Agree)],
        Act::CallMade(a) => a.countries.iter().map(|country| mandate(*country, Agree)).collect(),
        Act::CallTransmitted(_) | Act::InvitationSent(_) | Act::InterpretationPublished(_) => {
            vec![secretariat()]
        }
        Act::CallAnswered(a) => vec![mandate(a.country, Agree)],
        Act::TaskForceFormed(a) => vec![mandate(a.convenor, Agree), secretariat()],
        Act::TaskForceJoined(a) => vec![mandate(a.country, Agree)],
        Act::TaskForceLeft(a) => vec![mandate(a.country, Agree)],
        Act::TaskForceReported(a) => vec![mandate(a.by, Agree), secretariat()],
        Act::StandardsExplored(a) => vec![mandate(a.by, Agree), mandate(a.by, Regulate)],
        Act::StandardWorkRequested(a) => vec![mandate(a.by, Agree), mandate(a.by, Regulate)],
        Act::StandardWorkUpdated(a) => vec![of_kind(&a.body, STANDARDIZERS), secretariat()],
        Act::ConflictingActivityNoted(a) => vec![mandate(a.by, Agree), mandate(a.by, Regulate)],
        Act::DraftFiled(a) => vec![mandate(a.by, Agree)],
        Act::PracticeAssessed(a) => vec![mandate(a.by, Agree), mandate(a.by, Regulate)],
        Act::CommentsOpened(a) => vec![mandate(a.by, Agree), secretariat()],
        Act::CommentsPublished(a) => vec![mandate(a.by, Agree), secretariat()],
        Act::CommentsAnswered(a) => vec![mandate(a.by, Agree), secretariat()],
        Act::DraftAgreed(a) => vec![mandate(a.country, Agree)],
        Act::ObjectiveSubmitted(a) => vec![mandate(a.by, Agree)],
        Act::ObjectiveEstablished(_) => vec![secretariat()],
        Act::ObjectiveAgreed(a) => vec![mandate(a.country, Agree)],
        Act::ObjectiveAnnounced(a) => vec![mandate(a.country, Agree)],
        Act::ObjectiveAdopted(a) => vec![mandate(a.country, Agree)],
        Act::ObjectiveStatusReported(a) => vec![mandate(a.country, Agree)],
        Act::ObjectiveAccepted(a) => vec![mandate(a.country, Agree)],
        Act::RecognisedBodyDesignated(a) => vec![mandate(a.country, Designate)],
        Act::RecognisedBodyWithdrawn(a) => vec![mandate(a.country, Designate)],
        Act::AdditionalRequirementImposed(a) => vec![mandate(a.country, Agree)],
        Act::AdditionalRequirementLifted(a) => vec![mandate(a.country, Agree)],
        Act::AdditionalRequirementAnswered(a) => vec![mandate(a.country, Agree)],
        Act::CounterMeasureTaken(a) => vec![mandate(a.country, Agree)],
        Act::CounterMeasureLifted(a) => vec![mandate(a.country, Agree)],

        Act::AgreementConcluded(a) => {
            let parties = a.parties.iter().map(|party| mandate(*party, Agree));
            parties.chain(a.depositary.clone().map(NamedDepositary)).collect()
        }
        Act::AgreementConcurred(a) => {
            vec![mandate(a.party, Agree), DepositaryOf(Statement(a.statement.clone()))]
        }
        Act::AgreementAcceded(a) => {
            vec![mandate(a.party, Agree), DepositaryOf(Agreement(a.agreement.clone()))]
        }
        Act::AgreementTerminated(a) => {
            vec![mandate(a.party, Agree), DepositaryOf(Agreement(a.agreement.clone()))]
        }
        Act::AnnexConcluded(a) => joint(Agreement(a.agreement.clone()), Agree),
        Act::AnnexAmended(a) => joint(Annex(a.annex.clone()), Agree),
        Act::AnnexJoined(a) => vec![mandate(a.party, Agree), DepositaryOf(Annex(a.annex.clone()))],
        Act::AnnexSuspended(a) => vec![mandate(a.by, Agree)],
        Act::AnnexRestored(a) => vec![mandate(a.by, Agree)],
        Act::AnnexTerminated(a) => vec![mandate(a.party, Agree)],
        Act::EquivalenceDeclared(a) => joint(Annex(a.annex.clone()), Agree),
        Act::EquivalenceRevoked(a) => vec![mandate(a.party, Agree)],
        Act::HarmonisedRegulationApplied(a) => {
            vec![mandate(a.country, Agree), DepositaryOf(Annex(a.annex.clone()))]
        }
        Act::AlignmentConfirmed(a) => vec![mandate(a.by, Agree)],
        Act::ExemptionStated(a) => vec![mandate(a.country, Regulate)],
        Act::RefusalReasoned(a) => vec![mandate(a.country, Survey), mandate(a.country, Regulate)],

        Act::BodyDesignated(a) => vec![mandate(a.country, Designate)],
        Act::BodyListed(a) => joint(Annex(a.annex.clone()), Designate),
        Act::BodyStatusChanged(a) => vec![mandate(a.country, Designate)],
        Act::AccreditationGranted(a) => vec![of_kind(&a.accreditation_body, ACCREDITORS)],
        Act::AccreditationChanged(a) => vec![of_kind(&a.accreditation_body, ACCREDITORS)],
        Act::AccreditationRecognised(a) => vec![mandate(a.country, Accredit)],
        Act::SchemeJoined(a) => vec![Party(a.member.clone()), mandate(a.country, Accredit)],
        Act::DifferenceDeclared(a) => vec![mandate(a.country, Regulate), mandate(a.country, Accredit)],
        Act::CertificatesIssued(a) => vec![of_kind(&a.issuer, ISSUERS)],
        Act::CertificatesChanged(a) => vec![of_kind(&a.issuer, ISSUERS)],

        Act::MeasureTaken(a) => vec![mandate(a.country, Survey)],
        Act::MeasureDeclared(a) => vec![mandate(a.country, Survey), mandate(a.country, Agree)],
        Act::MeasureLifted(a) => vec![mandate(a.country, Survey)],
        Act::SuspicionReported(a) => vec![Party(a.reporter.clone())],
        Act::RecognitionDecided(RecognitionDecided { country, .. })
        | Act::RecognitionRevoked(RecognitionRevoked { country, .. })
        | Act::AcceptanceStated(AcceptanceStated { country, .. })
        | Act::CoverageStated(CoverageStated { country, .. }) => vec![mandate(*country, Regulate)],
    }
}

/// Whether a recorder with a mandate of scope `record` may report the act of somebody who does not sign.
///
/// Keys and mandates are what trust rests on, so nobody reports those.
pub fn may_be_reported(act: &Act) -> bool {
    !matches!(
        act,
        Act::RegistryOpened(_)
            | Act::LogKeyAdded(_)
            | Act::KeyAdded(_)
            | Act::KeyRotated(_)
            | Act::KeyRevoked(_)
            | Act::MandateGiven(_)
            | Act::MandateEnded(_)
    )
}

impl Entitled {
    /// On whose behalf somebody so entitled acts, where the act alone says it: the subjects on whose behalf a
    /// recorder may report it. `None` where the registry must look.
    pub fn subject(&self) -> Option<Subject> {
        match self {
            Self::Party(party) | Self::PartyOfKind { party, .. } | Self::NamedDepositary(party) => {
                Some(Subject::Party(party.clone()))
            }
            Self::KindIn(_, country) | Self::Mandate { on_behalf_of: country, .. } => {
                Some(Subject::Jurisdiction(*country))
            }
            Self::Registrar
            | Self::Kind(_)
            | Self::MandateForCountryOfParty { .. }
            | Self::MandateForOwnerOfRegulation { .. }
            | Self::AnyMandate { .. }
            | Self::MandateForAnyPartyOf { .. }
            | Self::DepositaryOf(_) => None,
        }
    }
}

impl fmt::Display for Entitled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Registrar => f.write_str("the registrar"),
            Self::Party(party) => write!(f, "`{party}` itself"),
            Self::PartyOfKind { party, kinds } => {
                let kinds: Vec<_> = kinds.iter().map(|kind| format!("`{kind}`")).collect();
                write!(f, "`{party}` itself, as a party of kind {}", kinds.join(" or "))
            }
            Self::Kind(kind) => write!(f, "a party of kind `{kind}`"),
            Self::KindIn(kind, country) => write!(f, "a party of kind `{kind}` established in {country}"),
            Self::Mandate { on_behalf_of, scope } => {
                write!(f, "a holder of the mandate `{scope}` for {on_behalf_of}")
            }
            Self::MandateForCountryOfParty { party, scope } => {
                write!(f, "a holder of the mandate `{scope}` for the country of `{party}`")
            }
            Self::MandateForOwnerOfRegulation { regulation, scope } => {
                write!(f, "a holder of the mandate `{scope}` for the country whose law `{regulation}` is")
            }
            Self::AnyMandate { scope } => write!(f, "a holder of any mandate `{scope}`"),
            Self::MandateForAnyPartyOf { joint, scope } => {
                write!(f, "a holder of the mandate `{scope}` for any party of {joint}")
            }
            Self::DepositaryOf(joint) => write!(f, "the depositary of {joint}"),
            Self::NamedDepositary(party) => write!(f, "`{party}` as depositary, with the mandate `deposit`"),
        }
    }
}

impl fmt::Display for Joint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Agreement(agreement) => write!(f, "the agreement `{agreement}`"),
            Self::Annex(annex) => write!(f, "the agreement of annex `{annex}`"),
            Self::Statement(_) => f.write_str("the agreement in the statement that is concurred in"),
        }
    }
}

fn mandate(on_behalf_of: Jurisdiction, scope: MandateScope) -> Entitled {
    Entitled::Mandate { on_behalf_of, scope }
}

fn regulators_and_secretariat(country: Jurisdiction) -> Vec<Entitled> {
    use MandateScope::{Agree, Regulate};
    vec![mandate(country, Regulate), mandate(country, Agree), secretariat()]
}

fn secretariat() -> Entitled {
    Entitled::AnyMandate { scope: MandateScope::Secretariat }
}

/// Who gives and ends mandates: the coordinator of a country hands on every scope but its own.
fn mandates(on_behalf_of: Option<Jurisdiction>, scopes: &[MandateScope]) -> Vec<Entitled> {
    match on_behalf_of {
        Some(country) if !scopes.contains(&MandateScope::Coordinate) => {
            vec![Entitled::Registrar, mandate(country, MandateScope::Coordinate)]
        }
        _ => vec![Entitled::Registrar],
    }
}

fn standardizers() -> Vec<Entitled> {
    vec![Entitled::Kind(PartyKind::StandardizingBody), Entitled::Registrar]
}

fn owner_of(regulation: &InstrumentId) -> Entitled {
    Entitled::MandateForOwnerOfRegulation { regulation: regulation.clone(), scope: MandateScope::Regulate }
}

fn joint(joint: Joint, scope: MandateScope) -> Vec<Entitled> {
    vec![Entitled::MandateForAnyPartyOf { joint: joint.clone(), scope }, Entitled::DepositaryOf(joint)]
}

fn of_kind(party: &PartyId, kinds: &'static [PartyKind]) -> Entitled {
    Entitled::PartyOfKind { party: party.clone(), kinds }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::file::{Format, read};
    use crate::template;

    fn act(name: &str, from: &str, to: &str) -> Act {
        let text = template(name).unwrap().replace(from, to);
        read(&text, Format::Toml, None).unwrap().remove(0).payload.act
    }

    fn signers(name: &str, from: &str, to: &str) -> Vec<String> {
        who_may_sign(&act(name, from, to)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_act_is_somebodys() {
        for name in Act::NAMES {
            assert!(!who_may_sign(&act(name, "", "")).is_empty(), "{name}");
        }
    }

    #[test]
    fn only_the_registrar_makes_a_coordinator_or_a_mandate_for_all() {
        let given = |from: &str, to: &str| signers("mandate.given", from, to);
        assert_eq!(given("", ""), ["the registrar", "a holder of the mandate `coordinate` for FR"]);
        assert_eq!(given(r#"["regulate", "survey"]"#, r#"["regulate", "coordinate"]"#), ["the registrar"]);
        let for_all =
            template("mandate.given").unwrap().replace(r#"["regulate", "survey"]"#, r#"["record"]"#);
        let for_all =
            for_all.lines().filter(|line| !line.starts_with("on_behalf_of")).collect::<Vec<_>>().join("\n");
        let act = read(&for_all, Format::Toml, None).unwrap().remove(0).payload.act;
        assert_eq!(who_may_sign(&act), [Entitled::Registrar]);
    }

    #[test]
    fn nobody_binds_another() {
        // Whoever ends, suspends or leaves speaks for the party that the act names, and for no other.
        for (name, party) in [
            ("agreement.concurred", "JP"),
            ("agreement.terminated", "JP"),
            ("annex.suspended", "JP"),
            ("annex.terminated", "JP"),
            ("equivalence.revoked", "JP"),
            ("objective.agreed", "FR"),
        ] {
            let bound = who_may_sign(&act(name, "", "")).into_iter().filter_map(|entitled| match entitled {
                Entitled::Mandate { on_behalf_of, .. } => Some(on_behalf_of.to_string()),
                _ => None,
            });
            assert_eq!(bound.collect::<Vec<_>>(), [party], "{name}");
        }
    }

    #[test]
    fn an_agreement_is_stated_by_any_party_or_its_depositary() {
        let found = signers("agreement.concluded", "", "");
        assert_eq!(
            found,
            [
                "a holder of the mandate `agree` for EU",
                "a holder of the mandate `agree` for JP",
                "`did:web:depositary.example` as depositary, with the mandate `deposit`",
            ]
        );
    }

    #[test]
    fn a_report_names_the_subject_whose_act_it_is() {
        let subjects = |name: &str| -> Vec<_> {
            let entitled = who_may_sign(&act(name, "", ""));
            entitled.iter().filter_map(Entitled::subject).map(|subject| subject.to_string()).collect()
        };
        assert_eq!(subjects("certificates.issued"), ["did:web:lab.example"]);
        assert_eq!(subjects("regulation.adopted"), ["EU"]);
        // Whose regulation it is, only the registry knows.
        assert!(subjects("regulation.amended").is_empty());
    }
}
