//! Statements admitted per second, durably: single acts and batch acts, beside their floor.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use app::App;
use model::PartyId;

use crate::directory::{Directory, submit, world};
use crate::figures::{Figures, median, rate};
use crate::floor;

pub(crate) fn measure(figures: &mut Figures) -> Result<()> {
    let world = world(figures);
    let mut directory = Directory::new(figures, &world)?;
    let rounds = if figures.options.quick { 1 } else { 3 };
    single(figures, &mut directory, rounds)?;
    batch(figures, &mut directory, rounds)
}

fn single(figures: &mut Figures, directory: &mut Directory<'_>, rounds: usize) -> Result<()> {
    let mut seen = Vec::new();
    for round in 0..rounds {
        figures.doing(&format!("single acts, round {} of {rounds}", round + 1));
        let statements = directory.copies_signed(1, true);
        seen.push(Round::of(&directory.app, &statements)?);
    }
    let beside = ("signatures and bytes alone", median(seen.iter().map(|round| round.floor)));
    let ours = median(seen.iter().map(|round| round.ours));
    figures.beside("statements admitted, one certificate each", ours, "1/s", beside, Some(">= 0.7"));
    let size = median(seen.iter().map(|round| round.batch));
    figures.alone("statements in one transaction, single acts", size, "statements");
    let statements = directory.copies_signed(1, true);
    let alone = one_by_one(&directory.app, &statements)?;
    figures.beside("one submitter that waits for each receipt", alone, "1/s", ("all at once", ours), None);
    Ok(())
}

fn batch(figures: &mut Figures, directory: &mut Directory<'_>, rounds: usize) -> Result<()> {
    let mut seen = Vec::new();
    let (mut certificates, mut acts) = (0, 0);
    for round in 0..rounds {
        figures.doing(&format!("batch acts, round {} of {rounds}", round + 1));
        let before = directory.certificates();
        let statements = directory.copies_signed(if figures.options.quick { 2 } else { 10 }, false);
        certificates += directory.certificates() - before;
        acts += statements.len();
        seen.push(Round::of(&directory.app, &statements)?);
    }
    let beside = ("signatures and bytes alone", median(seen.iter().map(|round| round.floor)));
    let ours = median(seen.iter().map(|round| round.ours));
    figures.beside("statements admitted, batch acts", ours, "1/s", beside, None);
    #[expect(clippy::cast_precision_loss, reason = "counts far below two to the fifty-second")]
    let each = certificates as f64 / acts as f64;
    figures.alone("certificates in a batch act, mean", each, "certificates");
    figures.beside(
        "certificates admitted in batch acts",
        ours * each,
        "1/s",
        ("wanted", 50_000.0),
        Some(">= 1"),
    );
    Ok(())
}

/// One round, and the floor of the same statements.
struct Round {
    ours: f64,
    floor: f64,
    batch: f64,
}

impl Round {
    fn of(app: &App, statements: &[Vec<u8>]) -> Result<Self> {
        let before = app.state().size();
        let start = Instant::now();
        submit(app, statements)?;
        let ours = rate(statements.len(), start.elapsed());
        let batches = batches(app, before)?;
        #[expect(clippy::cast_precision_loss, reason = "a batch has some thousands")]
        let batch = median(batches.iter().map(|size| *size as f64));
        let folder = tempfile::Builder::new().prefix("comity-bench-floor-").tempdir()?;
        let registrar: PartyId = testkit::the(testkit::REGISTRAR);
        let key =
            statement::demonstration_key(&registrar).public().decode().context("the demonstration key")?;
        let floor = floor::admission(folder.path(), statements, &batches, &key)?;
        Ok(Self { ours, floor: rate(statements.len(), floor), batch })
    }
}

/// The sizes of the transactions since the log had a size: each left a checkpoint.
fn batches(app: &App, mut before: u64) -> Result<Vec<usize>> {
    let mut sizes = Vec::new();
    loop {
        let checkpoints = app.store().checkpoints(before + 1, 1_000)?;
        if checkpoints.is_empty() {
            return Ok(sizes);
        }
        for checkpoint in checkpoints {
            sizes.push(usize::try_from(checkpoint.size - before)?);
            before = checkpoint.size;
        }
    }
}

/// The first of some statements one after the other; then all, so that no certificate is missing for later ones.
fn one_by_one(app: &App, statements: &[Vec<u8>]) -> Result<f64> {
    let mut took: Vec<Duration> = Vec::new();
    for statement in statements.iter().take(300) {
        let start = Instant::now();
        app.submit_blocking(statement)?;
        took.push(start.elapsed());
    }
    submit(app, statements)?;
    Ok(1.0 / median(took.iter().map(Duration::as_secs_f64)))
}
