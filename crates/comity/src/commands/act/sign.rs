//! `comity act sign`: signs statements without submitting them.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;
use crate::statements_file::{self, Content, Keys};

/// What to sign, with what.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity act sign certificates.toml --key keys/lab.jwk > signed.jws\n  comity act submit --server https://registry.example signed.jws"
)]
pub struct Args {
    /// Files of acts in TOML or JSON; `-` reads standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    keys: Keys,
}

/// Signs and writes them.
pub fn run(args: &Args, console: Console) -> Ended {
    let signers = args.keys.read()?;
    for file in &args.files {
        let Content::Drafts(drafts) = statements_file::read(file, args.keys.signer.as_ref())? else {
            let message = format!("`{}` is signed already", file.display());
            return Err(Failure::new(message, "submit it as it is with `comity act submit`"));
        };
        for draft in &drafts {
            let signed = signers.sign(&draft.payload)?;
            // Reading it back checks the length, so that nobody keeps a statement that no log takes.
            let statement = statement::Unverified::parse(&signed).map_err(|error| {
                statements_file::in_file(file, Failure::from_text(&format!("line {}: {error}", draft.line)))
            })?;
            if console.is_json() {
                let text = String::from_utf8_lossy(&signed);
                console.json(&serde_json::json!({ "id": statement.payload().id, "statement": text }))?;
            } else {
                console.line(String::from_utf8_lossy(&signed))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
