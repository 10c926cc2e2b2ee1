//! The law as rules: one duty, one file, one citation, one check.
//!
//! A rule compares facts that somebody else found and answers with a [`Finding`]: met, not met or unknown, with the
//! facts that were compared and never a sentence. **Invariant:** no rule looks anything up, knows a clock or a
//! registry, or fails: a broken rule is a finding, not an error.

mod dated;
mod finding;
mod practice;
mod rule;
pub mod rules;
mod standing;
pub mod suspension_term;
pub mod term;

pub use dated::{Dated, Version};
pub use finding::{Fact, Finding, Outcome, Recorded, Value};
pub use practice::Answered;
pub use rule::{Citation, Rule, Source};
pub use rules::{RULES, find, table_digest_input};
