//! Decisions with facts in memory: full typed reasons, as JSON, and the one joined SQL query beside them.

use std::hint::black_box;
use std::time::Duration;

use anyhow::{Result, ensure};
use bench::oracle::{Oracle, Verdict};
use bench::{Scale, World};
use decision::{Presented, Question, decide};
use explain::LogPoint;

use crate::figures::{Figures, per_second, resident_mib};

const SEED: u64 = 7;

pub(crate) fn measure(figures: &mut Figures) -> Result<()> {
    let sizes: &[usize] = if figures.options.quick { &[4_000] } else { &[10_000, 100_000, 1_000_000] };
    let mut first = None;
    for (place, certificates) in sizes.iter().enumerate() {
        figures.doing(&format!("a world of {certificates} certificates"));
        let before = resident_mib();
        let scale = if figures.options.quick { Scale::small() } else { Scale::reference(*certificates) };
        let world = World::new(SEED, scale);
        let after = resident_mib();
        let asked = Asked::of(&world, if figures.options.quick { 2_000 } else { 50_000 });
        figures.doing(&format!("decisions over {certificates} certificates"));
        let typed = typed(figures, &world, &asked);
        let what = format!("decisions, typed reasons, {certificates} certificates");
        match first {
            None => figures.alone(what, typed, "1/s/core"),
            Some(small) => figures.beside(what, typed, "1/s/core", ("10,000", small), Some(">= 0.67")),
        }
        first.get_or_insert(typed);
        figures.alone(format!("facts of {certificates} certificates, resident"), after - before, "MiB");
        if place == usize::from(sizes.len() > 1) {
            beside_sql(figures, &world, &asked, typed)?;
        }
    }
    Ok(())
}

/// Questions with what the store would find for them.
struct Asked {
    questions: Vec<(Question, Vec<Presented>)>,
}

impl Asked {
    fn of(world: &World, count: usize) -> Self {
        let questions = world.questions(count);
        let found = questions.into_iter().map(|question| {
            let presented = world.presented(&question);
            (question, presented)
        });
        Self { questions: found.collect() }
    }
}

fn rounds(figures: &Figures) -> (usize, Duration) {
    if figures.options.quick { (3, Duration::from_millis(200)) } else { (5, Duration::from_secs(1)) }
}

fn typed(figures: &Figures, world: &World, asked: &Asked) -> f64 {
    let (count, time) = rounds(figures);
    let mut next = asked.questions.iter().cycle();
    per_second(count, time, || {
        for (question, presented) in next.by_ref().take(200) {
            let _ = black_box(decide(world.registry(), question, presented));
        }
        200
    })
}

fn beside_sql(figures: &mut Figures, world: &World, asked: &Asked, typed: f64) -> Result<()> {
    figures.doing("the same facts in SQLite");
    let oracle = Oracle::new(world)?;
    let checked = asked.questions.len().min(if figures.options.quick { 300 } else { 2_000 });
    let mut recognised = 0;
    for (question, presented) in &asked.questions[..checked] {
        let decision = decide(world.registry(), question, presented)?;
        let (ours, theirs) = (Verdict::of(&decision), oracle.decide(question)?);
        ensure!(ours == theirs, "the engine says {ours:?}, the query {theirs:?}, to {question:?}");
        recognised += usize::from(ours.overall == "recognised");
    }
    let (count, time) = rounds(figures);
    let mut next = asked.questions.iter().cycle();
    let mut statement = oracle.statement()?;
    let mut failed = None;
    let sql = per_second(count, time, || {
        for (question, _) in next.by_ref().take(20) {
            if let Err(error) = black_box(oracle.run(&mut statement, question)) {
                failed = Some(error);
            }
        }
        20
    });
    failed.map_or(Ok(()), Err)?;
    figures.beside("decisions, typed reasons", typed, "1/s/core", ("one SQL query", sql), Some(">= 8"));
    let point =
        LogPoint { size: world.registry().size(), root: "A".repeat(44), rules: explain::rules_digest() };
    let mut next = asked.questions.iter().cycle();
    let json = per_second(count, time, || {
        for (question, presented) in next.by_ref().take(200) {
            if let Ok(decision) = decide(world.registry(), question, presented) {
                black_box(explain::json(&decision, &point));
            }
        }
        200
    });
    figures.beside("decisions as JSON", json, "1/s/core", ("one SQL query", sql), None);
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    let share = recognised as f64 / checked as f64;
    figures.alone("share recognised; engine and query agreed on all", share * 100.0, "%");
    Ok(())
}
