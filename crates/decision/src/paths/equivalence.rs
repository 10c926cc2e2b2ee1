//! Equivalence: conformity to A's act suffices if both acts, in their editions, are declared equivalent.

use law::Finding;
use law::rules::equivalence::{acts_declared_equivalent, attests_to_exporting_act};
use model::{Date, OnAmendment, Period, Recognises};
use registry::Fact;
use statement::act::{ActReference, EquivalenceDeclared};

use super::annex::{AnnexCase, annexes, none_exists};
use super::{Candidate, Case};
use crate::answer::Basis;
use crate::context::{recorded, text};

pub(super) fn examine<'a>(case: &Case<'_, 'a>) -> Vec<Candidate<'a>> {
    let annexes = annexes(case, &[Recognises::Equivalence]);
    if annexes.is_empty() {
        let findings = vec![none_exists(case), equivalent(case, None, None), attests(case, None)];
        return vec![Candidate { instrument: None, basis: Some(Basis::Treaty), findings }];
    }
    annexes.iter().map(|annex| through(case, annex)).collect()
}

fn through<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Candidate<'a> {
    let pair = declared_pair(case, annex);
    let mut findings = annex.findings(case);
    findings.push(equivalent(case, Some(annex), pair.as_ref()));
    findings.push(annex.accepts_output(case));
    findings.extend(super::results::body(case, annex));
    findings.push(attests(case, pair.as_ref().map(|pair| pair.exporting)));
    Candidate { instrument: Some(annex.id.as_str()), basis: annex.basis(), findings }
}

/// A declaration of equivalence between the act that is required and an act of the exporting party.
struct Pair<'a> {
    declared: &'a Fact<EquivalenceDeclared>,
    /// Its days, cut by a revocation; `None` if it was revoked before it began.
    period: Option<Period>,
    importing: &'a ActReference,
    exporting: &'a ActReference,
}

/// The declaration that comes closest: in force, about an act that the evidence attests, stated last.
fn declared_pair<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Option<Pair<'a>> {
    let (context, day) = (case.context, case.context.day);
    let same = |a: &EquivalenceDeclared, b: &EquivalenceDeclared| a.equivalence == b.equivalence;
    let required = case.requirement.id;
    let about = move |declared: &EquivalenceDeclared| {
        declared.first.act == *required || declared.second.act == *required
    };
    let declarations = annex.annex.equivalences.standing_among(context.knowledge, same, about);
    let pairs = declarations.filter_map(|declared| {
        let (first, second) = (&declared.value.first, &declared.value.second);
        let (importing, exporting) = if first.act == *required {
            (first, second)
        } else if second.act == *required {
            (second, first)
        } else {
            return None;
        };
        Some(Pair { declared, period: period(case, declared), importing, exporting })
    });
    pairs.max_by_key(|pair| {
        let attested = case.evidence.attests_to(text(&pair.exporting.act)).is_some();
        (pair.period.is_some_and(|period| period.contains(day)), attested, pair.declared.at)
    })
}

/// The days of a declaration, up to its revocation if there is one by the day asked about.
fn period(case: &Case<'_, '_>, declared: &Fact<EquivalenceDeclared>) -> Option<Period> {
    let context = case.context;
    let id = &declared.value.equivalence;
    let revoked = context.registry.equivalence_revocation(id, context.day, context.knowledge);
    let until = revoked.map(|fact| fact.from).into_iter().chain(declared.until).min();
    Period::new(declared.from, until).ok()
}

fn equivalent<'a>(
    case: &Case<'_, 'a>,
    annex: Option<&AnnexCase<'a>>,
    pair: Option<&Pair<'a>>,
) -> Finding<'a> {
    let lapsed = annex.zip(pair).and_then(|(annex, pair)| lapsed(case, annex, pair));
    acts_declared_equivalent::check(&acts_declared_equivalent::Input {
        annex: annex.map(|annex| annex.id.as_str()),
        importing_act: case.requirement.id.as_str(),
        importing_edition: case.requirement.edition.unwrap_or_default(),
        exporting_act: pair.map(|pair| text(&pair.exporting.act)),
        exporting_edition: pair.and_then(|pair| pair.exporting.edition.as_deref()),
        day: case.context.day,
        declared: pair.and_then(|pair| Some(recorded(pair.declared, pair.period?))),
        lapsed,
    })
}

/// The first day on which an amendment of either act ended the equivalence, under the annex's terms.
fn lapsed<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>, pair: &Pair<'a>) -> Option<Date> {
    let amended =
        [pair.importing, pair.exporting].into_iter().filter_map(|side| amended_on(case, side)).min()?;
    match annex.terms.on_amendment {
        OnAmendment::Lapses => Some(amended),
        OnAmendment::ContinuesUntilRevoked => None,
        OnAmendment::ContinuesForDays => {
            let days = i64::from(annex.terms.amendment_days.unwrap_or(0));
            amended.checked_add(jiff::Span::new().days(days)).ok()
        }
    }
}

/// The day from which on another edition than the declared one applies, if by the day asked about.
fn amended_on(case: &Case<'_, '_>, side: &ActReference) -> Option<Date> {
    let context = case.context;
    let regulation = context.registry.regulation(&side.act)?;
    let declared = side.edition.as_deref()?;
    let editions = || regulation.editions.known(context.knowledge).filter(|fact| fact.from <= context.day);
    let from = editions().filter(|fact| fact.value.name == declared).map(|fact| fact.from).min()?;
    editions().filter(|fact| fact.value.name != declared && fact.from > from).map(|fact| fact.from).min()
}

fn attests<'a>(case: &Case<'_, 'a>, exporting: Option<&'a ActReference>) -> Finding<'a> {
    let attested = exporting.is_some_and(|reference| {
        let edition = case.evidence.attests_to(reference.act.as_str());
        edition.is_some_and(|edition| edition.is_none() || edition == reference.edition.as_deref())
    });
    attests_to_exporting_act::check(&attests_to_exporting_act::Input {
        number: case.evidence.number(),
        exporting_act: exporting.map(|reference| text(&reference.act)),
        attested,
        at: case.evidence.state.content_at,
    })
}
