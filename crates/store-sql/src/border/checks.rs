//! Recorded checks in SQLite.

use rusqlite::{OptionalExtension as _, Row, Transaction, params};
use store::StoreError;
use store::border::{CheckRecord, Checks, NewCheck, Recorded};

use super::SqliteBorder;
use crate::rows::{all, number};
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

    fn checks(&self, after: u64, limit: usize) -> Result<Vec<CheckRecord>, StoreError> {
        let sql = "SELECT * FROM checks WHERE sequence > ?1 ORDER BY sequence LIMIT ?2";
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|connection| all(connection, sql, params![after, limit], record))
    }
}

/// What was recorded under the identifier of a check.
fn kept(transaction: &Transaction<'_>, check: &NewCheck) -> Result<Option<String>, SqlError> {
    let mut select = transaction.prepare_cached("SELECT body FROM checks WHERE id = ?1")?;
    Ok(select.query_row([check.id.to_string()], |row| row.get(0)).optional()?)
}

fn insert(transaction: &Transaction<'_>, check: &NewCheck) -> Result<(), SqlError> {
    let sql = "INSERT INTO checks (id, received_at, body) VALUES (?1, ?2, ?3)";
    let mut insert = transaction.prepare_cached(sql)?;
    insert.execute(params![check.id.to_string(), check.received_at.cast_signed(), check.body])?;
    Ok(())
}

fn record(row: &Row<'_>) -> Result<CheckRecord, SqlError> {
    let id: String = row.get("id")?;
    let id = id.parse().map_err(|error| corrupt(format!("a recorded check: {error}")))?;
    let check = NewCheck { id, received_at: number(row, "received_at")?, body: row.get("body")? };
    Ok(CheckRecord { sequence: number(row, "sequence")?, check })
}
