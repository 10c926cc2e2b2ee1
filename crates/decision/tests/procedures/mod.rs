//! Lines of a history that ask about procedures instead of decisions:
//! `Procedure P on 2024-05-01.`, `Life of DEMO-1 on 2024-05-01.`, `Due on 2024-05-01.`
#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;

use law::term::TermState;
use law::{Finding, Outcome, Value};
use model::{Date, InstrumentId};
use testkit::World;

/// The answer in a few stable lines, with each finding for the count of what was seen; `None` for another line.
pub fn ask(world: &World, line: &str, mut see: impl FnMut(&Finding<'_>)) -> Option<String> {
    let words: Vec<&str> = line.trim().trim_end_matches('.').split_whitespace().collect();
    match words.as_slice() {
        ["Procedure", id, "on", day] => {
            Some(procedure(world, &id.parse().ok()?, day.parse().ok()?, &mut see))
        }
        ["Life", "of", id, "on", day] => Some(life(world, &id.parse().ok()?, day.parse().ok()?, &mut see)),
        ["Due", "on", day] => Some(due(world, day.parse().ok()?)),
        _ => None,
    }
}

fn procedure(world: &World, id: &InstrumentId, day: Date, see: &mut impl FnMut(&Finding<'_>)) -> String {
    let registry = world.registry();
    let Some(found) = procedure::procedure(registry, id, day, registry.knowledge()) else {
        return "not on record\n".into();
    };
    let mut text = format!("{}\n", found.stage.as_str());
    if let Some(call) = &found.call {
        let effect = if call.has_effect { "with effect" } else { "without effect" };
        let transmitted = call.transmitted.map(|(day, _)| format!(", transmitted {day}")).unwrap_or_default();
        let countries: Vec<_> = call.countries.iter().map(ToString::to_string).collect();
        let _ = writeln!(text, "  call of {} {effect}{transmitted}", countries.join(", "));
    }
    for participant in &found.participants {
        let until = participant.until.map(|until| format!(" until {until}")).unwrap_or_default();
        let _ = writeln!(
            text,
            "  {} {} since {}{until}",
            participant.country, participant.participation, participant.since
        );
    }
    for draft in &found.drafts {
        let agreed: Vec<_> = draft.agreed.iter().map(|agreed| agreed.country.to_string()).collect();
        let _ = writeln!(
            text,
            "  draft {} by {}, agreed by [{}]",
            draft.filed.draft,
            draft.filed.by,
            agreed.join(", ")
        );
    }
    findings(&mut text, &found.findings, see);
    text
}

fn life(world: &World, id: &InstrumentId, day: Date, see: &mut impl FnMut(&Finding<'_>)) -> String {
    let registry = world.registry();
    let Some(found) = procedure::objective(registry, id, day, registry.knowledge()) else {
        return "not on record\n".into();
    };
    let current = found.current.map_or("none".to_owned(), |version| version.to_string());
    let mut text = format!("version in force: {current}\n");
    for version in &found.versions {
        let on =
            version.established_on.map_or("not established".to_owned(), |on| format!("established {on}"));
        let superseded = version.superseded_on.map(|on| format!(", superseded {on}")).unwrap_or_default();
        let _ = writeln!(text, "  version {} {on}{superseded}", version.text.version);
    }
    for country in &found.countries {
        let _ = write!(text, "  {} version {}:", country.country, country.version);
        let days = [
            ("agreed", country.agreed.map(|(on, _)| on)),
            ("announced", country.announced.map(|(on, _)| on)),
            ("adopted", country.adopted.map(|(on, _)| on)),
            ("applies", country.applies_from),
            ("accepts", country.accepted.map(|(on, _)| on)),
        ];
        for (what, on) in days.iter().filter_map(|(what, on)| Some((what, (*on)?))) {
            let _ = write!(text, " {what} {on}");
        }
        text.push('\n');
    }
    findings(&mut text, &found.findings, see);
    text
}

fn due(world: &World, day: Date) -> String {
    let registry = world.registry();
    let mut text = String::new();
    for due in procedure::due(registry, day, registry.knowledge()) {
        let from = due.from.map_or("anybody".to_owned(), |country| country.to_string());
        let period = if due.period > 0 { format!(" year {}", due.period) } else { String::new() };
        let state = match due.state {
            TermState::Open => "open".to_owned(),
            TermState::Done(on) => format!("done {on}"),
            TermState::Late(on, days) => format!("done {on}, late by {days}"),
            TermState::Overdue(days) => format!("overdue by {days}"),
        };
        let _ =
            writeln!(text, "  {} {} {from}{period}: {state} ({})", due.due_on, due.rule.id, due.objective);
    }
    if text.is_empty() { "nothing\n".into() } else { text }
}

/// What is not met or unknown, with the facts but for positions; what is met is counted.
fn findings(text: &mut String, findings: &[Finding<'_>], see: &mut impl FnMut(&Finding<'_>)) {
    findings.iter().for_each(&mut *see);
    let met = findings.iter().filter(|finding| finding.outcome == Outcome::Met).count();
    let _ = writeln!(text, "  met: {met}");
    for finding in findings.iter().filter(|finding| finding.outcome != Outcome::Met) {
        let _ = write!(text, "  {} {}", finding.outcome.as_str(), finding.rule.id);
        for fact in &finding.facts {
            let value = match fact.value {
                Value::Text(value) => value.to_owned(),
                Value::Day(day) => day.to_string(),
                Value::Number(number) => number.to_string(),
                Value::Party(party) => party.to_string(),
                Value::Statement(_) => continue,
            };
            if !matches!(fact.name, "objective" | "entered_on") {
                let _ = write!(text, " {}={value}", fact.name);
            }
        }
        text.push('\n');
    }
}
