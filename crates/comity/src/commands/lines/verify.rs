//! `comity lines verify`: checks a signed answer, offline.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::border::lines::{SIGNED_LINE_BYTES_MAX, VerifiedLine, verify_line};
use serde_json::json;
use tlog::VerifierKey;

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::Data;

/// Which answers, and with whose keys.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity line verify answer.json --log-key log.registry.example+2b3353c1+AddamAGC...\n  comity line verify answers.ndjson --data ./registry\n\nA line of the file is one answer as it was given: `{\"answer\": …, \"proof\": …}`. With `--log-key` nothing else is needed: no registry, no network. Otherwise the keys are those on record in the directory.\n\nExit codes: 0 every answer is the log's, 1 one is not, 2 wrong call."
)]
pub struct Args {
    /// The answers, one a line; `-` reads standard input.
    file: PathBuf,
    /// A key of the log, as it is published; may be given several times.
    #[arg(long, value_name = "KEY")]
    log_key: Vec<String>,
    #[command(flatten)]
    data: Data,
}

/// Checks them.
pub fn run(args: &Args, console: Console) -> Ended {
    let keys = keys(args, console)?;
    let opened: Box<dyn Read> = if args.file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let file = File::open(&args.file);
        Box::new(file.map_err(|error| Failure::file("cannot read", &args.file, &error))?)
    };
    let mut reader = BufReader::new(opened);
    let (mut number, mut verified) = (0, 0);
    loop {
        let mut line = Vec::new();
        // One byte more than is allowed, so that a longer line is refused and not cut.
        let mut limited = reader.by_ref().take(SIGNED_LINE_BYTES_MAX as u64 + 1);
        let read = limited.read_until(b'\n', &mut line);
        if read.map_err(|error| Failure::file("cannot read", &args.file, &error))? == 0 {
            break;
        }
        number += 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let checked = verify_line(line.trim_ascii(), &keys).map_err(|error| {
            let failure = Failure::of(&error);
            let help = failure.help().unwrap_or("ask for the line again").to_owned();
            Failure::new(format!("line {number}: {}", failure.message()), help)
        })?;
        verified += 1;
        told(&checked, console)?;
    }
    if verified == 0 {
        let message = format!("`{}` holds no answer", args.file.display());
        return Err(Failure::new(message, "give answers as they were given, one a line"));
    }
    Ok(ExitCode::SUCCESS)
}

fn keys(args: &Args, console: Console) -> Result<Vec<VerifierKey>, Failure> {
    if !args.log_key.is_empty() {
        return Ok(args.log_key.iter().map(|key| key.parse()).collect::<Result<_, tlog::KeyError>>()?);
    }
    let app = data_dir::open_for_reading(args.data.directory(), console)?;
    let state = app.state();
    Ok(app::log_key::keys_on_record(state.registry()))
}

fn told(line: &VerifiedLine, console: Console) -> Result<(), Failure> {
    let text = |name: &str| line.answer[name].as_str().unwrap_or("—").to_owned();
    let declaration = &line.answer["declaration"];
    let value = json!({
        "verified": true, "declaration": declaration, "outcome": line.answer["outcome"], "key": line.key,
        "origin": line.origin, "log_size": line.log_size, "log_root": line.log_root,
    });
    let shown = format!(
        "{} item {}: {} on {}, answered at {} by `{}` ({} statements)",
        declaration["value"].as_str().unwrap_or("—"),
        declaration["item"],
        text("outcome"),
        text("on"),
        text("answered_at"),
        line.key,
        line.log_size
    );
    console.result(&value, shown)
}
