//! Which certificates are about a product, by its trade item number: what a set of links is made of.

use model::{CertificateNumber, Date, Gtin, LogIndex, PartyId, Product};
use registry::{CertificateFacts, CertificateState};
use store::{Link, LinkKind, StoreError};

use crate::app::App;
use crate::lookup::status;

/// Certificates of one trade item number that are looked at. A model that is certified anew every year for every market
/// has some hundred.
const LOOKED_AT_MAX: usize = 1_000;

/// A certificate that a set of links leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedCertificate {
    /// Its number.
    pub number: CertificateNumber,
    /// Name of the issuer.
    pub issuer: String,
    /// Its own standing on the day, as [`crate::lookup::CertificateView::status`].
    pub status: &'static str,
    /// Position of the statement that issued it.
    pub issued_at: LogIndex,
    /// Trade item numbers of its products on the day, each once.
    pub gtins: Vec<Gtin>,
}

/// A product as an identifier names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductId {
    /// The trade item number.
    pub gtin: Gtin,
    /// Batch or lot, if one is named.
    pub batch: Option<String>,
    /// Serial number, if one is named.
    pub serial: Option<String>,
}

impl App {
    /// The certificates about a product on a day: those in force first, each group from the newest on. One that names
    /// another batch or serial number than the one asked for is not about it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn certificates_of_product(
        &self,
        product: &ProductId,
        on: Date,
        language: &str,
    ) -> Result<Vec<LinkedCertificate>, StoreError> {
        let state = self.state();
        let known_at = LogIndex(state.size().saturating_sub(1));
        let link = Link { kind: LinkKind::Gtin, to: product.gtin.to_string() };
        let listed = self.store().list(Some(&link), None, LOOKED_AT_MAX)?;
        let numbers: Vec<_> = listed.into_iter().map(|listed| listed.number).collect();
        let facts = self.certificate_cache().facts(self.store(), &numbers, state.size(), known_at)?;
        let knowledge = state.registry().knowledge();
        let about = facts.iter().flatten().filter_map(|facts| {
            let standing = facts.on(on, knowledge);
            let is_about = standing.products.iter().any(|certified| product.is_one_of(certified));
            is_about.then(|| self.linked(facts, &standing, on, language))
        });
        // Listed in the order of their issue, within one statement too.
        let mut found: Vec<_> = about.collect();
        found.reverse();
        found.sort_by_key(|one| one.status != "in_force");
        Ok(found)
    }

    /// One certificate by its number; `None` when nobody has issued it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn linked_certificate(
        &self,
        number: &CertificateNumber,
        on: Date,
        language: &str,
    ) -> Result<Option<LinkedCertificate>, StoreError> {
        let state = self.state();
        let known_at = LogIndex(state.size().saturating_sub(1));
        let numbers = std::slice::from_ref(number);
        let facts = self.certificate_cache().facts(self.store(), numbers, state.size(), known_at)?;
        let knowledge = state.registry().knowledge();
        let facts = facts.into_iter().flatten().next();
        Ok(facts.map(|facts| self.linked(&facts, &facts.on(on, knowledge), on, language)))
    }

    fn linked(
        &self,
        facts: &CertificateFacts,
        standing: &CertificateState<'_>,
        on: Date,
        language: &str,
    ) -> LinkedCertificate {
        let mut gtins: Vec<Gtin> = standing.products.iter().filter_map(gtin_of).collect();
        gtins.sort_unstable();
        gtins.dedup();
        LinkedCertificate {
            number: facts.issued.number.clone(),
            issuer: self.name_of(&facts.issuer, language),
            status: status(standing, on),
            issued_at: facts.at,
            gtins,
        }
    }

    fn name_of(&self, party: &PartyId, language: &str) -> String {
        let state = self.state();
        let name = state
            .registry()
            .party(party)
            .map(|record| record.registered.name.in_language(language).to_owned());
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| party.to_string())
    }
}

impl ProductId {
    /// Whether a certified product is the one named: what the certificate leaves open, it covers.
    fn is_one_of(&self, certified: &Product) -> bool {
        let covers = |certified: &Option<String>, named: &Option<String>| match (certified, named) {
            (Some(certified), Some(named)) => certified == named,
            _ => true,
        };
        gtin_of(certified) == Some(self.gtin)
            && covers(&certified.batch, &self.batch)
            && covers(&certified.serial, &self.serial)
    }
}

fn gtin_of(product: &Product) -> Option<Gtin> {
    product.gtin.as_ref()?.parse().ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn certified(batch: Option<&str>) -> Product {
        let gtin = Some("4006381333931".to_owned());
        Product { gtin, batch: batch.map(str::to_owned), ..Product::default() }
    }

    #[test]
    fn what_a_certificate_leaves_open_it_covers_and_another_batch_it_does_not() {
        let named = |batch: Option<&str>| ProductId {
            gtin: "04006381333931".parse().unwrap(),
            batch: batch.map(str::to_owned),
            serial: None,
        };
        assert!(named(None).is_one_of(&certified(None)) && named(None).is_one_of(&certified(Some("A"))));
        assert!(
            named(Some("A")).is_one_of(&certified(None)) && named(Some("A")).is_one_of(&certified(Some("A")))
        );
        assert!(!named(Some("B")).is_one_of(&certified(Some("A"))));
        let other = ProductId { gtin: "96385074".parse().unwrap(), ..named(None) };
        assert!(!other.is_one_of(&certified(None)));
    }
}
