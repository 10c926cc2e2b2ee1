//! Whether a certificate or declaration is what it says: on record, unaltered, in force, for this product.

pub mod batch_same;
pub mod credential_matches;
pub mod holder_same;
pub mod in_force;
pub mod issued_by_named_body;
pub mod not_a_copy;
pub mod not_suspended;
pub mod not_withdrawn;
pub mod on_record;
pub mod product_same;
