//! Traditional recognition: results of assessment against the importing party's own act.

pub mod attests_to_importing_act;
