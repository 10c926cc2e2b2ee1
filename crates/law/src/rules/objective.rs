//! Common regulatory objectives (Rec. L): free circulation of complying products.

pub mod binds_country;
pub mod claim_refers;
pub mod compliance_clause;
pub mod covers_product;
pub mod established;
pub mod formal_elements;
pub mod named_standards;
pub mod no_counter_measure;
pub mod recognised_body;
pub mod serves_purpose;
pub mod version_binds;
