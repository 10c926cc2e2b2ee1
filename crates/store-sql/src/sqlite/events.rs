//! What statements do to certificates, as rows of the derived tables.

use std::collections::HashMap;

use model::PartyId;
use registry::{CertificateEvent, CertificateEventKind};
use rusqlite::{OptionalExtension as _, Transaction, params};
use serde::Serialize;
use statement::act::{Certificate, CertificateChange, Change};
use store::{LinkKind, document_of, links_of};

use super::error::{SqlError, corrupt};
use super::postings;

/// Terms that are remembered; beyond, all are forgotten and looked up again.
const TERMS_REMEMBERED_MAX: usize = 1_000_000;

/// Identifiers of terms, as far as they were needed.
#[derive(Default)]
pub(super) struct Terms([HashMap<String, i64>; LinkKind::ALL.len()]);

/// Writes events inside one transaction.
pub(super) struct EventWriter<'t> {
    transaction: &'t Transaction<'t>,
    terms: &'t mut Terms,
    next_sequence: i64,
    next_change: i64,
    /// Links, written together at the end.
    links: Vec<(i64, i64)>,
    /// The last status index of each issuer.
    issuers: HashMap<PartyId, u64>,
    content: Vec<u8>,
}

/// Where a certificate is named by an event.
#[derive(Clone, Copy)]
struct Place {
    certificate: i64,
    position: i64,
    item: u32,
}

impl<'t> EventWriter<'t> {
    pub(super) fn new(transaction: &'t Transaction<'t>, terms: &'t mut Terms) -> Result<Self, SqlError> {
        let next = |sql: &str| -> Result<i64, SqlError> {
            Ok(transaction.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
        };
        Ok(Self {
            next_sequence: next("SELECT coalesce(max(sequence) + 1, 0) FROM certificate")?,
            next_change: next("SELECT coalesce(max(sequence) + 1, 0) FROM certificate_change")?,
            transaction,
            terms,
            links: Vec::new(),
            issuers: HashMap::new(),
            content: Vec::new(),
        })
    }

    pub(super) fn write(mut self, events: &[CertificateEvent]) -> Result<(), SqlError> {
        for event in events {
            match &event.what {
                CertificateEventKind::Issued(certificate) => self.issue(event, certificate)?,
                CertificateEventKind::Changed(change) => self.change(event, change)?,
            }
        }
        postings::add(self.transaction, &self.links)?;
        self.write_issuers()
    }

    fn issue(&mut self, event: &CertificateEvent, certificate: &Certificate) -> Result<(), SqlError> {
        let place = place(event, self.next_sequence);
        self.next_sequence += 1;
        self.encode(certificate)?;
        let content = text(&self.content)?;
        self.transaction
            .prepare_cached(
                "INSERT INTO certificate
                 (sequence, number, position, item, issuer, key, reported_by, document, content)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                place.certificate,
                event.number.as_str(),
                place.position,
                place.item,
                event.issuer.as_str(),
                event.key,
                event.reported_by.as_ref().map(PartyId::as_str),
                document_of(certificate),
                content,
            ])?;
        match self.issuers.get_mut(&event.issuer) {
            Some(next) => *next = certificate.status_index + 1,
            None => {
                self.issuers.insert(event.issuer.clone(), certificate.status_index + 1);
            }
        }
        self.link(LinkKind::Issuer, event.issuer.as_str(), place.certificate)?;
        self.index(certificate, place)
    }

    fn change(&mut self, event: &CertificateEvent, change: &CertificateChange) -> Result<(), SqlError> {
        let place = place(event, self.sequence_of(event)?);
        let transferred_to = match &change.change {
            Change::Transferred { to } => Some(to.as_str()),
            _ => None,
        };
        self.encode(change)?;
        let content = text(&self.content)?;
        self.transaction
            .prepare_cached(
                "INSERT INTO certificate_change
                 (sequence, certificate, position, item, key, reported, transferred_to, content)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                self.next_change,
                place.certificate,
                place.position,
                place.item,
                event.key,
                event.reported_by.is_some(),
                transferred_to,
                content,
            ])?;
        self.next_change += 1;
        match &change.change {
            Change::Amended(certificate) => self.index(certificate, place),
            Change::HolderChanged { holder } => {
                self.link(LinkKind::Holder, holder.as_str(), place.certificate)
            }
            Change::Transferred { to } => self.link(LinkKind::Responsible, to.as_str(), place.certificate),
            _ => Ok(()),
        }
    }

    fn sequence_of(&self, event: &CertificateEvent) -> Result<i64, SqlError> {
        let mut select =
            self.transaction.prepare_cached("SELECT sequence FROM certificate WHERE number = ?1")?;
        let found = select.query_row([event.number.as_str()], |row| row.get(0)).optional()?;
        found.ok_or_else(|| corrupt(format!("certificate `{}` changes and was never issued", event.number)))
    }

    fn index(&mut self, certificate: &Certificate, place: Place) -> Result<(), SqlError> {
        for (kind, to) in links_of(certificate) {
            self.link(kind, &to, place.certificate)?;
        }
        for alias in &certificate.aliases {
            self.transaction
                .prepare_cached(
                    "INSERT OR IGNORE INTO alias (certifier, product, version, position, item, certificate)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute(params![
                    alias.certifier,
                    alias.product,
                    alias.version,
                    place.position,
                    place.item,
                    place.certificate,
                ])?;
        }
        if let Some(document) = document_of(certificate) {
            self.transaction
                .prepare_cached(
                    "INSERT INTO document (sha256, position, item, certificate) VALUES (?1, ?2, ?3, ?4)",
                )?
                .execute(params![document, place.position, place.item, place.certificate])?;
        }
        Ok(())
    }

    fn link(&mut self, kind: LinkKind, to: &str, certificate: i64) -> Result<(), SqlError> {
        let term = self.term(kind, to)?;
        self.links.push((term, certificate));
        Ok(())
    }

    fn term(&mut self, kind: LinkKind, value: &str) -> Result<i64, SqlError> {
        let known = &mut self.terms.0[usize::from(kind.number())];
        if let Some(id) = known.get(value) {
            return Ok(*id);
        }
        let mut select =
            self.transaction.prepare_cached("SELECT id FROM term WHERE kind = ?1 AND value = ?2")?;
        let found: Option<i64> =
            select.query_row(params![kind.number(), value], |row| row.get(0)).optional()?;
        let id = match found {
            Some(id) => id,
            None => {
                let mut insert =
                    self.transaction.prepare_cached("INSERT INTO term (kind, value) VALUES (?1, ?2)")?;
                insert.insert(params![kind.number(), value])?
            }
        };
        if known.len() >= TERMS_REMEMBERED_MAX {
            known.clear();
        }
        known.insert(value.to_owned(), id);
        Ok(id)
    }

    fn write_issuers(&mut self) -> Result<(), SqlError> {
        let mut replace = self
            .transaction
            .prepare_cached("INSERT OR REPLACE INTO issuer (party, next_status_index) VALUES (?1, ?2)")?;
        for (issuer, next) in &self.issuers {
            replace.execute(params![issuer.as_str(), next.cast_signed()])?;
        }
        Ok(())
    }

    fn encode(&mut self, content: &impl Serialize) -> Result<(), SqlError> {
        self.content.clear();
        serde_json::to_writer(&mut self.content, content)
            .map_err(|error| corrupt(format!("a certificate cannot be written: {error}")))
    }
}

fn place(event: &CertificateEvent, certificate: i64) -> Place {
    Place { certificate, position: event.at.0.cast_signed(), item: event.item }
}

fn text(bytes: &[u8]) -> Result<&str, SqlError> {
    std::str::from_utf8(bytes).map_err(|_| corrupt("a certificate is not text"))
}
