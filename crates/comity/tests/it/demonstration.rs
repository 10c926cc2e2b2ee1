//! The demonstration world, loaded once for all tests of one build on one day: loading it signs and logs thousands of
//! statements, and every test would do the same again.

#![allow(clippy::unwrap_used)]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::UNIX_EPOCH;

const PROGRAM: &str = env!("CARGO_BIN_EXE_comity");
/// Written when everything is there: what an interrupted run left is made again.
const READY: &str = "ready";

/// Makes a directory with the demonstration world in it, as `comity demo --load-only` leaves it.
pub fn load(registry: &Path) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(&folder).unwrap();
    // Released when it is dropped; whoever else wants the world waits for it.
    let lock = File::create(folder.join("demonstration.lock")).unwrap();
    lock.lock().unwrap();
    let own = folder.join(format!("demonstration-{}", name()));
    if !own.join(READY).exists() {
        make(&folder, &own);
    }
    copy(&own.join("registry"), registry);
}

/// Makes the directory from which copies are made, in the place of former ones.
fn make(folder: &Path, own: &Path) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() && entry.file_name().unwrap().to_string_lossy().starts_with("demonstration-") {
            fs::remove_dir_all(&entry).unwrap();
        }
    }
    let output = Command::new(PROGRAM)
        .args(["demo", "--load-only", "--json", "--data"])
        .arg(own.join("registry"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::write(own.join(READY), "").unwrap();
}

/// What a loaded world belongs to: the program that made it, and the day that its log entries carry.
fn name() -> String {
    let program = fs::metadata(PROGRAM).unwrap();
    let built = program.modified().unwrap().duration_since(UNIX_EPOCH).unwrap();
    let today = UNIX_EPOCH.elapsed().unwrap().as_secs() / 86_400;
    format!("{}-{}-{today}", built.as_nanos(), program.len())
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
