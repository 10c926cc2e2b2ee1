//! Sessions in SQLite.

use rusqlite::{Row, Transaction, params};
use store::StoreError;
use store::office::{OfficerId, Session, Sessions, TokenHash};

use super::SqliteOffice;
use super::rows::{all, bytes, number};
use crate::sqlite::error::SqlError;

/// Forms of sessions that are over.
const DROP_FORMS: &str = "DELETE FROM form WHERE session NOT IN (SELECT token FROM session)";

impl Sessions for SqliteOffice {
    fn open_session(&self, session: &Session) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO session (token, officer, opened_at, seen_at) VALUES (?1, ?2, ?3, ?4)",
                params![
                    session.token.0,
                    session.officer.0,
                    session.opened_at.cast_signed(),
                    session.seen_at.cast_signed(),
                ],
            )?;
            Ok(())
        })
    }

    fn session(&self, token: &TokenHash) -> Result<Option<Session>, StoreError> {
        let sql = "SELECT * FROM session WHERE token = ?1";
        self.read(|connection| Ok(all(connection, sql, [token.0], session)?.pop()))
    }

    fn touch_session(&self, token: &TokenHash, at: u64) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.execute(
                "UPDATE session SET seen_at = ?2 WHERE token = ?1",
                params![token.0, at.cast_signed()],
            )?;
            Ok(())
        })
    }

    fn close_session(&self, token: &TokenHash) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.execute("DELETE FROM session WHERE token = ?1", [token.0])?;
            transaction.execute(DROP_FORMS, [])?;
            Ok(())
        })
    }

    fn sweep_sessions(&self, opened_before: u64, seen_before: u64) -> Result<(), StoreError> {
        self.write(|transaction| {
            let swept = transaction.execute(
                "DELETE FROM session WHERE opened_at < ?1 OR seen_at < ?2",
                params![opened_before.cast_signed(), seen_before.cast_signed()],
            )?;
            if swept > 0 {
                transaction.execute(DROP_FORMS, [])?;
            }
            Ok(())
        })
    }

    fn use_form(&self, session: &TokenHash, number: &[u8; 16]) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let added = transaction.execute(
                "INSERT OR IGNORE INTO form (session, number) SELECT token, ?2 FROM session WHERE token = ?1",
                params![session.0, number],
            )?;
            Ok(added == 1)
        })
    }
}

/// Ends every session of an officer.
pub(super) fn close_all(transaction: &Transaction<'_>, officer: &OfficerId) -> Result<(), SqlError> {
    transaction.execute("DELETE FROM session WHERE officer = ?1", [officer.0])?;
    transaction.execute(DROP_FORMS, [])?;
    Ok(())
}

fn session(row: &Row<'_>) -> Result<Session, SqlError> {
    Ok(Session {
        token: TokenHash(bytes(row, "token")?),
        officer: OfficerId(bytes(row, "officer")?),
        opened_at: number(row, "opened_at")?,
        seen_at: number(row, "seen_at")?,
    })
}
