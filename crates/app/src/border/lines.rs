//! Conformity lines: lines of customs declarations, each answered by the ordinary decision (CER-02, REC-05).
//!
//! `line → question → decision → answer`. A line is translated into a question; the decision is the one that anybody gets
//! who asks that question, byte for byte, and the answer names its digest. A reference that leads to no certificate, or to
//! several, makes the answer unknown with the reason; it never ends a batch.

mod answer;
mod batch;
mod changes;
mod expiry;
mod finder;
mod for_authority;
mod line;
mod manifests;
mod reference;
mod signed;
pub mod table;
mod treatment;

use std::sync::Arc;

use model::CertificateNumber;

use crate::LogKey;
use crate::decide::Snapshot;

use super::Border;
use super::elsewhere::Authority;

pub use answer::{LINE_FORMAT, LineAnswer};
pub use batch::{Answered, LINES_MAX};
pub use changes::{LineHappening, Standing};
pub use finder::product_finder;
pub use for_authority::{AuthorityLines, ForAuthorityError};
pub use line::{
    CERTIFICATES_MAX, Commodity, Declaration, DeclarationKind, Identifier, LINE_BYTES_MAX, Line, LineError,
    LineField, REFERENCE_CHARS_MAX, Reference, Scheme,
};
pub use manifests::new_manifest_id;
pub use reference::{Resolved, Unresolved};
pub use signed::{
    ANSWERS_FORMAT, ANSWERS_TYPE, MANIFEST_BYTES_MAX, SIGNED_LINE_BYTES_MAX, SignedLine, TABLE_FORMAT,
    VerifiedLine, VerifiedTable, VerifyLineError, verify_line, verify_table,
};
pub use treatment::{Advice, Treatment, treatment};

/// Finds certificates that may name a product by its trade item number, such as in an index of search. What it finds is
/// looked up in the register again.
pub type ProductFinder = Arc<dyn Fn(&str) -> Result<Vec<CertificateNumber>, String> + Send + Sync>;

/// One published state, from which any number of lines is answered.
#[derive(Clone)]
pub struct Lines {
    snapshot: Snapshot,
    key: Option<LogKey>,
    finder: Option<ProductFinder>,
    /// Where an authority asks: of what other borders recorded.
    authority: Option<(Border, Vec<Authority>)>,
}

impl Lines {
    /// Lines of a state, without signatures.
    pub fn new(snapshot: Snapshot) -> Self {
        Self { snapshot, key: None, finder: None, authority: None }
    }

    /// Whether answers are signed.
    pub fn are_signed(&self) -> bool {
        self.key.is_some()
    }

    /// Number of statements of the state.
    pub fn size(&self) -> u64 {
        self.snapshot.size()
    }

    /// The same with signatures, if the key is one of the log at this state.
    #[must_use]
    pub fn signed_with(self, keys: &[LogKey]) -> Self {
        let on_record = crate::log_key::keys_on_record(self.snapshot.state().registry());
        let key = keys.iter().find(|key| on_record.contains(key.verifier())).cloned();
        Self { key, ..self }
    }

    /// The same with a way to find certificates by product.
    #[must_use]
    pub fn finding_with(self, finder: Option<ProductFinder>) -> Self {
        Self { finder, ..self }
    }
}

impl Border {
    /// The state that is published now, for lines. Answers are signed, if this process has a key of the log.
    pub fn lines(&self) -> Lines {
        let lines = Lines::new(self.app().snapshot()).signed_with(&self.inner.keys);
        lines.finding_with(self.inner.finder.clone())
    }
}
