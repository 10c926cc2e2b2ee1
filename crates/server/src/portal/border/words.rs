//! The words that the scripts of the page need, handed over with it: a device without a network has no other.

use std::collections::BTreeMap;

use glance::CopyKind;

use crate::portal::frame::Frame;
use crate::portal::texts::Argument;

/// Messages, and what scripts put into them.
const WORDS: &[&str] = &[
    "border-js-bundle",
    "border-js-bundle-none",
    "border-js-bundle-refused",
    "border-js-camera-none",
    "border-js-code-none",
    "border-js-confirmed",
    "border-js-document-held",
    "border-js-elsewhere",
    "border-js-evidence-kept",
    "border-js-evidence-refused",
    "border-js-failed",
    "border-js-from-bundle",
    "border-js-from-registry",
    "border-js-key",
    "border-js-key-other",
    "border-js-network",
    "border-js-network-none",
    "border-js-not-taken",
    "border-js-nothing-held",
    "border-js-scan-stop",
    "border-js-sent",
    "border-js-taken-along",
    "border-js-waiting",
    "border-js-working",
];
/// What stands in them.
const ARGUMENTS: &[&str] =
    &["age", "count", "country", "day", "fingerprint", "host", "name", "number", "reason", "size"];
/// Headings that page and scripts share.
const HEADINGS: &[(&str, &str)] = &[
    ("attention", "border-attention"),
    ("checks", "border-checks"),
    ("coverage", "border-coverage"),
    ("document", "border-document"),
    ("missing", "border-missing"),
    ("record", "border-about-record"),
    ("why", "border-why"),
];
const OUTCOMES: &[&str] = &[
    "recognised",
    "partly_recognised",
    "discretionary",
    "not_recognised",
    "unknown",
    "not_required",
    "barred",
    "not_covered",
];

/// All of them, as JSON.
pub(super) fn all(frame: &Frame) -> String {
    // The scripts fill in what they know: each place keeps its name.
    let places: Vec<_> =
        ARGUMENTS.iter().map(|name| (*name, Argument::Text(format!("{{{name}}}")))).collect();
    let mut words: BTreeMap<String, String> = BTreeMap::new();
    for id in WORDS {
        let name = id.trim_start_matches("border-js-").to_owned();
        words.insert(name, frame.language.say_with(id, &places));
    }
    words.extend(HEADINGS.iter().map(|(name, id)| (format!("heading-{name}"), frame.say(id))));
    words.extend(OUTCOMES.iter().map(|code| (format!("outcome-{code}"), frame.word("overall", code))));
    let findings = ["met", "not_met", "unknown"];
    words.extend(findings.iter().map(|code| (format!("finding-{code}"), frame.word("finding", code))));
    let kinds = CopyKind::ALL.iter().map(|kind| kind.as_str());
    words.extend(kinds.map(|code| (format!("copy-{code}"), frame.word("copy", code))));
    serde_json::to_string(&words).unwrap_or_default()
}
