//! `store-sql`.
