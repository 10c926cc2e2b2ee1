//! What comes in a form with a file: fields of text, and the bytes of the file.

use app::office::{DRAFT_BYTES_MAX, OfficeError};
use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;

use super::view::Fields;

/// Parts of one form that are read: ours have three.
const PARTS_MAX: usize = 8;
/// Longest part that is no file, in bytes: a number of a form, a digest.
const FIELD_BYTES_MAX: usize = 1024;

/// A form with a file.
pub(super) struct Uploaded {
    pub(super) fields: Fields,
    /// Its bytes, or why there are none.
    pub(super) file: Result<Vec<u8>, OfficeError>,
}

impl Uploaded {
    /// Whether so much came that not even the number of the form could be read.
    pub(super) fn is_beyond_reading(&self) -> bool {
        self.file == Err(OfficeError::FileTooLarge) && !self.fields.contains_key("form")
    }
}

/// Reads it. What is wrong with the file is told once the form's number was taken, so that it is on the trail.
pub(super) async fn read(multipart: Result<Multipart, MultipartRejection>) -> Uploaded {
    let mut uploaded = Uploaded { fields: Fields::new(), file: Err(OfficeError::NoFile) };
    let Ok(mut multipart) = multipart else { return uploaded };
    for _ in 0..PARTS_MAX {
        // What cannot be read any further is too large for this desk, or was broken off.
        let Ok(part) = multipart.next_field().await else {
            uploaded.file = Err(OfficeError::FileTooLarge);
            break;
        };
        let Some(part) = part else { break };
        let name = part.name().unwrap_or_default().to_owned();
        let Ok(bytes) = part.bytes().await else {
            uploaded.file = Err(OfficeError::FileTooLarge);
            break;
        };
        match name.as_str() {
            // A browser sends an empty file when none was chosen.
            "file" if bytes.is_empty() => {}
            "file" if bytes.len() > DRAFT_BYTES_MAX => uploaded.file = Err(OfficeError::FileTooLarge),
            "file" => uploaded.file = Ok(bytes.to_vec()),
            _ if bytes.len() <= FIELD_BYTES_MAX => {
                uploaded.fields.insert(name, String::from_utf8_lossy(&bytes).into_owned());
            }
            _ => {}
        }
    }
    uploaded
}
