//! `comity bundle`: the file with which a country's questions are answered offline.

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bundle::{Bundle, Content, Delta, State};
use clap::Subcommand;
use model::{CertificateNumber, Jurisdiction};
use serde_json::json;
use tlog::{Policy, VerifierKey};

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::Data;

/// What to do with bundles.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Makes and signs the bundle for an importing country.
    #[command(
        after_help = "Examples:\n  comity bundle make --for FR -o fr.bundle\n\nThe bundle is signed with the keys that sign the log's checkpoints. Give it to whoever decides without a network; `comity-verify` answers from it."
    )]
    Make(Make),
    /// Writes what leads from one bundle to a later one.
    #[command(after_help = "Examples:\n  comity bundle delta monday.bundle tuesday.bundle -o tuesday.delta")]
    Delta(DeltaArgs),
    /// Makes the later bundle from the earlier one and what leads to it.
    #[command(after_help = "Examples:\n  comity bundle apply monday.bundle tuesday.delta -o tuesday.bundle")]
    Apply(DeltaArgs),
    /// Checks a bundle and says what is in it.
    #[command(
        after_help = "Examples:\n  comity bundle show fr.bundle --log-key log.registry.example+2b3353c1+AddamAGC...\n  comity bundle show fr.bundle --policy trust.txt"
    )]
    Show(Show),
    /// Writes what is presented for a certificate offline: its log entry with the proof that the log has it.
    #[command(after_help = "Examples:\n  comity bundle evidence DEMO-001 -o demo-001.proof")]
    Evidence(EvidenceArgs),
}

#[derive(clap::Args, Debug)]
struct Make {
    /// The importing country or group.
    #[arg(long = "for", value_name = "CODE")]
    importing: Jurisdiction,
    #[command(flatten)]
    out: Out,
    #[command(flatten)]
    data: Data,
}

#[derive(clap::Args, Debug)]
struct DeltaArgs {
    /// The earlier bundle.
    old: PathBuf,
    /// The later bundle, or what leads to it.
    new: PathBuf,
    #[command(flatten)]
    out: Out,
}

#[derive(clap::Args, Debug)]
struct Show {
    /// The bundle.
    bundle: PathBuf,
    /// A key of the log, as you know it from elsewhere. May be given several times.
    #[arg(long, value_name = "KEY", required_unless_present = "policy")]
    log_key: Vec<VerifierKey>,
    /// Whom to trust, as a C2SP tlog-policy.
    #[arg(long, value_name = "FILE", conflicts_with = "log_key")]
    policy: Option<PathBuf>,
}

#[derive(clap::Args, Debug)]
struct EvidenceArgs {
    /// Number of the certificate.
    number: CertificateNumber,
    #[command(flatten)]
    out: Out,
    #[command(flatten)]
    data: Data,
}

#[derive(clap::Args, Debug)]
struct Out {
    /// File to write.
    #[arg(short, long = "out", value_name = "FILE")]
    out: PathBuf,
}

/// Does it.
pub fn run(args: &Args, console: Console) -> Ended {
    match &args.what {
        What::Make(args) => make(args, console)?,
        What::Delta(args) => {
            let delta = Delta::between(&read(&args.old)?, &read(&args.new)?)?;
            write(&args.out.out, &delta.to_bytes(), console)?;
        }
        What::Apply(args) => {
            let delta = Delta::from_bytes(&read(&args.new)?)?;
            write(&args.out.out, &delta.apply(&read(&args.old)?)?, console)?;
        }
        What::Show(args) => show(args, console)?,
        What::Evidence(args) => {
            let app = data_dir::open_for_reading(args.data.directory(), console)?;
            let evidence = app.evidence(&args.number)?.to_string();
            write(&args.out.out, evidence.as_bytes(), console)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn make(args: &Make, console: Console) -> Result<(), Failure> {
    let directory = args.data.directory();
    let app = data_dir::open_for_reading(directory, console)?;
    let origin = app.log_keys().0.unwrap_or_default();
    let bytes = app.bundle(args.importing, &data_dir::log_keys(directory, &origin)?)?;
    write(&args.out.out, &bytes, console)
}

fn show(args: &Show, console: Console) -> Result<(), Failure> {
    let policy = match &args.policy {
        Some(file) => String::from_utf8_lossy(&read(file)?).parse::<Policy>()?,
        None => Policy::of_log(args.log_key.clone())?,
    };
    let bundle = Bundle::open(&read(&args.bundle)?, &policy)?;
    let content = bundle.content();
    let cosigned = policy.cosigned(bundle.checkpoint().note()).unwrap_or_default();
    let certificates: u64 = content.issuers.values().map(|issuer| issuer.next_unassigned).sum();
    let (withdrawn, suspended) = (count(content, State::Withdrawn), count(content, State::Suspended));
    let made = app::clock::to_minute(content.made_at);
    let (size, root) = (bundle.checkpoint().size(), bundle.checkpoint().root());
    let value = json!({
        "importing": content.importing, "made_at": content.made_at, "log_size": size, "root": root.to_string(),
        "statements": content.statements.len(), "issuers": content.issuers.len(), "certificates": certificates,
        "withdrawn": withdrawn, "suspended": suspended, "cosigned_by": cosigned,
    });
    let text = format!(
        "Bundle for {}, made {made} UTC.\nLog of {size} statements, root {root}, cosigned by {} witnesses.\n{} statements of reference, {} issuers, {certificates} certificates: {withdrawn} withdrawn, {suspended} suspended.",
        content.importing,
        cosigned.len(),
        content.statements.len(),
        content.issuers.len(),
    );
    console.result(&value, text)
}

fn count(content: &Content, state: State) -> usize {
    let issuers = content.issuers.values();
    let of = |issuer: &bundle::Issuer| {
        let mut indexes: Vec<u64> = issuer.changes.iter().map(|(index, _)| *index).collect();
        indexes.dedup();
        indexes.into_iter().filter(|index| issuer.state(*index) == state).count()
    };
    issuers.map(of).sum()
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| Failure::file("cannot read", path, &error);
    let mut bytes = Vec::new();
    // One byte more than is read, so that a longer file is refused and not cut.
    let limit = bundle::BUNDLE_BYTES_MAX as u64 + 1;
    std::fs::File::open(path).map_err(failed)?.take(limit).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Writes a file whole or not at all: beside its place first, then renamed.
fn write(path: &Path, bytes: &[u8], console: Console) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::file("cannot write", path, &error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    console.note(format!("Wrote {} bytes to `{}`.", bytes.len(), path.display()));
    Ok(())
}
