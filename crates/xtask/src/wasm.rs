//! `cargo xtask wasm`: the verifier for browsers, built and written to where the portal serves it from.
//!
//! The built file is checked in, so that `cargo run` needs no other target. It holds no path of the machine that built
//! it, and the same sources give the same bytes with the same compiler, wherever they lie.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::problem::{self, Problem};
use crate::{distribution, workspace};

/// Builds the verifier for browsers.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  cargo xtask wasm            builds and writes it\n  cargo xtask wasm --check    fails when what is checked in was made from other sources\n\nThe target comes with `rustup target add wasm32-unknown-unknown`."
)]
pub struct Options {
    /// Writes nothing, and fails when the file is stale. Without the target it says so and passes.
    #[arg(long)]
    check: bool,
}

const TARGET: &str = "wasm32-unknown-unknown";
const PACKAGE: &str = "comity-verify-wasm";
const BUILT: &str = "comity_verify_wasm.wasm";
/// Where the portal takes it from, compressed as it is served.
const FILE: &str = "crates/server/assets/comity-verify.wasm.gz";
/// Digests of the module and of the file, in the form that `sha256sum` writes.
const DIGEST: &str = "crates/server/assets/comity-verify.wasm.sha256";

/// Builds it, and writes or compares it.
///
/// # Errors
/// When it cannot be built, or is stale and was to be checked.
pub fn run(options: &Options) -> Result<()> {
    let root = workspace::root()?;
    if !has_target(&root) {
        if options.check {
            println!("wasm: not checked, the target is not installed: `rustup target add {TARGET}`");
            return Ok(());
        }
        bail!("the target is not installed: run `rustup target add {TARGET}`");
    }
    let built = build(&root)?;
    let mut problems = Vec::new();
    let compressed = compress(&built)?;
    let digests =
        digest_line("comity-verify.wasm", &built) + &digest_line("comity-verify.wasm.gz", &compressed);
    let size = compressed.len();
    for (file, wanted) in [(FILE, compressed), (DIGEST, digests.into_bytes())] {
        if fs::read(root.join(file)).is_ok_and(|bytes| bytes == wanted) {
            continue;
        }
        if options.check {
            problems.push(Problem::new(
                file,
                "made from other sources",
                "run `cargo xtask wasm` and commit it",
            ));
        } else {
            fs::write(root.join(file), &wanted).with_context(|| format!("`{file}` could not be written"))?;
        }
    }
    let line = format!("`{FILE}` of {size} bytes ({} unpacked) is fresh", built.len());
    problem::conclude("wasm", problems, &line)
}

fn has_target(root: &Path) -> bool {
    let mut command = Command::new("rustc");
    command.args(["--print", "target-libdir", "--target", TARGET]).current_dir(root).stderr(Stdio::null());
    let Ok(output) = command.output() else { return false };
    Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir()
}

fn build(root: &Path) -> Result<Vec<u8>> {
    let built = distribution::build(root, PACKAGE, "--lib", TARGET, "wasm", &[])?.join(BUILT);
    fs::read(&built).with_context(|| format!("`{BUILT}` was not built"))
}

/// Without a time or a name, so that the same bytes give the same bytes.
fn compress(built: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(built)?;
    Ok(encoder.finish()?)
}

/// A line as `sha256sum` writes it.
fn digest_line(name: &str, bytes: &[u8]) -> String {
    format!("{}  {name}\n", hex::encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_module_is_compressed_to_the_same_bytes() {
        let (once, twice) = (compress(b"module").ok(), compress(b"module").ok());
        assert!(once.is_some() && once == twice);
        assert!(digest_line("a", b"").starts_with("e3b0c44298fc1c149afbf4c8996fb924"));
    }
}
