//! One file per command, each with the same parts: arguments, `run`, tests.

pub mod act;
pub mod audit;
pub mod backup;
pub mod bundle;
pub mod checks;
pub mod comments;
pub mod completions;
pub mod credential;
pub mod decide;
pub mod demo;
pub mod doctor;
pub mod document;
pub mod export;
pub mod import;
pub mod init;
pub mod key;
pub mod lines;
pub mod log;
pub mod markdown_acts;
pub mod markdown_help;
pub mod officer;
pub mod openapi;
pub mod rebuild;
pub mod request;
pub mod restore;
pub mod rule;
pub mod search;
pub mod serve;
pub mod show;
pub mod vc_api;
pub mod witness;

use std::process::ExitCode;

use crate::cli::Command;
use crate::console::Console;
use crate::failure::Failure;

/// How a command ends when it did not fail. Most end with success; `decide` tells its answer.
pub type Ended = Result<ExitCode, Failure>;

/// Runs a command.
pub fn run(command: Command, console: &Console) -> Ended {
    match command {
        Command::Demo(args) => demo::run(&args, *console),
        Command::Serve(args) => serve::run(&args, *console),
        Command::Init(args) => init::run(&args, *console),
        Command::Key(args) => key::run(&args, *console),
        Command::Act(args) => act::run(&args, *console),
        Command::Officer(args) => officer::run(&args, *console),
        Command::Document(args) => document::run(&args, *console),
        Command::Comments(args) => comments::run(&args, *console),
        Command::Audit(args) => audit::run(&args, *console),
        Command::Credential(args) => credential::run(&args, *console),
        Command::Decide(args) => decide::run(&args, *console),
        Command::Lines(args) => lines::run(&args, *console),
        Command::Checks(args) => checks::run(&args, *console),
        Command::Request(args) => request::run(&args, *console),
        Command::Show(args) => show::run(&args, *console),
        Command::Search(args) => search::run(&args, *console),
        Command::Import(args) => import::run(&args, *console),
        Command::Export(args) => export::run(&args, *console),
        Command::Log(args) => log::run(&args, *console),
        Command::Witness(args) => witness::run(&args, *console),
        Command::Rebuild(args) => rebuild::run(&args, *console),
        Command::Bundle(args) => bundle::run(&args, *console),
        Command::Backup(args) => backup::run(&args, *console),
        Command::Restore(args) => restore::run(&args, *console),
        Command::Rule(args) => rule::run(&args, *console),
        Command::VcApi(args) => vc_api::run(&args, *console),
        Command::Doctor(args) => doctor::run(&args, *console),
        Command::Completions(args) => completions::run(&args, *console),
        Command::MarkdownHelp(args) => markdown_help::run(&args, *console),
        Command::MarkdownActs(args) => markdown_acts::run(&args, *console),
        Command::Openapi(args) => openapi::run(&args, *console),
    }
}
