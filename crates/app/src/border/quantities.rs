//! Quantities: how much of a certificate there is, and what lines of declarations draw from it (CER-08).
//!
//! Acts of certificates carry no quantity, so it is stated here: by the body that is responsible for the certificate, for
//! all imports, or by an authority of an importing country, for imports there. Where both did, a line draws from both.
//! Lines reserve, then consume or release; a correction has a reference of its own. Each is asked by an authority of the
//! importing country in a signed request, and each asked again has the same answer.

mod consume;
mod correct;
mod release;
mod reserve;
mod show;
mod state;

use model::{CertificateNumber, Jurisdiction};
use serde::{Deserialize, Serialize};
use store::StoreError;
use store::border::{Account, DrawKey, DrawRefusal, Moved, Movement, Step};

use super::amount::{Amount, AmountError, written};
use super::lines::{Declaration, LineError};
use super::request::{RequestRefused, Requester};
use super::{Border, Taken, moment};

pub use consume::Consume;
pub use correct::{Correct, REFERENCE_CHARS_MAX};
pub use release::Release;
pub use reserve::Reserve;
pub use show::{MOVEMENTS_MAX, Show, Shown};
pub use state::StateQuantity;

/// A line of a declaration and the certificate from which it draws.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawing {
    /// Which declaration, and which item of it.
    pub declaration: Declaration,
    /// The importing country.
    pub importing: Jurisdiction,
    /// The certificate.
    pub certificate: CertificateNumber,
}

/// How a quantity stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AccountView {
    /// For imports into this country; absent: for all, as the issuer stated it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Jurisdiction>,
    /// The unit.
    pub unit: String,
    /// What there is in all.
    pub total: String,
    /// What is reserved.
    pub reserved: String,
    /// What is consumed.
    pub consumed: String,
    /// What is left.
    pub available: String,
}

/// A step that was taken, with how everything stood afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MovementView {
    /// The line and the certificate.
    #[serde(flatten)]
    pub drawing: Drawing,
    /// `reserve`, `consume`, `release` or `correct`.
    pub step: String,
    /// `reserved`, `consumed` or `released`.
    pub state: &'static str,
    /// What the line draws.
    pub quantity: Amount,
    /// Every account that it draws from.
    pub accounts: Vec<AccountView>,
    /// When it was taken (RFC 3339).
    pub at: String,
    /// Its count.
    pub sequence: u64,
}

/// Why nothing was done with a quantity.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    /// The request is not taken.
    #[error(transparent)]
    Request(#[from] RequestRefused),
    /// The quantity is none.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// The line is none.
    #[error(transparent)]
    Line(#[from] LineError),
    /// A reference of a correction is empty or too long.
    #[error(
        "the reference of a correction has {0} characters: give 1 to {REFERENCE_CHARS_MAX}, the same when you repeat it"
    )]
    Reference(usize),
    /// Nothing, where something must be asked for.
    #[error("nothing is asked for: give a quantity above nought")]
    Nought,
    /// No such certificate.
    #[error("`{0}` is not on record: look whether the number was copied whole")]
    NoSuchCertificate(CertificateNumber),
    /// Somebody else is responsible for the certificate.
    #[error(
        "`{certificate}` is the responsibility of `{responsible}`: only that party states its quantity for all imports; an authority gives `importing`"
    )]
    NotResponsible {
        /// The certificate.
        certificate: CertificateNumber,
        /// Who is responsible.
        responsible: String,
    },
    /// No quantity is stated.
    #[error(
        "no quantity in `{unit}` is stated for `{certificate}`: its issuer, or an authority of the importing country, states it first"
    )]
    NoAccount {
        /// The certificate.
        certificate: CertificateNumber,
        /// The unit.
        unit: String,
    },
    /// More than is left.
    #[error("{asked} is more than the {available} that is left: ask for less, or ask the issuer")]
    Exceeds {
        /// What was asked.
        asked: String,
        /// What is left.
        available: String,
    },
    /// More is drawn than is to be stated.
    #[error("{0} is reserved or consumed already: state at least that, or release and correct first")]
    Drawn(String),
    /// Another content under the same reference.
    #[error(
        "the line, or the reference of the correction, was used with another content, which stays: use `correct` with a new reference"
    )]
    Differs,
    /// Nothing was reserved.
    #[error("the line has reserved nothing of this certificate: reserve first")]
    NotReserved,
    /// It is used up.
    #[error("what the line reserved is consumed: give it back with `correct`")]
    Consumed,
    /// It is free again.
    #[error("what the line reserved was released: use another item or declaration for a new reservation")]
    Released,
    /// The store fails.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Border {
    /// Takes a step for an authority of the importing country.
    fn draw(
        &self,
        requester: &Requester,
        drawing: &Drawing,
        step: &Step,
    ) -> Result<Taken<MovementView>, QuantityError> {
        drawing.declaration.check()?;
        self.must_be_authority(requester, drawing.importing)?;
        let moved = self.store().draw(&drawing.key(), step, requester.by())?;
        match moved {
            Moved::Done(movement) => Ok(Taken { done: view(movement)?, again: false }),
            Moved::Known(movement) => Ok(Taken { done: view(movement)?, again: true }),
            Moved::Refused(refusal) => Err(refused(refusal, drawing, step)),
        }
    }
}

impl Drawing {
    fn key(&self) -> DrawKey {
        DrawKey {
            importing: self.importing,
            kind: self.declaration.kind.as_str().to_owned(),
            declaration: self.declaration.value.clone(),
            item: self.declaration.item,
            certificate: self.certificate.clone(),
        }
    }
}

impl AccountView {
    fn of(account: &Account) -> Self {
        Self {
            scope: account.scope,
            unit: account.unit.clone(),
            total: written(account.total),
            reserved: written(account.reserved),
            consumed: written(account.consumed),
            available: written(account.available()),
        }
    }
}

fn view(movement: Movement) -> Result<MovementView, StoreError> {
    let kind = super::lines::DeclarationKind::from_name(&movement.key.kind);
    let kind = kind.ok_or_else(|| StoreError::corrupt("a movement names no kind of declaration"))?;
    let declaration = Declaration { kind, value: movement.key.declaration, item: movement.key.item };
    let (importing, certificate) = (movement.key.importing, movement.key.certificate);
    Ok(MovementView {
        drawing: Drawing { declaration, importing, certificate },
        step: movement.step,
        state: movement.state.as_str(),
        quantity: Amount::of_parts(movement.parts, &movement.unit),
        accounts: movement.accounts.iter().map(AccountView::of).collect(),
        at: moment(movement.at).to_string(),
        sequence: movement.sequence,
    })
}

fn refused(refusal: DrawRefusal, drawing: &Drawing, step: &Step) -> QuantityError {
    match refusal {
        DrawRefusal::NoAccount => {
            let unit = match step {
                Step::Reserve { unit, .. } => unit.clone(),
                _ => String::new(),
            };
            QuantityError::NoAccount { certificate: drawing.certificate.clone(), unit }
        }
        DrawRefusal::Exceeds { available } => {
            let asked = match step {
                Step::Reserve { parts, .. } | Step::Correct { parts, .. } => written(*parts),
                _ => String::new(),
            };
            QuantityError::Exceeds { asked, available: written(available) }
        }
        DrawRefusal::Differs => QuantityError::Differs,
        DrawRefusal::NotReserved => QuantityError::NotReserved,
        DrawRefusal::Consumed => QuantityError::Consumed,
        DrawRefusal::Released => QuantityError::Released,
    }
}
