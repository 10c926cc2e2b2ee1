//! Approvals to a harmonised regulation that both parties apply: the UN 1958 Agreement.
//!
//! Articles are cited where the revisions of the Agreement agree on the number.

pub mod approval_granted;
pub mod both_apply;
pub mod production_conforms;
pub mod series_accepted;
pub mod technical_service_notified;
