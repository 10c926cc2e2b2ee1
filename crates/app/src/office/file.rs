//! Acts and signed statements that come as files: the same as pasting what is in them.

use store::office::DraftId;

use super::{Acting, Logged, Office, OfficeError};

impl Office {
    /// Keeps a new draft from a file. The text is given back when it is no act, so that it can be mended.
    ///
    /// # Errors
    /// [`OfficeError::NoFile`], [`OfficeError::FileTooLarge`], [`OfficeError::NotText`].
    pub fn write_file(
        &self,
        acting: &Acting,
        file: Result<Vec<u8>, OfficeError>,
    ) -> Result<Written, OfficeError> {
        let text = self.allowed(acting, "act.write", "", file.and_then(text))?;
        Ok(match self.write(acting, &text) {
            Ok(id) => Written::Kept(id),
            Err(error) => Written::Wrong(text, error),
        })
    }

    /// Takes a signed statement from a file, as [`Office::upload`] does.
    ///
    /// # Errors
    /// [`OfficeError`]; then nothing is in the log.
    pub fn upload_file(
        &self,
        acting: &Acting,
        id: &DraftId,
        seen: &str,
        file: Result<Vec<u8>, OfficeError>,
    ) -> Result<Logged, OfficeError> {
        let text = self.allowed(acting, "act.upload", &id.to_string(), file.and_then(text))?;
        self.upload(acting, id, seen, &text)
    }
}

/// What became of a file.
#[derive(Debug)]
pub enum Written {
    /// It is a draft now.
    Kept(DraftId),
    /// It is no act: its text, and what is wrong.
    Wrong(String, OfficeError),
}

/// The text in a file. Its name and the type that a browser claims for it say nothing that is relied upon.
fn text(bytes: Vec<u8>) -> Result<String, OfficeError> {
    let text = String::from_utf8(bytes).map_err(|_| OfficeError::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if text.contains('\0') { Err(OfficeError::NotText) } else { Ok(text.replace("\r\n", "\n")) }
}
