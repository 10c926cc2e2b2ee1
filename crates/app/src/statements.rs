//! Reading logged statements, page by page.

use store::{Entry, StoreError, Which};

use crate::app::App;

/// Most statements in one page.
pub const PAGE_MAX: usize = 1_000;

impl App {
    /// At most `limit` (and at most [`PAGE_MAX`]) published statements after a position, or from the first on.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn statements(&self, after: Option<u64>, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let from = after.map_or(0, |after| after.saturating_add(1));
        let published = self.state().size().saturating_sub(from);
        let limit = limit.min(PAGE_MAX).min(usize::try_from(published).unwrap_or(usize::MAX));
        self.store().entries(from, limit, Which::All)
    }
}
