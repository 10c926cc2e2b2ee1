//! `comity audit`: prints the audit trail of the desk, and checks that nothing was taken out of it.

use std::process::ExitCode;

use app::office::AuditRecord;
use model::PartyId;
use serde_json::json;
use store::office::{Audit as _, broken_link};
use store_sql::SqliteOffice;

use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;
use crate::place::Data;

/// Which part of the trail.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity audit --data ./registry\n  comity audit --party did:web:ministry.example --json > trail.ndjson\n\nThe whole trail is checked first, whatever part is printed. Exit code 1 when a record does not follow from the one before it."
)]
pub struct Args {
    #[command(flatten)]
    data: Data,
    /// Only of this party.
    #[arg(long, value_name = "DID")]
    party: Option<PartyId>,
}

/// Prints it, the earliest first.
pub fn run(args: &Args, console: Console) -> Ended {
    let Some(office) = SqliteOffice::open_for_reading(args.data.directory())? else {
        let shown = args.data.directory().display();
        return Err(Failure::new(
            format!("nobody has worked at the desk of `{shown}` yet"),
            "invite an administrator with `comity officer invite`",
        ));
    };
    let mut trail = office.audit(None, None, usize::MAX)?;
    trail.reverse();
    let of = |record: &&AuditRecord| args.party.is_none() || record.entry.party == args.party;
    trail.iter().filter(of).try_for_each(|record| print(record, console))?;
    match broken_link(&trail) {
        None => Ok(ExitCode::SUCCESS),
        Some(number) => Err(Failure::new(
            format!("record {number} does not follow from the one before it: the trail was changed"),
            "compare it with a backup, and find out who could write the database",
        )),
    }
}

fn print(record: &AuditRecord, console: Console) -> Result<(), Failure> {
    let AuditRecord { number, entry, hash } = record;
    let party = entry.party.as_ref().map(PartyId::as_str);
    if console.is_json() {
        let hash = hex::encode(hash);
        return console.json(&json!({
            "number": number, "at": entry.at, "party": party, "who": entry.who, "what": entry.what,
            "about": entry.about, "outcome": entry.outcome.as_str(), "detail": entry.detail,
            "request": entry.request, "hash": hash,
        }));
    }
    console.line(format!(
        "{number:>6}  {}  {:<8} {:<15} {}  {}  {}  {}",
        app::clock::to_minute(entry.at),
        entry.outcome.as_str(),
        entry.what,
        party.unwrap_or("-"),
        entry.who,
        entry.about,
        entry.detail
    ))
}
