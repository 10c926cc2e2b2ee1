//! Held keys in SQLite.

use model::PartyId;
use rusqlite::{Row, params};
use store::StoreError;
use store::office::{HeldKey, HeldKeys, KeyHome};

use super::SqliteOffice;
use super::rows::{all, number, party};
use crate::sqlite::error::{SqlError, corrupt};

impl HeldKeys for SqliteOffice {
    fn hold_key(&self, key: &HeldKey) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let added = transaction.execute(
                "INSERT OR IGNORE INTO held_key (party, kid, home, public, sealed, since)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    key.party.as_str(),
                    key.kid,
                    key.home.as_str(),
                    key.public,
                    key.sealed,
                    key.since.cast_signed(),
                ],
            )?;
            Ok(added == 1)
        })
    }

    fn held_keys(&self, party: &PartyId) -> Result<Vec<HeldKey>, StoreError> {
        let sql = "SELECT * FROM held_key WHERE party = ?1 ORDER BY sequence";
        self.read(|connection| all(connection, sql, [party.as_str()], held_key))
    }

    fn all_held_keys(&self) -> Result<Vec<HeldKey>, StoreError> {
        self.read(|connection| all(connection, "SELECT * FROM held_key ORDER BY sequence", [], held_key))
    }

    fn reseal_keys(&self, keys: &[HeldKey]) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let held = all(transaction, "SELECT * FROM held_key ORDER BY sequence", [], held_key)?;
            let known = |new: &HeldKey| held.iter().any(|old| old.party == new.party && old.kid == new.kid);
            // (party, kid) is unique: as many, and each known, are the same.
            if keys.len() != held.len() || !keys.iter().all(known) {
                return Ok(false);
            }
            for key in keys {
                transaction.execute(
                    "UPDATE held_key SET sealed = ?3 WHERE party = ?1 AND kid = ?2",
                    params![key.party.as_str(), key.kid, key.sealed],
                )?;
            }
            Ok(true)
        })
    }

    fn release_key(&self, party: &PartyId, kid: &str) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let sql = "DELETE FROM held_key WHERE party = ?1 AND kid = ?2";
            Ok(transaction.execute(sql, [party.as_str(), kid])? == 1)
        })
    }
}

fn held_key(row: &Row<'_>) -> Result<HeldKey, SqlError> {
    let home: String = row.get("home")?;
    Ok(HeldKey {
        party: party(&row.get::<_, String>("party")?)?,
        kid: row.get("kid")?,
        home: KeyHome::from_name(&home)
            .ok_or_else(|| corrupt(format!("a key of the office is at home in `{home}`")))?,
        public: row.get("public")?,
        sealed: row.get("sealed")?,
        since: number(row, "since")?,
    })
}
