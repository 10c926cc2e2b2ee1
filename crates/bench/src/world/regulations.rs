//! Technical regulations: for each country and heading its own or its union's, sometimes both.

use model::{EvidenceKind, HsEdition, Jurisdiction, Procedure, ProductScope, Purpose, Stringency, Text};
use statement::act::{
    CorrelationStated, DeclarationRegime, RegulationAdopted, RegulationAmended, RegulationRepealed,
    Requirement, StandardCitation, StringencyStated,
};
use testkit::the;

use super::log::Log;
use super::plan::{
    EDITION, EDITIONS, Plan, Regulation, edition, heading, scope, series, sometimes_until, standard,
};
use crate::random::Random;

pub(super) fn state(log: &mut Log, plan: &mut Plan, random: &mut Random) {
    correlations(log, plan);
    for union in 0..plan.unions.len() {
        let code = plan.unions[union].code;
        for heading in (0..plan.scale.headings).filter(|heading| (heading + union) % 2 == 0) {
            regulation(log, plan, random, code, heading, 0);
        }
    }
    for country in 0..plan.countries.len() {
        let (code, union) = (plan.countries[country].code, plan.countries[country].union);
        for heading in 0..plan.scale.headings {
            // Where the union has made law, members rarely have law of their own beside it.
            let harmonised = union.is_some_and(|union| (heading + union) % 2 == 0);
            if harmonised && !random.percent(10) || !harmonised && random.percent(3) {
                continue;
            }
            regulation(log, plan, random, code, heading, 0);
            if random.percent(4) {
                regulation(log, plan, random, code, heading, 1);
            }
        }
    }
    stringency(log, plan, random);
}

/// Every second heading of the edition is known to be the same heading of the one before.
fn correlations(log: &mut Log, plan: &Plan) {
    let places = (0..plan.scale.headings).step_by(2);
    let codes =
        places.flat_map(|place| ["10", "20", "90"].map(|end| the(&format!("{}{end}", heading(place)))));
    let pairs: Vec<_> = codes.map(|code| (code, code)).collect();
    for pairs in pairs.chunks(1_000) {
        log.state(CorrelationStated {
            from_edition: edition(),
            to_edition: earlier_edition(),
            pairs: pairs.to_vec(),
            source: "synthetic".to_owned(),
        });
    }
}

fn earlier_edition() -> HsEdition {
    #[expect(clippy::unwrap_used, reason = "an edition that is in the list of editions")]
    HsEdition::try_from(EDITION - 5).unwrap()
}

fn regulation(
    log: &mut Log,
    plan: &mut Plan,
    random: &mut Random,
    party: Jurisdiction,
    heading: usize,
    number: usize,
) {
    let id = format!("R-{party}-{heading}-{number}");
    let requirement = requirement(plan, random, heading);
    let mut editions = vec!["2016".to_owned()];
    log.state(RegulationAdopted {
        regulation: the(&id),
        country: party,
        title: Text::default(),
        edition: editions[0].clone(),
        requirement: requirement.clone(),
        applies_from: random.day(2010, 2017),
        until: sometimes_until(random, 2),
        adopted_on: None,
        notification: String::new(),
    });
    if random.percent(25) {
        editions.push("2023".to_owned());
        log.state(RegulationAmended {
            regulation: the(&id),
            edition: editions[1].clone(),
            requirement: requirement.clone(),
            applies_from: random.day(2022, 2024),
            former_edition_until: random.percent(60).then(|| random.day(2024, 2026)),
        });
    }
    if random.percent(2) {
        log.state(RegulationRepealed {
            regulation: the(&id),
            on: random.day(2023, 2026),
            reason: String::new(),
        });
    }
    plan.by_party.entry((party, heading)).or_default().push(plan.regulations.len());
    plan.regulations.push(Regulation {
        id: the(&id),
        party,
        heading,
        editions,
        procedure: requirement.procedure,
        citations: requirement.standards,
        regime: requirement.declaration,
    });
}

fn requirement(plan: &Plan, random: &mut Random, heading: usize) -> Requirement {
    use Procedure::{Certification, Declaration, DeclarationWithTest, Inspection, Testing, TypeApproval};
    let procedure = match random.below(100) {
        0..5 => Procedure::None,
        5..45 => Certification,
        45..60 => Testing,
        60..72 => Declaration,
        72..80 => DeclarationWithTest,
        80..95 => TypeApproval,
        _ => Inspection,
    };
    let declares = matches!(procedure, Declaration | DeclarationWithTest);
    let purposes = match random.below(4) {
        0 => vec![Purpose::Safety],
        1 => vec![Purpose::Health],
        2 => vec![Purpose::Safety, Purpose::Environment],
        _ => vec![],
    };
    let regime = DeclarationRegime {
        responsible_person_in: random
            .percent(30)
            .then(|| plan.countries[random.below(plan.countries.len())].code),
        test_report_required: random.percent(50),
        accredited_laboratory: random.percent(40),
    };
    let evidence = if random.percent(15) {
        vec![EvidenceKind::Certificate, EvidenceKind::TypeApproval, EvidenceKind::Declaration]
    } else {
        Vec::new()
    };
    Requirement {
        products: product_scope(random, heading),
        procedure,
        purposes,
        standards: citations(plan, random, heading),
        evidence,
        declaration: (declares || random.percent(10)).then_some(regime),
        imports_treated_worse: random.percent(3),
    }
}

fn product_scope(random: &mut Random, place: usize) -> ProductScope {
    let mut products = scope(&[place]);
    match random.below(100) {
        0..4 => products.except = vec![the(&format!("{}90", heading(place)))],
        4..8 => {
            products.hs = vec![the(&format!("{}10", heading(place))), the(&format!("{}20", heading(place)))]
        }
        8..11 => products.hs_edition = earlier_edition(),
        _ => {}
    }
    products
}

/// References to standards: none, one or two, dated or undated, some exclusive.
pub(super) fn citations(plan: &Plan, random: &mut Random, heading: usize) -> Vec<StandardCitation> {
    let count = random.of(&[0, 1, 1, 2]);
    let one = |random: &mut Random| {
        let edition = random.percent(35).then(|| random.of(&[EDITIONS[1], EDITIONS[2], EDITIONS[2]]));
        StandardCitation {
            standard: standard(series(plan.scale, heading, random), edition),
            exclusive: random.percent(40),
            section: String::new(),
            former_edition_until: random.percent(20).then(|| random.day(2024, 2026)),
        }
    };
    (0..count).map(|_| one(random)).collect()
}

/// Statements of countries that another standard is at least as strict as one that their law requires.
fn stringency(log: &mut Log, plan: &mut Plan, random: &mut Random) {
    for _ in 0..plan.scale.headings * 4 {
        let place = random.below(plan.regulations.len());
        let regulation = &plan.regulations[place];
        let Some(citation) = random.pick(&regulation.citations) else { continue };
        let met = standard(random.below(plan.scale.series), random.percent(50).then_some(EDITIONS[2]));
        let required = citation.standard.clone();
        let relation = random.of(&[
            Stringency::MoreStringent,
            Stringency::Equivalent,
            Stringency::MoreStringent,
            Stringency::LessStringent,
        ]);
        let country = regulation.party;
        plan.stricter.push((place, met.clone()));
        log.state(StringencyStated {
            country,
            standard: met,
            required,
            relation,
            weaker_clauses: if random.percent(15) { vec!["7.2".to_owned()] } else { Vec::new() },
            reasons: String::new(),
            from: random.day(2012, 2022),
            until: sometimes_until(random, 10),
        });
    }
}
