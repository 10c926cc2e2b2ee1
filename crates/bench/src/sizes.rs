//! The registry on disk at several sizes: import, start-up, memory, rebuild, look-up, decisions; at the largest one
//! the API and search.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use app::App;
use decision::Question;
use model::{CertificateNumber, LogIndex};
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};
use serde::{Deserialize, Serialize};
use store::Which;
use store_sql::SqliteStore;

use crate::directory::{Directory, open, world};
use crate::figures::{Figures, median, rate, resident_mib};
use crate::{api, finding};

/// The option by which this program opens a data directory in a process of its own.
pub(crate) const PROBE: &str = "--open-data";

pub(crate) fn measure(figures: &mut Figures) -> Result<()> {
    let world = world(figures);
    let mut directory = Directory::new(figures, &world)?;
    let sizes: &[usize] = if figures.options.quick { &[4_000, 8_000] } else { &[10_000, 100_000, 1_000_000] };
    let mut first = None;
    for size in sizes {
        let imported = directory.grow(figures, *size)?;
        if imported.certificates > 0 {
            let what = format!("certificates imported in batch acts, up to {size}");
            let speed = rate(imported.certificates, imported.took);
            figures.beside(what, speed, "1/s", ("wanted", 50_000.0), Some(">= 1"));
        }
        directory = at_size(figures, directory, &mut first)?;
    }
    let directory = api::measure(figures, directory)?;
    finding::measure(figures, &directory)
}

fn at_size<'w>(
    figures: &mut Figures,
    directory: Directory<'w>,
    first: &mut Option<f64>,
) -> Result<Directory<'w>> {
    let size = directory.certificates();
    figures.doing(&format!("starting with {size} certificates"));
    let (directory, opened) = directory.closed(open_apart)?;
    let beside = ("reading the statements", opened.reading);
    let what = format!("start-up, {size} certificates, {} other statements", opened.reference);
    figures.beside(what, opened.seconds, "s", beside, None);
    figures.alone(format!("resident after start-up, {size} certificates"), opened.resident, "MiB");
    decisions(figures, &directory, first)?;
    look_up(figures, &directory)?;
    rebuild(figures, &directory)?;
    Ok(directory)
}

/// What a process of its own saw when it opened a data directory.
#[derive(Debug, Default, Deserialize, Serialize)]
struct Opened {
    seconds: f64,
    resident: f64,
    /// Seconds to read the statements that start-up replays.
    reading: f64,
    reference: usize,
}

fn open_apart(path: &Path) -> Result<Opened> {
    let mut seen: Vec<Opened> = Vec::new();
    for _ in 0..3 {
        let output = Command::new(std::env::current_exe()?).arg(PROBE).arg(path).output()?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        seen.push(serde_json::from_slice(&output.stdout)?);
    }
    Ok(Opened {
        seconds: median(seen.iter().map(|opened| opened.seconds)),
        resident: median(seen.iter().map(|opened| opened.resident)),
        reading: median(seen.iter().map(|opened| opened.reading)),
        reference: seen.first().map_or(0, |opened| opened.reference),
    })
}

/// Opens a data directory, and prints what that took.
#[expect(clippy::print_stdout, reason = "the answer to the process that asks")]
pub(crate) fn probe(path: &str) -> Result<()> {
    let start = Instant::now();
    let app = open(Path::new(path))?;
    let (seconds, resident) = (start.elapsed().as_secs_f64(), resident_mib());
    let start = Instant::now();
    let (mut next, mut reference) = (0, 0);
    loop {
        let entries = app.store().entries(next, 512, Which::Reference)?;
        let Some(last) = entries.last() else { break };
        next = last.index.0 + 1;
        reference += entries.len();
    }
    let opened = Opened { seconds, resident, reading: start.elapsed().as_secs_f64(), reference };
    println!("{}", serde_json::to_string(&opened)?);
    Ok(())
}

/// One decision, in microseconds: its certificate from the database, from the cache, and the decision alone.
fn decisions(figures: &mut Figures, directory: &Directory<'_>, first: &mut Option<f64>) -> Result<()> {
    let size = directory.certificates();
    figures.doing(&format!("decisions over {size} certificates"));
    let questions = directory.questions(if figures.options.quick { 500 } else { 3_000 })?;
    let app = &directory.app;
    // The directory was opened anew, so the first time each certificate comes from the database.
    let from_database = micros(&questions, |question| Ok(app.decide(question)?))?;
    let cached = micros(&questions, |question| Ok(app.decide(question)?))?;
    let alone = alone(app, &questions)?;
    let what = format!("decision, certificate from the database, {size}");
    figures.beside(what, from_database, "us", ("cached", cached), None);
    let what = format!("decision, certificate cached, {size}");
    figures.beside(what, cached, "us", ("the decision and its JSON alone", alone), None);
    if let Some(first) = first {
        let what = format!("decision, facts in memory, {size}");
        figures.beside(what, alone, "us", ("at the smallest size", *first), Some("<= 1.5"));
    }
    first.get_or_insert(alone);
    Ok(())
}

fn alone(app: &App, questions: &[Vec<u8>]) -> Result<f64> {
    let mut took = Vec::with_capacity(questions.len());
    for question in questions {
        let asked = app.ask(Question::parse(question)?)?;
        let start = Instant::now();
        let answer = asked.json()?;
        took.push(start.elapsed());
        ensure!(!answer.is_empty(), "an answer is empty");
    }
    Ok(in_micros(&took))
}

/// The median time of something done with each, in microseconds.
fn micros<T>(each: &[T], mut work: impl FnMut(&T) -> Result<Vec<u8>>) -> Result<f64> {
    let mut took = Vec::with_capacity(each.len());
    for one in each {
        let start = Instant::now();
        let answer = work(one)?;
        took.push(start.elapsed());
        ensure!(!answer.is_empty(), "an answer is empty");
    }
    Ok(in_micros(&took))
}

fn in_micros(took: &[Duration]) -> f64 {
    median(took.iter().map(|took| took.as_secs_f64() * 1e6))
}

/// One certificate with its history, beside one row by its key.
fn look_up(figures: &mut Figures, directory: &Directory<'_>) -> Result<()> {
    let questions = directory.signer.questions(2_000, directory.copies);
    let numbers = questions.into_iter().flat_map(|question| question.evidence);
    let numbers: Vec<CertificateNumber> = numbers.filter_map(|evidence| evidence.number).collect();
    let app = &directory.app;
    let last = LogIndex(app.state().size().saturating_sub(1));
    let ours = micros(&numbers, |number| {
        let found = app.store().facts(std::slice::from_ref(number), last)?;
        Ok(vec![u8::from(found.len() == 1)])
    })?;
    let connection = raw(directory.path())?;
    let mut select = connection.prepare("SELECT content FROM certificate WHERE number = ?1")?;
    let floor = micros(&numbers, |number| {
        let row: Option<String> = select.query_row([number.as_str()], |row| row.get(0)).optional()?;
        Ok(row.unwrap_or_else(|| "none".to_owned()).into_bytes())
    })?;
    let what = format!("certificate look-up, {}", directory.certificates());
    figures.beside(what, ours, "us", ("one row by its key", floor), None);
    Ok(())
}

fn raw(path: &Path) -> Result<Connection> {
    let connection =
        Connection::open_with_flags(path.join(store_sql::DATABASE_FILE), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.pragma_update(None, "mmap_size", i64::from(i32::MAX))?;
    Ok(connection)
}

/// All derived tables anew from the log, beside a copy of the file.
fn rebuild(figures: &mut Figures, directory: &Directory<'_>) -> Result<()> {
    let size = directory.certificates();
    figures.doing(&format!("rebuilding {size} certificates"));
    let folder = tempfile::Builder::new().prefix("comity-bench-rebuilt-").tempdir()?;
    let start = Instant::now();
    let target = SqliteStore::open(folder.path())?;
    app::rebuild::rebuild(directory.app.store(), &target, &mut |_| {})?;
    let took = start.elapsed();
    drop(target);
    let start = Instant::now();
    let copy = folder.path().join("copy");
    std::fs::copy(directory.path().join(store_sql::DATABASE_FILE), &copy)?;
    std::fs::File::open(&copy)?.sync_all()?;
    let copied = start.elapsed().as_secs_f64();
    let what = format!("rebuild, {size} certificates");
    figures.beside(what, took.as_secs_f64(), "s", ("copying the file", copied), None);
    Ok(())
}
