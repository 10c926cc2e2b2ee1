//! Writing: one transaction for each batch.

use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};
use store::{Batch, Entry, StoreError};
use tlog::{Frontier, StoredHash, TILE_HEIGHT, TILE_WIDTH};

use super::error::{SqlError, corrupt};
use super::events::{EventWriter, Terms};

/// The one connection that writes, with what it remembers of the tables.
pub(super) struct Writer {
    connection: Connection,
    terms: Terms,
}

impl Writer {
    pub(super) fn new(connection: Connection) -> Result<Self, SqlError> {
        Ok(Self { connection, terms: Terms::default() })
    }

    /// For reading between transactions.
    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Appends a batch in one durable transaction.
    pub(super) fn append(&mut self, batch: &Batch) -> Result<(), SqlError> {
        // What is remembered of a transaction that did not commit is wrong; it is only put back on success.
        let mut terms = std::mem::take(&mut self.terms);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        check_size(&transaction, batch)?;
        insert_entries(&transaction, &batch.entries)?;
        insert_hashes(&transaction, &batch.hashes)?;
        insert_head(&transaction, batch)?;
        EventWriter::new(&transaction, &mut terms)?.write(&batch.certificate_events)?;
        transaction.commit()?;
        self.terms = terms;
        Ok(())
    }
}

/// The right edge as stored; empty for a new database.
pub(super) fn frontier(connection: &Connection) -> Result<Frontier, SqlError> {
    let mut statement = connection.prepare_cached("SELECT bytes FROM frontier WHERE id = 0")?;
    let bytes: Option<Vec<u8>> = statement.query_row([], |row| row.get(0)).optional()?;
    let Some(bytes) = bytes else { return Ok(Frontier::new()) };
    Frontier::from_bytes(&bytes).map_err(|error| corrupt(format!("the right edge of the tree: {error}")))
}

/// The identifier of a tile's row.
pub(super) fn tile_id(level: u8, index: u64) -> i64 {
    (i64::from(level) << 56) | index.cast_signed()
}

fn check_size(transaction: &Transaction<'_>, batch: &Batch) -> Result<(), SqlError> {
    let found = frontier(transaction)?.size();
    let expected = batch.size_before();
    if found == expected { Ok(()) } else { Err(StoreError::Moved { expected, found }.into()) }
}

fn insert_entries(transaction: &Transaction<'_>, entries: &[Entry]) -> Result<(), SqlError> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO entry (position, day, signer, statement_id, payload_digest, act, jws)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for entry in entries {
        insert.execute(params![
            entry.index.0.cast_signed(),
            entry.day.to_string(),
            entry.signer.as_str(),
            entry.id.as_str(),
            entry.payload_digest,
            entry.act.as_ref(),
            entry.jws,
        ])?;
    }
    Ok(())
}

/// Appends hashes to their tiles: each tile that changes is written once.
fn insert_hashes(transaction: &Transaction<'_>, hashes: &[StoredHash]) -> Result<(), SqlError> {
    let tile_of =
        |stored: &StoredHash| (stored.id.level / TILE_HEIGHT, stored.id.index / u64::from(TILE_WIDTH));
    let mut in_order: Vec<&StoredHash> = hashes.iter().collect();
    in_order.sort_by_key(|stored| (stored.id.level, stored.id.index));
    let mut select = transaction.prepare_cached("SELECT hashes FROM tile WHERE id = ?1")?;
    let mut replace =
        transaction.prepare_cached("INSERT OR REPLACE INTO tile (id, hashes) VALUES (?1, ?2)")?;
    for tile in in_order.chunk_by(|a, b| tile_of(a) == tile_of(b)) {
        let (level, index) = tile_of(tile[0]);
        let id = tile_id(level, index);
        let begins = tile[0].id.index.is_multiple_of(u64::from(TILE_WIDTH));
        let before: Option<Vec<u8>> = match begins {
            true => None,
            false => select.query_row([id], |row| row.get(0)).optional()?,
        };
        let mut bytes = before.unwrap_or_default();
        bytes.extend(tile.iter().flat_map(|stored| stored.hash.0));
        replace.execute(params![id, bytes])?;
    }
    Ok(())
}

fn insert_head(transaction: &Transaction<'_>, batch: &Batch) -> Result<(), SqlError> {
    transaction
        .prepare_cached("INSERT OR REPLACE INTO frontier (id, bytes) VALUES (0, ?1)")?
        .execute([batch.frontier.to_bytes()])?;
    let mut insert =
        transaction.prepare_cached("INSERT OR REPLACE INTO checkpoint (size, note) VALUES (?1, ?2)")?;
    for checkpoint in &batch.checkpoints {
        insert.execute(params![checkpoint.size.cast_signed(), checkpoint.note])?;
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;
    use store::SignedCheckpoint;
    use tlog::leaf_hash;

    use super::*;
    use crate::sqlite::{connection, error, migrate};

    fn batch(before: &Frontier, bytes: usize) -> Batch {
        let mut frontier = before.clone();
        let entry = Entry {
            index: LogIndex(before.size()),
            day: "2026-01-31".parse().unwrap(),
            signer: "did:web:a.example".parse().unwrap(),
            id: format!("s{}", before.size()).parse().unwrap(),
            payload_digest: [0; 32],
            act: "country.registered".into(),
            jws: vec![b'x'; bytes],
        };
        let hashes = frontier.append(leaf_hash(&entry.leaf()));
        let checkpoints = vec![SignedCheckpoint { size: frontier.size(), note: "note".into() }];
        Batch { entries: vec![entry], hashes, frontier, checkpoints, certificate_events: vec![] }
    }

    #[test]
    fn a_full_disk_is_called_so_and_leaves_what_was_there() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("registry.sqlite");
        let mut connection = connection::open_for_writing(&file).unwrap();
        migrate::to_present(&mut connection, migrate::REGISTRY).unwrap();
        let mut writer = Writer::new(connection).unwrap();
        let first = batch(&Frontier::new(), 100);
        writer.append(&first).unwrap();
        // SQLite reports a file that may not grow as it does a disk without space.
        let pages: i64 = writer.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        writer.connection.pragma_update(None, "max_page_count", pages + 2).unwrap();
        let large = batch(&first.frontier, 60_000);
        let full = error::from_sql(writer.append(&large).unwrap_err(), &file);
        assert!(matches!(&full, StoreError::Full { path } if path.ends_with("registry.sqlite")), "{full:?}");
        assert_eq!(frontier(&writer.connection).unwrap(), first.frontier);
        writer.connection.pragma_update(None, "max_page_count", 1_000_000).unwrap();
        writer.append(&large).unwrap();
        assert_eq!(frontier(&writer.connection).unwrap(), large.frontier);
    }
}
