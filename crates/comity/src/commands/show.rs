//! `comity show`: what is on record about one thing.

use std::process::ExitCode;

use app::lookup::{AsOf, CertificateView, Kind, Record, When};
use app::{App, Receipt};
use clap::ValueEnum;
use model::{Date, LogIndex};
use serde_json::{Value, json};

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::Data;

/// What to show.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity show certificate DEMO-001\n  comity show country CH --json\n  comity show standard \"IEC 60335-1:2020\"\n  comity show agreement EU-CH --on 2020-01-01\n  comity show statement 42"
)]
pub struct Args {
    /// What kind of thing.
    kind: What,
    /// Its identifier: code, number, reference, or position in the log.
    id: String,
    /// The day; otherwise today.
    #[arg(long, value_name = "DATE", value_parser = model::parse_date)]
    on: Option<Date>,
    /// Last position of the log that is known; otherwise everything.
    #[arg(long, value_name = "N")]
    known_at: Option<u64>,
    #[command(flatten)]
    data: Data,
}

/// Kinds of things.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    Country,
    Party,
    Body,
    Standard,
    Regulation,
    Objective,
    Agreement,
    Annex,
    Measure,
    RecognitionDecision,
    Equivalence,
    Certificate,
    Statement,
}

/// Shows it.
pub fn run(args: &Args, console: Console) -> Ended {
    let app = data_dir::open_for_reading(args.data.directory(), console)?;
    let value = match args.kind {
        What::Statement => statement(&app, &args.id)?,
        What::Certificate => certificate(app.certificate(&args.id, when(args))?),
        other => record(app.record(kind(other), &args.id, when(args))?),
    };
    if console.is_json() {
        console.json(&value)?;
    } else {
        let mut text = String::new();
        write(&value, 0, &mut text);
        console.line(text.trim_end())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn when(args: &Args) -> When {
    When { on: args.on, known_at: args.known_at.map(LogIndex) }
}

fn kind(what: What) -> Kind {
    match what {
        What::Country => Kind::Country,
        What::Party => Kind::Party,
        What::Body => Kind::Body,
        What::Standard => Kind::Standard,
        What::Regulation => Kind::Regulation,
        What::Objective => Kind::Objective,
        What::Agreement => Kind::Agreement,
        What::Annex => Kind::Annex,
        What::Measure => Kind::Measure,
        What::RecognitionDecision => Kind::PriorDecision,
        What::Equivalence => Kind::Equivalence,
        What::Certificate | What::Statement => Kind::Certificate,
    }
}

fn statement(app: &App, id: &str) -> Result<Value, Failure> {
    let position: u64 = id.parse().map_err(|_| {
        Failure::new(format!("`{id}` is not a position of the log"), "write a number such as `42`")
    })?;
    let entry = app.entry(LogIndex(position))?;
    let receipt: &Receipt = &entry.receipt;
    Ok(json!({
        "position": position, "day": entry.entry.day, "key": entry.key_id, "statement": entry.payload.to_value(),
        "jws": String::from_utf8_lossy(&entry.entry.jws), "receipt": receipt,
    }))
}

fn certificate(view: CertificateView) -> Value {
    let history: Vec<_> = view
        .history
        .into_iter()
        .map(|event| {
            json!({
                "on": event.on, "event": event.event, "reason": event.reason, "statement": event.at,
                "reported": event.reported, "content": event.content,
            })
        })
        .collect();
    json!({
        "number": view.number, "status": view.status, "issuer": view.issuer, "holder": view.holder,
        "responsible": view.responsible, "reported_by": view.reported_by, "issued_at": view.issued_at,
        "content": view.content, "history": history, "as_of": as_of(&view.as_of),
    })
}

fn record(record: Record) -> Value {
    let stated = |stated: app::lookup::Stated| {
        json!({
            "statement": stated.at, "reported": stated.reported, "from": stated.from, "until": stated.until,
            "content": stated.content,
        })
    };
    let facts: serde_json::Map<String, Value> = record
        .facts
        .into_iter()
        .map(|(name, group)| (name.to_owned(), group.into_iter().map(stated).collect()))
        .collect();
    let related: Vec<_> = record
        .related
        .iter()
        .map(|to| json!({ "relation": to.relation, "kind": to.kind.as_str(), "id": to.id }))
        .collect();
    json!({
        "kind": record.kind.as_str(), "id": record.id, "title": record.title, "country": record.country,
        "in_force": record.in_force, "standing": record.standing, "facts": facts, "related": related,
        "as_of": as_of(&record.as_of),
    })
}

fn as_of(as_of: &AsOf) -> Value {
    json!({ "on": as_of.on, "known_at": as_of.known_at, "log_size": as_of.log_size, "root": as_of.root })
}

/// Writes a value for people: one line for each plain field, indented below its name; empty ones are left out.
fn write(value: &Value, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::Null => {}
                    Value::Object(inner) if inner.is_empty() => {}
                    Value::Array(items) if items.is_empty() => {}
                    Value::Object(_) | Value::Array(_) => {
                        out.push_str(&format!("{indent}{name}\n"));
                        write(value, depth + 1, out);
                    }
                    plain => out.push_str(&format!("{indent}{name:<16} {}\n", text(plain))),
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                match item {
                    Value::Object(_) | Value::Array(_) => {
                        out.push_str(&format!("{indent}-\n"));
                        write(item, depth + 1, out);
                    }
                    plain => out.push_str(&format!("{indent}- {}\n", text(plain))),
                }
            }
        }
        plain => out.push_str(&format!("{indent}{}\n", text(plain))),
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
