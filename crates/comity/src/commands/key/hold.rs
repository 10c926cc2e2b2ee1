//! `comity key hold`: has the desk hold a key of a party, or reach one in a token.

use std::fs;
use std::path::PathBuf;

use app::office::TokenReach;
use model::PartyId;
use serde_json::json;
use zeroize::Zeroizing;

use crate::commands::officer::open;
use crate::console::Console;
use crate::desk::DeskArgs;
use crate::failure::Failure;
use crate::key_file;
use crate::place::Data;

/// Longest file of a PIN, in bytes.
const PIN_BYTES_MAX: u64 = 256;

/// Which key, for whom.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Whose key it is; it must be on record for this party.
    #[arg(long, value_name = "DID")]
    party: PartyId,
    /// The key file.
    #[arg(required_unless_present = "token")]
    file: Option<PathBuf>,
    /// Label of the PKCS #11 token that has the key.
    #[arg(long, value_name = "LABEL", conflicts_with = "file", requires_all = ["key_label", "kid", "pin_file"])]
    token: Option<String>,
    /// Label of the key in the token.
    #[arg(long, value_name = "LABEL")]
    key_label: Option<String>,
    /// Identifier of the key on record.
    #[arg(long)]
    kid: Option<String>,
    /// File with the PIN of the token's user.
    #[arg(long, value_name = "FILE")]
    pin_file: Option<PathBuf>,
    #[command(flatten)]
    desk: DeskArgs,
    #[command(flatten)]
    data: Data,
}

/// Has it held.
pub fn run(args: &Args, console: Console) -> Result<(), Failure> {
    let office = open(&args.desk, &args.data, console)?;
    let (held, kid) = match (&args.file, &args.token) {
        (Some(file), _) => {
            let key = key_file::read(file)?;
            (office.hold_key_from_console(&args.party, &key), key.kid().to_owned())
        }
        (None, Some(token)) => {
            let kid = args.kid.clone().unwrap_or_default();
            let reach = TokenReach {
                token: token.clone(),
                key: args.key_label.clone().unwrap_or_default(),
                pin: pin(args.pin_file.as_ref())?.to_string(),
            };
            (office.hold_token_from_console(&args.party, &kid, &reach), kid)
        }
        (None, None) => {
            return Err(Failure::new("no key is named", "name a key file, or a token with `--token`"));
        }
    };
    held.map_err(|error| Failure::of(&error))?;
    console.result(
        &json!({ "party": args.party, "kid": kid }),
        format!("The desk signs with key `{kid}` of {} when a signatory asks for it.", args.party),
    )
}

fn pin(path: Option<&PathBuf>) -> Result<Zeroizing<String>, Failure> {
    let Some(path) = path else { return Ok(Zeroizing::default()) };
    let failed = |error: &std::io::Error| Failure::file("cannot read the PIN", path, error);
    if fs::metadata(path).map_err(|error| failed(&error))?.len() > PIN_BYTES_MAX {
        return Err(Failure::new(format!("`{}` holds no PIN", path.display()), "write the PIN on one line"));
    }
    let text = Zeroizing::new(fs::read_to_string(path).map_err(|error| failed(&error))?);
    Ok(Zeroizing::new(text.trim().to_owned()))
}
