//! A text has every element of annex B that it needs.
//!
//! Rec. L annex B and annex C 3.3 and 3.4, L 15, 25 to 28; CRO-05, CRO-06.
//!
//! How we read it: the elements that annex B says an objective "should contain" are the formal elements of annex C
//! 3.4. Scope, legitimate objectives, requirements, standards, procedures with their contents, the kind of evidence,
//! market surveillance and the four provisions of the protection clause are always needed. Where no relevant standard
//! exists (L 24) the text says so instead of naming one. Each standard needs the conditions of its use (L 25); the
//! supplier's choice is needed where more than one procedure is open; provisions on bodies and their competence are
//! needed where a third party assesses. A presumption of conformity is optional. Whether an element is good is for the
//! countries; whether it is there is for this rule.

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.formal-elements",
    duty: "The text has every element of annex B that it needs.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L annex B" },
        Citation { source: Source::Recommendations, paragraph: "L annex B scope" },
        Citation { source: Source::Recommendations, paragraph: "L annex B product requirements" },
        Citation { source: Source::Recommendations, paragraph: "L annex B reference to standards" },
        Citation { source: Source::Recommendations, paragraph: "L annex B compliance" },
        Citation {
            source: Source::Recommendations,
            paragraph: "L annex B market surveillance and protection",
        },
        Citation { source: Source::Recommendations, paragraph: "L annex C 3.3" },
        Citation { source: Source::Recommendations, paragraph: "L 15" },
        Citation { source: Source::Recommendations, paragraph: "L 25" },
        Citation { source: Source::Recommendations, paragraph: "L 26" },
        Citation { source: Source::Recommendations, paragraph: "L 27" },
        Citation { source: Source::Recommendations, paragraph: "L 28" },
    ],
    requirements: &["CRO-05", "CRO-06"],
    reading: "What annex B says an objective should contain is formal; conditions of use, choice of procedure and \
         competence of bodies are needed where their occasion is there; the presumption is optional.",
    numbers: &[],
    file: file!(),
    version: 1,
};

macro_rules! elements {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// An element of a text (annex B).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Element { $($(#[$doc])* $name),+ }

        impl Element {
            /// All of them, in the order of annex B.
            pub const ALL: &'static [Element] = &[$(Element::$name),+];

            /// Its name in findings and on the wire.
            pub fn as_str(self) -> &'static str {
                match self { $(Element::$name => $text),+ }
            }
        }
    };
}

elements! {
    /// Scope statement.
    Scope = "scope",
    /// Legitimate objectives.
    Purposes = "purposes",
    /// Product requirements.
    Requirements = "requirements",
    /// Reference to standards, or why none is referred to.
    Standards = "standards",
    /// Conditions of the use of each standard.
    ConditionsOfUse = "conditions_of_use",
    /// Compliance clause: procedures.
    Procedures = "procedures",
    /// Range and contents of each procedure.
    ProcedureContents = "procedure_contents",
    /// When the supplier may choose.
    Choice = "choice",
    /// Kind of documented evidence.
    Evidence = "evidence",
    /// Provisions on the bodies.
    Bodies = "bodies",
    /// Criteria of their competence.
    Competence = "competence",
    /// Market surveillance clause.
    Surveillance = "surveillance",
    /// Protection clause: what claims conformity and does not conform.
    NonConforming = "non_conforming",
    /// What is then declared.
    NonConformingDeclared = "non_conforming_declared",
    /// Protection clause: what conforms and endangers.
    Endangering = "endangering",
    /// What is then declared.
    EndangeringDeclared = "endangering_declared",
}

impl Element {
    /// The paragraph that asks for it, in the recommendations.
    pub fn paragraph(self) -> &'static str {
        match self {
            Self::Scope => "L annex B scope",
            Self::Purposes => "L annex B",
            Self::Requirements => "L annex B product requirements; L 15",
            Self::Standards => "L annex B reference to standards",
            Self::ConditionsOfUse => "L 25",
            Self::Procedures | Self::Choice => "L annex B compliance",
            Self::ProcedureContents => "L annex B compliance; L 26",
            Self::Evidence => "L 28",
            Self::Bodies | Self::Competence => "L annex B compliance; L 27",
            Self::Surveillance
            | Self::NonConforming
            | Self::NonConformingDeclared
            | Self::Endangering
            | Self::EndangeringDeclared => "L annex B market surveillance and protection",
        }
    }
}

/// What a text has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// A scope statement, in words or by classification.
    pub scope: bool,
    /// Legitimate objectives.
    pub purposes: bool,
    /// Product requirements.
    pub requirements: bool,
    /// Number of standards referred to.
    pub standards: usize,
    /// A reason why none is.
    pub no_standards: bool,
    /// Number of standards with conditions of use.
    pub standards_with_conditions: usize,
    /// Number of procedures.
    pub procedures: usize,
    /// Number of procedures with their contents.
    pub procedures_with_contents: usize,
    /// When the supplier may choose.
    pub choice: bool,
    /// Whether a third party assesses in one of the procedures.
    pub third_party: bool,
    /// Kind of evidence.
    pub evidence: bool,
    /// Provisions on bodies.
    pub bodies: bool,
    /// Criteria of competence.
    pub competence: bool,
    /// Market surveillance clause.
    pub surveillance: bool,
    /// The provisions of the protection clause, in the order of the elements.
    pub protection: [bool; 4],
}

/// Whether an element is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is.
    Present,
    /// It is needed and is not there.
    Missing,
    /// Its occasion is not there.
    NotNeeded,
}

impl Content {
    /// Whether an element is there.
    pub fn presence(&self, element: Element) -> Presence {
        let needed = |needed: bool, there: bool| match (needed, there) {
            (false, _) => Presence::NotNeeded,
            (true, true) => Presence::Present,
            (true, false) => Presence::Missing,
        };
        let always = |there| needed(true, there);
        match element {
            Element::Scope => always(self.scope),
            Element::Purposes => always(self.purposes),
            Element::Requirements => always(self.requirements),
            Element::Standards => always(self.standards > 0 || self.no_standards),
            Element::ConditionsOfUse => {
                needed(self.standards > 0, self.standards_with_conditions == self.standards)
            }
            Element::Procedures => always(self.procedures > 0),
            Element::ProcedureContents => {
                needed(self.procedures > 0, self.procedures_with_contents == self.procedures)
            }
            Element::Choice => needed(self.procedures > 1, self.choice),
            Element::Evidence => always(self.evidence),
            Element::Bodies => needed(self.third_party, self.bodies),
            Element::Competence => needed(self.third_party, self.competence),
            Element::Surveillance => always(self.surveillance),
            Element::NonConforming => always(self.protection[0]),
            Element::NonConformingDeclared => always(self.protection[1]),
            Element::Endangering => always(self.protection[2]),
            Element::EndangeringDeclared => always(self.protection[3]),
        }
    }

    /// Every element that is needed and is not there, in the order of annex B.
    pub fn missing(&self) -> Vec<Element> {
        let missing = |element: &Element| self.presence(*element) == Presence::Missing;
        Element::ALL.iter().copied().filter(missing).collect()
    }
}

/// What is compared: one element of one text.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The objective or procedure whose text it is.
    pub objective: &'a str,
    /// Which element.
    pub element: Element,
    /// What the text has; `None` if the text is not on record.
    pub content: Option<Content>,
}

/// Whether an element is there, or not needed.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = match input.content.map(|content| content.presence(input.element)) {
        None => (Outcome::Unknown, "text_not_on_record"),
        Some(Presence::Present) => (Outcome::Met, "present"),
        Some(Presence::NotNeeded) => (Outcome::Met, "not_needed"),
        Some(Presence::Missing) => (Outcome::NotMet, "missing"),
    };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("element", input.element.as_str())
        .with("reason", reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Complete, with two procedures of which one is of a third party.
    const WHOLE: Content = Content {
        scope: true,
        purposes: true,
        requirements: true,
        standards: 2,
        no_standards: false,
        standards_with_conditions: 2,
        procedures: 2,
        procedures_with_contents: 2,
        choice: true,
        third_party: true,
        evidence: true,
        bodies: true,
        competence: true,
        surveillance: true,
        protection: [true; 4],
    };

    #[test]
    fn every_element_is_asked_for_by_a_paragraph_that_the_rule_cites() {
        for element in Element::ALL {
            for paragraph in element.paragraph().split("; ") {
                assert!(RULE.citations.iter().any(|cited| cited.paragraph == paragraph), "{paragraph}");
            }
        }
    }

    fn outcome(content: Option<Content>, element: Element) -> Outcome {
        check(&Input { objective: "CRO-7", element, content }).outcome
    }

    #[test]
    fn every_element_that_is_left_out_is_named_and_no_other() {
        assert_eq!(WHOLE.missing(), []);
        type Removal = fn(&mut Content);
        let without: &[(Element, Removal)] = &[
            (Element::Scope, |c| c.scope = false),
            (Element::Purposes, |c| c.purposes = false),
            (Element::Requirements, |c| c.requirements = false),
            (Element::Standards, |c| (c.standards, c.standards_with_conditions) = (0, 0)),
            (Element::ConditionsOfUse, |c| c.standards_with_conditions = 1),
            (Element::Procedures, |c| (c.procedures, c.procedures_with_contents) = (0, 0)),
            (Element::ProcedureContents, |c| c.procedures_with_contents = 1),
            (Element::Choice, |c| c.choice = false),
            (Element::Evidence, |c| c.evidence = false),
            (Element::Bodies, |c| c.bodies = false),
            (Element::Competence, |c| c.competence = false),
            (Element::Surveillance, |c| c.surveillance = false),
            (Element::NonConforming, |c| c.protection[0] = false),
            (Element::NonConformingDeclared, |c| c.protection[1] = false),
            (Element::Endangering, |c| c.protection[2] = false),
            (Element::EndangeringDeclared, |c| c.protection[3] = false),
        ];
        assert_eq!(without.len(), Element::ALL.len());
        for (element, leave_out) in without {
            let mut text = WHOLE;
            leave_out(&mut text);
            assert_eq!(text.missing(), [*element]);
            assert_eq!(outcome(Some(text), *element), Outcome::NotMet);
        }
    }

    #[test]
    fn what_has_no_occasion_is_not_needed() {
        let declaration_only = Content {
            procedures: 1,
            procedures_with_contents: 1,
            choice: false,
            third_party: false,
            bodies: false,
            competence: false,
            ..WHOLE
        };
        assert_eq!(declaration_only.missing(), []);
        let no_standard = Content { standards: 0, standards_with_conditions: 0, no_standards: true, ..WHOLE };
        assert_eq!(no_standard.missing(), []);
        assert_eq!(no_standard.presence(Element::ConditionsOfUse), Presence::NotNeeded);
    }

    #[test]
    fn a_text_that_is_not_on_record_is_unknown() {
        assert_eq!(outcome(None, Element::Scope), Outcome::Unknown);
    }
}
