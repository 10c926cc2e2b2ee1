//! Conformity assessment bodies: designation, listing, standing, ownership.

pub mod listed_before_assessment;
