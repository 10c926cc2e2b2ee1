//! Acts about agreements and their annexes (AGR-01, AGR-04, AGR-06, AGR-10).

use model::{
    Binding, Date, EarlierResults, EffectOfContest, EvidenceKind, InstrumentId, Jurisdiction, OnAmendment,
    OriginRule, PartyId, ProductScope, Recognises, StandardReference, Text,
};
use serde::{Deserialize, Serialize};

/// An agreement between countries, groups or bodies. A joint act: it takes effect for each party when that party
/// concurred, or a depositary states it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementConcluded {
    /// Identifier.
    pub agreement: InstrumentId,
    /// Title.
    pub title: Text,
    /// Parties: countries and groups. A group stands for its members on the day.
    pub parties: Vec<Jurisdiction>,
    /// What it rests on.
    pub binding: Binding,
    /// Who keeps it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depositary: Option<PartyId>,
    /// Day of signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<Date>,
    /// First day in force.
    pub in_force_from: Date,
    /// First day after, if fixed beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Whether others may accede (F.6 par. 3).
    #[serde(default)]
    pub open_to_accession: bool,
    /// Territories of a party to which it does not extend.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub territories_excluded: Vec<Jurisdiction>,
    /// Languages of documents under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// International standards, harmonised national ones, or none (F.6 par. 8).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub based_on: String,
    /// Where it is published in full (F.6 par. 5).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub published_at: String,
}

/// A party concurs in a joint act: agreement, annex or amendment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementConcurred {
    /// SHA-256 of the statement that carries the joint act (of its JWS bytes), in hexadecimal.
    pub statement: String,
    /// Who concurs.
    pub party: Jurisdiction,
}

/// A party accedes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementAcceded {
    /// To which agreement.
    pub agreement: InstrumentId,
    /// Who accedes.
    pub party: Jurisdiction,
    /// First day.
    pub from: Date,
}

/// An agreement ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementTerminated {
    /// Which one.
    pub agreement: InstrumentId,
    /// Who ends it or leaves it.
    pub party: Jurisdiction,
    /// For that party only; otherwise for all.
    #[serde(default)]
    pub for_party_only: bool,
    /// First day on which it is not in force.
    pub on: Date,
    /// What results issued before are worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier_results: Option<EarlierResults>,
}

/// A way in which obligations run: bodies designated by `from`, accepted by `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Direction {
    /// The party whose bodies' results are accepted.
    pub from: Jurisdiction,
    /// The party that accepts them.
    pub to: Jurisdiction,
}

/// An act, or one edition of it. Without an edition: whichever is in force on the day that counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActReference {
    /// Regulation, additional requirement, harmonised regulation or objective.
    pub act: InstrumentId,
    /// Edition, series of amendments or version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
}

/// The acts of one party that an annex names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedActs {
    /// Whose acts.
    pub party: Jurisdiction,
    /// The acts.
    pub acts: Vec<ActReference>,
}

/// An annex (sector, chapter, part): the unit that is in force, suspended, amended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnexConcluded {
    /// Identifier.
    pub annex: InstrumentId,
    /// Of which agreement.
    pub agreement: InstrumentId,
    /// Title of the sector.
    pub title: Text,
    /// What is recognised.
    pub recognises: Recognises,
    /// Directions in which obligations run; empty: between all parties both ways.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub directions: Vec<Direction>,
    /// Parties that take part; empty: all of the agreement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Jurisdiction>,
    /// Products.
    pub products: ProductScope,
    /// Acts of each party.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<NamedActs>,
    /// Kinds of document accepted in this phase; empty: every kind that fits the procedure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outputs: Vec<EvidenceKind>,
    /// Name of the phase or part, where the agreement has some.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phase: String,
    /// What the annex rests on; absent: as the agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binding: Option<Binding>,
    /// Whether origin matters.
    #[serde(default = "any_origin")]
    pub origin: OriginRule,
    /// First day in force.
    pub in_force_from: Date,
    /// First day after, if fixed beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Properties on which agreements differ.
    #[serde(default)]
    pub terms: AnnexTerms,
}

fn any_origin() -> OriginRule {
    OriginRule::Any
}

/// Properties on which agreements differ, as data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AnnexTerms {
    /// Months after which a listing lapses unless renewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listing_term_months: Option<u32>,
    /// What a pending contest does to a listed body.
    pub effect_of_contest: EffectOfContest,
    /// Days after which a contested body counts as suspended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contest_days: Option<u32>,
    /// What suspension of the annex or a body does to earlier results.
    pub on_suspension: EarlierResults,
    /// What the withdrawal of a body does to its earlier results.
    pub on_withdrawal: EarlierResults,
    /// What an end of the annex or the agreement leaves to earlier results; silent: nothing, since no instrument is in
    /// force any more (reading 5).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_end: Option<EarlierResults>,
    /// What an amendment of an act does to a declared equivalence.
    pub on_amendment: OnAmendment,
    /// Days for which an equivalence continues after an amendment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amendment_days: Option<u32>,
    /// Bodies must be listed (true) or it is enough that they are designated (false).
    pub bodies_listed: bool,
    /// Age in months up to which a report is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report_age_months_max: Option<u32>,
    /// Standards to which a scheme's reports are made; empty: any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub standards: Vec<StandardReference>,
    /// The regime of declarations, for an annex on declarations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declaration: Option<super::DeclarationRegime>,
}

impl Default for AnnexTerms {
    /// Where an agreement is silent: a contested body stays listed, earlier results keep their effect (reading 8),
    /// an equivalence lapses with an amendment, bodies are listed.
    fn default() -> Self {
        Self {
            listing_term_months: None,
            effect_of_contest: EffectOfContest::StaysListed,
            contest_days: None,
            on_suspension: EarlierResults::Keep,
            on_withdrawal: EarlierResults::Keep,
            on_end: None,
            on_amendment: OnAmendment::Lapses,
            amendment_days: None,
            bodies_listed: true,
            report_age_months_max: None,
            standards: Vec::new(),
            declaration: None,
        }
    }
}

/// An annex is amended: from a day on, scope and acts are added or removed, terms replaced.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnexAmended {
    /// Which one.
    pub annex: InstrumentId,
    /// First day of the amendment.
    pub from: Date,
    /// Products from that day on; absent: unchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub products: Option<ProductScope>,
    /// Acts added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts_added: Vec<NamedActs>,
    /// Acts removed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts_removed: Vec<NamedActs>,
    /// Terms from that day on; absent: unchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<AnnexTerms>,
}

/// A party takes part in an annex or part from a day on, or until a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnexJoined {
    /// Which one.
    pub annex: InstrumentId,
    /// Who.
    pub party: Jurisdiction,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Obligations under an annex are suspended, in one direction or in all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnexSuspended {
    /// Which one.
    pub annex: InstrumentId,
    /// Who suspends, or on whose side the obligation lapsed.
    pub by: Jurisdiction,
    /// Directions; empty: all in which `by` accepts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub directions: Vec<Direction>,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// What results issued before are worth; absent: as the annex says (reading 8).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier_results: Option<EarlierResults>,
    /// Decision and reasons.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub decision: String,
}

/// A suspension ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnexRestored {
    /// Which one.
    pub annex: InstrumentId,
    /// Who had suspended.
    pub by: Jurisdiction,
    /// First day on which obligations stand again.
    pub on: Date,
}

/// An annex ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnexTerminated {
    /// Which one.
    pub annex: InstrumentId,
    /// Who ends it.
    pub party: Jurisdiction,
    /// First day on which it is not in force.
    pub on: Date,
    /// What results issued before are worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier_results: Option<EarlierResults>,
}

/// Two acts, each in an edition, are declared equivalent under an annex.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EquivalenceDeclared {
    /// Identifier of the declaration.
    pub equivalence: InstrumentId,
    /// Under which annex.
    pub annex: InstrumentId,
    /// One act; the edition is required.
    pub first: ActReference,
    /// The other act; the edition is required.
    pub second: ActReference,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// An equivalence is revoked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EquivalenceRevoked {
    /// Which one.
    pub equivalence: InstrumentId,
    /// Who revokes it.
    pub party: Jurisdiction,
    /// First day on which it has no effect.
    pub on: Date,
}

/// A party applies a harmonised regulation (UN 1958 Agreement): from a series of amendments on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HarmonisedRegulationApplied {
    /// The annex that stands for the harmonised regulation.
    pub annex: InstrumentId,
    /// Who applies it.
    pub country: Jurisdiction,
    /// Oldest series of amendments that it still accepts, as a number.
    pub oldest_series: u32,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A party's law in the sector of an annex is found aligned with the other's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlignmentConfirmed {
    /// The annex.
    pub annex: InstrumentId,
    /// Whose law is aligned.
    pub country: Jurisdiction,
    /// Who confirms it.
    pub by: Jurisdiction,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Products that the principle of lawful marketing does not reach.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExemptionStated {
    /// Identifier.
    pub exemption: InstrumentId,
    /// The annex on lawful marketing.
    pub annex: InstrumentId,
    /// Who exempts; absent parties are not exempted.
    pub country: Jurisdiction,
    /// Products.
    pub products: ProductScope,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A country refuses lawfully marketed goods by a reasoned decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalReasoned {
    /// Identifier.
    pub refusal: InstrumentId,
    /// The annex on lawful marketing.
    pub annex: InstrumentId,
    /// Who refuses.
    pub country: Jurisdiction,
    /// What is refused.
    pub against: super::Target,
    /// Overriding reasons and proportionality; without reasons the refusal has no effect.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}
