//! The VC Data Model 2.0: what every credential and presentation must be, whoever issued it and however it is secured.
//!
//! Each check cites its section of the Recommendation of 15 May 2025.

mod related;

use serde_json::Value;

use crate::context::{self, Contexts, Known, is_url};
use crate::json::{has_type, one_or_many};
use crate::limits::{CREDENTIALS_IN_PRESENTATION_MAX, STATUS_ENTRIES_MAX};
use crate::problem::{Place, Problem, Problems};
use crate::{status, time};

/// What is wrong with a credential; empty when nothing is.
pub fn check_credential(credential: &Value, contexts: Contexts) -> Vec<Problem> {
    let mut problems = Problems::default();
    credential_at(credential, &Place::Root, contexts, &mut problems);
    problems.into_vec()
}

/// What is wrong with a presentation; empty when nothing is.
pub fn check_presentation(presentation: &Value, contexts: Contexts) -> Vec<Problem> {
    let mut problems = Problems::default();
    let root = Place::Root;
    let known = context::check(presentation, &root, contexts, &mut problems);
    identifier(presentation, &root, &mut problems);
    types(presentation, &root, "VerifiablePresentation", &known, &mut problems);
    holder(presentation, &root, &mut problems);
    presented(presentation, &root, contexts, &mut problems);
    typed(presentation, &root, "termsOfUse", Needs::Type, &known, &mut problems);
    problems.into_vec()
}

/// What is wrong with a credential as a status list (Bitstring Status List 1.0 section 2.2); empty when nothing is, and when
/// it is none. The list is expanded, so ask after the signature was checked where others may send what they like.
pub fn check_status_list(credential: &Value) -> Vec<Problem> {
    let mut problems = Problems::default();
    if has_type(credential, "BitstringStatusListCredential") {
        let root = Place::Root;
        let at = root.field("credentialSubject");
        for (index, subject) in one_or_many(credential.get("credentialSubject")).iter().enumerate() {
            status::check_list(subject, &at.item(index), &mut problems);
        }
    }
    problems.into_vec()
}

fn credential_at(credential: &Value, root: &Place<'_>, contexts: Contexts, problems: &mut Problems) {
    if !credential.is_object() {
        problems.add(root, "an object", Some(credential), "present a credential");
        return;
    }
    let known = context::check(credential, root, contexts, problems);
    identifier(credential, root, problems);
    types(credential, root, "VerifiableCredential", &known, problems);
    words(credential, root, problems);
    issuer(credential, root, problems);
    subjects(credential, root, problems);
    period(credential, root, problems);
    statuses(credential, root, &known, problems);
    typed(credential, root, "credentialSchema", Needs::TypeAndId, &known, problems);
    for field in ["termsOfUse", "evidence", "refreshService", "renderMethod", "confidenceMethod", "proof"] {
        typed(credential, root, field, Needs::Type, &known, problems);
    }
    related::check(credential, root, problems);
}

// Section 4.4: at most one identifier, a URL.
fn identifier(object: &Value, at: &Place<'_>, problems: &mut Problems) {
    let id = object.get("id");
    if id.is_some() && !id.and_then(Value::as_str).is_some_and(is_url) {
        problems.add(&at.field("id"), "one URL", id, "write one absolute URL, or leave it out");
    }
}

// Section 4.5: one or more terms that a context maps to a URL, or URLs.
fn types(object: &Value, at: &Place<'_>, needed: &str, known: &Known<'_>, problems: &mut Problems) {
    if !has_type(object, needed) {
        let help = "add it to the types";
        problems.add(&at.field("type"), &format!("`{needed}` among the types"), object.get("type"), help);
    }
    mapped(object, at, known, problems);
}

fn mapped(object: &Value, at: &Place<'_>, known: &Known<'_>, problems: &mut Problems) {
    let at = at.field("type");
    for (index, entry) in one_or_many(object.get("type")).iter().enumerate() {
        if !entry.as_str().is_some_and(|name| known.has_type(name)) {
            let help = "name a context that defines it, or write the URL of the type";
            problems.add(&at.item(index), "a type that a context maps to a URL", Some(entry), help);
        }
    }
}

// Sections 4.6 and 11.1: a string, or values with a language.
fn words(object: &Value, at: &Place<'_>, problems: &mut Problems) {
    for field in ["name", "description"] {
        let Some(value) = object.get(field) else { continue };
        let good = !one_or_many(Some(value)).is_empty() && one_or_many(Some(value)).iter().all(is_words);
        if !good {
            let help = "write a text, or `@value` with `@language` and `@direction` and nothing else";
            problems.add(&at.field(field), "a text, or texts with their language", Some(value), help);
        }
    }
}

fn is_words(value: &Value) -> bool {
    let Some(object) = value.as_object() else { return value.is_string() };
    object.get("@value").is_some_and(Value::is_string)
        && object.iter().all(|(key, value)| match key.as_str() {
            "@value" | "@language" => value.is_string(),
            "@direction" => value.is_null() || ["ltr", "rtl"].iter().any(|way| value == way),
            _ => false,
        })
}

// Section 4.7: a URL, or an object with one as its `id`.
fn issuer(credential: &Value, at: &Place<'_>, problems: &mut Problems) {
    let at = at.field("issuer");
    let issuer = credential.get("issuer");
    let id = match issuer {
        Some(Value::Object(object)) => object.get("id"),
        other => other,
    };
    if !id.and_then(Value::as_str).is_some_and(is_url) {
        problems.add(&at, "a URL, or an object with one as `id`", issuer, "write the DID of the issuer");
    }
    if let Some(object @ Value::Object(_)) = issuer {
        words(object, &at, problems);
    }
}

// Section 4.8: one or more objects, each with claims.
fn subjects(credential: &Value, at: &Place<'_>, problems: &mut Problems) {
    let at = at.field("credentialSubject");
    let subjects = one_or_many(credential.get("credentialSubject"));
    if subjects.is_empty() {
        problems.add(
            &at,
            "one or more subjects",
            credential.get("credentialSubject"),
            "state what is certified",
        );
    }
    for (index, subject) in subjects.iter().enumerate() {
        let at = at.item(index);
        if subject.as_object().is_none_or(serde_json::Map::is_empty) {
            problems.add(&at, "an object with claims", Some(subject), "state what is certified");
        }
        identifier(subject, &at, problems);
    }
}

// Section 4.9: moments with their offset, in order.
fn period(credential: &Value, at: &Place<'_>, problems: &mut Problems) {
    let mut moment = |field| {
        let value = credential.get(field)?;
        let read = value.as_str().and_then(time::parse);
        if read.is_none() {
            let help = "write date, time and offset, such as 2026-03-01T00:00:00Z";
            problems.add(&at.field(field), "a dateTimeStamp", Some(value), help);
        }
        read
    };
    if let (Some(from), Some(until)) = (moment("validFrom"), moment("validUntil"))
        && until < from
    {
        let help = "end the validity after it begins";
        problems.add(
            &at.field("validUntil"),
            "a moment after `validFrom`",
            credential.get("validUntil"),
            help,
        );
    }
}

// Section 4.10, and Bitstring Status List 1.0 section 2.1 for entries of that type, wherever they stand.
fn statuses(credential: &Value, at: &Place<'_>, known: &Known<'_>, problems: &mut Problems) {
    typed(credential, at, "credentialStatus", Needs::Type, known, problems);
    let entries = one_or_many(credential.get("credentialStatus"));
    if entries.len() > STATUS_ENTRIES_MAX {
        let expected = format!("at most {STATUS_ENTRIES_MAX} status entries");
        problems.add(&at.field("credentialStatus"), &expected, None, "leave out what says the same");
    }
    for (field, value) in credential.as_object().into_iter().flatten() {
        let at = at.field(field);
        for (index, entry) in one_or_many(Some(value)).iter().enumerate() {
            if has_type(entry, "BitstringStatusListEntry") {
                status::check_entry(entry, &at.item(index), problems);
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Needs {
    Type,
    TypeAndId,
}

// Sections 4.5, 4.10 to 4.12, 5.4 to 5.6 and 5.10: one or more objects, each with its type.
fn typed(
    object: &Value,
    at: &Place<'_>,
    field: &str,
    needs: Needs,
    known: &Known<'_>,
    problems: &mut Problems,
) {
    let Some(value) = object.get(field) else { return };
    let at = at.field(field);
    for (index, entry) in one_or_many(Some(value)).iter().enumerate() {
        let at = at.item(index);
        if !entry.is_object() {
            problems.add(&at, "an object", Some(entry), "write an object with its type");
            continue;
        }
        if one_or_many(entry.get("type")).is_empty() {
            problems.add(&at.field("type"), "a type", entry.get("type"), "say of which type it is");
        }
        mapped(entry, &at, known, problems);
        identifier(entry, &at, problems);
        if needs == Needs::TypeAndId && entry.get("id").is_none() {
            problems.add(&at.field("id"), "a URL", None, "say where the schema is found");
        }
    }
}

// Section 4.13: who presents.
fn holder(presentation: &Value, at: &Place<'_>, problems: &mut Problems) {
    let holder = presentation.get("holder");
    if holder.is_some() && !holder.and_then(crate::json::id_of).is_some_and(is_url) {
        let help = "write the DID of the holder, or leave it out";
        problems.add(&at.field("holder"), "a URL, or an object with one as `id`", holder, help);
    }
}

// Section 4.13: credentials as objects; enveloped ones say that they are.
fn presented(presentation: &Value, at: &Place<'_>, contexts: Contexts, problems: &mut Problems) {
    let at = at.field("verifiableCredential");
    let credentials = one_or_many(presentation.get("verifiableCredential"));
    if credentials.len() > CREDENTIALS_IN_PRESENTATION_MAX {
        let expected = format!("at most {CREDENTIALS_IN_PRESENTATION_MAX} credentials");
        problems.add(&at, &expected, presentation.get("verifiableCredential"), "present them in parts");
        return;
    }
    for (index, credential) in credentials.iter().enumerate() {
        let at = at.item(index);
        if has_type(credential, "EnvelopedVerifiableCredential") {
            envelope_at(credential, &at, "EnvelopedVerifiableCredential", problems);
        } else {
            credential_at(credential, &at, contexts, problems);
        }
    }
}

/// Checks an envelope (section 4.12.1 and 4.12.2): its context, its one type, and a `data:` URL.
pub(crate) fn envelope_at(envelope: &Value, at: &Place<'_>, kind: &str, problems: &mut Problems) {
    let base = |entry: &Value| entry == BASE_CONTEXT;
    if !one_or_many(envelope.get("@context")).iter().any(base) {
        let help = "name the base context of the VC Data Model 2.0";
        problems.add(&at.field("@context"), "the base context", envelope.get("@context"), help);
    }
    let one_type = [envelope.get("type")].into_iter().flatten().all(|entry| {
        entry == kind || entry.as_array().is_some_and(|entries| entries.len() == 1 && entries[0] == kind)
    });
    if envelope.get("type").is_none() || !one_type {
        problems.add(&at.field("type"), &format!("`{kind}`"), envelope.get("type"), "state that type alone");
    }
    if !envelope.get("id").and_then(Value::as_str).is_some_and(|id| id.starts_with("data:")) {
        let help = "put the secured document into it, as `data:application/vc+jwt,…`";
        problems.add(&at.field("id"), "a `data:` URL", envelope.get("id"), help);
    }
}

const BASE_CONTEXT: &str = context::BASE;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
