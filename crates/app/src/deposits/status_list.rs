//! An issuer's signed status list: taken when it is his, about this register's certificates, and the newest.

use credential::compare::KeysInForce;
use credential::untp::make::segment;
use credential::{Document, PublishedList, Verifier};
use model::PartyId;

use super::{Acceptable, DepositError, Deposits, Kept, Standing, Taken};
use crate::credentials::Purpose;

impl Deposits {
    /// The signed list of an issuer that stands now, if one was handed in.
    pub fn status_list(&self, issuer: &PartyId, purpose: Purpose) -> Option<Kept> {
        self.standing(&name(issuer, purpose))
    }

    pub(super) fn acceptable_list(&self, document: &Document) -> Result<Acceptable, DepositError> {
        let app = self.app();
        let (state, now) = (app.state(), app.credential_now());
        let keys = KeysInForce { registry: state.registry(), check: app.signatures() };
        let verified = document.clone().verify(&Verifier { keys: &keys, check: app.signatures(), now })?;
        let unknown = || DepositError::UnknownIssuer(verified.issuer().to_owned());
        let issuer: PartyId = verified.issuer().parse().map_err(|_| unknown())?;
        let stated = verified.credential().get("id").and_then(|id| id.as_str()).unwrap_or_default();
        let list = PublishedList::from_verified(stated, &verified)?;
        let is_of = |purpose: &Purpose| {
            stated == self.base().status_list(&issuer, purpose.as_str())
                && list.purposes() == [purpose.as_str()]
        };
        let Some(purpose) = Purpose::ALL.into_iter().find(is_of) else {
            let expected = Purpose::ALL.map(|purpose| self.base().status_list(&issuer, purpose.as_str()));
            let found = stated.chars().take(200).collect();
            return Err(DepositError::Address { expected: expected.join(", "), found });
        };
        // One from the future would bar every later one until then.
        if now.is_before(list.as_of()) || list.until().is_some_and(|until| now.is_after(until)) {
            return Err(DepositError::OutOfTime);
        }
        Ok(Acceptable {
            what: Taken::StatusList { issuer: issuer.to_string(), purpose: purpose.as_str() },
            path: format!("/status/{}/{}", segment(issuer.as_str()), purpose.as_str()),
            stands: Some(Standing { name: name(&issuer, purpose), as_of: list.as_of() }),
        })
    }
}

/// The name under which a list stands.
pub(super) fn name(issuer: &PartyId, purpose: Purpose) -> String {
    format!("status list\n{}\n{issuer}", purpose.as_str())
}
