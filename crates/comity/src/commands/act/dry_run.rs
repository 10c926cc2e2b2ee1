//! What statements would do, one after the other, on a copy of the registry that is thrown away.

use app::App;
use model::{Date, LogIndex};
use registry::{LoggedStatement, Registry, admissible};
use sha2::{Digest as _, Sha256};
use statement::{Payload, may_be_reported, who_may_sign};
use store::{Pending, Store};

use crate::failure::Failure;

/// A copy of the registry with what would have been admitted so far.
pub struct DryRun<'a> {
    app: &'a App,
    registry: Registry,
    pending: Pending<'a, dyn Store + 'a>,
    today: Date,
}

/// What is told about one statement.
pub struct Told {
    /// Its identifier.
    pub id: String,
    /// Name of its act.
    pub act: &'static str,
    /// Who signs.
    pub signer: String,
    /// Who may sign such an act: one of these.
    pub who_may_sign: Vec<String>,
    /// Whether a recorder may report it.
    pub may_be_reported: bool,
    /// Bytes of the statement once signed.
    pub bytes: usize,
    /// Why it would be refused.
    pub refusal: Option<Failure>,
    /// What it would do, in words.
    pub effects: Vec<String>,
}

impl<'a> DryRun<'a> {
    /// Begins with what is published now.
    pub fn new(app: &'a App) -> Self {
        let registry = app.state().registry().clone();
        Self { app, registry, pending: Pending::new(app.store()), today: app.clock().today() }
    }

    /// Tries a statement; if it would be admitted, later ones build on it.
    pub fn tell(&mut self, payload: &Payload, bytes: usize) -> Told {
        let refusal = self.refusal(payload, bytes);
        let effects = if refusal.is_none() { self.take(payload) } else { Vec::new() };
        Told {
            id: payload.id.to_string(),
            act: payload.act.name(),
            signer: payload.signer.to_string(),
            who_may_sign: who_may_sign(&payload.act).iter().map(ToString::to_string).collect(),
            may_be_reported: may_be_reported(&payload.act),
            bytes,
            refusal,
            effects,
        }
    }

    fn refusal(&self, payload: &Payload, bytes: usize) -> Option<Failure> {
        if bytes > model::limits::STATEMENT_BYTES_MAX {
            return Some(statement::StatementError::TooLarge { bytes }.into());
        }
        // Known already, or the identifier is taken: what is logged says so.
        let logged = self.app.store().find(&[(payload.signer.clone(), payload.id.clone())]);
        match logged.map(|found| found.into_iter().next().flatten()) {
            Err(error) => return Some(error.into()),
            Ok(Some(_)) => return self.app.check(payload).verdict.err().map(Failure::from),
            Ok(None) => {}
        }
        admissible(&self.registry, &self.pending, payload, self.today).err().map(|error| Failure::of(&error))
    }

    fn take(&mut self, payload: &Payload) -> Vec<String> {
        let index = LogIndex(self.registry.size());
        let digest = Sha256::digest(payload.to_json()).into();
        let logged = LoggedStatement::new(index, self.today, String::new(), digest, payload.clone());
        self.registry.apply(&logged);
        let events = self.registry.certificate_events(&logged);
        for event in &events {
            // What cannot be read now will be told by the next statement that needs it.
            let _ = self.pending.take(event);
        }
        effects(payload, events.len(), self.today)
    }
}

/// What can be told without deciding anything: whose act it becomes, from which day on it counts, on whom it waits.
fn effects(payload: &Payload, certificates: usize, today: Date) -> Vec<String> {
    let mut effects = Vec::new();
    if let Some(reported) = &payload.reported {
        effects.push(format!(
            "would be shown as an act of {} reported by {}, not signed by the party",
            reported.on_behalf_of, payload.signer
        ));
    }
    if certificates > 0 {
        effects.push(format!("would change {certificates} certificates"));
    }
    let value = payload.to_value();
    for (field, word) in DAYS {
        if let Some(day) = value["act"][field].as_str().and_then(|text| text.parse::<Date>().ok()) {
            effects.push(format!("{word} {day}, {}", beside(day, today)));
        }
    }
    if matches!(payload.act.name(), "agreement.concluded" | "annex.concluded" | "annex.amended") {
        effects.push(
            "is a joint act: it binds each party from when that party concurs, or when the depositary states it".into(),
        );
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

fn beside(day: Date, today: Date) -> String {
    let days = today.until(day).map_or(0, |span| span.get_days());
    match days {
        0 => "today".to_owned(),
        1.. => format!("{days} days from today"),
        _ => format!("{} days before today", -days),
    }
}
