//! Contexts: known by name and digest, never fetched and never processed.
//!
//! A verifier that fetches contexts can be led to other meanings, or to nothing at all, by whoever serves them. Here a
//! context is a name whose terms are known beforehand; what a document says is read by the names of its fields, as the
//! schema of its type says. Contexts inside a document are only looked at to refuse what a JSON-LD processor would.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::problem::{Place, Problems};

/// The base context of the VC Data Model 2.0.
pub const BASE: &str = "https://www.w3.org/ns/credentials/v2";
/// The context of the UN Transparency Protocol 0.7.0, one for all its types.
pub const UNTP_0_7: &str = "https://vocabulary.uncefact.org/untp/0.7.0/context/";

/// A context that is known beforehand.
pub struct Pinned {
    /// Its name.
    pub url: &'static str,
    /// SHA-256 of the document, in hexadecimal, where it was read and is immutable; empty where only its terms are
    /// known.
    pub sha256: &'static str,
    /// SHA-384 of the same, in base64, as Subresource Integrity writes it.
    pub sha384: &'static str,
    terms: Terms,
}

enum Terms {
    /// It maps every term (`@vocab`).
    Every,
    /// Types that it defines.
    Types(&'static [&'static str]),
}

// Terms of the base context that are protected at its top level: no later context may give them another meaning.
const BASE_TERMS: &[&str] = &[
    "id",
    "type",
    "description",
    "digestMultibase",
    "digestSRI",
    "mediaType",
    "name",
    "VerifiableCredential",
    "EnvelopedVerifiableCredential",
    "VerifiablePresentation",
    "EnvelopedVerifiablePresentation",
    "JsonSchemaCredential",
    "JsonSchema",
    "BitstringStatusListCredential",
    "BitstringStatusList",
    "BitstringStatusListEntry",
    "DataIntegrityProof",
];

const UNTP_TYPES: &[&str] = &[
    "DigitalProductPassport",
    "DigitalConformityCredential",
    "DigitalFacilityRecord",
    "DigitalIdentityAnchor",
    "DigitalTraceabilityEvent",
    "RenderTemplate2024",
    "IdentifierScheme",
    "Party",
    "CredentialIssuer",
    "Entity",
    "ConformityTopic",
    "PerformanceMetric",
    "Criterion",
    "Regulation",
    "Standard",
    "Claim",
    "Facility",
    "ConformityScheme",
    "ConformityProfile",
    "Product",
    "ConformityAssessment",
    "ConformityAttestation",
    "RegisteredIdentity",
];

/// One of which only the terms are known.
const fn unread(url: &'static str, terms: Terms) -> Pinned {
    Pinned { url, sha256: "", sha384: "", terms }
}

/// Every context that is known.
pub const PINNED: &[Pinned] = &[
    Pinned {
        url: BASE,
        sha256: "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
        sha384: "l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU",
        terms: Terms::Types(BASE_TERMS),
    },
    Pinned {
        url: UNTP_0_7,
        sha256: "fbd4824e30d3cfc5cba949e1efe19b4c9ebaee056abe7aaf1c6b139a7bf91b0c",
        sha384: "ZGqBQK1Sq8l+QtY5XKnVxODPI2aIff1IOwlqq03ipthwq+UIBfDckgZ06DFRrh0X",
        terms: Terms::Types(UNTP_TYPES),
    },
    // UNTP 0.6.1 keeps a context for each type.
    unread(
        "https://test.uncefact.org/vocabulary/untp/dcc/0.6.1/",
        Terms::Types(&["DigitalConformityCredential", "CredentialIssuer", "ConformityAttestation"]),
    ),
    unread(
        "https://test.uncefact.org/vocabulary/untp/dcc/0.6.0/",
        Terms::Types(&["DigitalConformityCredential", "CredentialIssuer", "ConformityAttestation"]),
    ),
    // The context of the specification's examples is one `@vocab`.
    unread("https://www.w3.org/ns/credentials/examples/v2", Terms::Every),
    unread("https://w3id.org/security/data-integrity/v2", Terms::Types(&["DataIntegrityProof"])),
    unread("https://w3id.org/security/multikey/v1", Terms::Types(&["Multikey"])),
    unread("https://w3id.org/security/jwk/v1", Terms::Types(&["JsonWebKey"])),
];

/// Which contexts a document may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contexts {
    /// Only those that are known beforehand. For issuing.
    Pinned,
    /// Also others: their terms are not understood, and nothing is read from them. For reading what others issued.
    Any,
}

/// What the contexts of a document say about its types.
pub(crate) struct Known<'a> {
    every: bool,
    inline: BTreeMap<&'a str, &'a Value>,
    types: Vec<&'static str>,
}

impl Known<'_> {
    /// Whether a type has a meaning: a URL, or a term that a context maps to one.
    pub(crate) fn has_type(&self, name: &str) -> bool {
        self.every
            || self.types.contains(&name)
            || match self.inline.get(name) {
                Some(definition) => leads_to_url(definition),
                None => is_url(name),
            }
    }
}

fn leads_to_url(definition: &Value) -> bool {
    definition.as_str().or_else(|| definition.get("@id")?.as_str()).is_some_and(is_url)
}

/// Checks `@context`: an ordered set that begins with the base context, of URLs and objects (VCDM 2.0 section 4.3).
pub(crate) fn check<'a>(
    document: &'a Value,
    at: &Place<'_>,
    contexts: Contexts,
    problems: &mut Problems,
) -> Known<'a> {
    let mut known = Known { every: false, inline: BTreeMap::new(), types: Vec::new() };
    let at = at.field("@context");
    let Some(Value::Array(entries)) = document.get("@context") else {
        problems.add(&at, "a list of contexts", document.get("@context"), "begin it with the base context");
        return known;
    };
    if entries.first().and_then(Value::as_str) != Some(BASE) {
        let help = "put the base context of the VC Data Model 2.0 first";
        problems.add(&at.item(0), &format!("`{BASE}`"), entries.first(), help);
    }
    for (index, entry) in entries.iter().enumerate() {
        let at = at.item(index);
        match entry {
            _ if entries[..index].contains(entry) => {
                problems.add(&at, "each context once", Some(entry), "leave the second one out");
            }
            Value::String(url) => named(url, &at, contexts, entry, &mut known, problems),
            Value::Object(object) => inline(object, &at, &mut known, problems),
            _ => problems.add(&at, "a URL or an object", Some(entry), "write the URL of a context"),
        }
    }
    known
}

fn named(
    url: &str,
    at: &Place<'_>,
    contexts: Contexts,
    entry: &Value,
    known: &mut Known<'_>,
    problems: &mut Problems,
) {
    match PINNED.iter().find(|pinned| pinned.url == url) {
        Some(Pinned { terms: Terms::Every, .. }) => known.every = true,
        Some(Pinned { terms: Terms::Types(types), .. }) => known.types.extend(*types),
        None if !is_url(url) => problems.add(at, "a URL", Some(entry), "write the URL of a context"),
        None if contexts == Contexts::Pinned && !is_extension(url) => {
            let help = "name contexts that are known beforehand: none is fetched";
            problems.add(at, "a context that is known here", Some(entry), help);
        }
        // Terms of a context that is not known are not understood; they are not called wrong for that.
        None => known.every = true,
    }
}

/// Our own context stands wherever a registry serves it.
fn is_extension(url: &str) -> bool {
    url.ends_with(crate::untp::extension::CONTEXT_PATH) && is_url(url)
}

fn inline<'a>(
    object: &'a Map<String, Value>,
    at: &Place<'_>,
    known: &mut Known<'a>,
    problems: &mut Problems,
) {
    let protects = known.inline.get("@protected").is_some_and(|value| **value == Value::Bool(true));
    for (term, definition) in object {
        let at = at.field(term);
        let redefined =
            protects && known.inline.get(term.as_str()).is_some_and(|before| *before != definition);
        if BASE_TERMS.contains(&term.as_str()) || redefined {
            let help =
                "use another name: JSON-LD processors refuse to give a protected term a second meaning";
            problems.add(&at, "a term that is not protected", Some(definition), help);
        }
        if !matches!(definition, Value::String(_) | Value::Object(_) | Value::Null | Value::Bool(_))
            && term != "@version"
        {
            problems.add(&at, "a URL or a term definition", Some(definition), "map the term to a URL");
        }
        if term == "@vocab" {
            known.every |= definition.as_str().is_some_and(is_url);
        }
        known.inline.insert(term, definition);
    }
}

/// Whether a text has the form of an absolute URL (RFC 3986 section 3): a scheme, a colon, and no character that no
/// URL has.
pub fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let good_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    let good_rest = !rest.is_empty()
        && !rest.starts_with([' ', '\t'])
        && text.chars().all(|c| !c.is_control() && !c.is_whitespace() && !r#"<>"{}|\^`"#.contains(c));
    let needs_host = ["http", "https"].contains(&scheme.to_ascii_lowercase().as_str());
    let has_host = || rest.strip_prefix("//").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    good_scheme && good_rest && text.len() <= crate::limits::URL_CHARS_MAX && (!needs_host || has_host())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use super::*;

    fn problems(contexts: Contexts, context: Value) -> usize {
        let mut found = Problems::default();
        check(&json!({ "@context": context }), &Place::Root, contexts, &mut found);
        found.into_vec().len()
    }

    #[test]
    fn the_base_context_comes_first_and_each_only_once() {
        assert_eq!(problems(Contexts::Pinned, json!([BASE, UNTP_0_7])), 0);
        for bad in [
            json!([UNTP_0_7, BASE]),
            json!([BASE, BASE]),
            json!(BASE),
            json!([]),
            json!([BASE, 7]),
            json!(null),
        ] {
            assert_eq!(problems(Contexts::Pinned, bad.clone()), 1, "{bad}");
        }
    }

    #[test]
    fn a_context_that_is_not_known_is_read_past_but_never_issued() {
        let other = json!([BASE, "https://vocabulary.example/v1"]);
        assert_eq!(problems(Contexts::Any, other.clone()), 0);
        assert_eq!(problems(Contexts::Pinned, other), 1);
        assert_eq!(problems(Contexts::Any, json!([BASE, "https ://not-a-url"])), 1);
        let ours = json!([BASE, "https://registry.example/ns/conformity/v1"]);
        assert_eq!(problems(Contexts::Pinned, ours), 0);
    }

    #[test]
    fn protected_terms_have_one_meaning() {
        assert_eq!(
            problems(Contexts::Any, json!([BASE, { "VerifiableCredential": "https://x.example/V" }])),
            1
        );
        let twice =
            |second: &str| json!([BASE, { "@protected": true, "T": "https://x.example/T" }, { "T": second }]);
        assert_eq!(problems(Contexts::Any, twice("https://x.example/other")), 1);
        assert_eq!(problems(Contexts::Any, twice("https://x.example/T")), 0);
    }

    #[test]
    fn a_url_is_absolute_and_has_a_host_where_it_needs_one() {
        for good in ["https://a.example", "did:web:a.example#1", "urn:uuid:1", "https://a.example/x?y=z"] {
            assert!(is_url(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "a.example/x",
            "https ://a",
            "https:",
            "https://",
            "https:///x",
            "1a:b",
            "did:a b",
            ":x",
        ] {
            assert!(!is_url(bad), "{bad}");
        }
    }
}
