//! The directory of a registry: database, checkpoint, and the keys that belong to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::{App, LogKey, SystemClock};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use statement::{Act, Algorithm, PrivateKey, Unverified};
use store::{Log as _, Which};
use store_sql::SqliteStore;
use zeroize::Zeroizing;

use crate::console::Console;
use crate::failure::Failure;
use crate::key_file;

/// Folder of the keys in the directory of a registry.
pub const KEYS: &str = "keys";
/// The registrar's key in it.
pub const REGISTRAR_KEY: &str = "registrar.jwk";
/// Beginning of the names of files of the log's keys: `log-1.jwk`, `log-2.jwk` …
const LOG_KEY: &str = "log-";

/// Opens a registry that exists, for taking statements.
pub fn open(directory: &Path, console: Console) -> Result<App, Failure> {
    must_exist(directory)?;
    let store = SqliteStore::open(directory)?;
    let Some(origin) = origin(&store)? else { return Err(not_open(directory)) };
    let keys = log_keys(directory, &origin)?;
    start(store, keys, console)
}

/// Opens a registry that exists, for reading; another process may write meanwhile.
pub fn open_for_reading(directory: &Path, console: Console) -> Result<App, Failure> {
    must_exist(directory)?;
    let store = SqliteStore::open_for_reading(directory)?;
    let bar = console.progress("Reading the log", 0);
    let app = App::open_for_reading(Arc::new(store), Arc::new(SystemClock), &mut |told| {
        bar.set_length(told.total);
        bar.set_position(told.done);
    });
    bar.finish_and_clear();
    Ok(app?)
}

/// Opens a directory that may be new: then its log waits for the genesis statement, signed checkpoints included.
pub fn open_or_create(directory: &Path, origin_if_new: &str, console: Console) -> Result<Opened, Failure> {
    let store = SqliteStore::open(directory)?;
    let known = origin(&store)?;
    let is_new = known.is_none();
    let origin = known.unwrap_or_else(|| origin_if_new.to_owned());
    if log_key_files(directory)?.is_empty() {
        new_log_key(directory)?;
    }
    let keys = log_keys(directory, &origin)?;
    let log_key = keys.first().map(|key| key.verifier().to_string()).unwrap_or_default();
    let app = start(store, keys, console)?;
    Ok(Opened { app, log_key, is_new })
}

/// A registry that may be new.
pub struct Opened {
    /// The application.
    pub app: App,
    /// The newest key that signs checkpoints, as text.
    pub log_key: String,
    /// Whether the log waits for its genesis statement.
    pub is_new: bool,
}

/// Makes a further key for the log and returns its file.
pub fn new_log_key(directory: &Path) -> Result<PathBuf, Failure> {
    let number = log_key_files(directory)?.first().map_or(1, |(number, _)| number + 1);
    let path = keys_directory(directory)?.join(format!("{LOG_KEY}{number}.jwk"));
    key_file::write(&path, &key_file::generate(&format!("{LOG_KEY}{number}"), Algorithm::EdDsa)?)?;
    Ok(path)
}

/// The folder of keys, made if it does not exist; only its owner may look into it.
pub fn keys_directory(directory: &Path) -> Result<PathBuf, Failure> {
    let path = directory.join(KEYS);
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&path).map_err(|error| Failure::file("cannot create", &path, &error))?;
    Ok(path)
}

/// The keys that sign checkpoints, newest first.
pub fn log_keys(directory: &Path, origin: &str) -> Result<Vec<LogKey>, Failure> {
    let files = log_key_files(directory)?;
    files.iter().map(|(_, path)| log_key(path, origin)).collect()
}

/// A key file as a key of the log of that name.
pub fn log_key(path: &Path, origin: &str) -> Result<LogKey, Failure> {
    let key = key_file::read(path)?;
    let secret = ed25519_secret(&key).ok_or_else(|| {
        Failure::new(
            format!("`{}` holds no Ed25519 key", path.display()),
            "logs sign with Ed25519: make a key with `comity key new --log`",
        )
    })?;
    Ok(LogKey::new(origin, &secret)?)
}

/// Files of the log's keys with their numbers, newest first.
fn log_key_files(directory: &Path) -> Result<Vec<(u32, PathBuf)>, Failure> {
    let folder = directory.join(KEYS);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Failure::file("cannot read", &folder, &error)),
    };
    let number = |path: &Path| {
        let name = path.file_name()?.to_str()?;
        name.strip_prefix(LOG_KEY)?.strip_suffix(".jwk")?.parse().ok()
    };
    let mut files: Vec<(u32, PathBuf)> =
        entries.flatten().filter_map(|entry| Some((number(&entry.path())?, entry.path()))).collect();
    files.sort_unstable_by(|a, b| b.cmp(a));
    Ok(files)
}

/// The log's name, from its genesis statement.
fn origin(store: &SqliteStore) -> Result<Option<String>, Failure> {
    let Some(first) = store.entries(0, 1, Which::All)?.pop() else { return Ok(None) };
    match &Unverified::parse(&first.jws)?.payload().act {
        Act::RegistryOpened(act) => Ok(Some(act.origin.clone())),
        _ => Err(Failure::new(
            "the log does not begin with a genesis statement",
            "run `comity log verify`, then restore a backup",
        )),
    }
}

fn start(store: SqliteStore, keys: Vec<LogKey>, console: Console) -> Result<App, Failure> {
    let bar = console.progress("Reading the log", 0);
    let app = App::open(Arc::new(store), keys, Arc::new(SystemClock), &mut |told| {
        bar.set_length(told.total);
        bar.set_position(told.done);
    });
    bar.finish_and_clear();
    Ok(app?)
}

fn must_exist(directory: &Path) -> Result<(), Failure> {
    if directory.join(store_sql::DATABASE_FILE).exists() { Ok(()) } else { Err(not_open(directory)) }
}

fn not_open(directory: &Path) -> Failure {
    Failure::new(
        format!("there is no registry in `{}`", directory.display()),
        "start one with `comity demo` or `comity init`, or name its directory with `--data`",
    )
}

/// The secret bytes of an Ed25519 key; `None` for other keys.
pub fn ed25519_secret(key: &PrivateKey) -> Option<Zeroizing<[u8; 32]>> {
    #[derive(serde::Deserialize)]
    struct Secret {
        d: String,
    }
    if key.algorithm() != Algorithm::EdDsa {
        return None;
    }
    let text = Zeroizing::new(serde_json::from_str::<Secret>(&key.to_jwk()).ok()?.d);
    let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(text.as_bytes()).ok()?);
    Some(Zeroizing::new(bytes.as_slice().try_into().ok()?))
}
