//! What statements would do, one after the other, on a copy of the registry that is thrown away.

mod changes;
mod findings;
mod json;

use std::fmt;

use model::{Date, LogIndex};
use registry::{LoggedStatement, Registry, admissible};
use statement::{
    Algorithm, Entitled, Payload, StatementError, Unsigned, Unverified, may_be_reported, who_may_sign,
};
use store::{Pending, Store};

use crate::app::App;
use crate::submit::{CHECK, SubmitError, key_of};
use changes::Compared;
pub use changes::{CHANGED_MAX, Changed, Made, Turn};
pub use findings::Found;

/// A copy of the registry with what would have been admitted so far.
pub struct DryRun<'a> {
    app: &'a App,
    registry: Registry,
    pending: Pending<'a, dyn Store + 'a>,
    today: Date,
}

/// What is told about one statement.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its identifier.
    pub id: String,
    /// Name of its act.
    pub act: &'static str,
    /// Who signs.
    pub signer: String,
    /// Who may sign such an act: one of these.
    pub who_may_sign: Vec<Entitled>,
    /// Whether a recorder may report it.
    pub may_be_reported: bool,
    /// Bytes of the statement once signed.
    pub bytes: usize,
    /// Why it would be refused.
    pub refusal: Option<SubmitError>,
    /// What it would do.
    pub effects: Vec<Effect>,
    /// What would be on record otherwise than before; of many certificates the first [`CHANGED_MAX`].
    pub changes: Vec<Changed>,
    /// What the rules on objectives would find and do not find now.
    pub findings: Vec<Found>,
}

impl<'a> DryRun<'a> {
    /// Begins with what is published now.
    pub fn new(app: &'a App) -> Self {
        let registry = app.state().registry().clone();
        Self { app, registry, pending: Pending::new(app.store()), today: app.clock().today() }
    }

    /// Number of statements in the log, with those that were tried and would be admitted.
    pub fn log_size(&self) -> u64 {
        self.registry.size()
    }

    /// Tries a signed statement, its signature included.
    pub fn tell_signed(&mut self, statement: &Unverified, bytes: usize) -> Told {
        let refusal = self.signature(statement).err();
        self.tell_unless(refusal, statement.payload(), bytes)
    }

    /// Tries a statement that nobody has signed yet; if it would be admitted, later ones build on it.
    pub fn tell(&mut self, payload: &Payload, bytes: usize) -> Told {
        self.tell_unless(None, payload, bytes)
    }

    /// The check of the signature, with the key in force by then.
    fn signature(&self, statement: &Unverified) -> Result<(), SubmitError> {
        let key = key_of(&self.registry, statement)?;
        statement.check(key, &CHECK)?;
        Ok(())
    }

    fn tell_unless(&mut self, refusal: Option<SubmitError>, payload: &Payload, bytes: usize) -> Told {
        let refusal = refusal.or_else(|| self.refusal(payload, bytes));
        let taken = if refusal.is_none() { self.take(payload) } else { Taken::default() };
        Told {
            id: payload.id.to_string(),
            act: payload.act.name(),
            signer: payload.signer.to_string(),
            who_may_sign: who_may_sign(&payload.act),
            may_be_reported: may_be_reported(&payload.act),
            bytes,
            refusal,
            effects: taken.effects,
            changes: taken.changes,
            findings: taken.findings,
        }
    }

    fn refusal(&self, payload: &Payload, bytes: usize) -> Option<SubmitError> {
        if bytes > model::limits::STATEMENT_BYTES_MAX {
            return Some(StatementError::TooLarge { bytes }.into());
        }
        // Known already, or the identifier is taken: what is logged says so.
        let logged = self.app.store().find(&[(payload.signer.clone(), payload.id.clone())]);
        match logged.map(|found| found.into_iter().next().flatten()) {
            Err(error) => return Some(SubmitError::Store(error)),
            Ok(Some(_)) => return self.app.check(payload).verdict.err(),
            Ok(None) => {}
        }
        admissible(&self.registry, &self.pending, payload, self.today).err().map(SubmitError::Admit)
    }

    fn take(&mut self, payload: &Payload) -> Taken {
        // A copy costs nothing: maps are shared until one of them changes.
        let before = self.registry.clone();
        let index = LogIndex(self.registry.size());
        let digest = crate::receipt::sha256(&payload.to_json());
        let logged = LoggedStatement::new(index, self.today, String::new(), digest, payload.clone());
        self.registry.apply(&logged);
        let events = self.registry.certificate_events(&logged);
        for event in &events {
            // What cannot be read now will be told by the next statement that needs it.
            let _ = self.pending.take(event);
        }
        let compared = Compared { before: &before, after: &self.registry, today: self.today };
        Taken {
            effects: effects(payload, events.len(), self.today),
            changes: compared.changes(&logged),
            findings: compared.findings(index),
        }
    }
}

/// Bytes of a statement, once it is signed with the longest of keys and signatures.
pub fn signed_bytes(payload: &Payload) -> usize {
    const SIGNATURE_BYTES: usize = 96;
    Unsigned::new(payload, "", Algorithm::Es384).with_signature(&[0; SIGNATURE_BYTES]).len()
}

/// What a statement that would be admitted does.
#[derive(Default)]
struct Taken {
    effects: Vec<Effect>,
    changes: Vec<Changed>,
    findings: Vec<Found>,
}

/// Something that can be told without deciding anything: whose act it becomes, from which day on it counts, on whom it
/// waits. Its text is English; pages have their own words for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It would be shown as a report, not as the act of the party.
    Reported {
        /// Whose act it is.
        on_behalf_of: String,
        /// Who reports it.
        by: String,
    },
    /// It would change as many certificates.
    Certificates(usize),
    /// A day in it.
    Day {
        /// The field that holds it.
        field: &'static str,
        /// The day.
        on: Date,
        /// Days from today; negative for the past.
        days: i32,
    },
    /// It binds each party only when that party concurs.
    Joint,
}

fn effects(payload: &Payload, certificates: usize, today: Date) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Some(reported) = &payload.reported {
        let (on_behalf_of, by) = (reported.on_behalf_of.to_string(), payload.signer.to_string());
        effects.push(Effect::Reported { on_behalf_of, by });
    }
    if certificates > 0 {
        effects.push(Effect::Certificates(certificates));
    }
    let value = payload.to_value();
    for (field, _) in DAYS {
        if let Some(on) = value["act"][field].as_str().and_then(|text| text.parse::<Date>().ok()) {
            effects.push(Effect::Day { field, on, days: today.until(on).map_or(0, |span| span.get_days()) });
        }
    }
    if matches!(payload.act.name(), "agreement.concluded" | "annex.concluded" | "annex.amended") {
        effects.push(Effect::Joint);
    }
    effects
}

/// Fields of acts that hold a day, and how it is told.
const DAYS: [(&str, &str); 7] = [
    ("from", "has effect from"),
    ("in_force_from", "is in force from"),
    ("applies_from", "applies from"),
    ("on", "has effect on"),
    ("published", "was published on"),
    ("until", "ends before"),
    ("repealed_from", "ends on"),
];

impl Effect {
    /// Fields of acts that hold a day.
    pub const DAYS: &'static [&'static str] =
        &["from", "in_force_from", "applies_from", "on", "published", "until", "repealed_from"];
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reported { on_behalf_of, by } => write!(
                f,
                "would be shown as an act of {on_behalf_of} reported by {by}, not signed by the party"
            ),
            Self::Certificates(1) => f.write_str("would change 1 certificate"),
            Self::Certificates(count) => write!(f, "would change {count} certificates"),
            Self::Day { field, on, days } => {
                let word = DAYS.iter().find(|(known, _)| known == field).map_or(*field, |(_, word)| word);
                match days {
                    0 => write!(f, "{word} {on}, today"),
                    1 => write!(f, "{word} {on}, tomorrow"),
                    -1 => write!(f, "{word} {on}, yesterday"),
                    2.. => write!(f, "{word} {on}, {days} days from today"),
                    _ => write!(f, "{word} {on}, {} days before today", days.unsigned_abs()),
                }
            }
            Self::Joint => f.write_str(
                "is a joint act: it binds each party from when that party concurs, or when the depositary states it",
            ),
        }
    }
}
