//! `comity credential did-document`: the DID document of a party on record.

use model::PartyId;

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::place::Data;

/// Of which party.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity credential did-document did:web:lab.example > did.json\n\nA party with a `did:web` serves it at `https://lab.example/.well-known/did.json`. Keys that were revoked are left out: what they signed before is told by the registry."
)]
pub struct Args {
    /// The party.
    party: PartyId,
    #[command(flatten)]
    data: Data,
}

/// Prints it.
pub fn run(args: &Args, console: Console) -> Ended {
    let app = data_dir::open_for_reading(args.data.directory(), console)?;
    let document = app.did_document(&args.party)?;
    if let Ok(url) = credential::did::web_url(args.party.as_str()) {
        console.note(format!("To be served at {url}"));
    }
    super::print(&document, console)
}
