//! The number of a form for people without an account.
//!
//! As at the desk it is drawn at random and bound with HMAC-SHA256, here under a key that this process draws when it
//! starts, and it counts once. It also says when it was made: **a form that comes back within three seconds was filled
//! by a program**, and a person loses nothing by sending it again. Beside it stands **a field that people do not see**
//! (out of view, out of the order of the keyboard, hidden from screen readers, named in words): programs that fill
//! every field fill it, and are told so. Neither keeps anything about anybody.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use model::InstrumentId;
use sha2::Sha256;

use super::super::Office;
use super::CommentError;

/// Seconds that a person needs at least between seeing the form and sending it.
const SECONDS_MIN: u64 = 3;
/// Seconds for which a form is good: a working day, so that a long comment can be written between two meetings.
const SECONDS_MAX: u64 = 12 * 60 * 60;
const NUMBER_BYTES: usize = 16;
const TIME_BYTES: usize = 8;

impl Office {
    /// The number for a form on a procedure.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn comment_form(&self, procedure: &InstrumentId) -> Result<String, CommentError> {
        let number = self.draw::<NUMBER_BYTES>().map_err(|error| CommentError::Random(error.to_string()))?;
        let head = [number.as_slice(), &self.now().to_be_bytes()].concat();
        let tag = self.comment_mac(procedure, &head)?.finalize().into_bytes();
        Ok(URL_SAFE_NO_PAD.encode([head.as_slice(), tag.as_slice()].concat()))
    }

    /// The number in a form that was sent, if it is one of ours and neither too young nor too old.
    pub(super) fn read_comment_form(
        &self,
        procedure: &InstrumentId,
        text: &str,
    ) -> Result<[u8; NUMBER_BYTES], CommentError> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| CommentError::Form)?;
        let (head, tag) =
            bytes.split_first_chunk::<{ NUMBER_BYTES + TIME_BYTES }>().ok_or(CommentError::Form)?;
        self.comment_mac(procedure, head)?.verify_slice(tag).map_err(|_| CommentError::Form)?;
        let (number, made_at) = head.split_first_chunk::<NUMBER_BYTES>().ok_or(CommentError::Form)?;
        let made_at = made_at.try_into().map(u64::from_be_bytes).map_err(|_| CommentError::Form)?;
        match self.now().saturating_sub(made_at) {
            ..SECONDS_MIN => Err(CommentError::TooFast),
            SECONDS_MIN..=SECONDS_MAX => Ok(*number),
            _ => Err(CommentError::Form),
        }
    }

    fn comment_mac(&self, procedure: &InstrumentId, head: &[u8]) -> Result<Hmac<Sha256>, CommentError> {
        let mut mac = match Hmac::<Sha256>::new_from_slice(self.comment_key()?) {
            Ok(mac) => mac,
            Err(_) => unreachable!("HMAC takes keys of any length (RFC 2104 section 3)"),
        };
        mac.update(b"comity comment form v0\n");
        mac.update(procedure.as_str().as_bytes());
        mac.update(b"\n");
        mac.update(head);
        Ok(mac)
    }

    fn comment_key(&self) -> Result<&[u8; 32], CommentError> {
        if let Some(key) = self.inner.comment_key.get() {
            return Ok(key);
        }
        let drawn = self.draw::<32>().map_err(|error| CommentError::Random(error.to_string()))?;
        Ok(self.inner.comment_key.get_or_init(|| *drawn))
    }
}
