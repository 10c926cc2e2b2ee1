//! Drafts in SQLite.

use model::PartyId;
use rusqlite::{Row, params};
use store::StoreError;
use store::office::{Draft, DraftId, Drafts, OfficerId};

use super::SqliteOffice;
use super::rows::{all, bytes, number, optional_number, party};
use crate::sqlite::error::SqlError;

impl Drafts for SqliteOffice {
    fn save_draft(&self, draft: &Draft) -> Result<bool, StoreError> {
        self.write(|transaction| {
            // Both statements do nothing where the version does not fit.
            let sql = if draft.version == 1 {
                "INSERT OR IGNORE INTO draft (id, party, act, content, version, written_by, written_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
            } else {
                "UPDATE draft SET party = ?2, act = ?3, content = ?4, version = ?5, written_by = ?6, written_at = ?7
                 WHERE id = ?1 AND version = ?5 - 1 AND logged_at IS NULL"
            };
            let changed = transaction.execute(
                sql,
                params![
                    draft.id.0,
                    draft.party.as_str(),
                    draft.act,
                    draft.text,
                    draft.version.cast_signed(),
                    draft.by.0,
                    draft.written_at.cast_signed(),
                ],
            )?;
            Ok(changed == 1)
        })
    }

    fn draft(&self, id: &DraftId) -> Result<Option<Draft>, StoreError> {
        let sql = "SELECT * FROM draft WHERE id = ?1";
        self.read(|connection| Ok(all(connection, sql, [id.0], draft)?.pop()))
    }

    fn drafts(&self, party: &PartyId, limit: usize) -> Result<Vec<Draft>, StoreError> {
        let sql = "SELECT * FROM draft WHERE party = ?1 ORDER BY written_at DESC, id LIMIT ?2";
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|connection| all(connection, sql, params![party.as_str(), limit], draft))
    }

    fn draft_logged(&self, id: &DraftId, position: u64) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.execute(
                "UPDATE draft SET logged_at = ?2 WHERE id = ?1",
                params![id.0, position.cast_signed()],
            )?;
            Ok(())
        })
    }

    fn discard_draft(&self, id: &DraftId) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let sql = "DELETE FROM draft WHERE id = ?1 AND logged_at IS NULL";
            Ok(transaction.execute(sql, [id.0])? == 1)
        })
    }
}

fn draft(row: &Row<'_>) -> Result<Draft, SqlError> {
    Ok(Draft {
        id: DraftId(bytes(row, "id")?),
        party: party(&row.get::<_, String>("party")?)?,
        act: row.get("act")?,
        text: row.get("content")?,
        version: number(row, "version")?,
        by: OfficerId(bytes(row, "written_by")?),
        written_at: number(row, "written_at")?,
        logged_at: optional_number(row, "logged_at")?,
    })
}
