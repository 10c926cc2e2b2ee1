//! The store in SQLite: one file in one directory, no server.
//!
//! The data directory holds `registry.sqlite`, `office.sqlite` (what officers need to work, which is not in the log),
//! `border.sqlite` (what customs and authorities do at a border, which is not in the log either), the file `checkpoint` (the last signed checkpoint, kept outside the
//! database so that an old copy of the database is noticed) and `lock` (held by the process that writes).

mod border;
mod office;
mod private;
mod rows;
mod sqlite;
mod witness;

pub use border::{BORDER_FILE, SqliteBorder};
pub use office::{OFFICE_FILE, SqliteOffice};
pub use sqlite::{CHECKPOINT_FILE, COSIGNED_FILE, DATABASE_FILE, LOCK_FILE, SqliteStore, replace_database};
pub use witness::{SqliteWitness, WITNESS_FILE};
