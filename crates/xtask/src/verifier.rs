//! `cargo xtask verifier`: `comity-verify` as one file that needs nothing of the machine on which it runs, no library and
//! no loader of libraries.
//!
//! Only for Linux, where the C library can be linked in; it comes with the compiler of C (`libc6-dev` on Debian).

use std::env::consts::{ARCH, OS};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::{distribution, workspace};

/// Builds the verifier as one static file.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  cargo xtask verifier    builds it, checks that it needs no library, and says where it lies\n\nOn Linux only: elsewhere build it with `cargo build --release --package comity-verify`."
)]
pub struct Options {}

const PACKAGE: &str = "comity-verify";

/// Builds it and checks that it is static.
///
/// # Errors
/// When it cannot be built, or needs a library.
pub fn run(Options {}: &Options) -> Result<()> {
    let Some(target) = target() else {
        bail!("no static file is built on {OS} {ARCH}: run `cargo build --release --package {PACKAGE}`");
    };
    let root = workspace::root()?;
    let flags = ["-Ctarget-feature=+crt-static"];
    let built = distribution::build(&root, PACKAGE, "--bins", target, "verifier", &flags)?.join(PACKAGE);
    let bytes = fs::read(&built).with_context(|| format!("`{PACKAGE}` was not built"))?;
    if !is_static(&bytes)? {
        bail!("`{}` needs a loader of libraries: look which part is not linked in", built.display());
    }
    let shown = built.strip_prefix(&root).unwrap_or(Path::new(&built)).display().to_string();
    println!("verifier: `{shown}` is static, {} bytes", bytes.len());
    println!("{}  {PACKAGE}", hex::encode(Sha256::digest(&bytes)));
    Ok(())
}

/// The name of this machine as a target; named explicitly, so that the flags are not those of the programs that build.
fn target() -> Option<&'static str> {
    match (OS, ARCH) {
        ("linux", "x86_64") => Some("x86_64-unknown-linux-gnu"),
        ("linux", "aarch64") => Some("aarch64-unknown-linux-gnu"),
        _ => None,
    }
}

/// Whether a program of 64 bits names no interpreter (`PT_INTERP`): then the system starts it alone.
fn is_static(file: &[u8]) -> Result<bool> {
    const INTERPRETER: u32 = 3;
    let number = |at: usize, bytes: usize| {
        let field = file.get(at..at + bytes).context("the file ends within its header")?;
        Ok::<_, anyhow::Error>(field.iter().rev().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte)))
    };
    // ELF-64, the low byte first: both machines that are built for.
    if file.get(..6) != Some(b"\x7fELF\x02\x01") {
        bail!("not a program of this kind of machine");
    }
    let (table, size, count) = (number(32, 8)?, number(54, 2)?, number(56, 2)?);
    for place in 0..count {
        let at = usize::try_from(table + place * size)?;
        if number(at, 4)? == u64::from(INTERPRETER) {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::process::Command;

    use super::*;

    /// A program that does nothing, linked with or without the C library in it.
    fn program(folder: &Path, feature: &str) -> Vec<u8> {
        let source = folder.join("nothing.rs");
        fs::write(&source, "fn main() {}").unwrap();
        let built = folder.join(feature);
        let flag = format!("-Ctarget-feature={feature}");
        let mut rustc = Command::new("rustc");
        rustc.arg(&source).arg(flag).arg("-o").arg(&built).args(["--target", target().unwrap()]);
        assert!(rustc.status().unwrap().success());
        assert!(Command::new(&built).status().unwrap().success(), "it runs");
        fs::read(built).unwrap()
    }

    #[test]
    fn a_static_program_is_told_from_one_that_needs_libraries() {
        if target().is_none() {
            println!("left out: no static file is built on {OS} {ARCH}");
            return;
        }
        let folder = std::env::temp_dir().join(format!("static-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let [alone, with] = ["+crt-static", "-crt-static"].map(|feature| program(&folder, feature));
        fs::remove_dir_all(&folder).unwrap();
        assert!(is_static(&alone).unwrap());
        assert!(!is_static(&with).unwrap());
        assert!(is_static(&with[..40]).is_err() && is_static(b"#!/bin/sh").is_err());
    }
}
