//! `comity credential make`: the credential of a certificate on record, unsigned.

use credential::untp::make::Base;
use model::CertificateNumber;

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::place::Data;

/// Of which certificate.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity credential make DEMO-001 --base https://registry.example > demo-001.json\n  comity credential make DEMO-001 --base https://registry.example | comity credential sign - --key keys/lab.jwk\n\nA UNTP Digital Conformity Credential 0.7.0. Only its issuer may sign it; the registry never does."
)]
pub struct Args {
    /// The number of the certificate.
    number: CertificateNumber,
    /// Where the registry is reached: identifiers in the credential are addresses there.
    #[arg(long, value_name = "URL")]
    base: String,
    #[command(flatten)]
    data: Data,
}

/// Prints it.
pub fn run(args: &Args, console: Console) -> Ended {
    let app = data_dir::open_for_reading(args.data.directory(), console)?;
    let (credential, issuer) = app.credential_of(&args.number, Base(&args.base))?;
    console.note(format!("To be signed by {issuer}."));
    super::print(&credential, console)
}
