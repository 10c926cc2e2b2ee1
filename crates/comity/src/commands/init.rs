//! `comity init`: makes a new registry.

use std::path::PathBuf;
use std::process::ExitCode;

use model::{PartyId, Text};
use serde_json::json;
use statement::act::RegistryOpened;
use statement::{Algorithm, Payload, PrivateKey};

use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;
use crate::place::Data;
use crate::{data_dir, desk, key_file};

/// What the registry is called, and who runs it.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity init --data ./registry --origin log.registry.example --registrar did:web:registrar.example --name \"Registry of examples\"\n  comity init --data ./registry --origin log.registry.example    with a registrar that is its key\n\nMakes `keys/` with the registrar's key, the log's key and the secret of the desk. Keep copies of them where no one else can read them."
)]
pub struct Args {
    #[command(flatten)]
    data: Data,
    /// Name of the log, in every checkpoint and for ever: host and path without a scheme.
    #[arg(long)]
    origin: String,
    /// Identifier of the registrar; otherwise its new key is its identifier.
    #[arg(long, value_name = "DID")]
    registrar: Option<PartyId>,
    /// Name of the registrar, in English; otherwise the name of the log.
    #[arg(long)]
    name: Option<String>,
    /// Key file of the registrar; otherwise a new key is made.
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// Marks everything in this registry as demonstration.
    #[arg(long)]
    demonstration: bool,
}

/// Makes it.
pub fn run(args: &Args, console: Console) -> Ended {
    let directory = args.data.directory();
    tlog::check_key_name(&args.origin)?;
    let opened = data_dir::open_or_create(directory, &args.origin, console)?;
    if !opened.is_new {
        let message = format!("there is a registry in `{}` already", directory.display());
        return Err(Failure::new(
            message,
            "serve it with `comity serve`, or name another directory with `--data`",
        ));
    }
    desk::own_secret(directory)?;
    let key = registrar_key(args)?;
    let registrar = match &args.registrar {
        Some(party) => party.clone(),
        None => key.public().to_did_key()?,
    };
    let payload = genesis(args, &registrar, &key, opened.log_key.clone())?;
    let receipt = opened.app.submit_blocking(&statement::sign(&payload, &key))?;
    let value = json!({
        "data": directory, "origin": args.origin, "registrar": registrar, "log_key": opened.log_key,
        "receipt": receipt,
    });
    console.result(
        &value,
        format!(
            "Made the registry `{}` in `{}`, run by {registrar}.\nThe log's key, for everybody who verifies: {}\nNext: register countries and parties (`comity act template country.registered`), then `comity serve --data {}`.",
            args.origin,
            directory.display(),
            opened.log_key,
            directory.display()
        ),
    )?;
    Ok(ExitCode::SUCCESS)
}

fn registrar_key(args: &Args) -> Result<PrivateKey, Failure> {
    if let Some(path) = &args.key {
        return key_file::read(path);
    }
    let path = data_dir::keys_directory(args.data.directory())?.join(data_dir::REGISTRAR_KEY);
    if path.exists() {
        // An earlier start was interrupted before the log was opened.
        return key_file::read(&path);
    }
    let key = key_file::generate("registrar-1", Algorithm::EdDsa)?;
    key_file::write(&path, &key)?;
    Ok(key)
}

fn genesis(args: &Args, registrar: &PartyId, key: &PrivateKey, log_key: String) -> Result<Payload, Failure> {
    let act = RegistryOpened {
        origin: args.origin.clone(),
        log_key,
        registrar: registrar.clone(),
        name: Text::english(args.name.as_deref().unwrap_or(&args.origin)),
        keys: vec![key.public()],
        demonstration: args.demonstration,
    };
    Ok(Payload {
        id: "genesis".parse()?,
        signer: registrar.clone(),
        made_on: None,
        reported: None,
        act: act.into(),
    })
}
