//! The answer to a line: in short, with everything that it takes to ask for the whole of it again.

use credential::DocumentFinding;
use decision::{Decision, Overall, Question, Verdict};
use explain::LogPoint;
use law::Outcome;
use model::{CertificateNumber, Date, Jurisdiction};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::expiry::{Expiry, expiry};
use super::line::{Declaration, Line};
use super::reference::Resolved;
use super::treatment::{Treatment, treatment};
use crate::decide::PresentedDocument;

/// The form of answers.
pub const LINE_FORMAT: &str = "comity line v1";

/// The answer to a line. Fields may be added; none is renamed or taken away.
#[derive(Debug, Serialize)]
pub struct LineAnswer {
    /// The form: `comity line v1`.
    pub format: &'static str,
    /// Which line.
    pub declaration: Declaration,
    /// The importing country.
    pub importing: Jurisdiction,
    /// The day asked about.
    pub on: Date,
    /// The one answer: `overall` of the decision, or `unknown` where a reference leads to no one certificate.
    pub outcome: &'static str,
    /// What customs is advised to do.
    pub treatment: Treatment,
    /// What stands in the way, as identifiers: rules, and why references lead nowhere. Empty where nothing does.
    pub reasons: Vec<String>,
    /// Where each reference leads.
    pub certificates: Vec<Resolved>,
    /// For each thing that is required, in short.
    pub requirements: Vec<RequirementInShort>,
    /// Reports of suspicion: reasons to look, which change no outcome.
    pub suspicions: usize,
    /// Each presented document beside the register.
    pub documents: Vec<PresentedDocument>,
    /// What other borders recorded of the certificates; only where an authority of the importing country asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<Vec<DocumentFinding>>,
    /// When the answer ends at the latest, as far as its findings name an end.
    pub expires: Option<Expiry>,
    /// How complete the register is, where it matters.
    pub coverage: Vec<CoverageInShort>,
    /// The log that the answer knew.
    pub log: LogInShort,
    /// When it was answered (RFC 3339).
    pub answered_at: String,
    /// The decision behind it; `None` where none could be asked for.
    pub decision: Option<DecisionInShort>,
    /// What the answer is not.
    pub disclaimer: Vec<&'static str>,
    /// The outcome, for whoever counts.
    #[serde(skip)]
    pub overall: Overall,
}

/// One requirement, in short.
#[derive(Debug, Serialize)]
pub struct RequirementInShort {
    /// Regulation, additional requirement or objective.
    pub act: String,
    /// Whether the country must, may or need accept.
    pub outcome: &'static str,
    /// What that rests on.
    pub basis: Option<&'static str>,
    /// The path that wins.
    pub path: Option<&'static str>,
    /// Its instrument.
    pub instrument: Option<String>,
    /// On anything but recognised: the rules of the smallest set of facts that would change it.
    pub missing: Vec<&'static str>,
}

/// How complete the register is for an act and country.
#[derive(Debug, Serialize)]
pub struct CoverageInShort {
    /// Regulation, annex or objective.
    pub scheme: String,
    /// Country.
    pub country: Jurisdiction,
    /// Whether it is stated to be complete; `None` where nobody stated anything.
    pub complete: Option<bool>,
}

/// The log that an answer knew.
#[derive(Clone, Debug, Serialize)]
pub struct LogInShort {
    /// Number of statements.
    pub size: u64,
    /// Root of the tree, in base64.
    pub root: String,
    /// The day on which the last of them was admitted (UTC).
    pub last_statement_on: Date,
    /// Days from then to the answer.
    pub age_days: u32,
}

/// The decision behind an answer: ask the question at `/api/v1/decisions`, and the answer has this digest.
#[derive(Debug, Serialize)]
pub struct DecisionInShort {
    /// Its own answer.
    pub overall: &'static str,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// The question, with everything that it takes to get the same bytes.
    pub question: Question,
    /// The engine.
    pub engine: &'static str,
    /// Digest of the table of rules.
    pub rules: String,
}

/// What an answer is made of.
pub(super) struct Made<'a> {
    pub(super) line: &'a Line,
    pub(super) on: Date,
    pub(super) certificates: Vec<Resolved>,
    pub(super) documents: Vec<PresentedDocument>,
    pub(super) log: LogInShort,
    pub(super) answered_at: String,
}

impl Made<'_> {
    /// The answer over a decision.
    pub(super) fn over(
        mut self,
        decision: &Decision<'_>,
        question: &Question,
        point: &LogPoint,
    ) -> LineAnswer {
        for resolved in &mut self.certificates {
            let found = resolved.evidence.and_then(|place| decision.evidence.get(place));
            if let Some(found) = found {
                resolved.number = found.number.map(str::to_owned);
                resolved.reason = found.number.is_none().then_some(super::Unresolved::NotOnRecord);
            }
        }
        let verdict = Verdict::of(decision);
        let overall = outcome(decision.overall, &self.certificates);
        let mut reasons = self.reasons();
        let of_measures = decision.measures.iter().filter(|finding| finding.outcome != Outcome::Met);
        let of_requirements = verdict.requirements.iter().flat_map(|requirement| &requirement.reasons);
        reasons.extend(
            of_measures.map(|finding| finding.rule.id).chain(of_requirements.copied()).map(String::from),
        );
        let mut seen = std::collections::HashSet::new();
        reasons.retain(|reason| seen.insert(reason.clone()));
        let bytes = explain::json(decision, point);
        let requirements = verdict.requirements.iter().map(|requirement| RequirementInShort {
            act: requirement.act.to_owned(),
            outcome: requirement.outcome.as_str(),
            basis: requirement.basis.map(decision::Basis::as_str),
            path: requirement.path.map(|(path, _)| path.as_str()),
            instrument: requirement.path.and_then(|(_, instrument)| instrument.map(str::to_owned)),
            missing: requirement.reasons.clone(),
        });
        let coverage = decision.coverage.iter().map(|coverage| CoverageInShort {
            scheme: coverage.scheme.to_owned(),
            country: coverage.country,
            complete: coverage.complete,
        });
        let in_short = DecisionInShort {
            overall: decision.overall.as_str(),
            sha256: hex::encode(Sha256::digest(&bytes)),
            question: Question { known_at: Some(decision.as_of.known_at), ..question.clone() },
            engine: decision::ENGINE,
            rules: point.rules.clone(),
        };
        let objectives = explain::mentions_objectives(decision);
        LineAnswer {
            requirements: requirements.collect(),
            suspicions: decision.suspicions.len(),
            expires: expiry(decision).filter(|_| overall == decision.overall),
            coverage: coverage.collect(),
            decision: Some(in_short),
            ..self.bare(overall, reasons, objectives)
        }
    }

    /// The answer where the question cannot be asked, since nobody knows what the product is.
    pub(super) fn without_a_decision(self) -> LineAnswer {
        let mut reasons = self.reasons();
        reasons.push("question.no_product".to_owned());
        self.bare(Overall::Unknown, reasons, false)
    }

    fn bare(self, overall: Overall, reasons: Vec<String>, objectives: bool) -> LineAnswer {
        let mut disclaimer = vec![explain::DISCLAIMER];
        if objectives {
            disclaimer.push(explain::DISCLAIMER_OBJECTIVES);
        }
        LineAnswer {
            format: LINE_FORMAT,
            declaration: self.line.declaration.clone(),
            importing: self.line.importing,
            on: self.on,
            outcome: overall.as_str(),
            treatment: treatment(overall, &self.documents, &[]),
            reasons,
            certificates: self.certificates,
            requirements: Vec::new(),
            suspicions: 0,
            documents: self.documents,
            elsewhere: None,
            expires: None,
            coverage: Vec::new(),
            log: self.log,
            answered_at: self.answered_at,
            decision: None,
            disclaimer,
            overall,
        }
    }

    /// Why references lead nowhere: `reference.not_on_record` and so on.
    fn reasons(&self) -> Vec<String> {
        let reasons = self.certificates.iter().filter_map(|resolved| resolved.reason);
        let named = reasons.filter_map(|reason| serde_json::to_value(reason).ok());
        named.filter_map(|name| name.as_str().map(|name| format!("reference.{name}"))).collect()
    }
}

impl LineAnswer {
    /// The same with what other borders recorded: it changes what is advised, and nothing else.
    pub(super) fn with_elsewhere(self, elsewhere: Vec<DocumentFinding>) -> Self {
        let treatment = treatment(self.overall, &self.documents, &elsewhere);
        Self { treatment, elsewhere: Some(elsewhere), ..self }
    }

    /// The first certificate that was found.
    pub fn certificate(&self) -> Option<CertificateNumber> {
        self.certificates.iter().find_map(|resolved| resolved.number.as_ref()?.parse().ok())
    }
}

/// What a decision comes to for a line. A piece that could not be put into the question might have changed it, unless the
/// answer is a yes without it, or would be the same whatever is presented.
fn outcome(overall: Overall, certificates: &[Resolved]) -> Overall {
    let left_out = certificates.iter().any(|resolved| resolved.evidence.is_none());
    match overall {
        Overall::Recognised | Overall::NotRequired | Overall::Barred => overall,
        _ if left_out => Overall::Unknown,
        _ => overall,
    }
}
