//! `comity act explain`: what acts would do, told without writing anything.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::App;
use app::dry_run::{DryRun, signed_bytes};
use model::PartyId;
use serde_json::{Value, json};
use statement::{Payload, Unverified};

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::{Place, Where};
use crate::remote::Remote;
use crate::statements_file::{self, Content};

/// What to explain.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity act explain --data ./registry certificates.toml\n  comity act explain --server https://registry.example history.toml --json\n\nNothing is signed or written. Statements are tried one after the other, each with those before it that would be admitted: admission itself judges them, and it is told which facts they would make, what would stand otherwise, and what the rules on objectives would find."
)]
pub struct Args {
    /// Files of acts in TOML or JSON, or of signed statements; `-` reads standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Who would sign what names no signer.
    #[arg(long, value_name = "DID")]
    signer: Option<PartyId>,
    #[command(flatten)]
    place: Place,
}

/// Explains them.
pub fn run(args: &Args, console: Console) -> Ended {
    files(&args.files, args.signer.as_ref(), &args.place, console)
}

/// Explains files.
pub fn files(files: &[PathBuf], signer: Option<&PartyId>, place: &Place, console: Console) -> Ended {
    let mut statements = Vec::new();
    for file in files {
        statements.extend(read(file, signer)?);
    }
    let told = match place.resolve() {
        Where::Directory(directory) => here(&data_dir::open_for_reading(directory, console)?, &statements),
        Where::Server(url) => there(&Remote::new(url)?, &statements)?,
    };
    told.iter().try_for_each(|told| show(told, console))?;
    let all_admissible = told.iter().all(|told| told["admissible"] == true);
    Ok(if all_admissible { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A statement of a file.
enum Statement {
    Signed(Box<Unverified>, Vec<u8>),
    Draft(Box<Payload>),
}

fn read(file: &Path, signer: Option<&PartyId>) -> Result<Vec<Statement>, Failure> {
    match statements_file::read(file, signer)? {
        Content::Drafts(drafts) => {
            Ok(drafts.into_iter().map(|draft| Statement::Draft(Box::new(draft.payload))).collect())
        }
        Content::Signed(statements) => {
            let read = |bytes: Vec<u8>| Ok(Statement::Signed(Box::new(Unverified::parse(&bytes)?), bytes));
            statements.into_iter().map(read).collect()
        }
    }
}

/// Tried against a registry in a directory.
fn here(app: &App, statements: &[Statement]) -> Vec<Value> {
    let mut dry_run = DryRun::new(app);
    let told = statements.iter().map(|statement| match statement {
        Statement::Signed(signed, bytes) => dry_run.tell_signed(signed, bytes.len()),
        Statement::Draft(payload) => dry_run.tell(payload, signed_bytes(payload)),
    });
    told.map(|told| {
        let failure = told.refusal.as_ref().map(Failure::of);
        told.json(failure.map(|failure| json!({ "error": failure.message(), "help": failure.help() })))
    })
    .collect()
}

/// Told by a running registry, with its refusals in the form of [`here`].
fn there(remote: &Remote, statements: &[Statement]) -> Result<Vec<Value>, Failure> {
    let statements = statements.iter().map(|statement| match statement {
        Statement::Signed(_, bytes) => Value::from(String::from_utf8_lossy(bytes)),
        Statement::Draft(payload) => payload.to_value(),
    });
    let mut told = remote.explain(statements.collect())?;
    for told in &mut told {
        let problem = &told["refusal"];
        if !problem.is_null() {
            told["refusal"] = json!({ "error": problem["detail"], "help": problem["next_step"] });
        }
    }
    Ok(told)
}

fn show(told: &Value, console: Console) -> Result<(), Failure> {
    if console.is_json() {
        return console.json(told);
    }
    let reported =
        if told["may_be_reported"] == true { "; a recorder may report it" } else { "; it is never reported" };
    console.line(format!(
        "{}  {}  signed by {}",
        text(&told["id"]),
        text(&told["act"]),
        text(&told["signer"])
    ))?;
    console.line(format!("  may be signed by {}{reported}", texts(&told["who_may_sign"]).join(", or ")))?;
    console.line(format!("  {} of {} bytes", told["bytes"], told["bytes_max"]))?;
    let refusal = &told["refusal"];
    if refusal.is_null() {
        console.line("  would be admitted")?;
    } else {
        console.line(format!("  would be refused: {}", text(&refusal["error"])))?;
        refusal["help"].as_str().map_or(Ok(()), |help| console.line(format!("  help: {help}")))?;
    }
    for effect in texts(&told["effects"]) {
        console.line(format!("  {effect}"))?;
    }
    list(&told["changes"]).iter().flat_map(changed).try_for_each(|line| console.line(line))?;
    list(&told["findings"]).iter().try_for_each(|found| {
        let outcome = text(&found["outcome"]).replace('_', " ");
        let (about, rule, duty) = (text(&found["about"]), text(&found["rule"]), text(&found["duty"]));
        console
            .line(format!("  {rule} finds about `{about}`: {outcome} ({duty} {})", text(&found["paragraph"])))
    })
}

/// What is said of one thing on record.
fn changed(changed: &Value) -> Vec<String> {
    let new = if changed["new"] == true { ", new" } else { "" };
    let thing = format!("{} `{}`{new}", text(&changed["kind"]).replace('_', " "), text(&changed["id"]));
    let made = list(&changed["makes"]).iter().map(|made| {
        let from = made["from"].as_str().map(|day| format!(" from {day}")).unwrap_or_default();
        let until = made["until"].as_str().map(|day| format!(" until before {day}")).unwrap_or_default();
        format!("  makes a fact: {thing}: {}{from}{until}", text(&made["about"]))
    });
    // Tables and structures are for `--json`.
    let plain = |value: &Value| !value.is_array() && !value.is_object();
    let turns = list(&changed["turns"]).iter().filter(|turn| plain(&turn["before"]) && plain(&turn["after"]));
    let turns = turns.map(|turn| {
        let (what, day) = (text(&turn["what"]), text(&changed["on"]));
        format!(
            "  turns: {thing}: {what} {} becomes {} on {day}",
            text(&turn["before"]),
            text(&turn["after"])
        )
    });
    made.chain(turns).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn texts(value: &Value) -> Vec<String> {
    list(value).iter().map(text).collect()
}

/// A value as it is read: a text without its quotation marks.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => "none".to_owned(),
        other => other.to_string(),
    }
}
