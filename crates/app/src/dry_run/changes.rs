//! What a statement would put on record, and what would stand otherwise than before: the records that look-ups show,
//! before and after it.

use model::{Date, InstrumentId, LogIndex, PartyId, StandardReference};
use registry::{JournalKind, LoggedStatement, Registry};
use serde_json::Value;
use statement::Act;

use crate::lookup::{self, AsOf, Kind, Record};

/// Things that are looked at for one statement: an act names a few; one with thousands of certificates is not told whole.
pub const CHANGED_MAX: usize = 100;

/// Something on record that a statement would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// What it is: `party`, `measure`, `certificate`, `procedure` …; `act` where no record shows it.
    pub kind: &'static str,
    /// Its identifier.
    pub id: String,
    /// Whether nothing was on record under it.
    pub is_new: bool,
    /// Facts that would be made.
    pub makes: Vec<Made>,
    /// The day for which `turns` compares: the first day of the facts, and not before today.
    pub on: Date,
    /// What would stand otherwise on that day: what ends and what begins.
    pub turns: Vec<Turn>,
}

/// A fact that would be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What it is about: `suspensions`, `designations`, `versions` …
    pub about: &'static str,
    /// First valid day.
    pub from: Option<Date>,
    /// First day on which it is no longer valid.
    pub until: Option<Date>,
}

/// Something that would stand otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// What: `in_force`, `state`, `keys` …
    pub what: String,
    /// As it stands without the statement; null if it does not.
    pub before: Value,
    /// As it would stand; null if it would not.
    pub after: Value,
}

/// The registry before a statement and after it.
pub(super) struct Compared<'r> {
    pub(super) before: &'r Registry,
    pub(super) after: &'r Registry,
    pub(super) today: Date,
}

impl Compared<'_> {
    /// What the statement changes.
    pub(super) fn changes(&self, logged: &LoggedStatement) -> Vec<Changed> {
        let act = &logged.payload().act;
        if let Some(changes) = self.certificates(act) {
            return changes;
        }
        let at = logged.index();
        let names = names(act);
        let mut changes: Vec<_> = names.iter().filter_map(|name| self.record(act, name, at)).collect();
        if changes.is_empty() {
            changes = names.iter().filter_map(|name| self.journal(name, at)).collect();
        }
        if changes.is_empty() {
            let (id, made) = (logged.payload().id.to_string(), made_by(act));
            changes.push(Changed { kind: "act", id, is_new: true, ..self.changed(vec![made]) });
        }
        changes
    }

    fn record(&self, act: &Act, name: &str, at: LogIndex) -> Option<Changed> {
        let kind = kind_of(self.after, act, name)?;
        let look = |registry: &Registry, on| {
            let as_of = as_of(registry, on);
            lookup::record_in(registry, as_of, kind, name).ok().flatten()
        };
        let after = look(self.after, self.today)?;
        let made = after.facts.iter().flat_map(|(about, facts)| {
            let new = facts.iter().filter(|fact| fact.at == at);
            new.map(|fact| Made { about, from: fact.from, until: fact.until })
        });
        let changed = self.changed(made.collect());
        let before = look(self.before, changed.on);
        let after = look(self.after, changed.on)?;
        let is_new = before.is_none();
        let turns = turns(before.as_ref(), &after);
        let found = Changed { kind: kind.as_str(), id: name.to_owned(), is_new, turns, ..changed };
        (!found.makes.is_empty() || !found.turns.is_empty()).then_some(found)
    }

    fn journal(&self, name: &str, at: LogIndex) -> Option<Changed> {
        let id: InstrumentId = name.parse().ok()?;
        let knowledge = self.after.knowledge();
        let last = self.after.journal(&id)?.known(knowledge).next_back().filter(|last| last.at == at)?;
        let kind = match self.after.journal_kind(&id)? {
            JournalKind::Need => "need",
            JournalKind::Procedure => "procedure",
            JournalKind::Objective => "objective",
            JournalKind::StandardWork => "standard_work",
            JournalKind::Interpretation => "interpretation",
            JournalKind::ProposedRegulation => "proposed_regulation",
        };
        let made = Made { about: last.value.act.name(), from: Some(last.from), until: last.until };
        let is_new = self.before.journal(&id).is_none();
        Some(Changed { kind, id: id.to_string(), is_new, ..self.changed(vec![made]) })
    }

    /// Certificates are in no record of the registry: the act itself says what becomes of each.
    fn certificates(&self, act: &Act) -> Option<Vec<Changed>> {
        let one = |number: &model::CertificateNumber, is_new, made| Changed {
            kind: Kind::Certificate.as_str(),
            id: number.to_string(),
            is_new,
            ..self.changed(vec![made])
        };
        match act {
            Act::CertificatesIssued(act) => {
                let issued = act.certificates.iter().take(CHANGED_MAX).map(|certificate| {
                    let (from, until) = (Some(certificate.issued_on), certificate.expires_on);
                    one(&certificate.number, true, Made { about: "issued", from, until })
                });
                Some(issued.collect())
            }
            Act::CertificatesChanged(act) => {
                let changed = act.changes.iter().take(CHANGED_MAX).map(|change| {
                    let (about, from) = (lookup::change_name(&change.change), Some(change.on));
                    one(&change.number, false, Made { about, from, until: None })
                });
                Some(changed.collect())
            }
            _ => None,
        }
    }

    fn changed(&self, makes: Vec<Made>) -> Changed {
        let first = makes.iter().filter_map(|made| made.from).min().unwrap_or(self.today);
        let on = first.max(self.today);
        Changed { kind: "", id: String::new(), is_new: false, makes, on, turns: Vec::new() }
    }
}

fn as_of(registry: &Registry, on: Date) -> AsOf {
    let size = registry.size();
    AsOf { on, known_at: LogIndex(size.saturating_sub(1)), log_size: size, root: String::new() }
}

fn turns(before: Option<&Record>, after: &Record) -> Vec<Turn> {
    let force = |record: Option<&Record>| record.and_then(|record| record.in_force).map(Value::from);
    let standing = |record: Option<&Record>, name: &str| record.and_then(|r| r.standing.get(name).cloned());
    let names = after.standing.keys().chain(before.into_iter().flat_map(|before| before.standing.keys()));
    let mut names: Vec<&String> = names.collect();
    names.sort_unstable();
    names.dedup();
    let in_force = ("in_force", force(before), force(Some(after)));
    let others =
        names.into_iter().map(|name| (name.as_str(), standing(before, name), standing(Some(after), name)));
    std::iter::once(in_force)
        .chain(others)
        .filter(|(_, before, after)| before != after)
        .map(|(what, before, after)| Turn {
            what: what.to_owned(),
            before: before.unwrap_or_default(),
            after: after.unwrap_or_default(),
        })
        .collect()
}

/// Every text in an act that may be an identifier, once, in the order of its fields.
fn names(act: &Act) -> Vec<String> {
    fn walk(value: &Value, names: &mut Vec<String>) {
        match value {
            Value::String(text) if names.len() < CHANGED_MAX && !names.contains(text) => {
                names.push(text.clone());
            }
            Value::Array(list) => list.iter().for_each(|value| walk(value, names)),
            Value::Object(fields) => fields.values().for_each(|value| walk(value, names)),
            _ => {}
        }
    }
    let mut names = Vec::new();
    walk(&serde_json::to_value(act).unwrap_or_default(), &mut names);
    names
}

/// The record that shows what is said about an identifier.
fn kind_of(registry: &Registry, act: &Act, name: &str) -> Option<Kind> {
    let of_country =
        matches!(act, Act::CountryRegistered(_) | Act::GroupRegistered(_) | Act::MembershipStated(_));
    if of_country && name.parse().is_ok_and(|code| registry.knows(code)) {
        return Some(Kind::Country);
    }
    if name.parse::<PartyId>().is_ok_and(|party| registry.party(&party).is_some()) {
        return Some(Kind::Party);
    }
    if let Ok(id) = name.parse::<InstrumentId>() {
        let kinds = [
            (registry.annex(&id).is_some(), Kind::Annex),
            (registry.agreement(&id).is_some(), Kind::Agreement),
            (registry.objective(&id).is_some(), Kind::Objective),
            (registry.regulation(&id).is_some(), Kind::Regulation),
            (registry.additional(&id).is_some(), Kind::Regulation),
            (registry.measure(&id).is_some(), Kind::Measure),
            (registry.prior_decision(&id).is_some(), Kind::PriorDecision),
            (registry.equivalence(&id).is_some(), Kind::Equivalence),
        ];
        if let Some((_, kind)) = kinds.into_iter().find(|(found, _)| *found) {
            return Some(kind);
        }
    }
    let standard = name.parse::<StandardReference>().ok()?;
    registry.standard_series(standard.series()).map(|_| Kind::Standard)
}

/// The fact as the act states it, where no record shows it.
fn made_by(act: &Act) -> Made {
    let value = serde_json::to_value(act).unwrap_or_default();
    let day = |names: &[&str]| names.iter().find_map(|name| value[*name].as_str()?.parse().ok());
    Made { about: act.name(), from: day(&["from", "since", "on"]), until: day(&["until"]) }
}
