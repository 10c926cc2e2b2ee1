//! The answer at one glance, from a bundle: the same words as with a network, or that the bundle cannot know.

use std::collections::BTreeMap;

use credential::DocumentFinding;
use credential::compare::Outcome;
use explain::Words;
use glance::{AT_ONE_BORDER, Asked, Beside, Fault, Fields, Glance};
use jiff::Timestamp;
use jiff::tz::Offset;
use model::Date;

use crate::answer::{NotCovered, Verifier};
use crate::evidence::Evidence;

impl Verifier {
    /// Answers what was filled in, scanned or dropped; `unix_seconds` is the time, in seconds since 1970.
    ///
    /// # Errors
    /// The field that is to be corrected.
    pub fn glance(
        &self,
        fields: &Fields,
        evidence: &[Evidence],
        unix_seconds: u64,
        words: &Words,
    ) -> Result<Glance, Fault> {
        let asked = fields.read(day(unix_seconds))?;
        let documents = asked.document.as_ref();
        let documents = documents.map(|document| self.examine(document, evidence, unix_seconds));
        let mut documents = documents.unwrap_or_default();
        documents.extend(at_one_border(&asked));
        let beside = Beside { asked: &asked, documents: &documents, log_size: self.point.size, words };
        let names = |id: &str| glance::name_of(&self.registry, id, words.language());
        let told = self.decide(&asked.question, evidence, |decision| {
            explain::tell(decision, &self.point, words, &names)
        });
        Ok(match told? {
            Ok(told) => beside.answered(&told),
            Err(reason) => not_covered(&beside, &reason, &names),
        })
    }
}

fn not_covered(beside: &Beside<'_>, reason: &NotCovered, names: &dyn Fn(&str) -> Option<String>) -> Glance {
    let name = |code: &str| names(code).unwrap_or_else(|| code.to_owned());
    match reason {
        NotCovered::Country { asked, bundle } => {
            let (asked, bundle) = (name(asked.as_str()), name(bundle.as_str()));
            beside.not_covered("country", &[("asked", &asked), ("bundle", &bundle)])
        }
        NotCovered::KnownAt { asked, bundle } => {
            let (asked, bundle) = (asked.to_string(), bundle.to_string());
            beside.not_covered("known-at", &[("asked", &asked), ("bundle", &bundle)])
        }
        NotCovered::NotPresented { reference } => {
            beside.not_covered("not-presented", &[("reference", reference)])
        }
        NotCovered::Newer { reference } => beside.not_covered("newer", &[("reference", reference)]),
    }
}

/// What other borders recorded no bundle holds.
fn at_one_border(asked: &Asked) -> Option<DocumentFinding> {
    let number = asked.number()?.to_string();
    let facts = BTreeMap::from([("number", number), ("reason", "offline".to_owned())]);
    Some(DocumentFinding { id: AT_ONE_BORDER, outcome: Outcome::Unknown, facts })
}

/// The day, in UTC.
fn day(unix_seconds: u64) -> Date {
    let seconds = i64::try_from(unix_seconds).unwrap_or(i64::MAX);
    Offset::UTC.to_datetime(Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX)).date()
}
