//! `cargo xtask bench`: the measurements, built with optimisation.

use anyhow::Result;

use crate::{process, workspace};

/// Measures, and prints one table of figures beside their floors and peers.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  cargo xtask bench\n  cargo xtask bench --json > figures.json\n  cargo xtask bench -- --only admission\n  cargo xtask bench -- --quick"
)]
pub struct Options {
    /// One JSON document instead of the table.
    #[arg(long)]
    json: bool,
    /// What the bench program is given, as it is.
    #[arg(last = true)]
    rest: Vec<String>,
}

/// Builds and runs the bench program.
///
/// # Errors
/// When it does not build, or fails.
pub fn run(options: &Options) -> Result<()> {
    let root = workspace::root()?;
    process::run(process::cargo(&root).args(arguments(options)))
}

fn arguments(options: &Options) -> Vec<String> {
    let mut arguments: Vec<String> =
        ["run", "--release", "--quiet", "-p", "bench", "--"].map(str::to_owned).to_vec();
    if options.json {
        arguments.push("--json".to_owned());
    }
    arguments.extend(options.rest.iter().cloned());
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_goes_to_the_bench_program() {
        let options = Options { json: true, rest: vec!["--quick".to_owned()] };
        assert_eq!(
            arguments(&options),
            ["run", "--release", "--quiet", "-p", "bench", "--", "--json", "--quick"]
        );
    }
}
