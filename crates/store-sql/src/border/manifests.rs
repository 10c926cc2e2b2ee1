//! Manifests of answered tables in SQLite.

use rusqlite::{OptionalExtension as _, params};
use store::StoreError;
use store::border::Manifests;

use super::SqliteBorder;

impl Manifests for SqliteBorder {
    fn keep_manifest(&self, id: &str, manifest: &str, most: u64) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.execute("INSERT INTO manifest (id, jws) VALUES (?1, ?2)", params![id, manifest])?;
            // The latest is never deleted, so numbers go on.
            transaction.execute(
                "DELETE FROM manifest WHERE sequence <= (SELECT max(sequence) FROM manifest) - ?1",
                params![i64::try_from(most).unwrap_or(i64::MAX)],
            )?;
            Ok(())
        })
    }

    fn manifest(&self, id: &str) -> Result<Option<String>, StoreError> {
        self.read(|connection| {
            let sql = "SELECT jws FROM manifest WHERE id = ?1";
            Ok(connection.query_row(sql, params![id], |row| row.get(0)).optional()?)
        })
    }
}
