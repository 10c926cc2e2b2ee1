//! `comity credential verify`: what a document is, beside a registry or offline.

use std::path::PathBuf;
use std::process::ExitCode;

use app::credentials::tell;
use credential::compare::Outcome;
use credential::did::DidDocument;
use credential::limits::{CREDENTIAL_BYTES_MAX, STATUS_LIST_CREDENTIAL_BYTES_MAX};
use credential::status::PublishedList;
use credential::{
    Document, InTime, Keyring, Now, Status, StatusEntry, StatusPolicy, Verified, Verifier, untp,
};
use explain::Words;
use serde_json::{Value, json};
use statement::PureCheck;

use super::read;
use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::Data;

/// What to verify, against what.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity credential verify demo-001.jwt --data ./registry\n  comity credential verify demo-001.jwt --did-document lab.did.json\n  comity credential verify demo-001.jwt --did-document lab.did.json --status-list https://registry.example/status/lab/revocation=list.jwt\n\nWith `--did-document` or `--offline` no registry is asked: signature, time and status lists that are given. Otherwise the document is compared with the registry: signature, the issuer's key and its history, number, issuer, content, digest, scope, time.\n\nExit codes: 0 nothing is against it, 1 failed, 2 wrong call, 3 something is against it, 4 something cannot be told."
)]
pub struct Args {
    /// The credential; `-` reads standard input.
    file: PathBuf,
    /// The issuer's DID document; may be given several times.
    #[arg(long, value_name = "FILE")]
    did_document: Vec<PathBuf>,
    /// Asks no registry: for issuers that are a `did:key`.
    #[arg(long)]
    offline: bool,
    /// A status list that was fetched: its address, `=`, and the file; may be given several times.
    #[arg(long, value_name = "URL=FILE")]
    status_list: Vec<String>,
    /// Language of the findings.
    #[arg(long, value_parser = ["en", "fr"], default_value = "en")]
    lang: String,
    #[command(flatten)]
    data: Data,
}

/// What was against it at most.
fn ended(not_met: bool, unknown: bool) -> ExitCode {
    ExitCode::from(if not_met {
        3
    } else if unknown {
        4
    } else {
        0
    })
}

/// Verifies it.
pub fn run(args: &Args, console: Console) -> Ended {
    let bytes = read(&args.file)?;
    if args.offline || !args.did_document.is_empty() {
        return offline(args, &bytes, console);
    }
    let app = data_dir::open_for_reading(args.data.directory(), console)?;
    let examined = app.examine(&bytes)?;
    let words = Words::load(&args.lang).map_err(|error| Failure::of(&error))?;
    let number = examined.number.as_ref().map(ToString::to_string);
    let value =
        json!({ "number": number, "sha256": hex::encode(examined.digest), "findings": examined.findings });
    let lines: Vec<_> = examined.findings.iter().map(|finding| tell(finding, &words)).collect();
    console.result(&value, lines.join("\n"))?;
    let any = |outcome| examined.findings.iter().any(|finding| finding.outcome == outcome);
    Ok(ended(any(Outcome::NotMet), any(Outcome::Unknown)))
}

fn offline(args: &Args, bytes: &[u8], console: Console) -> Ended {
    let mut keys = Keyring::new();
    for file in &args.did_document {
        let document = DidDocument::parse(&read(file)?).map_err(|error| Failure::of(&error))?;
        keys.add_document(&document);
    }
    let now = Now::new(jiff::Timestamp::now());
    let verifier = Verifier { keys: &keys, check: &PureCheck, now };
    let document = Document::credential(bytes, CREDENTIAL_BYTES_MAX).map_err(|error| Failure::of(&error))?;
    let digest = hex::encode(document.digest());
    let verified = match document.verify(&verifier) {
        Ok(verified) => verified,
        Err(error) => {
            let value = json!({ "verified": false, "sha256": digest, "why_not": error.to_string() });
            console.result(&value, format!("- {error}"))?;
            return Ok(ended(true, false));
        }
    };
    let lists = args.status_list.iter().map(|given| list(given, &verifier)).collect::<Result<Vec<_>, _>>()?;
    let mut lines = vec![format!("+ {} signed it with {}", verified.issuer(), verified.method())];
    let in_time = match verified.in_time(now) {
        InTime::Yes => true,
        InTime::NotYet { from } => {
            lines.push(format!("- valid from {from} only"));
            false
        }
        InTime::Over { until } => {
            lines.push(format!("- valid until {until}"));
            false
        }
    };
    let (statuses, is_set, is_unknown) = statuses(&verified, &lists, now, &mut lines);
    let value = json!({
        "verified": true, "issuer": verified.issuer(), "key": verified.method(), "sha256": digest,
        "in_time": in_time, "status": statuses,
    });
    console.result(&value, lines.join("\n"))?;
    Ok(ended(!in_time || is_set, is_unknown))
}

fn list(given: &str, verifier: &Verifier<'_>) -> Result<PublishedList, Failure> {
    let (url, file) = given.rsplit_once('=').ok_or_else(|| {
        Failure::new(format!("`{given}` names no file"), "write the address of the list, `=`, and the file")
    })?;
    let bytes = read(file.as_ref())?;
    let failed = |error: &dyn std::fmt::Display| Failure::from_text(&format!("`{file}`: {error}"));
    let document =
        Document::credential(&bytes, STATUS_LIST_CREDENTIAL_BYTES_MAX).map_err(|error| failed(&error))?;
    let verified = document.verify(verifier).map_err(|error| failed(&error))?;
    PublishedList::from_verified(url, &verified).map_err(|error| failed(&error))
}

/// Every status of the credential, with whether one is set and whether one cannot be known.
fn statuses(
    verified: &Verified,
    lists: &[PublishedList],
    now: Now,
    lines: &mut Vec<String>,
) -> (Vec<Value>, bool, bool) {
    let entries: Vec<StatusEntry> = match untp::read(verified.credential()) {
        Ok(read) => read.status,
        Err(_) => {
            let given = verified.credential().get("credentialStatus");
            let many = given.and_then(Value::as_array).map(Vec::as_slice);
            let entries = many.unwrap_or_else(|| given.map_or(&[], std::slice::from_ref));
            entries.iter().filter_map(StatusEntry::read).collect()
        }
    };
    let (mut told, mut is_set, mut is_unknown) = (Vec::new(), false, false);
    for entry in entries {
        let (word, detail) = match entry.look_up(verified.issuer(), lists, &StatusPolicy::new(now)) {
            Status::NotSet { age } => ("not_set", format!("as of {} min ago", age.as_mins())),
            Status::Set { age, .. } => {
                is_set = true;
                ("set", format!("as of {} min ago", age.as_mins()))
            }
            Status::Unknown(why) => {
                is_unknown = true;
                ("unknown", why.to_string())
            }
        };
        let mark = match word {
            "not_set" => "+",
            "set" => "-",
            _ => "?",
        };
        lines.push(format!("{mark} {} is {}: {detail}", entry.purpose, word.replace('_', " ")));
        told.push(json!({ "purpose": entry.purpose, "status": word, "detail": detail }));
    }
    (told, is_set, is_unknown)
}
