//! Designations, listings, accreditation, schemes, objectives, recognition decisions, coverage.

use model::{Jurisdiction, Procedure, Purpose, Recognises, Text};
use statement::act::{
    AcceptanceStated, AccreditationGranted, AccreditationRecognised, ActReference,
    AdditionalRequirementImposed, BodyDesignated, BodyListed, Condition, CounterMeasureTaken, CoverageStated,
    DifferenceDeclared, ObjectiveAccepted, ObjectiveAdopted, ObjectiveAgreed, ObjectiveEstablished,
    RecognisedBodyDesignated, RecognitionDecided, SchemeJoined,
};
use testkit::the;

use super::log::Log;
use super::plan::{Objective, Plan, Prior, scope, sometimes_until, standard};
use super::regulations::citations;
use crate::random::Random;

pub(super) fn state(log: &mut Log, plan: &mut Plan, random: &mut Random) {
    national(log, plan, random);
    for annex in 0..plan.annexes.len() {
        annex_bodies(log, plan, random, annex);
    }
    accreditation(log, plan, random);
    objectives(log, plan, random);
    decisions(log, plan, random);
    coverage(log, plan, random);
}

fn procedures(random: &mut Random) -> Vec<Procedure> {
    let two = vec![
        random.of(&[Procedure::Certification, Procedure::TypeApproval]),
        random.of(&[Procedure::Testing, Procedure::Certification]),
    ];
    if random.percent(20) { two } else { Vec::new() }
}

/// Bodies, foreign ones too, accepted under regulations.
fn national(log: &mut Log, plan: &mut Plan, random: &mut Random) {
    for _ in 0..plan.scale.designations * 45 / 100 {
        let place = random.below(plan.regulations.len());
        let body = random.below(plan.bodies.len());
        let regulation = &plan.regulations[place];
        let country = if random.percent(90) {
            Some(regulation.party)
        } else {
            plan.country_in(regulation.party, random).map(|country| plan.countries[country].code)
        };
        log.state(BodyDesignated {
            body: plan.bodies[body].id.clone(),
            country: country.unwrap_or(regulation.party),
            instrument: regulation.id.clone(),
            procedures: procedures(random),
            products: random.percent(8).then(|| scope(&[random.below(plan.scale.headings)])),
            code: String::new(),
            from: random.day(2012, 2021),
            until: sometimes_until(random, 6),
        });
        plan.accepted.push((body, place));
    }
}

fn annex_bodies(log: &mut Log, plan: &mut Plan, random: &mut Random, place: usize) {
    let count = (plan.scale.designations * 55 / 100 / 2 / plan.annexes.len()).max(3);
    for _ in 0..count {
        let annex = &plan.annexes[place];
        let Some(party) = random.pick(&annex.parties).copied() else { return };
        let Some(body) = plan.body_of(party, random) else { continue };
        let id = plan.bodies[body].id.clone();
        if annex.kind == Recognises::Scheme {
            join(log, plan, random, place, body);
        } else {
            let home = plan.countries[plan.bodies[body].country].code;
            let country = if random.percent(85) { party } else { home };
            if random.percent(90) {
                log.state(BodyDesignated {
                    body: id.clone(),
                    country,
                    instrument: annex.id.clone(),
                    procedures: procedures(random),
                    products: random.percent(5).then(|| scope(&annex.headings[..1])),
                    code: String::new(),
                    from: random.day(2012, 2021),
                    until: sometimes_until(random, 4),
                });
            }
            if random.percent(92) {
                log.state(BodyListed {
                    body: id,
                    annex: annex.id.clone(),
                    designated_by: country,
                    acts: Vec::new(),
                    procedures: procedures(random),
                    products: random.percent(5).then(|| scope(&annex.headings[..1])),
                    from: random.day(2012, 2021),
                    until: sometimes_until(random, 4),
                });
            }
        }
        plan.annexes[place].bodies.push((body, party));
    }
    if plan.annexes[place].kind == Recognises::Scheme {
        differences(log, plan, random, place);
    }
}

fn join(log: &mut Log, plan: &Plan, random: &mut Random, place: usize, body: usize) {
    let annex = &plan.annexes[place];
    let country = plan.bodies[body].country;
    let heading = random.of(&annex.headings);
    let known = super::plan::series(plan.scale, heading, random);
    log.state(SchemeJoined {
        scheme: annex.id.clone(),
        member: plan.bodies[body].id.clone(),
        country: if random.percent(70) { plan.party_of(country) } else { plan.countries[country].code },
        recognises: if random.percent(15) { vec![standard(known, None)] } else { Vec::new() },
        issues: random.percent(85),
        from: random.day(2010, 2020),
        until: sometimes_until(random, 4),
    });
}

fn differences(log: &mut Log, plan: &mut Plan, random: &mut Random, place: usize) {
    for number in 0..plan.annexes[place].parties.len() {
        let annex = &plan.annexes[place];
        let heading = random.of(&annex.headings);
        let (country, difference) = (annex.parties[number], format!("DIFF-{number}"));
        log.state(DifferenceDeclared {
            scheme: annex.id.clone(),
            country,
            standard: standard(super::plan::series(plan.scale, heading, random), None),
            difference: difference.clone(),
            text: String::new(),
            from: random.day(2012, 2022),
            until: sometimes_until(random, 10),
        });
        plan.annexes[place].differences.push((country, difference));
    }
}

/// Grants whose scopes name acts or standards, and accreditation bodies recognised abroad.
fn accreditation(log: &mut Log, plan: &mut Plan, random: &mut Random) {
    let annexes: Vec<usize> = (0..plan.annexes.len())
        .filter(|annex| plan.annexes[*annex].kind == Recognises::Accreditation)
        .collect();
    for body in 0..plan.bodies.len() {
        for _ in 0..3 {
            let annex = random.pick(&annexes).map(|annex| &plan.annexes[*annex]);
            let pick = |random: &mut Random| {
                let named =
                    annex.filter(|_| random.percent(70)).and_then(|annex| random.pick(&annex.acts).copied());
                named.unwrap_or_else(|| random.below(plan.regulations.len()))
            };
            let acts: Vec<usize> = (0..8).map(|_| pick(random)).collect();
            let by_standard = random.percent(25);
            let home = plan.bodies[body].country;
            log.state(AccreditationGranted {
                accreditation: the(&format!("ACC-{}", log.next())),
                accreditation_body: plan.accreditors
                    [if random.percent(80) { home } else { random.below(plan.accreditors.len()) }]
                .clone(),
                body: plan.bodies[body].id.clone(),
                standards: (0..6).map(|_| standard(random.below(plan.scale.series), None)).collect(),
                acts: if by_standard {
                    Vec::new()
                } else {
                    acts.iter().map(|a| plan.regulations[*a].id.clone()).collect()
                },
                procedures: procedures(random),
                products: None,
                from: random.day(2012, 2021),
                until: sometimes_until(random, 6),
            });
            if !by_standard {
                plan.accredited.extend(acts.into_iter().map(|act| (body, act)));
            }
        }
    }
    for country in 0..plan.countries.len() {
        for _ in 0..plan.accreditors.len() / 3 {
            log.state(AccreditationRecognised {
                country: plan.party_of(country),
                accreditation_body: plan.accreditors[random.below(plan.accreditors.len())].clone(),
                instrument: None,
                from: random.day(2010, 2022),
                until: sometimes_until(random, 4),
            });
        }
    }
}

fn objectives(log: &mut Log, plan: &mut Plan, random: &mut Random) {
    for number in 0..plan.scale.headings / 5 {
        let id = format!("DEMO-{number}");
        let headings: Vec<usize> = (0..6).map(|i| (number * 5 + i) % plan.scale.headings).collect();
        let standards = citations(plan, random, headings[0]);
        let compliance = random.of(&[
            &[Procedure::Certification, Procedure::Testing][..],
            &[Procedure::Declaration],
            &[Procedure::TypeApproval, Procedure::Declaration, Procedure::Certification],
        ]);
        let versions = 1 + u32::from(random.percent(30));
        for version in 1..=versions {
            log.state(ObjectiveEstablished {
                objective: the(&id),
                version,
                title: Text::default(),
                procedure: None,
                draft: None,
                products: Some(scope(&headings)),
                purposes: random
                    .of(&[
                        &[Purpose::Safety][..],
                        &[Purpose::Safety, Purpose::Health],
                        &[Purpose::Safety, Purpose::Environment],
                    ])
                    .to_vec(),
                requirements: String::new(),
                standards: standards.clone(),
                presumption: true,
                compliance: compliance.to_vec(),
                on: if version == 1 { random.day(2010, 2017) } else { random.day(2020, 2023) },
                former_version_until: random.percent(50).then(|| random.day(2024, 2026)),
                documents: Vec::new(),
            });
        }
        let mut info = Objective {
            id: the(&id),
            headings,
            version: versions,
            citations: standards,
            compliance: compliance.to_vec(),
            bound: Vec::new(),
            bodies: Vec::new(),
        };
        commitments(log, plan, random, &mut info);
        additional(log, random, &info);
        plan.objectives.push(info);
    }
}

fn commitments(log: &mut Log, plan: &Plan, random: &mut Random, info: &mut Objective) {
    for _ in 0..plan.countries.len() / 8 + 2 {
        let country = plan.party_of(random.below(plan.countries.len()));
        if info.bound.contains(&country) {
            continue;
        }
        let objective = info.id.clone();
        let version = if random.percent(85) { info.version } else { 1 };
        let until = sometimes_until(random, 5);
        if random.percent(70) {
            let on = random.day(2012, 2021);
            log.state(ObjectiveAgreed { objective: objective.clone(), version, country, on, until });
            recognised_bodies(log, plan, random, info, country);
        }
        match random.below(4) {
            0 => log.state(ObjectiveAdopted {
                objective,
                version,
                country,
                adopted_on: the("2019-01-01"),
                applies_from: random.day(2020, 2026),
                notified_on: None,
                until,
                documents: Vec::new(),
            }),
            1 => log.state(ObjectiveAccepted {
                objective,
                version,
                country,
                from: random.day(2018, 2025),
                until,
            }),
            _ => {}
        }
        info.bound.push(country);
    }
}

fn recognised_bodies(
    log: &mut Log,
    plan: &Plan,
    random: &mut Random,
    info: &mut Objective,
    country: Jurisdiction,
) {
    for _ in 0..3 {
        let Some(body) = plan.body_of(country, random) else { continue };
        log.state(RecognisedBodyDesignated {
            objective: info.id.clone(),
            body: plan.bodies[body].id.clone(),
            country,
            products: random.percent(8).then(|| scope(&info.headings[..2])),
            procedures: procedures(random),
            competence: Vec::new(),
            from: random.day(2013, 2021),
            until: sometimes_until(random, 5),
        });
        info.bodies.push(body);
    }
}

/// Additional requirements despite the objective, and counter-measures against them.
fn additional(log: &mut Log, random: &mut Random, info: &Objective) {
    let Some(country) = random.pick(&info.bound).copied() else { return };
    let requirement = format!("ADD-{}", info.id);
    log.state(AdditionalRequirementImposed {
        requirement: the(&requirement),
        objective: info.id.clone(),
        country,
        title: Text::default(),
        products: scope(&info.headings[..2]),
        procedure: random.of(&[Procedure::Certification, Procedure::Testing]),
        from: random.day(2016, 2023),
        until: sometimes_until(random, 20),
        notified_on: None,
        reasons: String::new(),
        imports_treated_worse: false,
        documents: Vec::new(),
    });
    for answering in info.bound.iter().filter(|bound| **bound != country) {
        if random.percent(25) {
            log.state(CounterMeasureTaken {
                counter_measure: the(&format!("CTR-{}-{answering}", info.id)),
                country: *answering,
                objective: info.id.clone(),
                against: the(&requirement),
                products: scope(&info.headings),
                from: random.day(2018, 2024),
                until: sometimes_until(random, 20),
                reasons: String::new(),
            });
        }
    }
}

/// Individual decisions and acceptances by law.
fn decisions(log: &mut Log, plan: &mut Plan, random: &mut Random) {
    for number in 0..plan.regulations.len() / 12 {
        let place = random.below(plan.regulations.len());
        let designating = random.below(plan.countries.len());
        let regulation = &plan.regulations[place];
        let attests_to = random.pick(plan.law(plan.party_of(designating), regulation.heading)).copied();
        let acts: Vec<ActReference> = attests_to
            .map(|act| ActReference { act: plan.regulations[act].id.clone(), edition: None })
            .into_iter()
            .collect();
        let from = random.day(2012, 2023);
        let until = sometimes_until(random, 6);
        if random.percent(50) {
            log.state(AcceptanceStated {
                acceptance: the(&format!("DEC-{number}")),
                country: regulation.party,
                requirements: vec![regulation.id.clone()],
                designating_party: plan.countries[designating].code,
                attests_to: acts,
                products: scope(&[regulation.heading]),
                from,
                until,
                legal_basis: "synthetic".to_owned(),
            });
            let conditions = Vec::new();
            plan.priors.push(Prior {
                regulation: place,
                designating: Some(designating),
                attests_to,
                conditions,
                bodies: Vec::new(),
            });
            continue;
        }
        let bodies: Vec<usize> = (0..random.below(3)).map(|_| random.below(plan.bodies.len())).collect();
        let conditions: Vec<String> = (0..random.below(3)).map(|i| format!("condition-{i}")).collect();
        log.state(RecognitionDecided {
            decision: the(&format!("DEC-{number}")),
            country: regulation.party,
            requirements: vec![regulation.id.clone()],
            bodies: bodies.iter().map(|body| plan.bodies[*body].id.clone()).collect(),
            designating_party: None,
            certificates: Vec::new(),
            attests_to: acts,
            products: scope(&[regulation.heading]),
            conditions: conditions
                .iter()
                .map(|name| Condition { name: name.clone(), text: String::new() })
                .collect(),
            reasons: String::new(),
            peer_reviewed: true,
            from,
            until,
            review_by: random.percent(40).then(|| random.day(2024, 2027)),
            ends_when_review_overdue: random.percent(40),
        });
        plan.priors.push(Prior { regulation: place, designating: None, attests_to, conditions, bodies });
    }
}

fn coverage(log: &mut Log, plan: &Plan, random: &mut Random) {
    for regulation in &plan.regulations {
        if random.percent(15) {
            log.state(CoverageStated {
                scheme: regulation.id.clone(),
                country: regulation.party,
                complete: random.percent(70),
                since: random.day(2015, 2024),
                basis: String::new(),
            });
        }
    }
}
