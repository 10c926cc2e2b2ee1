//! Conformity assessment bodies: designation, listing, standing, ownership.

pub mod contest_not_upheld;
pub mod designated_by_party;
pub mod earlier_results_kept;
pub mod listed_before_assessment;
pub mod not_suspended;
pub mod ownership_not_barred;
