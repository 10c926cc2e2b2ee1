//! What every agreement on recognition must show before its annexes count: in force, concurred in, not suspended,
//! and written for this direction, product, act and kind of document.

pub mod accepts_output;
pub mod annex_in_force;
pub mod concurred;
pub mod covers_product;
pub mod direction;
pub mod gives_recognition;
pub mod in_force;
pub mod instrument_exists;
pub mod names_act;
pub mod not_suspended;
pub mod origin;
