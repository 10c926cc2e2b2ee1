//! Acts about common regulatory objectives (Rec. L; CRO-01 to CRO-18): from the need for harmonization to free
//! circulation, one file for each part of the way.

mod application;
mod call;
mod circulation;
mod draft;
mod elements;
mod need;
mod registered;
mod standards;
mod task_force;

pub use application::*;
pub use call::*;
pub use circulation::*;
pub use draft::*;
pub use elements::*;
pub use need::*;
pub use registered::*;
pub use standards::*;
pub use task_force::*;
