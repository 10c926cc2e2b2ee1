//! Recognition by accreditation: bodies accredited by the other party's accreditation body.

pub mod body_recognised;
pub mod importing_party_notified;
pub mod scope_covers_act;
