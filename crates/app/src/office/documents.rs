//! Handing in documents, so that acts of the party can cite them.

use model::PartyId;
use store::office::DocumentRecord;

use super::draft::WRITERS;
use super::{Acting, Actor, Office, OfficeError};
use crate::documents::{DocumentError, DocumentFolder, Held, Incoming, sha256_text};

/// Documents of a party that are listed: the latest.
const DOCUMENTS_MAX: usize = 200;
/// Longest name of a file that is kept, in characters.
const FILE_NAME_CHARS_MAX: usize = 120;

/// A document that the party handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentView {
    /// What was noted.
    pub record: DocumentRecord,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Statements that cite it: from the first on everybody can read it.
    pub cited: Vec<u64>,
}

impl Office {
    /// The folder of documents, if this server keeps any.
    pub fn documents_folder(&self) -> Option<&DocumentFolder> {
        self.inner.documents.as_ref()
    }

    /// The latest documents that the party handed in.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn documents(&self, acting: &Acting) -> Result<Vec<DocumentView>, OfficeError> {
        let state = self.app().state();
        let records = self.store().documents(Some(&acting.officer().party), DOCUMENTS_MAX)?;
        let view = |record: DocumentRecord| DocumentView {
            sha256: sha256_text(&record.sha256),
            cited: state.registry().citing(&record.sha256).iter().map(|at| at.0).collect(),
            record,
        };
        Ok(records.into_iter().map(view).collect())
    }

    /// Begins to take a document of an officer who may write acts.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn begin_document(&self, acting: &Acting) -> Result<Incoming, OfficeError> {
        let begun = acting.needs(WRITERS).and_then(|()| {
            let folder = self.documents_folder().ok_or(DocumentError::NoFolder)?;
            Ok(folder.begin()?)
        });
        self.allowed(acting, "document.add", "", begun)
    }

    /// Judges a document that has come whole, keeps it, and notes who handed it in under which name.
    ///
    /// # Errors
    /// [`OfficeError`]; then nothing is left of it.
    pub fn keep_document(
        &self,
        acting: &Acting,
        incoming: Incoming,
        name: &str,
    ) -> Result<Held, OfficeError> {
        let name = file_name(name);
        let kept = incoming.finish().map_err(OfficeError::from).and_then(|held| {
            let officer = acting.officer();
            self.note_document(&held, &name, Some(officer.party.clone()), officer.id.to_string())?;
            Ok(held)
        });
        self.audited(&acting.actor(), "document.add", &name, kept, |held| sha256_text(&held.sha256))
    }

    /// Writes that a document was refused to the audit trail.
    ///
    /// # Errors
    /// The refusal itself.
    pub fn refuse_document(
        &self,
        acting: &Acting,
        name: &str,
        error: DocumentError,
    ) -> Result<(), OfficeError> {
        self.audited(&acting.actor(), "document.add", &file_name(name), Err(error.into()), |()| String::new())
    }

    /// Notes a document that whoever runs the registry put into the folder.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn note_document_from_console(
        &self,
        held: &Held,
        name: &str,
        party: Option<PartyId>,
    ) -> Result<(), OfficeError> {
        let name = file_name(name);
        let noted = self.note_document(held, &name, party.clone(), Actor::console().who);
        let actor = party.iter().fold(Actor::console(), |actor, party| actor.of(party));
        self.audited(&actor, "document.add", &name, noted, |()| sha256_text(&held.sha256))
    }

    fn note_document(
        &self,
        held: &Held,
        name: &str,
        party: Option<PartyId>,
        by: String,
    ) -> Result<(), OfficeError> {
        // Handed in before, it is there already, under the name that it had then.
        self.store().add_document(&DocumentRecord {
            sha256: held.sha256,
            media_type: held.kind.media_type().to_owned(),
            size_bytes: held.size_bytes,
            name: name.to_owned(),
            party,
            by,
            at: self.now(),
        })?;
        Ok(())
    }
}

/// The name of a file as people know it: without the folders before it, without what is no letter to see. It names no
/// file here.
fn file_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let hides = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let clean: String = last.chars().filter(|c| !hides(*c)).take(FILE_NAME_CHARS_MAX).collect();
    let clean = clean.trim().trim_start_matches('.');
    if clean.is_empty() { "document".to_owned() } else { clean.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_for_people_only() {
        assert_eq!(file_name("../../etc/passwd"), "passwd");
        assert_eq!(file_name("C:\\Users\\a\\draft.pdf"), "draft.pdf");
        assert_eq!(file_name("draft\u{202e}fdp.exe\n"), "draftfdp.exe");
        assert_eq!(file_name(".."), "document");
        assert_eq!(file_name(&"a".repeat(500)).len(), FILE_NAME_CHARS_MAX);
    }
}
