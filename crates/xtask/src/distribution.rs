//! Building what is handed out: the same sources give the same bytes with the same compiler, wherever they lie.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::process;

/// Builds a part of a package with a profile of its own; gives the folder in which it lies.
///
/// # Errors
/// When it does not build.
pub fn build(
    root: &Path,
    package: &str,
    part: &str,
    target: &str,
    profile: &str,
    more_flags: &[&str],
) -> Result<PathBuf> {
    // A folder of its own: flags differ, and what is built for the machine would be built again.
    let folder = root.join("target").join(profile);
    let mut flags = remapped(root);
    flags.extend(more_flags.iter().map(|flag| (*flag).to_owned()));
    let mut command = process::cargo(root);
    command
        .args(["build", "--quiet", "--locked", "--package", package, part])
        .args(["--profile", profile, "--target", target, "--target-dir"])
        .arg(&folder)
        .env("CARGO_INCREMENTAL", "0")
        // In the place of whatever flags the environment has.
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    process::run(&mut command)?;
    Ok(folder.join(target).join(profile))
}

/// Paths of this machine are replaced by names that every machine has: messages name places in sources.
fn remapped(root: &Path) -> Vec<String> {
    let mut paths = vec![(root.to_path_buf(), "comity".to_owned())];
    for folder in registries() {
        paths.push((folder, "crates".to_owned()));
    }
    paths.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect()
}

/// Where cargo keeps the sources of libraries: a folder for each registry, named after its address.
fn registries() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let folders = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let mut folders: Vec<_> = folders.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_of_the_machine_is_left_as_it_is() {
        let flags = remapped(Path::new("/somewhere/comity"));
        assert_eq!(flags[0], "--remap-path-prefix=/somewhere/comity=comity");
        assert!(flags[1..].iter().all(|flag| flag.ends_with("=crates")));
    }
}
