//! A Digital Conformity Credential 0.7.0 out of a certificate or declaration.

use model::{EvidenceKind, InstrumentId, PartyId, Product, StandardReference};
use serde_json::{Value, json};
use statement::act::{ActReference, Certificate};

use super::assurance::{Basis, assessment_level, assessor_level, attestation_type};
use super::extension::{CONTEXT_PATH, FIELD, RegisterEntry};
use crate::context::{BASE, UNTP_0_7};
use crate::time;

/// What a credential says beside the certificate, from the register.
pub trait Names {
    /// The name of a party on record.
    fn party(&self, party: &PartyId) -> Option<String>;
    /// The title of an act on record.
    fn act(&self, act: &InstrumentId) -> Option<String>;
    /// What an instrument is on which certificates rest; `None` when it is not on record.
    fn basis(&self, instrument: &InstrumentId) -> Option<Basis>;
    /// Who granted an accreditation.
    fn accreditation_body(&self, accreditation: &InstrumentId) -> Option<PartyId>;
}

/// Where the registry that made it is reached: identifiers in a credential are addresses there.
#[derive(Clone, Copy, Debug)]
pub struct Base<'a>(pub &'a str);

impl Base<'_> {
    fn at(self, folder: &str, name: &str) -> String {
        format!("{}/{folder}/{}", self.0.trim_end_matches('/'), segment(name))
    }

    /// The address of a certificate's credential, which is its identifier.
    pub fn credential(self, number: &str) -> String {
        self.at("credentials", number)
    }

    /// The address of a certificate for readers.
    pub fn certificate(self, number: &str) -> String {
        self.at("en/certificates", number)
    }

    /// The address of an issuer's status list.
    pub fn status_list(self, issuer: &PartyId, purpose: &str) -> String {
        format!("{}/{purpose}", self.at("status", issuer.as_str()))
    }
}

/// A text as one segment of a path (RFC 3986 section 3.3).
pub fn segment(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// The credential, to be signed by its issuer. The same certificate and names always give the same credential.
pub fn make(certificate: &Certificate, issuer: &PartyId, names: &dyn Names, base: Base<'_>) -> Value {
    let number = certificate.number.as_str();
    let entry = |purpose: &str| {
        json!({
            "type": "BitstringStatusListEntry", "statusPurpose": purpose,
            "statusListIndex": certificate.status_index,
            "statusListCredential": base.status_list(issuer, purpose),
        })
    };
    let mut credential = json!({
        "@context": [BASE, UNTP_0_7, format!("{}{CONTEXT_PATH}", base.0.trim_end_matches('/'))],
        "type": ["DigitalConformityCredential", "VerifiableCredential"],
        "id": base.credential(number),
        "issuer": { "type": ["CredentialIssuer"], "id": issuer, "name": name(names, issuer) },
        "validFrom": time::print(time::start_of(certificate.issued_on)),
        "name": title(certificate),
        "credentialStatus": entry("revocation"),
        "credentialSubject": attestation(certificate, issuer, names, base),
    });
    if let Some(expires_on) = certificate.expires_on {
        credential["validUntil"] = json!(time::print(time::start_of(expires_on)));
    }
    let register = RegisterEntry::new(issuer.clone(), certificate, vec![entry("suspension")]);
    credential["credentialSubject"][FIELD] = json!(register);
    credential
}

fn name(names: &dyn Names, party: &PartyId) -> String {
    names.party(party).unwrap_or_else(|| party.to_string())
}

fn title(certificate: &Certificate) -> String {
    let kind = match certificate.kind {
        EvidenceKind::Declaration => "Declaration of conformity",
        EvidenceKind::TestReport => "Test report",
        EvidenceKind::InspectionReport => "Inspection report",
        EvidenceKind::Certificate => "Certificate of conformity",
        EvidenceKind::TypeApproval => "Type approval",
        EvidenceKind::CalibrationCertificate => "Calibration certificate",
    };
    format!("{kind} {}", certificate.number)
}

fn party(names: &dyn Names, party: &PartyId) -> Value {
    json!({ "type": ["Party"], "id": party, "name": name(names, party) })
}

fn attestation(certificate: &Certificate, issuer: &PartyId, names: &dyn Names, base: Base<'_>) -> Value {
    let number = certificate.number.as_str();
    let is_own = certificate.kind == EvidenceKind::Declaration && certificate.holder == *issuer;
    let basis: Vec<Basis> = certificate.basis.iter().filter_map(|id| names.basis(id)).collect();
    let mut attestation = json!({
        "type": ["ConformityAttestation"],
        "id": base.certificate(number),
        "name": title(certificate),
        "assessorLevel": assessor_level(is_own),
        "assessmentLevel": assessment_level(certificate, is_own, &basis),
        "attestationType": attestation_type(certificate.kind),
        "issuedToParty": party(names, &certificate.holder),
        "referenceScheme": scheme(certificate, names, base),
        "conformityCertificate": {
            "linkURL": base.certificate(number), "linkName": title(certificate), "mediaType": "text/html",
        },
        "conformityAssessment": [assessment(certificate, names, base)],
    });
    let endorsements: Vec<Value> = certificate
        .basis
        .iter()
        .filter_map(|id| {
            let body = names.accreditation_body(id)?;
            Some(json!({ "name": id, "issuingAuthority": party(names, &body) }))
        })
        .collect();
    if !endorsements.is_empty() {
        attestation["authorisation"] = json!(endorsements);
    }
    attestation
}

/// The scheme that the protocol asks for: the first act, else the first standard, else the procedure alone.
fn scheme(certificate: &Certificate, names: &dyn Names, base: Base<'_>) -> Value {
    let act = certificate.conforms_to.first().map(|act| regulation(act, names, base));
    let standard = || certificate.standards.first().map(|reference| standard(reference, base));
    let mut scheme = act.or_else(standard).unwrap_or_else(|| {
        let procedure = certificate.procedure.as_str();
        json!({ "id": base.at("en/about", procedure), "name": procedure })
    });
    scheme["type"] = json!(["ConformityScheme"]);
    scheme
}

fn regulation(reference: &ActReference, names: &dyn Names, base: Base<'_>) -> Value {
    let id = &reference.act;
    let title = names.act(id).map_or_else(|| id.to_string(), |title| format!("{id}: {title}"));
    json!({ "type": ["Regulation"], "id": base.at("en/regulations", id.as_str()), "name": title })
}

fn standard(reference: &StandardReference, base: Base<'_>) -> Value {
    let name = reference.to_string();
    json!({ "type": ["Standard"], "id": base.at("en/standards", &name), "name": name })
}

fn assessment(certificate: &Certificate, names: &dyn Names, base: Base<'_>) -> Value {
    let number = certificate.number.as_str();
    let regulations: Vec<_> =
        certificate.conforms_to.iter().map(|act| regulation(act, names, base)).collect();
    let standards: Vec<_> = certificate.standards.iter().map(|reference| standard(reference, base)).collect();
    let criteria = regulations
        .iter()
        .chain(&standards)
        .map(|entry| json!({ "type": ["Criterion"], "id": entry["id"], "name": entry["name"] }));
    let products = certificate.products.iter().enumerate();
    let mut assessment = json!({
        "type": ["ConformityAssessment"],
        "id": format!("{}#assessment", base.certificate(number)),
        "name": title(certificate),
        "assessmentCriteria": criteria.collect::<Vec<_>>(),
        "assessmentDate": certificate.assessed_on.unwrap_or(certificate.issued_on),
        // What was measured is not in the register.
        "assessedPerformance": [],
        "conformityTopic": [{
            "type": ["ConformityTopic"],
            "id": "https://vocabulary.uncefact.org/conformity-topic/product-safety-standards",
            "name": "Product safety standards",
        }],
        "assessedProduct": products.map(|(index, entry)| product(entry, index, number, base)).collect::<Vec<_>>(),
        "conformance": true,
    });
    for (field, entries) in [("referenceRegulation", regulations), ("referenceStandard", standards)] {
        if !entries.is_empty() {
            assessment[field] = json!(entries);
        }
    }
    assessment
}

fn product(product: &Product, index: usize, number: &str, base: Base<'_>) -> Value {
    // GS1 Digital Link (ISO/IEC 18975) where the product has a number of its own.
    let id = match &product.gtin {
        Some(gtin) => format!("https://id.gs1.org/01/{}", segment(gtin)),
        None => format!("{}#product-{index}", base.certificate(number)),
    };
    let words = [&product.brand, &product.model].into_iter().flatten().cloned().collect::<Vec<_>>();
    let described = [product.description.clone()].into_iter().filter(|text| !text.is_empty());
    let name = described.chain(words).collect::<Vec<_>>().join(", ");
    let code = product.hs.map(|hs| format!("HS {}", hs.as_str()));
    let name = if name.is_empty() { code.unwrap_or_else(|| number.to_owned()) } else { name };
    let mut written = json!({ "type": ["Product"], "id": id, "name": name });
    let members =
        [("modelNumber", &product.model), ("batchNumber", &product.batch), ("itemNumber", &product.serial)];
    for (field, value) in members {
        if let Some(value) = value {
            written[field] = json!(value);
        }
    }
    json!({ "product": written })
}
