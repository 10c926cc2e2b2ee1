//! Showing a quantity to those whom it concerns: the body that is responsible for the certificate sees how much is drawn,
//! an authority also which lines of its country drew it.

use model::{CertificateNumber, Jurisdiction};
use serde::{Deserialize, Serialize};

use super::{AccountView, MovementView, QuantityError, view};
use crate::border::{Border, Requester};

/// Steps that are shown at once.
pub const MOVEMENTS_MAX: usize = 500;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// The certificate.
    pub certificate: CertificateNumber,
    /// For an authority: of which country; absent: asked by whoever is responsible for the certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub importing: Option<Jurisdiction>,
    /// Steps after this count.
    #[serde(default)]
    pub after: u64,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// How much there is, and how much of it is drawn.
    pub accounts: Vec<AccountView>,
    /// Steps of lines of the country, in their order; at most 500.
    pub movements: Vec<MovementView>,
}

impl Border {
    /// Shows the quantities of a certificate.
    ///
    /// # Errors
    /// [`QuantityError`].
    pub fn show_quantity(&self, requester: &Requester, asked: &Show) -> Result<Shown, QuantityError> {
        let certificate = &asked.certificate;
        let accounts = self.store().accounts(certificate)?;
        let Some(importing) = asked.importing else {
            let head = self.app().store().heads(std::slice::from_ref(certificate))?.pop().flatten();
            let head = head.ok_or_else(|| QuantityError::NoSuchCertificate(certificate.clone()))?;
            if head.responsible != *requester.party() {
                let responsible = head.responsible.to_string();
                return Err(QuantityError::NotResponsible { certificate: certificate.clone(), responsible });
            }
            // What countries state for themselves is theirs.
            let own = accounts.iter().filter(|account| account.scope.is_none());
            return Ok(Shown { accounts: own.map(AccountView::of).collect(), movements: Vec::new() });
        };
        self.must_be_authority(requester, importing)?;
        let concerning =
            accounts.iter().filter(|account| account.scope.is_none_or(|scope| scope == importing));
        let movements = self.store().movements(certificate, importing, asked.after, MOVEMENTS_MAX)?;
        let movements = movements.into_iter().map(view).collect::<Result<_, _>>()?;
        Ok(Shown { accounts: concerning.map(AccountView::of).collect(), movements })
    }
}
