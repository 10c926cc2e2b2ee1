//! What can be asked on the command line: the list of commands.

use clap::{Parser, Subcommand};

use crate::commands;

/// Must, may or need a country accept this certificate, why, and what is missing: a registry of signed statements
/// about standards, regulations, agreements and certificates, and the decisions that follow from them.
#[derive(Parser, Debug)]
#[command(
    name = "comity",
    version,
    about,
    after_help = "Without a command, `comity` starts the demonstration.\nExit codes: 0 done, 1 failed, 2 wrong call; `comity decide` has its own, see its help.",
    max_term_width = 100
)]
pub struct Cli {
    /// Writes results and failures as JSON, one value a line, for machines.
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Every command.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Starts the demonstration: a registry with real agreements and invented certificates, and its portal.
    Demo(commands::demo::Args),
    /// Serves a registry that `comity init` made: portal, API and log.
    Serve(commands::serve::Args),
    /// Makes a new registry: its keys and the statement that opens its log.
    Init(commands::init::Args),
    /// Makes and shows keys.
    Key(commands::key::Args),
    /// Writes, checks, signs and submits statements.
    Act(commands::act::Args),
    /// Invites, lists and revokes officers, who work at the desk of the portal.
    Officer(Box<commands::officer::Args>),
    /// Keeps documents that acts cite by their hash, and checks those that are kept.
    Document(commands::document::Args),
    /// Checks exported public comments against the log.
    Comments(commands::comments::Args),
    /// Prints and checks the audit trail of the desk.
    Audit(commands::audit::Args),
    /// Makes, signs, verifies and shows credentials that travel.
    Credential(commands::credential::Args),
    /// Answers: must, may or need a country accept this evidence for this product?
    Decide(Box<commands::decide::Args>),
    /// Answers lines of customs declarations, and checks signed answers.
    #[command(alias = "line")]
    Lines(Box<commands::lines::Args>),
    /// Lists checks that were recorded at a border.
    Checks(commands::checks::Args),
    /// Signs and sends requests of a party: quantities, suspensions, subscriptions.
    Request(Box<commands::request::Args>),
    /// Shows what is on record about one thing.
    Show(commands::show::Args),
    /// Finds things by words, codes and numbers.
    Search(commands::search::Args),
    /// Imports certificates and standards.
    Import(commands::import::Args),
    /// Writes out certificates, statements or standards.
    Export(commands::export::Args),
    /// Checks the log.
    Log(commands::log::Args),
    /// Cosigns checkpoints of other registries after checking that nothing was rewritten.
    Witness(Box<commands::witness::Args>),
    /// Makes the tables anew from the log.
    Rebuild(commands::rebuild::Args),
    /// Makes the file with which a country's questions are answered offline, and what goes with it.
    Bundle(commands::bundle::Args),
    /// Copies a registry, also while it is served.
    Backup(commands::backup::Args),
    /// Puts a backup back.
    Restore(commands::restore::Args),
    /// Prints rules of the law: duty, paragraph, numbers, reading, source.
    Rule(commands::rule::Args),
    /// Serves the W3C's VC API with test keys, for test suites of others.
    VcApi(commands::vc_api::Args),
    /// Examines the installation and says what to do.
    Doctor(commands::doctor::Args),
    /// Writes the completions for a shell.
    Completions(commands::completions::Args),
    /// Writes the reference of this command line.
    #[command(hide = true)]
    MarkdownHelp(commands::markdown_help::Args),
    /// Writes the reference of all acts.
    #[command(hide = true)]
    MarkdownActs(commands::markdown_acts::Args),
    /// Writes the description of the API.
    #[command(hide = true)]
    Openapi(commands::openapi::Args),
}

impl Cli {
    /// What to do; without a command, the demonstration.
    pub fn into_command(self) -> Command {
        self.command.unwrap_or_else(|| Command::Demo(commands::demo::Args::default()))
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_table_of_arguments_is_consistent() {
        let command = Cli::command();
        // clap panics on arguments that contradict each other.
        command.clone().debug_assert();
        assert!(command.get_subcommands().count() > 10);
    }

    #[test]
    fn every_command_that_is_shown_has_examples() {
        fn leaves(command: &clap::Command, path: &str, without: &mut Vec<String>) {
            let path = format!("{path} {}", command.get_name());
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            if command.get_subcommands().next().is_none() && !help.contains("Examples:") {
                without.push(path.clone());
            }
            command.get_subcommands().filter(|c| !c.is_hide_set()).for_each(|c| leaves(c, &path, without));
        }
        let mut without = Vec::new();
        leaves(&Cli::command(), "", &mut without);
        assert_eq!(without, Vec::<String>::new());
    }
}
