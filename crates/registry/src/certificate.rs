//! Certificates as the store keeps them and as a decision reads them.
//!
//! Certificates are not in memory: the application loads [`CertificateFacts`] before it asks for a decision, and the
//! decision stays a function of what it is given.

use std::sync::Arc;

use model::{CertificateNumber, Date, Jurisdiction, LogIndex, PartyId, Product};
use statement::act::{Act, ActReference, Certificate, CertificateChange, Change};

use crate::{Knowledge, LoggedStatement, Registry};

/// One thing that a statement does to one certificate: what the store's tables hold, a row each.
#[derive(Clone, Debug, PartialEq)]
pub struct CertificateEvent {
    /// Which certificate.
    pub number: CertificateNumber,
    /// Position of the statement.
    pub at: LogIndex,
    /// Place in the statement, from 0.
    pub item: u32,
    /// Who issues or changes.
    pub issuer: PartyId,
    /// Number of the key that signed.
    pub key: u32,
    /// Who reported it, when the issuer did not sign it.
    pub reported_by: Option<PartyId>,
    /// What is done.
    pub what: CertificateEventKind,
}

/// Issue or change.
#[derive(Clone, Debug, PartialEq)]
pub enum CertificateEventKind {
    /// It is issued.
    Issued(Certificate),
    /// It changes.
    Changed(CertificateChange),
}

/// Everything that a decision needs to know about one certificate, up to a position of the log.
#[derive(Clone, Debug)]
pub struct CertificateFacts {
    /// Its issue.
    pub issued: Arc<Certificate>,
    /// Who issued it.
    pub issuer: PartyId,
    /// Where.
    pub at: LogIndex,
    /// Number of the key that signed it.
    pub key: u32,
    /// Who reported it, when the issuer did not sign it.
    pub reported_by: Option<PartyId>,
    /// Changes, in the order of the log.
    pub changes: Vec<RecordedChange>,
    /// Other certificates that name the same document (by its digest), logged earlier.
    pub earlier_with_same_document: Vec<(CertificateNumber, LogIndex)>,
}

/// A change with its place in the log.
#[derive(Clone, Debug)]
pub struct RecordedChange {
    /// Where.
    pub at: LogIndex,
    /// Place in the statement.
    pub item: u32,
    /// Number of the key that signed it.
    pub key: u32,
    /// Whether a recorder reported it.
    pub reported: bool,
    /// What changes.
    pub change: Arc<CertificateChange>,
}

/// What admission must know of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateHead {
    /// Who issued it.
    pub issuer: PartyId,
    /// Who is responsible for it now: the issuer, or the body to which it was transferred.
    pub responsible: PartyId,
}

/// What admission asks the store about certificates. Answers include what the same batch did before.
pub trait CertificateLookup {
    /// Why a look-up failed.
    type Error;

    /// The heads of certificates, in the order asked; `None` for a number that nobody has issued.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn heads(&self, numbers: &[CertificateNumber]) -> Result<Vec<Option<CertificateHead>>, Self::Error>;

    /// The status index that the issuer's next certificate must have.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn next_status_index(&self, issuer: &PartyId) -> Result<u64, Self::Error>;
}

/// The certificate as it stands on a day.
#[derive(Clone, Debug)]
pub struct CertificateState<'a> {
    /// Its content, as last amended by that day.
    pub content: &'a Certificate,
    /// Where that content was stated.
    pub content_at: LogIndex,
    /// Who holds it.
    pub holder: &'a PartyId,
    /// Who is responsible for it.
    pub responsible: &'a PartyId,
    /// Products, after reductions of scope.
    pub products: &'a [Product],
    /// Acts, after reductions of scope.
    pub conforms_to: &'a [ActReference],
    /// Suspension that stands on the day, with its first day.
    pub suspended: Option<(Date, LogIndex)>,
    /// Withdrawal, with its day and whether it reaches back to the start.
    pub withdrawn: Option<(Date, LogIndex, bool)>,
    /// Early end.
    pub ended: Option<(Date, LogIndex)>,
    /// Reduction of scope that stands on the day.
    pub reduced_at: Option<LogIndex>,
}

impl CertificateFacts {
    /// Facts of a certificate that has just been issued.
    pub fn new(
        issued: Certificate,
        issuer: PartyId,
        at: LogIndex,
        key: u32,
        reported_by: Option<PartyId>,
    ) -> Self {
        Self {
            issued: Arc::new(issued),
            issuer,
            at,
            key,
            reported_by,
            changes: Vec::new(),
            earlier_with_same_document: Vec::new(),
        }
    }

    /// The day of the assessment: as stated, else the day of issue.
    pub fn assessed_on(&self) -> Date {
        self.issued.assessed_on.unwrap_or(self.issued.issued_on)
    }

    /// The certificate as it stands on a day, as far as it is known. Changes take effect in the order of their days;
    /// of several on one day, in the order of the log.
    pub fn on<'a>(&'a self, day: Date, knowledge: Knowledge<'_>) -> CertificateState<'a> {
        let mut state = CertificateState {
            content: &self.issued,
            content_at: self.at,
            holder: &self.issued.holder,
            responsible: &self.issuer,
            products: &self.issued.products,
            conforms_to: &self.issued.conforms_to,
            suspended: None,
            withdrawn: None,
            ended: None,
            reduced_at: None,
        };
        let mut known: Vec<_> =
            self.changes.iter().filter(|change| knowledge.sees(change.at, change.key)).collect();
        known.sort_by_key(|change| (change.change.on, change.at, change.item));
        for change in known {
            let from_start = matches!(change.change.change, Change::Withdrawn { from_start: true });
            if from_start || change.change.on <= day {
                state.take(change);
            }
        }
        state
    }
}

impl<'a> CertificateState<'a> {
    fn take(&mut self, recorded: &'a RecordedChange) {
        let (on, at) = (recorded.change.on, recorded.at);
        match &recorded.change.change {
            Change::Amended(content) => {
                self.content = content;
                self.content_at = at;
                self.holder = &content.holder;
                self.products = &content.products;
                self.conforms_to = &content.conforms_to;
                self.reduced_at = None;
            }
            Change::ScopeReduced { products, conforms_to } => {
                self.products = products;
                self.conforms_to = conforms_to;
                self.reduced_at = Some(at);
            }
            Change::Suspended {} => self.suspended = Some((on, at)),
            Change::Restored {} => self.suspended = None,
            Change::Withdrawn { from_start } => {
                let stands = self.withdrawn.is_some_and(|(.., from_start)| from_start);
                if !stands {
                    self.withdrawn = Some((on, at, *from_start));
                }
            }
            Change::Expired {} => self.ended = Some((on, at)),
            Change::HolderChanged { holder } => self.holder = holder,
            Change::Transferred { to } => self.responsible = to,
        }
    }
}

impl Registry {
    /// What a logged statement does to certificates; empty for every other act.
    pub fn certificate_events(&self, logged: &LoggedStatement) -> Vec<CertificateEvent> {
        let payload = logged.payload();
        let reported_by = payload.reported.as_ref().map(|_| payload.signer.clone());
        let key = self.key_number(&payload.signer, logged.key_id()).unwrap_or(u32::MAX);
        let event = |issuer: &PartyId, number: &CertificateNumber, item: usize, what| CertificateEvent {
            number: number.clone(),
            at: logged.index(),
            item: u32::try_from(item).unwrap_or(u32::MAX),
            issuer: issuer.clone(),
            key,
            reported_by: reported_by.clone(),
            what,
        };
        match &payload.act {
            Act::CertificatesIssued(act) => act
                .certificates
                .iter()
                .enumerate()
                .map(|(i, c)| event(&act.issuer, &c.number, i, CertificateEventKind::Issued(c.clone())))
                .collect(),
            Act::CertificatesChanged(act) => act
                .changes
                .iter()
                .enumerate()
                .map(|(i, c)| event(&act.issuer, &c.number, i, CertificateEventKind::Changed(c.clone())))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Countries and groups under whose authority a certificate may have been issued.
    pub fn designating_party(&self, facts: &CertificateFacts) -> Option<Jurisdiction> {
        let country = self.parties.get(&facts.issuer).map(|party| party.registered.country);
        facts.issued.designating_party.or(country)
    }
}
