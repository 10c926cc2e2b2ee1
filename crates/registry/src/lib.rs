//! The registry: who validly said what, and when.
//!
//! `VerifiedStatement ─admit(state)→ Admitted ─log→ LoggedStatement ─apply→ Registry`: the second and third arrow of
//! the way of data. **Invariants:** admission judges authority and never effect; `apply` is total; nothing is deleted
//! or edited; certificates are never held here.

mod admit;
mod apply;
mod certificate;
mod facts;
mod journal;
mod logged;
mod map;
mod objective_text;
mod on_day;
mod product_index;
mod state;
mod target_index;
mod view;

pub use admit::{AdmitError, Admitted, Needed, admissible, admit, key_in_force};
pub use certificate::{
    CertificateEvent, CertificateEventKind, CertificateFacts, CertificateHead, CertificateLookup,
    CertificateState, RecordedChange,
};
pub use facts::{Fact, Facts, Knowledge};
pub use journal::{JournalEntry, JournalKind};
pub use logged::LoggedStatement;
pub use map::Map;
pub use objective_text::{ObjectiveText, citations, content};
pub use on_day::{OnDay, Way};
pub use product_index::ProductIndex;
pub use state::{
    Accreditation, AdditionalRequirement, Agreement, Annex, Bound, BoundBy, Commitment, Edition, KeyRecord,
    Mandate, MeasureRecord, Objective, PartyRecord, PriorDecision, Registry, Regulation, StandardFate,
    StandardSeries, Standing,
};
pub use target_index::{Asked, TargetIndex};

use model::Jurisdiction;

/// The code of no country: the registrar's own record carries it.
pub(crate) const NO_COUNTRY: Jurisdiction = Jurisdiction::new_static("ZZ");
/// Stands in indexes for instruments that are not of one party.
pub const EVERY_PARTY: Jurisdiction = Jurisdiction::new_static("ZZ-ALL");
