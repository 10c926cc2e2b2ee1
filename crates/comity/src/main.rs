//! `comity`.
mod demo;

fn main() {}
