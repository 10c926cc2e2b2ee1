//! `comity doctor`: examines the installation and says what to do.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::ExitCode;

use app::{Clock as _, SystemClock};
use serde::Serialize;
use store::office::{Audit as _, broken_link};
use store::{Log as _, Which};
use store_sql::{SqliteBorder, SqliteOffice, SqliteStore};

use crate::commands::{Ended, document};
use crate::console::Console;
use crate::consultation;
use crate::data_dir;
use crate::failure::Failure;
use crate::key_file;
use crate::place::Data;
use crate::serving::DEFAULT_LISTEN;

/// Free space below which the next big import may fail, in bytes.
const FREE_BYTES_MIN: u64 = 1 << 30;

/// Which installation.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity doctor --data ./registry\n  comity doctor --json\n\nExit code 1 when something has to be done."
)]
pub struct Args {
    #[command(flatten)]
    data: Data,
    /// Address on which the registry would be served.
    #[arg(long, value_name = "ADDR", default_value = DEFAULT_LISTEN)]
    listen: SocketAddr,
}

/// One thing that was examined.
#[derive(Serialize)]
struct Finding {
    what: &'static str,
    state: State,
    found: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
}

/// How it is.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Good,
    Attention,
    Bad,
}

/// Examines it.
pub fn run(args: &Args, console: Console) -> Ended {
    let directory = args.data.directory();
    let findings = [
        version(),
        clock(directory),
        writable(directory),
        space(directory),
        registry(directory, console),
        keys(directory),
        desk(directory),
        border(directory),
        comments(directory, console),
        documents(directory, console),
        port(args.listen),
    ];
    if console.is_json() {
        console.json(&findings)?;
    } else {
        for finding in &findings {
            let mark = match finding.state {
                State::Good => "ok",
                State::Attention => "!!",
                State::Bad => "XX",
            };
            console.line(format!("{mark}  {:<10} {}", finding.what, finding.found))?;
            finding.help.iter().try_for_each(|help| console.line(format!("    help: {help}")))?;
        }
    }
    let bad = findings.iter().any(|finding| finding.state == State::Bad);
    Ok(if bad { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

impl Finding {
    fn good(what: &'static str, found: impl Into<String>) -> Self {
        Self { what, state: State::Good, found: found.into(), help: None }
    }

    fn other(what: &'static str, state: State, found: impl Into<String>, help: impl Into<String>) -> Self {
        Self { what, state, found: found.into(), help: Some(help.into()) }
    }
}

fn version() -> Finding {
    let rules = law::RULES.len();
    Finding::good(
        "version",
        format!("comity {}, engine {}, {rules} rules", env!("CARGO_PKG_VERSION"), decision::ENGINE),
    )
}

/// A clock that is behind the log's last day would stop nothing, but days of admission would stand still.
fn clock(directory: &Path) -> Finding {
    let today = SystemClock.today();
    let last = SqliteStore::open_for_reading(directory).ok().and_then(|store| {
        let size = store.frontier().ok()?.size();
        store.entries(size.checked_sub(1)?, 1, Which::All).ok()?.pop()
    });
    match last {
        Some(last) if last.day > today => Finding::other(
            "clock",
            State::Bad,
            format!("today is {today}, but the log's last day is {}", last.day),
            "set the clock of this machine, for example with NTP",
        ),
        _ => Finding::good("clock", format!("today is {today} (UTC)")),
    }
}

fn writable(directory: &Path) -> Finding {
    let shown = directory.display();
    if !directory.exists() {
        let help = "`comity demo` or `comity init` makes it, or name another with `--data`";
        return Finding::other("directory", State::Attention, format!("`{shown}` does not exist"), help);
    }
    match tempfile::Builder::new().prefix("comity-doctor-").tempfile_in(directory) {
        Ok(_) => Finding::good("directory", format!("`{shown}` can be written")),
        Err(error) => Finding::other(
            "directory",
            State::Bad,
            format!("`{shown}` cannot be written: {error}"),
            "give it to the user that runs this, or mount its disk for writing; reading works all the same",
        ),
    }
}

fn space(directory: &Path) -> Finding {
    let existing = directory.ancestors().find(|path| path.exists()).unwrap_or(Path::new("."));
    let existing = if existing.as_os_str().is_empty() { Path::new(".") } else { existing };
    let Ok(told) = rustix::fs::statvfs(existing) else {
        return Finding::other("space", State::Attention, "the system does not tell", "check it with `df`");
    };
    let free = told.f_bavail.saturating_mul(told.f_frsize);
    let found = format!("{:.1} GB free", free as f64 / 1e9);
    if free < FREE_BYTES_MIN {
        return Finding::other(
            "space",
            State::Bad,
            found,
            "free space on the disk, or move the directory to a larger one",
        );
    }
    Finding::good("space", found)
}

fn registry(directory: &Path, console: Console) -> Finding {
    if !directory.join(store_sql::DATABASE_FILE).exists() {
        return Finding::other(
            "registry",
            State::Attention,
            "none yet",
            "start with `comity demo` or `comity init`",
        );
    }
    match data_dir::open_for_reading(directory, console) {
        Ok(app) => {
            let state = app.state();
            let origin = app::log_key::origin(state.registry()).unwrap_or_default();
            Finding::good("registry", format!("`{origin}`, {} statements, checkpoint good", state.size()))
        }
        Err(failure) => {
            let help = failure.help().unwrap_or("see docs/operating.md").to_owned();
            Finding::other("registry", State::Bad, failure.message(), help)
        }
    }
}

fn keys(directory: &Path) -> Finding {
    let folder = directory.join(data_dir::KEYS);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        let help =
            "copy the keys that belong to this registry into it; without the log's key it can only be read";
        return Finding::other("keys", State::Attention, format!("no folder `{}`", folder.display()), help);
    };
    let open: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| key_file::is_open_to_others(path))
        .collect();
    match open.first() {
        None => Finding::good("keys", format!("`{}` is closed to others", folder.display())),
        Some(path) => Finding::other(
            "keys",
            State::Bad,
            format!("others may read `{}`", path.display()),
            format!("run `chmod 600 {}`, and think of the key as known to them", path.display()),
        ),
    }
}

/// The desk's database opens, is whole, and nothing was taken out of the audit trail.
fn desk(directory: &Path) -> Finding {
    let bad = |found: String, help: &str| Finding::other("desk", State::Bad, found, help);
    let office = match SqliteOffice::open_for_reading(directory) {
        Ok(None) => return Finding::good("desk", "nobody has worked there yet"),
        Ok(Some(office)) => office,
        Err(error) => {
            let failure = Failure::of(&error);
            return bad(failure.message().to_owned(), failure.help().unwrap_or("restore a backup"));
        }
    };
    let damage = office.damage().unwrap_or_else(|error| vec![error.to_string()]);
    if let Some(first) = damage.first() {
        return bad(format!("the database is damaged: {first}"), "restore a backup");
    }
    let mut trail = office.audit(None, None, usize::MAX).unwrap_or_default();
    trail.reverse();
    match broken_link(&trail) {
        None => Finding::good("desk", format!("{} records on the audit trail, none missing", trail.len())),
        Some(number) => bad(
            format!("record {number} of the audit trail does not follow from the one before it"),
            "compare it with a backup, and find out who could write the database",
        ),
    }
}

/// The border's database opens and is whole.
fn border(directory: &Path) -> Finding {
    let damage = match SqliteBorder::open_for_reading(directory) {
        Ok(None) => return Finding::good("border", "nothing was done there yet"),
        Ok(Some(border)) => border.damage().unwrap_or_else(|error| vec![error.to_string()]),
        Err(error) => {
            let failure = Failure::of(&error);
            let help = failure.help().unwrap_or("restore a backup").to_owned();
            return Finding::other("border", State::Bad, failure.message(), help);
        }
    };
    match damage.first() {
        None => Finding::good("border", "its database is whole"),
        Some(first) => Finding::other(
            "border",
            State::Bad,
            format!("the database is damaged: {first}"),
            "restore a backup",
        ),
    }
}

/// The published comments are those that acts in the log bound.
fn comments(directory: &Path, console: Console) -> Finding {
    match consultation::check(directory, console) {
        Err(failure) => {
            let help = failure.help().unwrap_or("see docs/operating.md").to_owned();
            Finding::other("comments", State::Bad, failure.message(), help)
        }
        Ok(checked) if checked.broken.is_empty() => {
            Finding::good("comments", format!("{} acts bind what is published here", checked.bound))
        }
        Ok(checked) => Finding::other(
            "comments",
            State::Bad,
            format!("published comments were changed or taken away: {}", checked.broken.join(", ")),
            "compare them with a backup, and find out who could write the database",
        ),
    }
}

/// Documents that the log names are here, with their size. Their bytes: `comity document check`.
fn documents(directory: &Path, console: Console) -> Finding {
    let examined = document::examine(directory, document::Depth::Names, console);
    match examined {
        Err(failure) => {
            let help = failure.help().unwrap_or("see docs/operating.md").to_owned();
            Finding::other("documents", State::Bad, failure.message(), help)
        }
        Ok(examined) if examined.damaged.is_empty() && examined.missing.is_empty() => {
            Finding::good("documents", format!("{} kept, none that the log names is missing", examined.held))
        }
        Ok(examined) => {
            let (held, missing) = (examined.held, examined.missing.len());
            let state = if examined.damaged.is_empty() { State::Attention } else { State::Bad };
            let found = format!(
                "{held} kept, {missing} that the log names are not here, {} damaged",
                examined.damaged.len()
            );
            let help = "list them with `comity document check`, and put the missing ones back with `comity document add`";
            Finding::other("documents", state, found, help)
        }
    }
}

fn port(listen: SocketAddr) -> Finding {
    match TcpListener::bind(listen) {
        Ok(_) => Finding::good("port", format!("`{listen}` is free")),
        Err(error) => Finding::other(
            "port",
            State::Attention,
            format!("cannot listen on `{listen}`: {error}"),
            "a registry may be running already; otherwise name another address with `--listen`",
        ),
    }
}
