//! Backups: a copy of the database as of one moment, the checkpoint kept outside, and a manifest; and putting one back.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use store::{Backup, Store, StoreError};

use crate::clock::Clock;
use crate::documents::{DocumentError, DocumentFolder};
use crate::load::{self, OpenError, Progress};

/// Name of the manifest in a backup.
pub const MANIFEST_FILE: &str = "manifest.json";
/// Name of the checkpoint kept outside, in a backup and in a data directory.
const CHECKPOINT_FILE: &str = "checkpoint";
/// Version of the manifest.
const FORMAT: u32 = 1;

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of this manifest.
    pub format: u32,
    /// When it was made, in seconds since 1970.
    pub made_at: u64,
    /// The last checkpoint that was published when it was made.
    pub checkpoint: Option<String>,
    /// Its files.
    pub files: Vec<ManifestFile>,
}

/// A file of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestFile {
    /// Its name.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 of its content, in hexadecimal.
    pub sha256: String,
}

/// Why a backup cannot be made or put back.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// The place is taken.
    #[error("`{path}` is not empty: name a directory that does not exist yet")]
    NotEmpty {
        /// The directory.
        path: String,
    },
    /// There is no backup.
    #[error("`{path}` holds no backup: its `manifest.json` is missing or unreadable ({reason})")]
    NoBackup {
        /// The directory.
        path: String,
        /// What is wrong.
        reason: String,
    },
    /// A file of the backup is not the one that was written.
    #[error("`{path}` is not the file that was backed up: use another backup")]
    Changed {
        /// The file.
        path: String,
    },
    /// A file cannot be read or written.
    #[error("`{path}`: {reason}; check space and permissions, then try again")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        reason: String,
    },
    /// The documents cannot be read.
    #[error(transparent)]
    Documents(#[from] DocumentError),
    /// The store fails.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What was put back is no sound registry.
    #[error(transparent)]
    Open(#[from] OpenError),
}

/// Makes a backup in a directory that does not exist yet or is empty, while the store may be in use. `beside` are
/// databases that belong to it and are not the log; documents that are handed in meanwhile may be in it or not.
///
/// # Errors
/// [`BackupError`].
pub fn backup<S: Store + Backup>(
    store: &S,
    beside: &[&dyn Backup],
    documents: &DocumentFolder,
    to: &Path,
    clock: &dyn Clock,
    progress: &mut dyn FnMut(Progress),
) -> Result<Manifest, BackupError> {
    make_empty(to)?;
    // The checkpoint first: a database copied later holds it, one copied before might not.
    let checkpoint = store.anchor()?;
    store.copy_to(&to.join(store.database_name()), &mut |done, total| progress(Progress { done, total }))?;
    let mut names = vec![store.database_name().to_owned()];
    for other in beside {
        other.copy_to(&to.join(other.database_name()), &mut |_, _| {})?;
        names.push(other.database_name().to_owned());
    }
    if let Some(note) = &checkpoint {
        write_durably(&to.join(CHECKPOINT_FILE), note.as_bytes())?;
        names.push(CHECKPOINT_FILE.to_owned());
    }
    // Pointers before what they point to, and all after the databases: a document has its file before anything names it,
    // so none that is named is missing.
    for (name, path) in documents.pointers()? {
        copy_durably(&path, &to.join(&name))?;
        names.push(name);
    }
    for held in documents.all()? {
        let name = held.name();
        copy_durably(&held.path, &to.join(&name))?;
        names.push(name);
    }
    let files = names.iter().map(|name| describe(to, name)).collect::<Result<_, _>>()?;
    let manifest = Manifest { format: FORMAT, made_at: clock.unix_seconds(), checkpoint, files };
    let json =
        serde_json::to_vec_pretty(&manifest).map_err(|error| file_error(&to.join(MANIFEST_FILE), error))?;
    // The manifest last: without it the directory is no backup.
    write_durably(&to.join(MANIFEST_FILE), &json)?;
    Ok(manifest)
}

/// Puts a backup back into a directory that does not exist yet or is empty, and checks that it opens as a registry.
/// `open` opens the store in that directory.
///
/// # Errors
/// [`BackupError`]; nothing is ever overwritten.
pub fn restore<S: Store>(
    from: &Path,
    to: &Path,
    open: impl FnOnce(&Path) -> Result<S, StoreError>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Manifest, BackupError> {
    let manifest = read_manifest(from)?;
    for file in &manifest.files {
        if describe(from, &file.name)? != *file {
            return Err(BackupError::Changed { path: from.join(&file.name).display().to_string() });
        }
    }
    make_empty(to)?;
    for file in &manifest.files {
        copy_durably(&from.join(&file.name), &to.join(&file.name))?;
    }
    load::load(&open(to)?, progress)?;
    Ok(manifest)
}

fn read_manifest(from: &Path) -> Result<Manifest, BackupError> {
    let none = |reason: String| BackupError::NoBackup { path: from.display().to_string(), reason };
    let json = fs::read(from.join(MANIFEST_FILE)).map_err(|error| none(error.to_string()))?;
    let manifest: Manifest = serde_json::from_slice(&json).map_err(|error| none(error.to_string()))?;
    let plain = |name: &str| !name.is_empty() && !name.contains(['/', '\\']) && name != "..";
    let known = |name: &str| plain(name) || DocumentFolder::is_name(name);
    match manifest.files.iter().find(|file| !known(&file.name)) {
        Some(file) => Err(none(format!("`{}` is no name of a file", file.name))),
        None if manifest.format != FORMAT => Err(none(format!("it has format {}", manifest.format))),
        None => Ok(manifest),
    }
}

fn make_empty(directory: &Path) -> Result<(), BackupError> {
    fs::create_dir_all(directory).map_err(|error| file_error(directory, error))?;
    let mut inside = fs::read_dir(directory).map_err(|error| file_error(directory, error))?;
    match inside.next() {
        Some(_) => Err(BackupError::NotEmpty { path: directory.display().to_string() }),
        None => Ok(()),
    }
}

fn describe(directory: &Path, name: &str) -> Result<ManifestFile, BackupError> {
    let path = directory.join(name);
    let digest = || -> io::Result<(u64, String)> {
        let (mut file, mut hasher, mut bytes) = (File::open(&path)?, Sha256::new(), 0);
        let mut buffer = vec![0; 1 << 20];
        loop {
            let read = file.read(&mut buffer)?;
            if read == 0 {
                let sha256 = hex::encode(hasher.finalize());
                return Ok((bytes, sha256));
            }
            hasher.update(&buffer[..read]);
            bytes += read as u64;
        }
    };
    let (bytes, sha256) = digest().map_err(|error| file_error(&path, error))?;
    Ok(ManifestFile { name: name.to_owned(), bytes, sha256 })
}

fn copy_durably(from: &Path, to: &Path) -> Result<(), BackupError> {
    let copy = || -> io::Result<()> {
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(from, to)?;
        File::open(to)?.sync_all()
    };
    copy().map_err(|error| file_error(to, error))
}

fn write_durably(path: &Path, bytes: &[u8]) -> Result<(), BackupError> {
    let write = || -> io::Result<()> {
        let mut file = File::create_new(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(|error| file_error(path, error))
}

fn file_error(path: &Path, reason: impl std::fmt::Display) -> BackupError {
    BackupError::File { path: path.display().to_string(), reason: reason.to_string() }
}
