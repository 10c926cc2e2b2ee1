//! `comity import`: certificates from tables, standards from catalogues.

mod certificates;
mod standards;

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::import::{MAPPING_TEMPLATE, Refused};
use clap::Subcommand;

use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;

/// What to import.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Imports certificates from a table (CSV), signed by their issuer in batch acts.
    Certificates(certificates::Args),
    /// Imports standards from a catalogue: ISO Open Data or Relaton records.
    Standards(standards::Args),
    /// Prints a mapping file with a comment on every part.
    #[command(after_help = "Examples:\n  comity import mapping-template > mapping.toml")]
    MappingTemplate,
}

/// Imports it.
pub fn run(args: &Args, console: Console) -> Ended {
    match &args.what {
        What::Certificates(args) => certificates::run(args, console),
        What::Standards(args) => standards::run(args, console),
        What::MappingTemplate => {
            console.result(&serde_json::json!({ "toml": MAPPING_TEMPLATE }), MAPPING_TEMPLATE.trim_end())?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// Opens a file; one that ends in `.gz` is unpacked on the way.
fn open(path: &Path) -> Result<BufReader<Box<dyn Read>>, Failure> {
    let file = File::open(path).map_err(|error| Failure::file("cannot read", path, &error))?;
    let packed = path.extension().is_some_and(|ending| ending == "gz");
    let read: Box<dyn Read> =
        if packed { Box::new(flate2::read::MultiGzDecoder::new(file)) } else { Box::new(file) };
    Ok(BufReader::with_capacity(1 << 16, read))
}

/// Rows that are shown on the terminal; all of them go into the report.
const SHOWN: usize = 20;

/// Shows what was refused, and writes all of it to the report.
fn report(refused: &[Refused], file: Option<&PathBuf>, console: Console) -> Result<(), Failure> {
    if let Some(path) = file {
        let failed = |error: csv::Error| Failure::file("cannot write the report", path, &error.into());
        let mut writer = csv::Writer::from_path(path).map_err(failed)?;
        if refused.is_empty() {
            writer.write_record(["line", "id", "field", "message"]).map_err(failed)?;
        }
        refused.iter().try_for_each(|row| writer.serialize(row)).map_err(failed)?;
        writer.flush()?;
    }
    if console.is_json() {
        return Ok(());
    }
    for row in refused.iter().take(SHOWN) {
        let about = [row.id.as_str(), row.field.as_str()].into_iter().filter(|part| !part.is_empty());
        let about: Vec<_> = about.map(|part| format!("`{part}`")).collect();
        let about = if about.is_empty() { String::new() } else { format!(" {}", about.join(", ")) };
        console.note(format!("line {}{about}: {}", row.line, row.message));
    }
    if refused.len() > SHOWN {
        let rest = refused.len() - SHOWN;
        let where_all = file.map_or("`--report FILE` writes all".to_owned(), |path| {
            format!("all are in `{}`", path.display())
        });
        console.note(format!("and {rest} more; {where_all}"));
    }
    Ok(())
}
