//! `comity demo`: starts the demonstration.

use std::process::ExitCode;

use app::App;
use serde_json::json;

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::demo;
use crate::desk::DeskArgs;
use crate::failure::Failure;
use crate::place::Data;
use crate::serving::{self, Listening};

/// Where to keep it, where to serve it.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity demo\n  comity demo --data ./try --listen 127.0.0.1:9000\n\nThe first start signs and logs the demonstration world; later starts only open it. The keys of the demonstration can be made by anybody: never use them for anything real."
)]
pub struct Args {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    listening: Listening,
    #[command(flatten)]
    desk: DeskArgs,
    /// Loads the demonstration world and ends without serving.
    #[arg(long)]
    load_only: bool,
}

impl Default for Args {
    fn default() -> Self {
        use clap::Parser as _;
        #[derive(clap::Parser)]
        struct Alone {
            #[command(flatten)]
            args: Args,
        }
        Alone::parse_from(["comity"]).args
    }
}

/// Opens or makes the demonstration registry and serves it.
pub fn run(args: &Args, console: Console) -> Ended {
    let directory = args.data.directory();
    let listener = if args.load_only { None } else { Some(args.listening.bind(console)?) };
    let opened = data_dir::open_or_create(directory, demo::ORIGIN, console)?;
    let demonstration =
        opened.app.state().registry().genesis().is_some_and(|genesis| genesis.origin == demo::ORIGIN);
    if !opened.is_new && !demonstration {
        let message = format!("`{}` holds another registry than the demonstration", directory.display());
        return Err(Failure::new(
            message,
            "serve it with `comity serve`, or name another directory with `--data`",
        ));
    }
    load(&opened, directory, console)?;
    let Some((listener, url)) = listener else { return Ok(ExitCode::SUCCESS) };
    announce(&opened.app, &url, console)?;
    serving::serve(opened.app, directory, &args.desk, listener, &args.listening, None)?;
    Ok(ExitCode::SUCCESS)
}

/// File that says that the whole world was loaded: a start that was interrupted goes on with the next one.
const LOADED: &str = "demonstration-loaded";

fn load(opened: &data_dir::Opened, directory: &std::path::Path, console: Console) -> Result<(), Failure> {
    let marker = directory.join(LOADED);
    if !opened.is_new && marker.exists() {
        return Ok(());
    }
    let bar = console.progress("Loading the demonstration world", 1);
    let loaded = demo::load(&opened.app, &opened.log_key, &mut |done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    let statements = loaded?.statements;
    std::fs::write(&marker, format!("{statements}\n"))
        .map_err(|error| Failure::file("cannot write", &marker, &error))?;
    console.note(format!("Loaded {statements} statements into `{}`.", directory.display()));
    Ok(())
}

/// One line: where it is, and three things to try.
fn announce(app: &App, url: &str, console: Console) -> Result<(), Failure> {
    let size = app.state().size();
    let mut stories = demo::stories().into_iter();
    let asked = stories.next().map(|story| {
        format!(
            "{url}/en/decide?certificate={}&importing={}&on={}",
            serving::percent(&story.number),
            story.importing,
            story.on
        )
    });
    let number = stories.next().map(|story| story.number);
    let tries = json!([
        asked.clone().unwrap_or_else(|| format!("{url}/en/decide")),
        format!("{url}/en/network"),
        format!(
            "comity decide --server {url} --certificate {} --importing JP",
            number.clone().unwrap_or_default()
        ),
    ]);
    if console.is_json() {
        return console.json(&json!({ "url": url, "statements": size, "try": tries }));
    }
    let tries: Vec<_> = tries.as_array().into_iter().flatten().filter_map(|entry| entry.as_str()).collect();
    console.line(format!(
        "Comity demonstration at {url} — try {}, {}, or `{}` (Ctrl-C stops)",
        tries[0], tries[1], tries[2]
    ))
}
