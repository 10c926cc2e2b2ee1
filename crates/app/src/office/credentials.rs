//! Signing credentials and status lists with a key of the party that the server holds.
//!
//! A credential is signed and kept, and the act that names its digest is begun as a draft: an officer sees and signs it as
//! any other, and from then on the credential is served. A status list is no act: it stands as soon as it is signed.

use credential::jwt::UnsignedToken;
use credential::{Kind, did};
use jiff::{SignedDuration, Timestamp};
use model::{CertificateNumber, PartyId};
use serde_json::{Map, Value, json};
use store::office::{DraftId, Role};

use super::guided::begun;
use super::{Acting, Office, OfficeError};
use crate::credentials::{CredentialError, Purpose};
use crate::deposits::{Deposited, Deposits, StatusComparison};
use crate::documents::DocumentError;

/// For how long the party vouches for a list: a verifier takes no older one anyhow.
const LIST_VALID_FOR: SignedDuration = credential::limits::STATUS_AGE_DEFAULT;

/// A credential that was signed and kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCredential {
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// The draft of the act that names it.
    pub draft: DraftId,
}

impl Office {
    /// The lists of the officer's party beside the record.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn own_lists(
        &self,
        acting: &Acting,
    ) -> Result<Vec<(Purpose, std::sync::Arc<StatusComparison>)>, OfficeError> {
        let party = &acting.officer().party;
        let compared = |purpose| Ok((purpose, self.kept_documents()?.compare_status(party, purpose)?));
        Purpose::ALL.into_iter().map(compared).collect()
    }

    /// Signs the credential of a certificate of the party, keeps it, and begins the act that names its digest.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn sign_credential(
        &self,
        acting: &Acting,
        number: &str,
        kid: &str,
    ) -> Result<SignedCredential, OfficeError> {
        let signed = acting.needs(&[Role::Signatory]).and_then(|()| {
            let (sha256, text) = self.signed_credential(&acting.officer().party, number, kid)?;
            Ok((sha256, self.write(acting, &text)?))
        });
        let detail = |(sha256, _): &(String, DraftId)| format!("signed with key {kid}, SHA-256 {sha256}");
        let (sha256, draft) = self.audited(&acting.actor(), "credential.sign", number, signed, detail)?;
        Ok(SignedCredential { sha256, draft })
    }

    /// Signs a status list of the party as of now; it takes the place of the one that stands.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn sign_list(&self, acting: &Acting, purpose: Purpose, kid: &str) -> Result<Deposited, OfficeError> {
        let party = &acting.officer().party;
        let signed = acting.needs(&[Role::Signatory]).and_then(|()| {
            self.app().status_list_is_short(party)?;
            let now = i64::try_from(self.now()).unwrap_or(i64::MAX);
            let at = Timestamp::from_second(now).unwrap_or(Timestamp::MAX);
            let deposits = self.kept_documents()?;
            let (list, _) = self.app().status_list(party, purpose, deposits.base(), at, LIST_VALID_FOR)?;
            Ok(deposits.take(self.as_token(party, &list, kid)?.as_bytes())?)
        });
        let detail = |taken: &Deposited| format!("signed with key {kid}, SHA-256 {}", taken.sha256);
        self.audited(&acting.actor(), "list.sign", purpose.as_str(), signed, detail)
    }

    fn signed_credential(
        &self,
        party: &PartyId,
        number: &str,
        kid: &str,
    ) -> Result<(String, String), OfficeError> {
        let deposits = self.kept_documents()?;
        let missing = || OfficeError::NoSuch("certificate");
        let number: CertificateNumber = number.trim().parse().map_err(|_| missing())?;
        let made = self.app().credential_of(&number, deposits.base());
        let (credential, issuer) = made.map_err(|error| match error {
            CredentialError::Store(error) => OfficeError::Store(error),
            _ => missing(),
        })?;
        if issuer != *party {
            return Err(missing());
        }
        let token = self.as_token(party, &credential, kid)?;
        let sha256 = deposits.keep_own(token.as_bytes())?;
        let text = self.naming(party, &number, &sha256)?;
        Ok((sha256, text))
    }

    /// The text of the act that states the digest: the certificate as it stands, with it.
    fn naming(
        &self,
        party: &PartyId,
        number: &CertificateNumber,
        sha256: &str,
    ) -> Result<String, OfficeError> {
        let stated = self.app().stated_last(number)?.ok_or(OfficeError::NoSuch("certificate"))?;
        let mut content = serde_json::to_value(stated).unwrap_or_default();
        content["credential_sha256"] = json!(sha256);
        let change = json!({
            "number": number, "on": self.app().clock().today(), "change": { "amended": content },
            "reason": "digest of the signed credential",
        });
        let fields = Map::from_iter([
            ("issuer".to_owned(), json!(party)),
            ("changes".to_owned(), Value::Array(vec![change])),
        ]);
        let act = "certificates.changed";
        let text = begun(act, party.as_str(), &self.new_id(act)?, &fields);
        text.ok_or(OfficeError::NoForm)
    }

    fn as_token(&self, party: &PartyId, credential: &Value, kid: &str) -> Result<String, OfficeError> {
        let held = self.store().held_keys(party)?.into_iter().find(|key| key.kid == kid);
        let held = held.ok_or_else(|| OfficeError::NoKey(kid.to_owned()))?;
        let method = did::method_id(party.as_str(), kid);
        let unsigned =
            UnsignedToken::new(Kind::Credential, credential, &method, super::keys::algorithm(&held)?);
        let signature = self.sign_with(&held, unsigned.bytes())?;
        Ok(unsigned.with_signature(&signature))
    }

    fn kept_documents(&self) -> Result<&Deposits, OfficeError> {
        self.deposits().ok_or_else(|| DocumentError::NoFolder.into())
    }
}
