//! The floor of admission: as many checks of signatures, and the same bytes into SQLite in transactions of the same
//! sizes, and nothing else.

use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rusqlite::{Connection, TransactionBehavior, params};
use statement::{PureCheck, SignatureCheck as _, VerifyingKey};

/// Statements that a thread hands on together.
const TOGETHER: usize = 64;

/// How long it takes.
pub(crate) fn admission(
    folder: &Path,
    statements: &[Vec<u8>],
    batches: &[usize],
    key: &VerifyingKey,
) -> Result<Duration> {
    ensure!(batches.iter().sum::<usize>() == statements.len(), "the batches are of other statements");
    let mut connection = Connection::open(folder.join("floor.sqlite"))?;
    connection.pragma_update(None, "page_size", 8192)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection
        .execute_batch("CREATE TABLE entry (position INTEGER PRIMARY KEY, jws BLOB NOT NULL) STRICT")?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let start = Instant::now();
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::sync_channel::<(usize, bool)>(1_024);
        for first in 0..threads {
            let sender = sender.clone();
            scope.spawn(move || {
                for (place, part) in statements.chunks(TOGETHER).enumerate().skip(first).step_by(threads) {
                    for (offset, statement) in part.iter().enumerate() {
                        let good = verifies(statement, key).unwrap_or(false);
                        // The receiver ends early only after an error, which it tells.
                        let _ = sender.send((place * TOGETHER + offset, good));
                    }
                }
            });
        }
        drop(sender);
        write(&mut connection, statements, batches, &receiver)
    })?;
    Ok(start.elapsed())
}

fn write(
    connection: &mut Connection,
    statements: &[Vec<u8>],
    batches: &[usize],
    verified: &mpsc::Receiver<(usize, bool)>,
) -> Result<()> {
    for size in batches {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut insert = transaction.prepare_cached("INSERT INTO entry (position, jws) VALUES (?1, ?2)")?;
        for _ in 0..*size {
            let (position, good) = verified.recv()?;
            ensure!(good, "a signature does not verify");
            insert.execute(params![i64::try_from(position)?, statements[position]])?;
        }
        drop(insert);
        transaction.commit()?;
    }
    Ok(())
}

fn verifies(statement: &[u8], key: &VerifyingKey) -> Result<bool> {
    let dot = statement.iter().rposition(|byte| *byte == b'.').context("no signature")?;
    let signature = URL_SAFE_NO_PAD.decode(&statement[dot + 1..])?;
    Ok(PureCheck.check(key, &statement[..dot], &signature))
}
