//! Schemes of bodies that recognise each other's certificates and reports.

pub mod differences_covered;
pub mod issued_by_member;
pub mod member_recognises;
pub mod report_age;
