//! The identity anchor of a party: taken when the registrar signed it.

use credential::compare::KeysInForce;
use credential::untp::check_anchor;
use credential::untp::make::segment;
use credential::{Document, InTime, Verifier};
use model::PartyId;

use super::{Acceptable, DepositError, Deposits, Kept, Standing, Taken};

impl Deposits {
    /// The anchor of a party that stands now, if one was handed in.
    pub fn anchor(&self, party: &PartyId) -> Option<Kept> {
        self.standing(&name(party))
    }

    pub(super) fn acceptable_anchor(&self, document: &Document) -> Result<Acceptable, DepositError> {
        if let Some(problem) = check_anchor(document.claimed()).into_iter().next() {
            return Err(DepositError::NoCredential(problem.to_string()));
        }
        let app = self.app();
        let (state, now) = (app.state(), app.credential_now());
        let registry = state.registry();
        let keys = KeysInForce { registry, check: app.signatures() };
        let verified = document.clone().verify(&Verifier { keys: &keys, check: app.signatures(), now })?;
        let registrar = registry.genesis().map(|genesis| genesis.registrar.to_string()).unwrap_or_default();
        if verified.issuer() != registrar {
            let found = verified.issuer().to_owned();
            return Err(DepositError::OtherIssuer { expected: registrar, found });
        }
        if verified.in_time(now) != InTime::Yes {
            return Err(DepositError::OutOfTime);
        }
        let subject = verified.credential().pointer("/credentialSubject/id").and_then(|id| id.as_str());
        let subject = subject.unwrap_or_default();
        let party: Option<PartyId> = subject.parse().ok();
        let Some(party) = party.filter(|party| registry.party(party).is_some()) else {
            return Err(DepositError::UnknownIssuer(subject.chars().take(200).collect()));
        };
        let from = verified.credential().get("validFrom").and_then(|from| from.as_str());
        let as_of = from.and_then(credential::time::parse).ok_or(DepositError::OutOfTime)?;
        Ok(Acceptable {
            what: Taken::Anchor(party.to_string()),
            path: format!("/anchors/{}", segment(party.as_str())),
            stands: Some(Standing { name: name(&party), as_of }),
        })
    }
}

fn name(party: &PartyId) -> String {
    format!("anchor\n{party}")
}
