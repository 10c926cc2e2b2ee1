//! What the importing country requires for a product on a day.

pub mod applies_on_day;
pub mod covers_product;
pub mod edition_accepted;
pub mod exclusive_standard_met;
pub mod national_treatment;
pub mod needs_assessment;
