//! Where the registry is: in a directory, or behind an address.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Args, Command, Parser};

/// Directory that is used when none is named.
pub const DEFAULT_DIRECTORY: &str = "./comity-data";

/// A registry in a directory.
#[derive(Args, Clone, Debug)]
pub struct Data {
    /// Directory of the registry.
    #[arg(long, value_name = "DIR", env = "COMITY_DATA", default_value = DEFAULT_DIRECTORY)]
    data: PathBuf,
}

impl Data {
    /// The directory.
    pub fn directory(&self) -> &Path {
        &self.data
    }
}

/// A registry in a directory or behind an address.
#[derive(Args, Clone, Debug)]
pub struct Place {
    #[command(flatten)]
    data: Data,
    /// Address of a running registry, instead of a directory.
    #[arg(long, value_name = "URL", env = "COMITY_SERVER", conflicts_with = "data")]
    server: Option<String>,
}

/// A [`Place`], resolved.
#[derive(Clone, Copy, Debug)]
pub enum Where<'a> {
    /// In this directory.
    Directory(&'a Path),
    /// Behind this address.
    Server(&'a str),
}

impl Place {
    /// Where it is.
    pub fn resolve(&self) -> Where<'_> {
        match &self.server {
            Some(url) => Where::Server(url),
            None => Where::Directory(self.data.directory()),
        }
    }
}

/// Reads the command line. A place that is typed counts, whatever the environment says: `--server` is no contradiction to a
/// `COMITY_DATA` that is always set.
pub fn parse<P: Parser>() -> P {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let matches = typed_counts(P::command(), &typed).get_matches_from(&typed);
    P::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

fn typed_counts(command: Command, typed: &[OsString]) -> Command {
    let names = |option: &str| {
        let begins = |text: &str| {
            text.strip_prefix(option).is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
        };
        typed.iter().any(|argument| argument.to_str().is_some_and(begins))
    };
    let (server, data) = (names("--server"), names("--data"));
    without_environment(command, server, data)
}

fn without_environment(command: Command, data: bool, server: bool) -> Command {
    let command = command.mut_args(|argument| match argument.get_id().as_str() {
        "data" if data => argument.env(None),
        "server" if server => argument.env(None),
        _ => argument,
    });
    command.mut_subcommands(|below| without_environment(below, data, server))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[derive(Parser)]
    struct Asked {
        #[command(flatten)]
        place: Place,
    }

    fn environment_of(typed: &[&str], option: &str) -> bool {
        let typed: Vec<OsString> = typed.iter().map(OsString::from).collect();
        let command = typed_counts(<Asked as clap::CommandFactory>::command(), &typed);
        command.get_arguments().find(|argument| argument.get_id() == option).unwrap().get_env().is_some()
    }

    #[test]
    fn what_is_typed_counts_and_not_what_the_environment_says_of_the_other() {
        assert!(environment_of(&["comity"], "data") && environment_of(&["comity"], "server"));
        assert!(!environment_of(&["comity", "--server", "http://r.example"], "data"));
        assert!(!environment_of(&["comity", "--server=http://r.example"], "data"));
        assert!(environment_of(&["comity", "--server=http://r.example"], "server"));
        assert!(!environment_of(&["comity", "--data", "d"], "server"));
        assert!(environment_of(&["comity", "--data-of-others"], "server"));
    }
}
