//! What a document is, by its content.

use std::io::{Read, Seek, SeekFrom};

use super::{DocumentError, container, pdf};

/// A kind of document that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DocumentKind {
    /// Portable Document Format (ISO 32000).
    Pdf,
    /// Office Open XML word processing (ISO/IEC 29500).
    Docx,
    /// OpenDocument text (ISO/IEC 26300).
    Odt,
    /// A signed credential as a token (VC-JOSE-COSE section 3.1). Never judged by content: it is read and checked whole.
    Token,
    /// A credential in JSON with its proof, in canonical form. The same.
    Credential,
}

/// Beginnings of programs: Windows, Linux, macOS, scripts.
const PROGRAMS: &[(&[u8], &str)] = &[
    (b"MZ", "of Windows"),
    (b"\x7fELF", "of Linux"),
    (b"\xfe\xed\xfa", "of macOS"),
    (b"\xcf\xfa\xed\xfe", "of macOS"),
    (b"\xce\xfa\xed\xfe", "of macOS"),
    (b"\xca\xfe\xba\xbe", "of macOS or Java"),
    (b"#!", "a script"),
];
/// A compound file (MS-CFB): an old Word document, or an encrypted new one.
const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

impl DocumentKind {
    /// Every kind.
    pub const ALL: [DocumentKind; 5] = [
        DocumentKind::Pdf,
        DocumentKind::Docx,
        DocumentKind::Odt,
        DocumentKind::Token,
        DocumentKind::Credential,
    ];

    /// The media type under which it is cited and served.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Token => "application/vc+jwt",
            Self::Credential => "application/vc",
        }
    }

    /// The end of the names of such files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Token => "jwt",
            Self::Credential => "json",
        }
    }

    /// Whether it is a signed credential.
    pub fn is_credential(self) -> bool {
        matches!(self, Self::Token | Self::Credential)
    }

    /// The kind with this ending.
    pub fn with_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.ending() == ending)
    }

    /// Judges the content of a file of so many bytes.
    ///
    /// # Errors
    /// [`DocumentError`]: why it is not taken.
    pub(super) fn judge(file: &mut (impl Read + Seek), size_bytes: u64) -> Result<Self, DocumentError> {
        let start = start(file)?;
        if start.is_empty() {
            return Err(DocumentError::Empty);
        }
        if let Some(program) = program(&start) {
            return Err(DocumentError::Program(program.to_owned()));
        }
        if start.starts_with(COMPOUND_FILE) {
            return Err(DocumentError::Encrypted);
        }
        if start.starts_with(b"%PDF-") {
            return pdf::judge(file, size_bytes).map(|()| Self::Pdf);
        }
        if start.starts_with(b"PK\x03\x04") {
            return container::judge(file);
        }
        Err(DocumentError::Kind)
    }
}

/// Which kind of program begins like this, if any does.
pub(super) fn program(start: &[u8]) -> Option<&'static str> {
    PROGRAMS.iter().find(|(magic, _)| start.starts_with(magic)).map(|(_, name)| *name)
}

fn start(file: &mut (impl Read + Seek)) -> Result<Vec<u8>, DocumentError> {
    let mut start = Vec::new();
    let read = file.seek(SeekFrom::Start(0)).and_then(|_| file.take(16).read_to_end(&mut start));
    read.map_err(|_| DocumentError::Damaged("it cannot be read"))?;
    Ok(start)
}
