//! What does the importing country require for this product on this day?

use law::rules::requirement::{applies_on_day, covers_product, national_treatment, needs_assessment};
use law::{Finding, Outcome};
use model::{
    Date, EvidenceKind, InstrumentId, Jurisdiction, LogIndex, Procedure, ProductScope, Purpose, ScopeMatch,
    Text,
};
use registry::{Commitment, Fact, Knowledge, Objective, ObjectiveText};
use statement::act;

use crate::answer::RequirementKind;
use crate::context::{Context, worst};

/// One thing that is required.
pub(crate) struct Requirement<'a> {
    pub(crate) id: &'a InstrumentId,
    pub(crate) title: &'a Text,
    pub(crate) kind: RequirementKind,
    pub(crate) country: Jurisdiction,
    pub(crate) edition: Option<&'a str>,
    pub(crate) former_edition: Option<&'a str>,
    pub(crate) former_until: Option<Date>,
    pub(crate) procedure: Procedure,
    pub(crate) purposes: &'a [Purpose],
    pub(crate) standards: &'a [act::StandardCitation],
    evidence: &'a [EvidenceKind],
    pub(crate) declaration: Option<&'a act::DeclarationRegime>,
    pub(crate) at: LogIndex,
    pub(crate) findings: Vec<Finding<'a>>,
    pub(crate) applies: Outcome,
}

impl Requirement<'_> {
    /// Whether a kind of document satisfies the procedure.
    pub(crate) fn accepts(&self, kind: EvidenceKind) -> bool {
        if self.evidence.is_empty() { fits(self.procedure, kind) } else { self.evidence.contains(&kind) }
    }
}

/// Documents that go with a procedure where the act does not say otherwise.
fn fits(procedure: Procedure, kind: EvidenceKind) -> bool {
    use EvidenceKind::{Certificate, Declaration, InspectionReport, TestReport, TypeApproval};
    match procedure {
        Procedure::None => true,
        Procedure::Declaration | Procedure::DeclarationWithTest => kind == Declaration,
        Procedure::Testing => matches!(kind, TestReport | Certificate),
        Procedure::Inspection => matches!(kind, InspectionReport | Certificate),
        Procedure::Certification => matches!(kind, Certificate | TypeApproval),
        Procedure::TypeApproval => kind == TypeApproval,
    }
}

/// Everything that is required, in the order of identifiers: regulations, additional requirements, objectives.
pub(crate) fn requirements<'a>(context: &Context<'a>) -> Vec<Requirement<'a>> {
    let mut found = regulations(context);
    found.extend(additional(context));
    let standing = objectives(context, &found);
    found.extend(standing);
    found
}

fn regulations<'a>(context: &Context<'a>) -> Vec<Requirement<'a>> {
    let index = context.registry.regulation_index();
    let candidates = context.candidates(index, &context.legislators);
    candidates.into_iter().filter_map(|id| regulation(context, id)).collect()
}

fn regulation<'a>(context: &Context<'a>, id: &'a InstrumentId) -> Option<Requirement<'a>> {
    let regulation = context.registry.regulation(id)?;
    let (edition, former) = context.registry.regulation_on(regulation, context.day, context.knowledge)?;
    let value = edition.value.as_ref();
    let demand = &value.requirement;
    let matches = context.matches(&demand.products);
    if matches == ScopeMatch::Outside || demand.procedure == Procedure::None {
        return None;
    }
    let mut findings = Vec::with_capacity(4);
    findings.push(applies_on_day::check(&applies_on_day::Input {
        act: id.as_str(),
        day: context.day,
        period: edition.period(),
        at: edition.at,
    }));
    findings.extend(scope_findings(context, id, &demand.products, demand.procedure, edition.at));
    let treatment = national_treatment(id, demand.imports_treated_worse, edition.at);
    let applies = worst(&findings);
    findings.extend(treatment);
    Some(Requirement {
        id,
        title: &regulation.adopted.title,
        kind: RequirementKind::Regulation,
        country: regulation.adopted.country,
        edition: Some(&value.name),
        former_edition: former,
        former_until: value.former_edition_until,
        procedure: demand.procedure,
        purposes: &demand.purposes,
        standards: &demand.standards,
        evidence: &demand.evidence,
        declaration: demand.declaration.as_ref(),
        at: edition.at,
        findings,
        applies,
    })
}

/// B's additional requirement despite an objective is a requirement of its own (L 18).
fn additional<'a>(context: &Context<'a>) -> Vec<Requirement<'a>> {
    let ids = context.legislators.iter().flat_map(|country| context.registry.additional_of(*country));
    ids.filter_map(|id| additional_requirement(context, id)).collect()
}

fn additional_requirement<'a>(context: &Context<'a>, id: &'a InstrumentId) -> Option<Requirement<'a>> {
    let fact = context.registry.additional_on(id, context.day, context.knowledge)?;
    let act = fact.value.as_ref();
    if context.matches(&act.products) == ScopeMatch::Outside || act.procedure == Procedure::None {
        return None;
    }
    let mut findings = vec![applies_on_day::check(&applies_on_day::Input {
        act: id.as_str(),
        day: context.day,
        period: fact.period(),
        at: fact.at,
    })];
    findings.extend(scope_findings(context, id, &act.products, act.procedure, fact.at));
    let applies = worst(&findings);
    findings.extend(national_treatment(id, act.imports_treated_worse, fact.at));
    Some(Requirement {
        id,
        title: &act.title,
        kind: RequirementKind::Additional,
        country: act.country,
        edition: None,
        former_edition: None,
        former_until: None,
        procedure: act.procedure,
        purposes: &[],
        standards: &[],
        evidence: &[],
        declaration: None,
        at: fact.at,
        findings,
        applies,
    })
}

/// Where B has agreed, adopted or accepts, and has no act of its own on record that the objective serves, the
/// objective itself stands as the requirement (reading 10).
fn objectives<'a>(context: &Context<'a>, own: &[Requirement<'a>]) -> Vec<Requirement<'a>> {
    context.objectives.iter().filter_map(|id| objective(context, id, own)).collect()
}

fn objective<'a>(
    context: &Context<'a>,
    id: &'a InstrumentId,
    own: &[Requirement<'a>],
) -> Option<Requirement<'a>> {
    let objective = context.registry.objective(id)?;
    let commitments = context.covering.iter().filter_map(|party| objective.commitments.get(party));
    let standing = commitments
        .flat_map(|facts| facts.on(context.knowledge, context.day, same_commitment))
        .filter(|fact| is_formal(objective, context.knowledge, committed_version(&fact.value)))
        .max_by_key(|fact| (committed_version(&fact.value), fact.at))?;
    let version = committed_version(&standing.value);
    let established: &Fact<ObjectiveText> = objective
        .versions
        .known(context.knowledge)
        .find(|fact| fact.value.version == version && fact.from <= context.day)?;
    let text = established.value.as_ref();
    let serves = |requirement: &Requirement<'_>| {
        requirement.kind == RequirementKind::Regulation
            && requirement.applies == Outcome::Met
            && (requirement.purposes.is_empty()
                || requirement.purposes.iter().any(|p| text.purposes.contains(p)))
    };
    if context.scope_of(text) == ScopeMatch::Outside || own.iter().any(serves) {
        return None;
    }
    let procedure = text.compliance.first().copied().unwrap_or(Procedure::Certification);
    let findings = scope_findings(context, id, text.products.as_ref()?, procedure, established.at);
    Some(Requirement {
        id,
        title: &text.title,
        kind: RequirementKind::Objective,
        country: context.importing,
        edition: None,
        former_edition: None,
        former_until: None,
        procedure,
        purposes: &text.purposes,
        standards: &[],
        evidence: &[],
        declaration: None,
        at: established.at,
        applies: worst(&findings),
        findings,
    })
}

/// Commitments of one country compete only with those of the same kind and version.
pub(crate) fn same_commitment(a: &Commitment, b: &Commitment) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b) && committed_version(a) == committed_version(b)
}

/// Whether a version has its formal elements, as far as they are known; a text without them is not established
/// (annex C 3.4).
pub(crate) fn is_formal(objective: &Objective, knowledge: Knowledge<'_>, version: u32) -> bool {
    objective.versions.known(knowledge).all(|fact| fact.value.version != version || fact.value.is_formal())
}

/// The version of an objective that a commitment is about.
pub(crate) fn committed_version(commitment: &Commitment) -> u32 {
    match commitment {
        Commitment::Agreed(act) => act.version,
        Commitment::Adopted(act) => act.version,
        Commitment::Accepted(act) => act.version,
    }
}

fn scope_findings<'a>(
    context: &Context<'a>,
    id: &'a InstrumentId,
    scope: &ProductScope,
    procedure: Procedure,
    at: LogIndex,
) -> Vec<Finding<'a>> {
    let covers = covers_product::check(&covers_product::Input {
        act: id.as_str(),
        code: context.code_text(),
        edition: context.edition.year().into(),
        matches: context.matches(scope),
        at,
    });
    let needs = needs_assessment::check(&needs_assessment::Input { act: id.as_str(), procedure, at });
    vec![covers, needs]
}

/// A text that treats imports worse is law all the same and is flagged (E.1); a finding only where there is a flag.
fn national_treatment(id: &InstrumentId, imports_treated_worse: bool, at: LogIndex) -> Option<Finding<'_>> {
    imports_treated_worse.then(|| {
        national_treatment::check(&national_treatment::Input { act: id.as_str(), imports_treated_worse, at })
    })
}
