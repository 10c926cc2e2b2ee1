//! `comity act submit`: signs what is not signed yet, submits, and prints receipts.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::{App, Receipt};
use serde_json::{Value, json};
use statement::Unverified;

use super::explain;
use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::{Place, Where};
use crate::remote::Remote;
use crate::statements_file::{self, Content, Keys, Signers};

/// Statements handed over together.
const TOGETHER: usize = 1024;

/// What to submit, where.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity act submit --data ./registry certificates.toml --key keys/lab.jwk\n  comity act submit --server https://registry.example signed.jws\n  comity act submit history.toml --demonstration-keys\n  comity act submit certificates.toml --explain\n\nA statement that is refused is not logged; the others of the file are tried all the same. The same statement again gets its first receipt. Exit code 1 when any was refused."
)]
pub struct Args {
    /// Files of acts in TOML or JSON, or of signed statements, one a line; `-` reads standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    keys: Keys,
    /// Submits nothing: says who may sign, whether it would be admitted, and what it would do.
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    place: Place,
}

/// What became of one statement.
pub struct Submitted {
    /// Its identifier, as far as it could be read.
    pub id: String,
    /// Name of its act.
    pub act: String,
    /// Its receipt, as it is sent over the API.
    pub outcome: Result<Receipt, Failure>,
}

/// Submits them.
pub fn run(args: &Args, console: Console) -> Ended {
    if args.explain {
        return explain::files(&args.files, args.keys.signer.as_ref(), &args.place, console);
    }
    let signers = args.keys.read()?;
    let mut files = Vec::with_capacity(args.files.len());
    // All files are read and signed before anything is submitted.
    for file in &args.files {
        files.push((file, signed(file, &signers, &args.keys)?));
    }
    let mut target = Target::open(&args.place, console)?;
    let mut refused = 0_usize;
    for (file, statements) in files {
        for submitted in submit_all(&mut target, &statements, console) {
            refused += usize::from(submitted.outcome.is_err());
            tell(file, &submitted, console)?;
        }
    }
    Ok(if refused > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Where statements go.
pub enum Target {
    /// A registry in a directory.
    Here(App),
    /// A running registry.
    There(Remote),
}

impl Target {
    /// Opens it.
    pub fn open(place: &Place, console: Console) -> Result<Self, Failure> {
        match place.resolve() {
            Where::Directory(directory) => data_dir::open(directory, console).map(Self::Here),
            Where::Server(url) => Remote::new(url).map(Self::There),
        }
    }

    fn submit(&mut self, statements: &[Vec<u8>]) -> Vec<Result<Receipt, Failure>> {
        match self {
            Self::Here(app) => app
                .submit_many(statements)
                .into_iter()
                .map(|receipt| receipt.map_err(Failure::from))
                .collect(),
            Self::There(remote) => statements.iter().map(|statement| remote.submit(statement)).collect(),
        }
    }
}

/// Submits signed statements, with a progress bar when there are many.
pub fn submit_all(target: &mut Target, statements: &[Vec<u8>], console: Console) -> Vec<Submitted> {
    let bar = console.progress("Submitting", statements.len() as u64);
    let mut all = Vec::with_capacity(statements.len());
    for chunk in statements.chunks(TOGETHER) {
        let outcomes = target.submit(chunk);
        all.extend(chunk.iter().zip(outcomes).map(|(statement, outcome)| submitted(statement, outcome)));
        bar.inc(chunk.len() as u64);
    }
    bar.finish_and_clear();
    all
}

fn submitted(statement: &[u8], outcome: Result<Receipt, Failure>) -> Submitted {
    match Unverified::parse(statement) {
        Ok(read) => {
            let payload = read.payload();
            Submitted { id: payload.id.to_string(), act: payload.act.name().to_owned(), outcome }
        }
        Err(_) => Submitted { id: String::new(), act: String::new(), outcome },
    }
}

fn signed(file: &Path, signers: &Signers, keys: &Keys) -> Result<Vec<Vec<u8>>, Failure> {
    match statements_file::read(file, keys.signer.as_ref())? {
        Content::Signed(statements) => Ok(statements),
        Content::Drafts(drafts) => drafts.iter().map(|draft| signers.sign(&draft.payload)).collect(),
    }
}

fn tell(file: &Path, submitted: &Submitted, console: Console) -> Result<(), Failure> {
    let Submitted { id, act, outcome } = submitted;
    let file = file.display();
    match outcome {
        Ok(receipt) => {
            let value = json!({ "file": file.to_string(), "id": id, "act": act, "receipt": receipt });
            console.result(&value, format!("{:>8}  {}  {id}  {act}", receipt.position.0, receipt.day))
        }
        Err(failure) if console.is_json() => {
            let error = json!({ "error": failure.message(), "help": failure.help() });
            let value: Value = json!({ "file": file.to_string(), "id": id, "act": act, "refused": error });
            console.json(&value)
        }
        Err(failure) => {
            let name = if id.is_empty() { "a statement".to_owned() } else { format!("statement `{id}`") };
            let message = format!("{name} of `{file}` was refused: {}", failure.message());
            console
                .refused(&Failure::new(message, failure.help().unwrap_or("mend it, then submit it again")));
            Ok(())
        }
    }
}
