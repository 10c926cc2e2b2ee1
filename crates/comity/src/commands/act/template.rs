//! `comity act template`: prints a commented example of an act.

use std::process::ExitCode;

use serde_json::json;
use statement::act::Act;
use statement::template;

use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;

/// Which act.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity act template --list\n  comity act template certificates.issued > certificates.toml"
)]
pub struct Args {
    /// Name of the act, such as `certificates.issued`.
    #[arg(required_unless_present = "list")]
    name: Option<String>,
    /// Lists the names of all acts.
    #[arg(long)]
    list: bool,
}

/// Prints it.
pub fn run(args: &Args, console: Console) -> Ended {
    match &args.name {
        Some(name) => {
            let text = template(name).ok_or_else(|| unknown(name))?;
            console.result(&json!({ "act": name, "toml": text }), text.trim_end())?;
        }
        None => console.result(&Act::NAMES, Act::NAMES.join("\n"))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn unknown(name: &str) -> Failure {
    let noun = name.split('.').next().unwrap_or_default();
    let near: Vec<_> = Act::NAMES.iter().filter(|known| !noun.is_empty() && known.contains(noun)).collect();
    let near: Vec<_> = near.iter().take(6).map(|known| format!("`{known}`")).collect();
    let help = match near.as_slice() {
        [] => "list all with `comity act template --list`".to_owned(),
        near => format!("did you mean {}?", near.join(", ")),
    };
    Failure::new(format!("`{name}` is not an act"), help)
}
