//! Whether the issuer is the one on record, or one that only looks like it.

use registry::Registry;
use serde_json::Value;
use unicode_security::skeleton;

use super::{DocumentFinding, OnRecord, met, not_met, unknown};
use crate::json::{id_of, text};
use crate::problem::cut;

/// The document names the issuer that the register has for the certificate, or at least a registered one.
pub(super) fn as_registered(claimed: &Value, on_record: &OnRecord<'_>) -> DocumentFinding {
    let id = "document.issuer-as-registered";
    let issuer = claimed.get("issuer");
    let Some(did) = issuer.and_then(id_of) else { return unknown(id).reason("no_issuer") };
    let name = issuer.and_then(|issuer| text(issuer, "name"));
    let registered = on_record.certificate.map(|certificate| certificate.issuer.as_str());
    let party = did.parse().ok().and_then(|party| on_record.registry.party(&party));
    match (registered, party) {
        (Some(registered), _) if registered == did => met(id).with("issuer", did),
        // Whoever is on record under this name himself is somebody else, whatever he is called.
        (Some(registered), Some(_)) => {
            not_met(id).with("issuer", did).with("registered", registered).reason("other_issuer")
        }
        (None, Some(_)) => met(id).with("issuer", did),
        (registered, None) => {
            let finding = not_met(id).with("issuer", cut(did));
            match looks_like(on_record.registry, did, name) {
                Some(other) => finding.with("registered", other).reason("lookalike"),
                None => match registered {
                    Some(registered) => finding.with("registered", registered).reason("other_issuer"),
                    None => finding.reason("not_on_record"),
                },
            }
        }
    }
}

/// The registered party that a name or DID could be taken for.
fn looks_like(registry: &Registry, did: &str, name: Option<&str>) -> Option<String> {
    let (did, name) = (shape(did), name.map(shape).filter(|name| name.chars().count() >= MIN_CHARS));
    let mut alike: Vec<&str> = registry
        .parties()
        .filter(|record| {
            let party = &record.registered;
            let same_name = |registered: &str| name.as_deref().is_some_and(|name| shape(registered) == name);
            is_near(&shape(party.party.as_str()), &did) || party.name.0.values().any(|text| same_name(text))
        })
        .map(|record| record.registered.party.as_str())
        .collect();
    // Parties are in no order; the answer is the same all the same.
    alike.sort_unstable();
    alike.first().map(|party| (*party).to_owned())
}

/// Names shorter than this look like too many others.
const MIN_CHARS: usize = 6;

/// What a name looks like: confusable characters as one (UTS 39 section 4), without case and without signs.
fn shape(text: &str) -> String {
    let lower = text.to_lowercase();
    let shape: String = skeleton(&lower).collect();
    shape.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether two shapes are the same or differ by one character added, left out, changed or swapped with its neighbour.
fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let before = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (rest, others) = (&one[before..], &other[before..]);
    let after = rest.iter().rev().zip(others.iter().rev()).take_while(|(a, b)| a == b).count();
    let (rest, others) = (&rest[..rest.len() - after], &others[..others.len() - after]);
    let swapped = matches!((rest, others), ([a, b], [c, d]) if a == d && b == c);
    one.len().min(other.len()) >= MIN_CHARS && (swapped || (rest.len() <= 1 && others.len() <= 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_alike_have_one_shape() {
        // A Cyrillic а, a zero for an o, signs and case.
        assert_eq!(shape("Exаmple Laboratory"), shape("EXAMPLE LAB0RAT0RY"));
        assert_eq!(shape("did:web:lab-example.org"), shape("did:web:labexample.org"));
        assert_ne!(shape("Example Laboratory"), shape("Another Laboratory"));
    }

    #[test]
    fn one_slip_is_near_and_two_are_not() {
        assert!(is_near("didwebexample", "didwebexampel"));
        assert!(is_near("didwebexample", "didwebexampl"));
        assert!(is_near("didwebexample", "didwebexamples"));
        assert!(is_near("didwebexample", "didwebexomple"));
        assert!(!is_near("didwebexample", "didwebother"));
        assert!(!is_near("abc", "abd"));
    }
}
