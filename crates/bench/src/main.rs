//! `bench`: one table of figures, each beside its floor or peer in the same run.
#![expect(clippy::print_stdout, reason = "a program that prints a table")]

mod admission;
mod api;
mod bundles;
mod comments;
mod credentials;
mod decisions;
mod directory;
mod figures;
mod finding;
mod floor;
mod http;
mod pages;
mod procedures;
mod sizes;
mod verifier;

use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};

use figures::Figures;

/// As in `comity`, so that what is measured is what is run; floors and peers have it too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const HELP: &str = "bench [--quick] [--json] [--only SUBJECT]...

  --quick           a small world and short measurements: shows that everything runs, its figures mean little
  --json            one JSON document instead of the table
  --only SUBJECT    one subject, or several: decisions, admission, registry (import, start-up, look-up, API and
                    search at up to 1,000,000 certificates), pages (pages and lists about objectives over 2,000
                    objectives, 200 countries, 10,000 bodies, 50,000 comments), credentials (presented
                    credentials of 4 to 5 kB: one by one, in manifests of 256, seen before, in streams of decisions),
                    bundle (10,000,000 certificates, one in a hundred withdrawn), verifier (the start of
                    `comity-verify`, which `cargo xtask verifier` builds)

The figures are medians of one run and are worth something on a machine that does nothing else.";

/// Measures one subject.
type Measure = fn(&mut Figures) -> Result<()>;

/// What is measured, in the order of the table.
const SUBJECTS: [(&str, Measure); 7] = [
    ("decisions", decisions::measure),
    ("admission", admission::measure),
    ("registry", sizes::measure),
    ("credentials", credentials::measure),
    ("bundle", bundles::measure),
    ("verifier", verifier::measure),
    ("pages", pages::measure),
];

fn main() -> Result<()> {
    let mut options = figures::Options::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--quick" => options.quick = true,
            "--json" => options.json = true,
            "--only" => options.only.push(arguments.next().context("`--only` needs a subject")?),
            "--help" | "-h" => {
                println!("{HELP}");
                return Ok(());
            }
            // What this program asks of itself, in a process of its own.
            sizes::PROBE => return sizes::probe(&arguments.next().context("no data directory")?),
            other => bail!("`{other}` is not an option: run `bench --help`"),
        }
    }
    let known = |name: &String| SUBJECTS.iter().any(|(subject, _)| subject == name);
    if let Some(unknown) = options.only.iter().find(|name| !known(name)) {
        bail!("`{unknown}` is not measured: run `bench --help`");
    }
    let mut figures = Figures::new(options);
    for (subject, measure) in SUBJECTS {
        if figures.options.only.is_empty() || figures.options.only.iter().any(|name| name == subject) {
            let start = Instant::now();
            measure(&mut figures).with_context(|| format!("measuring {subject}"))?;
            figures.took(subject, start.elapsed());
        }
    }
    ensure!(!figures.is_empty(), "nothing was measured");
    println!("{}", figures.finish());
    Ok(())
}
