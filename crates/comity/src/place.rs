//! Where the registry is: in a directory, or behind an address.

use std::path::{Path, PathBuf};

use clap::Args;

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
