//! Recognition by an individual decision, or a standing acceptance, of the importing party.

pub mod conditions_met;
pub mod covers;
pub mod in_force;
pub mod review;
