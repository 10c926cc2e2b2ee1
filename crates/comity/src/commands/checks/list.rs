//! `comity checks list`: lists the recorded checks of a registry in a directory.

use std::process::ExitCode;

use app::border::{CHECKS_SHOWN_MAX, CheckView, list_checks};
use model::Jurisdiction;
use store_sql::SqliteBorder;

use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;
use crate::place::Data;

/// Which checks.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity checks list --data ./registry\n  comity checks list --importing FR --after 1200 --json > checks.ndjson\n\nThis is for whoever runs the registry. An authority sees the checks of its country with `comity request /api/v1/checks/show`: see docs/border.md."
)]
pub struct Args {
    #[command(flatten)]
    data: Data,
    /// Only those for imports into this country.
    #[arg(long, value_name = "CODE")]
    importing: Option<Jurisdiction>,
    /// Only those after this number.
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    after: u64,
}

/// Lists them.
pub fn run(args: &Args, console: Console) -> Ended {
    let Some(border) = SqliteBorder::open_for_reading(args.data.directory())? else {
        let shown = args.data.directory().display();
        return Err(Failure::new(
            format!("nothing was recorded at the border of `{shown}` yet"),
            "record checks with `POST /api/v1/checks`, or on the border page",
        ));
    };
    let mut after = args.after;
    loop {
        let part = list_checks(&border, args.importing, after, CHECKS_SHOWN_MAX)?;
        let Some(last) = part.last() else { return Ok(ExitCode::SUCCESS) };
        after = last.sequence;
        part.iter().try_for_each(|check| print(check, console))?;
    }
}

fn print(view: &CheckView, console: Console) -> Result<(), Failure> {
    if console.is_json() {
        return console.json(view);
    }
    let text = |pointer: &str| view.check.pointer(pointer).and_then(|value| value.as_str()).unwrap_or("-");
    console.line(format!(
        "{:>6}  {}  {}  {:<20} {:<16} {}  {}",
        view.sequence,
        text("/checked_at"),
        text("/question/importing"),
        text("/question/evidence/0/number"),
        text("/outcome"),
        view.signed_by.as_deref().unwrap_or("not signed"),
        text("/note"),
    ))
}
