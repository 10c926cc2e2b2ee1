//! Sessions: the token in the cookie, who acts under it, and when it ends.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use store::office::{Officer, Session, TokenHash};
use zeroize::Zeroizing;

use super::audit::Actor;
use super::limits::{SESSION_IDLE_SECONDS, SESSION_SECONDS, TOUCH_SECONDS};
use super::{Office, OfficeError};

/// The secret of a session, 256 bits, as it stands in the cookie. The store knows its hash only.
#[derive(Clone)]
pub struct SessionToken(pub(super) Zeroizing<[u8; 32]>);

/// An officer who is signed in.
///
/// **Invariant:** the only way to one is [`Office::resume`], for a session that is alive and an officer who was not
/// revoked.
pub struct Acting {
    officer: Officer,
    session: Session,
    token: SessionToken,
    request: String,
}

impl SessionToken {
    /// As it stands in the cookie.
    pub fn to_text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.as_slice())
    }

    /// From a cookie; `None` for a text that is no token.
    pub fn from_text(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(text).ok()?);
        Some(Self(Zeroizing::new(bytes.as_slice().try_into().ok()?)))
    }

    pub(super) fn hash(&self) -> TokenHash {
        TokenHash::of(self.0.as_slice())
    }
}

impl Acting {
    /// The officer.
    pub fn officer(&self) -> &Officer {
        &self.officer
    }

    pub(super) fn session(&self) -> &Session {
        &self.session
    }

    pub(super) fn token(&self) -> &SessionToken {
        &self.token
    }

    pub(super) fn actor(&self) -> Actor {
        Actor::unknown(&self.request).as_officer(&self.officer)
    }
}

impl Office {
    /// Who acts under a session.
    ///
    /// # Errors
    /// [`OfficeError::SignedOut`] when it has ended, and when the store cannot be read.
    pub fn resume(&self, token: &SessionToken, request: &str) -> Result<Acting, OfficeError> {
        let session = self.store().session(&token.hash())?.ok_or(OfficeError::SignedOut)?;
        let now = self.now();
        if now >= session.opened_at.saturating_add(SESSION_SECONDS)
            || now >= session.seen_at.saturating_add(SESSION_IDLE_SECONDS)
        {
            self.store().close_session(&session.token)?;
            return Err(OfficeError::SignedOut);
        }
        let officer = self.store().officer(&session.officer)?;
        let officer = officer.filter(|o| o.revoked_at.is_none()).ok_or(OfficeError::SignedOut)?;
        if now >= session.seen_at.saturating_add(TOUCH_SECONDS) {
            self.store().touch_session(&session.token, now)?;
        }
        Ok(Acting { officer, session, token: token.clone(), request: request.to_owned() })
    }

    /// Opens a session for an officer whose passkey was just checked; one that the browser had before ends, so that a
    /// token from before signing in is worth nothing after it.
    pub(super) fn open_session(
        &self,
        officer: &Officer,
        former: Option<&SessionToken>,
    ) -> Result<SessionToken, OfficeError> {
        let now = self.now();
        self.store()
            .sweep_sessions(now.saturating_sub(SESSION_SECONDS), now.saturating_sub(SESSION_IDLE_SECONDS))?;
        if let Some(former) = former {
            self.store().close_session(&former.hash())?;
        }
        let token = SessionToken(self.draw()?);
        let session = Session { token: token.hash(), officer: officer.id, opened_at: now, seen_at: now };
        self.store().open_session(&session)?;
        Ok(token)
    }

    /// Ends the session.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn sign_out(&self, acting: &Acting) -> Result<(), OfficeError> {
        let closed = self.store().close_session(&acting.session().token).map_err(OfficeError::from);
        self.audited(&acting.actor(), "sign-out", "", closed, |()| String::new())
    }
}
