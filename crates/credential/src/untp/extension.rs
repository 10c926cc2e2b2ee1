//! Our own extension: the certificate as the registry knows it, within the credential.
//!
//! A conformity credential of the protocol has no place for commodity codes and their edition, modules, the party under
//! whose authority a body acted, editions of acts and standards, the dense status index, the day of assessment and a
//! suspension beside a revocation. All of them stand in the registry's act, so the act itself is the extension: nothing
//! is written twice in two forms, and what travels can be compared with the register field by field.

use model::PartyId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use statement::act::Certificate;

use crate::problem::{Place, Problem, Problems};

/// The member of the subject that holds it.
pub const FIELD: &str = "registerEntry";
/// The version that is written. It is frozen, as the act in it is; a later one stands beside it.
pub const VERSION: &str = "v1";
/// The versions that are read, for ever and with the same meaning.
pub const VERSIONS: [&str; 2] = [VERSION, "v0"];
/// Where a registry serves the context of the extension, below its own URL. The document behind it never changes.
pub const CONTEXT_PATH: &str = "/ns/conformity/v1";
/// The context: one protected term whose value is JSON, so that a JSON-LD processor carries it along whole.
pub const CONTEXT: &str = r#"{
  "@context": {
    "@version": 1.1,
    "@protected": true,
    "registerEntry": {
      "@id": "tag:comity,2026:ns/conformity/v1#registerEntry",
      "@type": "@json"
    }
  }
}
"#;

/// The certificate as the registry knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterEntry {
    /// One of [`VERSIONS`].
    pub version: String,
    /// Who issued it.
    pub issuer: PartyId,
    /// Its content, in the form of the act `certificate.issued`, without the digest of the credential.
    pub certificate: Certificate,
    /// Further pointers into status lists: the protocol has room for one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<Value>,
}

impl RegisterEntry {
    /// The entry of a certificate.
    pub fn new(issuer: PartyId, certificate: &Certificate, status: Vec<Value>) -> Self {
        // The digest of the credential cannot stand in the credential.
        let certificate = Certificate { credential_sha256: None, ..certificate.clone() };
        Self { version: VERSION.to_owned(), issuer, certificate, status }
    }

    /// Reads the extension of a credential; `None` when it has none.
    ///
    /// # Errors
    /// When it has one that cannot be read.
    pub fn read(credential: &Value) -> Result<Option<Self>, Problem> {
        let Some(value) = credential.pointer("/credentialSubject/registerEntry") else { return Ok(None) };
        let malformed = |expected: &str, found: Option<&Value>| {
            let (root, mut problems) = (Place::Root, Problems::default());
            let subject = root.field("credentialSubject");
            let help = "write it with `comity credential make`";
            problems.add(&subject.field(FIELD), expected, found, help);
            problems.into_vec().swap_remove(0)
        };
        let version = value.get("version").and_then(Value::as_str);
        if version.is_none_or(|version| !VERSIONS.contains(&version)) {
            return Err(malformed("an entry of version `v1` or `v0`", value.get("version")));
        }
        let read: Self = serde_json::from_value(value.clone())
            .map_err(|error| malformed(&format!("an entry of the register ({error})"), Some(value)))?;
        // serde also takes a list for a structure.
        let written = serde_json::to_value(&read).unwrap_or_default();
        match statement::array_for_structure(value, &written) {
            Some(path) => Err(malformed(&format!("named fields at `{path}`"), Some(value))),
            None => Ok(Some(read)),
        }
    }
}
