//! `comity search`: finds things by words, codes and numbers.

use std::path::Path;
use std::process::ExitCode;

use app::App;
use app::search::{SearchRequest, catch_up};
use search::Index;
use serde_json::json;
use store::{Search as _, SearchDocument};

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::{Place, Where};
use crate::remote::Remote;
use crate::serving::{SEARCH, percent};

/// What to find.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity search toaster\n  comity search \"IEC 60335\" --kind standard\n  comity search 851660 --country JP --json"
)]
pub struct Args {
    /// Words, codes or numbers.
    #[arg(required = true)]
    words: Vec<String>,
    /// Only things of this kind, such as `standard` or `certificate`.
    #[arg(long)]
    kind: Option<String>,
    /// Only things of this country or group.
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// Most results.
    #[arg(long, default_value_t = 20)]
    limit: usize,
    #[command(flatten)]
    place: Place,
}

/// Finds them.
pub fn run(args: &Args, console: Console) -> Ended {
    match args.place.resolve() {
        Where::Server(url) => there(args, url, console)?,
        Where::Directory(directory) => here(args, directory, console)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn here(args: &Args, directory: &Path, console: Console) -> Result<(), Failure> {
    let app = data_dir::open_for_reading(directory, console)?;
    let index = index(&app, directory, console)?;
    let found = index.search(&SearchRequest {
        text: args.words.join(" "),
        kind: args.kind.clone(),
        country: args.country.clone(),
        publisher: None,
        page: 0,
        page_size: args.limit,
    })?;
    if console.is_json() {
        let rows: Vec<_> = found
            .found
            .iter()
            .map(|document| json!({ "kind": document.kind, "id": document.id, "title": title(document), "status": document.status }))
            .collect();
        return console.json(&json!({ "total": found.total, "found": rows }));
    }
    for document in &found.found {
        console.line(format!("{:<12} {}  {}", document.kind, document.id, title(document)))?;
    }
    console.note(format!("{} of {} found", found.found.len(), found.total));
    Ok(())
}

/// The index in the directory, brought up to date; where it cannot be written, one in memory.
fn index(app: &App, directory: &Path, console: Console) -> Result<Index, Failure> {
    let bar = console.progress("Reading the index", 0);
    let mut told = |told: app::Progress| {
        bar.set_length(told.total);
        bar.set_position(told.done);
    };
    if let Ok(index) = Index::open(&directory.join(SEARCH)) {
        let updated = catch_up(app, &index, &mut told);
        // A process that serves the registry holds the index and keeps it up to date itself.
        if updated.is_ok() || index.position().is_ok_and(|position| position > 0) {
            bar.finish_and_clear();
            return Ok(index);
        }
    }
    let index = Index::in_memory().map_err(|error| Failure::of(&error))?;
    catch_up(app, &index, &mut told)?;
    bar.finish_and_clear();
    Ok(index)
}

/// The title in English, or whichever there is.
fn title(document: &SearchDocument) -> &str {
    let english = document.titles.iter().find(|(language, _)| language == "en");
    english.or(document.titles.first()).map_or("", |(_, title)| title)
}

fn there(args: &Args, url: &str, console: Console) -> Result<(), Failure> {
    let mut query = format!("q={}&limit={}", percent(&args.words.join(" ")), args.limit);
    for (name, value) in [("kind", &args.kind), ("country", &args.country)] {
        if let Some(value) = value {
            query.push_str(&format!("&{name}={}", percent(value)));
        }
    }
    let answer = Remote::new(url)?.get(&format!("/api/v1/search?{query}"))?;
    console.bytes(&answer)?;
    console.line("")
}
