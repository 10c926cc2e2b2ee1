//! Records of documents in SQLite.

use model::PartyId;
use rusqlite::{Row, params};
use store::StoreError;
use store::office::{DocumentRecord, Documents};

use super::SqliteOffice;
use super::rows::{all, bytes, number, party};
use crate::sqlite::error::SqlError;

impl Documents for SqliteOffice {
    fn add_document(&self, record: &DocumentRecord) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let added = transaction.execute(
                "INSERT OR IGNORE INTO document (party, sha256, media_type, size_bytes, name, added_by, added_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    record.party.as_ref().map_or("", PartyId::as_str),
                    record.sha256,
                    record.media_type,
                    record.size_bytes.cast_signed(),
                    record.name,
                    record.by,
                    record.at.cast_signed(),
                ],
            )?;
            Ok(added == 1)
        })
    }

    fn documents(&self, party: Option<&PartyId>, limit: usize) -> Result<Vec<DocumentRecord>, StoreError> {
        let sql = "SELECT * FROM document WHERE party = ?1 ORDER BY sequence DESC LIMIT ?2";
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let party = party.map_or("", PartyId::as_str);
        self.read(|connection| all(connection, sql, params![party, limit], record))
    }
}

fn record(row: &Row<'_>) -> Result<DocumentRecord, SqlError> {
    let of: String = row.get("party")?;
    Ok(DocumentRecord {
        sha256: bytes(row, "sha256")?,
        media_type: row.get("media_type")?,
        size_bytes: number(row, "size_bytes")?,
        name: row.get("name")?,
        party: if of.is_empty() { None } else { Some(party(&of)?) },
        by: row.get("added_by")?,
        at: number(row, "added_at")?,
    })
}
