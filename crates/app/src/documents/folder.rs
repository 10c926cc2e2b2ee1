//! The folder of documents: `documents/ab/abcdef….pdf`, and `documents/incoming/` for what is on its way.
//!
//! A document gets its name in one step, after its bytes are on the disk: a file under such a name is whole. If we crash
//! before, a nameless rest lies in `incoming` and goes at the next start.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use model::limits::DOCUMENT_BYTES_MAX;
use sha2::{Digest as _, Sha256};
use tempfile::NamedTempFile;

use super::current::CURRENT;
use super::{DocumentError, DocumentKind, parse_sha256, sha256_text};

/// Name of the folder in a data directory, and in a backup.
pub const DOCUMENTS_FOLDER: &str = "documents";
/// Folder in it of what is on its way.
const INCOMING: &str = "incoming";

/// The folder of documents of a registry. A clone is cheap.
#[derive(Clone, Debug)]
pub struct DocumentFolder {
    root: PathBuf,
}

/// A document that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// What it is, by its content when it was handed in.
    pub kind: DocumentKind,
    /// Its size in bytes.
    pub size_bytes: u64,
    /// Where it lies.
    pub path: PathBuf,
}

/// A document on its way: written part by part, hashed as it comes. Dropped, it leaves nothing.
#[derive(Debug)]
pub struct Incoming {
    folder: DocumentFolder,
    file: NamedTempFile,
    hasher: Sha256,
    bytes: u64,
}

impl DocumentFolder {
    /// Opens the folder of a data directory for writing; makes it if there is none, and removes rests of what never
    /// arrived.
    ///
    /// # Errors
    /// [`DocumentError::File`].
    pub fn open(directory: &Path) -> Result<Self, DocumentError> {
        let folder = Self::open_for_reading(directory);
        let incoming = folder.root.join(INCOMING);
        fs::create_dir_all(&incoming).map_err(|error| DocumentError::file(&incoming, error))?;
        for entry in fs::read_dir(&incoming).map_err(|error| DocumentError::file(&incoming, error))?.flatten()
        {
            // Whoever is still writing, in this process or another, holds a lock; the rests of the dead have none.
            let abandoned = File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
            if abandoned {
                // Gone already, if another process swept first.
                let _ = fs::remove_file(entry.path());
            }
        }
        Ok(folder)
    }

    /// The folder of a data directory, for reading; it may be missing, then it holds nothing.
    pub fn open_for_reading(directory: &Path) -> Self {
        Self { root: directory.join(DOCUMENTS_FOLDER) }
    }

    /// Begins to take a document.
    ///
    /// # Errors
    /// [`DocumentError::File`].
    pub fn begin(&self) -> Result<Incoming, DocumentError> {
        let incoming = self.root.join(INCOMING);
        let failed = |error: io::Error| DocumentError::file(&incoming, error);
        let file = tempfile::Builder::new().prefix("part-").tempfile_in(&incoming).map_err(failed)?;
        file.as_file().lock().map_err(failed)?;
        Ok(Incoming { folder: self.clone(), file, hasher: Sha256::new(), bytes: 0 })
    }

    /// Keeps a document that was read and checked as what it is. One that is there already stays as it is.
    ///
    /// # Errors
    /// [`DocumentError::TooLarge`] and [`DocumentError::File`].
    pub(crate) fn keep(&self, bytes: &[u8], kind: DocumentKind) -> Result<Held, DocumentError> {
        let mut incoming = self.begin()?;
        incoming.write(bytes)?;
        incoming.place(kind)
    }

    /// A document, if it is there.
    pub fn find(&self, sha256: &[u8; 32]) -> Option<Held> {
        let held = |kind| {
            let path = self.path(sha256, kind);
            let found = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
            Some(Held { sha256: *sha256, kind, size_bytes: found.len(), path })
        };
        DocumentKind::ALL.into_iter().find_map(held)
    }

    /// Every document that is there, in the order of the hashes.
    ///
    /// # Errors
    /// [`DocumentError::File`].
    pub fn all(&self) -> Result<Vec<Held>, DocumentError> {
        let mut found = Vec::new();
        for shelf in entries(&self.root)? {
            let is_shelf = shelf.file_name().is_some_and(|name| name.len() == 2) && shelf.is_dir();
            if !is_shelf {
                continue;
            }
            for path in entries(&shelf)? {
                let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
                let sha256 = name.split_once('.').and_then(|(hash, _)| parse_sha256(hash));
                found.extend(sha256.and_then(|sha256| self.find(&sha256)));
            }
        }
        found.sort_unstable_by_key(|held| held.sha256);
        Ok(found)
    }

    /// Whether a name is that of a document in a backup: `documents/ab/abcdef….pdf`.
    pub(crate) fn is_name(name: &str) -> bool {
        if let Some(pointer) = name.strip_prefix(&format!("{DOCUMENTS_FOLDER}/{CURRENT}/")) {
            return parse_sha256(pointer).is_some();
        }
        let file = name.rsplit('/').next().unwrap_or_default();
        let Some((hash, ending)) = file.split_once('.') else { return false };
        let held = parse_sha256(hash).zip(DocumentKind::with_ending(ending));
        held.is_some_and(|(sha256, kind)| name == format!("{DOCUMENTS_FOLDER}/{}", below(&sha256, kind)))
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    fn path(&self, sha256: &[u8; 32], kind: DocumentKind) -> PathBuf {
        self.root.join(below(sha256, kind))
    }
}

/// Where a document lies below the folder.
fn below(sha256: &[u8; 32], kind: DocumentKind) -> String {
    let hash = sha256_text(sha256);
    format!("{}/{hash}.{}", &hash[..2], kind.ending())
}

impl Held {
    /// Its name in a backup.
    pub(crate) fn name(&self) -> String {
        format!("{DOCUMENTS_FOLDER}/{}", below(&self.sha256, self.kind))
    }

    /// Whether its bytes are still those of its hash.
    ///
    /// # Errors
    /// [`DocumentError::File`].
    pub fn is_whole(&self) -> Result<bool, DocumentError> {
        let failed = |error: io::Error| DocumentError::file(&self.path, error);
        let mut file = File::open(&self.path).map_err(failed)?;
        let (mut hasher, mut buffer) = (Sha256::new(), vec![0; 1 << 20]);
        loop {
            match file.read(&mut buffer).map_err(failed)? {
                0 => return Ok(hasher.finalize().as_slice() == self.sha256),
                read => hasher.update(&buffer[..read]),
            }
        }
    }
}

impl Incoming {
    /// Takes the next part.
    ///
    /// # Errors
    /// [`DocumentError::TooLarge`] and [`DocumentError::File`].
    pub fn write(&mut self, part: &[u8]) -> Result<(), DocumentError> {
        self.bytes += part.len() as u64;
        if self.bytes > DOCUMENT_BYTES_MAX {
            return Err(DocumentError::TooLarge);
        }
        self.hasher.update(part);
        self.file.write_all(part).map_err(|error| DocumentError::file(self.file.path(), error))
    }

    /// Judges what came, and keeps it under its hash. What is there already stays as it is.
    ///
    /// # Errors
    /// [`DocumentError`]; then nothing is left of it.
    pub fn finish(mut self) -> Result<Held, DocumentError> {
        let kind = DocumentKind::judge(self.file.as_file_mut(), self.bytes)?;
        self.place(kind)
    }

    fn place(self, kind: DocumentKind) -> Result<Held, DocumentError> {
        let sha256: [u8; 32] = self.hasher.finalize().into();
        if let Some(held) = self.folder.find(&sha256) {
            return Ok(held);
        }
        let path = self.folder.path(&sha256, kind);
        let failed = |error: io::Error| DocumentError::file(&path, error);
        let shelf = path.parent().unwrap_or(&self.folder.root).to_path_buf();
        fs::create_dir_all(&shelf).map_err(failed)?;
        // Bytes first, then the name, then the name of the shelf: a name never stands for bytes that may be lost.
        self.file.as_file().sync_all().map_err(failed)?;
        self.file.persist(&path).map_err(|error| failed(error.error))?;
        sync_directory(&shelf).and_then(|()| sync_directory(&self.folder.root)).map_err(failed)?;
        Ok(Held { sha256, kind, size_bytes: self.bytes, path })
    }
}

pub(super) fn sync_directory(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

pub(super) fn entries(directory: &Path) -> Result<Vec<PathBuf>, DocumentError> {
    match fs::read_dir(directory) {
        Ok(entries) => Ok(entries.flatten().map(|entry| entry.path()).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(DocumentError::file(directory, error)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const PDF: &[u8] = b"%PDF-1.7\n%%EOF\n";

    fn take(folder: &DocumentFolder, bytes: &[u8]) -> Result<Held, DocumentError> {
        let mut incoming = folder.begin()?;
        bytes.chunks(5).try_for_each(|part| incoming.write(part))?;
        incoming.finish()
    }

    fn rests(directory: &Path) -> usize {
        fs::read_dir(directory.join(DOCUMENTS_FOLDER).join(INCOMING)).unwrap().count()
    }

    #[test]
    fn a_document_is_found_under_its_hash_and_kept_once() {
        let directory = tempfile::tempdir().unwrap();
        let folder = DocumentFolder::open(directory.path()).unwrap();
        let held = take(&folder, PDF).unwrap();
        assert_eq!(held.sha256, <[u8; 32]>::from(Sha256::digest(PDF)));
        assert_eq!((held.kind, held.size_bytes), (DocumentKind::Pdf, PDF.len() as u64));
        assert_eq!(fs::read(&held.path).unwrap(), PDF);
        assert_eq!(take(&folder, PDF).unwrap(), held);
        assert_eq!(folder.find(&held.sha256), Some(held.clone()));
        assert_eq!(folder.all().unwrap(), std::slice::from_ref(&held));
        assert_eq!((folder.find(&[0; 32]), rests(directory.path())), (None, 0));
        assert!(held.is_whole().unwrap());
        fs::write(&held.path, b"%PDF-1.7\n%%EOF!").unwrap();
        assert!(!held.is_whole().unwrap());
    }

    #[test]
    fn what_is_refused_leaves_nothing() {
        let directory = tempfile::tempdir().unwrap();
        let folder = DocumentFolder::open(directory.path()).unwrap();
        assert_eq!(take(&folder, b""), Err(DocumentError::Empty));
        assert_eq!(take(&folder, b"<html><script>alert(1)</script>"), Err(DocumentError::Kind));
        assert!(matches!(take(&folder, b"MZ\x90\0 a program"), Err(DocumentError::Program(_))));
        assert!(matches!(take(&folder, b"\x7fELF\x02"), Err(DocumentError::Program(_))));
        assert_eq!(take(&folder, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..."), Err(DocumentError::Encrypted));
        let mut incoming = folder.begin().unwrap();
        let part = vec![b' '; 1 << 20];
        let refused = (0..64).find_map(|_| incoming.write(&part).err());
        assert_eq!(refused, Some(DocumentError::TooLarge));
        drop(incoming);
        assert_eq!((folder.all().unwrap(), rests(directory.path())), (vec![], 0));
    }

    #[test]
    fn rests_of_the_dead_go_and_those_of_the_living_stay() {
        let directory = tempfile::tempdir().unwrap();
        let folder = DocumentFolder::open(directory.path()).unwrap();
        let mut living = folder.begin().unwrap();
        living.write(PDF).unwrap();
        let rest = directory.path().join(DOCUMENTS_FOLDER).join(INCOMING).join("part-dead");
        fs::write(&rest, b"%PDF-1.7 half of").unwrap();
        DocumentFolder::open(directory.path()).unwrap();
        assert!(!rest.exists());
        assert_eq!(rests(directory.path()), 1);
        assert!(living.finish().is_ok());
    }

    #[test]
    fn names_in_backups_lead_nowhere_else() {
        let hash = "ab".repeat(32);
        assert!(DocumentFolder::is_name(&format!("documents/ab/{hash}.pdf")));
        assert!(DocumentFolder::is_name(&format!("documents/current/{hash}")));
        for bad in [
            format!("documents/ac/{hash}.pdf"),
            format!("documents/../ab/{hash}.pdf"),
            format!("/documents/ab/{hash}.pdf"),
            format!("documents/ab/{hash}.exe"),
            format!("documents/ab/{}.pdf", "AB".repeat(32)),
            "documents/ab/x.pdf".to_owned(),
            format!("documents/current/../{hash}"),
            "documents/current/x".to_owned(),
            "../office.sqlite".to_owned(),
        ] {
            assert!(!DocumentFolder::is_name(&bad), "{bad}");
        }
    }

    #[test]
    fn a_folder_that_is_missing_holds_nothing() {
        let directory = tempfile::tempdir().unwrap();
        let folder = DocumentFolder::open_for_reading(directory.path());
        assert_eq!((folder.all().unwrap(), folder.find(&[1; 32])), (vec![], None));
    }
}
