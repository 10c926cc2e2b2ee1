//! Forms: each carries a number that only its session can make and that counts once.
//!
//! The number is drawn at random and bound to the session with HMAC-SHA256 under the session's secret. So another site
//! cannot make one (cross-site request forgery), one session's form is worth nothing in another, reading a page writes
//! nothing, and a form that is sent again does nothing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use store::office::Outcome;

use super::session::SessionToken;
use super::{Acting, Office, OfficeError};

/// Bytes of a number.
const NUMBER_BYTES: usize = 16;

impl Office {
    /// The number for a form of this session.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn form(&self, acting: &Acting) -> Result<String, OfficeError> {
        let number = self.draw::<NUMBER_BYTES>()?;
        let tag = mac(acting.token(), number.as_slice()).finalize().into_bytes();
        Ok(URL_SAFE_NO_PAD.encode([number.as_slice(), tag.as_slice()].concat()))
    }

    /// Takes the number of a form that was sent: from here on it counts no more. `what` is what the form was to do,
    /// for the audit trail.
    ///
    /// # Errors
    /// [`OfficeError::ForeignForm`] and [`OfficeError::Repeated`].
    pub fn take_form(&self, acting: &Acting, text: &str, what: &str) -> Result<(), OfficeError> {
        let taken = self.take(acting, text);
        if let Err(error) = &taken {
            self.note(&acting.actor(), what, "", Outcome::Refused, &format!("{}: {error}", error.code()))?;
        }
        taken
    }

    fn take(&self, acting: &Acting, text: &str) -> Result<(), OfficeError> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| OfficeError::ForeignForm)?;
        let (number, tag) = bytes.split_first_chunk::<NUMBER_BYTES>().ok_or(OfficeError::ForeignForm)?;
        mac(acting.token(), number).verify_slice(tag).map_err(|_| OfficeError::ForeignForm)?;
        match self.store().use_form(&acting.session().token, number)? {
            true => Ok(()),
            false => Err(OfficeError::Repeated),
        }
    }
}

fn mac(token: &SessionToken, number: &[u8]) -> Hmac<Sha256> {
    let mut mac = match Hmac::<Sha256>::new_from_slice(token.0.as_slice()) {
        Ok(mac) => mac,
        Err(_) => unreachable!("HMAC takes keys of any length (RFC 2104 section 3)"),
    };
    mac.update(b"comity form v0\n");
    mac.update(number);
    mac
}
