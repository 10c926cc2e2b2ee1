//! The registry's state: reference facts in memory, indexed the way decisions and pages ask for them.
//!
//! Publishing a change costs O(change): a version of every map is taken in constant time, changed, and put in the place
//! of the former one, while readers keep theirs. Facts are the acts themselves (wire version `v1`):
//! when a later version of an act appears, `apply` lifts the older one into it.

use std::sync::Arc;

use model::{
    Date, HsCode, HsEdition, InstrumentId, Jurisdiction, LogIndex, MandateScope, PartyId, StandardReference,
};
use statement::act;
use statement::keys::PublicKey;

use crate::facts::{Compromise, Facts, Knowledge};
use crate::journal::{JournalEntry, JournalKind};
use crate::map::Map;
use crate::objective_text::ObjectiveText;
use crate::product_index::ProductIndex;
use crate::target_index::TargetIndex;

pub(crate) fn map<K: Eq + std::hash::Hash, V>() -> Map<K, V> {
    Map::default()
}

/// A table of codes of one edition with the codes of another to which each corresponds.
pub(crate) type Correlations = Map<HsCode, Vec<HsCode>>;

/// A key of a party, with the positions between which it signs.
#[derive(Clone, Debug)]
pub struct KeyRecord {
    /// Number of the key in this registry; facts name it.
    pub number: u32,
    /// The key.
    pub key: PublicKey,
    /// Position from which on it signs.
    pub added_at: LogIndex,
    /// Position from which on it does not.
    pub revoked_at: Option<LogIndex>,
}

/// A registered party.
#[derive(Clone, Debug)]
pub struct PartyRecord {
    /// What was registered.
    pub registered: Arc<act::PartyRegistered>,
    /// Where.
    pub at: LogIndex,
    /// Its keys, revoked ones included.
    pub keys: Vec<KeyRecord>,
}

/// A mandate, or the end of one.
#[derive(Clone, Debug)]
pub struct Mandate {
    /// For whom it speaks; `None` for every country and group.
    pub on_behalf_of: Option<Jurisdiction>,
    /// In which acts.
    pub scope: MandateScope,
}

/// An edition of a regulation, or of an additional requirement.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its name.
    pub name: String,
    /// What it requires.
    pub requirement: act::Requirement,
    /// First day on which assessments to the edition before are no longer good.
    pub former_edition_until: Option<Date>,
}

/// A regulation with its editions.
#[derive(Clone, Debug)]
pub struct Regulation {
    /// The act of its adoption.
    pub adopted: Arc<act::RegulationAdopted>,
    /// Where it was first stated.
    pub at: LogIndex,
    /// Editions, each from its day of application.
    pub editions: Facts<Edition>,
    /// Repeals.
    pub repeals: Facts<act::RegulationRepealed>,
}

/// An objective with its versions.
#[derive(Clone, Debug)]
pub struct Objective {
    /// Versions, each from the day of its establishment.
    pub versions: Facts<ObjectiveText>,
    /// Parties that agreed, adopted or accept.
    pub commitments: Map<Jurisdiction, Facts<Commitment>>,
    /// Recognised bodies.
    pub bodies: Map<PartyId, Facts<act::RecognisedBodyDesignated>>,
    /// Ends of designations of recognised bodies.
    pub bodies_withdrawn: Map<PartyId, Facts<act::RecognisedBodyWithdrawn>>,
}

/// How a country is bound by an objective.
#[derive(Clone, Debug, PartialEq)]
pub enum Commitment {
    /// It agreed: an undertaking (L 17).
    Agreed(act::ObjectiveAgreed),
    /// It adopted: law from the date of application (annex C 4.2).
    Adopted(act::ObjectiveAdopted),
    /// It accepts without adoption (annex C 4.4).
    Accepted(act::ObjectiveAccepted),
}

/// Which parties a joint act binds.
#[derive(Clone, Debug, Default)]
pub struct Bound {
    /// The statement that binds all its parties: a depositary made it, or a recorder reported it.
    pub(crate) all: Option<BoundBy>,
    /// Parties that signed it themselves.
    pub(crate) parties: Vec<(Jurisdiction, BoundBy)>,
}

/// The statement by which a party is bound.
#[derive(Clone, Copy, Debug)]
pub struct BoundBy {
    /// Position of the statement.
    pub at: LogIndex,
    /// Number of the key that signed it, for the case that the key turns out to have been compromised.
    pub(crate) key: u32,
    /// Whether a recorder reported it.
    pub reported: bool,
}

impl Bound {
    /// The known statement by which all its parties are bound.
    pub fn all(&self, knowledge: Knowledge<'_>) -> Option<BoundBy> {
        self.all.filter(|by| knowledge.sees(by.at, by.key))
    }

    /// The known statement by which a party is bound: its own signature, or one that binds all.
    pub fn by(&self, party: Jurisdiction, knowledge: Knowledge<'_>) -> Option<BoundBy> {
        let own = self.signed(knowledge).find(|(code, _)| *code == party).map(|(_, by)| by);
        own.or_else(|| self.all(knowledge))
    }

    /// Parties that signed it themselves, as far as is known, each with its statement.
    pub fn signed(&self, knowledge: Knowledge<'_>) -> impl Iterator<Item = (Jurisdiction, BoundBy)> {
        self.parties.iter().copied().filter(move |(_, by)| knowledge.sees(by.at, by.key))
    }
}

/// An agreement.
#[derive(Clone, Debug)]
pub struct Agreement {
    /// The act of its conclusion.
    pub concluded: Arc<act::AgreementConcluded>,
    /// Where, and with which key.
    pub at: LogIndex,
    /// Number of the key that signed it.
    pub key: u32,
    /// Whom it binds.
    pub bound: Bound,
    /// Accessions.
    pub accessions: Facts<act::AgreementAcceded>,
    /// Ends.
    pub terminations: Facts<act::AgreementTerminated>,
    /// Its annexes.
    pub annexes: Vec<InstrumentId>,
}

/// An annex.
#[derive(Clone, Debug)]
pub struct Annex {
    /// The act of its conclusion.
    pub concluded: Arc<act::AnnexConcluded>,
    /// Where.
    pub at: LogIndex,
    /// Number of the key that signed it.
    pub key: u32,
    /// Whom it binds.
    pub bound: Bound,
    /// Amendments.
    pub amendments: Facts<act::AnnexAmended>,
    /// Parties that joined by themselves.
    pub joined: Facts<act::AnnexJoined>,
    /// Suspensions.
    pub suspensions: Facts<act::AnnexSuspended>,
    /// Ends of suspensions.
    pub restorations: Facts<act::AnnexRestored>,
    /// Ends.
    pub terminations: Facts<act::AnnexTerminated>,
    /// Equivalences declared under it.
    pub equivalences: Facts<act::EquivalenceDeclared>,
    /// Parties that apply it, for a harmonised regulation.
    pub applied: Map<Jurisdiction, Facts<act::HarmonisedRegulationApplied>>,
    /// Parties whose law is aligned.
    pub aligned: Map<Jurisdiction, Facts<act::AlignmentConfirmed>>,
    /// Exemptions from lawful marketing.
    pub exemptions: Facts<act::ExemptionStated>,
    /// Reasoned refusals of lawfully marketed goods.
    pub refusals: Facts<act::RefusalReasoned>,
    /// Members of a scheme, by country.
    pub members: Map<Jurisdiction, Facts<act::SchemeJoined>>,
    /// Declared differences, by country.
    pub differences: Map<Jurisdiction, Facts<act::DifferenceDeclared>>,
}

/// What a body may do under an instrument.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Designations or acceptances.
    pub designations: Facts<act::BodyDesignated>,
    /// Entries in the list of an annex.
    pub listings: Facts<act::BodyListed>,
    /// Contests, suspensions, withdrawals.
    pub events: Facts<act::BodyStatusChanged>,
}

/// An accreditation.
#[derive(Clone, Debug)]
pub struct Accreditation {
    /// What was granted; a later grant under the same identifier renews or extends it.
    pub granted: Facts<act::AccreditationGranted>,
    /// What happened since.
    pub events: Facts<act::AccreditationChanged>,
}

/// A series of a standard with its editions.
#[derive(Clone, Debug, Default)]
pub struct StandardSeries {
    /// Editions, from their publication.
    pub editions: Facts<act::StandardPublished>,
}

/// What became of one dated reference.
#[derive(Clone, Debug, Default)]
pub struct StandardFate {
    /// Replacements by other editions.
    pub revised: Facts<act::StandardRevised>,
    /// Withdrawals.
    pub withdrawn: Facts<act::StandardWithdrawn>,
    /// National and regional adoptions of this standard.
    pub adopted_as: Facts<act::StandardAdopted>,
    /// What this national or regional standard adopts.
    pub adopts: Facts<act::StandardAdopted>,
}

/// The state after a number of statements.
#[derive(Clone, Debug)]
pub struct Registry {
    pub(crate) size: u64,
    pub(crate) genesis: Option<Arc<act::RegistryOpened>>,
    pub(crate) log_keys: Vec<(LogIndex, String)>,
    pub(crate) key_count: u32,
    pub(crate) compromised: Arc<Vec<Compromise>>,
    /// SHA-256 of the statements of joint acts, for concurrences.
    pub(crate) joint_acts: Map<[u8; 32], JointAct>,

    pub(crate) countries: Map<Jurisdiction, (Arc<act::CountryRegistered>, LogIndex)>,
    pub(crate) groups: Map<Jurisdiction, (Arc<act::GroupRegistered>, LogIndex)>,
    pub(crate) memberships: Map<Jurisdiction, Facts<Jurisdiction>>,
    pub(crate) members: Map<Jurisdiction, Facts<Jurisdiction>>,
    pub(crate) parties: Map<PartyId, PartyRecord>,
    pub(crate) mandates: Map<PartyId, Facts<Mandate>>,
    pub(crate) mandate_ends: Map<PartyId, Facts<Mandate>>,
    pub(crate) ownership: Map<PartyId, Facts<act::OwnershipStated>>,

    pub(crate) standards: Map<Arc<str>, StandardSeries>,
    pub(crate) fates: Map<StandardReference, StandardFate>,
    pub(crate) stringency: Map<Arc<str>, Facts<act::StringencyStated>>,
    pub(crate) correlations: Map<(HsEdition, HsEdition), Facts<Correlations>>,

    pub(crate) regulations: Map<InstrumentId, Regulation>,
    pub(crate) regulation_index: ProductIndex<InstrumentId>,
    pub(crate) bars: Map<Jurisdiction, Facts<act::OwnershipBarred>>,

    pub(crate) objectives: Map<InstrumentId, Objective>,
    pub(crate) objective_index: ProductIndex<InstrumentId>,
    pub(crate) additional: Map<InstrumentId, AdditionalRequirement>,
    pub(crate) additional_by_country: Map<Jurisdiction, Vec<InstrumentId>>,
    pub(crate) counter_measures: Map<Jurisdiction, Facts<act::CounterMeasureTaken>>,
    /// Who took a counter-measure, and under which objective.
    pub(crate) counter_measure_of: Map<InstrumentId, (Jurisdiction, InstrumentId)>,
    pub(crate) counter_measures_lifted: Map<InstrumentId, Facts<act::CounterMeasureLifted>>,
    pub(crate) journal: Map<InstrumentId, (JournalKind, Facts<JournalEntry>)>,
    pub(crate) journals: Map<JournalKind, Facts<InstrumentId>>,
    /// Statements that cite a document, by its SHA-256.
    pub(crate) documents: Map<[u8; 32], Vec<LogIndex>>,

    pub(crate) agreements: Map<InstrumentId, Agreement>,
    pub(crate) annexes: Map<InstrumentId, Annex>,
    pub(crate) annex_index: ProductIndex<InstrumentId>,
    pub(crate) equivalence_annex: Map<InstrumentId, InstrumentId>,
    pub(crate) equivalence_revocations: Map<InstrumentId, Facts<act::EquivalenceRevoked>>,

    /// Of a body, by instrument: maps in maps, so that a look-up need not make a key of two parts.
    pub(crate) standings: Map<PartyId, Map<InstrumentId, Standing>>,
    pub(crate) instruments_of: Map<PartyId, Vec<InstrumentId>>,
    pub(crate) bodies_of: Map<InstrumentId, Vec<PartyId>>,
    pub(crate) accreditations: Map<InstrumentId, Accreditation>,
    pub(crate) accreditations_of: Map<PartyId, Vec<InstrumentId>>,
    pub(crate) accreditation_bodies: Map<Jurisdiction, Map<PartyId, Facts<act::AccreditationRecognised>>>,

    pub(crate) measures: Map<InstrumentId, MeasureRecord>,
    pub(crate) measure_index: TargetIndex,
    pub(crate) suspicions: Map<InstrumentId, Facts<act::SuspicionReported>>,
    pub(crate) suspicion_index: TargetIndex,

    pub(crate) prior_decisions: Map<InstrumentId, PriorDecision>,
    pub(crate) prior_index: ProductIndex<InstrumentId>,
    pub(crate) coverage: Map<InstrumentId, Map<Jurisdiction, Facts<act::CoverageStated>>>,
}

/// A joint act that waits for concurrences.
#[derive(Clone, Debug)]
pub(crate) enum JointAct {
    Agreement(InstrumentId),
    Annex(InstrumentId),
    /// A call for participation, in the journal of its procedure.
    Call(InstrumentId),
}

/// An additional requirement despite an objective (L 18).
#[derive(Clone, Debug)]
pub struct AdditionalRequirement {
    /// What was imposed.
    pub imposed: Facts<act::AdditionalRequirementImposed>,
    /// When it was lifted.
    pub lifted: Facts<act::AdditionalRequirementLifted>,
}

/// A measure with its end.
#[derive(Clone, Debug)]
pub struct MeasureRecord {
    /// What was taken.
    pub taken: Facts<act::MeasureTaken>,
    /// When it was lifted.
    pub lifted: Facts<act::MeasureLifted>,
}

/// A decision or acceptance of one country, in one shape.
#[derive(Clone, Debug)]
pub struct PriorDecision {
    /// What was decided.
    pub decided: Facts<act::RecognitionDecided>,
    /// Law on which an acceptance rests; empty for an individual decision.
    pub legal_basis: String,
    /// Revocations.
    pub revoked: Facts<act::RecognitionRevoked>,
}

impl Default for Registry {
    fn default() -> Self {
        Self {
            size: 0,
            genesis: None,
            log_keys: Vec::new(),
            key_count: 0,
            compromised: Arc::default(),
            joint_acts: map(),
            countries: map(),
            groups: map(),
            memberships: map(),
            members: map(),
            parties: map(),
            mandates: map(),
            mandate_ends: map(),
            ownership: map(),
            standards: map(),
            fates: map(),
            stringency: map(),
            correlations: map(),
            regulations: map(),
            regulation_index: ProductIndex::default(),
            bars: map(),
            objectives: map(),
            objective_index: ProductIndex::default(),
            additional: map(),
            additional_by_country: map(),
            counter_measures: map(),
            counter_measure_of: map(),
            counter_measures_lifted: map(),
            journal: map(),
            journals: map(),
            documents: map(),
            agreements: map(),
            annexes: map(),
            annex_index: ProductIndex::default(),
            equivalence_annex: map(),
            equivalence_revocations: map(),
            standings: map(),
            instruments_of: map(),
            bodies_of: map(),
            accreditations: map(),
            accreditations_of: map(),
            accreditation_bodies: map(),
            measures: map(),
            measure_index: TargetIndex::default(),
            suspicions: map(),
            suspicion_index: TargetIndex::default(),
            prior_decisions: map(),
            prior_index: ProductIndex::default(),
            coverage: map(),
        }
    }
}

impl Registry {
    /// Number of statements that made this state: the size of the log.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Says that the log is at least that long: statements that change nothing here were left out.
    pub fn grow_to(&mut self, size: u64) {
        self.size = self.size.max(size);
    }

    /// Everything that is known.
    pub fn knowledge(&self) -> Knowledge<'_> {
        self.knowledge_at(LogIndex(self.size.saturating_sub(1)))
    }

    /// What was known at a position of the log.
    pub fn knowledge_at(&self, at: LogIndex) -> Knowledge<'_> {
        Knowledge { at, compromised: &self.compromised }
    }

    /// The genesis statement's act, once there is one.
    pub fn genesis(&self) -> Option<&act::RegistryOpened> {
        self.genesis.as_deref()
    }

    /// Keys that sign checkpoints, with the positions from which on, oldest first.
    pub fn log_keys(&self) -> &[(LogIndex, String)] {
        &self.log_keys
    }
}
