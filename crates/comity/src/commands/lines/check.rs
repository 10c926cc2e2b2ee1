//! `comity lines check`: answers a table of lines.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::border::lines::Lines;
use app::border::lines::table::{TABLE_BYTES_MAX, Table, delimiter};

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::{Place, Where};
use crate::remote::Remote;

/// Which table, and of which registry it is asked.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity lines check lines.csv --data ./registry > answers.csv\n  comity lines check lines.csv --server https://registry.example --out answers.csv --manifest answers.jws\n\nThe first row names the columns; `declaration` and `importing` are needed: see docs/border.md. A row that cannot be answered has its problem in the last column and stops nothing. For answers that are signed one by one send lines of JSON to /api/v1/lines/stream."
)]
pub struct Args {
    /// The table, CSV with commas or semicolons.
    file: PathBuf,
    /// Where to write the answers; otherwise standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Where to write the signature over the whole result, which `comity lines verify` takes; only a server signs.
    #[arg(long, value_name = "FILE", requires = "server")]
    manifest: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

/// Answers it.
pub fn run(args: &Args, console: Console) -> Ended {
    let table = File::open(&args.file).map_err(|error| unreadable(&args.file, &error))?;
    let mut out: Box<dyn Write> = match &args.out {
        Some(path) => {
            let created = File::create_new(path);
            Box::new(created.map_err(|error| Failure::file("cannot write", path, &error))?)
        }
        None => Box::new(io::stdout().lock()),
    };
    match args.place.resolve() {
        Where::Server(url) => {
            let remote = Remote::new(url)?;
            // Held whole, so that it is sent while answers are read: neither side waits for the other.
            let manifest = remote.lines_csv(whole(table, &args.file)?, &mut out)?;
            if let Some(file) = &args.manifest {
                write_manifest(&remote, manifest, file)?;
            }
        }
        Where::Directory(directory) => {
            let rows = count(&args.file)?;
            let app = data_dir::open_for_reading(directory, console)?;
            let mut table = BufReader::new(table);
            let beginning = table.fill_buf().map_err(|error| unreadable(&args.file, &error))?;
            let separated_by = delimiter(beginning);
            let lines = Lines::new(app.snapshot());
            let bar = console.progress("Answering", rows);
            let ended = Table::open(table, separated_by)?
                .answer(&lines, &mut out, &mut |done| bar.set_position(done));
            bar.finish_and_clear();
            let summary = ended?;
            console.note(format!("{} lines, {} of them not answered", summary.rows, summary.refused));
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn whole(table: File, file: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = table.take(TABLE_BYTES_MAX + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(file, &error))?;
    if bytes.len() as u64 > TABLE_BYTES_MAX {
        let message = format!("the table has more than {TABLE_BYTES_MAX} bytes");
        return Err(Failure::new(message, "split it into several"));
    }
    Ok(bytes)
}

fn write_manifest(remote: &Remote, path: Option<String>, file: &Path) -> Result<(), Failure> {
    let path = path.ok_or_else(|| {
        Failure::new("the server signs no answers", "ask a server that has the key of its log")
    })?;
    let manifest = remote.get(&path)?;
    let written = File::create_new(file).and_then(|mut created| created.write_all(&manifest));
    written.map_err(|error| Failure::file("cannot write", file, &error))
}

/// Rows of a table, for the bar: lines of the file without the first.
fn count(file: &Path) -> Result<u64, Failure> {
    let mut reader = BufReader::new(File::open(file).map_err(|error| unreadable(file, &error))?);
    let (mut lines, mut line) = (0, Vec::new());
    loop {
        line.clear();
        let read = reader.read_until(b'\n', &mut line).map_err(|error| unreadable(file, &error))?;
        if read == 0 {
            return Ok(u64::saturating_sub(lines, 1));
        }
        lines += 1;
    }
}

fn unreadable(file: &Path, error: &io::Error) -> Failure {
    Failure::file("cannot read the table", file, error)
}
