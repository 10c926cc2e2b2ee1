//! An answer in a few stable lines: the word, each requirement with what decides it, what is missing, the evidence.

use std::fmt::Write as _;

use decision::{Decision, EvidenceAnswer, Missing, PathAnswer, RequirementAnswer, RequirementOutcome};
use law::{Finding, Outcome, Value};

/// Writes a decision. Positions of statements are left out, so that a history can grow.
pub fn answer(decision: &Decision<'_>) -> String {
    let mut text = format!("{}\n", decision.overall.as_str());
    for finding in decision.measures.iter().chain(&decision.suspicions) {
        line(&mut text, 2, finding);
    }
    for requirement in &decision.requirements {
        requirement_lines(&mut text, requirement, &decision.evidence);
    }
    for evidence in &decision.evidence {
        evidence_lines(&mut text, evidence);
    }
    for coverage in &decision.coverage {
        let complete = match coverage.complete {
            Some(true) => "complete",
            Some(false) => "partial",
            None => "not stated",
        };
        let _ = writeln!(text, "  coverage of {} in {}: {complete}", coverage.scheme, coverage.country);
    }
    text
}

fn requirement_lines(
    text: &mut String,
    requirement: &RequirementAnswer<'_>,
    evidence: &[EvidenceAnswer<'_>],
) {
    let (kind, act) = (requirement.kind.as_str(), requirement.act);
    let edition = requirement.edition.map(|edition| format!(" edition {edition}")).unwrap_or_default();
    let _ = write!(text, "  {kind} {act}{edition}: {}", requirement.outcome.as_str());
    if let Some(basis) = requirement.basis {
        let _ = write!(text, " on {}", basis.as_str());
    }
    let holding = requirement.paths.iter().filter(|path| path.outcome == Outcome::Met);
    let holding: Vec<String> = holding.map(path_name).collect();
    if !holding.is_empty() {
        let _ = write!(text, " by {}", holding.join(", also "));
    }
    let stronger = if requirement.stronger_unknown { "; a stronger path is unknown" } else { "" };
    let _ = writeln!(text, "{stronger}");
    open(text, 4, &requirement.findings);
    if requirement.outcome != RequirementOutcome::Recognised {
        for set in closest(requirement, evidence) {
            let path = &requirement.paths[set.path_index];
            let of_evidence = set.of_evidence.len();
            let also =
                if of_evidence > 0 { format!(" (and {of_evidence} of the evidence)") } else { String::new() };
            let _ = writeln!(text, "    missing by {} {}{also}", path_name(path), path.outcome.as_str());
            open(text, 6, &path.findings);
        }
    }
}

fn path_name(path: &PathAnswer<'_>) -> String {
    let instrument = path.instrument.map(|instrument| format!(" {instrument}")).unwrap_or_default();
    format!("{}{instrument}", path.path.as_str())
}

/// The two smallest sets, and those of every path that has an instrument of its own.
fn closest<'a>(requirement: &'a RequirementAnswer<'_>, evidence: &[EvidenceAnswer<'_>]) -> Vec<&'a Missing> {
    if evidence.iter().all(|piece| piece.number.is_none()) {
        return requirement.missing.iter().take(1).collect();
    }
    let own = |set: &Missing| {
        requirement.paths[set.path_index].instrument.is_some_and(|instrument| instrument != requirement.act)
    };
    let sets = requirement.missing.iter().enumerate();
    sets.filter(|(place, set)| *place < 2 || own(set)).map(|(_, set)| set).collect()
}

fn evidence_lines(text: &mut String, evidence: &EvidenceAnswer<'_>) {
    let _ = write!(text, "  evidence {}", evidence.reference);
    if let Some(number) = evidence.number.filter(|number| *number != evidence.reference) {
        let _ = write!(text, " = {number}");
    }
    if let Some(issuer) = evidence.issuer {
        let _ = write!(text, " of {}", short(issuer));
    }
    if let Some(party) = evidence.designating_party {
        let _ = write!(text, " under {party}");
    }
    let _ = writeln!(text, ": {}", evidence.outcome.as_str());
    open(text, 4, &evidence.findings);
}

/// Findings that are not met or unknown.
fn open(text: &mut String, indent: usize, findings: &[Finding<'_>]) {
    for finding in findings.iter().filter(|finding| finding.outcome != Outcome::Met) {
        line(text, indent, finding);
    }
}

fn line(text: &mut String, indent: usize, finding: &Finding<'_>) {
    let _ = write!(text, "{:indent$}{} {}", "", finding.rule.id, finding.outcome.as_str());
    for fact in &finding.facts {
        let value = match fact.value {
            Value::Text(value) => short(value).to_owned(),
            Value::Day(value) => value.to_string(),
            Value::Number(value) => value.to_string(),
            Value::Party(value) => value.to_string(),
            Value::Statement(_) => continue,
        };
        let _ = write!(text, " {}={value}", fact.name);
    }
    text.push('\n');
}

fn short(text: &str) -> &str {
    text.strip_prefix("did:web:").and_then(|text| text.strip_suffix(".test.example")).unwrap_or(text)
}
