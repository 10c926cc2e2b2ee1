//! `comity act explain`: a dry run.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::dry_run::{DryRun, Told};
use model::PartyId;
use serde_json::json;
use statement::Unverified;

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::{Place, Where};
use crate::statements_file::{self, Content};

/// What to explain.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity act explain --data ./registry certificates.toml\n  comity act explain history.toml --json\n\nNothing is signed or written. Statements of a file are tried one after the other, each with those before it that would be admitted."
)]
pub struct Args {
    /// Files of acts in TOML or JSON, or of signed statements; `-` reads standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Who would sign what names no signer.
    #[arg(long, value_name = "DID")]
    signer: Option<PartyId>,
    #[command(flatten)]
    place: Place,
}

/// Explains them.
pub fn run(args: &Args, console: Console) -> Ended {
    files(&args.files, args.signer.as_ref(), &args.place, console)
}

/// Explains files.
pub fn files(files: &[PathBuf], signer: Option<&PartyId>, place: &Place, console: Console) -> Ended {
    let Where::Directory(directory) = place.resolve() else {
        return Err(Failure::new(
            "a dry run needs the registry's directory",
            "name it with `--data`, or submit to the server: what is refused is not logged",
        ));
    };
    let app = data_dir::open_for_reading(directory, console)?;
    let mut dry_run = DryRun::new(&app);
    let mut all_admissible = true;
    for file in files {
        for (payload, bytes) in payloads(file, signer)? {
            let told = dry_run.tell(&payload, bytes);
            all_admissible &= told.refusal.is_none();
            show(&told, console)?;
        }
    }
    Ok(if all_admissible { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The payloads of a file, each with the bytes that it has once it is signed.
fn payloads(file: &Path, signer: Option<&PartyId>) -> Result<Vec<(statement::Payload, usize)>, Failure> {
    match statements_file::read(file, signer)? {
        Content::Drafts(drafts) => Ok(drafts
            .into_iter()
            .map(|draft| {
                let signed =
                    statement::sign(&draft.payload, &statement::demonstration_key(&draft.payload.signer));
                (draft.payload, signed.len())
            })
            .collect()),
        Content::Signed(statements) => {
            let read = |bytes: Vec<u8>| Ok((Unverified::parse(&bytes)?.payload().clone(), bytes.len()));
            statements.into_iter().map(read).collect()
        }
    }
}

fn show(told: &Told, console: Console) -> Result<(), Failure> {
    let failure = told.refusal.as_ref().map(Failure::of);
    let refusal =
        failure.as_ref().map(|failure| json!({ "error": failure.message(), "help": failure.help() }));
    let who_may_sign: Vec<_> = told.who_may_sign.iter().map(ToString::to_string).collect();
    let effects: Vec<_> = told.effects.iter().map(ToString::to_string).collect();
    let value = json!({
        "id": told.id, "act": told.act, "signer": told.signer, "who_may_sign": who_may_sign,
        "may_be_reported": told.may_be_reported, "bytes": told.bytes, "bytes_max": model::limits::STATEMENT_BYTES_MAX,
        "admissible": told.refusal.is_none(), "refusal": refusal, "effects": effects,
    });
    if console.is_json() {
        return console.json(&value);
    }
    let reported = if told.may_be_reported { "; a recorder may report it" } else { "; it is never reported" };
    console.line(format!("{}  {}  signed by {}", told.id, told.act, told.signer))?;
    console.line(format!("  may be signed by {}{reported}", who_may_sign.join(", or ")))?;
    console.line(format!("  {} of {} bytes", told.bytes, model::limits::STATEMENT_BYTES_MAX))?;
    match &failure {
        None => console.line("  would be admitted")?,
        Some(failure) => {
            console.line(format!("  would be refused: {}", failure.message()))?;
            failure.help().map_or(Ok(()), |help| console.line(format!("  help: {help}")))?;
        }
    }
    effects.iter().try_for_each(|effect| console.line(format!("  {effect}")))
}
