//! Objective (Rec. L): a product that complies with a common regulatory objective and is properly attested circulates
//! in every country that agreed, adopted or accepts, whoever made it.

use law::rules::objective::{
    binds_country, claim_refers, compliance_clause, covers_product, established, named_standards,
    no_counter_measure, recognised_body, serves_purpose, version_binds,
};
use law::{Finding, Recorded};
use model::{Date, EvidenceKind, InstrumentId, Jurisdiction, Procedure, ScopeMatch};
use registry::ObjectiveText;
use registry::{Commitment, Fact, Objective};
use smallvec::SmallVec;
use statement::act::{CounterMeasureTaken, RecognisedBodyDesignated};

use super::{Candidate, Case};
use crate::answer::{Basis, RequirementKind};
use crate::context::{recorded, recorded_period};
use crate::gate::requirements::{committed_version, is_formal, same_commitment};

pub(super) fn examine<'a>(case: &Case<'_, 'a>) -> Vec<Candidate<'a>> {
    let ids = case.context.objectives.iter().copied();
    let only = case.requirement.kind == RequirementKind::Objective;
    let relevant = ids.filter(|id| !only || *id == case.requirement.id);
    let found = relevant.filter_map(|id| Some((id, case.context.registry.objective(id)?)));
    let known = found.filter(|(_, o)| o.versions.known(case.context.knowledge).next().is_some());
    let bound = known.flat_map(|(id, objective)| {
        Binding::all(case, objective).into_iter().map(move |binding| (id, objective, binding))
    });
    let candidates: Vec<_> =
        bound.map(|(id, objective, binding)| through(case, id, objective, &binding)).collect();
    if candidates.is_empty() { vec![none(case)] } else { candidates }
}

fn through<'a>(
    case: &Case<'_, 'a>,
    id: &'a InstrumentId,
    objective: &'a Objective,
    binding: &Binding,
) -> Candidate<'a> {
    let version = binding.version(case, objective);
    let text = version.map(|fact| fact.value.as_ref());
    let name = Some(id.as_str());
    let covers = text.map_or(ScopeMatch::Outside, |text| case.context.scope_of(text));
    let findings = vec![
        established::check(&established::Input {
            objective: name,
            version: text.map_or(0, |text| text.version),
            day: case.context.day,
            established: version.map(|fact| recorded(fact, fact.from)),
            missing_element: text.and_then(|text| text.missing.first()).map(|element| element.as_str()),
        }),
        covers_product::check(&covers_product::Input {
            objective: name,
            code: case.context.code_text(),
            matches: covers,
        }),
        purpose(case, Some(id), text),
        claim(case, Some(id)),
        version_of_claim(case, id, binding.committed, version),
        compliance(case, Some(id), text),
        body(case, Some(id), text, Some(objective)),
        standards(case, Some(id), text),
        binding.finding(case, Some(id)),
        counter_measure(case, Some(id)),
    ];
    Candidate { instrument: name, basis: binding.basis(case), findings }
}

/// How the importing country is bound on the day.
#[derive(Default)]
struct Binding {
    adopted: Option<Recorded<Date>>,
    agreed: Option<Recorded<Date>>,
    accepted: Option<Recorded<Date>>,
    committed: Option<u32>,
}

impl Binding {
    /// One for each version that binds on the day: a country may apply one version as law and have agreed to a later
    /// one. Of adoptions, agreements and acceptances each, only the latest version counts (reading 3). Where none
    /// binds yet, one that shows what is to come.
    fn all<'a>(case: &Case<'_, 'a>, objective: &'a Objective) -> SmallVec<[Self; 2]> {
        let day = case.context.day;
        let standing = standing(case, objective);
        let mut versions: SmallVec<[u32; 2]> = SmallVec::new();
        for fact in standing.iter().filter(|fact| fact.from <= day) {
            let version = committed_version(&fact.value);
            if !versions.contains(&version) && latest(&standing, fact, day) == Some(version) {
                versions.push(version);
            }
        }
        if versions.is_empty() {
            return SmallVec::from_iter([Self::of(&standing)]);
        }
        let binding = |version: u32| {
            let of_version = standing.iter().copied().filter(|fact| {
                committed_version(&fact.value) == version
                    && latest(&standing, fact, day).is_none_or(|latest| latest == version)
            });
            Self { committed: Some(version), ..Self::of(&of_version.collect::<Vec<_>>()) }
        };
        versions.into_iter().map(binding).collect()
    }

    fn of(standing: &[&Fact<Commitment>]) -> Self {
        let mut binding = Self::default();
        for fact in standing {
            let from = Some(recorded(fact, fact.from));
            match fact.value.as_ref() {
                Commitment::Adopted(_) => binding.adopted = earlier(binding.adopted, from),
                Commitment::Agreed(_) => binding.agreed = earlier(binding.agreed, from),
                Commitment::Accepted(_) => binding.accepted = earlier(binding.accepted, from),
            }
        }
        binding
    }

    /// The version to which the country is bound on the day, else the latest one.
    fn version<'a>(&self, case: &Case<'_, 'a>, objective: &'a Objective) -> Option<&'a Fact<ObjectiveText>> {
        let known = || objective.versions.known(case.context.knowledge);
        let committed = self.committed.and_then(|version| known().find(|fact| fact.value.version == version));
        committed.or_else(|| known().max_by_key(|fact| (fact.value.is_formal(), fact.value.version)))
    }

    fn basis(&self, case: &Case<'_, '_>) -> Option<Basis> {
        let adopted = self.adopted.is_some_and(|from| from.what <= case.context.day);
        Some(if adopted { Basis::Law } else { Basis::Undertaking })
    }

    fn finding<'a>(&self, case: &Case<'_, 'a>, id: Option<&'a InstrumentId>) -> Finding<'a> {
        binds_country::check(&binds_country::Input {
            objective: id.map(InstrumentId::as_str),
            country: case.context.importing,
            day: case.context.day,
            adopted: self.adopted,
            agreed: self.agreed,
            accepted: self.accepted,
        })
    }
}

/// Commitments that have not ended by the day; an adoption that will apply later is shown. A commitment to a version
/// that lacks formal elements binds to nothing (annex C 3.4).
fn standing<'a>(case: &Case<'_, 'a>, objective: &'a Objective) -> Vec<&'a Fact<Commitment>> {
    let (knowledge, day) = (case.context.knowledge, case.context.day);
    let commitments = case.context.covering.iter().filter_map(|party| objective.commitments.get(party));
    let standing = commitments.flat_map(|facts| facts.standing(knowledge, same_commitment));
    let standing: Vec<_> = standing.filter(|fact| fact.until.is_none_or(|until| day < until)).collect();
    let binding = |fact: &&Fact<Commitment>| is_formal(objective, knowledge, committed_version(&fact.value));
    standing.into_iter().filter(|fact| binding(fact)).collect()
}

/// The latest version of commitments of the same kind that bind on the day.
fn latest(standing: &[&Fact<Commitment>], like: &Fact<Commitment>, day: Date) -> Option<u32> {
    let kind = std::mem::discriminant(like.value.as_ref());
    let same = standing.iter().filter(|fact| std::mem::discriminant(fact.value.as_ref()) == kind);
    same.filter(|fact| fact.from <= day).map(|fact| committed_version(&fact.value)).max()
}

fn earlier(a: Option<Recorded<Date>>, b: Option<Recorded<Date>>) -> Option<Recorded<Date>> {
    a.into_iter().chain(b).min_by_key(|recorded| recorded.what)
}

/// The objective serves the requirement when it covers each of its purposes; an additional requirement stands apart.
fn purpose<'a>(
    case: &Case<'_, 'a>,
    id: Option<&'a InstrumentId>,
    text: Option<&ObjectiveText>,
) -> Finding<'a> {
    let requirement = case.requirement;
    let covered = match requirement.kind {
        RequirementKind::Objective => id == Some(requirement.id),
        RequirementKind::Regulation | RequirementKind::Additional => text.is_some_and(|text| {
            !requirement.purposes.is_empty() && requirement.purposes.iter().all(|p| text.purposes.contains(p))
        }),
    };
    serves_purpose::check(&serves_purpose::Input {
        objective: id.map(InstrumentId::as_str),
        act: requirement.id.as_str(),
        covered,
        additional: requirement.kind == RequirementKind::Additional,
    })
}

fn claim<'a>(case: &Case<'_, 'a>, id: Option<&'a InstrumentId>) -> Finding<'a> {
    claim_refers::check(&claim_refers::Input {
        objective: id.map(InstrumentId::as_str),
        number: case.evidence.number(),
        refers: id.is_some_and(|id| case.evidence.attests_to(id.as_str()).is_some()),
        at: case.evidence.state.content_at,
    })
}

fn version_of_claim<'a>(
    case: &Case<'_, 'a>,
    id: &'a InstrumentId,
    binding: Option<u32>,
    version: Option<&Fact<ObjectiveText>>,
) -> Finding<'a> {
    let claimed = case.evidence.attests_to(id.as_str()).flatten().and_then(|edition| edition.parse().ok());
    version_binds::check(&version_binds::Input {
        objective: Some(id.as_str()),
        claimed,
        binding,
        former_good_until: version.and_then(|fact| fact.value.former_version_until),
        day: case.context.day,
    })
}

/// Whether the compliance clause allows this kind of document.
fn compliance<'a>(
    case: &Case<'_, 'a>,
    id: Option<&'a InstrumentId>,
    text: Option<&ObjectiveText>,
) -> Finding<'a> {
    let kind = case.evidence.facts.issued.kind;
    compliance_clause::check(&compliance_clause::Input {
        objective: id.map(InstrumentId::as_str),
        kind,
        allowed: text.is_some_and(|text| text.compliance.iter().any(|procedure| shows(*procedure, kind))),
    })
}

fn shows(procedure: Procedure, kind: EvidenceKind) -> bool {
    match procedure {
        Procedure::None => true,
        Procedure::Declaration | Procedure::DeclarationWithTest => kind == EvidenceKind::Declaration,
        Procedure::Testing => matches!(kind, EvidenceKind::TestReport | EvidenceKind::Certificate),
        Procedure::Inspection => matches!(kind, EvidenceKind::InspectionReport | EvidenceKind::Certificate),
        Procedure::Certification => matches!(kind, EvidenceKind::Certificate | EvidenceKind::TypeApproval),
        Procedure::TypeApproval => kind == EvidenceKind::TypeApproval,
    }
}

/// Third-party attestation counts only by a body recognised for the scope on the day of the attestation (L 27).
fn body<'a>(
    case: &Case<'_, 'a>,
    id: Option<&'a InstrumentId>,
    text: Option<&ObjectiveText>,
    objective: Option<&'a Objective>,
) -> Finding<'a> {
    let kind = case.evidence.facts.issued.kind;
    let day = case.evidence.assessed_on;
    let own_word = kind == EvidenceKind::Declaration
        && text.is_some_and(|text| text.compliance.iter().any(|p| shows(*p, EvidenceKind::Declaration)));
    let listed = objective.and_then(|objective| {
        let designations = objective.bodies.get(case.evidence.issuer())?;
        let same = |a: &RecognisedBodyDesignated, b: &RecognisedBodyDesignated| {
            a.country == b.country && a.procedures == b.procedures && a.products == b.products
        };
        let fits = designations.standing(case.context.knowledge, same).filter(|fact| {
            case.within(&fact.value.procedures, fact.value.products.as_ref())
                && agreed(case, objective, fact.value.country)
                && !withdrawn(case, objective, fact.value.country, fact.from)
        });
        fits.max_by_key(|fact| (fact.contains(day), fact.at))
    });
    recognised_body::check(&recognised_body::Input {
        objective: id.map(InstrumentId::as_str),
        body: case.evidence.issuer().as_str(),
        assessed_on: day,
        needed: !own_word,
        listed: listed.map(recorded_period),
    })
}

/// Only countries that agreed may designate (L 27).
fn agreed(case: &Case<'_, '_>, objective: &Objective, country: Jurisdiction) -> bool {
    let day = case.evidence.assessed_on;
    let covering = case.context.registry.covering(country, day, case.context.knowledge);
    let commitments = covering.iter().filter_map(|party| objective.commitments.get(party));
    let mut on_day = commitments.flat_map(|facts| facts.on(case.context.knowledge, day, same_commitment));
    on_day.any(|fact| matches!(*fact.value, Commitment::Agreed(_)))
}

/// Whether the designation by a country, begun on a day, was withdrawn by the day of the assessment.
fn withdrawn(case: &Case<'_, '_>, objective: &Objective, country: Jurisdiction, from: Date) -> bool {
    let ends = objective.bodies_withdrawn.get(case.evidence.issuer());
    ends.is_some_and(|ends| {
        ends.known(case.context.knowledge).any(|end| {
            end.value.country == country && from <= end.from && end.from <= case.evidence.assessed_on
        })
    })
}

/// Standards in the editions that the objective names, or conformity shown otherwise where they are not exclusive.
fn standards<'a>(
    case: &Case<'_, 'a>,
    id: Option<&'a InstrumentId>,
    text: Option<&'a ObjectiveText>,
) -> Finding<'a> {
    let citations = text.map_or(&[][..], |text| &text.standards);
    let day = case.evidence.assessed_on;
    let certified = &case.evidence.state.content.standards;
    let unmet = citations
        .iter()
        .filter(|citation| !certified.iter().any(|met| case.context.satisfies(met, citation, day)));
    let unmet: Vec<_> = unmet.collect();
    let exclusive = unmet.iter().find(|citation| citation.exclusive);
    named_standards::check(&named_standards::Input {
        objective: id.map(InstrumentId::as_str),
        named: u32::try_from(citations.len()).unwrap_or(u32::MAX),
        missing: exclusive.or(unmet.first()).map(|citation| citation.standard.as_str()),
        // A certificate that states conformity to the objective and names no standard shows it in another way; one
        // that names a standard in another edition than the objective does has not.
        shown_otherwise: exclusive.is_none() && unmet.iter().all(|citation| names_no_edition(case, citation)),
    })
}

fn names_no_edition(case: &Case<'_, '_>, citation: &statement::act::StandardCitation) -> bool {
    !case.evidence.state.content.standards.iter().any(|met| met.series() == citation.standard.series())
}

/// A counter-measure of B on products that originate in the country that imposed an additional requirement, while
/// that stands (L 18).
fn counter_measure<'a>(case: &Case<'_, 'a>, id: Option<&'a InstrumentId>) -> Finding<'a> {
    let (registry, knowledge, day) = (case.context.registry, case.context.knowledge, case.context.day);
    let facts = case.context.covering.iter().filter_map(|country| registry.counter_measures(*country));
    let same = |a: &CounterMeasureTaken, b: &CounterMeasureTaken| a.counter_measure == b.counter_measure;
    let under_objective = move |value: &CounterMeasureTaken| Some(&value.objective) == id;
    let taken = facts.flat_map(|facts| facts.standing_among(knowledge, same, under_objective));
    let covers = |fact: &&Fact<CounterMeasureTaken>| {
        fact.contains(day) && case.context.within(Some(&fact.value.products))
    };
    let open = taken.filter(covers).filter_map(|fact| {
        let lifted = registry.counter_measure_is_lifted(fact, day, knowledge);
        let stands = registry.additional_on(&fact.value.against, day, knowledge).filter(|_| !lifted)?;
        Some((fact, stands.value.country))
    });
    let origin = case.context.question.origin;
    let open = open.max_by_key(|(_, country)| hits_origin(case, origin, *country));
    let against =
        open.map(|(_, country)| origin.filter(|_| hits_origin(case, origin, country)).unwrap_or(country));
    no_counter_measure::check(&no_counter_measure::Input {
        objective: id.map(InstrumentId::as_str),
        origin,
        counter_measure: open.map(|(fact, _)| recorded(fact, fact.value.counter_measure.as_str())),
        against,
    })
}

/// Whether goods originate in a country or in a member of a group.
fn hits_origin(case: &Case<'_, '_>, origin: Option<Jurisdiction>, country: Jurisdiction) -> bool {
    origin.is_some_and(|origin| {
        case.context.registry.covering(origin, case.context.day, case.context.knowledge).contains(&country)
    })
}

fn none<'a>(case: &Case<'_, 'a>) -> Candidate<'a> {
    let findings = vec![
        established::check(&established::Input {
            objective: None,
            version: 0,
            day: case.context.day,
            established: None,
            missing_element: None,
        }),
        purpose(case, None, None),
        claim(case, None),
        compliance(case, None, None),
        body(case, None, None, None),
        Binding::default().finding(case, None),
    ];
    Candidate { instrument: None, basis: Some(Basis::Undertaking), findings }
}
