//! What happens after the certificates were issued: changes, suspensions, withdrawals, measures, revocations.

use model::{EarlierResults, InstrumentId, MeasureKind, PartyId, Recognises};
use statement::act::{
    AccreditationChanged, AccreditationEvent, Act, AgreementTerminated, AnnexAmended, AnnexRestored,
    AnnexSuspended, AnnexTerminated, BodyEvent, BodyStatusChanged, CertificateChange, CertificatesChanged,
    Change, Direction, EquivalenceRevoked, ExemptionStated, MeasureLifted, MeasureTaken,
    RecognisedBodyWithdrawn, RecognitionRevoked, RefusalReasoned, SuspicionReported, Target,
};
use testkit::the;

use super::certificates::Made;
use super::log::Log;
use super::plan::{Plan, scope};
use crate::random::Random;

pub(super) fn state(log: &mut Log, plan: &Plan, made: &[Made], random: &mut Random) {
    certificates(log, made, random);
    annexes(log, plan, random);
    bodies(log, plan, random);
    instruments(log, random);
    measures(log, plan, made, random);
}

fn certificates(log: &mut Log, made: &[Made], random: &mut Random) {
    for certificate in made {
        if !random.percent(8) {
            continue;
        }
        let number = the(&certificate.number);
        let on = random.day(2024, 2026);
        let change = match random.below(7) {
            0 => Change::Withdrawn { from_start: random.percent(30) },
            1 | 2 => Change::Suspended {},
            3 => Change::Expired {},
            4 => Change::HolderChanged { holder: the("did:web:holder-new.example") },
            5 => {
                Change::ScopeReduced { products: vec![certificate.product.clone()], conforms_to: Vec::new() }
            }
            _ => Change::Restored {},
        };
        let change = CertificateChange { number, on, change, reason: String::new() };
        let mut changes = vec![change];
        if matches!(changes[0].change, Change::Suspended {}) && random.percent(40) {
            let on = random.day(2024, 2026);
            changes.push(CertificateChange { on, change: Change::Restored {}, ..changes[0].clone() });
        }
        log.state(CertificatesChanged { issuer: certificate.issuer.clone(), changes });
    }
}

fn annexes(log: &mut Log, plan: &Plan, random: &mut Random) {
    for annex in &plan.annexes {
        let (Some(by), Some(other)) = (random.pick(&annex.parties), random.pick(&annex.parties)) else {
            continue;
        };
        let id = annex.id.clone();
        if random.percent(10) {
            let directions =
                if random.percent(40) { vec![Direction { from: *other, to: *by }] } else { Vec::new() };
            log.state(AnnexSuspended {
                annex: id.clone(),
                by: *by,
                directions,
                from: random.day(2022, 2025),
                until: None,
                earlier_results: random.of(&[None, Some(EarlierResults::Keep), Some(EarlierResults::Lose)]),
                decision: String::new(),
            });
            if random.percent(40) {
                log.state(AnnexRestored { annex: id.clone(), by: *by, on: random.day(2024, 2026) });
            }
        }
        if random.percent(3) {
            let on = random.day(2024, 2026);
            log.state(AnnexTerminated { annex: id.clone(), party: *by, on, earlier_results: None });
        }
        if random.percent(4) {
            log.state(AgreementTerminated {
                agreement: annex.agreement.clone(),
                party: *by,
                for_party_only: random.percent(60),
                on: random.day(2024, 2026),
                earlier_results: None,
            });
        }
        if random.percent(6) {
            log.state(AnnexAmended {
                annex: id.clone(),
                from: random.day(2023, 2026),
                products: Some(scope(&annex.headings[..annex.headings.len() / 2])),
                acts_added: Vec::new(),
                acts_removed: Vec::new(),
                terms: None,
            });
        }
        if annex.kind == Recognises::LawfulMarketing {
            lawful(log, plan, random, &id, *by, annex.headings[0]);
        }
    }
}

fn lawful(
    log: &mut Log,
    plan: &Plan,
    random: &mut Random,
    annex: &InstrumentId,
    country: model::Jurisdiction,
    heading: usize,
) {
    let exemption = the(&format!("EXE-{}", log.next()));
    let (products, from) = (scope(&[heading]), random.day(2015, 2025));
    log.state(ExemptionStated { exemption, annex: annex.clone(), country, products, from, until: None });
    let body = plan.bodies[random.below(plan.bodies.len())].id.clone();
    log.state(RefusalReasoned {
        refusal: the(&format!("REF-{}", log.next())),
        annex: annex.clone(),
        country,
        against: if random.percent(50) { of_body(body) } else { of_products(heading + 1) },
        reasons: if random.percent(70) { "synthetic".to_owned() } else { String::new() },
        from: random.day(2022, 2025),
        until: None,
    });
}

fn of_body(body: PartyId) -> Target {
    Target { bodies: vec![body], ..Target::default() }
}

fn of_products(heading: usize) -> Target {
    Target { products: Some(scope(&[heading])), ..Target::default() }
}

fn bodies(log: &mut Log, plan: &Plan, random: &mut Random) {
    let events = [
        BodyEvent::Suspended,
        BodyEvent::Suspended,
        BodyEvent::Withdrawn,
        BodyEvent::Contested,
        BodyEvent::ContestRejected,
        BodyEvent::Restored,
    ];
    let changed = |log: &mut Log, body: usize, instrument: &InstrumentId, party, random: &mut Random| {
        log.state(BodyStatusChanged {
            body: plan.bodies[body].id.clone(),
            instrument: instrument.clone(),
            country: party,
            event: random.of(&events),
            on: random.day(2018, 2025),
            earlier_results: random.of(&[None, None, Some(EarlierResults::Keep), Some(EarlierResults::Lose)]),
            reasons: String::new(),
        });
    };
    for annex in &plan.annexes {
        for (body, party) in &annex.bodies {
            while random.percent(8) {
                changed(log, *body, &annex.id, *party, random);
            }
        }
    }
    for (body, act) in &plan.accepted {
        while random.percent(5) {
            let regulation = &plan.regulations[*act];
            changed(log, *body, &regulation.id, regulation.party, random);
        }
    }
    for objective in &plan.objectives {
        for body in &objective.bodies {
            if random.percent(10) {
                log.state(RecognisedBodyWithdrawn {
                    objective: objective.id.clone(),
                    body: plan.bodies[*body].id.clone(),
                    country: plan.party_of(plan.bodies[*body].country),
                    on: random.day(2020, 2025),
                });
            }
        }
    }
}

/// Accreditations, equivalences and decisions of which something became.
fn instruments(log: &mut Log, random: &mut Random) {
    let mut changes: Vec<Act> = Vec::new();
    for stated in &log.statements {
        match &stated.act {
            Act::AccreditationGranted(act) if random.percent(6) => {
                let event = random.of(&[
                    AccreditationEvent::ScopeReduced,
                    AccreditationEvent::Suspended,
                    AccreditationEvent::Restored,
                    AccreditationEvent::Withdrawn,
                ]);
                let acts = if event == AccreditationEvent::ScopeReduced {
                    act.acts.iter().take(3).cloned().collect()
                } else {
                    Vec::new()
                };
                changes.push(
                    AccreditationChanged {
                        accreditation: act.accreditation.clone(),
                        accreditation_body: act.accreditation_body.clone(),
                        event,
                        acts,
                        standards: Vec::new(),
                        on: random.day(2018, 2024),
                    }
                    .into(),
                );
            }
            Act::EquivalenceDeclared(act) if random.percent(3) => {
                let (party, on) = (the("WTO"), random.day(2023, 2026));
                changes.push(EquivalenceRevoked { equivalence: act.equivalence.clone(), party, on }.into());
            }
            Act::RecognitionDecided(act) if random.percent(5) => {
                let (on, reasons) = (random.day(2024, 2026), String::new());
                let (decision, country) = (act.decision.clone(), act.country);
                changes.push(RecognitionRevoked { decision, country, on, reasons }.into());
            }
            _ => {}
        }
    }
    changes.into_iter().for_each(|act| log.state(act));
}

fn measures(log: &mut Log, plan: &Plan, made: &[Made], random: &mut Random) {
    for number in 0..plan.scale.headings * 5 {
        let Some(hit) = random.pick(made) else { return };
        let mut target = Target::default();
        match random.below(5) {
            0 => target.products = Some(scope(&[random.below(plan.scale.headings)])),
            1 => target.models = vec![hit.model.clone().unwrap_or_else(|| "M-0".to_owned())],
            2 => target.certificates = vec![the(&hit.number)],
            3 => target.bodies = vec![hit.issuer.clone()],
            _ => target.traders = vec![hit.holder.clone()],
        }
        if random.percent(50) {
            target.origins =
                (0..6).map(|_| plan.countries[random.below(plan.countries.len())].code).collect();
        }
        let measure: InstrumentId = the(&format!("MEA-{number}"));
        let country = plan.countries[random.below(plan.countries.len())].code;
        if random.percent(25) {
            let reporter = plan.bodies[random.below(plan.bodies.len())].id.clone();
            let (reasons, on) = (String::new(), random.day(2024, 2026));
            log.state(SuspicionReported { suspicion: measure, reporter, against: target, reasons, on });
            continue;
        }
        log.state(MeasureTaken {
            measure: measure.clone(),
            country,
            kind: random.of(MeasureKind::ALL),
            against: target,
            legal_basis: if random.percent(90) { "synthetic".to_owned() } else { String::new() },
            reasons: String::new(),
            remedy: String::new(),
            objective: None,
            requirements_not_met: Vec::new(),
            declared_on: None,
            from: random.day(2022, 2025),
            until: random.percent(20).then(|| random.day(2026, 2026)),
        });
        if random.percent(30) {
            log.state(MeasureLifted { measure, country, on: random.day(2023, 2026), reasons: String::new() });
        }
    }
}
