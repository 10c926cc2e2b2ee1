//! Certificates: read one by one or many at once by number, and by what they rest on.

use std::borrow::Cow;

use model::{CertificateNumber, Gtin, LogIndex, PartyId};
use registry::{CertificateFacts, CertificateHead};
use statement::act::{Alias, Certificate};

use crate::StoreError;

/// The certificates of the registry, derived from the log.
///
/// Contract: [`crate::Log::append`] writes them in the transaction that appends their statements; nothing else does.
/// Whoever gives `up_to` sees what was known at that position of the log, however much came later.
pub trait Certificates: Send + Sync {
    /// What a decision needs to know about certificates, in the order asked; `None` for a number that nobody had
    /// issued by then. All are read at one moment.
    ///
    /// # Errors
    /// When they cannot be read.
    fn facts(
        &self,
        numbers: &[CertificateNumber],
        up_to: LogIndex,
    ) -> Result<Vec<Option<CertificateFacts>>, StoreError>;

    /// Certificates known by another name, in the order of the log.
    ///
    /// # Errors
    /// When they cannot be read.
    fn by_alias(&self, alias: &Alias, up_to: LogIndex) -> Result<Vec<CertificateNumber>, StoreError>;

    /// Certificates that name a document by its SHA-256, in the order of the log.
    ///
    /// # Errors
    /// When they cannot be read.
    fn by_document(&self, sha256: &[u8; 32], up_to: LogIndex) -> Result<Vec<CertificateNumber>, StoreError>;

    /// Who issued certificates and who is responsible for them now, in the order asked; `None` for a number that
    /// nobody has issued.
    ///
    /// # Errors
    /// When they cannot be read.
    fn heads(&self, numbers: &[CertificateNumber]) -> Result<Vec<Option<CertificateHead>>, StoreError>;

    /// The status index that the issuer's next certificate must have.
    ///
    /// # Errors
    /// When it cannot be read.
    fn next_status_index(&self, issuer: &PartyId) -> Result<u64, StoreError>;

    /// At most `limit` certificates in the order of their issue, after a sequence number; with a link, those that
    /// were ever stated to have it. Whether they still do, their facts say.
    ///
    /// # Errors
    /// When they cannot be read.
    fn list(&self, link: Option<&Link>, after: Option<u64>, limit: usize) -> Result<Vec<Listed>, StoreError>;

    /// How many [`Certificates::list`] would give in all.
    ///
    /// # Errors
    /// When they cannot be counted.
    fn count(&self, link: Option<&Link>) -> Result<u64, StoreError>;
}

/// A certificate in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Count of all certificates issued before it: where to go on.
    pub sequence: u64,
    /// Its number.
    pub number: CertificateNumber,
    /// Where it was issued.
    pub at: LogIndex,
}

/// Something to which certificates are linked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// How.
    pub kind: LinkKind,
    /// The identifier, as text.
    pub to: String,
}

/// How a certificate is linked to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// A body or supplier issued it.
    Issuer,
    /// A party holds or held it.
    Holder,
    /// It states conformity to an edition of a standard.
    Standard,
    /// It states conformity to an act: regulation, objective, harmonised regulation.
    Act,
    /// It rests on an instrument: accreditation, annex, designation.
    Basis,
    /// It rests on a test report of a laboratory.
    Laboratory,
    /// A body took over responsibility for it.
    Responsible,
    /// It is about a product with a trade item number, written with fourteen digits.
    Gtin,
}

impl LinkKind {
    /// Every kind, in the order of [`LinkKind::number`].
    pub const ALL: [LinkKind; 8] = [
        Self::Issuer,
        Self::Holder,
        Self::Standard,
        Self::Act,
        Self::Basis,
        Self::Laboratory,
        Self::Responsible,
        Self::Gtin,
    ];

    /// The number under which databases keep the kind. Never changes.
    pub fn number(self) -> u8 {
        match self {
            Self::Issuer => 0,
            Self::Holder => 1,
            Self::Standard => 2,
            Self::Act => 3,
            Self::Basis => 4,
            Self::Laboratory => 5,
            Self::Responsible => 6,
            Self::Gtin => 7,
        }
    }
}

/// What the content of a certificate links it to; its issuer stands in the act, not in the content.
pub fn links_of(certificate: &Certificate) -> impl Iterator<Item = (LinkKind, Cow<'_, str>)> {
    let standards = certificate.standards.iter().map(|standard| (LinkKind::Standard, standard.as_str()));
    let acts = certificate.conforms_to.iter().map(|act| (LinkKind::Act, act.act.as_str()));
    let basis = certificate.basis.iter().map(|basis| (LinkKind::Basis, basis.as_str()));
    let laboratory =
        certificate.report.iter().map(|report| (LinkKind::Laboratory, report.laboratory.as_str()));
    let gtins = certificate.products.iter().filter_map(|product| product.gtin.as_ref()?.parse::<Gtin>().ok());
    std::iter::once((LinkKind::Holder, certificate.holder.as_str()))
        .chain(standards)
        .chain(acts)
        .chain(basis)
        .chain(laboratory)
        .map(|(kind, to)| (kind, Cow::Borrowed(to)))
        .chain(gtins.map(|gtin| (LinkKind::Gtin, Cow::Owned(gtin.to_string()))))
}

/// The SHA-256 of the document that a certificate names; `None` if it names none.
pub fn document_of(certificate: &Certificate) -> Option<[u8; 32]> {
    let hex = certificate.credential_sha256.as_deref()?;
    if hex.len() != 64 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut digest = [0; 32];
    for (i, byte) in digest.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).ok()?;
    }
    Some(digest)
}
