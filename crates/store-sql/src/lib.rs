//! The store in SQLite: one file in one directory, no server.
//!
//! The data directory holds `registry.sqlite`, `office.sqlite` (what officers need to work, which is not in the log),
//! the file `checkpoint` (the last signed checkpoint, kept outside the
//! database so that an old copy of the database is noticed) and `lock` (held by the process that writes).

mod office;
mod sqlite;
mod witness;

pub use office::{OFFICE_FILE, SqliteOffice};
pub use sqlite::{CHECKPOINT_FILE, COSIGNED_FILE, DATABASE_FILE, LOCK_FILE, SqliteStore, replace_database};
pub use witness::{SqliteWitness, WITNESS_FILE};
