//! Reading certificates: by number one by one, and by what they are linked to.

use std::sync::Arc;

use model::{CertificateNumber, LogIndex, PartyId};
use registry::{CertificateFacts, CertificateHead, RecordedChange};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _, Row, Statement, params};
use serde::de::DeserializeOwned;
use statement::act::Alias;
use store::{Certificates, Link, Listed, StoreError};

use super::SqliteStore;
use super::error::{SqlError, corrupt};
use super::log::{clamp, position};
use super::postings;

const FACTS: &str = "SELECT sequence, position, item, key, issuer, reported_by, document, content
     FROM certificate WHERE number = ?1";
const CHANGES: &str = "SELECT position, item, key, reported, content FROM certificate_change
     WHERE certificate = ?1 AND position <= ?2 ORDER BY sequence";
const EARLIER: &str =
    "SELECT c.number, d.position FROM document d JOIN certificate c ON c.sequence = d.certificate
     WHERE d.sha256 = ?1 AND (d.position, d.item) < (?2, ?3) AND d.certificate <> ?4
     ORDER BY d.position, d.item";
const HEAD: &str = "SELECT c.issuer, (
         SELECT transferred_to FROM certificate_change h
         WHERE h.certificate = c.sequence AND h.transferred_to IS NOT NULL ORDER BY h.sequence DESC LIMIT 1
     ) FROM certificate c WHERE c.number = ?1";
const BY_ALIAS: &str = "SELECT c.number FROM alias a JOIN certificate c ON c.sequence = a.certificate
     WHERE a.certifier = ?1 AND a.product = ?2 AND a.version = ?3 AND a.position <= ?4
     ORDER BY a.position, a.item";
const BY_DOCUMENT: &str = "SELECT c.number FROM document d JOIN certificate c ON c.sequence = d.certificate
     WHERE d.sha256 = ?1 AND d.position <= ?2 ORDER BY d.position, d.item";
const LIST: &str =
    "SELECT sequence, number, position FROM certificate WHERE sequence > ?1 ORDER BY sequence LIMIT ?2";
const LISTED: &str = "SELECT sequence, number, position FROM certificate WHERE sequence = ?1";
const COUNT: &str = "SELECT coalesce(max(sequence) + 1, 0) FROM certificate";

impl Certificates for SqliteStore {
    fn facts(
        &self,
        numbers: &[CertificateNumber],
        up_to: LogIndex,
    ) -> Result<Vec<Option<CertificateFacts>>, StoreError> {
        // Rows up to a position never change, so the reads need no common transaction.
        self.read(|connection| numbers.iter().map(|number| facts(connection, number, up_to)).collect())
    }

    fn by_alias(&self, alias: &Alias, up_to: LogIndex) -> Result<Vec<CertificateNumber>, StoreError> {
        let Alias { certifier, product, version } = alias;
        self.read(|connection| {
            numbers(connection, BY_ALIAS, params![certifier, product, version, clamp(up_to.0)])
        })
    }

    fn by_document(&self, sha256: &[u8; 32], up_to: LogIndex) -> Result<Vec<CertificateNumber>, StoreError> {
        self.read(|connection| numbers(connection, BY_DOCUMENT, params![sha256, clamp(up_to.0)]))
    }

    fn heads(&self, numbers: &[CertificateNumber]) -> Result<Vec<Option<CertificateHead>>, StoreError> {
        if numbers.is_empty() {
            return Ok(Vec::new());
        }
        self.read_warm(|connection| {
            // One transaction: opening one costs as much as a look-up.
            let moment = connection.unchecked_transaction()?;
            let mut select = moment.prepare_cached(HEAD)?;
            let mut head = |number: &CertificateNumber| -> Result<Option<CertificateHead>, SqlError> {
                let mut rows = select.query([number.as_str()])?;
                rows.next()?.map(|row| read_head(row, number)).transpose()
            };
            numbers.iter().map(&mut head).collect()
        })
    }

    fn next_status_index(&self, issuer: &PartyId) -> Result<u64, StoreError> {
        self.read_warm(|connection| {
            let mut select =
                connection.prepare_cached("SELECT next_status_index FROM issuer WHERE party = ?1")?;
            let next: Option<i64> = select.query_row([issuer.as_str()], |row| row.get(0)).optional()?;
            Ok(next.unwrap_or(0).cast_unsigned())
        })
    }

    fn list(&self, link: Option<&Link>, after: Option<u64>, limit: usize) -> Result<Vec<Listed>, StoreError> {
        let after = after.map_or(-1, clamp);
        self.read(|connection| {
            let Some(link) = link else {
                let mut select = connection.prepare_cached(LIST)?;
                return rows(&mut select, params![after, clamp(limit as u64)]);
            };
            // What a list names was written before it, so the reads need no common transaction.
            let mut select = connection.prepare_cached(LISTED)?;
            let mut listed = Vec::new();
            for certificate in postings::after(connection, link, after, limit)? {
                listed.append(&mut rows(&mut select, params![certificate])?);
            }
            Ok(listed)
        })
    }

    fn count(&self, link: Option<&Link>) -> Result<u64, StoreError> {
        self.read(|connection| match link {
            None => {
                let count: i64 = connection.prepare_cached(COUNT)?.query_row([], |row| row.get(0))?;
                Ok(count.cast_unsigned())
            }
            Some(link) => postings::count(connection, link),
        })
    }
}

fn facts(
    connection: &Connection,
    number: &CertificateNumber,
    up_to: LogIndex,
) -> Result<Option<CertificateFacts>, SqlError> {
    let mut select = connection.prepare_cached(FACTS)?;
    let mut rows = select.query([number.as_str()])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (sequence, at, item): (i64, LogIndex, u32) = (row.get(0)?, position(row, 1)?, row.get(2)?);
    if at > up_to {
        return Ok(None);
    }
    let issued = json(row, 7, number)?;
    let reported_by = row.get_ref(5)?.as_str_or_null().map_err(rusqlite::Error::from)?;
    let reported_by = reported_by.map(|by| party(by, number)).transpose()?;
    let issuer = party(row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?, number)?;
    let mut facts = CertificateFacts::new(issued, issuer, at, row.get(3)?, reported_by);
    if let ValueRef::Blob(document) = row.get_ref(6)? {
        facts.earlier_with_same_document = earlier(connection, document, (at, item), sequence)?;
    }
    facts.changes = changes(connection, sequence, up_to, number)?;
    Ok(Some(facts))
}

fn changes(
    connection: &Connection,
    sequence: i64,
    up_to: LogIndex,
    number: &CertificateNumber,
) -> Result<Vec<RecordedChange>, SqlError> {
    let mut select = connection.prepare_cached(CHANGES)?;
    let mut rows = select.query(params![sequence, clamp(up_to.0)])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        changes.push(RecordedChange {
            at: position(row, 0)?,
            item: row.get(1)?,
            key: row.get(2)?,
            reported: row.get(3)?,
            change: Arc::new(json(row, 4, number)?),
        });
    }
    Ok(changes)
}

fn earlier(
    connection: &Connection,
    document: &[u8],
    (at, item): (LogIndex, u32),
    sequence: i64,
) -> Result<Vec<(CertificateNumber, LogIndex)>, SqlError> {
    let mut select = connection.prepare_cached(EARLIER)?;
    let mut rows = select.query(params![document, clamp(at.0), item, sequence])?;
    let mut earlier = Vec::new();
    while let Some(row) = rows.next()? {
        earlier.push((number(row, 0)?, position(row, 1)?));
    }
    Ok(earlier)
}

fn read_head(row: &Row<'_>, number: &CertificateNumber) -> Result<CertificateHead, SqlError> {
    let issuer = party(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?, number)?;
    let transferred = row.get_ref(1)?.as_str_or_null().map_err(rusqlite::Error::from)?;
    let responsible = match transferred {
        Some(to) => party(to, number)?,
        None => issuer.clone(),
    };
    Ok(CertificateHead { issuer, responsible })
}

fn numbers(
    connection: &Connection,
    sql: &str,
    parameters: &[&dyn rusqlite::ToSql],
) -> Result<Vec<CertificateNumber>, SqlError> {
    let mut select = connection.prepare_cached(sql)?;
    let mut rows = select.query(parameters)?;
    let mut numbers = Vec::new();
    while let Some(row) = rows.next()? {
        let number = number(row, 0)?;
        // A certificate that is amended names its document again.
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    Ok(numbers)
}

fn rows(select: &mut Statement<'_>, parameters: &[&dyn rusqlite::ToSql]) -> Result<Vec<Listed>, SqlError> {
    let mut rows = select.query(parameters)?;
    let mut listed = Vec::new();
    while let Some(row) = rows.next()? {
        let sequence = row.get::<_, i64>(0)?.cast_unsigned();
        listed.push(Listed { sequence, number: number(row, 1)?, at: position(row, 2)? });
    }
    Ok(listed)
}

fn number(row: &Row<'_>, column: usize) -> Result<CertificateNumber, SqlError> {
    let text = row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?;
    text.parse().map_err(|error: model::IdentifierError| corrupt(error.to_string()))
}

fn party(text: &str, number: &CertificateNumber) -> Result<PartyId, SqlError> {
    text.parse().map_err(|error: model::IdentifierError| corrupt(format!("certificate `{number}`: {error}")))
}

fn json<T: DeserializeOwned>(
    row: &Row<'_>,
    column: usize,
    number: &CertificateNumber,
) -> Result<T, SqlError> {
    let text = row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?;
    serde_json::from_str(text).map_err(|error| corrupt(format!("certificate `{number}`: {error}")))
}
