//! `comity credential show`: what a document claims, and what is wrong with its form.

use std::path::PathBuf;
use std::process::ExitCode;

use credential::limits::STATUS_LIST_CREDENTIAL_BYTES_MAX;
use credential::{Contexts, Document, untp, vcdm};
use serde_json::json;

use super::read;
use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;

/// What to show.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity credential show demo-001.jwt\n  comity credential show theirs.json --json\n\nLists everything that is wrong with the form (JSON pointer, expected, found, next step) and, for conformity credentials, every member that the registry has no place for. Signatures are checked by `comity credential verify`."
)]
pub struct Args {
    /// The credential; `-` reads standard input.
    file: PathBuf,
}

/// Shows it.
pub fn run(args: &Args, console: Console) -> Ended {
    let bytes = read(&args.file)?;
    let document = Document::credential(&bytes, STATUS_LIST_CREDENTIAL_BYTES_MAX)
        .map_err(|error| Failure::of(&error))?;
    let claimed = document.claimed();
    let read = untp::read(claimed);
    let is_conformity = read.as_ref().is_ok_and(|read| read.version == untp::Version::V0_7);
    let problems = if is_conformity {
        untp::check_conformity(claimed)
    } else {
        vcdm::check_credential(claimed, Contexts::Any)
    };
    let lost = read.map(|read| read.lost).unwrap_or_default();
    let value = json!({
        "sha256": hex::encode(document.digest()), "keys": document.methods(), "claimed": claimed,
        "problems": problems, "lost": lost,
    });
    let mut text = serde_json::to_string_pretty(claimed).unwrap_or_default();
    text.push_str(&format!(
        "\nSHA-256 {}\nsigned as {}",
        hex::encode(document.digest()),
        document.methods().join(", ")
    ));
    for problem in &problems {
        text.push_str(&format!("\nwrong: {problem}"));
    }
    for lost in &lost {
        text.push_str(&format!("\nno place for {}: {}", lost.pointer, lost.why));
    }
    console.result(&value, text)?;
    Ok(ExitCode::SUCCESS)
}
