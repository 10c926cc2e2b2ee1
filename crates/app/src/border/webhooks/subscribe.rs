//! Subscribing to what happens to a certificate, or to what changes the answer to a line of a declaration.

use model::{CertificateNumber, LogIndex};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::border::{About, NewSubscription, Place, Subscribed};

use super::{
    SUBSCRIPTIONS_MAX, SUBSCRIPTIONS_OF_PARTY_MAX, SubscriptionError, SubscriptionView, check_address, place,
};
use crate::border::lines::Line;
use crate::border::{Border, Requester, Taken};

/// Bytes of a line that is kept: one that cites certificates by number.
pub const SUBSCRIBED_LINE_BYTES_MAX: usize = 8_192;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subscribe {
    /// The certificate. It may be one that nobody has issued yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<CertificateNumber>,
    /// The line, instead of a certificate. Its day is that of the subscription where it names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<Value>,
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
    /// Everything, beginning with the issue; of a line, how it stands now.
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
    ) -> Result<Taken<SubscriptionView>, SubscriptionError> {
        self.webhook_key().ok_or(SubscriptionError::NoKey)?;
        let url = check_address(&asked.url, self.inner.allow_private)?;
        let (about, last) = match (&asked.certificate, &asked.line) {
            (Some(certificate), None) => self.about_certificate(certificate)?,
            (None, Some(line)) => self.about_line(line)?,
            _ => return Err(SubscriptionError::About),
        };
        let after = last.filter(|_| asked.from == SubscribeFrom::Now);
        let subscribed = self.store().subscribe(
            &NewSubscription { about, url: url.to_string(), after, by: requester.by().clone() },
            SUBSCRIPTIONS_OF_PARTY_MAX,
            SUBSCRIPTIONS_MAX,
        )?;
        match subscribed {
            Subscribed::New(subscription) => {
                Ok(Taken { done: SubscriptionView::of(subscription), again: false })
            }
            Subscribed::Known(subscription) => {
                Ok(Taken { done: SubscriptionView::of(subscription), again: true })
            }
            Subscribed::Full => Err(SubscriptionError::Full),
        }
    }

    /// A certificate, and the last that happened to it.
    fn about_certificate(
        &self,
        certificate: &CertificateNumber,
    ) -> Result<(About, Option<Place>), SubscriptionError> {
        let happened = self.app().certificate_happenings(certificate, None)?;
        Ok((About::Certificate(certificate.clone()), happened.last().map(|last| place(last.id()))))
    }

    /// A line in one spelling, and the last statement that its answer knows.
    fn about_line(&self, line: &Value) -> Result<(About, Option<Place>), SubscriptionError> {
        let (lines, text) = (self.lines(), line.to_string());
        if text.len() > SUBSCRIBED_LINE_BYTES_MAX {
            return Err(SubscriptionError::LineTooLong(text.len()));
        }
        let line = lines.fixed(Line::parse(text.as_bytes())?);
        let last = self.app().state().size().checked_sub(1).map(LogIndex);
        // Texts, numbers and lists: writing them cannot fail.
        let text = serde_json::to_string(&line).unwrap_or_default();
        Ok((About::Line(text), last.map(|last| (last.0, 0))))
    }
}
