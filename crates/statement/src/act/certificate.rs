//! Acts about certificates and declarations (CER-01, CER-07). One act may carry many.

use model::{
    CertificateNumber, Date, EvidenceKind, InstrumentId, Jurisdiction, PartyId, Procedure, Product,
    StandardReference,
};
use serde::{Deserialize, Serialize};

use super::ActReference;

/// Certificates or declarations of one issuer: one signature, one or many.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificatesIssued {
    /// Who issues: a body, or the supplier for a declaration.
    pub issuer: PartyId,
    /// The certificates.
    pub certificates: Vec<Certificate>,
}

/// A certificate, report or declaration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// Its number.
    pub number: CertificateNumber,
    /// The issuer's own count: 0, 1, 2 … without gaps. It places the certificate in status lists.
    pub status_index: u64,
    /// What it is.
    pub kind: EvidenceKind,
    /// Who holds it.
    pub holder: PartyId,
    /// Products certified.
    pub products: Vec<Product>,
    /// Acts to which it states conformity, each with the edition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conforms_to: Vec<ActReference>,
    /// Standards that were met, dated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standards: Vec<StandardReference>,
    /// Procedure that was followed.
    pub procedure: Procedure,
    /// Modules or sector addenda covered (CER-06).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modules: Vec<String>,
    /// Under whose authority the issuer acted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub designating_party: Option<Jurisdiction>,
    /// What it rests on: accreditation, annex, designation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<InstrumentId>,
    /// Day of the assessment or attestation that it certifies; absent: the day of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessed_on: Option<Date>,
    /// Day of issue: the first day on which it is in force.
    pub issued_on: Date,
    /// First day on which it is no longer in force; absent: no expiry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<Date>,
    /// Other names by which it is known: certifier, product and version identifiers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Alias>,
    /// SHA-256, in hexadecimal, of the credential or document that travels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credential_sha256: Option<String>,
    /// Declared differences that were tested (schemes).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differences_covered: Vec<String>,
    /// Test report on which it rests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Report>,
    /// Where the declarant, or a person answering for the product, is established.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responsible_persons_in: Vec<Jurisdiction>,
    /// Where the product is lawfully sold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lawfully_marketed_in: Vec<Jurisdiction>,
    /// Conditions of recognition decisions that it meets, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions_met: Vec<String>,
    /// For a type approval: whether arrangements for conformity of production are in order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub production_conforms: Option<bool>,
    /// Number of the certificate that this one repeats under another number, for another importer or brand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_product_as: Option<CertificateNumber>,
}

/// A name given by a certifier: the three identifiers of a customs message.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// Identifier of the certifier.
    pub certifier: String,
    /// Identifier of the product.
    pub product: String,
    /// Identifier of the version.
    pub version: String,
}

/// A test report on which a certificate or declaration rests.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Number of the report.
    pub number: String,
    /// The laboratory.
    pub laboratory: PartyId,
    /// Day of the report.
    pub issued_on: Date,
}

/// Changes to certificates of one issuer: one signature, one or many.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificatesChanged {
    /// The issuer, or the body to which a certificate was transferred.
    pub issuer: PartyId,
    /// The changes.
    pub changes: Vec<CertificateChange>,
}

/// One change to one certificate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateChange {
    /// Which certificate.
    pub number: CertificateNumber,
    /// First day of the change.
    pub on: Date,
    /// What changes.
    pub change: Change,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// What changes in a certificate's life (ISO/IEC 17000).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[expect(
    clippy::large_enum_variant,
    reason = "amendments are the rare large one and are boxed by their reader"
)]
pub enum Change {
    /// The content is stated anew; number, issuer and status index stay.
    Amended(Certificate),
    /// Products or acts leave the scope.
    ScopeReduced {
        /// Products that remain.
        products: Vec<Product>,
        /// Acts that remain.
        conforms_to: Vec<ActReference>,
    },
    /// Suspended until restored.
    Suspended {},
    /// A suspension ends.
    Restored {},
    /// Withdrawn, from the day of the change or from the start.
    Withdrawn {
        /// As if it had never been issued, for fraud or error.
        #[serde(default)]
        from_start: bool,
    },
    /// It ends earlier than was stated.
    Expired {},
    /// Another holder.
    HolderChanged {
        /// The new holder.
        holder: PartyId,
    },
    /// Another body takes over responsibility.
    Transferred {
        /// That body.
        to: PartyId,
    },
}
