//! What certificates are linked to, as lists: for each term the sequence numbers of its certificates, ascending.
//!
//! A certificate has some eight links, and writing a list costs as much for one link as for a hundred. So links wait in
//! `recent_links`, a few sorted rows, until they are many, and go into the lists together. Whoever reads, reads both.
//!
//! INVARIANT: the rows of a term do not overlap, and each begins with the number that is its key. Where one row ends and
//! the next begins, and which links still wait, depends on how statements came together; what a list holds does not.

use rusqlite::{Connection, OptionalExtension as _, Transaction, params};
use store::Link;

use super::error::{SqlError, corrupt};

/// Certificates in a row: a row of SQLite in a table without row numbers leaves its page above some 2,000 bytes.
const IN_A_ROW_MAX: usize = 448;
/// Bytes of a sequence number.
const WIDTH: usize = size_of::<u32>();
/// Links that wait: half a megabyte, read with every list. Few in tests, so that they see both.
const RECENT_MAX: usize = if cfg!(test) { 600 } else { 65_536 };
/// Bytes of a link that waits.
const LINK_WIDTH: usize = size_of::<u64>();

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

const WAITING: &str = "SELECT sequence, length(links) FROM recent_links ORDER BY sequence DESC";
const RECENT: &str = "SELECT links FROM recent_links WHERE sequence >= ?1";

/// Adds links, each a term and a certificate, in any order and with repetitions.
pub(super) fn add(transaction: &Transaction<'_>, links: &[(i64, i64)]) -> Result<(), SqlError> {
    if links.is_empty() {
        return Ok(());
    }
    let mut links = links.iter().map(|link| pair(*link)).collect::<Result<Vec<u64>, _>>()?;
    let rows: Vec<(i64, usize)> = transaction
        .prepare_cached(WAITING)?
        .query_map([], |row| Ok((row.get(0)?, row.get::<_, u32>(1)? as usize)))?
        .collect::<Result<_, _>>()?;
    let waiting: usize = rows.iter().map(|(_, bytes)| bytes / LINK_WIDTH).sum();
    let full = waiting + links.len() > RECENT_MAX;
    // Rows that are not twice as long as what comes after them are taken into it: so there are few rows, and a link is
    // written again as often as the length doubles.
    let (mut from, mut length) = (None, links.len() * LINK_WIDTH);
    for (sequence, bytes) in &rows {
        if !full && *bytes >= 2 * length {
            break;
        }
        (from, length) = (Some(*sequence), length + bytes);
    }
    if let Some(from) = from {
        let mut select = transaction.prepare_cached(RECENT)?;
        let mut taken = select.query([from])?;
        while let Some(row) = taken.next()? {
            links.extend(pairs(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?));
        }
        transaction.prepare_cached("DELETE FROM recent_links WHERE sequence >= ?1")?.execute([from])?;
    }
    links.sort_unstable();
    links.dedup();
    if full {
        return into_lists(transaction, &links);
    }
    let sequence = from.unwrap_or_else(|| rows.first().map_or(0, |(last, _)| last + 1));
    let bytes: Vec<u8> = links.iter().flat_map(|link| link.to_be_bytes()).collect();
    transaction
        .prepare_cached("INSERT INTO recent_links (sequence, links) VALUES (?1, ?2)")?
        .execute(params![sequence, bytes])?;
    Ok(())
}

fn into_lists(transaction: &Transaction<'_>, links: &[u64]) -> Result<(), SqlError> {
    let mut row_of = transaction.prepare_cached(ROW_OF)?;
    let mut first_of = transaction.prepare_cached(FIRST)?;
    let mut write = transaction.prepare_cached(WRITE)?;
    for of_term in links.chunk_by(|a, b| term_of(*a) == term_of(*b)) {
        let mut rest = of_term;
        while let Some(next) = rest.first() {
            let (term, next) = (term_of(*next), certificate_of(*next));
            let read = |row: &rusqlite::Row<'_>| Ok((row.get(1)?, row.get(2)?));
            let (mut row, end): (Vec<u8>, Option<u32>) =
                match row_of.query_row([term, next], read).optional()? {
                    Some(found) => found,
                    None => (Vec::new(), first_of.query_row([term], |row| row.get(0))?),
                };
            let before_end = |link: &u64| end.is_none_or(|end| certificate_of(*link) < end);
            let (here, later) = rest.split_at(rest.partition_point(before_end));
            rest = later;
            if merge(&mut row, here) {
                for part in row.chunks(IN_A_ROW_MAX * WIDTH) {
                    write.execute(params![term, numbers(part).next(), part])?;
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
    let Some(term) = term(connection, link)? else { return Ok(Vec::new()) };
    // Links only ever go from what waits into the lists: read in this order, none is missed.
    let mut found = waiting(connection, term, after)?;
    found.extend(listed(connection, term, after, limit)?);
    found.sort_unstable();
    found.dedup();
    found.truncate(limit);
    Ok(found)
}

/// How many certificates are linked so.
pub(super) fn count(connection: &Connection, link: &Link) -> Result<u64, SqlError> {
    let Some(term) = term(connection, link)? else { return Ok(0) };
    // What waits may be in a list already.
    let moment = connection.unchecked_transaction()?;
    let mut recent = waiting(&moment, term, -1)?;
    if let Some(first) = recent.first() {
        let listed = listed(&moment, term, i64::from(*first) - 1, usize::MAX)?;
        recent.retain(|number| listed.binary_search(number).is_err());
    }
    let bytes: i64 = moment.prepare_cached(COUNT)?.query_row([term], |row| row.get(0))?;
    moment.finish()?;
    Ok(bytes.cast_unsigned() / WIDTH as u64 + recent.len() as u64)
}

/// Every link, in an order that depends on the log alone: the kind and the value of its term, and the certificate.
pub(super) fn every(connection: &Connection, visit: &mut dyn FnMut(u8, &str, u32)) -> Result<(), SqlError> {
    let mut select = connection.prepare("SELECT id, kind, value FROM term ORDER BY kind, value")?;
    let mut terms = select.query([])?;
    let recent = all_waiting(connection)?;
    while let Some(row) = terms.next()? {
        let (term, kind): (u32, u8) = (row.get(0)?, row.get(1)?);
        let value = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
        let mut found = listed(connection, term, -1, usize::MAX)?;
        found.extend(of_term(&recent, term).iter().map(|link| certificate_of(*link)));
        found.sort_unstable();
        found.dedup();
        found.into_iter().for_each(|certificate| visit(kind, value, certificate));
    }
    Ok(())
}

/// From the lists: the first ones above a number.
fn listed(connection: &Connection, term: u32, after: i64, limit: usize) -> Result<Vec<u32>, SqlError> {
    let mut found = Vec::new();
    let mut select = connection.prepare_cached(ROWS_FROM)?;
    let mut rows = select.query(params![term, after])?;
    while found.len() < limit
        && let Some(row) = rows.next()?
    {
        let row = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
        let above = numbers(row).filter(|number| i64::from(*number) > after);
        found.extend(above.take(limit - found.len()));
    }
    Ok(found)
}

/// From what waits: all above a number, ascending.
fn waiting(connection: &Connection, term: u32, after: i64) -> Result<Vec<u32>, SqlError> {
    let mut found = Vec::new();
    let mut select = connection.prepare_cached(RECENT)?;
    let mut rows = select.query([i64::MIN])?;
    while let Some(row) = rows.next()? {
        let links = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?.as_chunks::<LINK_WIDTH>().0;
        let first = links.partition_point(|link| term_of(u64::from_be_bytes(*link)) < term);
        let of_term = links[first..].iter().map(|link| u64::from_be_bytes(*link));
        let of_term = of_term.take_while(|link| term_of(*link) == term).map(certificate_of);
        found.extend(of_term.filter(|number| i64::from(*number) > after));
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

fn all_waiting(connection: &Connection) -> Result<Vec<u64>, SqlError> {
    let mut all = Vec::new();
    let mut select = connection.prepare_cached(RECENT)?;
    let mut rows = select.query([i64::MIN])?;
    while let Some(row) = rows.next()? {
        all.extend(pairs(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?));
    }
    all.sort_unstable();
    Ok(all)
}

/// Those of a term among sorted links.
fn of_term(links: &[u64], term: u32) -> &[u64] {
    let first = links.partition_point(|link| term_of(*link) < term);
    let end = links.partition_point(|link| term_of(*link) <= term);
    &links[first..end]
}

fn term(connection: &Connection, link: &Link) -> Result<Option<u32>, SqlError> {
    let mut select = connection.prepare_cached(TERM)?;
    Ok(select.query_row(params![link.kind.number(), link.to], |row| row.get(0)).optional()?)
}

/// A link as one number: links in their order are those of a term together.
fn pair((term, certificate): (i64, i64)) -> Result<u64, SqlError> {
    let narrow = |what: &str, number: i64| {
        u32::try_from(number).map_err(|_| corrupt(format!("{what} {number} has no place in lists")))
    };
    Ok(u64::from(narrow("term", term)?) << u32::BITS | u64::from(narrow("certificate", certificate)?))
}

fn term_of(link: u64) -> u32 {
    (link >> u32::BITS) as u32
}

#[expect(clippy::cast_possible_truncation, reason = "the lower half is meant")]
fn certificate_of(link: u64) -> u32 {
    link as u32
}

fn pairs(row: &[u8]) -> impl Iterator<Item = u64> {
    row.as_chunks::<LINK_WIDTH>().0.iter().map(|bytes| u64::from_be_bytes(*bytes))
}

/// Takes links into a row; whether that changed it.
fn merge(row: &mut Vec<u8>, links: &[u64]) -> bool {
    let new = links.iter().map(|link| certificate_of(*link));
    let (last, before) = (numbers(row).next_back(), row.len());
    if last.is_none_or(|last| links.first().is_some_and(|first| last < certificate_of(*first))) {
        row.extend(new.flat_map(u32::to_be_bytes));
        return true;
    }
    let mut all: Vec<u32> = numbers(row).chain(new).collect();
    all.sort_unstable();
    all.dedup();
    *row = all.into_iter().flat_map(u32::to_be_bytes).collect();
    row.len() > before
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

    fn every_link(connection: &Connection) -> Vec<(u8, String, u32)> {
        let mut links = Vec::new();
        every(connection, &mut |kind, value, certificate| links.push((kind, value.to_owned(), certificate)))
            .unwrap();
        links
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
                add(&transaction, part).unwrap();
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
            let longest: i64 = connection.query_row("SELECT coalesce(max(length(certificates)), 0) FROM posting", [], |row| row.get(0)).unwrap();
            prop_assert!(longest <= (IN_A_ROW_MAX * WIDTH) as i64);
        }
    }

    #[test]
    fn however_small_the_transactions_few_rows_wait() {
        let directory = tempfile::tempdir().unwrap();
        let mut connection = database(&directory);
        let term = "INSERT INTO term (id, kind, value) VALUES (1, ?1, 'a')";
        connection.execute(term, [STANDARD.number()]).unwrap();
        for certificate in 0..500 {
            let transaction = connection.transaction().unwrap();
            add(&transaction, &[(1, certificate)]).unwrap();
            transaction.commit().unwrap();
            let rows = "SELECT count(*) FROM recent_links";
            let rows: i64 = connection.query_row(rows, [], |row| row.get(0)).unwrap();
            assert!(rows <= 9, "{rows} rows after {certificate} transactions");
        }
        let listed = connection.query_row("SELECT count(*) FROM posting", [], |row| row.get(0));
        assert_eq!(listed, Ok(0));
        assert_eq!(count(&connection, &Link { kind: STANDARD, to: "a".into() }).unwrap(), 500);
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
        let links: Vec<(i64, i64)> = (0..1_000).map(|i| (1, 7 * i)).chain((0..3).map(|i| (2, i))).collect();
        let transaction = connection.transaction().unwrap();
        add(&transaction, &links).unwrap();
        transaction.commit().unwrap();
        assert_eq!(every_link(&connection), migrated);
        assert_eq!(migrated[999], (1, "a".to_owned(), 0x1B51));
    }
}
