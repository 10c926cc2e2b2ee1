//! Agreements with annexes of all kinds, equivalences, harmonised regulations, schemes, alignment.

use model::{
    Binding, EarlierResults, EffectOfContest, EvidenceKind, Jurisdiction, OnAmendment, OriginRule,
    Recognises, Text,
};
use statement::act::{
    ActReference, AgreementAcceded, AgreementConcluded, AgreementConcurred, AlignmentConfirmed,
    AnnexConcluded, AnnexTerms, DeclarationRegime, Direction, EquivalenceDeclared,
    HarmonisedRegulationApplied, NamedActs,
};
use testkit::the;

use super::log::Log;
use super::plan::{Annex, Plan, scope, sometimes_until};
use crate::random::Random;

pub(super) fn state(log: &mut Log, plan: &mut Plan, random: &mut Random) {
    while plan.annexes.len() < plan.scale.annexes {
        agreement(log, plan, random);
    }
}

fn kind(random: &mut Random) -> Recognises {
    match random.below(100) {
        0..26 => Recognises::Results,
        26..40 => Recognises::Equivalence,
        40..50 => Recognises::HarmonisedApproval,
        50..62 => Recognises::Accreditation,
        62..71 => Recognises::Declaration,
        71..81 => Recognises::Scheme,
        81..89 => Recognises::LawfulMarketing,
        89..97 => Recognises::Alignment,
        _ => Recognises::Nothing,
    }
}

fn agreement(log: &mut Log, plan: &mut Plan, random: &mut Random) {
    let number = plan.annexes.len();
    let id = format!("AGR-{number}");
    let kind = kind(random);
    let wide =
        matches!(kind, Recognises::HarmonisedApproval | Recognises::Scheme | Recognises::LawfulMarketing);
    let parties = parties(plan, random, if wide { plan.scale.countries.min(30) } else { 5 });
    let binding = match kind {
        Recognises::Scheme => random.of(&[Binding::Private, Binding::Private, Binding::Law]),
        Recognises::Accreditation => random.of(&[Binding::Private, Binding::Treaty]),
        _ => random.of(&[
            Binding::Treaty,
            Binding::Treaty,
            Binding::Treaty,
            Binding::Law,
            Binding::Undertaking,
            Binding::Private,
        ]),
    };
    let concluded = AgreementConcluded {
        agreement: the(&id),
        title: Text::default(),
        parties: parties.clone(),
        binding,
        depositary: None,
        signed_on: None,
        in_force_from: random.day(2005, 2016),
        until: sometimes_until(random, 3),
        open_to_accession: true,
        territories_excluded: Vec::new(),
        languages: Vec::new(),
        based_on: String::new(),
        published_at: String::new(),
    };
    let signed = random.percent(15);
    joint(log, plan, random, &parties, signed, concluded);
    let mut all = parties.clone();
    if random.percent(20) {
        let more = plan.party_of(random.below(plan.countries.len()));
        if !all.contains(&more) {
            let from = random.day(2012, 2024);
            log.report(AgreementAcceded { agreement: the(&id), party: more, from });
            all.push(more);
        }
    }
    for place in 0..1 + random.below(2) {
        annex(log, plan, random, &format!("ANX-{number}-{place}"), &id, kind, &all, signed);
    }
}

fn parties(plan: &Plan, random: &mut Random, most: usize) -> Vec<Jurisdiction> {
    let mut parties = Vec::new();
    let wanted = 2 + random.below(most - 1);
    for _ in 0..wanted * 3 {
        let party = plan.party_of(random.below(plan.countries.len()));
        if !parties.contains(&party) && parties.len() < wanted {
            parties.push(party);
        }
    }
    parties
}

/// A joint act: reported for all parties, or signed by the first and concurred in by the others, now and then not by
/// the last.
fn joint(
    log: &mut Log,
    plan: &Plan,
    random: &mut Random,
    parties: &[Jurisdiction],
    signed: bool,
    act: impl Into<statement::Act>,
) {
    if !signed {
        log.report(act);
        return;
    }
    let authority = |party: Jurisdiction| {
        let of_union = plan.unions.iter().find(|union| union.code == party).map(|union| &union.authority);
        let of_country = plan.countries.iter().find(|country| country.code == party);
        of_union.or(of_country.map(|country| &country.authority)).cloned()
    };
    let Some(first) = parties.first().and_then(|party| authority(*party)) else { return };
    let digest = Log::digest(log.next());
    log.signed(&first, act);
    let statement: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let concurring = if random.percent(20) { parties.len() - 1 } else { parties.len() };
    for party in &parties[1..concurring] {
        log.state(AgreementConcurred { statement: statement.clone(), party: *party });
    }
}

#[expect(clippy::too_many_arguments, reason = "one call, of the parts of one act")]
fn annex(
    log: &mut Log,
    plan: &mut Plan,
    random: &mut Random,
    id: &str,
    agreement: &str,
    kind: Recognises,
    parties: &[Jurisdiction],
    signed: bool,
) {
    let most = plan.scale.headings.min(60);
    let count = most.min(4) + random.below(most - most.min(4) + 1);
    let first = random.below(plan.scale.headings);
    let headings: Vec<usize> = (0..count).map(|i| (first + i) % plan.scale.headings).collect();
    let acts: Vec<usize> = parties
        .iter()
        .flat_map(|party| headings.iter().flat_map(|heading| plan.law(*party, *heading)).copied())
        .collect();
    let outputs = if random.percent(20) {
        vec![random.of(&[EvidenceKind::Certificate, EvidenceKind::TestReport, EvidenceKind::TypeApproval])]
    } else {
        Vec::new()
    };
    let terms = terms(plan, random, kind);
    let mut info = Annex {
        id: the(id),
        agreement: the(agreement),
        kind,
        parties: parties.to_vec(),
        acts,
        outputs: outputs.clone(),
        headings: headings.clone(),
        bodies: Vec::new(),
        pairs: Vec::new(),
        regime: terms.declaration.clone(),
        differences: Vec::new(),
    };
    let concluded = AnnexConcluded {
        annex: the(id),
        agreement: the(agreement),
        title: Text::default(),
        recognises: kind,
        directions: directions(random, parties),
        parties: if random.percent(10) { parties.to_vec() } else { Vec::new() },
        products: scope(&headings),
        acts: named(plan, random, &info),
        outputs,
        phase: String::new(),
        binding: random.percent(5).then_some(Binding::Undertaking),
        origin: random.of(&[
            OriginRule::Any,
            OriginRule::Any,
            OriginRule::Any,
            OriginRule::Any,
            OriginRule::Parties,
        ]),
        in_force_from: random.day(2006, 2019),
        until: sometimes_until(random, 3),
        terms,
    };
    joint(log, plan, random, parties, signed, concluded);
    match kind {
        Recognises::Equivalence => equivalences(log, plan, random, &mut info),
        Recognises::HarmonisedApproval => applied(log, random, &info),
        Recognises::Alignment => aligned(log, random, &info),
        _ => {}
    }
    plan.annexes.push(info);
}

fn directions(random: &mut Random, parties: &[Jurisdiction]) -> Vec<Direction> {
    if random.percent(88) {
        return Vec::new();
    }
    let mut all = Vec::new();
    for from in parties {
        all.extend(parties.iter().filter(|to| *to != from).map(|to| Direction { from: *from, to: *to }));
    }
    all.retain(|_| random.percent(70));
    all
}

fn named(plan: &Plan, random: &mut Random, info: &Annex) -> Vec<NamedActs> {
    let mut entries = Vec::new();
    for party in &info.parties {
        let own = info.acts.iter().filter(|act| plan.regulations[**act].party == *party);
        let mut acts = Vec::new();
        for act in own {
            if random.percent(5) {
                continue;
            }
            let regulation = &plan.regulations[*act];
            let edition = random.percent(12).then(|| random.pick(&regulation.editions).cloned()).flatten();
            acts.push(ActReference { act: regulation.id.clone(), edition });
        }
        entries.push(NamedActs { party: *party, acts });
    }
    entries
}

fn terms(plan: &Plan, random: &mut Random, kind: Recognises) -> AnnexTerms {
    let effect = if random.percent(25) { EarlierResults::Lose } else { EarlierResults::Keep };
    let regime = DeclarationRegime {
        responsible_person_in: random
            .percent(20)
            .then(|| plan.countries[random.below(plan.countries.len())].code),
        test_report_required: random.percent(40),
        accredited_laboratory: random.percent(30),
    };
    AnnexTerms {
        listing_term_months: random.percent(12).then(|| random.of(&[36, 60, 120])),
        effect_of_contest: random.of(&[EffectOfContest::StaysListed, EffectOfContest::SuspendedAfterDays]),
        contest_days: random.percent(80).then(|| random.of(&[30, 60])),
        on_suspension: effect,
        on_withdrawal: effect,
        on_end: random.percent(50).then_some(effect),
        on_amendment: random.of(&[
            OnAmendment::Lapses,
            OnAmendment::ContinuesUntilRevoked,
            OnAmendment::ContinuesForDays,
        ]),
        amendment_days: Some(random.of(&[180, 365, 730])),
        bodies_listed: random.percent(80),
        report_age_months_max: random.percent(40).then(|| random.of(&[36, 60])),
        standards: Vec::new(),
        declaration: (kind == Recognises::Declaration && random.percent(80)).then_some(regime),
    }
}

/// For every heading, the acts of each two parties are declared equivalent.
fn equivalences(log: &mut Log, plan: &Plan, random: &mut Random, info: &mut Annex) {
    for heading in &info.headings {
        for (place, one) in info.parties.iter().enumerate() {
            for other in &info.parties[place + 1..] {
                let (Some(first), Some(second)) =
                    (random.pick(plan.law(*one, *heading)), random.pick(plan.law(*other, *heading)))
                else {
                    continue;
                };
                let mut reference = |act: usize| {
                    let regulation = &plan.regulations[act];
                    let edition = if random.percent(80) {
                        regulation.editions.last().cloned()
                    } else {
                        regulation.editions.first().cloned()
                    };
                    ActReference { act: regulation.id.clone(), edition }
                };
                let (one, two) = (reference(*first), reference(*second));
                log.state(EquivalenceDeclared {
                    equivalence: the(&format!("EQ-{}", log.next())),
                    annex: info.id.clone(),
                    first: one,
                    second: two,
                    from: random.day(2010, 2022),
                    until: sometimes_until(random, 4),
                });
                info.pairs.extend([(*first, *second), (*second, *first)]);
            }
        }
    }
}

fn applied(log: &mut Log, random: &mut Random, info: &Annex) {
    for party in &info.parties {
        if random.percent(90) {
            log.state(HarmonisedRegulationApplied {
                annex: info.id.clone(),
                country: *party,
                oldest_series: random.of(&[1, 2, 3]),
                from: random.day(2008, 2022),
                until: sometimes_until(random, 5),
            });
        }
    }
}

fn aligned(log: &mut Log, random: &mut Random, info: &Annex) {
    for country in &info.parties {
        for by in info.parties.iter().filter(|by| *by != country) {
            if random.percent(90) {
                log.state(AlignmentConfirmed {
                    annex: info.id.clone(),
                    country: *country,
                    by: *by,
                    from: random.day(2008, 2021),
                    until: sometimes_until(random, 4),
                });
            }
        }
    }
}
