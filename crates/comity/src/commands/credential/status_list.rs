//! `comity credential status-list`: an issuer's status list out of the register, unsigned.

use app::credentials::Purpose;
use clap::ValueEnum;
use credential::untp::make::Base;
use jiff::SignedDuration;
use model::PartyId;

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::place::Data;

/// Whose list, of what.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity credential status-list did:web:lab.example revocation --base https://registry.example > list.json\n  comity credential status-list did:web:lab.example suspension --base https://registry.example | comity credential sign - --key keys/lab.jwk > list.jwt\n\nA Bitstring Status List as of now: certificates that were withdrawn or ended (revocation), or are suspended (suspension), at their status index. The issuer signs it and publishes it at the address that it states."
)]
pub struct Args {
    /// The issuer.
    issuer: PartyId,
    /// What a set bit means.
    purpose: Set,
    /// Where the registry is reached, as in the credentials.
    #[arg(long, value_name = "URL")]
    base: String,
    /// For how many hours the issuer will vouch for it.
    #[arg(long, value_name = "HOURS", default_value_t = 24, value_parser = clap::value_parser!(u16).range(1..))]
    hours: u16,
    #[command(flatten)]
    data: Data,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Set {
    Revocation,
    Suspension,
}

/// Prints it.
pub fn run(args: &Args, console: Console) -> Ended {
    let app = data_dir::open_for_reading(args.data.directory(), console)?;
    let purpose = match args.purpose {
        Set::Revocation => Purpose::Revocation,
        Set::Suspension => Purpose::Suspension,
    };
    let valid_for = SignedDuration::from_hours(i64::from(args.hours));
    let (list, set) =
        app.status_list(&args.issuer, purpose, Base(&args.base), jiff::Timestamp::now(), valid_for)?;
    console.note(format!("{set} set. To be signed by {}.", args.issuer));
    super::print(&list, console)
}
