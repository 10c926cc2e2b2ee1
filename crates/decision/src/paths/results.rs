//! Results: a traditional mutual recognition agreement. Bodies of A assess against B's act.

use law::Finding;
use law::rules::results::attests_to_importing_act;
use model::Recognises;

use super::annex::{AnnexCase, annexes, none_exists, none_names_act};
use super::{Candidate, Case};
use crate::answer::Basis;

pub(super) fn examine<'a>(case: &Case<'_, 'a>) -> Vec<Candidate<'a>> {
    // A commitment that recognises nothing is tried too, so that the answer can say so.
    let annexes = annexes(case, &[Recognises::Results, Recognises::Nothing]);
    if annexes.is_empty() {
        return vec![none(case)];
    }
    annexes.iter().map(|annex| through(case, annex)).collect()
}

fn through<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Candidate<'a> {
    let mut findings = annex.findings(case);
    findings.push(annex.gives_recognition());
    findings.push(annex.names_required_act(case));
    findings.push(annex.accepts_output(case));
    findings.extend(body(case, annex));
    findings.push(attests(case));
    findings.extend(case.edition_accepted());
    Candidate { instrument: Some(annex.id.as_str()), basis: annex.basis(), findings }
}

/// The body: designated by A, listed where the annex lists bodies, in good standing, owned by nobody who is barred.
pub(super) fn body<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Vec<Finding<'a>> {
    let mut findings = vec![case.designated(Some(annex.id))];
    if annex.terms.bodies_listed {
        findings.push(case.listed(Some(annex.id), Some(annex.terms)));
    }
    findings.extend(case.status(annex.id, annex.terms));
    findings.extend(case.ownership());
    findings
}

/// Whether the certificate states conformity to B's act, and if not, to what.
pub(super) fn attests<'a>(case: &Case<'_, 'a>) -> Finding<'a> {
    let attested = case.attests();
    attests_to_importing_act::check(&attests_to_importing_act::Input {
        act: case.requirement.id.as_str(),
        number: case.evidence.number(),
        attested,
        attested_to: case.evidence.first_act().filter(|_| !attested),
        at: case.evidence.state.content_at,
    })
}

fn none<'a>(case: &Case<'_, 'a>) -> Candidate<'a> {
    let findings = vec![
        none_exists(case),
        none_names_act(case),
        case.designated(None),
        case.listed(None, None),
        attests(case),
    ];
    Candidate { instrument: None, basis: Some(Basis::Treaty), findings }
}
