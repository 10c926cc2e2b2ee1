//! What always holds of a decision, over small worlds: one for each path, with any of its facts left out.
#![allow(clippy::unwrap_used)]

mod worlds;

use decision::{EvidenceReference, Overall, Question, Verdict};
use model::{Date, HsCode, HsEdition, Jurisdiction, LogIndex, Product};
use proptest::prelude::*;
use testkit::story::{Story, answer};

use worlds::{FIXTURES, Fixture, question, supply};

const ASK: &str = "Ask: importing FR on 2016-01-01 with C-1 for HS 950300.";

/// Things that are true and have nothing to do with the question.
const UNRELATED: &[&str] = &[
    "Body other-lab of CN.",
    "CN adopts regulation CN-TOY edition 1 from 2010-01-01 for HS 9503 requiring certification for safety.",
    "EU adopts regulation EU-LAMP edition 1 from 2010-01-01 for HS 9405 requiring certification for safety.",
    "FR and CN conclude agreement OTHER as treaty from 2010-01-01.",
    "Objective DEMO-9 version 1 is established on 2014-01-01 for HS 9405 and safety allowing certification.",
    "FR takes measure M-OTHER of prohibition from 2010-01-01 against HS 9405 under law.",
    "CN takes measure M-CN of prohibition from 2010-01-01 against HS 9503 under law.",
    "FR takes measure M-MODEL of prohibition from 2010-01-01 against model P9 under law.",
    "lab issues certificate C-OTHER on 2015-06-01 for HS 940549 to CH-TOY edition 2012.",
    "CN states coverage of CH-TOY complete since 2010-01-01.",
    "Standard ISO 9-1:2010 is published on 2010-01-01.",
];

/// Things that would change the answer if they were known.
const LATER: &[&str] = &[
    "lab withdraws C-1 from the start on 2015-07-01.",
    "maker withdraws C-1 from the start on 2015-07-01.",
    "FR takes measure M-1 of prohibition from 2015-01-01 against HS 9503 under law.",
    "FR suspends annex A/1 from 2014-01-01 and earlier results lose their effect.",
    "FR ends annex A/1 on 2014-01-01.",
    "FR ends agreement A on 2014-01-01.",
    "CH states lab withdrawn under A/1 on 2014-01-01.",
    "FR designates lab for FR-TOY from 2015-01-01.",
    "FR revokes equivalence eq-1 on 2014-01-01.",
    "FR revokes decision D-1 on 2015-01-01.",
    "FR agrees to objective DEMO-1 version 1 on 2014-01-01.",
    "EU repeals regulation FR-TOY on 2015-01-01.",
    "EU states coverage of FR-TOY complete since 2010-01-01.",
    "Objective DEMO-1 version 2 is established on 2015-01-01 for HS 9503 and safety allowing certification.",
    "GB belong to WTO from 1995-01-01.",
];

fn fixture() -> impl Strategy<Value = &'static Fixture> {
    proptest::sample::select((0..FIXTURES.len()).collect::<Vec<_>>()).prop_map(|place| &FIXTURES[place])
}

/// Days around everything that happens in the worlds.
fn day() -> impl Strategy<Value = Date> {
    (2012i16..2020, 1i8..13, 1i8..29).prop_map(|(year, month, day)| Date::constant(year, month, day))
}

fn lines(of: &'static [&'static str]) -> impl Strategy<Value = Vec<&'static str>> {
    proptest::sample::subsequence(of.to_vec(), 0..=of.len()).prop_shuffle()
}

fn overall(story: &mut Story, line: &str) -> Overall {
    let question = question(story, line);
    story.world.ask(&question, |decision| decision.overall).unwrap()
}

fn told(story: &Story, question: &Question) -> String {
    story.world.ask(question, answer).unwrap()
}

fn strength(overall: Overall) -> u8 {
    match overall {
        Overall::Recognised | Overall::NotRequired => 0,
        Overall::PartlyRecognised => 1,
        Overall::Discretionary => 2,
        Overall::Unknown => 3,
        Overall::NotRecognised => 4,
        Overall::Barred => 5,
    }
}

fn accepted(overall: Overall) -> bool {
    matches!(overall, Overall::Recognised | Overall::Discretionary)
}

#[test]
fn every_world_holds_by_its_path_when_nothing_is_left_out() {
    for fixture in FIXTURES {
        let mut story = fixture.story(u8::MAX);
        let question = question(&mut story, ASK);
        let holding = story.world.ask(&question, |decision| decision.requirements[0].paths[0].path.as_str());
        assert_eq!(holding, Ok(fixture.path), "{}", told(&story, &question));
        assert!(accepted(overall(&mut story, ASK)));
    }
}

/// For every path, whichever facts are left out. One round supplies what is missing; where there was no certificate or
/// no instrument at all, only then can be said what it lacks: each costs one more round.
#[test]
fn supplying_what_is_missing_turns_the_answer_to_yes() {
    for fixture in FIXTURES {
        for kept in 0..1 << fixture.facts.len() {
            let mut story = fixture.story(kept);
            let question = question(&mut story, ASK);
            let rounds = (0..3).find(|_| {
                let acts = story.world.ask(&question, |decision| supply(fixture, decision)).unwrap();
                story.tell_all(&acts.join("\n"));
                accepted(overall(&mut story, ASK))
            });
            let path = fixture.path;
            assert!(rounds.is_some(), "missing by {path} ({kept:b}):\n{}", told(&story, &question));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn withdrawn_is_never_recognised_on_a_day_on_which_its_withdrawal_has_effect(
        fixture in fixture(), on in day(), asked in day(), from_start: bool, restored: bool,
    ) {
        let mut story = fixture.story(u8::MAX);
        let issuer = fixture.certificate().split(' ').next().unwrap();
        let from = if from_start { " from the start" } else { "" };
        story.tell_all(&format!("{issuer} withdraws C-1{from} on {on}."));
        if restored {
            story.tell_all(&format!("{issuer} restores C-1 on {on}."));
        }
        if from_start || on <= asked {
            let found = overall(&mut story, &format!("Ask: importing FR on {asked} with C-1."));
            prop_assert!(matches!(found, Overall::NotRecognised | Overall::NotRequired), "{found:?}");
        }
    }

    #[test]
    fn a_measure_wins_over_every_path(
        fixture in fixture(), kept: u8, from in day(), asked in day(),
        against in proptest::sample::select(vec!["HS 9503", "model P1", "certificate C-1", "HS 9503 model P1"]),
    ) {
        let mut story = fixture.story(kept);
        // A certificate that conforms to an instrument that was left out is left out with it.
        let _ = story.tell(fixture.certificate_if_missing(kept));
        prop_assume!(story.world.certificates().numbers().next().is_some());
        story.tell_all(&format!("FR takes measure M-1 of withdrawal from {from} against {against} under law."));
        let found = overall(&mut story, &format!("Ask: importing FR on {asked} with C-1."));
        prop_assert_eq!(found == Overall::Barred, from <= asked, "{:?}", found);
    }

    #[test]
    fn a_measure_that_may_bar_leaves_nothing_accepted_and_the_missing_code_settles_it(
        fixture in fixture(), kept: u8, from in day(), asked in day(), covers: bool,
    ) {
        let mut story = fixture.story(kept);
        let _ = story.tell(fixture.certificate_if_missing(kept));
        prop_assume!(story.world.certificates().numbers().next().is_some());
        let ask = format!("Ask: importing FR on {asked} with C-1 for HS 950300.");
        let without = overall(&mut story, &ask);
        story.tell_all(&format!("FR takes measure M-1 of withdrawal from {from} against HS 9503 of 2007 under law."));
        let unsettled = overall(&mut story, &ask);
        let open = from <= asked && without != Overall::NotRecognised;
        prop_assert_eq!(unsettled, if open { Overall::Unknown } else { without });
        let code = if covers { "950300" } else { "950490" };
        story.tell_all(&format!(r#"Act: {{"type":"correlation.stated","from_edition":2022,"to_edition":2007,"pairs":[["950300","{code}"]],"source":"table"}}"#));
        let settled = overall(&mut story, &ask);
        prop_assert_eq!(settled, if covers && from <= asked { Overall::Barred } else { without });
    }

    #[test]
    fn a_suspicion_changes_no_outcome(fixture in fixture(), kept: u8) {
        let mut story = fixture.story(kept);
        let question = question(&mut story, ASK);
        let before = told(&story, &question);
        story.tell_all("maker reports suspicion S-1 on 2014-01-01 against HS 9503.");
        let after = told(&story, &question);
        let without = after.lines().filter(|line| !line.contains("measure.suspicion-is-no-measure"));
        prop_assert!(after.contains("suspicion=S-1"));
        prop_assert_eq!(without.collect::<Vec<_>>(), before.lines().collect::<Vec<_>>());
    }

    #[test]
    fn later_statements_never_change_an_earlier_answer(
        fixture in fixture(), kept: u8, later in lines(LATER), asked in day(),
    ) {
        let mut story = fixture.story(kept);
        let mut question = question(&mut story, ASK);
        question.on = asked;
        question.known_at = Some(story.world.last());
        let before = story.world.ask(&question, |decision| format!("{decision:?}")).unwrap();
        for line in later.iter().chain(fixture.facts) {
            let _ = story.tell(line);
        }
        let after = story.world.ask(&question, |decision| format!("{decision:?}")).unwrap();
        prop_assert_eq!(before, after);
    }

    /// No rule of ours looks at origin or at where a body is established; only an instrument or a measure may.
    #[test]
    fn imported_is_never_treated_worse_than_domestic_by_our_own_rules(fixture in fixture(), kept: u8, asked in day()) {
        let mut story = fixture.story(kept);
        let mut by_origin = |origin: &str| {
            overall(&mut story, &format!("Ask: importing FR on {asked} with C-1 for HS 950300 origin {origin}."))
        };
        let domestic = by_origin("FR");
        prop_assert_eq!(strength(domestic), strength(by_origin("CN")));
        prop_assert_eq!(strength(domestic), strength(by_origin("CH")));
    }

    #[test]
    fn a_body_abroad_that_the_country_accepts_counts_as_one_at_home(from in day(), issued in day(), asked in day()) {
        let outcome = |home: &str| {
            let mut story = Story::new();
            story.tell_all(&format!("Countries FR, CN.
FR adopts regulation R edition 1 from 2012-01-01 for HS 9503 requiring certification for safety.
Body lab of {home}.
FR designates lab for R from {from}.
lab issues certificate C-1 on {issued} for HS 950300 to R edition 1."));
            overall(&mut story, &format!("Ask: importing FR on {asked} with C-1."))
        };
        prop_assert_eq!(outcome("FR"), outcome("CN"));
    }

    #[test]
    fn adding_an_unrelated_fact_changes_nothing(fixture in fixture(), kept: u8, unrelated in lines(UNRELATED)) {
        let mut story = fixture.story(kept);
        let question = question(&mut story, ASK);
        let before = told(&story, &question);
        for line in unrelated {
            story.tell(line).unwrap();
        }
        prop_assert_eq!(before, told(&story, &question));
    }

    #[test]
    fn more_evidence_never_makes_an_answer_worse(fixture in fixture(), kept: u8, other in "[A-Z]-[0-9]") {
        let mut story = fixture.story(kept);
        let alone = overall(&mut story, ASK);
        let both = overall(&mut story, &format!("Ask: importing FR on 2016-01-01 with C-1, {other} for HS 950300."));
        prop_assert!(strength(both) <= strength(alone), "{alone:?} became {both:?}");
    }

    #[test]
    fn fast_and_full_answers_agree(
        fixture in fixture(), kept: u8, later in lines(LATER), asked in day(), any in any_question(),
    ) {
        let mut story = fixture.story(kept);
        for line in later {
            let _ = story.tell(line);
        }
        let mut about = question(&mut story, ASK);
        about.on = asked;
        for question in [about, any] {
            let full = story.world.ask(&question, |decision| format!("{:?}", Verdict::of(decision)));
            let fast = story.world.ask_in_short(&question, |verdict| format!("{verdict:?}"));
            prop_assert_eq!(full, fast);
        }
    }

    #[test]
    fn deciding_never_panics(fixture in fixture(), kept: u8, later in lines(LATER), question in any_question()) {
        let mut story = fixture.story(kept);
        for line in later {
            let _ = story.tell(line);
        }
        let first = story.world.ask(&question, answer);
        let second = story.world.ask(&question, answer);
        prop_assert_eq!(first, second);
    }
}

fn any_question() -> impl Strategy<Value = Question> {
    let code = proptest::sample::select(vec!["FR", "CH", "CN", "EU", "WTO", "JP"]);
    let code = code.prop_map(|code| code.parse::<Jurisdiction>().unwrap());
    let any_day = prop_oneof![day(), Just(Date::MIN), Just(Date::MAX)];
    let who = (code.clone(), any_day.clone(), proptest::option::of(any_day));
    let parties = (proptest::option::of(code.clone()), proptest::option::of(code));
    (who, parties, product(), proptest::collection::vec(reference(), 0..4), proptest::option::of(0u64..80))
        .prop_map(
            |((importing, on, produced_on), (designating_party, origin), product, evidence, known_at)| {
                Question {
                    evidence,
                    product,
                    designating_party,
                    origin,
                    consigned_from: origin,
                    produced_on,
                    known_at: known_at.map(LogIndex),
                    ..Question::new(importing, on)
                }
            },
        )
}

fn product() -> impl Strategy<Value = Product> {
    let hs = proptest::option::of("(95|94|9503|950300|95030041|[0-9]{2,10})");
    let edition = proptest::sample::select(vec![2012u16, 2017, 2022]);
    (hs, edition, proptest::option::of("P[0-9]"), proptest::option::of("B[0-9]")).prop_map(
        |(hs, edition, model, batch)| {
            let hs: Option<HsCode> = hs.and_then(|code| code.parse().ok());
            let hs_edition = hs.and_then(|_| HsEdition::try_from(edition).ok());
            Product { hs, hs_edition, model, batch, ..Product::default() }
        },
    )
}

fn reference() -> impl Strategy<Value = EvidenceReference> {
    let number = prop_oneof![Just("C-1".to_owned()), "[A-Z0-9-]{1,9}".prop_map(String::from)];
    (number, proptest::option::of("[0-9a-f]{64}")).prop_map(|(number, document_sha256)| EvidenceReference {
        number: number.parse().ok(),
        alias: None,
        document_sha256,
    })
}
