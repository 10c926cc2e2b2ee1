//! The cookie of a session.

use app::office::{Office, SessionToken};
use axum::http::{HeaderMap, HeaderValue, header};

/// The token in the cookie of a request.
pub(super) fn read(office: &Office, headers: &HeaderMap) -> Option<SessionToken> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    SessionToken::from_text(pairs.find(|(name, _)| *name == self::name(office))?.1)
}

/// Sets the cookie: until the browser is closed, for this host alone, never for scripts or requests of other sites.
pub(super) fn set(office: &Office, token: &SessionToken) -> Option<HeaderValue> {
    let attributes = attributes(office);
    let mut value =
        HeaderValue::from_str(&format!("{}={}{attributes}", name(office), token.to_text())).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// Takes the cookie away.
pub(super) fn clear(office: &Office) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{}={}; Max-Age=0", name(office), attributes(office))).ok()
}

/// With the prefix (RFC 6265bis section 4.1.3.2) no other host and no page without TLS can have set it.
fn name(office: &Office) -> &'static str {
    if office.public_url().is_encrypted() { "__Host-comity-desk" } else { "comity-desk" }
}

fn attributes(office: &Office) -> &'static str {
    // On this machine itself there is no TLS.
    if office.public_url().is_encrypted() {
        "; Path=/; HttpOnly; SameSite=Strict; Secure"
    } else {
        "; Path=/; HttpOnly; SameSite=Strict"
    }
}
