//! The text of an objective as decisions read it, whether it was stated in short or made in a procedure.

use law::rules::objective::formal_elements::{Content, Element};
use model::{Date, InstrumentId, Procedure, ProductScope, Purpose, Text};
use statement::act::{
    DocumentCitation, DraftFiled, Elements, ObjectiveEstablished, ProductRequirement, StandardCitation,
};

/// A version of an objective.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectiveText {
    /// Registration number.
    pub objective: InstrumentId,
    /// Version, counted from 1.
    pub version: u32,
    /// Title.
    pub title: Text,
    /// The procedure and draft in which it was made, where they are on record.
    pub made_in: Option<(InstrumentId, u32)>,
    /// The elements of the draft; `None` for a text that was stated in short.
    pub elements: Option<Elements>,
    /// Formal elements that the text needs and does not have (annex C 3.4); empty for a text stated in short, which
    /// the registry cannot check.
    pub missing: Vec<Element>,
    /// Scope by classification; none for a scope in words alone, in which no product can be found.
    pub products: Option<ProductScope>,
    /// Legitimate purposes.
    pub purposes: Vec<Purpose>,
    /// Product requirements, in words.
    pub requirements: String,
    /// Reference to standards.
    pub standards: Vec<StandardCitation>,
    /// Whether products that comply with the standards are presumed to comply with the requirements.
    pub presumption: bool,
    /// Compliance clause.
    pub compliance: Vec<Procedure>,
    /// Day of establishment: of submission, where a submission of the draft is on record (annex C 3.4).
    pub on: Date,
    /// First day on which the former version is no longer good, where a transition is stated.
    pub former_version_until: Option<Date>,
    /// Documents that were appended.
    pub documents: Vec<DocumentCitation>,
}

impl ObjectiveText {
    /// A text that was stated in short.
    pub(crate) fn stated(act: &ObjectiveEstablished) -> Self {
        Self {
            objective: act.objective.clone(),
            version: act.version,
            title: act.title.clone(),
            made_in: None,
            elements: None,
            missing: Vec::new(),
            products: act.products.clone(),
            purposes: act.purposes.clone(),
            requirements: act.requirements.clone(),
            standards: act.standards.clone(),
            presumption: act.presumption,
            compliance: act.compliance.clone(),
            on: act.on,
            former_version_until: act.former_version_until,
            documents: act.documents.clone(),
        }
    }

    /// Whether the text has its formal elements: without them it is not established and binds nobody (annex C 3.4).
    pub fn is_formal(&self) -> bool {
        self.missing.is_empty()
    }

    /// The text as a statement of it in short would read.
    pub fn in_short(&self) -> ObjectiveEstablished {
        ObjectiveEstablished {
            objective: self.objective.clone(),
            version: self.version,
            title: self.title.clone(),
            procedure: self.made_in.as_ref().map(|(procedure, _)| procedure.clone()),
            draft: self.made_in.as_ref().map(|(_, draft)| *draft),
            products: self.products.clone(),
            purposes: self.purposes.clone(),
            requirements: self.requirements.clone(),
            standards: self.standards.clone(),
            presumption: self.presumption,
            compliance: self.compliance.clone(),
            on: self.on,
            former_version_until: self.former_version_until,
            documents: self.documents.clone(),
        }
    }

    /// A text that was made in a procedure: that of the draft counts. `submitted_on` is the day of its submission.
    pub(crate) fn drafted(
        act: &ObjectiveEstablished,
        draft: &DraftFiled,
        submitted_on: Option<Date>,
    ) -> Self {
        let e = &draft.elements;
        let numbered = |r: &ProductRequirement| format!("{} {}", r.number, r.text);
        Self {
            made_in: Some((draft.procedure.clone(), draft.draft)),
            missing: content(e).missing(),
            products: e.products.clone(),
            purposes: e.purposes.clone(),
            requirements: e.requirements.iter().map(numbered).collect::<Vec<_>>().join("\n"),
            standards: citations(e),
            presumption: e.presumption,
            compliance: e.procedures.iter().map(|p| p.procedure).collect(),
            on: submitted_on.unwrap_or(act.on),
            former_version_until: draft.former_version_until.or(act.former_version_until),
            elements: Some(e.clone()),
            ..Self::stated(act)
        }
    }
}

/// The standards of a text as citations.
pub fn citations(elements: &Elements) -> Vec<StandardCitation> {
    let citation = |s: &statement::act::ReferencedStandard| StandardCitation {
        standard: s.standard.clone(),
        exclusive: s.exclusive,
        section: s.section.clone(),
        former_edition_until: s.former_edition_until,
    };
    elements.standards.iter().map(citation).collect()
}

/// What a text has, for the formal check.
pub fn content(e: &Elements) -> Content {
    let said = |text: &str| !text.trim().is_empty();
    Content {
        scope: said(&e.scope) || e.products.is_some(),
        purposes: !e.purposes.is_empty(),
        requirements: !e.requirements.is_empty(),
        standards: e.standards.len(),
        no_standards: said(&e.no_standards),
        standards_with_conditions: e.standards.iter().filter(|s| said(&s.conditions)).count(),
        procedures: e.procedures.len(),
        procedures_with_contents: e.procedures.iter().filter(|p| said(&p.contents)).count(),
        choice: said(&e.choice),
        third_party: e.procedures.iter().any(|p| is_third_party(p.procedure)),
        evidence: !e.evidence.is_empty(),
        bodies: said(&e.bodies),
        competence: !e.competence.is_empty(),
        surveillance: said(&e.surveillance),
        protection: [
            said(&e.protection.non_conforming),
            said(&e.protection.non_conforming_declared),
            said(&e.protection.endangering),
            said(&e.protection.endangering_declared),
        ],
    }
}

/// Whether somebody other than supplier and user assesses (ISO/IEC 17000, 4.5).
fn is_third_party(procedure: Procedure) -> bool {
    match procedure {
        Procedure::None | Procedure::Declaration | Procedure::DeclarationWithTest => false,
        Procedure::Testing | Procedure::Inspection | Procedure::Certification | Procedure::TypeApproval => {
            true
        }
    }
}
