//! From a decision to what is sent and what is read: JSON for machines, sentences in every language for people.
//!
//! Both are made from the same findings. **Invariant:** the JSON holds no prose but the disclaimer and depends on
//! nothing but the decision and the point of the log, so that server, command line and offline verifier send the
//! same bytes.

mod json;
mod tell;
mod text;
mod words;
mod writer;

pub use json::{LogPoint, finding_facts, json, mentions_objectives, rules_digest, verdict_json};
pub use tell::{Told, ToldEvidence, ToldFinding, ToldMissing, ToldPath, ToldRequirement, tell, tell_finding};
pub use text::text;
pub use words::{LANGUAGES, Words, WordsError};

/// What every answer says of itself.
pub const DISCLAIMER: &str = "Information computed from published statements; not a decision of any authority, nor proof of conformity, safety or origin.";
/// What an answer says where objectives appear.
pub const DISCLAIMER_OBJECTIVES: &str =
    "Not the UNECE Registry for CROs; numbers beginning DEMO were not allocated by UNECE.";
