//! Stating how much of a certificate there is.

use model::{CertificateNumber, Jurisdiction};
use serde::{Deserialize, Serialize};
use store::border::Stated;

use super::{AccountView, QuantityError};
use crate::border::amount::{Amount, check_unit, written};
use crate::border::{Border, Requester, Taken};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateQuantity {
    /// The certificate.
    pub certificate: CertificateNumber,
    /// For imports into this country, by its authority; absent: for all, by whoever is responsible for the certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub importing: Option<Jurisdiction>,
    /// How much there is in all, drawn or not.
    pub quantity: Amount,
}

impl Border {
    /// States how much of a certificate there is. Stated anew, it is more or less from now on, but never less than what is
    /// drawn.
    ///
    /// # Errors
    /// [`QuantityError`]; nothing changed.
    pub fn state_quantity(
        &self,
        requester: &Requester,
        asked: &StateQuantity,
    ) -> Result<Taken<AccountView>, QuantityError> {
        check_unit(&asked.quantity.unit)?;
        let total = asked.quantity.parts()?;
        let certificate = &asked.certificate;
        let head = self.app().store().heads(std::slice::from_ref(certificate))?.pop().flatten();
        let head = head.ok_or_else(|| QuantityError::NoSuchCertificate(certificate.clone()))?;
        match asked.importing {
            Some(importing) => self.must_be_authority(requester, importing)?,
            None if head.responsible == *requester.party() => {}
            None => {
                let responsible = head.responsible.to_string();
                return Err(QuantityError::NotResponsible { certificate: certificate.clone(), responsible });
            }
        }
        let unit = &asked.quantity.unit;
        let stated =
            self.store().state_quantity(certificate, asked.importing, unit, total, requester.by())?;
        match stated {
            Stated::Done(account) => Ok(Taken { done: AccountView::of(&account), again: false }),
            Stated::Known(account) => Ok(Taken { done: AccountView::of(&account), again: true }),
            Stated::Drawn { drawn } => Err(QuantityError::Drawn(written(drawn))),
        }
    }
}
