//! `comity-verify`: answers from a bundle, without network, database or runtime.
//!
//! The answer goes to standard output and is nothing but the answer: the same bytes as the registry gives. How old the
//! bundle is goes to standard error.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser;
use verifier::{Answer, Compared, Evidence, Policy, Verifier, VerifierKey};

/// The bundle does not cover the question.
const NOT_COVERED: u8 = 3;
/// Longest question, policy or piece of evidence that is read, in bytes; each has a stricter limit of its own.
const INPUT_BYTES_MAX: u64 = 1 << 20;
/// Longest bundle that is read, in bytes.
const BUNDLE_BYTES_MAX: u64 = 1 << 30;
const SECONDS_IN_A_DAY: u64 = 86_400;

/// Answers from a bundle, offline: must, may or need a country accept this certificate?
#[derive(Parser, Debug)]
#[command(
    name = "comity-verify",
    version,
    max_term_width = 100,
    after_help = "Examples:\n  comity-verify --bundle fr.bundle --log-key log.example+2b3353c1+AddamAGC... --evidence certificate.proof question.json\n  comity-verify --bundle fr.bundle --policy trust.txt --evidence a.proof --stream questions.ndjson\n\nExit codes: 0 answered, 1 failed, 2 wrong call, 3 the bundle does not cover the question.\nA stream ends with 0; what is not covered stands in its line."
)]
struct Args {
    /// The bundle, from `comity bundle make`.
    #[arg(long, value_name = "FILE")]
    bundle: PathBuf,
    /// A key of the log, as you know it from elsewhere. May be given several times.
    #[arg(long, value_name = "KEY", required_unless_present = "policy")]
    log_key: Vec<VerifierKey>,
    /// Whom to trust, as a C2SP tlog-policy: keys of the log, and which witnesses must have cosigned.
    #[arg(long, value_name = "FILE", conflicts_with = "log_key")]
    policy: Option<PathBuf>,
    /// Evidence that is presented: the log entry of a certificate with its proof. May be given several times.
    #[arg(long, value_name = "FILE")]
    evidence: Vec<PathBuf>,
    /// Credential that is presented; it is compared with the certificate of its evidence, and the findings go to standard
    /// error, a JSON object a line.
    #[arg(long, value_name = "FILE")]
    credential: Option<PathBuf>,
    /// Answers nothing from a bundle that is older.
    #[arg(long, value_name = "DAYS")]
    max_age_days: Option<u64>,
    /// Many questions, one a line; the answers are written one a line, in the same order.
    #[arg(long)]
    stream: bool,
    /// File with the question as JSON; `-` reads standard input.
    question: PathBuf,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(code) => code,
        Err(message) => {
            tell(&format!("error: {message}"));
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args) -> Result<ExitCode, String> {
    let policy = policy(args)?;
    let bundle = read(&args.bundle, BUNDLE_BYTES_MAX)?;
    let verifier = Verifier::open(&bundle, &policy).map_err(|error| error.to_string())?;
    drop(bundle);
    let age_days = tell_age(&verifier);
    if let Some(max) = args.max_age_days
        && age_days > max
    {
        tell(&format!("the bundle is {age_days} days old and at most {max} are taken: fetch a newer one"));
        return Ok(ExitCode::from(NOT_COVERED));
    }
    let evidence =
        args.evidence.iter().map(|file| evidence(&verifier, file)).collect::<Result<Vec<_>, _>>()?;
    if let Some(file) = &args.credential {
        compare(&verifier, file, &evidence)?;
    }
    if args.stream { stream(args, &verifier, &evidence) } else { one(args, &verifier, &evidence) }
}

fn policy(args: &Args) -> Result<Policy, String> {
    let policy = match &args.policy {
        Some(file) => String::from_utf8_lossy(&read(file, INPUT_BYTES_MAX)?).parse(),
        None => Policy::of_log(args.log_key.clone()),
    };
    policy.map_err(|error| error.to_string())
}

fn evidence(verifier: &Verifier, file: &Path) -> Result<Evidence, String> {
    let text = read(file, INPUT_BYTES_MAX)?;
    verifier.evidence(&text).map_err(|error| format!("`{}`: {error}", file.display()))
}

/// Compares a credential and tells the findings.
fn compare(verifier: &Verifier, file: &Path, evidence: &[Evidence]) -> Result<(), String> {
    let document = read(file, INPUT_BYTES_MAX)?;
    match verifier.compare(&document, evidence, unix_seconds()).map_err(|error| error.to_string())? {
        Compared::Findings(findings) => findings.iter().for_each(tell_json),
        Compared::NotCovered(reason) => tell_json(&reason),
    }
    Ok(())
}

fn tell_json(value: &impl serde::Serialize) {
    tell(&String::from_utf8_lossy(&line(value)));
}

fn one(args: &Args, verifier: &Verifier, evidence: &[Evidence]) -> Result<ExitCode, String> {
    let question = read(&args.question, INPUT_BYTES_MAX)?;
    match verifier.answer(&question, evidence).map_err(|error| error.to_string())? {
        Answer::Answered(bytes) => {
            write(&bytes)?;
            Ok(ExitCode::SUCCESS)
        }
        Answer::NotCovered(reason) => {
            tell(&reason.to_string());
            write(&line(&reason))?;
            Ok(ExitCode::from(NOT_COVERED))
        }
    }
}

fn stream(args: &Args, verifier: &Verifier, evidence: &[Evidence]) -> Result<ExitCode, String> {
    let lines: Box<dyn io::BufRead> = if args.question == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(open(&args.question)?))
    };
    for question in lines.lines() {
        let question = question.map_err(|error| cannot_read(&args.question, &error))?;
        if question.trim().is_empty() {
            continue;
        }
        let mut bytes = match verifier.answer(question.as_bytes(), evidence) {
            Ok(Answer::Answered(bytes)) => bytes,
            Ok(Answer::NotCovered(reason)) => line(&reason),
            Err(error) => line(&serde_json::json!({ "error": error.to_string() })),
        };
        bytes.push(b'\n');
        write(&bytes)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Says of when the bundle is; returns its age in days.
fn tell_age(verifier: &Verifier) -> u64 {
    let content = verifier.bundle().content();
    // A clock that is behind the one of the registry says nothing about the age.
    let seconds = unix_seconds().saturating_sub(content.made_at);
    let (days, hours) = (seconds / SECONDS_IN_A_DAY, seconds % SECONDS_IN_A_DAY / 3600);
    let (country, size) = (content.importing, verifier.bundle().checkpoint().size());
    tell(&format!("bundle for {country}, log of {size} statements, made {days} days and {hours} hours ago"));
    days
}

fn unix_seconds() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

fn line(value: &impl serde::Serialize) -> Vec<u8> {
    // What is written here is made of texts and numbers alone.
    serde_json::to_vec(value).unwrap_or_default()
}

fn read(file: &Path, limit: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let failed = |error: io::Error| cannot_read(file, &error);
    if file == Path::new("-") {
        io::stdin().lock().take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        open(file)?.take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    }
    if bytes.len() as u64 > limit {
        return Err(format!(
            "`{}` has more than {limit} bytes: check that it is the right file",
            file.display()
        ));
    }
    Ok(bytes)
}

fn open(file: &Path) -> Result<File, String> {
    File::open(file).map_err(|error| cannot_read(file, &error))
}

fn cannot_read(file: &Path, error: &io::Error) -> String {
    format!("cannot read `{}`: {error}; check the name", file.display())
}

fn write(bytes: &[u8]) -> Result<(), String> {
    let mut out = io::stdout().lock();
    let written = out.write_all(bytes).and_then(|()| out.flush());
    written.map_err(|error| format!("the output could not be written: {error}; check where it goes"))
}

fn tell(text: &str) {
    // Nobody is left to be told when standard error is gone.
    let _ = writeln!(io::stderr().lock(), "{text}");
}
