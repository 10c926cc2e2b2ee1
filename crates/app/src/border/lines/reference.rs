//! From a reference to a certificate: what is named goes into the question; what must be found is found here, and where it
//! leads to none or to several, the reason is told.

use std::sync::Arc;

use decision::EvidenceReference;
use model::{CertificateNumber, LogIndex, Product};
use registry::{CertificateFacts, Registry};
use serde::Serialize;
use statement::act::Alias;
use store::StoreError;

use super::Lines;
use super::line::Reference;

/// Certificates by product that are looked at: more would name the product of a whole trade.
const FOUND_MAX: usize = 50;

/// Why a reference leads to no certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unresolved {
    /// Nobody has issued one under it, as far as is known.
    NotOnRecord,
    /// There is one of that number, and it is of another issuer.
    OtherIssuer,
    /// The identifier of a passport is no GS1 Digital Link with a trade item number.
    PassportUnreadable,
    /// Several certificates name the product of a passport.
    Ambiguous,
    /// This process has no index to find certificates by product.
    NotSearched,
}

/// Where a reference leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Resolved {
    /// How it was cited: `number`, `credential`, `alias`, `foreign_number` or `passport`.
    pub way: &'static str,
    /// The certificate.
    pub number: Option<String>,
    /// Why there is none.
    pub reason: Option<Unresolved>,
    /// Its place in the evidence of the question; `None` where it is not in it.
    #[serde(skip)]
    pub(super) evidence: Option<usize>,
}

/// What a reference puts into the question.
pub(super) enum Named {
    /// A piece of evidence.
    Evidence(EvidenceReference),
    /// A document, to be examined.
    Document(serde_json::Value),
    /// Nothing.
    Nothing(Unresolved),
}

impl Lines {
    /// What a reference names. A passport also says what the product is, where the line does not.
    pub(super) fn named(
        &self,
        reference: &Reference,
        known_at: LogIndex,
        product: &mut Product,
    ) -> Result<(&'static str, Named), StoreError> {
        if let Some(number) = &reference.number {
            return Ok(("number", Named::Evidence(EvidenceReference::number(number.clone()))));
        }
        if let Some(document) = &reference.credential {
            return Ok(("credential", Named::Document(document.clone())));
        }
        if let (Some(number), Some(issuer)) = (&reference.foreign_number, &reference.issuer) {
            return Ok(("foreign_number", self.foreign(number, issuer, known_at)?));
        }
        if let Some(passport) = &reference.passport {
            return Ok(("passport", self.passport(passport, known_at, product)?));
        }
        let part = |part: &Option<String>| part.clone().unwrap_or_default();
        let alias = Alias {
            certifier: part(&reference.certifier),
            product: part(&reference.product),
            version: part(&reference.version),
        };
        Ok((
            "alias",
            Named::Evidence(EvidenceReference { alias: Some(alias), ..EvidenceReference::default() }),
        ))
    }

    /// A number counts only with its issuer: two bodies may print the same one.
    fn foreign(&self, number: &str, issuer: &str, known_at: LogIndex) -> Result<Named, StoreError> {
        let Ok(number) = number.parse::<CertificateNumber>() else {
            return Ok(Named::Nothing(Unresolved::NotOnRecord));
        };
        let facts = self.snapshot.facts(std::slice::from_ref(&number), known_at)?.pop().flatten();
        Ok(match facts {
            None => Named::Nothing(Unresolved::NotOnRecord),
            Some(facts) if is_issuer(self.snapshot.state().registry(), &facts, issuer) => {
                Named::Evidence(EvidenceReference::number(number))
            }
            Some(_) => Named::Nothing(Unresolved::OtherIssuer),
        })
    }

    fn passport(
        &self,
        passport: &str,
        known_at: LogIndex,
        product: &mut Product,
    ) -> Result<Named, StoreError> {
        let Some(link) = DigitalLink::parse(passport) else {
            return Ok(Named::Nothing(Unresolved::PassportUnreadable));
        };
        let found = self.naming(&link, known_at)?;
        // What the line itself says of the product stands: a contrary passport is a finding of the decision. A trade item
        // number is taken as the certificate writes it, with or without noughts before it.
        let spelling = found.as_ref().ok().and_then(|facts| certified_gtin(facts, &link.gtin));
        product.gtin.get_or_insert_with(|| spelling.unwrap_or(&link.gtin).to_owned());
        if let Some(batch) = &link.batch {
            product.batch.get_or_insert_with(|| batch.clone());
        }
        if let Some(serial) = &link.serial {
            product.serial.get_or_insert_with(|| serial.clone());
        }
        Ok(match found {
            Ok(facts) => Named::Evidence(EvidenceReference::number(facts.issued.number.clone())),
            Err(reason) => Named::Nothing(reason),
        })
    }

    /// The one certificate that names a product.
    fn naming(
        &self,
        link: &DigitalLink,
        known_at: LogIndex,
    ) -> Result<Result<Arc<CertificateFacts>, Unresolved>, StoreError> {
        let Some(finder) = &self.finder else { return Ok(Err(Unresolved::NotSearched)) };
        let mut found = Vec::new();
        for spelling in spellings(&link.gtin) {
            let more = finder(spelling).map_err(|reason| StoreError::io("searching by product", reason))?;
            found.extend(more.into_iter().take(FOUND_MAX));
        }
        found.sort_unstable();
        found.dedup();
        let facts = self.snapshot.facts(&found, known_at)?.into_iter().flatten();
        let mut naming = facts.filter(|facts| certified_gtin(facts, &link.gtin).is_some());
        Ok(match (naming.next(), naming.next()) {
            (Some(facts), None) => Ok(facts),
            (Some(_), Some(_)) => Err(Unresolved::Ambiguous),
            (None, _) => Err(Unresolved::NotOnRecord),
        })
    }
}

/// Ways to write a trade item number: with 14 digits, and without noughts before the 13, 12 or 8 that it was given with (GS1
/// General Specifications, section 3.2).
fn spellings(gtin: &str) -> impl Iterator<Item = &str> {
    [14, 13, 12, 8].into_iter().filter_map(|length| {
        let (before, number) = gtin.split_at(gtin.len().checked_sub(length)?);
        before.bytes().all(|digit| digit == b'0').then_some(number)
    })
}

/// The trade item number of a certified product, as the certificate writes it, if it is this one.
fn certified_gtin<'a>(facts: &'a CertificateFacts, gtin: &str) -> Option<&'a str> {
    let bare = |text: &str| text.trim_start_matches('0').to_owned();
    let certified = facts.issued.products.iter().filter_map(|product| product.gtin.as_deref());
    certified.into_iter().find(|certified| bare(certified) == bare(gtin))
}

/// Whether a certificate's issuer is the one that is named, by its identifier or by a name on record.
fn is_issuer(registry: &Registry, facts: &CertificateFacts, named: &str) -> bool {
    if facts.issuer.as_str() == named {
        return true;
    }
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let named = folded(named);
    let record = registry.party(&facts.issuer);
    record.is_some_and(|record| {
        explain::LANGUAGES
            .iter()
            .any(|language| folded(record.registered.name.in_language(language)) == named)
    })
}

/// A GS1 Digital Link (GS1 Digital Link URI Syntax 1.3): trade item number (`01`), batch (`10`), serial number (`21`).
#[derive(Debug, PartialEq, Eq)]
struct DigitalLink {
    gtin: String,
    batch: Option<String>,
    serial: Option<String>,
}

impl DigitalLink {
    fn parse(text: &str) -> Option<Self> {
        let path = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let path = path.split(['?', '#']).next()?;
        let segments: Vec<&str> = path.split('/').collect();
        // Qualifiers follow the primary key in pairs; what stands before it is the resolver's own path.
        let start = segments.iter().position(|segment| *segment == "01")?;
        let pairs: Vec<(&str, String)> = segments[start..]
            .chunks_exact(2)
            .map(|pair| Some((pair[0], percent_decoded(pair[1])?)))
            .collect::<Option<_>>()?;
        let of = |key: &str| pairs.iter().find(|(found, _)| *found == key).map(|(_, value)| value.clone());
        let gtin = of("01")?;
        let good = [8, 12, 13, 14].contains(&gtin.len()) && gtin.bytes().all(|byte| byte.is_ascii_digit());
        good.then(|| Self { gtin, batch: of("10"), serial: of("21") })
    }
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            decoded.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let (high, low) = (digit(bytes.next())?, digit(bytes.next())?);
        decoded.push(u8::try_from(16 * high + low).ok()?);
    }
    String::from_utf8(decoded).ok().filter(|text| !text.is_empty() && text.chars().count() <= 128)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trade_item_number_is_looked_for_in_all_its_lengths() {
        let all = |gtin| spellings(gtin).collect::<Vec<_>>();
        assert_eq!(all("09521000000377"), ["09521000000377", "9521000000377"]);
        assert_eq!(all("00000012345670"), ["00000012345670", "0000012345670", "000012345670", "12345670"]);
        assert_eq!(all("19521000000374"), ["19521000000374"]);
    }

    #[test]
    fn a_digital_link_says_what_the_product_is() {
        let read = DigitalLink::parse("https://id.gs1.org/01/09521000000377/10/B%2F1/21/42?x=1");
        let expected = DigitalLink {
            gtin: "09521000000377".into(),
            batch: Some("B/1".into()),
            serial: Some("42".into()),
        };
        assert_eq!(read, Some(expected));
        for bad in [
            "",
            "09521000000377",
            "https://id.gs1.org/01/95210",
            "https://id.gs1.org/01/09521000000377/10/%zz",
        ] {
            assert_eq!(DigitalLink::parse(bad), None, "{bad}");
        }
    }
}
