//! Documents: files beside the log, each named by its hash, which acts cite.
//!
//! The log needs none of them: an act says the hash, and whoever has the bytes can check them. What is handed in is
//! judged by its content and never by its name; what could run, hide or unfold into something else is not taken. No
//! document is ever changed or taken away.
//!
//! Signed credentials that issuers hand in lie here too (`crate::deposits`), under the hash by which the register knows
//! them; of a status list the newest counts, which a pointer names.

mod cited;
mod container;
mod current;
mod error;
mod folder;
mod kind;
mod pdf;

pub use cited::CitedDocument;
pub use error::DocumentError;
pub use folder::{DOCUMENTS_FOLDER, DocumentFolder, Held, Incoming};
pub use kind::DocumentKind;

/// SHA-256 in hexadecimal; `None` for a text that is none.
pub fn parse_sha256(text: &str) -> Option<[u8; 32]> {
    let digits = text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if text.len() != 64 || !digits {
        return None;
    }
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * place..2 * place + 2], 16).ok()?;
    }
    Some(bytes)
}

/// SHA-256 in hexadecimal.
pub fn sha256_text(sha256: &[u8; 32]) -> String {
    hex::encode(sha256)
}
