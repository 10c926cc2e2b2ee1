//! Where the workspace is and which files belong to it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};

/// The folder that holds the workspace's `Cargo.toml`.
///
/// # Errors
/// When no parent of this crate's folder, or of the current folder, is a workspace.
pub fn root() -> Result<PathBuf> {
    let start = match env::var_os("CARGO_MANIFEST_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => env::current_dir()?,
    };
    start
        .ancestors()
        .find(|folder| folder.join("crates").is_dir() && folder.join("Cargo.toml").is_file())
        .map(Path::to_path_buf)
        .context("no workspace here: start the task inside the repository")
}

/// The files of the repository, tracked or new but not ignored, relative to the root, sorted.
///
/// # Errors
/// When git is missing or the folder is not a repository.
pub fn files(root: &Path) -> Result<Vec<String>> {
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .context("git could not be started; it is needed to list the files of the repository")?;
    if !output.status.success() {
        bail!("git ls-files failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let mut files: Vec<String> = String::from_utf8(output.stdout)?
        .split('\0')
        .filter(|path| !path.is_empty() && root.join(path).is_file())
        .map(str::to_owned)
        .collect();
    files.sort();
    files.dedup();
    Ok(files)
}

/// The text of a file of the repository.
///
/// # Errors
/// When it cannot be read.
pub fn read(root: &Path, path: &str) -> Result<String> {
    fs::read_to_string(root.join(path)).with_context(|| format!("`{path}` could not be read"))
}

/// The names of the crates, which are the names of the folders in `crates/`, sorted.
///
/// # Errors
/// When the folder cannot be listed.
pub fn crates(root: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join("crates"))? {
        let entry = entry?;
        if entry.path().join("Cargo.toml").is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}
