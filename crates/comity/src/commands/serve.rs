//! `comity serve`: serves a registry.

use std::process::ExitCode;

use serde_json::json;

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::desk::DeskArgs;
use crate::place::Data;
use crate::serving::{self, Listening, Witnesses};

/// Which registry, where.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity serve --data ./registry\n  comity serve --data /var/lib/comity --listen 0.0.0.0:8080 --public-url https://registry.example\n\nCtrl-C stops gracefully: what was accepted is answered, nothing new is taken."
)]
pub struct Args {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    listening: Listening,
    #[command(flatten)]
    desk: DeskArgs,
    #[command(flatten)]
    witnesses: Witnesses,
}

/// Serves it until Ctrl-C.
pub fn run(args: &Args, console: Console) -> Ended {
    let (listener, url) = args.listening.bind(console)?;
    let directory = args.data.directory();
    let app = data_dir::open(directory, console)?;
    let size = app.state().size();
    let value = json!({ "url": url, "statements": size });
    console.result(&value, format!("Comity at {url}, {size} statements (Ctrl-C stops)"))?;
    let cosigning = args.witnesses.cosigning(&app)?;
    serving::serve(app, directory, &args.desk, listener, &args.listening, cosigning)?;
    Ok(ExitCode::SUCCESS)
}
