//! The answer as JSON. Fields stand in a fixed order; the same decision gives the same bytes.

use decision::{
    CoverageAnswer, Decision, EvidenceAnswer, Missing, Path, PathAnswer, RequirementAnswer, RequirementKind,
};
use law::{Finding, Value};
use model::Jurisdiction;
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, SerializeStruct, Serializer};
use sha2::{Digest, Sha256};

use crate::{DISCLAIMER, DISCLAIMER_OBJECTIVES};

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
    let mut bytes = Vec::with_capacity(8 * 1024);
    // Writing to memory cannot fail, and no key here is anything but a string.
    let _ = serde_json::to_writer(&mut bytes, &Answer { decision, point });
    bytes
}

struct Answer<'d, 'a> {
    decision: &'d Decision<'a>,
    point: &'d LogPoint,
}

impl Serialize for Answer<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let decision = self.decision;
        let mut out = serializer.serialize_struct("Answer", 10)?;
        out.serialize_field("overall", decision.overall.as_str())?;
        out.serialize_field("importing", &decision.importing)?;
        out.serialize_field("product", &Product(decision.product))?;
        out.serialize_field(
            "requirements",
            &Each(&decision.requirements, |item| Requirement { item, decision }),
        )?;
        out.serialize_field("measures", &Findings(&decision.measures))?;
        out.serialize_field("suspicions", &Findings(&decision.suspicions))?;
        out.serialize_field("evidence", &Each(&decision.evidence, Evidence))?;
        out.serialize_field("coverage", &Each(&decision.coverage, Coverage))?;
        out.serialize_field("as_of", &AsOf(self))?;
        let objectives = mentions_objectives(decision);
        let disclaimer =
            if objectives { &[DISCLAIMER, DISCLAIMER_OBJECTIVES][..] } else { &[DISCLAIMER][..] };
        out.serialize_field("disclaimer", disclaimer)?;
        out.end()
    }
}

/// Whether the answer speaks of an objective, and so must say what it is not.
pub fn mentions_objectives(decision: &Decision<'_>) -> bool {
    decision.requirements.iter().any(|requirement| {
        requirement.kind != RequirementKind::Regulation
            || requirement.paths.iter().any(|path| path.path == Path::Objective && path.instrument.is_some())
    })
}

struct Product<'a>((&'a str, u16));

impl Serialize for Product<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Product", 2)?;
        out.serialize_field("hs", self.0.0)?;
        out.serialize_field("hs_edition", &self.0.1)?;
        out.end()
    }
}

struct AsOf<'d, 'a>(&'d Answer<'d, 'a>);

impl Serialize for AsOf<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (as_of, point) = (&self.0.decision.as_of, self.0.point);
        let mut out = serializer.serialize_struct("AsOf", 6)?;
        out.serialize_field("on", &as_of.on)?;
        out.serialize_field("known_at", &as_of.known_at)?;
        out.serialize_field("log_size", &point.size)?;
        out.serialize_field("root", &point.root)?;
        out.serialize_field("engine", decision::ENGINE)?;
        out.serialize_field("rules", &point.rules)?;
        out.end()
    }
}

struct Requirement<'d, 'a> {
    item: &'d RequirementAnswer<'a>,
    decision: &'d Decision<'a>,
}

impl Serialize for Requirement<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let item = self.item;
        let mut out = serializer.serialize_struct("Requirement", 12)?;
        out.serialize_field("act", item.act)?;
        out.serialize_field("kind", item.kind.as_str())?;
        out.serialize_field("country", &item.country)?;
        out.serialize_field("edition", &item.edition)?;
        out.serialize_field("statement", &item.at)?;
        out.serialize_field("applies", item.applies.as_str())?;
        out.serialize_field("outcome", item.outcome.as_str())?;
        out.serialize_field("basis", &item.basis.map(decision::Basis::as_str))?;
        out.serialize_field("stronger_unknown", &item.stronger_unknown)?;
        out.serialize_field("findings", &Findings(&item.findings))?;
        out.serialize_field("paths", &Each(&item.paths, OnePath))?;
        out.serialize_field("missing", &Each(&item.missing, |missing| MissingSet { missing, of: self }))?;
        out.end()
    }
}

struct OnePath<'d, 'a>(&'d PathAnswer<'a>);

impl Serialize for OnePath<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let path = self.0;
        let mut out = serializer.serialize_struct("Path", 6)?;
        out.serialize_field("path", path.path.as_str())?;
        out.serialize_field("outcome", path.outcome.as_str())?;
        out.serialize_field("basis", &path.basis.map(decision::Basis::as_str))?;
        out.serialize_field("instrument", &path.instrument)?;
        out.serialize_field("evidence", &path.evidence)?;
        out.serialize_field("findings", &Findings(&path.findings))?;
        out.end()
    }
}

struct MissingSet<'d, 'a> {
    missing: &'d Missing,
    of: &'d Requirement<'d, 'a>,
}

impl Serialize for MissingSet<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Missing", 2)?;
        out.serialize_field("path", self.missing.path.as_str())?;
        out.serialize_field("facts", &MissingFacts(self))?;
        out.end()
    }
}

struct MissingFacts<'d, 'a>(&'d MissingSet<'d, 'a>);

impl Serialize for MissingFacts<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_seq(None)?;
        let (requirement, decision) = (self.0.of.item, self.0.of.decision);
        for (of, finding) in missing_findings(self.0.missing, requirement, decision) {
            out.serialize_element(&MissingFact { of, finding })?;
        }
        out.end()
    }
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

struct MissingFact<'d, 'a> {
    of: &'static str,
    finding: &'d Finding<'a>,
}

impl Serialize for MissingFact<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("MissingFact", 3)?;
        out.serialize_field("rule", self.finding.rule.id)?;
        out.serialize_field("of", self.of)?;
        out.serialize_field("facts", &Facts(self.finding))?;
        out.end()
    }
}

struct Evidence<'d, 'a>(&'d EvidenceAnswer<'a>);

impl Serialize for Evidence<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let evidence = self.0;
        let mut out = serializer.serialize_struct("Evidence", 6)?;
        out.serialize_field("reference", evidence.reference)?;
        out.serialize_field("number", &evidence.number)?;
        out.serialize_field("issuer", &evidence.issuer)?;
        out.serialize_field("designating_party", &evidence.designating_party)?;
        out.serialize_field("outcome", evidence.outcome.as_str())?;
        out.serialize_field("findings", &Findings(&evidence.findings))?;
        out.end()
    }
}

struct Coverage<'d, 'a>(&'d CoverageAnswer<'a>);

impl Serialize for Coverage<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let coverage = self.0;
        let mut out = serializer.serialize_struct("Coverage", 6)?;
        out.serialize_field("scheme", coverage.scheme)?;
        out.serialize_field("country", &coverage.country)?;
        out.serialize_field("complete", &coverage.complete)?;
        out.serialize_field("since", &coverage.since)?;
        out.serialize_field("basis", &coverage.basis)?;
        out.serialize_field("statement", &coverage.at)?;
        out.end()
    }
}

struct Findings<'d, 'a>(&'d [Finding<'a>]);

impl Serialize for Findings<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(OneFinding))
    }
}

struct OneFinding<'d, 'a>(&'d Finding<'a>);

impl Serialize for OneFinding<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Finding", 3)?;
        out.serialize_field("rule", self.0.rule.id)?;
        out.serialize_field("outcome", self.0.outcome.as_str())?;
        out.serialize_field("facts", &Facts(self.0))?;
        out.end()
    }
}

/// The facts that a finding compared, by name, as they stand in every answer.
pub fn finding_facts(finding: &Finding<'_>) -> serde_json::Value {
    // Keys are names and values are plain: writing them cannot fail.
    serde_json::to_value(Facts(finding)).unwrap_or_default()
}

struct Facts<'d, 'a>(&'d Finding<'a>);

impl Serialize for Facts<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(Some(self.0.facts.len()))?;
        for fact in &self.0.facts {
            match fact.value {
                Value::Text(text) => out.serialize_entry(fact.name, text)?,
                Value::Day(day) => out.serialize_entry(fact.name, &day)?,
                Value::Number(number) => out.serialize_entry(fact.name, &number)?,
                Value::Party(party) => out.serialize_entry::<_, Jurisdiction>(fact.name, &party)?,
                Value::Statement(at) => out.serialize_entry(fact.name, &at)?,
            }
        }
        out.end()
    }
}

/// A list whose items are written through a wrapper.
struct Each<'d, T, F>(&'d [T], F);

impl<'d, T, W: Serialize, F: Fn(&'d T) -> W> Serialize for Each<'d, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}
