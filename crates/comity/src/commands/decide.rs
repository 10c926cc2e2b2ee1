//! `comity decide`: answers a question.

mod ask;
mod question;

use std::io::{self, BufRead as _, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::decide::PRESENTED_QUESTION_BYTES_MAX;
use decision::precedence::Overall;

use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;
use crate::place::Place;
use ask::Answerer;
use question::Asked;

/// Questions that are answered together.
const TOGETHER: usize = 256;

/// What is asked, and of which registry.
#[derive(clap::Args, Debug)]
#[command(after_help = after_help())]
pub struct Args {
    /// File with the question as JSON; `-` reads standard input.
    question: Option<PathBuf>,
    /// Many questions, one a line; the answers are written one a line, in the same order.
    #[arg(long, requires = "question")]
    stream: bool,
    /// Language of the answer.
    #[arg(long, value_parser = ["en", "fr"], default_value = "en")]
    lang: String,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    place: Place,
}

/// Answers.
pub fn run(args: &Args, console: Console) -> Ended {
    let answerer = Answerer::open(&args.place, console)?;
    let Some(file) = &args.question else {
        return one(&answerer, &args.asked.to_json()?, &args.lang, console);
    };
    if args.asked.is_given() {
        return Err(Failure::new(
            "the question is given twice, in a file and by flags",
            "leave out the file, or the flags such as `--importing`",
        ));
    }
    if args.stream {
        stream(&answerer, file, console)
    } else {
        one(&answerer, &read(file)?, &args.lang, console)
    }
}

fn one(answerer: &Answerer, question: &[u8], lang: &str, console: Console) -> Ended {
    if console.is_json() {
        let answer = answerer.json(question)?;
        let code = exit_code(&answer);
        console.bytes(&answer)?;
        return Ok(code);
    }
    let (text, code) = answerer.text(question, lang)?;
    console.line(text.trim_end())?;
    Ok(code)
}

fn stream(answerer: &Answerer, file: &Path, console: Console) -> Ended {
    let reader: Box<dyn io::BufRead> = if file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let opened = std::fs::File::open(file).map_err(|error| Failure::file("cannot read", file, &error))?;
        Box::new(io::BufReader::new(opened))
    };
    let mut waiting = Vec::with_capacity(TOGETHER);
    for line in reader.lines() {
        let line = line.map_err(|error| Failure::file("cannot read", file, &error))?;
        if !line.trim().is_empty() {
            waiting.push(line.into_bytes());
        }
        if waiting.len() == TOGETHER {
            answer(answerer, &mut waiting, console)?;
        }
    }
    answer(answerer, &mut waiting, console)?;
    Ok(ExitCode::SUCCESS)
}

fn answer(answerer: &Answerer, waiting: &mut Vec<Vec<u8>>, console: Console) -> Result<(), Failure> {
    for answer in answerer.many(waiting)? {
        console.bytes(&answer)?;
        console.bytes(b"\n")?;
    }
    waiting.clear();
    Ok(())
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    // One byte more than is allowed, so that a longer question is refused and not cut.
    let limit = PRESENTED_QUESTION_BYTES_MAX as u64 + 1;
    let mut bytes = Vec::new();
    let read = if file == Path::new("-") {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure::file("cannot read the question", file, &error))?;
    Ok(bytes)
}

/// The exit code of an answer: that of its overall outcome.
fn exit_code(answer: &[u8]) -> ExitCode {
    #[derive(serde::Deserialize)]
    struct Answer {
        overall: String,
    }
    let overall = serde_json::from_slice::<Answer>(answer).map(|answer| answer.overall).unwrap_or_default();
    exit_code_of(&overall)
}

/// The exit code of an overall outcome.
fn exit_code_of(overall: &str) -> ExitCode {
    let found = Overall::ALL.into_iter().find(|known| known.as_str() == overall);
    found.map_or(ExitCode::FAILURE, |overall| ExitCode::from(overall.exit_code()))
}

fn after_help() -> String {
    let codes = Overall::ALL.map(|overall| format!("  {}  {}", overall.exit_code(), overall.as_str()));
    let mut codes = codes.to_vec();
    codes.sort();
    format!(
        "Examples:\n  comity decide --certificate DEMO-001 --importing JP\n  comity decide --importing CH --hs 851660 --edition 2022 --on 2026-01-31\n  comity decide --json question.json\n  comity decide --stream questions.ndjson > answers.ndjson\n\nExit codes, by the overall answer:\n{}\n  1  failed\n  2  wrong call",
        codes.join("\n")
    )
}
