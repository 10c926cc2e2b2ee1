//! Alignment: A's law in the sector is aligned with B's, and A's bodies are notified like B's own (EU-Israel ACAA).

use law::Finding;
use law::rules::alignment::law_aligned;
use model::Recognises;
use statement::act::AlignmentConfirmed;

use super::annex::{AnnexCase, annexes, none_exists};
use super::{Candidate, Case};
use crate::answer::Basis;
use crate::context::recorded_period;

pub(super) fn examine<'a>(case: &Case<'_, 'a>) -> Vec<Candidate<'a>> {
    let annexes = annexes(case, &[Recognises::Alignment]);
    if annexes.is_empty() {
        let findings = vec![
            none_exists(case),
            aligned(case, None),
            case.designated(None),
            super::results::attests(case),
        ];
        return vec![Candidate { instrument: None, basis: Some(Basis::Treaty), findings }];
    }
    annexes.iter().map(|annex| through(case, annex)).collect()
}

fn through<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Candidate<'a> {
    let mut findings = annex.findings(case);
    findings.push(annex.names_required_act(case));
    findings.push(aligned(case, Some(annex)));
    findings.push(annex.accepts_output(case));
    findings.extend(super::results::body(case, annex));
    findings.push(super::results::attests(case));
    findings.extend(case.edition_accepted());
    Candidate { instrument: Some(annex.id.as_str()), basis: annex.basis(), findings }
}

fn aligned<'a>(case: &Case<'_, 'a>, annex: Option<&AnnexCase<'a>>) -> Finding<'a> {
    let same = |a: &AlignmentConfirmed, b: &AlignmentConfirmed| a.by == b.by;
    let day = case.context.day;
    let confirmed = annex.and_then(|annex| {
        let facts = annex.annex;
        let ours = case.evidence.exporting_covering.iter().filter_map(|party| facts.aligned.get(party));
        // Confirmed by the importing side: nobody finds its own law aligned.
        let by_importing = |by: &model::Jurisdiction| case.context.covering.contains(by);
        ours.flat_map(|facts| facts.standing(case.context.knowledge, same))
            .filter(|fact| by_importing(&fact.value.by))
            .max_by_key(|fact| (fact.contains(day), fact.at))
    });
    law_aligned::check(&law_aligned::Input {
        annex: annex.map(|annex| annex.id.as_str()),
        country: case.evidence.exporting,
        day,
        aligned: confirmed.map(recorded_period),
    })
}
