//! `bench`: one table of figures, each beside its floor or peer in the same run.
#![expect(clippy::print_stdout, reason = "a program that prints a table")]

mod decisions;
mod figures;

use anyhow::{Result, bail};

const HELP: &str = "bench [--quick] [--json]\n\n  --quick  a small world and short measurements\n  --json   one JSON document instead of the table";

fn main() -> Result<()> {
    let mut options = figures::Options::default();
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--quick" => options.quick = true,
            "--json" => options.json = true,
            "--help" | "-h" => {
                println!("{HELP}");
                return Ok(());
            }
            other => bail!("`{other}` is not an option: run `bench --help`"),
        }
    }
    let mut figures = figures::Figures::new(options);
    decisions::measure(&mut figures)?;
    println!("{}", figures.finish());
    Ok(())
}
