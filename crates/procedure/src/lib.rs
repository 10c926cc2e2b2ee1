//! The life of a common regulatory objective (Rec. L), computed from the registry for a day and a state of knowledge.
//!
//! [`procedure()`] tells how a text is made: interest, call, task force, drafts, comments, agreement, submission.
//! [`objective()`] tells what became of it: versions, and country by country agreement, announcement, adoption,
//! acceptance, reports. [`due()`] lists every term with its last day and how it stands. [`differences()`] compares two
//! texts element by element.
//!
//! **Invariants:** pure reading, no clock; nothing here changes what decisions say. Whatever the law finds wanting is a
//! finding and nothing more: the act stays on record.

mod differences;
mod due;
mod event;
mod findings;
mod life;
mod making;
mod membership;
mod stage;

pub use differences::{Difference, Part, differences, parts};
pub use due::{Due, due, due_from, due_in_procedure, due_under_objective};
pub use event::{Event, timeline};
pub use life::{CountryLife, ObjectiveLife, Period, VersionLife, objective, objective_in_short};
pub use making::{
    Agreement, Call, Comments, Draft, Procedure, procedure, procedure_in_short, procedures, title_of,
};
pub use membership::{Participant, is_member_state};
pub use stage::Stage;
