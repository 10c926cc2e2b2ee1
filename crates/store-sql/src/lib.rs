//! The store in SQLite: one file in one directory, no server.
//!
//! The data directory holds `registry.sqlite`, the file `checkpoint` (the last signed checkpoint, kept outside the
//! database so that an old copy of the database is noticed) and `lock` (held by the process that writes).

mod sqlite;

pub use sqlite::{CHECKPOINT_FILE, DATABASE_FILE, LOCK_FILE, SqliteStore, replace_database};
