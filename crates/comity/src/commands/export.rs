//! `comity export`: writes out what is on record.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use app::App;
use app::export::{self, Format, What};
use app::pages::Pages;
use clap::ValueEnum;

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::Data;

/// What to write, and how.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity export certificates --format csv > certificates.csv\n  comity export statements --out statements.jsonl\n  comity export standards --format csv\n  comity export objective DEMO-CRO-4 --language fr --out DEMO-CRO-4.html"
)]
pub struct Args {
    /// What to write.
    what: Kind,
    /// Registration number of the objective.
    #[arg(required_if_eq("what", "objective"))]
    id: Option<String>,
    /// Language of the file of an objective.
    #[arg(long, default_value = "en", value_parser = ["en", "fr"])]
    language: String,
    /// One JSON value a line, or a table. An objective is one HTML file.
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
    /// One objective as one HTML file, with its statements, their signatures and their proofs.
    Objective,
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
        Kind::Objective => return objective(args, app, console),
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
    let mut out = output(args)?;
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

fn output(args: &Args) -> Result<Box<dyn Write>, Failure> {
    Ok(match &args.out {
        Some(path) => Box::new(BufWriter::new(
            File::create_new(path).map_err(|error| Failure::file("cannot write", path, &error))?,
        )),
        None => Box::new(BufWriter::new(std::io::stdout().lock())),
    })
}

/// One objective as one file.
fn objective(args: &Args, app: App, console: Console) -> Ended {
    let pages = Pages::without_search(app).map_err(|error| Failure::of(&error))?;
    let id = args.id.as_deref().unwrap_or_default();
    let html = server::portal::export::objective(&pages, id, &args.language);
    let html = html.map_err(|error| Failure::of(&error))?;
    let mut out = output(args)?;
    out.write_all(html.as_bytes())?;
    out.flush()?;
    if let Some(path) = &args.out {
        console.note(format!("Wrote `{id}` to `{}`.", path.display()));
    }
    Ok(ExitCode::SUCCESS)
}
