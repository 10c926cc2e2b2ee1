//! Formats of the database: numbered files, applied in order, forward only.

use rusqlite::{Connection, TransactionBehavior};
use store::StoreError;

use super::error::SqlError;

/// Every format of a database in order; the number of a format is its place, from 1. A published file is never edited.
pub(crate) type Formats = &'static [&'static str];

/// Formats of the registry's database.
pub(super) const REGISTRY: Formats = &[
    include_str!("../../migrations/0001_first.sql"),
    include_str!("../../migrations/0002_gtin.sql"),
    include_str!("../../migrations/0003_postings.sql"),
    include_str!("../../migrations/0004_recent_links.sql"),
];

/// Brings a database to the present format.
pub(crate) fn to_present(connection: &mut Connection, formats: Formats) -> Result<(), SqlError> {
    migrate(connection, formats)
}

/// Whether a database that is only read has the present format.
pub(crate) fn check_present(connection: &Connection, formats: Formats) -> Result<(), SqlError> {
    let (found, known) = (format(connection)?, number(formats.len()));
    match found.cmp(&known) {
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Less => Err(StoreError::Older { found, known }.into()),
        std::cmp::Ordering::Greater => Err(StoreError::Newer { found, known }.into()),
    }
}

fn migrate(connection: &mut Connection, migrations: &[&str]) -> Result<(), SqlError> {
    let (found, known) = (format(connection)?, number(migrations.len()));
    if found > known {
        return Err(StoreError::Newer { found, known }.into());
    }
    for (place, sql) in migrations.iter().enumerate().skip(found as usize) {
        // File and number in one transaction: a crash leaves the former format or the next, whole.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", number(place + 1))?;
        transaction.commit()?;
    }
    Ok(())
}

fn format(connection: &Connection) -> Result<u32, SqlError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

#[expect(clippy::cast_possible_truncation, reason = "formats are few")]
fn number(count: usize) -> u32 {
    count as u32
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::sqlite::postings;

    const THREE: &[&str] = &[
        "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1);",
        "ALTER TABLE a ADD COLUMN y INTEGER NOT NULL DEFAULT 7;",
        "CREATE INDEX a_by_y ON a (y);",
    ];

    #[test]
    fn data_of_every_earlier_format_are_brought_to_the_present_one() {
        for earlier in 0..=THREE.len() {
            let mut connection = Connection::open_in_memory().unwrap();
            migrate(&mut connection, &THREE[..earlier]).unwrap();
            migrate(&mut connection, THREE).unwrap();
            let row: (i64, i64) =
                connection.query_row("SELECT x, y FROM a", [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
            assert_eq!((row, format(&connection).unwrap()), ((1, 7), 3));
        }
    }

    #[test]
    fn a_failing_step_leaves_the_former_format_whole() {
        let mut connection = Connection::open_in_memory().unwrap();
        let broken = &[THREE[0], "CREATE TABLE b (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);"];
        assert!(migrate(&mut connection, broken).is_err());
        assert_eq!(format(&connection).unwrap(), 1);
        migrate(&mut connection, THREE).unwrap();
    }

    #[test]
    fn certificates_of_the_first_format_are_found_by_trade_item_numbers() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, &REGISTRY[..1]).unwrap();
        let rows = r#"
            INSERT INTO certificate (sequence, number, position, item, issuer, key, content) VALUES
                (0, 'A-0', 1, 0, 'did:web:b.example', 1, '{"products":[{"gtin":"4006381333931"},{"model":"K"}]}'),
                (1, 'A-1', 1, 1, 'did:web:b.example', 1, '{"products":[{"hs":"851660"}]}');
            INSERT INTO certificate_change (sequence, certificate, position, item, key, reported, content) VALUES
                (0, 1, 2, 0, 1, 0, '{"change":{"suspended":{}}}'),
                (1, 1, 3, 0, 1, 0, '{"change":{"amended":{"products":[{"gtin":"04006381333931"},{"gtin":"96385074"}]}}}');
        "#;
        connection.execute_batch(rows).unwrap();
        migrate(&mut connection, REGISTRY).unwrap();
        let mut found = Vec::new();
        postings::every(&connection, &mut |kind, value, certificate| {
            found.extend((kind == 7).then(|| (value.to_owned(), certificate)));
        })
        .unwrap();
        let (long, short) = ("04006381333931".to_owned(), "00000096385074".to_owned());
        assert_eq!(found, [(short, 1), (long.clone(), 0), (long, 1)]);
    }

    #[test]
    fn data_of_a_later_version_are_refused_and_not_touched() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, THREE).unwrap();
        let refused = migrate(&mut connection, &THREE[..2]);
        assert!(matches!(refused, Err(SqlError::Store(StoreError::Newer { found: 3, known: 2 }))));
    }
}
