//! The border: what customs and authorities do with the answers of the registry, and nobody else may read.
//!
//! A declaration, an officer's note and what was drawn from a certified quantity are confidential; the log is public and
//! for ever. So they are kept apart, in a database of their own. **Invariants:** nothing here changes what the log says
//! or what a decision is; losing it loses no statement.
//!
//! A further kind of data is one more small trait here, one file in each backend, one more forward-only migration, and
//! one more test in `store-sql/tests/border.rs`.

mod checks;
mod manifests;
mod presentations;
mod quantities;
mod subscriptions;
mod suspensions;

pub use checks::{CheckId, CheckIdError, CheckRecord, Checks, NewCheck, Recorded};
pub use manifests::Manifests;
pub use presentations::{Presentation, Presentations, Presented, RecordedAs};
pub use quantities::{
    Account, By, DrawKey, DrawRefusal, DrawState, Moved, Movement, Quantities, Stated, Step,
};
pub use subscriptions::{About, DeadLetter, NewSubscription, Place, Subscribed, Subscription, Subscriptions};
pub use suspensions::{
    AnswerKind, NewAnswer, NewSuspension, Suspension, Suspensions, Told, WhichSuspensions,
};

/// Everything that the use cases of the border need of a store.
pub trait Border: Checks + Manifests + Presentations + Quantities + Suspensions + Subscriptions {}

impl<S: Checks + Manifests + Presentations + Quantities + Suspensions + Subscriptions> Border for S {}
