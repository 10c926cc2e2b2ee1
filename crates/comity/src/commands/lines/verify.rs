//! `comity lines verify`: checks signed answers, or a table with its manifest, offline.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::border::lines::table::{RESULT_BYTES_MAX, rows_of};
use app::border::lines::{
    MANIFEST_BYTES_MAX, SIGNED_LINE_BYTES_MAX, VerifiedLine, verify_line, verify_table,
};
use serde_json::{Value, json};
use tlog::VerifierKey;

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::Data;
use crate::remote::Remote;

/// Which answers, and with whose keys.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity line verify answer.json --log-key log.registry.example+2b3353c1+AddamAGC...\n  comity line verify answers.ndjson --data ./registry\n  comity lines verify answers.csv --manifest answers.jws --log-key https://registry.example\n\nA line of the file is one answer as it was given: `{\"answer\": …, \"proof\": …}`. With a key nothing else is needed: no registry, no network. In the place of a key, the address of a registry is asked for those that it publishes; that trusts whoever answers there. Otherwise the keys are those on record in the directory.\n\nExit codes: 0 every answer is the log's, 1 one is not, 2 wrong call."
)]
pub struct Args {
    /// The answers, one a line, or a table of answers; `-` reads standard input.
    file: PathBuf,
    /// A key of the log, as it is published, or the address of a registry that publishes it; may be given several times.
    #[arg(long, value_name = "KEY")]
    log_key: Vec<String>,
    /// The signature over a table, as `comity lines check --manifest` wrote it.
    #[arg(long, value_name = "FILE")]
    manifest: Option<PathBuf>,
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
    if let Some(manifest) = &args.manifest {
        return verify_whole(opened, args, manifest, &keys, console);
    }
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
        let keys = args.log_key.iter().map(|given| keys_of(given)).collect::<Result<Vec<_>, _>>()?;
        return Ok(keys.concat());
    }
    let app = data_dir::open_for_reading(args.data.directory(), console)?;
    let state = app.state();
    Ok(app::log_key::keys_on_record(state.registry()))
}

/// A key as it is published, or those that a registry publishes.
fn keys_of(given: &str) -> Result<Vec<VerifierKey>, Failure> {
    if !given.contains("://") {
        return Ok(vec![given.parse()?]);
    }
    let published: Value = serde_json::from_slice(&Remote::new(given)?.get("/log/keys")?).unwrap_or_default();
    let keys = published["keys"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let keys = keys.map(str::parse).collect::<Result<Vec<VerifierKey>, _>>()?;
    if keys.is_empty() {
        let step = "give the key itself, as it is published";
        return Err(Failure::new(format!("`{given}` publishes no key of a log"), step));
    }
    Ok(keys)
}

/// A table with its manifest.
fn verify_whole(
    table: Box<dyn Read>,
    args: &Args,
    manifest: &Path,
    keys: &[VerifierKey],
    console: Console,
) -> Ended {
    let limited = |opened: &mut dyn Read, file: &Path, limit: u64| {
        let mut bytes = Vec::new();
        let read = opened.take(limit + 1).read_to_end(&mut bytes);
        read.map_err(|error| Failure::file("cannot read", file, &error))?;
        if bytes.len() as u64 > limit {
            let message = format!("`{}` has more than {limit} bytes", file.display());
            return Err(Failure::new(message, "give it as it was written"));
        }
        Ok(bytes)
    };
    let mut opened = File::open(manifest).map_err(|error| Failure::file("cannot read", manifest, &error))?;
    let signature = limited(&mut opened, manifest, MANIFEST_BYTES_MAX as u64)?;
    let rows = rows_of(&limited(&mut { table }, &args.file, RESULT_BYTES_MAX)?)?;
    let verified = verify_table(&rows, String::from_utf8_lossy(&signature).trim(), keys)?;
    let value = json!({
        "verified": true, "rows": verified.rows, "key": verified.key, "origin": verified.origin,
        "log_size": verified.log_size, "log_root": verified.log_root, "answered_at": verified.answered_at,
    });
    let shown =
        format!("{} rows, answered by `{}` ({} statements)", verified.rows, verified.key, verified.log_size);
    console.result(&value, shown)?;
    Ok(ExitCode::SUCCESS)
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
