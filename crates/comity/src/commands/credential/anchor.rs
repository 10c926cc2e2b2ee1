//! `comity credential anchor`: the Digital Identity Anchor of a party on record, unsigned.

use credential::untp::make::Base;
use model::PartyId;

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::place::Data;

/// Of which party.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity credential anchor did:web:lab.example --base https://registry.example > anchor.json\n  comity credential anchor did:web:lab.example --base https://registry.example | comity credential sign - --key keys/registrar.jwk\n\nA UNTP Digital Identity Anchor 0.7.0: the registrar states which DID belongs to a party on its record. The registrar signs it."
)]
pub struct Args {
    /// The party.
    party: PartyId,
    /// Where the registry is reached.
    #[arg(long, value_name = "URL")]
    base: String,
    #[command(flatten)]
    data: Data,
}

/// Prints it.
pub fn run(args: &Args, console: Console) -> Ended {
    let app = data_dir::open_for_reading(args.data.directory(), console)?;
    let (anchor, registrar) = app.anchor_of(&args.party, Base(&args.base))?;
    console.note(format!("To be signed by {registrar}."));
    super::print(&anchor, console)
}
