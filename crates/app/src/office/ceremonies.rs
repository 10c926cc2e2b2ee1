//! Passkeys: the two ceremonies of WebAuthn, by `webauthn_rp`, with the policy of this registry.
//!
//! User verification is always required; the signature counter may never stand still or go back where an authenticator
//! has one; answers count for our own address alone, once, within minutes. Ceremonies under way are kept in memory: a
//! restart ends them, and the browser begins another.

use std::fmt;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Mutex, MutexGuard, PoisonError};

use store::office::{Invitation, OfficerId, Passkey};
use webauthn_rp::bin::{Decode as _, Encode as _};
use webauthn_rp::request::auth::AuthenticationVerificationOptions;
use webauthn_rp::request::register::{
    CredProtect, Nickname, PublicKeyCredentialUserEntity, RegistrationVerificationOptions, UserHandle,
    Username,
};
use webauthn_rp::request::{AsciiDomain, FixedCapHashSet, InsertResult, PublicKeyCredentialDescriptor, RpId};
use webauthn_rp::response::register::{DynamicState, StaticState};
use webauthn_rp::response::{AuthTransports, CredentialId};
use webauthn_rp::{
    AuthenticatedCredential, DiscoverableAuthentication, DiscoverableAuthenticationServerState,
    DiscoverableCredentialRequestOptions, PublicKeyCredentialCreationOptions, Registration,
    RegistrationServerState,
};

use super::OfficeError;
use super::limits::{CEREMONIES_MAX, CEREMONY_BYTES_MAX, CEREMONY_SECONDS};

/// Bytes of a user handle: the officer's identifier.
const HANDLE_BYTES: usize = 16;

/// The address under which browsers reach the desk: an origin (RFC 6454). Passkeys belong to its host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    host: String,
    encrypted: bool,
}

/// Why a text is no public address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no address for passkeys: write `https://` and a name without a path, or `http://localhost` with a port"
)]
pub struct PublicUrlError(String);

/// Why a passkey is not good.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasskeyError {
    /// The answer belongs to no ceremony that is under way.
    #[error("that took too long, or was sent before: open the page anew and try again")]
    Ceremony,
    /// Too many ceremonies are under way.
    #[error("too many people sign in at this moment: try again in some minutes")]
    Busy,
    /// The answer of the browser does not hold.
    #[error(
        "the passkey was not accepted ({0}): try again, or ask your administrator for another invitation"
    )]
    Refused(String),
    /// The passkey or its officer was revoked.
    #[error("this passkey was revoked: ask your administrator")]
    Revoked,
    /// Nobody has this passkey.
    #[error("this passkey belongs to no officer here: choose another, or ask your administrator")]
    Unknown,
    /// The officer has too many passkeys.
    #[error("this officer has too many passkeys: revoke the officer and invite anew")]
    TooMany,
}

/// The relying party: this registry, as authenticators know it.
pub struct RelyingParty {
    url: PublicUrl,
    id: RpId,
    registrations: Mutex<FixedCapHashSet<RegistrationServerState<HANDLE_BYTES>>>,
    sign_ins: Mutex<FixedCapHashSet<DiscoverableAuthenticationServerState>>,
}

/// A passkey that was registered.
pub(super) struct Made {
    pub(super) credential: Vec<u8>,
    pub(super) fixed: Vec<u8>,
    pub(super) state: Vec<u8>,
}

impl PublicUrl {
    /// Reads an address.
    ///
    /// # Errors
    /// [`PublicUrlError`].
    pub fn parse(text: &str) -> Result<Self, PublicUrlError> {
        let wrong = || PublicUrlError(text.chars().take(100).collect());
        let trimmed = text.trim_end_matches('/');
        let (encrypted, rest) = match trimmed.split_once("://") {
            Some(("https", rest)) => (true, rest),
            Some(("http", rest)) => (false, rest),
            _ => return Err(wrong()),
        };
        let (host, port) = match rest.split_once(':') {
            Some((host, port)) => (host, Some(port.parse::<u16>().map_err(|_| wrong())?)),
            None => (rest, None),
        };
        let is_name = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
        // A passkey belongs to a name (WebAuthn section 5.1.3), and a browser offers none where others can listen.
        if host.is_empty() || !is_name || host.parse::<IpAddr>().is_ok() {
            return Err(wrong());
        }
        let host = host.to_ascii_lowercase();
        if !encrypted && host != "localhost" {
            return Err(wrong());
        }
        AsciiDomain::try_from(host.clone()).map_err(|_| wrong())?;
        let scheme = if encrypted { "https" } else { "http" };
        let default = if encrypted { 443 } else { 80 };
        let port = port.filter(|port| *port != default).map(|port| format!(":{port}")).unwrap_or_default();
        Ok(Self { origin: format!("{scheme}://{host}{port}"), host, encrypted })
    }

    /// Whether it is reached over TLS; else it is this machine itself.
    pub fn is_encrypted(&self) -> bool {
        self.encrypted
    }

    /// As a browser names it in `Origin`.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin)
    }
}

impl PasskeyError {
    /// A word for it, for ever.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Ceremony => "ceremony",
            Self::Busy => "busy",
            Self::Refused(_) => "passkey",
            Self::Revoked => "passkey-revoked",
            Self::Unknown => "passkey-unknown",
            Self::TooMany => "passkeys-many",
        }
    }

    fn refused(error: impl fmt::Display) -> Self {
        Self::Refused(error.to_string())
    }
}

impl RelyingParty {
    /// The registry at that address.
    pub fn new(url: PublicUrl) -> Self {
        let domain = match AsciiDomain::try_from(url.host.clone()) {
            Ok(domain) => domain,
            Err(_) => unreachable!("a `PublicUrl` was made only from a domain"),
        };
        Self {
            url,
            id: RpId::Domain(domain),
            registrations: Mutex::new(FixedCapHashSet::new(CEREMONIES_MAX)),
            sign_ins: Mutex::new(FixedCapHashSet::new(CEREMONIES_MAX)),
        }
    }

    pub(super) fn public_url(&self) -> &PublicUrl {
        &self.url
    }

    /// Begins a registration: options of `navigator.credentials.create`, as JSON. Passkeys that the officer has
    /// already are named, so that an authenticator makes no second one.
    pub(super) fn begin_registration(
        &self,
        invitation: &Invitation,
        known: &[Passkey],
    ) -> Result<String, PasskeyError> {
        let handle = UserHandle::from(invitation.officer.0);
        let descriptor = |passkey: &Passkey| {
            let id = CredentialId::try_from(passkey.credential.clone()).ok()?;
            Some(PublicKeyCredentialDescriptor { id, transports: AuthTransports::NONE })
        };
        let (name, display_name) = names(invitation);
        let user = PublicKeyCredentialUserEntity { name, id: &handle, display_name };
        let known = known.iter().filter_map(descriptor).collect();
        let mut options = PublicKeyCredentialCreationOptions::passkey(&self.id, user, known);
        options.timeout = CEREMONY_MILLISECONDS;
        // Asked for, it would have to be enforced, which authenticators built into devices do not know.
        options.extensions.cred_protect = CredProtect::None;
        let (state, client) = options.start_ceremony().map_err(PasskeyError::refused)?;
        match lock(&self.registrations).insert_or_replace_all_expired(state) {
            InsertResult::Success => serde_json::to_string(&client).map_err(PasskeyError::refused),
            InsertResult::CapacityFull | InsertResult::Duplicate => Err(PasskeyError::Busy),
        }
    }

    /// Ends a registration with what the browser answered: a `RegistrationResponseJSON`.
    pub(super) fn finish_registration(
        &self,
        officer: &OfficerId,
        response: &str,
    ) -> Result<Made, PasskeyError> {
        let response = Registration::from_json_relaxed(bounded(response)?).map_err(PasskeyError::refused)?;
        let challenge = response.challenge_relaxed().map_err(PasskeyError::refused)?;
        let state = lock(&self.registrations).take(&challenge).ok_or(PasskeyError::Ceremony)?;
        let options = RegistrationVerificationOptions::<'_, '_, &str, &str> {
            allowed_origins: &[self.url.origin()],
            // Browsers ask security keys for protection of their own accord.
            error_on_unsolicited_extensions: false,
            ..RegistrationVerificationOptions::default()
        };
        let made = state.verify(&self.id, &response, &options).map_err(PasskeyError::refused)?;
        if made.user_id().as_ref() != officer.0 {
            return Err(PasskeyError::Ceremony);
        }
        let Ok(fixed) = made.static_state().encode();
        let Ok(dynamic) = made.dynamic_state().encode();
        Ok(Made { credential: made.id().as_ref().to_vec(), fixed, state: dynamic.to_vec() })
    }

    /// Begins signing in: options of `navigator.credentials.get`, as JSON. They name nobody, so they say to nobody who
    /// works here.
    pub(super) fn begin_sign_in(&self) -> Result<String, PasskeyError> {
        let mut options = DiscoverableCredentialRequestOptions::passkey(&self.id);
        options.0.timeout = CEREMONY_MILLISECONDS;
        let (state, client) = options.start_ceremony().map_err(PasskeyError::refused)?;
        match lock(&self.sign_ins).insert_or_replace_all_expired(state) {
            InsertResult::Success => serde_json::to_string(&client).map_err(PasskeyError::refused),
            InsertResult::CapacityFull | InsertResult::Duplicate => Err(PasskeyError::Busy),
        }
    }

    /// Ends signing in with what the browser answered: an `AuthenticationResponseJSON`. `find` gives the passkey of
    /// that identifier. Returns the state that the passkey has from now on.
    pub(super) fn finish_sign_in(
        &self,
        response: &str,
        find: impl FnOnce(&[u8]) -> Result<Passkey, OfficeError>,
    ) -> Result<Vec<u8>, OfficeError> {
        let response = DiscoverableAuthentication::<HANDLE_BYTES>::from_json_relaxed(bounded(response)?)
            .map_err(PasskeyError::refused)?;
        let challenge = response.challenge_relaxed().map_err(PasskeyError::refused)?;
        let state = lock(&self.sign_ins).take(&challenge).ok_or(PasskeyError::Ceremony)?;
        let passkey = find(response.raw_id().as_ref())?;
        let handle = UserHandle::from(passkey.officer.0);
        let fixed = StaticState::decode(&passkey.fixed).map_err(PasskeyError::refused)?;
        let dynamic = passkey.state.as_slice().try_into().map_err(|_| PasskeyError::Unknown)?;
        let dynamic = DynamicState::decode(dynamic).map_err(PasskeyError::refused)?;
        let id = CredentialId::try_from(passkey.credential.as_slice()).map_err(PasskeyError::refused)?;
        let mut credential =
            AuthenticatedCredential::new(id, &handle, fixed, dynamic).map_err(PasskeyError::refused)?;
        let options = AuthenticationVerificationOptions::<'_, '_, &str, &str> {
            allowed_origins: &[self.url.origin()],
            error_on_unsolicited_extensions: false,
            ..AuthenticationVerificationOptions::default()
        };
        // The default refuses a counter that does not grow: somebody may have copied the authenticator.
        state.verify(&self.id, &response, &mut credential, &options).map_err(PasskeyError::refused)?;
        let Ok(dynamic) = credential.dynamic_state().encode();
        Ok(dynamic.to_vec())
    }
}

const CEREMONY_MILLISECONDS: NonZeroU32 = match NonZeroU32::new(CEREMONY_SECONDS * 1000) {
    Some(milliseconds) => milliseconds,
    None => panic!("a ceremony takes some time"),
};

fn lock<T>(ceremonies: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic cannot leave half a ceremony: each is put in or taken out in one step.
    ceremonies.lock().unwrap_or_else(PoisonError::into_inner)
}

fn bounded(response: &str) -> Result<&[u8], PasskeyError> {
    match response.len() {
        0..=CEREMONY_BYTES_MAX => Ok(response.as_bytes()),
        _ => Err(PasskeyError::Refused("the answer is too long".into())),
    }
}

/// What an authenticator shows beside the passkey. Names that its rules (RFC 8265, RFC 8266) do not take are left out.
fn names(invitation: &Invitation) -> (Username<'static>, Option<Nickname<'static>>) {
    let plain = invitation.name.replace(' ', ".");
    let by_id = format!("officer-{}", invitation.officer);
    let name = Username::try_from(plain).or_else(|_| Username::try_from(by_id));
    let name = match name {
        Ok(name) => name,
        Err(_) => unreachable!("letters, digits and hyphens are a user name"),
    };
    (name, Nickname::try_from(invitation.name.clone()).ok())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_name_over_tls_or_this_machine() {
        let parsed = |text: &str| PublicUrl::parse(text).unwrap().to_string();
        assert_eq!(parsed("https://Registry.Example/"), "https://registry.example");
        assert_eq!(parsed("https://registry.example:443"), "https://registry.example");
        assert_eq!(parsed("https://registry.example:8443"), "https://registry.example:8443");
        assert_eq!(parsed("http://localhost:8080"), "http://localhost:8080");
        for bad in [
            "registry.example",
            "http://registry.example",
            "http://127.0.0.1:8080",
            "https://127.0.0.1",
            "https://[::1]",
            "https://a.example/desk",
            "https://a.example:port",
            "https://user@a.example",
            "https://",
            "ftp://a.example",
        ] {
            assert!(PublicUrl::parse(bad).is_err(), "{bad}");
        }
    }
}
