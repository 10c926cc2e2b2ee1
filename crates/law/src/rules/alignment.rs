//! Recognition by alignment: the exporting party has taken over the importing party's law in a sector.

pub mod law_aligned;
