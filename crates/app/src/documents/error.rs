//! Why a document is not taken, with the next step.

use std::path::Path;

use model::limits::DOCUMENT_BYTES_MAX;

/// Why a document is not taken: one variant for each next step. Nothing was kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// There is nothing in it.
    #[error("the file is empty: choose a document")]
    Empty,
    /// It is too large.
    #[error("a document may have {DOCUMENT_BYTES_MAX} bytes: make it smaller, or split it into parts")]
    TooLarge,
    /// It is none of the kinds that are taken.
    #[error("the content is none of PDF, DOCX and ODT, whatever the name says: save it as one of them")]
    Kind,
    /// It breaks off, or its parts do not fit together.
    #[error("the document is damaged ({0}): save it anew and try again")]
    Damaged(&'static str),
    /// It cannot be read without a password, or is of an old kind that cannot be told apart from that.
    #[error("the document is encrypted or of an old kind: save it without a password, as PDF, DOCX or ODT")]
    Encrypted,
    /// It holds macros or scripts.
    #[error("the document holds {0}: save it without them")]
    Active(&'static str),
    /// Files are attached to it.
    #[error(
        "the document has files attached to it: save it without them, and hand in each of them as a document of its own"
    )]
    Attached,
    /// It is a program, or holds one.
    #[error("the file is a program or holds one ({0}): hand in a document alone")]
    Program(String),
    /// Unfolded it would be far larger than it is.
    #[error("the document unfolds into more than is taken ({0}): save it anew, with smaller pictures")]
    Unfolds(&'static str),
    /// This server keeps none.
    #[error("this server keeps no documents: ask whoever runs it")]
    NoFolder,
    /// It cannot be written or read.
    #[error("`{path}`: {reason}; check space and permissions, then try again")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        reason: String,
    },
}

impl DocumentError {
    /// A word for it, for ever: pages have their own texts for each.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "document-empty",
            Self::TooLarge => "document-large",
            Self::Kind => "document-kind",
            Self::Damaged(_) => "document-damaged",
            Self::Encrypted => "document-encrypted",
            Self::Active(_) => "document-active",
            Self::Attached => "document-attached",
            Self::Program(_) => "document-program",
            Self::Unfolds(_) => "document-unfolds",
            Self::NoFolder => "document-no-folder",
            Self::File { .. } => "document-file",
        }
    }

    pub(super) fn file(path: &Path, reason: impl std::fmt::Display) -> Self {
        Self::File { path: path.display().to_string(), reason: reason.to_string() }
    }
}
