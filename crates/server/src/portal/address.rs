//! Addresses of pages.

use app::view::{Kind, Named};

/// The folder of a kind of page, and its identifier behind it.
pub(crate) fn path_of(named: &Named) -> String {
    // Pages stand below that of a procedure, so that its identifier is one part of the path.
    let id = if named.kind == Kind::Procedure { segment(&named.id) } else { encode(&named.id) };
    format!("/{}/{id}", folder(named.kind))
}

/// Percent-encodes one part of a path: slashes within it too.
pub(crate) fn segment(text: &str) -> String {
    encode(text).replace('/', "%2F")
}

/// The folder of a kind of page.
pub(crate) fn folder(kind: Kind) -> &'static str {
    match kind {
        Kind::Country => "countries",
        Kind::Body => "bodies",
        Kind::Agreement => "agreements",
        Kind::Annex => "annexes",
        Kind::Standard => "standards",
        Kind::Regulation => "regulations",
        Kind::Objective => "objectives",
        Kind::Procedure => "procedures",
        Kind::Measure => "measures",
        Kind::PriorDecision => "recognition-decisions",
        Kind::Equivalence => "equivalences",
        Kind::Certificate => "certificates",
        Kind::Statement => "log/statements",
    }
}

/// The code of a kind, in queries and names of messages.
pub(crate) fn code(kind: Kind) -> &'static str {
    match kind {
        Kind::Country => "country",
        Kind::Body => "body",
        Kind::Agreement => "agreement",
        Kind::Annex => "annex",
        Kind::Standard => "standard",
        Kind::Regulation => "regulation",
        Kind::Objective => "objective",
        Kind::Procedure => "procedure",
        Kind::Measure => "measure",
        Kind::PriorDecision => "recognition-decision",
        Kind::Equivalence => "equivalence",
        Kind::Certificate => "certificate",
        Kind::Statement => "statement",
    }
}

/// Kinds that can be searched for.
pub(crate) const SEARCHED: &[Kind] = &[
    Kind::Certificate,
    Kind::Standard,
    Kind::Regulation,
    Kind::Agreement,
    Kind::Annex,
    Kind::Body,
    Kind::Country,
    Kind::Objective,
    Kind::Measure,
    Kind::PriorDecision,
    Kind::Equivalence,
];

/// The kind with a code.
pub(crate) fn kind(text: &str) -> Option<Kind> {
    SEARCHED.iter().copied().find(|kind| code(*kind) == text)
}

/// Percent-encodes a part of a path or query (RFC 3986, 2.1): all but unreserved characters and those that both
/// allow and identifiers use.
pub(crate) fn encode(text: &str) -> String {
    use std::fmt::Write as _;
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// A query string of the pairs that have a value.
pub(crate) fn query(pairs: &[(&str, &str)]) -> String {
    let given = pairs.iter().filter(|(_, value)| !value.is_empty());
    given.map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_survive_in_paths() {
        let named = |kind, id: &str| path_of(&Named::new(kind, id, ""));
        assert_eq!(named(Kind::Standard, "ISO/IEC 17065:2012"), "/standards/ISO/IEC%2017065:2012");
        assert_eq!(named(Kind::Body, "did:web:x.example"), "/bodies/did:web:x.example");
        assert_eq!(named(Kind::Annex, "a?b#c%"), "/annexes/a%3Fb%23c%25");
        assert_eq!(named(Kind::Procedure, "a/b"), "/procedures/a%2Fb");
    }

    #[test]
    fn a_query_leaves_out_what_is_empty() {
        assert_eq!(query(&[("a", "1 2"), ("b", ""), ("c", "&=")]), "a=1%202&c=%26%3D");
    }

    #[test]
    fn every_searched_kind_is_found_by_its_code() {
        assert!(SEARCHED.iter().all(|k| kind(code(*k)) == Some(*k)));
        assert_eq!(kind("nothing"), None);
    }
}
