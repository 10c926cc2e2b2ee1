//! What a Digital Conformity Credential and a Digital Identity Anchor of UNTP 0.7.0 must be, field by field, as a table.
//!
//! The facts are those of the protocol's schemas `ConformityCredential.json` and `DigitalIdentityAnchor.json`. Further
//! members are allowed wherever a schema leaves an object open.

use serde_json::Value;

use crate::context::{Contexts, UNTP_0_7, is_url};
use crate::json::has_type;
use crate::problem::{Place, Problem, Problems};
use crate::time;
use crate::vcdm;

/// What a value must be.
enum Is {
    Text,
    Url,
    Day,
    Moment,
    Bool,
    Whole,
    Number,
    One(&'static [&'static str]),
    Object(&'static Shape),
    List(&'static Is),
}

/// Fields of an object.
struct Shape {
    needed: &'static [(&'static str, Is)],
    may: &'static [(&'static str, Is)],
    /// Whether other members are refused. `type` is always allowed.
    closed: bool,
}

const fn open(needed: &'static [(&'static str, Is)], may: &'static [(&'static str, Is)]) -> Shape {
    Shape { needed, may, closed: false }
}

const fn closed(needed: &'static [(&'static str, Is)], may: &'static [(&'static str, Is)]) -> Shape {
    Shape { needed, may, closed: true }
}

const REFERENCE: Shape = open(&[("id", Is::Url), ("name", Is::Text)], &[]);
const PARTY: Shape = open(&[("id", Is::Url), ("name", Is::Text)], &[("registeredId", Is::Text)]);
const LINK: Shape = closed(
    &[("linkURL", Is::Url), ("linkName", Is::Text)],
    &[("digestMultibase", Is::Text), ("mediaType", Is::Text), ("linkType", Is::Text)],
);
const IMAGE: Shape = closed(
    &[("name", Is::Text), ("imageData", Is::Text), ("mediaType", Is::Text)],
    &[("description", Is::Text)],
);
const SCORE: Shape = closed(&[("code", Is::Text)], &[("rank", Is::Whole), ("definition", Is::Text)]);
const MEASURE: Shape = closed(
    &[("value", Is::Number), ("unit", Is::Text)],
    &[("upperTolerance", Is::Number), ("lowerTolerance", Is::Number)],
);
const PERFORMANCE: Shape = closed(
    &[],
    &[("metric", Is::Object(&REFERENCE)), ("measure", Is::Object(&MEASURE)), ("score", Is::Object(&SCORE))],
);
const TOPIC: Shape = closed(&[("id", Is::Text), ("name", Is::Text)], &[("definition", Is::Text)]);
const ENDORSEMENT: Shape = open(
    &[("name", Is::Text), ("issuingAuthority", Is::Object(&PARTY))],
    &[("endorsementEvidence", Is::Object(&LINK)), ("trustmark", Is::Object(&IMAGE))],
);
const PRODUCT: Shape = open(
    &[("id", Is::Url), ("name", Is::Text)],
    &[("modelNumber", Is::Text), ("batchNumber", Is::Text), ("itemNumber", Is::Text)],
);
const PRODUCT_CHECKED: Shape = open(&[("product", Is::Object(&PRODUCT))], &[("idVerifiedByCAB", Is::Bool)]);
const FACILITY: Shape = open(&[("facility", Is::Object(&PARTY))], &[("idVerifiedByCAB", Is::Bool)]);
const ASSESSMENT: Shape = open(
    &[
        ("id", Is::Url),
        ("name", Is::Text),
        ("assessmentCriteria", Is::List(&Is::Object(&REFERENCE))),
        ("assessmentDate", Is::Day),
        ("assessedPerformance", Is::List(&Is::Object(&PERFORMANCE))),
        ("conformityTopic", Is::List(&Is::Object(&TOPIC))),
    ],
    &[
        ("description", Is::Text),
        ("assessedProduct", Is::List(&Is::Object(&PRODUCT_CHECKED))),
        ("assessedFacility", Is::List(&Is::Object(&FACILITY))),
        ("assessedOrganisation", Is::Object(&PARTY)),
        ("referenceStandard", Is::List(&Is::Object(&REFERENCE))),
        ("referenceRegulation", Is::List(&Is::Object(&REFERENCE))),
        ("specifiedCondition", Is::List(&Is::Text)),
        ("evidence", Is::List(&Is::Object(&LINK))),
        ("conformance", Is::Bool),
    ],
);
const ATTESTATION: Shape = open(
    &[
        ("id", Is::Url),
        ("name", Is::Text),
        ("assessorLevel", Is::One(ASSESSOR_LEVELS)),
        ("assessmentLevel", Is::One(ASSESSMENT_LEVELS)),
        ("attestationType", Is::One(ATTESTATION_TYPES)),
        ("issuedToParty", Is::Object(&PARTY)),
        ("referenceScheme", Is::Object(&REFERENCE)),
    ],
    &[
        ("description", Is::Text),
        ("authorisation", Is::List(&Is::Object(&ENDORSEMENT))),
        ("referenceProfile", Is::Object(&REFERENCE)),
        ("profileScore", Is::Object(&SCORE)),
        ("conformityCertificate", Is::Object(&LINK)),
        ("auditableEvidence", Is::Object(&LINK)),
        ("trustmark", Is::Object(&IMAGE)),
        ("conformityAssessment", Is::List(&Is::Object(&ASSESSMENT))),
    ],
);
const ASSESSOR_LEVELS: &[&str] =
    &["self", "commercial", "buyer", "membership", "unspecified", "3rdParty", "hybrid"];
const ASSESSMENT_LEVELS: &[&str] = &[
    "authority-benchmark",
    "authority-mandate",
    "authority-globalmra",
    "authority-peer",
    "authority-extended-mra",
    "scheme-self",
    "scheme-cab",
    "no-endorsement",
];
const ATTESTATION_TYPES: &[&str] =
    &["certification", "declaration", "inspection", "testing", "verification", "validation", "calibration"];
// The W3C writes the place as a text, the protocol as a number, and one entry only: `vc-bitstring-status-list#177`.
const STATUS: Shape = closed(
    &[
        ("statusPurpose", Is::One(&["refresh", "revocation", "suspension", "message"])),
        ("statusListIndex", Is::Whole),
        ("statusListCredential", Is::Url),
    ],
    &[("id", Is::Url)],
);
const ISSUER: Shape =
    open(&[("id", Is::Url), ("name", Is::Text)], &[("issuerAlsoKnownAs", Is::List(&Is::Object(&PARTY)))]);
const CONFORMITY: Shape = open(
    &[
        ("id", Is::Url),
        ("issuer", Is::Object(&ISSUER)),
        ("validFrom", Is::Moment),
        ("name", Is::Text),
        ("credentialSubject", Is::Object(&ATTESTATION)),
    ],
    &[("validUntil", Is::Moment), ("credentialStatus", Is::Object(&STATUS))],
);
const IDENTITY: Shape = open(
    &[
        ("id", Is::Url),
        ("registeredName", Is::Text),
        ("registeredId", Is::Text),
        ("registeredDate", Is::Day),
        ("schemeId", Is::Object(&REFERENCE)),
        ("registerType", Is::One(&["product", "facility", "business", "trademark", "land", "accreditation"])),
    ],
    &[
        ("registrar", Is::Object(&REFERENCE)),
        ("publicInformation", Is::Url),
        ("registrationScope", Is::List(&Is::Url)),
    ],
);
const ANCHOR: Shape = open(
    &[
        ("id", Is::Url),
        ("issuer", Is::Object(&ISSUER)),
        ("validFrom", Is::Moment),
        ("name", Is::Text),
        ("credentialSubject", Is::Object(&IDENTITY)),
    ],
    &[("validUntil", Is::Moment), ("credentialStatus", Is::Object(&STATUS))],
);

/// What is wrong with a Digital Conformity Credential 0.7.0: as a credential of the data model, and as one of the
/// protocol.
pub fn check_conformity(credential: &Value) -> Vec<Problem> {
    check(credential, "DigitalConformityCredential", &CONFORMITY)
}

/// What is wrong with a Digital Identity Anchor 0.7.0.
pub fn check_anchor(credential: &Value) -> Vec<Problem> {
    check(credential, "DigitalIdentityAnchor", &ANCHOR)
}

fn check(credential: &Value, kind: &str, shape: &Shape) -> Vec<Problem> {
    let mut problems = Problems::default();
    let root = Place::Root;
    let second = credential.pointer("/@context/1");
    if second.and_then(Value::as_str) != Some(UNTP_0_7) {
        let (contexts, help) = (root.field("@context"), "put the protocol's context after the base context");
        problems.add(&contexts.item(1), &format!("`{UNTP_0_7}`"), second, help);
    }
    if !has_type(credential, kind) {
        let help = "add it to the types";
        problems.add(&root.field("type"), &format!("`{kind}` among the types"), credential.get("type"), help);
    }
    shape.check(credential, &root, &mut problems);
    let mut all = vcdm::check_credential(credential, Contexts::Any);
    // What both find is told once, in the protocol's words.
    let own = problems.into_vec();
    all.retain(|problem| !own.iter().any(|other| problem.pointer.starts_with(&other.pointer)));
    all.extend(own);
    all
}

impl Shape {
    fn check(&self, value: &Value, at: &Place<'_>, problems: &mut Problems) {
        let Some(fields) = value.as_object() else {
            problems.add(at, "an object", Some(value), "write an object");
            return;
        };
        for (name, is) in self.needed {
            let at = at.field(name);
            match fields.get(*name) {
                Some(value) => is.check(value, &at, problems),
                None => problems.add(&at, is.expected(), None, "add it: the protocol requires it"),
            }
        }
        for (name, is) in self.may {
            if let Some(value) = fields.get(*name) {
                is.check(value, &at.field(name), problems);
            }
        }
        if self.closed {
            let known = |name: &str| {
                name == "type" || self.needed.iter().chain(self.may).any(|(known, _)| *known == name)
            };
            for (name, value) in fields.iter().filter(|(name, _)| !known(name)) {
                let help = "leave it out: the protocol has no such member here";
                problems.add(&at.field(name), "no such member", Some(value), help);
            }
        }
    }
}

impl Is {
    fn expected(&self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Url => "a URL",
            Self::Day => "a day, such as 2026-03-01",
            Self::Moment => "a dateTimeStamp",
            Self::Bool => "true or false",
            Self::Whole => "a whole number from 0",
            Self::Number => "a number",
            Self::One(_) => "a term of the protocol's list",
            Self::Object(_) => "an object",
            Self::List(_) => "a list",
        }
    }

    fn check(&self, value: &Value, at: &Place<'_>, problems: &mut Problems) {
        let text = value.as_str();
        let good = match self {
            Self::Object(shape) => return shape.check(value, at, problems),
            Self::List(is) => match value.as_array() {
                Some(entries) => {
                    let entries = entries.iter().enumerate();
                    return entries.for_each(|(index, entry)| is.check(entry, &at.item(index), problems));
                }
                None => false,
            },
            Self::One(terms) => {
                if !text.is_some_and(|text| terms.contains(&text)) {
                    problems.add(at, &format!("one of {}", terms.join(", ")), Some(value), "choose one");
                }
                return;
            }
            Self::Text => text.is_some(),
            Self::Url => text.is_some_and(is_url),
            Self::Day => text.is_some_and(|text| model::parse_date(text).is_ok()),
            Self::Moment => text.and_then(time::parse).is_some(),
            Self::Bool => value.is_boolean(),
            Self::Whole => value.as_u64().is_some(),
            Self::Number => value.is_number(),
        };
        if !good {
            problems.add(at, self.expected(), Some(value), "write it so");
        }
    }
}
