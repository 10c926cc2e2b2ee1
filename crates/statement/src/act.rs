//! Acts: what a statement says, wire version `v1`: frozen, see `docs/statements.md`.
//!
//! An act is somebody's: of a country or group, of a party, of the registrar. Whether the signer may speak for that
//! somebody is the table in [`crate::who_may_sign`]; whether the act has legal effect on a day is computed later by
//! the rules of the law and never judged here.
//!
//! In every act a period is half-open: `from` is its first day, `until` the first day after it.

mod agreement;
mod body;
mod certificate;
mod documents;
mod measure;
mod objective;
mod party;
mod recognition;
mod regulation;
mod standard;

pub use agreement::*;
pub use body::*;
pub use certificate::*;
pub use measure::*;
pub use objective::*;
pub use party::*;
pub use recognition::*;
pub use regulation::*;
pub use standard::*;

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// Every act that a statement can carry. `type` on the wire is the name given beside each.
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(tag = "type")]
        pub enum Act { $($(#[$doc])* #[serde(rename = $text)] $name($name)),+ }

        impl Act {
            /// The names of all acts, in the order of the documentation.
            pub const NAMES: &'static [&'static str] = &[$($text),+];

            /// Reads the fields of the act of that name; `None` for a name that is no act. Errors carry the path of
            /// the field, which reading through the tag of the enum would lose.
            pub(crate) fn from_fields(
                name: &str,
                fields: &serde_json::Value,
            ) -> Option<Result<Act, crate::payload::ReadError>> {
                match name {
                    $($text => Some(crate::payload::read::<$name>(fields).map(Act::$name)),)+
                    _ => None,
                }
            }

            /// The same from text, without the path of a mistake.
            pub(crate) fn from_text(name: &str, fields: &str) -> Option<serde_json::Result<Act>> {
                match name {
                    $($text => Some(serde_json::from_str::<$name>(fields).map(Act::$name)),)+
                    _ => None,
                }
            }

            /// The act's name on the wire.
            pub fn name(&self) -> &'static str {
                match self { $(Act::$name(_) => $text),+ }
            }
        }

        $(impl From<$name> for Act {
            fn from(act: $name) -> Act { Act::$name(act) }
        })+
    };
}

acts! {
    /// The genesis statement: opens a log.
    RegistryOpened = "registry.opened",
    /// The log signs its checkpoints with a further key.
    LogKeyAdded = "log-key.added",
    /// A country is registered.
    CountryRegistered = "country.registered",
    /// A group of countries is registered.
    GroupRegistered = "group.registered",
    /// A country or group belongs to a group for a period.
    MembershipStated = "membership.stated",
    /// A party is registered with its first keys.
    PartyRegistered = "party.registered",
    /// A party gets a further key.
    KeyAdded = "key.added",
    /// A party replaces a key.
    KeyRotated = "key.rotated",
    /// A key is revoked.
    KeyRevoked = "key.revoked",
    /// A party may speak for a country, group or the registry in certain acts.
    MandateGiven = "mandate.given",
    /// A mandate ends.
    MandateEnded = "mandate.ended",
    /// Who owns or controls a body.
    OwnershipStated = "ownership.stated",

    /// A standard or an edition of it is published.
    StandardPublished = "standard.published",
    /// An edition is replaced by another.
    StandardRevised = "standard.revised",
    /// A standard is withdrawn.
    StandardWithdrawn = "standard.withdrawn",
    /// An international standard is adopted nationally or regionally.
    StandardAdopted = "standard.adopted",
    /// How strict one standard is beside another.
    StringencyStated = "stringency.stated",
    /// Codes of one edition of the Harmonized System correspond to codes of another.
    CorrelationStated = "correlation.stated",

    /// A technical regulation is proposed and notified for comments.
    RegulationProposed = "regulation.proposed",
    /// A technical regulation is adopted.
    RegulationAdopted = "regulation.adopted",
    /// A technical regulation is amended: a new edition.
    RegulationAmended = "regulation.amended",
    /// A technical regulation is repealed.
    RegulationRepealed = "regulation.repealed",
    /// Bodies owned or controlled by certain entities are barred under a regulation.
    OwnershipBarred = "ownership.barred",

    /// A need for harmonization is identified.
    NeedIdentified = "need.identified",
    /// A country states its interest in harmonizing: opens a procedure.
    InterestStated = "interest.stated",
    /// Countries call for participation.
    CallMade = "call.made",
    /// The secretariat transmitted a call.
    CallTransmitted = "call.transmitted",
    /// A country responds to a call.
    CallAnswered = "call.answered",
    /// A task force is set up.
    TaskForceFormed = "task-force.formed",
    /// A country joins a task force, or observes it.
    TaskForceJoined = "task-force.joined",
    /// A country leaves a task force.
    TaskForceLeft = "task-force.left",
    /// A task force informs of its work.
    TaskForceReported = "task-force.reported",
    /// International standards were explored for an objective.
    StandardsExplored = "standards.explored",
    /// A standard is asked for, or flagged as useful.
    StandardWorkRequested = "standard-work.requested",
    /// What became of such a request.
    StandardWorkUpdated = "standard-work.updated",
    /// An activity conflicts with standardization in preparation.
    ConflictingActivityNoted = "conflicting-activity.noted",
    /// A draft of an objective is filed.
    DraftFiled = "draft.filed",
    /// The questionnaire of good regulatory practice is answered about a draft.
    PracticeAssessed = "practice.assessed",
    /// A draft is open for comments.
    CommentsOpened = "comments.opened",
    /// The published comments on a draft are counted and bound by a hash.
    CommentsPublished = "comments.published",
    /// Answers to comments are published.
    CommentsAnswered = "comments.answered",
    /// A country agrees on a draft.
    DraftAgreed = "draft.agreed",
    /// An agreed text is submitted.
    ObjectiveSubmitted = "objective.submitted",
    /// A common regulatory objective is established.
    ObjectiveEstablished = "objective.established",
    /// A country agreed on an objective.
    ObjectiveAgreed = "objective.agreed",
    /// A country announces that it intends to implement an objective.
    ObjectiveAnnounced = "objective.announced",
    /// Other member States are invited to implement an objective.
    InvitationSent = "invitation.sent",
    /// A country adopted an objective into its law.
    ObjectiveAdopted = "objective.adopted",
    /// A country that has not adopted reports how far it is.
    ObjectiveStatusReported = "objective.status-reported",
    /// A country accepts complying products without adoption.
    ObjectiveAccepted = "objective.accepted",
    /// A country designates a recognised conformity assessment body for an objective.
    RecognisedBodyDesignated = "recognised-body.designated",
    /// That designation ends.
    RecognisedBodyWithdrawn = "recognised-body.withdrawn",
    /// The model or an objective is interpreted.
    InterpretationPublished = "interpretation.published",
    /// A country imposes an additional requirement despite an objective.
    AdditionalRequirementImposed = "additional-requirement.imposed",
    /// An additional requirement is lifted.
    AdditionalRequirementLifted = "additional-requirement.lifted",
    /// A country answers an additional requirement.
    AdditionalRequirementAnswered = "additional-requirement.answered",
    /// A country restricts products of a country that imposed an additional requirement.
    CounterMeasureTaken = "counter-measure.taken",
    /// A counter-measure no longer stands.
    CounterMeasureLifted = "counter-measure.lifted",

    /// An agreement is concluded.
    AgreementConcluded = "agreement.concluded",
    /// A party concurs in an agreement or annex.
    AgreementConcurred = "agreement.concurred",
    /// A party accedes to an agreement.
    AgreementAcceded = "agreement.acceded",
    /// An agreement ends, for one party or for all.
    AgreementTerminated = "agreement.terminated",
    /// An annex of an agreement is concluded.
    AnnexConcluded = "annex.concluded",
    /// An annex is amended.
    AnnexAmended = "annex.amended",
    /// A party joins or leaves an annex or a part of it.
    AnnexJoined = "annex.joined",
    /// Obligations under an annex are suspended.
    AnnexSuspended = "annex.suspended",
    /// A suspension ends.
    AnnexRestored = "annex.restored",
    /// An annex ends.
    AnnexTerminated = "annex.terminated",
    /// Two acts are declared equivalent under an annex.
    EquivalenceDeclared = "equivalence.declared",
    /// An equivalence is revoked.
    EquivalenceRevoked = "equivalence.revoked",
    /// A party applies a harmonised regulation.
    HarmonisedRegulationApplied = "harmonised-regulation.applied",
    /// A party's law is found aligned.
    AlignmentConfirmed = "alignment.confirmed",
    /// Goods or a country are exempted from lawful marketing.
    ExemptionStated = "exemption.stated",
    /// A reasoned refusal of lawfully marketed goods.
    RefusalReasoned = "refusal.reasoned",

    /// A party designates, or accepts under its own law, a body.
    BodyDesignated = "body.designated",
    /// A body is listed under an annex.
    BodyListed = "body.listed",
    /// The standing of a designated or listed body changes.
    BodyStatusChanged = "body.status-changed",
    /// A body is accredited.
    AccreditationGranted = "accreditation.granted",
    /// An accreditation is reduced, suspended or withdrawn.
    AccreditationChanged = "accreditation.changed",
    /// An accreditation body is recognised.
    AccreditationRecognised = "accreditation.recognised",
    /// A country's member takes part in a scheme.
    SchemeJoined = "scheme.joined",
    /// A country declares a difference from a standard of a scheme.
    DifferenceDeclared = "difference.declared",

    /// Certificates or declarations are issued: one signature, one or many.
    CertificatesIssued = "certificates.issued",
    /// Certificates or declarations change: one signature, one or many.
    CertificatesChanged = "certificates.changed",

    /// A measure on the market or at the border.
    MeasureTaken = "measure.taken",
    /// A measure under an objective is declared to the secretariat.
    MeasureDeclared = "measure.declared",
    /// A measure ends.
    MeasureLifted = "measure.lifted",
    /// A suspicion is reported; it changes no decision.
    SuspicionReported = "suspicion.reported",

    /// A country decides to recognise certificates or a scheme (a prior decision).
    RecognitionDecided = "recognition.decided",
    /// A recognition decision is revoked.
    RecognitionRevoked = "recognition.revoked",
    /// A country accepts, by its own law, certificates to another party's act.
    AcceptanceStated = "acceptance.stated",
    /// How complete the registry is for a scheme and country.
    CoverageStated = "coverage.stated",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_written_noun_dot_participle() {
        let mut names = Act::NAMES.to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Act::NAMES.len());
        assert!(Act::NAMES.iter().all(|n| n.split('.').count() == 2));
    }
}
