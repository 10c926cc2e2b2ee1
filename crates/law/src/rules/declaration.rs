//! Supplier's declarations, where the importing party accepts them.

pub mod accepted;
pub mod declarant_entitled;
pub mod is_declaration;
pub mod laboratory;
pub mod states_act;
