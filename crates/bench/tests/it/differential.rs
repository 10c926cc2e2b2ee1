//! The engine and the SQL query, written apart from the same definition, agree on every question.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use bench::oracle::{Oracle, Verdict};
use bench::{Scale, World};

#[test]
fn rust_and_sql_agree_on_every_question() {
    let world = World::new(7, Scale::small());
    let oracle = Oracle::new(&world).unwrap();
    let mut reached: BTreeMap<&str, u32> = BTreeMap::new();
    let mut differing = Vec::new();
    let questions = world.questions(2_500);
    for question in &questions {
        let presented = world.presented(question);
        let decision = decision::decide(world.registry(), question, &presented).unwrap();
        *reached.entry(decision.overall.as_str()).or_default() += 1;
        for requirement in decision.requirements.iter().filter(|requirement| requirement.basis.is_some()) {
            *reached.entry(requirement.paths[0].path.as_str()).or_default() += 1;
        }
        let fast = decision::verdict(world.registry(), question, &presented).unwrap();
        assert_eq!(fast, decision::Verdict::of(&decision));
        let (rust, sql) = (Verdict::of(&decision), oracle.decide(question).unwrap());
        if rust != sql {
            differing.push(format!(
                "{}\n  rust {rust:?}\n  sql  {sql:?}",
                serde_json::to_string(question).unwrap()
            ));
        }
    }
    let shown = differing.iter().take(25).cloned().collect::<Vec<_>>().join("\n");
    assert!(differing.is_empty(), "{} of {}: {reached:?}\n{shown}", differing.len(), questions.len());
    for path in decision::Path::ALL {
        assert!(reached.get(path.as_str()).is_some_and(|count| *count > 2), "{path:?}: {reached:?}");
    }
    for overall in decision::Overall::ALL {
        assert!(reached.get(overall.as_str()).is_some_and(|count| *count > 10), "{overall:?}: {reached:?}");
    }
    let share = reached["recognised"] * 100 / u32::try_from(questions.len()).unwrap();
    assert!((15..=40).contains(&share), "{reached:?}");
}
