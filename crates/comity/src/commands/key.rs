//! `comity key`: makes and shows keys.

mod hold;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};
use serde_json::json;
use statement::{Algorithm, PrivateKey};

use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;
use crate::place::Data;
use crate::{data_dir, key_file};

/// What to do with keys.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Makes a new key and prints its public part.
    #[command(
        after_help = "Examples:\n  comity key new keys/lab-2026.jwk\n  comity key new keys/lab.jwk --curve p256 --kid lab-2026\n  comity key new --log --data ./registry    a further key for the log's checkpoints\n\nThe file can sign in the party's name: keep it where only the party can read it."
    )]
    New(New),
    /// Shows the public part of a key file.
    #[command(
        after_help = "Examples:\n  comity key show keys/lab.jwk\n  comity key show keys/lab.jwk --log log.registry.example    as a log's key"
    )]
    Show(Show),
    /// Lists the key files in a folder, or those of a registry.
    #[command(after_help = "Examples:\n  comity key list keys/\n  comity key list --data ./registry")]
    List(List),
    /// Prints the identifier of the party that a key is by itself (`did:key`).
    #[command(after_help = "Examples:\n  comity key did keys/lab.jwk")]
    Did(Did),
    /// Has the desk hold a key of a party, so that its signatories can sign in the browser.
    #[command(
        after_help = "Examples:\n  comity key hold --party did:web:ministry.example keys/ministry.jwk --data ./registry\n  comity key hold --party did:web:ministry.example --token ministry --key-label signing --kid 2026-1 --pin-file pin.txt --pkcs11-module /usr/lib/softhsm/libsofthsm2.so\n\nThe key is sealed with the secret of the desk (`keys/office.secret`). A key in a token stays there."
    )]
    Hold(Box<hold::Args>),
}

#[derive(clap::Args, Debug)]
struct New {
    /// File to write; it must not exist.
    #[arg(required_unless_present = "log")]
    file: Option<PathBuf>,
    /// Curve.
    #[arg(long, value_enum, default_value_t = Curve::Ed25519)]
    curve: Curve,
    /// Identifier of the key, unique for its party; otherwise the name of the file.
    #[arg(long)]
    kid: Option<String>,
    /// A key for the checkpoints of the registry in `--data`; prints the act that puts it on record.
    #[arg(long, conflicts_with_all = ["file", "curve", "kid"])]
    log: bool,
    #[command(flatten)]
    data: Data,
}

#[derive(clap::Args, Debug)]
struct Show {
    /// The key file.
    file: PathBuf,
    /// Prints the private key. Whoever reads it can sign.
    #[arg(long)]
    secret: bool,
    /// Prints the key as a log of this name writes it.
    #[arg(long, value_name = "ORIGIN")]
    log: Option<String>,
}

#[derive(clap::Args, Debug)]
struct List {
    /// Folder; otherwise the keys of the registry.
    folder: Option<PathBuf>,
    #[command(flatten)]
    data: Data,
}

#[derive(clap::Args, Debug)]
struct Did {
    /// The key file.
    file: PathBuf,
}

/// Curves that statements are signed on.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Curve {
    Ed25519,
    P256,
    P384,
}

impl From<Curve> for Algorithm {
    fn from(curve: Curve) -> Self {
        match curve {
            Curve::Ed25519 => Algorithm::EdDsa,
            Curve::P256 => Algorithm::Es256,
            Curve::P384 => Algorithm::Es384,
        }
    }
}

/// Does it.
pub fn run(args: &Args, console: Console) -> Ended {
    match &args.what {
        What::New(args) => new(args, console)?,
        What::Show(args) => show(args, console)?,
        What::List(args) => list(args, console)?,
        What::Hold(args) => hold::run(args, console)?,
        What::Did(args) => {
            let did = key_file::read(&args.file)?.public().to_did_key()?;
            console.result(&json!({ "did": did }), &did)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn new(args: &New, console: Console) -> Result<(), Failure> {
    let Some(file) = &args.file else { return new_log_key(args.data.directory(), console) };
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let key = key_file::generate(args.kid.as_deref().unwrap_or(&stem), args.curve.into())?;
    key_file::write(file, &key)?;
    console.note(format!("Wrote `{}`. Its public part:", file.display()));
    print(&key, console)
}

fn new_log_key(directory: &Path, console: Console) -> Result<(), Failure> {
    let app = data_dir::open_for_reading(directory, console)?;
    let state = app.state();
    let origin = app::log_key::origin(state.registry()).unwrap_or_default();
    let path = data_dir::new_log_key(directory)?;
    let text = data_dir::log_key(&path, origin)?.verifier().to_string();
    let registrar =
        state.registry().genesis().map(|genesis| genesis.registrar.to_string()).unwrap_or_default();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let act = json!({
        "id": format!("log-key-{stem}"), "signer": registrar,
        "act": { "type": "log-key.added", "log_key": text },
    });
    console.note(format!(
        "Wrote `{}`. Submit this act, signed by the registrar, then start the registry again:",
        path.display()
    ));
    console.json(&act)
}

fn show(args: &Show, console: Console) -> Result<(), Failure> {
    if let Some(origin) = &args.log {
        let text = data_dir::log_key(&args.file, origin)?.verifier().to_string();
        return console.result(&json!({ "log_key": text }), &text);
    }
    let key = key_file::read(&args.file)?;
    if args.secret {
        return console.line(&*key.to_jwk());
    }
    print(&key, console)
}

fn list(args: &List, console: Console) -> Result<(), Failure> {
    let folder = args.folder.clone().unwrap_or_else(|| args.data.directory().join(data_dir::KEYS));
    let entries = fs::read_dir(&folder).map_err(|error| Failure::file("cannot read", &folder, &error))?;
    let mut files: Vec<_> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    for file in files {
        let Ok(key) = key_file::read(&file) else { continue };
        let open = key_file::is_open_to_others(&file);
        let public = key.public();
        let value = json!({
            "file": file, "kid": public.kid, "curve": public.crv, "thumbprint": public.thumbprint(),
            "readable_by_others": open,
        });
        let warning = if open { "  others may read this file: chmod 600" } else { "" };
        let text = format!("{}  {}  {}{warning}", file.display(), public.crv, public.thumbprint());
        console.result(&value, text)?;
    }
    Ok(())
}

fn print(key: &PrivateKey, console: Console) -> Result<(), Failure> {
    let public = key.public();
    let did = public.to_did_key()?;
    let value = json!({ "public": public, "thumbprint": public.thumbprint(), "did": did });
    let jwk = serde_json::to_string(&public).map_err(|error| Failure::of(&error))?;
    let text = format!("{jwk}\nthumbprint {}\nas a party {did}", public.thumbprint());
    console.result(&value, text)
}
