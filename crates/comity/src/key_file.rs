//! Key files: one private JSON Web Key each, readable by their owner only.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use model::PartyId;
use statement::{Algorithm, PrivateKey, demonstration_key};
use zeroize::Zeroizing;

use crate::failure::Failure;

/// The key of the party that signs: a file, or what stands for it in a demonstration.
#[derive(clap::Args, Clone, Debug)]
#[group(required = true, multiple = false)]
pub struct PartyKey {
    /// That party's key file.
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// Signs with the party's demonstration key, which anybody can make. Never for anything real.
    #[arg(long)]
    demonstration_key: bool,
}

impl PartyKey {
    /// The key of a party.
    pub fn read(&self, party: &str) -> Result<PrivateKey, Failure> {
        match &self.key {
            Some(file) => read(file),
            None => Ok(demonstration_key(&party.parse::<PartyId>()?)),
        }
    }
}

/// Longest key file that is read, in bytes. The longest key has some 400.
const BYTES_MAX: u64 = 16 * 1024;
/// Draws of a secret before giving up: one in 2^32 is out of range on the curves P-256 and P-384.
const DRAWS: usize = 8;

/// Makes a new key from the randomness of the system.
pub fn generate(kid: &str, algorithm: Algorithm) -> Result<PrivateKey, Failure> {
    let bytes = if algorithm == Algorithm::Es384 { 48 } else { 32 };
    let mut secret = Zeroizing::new(vec![0; bytes]);
    let mut made = Err(statement::KeyError::Private("no randomness"));
    for _ in 0..DRAWS {
        getrandom::fill(&mut secret).map_err(|error| {
            Failure::new(
                format!("the system gives no randomness: {error}"),
                "check the system, then try again",
            )
        })?;
        made = PrivateKey::from_secret(kid, algorithm, &secret);
        if !matches!(made, Err(statement::KeyError::Private(_))) {
            break;
        }
    }
    Ok(made?)
}

/// Reads a key file: a private JSON Web Key, or PKCS #8 in PEM, whose `kid` is then the name of the file.
pub fn read(path: &Path) -> Result<PrivateKey, Failure> {
    let failed = |error: &std::io::Error| Failure::file("cannot read the key file", path, error);
    let length = fs::metadata(path).map_err(|error| failed(&error))?.len();
    if length > BYTES_MAX {
        return Err(Failure::new(
            format!("`{}` has {length} bytes, too many for a key file", path.display()),
            "name a file that holds one private key",
        ));
    }
    let text = Zeroizing::new(fs::read_to_string(path).map_err(|error| failed(&error))?);
    let kid = path.file_stem().unwrap_or_default().to_string_lossy();
    let key = if text.trim_start().starts_with("-----BEGIN") {
        PrivateKey::from_pkcs8(&kid, &text)
    } else {
        PrivateKey::from_jwk(&text)
    };
    key.map_err(|error| {
        let failure = Failure::of(&error);
        let step = failure.help().unwrap_or("make a key with `comity key new`").to_owned();
        Failure::new(format!("`{}`: {}", path.display(), failure.message()), step)
    })
}

/// Writes a key file that only its owner may read. An existing file is left as it is.
pub fn write(path: &Path, key: &PrivateKey) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        file.write_all(key.to_jwk().as_bytes())?;
        file.write_all(b"\n")?;
        file.sync_all()
    });
    written.map_err(|error| Failure::file("cannot write the key file", path, &error))
}

/// Whether others than its owner may read a file.
#[cfg(unix)]
pub fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o077 != 0)
}

/// Whether others than its owner may read a file: not told on this system.
#[cfg(not(unix))]
pub fn is_open_to_others(_path: &Path) -> bool {
    false
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_reads_back_and_is_never_overwritten() {
        let directory = tempfile::tempdir().unwrap();
        for algorithm in [Algorithm::EdDsa, Algorithm::Es256, Algorithm::Es384] {
            let path = directory.path().join(format!("{algorithm}.jwk"));
            let key = generate("2026-1", algorithm).unwrap();
            write(&path, &key).unwrap();
            assert_eq!(read(&path).unwrap().public(), key.public());
            assert!(!is_open_to_others(&path));
            assert!(write(&path, &key).is_err());
        }
    }
}
