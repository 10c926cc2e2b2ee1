//! Checks that an officer made without the registry, told to it when there is a connection again (SUR-06).

use decision::Overall;
use jiff::Timestamp;
use model::{CertificateNumber, Jurisdiction};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use store::StoreError;
use store::border::{CheckId, CheckRecord, NewCheck, Presented, Recorded};

use super::request::{RequestRefused, Requester, authority_of};
use super::{Border, moment};
use crate::office::Acting;

/// Checks told at once: a day of one officer.
pub const CHECKS_MAX: usize = 1_000;
/// Bytes of one check: a question by number and a note. Documents are not told, only what they were asked for.
pub const CHECK_BYTES_MAX: usize = 16_384;
/// Characters of an officer's note.
pub const NOTE_CHARS_MAX: usize = 500;
/// Checks that are ever kept: what a disk of some gigabytes holds.
pub const CHECKS_KEPT_MAX: u64 = 10_000_000;
/// What was told where the bundle did not cover the question.
pub const NOT_COVERED: &str = "not_covered";
/// Recorded checks that are shown at once.
pub const CHECKS_SHOWN_MAX: usize = 500;
/// Recorded checks on one page of the desk.
pub const CHECKS_PAGE: usize = 50;
/// How far the clock of a device may be ahead, in seconds.
const AHEAD_SECONDS_MAX: i64 = 86_400;

/// A check, as it is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// A UUID that whoever checked drew: telling twice records once.
    pub id: String,
    /// The question that was asked, as for a decision; a document in it is not kept.
    pub question: Map<String, Value>,
    /// What was answered: the overall answer, or `not_covered`.
    pub outcome: String,
    /// Size of the log that the answer knew.
    pub log_size: u64,
    /// SHA-256 of the bundle, in hexadecimal, if it was answered from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bundle_sha256: Option<String>,
    /// When it was checked (RFC 3339).
    pub checked_at: Timestamp,
    /// What the officer noted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Why a check was not recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// Not JSON of this shape.
    #[error(
        "the check cannot be read: {0}; give `id`, `question`, `outcome`, `log_size` and `checked_at`, and if you like `bundle_sha256` and `note`"
    )]
    Malformed(String),
    /// Too long.
    #[error(
        "the check has {found} bytes, at most {CHECK_BYTES_MAX} are kept: name documents by number or digest"
    )]
    TooLong {
        /// Its length.
        found: usize,
    },
    /// Not an identifier.
    #[error(transparent)]
    Id(#[from] store::border::CheckIdError),
    /// Not an answer.
    #[error("`{0}` is not an answer: give `overall` of the decision, or `not_covered`")]
    Outcome(String),
    /// Not a digest.
    #[error("`{0}` is not a SHA-256 digest: write 64 hexadecimal digits")]
    Digest(String),
    /// The note is too long.
    #[error("the note has {found} characters, at most {NOTE_CHARS_MAX} are kept: shorten it")]
    Note {
        /// Its length in characters.
        found: usize,
    },
    /// It was checked tomorrow.
    #[error("the check is of `{0}`, which has not come yet: set the clock of the device")]
    Ahead(String),
    /// Something else was recorded under the identifier.
    #[error("another check was recorded as `{0}`, and stays: draw a new identifier for each check")]
    Differs(CheckId),
    /// Too many at once.
    #[error("{0} checks are told, at most {CHECKS_MAX} are taken at once: send them in several requests")]
    TooMany(usize),
    /// An authority signs for its own country.
    #[error(transparent)]
    Signer(#[from] RequestRefused),
    /// No room.
    #[error("{CHECKS_KEPT_MAX} checks are kept and no more are taken: ask whoever runs the registry")]
    Full,
    /// The store cannot be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Checks that an authority signs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedChecks {
    /// At most [`CHECKS_MAX`].
    pub checks: Vec<Value>,
}

/// Which checks an authority wants to see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowChecks {
    /// Of which country.
    pub importing: Jurisdiction,
    /// After this count.
    #[serde(default)]
    pub after: u64,
}

/// A recorded check as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckView {
    /// Its count: where a list goes on.
    pub sequence: u64,
    /// When the registry was told (RFC 3339).
    pub received_at: String,
    /// The authority that signed it; absent: anybody may have told it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_by: Option<String>,
    /// The check as it was told.
    pub check: Value,
}

/// A page of recorded checks at the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskChecks {
    /// The countries and groups of which the officer's party is an authority, its own first.
    pub countries: Vec<Jurisdiction>,
    /// Of which of them these are.
    pub importing: Jurisdiction,
    /// At most [`CHECKS_PAGE`], the latest first.
    pub checks: Vec<CheckView>,
}

/// What became of a check, with its identifier where it could be read.
pub type Told = (Option<CheckId>, Result<Recorded, CheckError>);

impl Border {
    /// Records checks, each by itself: the same again is known, one that cannot be read does not stop the others. The
    /// identifier of each is given where it could be read. What an authority signed counts at other borders, see
    /// [`super::elsewhere`]; what nobody signed does not, since anybody may tell it.
    ///
    /// # Errors
    /// When they cannot be written; then none of them is.
    pub fn record_checks(
        &self,
        checks: &[Value],
        signer: Option<&Requester>,
    ) -> Result<Vec<Told>, StoreError> {
        let now = self.now();
        let read: Vec<_> = checks.iter().map(|check| self.signed(new_check(check, now)?, signer)).collect();
        let good: Vec<NewCheck> = read.iter().flatten().cloned().collect();
        let mut recorded = self.store().record_checks(&good, CHECKS_KEPT_MAX)?.into_iter();
        let told = checks.iter().zip(read).map(|(told, check)| match check {
            Err(error) => (told.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok()), Err(error)),
            Ok(check) => (Some(check.id), outcome(check.id, recorded.next())),
        });
        Ok(told.collect())
    }

    /// Records checks that an authority signed.
    ///
    /// # Errors
    /// As [`Border::record_checks`], and when they are too many.
    pub fn record_signed_checks(
        &self,
        requester: &Requester,
        told: &SignedChecks,
    ) -> Result<Vec<Told>, CheckError> {
        if told.checks.len() > CHECKS_MAX {
            return Err(CheckError::TooMany(told.checks.len()));
        }
        Ok(self.record_checks(&told.checks, Some(requester))?)
    }

    /// At most `limit` recorded checks after a count, in the order in which they were told: of a country, or all. For
    /// whoever runs the registry.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn checks(
        &self,
        importing: Option<Jurisdiction>,
        after: u64,
        limit: usize,
    ) -> Result<Vec<CheckView>, StoreError> {
        list_checks(self.store(), importing, after, limit)
    }

    /// Shows an authority the recorded checks of its country.
    ///
    /// # Errors
    /// When it is none of the country, or they cannot be read.
    pub fn show_checks(
        &self,
        requester: &Requester,
        asked: &ShowChecks,
    ) -> Result<Vec<CheckView>, CheckError> {
        self.must_be_authority(requester, asked.importing)?;
        Ok(self.checks(Some(asked.importing), asked.after, CHECKS_SHOWN_MAX)?)
    }

    /// Shows an officer of an authority the recorded checks of a country, its own if none is named, before a count or
    /// the last ones. `None` unless the officer's party is an authority of that country.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn checks_at_desk(
        &self,
        acting: &Acting,
        importing: Option<Jurisdiction>,
        before: Option<u64>,
    ) -> Result<Option<DeskChecks>, StoreError> {
        let countries = authority_of(self.app(), &acting.officer().party);
        let importing = importing.or_else(|| countries.first().copied());
        let Some(importing) = importing.filter(|importing| countries.contains(importing)) else {
            return Ok(None);
        };
        let records = self.store().latest_checks(importing, before, CHECKS_PAGE)?;
        Ok(Some(DeskChecks { countries, importing, checks: records.into_iter().map(view).collect() }))
    }

    fn signed(&self, check: NewCheck, signer: Option<&Requester>) -> Result<NewCheck, CheckError> {
        let Some(signer) = signer else { return Ok(check) };
        let importing = check.importing.ok_or_else(|| {
            CheckError::Malformed("`question.importing` is no code of a country".to_owned())
        })?;
        self.must_be_authority(signer, importing)?;
        Ok(NewCheck { by: Some(signer.by().clone()), ..check })
    }
}

/// Recorded checks as they are shown, from a store of the border alone.
///
/// # Errors
/// When they cannot be read.
pub fn list_checks(
    store: &(impl store::border::Checks + ?Sized),
    importing: Option<Jurisdiction>,
    after: u64,
    limit: usize,
) -> Result<Vec<CheckView>, StoreError> {
    Ok(store.checks(importing, after, limit)?.into_iter().map(view).collect())
}

fn view(record: CheckRecord) -> CheckView {
    CheckView {
        sequence: record.sequence,
        received_at: moment(record.received_at).to_string(),
        signed_by: record.party.map(|party| party.to_string()),
        check: serde_json::from_str(&record.body).unwrap_or(Value::Null),
    }
}

impl Check {
    fn check(&self, now: u64) -> Result<(), CheckError> {
        let cut = |text: &str| text.chars().take(80).collect::<String>();
        let is_overall = Overall::ALL.iter().any(|overall| overall.as_str() == self.outcome);
        if !is_overall && self.outcome != NOT_COVERED {
            return Err(CheckError::Outcome(cut(&self.outcome)));
        }
        let is_digest =
            |text: &&String| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        if let Some(digest) = self.bundle_sha256.as_ref().filter(|digest| !is_digest(digest)) {
            return Err(CheckError::Digest(cut(digest)));
        }
        let found = self.note.chars().count();
        if found > NOTE_CHARS_MAX {
            return Err(CheckError::Note { found });
        }
        let latest = i64::try_from(now).unwrap_or(i64::MAX).saturating_add(AHEAD_SECONDS_MAX);
        if self.checked_at.as_second() > latest {
            return Err(CheckError::Ahead(self.checked_at.to_string()));
        }
        Ok(())
    }
}

fn new_check(told: &Value, now: u64) -> Result<NewCheck, CheckError> {
    let malformed = |error: serde_json::Error| CheckError::Malformed(error.to_string());
    if !told.is_object() {
        return Err(CheckError::Malformed("it is no object".to_owned()));
    }
    let mut check: Check = Check::deserialize(told).map_err(malformed)?;
    let id: CheckId = check.id.parse()?;
    check.check(now)?;
    check.id = id.to_string();
    without_documents(&mut check.question);
    let body = serde_json::to_string(&check).map_err(malformed)?;
    if body.len() > CHECK_BYTES_MAX {
        return Err(CheckError::TooLong { found: body.len() });
    }
    let importing = check.question.get("importing").and_then(Value::as_str);
    let importing = importing.and_then(|code| code.parse().ok());
    Ok(NewCheck { id, received_at: now, body, importing, by: None, presented: presented(&check) })
}

/// The certificates that were presented, with the goods as they were asked about.
fn presented(check: &Check) -> Vec<Presented> {
    let product = check.question.get("product");
    let of_product = |name: &str| Some(product?.get(name)?.as_str()?.to_owned());
    let checked_at = u64::try_from(check.checked_at.as_second()).unwrap_or_default();
    let evidence = check.question.get("evidence").and_then(Value::as_array);
    let numbers = evidence
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.get("number").and_then(Value::as_str)?.parse::<CertificateNumber>().ok());
    let of = |certificate| Presented {
        certificate,
        batch: of_product("batch"),
        serial: of_product("serial"),
        checked_at,
    };
    numbers.map(of).collect()
}

/// Documents may name persons; what was asked is told by number and digest.
fn without_documents(question: &mut Map<String, Value>) {
    let evidence = question.get_mut("evidence").and_then(Value::as_array_mut);
    for entry in evidence.into_iter().flatten().filter_map(Value::as_object_mut) {
        entry.remove("credential");
    }
}

fn outcome(id: CheckId, recorded: Option<Recorded>) -> Result<Recorded, CheckError> {
    match recorded {
        Some(recorded @ (Recorded::New | Recorded::Known)) => Ok(recorded),
        Some(Recorded::Differs) => Err(CheckError::Differs(id)),
        // The store answers for every check.
        Some(Recorded::Full) | None => Err(CheckError::Full),
    }
}
