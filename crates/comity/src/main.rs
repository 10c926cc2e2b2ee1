//! `comity`.
fn main() {}
