//! An answer to be taken in at one glance: the outcome, what does not agree, then the reasons.

use credential::DocumentFinding;
use credential::compare::Outcome;
use explain::{Told, ToldFinding, Words};
use serde::Serialize;
use serde_json::Value;

use crate::asked::Asked;
use crate::copies::{CopyKind, Disagreement, gather};

/// What the bundle cannot know, or nobody has put on record, is an outcome of its own: never a good one.
const NOT_COVERED: &str = "not_covered";
const UNKNOWN: &str = "unknown";
/// Facts that are named as missing: of the path that comes closest, so that they fit one screen.
const MISSING_MAX: usize = 6;

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Glance {
    /// The outcome of the decision (`recognised` …), or `not_covered` where a bundle cannot know.
    pub outcome: String,
    /// The answer in one sentence.
    pub headline: String,
    /// In which respects goods, document and register do not agree, the gravest first.
    pub copies: Vec<Disagreement>,
    /// Why, requirement by requirement; measures first.
    pub reasons: Vec<String>,
    /// What would turn the answer, on the path that comes closest.
    pub missing: Vec<String>,
    /// What was checked of the certificate and is not met, or not known.
    pub checks: Vec<Check>,
    /// Every respect in which a presented document was compared.
    pub documents: Vec<Check>,
    /// How complete the registry is.
    pub coverage: Vec<String>,
    /// What the answer is not.
    pub disclaimer: Vec<String>,
    /// The certificate asked about, where it is on record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The question, as it can be asked again.
    pub question: Value,
    /// Number of statements that were known.
    pub log_size: u64,
}

/// One check in a sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Check {
    /// `met`, `not_met` or `unknown`.
    pub outcome: &'static str,
    /// What was found.
    pub sentence: String,
}

/// What stands beside a question, whatever its answer is.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// The question with its document.
    pub asked: &'a Asked,
    /// What was found about the document.
    pub documents: &'a [DocumentFinding],
    /// Number of statements that were known.
    pub log_size: u64,
    /// The words.
    pub words: &'a Words,
}

impl Beside<'_> {
    /// The answer of a decision.
    pub fn answered(&self, told: &Told) -> Glance {
        let evidence = || told.evidence.iter().flat_map(|evidence| &evidence.findings);
        let mut copies = self.copies();
        // Absence proves nothing where nobody says that the record is complete; that stays a reason.
        copies.extend(evidence().filter_map(|f| Some((CopyKind::of_evidence(f)?, f.sentence.clone()))));
        let requirements = told.requirements.iter().map(|requirement| requirement.sentence.clone());
        let measures = told.measures.iter().map(|measure| measure.sentence.clone());
        let missing = told.requirements.iter().filter_map(|requirement| requirement.missing.first());
        let on_record = told.evidence.iter().find(|evidence| evidence.on_record);
        Glance {
            outcome: told.overall.clone(),
            headline: told.headline.clone(),
            copies: gather(copies),
            reasons: measures.chain(requirements).chain(told.notes.iter().cloned()).collect(),
            missing: missing.flat_map(|missing| missing.facts.iter().cloned()).take(MISSING_MAX).collect(),
            checks: evidence().filter(|finding| finding.outcome != "met").map(check).collect(),
            coverage: told.coverage.clone(),
            disclaimer: told.disclaimer.clone(),
            number: on_record.map(|evidence| evidence.reference.clone()),
            ..self.bare(&told.overall)
        }
    }

    /// Nothing is on record under the number, and nothing else says which product is meant.
    pub fn not_on_record(&self) -> Glance {
        let number = self.asked.number().map(ToString::to_string).unwrap_or_default();
        let said = |id: &str| self.words.message(id, &[("number", &number)]);
        let mut copies = self.copies();
        copies.push((CopyKind::NeverIssued, said("glance--never-issued")));
        Glance {
            headline: said("glance--not-on-record"),
            copies: gather(copies),
            reasons: vec![said("glance--not-on-record-next")],
            ..self.bare(UNKNOWN)
        }
    }

    /// A bundle cannot know: the reason, with what it is about.
    pub fn not_covered(&self, reason: &str, facts: &[(&'static str, &str)]) -> Glance {
        Glance {
            headline: self.words.message("glance--not-covered", &[]),
            copies: gather(self.copies()),
            reasons: vec![self.words.message(&format!("glance--not-covered--{reason}"), facts)],
            ..self.bare(NOT_COVERED)
        }
    }

    fn bare(&self, outcome: &str) -> Glance {
        Glance {
            outcome: outcome.to_owned(),
            headline: String::new(),
            copies: Vec::new(),
            reasons: Vec::new(),
            missing: Vec::new(),
            checks: Vec::new(),
            documents: self.documents.iter().map(|finding| self.document(finding)).collect(),
            coverage: Vec::new(),
            disclaimer: vec![self.words.message("disclaimer", &[])],
            number: None,
            // A question holds nothing that cannot be written as JSON.
            question: serde_json::to_value(&self.asked.question).unwrap_or_default(),
            log_size: self.log_size,
        }
    }

    fn copies(&self) -> Vec<(CopyKind, String)> {
        let kinds = self.documents.iter().map(|finding| (CopyKind::of_document(finding), finding));
        kinds.filter_map(|(kind, finding)| Some((kind?, self.document(finding).sentence))).collect()
    }

    fn document(&self, finding: &DocumentFinding) -> Check {
        let outcome = match finding.outcome {
            Outcome::Met => "met",
            Outcome::NotMet => "not_met",
            Outcome::Unknown => "unknown",
        };
        Check { outcome, sentence: self.words.document(finding.id, outcome, &finding.facts) }
    }
}

fn check(finding: &ToldFinding) -> Check {
    let outcome = match finding.outcome.as_str() {
        "met" => "met",
        "not_met" => "not_met",
        _ => "unknown",
    };
    Check { outcome, sentence: finding.sentence.clone() }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::Fields;

    fn asked() -> Asked {
        let fields = Fields { certificate: "A 1".into(), importing: "FR".into(), ..Fields::default() };
        fields.read(model::parse_date("2026-01-31").unwrap()).unwrap()
    }

    #[test]
    fn what_is_not_known_is_said_in_every_language_and_is_never_a_good_answer() {
        let altered = DocumentFinding {
            id: "document.signature-covers-text",
            outcome: Outcome::NotMet,
            facts: BTreeMap::from([("reason", "altered".into()), ("key", "k1".into())]),
        };
        let asked = asked();
        for language in explain::LANGUAGES {
            let words = Words::load(language).unwrap();
            let beside = Beside {
                asked: &asked,
                documents: std::slice::from_ref(&altered),
                log_size: 7,
                words: &words,
            };
            for reason in ["country", "known-at", "not-presented", "newer"] {
                let facts = [("reference", "A 1"), ("asked", "FR"), ("bundle", "CH")];
                let shown = beside.not_covered(reason, &facts);
                assert_eq!((shown.outcome.as_str(), shown.log_size), ("not_covered", 7));
                assert!(!shown.reasons[0].starts_with("glance--"), "{language}: {reason}");
                assert!(!shown.reasons[0].contains("{$") && !shown.headline.starts_with("glance--"));
                assert_eq!(shown.copies[0].kind, "altered");
                assert!(shown.copies[0].sentences[0].contains("k1"));
            }
            let shown = beside.not_on_record();
            assert_eq!((shown.outcome.as_str(), shown.copies[1].kind), ("unknown", "never_issued"));
            assert!(shown.headline.contains("A 1") && !shown.reasons[0].starts_with("glance--"));
        }
    }

    #[test]
    fn the_question_can_be_asked_again() {
        let words = Words::load("en").unwrap();
        let asked = asked();
        let beside = Beside { asked: &asked, documents: &[], log_size: 1, words: &words };
        let again = serde_json::to_vec(&beside.not_on_record().question).unwrap();
        assert_eq!(decision::Question::parse(&again).unwrap(), asked.question);
    }
}
