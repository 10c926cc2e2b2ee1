//! `comity vc-api`: issues and verifies credentials for test suites of others.

use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::json;
use server::vc_api::{self, VcApi};
use statement::Algorithm;

use crate::commands::Ended;
use crate::console::Console;
use crate::key_file;
use crate::serving::Listening;

/// Where, and with which keys.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity vc-api\n  comity vc-api --listen 127.0.0.1:40443 --key keys/test.jwk\n  curl http://127.0.0.1:40443/implementation.json    endpoints, issuers and tags for the suites\n\nFor tests only: it signs whatever credential it is sent, as the `did:key` of its key. Without `--key` it makes a key on each curve that ends with it. It keeps nothing and knows no registry."
)]
pub struct Args {
    #[command(flatten)]
    listening: Listening,
    /// A key file to sign with; may be given several times, one for each curve.
    #[arg(long, value_name = "FILE")]
    key: Vec<PathBuf>,
    /// Where suites reach it, when that is not the address on which it listens; status lists name it.
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
}

/// Serves it until Ctrl-C.
pub fn run(args: &Args, console: Console) -> Ended {
    let keys = if args.key.is_empty() {
        let made = Algorithm::ALL.into_iter().map(|algorithm| key_file::generate("test", algorithm));
        made.collect::<Result<Vec<_>, _>>()?
    } else {
        args.key.iter().map(|path| key_file::read(path)).collect::<Result<Vec<_>, _>>()?
    };
    let (listener, bound) = args.listening.bind(console)?;
    let url = args.public_url.clone().unwrap_or(bound);
    let router = vc_api::router(VcApi::new(&url, &keys, jiff::Timestamp::now)?);
    console.result(&json!({ "url": url }), format!("VC API for tests at {url} (Ctrl-C stops)"))?;
    crate::serving::serve_alone(listener, router)?;
    Ok(ExitCode::SUCCESS)
}
