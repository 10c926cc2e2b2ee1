//! `comity import certificates`.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use app::App;
use app::import::{Certificates, Mapping, batches, read_certificates};
use serde_json::json;

use super::{open, report};
use crate::commands::Ended;
use crate::commands::act::{Target, submit_all};
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::Data;
use crate::statements_file::Keys;

/// Batch acts submitted together.
const TOGETHER: usize = 64;

/// Which table, with which mapping.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity import mapping-template > mapping.toml\n  comity import certificates list.csv --mapping mapping.toml --preview --report errors.csv\n  comity import certificates list.csv --mapping mapping.toml --key keys/lab.jwk\n  comity import certificates list.csv --mapping mapping.toml --key keys/lab.jwk --out signed.jws    to submit elsewhere\n\nNothing is written as long as a row is wrong, unless `--skip-errors` says so. Rows that are on record already are left out, so that an import that was interrupted can be repeated."
)]
pub struct Args {
    /// The table; a name that ends in `.gz` is unpacked.
    file: PathBuf,
    /// The mapping from columns to fields; see `comity import mapping-template`.
    #[arg(long, value_name = "FILE")]
    mapping: PathBuf,
    /// Checks every row and writes nothing.
    #[arg(long)]
    preview: bool,
    /// Imports the good rows although others are wrong.
    #[arg(long, conflicts_with = "preview")]
    skip_errors: bool,
    /// Writes what is wrong, row by row, to a table.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Writes the signed statements to a file instead of submitting them.
    #[arg(long, value_name = "FILE", conflicts_with = "preview")]
    out: Option<PathBuf>,
    #[command(flatten)]
    keys: Keys,
    #[command(flatten)]
    data: Data,
}

/// Imports them.
pub fn run(args: &Args, console: Console) -> Ended {
    let text = fs::read_to_string(&args.mapping)
        .map_err(|error| Failure::file("cannot read the mapping", &args.mapping, &error))?;
    let mapping = Mapping::parse(&text)?;
    let directory = args.data.directory();
    let reads_only = args.preview || args.out.is_some();
    let app = if reads_only {
        data_dir::open_for_reading(directory, console)?
    } else {
        data_dir::open(directory, console)?
    };
    let bar = console.progress("Reading rows", 0);
    let found = read_certificates(&app, open(&args.file)?, &mapping, &mut |rows| bar.set_position(rows));
    bar.finish_and_clear();
    let found = found?;
    report(&found.refused, args.report.as_ref(), console)?;
    if args.preview {
        tell(&found, 0, true, console)?;
        return Ok(if found.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    if !found.refused.is_empty() && !args.skip_errors {
        let message =
            format!("{} of {} rows are wrong; nothing was written", found.refused.len(), found.rows);
        return Err(Failure::new(message, "mend them, or import the others with `--skip-errors`"));
    }
    let statements = write(args, app, &mapping, &found, console)?;
    tell(&found, statements, false, console)?;
    Ok(ExitCode::SUCCESS)
}

/// Signs batch acts and submits them, or writes them to a file. How many there were.
fn write(
    args: &Args,
    app: App,
    mapping: &Mapping,
    found: &Certificates,
    console: Console,
) -> Result<usize, Failure> {
    let signers = args.keys.read()?;
    let next_index = app.store().next_status_index(&mapping.issuer)?;
    let mut all = batches(&mapping.issuer, &found.good, next_index);
    let bar = console.progress("Importing", found.good.len() as u64);
    let mut target = Target::Here(app);
    let mut out = args
        .out
        .as_ref()
        .map(|path| fs::File::create_new(path).map_err(|error| Failure::file("cannot write", path, &error)))
        .transpose()?;
    let mut count = 0;
    loop {
        let chunk: Vec<_> = all.by_ref().take(TOGETHER).collect();
        if chunk.is_empty() {
            break;
        }
        count += chunk.len();
        let certificates: usize = chunk.iter().map(|payload| certificates(&payload.act)).sum();
        let signed = chunk.iter().map(|payload| signers.sign(payload)).collect::<Result<Vec<_>, _>>()?;
        match &mut out {
            Some(file) => {
                use std::io::Write as _;
                signed.iter().try_for_each(|statement| {
                    file.write_all(statement)?;
                    file.write_all(b"\n")
                })?;
            }
            None => {
                for submitted in submit_all(&mut target, &signed, Console::new(true)) {
                    submitted.outcome.map_err(|failure| stopped(&submitted.id, &failure))?;
                }
            }
        }
        bar.inc(certificates as u64);
    }
    bar.finish_and_clear();
    Ok(count)
}

fn certificates(act: &statement::Act) -> usize {
    match act {
        statement::Act::CertificatesIssued(act) => act.certificates.len(),
        _ => 0,
    }
}

fn stopped(id: &str, failure: &Failure) -> Failure {
    let message = format!("the import stopped at statement `{id}`: {}", failure.message());
    let step = failure.help().unwrap_or("mend it");
    Failure::new(message, format!("{step}; then run the same import again, what was written is left out"))
}

fn tell(found: &Certificates, statements: usize, preview: bool, console: Console) -> Result<(), Failure> {
    let refused = if preview { Some(&found.refused) } else { None };
    let value = json!({
        "rows": found.rows, "good": found.good.len(), "refused": found.refused.len(), "known": found.known.len(),
        "statements": statements, "preview": preview, "errors": refused,
    });
    let verb = if preview { "can be imported" } else { "imported" };
    let text = format!(
        "{} rows: {} {verb}, {} wrong, {} on record already{}",
        found.rows,
        found.good.len(),
        found.refused.len(),
        found.known.len(),
        if preview { "; nothing was written".to_owned() } else { format!("; {statements} statements") }
    );
    console.result(&value, text)
}
