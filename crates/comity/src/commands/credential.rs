//! `comity credential`: makes, signs, verifies and shows credentials that travel.

mod anchor;
mod did_document;
mod make;
mod show;
mod sign;
mod status_list;
mod verify;

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::process::ExitCode;

use clap::Subcommand;
use credential::limits::STATUS_LIST_CREDENTIAL_BYTES_MAX;
use serde_json::Value;

use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;

/// What to do with credentials.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Makes the credential of a certificate on record, for its issuer to sign.
    Make(make::Args),
    /// Signs a credential with the issuer's key.
    Sign(sign::Args),
    /// Verifies a credential: beside a registry, or offline with the issuer's DID document.
    Verify(Box<verify::Args>),
    /// Prints the DID document of a party with its keys in force, for its web server and for offline verifiers.
    DidDocument(did_document::Args),
    /// Makes the status list of an issuer from the register, for the issuer to sign.
    StatusList(status_list::Args),
    /// Makes the identity anchor of a party on record, for the registrar to sign.
    Anchor(anchor::Args),
    /// Shows what a credential claims, and what is wrong with its form; checks no signature.
    Show(show::Args),
}

/// Does it.
pub fn run(args: &Args, console: Console) -> Ended {
    match &args.what {
        What::Make(args) => make::run(args, console),
        What::Sign(args) => sign::run(args, console),
        What::Verify(args) => verify::run(args, console),
        What::DidDocument(args) => did_document::run(args, console),
        What::StatusList(args) => status_list::run(args, console),
        What::Anchor(args) => anchor::run(args, console),
        What::Show(args) => show::run(args, console),
    }
}

/// Prints a document: indented for people, on one line for machines.
fn print(document: &Value, console: Console) -> Ended {
    if console.is_json() {
        console.json(document)?;
    } else {
        console.line(serde_json::to_string_pretty(document).unwrap_or_default())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads a file, or standard input for `-`, up to the longest document.
fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    // One byte more than is allowed, so that a longer document is refused and not cut.
    let limit = STATUS_LIST_CREDENTIAL_BYTES_MAX as u64 + 1;
    let mut bytes = Vec::new();
    let read = if file == Path::new("-") {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure::file("cannot read", file, &error))?;
    Ok(bytes)
}
