//! Recognition by equivalence: conformity to the exporting party's act suffices where both acts are declared
//! equivalent.

pub mod acts_declared_equivalent;
pub mod attests_to_exporting_act;
