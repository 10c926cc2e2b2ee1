//! The answer: typed, with every finding, borrowing from the registry and the question.

use law::{Finding, Outcome};
use model::{Date, Jurisdiction, LogIndex, Text};
use smallvec::SmallVec;

use crate::precedence::Overall;

/// A decision with all its reasons.
#[derive(Clone, Debug)]
pub struct Decision<'a> {
    /// The one answer.
    pub overall: Overall,
    /// One entry for each thing that the importing country requires.
    pub requirements: Vec<RequirementAnswer<'a>>,
    /// Measures that bar, and measures without effect with the reason.
    pub measures: Vec<Finding<'a>>,
    /// Reports of suspicion: reasons to inspect, which change no outcome.
    pub suspicions: Vec<Finding<'a>>,
    /// Each piece of evidence: is it what it says?
    pub evidence: Vec<EvidenceAnswer<'a>>,
    /// How complete the registry is, on every negative or unknown answer.
    pub coverage: Vec<CoverageAnswer<'a>>,
    /// The importing country.
    pub importing: Jurisdiction,
    /// The commodity code asked about, with its edition.
    pub product: (&'a str, u16),
    /// What it takes to give this answer again.
    pub as_of: AsOf,
}

/// The day, the point of knowledge and the engine of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day asked about.
    pub on: Date,
    /// The last known position of the log.
    pub known_at: LogIndex,
}

/// What the importing country requires, and whether the evidence counts for it.
#[derive(Clone, Debug)]
pub struct RequirementAnswer<'a> {
    /// Regulation, additional requirement or objective.
    pub act: &'a str,
    /// Its title.
    pub title: &'a Text,
    /// Which of them.
    pub kind: RequirementKind,
    /// Whose law.
    pub country: Jurisdiction,
    /// Edition that applies on the day.
    pub edition: Option<&'a str>,
    /// Where it was stated.
    pub at: LogIndex,
    /// Whether it is certain that it applies.
    pub applies: Outcome,
    /// Findings about the requirement itself.
    pub findings: Vec<Finding<'a>>,
    /// Whether the importing country must, may or need accept.
    pub outcome: RequirementOutcome,
    /// What that rests on.
    pub basis: Option<Basis>,
    /// A stronger path than the one that holds is unknown.
    pub stronger_unknown: bool,
    /// Every path that was tried, the winning one first.
    pub paths: Vec<PathAnswer<'a>>,
    /// On anything but recognised: path by path, the smallest set of facts that would change it, smallest first.
    pub missing: Vec<Missing>,
}

/// What kind of thing is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequirementKind {
    /// A technical regulation.
    Regulation,
    /// An additional requirement despite an objective (L 18).
    Additional,
    /// An objective that stands as the requirement itself (reading 10).
    Objective,
}

/// The answer for one requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RequirementOutcome {
    /// B must accept.
    Recognised,
    /// B may accept.
    Discretionary,
    /// Cannot tell.
    Unknown,
    /// B need not accept.
    NotRecognised,
}

/// What an outcome rests on, strongest first; treaty and law are equally strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// A treaty.
    Treaty,
    /// Law of the importing country.
    Law,
    /// An undertaking, which is not law.
    Undertaking,
    /// Discretion: to be accepted whenever possible, if satisfied.
    Discretion,
}

/// The ways to recognition, in the order that breaks ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the name of its file in `paths/`, which says what it is")]
pub enum Path {
    National,
    Objective,
    Results,
    Equivalence,
    HarmonisedApproval,
    Accreditation,
    Declaration,
    Scheme,
    PriorDecision,
    LawfulMarketing,
    Alignment,
    Stringency,
}

/// One path with the candidate that came closest.
#[derive(Clone, Debug)]
pub struct PathAnswer<'a> {
    /// Which path.
    pub path: Path,
    /// Met: it holds. Unknown: it may hold. Not met: it does not.
    pub outcome: Outcome,
    /// What it would rest on; `None` where it rests on nothing that binds.
    pub basis: Option<Basis>,
    /// Agreement, annex, objective or decision that was tried.
    pub instrument: Option<&'a str>,
    /// Which piece of evidence.
    pub evidence: Option<usize>,
    /// Where it holds: another instrument or piece of evidence may hold on this path on a stronger basis.
    pub stronger_unknown: bool,
    /// Findings of this path; those about the evidence itself stand with the evidence.
    pub findings: Vec<Finding<'a>>,
}

/// Places of findings in a list.
pub type Places = SmallVec<[usize; 4]>;

/// What is missing on one path: positions of findings that are not met or unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Which path.
    pub path: Path,
    /// Place of the path in [`RequirementAnswer::paths`].
    pub path_index: usize,
    /// Findings of the evidence that must change, by position.
    pub of_evidence: Places,
    /// Findings of the path that must change, by position.
    pub of_path: Places,
    /// Findings of the requirement that must change, by position.
    pub of_requirement: Places,
}

/// One piece of evidence.
#[derive(Clone, Debug)]
pub struct EvidenceAnswer<'a> {
    /// How it was named.
    pub reference: &'a str,
    /// Its number, if it is on record.
    pub number: Option<&'a str>,
    /// Who issued it.
    pub issuer: Option<&'a str>,
    /// Under whose authority.
    pub designating_party: Option<Jurisdiction>,
    /// Whether it is what it says.
    pub outcome: Outcome,
    /// Findings.
    pub findings: Vec<Finding<'a>>,
}

/// How complete the registry is for a scheme and country.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageAnswer<'a> {
    /// Regulation, annex or objective.
    pub scheme: &'a str,
    /// Country.
    pub country: Jurisdiction,
    /// Whether it is stated to be complete; `None` where nobody stated anything.
    pub complete: Option<bool>,
    /// Since when.
    pub since: Option<Date>,
    /// Why that can be said.
    pub basis: Option<&'a str>,
    /// Where it was stated.
    pub at: Option<LogIndex>,
}

impl Path {
    /// Every path, in the order that breaks ties.
    pub const ALL: [Path; 12] = [
        Path::National,
        Path::Objective,
        Path::Results,
        Path::Equivalence,
        Path::HarmonisedApproval,
        Path::Accreditation,
        Path::Declaration,
        Path::Scheme,
        Path::PriorDecision,
        Path::LawfulMarketing,
        Path::Alignment,
        Path::Stringency,
    ];

    /// The wire form.
    pub fn as_str(self) -> &'static str {
        match self {
            Path::National => "national",
            Path::Objective => "objective",
            Path::Results => "results",
            Path::Equivalence => "equivalence",
            Path::HarmonisedApproval => "harmonised_approval",
            Path::Accreditation => "accreditation",
            Path::Declaration => "declaration",
            Path::Scheme => "scheme",
            Path::PriorDecision => "prior_decision",
            Path::LawfulMarketing => "lawful_marketing",
            Path::Alignment => "alignment",
            Path::Stringency => "stringency",
        }
    }
}

impl Basis {
    /// The wire form.
    pub fn as_str(self) -> &'static str {
        match self {
            Basis::Treaty => "treaty",
            Basis::Law => "law",
            Basis::Undertaking => "undertaking",
            Basis::Discretion => "discretion",
        }
    }
}

impl RequirementOutcome {
    /// The wire form.
    pub fn as_str(self) -> &'static str {
        match self {
            RequirementOutcome::Recognised => "recognised",
            RequirementOutcome::Discretionary => "discretionary",
            RequirementOutcome::Unknown => "unknown",
            RequirementOutcome::NotRecognised => "not_recognised",
        }
    }
}

impl RequirementKind {
    /// The wire form.
    pub fn as_str(self) -> &'static str {
        match self {
            RequirementKind::Regulation => "regulation",
            RequirementKind::Additional => "additional_requirement",
            RequirementKind::Objective => "objective",
        }
    }
}
