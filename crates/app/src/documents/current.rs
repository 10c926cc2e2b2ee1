//! Which document stands under a name now: `documents/current/<SHA-256 of the name>` holds the hash of one that is kept.
//!
//! A pointer is written beside its place and moved there in one step, after the document has its own name. If we crash
//! before, the former document still stands under the name.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

use tempfile::NamedTempFile;

use super::folder::{entries, sync_directory};
use super::{DOCUMENTS_FOLDER, DocumentError, DocumentFolder, Held, parse_sha256, sha256_text};
use crate::receipt::sha256;

/// Folder of the pointers.
pub(super) const CURRENT: &str = "current";

impl DocumentFolder {
    /// The document that stands under a name now, if one does.
    pub(crate) fn current(&self, name: &str) -> Option<Held> {
        let text = fs::read_to_string(self.pointer(name)).ok()?;
        self.find(&parse_sha256(text.trim_end())?)
    }

    /// Lets a document stand under a name from now on.
    ///
    /// # Errors
    /// [`DocumentError::File`]; then the former one still does.
    pub(crate) fn set_current(&self, name: &str, held: &Held) -> Result<(), DocumentError> {
        let folder = self.root().join(CURRENT);
        let written = || -> io::Result<()> {
            fs::create_dir_all(&folder)?;
            let mut file = NamedTempFile::new_in(&folder)?;
            writeln!(file, "{}", sha256_text(&held.sha256))?;
            file.as_file().sync_all()?;
            file.persist(self.pointer(name)).map_err(|error| error.error)?;
            sync_directory(&folder)
        };
        written().map_err(|error| DocumentError::file(&folder, error))
    }

    /// Every pointer with its name in a backup and where it lies.
    ///
    /// # Errors
    /// [`DocumentError::File`].
    pub(crate) fn pointers(&self) -> Result<Vec<(String, PathBuf)>, DocumentError> {
        let named = |path: PathBuf| {
            let file = path.file_name()?.to_str()?;
            // What is on its way has another form of name.
            parse_sha256(file)?;
            Some((format!("{DOCUMENTS_FOLDER}/{CURRENT}/{file}"), path))
        };
        let mut found: Vec<_> = entries(&self.root().join(CURRENT))?.into_iter().filter_map(named).collect();
        found.sort_unstable();
        Ok(found)
    }

    fn pointer(&self, name: &str) -> PathBuf {
        self.root().join(CURRENT).join(sha256_text(&sha256(name.as_bytes())))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::documents::DocumentKind;

    #[test]
    fn a_name_leads_to_the_document_that_was_set_last() {
        let directory = tempfile::tempdir().unwrap();
        let folder = DocumentFolder::open(directory.path()).unwrap();
        assert_eq!((folder.current("list"), folder.pointers().unwrap().len()), (None, 0));
        let first = folder.keep(b"a.b.c", DocumentKind::Token).unwrap();
        let second = folder.keep(b"{}", DocumentKind::Credential).unwrap();
        folder.set_current("list", &first).unwrap();
        assert_eq!(folder.current("list"), Some(first));
        folder.set_current("list", &second).unwrap();
        assert_eq!((folder.current("list"), folder.current("../list")), (Some(second), None));
        let pointers = folder.pointers().unwrap();
        assert!(pointers.len() == 1 && DocumentFolder::is_name(&pointers[0].0), "{pointers:?}");
        assert_eq!(folder.all().unwrap().len(), 2);
    }
}
