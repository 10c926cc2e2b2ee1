//! The recognition decision: must, may or need country B accept this evidence for this product on this day.
//!
//! `decide(&Registry, &Question, &[Presented]) -> Decision`. **Invariants:** a decision is a function of its arguments:
//! no clock, no input or output, no global state; every path is tried; a broken rule is a finding, never an error.
//!
//! Where things are: `gate/` asks what bars, what is required and whether the evidence is what it says; `paths/` holds
//! the ways to recognition, one file each; `precedence.rs` is the one table from findings to the answer.

mod answer;
mod context;
mod decide;
mod gate;
mod missing;
mod paths;
pub mod precedence;
mod question;
mod verdict;

pub use answer::{
    AsOf, Basis, CoverageAnswer, Decision, EvidenceAnswer, Missing, Path, PathAnswer, Places,
    RequirementAnswer, RequirementKind, RequirementOutcome,
};
pub use decide::{Presented, decide, verdict};
pub use precedence::Overall;
pub use question::{AnswerForm, EvidenceReference, Question, QuestionError};
pub use verdict::{EvidenceVerdict, RequirementVerdict, Verdict};

/// The version of the engine that answers name. Raised with every change that may alter an answer.
pub const ENGINE: &str = concat!("comity-", env!("CARGO_PKG_VERSION"));
