//! Showing the derived tables, examining the file, copying it.

use std::fs::{self, File};
use std::path::Path;

use rusqlite::backup::{Backup as SqliteBackup, StepResult};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use store::{Backup, Derived, DerivedRow, StoreError};

use super::error::{SqlError, from_io, from_sql};
use super::postings;
use super::{DATABASE_FILE, SqliteStore};

/// Each derived table in an order that depends on the log alone; the first column is the key.
const TABLES: &[(&str, &str)] = &[
    (
        "certificate",
        "SELECT number, sequence, position, item, issuer, key, reported_by, document, content
         FROM certificate ORDER BY sequence",
    ),
    (
        "certificate_change",
        "SELECT c.number, h.sequence, h.position, h.item, h.key, h.reported, h.transferred_to, h.content
         FROM certificate_change h LEFT JOIN certificate c ON c.sequence = h.certificate ORDER BY h.sequence",
    ),
    (
        "alias",
        "SELECT product, certifier, version, position, item, certificate FROM alias
         ORDER BY certifier, product, version, position, item",
    ),
    ("document", "SELECT sha256, position, item, certificate FROM document ORDER BY sha256, position, item"),
    ("issuer", "SELECT party, next_status_index FROM issuer ORDER BY party"),
];

/// Pages copied between two reports of progress.
const PAGES_AT_A_TIME: i32 = 4096;

impl Derived for SqliteStore {
    fn derived(&self, visit: &mut dyn FnMut(&DerivedRow)) -> Result<(), StoreError> {
        self.read(|connection| {
            // One moment for all tables.
            let transaction = connection.unchecked_transaction()?;
            for (table, sql) in TABLES {
                let mut select = transaction.prepare(sql)?;
                let mut rows = select.query([])?;
                let mut shown = DerivedRow { table, ..DerivedRow::default() };
                while let Some(row) = rows.next()? {
                    show(row, &mut shown)?;
                    visit(&shown);
                }
            }
            let mut shown = DerivedRow { table: "link", ..DerivedRow::default() };
            postings::every(&transaction, &mut |kind, value, certificate| {
                value.clone_into(&mut shown.key);
                shown.content = format!("{kind}|{certificate}|");
                visit(&shown);
            })
        })
    }

    fn damage(&self) -> Result<Vec<String>, StoreError> {
        self.read(damage)
    }
}

impl Backup for SqliteStore {
    fn database_name(&self) -> &'static str {
        DATABASE_FILE
    }

    fn copy_to(&self, file: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<(), StoreError> {
        copy_durably(&*self.readers.get()?, file, progress)
    }
}

/// Copies a database to a file that does not exist yet, and makes it durable; half a copy is removed.
pub(crate) fn copy_durably(
    source: &Connection,
    file: &Path,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), StoreError> {
    if file.exists() {
        return Err(StoreError::Exists { path: file.display().to_string() });
    }
    let copied = copy(source, file, progress).map_err(|error| from_sql(error, file));
    let durable = copied.and_then(|()| {
        File::open(file).and_then(|file| file.sync_all()).map_err(|error| from_io(&error, "writing", file))
    });
    if durable.is_err() {
        // Half a copy must not pass for a backup. What remains if this fails too is named in the error above.
        let _ = fs::remove_file(file);
    }
    durable
}

/// What SQLite itself finds wrong with a file.
pub(crate) fn damage(connection: &Connection) -> Result<Vec<String>, SqlError> {
    let mut check = connection.prepare("PRAGMA integrity_check(20)")?;
    let found = check.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    Ok(found.into_iter().filter(|line| line != "ok").collect())
}

fn copy(source: &Connection, file: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<(), SqlError> {
    let mut target = Connection::open(file)?;
    // A read transaction holds one moment, so that a writer does not make the copy start over.
    let moment = source.unchecked_transaction()?;
    moment.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    {
        let backup = SqliteBackup::new(&moment, &mut target)?;
        loop {
            let step = backup.step(PAGES_AT_A_TIME)?;
            let counted = backup.progress();
            let total = u64::try_from(counted.pagecount).unwrap_or(0);
            progress(total.saturating_sub(u64::try_from(counted.remaining).unwrap_or(0)), total);
            if step == StepResult::Done {
                break;
            }
        }
    }
    // The copy shall be one file, without a write-ahead log beside it.
    target.pragma_update(None, "journal_mode", "DELETE")?;
    Ok(())
}

fn show(row: &Row<'_>, shown: &mut DerivedRow) -> Result<(), SqlError> {
    shown.key.clear();
    shown.content.clear();
    append(row.get_ref(0)?, &mut shown.key);
    for column in 1..row.as_ref().column_count() {
        append(row.get_ref(column)?, &mut shown.content);
        shown.content.push('|');
    }
    Ok(())
}

fn append(value: ValueRef<'_>, text: &mut String) {
    match value {
        ValueRef::Null => text.push('-'),
        ValueRef::Integer(number) => text.push_str(&number.to_string()),
        ValueRef::Real(number) => text.push_str(&number.to_string()),
        ValueRef::Text(bytes) => text.push_str(&String::from_utf8_lossy(bytes)),
        ValueRef::Blob(bytes) => bytes.iter().for_each(|byte| text.push_str(&format!("{byte:02x}"))),
    }
}
