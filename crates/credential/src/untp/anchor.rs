//! A Digital Identity Anchor 0.7.0: a register states which DID belongs to a body or authority on its record.

use jiff::Timestamp;
use model::{Date, PartyId};
use serde_json::{Value, json};

use crate::context::{BASE, UNTP_0_7};
use crate::time;

/// A party on record.
#[derive(Clone, Debug)]
pub struct Registered<'a> {
    /// The party.
    pub party: &'a PartyId,
    /// Its name.
    pub name: &'a str,
    /// Under which number or name the register keeps it.
    pub registered_id: &'a str,
    /// Since when.
    pub registered_on: Date,
    /// Whether it is registered as accredited or designated (`accreditation`), or as a business.
    pub is_accreditation: bool,
    /// What it is registered for: URLs.
    pub scope: &'a [String],
}

/// The one who keeps the register and signs the anchor.
#[derive(Clone, Debug)]
pub struct Registrar<'a> {
    /// Its DID.
    pub party: &'a PartyId,
    /// Its name.
    pub name: &'a str,
    /// Name of the register.
    pub register: &'a str,
    /// Where the register is.
    pub url: &'a str,
}

/// The anchor, to be signed by the registrar.
pub fn anchor(registered: &Registered<'_>, registrar: &Registrar<'_>, from: Timestamp) -> Value {
    let register = if registered.is_accreditation { "accreditation" } else { "business" };
    let address = format!("{}/en/bodies/{}", registrar.url, super::make::segment(registered.party.as_str()));
    let mut anchor = json!({
        "@context": [BASE, UNTP_0_7],
        "type": ["DigitalIdentityAnchor", "VerifiableCredential"],
        "id": format!("{address}#anchor"),
        "issuer": { "type": ["CredentialIssuer"], "id": registrar.party, "name": registrar.name },
        "validFrom": time::print(from),
        "name": format!("Identity of {}", registered.name),
        "credentialSubject": {
            "type": ["RegisteredIdentity"],
            "id": registered.party,
            "registeredName": registered.name,
            "registeredId": registered.registered_id,
            "registeredDate": registered.registered_on,
            "publicInformation": address,
            "schemeId": { "type": ["IdentifierScheme"], "id": registrar.url, "name": registrar.register },
            "registrar": { "type": ["Party"], "id": registrar.party, "name": registrar.name },
            "registerType": register,
        },
    });
    if !registered.scope.is_empty() {
        anchor["credentialSubject"]["registrationScope"] = json!(registered.scope);
    }
    anchor
}
