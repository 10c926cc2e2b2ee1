//! What is told of a statement, as JSON: the same from the command line and over the API.

use serde_json::{Value, json};

use super::Told;
use super::changes::{Changed, Made, Turn};
use super::findings::Found;

impl Told {
    /// As JSON, with the refusal in the form of whoever tells it.
    pub fn json(&self, refusal: Option<Value>) -> Value {
        let texts = |list: &mut dyn Iterator<Item = String>| list.collect::<Vec<_>>();
        json!({
            "id": self.id,
            "act": self.act,
            "signer": self.signer,
            "who_may_sign": texts(&mut self.who_may_sign.iter().map(ToString::to_string)),
            "may_be_reported": self.may_be_reported,
            "bytes": self.bytes,
            "bytes_max": model::limits::STATEMENT_BYTES_MAX,
            "admissible": self.refusal.is_none(),
            "refusal": refusal,
            "effects": texts(&mut self.effects.iter().map(ToString::to_string)),
            "changes": self.changes.iter().map(changed).collect::<Vec<_>>(),
            "findings": self.findings.iter().map(found).collect::<Vec<_>>(),
        })
    }
}

fn changed(changed: &Changed) -> Value {
    let made = |made: &Made| json!({ "about": made.about, "from": made.from, "until": made.until });
    let turn = |turn: &Turn| json!({ "what": turn.what, "before": turn.before, "after": turn.after });
    json!({
        "kind": changed.kind,
        "id": changed.id,
        "new": changed.is_new,
        "makes": changed.makes.iter().map(made).collect::<Vec<_>>(),
        "on": changed.on,
        "turns": changed.turns.iter().map(turn).collect::<Vec<_>>(),
    })
}

fn found(found: &Found) -> Value {
    let finding = &found.finding;
    json!({
        "about": found.about,
        "on": found.on,
        "rule": finding.rule,
        "outcome": finding.outcome,
        "duty": finding.duty,
        "paragraph": finding.paragraph,
        "facts": finding.facts,
    })
}
