//! Answers without a network: a bundle and the evidence that is presented go in, the answer of the registry at that log
//! size comes out, byte for byte; or that the bundle does not cover the question.
//!
//! **Invariants:** no clock, no randomness, no database; the decision is the one function that every other part of
//! Comity asks. What the bundle cannot know is never answered.

mod answer;
mod at_glance;
mod compare;
mod evidence;

pub use answer::{Answer, NotCovered, Refused, Verifier};
pub use bundle::{Bundle, BundleError, Delta, DeltaError};
pub use compare::Compared;
pub use credential::DocumentFinding;
pub use evidence::{Evidence, EvidenceError};
pub use tlog::{Policy, PolicyError, VerifierKey};
