//! Bitstring Status List 1.0: whether a credential was revoked or suspended, from a list that its issuer signs.
//!
//! What cannot be known is unknown, with the reason; it is never silently valid. A list is as old as its signature says,
//! and past the stated age it says nothing.

mod bits;
mod published;

use jiff::SignedDuration;
use serde_json::Value;

use crate::context::is_url;
use crate::json::text;
use crate::limits::STATUS_AGE_DEFAULT;
use crate::problem::{Place, Problems};
use crate::time::Now;

pub use bits::{ListError, StatusList};
pub use published::{PublishedError, PublishedList, unsigned_list};

/// A pointer from a credential into a status list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusEntry {
    /// What a set bit means: `revocation`, `suspension`, `refresh`, `message`.
    pub purpose: String,
    /// Place in the list.
    pub index: u64,
    /// Bits of one entry.
    pub size: u8,
    /// URL of the list.
    pub list: String,
}

/// What a list says about a credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// The bit is not set, as of so long ago.
    NotSet {
        /// Age of the list.
        age: SignedDuration,
    },
    /// The bit is set.
    Set {
        /// The entry's value: 1, or more for lists with messages.
        value: u8,
        /// Age of the list.
        age: SignedDuration,
    },
    /// It cannot be known.
    Unknown(Unknown),
}

/// Why a status cannot be known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unknown {
    /// The list was not given.
    #[error("the status list `{0}` was not given: fetch it, or take a bundle that covers it")]
    NotGiven(String),
    /// The list is older than the verifier accepts.
    #[error("the status list is {} h old, at most {} h are accepted: fetch it again", age.as_hours(), age_max.as_hours())]
    TooOld {
        /// Its age.
        age: SignedDuration,
        /// The age accepted.
        age_max: SignedDuration,
    },
    /// The list says that it is no longer, or not yet, valid.
    #[error("the status list is outside the time for which its issuer vouches for it: fetch it again")]
    OutOfTime,
    /// The list is about something else.
    #[error("the status list says nothing about `{0}`")]
    OtherPurpose(String),
    /// Somebody signed the list whom neither the issuer nor the verifier named.
    #[error("`{found}` signed the status list, not the issuer `{expected}`")]
    OtherIssuer {
        /// Issuer of the credential.
        expected: String,
        /// Issuer of the list.
        found: String,
    },
    /// The list is shorter than the place that the credential names.
    #[error("the status list has {length} entries, and the credential names place {index}")]
    OutOfRange {
        /// The place.
        index: u64,
        /// The length.
        length: u64,
    },
}

/// What a verifier accepts of status lists.
#[derive(Clone, Debug)]
pub struct StatusPolicy<'a> {
    /// The moment, with the clock skew.
    pub now: Now,
    /// How old a list may be.
    pub age_max: SignedDuration,
    /// Who may sign lists besides the issuer of a credential, such as the registry.
    pub publishers: &'a [&'a str],
}

impl StatusPolicy<'_> {
    /// Lists of the issuer itself, at most as old as usual.
    pub fn new(now: Now) -> Self {
        Self { now, age_max: STATUS_AGE_DEFAULT, publishers: &[] }
    }
}

impl StatusEntry {
    /// Reads an entry. The place may be a text in base 10, as the Recommendation says, or a number, as UNTP writes it.
    pub fn read(entry: &Value) -> Option<Self> {
        let index = match entry.get("statusListIndex")? {
            Value::String(text) => decimal(text)?,
            number => number.as_u64()?,
        };
        let size = match entry.get("statusSize") {
            None => 1,
            Some(size) => u8::try_from(size.as_u64()?).ok().filter(|size| (1..=8).contains(size))?,
        };
        Some(Self {
            purpose: text(entry, "statusPurpose")?.to_owned(),
            index,
            size,
            list: text(entry, "statusListCredential").filter(|url| is_url(url))?.to_owned(),
        })
    }

    /// What the lists say about a credential of this issuer.
    pub fn look_up(&self, issuer: &str, lists: &[PublishedList], policy: &StatusPolicy<'_>) -> Status {
        let Some(list) = lists.iter().find(|list| list.url == self.list) else {
            return Status::Unknown(Unknown::NotGiven(crate::problem::cut(&self.list)));
        };
        match self.in_list(issuer, list, policy) {
            Ok(status) => status,
            Err(unknown) => Status::Unknown(unknown),
        }
    }

    fn in_list(
        &self,
        issuer: &str,
        list: &PublishedList,
        policy: &StatusPolicy<'_>,
    ) -> Result<Status, Unknown> {
        if list.issuer != issuer && !policy.publishers.contains(&list.issuer.as_str()) {
            return Err(Unknown::OtherIssuer { expected: issuer.to_owned(), found: list.issuer.clone() });
        }
        if !list.purposes.contains(&self.purpose) {
            return Err(Unknown::OtherPurpose(self.purpose.clone()));
        }
        let over = list.until.is_some_and(|until| policy.now.is_after(until));
        if over || policy.now.is_before(list.as_of) {
            return Err(Unknown::OutOfTime);
        }
        // A list from the near future, within the skew, is new.
        let age = policy.now.at.duration_since(list.as_of).max(SignedDuration::ZERO);
        if age > policy.age_max {
            return Err(Unknown::TooOld { age, age_max: policy.age_max });
        }
        let out_of_range = || Unknown::OutOfRange { index: self.index, length: list.list.entries(self.size) };
        match list.list.get(self.index, self.size).ok_or_else(out_of_range)? {
            0 => Ok(Status::NotSet { age }),
            value => Ok(Status::Set { value, age }),
        }
    }
}

fn decimal(text: &str) -> Option<u64> {
    // One spelling: no sign, no leading zero.
    let good = text == "0" || (!text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit()));
    good.then(|| text.parse().ok()).flatten()
}

/// What is wrong with an entry (section 2.1).
pub(crate) fn check_entry(entry: &Value, at: &Place<'_>, problems: &mut Problems) {
    let field = |name: &'static str| (at.field(name), entry.get(name));
    let (place, purpose) = field("statusPurpose");
    if !purpose.is_some_and(Value::is_string) {
        problems.add(&place, "a text such as `revocation`", purpose, "say what a set bit means");
    }
    let (place, index) = field("statusListIndex");
    let good_index = match index {
        Some(Value::String(text)) => decimal(text).is_some(),
        Some(Value::Number(number)) => number.as_u64().is_some(),
        _ => false,
    };
    if !good_index {
        let help = "write the place as a text of digits, such as `94567`";
        problems.add(&place, "a whole number from 0, in base 10", index, help);
    }
    let (place, list) = field("statusListCredential");
    if !list.and_then(Value::as_str).is_some_and(is_url) {
        problems.add(&place, "the URL of a status list", list, "say where the list is published");
    }
    if entry.get("id").is_some_and(|id| Some(id) == list) {
        let help = "name the entry, or leave the identifier out";
        problems.add(&at.field("id"), "another URL than that of the list", entry.get("id"), help);
    }
    messages(entry, at, problems);
    let (place, reference) = field("statusReference");
    let urls = crate::json::one_or_many(reference);
    if reference.is_some() && !urls.iter().all(|url| url.as_str().is_some_and(is_url)) {
        problems.add(&place, "a URL or a list of URLs", reference, "say where the status is explained");
    }
}

/// What is wrong with the subject of a status list credential (section 2.2).
pub(crate) fn check_list(subject: &Value, at: &Place<'_>, problems: &mut Problems) {
    let field = |name: &'static str| (at.field(name), subject.get(name));
    let (place, kind) = field("type");
    if kind.and_then(Value::as_str) != Some("BitstringStatusList") {
        problems.add(&place, "`BitstringStatusList`", kind, "state that type");
    }
    let (place, purpose) = field("statusPurpose");
    let purposes = crate::json::one_or_many(purpose);
    if purposes.is_empty() || !purposes.iter().all(Value::is_string) {
        problems.add(
            &place,
            "one text or several, such as `revocation`",
            purpose,
            "say what a set bit means",
        );
    }
    let (place, list) = field("encodedList");
    if let Err(error) = StatusList::decode(list.and_then(Value::as_str).unwrap_or_default()) {
        problems.add(&place, "a list that can be expanded", list, &error.to_string());
    }
    let (place, ttl) = field("ttl");
    if ttl.is_some() && ttl.and_then(Value::as_u64).is_none() {
        problems.add(&place, "milliseconds, a whole number from 0", ttl, "write how long a copy may be kept");
    }
}

// Entries of more than one bit say what each value means.
fn messages(entry: &Value, at: &Place<'_>, problems: &mut Problems) {
    let size = entry.get("statusSize");
    let bits = size.map_or(Some(1), Value::as_u64).filter(|bits| *bits > 0);
    if bits.is_none() {
        problems.add(&at.field("statusSize"), "a whole number from 1", size, "write the bits of an entry");
    }
    let at = at.field("statusMessage");
    let Some(messages) = entry.get("statusMessage") else {
        if bits.is_some_and(|bits| bits > 1) {
            problems.add(&at, "a message for each value", None, "say what each value means");
        }
        return;
    };
    let entries = messages.as_array().map_or(&[][..], Vec::as_slice);
    // The Recommendation counts possible messages; for more than 16 bits nobody writes them out.
    let needed = bits.and_then(|bits| u32::try_from(bits).ok()).and_then(|bits| 1_u64.checked_shl(bits));
    if needed != Some(entries.len() as u64) {
        problems.add(&at, "as many messages as values", Some(messages), "write one for each value");
    }
    for (index, message) in entries.iter().enumerate() {
        let hexadecimal = text(message, "status").and_then(|text| text.strip_prefix("0x"));
        let good = hexadecimal.is_some_and(|digits| u64::from_str_radix(digits, 16).is_ok())
            && text(message, "message").is_some();
        if !good {
            let help = "write `status` such as `0x1`, and `message`";
            problems.add(&at.item(index), "`status` and `message`", Some(message), help);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
