//! The same document at two borders at once (SUR-06): what authorities recorded at other borders, for authorities alone.
//!
//! A certificate for a type is presented at many borders every day, and that is as it should be. What is told apart is the
//! same goods at two borders: the same batch or serial number, or more of a certified quantity than is left once other
//! borders drew from it. Where the certificate is for stated goods or a stated quantity and the goods before the officer are not
//! told apart from those elsewhere, somebody has to look.
//!
//! **Invariants:** it is told to an authority of the importing country only, since it tells on a trader; it rests on what
//! authorities signed; and it changes advice, never a decision.

use std::collections::{BTreeMap, BTreeSet};

use credential::DocumentFinding;
use credential::compare::Outcome;
use decision::Question;
use glance::AT_ONE_BORDER;
use model::{CertificateNumber, Jurisdiction, LogIndex, Product};
use registry::CertificateFacts;
use store::StoreError;
use store::border::{Account, DrawKey, Presentation, RecordedAs};

use super::amount::Amount;
use super::lines::Declaration;
use super::request::{RequestRefused, Requester, is_authority};
use super::{Border, moment};
use crate::office::Acting;

/// How far back is looked, in days: goods that were cleared at one border a week ago may well be at the next.
pub const WINDOW_DAYS: u64 = 7;
const DAY_SECONDS: u64 = 86_400;
/// Presentations that are looked at: more tell nothing new.
const PRESENTATIONS_MAX: usize = 200;

/// A party that is an authority of a country today. **Invariant:** the only ways to one are a signed request and a living
/// session at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authority {
    importing: Jurisdiction,
}

/// What stands before the officer.
#[derive(Clone, Copy, Debug)]
pub struct Goods<'a> {
    /// Batch of the goods.
    pub batch: Option<&'a str>,
    /// Their serial number.
    pub serial: Option<&'a str>,
    /// How much, and in which line of which declaration, so that what the line itself drew is not held against it.
    pub quantity: Option<(&'a Amount, &'a Declaration)>,
}

/// A quantity that a line declares.
struct Declared<'a> {
    /// In parts of its unit.
    asked: i64,
    /// What the line itself drew, in parts.
    own: i64,
    /// The accounts that it concerns.
    accounts: Vec<&'a Account>,
}

impl Authority {
    /// Of which country.
    pub(super) fn importing(self) -> Jurisdiction {
        self.importing
    }
}

impl Border {
    /// The authority that signed a request.
    ///
    /// # Errors
    /// When it is none of the country.
    pub fn authority(
        &self,
        requester: &Requester,
        importing: Jurisdiction,
    ) -> Result<Authority, RequestRefused> {
        self.must_be_authority(requester, importing)?;
        Ok(Authority { importing })
    }

    /// What other borders recorded of the certificates in a question, for an officer at the desk; nothing unless the
    /// officer's party is an authority of the importing country.
    ///
    /// # Errors
    /// When a store cannot be read.
    pub fn elsewhere_at_desk(
        &self,
        acting: &Acting,
        question: &Question,
    ) -> Result<Vec<DocumentFinding>, StoreError> {
        let Some(authority) = self.authority_at_desk(acting, question.importing) else {
            return Ok(Vec::new());
        };
        let (batch, serial) = (question.product.batch.as_deref(), question.product.serial.as_deref());
        let goods = Goods { batch, serial, quantity: None };
        let numbers = question.evidence.iter().filter_map(|reference| reference.number.as_ref());
        let found: Vec<_> =
            numbers.map(|number| self.at_one_border(authority, number, goods)).collect::<Result<_, _>>()?;
        Ok(found.into_iter().flatten().collect())
    }

    fn authority_at_desk(&self, acting: &Acting, importing: Jurisdiction) -> Option<Authority> {
        let (state, party) = (self.app().state(), &acting.officer().party);
        let day = self.app().clock().today();
        is_authority(state.registry(), party, importing, day).then_some(Authority { importing })
    }

    /// What was recorded of a certificate at other borders, as a finding about the document. Nothing on record of the
    /// certificate is no finding: nobody can have presented it properly.
    ///
    /// # Errors
    /// When a store cannot be read.
    pub fn at_one_border(
        &self,
        authority: Authority,
        certificate: &CertificateNumber,
        goods: Goods<'_>,
    ) -> Result<Option<DocumentFinding>, StoreError> {
        let Some(facts) = self.facts_of(certificate)? else { return Ok(None) };
        let since = self.now().saturating_sub(WINDOW_DAYS * DAY_SECONDS);
        let mut elsewhere = self.store().presentations(certificate, since, PRESENTATIONS_MAX)?;
        elsewhere.retain(|presentation| self.is_another_border(presentation.importing, authority.importing));
        let same = |presentation: &&Presentation| {
            let is = |here: Option<&str>, there: &Option<String>| here.is_some() && here == there.as_deref();
            is(goods.batch, &presentation.batch) || is(goods.serial, &presentation.serial)
        };
        let same: Vec<&Presentation> = elsewhere.iter().filter(same).collect();
        if !same.is_empty() {
            return Ok(Some(finding(Outcome::NotMet, "same_goods", certificate, &same)));
        }
        let accounts = self.store().accounts(certificate)?;
        if let Some(Declared { asked, own, accounts }) =
            self.declared(authority, certificate, goods, &accounts)?
        {
            if accounts.iter().any(|account| asked > account.total) {
                return Ok(Some(finding(Outcome::NotMet, "more_than_certified", certificate, &[])));
            }
            let drawn = elsewhere.iter().filter(|one| one.recorded == RecordedAs::Quantity);
            let drawn: Vec<&Presentation> = drawn.collect();
            let exceeds = |account: &&Account| asked > account.available().saturating_add(own);
            if !drawn.is_empty() && accounts.iter().any(exceeds) {
                return Ok(Some(finding(Outcome::NotMet, "quantity", certificate, &drawn)));
            }
        }
        let limited = is_for_stated_goods(&facts) || !accounts.is_empty();
        let open: Vec<&Presentation> =
            elsewhere.iter().filter(|presentation| limited && !is_told_apart(presentation, goods)).collect();
        let outcome = if open.is_empty() { Outcome::Met } else { Outcome::Unknown };
        Ok(Some(finding(outcome, "presented", certificate, &open)))
    }

    /// Countries of one customs territory, or a group and its member, are one border.
    fn is_another_border(&self, there: Jurisdiction, here: Jurisdiction) -> bool {
        let state = self.app().state();
        let (registry, day) = (state.registry(), self.app().clock().today());
        let covers = |inner, outer| registry.covering(inner, day, registry.knowledge()).contains(&outer);
        !covers(there, here) && !covers(here, there)
    }

    /// What a line declares, if it declares a quantity.
    fn declared<'a>(
        &self,
        authority: Authority,
        certificate: &CertificateNumber,
        goods: Goods<'_>,
        accounts: &'a [Account],
    ) -> Result<Option<Declared<'a>>, StoreError> {
        let Some((amount, declaration)) = goods.quantity else { return Ok(None) };
        let Ok(asked) = amount.parts() else { return Ok(None) };
        let key = DrawKey {
            importing: authority.importing,
            kind: declaration.kind.as_str().to_owned(),
            declaration: declaration.value.clone(),
            item: declaration.item,
            certificate: certificate.clone(),
        };
        let own = self.store().drawn(&key, &amount.unit)?;
        let concerning = accounts.iter().filter(|account| {
            account.unit == amount.unit && account.scope.is_none_or(|scope| scope == authority.importing)
        });
        Ok(Some(Declared { asked, own, accounts: concerning.collect() }))
    }

    fn facts_of(
        &self,
        certificate: &CertificateNumber,
    ) -> Result<Option<std::sync::Arc<CertificateFacts>>, StoreError> {
        let size = self.app().state().size();
        let Some(last) = size.checked_sub(1).map(LogIndex) else { return Ok(None) };
        let (cache, numbers) = (self.app().certificate_cache(), std::slice::from_ref(certificate));
        Ok(cache.facts(self.app().store(), numbers, size, last)?.pop().flatten())
    }
}

/// Whether a certificate is for one batch or one thing, and not for a type.
fn is_for_stated_goods(facts: &CertificateFacts) -> bool {
    let stated = |product: &Product| product.batch.is_some() || product.serial.is_some();
    !facts.issued.products.is_empty() && facts.issued.products.iter().all(stated)
}

/// Whether the goods here are others than those elsewhere, as both were described.
fn is_told_apart(presentation: &Presentation, goods: Goods<'_>) -> bool {
    let differs = |here: Option<&str>, there: &Option<String>| {
        here.zip(there.as_deref()).is_some_and(|(here, there)| here != there)
    };
    differs(goods.batch, &presentation.batch) || differs(goods.serial, &presentation.serial)
}

fn finding(
    outcome: Outcome,
    reason: &str,
    certificate: &CertificateNumber,
    elsewhere: &[&Presentation],
) -> DocumentFinding {
    let mut facts = BTreeMap::from([("number", certificate.to_string()), ("days", WINDOW_DAYS.to_string())]);
    if outcome != Outcome::Met {
        facts.insert("reason", reason.to_owned());
    }
    if let Some(last) = elsewhere.iter().map(|presentation| presentation.at).max() {
        let countries: BTreeSet<String> =
            elsewhere.iter().map(|presentation| presentation.importing.to_string()).collect();
        facts.insert("countries", Vec::from_iter(countries).join(", "));
        facts.insert("on", moment(last).to_string().chars().take(10).collect());
    }
    DocumentFinding { id: AT_ONE_BORDER, outcome, facts }
}
