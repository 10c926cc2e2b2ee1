//! `comity request`: signs a request of a party, and sends it.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::{Clock as _, SystemClock};
use model::PartyId;
use serde_json::{Value, json};
use statement::request::REQUEST_BYTES_MAX;
use statement::{Request, sign_request};

use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;
use crate::key_file::PartyKey;
use crate::remote::Remote;

/// What is asked, by whom, of which registry.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity request /api/v1/quantities/reserve reserve.json --party did:web:customs.example --key keys/customs.jwk --server https://registry.example\n  comity request /api/v1/quantities/show show.json --party did:web:lab.example --key keys/lab.jwk --registry log.registry.example > show.jws\n\nIn a demonstration `--demonstration-key` stands in the place of the file. With `--server` the request is sent and the answer printed; with `--registry` it is printed and can be sent within five minutes as `application/jose`. What to ask stands in docs/border.md."
)]
pub struct Args {
    /// Path of the API.
    path: String,
    /// File with what is asked, as JSON; `-` reads standard input.
    body: PathBuf,
    /// Who asks.
    #[arg(long, value_name = "DID")]
    party: PartyId,
    #[command(flatten)]
    key: PartyKey,
    /// Address of the registry to send it to.
    #[arg(long, value_name = "URL", env = "COMITY_SERVER", required_unless_present = "registry")]
    server: Option<String>,
    /// Name of the registry's log; otherwise the server is asked for it.
    #[arg(long, value_name = "ORIGIN")]
    registry: Option<String>,
}

/// Signs it, and sends it where a server is named.
pub fn run(args: &Args, console: Console) -> Ended {
    let key = args.key.read(args.party.as_str())?;
    let remote = args.server.as_deref().map(Remote::new).transpose()?;
    let registry = match (&args.registry, &remote) {
        (Some(registry), _) => registry.clone(),
        (None, Some(remote)) => origin(remote)?,
        // The arguments need one of the two.
        (None, None) => String::new(),
    };
    let request = Request {
        body: body(&args.body)?,
        iat: SystemClock.unix_seconds(),
        method: "POST".to_owned(),
        party: args.party.clone(),
        path: args.path.clone(),
        registry,
    };
    let signed = sign_request(&request, &key);
    let Some(remote) = remote else {
        console.result(
            &json!({ "request": String::from_utf8_lossy(&signed) }),
            String::from_utf8_lossy(&signed),
        )?;
        return Ok(ExitCode::SUCCESS);
    };
    let (now, answer) = remote.signed(&args.path, &signed)?;
    if !console.is_json() && !now {
        console.note("Nothing changed: it was done before, or only shown.");
    }
    console.bytes(&answer)?;
    console.bytes(b"\n")?;
    Ok(ExitCode::SUCCESS)
}

fn origin(remote: &Remote) -> Result<String, Failure> {
    let keys: Value = serde_json::from_slice(&remote.get("/log/keys")?).unwrap_or_default();
    let origin = keys["origin"].as_str().map(str::to_owned);
    origin.ok_or_else(|| {
        Failure::new("the server does not say its log's name", "give it with `--registry ORIGIN`")
    })
}

fn body(file: &Path) -> Result<Value, Failure> {
    let mut bytes = Vec::new();
    // One byte more than is allowed, so that a longer body is refused and not cut.
    let limit = REQUEST_BYTES_MAX as u64 + 1;
    let read = if file == Path::new("-") {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure::file("cannot read what is asked", file, &error))?;
    if bytes.len() > REQUEST_BYTES_MAX {
        return Err(Failure::new("what is asked is too long", "name documents by number"));
    }
    statement::read_unique(&bytes).map_err(|refused| {
        let message = format!("`{}` is not JSON ({refused:?})", file.display());
        Failure::new(message, "compare it with docs/border.md")
    })
}
