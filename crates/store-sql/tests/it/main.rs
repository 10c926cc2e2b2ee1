//! The contracts of storage, kept by SQLite.

mod border;
mod office;
mod store;
mod witness;
