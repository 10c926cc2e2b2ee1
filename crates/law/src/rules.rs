//! THE table of rules, in the order in which a decision asks them. A rule that is not here does not exist.

pub mod body;

use crate::Rule;

/// Every rule.
pub static RULES: &[&Rule] = &[
    &body::listed_before_assessment::RULE, // "body.listed-before-assessment"
];

/// The rule with an identifier.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

/// What the digest of the table is taken over: every identifier with its version, one a line, in order.
pub fn table_digest_input() -> String {
    RULES.iter().map(|rule| format!("{}@{}\n", rule.id, rule.version)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_unique_and_say_chapter_and_duty() {
        let mut ids: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), RULES.len());
        let plain =
            |id: &str| id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c));
        assert!(ids.iter().all(|id| id.split('.').count() == 2 && plain(id)));
    }

    #[test]
    fn every_rule_has_a_duty_a_citation_and_a_file_named_after_it() {
        for rule in RULES {
            let words = rule.id.split('.').nth(1).unwrap_or_default().replace('-', "_");
            assert!(rule.duty.ends_with('.') && !rule.citations.is_empty(), "{}", rule.id);
            assert!(rule.file.ends_with(&format!("{words}.rs")), "{} is in {}", rule.id, rule.file);
        }
    }
}
