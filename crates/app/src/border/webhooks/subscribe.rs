//! Subscribing to what happens to a certificate.

use model::CertificateNumber;
use serde::{Deserialize, Serialize};
use store::border::{NewSubscription, Subscribed};

use super::{
    SUBSCRIPTIONS_MAX, SUBSCRIPTIONS_OF_PARTY_MAX, SubscriptionError, SubscriptionView, check_address, place,
};
use crate::border::{Border, Requester};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subscribe {
    /// The certificate. It may be one that nobody has issued yet.
    pub certificate: CertificateNumber,
    /// Where events are sent.
    pub url: String,
    /// From when on.
    #[serde(default)]
    pub from: SubscribeFrom,
}

/// From when on events are sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubscribeFrom {
    /// What happens from now on.
    #[default]
    Now,
    /// Everything, beginning with the issue.
    Beginning,
}

impl Border {
    /// Makes a subscription for any party on record. The same again is known.
    ///
    /// # Errors
    /// [`SubscriptionError`].
    pub fn subscribe(
        &self,
        requester: &Requester,
        asked: &Subscribe,
    ) -> Result<(SubscriptionView, bool), SubscriptionError> {
        self.webhook_key().ok_or(SubscriptionError::NoKey)?;
        let url = check_address(&asked.url, self.inner.allow_private)?;
        let after = match asked.from {
            SubscribeFrom::Beginning => None,
            SubscribeFrom::Now => {
                let happened = self.app().certificate_happenings(&asked.certificate, None)?;
                happened.last().map(|last| place(last.id()))
            }
        };
        let subscribed = self.store().subscribe(
            &NewSubscription {
                certificate: asked.certificate.clone(),
                url: url.to_string(),
                after,
                by: requester.by().clone(),
            },
            SUBSCRIPTIONS_OF_PARTY_MAX,
            SUBSCRIPTIONS_MAX,
        )?;
        match subscribed {
            Subscribed::New(subscription) => Ok((SubscriptionView::of(subscription), false)),
            Subscribed::Known(subscription) => Ok((SubscriptionView::of(subscription), true)),
            Subscribed::Full => Err(SubscriptionError::Full),
        }
    }
}
