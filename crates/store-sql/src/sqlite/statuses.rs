//! What became of certificates, all at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use model::{LogIndex, PartyId};
use registry::RecordedChange;
use rusqlite::{Connection, Row, params};
use statement::act::Alias;
use store::{ChangeOfCertificate, NamedAt, OtherName, Statuses, StoreError};

use super::SqliteStore;
use super::error::{SqlError, corrupt};
use super::log::{clamp, position};

/// Later certificates stand at the end of the table: they are taken off the counts.
const ISSUERS: &str = "SELECT party, next_status_index FROM issuer ORDER BY party";
const LATER: &str = "SELECT issuer, position FROM certificate ORDER BY sequence DESC";
/// The index is read from the content of the certificates that changed, few of all.
const CHANGES: &str = "SELECT h.sequence, c.issuer, json_extract(c.content, '$.status_index'),
         h.position, h.item, h.key, h.reported, h.content
     FROM certificate_change h JOIN certificate c ON c.sequence = h.certificate
     WHERE h.sequence > ?1 AND h.position <= ?2 ORDER BY h.sequence LIMIT ?3";
const DOCUMENTS: &str = "SELECT d.sha256, c.number, d.position, d.item
     FROM document d JOIN certificate c ON c.sequence = d.certificate
     WHERE d.position <= ?1 AND d.sha256 IN (
         SELECT sha256 FROM document WHERE position <= ?1 GROUP BY sha256 HAVING min(certificate) <> max(certificate))
     ORDER BY d.sha256, d.position, d.item";
const ALIASES: &str = "SELECT a.certifier, a.product, a.version, c.number, a.position, a.item
     FROM alias a JOIN certificate c ON c.sequence = a.certificate
     WHERE a.position <= ?1 AND (a.certifier, a.product, a.version) IN (
         SELECT certifier, product, version FROM alias WHERE position <= ?1
         GROUP BY certifier, product, version HAVING min(certificate) <> max(certificate))
     ORDER BY a.certifier, a.product, a.version, a.position, a.item";

type Shared = Vec<(OtherName, Vec<NamedAt>)>;

impl Statuses for SqliteStore {
    fn next_status_indexes(&self, up_to: LogIndex) -> Result<Vec<(PartyId, u64)>, StoreError> {
        self.read(|connection| {
            // One transaction, so that counts and the end of the table are of one moment.
            let transaction = connection.unchecked_transaction()?;
            let indexes = next_status_indexes(&transaction, up_to)?;
            transaction.finish()?;
            Ok(indexes)
        })
    }

    fn changes(
        &self,
        after: Option<u64>,
        up_to: LogIndex,
        limit: usize,
    ) -> Result<Vec<ChangeOfCertificate>, StoreError> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(CHANGES)?;
            let (after, limit) = (after.map_or(-1, clamp), clamp(limit as u64));
            let mut rows = select.query(params![after, clamp(up_to.0), limit])?;
            let mut changes = Vec::new();
            while let Some(row) = rows.next()? {
                changes.push(change(row)?);
            }
            Ok(changes)
        })
    }

    fn shared_names(&self, up_to: LogIndex) -> Result<Shared, StoreError> {
        self.read(|connection| {
            let mut shared = Shared::new();
            let mut select = connection.prepare_cached(DOCUMENTS)?;
            let mut rows = select.query(params![clamp(up_to.0)])?;
            while let Some(row) = rows.next()? {
                let sha256 = row.get(0)?;
                push(&mut shared, OtherName::Document(sha256), named(row, 1)?);
            }
            let mut select = connection.prepare_cached(ALIASES)?;
            let mut rows = select.query(params![clamp(up_to.0)])?;
            while let Some(row) = rows.next()? {
                let alias = Alias { certifier: row.get(0)?, product: row.get(1)?, version: row.get(2)? };
                push(&mut shared, OtherName::Alias(alias), named(row, 3)?);
            }
            Ok(shared)
        })
    }
}

fn next_status_indexes(connection: &Connection, up_to: LogIndex) -> Result<Vec<(PartyId, u64)>, SqlError> {
    let mut select = connection.prepare_cached(ISSUERS)?;
    let mut rows = select.query([])?;
    let mut indexes = BTreeMap::new();
    while let Some(row) = rows.next()? {
        indexes.insert(party(row, 0)?, row.get::<_, i64>(1)?.cast_unsigned());
    }
    let mut select = connection.prepare_cached(LATER)?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        if position(row, 1)? <= up_to {
            break;
        }
        let issuer = party(row, 0)?;
        if let Some(next) = indexes.get_mut(&issuer) {
            *next = next.saturating_sub(1);
        }
    }
    Ok(indexes.into_iter().filter(|(_, next)| *next > 0).collect())
}

fn change(row: &Row<'_>) -> Result<ChangeOfCertificate, SqlError> {
    let content = row.get_ref(7)?.as_str().map_err(rusqlite::Error::from)?;
    let sequence: i64 = row.get(0)?;
    let change = serde_json::from_str(content).map_err(|e| corrupt(format!("change {sequence}: {e}")))?;
    Ok(ChangeOfCertificate {
        sequence: sequence.cast_unsigned(),
        issuer: party(row, 1)?,
        status_index: row.get::<_, i64>(2)?.cast_unsigned(),
        change: RecordedChange {
            at: position(row, 3)?,
            item: row.get(4)?,
            key: row.get(5)?,
            reported: row.get(6)?,
            change: Arc::new(change),
        },
    })
}

fn named(row: &Row<'_>, column: usize) -> Result<NamedAt, SqlError> {
    let number = row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?;
    let number = number.parse().map_err(|error: model::IdentifierError| corrupt(error.to_string()))?;
    Ok(NamedAt { number, at: position(row, column + 1)?, item: row.get(column + 2)? })
}

fn push(shared: &mut Shared, name: OtherName, named: NamedAt) {
    match shared.last_mut() {
        Some((last, all)) if *last == name => all.push(named),
        _ => shared.push((name, vec![named])),
    }
}

fn party(row: &Row<'_>, column: usize) -> Result<PartyId, SqlError> {
    let text = row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?;
    text.parse().map_err(|error: model::IdentifierError| corrupt(error.to_string()))
}
