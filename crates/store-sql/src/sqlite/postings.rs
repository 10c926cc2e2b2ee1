//! What certificates are linked to, as lists: for each term the sequence numbers of its certificates, ascending.
//!
//! INVARIANT: the rows of a term do not overlap, and each begins with the number that is its key. Where one row ends and
//! the next begins depends on how statements came together; what a list holds does not.

use rusqlite::{Connection, OptionalExtension as _, Transaction, params};
use store::Link;

use super::error::{SqlError, corrupt};

/// Certificates in a row: a row of SQLite in a table without row numbers leaves its page above some 2,000 bytes.
const IN_A_ROW_MAX: usize = 448;
/// Bytes of a sequence number.
const WIDTH: usize = size_of::<u32>();

const TERM: &str = "SELECT id FROM term WHERE kind = ?1 AND value = ?2";
/// The row in which a number has its place, and where the next row begins.
const ROW_OF: &str = "SELECT p.first, p.certificates,
       (SELECT min(n.first) FROM posting n WHERE n.term = ?1 AND n.first > p.first)
     FROM posting p WHERE p.term = ?1 AND p.first <= ?2 ORDER BY p.first DESC LIMIT 1";
const FIRST: &str = "SELECT min(first) FROM posting WHERE term = ?1";
const WRITE: &str = "INSERT OR REPLACE INTO posting (term, first, certificates) VALUES (?1, ?2, ?3)";
const ROWS_FROM: &str = "SELECT certificates FROM posting
     WHERE term = ?1 AND first >= coalesce((SELECT max(first) FROM posting WHERE term = ?1 AND first <= ?2), 0)
     ORDER BY first";
const COUNT: &str = "SELECT coalesce(sum(length(certificates)), 0) FROM posting WHERE term = ?1";

/// Every link in an order that depends on the log alone, wherever rows begin and end.
pub(super) const EVERY_LINK: &str =
    "WITH RECURSIVE place(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM place WHERE i < 447)
     SELECT t.value, t.kind, hex(substr(p.certificates, 4 * i + 1, 4))
     FROM term t JOIN posting p ON p.term = t.id JOIN place ON 4 * i < length(p.certificates)
     ORDER BY t.kind, t.value, p.first, i";

/// Adds links, each a term and a certificate, in any order and with repetitions.
pub(super) fn add(transaction: &Transaction<'_>, links: &mut Vec<(i64, i64)>) -> Result<(), SqlError> {
    links.sort_unstable();
    links.dedup();
    let mut row_of = transaction.prepare_cached(ROW_OF)?;
    let mut first_of = transaction.prepare_cached(FIRST)?;
    let mut write = transaction.prepare_cached(WRITE)?;
    for of_term in links.chunk_by(|a, b| a.0 == b.0) {
        let mut rest = of_term;
        while let Some((term, next)) = rest.first() {
            let read = |row: &rusqlite::Row<'_>| Ok((row.get(1)?, row.get(2)?));
            let (mut row, end): (Vec<u8>, Option<i64>) =
                match row_of.query_row([term, next], read).optional()? {
                    Some(found) => found,
                    None => (Vec::new(), first_of.query_row([term], |row| row.get(0))?),
                };
            let (here, later) =
                rest.split_at(rest.partition_point(|link| end.is_none_or(|end| link.1 < end)));
            rest = later;
            if merge(&mut row, here)? {
                for part in row.chunks(IN_A_ROW_MAX * WIDTH) {
                    let first = numbers(part).next().map(i64::from);
                    write.execute(params![term, first, part])?;
                }
            }
        }
    }
    Ok(())
}

/// The certificates that are linked so, above a number and up to some.
pub(super) fn after(
    connection: &Connection,
    link: &Link,
    after: i64,
    limit: usize,
) -> Result<Vec<u32>, SqlError> {
    let mut found = Vec::new();
    let Some(term) = term(connection, link)? else { return Ok(found) };
    let mut select = connection.prepare_cached(ROWS_FROM)?;
    let mut rows = select.query([term, after])?;
    while found.len() < limit
        && let Some(row) = rows.next()?
    {
        let row = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
        let above = numbers(row).filter(|number| i64::from(*number) > after);
        found.extend(above.take(limit - found.len()));
    }
    Ok(found)
}

/// How many certificates are linked so.
pub(super) fn count(connection: &Connection, link: &Link) -> Result<u64, SqlError> {
    let Some(term) = term(connection, link)? else { return Ok(0) };
    let bytes: i64 = connection.prepare_cached(COUNT)?.query_row([term], |row| row.get(0))?;
    Ok(bytes.cast_unsigned() / WIDTH as u64)
}

fn term(connection: &Connection, link: &Link) -> Result<Option<i64>, SqlError> {
    let mut select = connection.prepare_cached(TERM)?;
    Ok(select.query_row(params![link.kind.number(), link.to], |row| row.get(0)).optional()?)
}

/// Takes links into a row; whether that changed it.
fn merge(row: &mut Vec<u8>, links: &[(i64, i64)]) -> Result<bool, SqlError> {
    let new = links.iter().map(|link| {
        u32::try_from(link.1).map_err(|_| corrupt(format!("certificate {} has no place in lists", link.1)))
    });
    let new = new.collect::<Result<Vec<u32>, _>>()?;
    let (last, before) = (numbers(row).next_back(), row.len());
    if last.is_none_or(|last| new.first().is_some_and(|first| last < *first)) {
        row.extend(new.iter().flat_map(|number| number.to_be_bytes()));
        return Ok(true);
    }
    let mut all: Vec<u32> = numbers(row).chain(new).collect();
    all.sort_unstable();
    all.dedup();
    *row = all.into_iter().flat_map(u32::to_be_bytes).collect();
    Ok(row.len() > before)
}

fn numbers(row: &[u8]) -> impl DoubleEndedIterator<Item = u32> {
    row.as_chunks::<WIDTH>().0.iter().map(|bytes| u32::from_be_bytes(*bytes))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use store::LinkKind;

    use super::*;
    use crate::sqlite::{connection, migrate};

    const STANDARD: LinkKind = LinkKind::Standard;

    fn database(directory: &tempfile::TempDir) -> Connection {
        let mut connection = connection::open_for_writing(&directory.path().join("registry.sqlite")).unwrap();
        migrate::to_present(&mut connection, migrate::REGISTRY).unwrap();
        connection
    }

    fn link(to: &str) -> Link {
        Link { kind: STANDARD, to: to.to_owned() }
    }

    fn every_link(connection: &Connection) -> Vec<(String, i64, String)> {
        let mut select = connection.prepare(EVERY_LINK).unwrap();
        let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
        rows.map(Result::unwrap).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn lists_hold_what_was_linked_in_whatever_order_and_transactions(
            links in prop::collection::vec((1_i64..4, 0_i64..3_000), 1..4_000),
            together in 1_usize..2_000,
        ) {
            let directory = tempfile::tempdir().unwrap();
            let mut connection = database(&directory);
            for term in 1..4 {
                connection.execute("INSERT INTO term (id, kind, value) VALUES (?1, ?2, ?1)", params![term, STANDARD.number()]).unwrap();
            }
            for part in links.chunks(together) {
                let transaction = connection.transaction().unwrap();
                add(&transaction, &mut part.to_vec()).unwrap();
                transaction.commit().unwrap();
            }
            for term in 1..4 {
                let wanted: BTreeSet<i64> = links.iter().filter(|link| link.0 == term).map(|link| link.1).collect();
                let link = link(&term.to_string());
                prop_assert_eq!(count(&connection, &link).unwrap(), wanted.len() as u64);
                for (above, limit) in [(-1, usize::MAX), (1_000, 10), (2_999, 5)] {
                    let found = after(&connection, &link, above, limit).unwrap();
                    let wanted = wanted.iter().filter(|number| **number > above).take(limit);
                    prop_assert_eq!(found, wanted.map(|number| u32::try_from(*number).unwrap()).collect::<Vec<_>>());
                }
            }
            let longest: i64 = connection.query_row("SELECT max(length(certificates)) FROM posting", [], |row| row.get(0)).unwrap();
            prop_assert!(longest <= (IN_A_ROW_MAX * WIDTH) as i64);
        }
    }

    #[test]
    fn links_of_the_first_format_become_the_same_lists() {
        let directory = tempfile::tempdir().unwrap();
        let mut connection = connection::open_for_writing(&directory.path().join("registry.sqlite")).unwrap();
        migrate::to_present(&mut connection, &migrate::REGISTRY[..1]).unwrap();
        connection
            .execute_batch(
                "INSERT INTO term (id, kind, value) VALUES (1, 1, 'a'), (2, 1, 'b');
                 WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999)
                 INSERT INTO link (term, certificate) SELECT 1, 7 * i FROM n UNION ALL SELECT 2, i FROM n WHERE i < 3;",
            )
            .unwrap();
        migrate::to_present(&mut connection, migrate::REGISTRY).unwrap();
        let migrated = every_link(&connection);
        assert_eq!(migrated.len(), 1_003);
        connection.execute("DELETE FROM posting", []).unwrap();
        let mut links: Vec<(i64, i64)> =
            (0..1_000).map(|i| (1, 7 * i)).chain((0..3).map(|i| (2, i))).collect();
        let transaction = connection.transaction().unwrap();
        add(&transaction, &mut links).unwrap();
        transaction.commit().unwrap();
        assert_eq!(every_link(&connection), migrated);
        assert_eq!(migrated[999], ("a".to_owned(), 1, "00001B51".to_owned()));
    }
}
