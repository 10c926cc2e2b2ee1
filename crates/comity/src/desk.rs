//! The desk of a registry in a directory: its database, its secret, its address.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::App;
use app::documents::DocumentFolder;
use app::office::{
    KeyToken, NoToken, Office, OfficeError, Parts, PublicUrl, SECRET_BYTES, SystemRandomness, Vault,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use store_sql::SqliteOffice;
use zeroize::Zeroizing;

use crate::data_dir;
use crate::failure::Failure;
use crate::token::Module;

/// The secret that seals held keys, in the folder of keys of a registry.
const SECRET_FILE: &str = "office.secret";
/// Longest file of a secret, in bytes: one line of 43 characters.
const SECRET_FILE_BYTES_MAX: u64 = 100;

/// A secret in memory; overwritten when it is dropped.
pub type Secret = Zeroizing<[u8; SECRET_BYTES]>;

/// How officers reach their desk, and what opens the keys that are held for them.
#[derive(clap::Args, Clone, Debug)]
pub struct DeskArgs {
    #[command(flatten)]
    pub address: Address,
    /// File of the secret that seals held keys; otherwise `keys/office.secret` of the registry.
    #[arg(long, value_name = "FILE", env = "COMITY_OFFICE_SECRET")]
    office_secret: Option<PathBuf>,
    /// PKCS #11 module, a shared library, that reaches keys in tokens.
    #[arg(long, value_name = "FILE", env = "COMITY_PKCS11_MODULE")]
    pkcs11_module: Option<PathBuf>,
}

/// Under which address browsers reach the desk.
#[derive(clap::Args, Clone, Debug)]
pub struct Address {
    /// Address under which browsers reach the registry; passkeys belong to it. Otherwise `http://localhost` with the
    /// port.
    #[arg(long, value_name = "URL", env = "COMITY_PUBLIC_URL")]
    public_url: Option<String>,
}

impl Address {
    /// The address, if the registry is served on this port.
    pub fn at(&self, port: u16) -> Result<PublicUrl, Failure> {
        let text = self.public_url.clone().unwrap_or_else(|| format!("http://localhost:{port}"));
        PublicUrl::parse(&text).map_err(|error| Failure::of(&error))
    }
}

impl DeskArgs {
    /// Opens the desk; makes what is missing of it.
    pub fn open(&self, app: App, directory: &Path, port: u16) -> Result<Office, Failure> {
        let secret = match &self.office_secret {
            Some(path) => read_secret(path)?,
            None => own_secret(directory)?,
        };
        self.open_under(&secret, app, directory, port)
    }

    /// Makes a new secret, seals every held key under it, and puts it in the place of the former one. The number of keys.
    ///
    /// The new secret is durable before the keys are sealed under it, and takes its place afterwards. If we crash between,
    /// the next attempt finds it and goes on: so no key is ever sealed under a secret that is not on the disk.
    pub fn rotate_secret(
        &self,
        directory: &Path,
        open: impl Fn(&Secret) -> Result<Office, Failure>,
    ) -> Result<usize, Failure> {
        let path = match &self.office_secret {
            Some(path) => path.clone(),
            None => data_dir::keys_directory(directory)?.join(SECRET_FILE),
        };
        let former = read_secret(&path)?;
        let next = path.with_extension("secret-next");
        if !next.exists() {
            write_secret(&next, &*draw_secret()?)?;
        }
        let new = read_secret(&next)?;
        let done = open(&new)?;
        let of = |error: &OfficeError| Failure::of(error);
        // Broken off after the sealing, before the file took its place.
        let sealed = done.opens_held_keys().map_err(|error| of(&error))?;
        let count = match sealed && done.held_key_count().map_err(|error| of(&error))? > 0 {
            true => done.held_key_count().map_err(|error| of(&error))?,
            false => {
                open(&former)?.reseal_keys_from_console(&Vault::new(&new)).map_err(|error| of(&error))?
            }
        };
        let replaced = fs::rename(&next, &path).and_then(|()| match path.parent() {
            Some(folder) => fs::File::open(folder)?.sync_all(),
            None => Ok(()),
        });
        replaced.map_err(|error| Failure::file("cannot write the secret", &path, &error))?;
        Ok(count)
    }

    /// Opens the desk under a secret.
    pub fn open_under(
        &self,
        secret: &Secret,
        app: App,
        directory: &Path,
        port: u16,
    ) -> Result<Office, Failure> {
        let token: Arc<dyn KeyToken> = match &self.pkcs11_module {
            Some(path) => Arc::new(Module::load(path)?),
            None => Arc::new(NoToken),
        };
        Ok(Office::new(Parts {
            app,
            store: Arc::new(SqliteOffice::open(directory)?),
            random: Arc::new(SystemRandomness),
            public_url: self.address.at(port)?,
            vault: Some(Vault::new(secret)),
            token,
            documents: Some(DocumentFolder::open(directory)?),
        }))
    }
}

/// The secret of a registry, made if it does not exist.
pub fn own_secret(directory: &Path) -> Result<Secret, Failure> {
    let path = data_dir::keys_directory(directory)?.join(SECRET_FILE);
    if !path.exists() {
        write_secret(&path, &*draw_secret()?)?;
    }
    read_secret(&path)
}

fn draw_secret() -> Result<Secret, Failure> {
    let mut secret = Zeroizing::new([0; SECRET_BYTES]);
    getrandom::fill(secret.as_mut_slice()).map_err(|error| {
        Failure::new(format!("the system gives no randomness: {error}"), "check the system, then try again")
    })?;
    Ok(secret)
}

fn read_secret(path: &Path) -> Result<Secret, Failure> {
    let failed = |error: &std::io::Error| Failure::file("cannot read the secret", path, error);
    let length = fs::metadata(path).map_err(|error| failed(&error))?.len();
    let wrong = || {
        Failure::new(
            format!("`{}` holds no secret of a desk", path.display()),
            "name the file `office.secret` that `comity init` wrote",
        )
    };
    if length > SECRET_FILE_BYTES_MAX {
        return Err(wrong());
    }
    let text = Zeroizing::new(fs::read_to_string(path).map_err(|error| failed(&error))?);
    let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(text.trim()).map_err(|_| wrong())?);
    Ok(Zeroizing::new(bytes.as_slice().try_into().map_err(|_| wrong())?))
}

fn write_secret(path: &Path, secret: &[u8; SECRET_BYTES]) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let text = Zeroizing::new(URL_SAFE_NO_PAD.encode(secret));
    let written = options.open(path).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.write_all(b"\n")?;
        file.sync_all()
    });
    written.map_err(|error| Failure::file("cannot write the secret", path, &error))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_is_made_once_for_its_owner_and_reads_back() {
        let directory = tempfile::tempdir().unwrap();
        let first = own_secret(directory.path()).unwrap();
        assert_eq!(*own_secret(directory.path()).unwrap(), *first);
        assert_ne!(*first, [0; SECRET_BYTES]);
        let path = directory.path().join(data_dir::KEYS).join(SECRET_FILE);
        assert!(!crate::key_file::is_open_to_others(&path));
        for bad in ["", "short", &"A".repeat(1000)] {
            fs::write(&path, bad).unwrap();
            assert!(own_secret(directory.path()).is_err());
        }
    }
}
