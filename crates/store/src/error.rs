//! Why a store could not do what was asked, with the next step for each.

use thiserror::Error;

/// Why a store could not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// No space is left.
    #[error("the disk that holds `{path}` is full: free space on it, then submit again")]
    Full {
        /// The data directory.
        path: String,
    },
    /// The place cannot be written.
    #[error(
        "`{path}` cannot be written: give the directory and its files to the user that runs this, or mount the disk for writing"
    )]
    ReadOnly {
        /// The data directory or file.
        path: String,
    },
    /// Another process writes there.
    #[error("`{path}` is in use by another process: stop it, or ask it over its address instead")]
    Busy {
        /// The data directory.
        path: String,
    },
    /// What is stored contradicts itself.
    #[error("{what}: run `comity log verify` to find what is damaged, then restore a backup")]
    Corrupt {
        /// What was found.
        what: String,
    },
    /// There is no data where it was looked for.
    #[error("there is no registry in `{path}`: create one with `comity init`, or give another directory")]
    Missing {
        /// The data directory.
        path: String,
    },
    /// A newer version wrote the data.
    #[error(
        "the data have format {found} and this version knows formats up to {known}: run the version that wrote it, or a later one"
    )]
    Newer {
        /// Format found.
        found: u32,
        /// Newest format known.
        known: u32,
    },
    /// An earlier version wrote the data, and they are only read.
    #[error(
        "the data have format {found} and this version reads format {known}: open them once for writing, with `comity serve`, to convert them"
    )]
    Older {
        /// Format found.
        found: u32,
        /// Format read.
        known: u32,
    },
    /// Somebody else appended: the batch was made for another size of the log.
    #[error("the log has {found} entries, not {expected}: another process appended to it; start again")]
    Moved {
        /// Size for which the batch was made.
        expected: u64,
        /// Size found.
        found: u64,
    },
    /// Something is there already that must not be overwritten.
    #[error("`{path}` exists already: name a place that does not exist")]
    Exists {
        /// The place.
        path: String,
    },
    /// Reading or writing failed for another reason.
    #[error("{what}: {reason}; check the disk, then try again")]
    Io {
        /// What was being done.
        what: String,
        /// What the system said.
        reason: String,
    },
}

impl StoreError {
    /// Contradiction in what is stored.
    pub fn corrupt(what: impl Into<String>) -> Self {
        Self::Corrupt { what: what.into() }
    }

    /// A failure that fits no other variant.
    pub fn io(what: impl Into<String>, reason: impl std::fmt::Display) -> Self {
        Self::Io { what: what.into(), reason: reason.to_string() }
    }
}
