//! `comity export`: writes out what is on record.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use app::export::{self, Format, What};
use clap::ValueEnum;

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::Data;

/// What to write, and how.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity export certificates --format csv > certificates.csv\n  comity export statements --out statements.jsonl\n  comity export standards --format csv"
)]
pub struct Args {
    /// What to write.
    what: Kind,
    /// One JSON value a line, or a table.
    #[arg(long, value_enum, default_value_t = Form::Jsonl)]
    format: Form,
    /// File to write; otherwise standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    data: Data,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// Certificates as they stand today.
    Certificates,
    /// Statements of the log, in their order.
    Statements,
    /// Standards with their editions.
    Standards,
    /// Parties.
    Parties,
    /// Technical regulations.
    Regulations,
    /// Agreements.
    Agreements,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    Jsonl,
    Csv,
}

/// Writes it.
pub fn run(args: &Args, console: Console) -> Ended {
    let app = data_dir::open_for_reading(args.data.directory(), console)?;
    let what = match args.what {
        Kind::Certificates => What::Certificates,
        Kind::Statements => What::Statements,
        Kind::Standards => What::Standards,
        Kind::Parties => What::Parties,
        Kind::Regulations => What::Regulations,
        Kind::Agreements => What::Agreements,
    };
    let format = match args.format {
        Form::Jsonl => Format::JsonLines,
        Form::Csv => Format::Csv,
    };
    let bar = console.progress("Writing", 0);
    let mut out: Box<dyn Write> = match &args.out {
        Some(path) => Box::new(BufWriter::new(
            File::create_new(path).map_err(|error| Failure::file("cannot write", path, &error))?,
        )),
        None => Box::new(BufWriter::new(std::io::stdout().lock())),
    };
    let rows = export::export(&app, what, format, &mut out, &mut |told| {
        bar.set_length(told.total);
        bar.set_position(told.done);
    });
    bar.finish_and_clear();
    let rows = rows?;
    out.flush()?;
    if let Some(path) = &args.out {
        console.note(format!("Wrote {rows} rows to `{}`.", path.display()));
    }
    Ok(ExitCode::SUCCESS)
}
