//! Certificates: each is made for one path, most so that it holds, the others with one thing amiss.

use model::{EvidenceKind, Jurisdiction, PartyId, Procedure, Product, Recognises, StandardReference};
use rustc_hash::FxHashMap;
use statement::act::{ActReference, Certificate, CertificatesIssued, Report, StandardCitation};
use testkit::the;

use super::log::Log;
use super::plan::{Annex, EDITIONS, Plan, adoption, edition, heading, standard, subheading};
use crate::random::Random;

/// A certificate that was made, and for whom.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub(super) number: String,
    pub(super) issuer: PartyId,
    pub(super) importing: Jurisdiction,
    pub(super) code: String,
    pub(super) holder: PartyId,
    pub(super) model: Option<String>,
    pub(super) batch: Option<String>,
    pub(super) product: Product,
}

/// What a certificate is to say, before its number and product.
struct Draft {
    issuer: PartyId,
    kind: EvidenceKind,
    procedure: Procedure,
    importing: Jurisdiction,
    heading: usize,
    conforms_to: Vec<ActReference>,
    standards: Vec<StandardReference>,
    designating: Option<Jurisdiction>,
    certificate: Extras,
}

#[derive(Default)]
struct Extras {
    differences: Vec<String>,
    report: Option<Report>,
    persons: Vec<Jurisdiction>,
    marketed: Vec<Jurisdiction>,
    conditions: Vec<String>,
    production: Option<bool>,
}

/// Certificates stated together: one act for each issuer among so many.
const BLOCK: usize = 20_000;

pub(super) fn make(log: &mut Log, plan: &Plan, random: &mut Random) -> Vec<Made> {
    let by_kind = by_kind(plan);
    let accredited = accredited(plan);
    let mut all = Vec::with_capacity(plan.scale.certificates);
    let mut counts: FxHashMap<PartyId, u64> = FxHashMap::default();
    while all.len() < plan.scale.certificates {
        let size = BLOCK.min(plan.scale.certificates - all.len());
        let mut block: Vec<(PartyId, Certificate)> = Vec::with_capacity(size);
        while block.len() < size {
            let Some(mut draft) = draft(plan, random, &by_kind, &accredited) else { continue };
            spoil(plan, random, &mut draft);
            let number = format!("C-{:07}", all.len());
            let (made, certificate) = certificate(random, draft, number);
            block.push((made.issuer.clone(), certificate));
            all.push(made);
        }
        block.sort_by(|a, b| a.0.cmp(&b.0));
        for group in block.chunk_by(|a, b| a.0 == b.0) {
            issue(log, &mut counts, group);
        }
    }
    all
}

fn issue(log: &mut Log, counts: &mut FxHashMap<PartyId, u64>, group: &[(PartyId, Certificate)]) {
    let issuer = group[0].0.clone();
    let count = counts.entry(issuer.clone()).or_default();
    let mut certificates: Vec<Certificate> =
        group.iter().map(|(_, certificate)| certificate.clone()).collect();
    for certificate in &mut certificates {
        certificate.status_index = *count;
        *count += 1;
    }
    log.state(CertificatesIssued { issuer, certificates });
}

type ByKind = FxHashMap<Recognises, Vec<usize>>;

fn by_kind(plan: &Plan) -> ByKind {
    let mut by_kind = ByKind::default();
    for (place, annex) in plan.annexes.iter().enumerate() {
        if !annex.bodies.is_empty() && !annex.acts.is_empty() {
            by_kind.entry(annex.kind).or_default().push(place);
        }
    }
    by_kind
}

fn accredited(plan: &Plan) -> FxHashMap<usize, Vec<usize>> {
    let mut by_act: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (body, act) in &plan.accredited {
        by_act.entry(*act).or_default().push(*body);
    }
    by_act
}

fn draft(
    plan: &Plan,
    random: &mut Random,
    by_kind: &ByKind,
    accredited: &FxHashMap<usize, Vec<usize>>,
) -> Option<Draft> {
    match random.below(12) {
        0 => national(plan, random),
        1 => objective(plan, random),
        2 => prior(plan, random),
        3 => stricter(plan, random),
        4 => declaration_by_law(plan, random),
        place => {
            const KINDS: [Recognises; 7] = [
                Recognises::Results,
                Recognises::Equivalence,
                Recognises::HarmonisedApproval,
                Recognises::Accreditation,
                Recognises::Declaration,
                Recognises::Scheme,
                Recognises::LawfulMarketing,
            ];
            let kind = KINDS.get(place - 5).copied().unwrap_or(Recognises::Results);
            let kind = if random.percent(12) { Recognises::Alignment } else { kind };
            let annex = &plan.annexes[*random.pick(by_kind.get(&kind)?)?];
            through(plan, random, annex, accredited)
        }
    }
}

fn kind_for(procedure: Procedure) -> EvidenceKind {
    match procedure {
        Procedure::Declaration | Procedure::DeclarationWithTest => EvidenceKind::Declaration,
        Procedure::Testing => EvidenceKind::TestReport,
        Procedure::Inspection => EvidenceKind::InspectionReport,
        Procedure::TypeApproval => EvidenceKind::TypeApproval,
        Procedure::None | Procedure::Certification => EvidenceKind::Certificate,
    }
}

/// A document about a regulation in its present edition, issued by a body.
fn about(plan: &Plan, random: &mut Random, issuer: PartyId, act: usize) -> Option<Draft> {
    let regulation = &plan.regulations[act];
    let importing = plan.country_in(regulation.party, random)?;
    let edition = regulation.editions.last().cloned();
    let mut extras = Extras { report: Some(report(plan, random)), ..Extras::default() };
    extras.persons.extend(regulation.regime.as_ref().and_then(|regime| regime.responsible_person_in));
    Some(Draft {
        issuer,
        kind: kind_for(regulation.procedure),
        procedure: regulation.procedure,
        importing: plan.countries[importing].code,
        heading: regulation.heading,
        conforms_to: vec![ActReference { act: regulation.id.clone(), edition }],
        standards: met(plan, random, &regulation.citations),
        designating: None,
        certificate: extras,
    })
}

fn report(plan: &Plan, random: &mut Random) -> Report {
    let body = random.pick(&plan.accredited).map_or(0, |(body, _)| *body);
    Report {
        number: format!("T-{}", random.below(1_000_000)),
        laboratory: plan.bodies[body].id.clone(),
        issued_on: random.day(2020, 2023),
    }
}

/// Editions that satisfy citations, now and then the former one or a national adoption; another standard where
/// nothing is cited.
fn met(plan: &Plan, random: &mut Random, citations: &[StandardCitation]) -> Vec<StandardReference> {
    if citations.is_empty() && random.percent(60) {
        return vec![standard(random.below(plan.scale.series), Some(EDITIONS[2]))];
    }
    let place = |citation: &StandardCitation| {
        let digits = citation.standard.series().trim_start_matches("SYN ").parse::<usize>();
        digits.unwrap_or(1_000).saturating_sub(1_000)
    };
    let one = |citation: &StandardCitation, random: &mut Random| {
        let cited = citation.standard.edition().and_then(|year| year.parse().ok());
        let edition = cited.unwrap_or(if random.percent(80) { EDITIONS[2] } else { random.of(&EDITIONS) });
        if random.percent(8) {
            adoption(place(citation), edition)
        } else {
            standard(place(citation), Some(edition))
        }
    };
    citations.iter().map(|citation| one(citation, random)).collect()
}

fn national(plan: &Plan, random: &mut Random) -> Option<Draft> {
    let (body, act) = *random.pick(&plan.accepted)?;
    about(plan, random, plan.bodies[body].id.clone(), act)
}

fn declaration_by_law(plan: &Plan, random: &mut Random) -> Option<Draft> {
    for _ in 0..20 {
        let act = random.below(plan.regulations.len());
        let asks = matches!(
            plan.regulations[act].procedure,
            Procedure::Declaration | Procedure::DeclarationWithTest
        );
        if asks || plan.regulations[act].regime.is_some() {
            let issuer = supplier(plan, random);
            let mut draft = about(plan, random, issuer, act)?;
            draft.kind = EvidenceKind::Declaration;
            return Some(draft);
        }
    }
    None
}

fn supplier(plan: &Plan, random: &mut Random) -> PartyId {
    the(&format!("did:web:supplier-{}.example", random.below(plan.scale.bodies)))
}

fn objective(plan: &Plan, random: &mut Random) -> Option<Draft> {
    let objective = random.pick(&plan.objectives)?;
    let party = *random.pick(&objective.bound)?;
    let heading = random.of(&objective.headings);
    let procedure = random.of(&objective.compliance);
    let kind = kind_for(procedure);
    let issuer = if kind == EvidenceKind::Declaration {
        supplier(plan, random)
    } else {
        plan.bodies[*random.pick(&objective.bodies)?].id.clone()
    };
    let edition = Some(objective.version.to_string());
    let mut conforms_to = vec![ActReference { act: objective.id.clone(), edition }];
    if random.percent(15) {
        conforms_to.push(ActReference { act: the(&format!("ADD-{}", objective.id)), edition: None });
    }
    let importing = plan.country_in(party, random)?;
    Some(Draft {
        issuer,
        kind,
        procedure,
        importing: plan.countries[importing].code,
        heading,
        conforms_to,
        standards: met(plan, random, &objective.citations),
        designating: None,
        certificate: Extras::default(),
    })
}

fn prior(plan: &Plan, random: &mut Random) -> Option<Draft> {
    let prior = random.pick(&plan.priors)?;
    let body = match (random.pick(&prior.bodies), prior.designating) {
        (Some(body), _) => *body,
        (None, Some(country)) => plan.body_of(plan.countries[country].code, random)?,
        (None, None) => random.below(plan.bodies.len()),
    };
    let mut draft = about(plan, random, plan.bodies[body].id.clone(), prior.regulation)?;
    if let Some(act) = prior.attests_to {
        let foreign = &plan.regulations[act];
        draft.conforms_to =
            vec![ActReference { act: foreign.id.clone(), edition: foreign.editions.last().cloned() }];
    }
    draft.certificate.conditions.clone_from(&prior.conditions);
    Some(draft)
}

fn stricter(plan: &Plan, random: &mut Random) -> Option<Draft> {
    let (act, met) = random.pick(&plan.stricter)?;
    let body = random.below(plan.bodies.len());
    let mut draft = about(plan, random, plan.bodies[body].id.clone(), *act)?;
    draft.standards = vec![if met.is_dated() { met.clone() } else { the(&format!("{met}:{}", EDITIONS[2])) }];
    Some(draft)
}

/// A document that an annex is to carry from one of its parties to another.
fn through(
    plan: &Plan,
    random: &mut Random,
    annex: &Annex,
    accredited: &FxHashMap<usize, Vec<usize>>,
) -> Option<Draft> {
    let mut act = *random.pick(&annex.acts)?;
    let (mut body, exporting) = *random.pick(&annex.bodies)?;
    let mut foreign = None;
    if annex.kind == Recognises::Equivalence {
        let (ours, theirs) = *random.pick(&annex.pairs)?;
        (act, foreign) = (ours, Some(theirs));
        let from = plan.regulations[theirs].party;
        body = annex.bodies.iter().find(|(_, party)| *party == from).map_or(body, |(body, _)| *body);
    } else if annex.kind == Recognises::Accreditation {
        body = accredited.get(&act).and_then(|bodies| random.pick(bodies)).copied().unwrap_or(body);
    } else if plan.regulations[act].party == exporting {
        act = *random.pick(&annex.acts)?;
    }
    let mut draft = about(plan, random, plan.bodies[body].id.clone(), act)?;
    if let Some(output) = random.pick(&annex.outputs) {
        draft.kind = *output;
    }
    match annex.kind {
        Recognises::Equivalence => {
            let theirs = &plan.regulations[foreign?];
            let edition = theirs.editions.last().cloned();
            draft.conforms_to = vec![ActReference { act: theirs.id.clone(), edition }];
        }
        Recognises::HarmonisedApproval => {
            let series = random.of(&["1", "2", "3", "4"]).to_owned();
            draft.conforms_to = vec![ActReference { act: annex.id.clone(), edition: Some(series) }];
            draft.kind = EvidenceKind::TypeApproval;
            draft.certificate.production =
                random.of(&[Some(true), Some(true), Some(true), None, Some(false)]);
            draft.certificate.report = None;
        }
        Recognises::Declaration => {
            draft.issuer = supplier(plan, random);
            draft.designating = Some(exporting);
            draft.kind = EvidenceKind::Declaration;
            let wanted = annex.regime.as_ref().and_then(|regime| regime.responsible_person_in);
            draft.certificate.persons.extend(wanted);
        }
        Recognises::Scheme => {
            let ours = annex.differences.iter().filter(|(_, _)| random.percent(90));
            draft.certificate.differences = ours.map(|(_, difference)| difference.clone()).collect();
        }
        Recognises::LawfulMarketing => {
            draft.certificate.marketed = vec![exporting];
            draft.designating = Some(exporting);
        }
        _ => {}
    }
    Some(draft)
}

/// One thing amiss, in every third.
fn spoil(plan: &Plan, random: &mut Random, draft: &mut Draft) {
    if random.percent(65) {
        return;
    }
    match random.below(9) {
        0 => draft.issuer = plan.bodies[random.below(plan.bodies.len())].id.clone(),
        1 => draft.kind = random.of(EvidenceKind::ALL),
        2 => draft.standards.clear(),
        3 => draft.conforms_to.clear(),
        4 => draft.conforms_to.iter_mut().for_each(|reference| reference.edition = None),
        5 => draft.conforms_to.iter_mut().for_each(|reference| reference.edition = Some("2016".to_owned())),
        6 => draft.procedure = random.of(Procedure::ALL),
        7 => draft.designating = Some(plan.countries[random.below(plan.countries.len())].code),
        _ => draft.certificate = Extras::default(),
    }
}

fn certificate(random: &mut Random, draft: Draft, number: String) -> (Made, Certificate) {
    let code = if random.percent(90) { subheading(draft.heading, random) } else { heading(draft.heading) };
    let holder: PartyId = the(&format!("did:web:holder-{}.example", random.below(10_000)));
    let model = random.percent(40).then(|| format!("M-{}", random.below(500)));
    let batch = random.percent(4).then(|| format!("B-{}", random.below(100)));
    let product = Product {
        hs: Some(the(&code)),
        hs_edition: Some(edition()),
        model: model.clone(),
        batch: batch.clone(),
        ..Product::default()
    };
    let issued_on = random.day(2021, 2024);
    let certificate = Certificate {
        number: the(&number),
        status_index: 0,
        kind: draft.kind,
        holder: holder.clone(),
        products: vec![product.clone()],
        conforms_to: draft.conforms_to,
        standards: draft.standards,
        procedure: draft.procedure,
        modules: Vec::new(),
        designating_party: draft.designating,
        basis: Vec::new(),
        assessed_on: random.percent(40).then(|| random.day(2020, 2021).min(issued_on)),
        issued_on,
        expires_on: random.percent(60).then(|| random.day(2025, 2030)),
        aliases: Vec::new(),
        credential_sha256: None,
        differences_covered: draft.certificate.differences,
        report: draft.certificate.report,
        responsible_persons_in: draft.certificate.persons,
        lawfully_marketed_in: draft.certificate.marketed,
        conditions_met: draft.certificate.conditions,
        production_conforms: draft.certificate.production,
        same_product_as: None,
    };
    let asked = if code.len() == 4 { format!("{code}10") } else { code };
    let made = Made {
        number,
        issuer: draft.issuer,
        importing: draft.importing,
        code: asked,
        holder,
        model,
        batch,
        product,
    };
    (made, certificate)
}
