//! A decision in the words of one language: owned, for pages, terminals and print.

use decision::{CoverageAnswer, Decision, EvidenceAnswer, PathAnswer, RequirementAnswer};
use law::{Finding, Outcome, Value};
use model::Date;

use crate::json::{mentions_objectives, missing_findings};
use crate::{LogPoint, Words};

/// A decision in words of one language, with everything that reproduces it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// `barred`, `recognised`, `partly_recognised`, `discretionary`, `not_recognised`, `unknown`, `not_required`.
    pub overall: String,
    /// The answer in one sentence.
    pub headline: String,
    /// Code of the importing country.
    pub importing: String,
    /// Code of the party that designated the body, if known.
    pub exporting: Option<String>,
    /// The day asked about.
    pub on: Date,
    /// Position of the last statement that was known.
    pub known_at: u64,
    /// Version of the engine.
    pub engine: String,
    /// Digest of the table of rules.
    pub rules_digest: String,
    /// Size of the log.
    pub log_size: u64,
    /// Root of the log, in base64.
    pub root: String,
    /// Requirement by requirement.
    pub requirements: Vec<ToldRequirement>,
    /// Open measures, and measures without effect.
    pub measures: Vec<ToldFinding>,
    /// What was found about each document.
    pub evidence: Vec<ToldEvidence>,
    /// How complete the registry is, in sentences.
    pub coverage: Vec<String>,
    /// Remarks that change no outcome.
    pub notes: Vec<String>,
    /// What this answer is not.
    pub disclaimer: Vec<String>,
}

/// One requirement of the importing country.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldRequirement {
    /// Identifier of the act.
    pub act: String,
    /// Its title.
    pub act_title: String,
    /// `recognised`, `discretionary`, `not_recognised` or `unknown`.
    pub outcome: String,
    /// `treaty`, `law`, `undertaking` or `discretion`.
    pub basis: Option<String>,
    /// The outcome in one sentence.
    pub sentence: String,
    /// What was found about the requirement itself.
    pub findings: Vec<ToldFinding>,
    /// Every path tried, the winning one first.
    pub paths: Vec<ToldPath>,
    /// What would change the outcome, path by path.
    pub missing: Vec<ToldMissing>,
}

/// One path.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldPath {
    /// Its code, such as `results`.
    pub path: String,
    /// Its name.
    pub title: String,
    /// `met`, `not_met` or `unknown`.
    pub outcome: String,
    /// Whether it holds.
    pub holds: bool,
    /// The instrument that it went by.
    pub instrument: Option<String>,
    /// Number of the document that it went by.
    pub evidence: Option<String>,
    /// What was checked.
    pub findings: Vec<ToldFinding>,
}

/// One check.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldFinding {
    /// Identifier of the rule.
    pub rule: String,
    /// `met`, `not_met` or `unknown`.
    pub outcome: String,
    /// The finding in one sentence.
    pub sentence: String,
    /// Paragraphs.
    pub citations: Vec<String>,
    /// Positions of the statements that it rests on.
    pub statements: Vec<u64>,
}

/// What was found about one document.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldEvidence {
    /// Its number, as asked.
    pub reference: String,
    /// Whether it is on record.
    pub on_record: bool,
    /// What was checked.
    pub findings: Vec<ToldFinding>,
}

/// Facts that would turn one path.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldMissing {
    /// The path's code.
    pub path: String,
    /// The path's name.
    pub title: String,
    /// Each fact in words.
    pub facts: Vec<String>,
}

/// Tells a decision. `names` gives the name of a party, country or instrument where there is a better one than its
/// identifier.
pub fn tell(
    decision: &Decision<'_>,
    point: &LogPoint,
    words: &Words,
    names: &dyn Fn(&str) -> Option<String>,
) -> Told {
    let teller = Teller { words, names, decision };
    let exporting = decision.evidence.iter().find_map(|evidence| evidence.designating_party);
    Told {
        overall: decision.overall.as_str().to_owned(),
        headline: teller.headline(),
        importing: decision.importing.to_string(),
        exporting: exporting.map(|code| code.to_string()),
        on: decision.as_of.on,
        known_at: decision.as_of.known_at.0,
        engine: decision::ENGINE.to_owned(),
        rules_digest: point.rules.clone(),
        log_size: point.size,
        root: point.root.clone(),
        requirements: decision
            .requirements
            .iter()
            .map(|requirement| teller.requirement(requirement))
            .collect(),
        measures: teller.findings(&decision.measures),
        evidence: decision.evidence.iter().map(|evidence| teller.evidence(evidence)).collect(),
        coverage: decision.coverage.iter().map(|coverage| teller.coverage(coverage)).collect(),
        notes: teller.notes(),
        disclaimer: teller.disclaimer(),
    }
}

/// Tells one finding, with the paragraphs of its rule and the statements that it rests on.
pub fn tell_finding(
    finding: &Finding<'_>,
    words: &Words,
    names: &dyn Fn(&str) -> Option<String>,
) -> ToldFinding {
    let statements = finding.facts.iter().filter_map(|fact| match fact.value {
        Value::Statement(at) => Some(at.0),
        _ => None,
    });
    ToldFinding {
        rule: finding.rule.id.to_owned(),
        outcome: finding.outcome.as_str().to_owned(),
        sentence: words.finding(finding, names),
        citations: finding.rule.citations.iter().map(|citation| words.citation(citation)).collect(),
        statements: statements.collect(),
    }
}

struct Teller<'t, 'a> {
    words: &'t Words,
    names: &'t dyn Fn(&str) -> Option<String>,
    decision: &'t Decision<'a>,
}

impl<'a> Teller<'_, 'a> {
    fn name(&self, identifier: &str) -> String {
        (self.names)(identifier).unwrap_or_else(|| identifier.to_owned())
    }

    fn headline(&self) -> String {
        let country = self.name(self.decision.importing.as_str());
        let id = format!("overall--{}", self.decision.overall.as_str());
        let day = self.words.day(self.decision.as_of.on);
        self.words.message(&id, &[("country", &country), ("day", &day)])
    }

    fn requirement(&self, requirement: &RequirementAnswer<'a>) -> ToldRequirement {
        let country = self.name(self.decision.importing.as_str());
        let title = requirement.title.in_language(self.words.language()).to_owned();
        let basis = requirement.basis.map(decision::Basis::as_str);
        let winning =
            requirement.paths.first().map(|path| self.path_title(path.path.as_str())).unwrap_or_default();
        let id = format!("requirement--{}", requirement.outcome.as_str());
        let arguments = [
            ("country", country.as_str()),
            ("act", requirement.act),
            ("basis", basis.unwrap_or("none")),
            ("path", &winning),
        ];
        let mut sentence = self.words.message(&id, &arguments);
        if requirement.stronger_unknown {
            sentence.push(' ');
            sentence.push_str(&self.words.message("requirement--stronger-unknown", &[]));
        }
        ToldRequirement {
            act: requirement.act.to_owned(),
            act_title: title,
            outcome: requirement.outcome.as_str().to_owned(),
            basis: basis.map(str::to_owned),
            sentence,
            findings: self.findings(&requirement.findings),
            paths: requirement.paths.iter().map(|path| self.path(path)).collect(),
            missing: self.missing(requirement),
        }
    }

    fn path(&self, path: &PathAnswer<'a>) -> ToldPath {
        let evidence = path.evidence.and_then(|index| self.decision.evidence.get(index));
        ToldPath {
            path: path.path.as_str().to_owned(),
            title: self.path_title(path.path.as_str()),
            outcome: path.outcome.as_str().to_owned(),
            holds: path.outcome == Outcome::Met,
            instrument: path.instrument.map(str::to_owned),
            evidence: evidence.map(|evidence| evidence.reference.to_owned()),
            findings: self.findings(&path.findings),
        }
    }

    fn path_title(&self, path: &str) -> String {
        self.words.message(&format!("path--{path}"), &[])
    }

    fn missing(&self, requirement: &RequirementAnswer<'a>) -> Vec<ToldMissing> {
        let set = |missing| {
            let findings = missing_findings(missing, requirement, self.decision);
            let facts = findings.map(|(_, finding)| self.words.missing(finding, self.names)).collect();
            let path = missing.path.as_str();
            ToldMissing { path: path.to_owned(), title: self.path_title(path), facts }
        };
        requirement.missing.iter().map(set).collect()
    }

    fn evidence(&self, evidence: &EvidenceAnswer<'a>) -> ToldEvidence {
        ToldEvidence {
            reference: evidence.reference.to_owned(),
            on_record: evidence.number.is_some(),
            findings: self.findings(&evidence.findings),
        }
    }

    fn findings(&self, findings: &[Finding<'a>]) -> Vec<ToldFinding> {
        findings.iter().map(|finding| self.finding(finding)).collect()
    }

    fn finding(&self, finding: &Finding<'a>) -> ToldFinding {
        tell_finding(finding, self.words, self.names)
    }

    fn coverage(&self, coverage: &CoverageAnswer<'a>) -> String {
        let country = self.name(coverage.country.as_str());
        let since = coverage.since.map(|day| self.words.day(day)).unwrap_or_default();
        let basis = coverage.basis.unwrap_or_default();
        let id = match coverage.complete {
            Some(true) => "coverage--complete",
            Some(false) => "coverage--incomplete",
            None => "coverage--unstated",
        };
        let arguments =
            [("scheme", coverage.scheme), ("country", country.as_str()), ("since", &since), ("basis", basis)];
        self.words.message(id, &arguments)
    }

    /// Suspicions, and flags on requirements that change no outcome.
    fn notes(&self) -> Vec<String> {
        let flags = self.decision.requirements.iter().flat_map(|requirement| &requirement.findings);
        let flags =
            flags.filter(|finding| finding.rule.id == law::rules::requirement::national_treatment::RULE.id);
        let notes = self.decision.suspicions.iter().chain(flags);
        notes.map(|finding| self.words.finding(finding, self.names)).collect()
    }

    fn disclaimer(&self) -> Vec<String> {
        let mut lines = vec![self.words.message("disclaimer", &[])];
        if mentions_objectives(self.decision) {
            lines.push(self.words.message("disclaimer--objectives", &[]));
        }
        lines
    }
}
