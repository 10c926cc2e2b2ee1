//! The last signed checkpoint, in a file of its own.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use store::{Anchor, StoreError};

use super::{CHECKPOINT_FILE, COSIGNED_FILE, SqliteStore};
use crate::sqlite::error::from_io;

/// Longest file that is read as a checkpoint; a longer one is damage.
const BYTES_MAX: u64 = 128 * 1024;

impl Anchor for SqliteStore {
    fn anchor(&self) -> Result<Option<String>, StoreError> {
        read_if_there(&self.directory.join(CHECKPOINT_FILE))
    }

    fn set_anchor(&self, note: &str) -> Result<(), StoreError> {
        self.replace(CHECKPOINT_FILE, note)
    }

    fn cosigned(&self) -> Result<Option<String>, StoreError> {
        read_if_there(&self.directory.join(COSIGNED_FILE))
    }

    fn set_cosigned(&self, note: &str) -> Result<(), StoreError> {
        self.replace(COSIGNED_FILE, note)
    }

    fn anchor_name(&self) -> String {
        self.directory.join(CHECKPOINT_FILE).display().to_string()
    }
}

impl SqliteStore {
    fn replace(&self, file: &str, note: &str) -> Result<(), StoreError> {
        if self.writer.is_none() {
            return Err(StoreError::ReadOnly { path: self.directory.display().to_string() });
        }
        write_whole(&self.directory.join(file), note.as_bytes())?;
        sync_directory(&self.directory)
    }
}

fn read_if_there(path: &Path) -> Result<Option<String>, StoreError> {
    match fs::metadata(path) {
        Ok(file) if file.len() > BYTES_MAX => {
            Err(StoreError::corrupt(format!("`{}` is too long to be a checkpoint", path.display())))
        }
        Ok(_) => read(path).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(from_io(&error, "reading", path)),
    }
}

fn read(path: &Path) -> Result<String, StoreError> {
    let bytes = fs::read(path).map_err(|error| from_io(&error, "reading", path))?;
    String::from_utf8(bytes)
        .map_err(|_| StoreError::corrupt(format!("`{}` is not a checkpoint", path.display())))
}

/// Writes beside the file and renames, so that a crash leaves the old content or the new, whole.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let beside = path.with_extension("new");
    let write = || -> io::Result<()> {
        let mut file = File::create(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().map_err(|error| from_io(&error, "writing", path))
}

/// Makes names of files in a directory durable.
pub(super) fn sync_directory(directory: &Path) -> Result<(), StoreError> {
    let sync = || File::open(directory)?.sync_all();
    sync().map_err(|error| from_io(&error, "writing", directory))
}
