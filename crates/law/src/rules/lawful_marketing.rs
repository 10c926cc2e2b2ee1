//! Goods lawfully marketed in another party, where the importing party lets them in on that ground.

pub mod no_exemption;
pub mod no_refusal;
pub mod sold_in_party;
