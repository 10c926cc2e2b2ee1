//! The audit trail in SQLite.

use model::PartyId;
use rusqlite::{OptionalExtension as _, Row, params};
use store::StoreError;
use store::office::{Audit, AuditEntry, AuditRecord, Outcome};

use super::SqliteOffice;
use super::rows::{all, bytes, number, party};
use crate::sqlite::error::{SqlError, corrupt};

impl Audit for SqliteOffice {
    fn append_audit(&self, entry: &AuditEntry) -> Result<AuditRecord, StoreError> {
        self.write(|transaction| {
            let last = transaction
                .query_row("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1", [], |row| {
                    Ok((row.get::<_, i64>(0)?.cast_unsigned(), row.get(1)?))
                })
                .optional()?;
            let record = AuditRecord::after(last, entry);
            transaction.execute(
                "INSERT INTO audit (number, at, party, who, what, about, outcome, detail, request, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                params![
                    record.number.cast_signed(),
                    entry.at.cast_signed(),
                    entry.party.as_ref().map(PartyId::as_str),
                    entry.who,
                    entry.what,
                    entry.about,
                    entry.outcome.as_str(),
                    entry.detail,
                    entry.request,
                    record.hash,
                ],
            )?;
            Ok(record)
        })
    }

    fn audit(
        &self,
        party: Option<&PartyId>,
        before: Option<u64>,
        limit: usize,
    ) -> Result<Vec<AuditRecord>, StoreError> {
        let sql = "SELECT * FROM audit WHERE (?1 IS NULL OR party = ?1) AND number < ?2
                   ORDER BY number DESC LIMIT ?3";
        let before = before.and_then(|before| i64::try_from(before).ok()).unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let party = party.map(PartyId::as_str);
        self.read(|connection| all(connection, sql, params![party, before, limit], record))
    }
}

fn record(row: &Row<'_>) -> Result<AuditRecord, SqlError> {
    let of: Option<String> = row.get("party")?;
    let outcome: String = row.get("outcome")?;
    Ok(AuditRecord {
        number: number(row, "number")?,
        entry: AuditEntry {
            at: number(row, "at")?,
            party: of.map(|of| party(&of)).transpose()?,
            who: row.get("who")?,
            what: row.get("what")?,
            about: row.get("about")?,
            outcome: Outcome::from_name(&outcome)
                .ok_or_else(|| corrupt(format!("an outcome in the audit trail is `{outcome}`")))?,
            detail: row.get("detail")?,
            request: row.get("request")?,
        },
        hash: bytes(row, "hash")?,
    })
}
