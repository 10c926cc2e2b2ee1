//! `comity lines verify`: checks signed answers, or a table with its manifest, offline.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::border::lines::table::{RESULT_BYTES_MAX, rows_of};
use app::border::lines::{
    MANIFEST_BYTES_MAX, SIGNED_LINE_BYTES_MAX, VerifiedLine, verify_line, verify_table,
};
use app::credentials::LOG_SERVICE;
use credential::did::{self, DidDocument};
use serde_json::{Value, json};
use tlog::VerifierKey;

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::Data;
use crate::remote::Remote;

/// What to do where no key can be fetched.
const GIVE_THE_KEY: &str = "without a network, give the key itself, as it is published: `NAME+HASH+KEY`";

/// Which answers, and with whose keys.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity line verify answer.json --log-key log.registry.example+2b3353c1+AddamAGC...\n  comity line verify answers.ndjson --data ./registry\n  comity lines verify answers.csv --manifest answers.jws --log-key https://registry.example\n  comity line verify answer.json --log-key did:web:registry.example\n\nA line of the file is one answer as it was given: `{\"answer\": …, \"proof\": …}`. With a key nothing else is needed: no registry, no network. In the place of a key, a registry is asked for those that it publishes: by its address, by the name of its log where that is a host, or by the `did:web` of its registrar, whose DID document names the address. That trusts whoever answers there. Otherwise the keys are those on record in the directory.\n\nExit codes: 0 every answer is the log's, 1 one is not, 2 wrong call."
)]
pub struct Args {
    /// The answers, one a line, or a table of answers; `-` reads standard input.
    file: PathBuf,
    /// A key of the log, as it is published; or the registry that publishes it, by address, name of the log or `did:web`;
    /// may be given several times.
    #[arg(long, value_name = "KEY")]
    log_key: Vec<String>,
    /// The signature over a table, as `comity lines check --manifest` wrote it.
    #[arg(long, value_name = "FILE")]
    manifest: Option<PathBuf>,
    #[command(flatten)]
    data: Data,
}

/// Checks them.
pub fn run(args: &Args, console: Console) -> Ended {
    let keys = keys(args, console)?;
    let opened: Box<dyn Read> = if args.file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let file = File::open(&args.file);
        Box::new(file.map_err(|error| Failure::file("cannot read", &args.file, &error))?)
    };
    if let Some(manifest) = &args.manifest {
        return verify_whole(opened, args, manifest, &keys, console);
    }
    let mut reader = BufReader::new(opened);
    let (mut number, mut verified) = (0, 0);
    loop {
        let mut line = Vec::new();
        // One byte more than is allowed, so that a longer line is refused and not cut.
        let mut limited = reader.by_ref().take(SIGNED_LINE_BYTES_MAX as u64 + 1);
        let read = limited.read_until(b'\n', &mut line);
        if read.map_err(|error| Failure::file("cannot read", &args.file, &error))? == 0 {
            break;
        }
        number += 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let checked = verify_line(line.trim_ascii(), &keys).map_err(|error| {
            let failure = Failure::of(&error);
            let help = failure.help().unwrap_or("ask for the line again").to_owned();
            Failure::new(format!("line {number}: {}", failure.message()), help)
        })?;
        verified += 1;
        told(&checked, console)?;
    }
    if verified == 0 {
        let message = format!("`{}` holds no answer", args.file.display());
        return Err(Failure::new(message, "give answers as they were given, one a line"));
    }
    Ok(ExitCode::SUCCESS)
}

fn keys(args: &Args, console: Console) -> Result<Vec<VerifierKey>, Failure> {
    if !args.log_key.is_empty() {
        let keys = args.log_key.iter().map(|given| keys_of(given)).collect::<Result<Vec<_>, _>>()?;
        return Ok(keys.concat());
    }
    let app = data_dir::open_for_reading(args.data.directory(), console)?;
    let state = app.state();
    Ok(app::log_key::keys_on_record(state.registry()))
}

/// A key as it is published, or those that a registry publishes: at its address, at the one that is its log's name, or at
/// the one that its registrar's DID document names.
fn keys_of(given: &str) -> Result<Vec<VerifierKey>, Failure> {
    let is_did = given.starts_with("did:");
    if given.contains('+') && !is_did && !given.contains("://") {
        return Ok(vec![given.parse()?]);
    }
    let (address, name) = match given {
        did if is_did => (log_of(did, &fetched(&did::web_url(did)?, "")?)?, None),
        address if address.contains("://") => (address.to_owned(), None),
        name => (format!("https://{name}"), Some(name)),
    };
    let published: Value = serde_json::from_slice(&fetched(&address, "/log/keys")?).unwrap_or_default();
    let keys = published["keys"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let mut keys = keys.map(str::parse).collect::<Result<Vec<VerifierKey>, _>>()?;
    keys.retain(|key| name.is_none_or(|name| key.name() == name));
    if keys.is_empty() {
        return Err(Failure::new(format!("`{address}` publishes no key of the log `{given}`"), GIVE_THE_KEY));
    }
    Ok(keys)
}

fn fetched(address: &str, path: &str) -> Result<Vec<u8>, Failure> {
    let answer = Remote::new(address).and_then(|remote| remote.get(path));
    answer.map_err(|failure| Failure::new(failure.message(), GIVE_THE_KEY))
}

/// The address of the log that the DID document of a registrar names.
fn log_of(did: &str, document: &[u8]) -> Result<String, Failure> {
    DidDocument::parse_of(document, did)?;
    let document: Value = serde_json::from_slice(document).unwrap_or_default();
    let services = document["service"].as_array().into_iter().flatten();
    let mut logs = services.filter(|service| service["type"] == LOG_SERVICE);
    let log = logs.find_map(|service| service["serviceEndpoint"].as_str());
    log.map(str::to_owned).ok_or_else(|| {
        Failure::new(format!("the DID document of `{did}` names no log of this kind"), GIVE_THE_KEY)
    })
}

/// A table with its manifest.
fn verify_whole(
    table: Box<dyn Read>,
    args: &Args,
    manifest: &Path,
    keys: &[VerifierKey],
    console: Console,
) -> Ended {
    let limited = |opened: &mut dyn Read, file: &Path, limit: u64| {
        let mut bytes = Vec::new();
        let read = opened.take(limit + 1).read_to_end(&mut bytes);
        read.map_err(|error| Failure::file("cannot read", file, &error))?;
        if bytes.len() as u64 > limit {
            let message = format!("`{}` has more than {limit} bytes", file.display());
            return Err(Failure::new(message, "give it as it was written"));
        }
        Ok(bytes)
    };
    let mut opened = File::open(manifest).map_err(|error| Failure::file("cannot read", manifest, &error))?;
    let signature = limited(&mut opened, manifest, MANIFEST_BYTES_MAX as u64)?;
    let rows = rows_of(&limited(&mut { table }, &args.file, RESULT_BYTES_MAX)?)?;
    let verified = verify_table(&rows, String::from_utf8_lossy(&signature).trim(), keys)?;
    let value = json!({
        "verified": true, "rows": verified.rows, "key": verified.key, "origin": verified.origin,
        "log_size": verified.log_size, "log_root": verified.log_root, "answered_at": verified.answered_at,
    });
    let shown =
        format!("{} rows, answered by `{}` ({} statements)", verified.rows, verified.key, verified.log_size);
    console.result(&value, shown)?;
    Ok(ExitCode::SUCCESS)
}

fn told(line: &VerifiedLine, console: Console) -> Result<(), Failure> {
    let text = |name: &str| line.answer[name].as_str().unwrap_or("—").to_owned();
    let declaration = &line.answer["declaration"];
    let value = json!({
        "verified": true, "declaration": declaration, "outcome": line.answer["outcome"], "key": line.key,
        "origin": line.origin, "log_size": line.log_size, "log_root": line.log_root,
    });
    let shown = format!(
        "{} item {}: {} on {}, answered at {} by `{}` ({} statements)",
        declaration["value"].as_str().unwrap_or("—"),
        declaration["item"],
        text("outcome"),
        text("on"),
        text("answered_at"),
        line.key,
        line.log_size
    );
    console.result(&value, shown)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const DID: &str = "did:web:registry.example";

    fn document(id: &str, services: Value) -> Vec<u8> {
        json!({ "id": id, "service": services }).to_string().into_bytes()
    }

    #[test]
    fn a_registrars_did_document_names_its_log_and_nobody_elses() {
        let log = json!([
            { "id": "#a", "type": "untp:dia", "serviceEndpoint": { "href": "https://elsewhere.example" } },
            { "id": "#log", "type": LOG_SERVICE, "serviceEndpoint": "https://log.registry.example" },
        ]);
        assert_eq!(log_of(DID, &document(DID, log.clone())).unwrap(), "https://log.registry.example");
        for (id, services, said) in [
            (DID, json!([]), "names no log"),
            (DID, json!([{ "type": LOG_SERVICE, "serviceEndpoint": 7 }]), "names no log"),
            ("did:web:other.example", log, "describes `did:web:other.example`"),
        ] {
            let failure = log_of(DID, &document(id, services)).unwrap_err();
            assert!(failure.message().contains(said), "{}", failure.message());
        }
    }

    #[test]
    fn where_nobody_answers_the_key_itself_is_asked_for() {
        for given in ["did:web:127.0.0.1%3A1", "127.0.0.1:1", "http://127.0.0.1:1"] {
            let failure = keys_of(given).unwrap_err();
            assert!(failure.message().contains("cannot be reached"), "{}", failure.message());
            assert!(failure.help().unwrap().contains("give the key itself"));
        }
        assert!(keys_of("did:key:z6Mk").unwrap_err().message().contains("not a did:web"));
    }
}
