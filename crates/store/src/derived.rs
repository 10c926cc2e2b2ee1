//! Derived tables, for comparing them with a rebuild, and copies of a store.

use std::path::Path;

use crate::StoreError;

/// Shows the derived tables, so that they can be compared with those of a rebuilt store.
pub trait Derived: Send + Sync {
    /// Visits every row of every derived table, in an order that depends on the log alone.
    ///
    /// # Errors
    /// When they cannot be read.
    fn derived(&self, visit: &mut dyn FnMut(&DerivedRow)) -> Result<(), StoreError>;

    /// What the storage itself finds wrong with its files; empty when it finds nothing.
    ///
    /// # Errors
    /// When it cannot be examined.
    fn damage(&self) -> Result<Vec<String>, StoreError>;
}

/// A row of a derived table in plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DerivedRow {
    /// Name of the table.
    pub table: &'static str,
    /// What the row is about.
    pub key: String,
    /// What it says.
    pub content: String,
}

/// Copies a store while it is in use.
pub trait Backup: Send + Sync {
    /// Name of the database's file in a data directory.
    fn database_name(&self) -> &'static str;

    /// Writes a copy of the database, as of one moment, to a file that does not exist yet, and makes it durable.
    /// `progress` is told parts done and parts in all.
    ///
    /// # Errors
    /// When the file exists or cannot be written; then it is removed.
    fn copy_to(&self, file: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<(), StoreError>;
}
