//! What somebody at a border asks and is shown: what a code or file holds, the question that follows from it, and the
//! answer to be taken in at one glance, in the words of one language.
//!
//! Server and browser run these same functions, so an answer reads the same with a network and without.
//! **Invariants:** nothing is decided here; no clock, no network; a document that differs from the register changes no
//! outcome, and is told before it.

mod asked;
mod copies;
mod names;
mod scanned;
mod shown;

pub use asked::{Asked, Fault, Fields};
pub use copies::{AT_ONE_BORDER, CopyKind, Disagreement};
pub use names::name_of;
pub use scanned::{Held, Scanned, read};
pub use shown::{Beside, Check, Glance};
