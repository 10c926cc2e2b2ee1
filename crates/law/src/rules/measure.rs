//! Measures of the importing country against products, batches, bodies and traders.

pub mod has_legal_basis;
pub mod no_open_measure;
pub mod suspicion_is_no_measure;
