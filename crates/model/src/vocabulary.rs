//! Closed lists of terms. Each variant's wire form is its name in snake case.

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every term of the list, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The wire form.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

vocabulary!(
    /// What a party is (Rec. F.6 par. 2 and 3; ISO/IEC 17000).
    PartyKind {
        /// Runs a registry: opens the log, registers countries, gives the first mandates.
        Registrar = "registrar",
        /// Enters facts of the real world on behalf of parties that do not sign themselves.
        Recorder = "recorder",
        /// An authority of a country or group.
        Authority = "authority",
        /// A standardizing body.
        StandardizingBody = "standardizing_body",
        /// An accreditation body.
        AccreditationBody = "accreditation_body",
        /// A conformity assessment body: testing, calibration, inspection, certification.
        ConformityAssessmentBody = "conformity_assessment_body",
        /// A supplier: manufacturer, importer, declarant.
        Supplier = "supplier",
        /// The secretariat that transmits calls and registers objectives.
        Secretariat = "secretariat",
        /// The keeper of a treaty or agreement, who states what its parties did.
        Depositary = "depositary",
        /// A holder of intellectual property rights.
        RightHolder = "right_holder",
    }
);
vocabulary!(
    /// For which acts a mandate speaks (PTY-01).
    MandateScope {
        /// Coordinates for the country: registers its parties and gives further mandates (B.1). One per country.
        Coordinate = "coordinate",
        /// Adopts technical regulations, accepts, recognises, states stringency and coverage.
        Regulate = "regulate",
        /// Concludes, joins and ends agreements; agrees, adopts and accepts objectives.
        Agree = "agree",
        /// Designates, contests, suspends and withdraws conformity assessment bodies.
        Designate = "designate",
        /// Takes and lifts measures on the market and at the border.
        Survey = "survey",
        /// Accredits conformity assessment bodies, recognises other accreditation bodies.
        Accredit = "accredit",
        /// Reports acts of parties that do not sign themselves, marked as such.
        Record = "record",
        /// States, for all parties of an agreement, what they concluded.
        Deposit = "deposit",
        /// Registers objectives and transmits calls.
        Secretariat = "secretariat",
    }
);
vocabulary!(
    /// The procedure that an act requires before a product is placed on the market (ISO/IEC 17000).
    Procedure {
        /// No assessment before the product is placed on the market.
        None = "none",
        /// A supplier's declaration of conformity.
        Declaration = "declaration",
        /// A supplier's declaration that rests on a test report.
        DeclarationWithTest = "declaration_with_test",
        /// Testing by a third party.
        Testing = "testing",
        /// Inspection by a third party.
        Inspection = "inspection",
        /// Certification by a third party.
        Certification = "certification",
        /// Approval of a type by an authority.
        TypeApproval = "type_approval",
    }
);
vocabulary!(
    /// What a document of conformity is.
    EvidenceKind {
        /// A supplier's declaration of conformity.
        Declaration = "declaration",
        /// A test report.
        TestReport = "test_report",
        /// An inspection report.
        InspectionReport = "inspection_report",
        /// A certificate of conformity.
        Certificate = "certificate",
        /// A type approval.
        TypeApproval = "type_approval",
        /// A calibration certificate.
        CalibrationCertificate = "calibration_certificate",
    }
);
vocabulary!(
    /// What an annex commits its parties to accept.
    Recognises {
        /// Results of assessment against the importing party's act (traditional mutual recognition, F.6 par. 6).
        Results = "results",
        /// Conformity to the exporting party's act, where both acts are declared equivalent.
        Equivalence = "equivalence",
        /// Approvals to a harmonised regulation that both parties apply.
        HarmonisedApproval = "harmonised_approval",
        /// Bodies accredited by the other party's accreditation body.
        Accreditation = "accreditation",
        /// A supplier's declaration.
        Declaration = "declaration",
        /// Certificates or reports of a scheme of bodies.
        Scheme = "scheme",
        /// Goods lawfully marketed in the other party.
        LawfulMarketing = "lawful_marketing",
        /// Assessment by bodies of a party whose law is aligned.
        Alignment = "alignment",
        /// Nothing: a harmonised text or a commitment to information only.
        Nothing = "nothing",
    }
);
vocabulary!(
    /// What an instrument rests on, strongest first.
    Binding {
        /// An agreement between states or groups.
        Treaty = "treaty",
        /// Law of the importing party.
        Law = "law",
        /// A political or administrative undertaking.
        Undertaking = "undertaking",
        /// A private arrangement of bodies.
        Private = "private",
    }
);
vocabulary!(
    /// Whether an annex depends on where goods come from.
    OriginRule {
        /// Origin does not matter.
        Any = "any",
        /// Goods must originate in one of the parties.
        Parties = "parties",
    }
);
vocabulary!(
    /// What happens to results issued before an event.
    EarlierResults {
        /// They keep their effect.
        Keep = "keep",
        /// They lose it from the day of the event.
        Lose = "lose",
    }
);
vocabulary!(
    /// What a pending contest does to a listed body.
    EffectOfContest {
        /// The body stays listed until a suspension is decided.
        StaysListed = "stays_listed",
        /// The body counts as suspended a number of days after the contest.
        SuspendedAfterDays = "suspended_after_days",
    }
);
vocabulary!(
    /// What an amendment of one act does to a declared equivalence.
    OnAmendment {
        /// The equivalence ends when either act is amended.
        Lapses = "lapses",
        /// It continues until it is revoked.
        ContinuesUntilRevoked = "continues_until_revoked",
        /// It continues for a number of days after the amendment.
        ContinuesForDays = "continues_for_days",
    }
);
vocabulary!(
    /// Legitimate purposes of a requirement (TBT 2.2).
    Purpose {
        /// Safety of persons.
        Safety = "safety",
        /// Human health.
        Health = "health",
        /// Animal or plant life or health.
        AnimalPlantHealth = "animal_plant_health",
        /// The environment.
        Environment = "environment",
        /// Prevention of deceptive practices, consumer information.
        ConsumerProtection = "consumer_protection",
        /// Electromagnetic compatibility and use of the radio spectrum.
        Spectrum = "spectrum",
        /// Energy efficiency.
        Energy = "energy",
        /// National security.
        Security = "security",
    }
);
vocabulary!(
    /// How far a national standard corresponds to an international one (ISO/IEC Guide 21).
    Correspondence {
        /// Identical.
        Identical = "identical",
        /// Modified, with deviations that are stated.
        Modified = "modified",
        /// Not equivalent.
        NotEquivalent = "not_equivalent",
    }
);
vocabulary!(
    /// How strict one standard is beside another (E.1).
    Stringency {
        /// The same text.
        Identical = "identical",
        /// The same level.
        Equivalent = "equivalent",
        /// A higher level.
        MoreStringent = "more_stringent",
        /// A lower level.
        LessStringent = "less_stringent",
    }
);
vocabulary!(
    /// What a measure does (L 29 to 31).
    MeasureKind {
        /// Withdrawal from the market.
        Withdrawal = "withdrawal",
        /// Prohibition of placing on the market.
        Prohibition = "prohibition",
        /// Use of the protection clause of an objective.
        ProtectionClause = "protection_clause",
        /// Restriction of free circulation.
        Restriction = "restriction",
        /// A counter-measure against an additional requirement (L 18), stated as a restriction of products.
        CounterMeasure = "counter_measure",
    }
);
vocabulary!(
    /// How sure a recorder is of what it reports.
    Certainty {
        /// Read in the source that is named.
        Sourced = "sourced",
        /// Known in the field, to be confirmed in the text of the instrument.
        ToConfirm = "to_confirm",
        /// Invented for demonstration.
        Demonstration = "demonstration",
    }
);
vocabulary!(
    /// What identified a need for harmonization (L 19, 20).
    Trigger {
        /// A study by specialists (L 19(a)).
        Study = "study",
        /// An initiative of one or more countries (L 19(b)).
        Initiative = "initiative",
        /// Complaints of business operators about a country's regulations (L 19(c)).
        Complaint = "complaint",
        /// A notified draft of a technical regulation (L 20).
        NotifiedRegulation = "notified_regulation",
    }
);
vocabulary!(
    /// As what a country takes part in a task force (L 22).
    Participation {
        /// It works on the text.
        Member = "member",
        /// It follows the work.
        Observer = "observer",
    }
);
vocabulary!(
    /// What a task force informs of (annex C 2.3), and how it hears others (X9).
    TaskForceRecord {
        /// The working procedures on which it agreed.
        WorkingProcedures = "working_procedures",
        /// A meeting.
        Meeting = "meeting",
        /// A document that was filed.
        Document = "document",
        /// How far the work is.
        Progress = "progress",
        /// A round table with those whom the text concerns.
        RoundTable = "round_table",
        /// A pilot, or what came of it.
        Pilot = "pilot",
    }
);
vocabulary!(
    /// How a product requirement is expressed (annex B).
    RequirementForm {
        /// As performance.
        Performance = "performance",
        /// As design.
        Design = "design",
        /// By descriptive characteristics.
        Descriptive = "descriptive",
    }
);
vocabulary!(
    /// Questions of good regulatory practice about a text (L 2, 3, 12, 14, annex B, annex C 3.3).
    GoodPractice {
        /// Are the requirements performance, not design?
        PerformanceNotDesign = "performance_not_design",
        /// Are they proportionate to the hazard, and no more restrictive of trade than necessary?
        NoMoreRestrictive = "no_more_restrictive",
        /// Do they rest on the relevant international standards?
        BasedOnStandards = "based_on_standards",
        /// Do they treat products of all countries alike?
        NotDiscriminatory = "not_discriminatory",
        /// Would voluntary standards without a mandatory text not have been enough?
        MandatoryNeeded = "mandatory_needed",
    }
);
vocabulary!(
    /// An answer to such a question.
    PracticeAnswer {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
);
vocabulary!(
    /// How far a standard serves an objective (L 24, 25).
    StandardRelevance {
        /// It corresponds to the requirements, as a whole or in part, and is to be referred to.
        Relevant = "relevant",
        /// It is in preparation.
        InPreparation = "in_preparation",
        /// It would be ineffective or inappropriate.
        Inappropriate = "inappropriate",
    }
);
vocabulary!(
    /// How a request for a standard stands (L 24).
    StandardWorkState {
        /// Taken up.
        Accepted = "accepted",
        /// Not taken up.
        Declined = "declined",
        /// Being worked on.
        InPreparation = "in_preparation",
        /// The standard is published.
        Published = "published",
        /// Work was given up.
        Stopped = "stopped",
    }
);
vocabulary!(
    /// Why the question is asked: which day counts.
    QuestionPurpose {
        /// Placing on the market.
        PlacingOnMarket = "placing_on_market",
        /// Release for free circulation at the border.
        Import = "import",
        /// Planning, by a supplier.
        Planning = "planning",
    }
);

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_form_is_the_text_form() {
        for kind in Procedure::ALL {
            assert_eq!(serde_json::to_string(kind).unwrap(), format!("\"{kind}\""));
        }
    }
}
