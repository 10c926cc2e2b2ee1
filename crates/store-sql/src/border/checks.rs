//! Recorded checks in SQLite.

use model::Jurisdiction;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};
use store::StoreError;
use store::border::{CheckRecord, Checks, NewCheck, Recorded};

use super::SqliteBorder;
use crate::rows::{all, number, party};
use crate::sqlite::error::{SqlError, corrupt};

impl Checks for SqliteBorder {
    fn record_checks(&self, checks: &[NewCheck], total_max: u64) -> Result<Vec<Recorded>, StoreError> {
        self.write(|transaction| {
            // Nothing is ever deleted, so the last number is how many there are.
            let last: Option<i64> =
                transaction.query_row("SELECT max(sequence) FROM checks", [], |row| row.get(0))?;
            let mut room = total_max.saturating_sub(last.unwrap_or(0).cast_unsigned());
            let mut recorded = Vec::with_capacity(checks.len());
            for check in checks {
                let outcome = match kept(transaction, check)? {
                    Some(body) if body == check.body => Recorded::Known,
                    Some(_) => Recorded::Differs,
                    None if room == 0 => Recorded::Full,
                    None => {
                        insert(transaction, check)?;
                        room -= 1;
                        Recorded::New
                    }
                };
                recorded.push(outcome);
            }
            Ok(recorded)
        })
    }

    fn checks(
        &self,
        importing: Option<Jurisdiction>,
        after: u64,
        limit: usize,
    ) -> Result<Vec<CheckRecord>, StoreError> {
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|connection| match importing {
            Some(importing) => {
                let sql =
                    "SELECT * FROM checks WHERE importing = ?1 AND sequence > ?2 ORDER BY sequence LIMIT ?3";
                all(connection, sql, params![importing.to_string(), after, limit], record)
            }
            None => {
                let sql = "SELECT * FROM checks WHERE sequence > ?1 ORDER BY sequence LIMIT ?2";
                all(connection, sql, params![after, limit], record)
            }
        })
    }

    fn latest_checks(
        &self,
        importing: Jurisdiction,
        before: Option<u64>,
        limit: usize,
    ) -> Result<Vec<CheckRecord>, StoreError> {
        let before = before.and_then(|before| i64::try_from(before).ok()).unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let sql =
            "SELECT * FROM checks WHERE importing = ?1 AND sequence < ?2 ORDER BY sequence DESC LIMIT ?3";
        self.read(|connection| all(connection, sql, params![importing.to_string(), before, limit], record))
    }
}

/// What was recorded under the identifier of a check.
fn kept(transaction: &Transaction<'_>, check: &NewCheck) -> Result<Option<String>, SqlError> {
    let mut select = transaction.prepare_cached("SELECT body FROM checks WHERE id = ?1")?;
    Ok(select.query_row([check.id.to_string()], |row| row.get(0)).optional()?)
}

fn insert(transaction: &Transaction<'_>, check: &NewCheck) -> Result<(), SqlError> {
    let sql = "INSERT INTO checks (id, received_at, body, importing, party, kid, request)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let (importing, by) = (check.importing.map(|country| country.to_string()), check.by.as_ref());
    transaction.prepare_cached(sql)?.execute(params![
        check.id.to_string(),
        check.received_at.cast_signed(),
        check.body,
        importing,
        by.map(|by| by.party.as_str()),
        by.map(|by| &by.kid),
        by.map(|by| by.request),
    ])?;
    if by.is_none() {
        return Ok(());
    }
    let sequence = transaction.last_insert_rowid();
    let sql = "INSERT OR IGNORE INTO presented (certificate, checked_at, sequence, importing, batch, serial)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let mut insert = transaction.prepare_cached(sql)?;
    for presented in &check.presented {
        let at = presented.checked_at.cast_signed();
        let certificate = presented.certificate.as_str();
        insert.execute(params![certificate, at, sequence, importing, presented.batch, presented.serial])?;
    }
    Ok(())
}

fn record(row: &Row<'_>) -> Result<CheckRecord, SqlError> {
    let id: String = row.get("id")?;
    let id = id.parse().map_err(|error| corrupt(format!("a recorded check: {error}")))?;
    let signed_by: Option<String> = row.get("party")?;
    Ok(CheckRecord {
        sequence: number(row, "sequence")?,
        id,
        received_at: number(row, "received_at")?,
        body: row.get("body")?,
        party: signed_by.as_deref().map(party).transpose()?,
    })
}
