//! Keys in a token, over PKCS #11: the module is loaded when the server starts, and named by `--pkcs11-module`.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use app::office::{KeyToken, TokenError, TokenReach};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::mechanism::Mechanism;
use cryptoki::mechanism::eddsa::{EddsaParams, EddsaSignatureScheme};
use cryptoki::object::{Attribute, AttributeType, ObjectClass, ObjectHandle};
use cryptoki::session::{Session, UserType};
use cryptoki::types::AuthPin;
use sha2::{Digest as _, Sha256, Sha384};
use statement::{Algorithm, PublicKey};

use crate::failure::Failure;

/// A PKCS #11 module. Sessions are opened for one use each, one after the other: tokens are slow and logins are shared.
pub struct Module(Mutex<Pkcs11>);

impl Module {
    /// Loads a module.
    pub fn load(path: &Path) -> Result<Self, Failure> {
        let failed = |error: cryptoki::error::Error| {
            Failure::new(
                format!("the PKCS #11 module `{}` cannot be loaded: {error}", path.display()),
                "name the shared library that came with the token",
            )
        };
        let module = Pkcs11::new(path).map_err(failed)?;
        module.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)).map_err(failed)?;
        Ok(Self(Mutex::new(module)))
    }

    fn with_session<T>(
        &self,
        reach: &TokenReach,
        run: impl FnOnce(&Session) -> Result<T, TokenError>,
    ) -> Result<T, TokenError> {
        let module = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let slots = module.get_slots_with_token().map_err(refused)?;
        let named = slots.into_iter().find(|slot| {
            module.get_token_info(*slot).is_ok_and(|info| info.label().trim_end() == reach.token)
        });
        let slot =
            named.ok_or_else(|| TokenError::NotFound(format!("there is no token `{}`", reach.token)))?;
        let session = module.open_ro_session(slot).map_err(refused)?;
        session.login(UserType::User, Some(&AuthPin::new(reach.pin.clone().into()))).map_err(refused)?;
        let done = run(&session);
        // A session that is dropped is closed, and the login ends with the last one.
        let _ = session.logout();
        done
    }
}

impl KeyToken for Module {
    fn public_key(&self, reach: &TokenReach, kid: &str) -> Result<PublicKey, TokenError> {
        self.with_session(reach, |session| {
            let key = find(session, ObjectClass::PUBLIC_KEY, &reach.key)?;
            let wanted = [AttributeType::EcParams, AttributeType::EcPoint];
            let found = session.get_attributes(key, &wanted).map_err(refused)?;
            let (mut curve, mut point) = (Vec::new(), Vec::new());
            for attribute in found {
                match attribute {
                    Attribute::EcParams(bytes) => curve = bytes,
                    Attribute::EcPoint(bytes) => point = bytes,
                    _ => {}
                }
            }
            public_key(kid, &curve, &point).ok_or_else(|| {
                TokenError::NotFound(format!("`{}` is not on Ed25519, P-256 or P-384", reach.key))
            })
        })
    }

    fn sign(&self, reach: &TokenReach, algorithm: Algorithm, message: &[u8]) -> Result<Vec<u8>, TokenError> {
        self.with_session(reach, |session| {
            let key = find(session, ObjectClass::PRIVATE_KEY, &reach.key)?;
            // Tokens hash ECDSA differently or not at all; the hash is made here, so that all of them can sign.
            let signed = match algorithm {
                Algorithm::EdDsa => {
                    let pure = Mechanism::Eddsa(EddsaParams::new(EddsaSignatureScheme::Ed25519));
                    session.sign(&pure, key, message)
                }
                Algorithm::Es256 => session.sign(&Mechanism::Ecdsa, key, &Sha256::digest(message)),
                Algorithm::Es384 => session.sign(&Mechanism::Ecdsa, key, &Sha384::digest(message)),
            };
            signed.map_err(refused)
        })
    }
}

fn find(session: &Session, class: ObjectClass, label: &str) -> Result<ObjectHandle, TokenError> {
    let template = [Attribute::Class(class), Attribute::Label(label.as_bytes().to_vec())];
    let found = session.find_objects(&template).map_err(refused)?;
    let none = || TokenError::NotFound(format!("there is no key `{label}` in the token"));
    found.into_iter().next().ok_or_else(none)
}

/// Curves as tokens name them (RFC 5480 section 2.1.1.1, RFC 8410 section 3; some write the name of the curve).
const P256: &[u8] = b"\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07";
const P384: &[u8] = b"\x06\x05\x2b\x81\x04\x00\x22";
const ED25519: [&[u8]; 2] = [b"\x06\x03\x2b\x65\x70", b"\x13\x0cedwards25519"];

/// A public key from the attributes of a token: the point stands in an OCTET STRING.
fn public_key(kid: &str, curve: &[u8], point: &[u8]) -> Option<PublicKey> {
    let (crv, bytes) = match curve {
        P256 => ("P-256", 32),
        P384 => ("P-384", 48),
        other if ED25519.contains(&other) => ("Ed25519", 32),
        _ => return None,
    };
    let point = point.strip_prefix(&[0x04, u8::try_from(point.len().checked_sub(2)?).ok()?])?;
    let (kty, x, y) = match crv {
        "Ed25519" => ("OKP", point, None),
        _ => {
            let (x, y) = point.strip_prefix(&[0x04])?.split_at_checked(bytes)?;
            ("EC", x, Some(URL_SAFE_NO_PAD.encode(y)))
        }
    };
    Some(PublicKey { kid: kid.into(), kty: kty.into(), crv: crv.into(), x: URL_SAFE_NO_PAD.encode(x), y })
}

fn refused(error: cryptoki::error::Error) -> TokenError {
    TokenError::Refused(error.to_string())
}
