//! Reads Digital Conformity Credentials that others issued, 0.7 and 0.6, into what the registry knows of a certificate.
//!
//! Every member that has no place here is listed as lost, so that nobody takes the rest for the whole; nothing is filled
//! in that the credential does not say.

use model::{Date, EvidenceKind, Product, StandardReference};
use serde::Serialize;
use serde_json::Value;

use super::assurance;
use super::extension::RegisterEntry;
use crate::json::{has_type, id_of, one_or_many, text};
use crate::problem::{Place, Problem, Problems};
use crate::status::StatusEntry;
use crate::time;

/// The version of the protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Version {
    /// 0.7.0 and what follows it without breaking.
    #[serde(rename = "0.7")]
    V0_7,
    /// 0.6.0 and 0.6.1.
    #[serde(rename = "0.6")]
    V0_6,
}

/// A member that has no place in the registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lost {
    /// Where it stands: a JSON pointer.
    pub pointer: String,
    /// Why it was not taken.
    pub why: &'static str,
}

/// What a conformity credential says, in the registry's terms.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// Version of the protocol.
    pub version: Version,
    /// Who issued it.
    pub issuer: String,
    /// To whom.
    pub holder: Option<String>,
    /// What kind of document it is.
    pub kind: Option<EvidenceKind>,
    /// Products.
    pub products: Vec<Product>,
    /// Standards whose names are references.
    pub standards: Vec<StandardReference>,
    /// Regulations: identifier and name.
    pub regulations: Vec<(String, String)>,
    /// Day of the assessment.
    pub assessed_on: Option<Date>,
    /// First day.
    pub issued_on: Option<Date>,
    /// First day after.
    pub expires_on: Option<Date>,
    /// Pointers into status lists.
    pub status: Vec<StatusEntry>,
    /// The certificate as the registry knows it, in credentials made with our extension.
    pub entry: Option<RegisterEntry>,
    /// Members that were not taken.
    pub lost: Vec<Lost>,
}

const CLAIM: &str = "a claim about assurance: derived from what is on record, never believed";
const NO_PLACE: &str = "the registry has no place for it";

// Members that are taken. `*` stands for any place in a list; `/**` at the end for all below.
const TAKEN: &[&str] = &[
    "/@context/**",
    "/type/**",
    "/proof/**",
    "/id",
    "/issuer/id",
    "/issuer/name",
    "/issuer",
    "/name",
    "/validFrom",
    "/validUntil",
    "/credentialStatus/**",
    "/credentialSubject/name",
    "/credentialSubject/id",
    "/credentialSubject/attestationType",
    "/credentialSubject/issuedToParty/id",
    "/credentialSubject/issuedToParty/name",
    "/credentialSubject/registerEntry/**",
    "/credentialSubject/conformityAssessment/*/assessmentDate",
    "/credentialSubject/conformityAssessment/*/assessedProduct/*/product/id",
    "/credentialSubject/conformityAssessment/*/assessedProduct/*/product/name",
    "/credentialSubject/conformityAssessment/*/assessedProduct/*/product/modelNumber",
    "/credentialSubject/conformityAssessment/*/assessedProduct/*/product/batchNumber",
    "/credentialSubject/conformityAssessment/*/assessedProduct/*/product/itemNumber",
    "/credentialSubject/conformityAssessment/*/referenceStandard/*/id",
    "/credentialSubject/conformityAssessment/*/referenceStandard/*/name",
    "/credentialSubject/conformityAssessment/*/referenceRegulation/*/id",
    "/credentialSubject/conformityAssessment/*/referenceRegulation/*/name",
    "/credentialSubject/assessment/*/assessmentDate",
    "/credentialSubject/assessment/*/assessedProduct/*/product/id",
    "/credentialSubject/assessment/*/assessedProduct/*/product/name",
    "/credentialSubject/assessment/*/assessedProduct/*/product/modelNumber",
    "/credentialSubject/assessment/*/assessedProduct/*/product/batchNumber",
    "/credentialSubject/assessment/*/assessedProduct/*/product/serialNumber",
    "/credentialSubject/assessment/*/assessedProduct/*/id",
    "/credentialSubject/assessment/*/assessedProduct/*/name",
    "/credentialSubject/assessment/*/assessedProduct/*/batchNumber",
    "/credentialSubject/assessment/*/assessedProduct/*/serialNumber",
    "/credentialSubject/assessment/*/referenceStandard/id",
    "/credentialSubject/assessment/*/referenceStandard/name",
    "/credentialSubject/assessment/*/referenceRegulation/id",
    "/credentialSubject/assessment/*/referenceRegulation/name",
];

// Members that claim how good the attestation is.
const CLAIMS: &[&str] = &["assessorLevel", "assessmentLevel", "authorisation", "trustmark", "auditor"];

/// Reads a conformity credential. Check it first with [`super::check_conformity`] where every mistake is wanted.
///
/// # Errors
/// When it is not one.
pub fn read(credential: &Value) -> Result<Read, Problem> {
    if !has_type(credential, "DigitalConformityCredential") {
        let (root, mut problems) = (Place::Root, Problems::default());
        let help = "present a UNTP Digital Conformity Credential";
        let expected = "`DigitalConformityCredential` among the types";
        problems.add(&root.field("type"), expected, credential.get("type"), help);
        return Err(problems.into_vec().swap_remove(0));
    }
    let entry = RegisterEntry::read(credential)?;
    let subject = credential.get("credentialSubject").unwrap_or(&Value::Null);
    let (version, assessments) = match subject.get("assessment") {
        Some(old) => (Version::V0_6, one_or_many(Some(old))),
        None => (Version::V0_7, one_or_many(subject.get("conformityAssessment"))),
    };
    let mut lost = Vec::new();
    let standards = references(assessments, "referenceStandard");
    let standards = standards.filter_map(|value| text(value, "name")?.parse().ok());
    let regulations = references(assessments, "referenceRegulation").filter_map(|value| {
        Some((text(value, "id")?.to_owned(), text(value, "name").unwrap_or_default().to_owned()))
    });
    let moment = |field| text(credential, field).and_then(time::parse).map(time::day_of);
    let further = entry.iter().flat_map(|entry| &entry.status);
    let status = one_or_many(credential.get("credentialStatus")).iter().chain(further);
    walk(credential, &Place::Root, &mut lost);
    Ok(Read {
        version,
        issuer: credential.get("issuer").and_then(id_of).unwrap_or_default().to_owned(),
        holder: subject.get("issuedToParty").and_then(id_of).map(str::to_owned),
        kind: text(subject, "attestationType").and_then(assurance::kind_of),
        products: products(assessments).collect(),
        standards: distinct(standards),
        regulations: distinct(regulations),
        assessed_on: assessments.iter().filter_map(|one| text(one, "assessmentDate")?.parse().ok()).max(),
        issued_on: moment("validFrom"),
        expires_on: moment("validUntil"),
        status: status.filter_map(StatusEntry::read).collect(),
        entry,
        lost,
    })
}

fn distinct<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    values.fold(Vec::new(), |mut distinct, value| {
        if !distinct.contains(&value) {
            distinct.push(value);
        }
        distinct
    })
}

fn references<'a>(assessments: &'a [Value], field: &'static str) -> impl Iterator<Item = &'a Value> {
    assessments.iter().flat_map(move |assessment| one_or_many(assessment.get(field)))
}

fn products(assessments: &[Value]) -> impl Iterator<Item = Product> {
    let entries = assessments.iter().flat_map(|assessment| one_or_many(assessment.get("assessedProduct")));
    entries.map(|entry| {
        // 0.6.0 had the product itself where later versions have it with who checked its number.
        let product = entry.get("product").unwrap_or(entry);
        let member = |name| text(product, name).map(str::to_owned);
        Product {
            description: member("name").unwrap_or_default(),
            gtin: text(product, "id").and_then(gtin),
            model: member("modelNumber"),
            batch: member("batchNumber"),
            serial: member("itemNumber").or_else(|| member("serialNumber")),
            ..Product::default()
        }
    })
}

/// The trade item number in a GS1 Digital Link (`…/01/{number}`).
pub(crate) fn gtin(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?;
    let mut segments = path.split('/').skip_while(|segment| *segment != "01").skip(1);
    let number = segments.next()?;
    let good = [8, 12, 13, 14].contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    good.then(|| number.to_owned())
}

fn walk(value: &Value, at: &Place<'_>, lost: &mut Vec<Lost>) {
    let pointer = at.to_string();
    if lost.len() >= crate::limits::PROBLEMS_MAX || is_taken(&pointer, value) {
        return;
    }
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            fields.iter().for_each(|(name, value)| walk(value, &at.field(name), lost));
        }
        Value::Array(entries) => {
            entries.iter().enumerate().for_each(|(index, value)| walk(value, &at.item(index), lost));
        }
        _ => {
            let is_claim = CLAIMS.iter().any(|claim| pointer.split('/').any(|part| part == *claim));
            lost.push(Lost { pointer, why: if is_claim { CLAIM } else { NO_PLACE } });
        }
    }
}

fn is_taken(pointer: &str, value: &Value) -> bool {
    // What an object is, is said by where it stands.
    let is_type = pointer.ends_with("/type");
    // A standard whose name is no reference cannot be looked up.
    let unnamed = pointer.contains("/referenceStandard")
        && pointer.ends_with("/name")
        && value.as_str().is_none_or(|name| name.parse::<StandardReference>().is_err());
    is_type || (!unnamed && TAKEN.iter().any(|pattern| matches(pattern, pointer, value)))
}

fn matches(pattern: &str, pointer: &str, value: &Value) -> bool {
    let (pattern, below) = match pattern.strip_suffix("/**") {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    let mut parts = pointer.split('/');
    let fits = pattern.split('/').all(|wanted| match parts.next() {
        Some(part) if wanted == "*" => part.bytes().all(|byte| byte.is_ascii_digit()),
        Some(part) => part == wanted,
        None => false,
    });
    // A pattern for one member does not take an object that stands in its place.
    fits && (below || (parts.next().is_none() && !value.is_object()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
