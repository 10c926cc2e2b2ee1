//! Statements: what parties sign, who may sign what, and how a signature is checked.
//!
//! `bytes ─verify→ VerifiedStatement`: the first arrow of the way of data. **Invariant:** nothing here knows the
//! registry, a clock or a network; keys are arguments.

pub mod act;
pub mod keys;
