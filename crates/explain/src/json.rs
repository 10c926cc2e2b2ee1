//! The answer as JSON. Fields stand in a fixed order; the same decision gives the same bytes.

use decision::{
    AsOf, CoverageAnswer, Decision, EvidenceAnswer, Missing, Path, PathAnswer, RequirementAnswer,
    RequirementKind, RequirementVerdict, Verdict,
};
use law::Finding;
use sha2::{Digest, Sha256};

use crate::writer::Writer;
use crate::{DISCLAIMER, DISCLAIMER_OBJECTIVES};

/// What a finding takes, about: room is made once.
const FINDING_BYTES: usize = 240;

/// The point of the log that an answer rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogPoint {
    /// Number of statements that were known.
    pub size: u64,
    /// Root hash of the log at that size, in base64.
    pub root: String,
    /// Digest of the table of rules: [`rules_digest`], computed once by whoever answers often.
    pub rules: String,
}

/// SHA-256, in hexadecimal, of the table of rules with their versions.
pub fn rules_digest() -> String {
    hex::encode(Sha256::digest(law::table_digest_input()))
}

/// The answer as JSON.
pub fn json(decision: &Decision<'_>, point: &LogPoint) -> Vec<u8> {
    let mut out = Writer::with_capacity(2 * 1024 + FINDING_BYTES * count(decision));
    out.object(|out| {
        out.key("overall").word(decision.overall.as_str());
        out.key("importing").party(decision.importing);
        product(out.key("product"), decision.product);
        out.key("requirements").array(&decision.requirements, |out, item| requirement(out, item, decision));
        out.key("measures").array(&decision.measures, finding);
        out.key("suspicions").array(&decision.suspicions, finding);
        out.key("evidence").array(&decision.evidence, evidence);
        out.key("coverage").array(&decision.coverage, coverage);
        as_of(out.key("as_of"), &decision.as_of, point);
        disclaimer(out.key("disclaimer"), mentions_objectives(decision));
    });
    out.finish()
}

/// The answer in short as JSON: fields that the whole answer has too are the same.
pub fn verdict_json(verdict: &Verdict<'_>, point: &LogPoint) -> Vec<u8> {
    let mut out = Writer::with_capacity(2 * 1024);
    out.object(|out| {
        out.key("overall").word(verdict.overall.as_str());
        out.key("importing").party(verdict.importing);
        product(out.key("product"), verdict.product);
        out.key("requirements").array(&verdict.requirements, short_requirement);
        out.key("measures").array(&verdict.measures, |out, rule| out.word(rule));
        out.key("evidence").array(&verdict.evidence, |out, evidence| {
            out.object(|out| {
                out.key("number").text_or_null(evidence.number);
                out.key("outcome").outcome(evidence.outcome);
            });
        });
        out.key("coverage").array(&verdict.coverage, coverage);
        as_of(out.key("as_of"), &verdict.as_of, point);
        disclaimer(out.key("disclaimer"), verdict.mentions_objectives());
    });
    out.finish()
}

fn short_requirement(out: &mut Writer, item: &RequirementVerdict<'_>) {
    out.object(|out| {
        out.key("act").text(item.act);
        out.key("kind").word(item.kind.as_str());
        out.key("outcome").word(item.outcome.as_str());
        out.key("basis").text_or_null(item.basis.map(decision::Basis::as_str));
        out.key("stronger_unknown").value(&item.stronger_unknown);
        out.key("path").text_or_null(item.path.map(|(path, _)| path.as_str()));
        out.key("instrument").text_or_null(item.path.and_then(|(_, instrument)| instrument));
        out.key("reasons").array(&item.reasons, |out, rule| out.word(rule));
    });
}

/// Findings that will be written, those that missing facts repeat included.
fn count(decision: &Decision<'_>) -> usize {
    let of = |requirement: &RequirementAnswer<'_>| {
        let paths: usize = requirement.paths.iter().map(|path| path.findings.len()).sum();
        let missing = requirement.missing.iter();
        let missing: usize = missing.map(|m| m.of_evidence.len() + m.of_path.len()).sum();
        requirement.findings.len() + paths + missing
    };
    let evidence: usize = decision.evidence.iter().map(|evidence| evidence.findings.len()).sum();
    let requirements: usize = decision.requirements.iter().map(of).sum();
    requirements + evidence + decision.measures.len() + decision.suspicions.len()
}

/// Whether the answer speaks of an objective, and so must say what it is not.
pub fn mentions_objectives(decision: &Decision<'_>) -> bool {
    decision.requirements.iter().any(|requirement| {
        requirement.kind != RequirementKind::Regulation
            || requirement.paths.iter().any(|path| path.path == Path::Objective && path.instrument.is_some())
    })
}

fn product(out: &mut Writer, (code, edition): (&str, u16)) {
    out.object(|out| {
        out.key("hs").text(code);
        out.key("hs_edition").value(&edition);
    });
}

fn as_of(out: &mut Writer, as_of: &AsOf, point: &LogPoint) {
    out.object(|out| {
        out.key("on").day(as_of.on);
        out.key("known_at").value(&as_of.known_at);
        out.key("log_size").value(&point.size);
        out.key("root").text(&point.root);
        out.key("engine").word(decision::ENGINE);
        out.key("rules").text(&point.rules);
    });
}

/// What the answer is not.
fn disclaimer(out: &mut Writer, mentions_objectives: bool) {
    let objectives = mentions_objectives.then_some(DISCLAIMER_OBJECTIVES);
    out.array([DISCLAIMER].into_iter().chain(objectives), Writer::text);
}

fn requirement(out: &mut Writer, item: &RequirementAnswer<'_>, decision: &Decision<'_>) {
    out.object(|out| {
        out.key("act").text(item.act);
        out.key("kind").word(item.kind.as_str());
        out.key("country").party(item.country);
        out.key("edition").text_or_null(item.edition);
        out.key("statement").value(&item.at);
        out.key("applies").outcome(item.applies);
        out.key("outcome").word(item.outcome.as_str());
        out.key("basis").text_or_null(item.basis.map(decision::Basis::as_str));
        out.key("stronger_unknown").value(&item.stronger_unknown);
        out.key("findings").array(&item.findings, finding);
        out.key("paths").array(&item.paths, path);
        out.key("missing").array(&item.missing, |out, set| {
            out.object(|out| {
                out.key("path").word(set.path.as_str());
                out.key("facts").array(missing_findings(set, item, decision), missing_fact);
            });
        });
    });
}

fn path(out: &mut Writer, path: &PathAnswer<'_>) {
    out.object(|out| {
        out.key("path").word(path.path.as_str());
        out.key("outcome").outcome(path.outcome);
        out.key("basis").text_or_null(path.basis.map(decision::Basis::as_str));
        out.key("instrument").text_or_null(path.instrument);
        out.key("evidence").value(&path.evidence);
        out.key("findings").array(&path.findings, finding);
    });
}

/// The findings that a set of missing facts names, each with what it is about.
pub(crate) fn missing_findings<'d, 'a>(
    missing: &'d Missing,
    requirement: &'d RequirementAnswer<'a>,
    decision: &'d Decision<'a>,
) -> impl Iterator<Item = (&'static str, &'d Finding<'a>)> {
    let path = &requirement.paths[missing.path_index];
    let evidence = path.evidence.map_or(&[][..], |index| &decision.evidence[index].findings);
    let of_requirement = missing.of_requirement.iter().map(|i| ("requirement", &requirement.findings[*i]));
    let of_evidence = missing.of_evidence.iter().map(|i| ("evidence", &evidence[*i]));
    let of_path = missing.of_path.iter().map(|i| ("path", &path.findings[*i]));
    of_requirement.chain(of_evidence).chain(of_path)
}

fn missing_fact(out: &mut Writer, (of, finding): (&'static str, &Finding<'_>)) {
    out.object(|out| {
        out.key("rule").word(finding.rule.id);
        out.key("of").word(of);
        out.key("facts").object(|out| facts(out, finding));
    });
}

fn evidence(out: &mut Writer, evidence: &EvidenceAnswer<'_>) {
    out.object(|out| {
        out.key("reference").text(evidence.reference);
        out.key("number").text_or_null(evidence.number);
        out.key("issuer").text_or_null(evidence.issuer);
        out.key("designating_party").value(&evidence.designating_party);
        out.key("outcome").outcome(evidence.outcome);
        out.key("findings").array(&evidence.findings, finding);
    });
}

fn coverage(out: &mut Writer, coverage: &CoverageAnswer<'_>) {
    out.object(|out| {
        out.key("scheme").text(coverage.scheme);
        out.key("country").party(coverage.country);
        out.key("complete").value(&coverage.complete);
        out.key("since").value(&coverage.since);
        out.key("basis").text_or_null(coverage.basis);
        out.key("statement").value(&coverage.at);
    });
}

fn finding(out: &mut Writer, finding: &Finding<'_>) {
    out.object(|out| {
        out.key("rule").word(finding.rule.id);
        out.key("outcome").outcome(finding.outcome);
        out.key("facts").object(|out| facts(out, finding));
    });
}

fn facts(out: &mut Writer, finding: &Finding<'_>) {
    for fact in &finding.facts {
        out.key(fact.name).fact(fact.value);
    }
}

/// The facts that a finding compared, by name, as they stand in every answer.
pub fn finding_facts(finding: &Finding<'_>) -> serde_json::Value {
    let mut out = Writer::with_capacity(FINDING_BYTES);
    out.object(|out| facts(out, finding));
    // What was just written is JSON.
    serde_json::from_slice(&out.finish()).unwrap_or_default()
}
