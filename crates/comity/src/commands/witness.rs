//! `comity witness`: cosigns the checkpoints of other registries.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use app::SystemClock;
use app::witness::{Witness, WitnessKey};
use clap::Subcommand;
use serde_json::json;
use store_sql::SqliteWitness;
use tlog::VerifierKey;

use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;
use crate::serving::{self, Listening};
use crate::{data_dir, key_file};

/// What to do as a witness.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Cosigns checkpoints over HTTP, each after checking that it continues the one before.
    #[command(
        after_help = "Examples:\n  comity key new witness.jwk\n  comity witness serve --key witness.jwk --name witness.example --log log.registry.example+2b3353c1+AddamAGC... --data ./witness\n\nGive the registry the key that `comity witness key` prints, as a line of its policy: `witness NAME KEY ADDRESS`."
    )]
    Serve(Serve),
    /// Prints the key of a witness as policies carry it.
    #[command(after_help = "Examples:\n  comity witness key --key witness.jwk --name witness.example")]
    Key(Identity),
}

/// Who the witness is.
#[derive(clap::Args, Debug)]
struct Identity {
    /// File of the key that cosigns, an Ed25519 key from `comity key new`.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// Name of the witness, such as its host.
    #[arg(long)]
    name: String,
}

#[derive(clap::Args, Debug)]
struct Serve {
    #[command(flatten)]
    identity: Identity,
    /// A key of a log that is followed, as the log prints it. May be given several times, for several logs.
    #[arg(long = "log", value_name = "KEY", required = true)]
    logs: Vec<VerifierKey>,
    /// Directory where the witness remembers what it cosigned. Never lose it: a witness that forgets can be led to
    /// cosign a second history.
    #[arg(long, value_name = "DIR", default_value = "./comity-witness")]
    data: PathBuf,
    #[command(flatten)]
    listening: Listening,
}

/// Does it.
pub fn run(args: &Args, console: Console) -> Ended {
    match &args.what {
        What::Serve(args) => serve(args, console)?,
        What::Key(identity) => {
            let text = identity.read()?.verifier().to_string();
            console.result(&json!({ "witness_key": text }), &text)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn serve(args: &Serve, console: Console) -> Result<(), Failure> {
    let key = args.identity.read()?;
    let text = key.verifier().to_string();
    let state = SqliteWitness::open(&args.data)?;
    let witness = Witness::new(Arc::new(state), key, args.logs.clone(), Arc::new(SystemClock));
    let (listener, url) = args.listening.bind(console)?;
    let value = json!({ "url": url, "witness_key": text });
    console.result(&value, format!("Witness at {url} (Ctrl-C stops)\n{text}"))?;
    serving::serve_alone(listener, server::witness::router(Arc::new(witness)))
}

impl Identity {
    fn read(&self) -> Result<WitnessKey, Failure> {
        let key = key_file::read(&self.key)?;
        let secret = data_dir::ed25519_secret(&key).ok_or_else(|| {
            Failure::new(
                format!("`{}` holds no Ed25519 key", self.key.display()),
                "witnesses sign with Ed25519: make a key with `comity key new`",
            )
        })?;
        Ok(WitnessKey::new(&self.name, &secret)?)
    }
}
