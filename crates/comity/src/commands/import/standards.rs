//! `comity import standards`.

use std::path::PathBuf;
use std::process::ExitCode;

use app::import::{CatalogueFormat, Plan, plan_standards, read_catalogue};
use app::{Clock as _, SystemClock};
use clap::ValueEnum;
use model::{Certainty, Date, PartyId};
use serde_json::json;
use statement::{Act, Payload, Reported, Subject};

use super::{open, report};
use crate::commands::Ended;
use crate::commands::act::{Target, submit_all};
use crate::console::Console;
use crate::failure::Failure;
use crate::place::Place;
use crate::statements_file::{Keys, Signers};

/// Statements signed and submitted together.
const TOGETHER: usize = 2_048;
/// Longest identifier of a statement; a longer one is cut and told apart by a digest.
const ID_CHARS_MAX: usize = model::limits::STATEMENT_ID_CHARS_MAX;

/// Which catalogue, signed by whom.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity import standards iso_deliverables_metadata.jsonl --format iso-open-data --signer did:web:registrar.example --key keys/registrar.jwk --preview\n  comity import standards iso.jsonl.gz --format relaton --as-of 2025-06-30 --signer did:web:registrar.example --key keys/registrar.jwk\n\nImported are dated editions that are or were published, which edition takes the place of which, and withdrawals. Left out, and counted, are drafts, amendments and relations to them. The same catalogue again changes nothing."
)]
pub struct Args {
    /// The catalogue, one record a line; a name that ends in `.gz` is unpacked.
    file: PathBuf,
    /// How its records are written.
    #[arg(long, value_enum)]
    format: Form,
    /// Day of the catalogue: withdrawals without a day are stated for it. Otherwise today.
    #[arg(long, value_name = "DATE", value_parser = model::parse_date)]
    as_of: Option<Date>,
    /// Reads and plans, and writes nothing.
    #[arg(long)]
    preview: bool,
    /// Writes what was left out because something is wrong with it to a table.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// On whose behalf a recorder reports it, such as the standardizing body.
    #[arg(long, value_name = "CODE|DID", requires = "source")]
    on_behalf_of: Option<Subject>,
    /// Source that the recorder names.
    #[arg(long, requires = "on_behalf_of")]
    source: Option<String>,
    #[command(flatten)]
    keys: Keys,
    #[command(flatten)]
    place: Place,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// `iso_deliverables_metadata.jsonl` of ISO Open Data.
    IsoOpenData,
    /// Records of Relaton, reduced to `id`, `en`, `fr`, `date`, `ed`, `stage`, `ics`, `rel`.
    Relaton,
}

/// Imports it.
pub fn run(args: &Args, console: Console) -> Ended {
    let format = match args.format {
        Form::IsoOpenData => CatalogueFormat::IsoOpenData,
        Form::Relaton => CatalogueFormat::Relaton,
    };
    let bar = console.progress("Reading records", 0);
    let read = read_catalogue(open(&args.file)?, format, &mut |line| bar.set_position(line));
    bar.finish_and_clear();
    let (documents, unread) = read?;
    let as_of = args.as_of.unwrap_or_else(|| SystemClock.today());
    let mut plan = plan_standards(&documents, as_of);
    plan.refused.splice(0..0, unread);
    report(&plan.refused, args.report.as_ref(), console)?;
    let refused = if args.preview { 0 } else { submit(args, &plan, console)? };
    tell(args, documents.len(), &plan, refused, console)?;
    Ok(if refused > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn submit(args: &Args, plan: &Plan, console: Console) -> Result<u64, Failure> {
    let signer = args.keys.signer.as_ref().ok_or_else(|| {
        Failure::new(
            "nobody is named who signs the import",
            "name the standardizing body, registrar or recorder with `--signer DID`",
        )
    })?;
    let signers = args.keys.read()?;
    let mut target = Target::open(&args.place, console)?;
    let bar = console.progress("Importing", plan.acts.len() as u64);
    let mut refused = 0;
    for chunk in plan.acts.chunks(TOGETHER) {
        let signed = chunk
            .iter()
            .map(|(key, act)| sign(args, signer, &signers, key, act))
            .collect::<Result<Vec<_>, _>>()?;
        for submitted in submit_all(&mut target, &signed, Console::new(true)) {
            if let Err(failure) = submitted.outcome {
                refused += 1;
                let message = format!("statement `{}` was refused: {}", submitted.id, failure.message());
                bar.suspend(|| {
                    console.refused(&Failure::new(message, failure.help().unwrap_or("mend the record")))
                });
            }
        }
        bar.inc(chunk.len() as u64);
    }
    bar.finish_and_clear();
    Ok(refused)
}

fn sign(args: &Args, signer: &PartyId, signers: &Signers, key: &str, act: &Act) -> Result<Vec<u8>, Failure> {
    let reported = match (&args.on_behalf_of, &args.source) {
        (Some(on_behalf_of), Some(source)) => Some(Reported {
            on_behalf_of: on_behalf_of.clone(),
            source: source.clone(),
            certainty: Certainty::Sourced,
        }),
        _ => None,
    };
    let id = identifier(key).parse()?;
    signers.sign(&Payload { id, signer: signer.clone(), made_on: None, reported, act: act.clone() })
}

/// The identifier of a statement follows from what it states, so that the same record again is the same statement.
fn identifier(key: &str) -> String {
    let id = format!("standards/{key}");
    if id.len() <= ID_CHARS_MAX {
        return id;
    }
    use sha2::Digest as _;
    let digest = hex::encode(&sha2::Sha256::digest(&id)[..8]);
    format!("{}-{digest}", &id[..ID_CHARS_MAX - digest.len() - 1])
}

fn tell(args: &Args, documents: usize, plan: &Plan, refused: u64, console: Console) -> Result<(), Failure> {
    let value = json!({
        "records": documents, "editions": plan.editions, "successions": plan.successions,
        "withdrawals": plan.withdrawals, "wrong": plan.refused.len(), "left_out": plan.left_out,
        "statements": plan.acts.len(), "refused": refused, "preview": args.preview,
    });
    let mut text = format!(
        "{documents} records: {} editions, {} successions, {} withdrawals without successor; {} wrong{}",
        plan.editions,
        plan.successions,
        plan.withdrawals,
        plan.refused.len(),
        if args.preview { "; nothing was written".to_owned() } else { format!("; {refused} refused") }
    );
    for (reason, count) in &plan.left_out {
        text.push_str(&format!("\n  left out: {count} {reason}"));
    }
    console.result(&value, text)
}
