//! THE precedence table: from outcomes to the overall answer and its exit code.
//!
//! | measure in effect | something required | outcomes of the requirements | overall |
//! |---|---|---|---|
//! | yes | any | any | barred |
//! | no | nothing | none | not_required |
//! | no | yes | all recognised | recognised |
//! | no | yes | some recognised, others not recognised or unknown | partly_recognised |
//! | no | yes | some not recognised, none recognised | not_recognised |
//! | no | yes | some unknown, none recognised or not recognised | unknown |
//! | no | yes | otherwise (some discretionary, the rest recognised) | discretionary |
//! | cannot be told | any | not_recognised by the rows above | not_recognised |
//! | cannot be told | any | anything else by the rows above | unknown |
//!
//! How we read the last two: of a measure whose scope may or may not cover the product (reading 9) nobody can say that
//! it bars, nor that B must or may accept. Where B need not accept in any case, the measure changes nothing. The
//! recognition of the evidence is reported beside it, as beside a measure that bars.
//!
//! Of the paths of one requirement: treaty and law before undertaking before discretion; ties in the order of the
//! paths. A path that may hold on a stronger basis does not displace one that does hold; the answer says so.

use law::Outcome;

use crate::answer::{Basis, PathAnswer, RequirementOutcome};

/// The overall answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Overall {
    /// A measure bars the product, whatever the evidence.
    Barred,
    /// B must accept.
    Recognised,
    /// B must accept for some of what it requires.
    PartlyRecognised,
    /// B may accept.
    Discretionary,
    /// B need not accept.
    NotRecognised,
    /// Cannot tell.
    Unknown,
    /// B requires nothing for this product on this day.
    NotRequired,
}

impl Overall {
    /// Every overall answer.
    pub const ALL: [Overall; 7] = [
        Overall::Barred,
        Overall::Recognised,
        Overall::PartlyRecognised,
        Overall::Discretionary,
        Overall::NotRecognised,
        Overall::Unknown,
        Overall::NotRequired,
    ];

    /// The wire form.
    pub fn as_str(self) -> &'static str {
        match self {
            Overall::Barred => "barred",
            Overall::Recognised => "recognised",
            Overall::PartlyRecognised => "partly_recognised",
            Overall::Discretionary => "discretionary",
            Overall::NotRecognised => "not_recognised",
            Overall::Unknown => "unknown",
            Overall::NotRequired => "not_required",
        }
    }

    /// The exit code of `comity decide`. 1 is a failure, 2 a wrong call.
    pub fn exit_code(self) -> u8 {
        match self {
            Overall::Recognised => 0,
            Overall::NotRequired => 3,
            Overall::Discretionary => 4,
            Overall::PartlyRecognised => 5,
            Overall::Unknown => 6,
            Overall::NotRecognised => 7,
            Overall::Barred => 8,
        }
    }
}

/// The overall answer from whether no measure bars (met, unknown, not met) and the outcomes of all requirements.
pub fn overall(unbarred: Outcome, outcomes: &[RequirementOutcome]) -> Overall {
    match (unbarred, without_measures(outcomes)) {
        (Outcome::NotMet, _) => Overall::Barred,
        (Outcome::Met, overall) | (Outcome::Unknown, overall @ Overall::NotRecognised) => overall,
        (Outcome::Unknown, _) => Overall::Unknown,
    }
}

/// The overall answer where no measure stands.
fn without_measures(outcomes: &[RequirementOutcome]) -> Overall {
    let any = |wanted| outcomes.contains(&wanted);
    let (recognised, not_recognised) =
        (any(RequirementOutcome::Recognised), any(RequirementOutcome::NotRecognised));
    let unknown = any(RequirementOutcome::Unknown);
    if outcomes.is_empty() {
        Overall::NotRequired
    } else if outcomes.iter().all(|outcome| *outcome == RequirementOutcome::Recognised) {
        Overall::Recognised
    } else if recognised && (not_recognised || unknown) {
        Overall::PartlyRecognised
    } else if not_recognised {
        Overall::NotRecognised
    } else if unknown {
        Overall::Unknown
    } else {
        Overall::Discretionary
    }
}

/// The outcome of one requirement from its paths: outcome, basis, whether a stronger path is unknown, and the place
/// of the path that decides.
pub fn requirement(paths: &[PathAnswer<'_>]) -> (RequirementOutcome, Option<Basis>, bool, Option<usize>) {
    let holding = paths.iter().enumerate().filter(|(_, path)| path.outcome == Outcome::Met);
    let best = holding.filter_map(|(i, path)| Some((strength(path.basis?), path.path, i))).min();
    let unknown = paths.iter().filter(|path| path.outcome == Outcome::Unknown);
    let strongest_unknown = unknown.filter_map(|path| path.basis.map(strength)).min();
    match best {
        Some((best_strength, _, index)) => {
            let basis = paths[index].basis;
            let outcome = match basis {
                Some(Basis::Discretion) => RequirementOutcome::Discretionary,
                _ => RequirementOutcome::Recognised,
            };
            let stronger_unknown = strongest_unknown.is_some_and(|unknown| unknown < best_strength);
            (outcome, basis, stronger_unknown || paths[index].stronger_unknown, Some(index))
        }
        None if strongest_unknown.is_some() => (RequirementOutcome::Unknown, None, false, None),
        None => (RequirementOutcome::NotRecognised, None, false, None),
    }
}

/// Whether no later path can win over this one, or be unknown on a stronger basis: it holds on the strongest basis
/// there is, and comes first.
pub(crate) fn settles(path: &PathAnswer<'_>) -> bool {
    path.outcome == Outcome::Met && path.basis.is_some_and(|basis| strength(basis) == 0)
}

/// Strength of a basis, strongest first.
pub(crate) fn strength(basis: Basis) -> u8 {
    match basis {
        Basis::Treaty | Basis::Law => 0,
        Basis::Undertaking => 1,
        Basis::Discretion => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Path;
    use RequirementOutcome::{Discretionary, NotRecognised, Recognised, Unknown};

    #[test]
    fn the_table() {
        assert_eq!(overall(Outcome::NotMet, &[Recognised]), Overall::Barred);
        assert_eq!(overall(Outcome::NotMet, &[]), Overall::Barred);
        assert_eq!(overall(Outcome::Met, &[]), Overall::NotRequired);
        assert_eq!(overall(Outcome::Met, &[Recognised, Recognised]), Overall::Recognised);
        assert_eq!(overall(Outcome::Met, &[Recognised, NotRecognised]), Overall::PartlyRecognised);
        assert_eq!(overall(Outcome::Met, &[Recognised, Unknown]), Overall::PartlyRecognised);
        assert_eq!(overall(Outcome::Met, &[Recognised, Discretionary]), Overall::Discretionary);
        assert_eq!(overall(Outcome::Met, &[Discretionary, NotRecognised]), Overall::NotRecognised);
        assert_eq!(overall(Outcome::Met, &[Unknown, Discretionary]), Overall::Unknown);
    }

    #[test]
    fn a_measure_that_may_bar_leaves_nothing_accepted_and_a_clear_no_as_it_is() {
        for outcomes in [&[Recognised][..], &[Recognised, NotRecognised], &[Discretionary], &[Unknown], &[]] {
            assert_eq!(overall(Outcome::Unknown, outcomes), Overall::Unknown);
        }
        assert_eq!(overall(Outcome::Unknown, &[NotRecognised]), Overall::NotRecognised);
    }

    #[test]
    fn exit_codes_are_distinct_and_leave_one_and_two_to_failures() {
        let mut codes: Vec<_> = Overall::ALL.iter().map(|overall| overall.exit_code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes, [0, 3, 4, 5, 6, 7, 8]);
    }

    fn path(path: Path, outcome: Outcome, basis: Option<Basis>) -> PathAnswer<'static> {
        PathAnswer {
            path,
            outcome,
            basis,
            instrument: None,
            evidence: None,
            stronger_unknown: false,
            findings: Vec::new(),
        }
    }

    #[test]
    fn treaty_and_law_are_equal_and_the_order_of_paths_breaks_the_tie() {
        let paths = [
            path(Path::Results, Outcome::Met, Some(Basis::Treaty)),
            path(Path::National, Outcome::Met, Some(Basis::Law)),
        ];
        assert_eq!(requirement(&paths), (Recognised, Some(Basis::Law), false, Some(1)));
    }

    #[test]
    fn a_weaker_basis_says_that_a_stronger_one_is_unknown() {
        let paths = [
            path(Path::Results, Outcome::Unknown, Some(Basis::Treaty)),
            path(Path::Objective, Outcome::Met, Some(Basis::Undertaking)),
        ];
        assert_eq!(requirement(&paths), (Recognised, Some(Basis::Undertaking), true, Some(1)));
    }

    #[test]
    fn a_private_rule_met_gives_nothing_by_itself() {
        assert_eq!(requirement(&[path(Path::Scheme, Outcome::Met, None)]).0, NotRecognised);
    }
}
