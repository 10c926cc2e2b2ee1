//! Why a file is not a bundle, or not one to be trusted.

use thiserror::Error;

use crate::BUNDLE_BYTES_MAX;

/// What is wrong with the form of a bundle or a delta.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Malformed {
    /// Longer than [`BUNDLE_BYTES_MAX`].
    #[error("it has {found} bytes; the limit is {BUNDLE_BYTES_MAX}")]
    TooLong {
        /// Its length.
        found: usize,
    },
    /// It does not begin as such a file does.
    #[error("it does not begin with `{expected}`")]
    Magic {
        /// What such a file begins with.
        expected: &'static str,
    },
    /// It ends before what it announces.
    #[error("it ends within {within}")]
    Truncated {
        /// What was being read.
        within: &'static str,
    },
    /// There is more than it announces.
    #[error("{bytes} bytes follow after its end")]
    Trailing {
        /// How many.
        bytes: usize,
    },
    /// A number is written longer than it needs to be, or does not fit.
    #[error("a number in {within} is not written in the shortest way, or is too large")]
    Number {
        /// What was being read.
        within: &'static str,
    },
    /// A text is not UTF-8, or not of the kind that stands there.
    #[error("{what} is malformed")]
    Text {
        /// Which text.
        what: &'static str,
    },
    /// Things are out of order, repeated, or contradict each other.
    #[error("{what} are out of order, repeated or contradict each other")]
    Inconsistent {
        /// Which things.
        what: &'static str,
    },
    /// A count is larger than the bytes that are left could hold.
    #[error("{what}: {count} are announced, more than the file could hold")]
    Count {
        /// Of what.
        what: &'static str,
        /// How many are announced.
        count: u64,
    },
}

/// Why a bundle is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BundleError {
    /// Not a bundle.
    #[error("this is not a bundle: {0}; fetch it again, or make one with `comity bundle make`")]
    Malformed(#[from] Malformed),
    /// Nobody who is trusted signed it, or it was changed.
    #[error(
        "the signature of the bundle is not to be trusted: {0}; fetch it again, and compare the key with the one that you know from elsewhere"
    )]
    Signature(String),
    /// The checkpoint in it is not to be trusted, or too few witnesses cosigned it.
    #[error(
        "the checkpoint in the bundle is not to be trusted: {0}; fetch the bundle again, or check the policy"
    )]
    Checkpoint(String),
    /// A statement in it cannot be read.
    #[error("statement {position} in the bundle cannot be read: {reason}; fetch the bundle again")]
    Statement {
        /// Its position in the log.
        position: u64,
        /// Why.
        reason: String,
    },
}

/// Why a delta cannot be made or applied.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DeltaError {
    /// Not a delta.
    #[error("this is not a delta between bundles: {0}; fetch it again")]
    Delta(Malformed),
    /// One of the bundles is none.
    #[error("this is not a bundle: {0}; fetch the whole bundle")]
    Bundle(Malformed),
    /// They are of different countries or logs.
    #[error("the bundles are of different countries or logs: give two of the same")]
    Unrelated,
    /// The delta belongs to another bundle.
    #[error("the delta belongs to another bundle than this: fetch the whole bundle")]
    OtherBase,
    /// What comes out is not what was promised.
    #[error("applying the delta does not give the bundle that it promises: fetch the whole bundle")]
    OtherResult,
}
