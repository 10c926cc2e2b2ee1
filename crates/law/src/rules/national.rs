//! Recognition under the importing country's own rules.

pub mod attests_to_act;
pub mod body_accepted;
pub mod fits_procedure;
