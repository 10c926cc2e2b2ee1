//! What SQLite and the system say, in the terms of the store.

use std::io;
use std::path::Path;

use rusqlite::ErrorCode;
use store::StoreError;

/// What can go wrong inside: the database fails, or what it holds cannot be read back.
#[derive(Debug)]
pub(crate) enum SqlError {
    Sqlite(rusqlite::Error),
    Store(StoreError),
}

impl From<rusqlite::Error> for SqlError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<StoreError> for SqlError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// A stored value that is not what was written.
pub(crate) fn corrupt(what: impl Into<String>) -> SqlError {
    SqlError::Store(StoreError::corrupt(what))
}

pub(crate) fn from_sql(error: SqlError, file: &Path) -> StoreError {
    let error = match error {
        SqlError::Store(error) => return error,
        SqlError::Sqlite(error) => error,
    };
    let path = file.display().to_string();
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StoreError::Full { path },
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            StoreError::ReadOnly { path }
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy { path },
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            StoreError::corrupt(format!("`{path}` is damaged ({error})"))
        }
        Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch) => {
            StoreError::corrupt(format!("`{path}` contradicts what is to be written ({error})"))
        }
        _ => StoreError::io(format!("using `{path}`"), error),
    }
}

pub(crate) fn from_io(error: &io::Error, doing: &str, file: &Path) -> StoreError {
    let path = file.display().to_string();
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full { path },
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly { path },
        _ => StoreError::io(format!("{doing} `{path}`"), error),
    }
}
