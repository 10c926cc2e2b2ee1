//! Reading and appending the log.

use std::borrow::Cow;

use model::{LogIndex, PartyId, StatementId, parse_date};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use statement::Act;
use store::{Batch, Entry, Found, Log, SignedCheckpoint, StoreError, Which};
use tlog::{Frontier, Tile, TileKind};

use super::SqliteStore;
use super::append::{frontier, tile_id};
use super::error::{SqlError, corrupt, from_sql};

const ALL: &str = "SELECT position, day, signer, statement_id, payload_digest, act, jws FROM entry
     WHERE position >= ?1 ORDER BY position LIMIT ?2";
const REFERENCE: &str = "SELECT position, day, signer, statement_id, payload_digest, act, jws FROM entry
     WHERE position >= ?1 AND act NOT IN ('certificates.issued', 'certificates.changed')
     ORDER BY position LIMIT ?2";

impl Log for SqliteStore {
    fn append(&self, batch: &Batch) -> Result<(), StoreError> {
        self.writer()?.append(batch).map_err(|error| from_sql(error, &self.database))
    }

    fn frontier(&self) -> Result<Frontier, StoreError> {
        self.read(frontier)
    }

    fn entries(&self, from: u64, limit: usize, which: Which) -> Result<Vec<Entry>, StoreError> {
        let sql = match which {
            Which::All => ALL,
            Which::Reference => REFERENCE,
        };
        self.read(|connection| {
            let mut select = connection.prepare_cached(sql)?;
            let mut rows = select.query(params![clamp(from), clamp(limit as u64)])?;
            let mut entries = Vec::new();
            while let Some(row) = rows.next()? {
                entries.push(entry(row)?);
            }
            Ok(entries)
        })
    }

    fn find(&self, statements: &[(PartyId, StatementId)]) -> Result<Vec<Option<Found>>, StoreError> {
        self.read_warm(|connection| {
            // One transaction: opening one costs as much as a look-up.
            let moment = connection.unchecked_transaction()?;
            let mut select = moment.prepare_cached(
                "SELECT position, payload_digest FROM entry WHERE signer = ?1 AND statement_id = ?2",
            )?;
            let mut found = |(signer, id): &(PartyId, StatementId)| -> Result<Option<Found>, SqlError> {
                let row = select.query_row([signer.as_str(), id.as_str()], |row| {
                    Ok(Found { index: position(row, 0)?, payload_digest: row.get(1)? })
                });
                Ok(row.optional()?)
            };
            statements.iter().map(&mut found).collect()
        })
    }

    fn tiles(&self, tiles: &[Tile]) -> Result<Vec<Vec<u8>>, StoreError> {
        self.read(|connection| tiles.iter().map(|tile| hashes(connection, *tile)).collect())
    }

    fn checkpoints(&self, from_size: u64, limit: usize) -> Result<Vec<SignedCheckpoint>, StoreError> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT size, note FROM checkpoint WHERE size >= ?1 ORDER BY size LIMIT ?2",
            )?;
            let rows = select.query_map(params![clamp(from_size), clamp(limit as u64)], checkpoint)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    fn last_checkpoint(&self) -> Result<Option<SignedCheckpoint>, StoreError> {
        self.read(|connection| {
            let mut select =
                connection.prepare_cached("SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1")?;
            Ok(select.query_row([], checkpoint).optional()?)
        })
    }
}

/// A number as SQLite keeps it; what is beyond its range is beyond every row.
pub(super) fn clamp(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A position of the log in a column.
pub(super) fn position(row: &Row<'_>, column: usize) -> rusqlite::Result<LogIndex> {
    row.get::<_, i64>(column).map(|position| LogIndex(position.cast_unsigned()))
}

fn entry(row: &Row<'_>) -> Result<Entry, SqlError> {
    let index = position(row, 0)?;
    let damaged = |error: String| corrupt(format!("entry {index}: {error}"));
    let text = |column: usize| -> Result<&str, SqlError> {
        row.get_ref(column)?.as_str().map_err(|error| damaged(error.to_string()))
    };
    Ok(Entry {
        index,
        day: parse_date(text(1)?).map_err(damaged)?,
        signer: text(2)?.parse().map_err(|error: model::IdentifierError| damaged(error.to_string()))?,
        id: text(3)?.parse().map_err(|error: model::IdentifierError| damaged(error.to_string()))?,
        payload_digest: row.get(4).map_err(|error| damaged(format!("the digest of its payload: {error}")))?,
        act: act(text(5)?),
        jws: row.get(6)?,
    })
}

fn act(name: &str) -> Cow<'static, str> {
    match Act::NAMES.iter().find(|known| **known == name) {
        Some(known) => Cow::Borrowed(known),
        None => Cow::Owned(name.to_owned()),
    }
}

fn hashes(connection: &Connection, tile: Tile) -> Result<Vec<u8>, SqlError> {
    let TileKind::Hashes { level } = tile.kind() else { return Ok(Vec::new()) };
    if level > 7 {
        return Ok(Vec::new());
    }
    let mut select = connection.prepare_cached("SELECT hashes FROM tile WHERE id = ?1")?;
    let found = select.query_row([tile_id(level, tile.index())], |row| row.get(0)).optional()?;
    Ok(found.unwrap_or_default())
}

fn checkpoint(row: &Row<'_>) -> rusqlite::Result<SignedCheckpoint> {
    Ok(SignedCheckpoint { size: row.get::<_, i64>(0)?.cast_unsigned(), note: row.get(1)? })
}
