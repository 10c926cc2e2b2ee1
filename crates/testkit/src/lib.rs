//! `testkit`.
