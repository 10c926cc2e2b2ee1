//! The tasks of this workspace: one subcommand, one file. `cargo xtask --help` lists them.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a task talks to the person who started it")]

mod bench;
mod debian;
mod deps;
mod distribution;
mod docs;
mod law;
mod problem;
mod process;
mod source;
mod test;
mod tidy;
mod verifier;
mod wasm;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The tasks of the Comity workspace.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    after_help = "Examples:\n  cargo xtask test                all tests, the browser's included\n  cargo xtask test -- -p law      the tests of one crate\n  cargo xtask law                 which paragraph of the sources is where\n  cargo xtask docs                write the generated pages anew"
)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    Test(test::Options),
    Deps(deps::Options),
    Law(law::Options),
    Tidy(tidy::Options),
    Docs(docs::Options),
    Bench(bench::Options),
    Wasm(wasm::Options),
    Verifier(verifier::Options),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Test(options) => test::run(&options),
        Task::Deps(options) => deps::run(&options),
        Task::Law(options) => law::run(&options),
        Task::Tidy(options) => tidy::run(&options),
        Task::Docs(options) => docs::run(&options),
        Task::Bench(options) => bench::run(&options),
        Task::Wasm(options) => wasm::run(&options),
        Task::Verifier(options) => verifier::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
