//! Writing out what is on record, row by row, as JSON lines or as a table.

use std::io::{self, Write};

use serde_json::{Map, Value, json};
use store::{StoreError, Which};

use crate::app::App;
use crate::load::Progress;
use crate::lookup::{Kind, LIST_MAX, LookupError, Select, When};

/// Entries or certificates read at a time.
const PAGE: usize = 500;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Certificates as they stand today, in the order of their issue.
    Certificates,
    /// Statements in the order of the log.
    Statements,
    /// Standards.
    Standards,
    /// Parties other than countries.
    Parties,
    /// Technical regulations.
    Regulations,
    /// Agreements.
    Agreements,
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One JSON object a line.
    JsonLines,
    /// Comma-separated values (RFC 4180) with a header. Nested values are JSON.
    Csv,
}

/// Why it was not written to the end.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// It cannot be read.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It cannot be written.
    #[error("the output cannot be written ({0}): check where it goes")]
    Output(#[from] io::Error),
}

/// Writes it out and counts the rows. Everything is of one published state.
///
/// # Errors
/// [`ExportError`]; what was written so far stays.
pub fn export(
    app: &App,
    what: What,
    format: Format,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(Progress),
) -> Result<u64, ExportError> {
    let mut rows = Rows { out, format, header: columns(what), written: 0 };
    rows.begin()?;
    match what {
        What::Certificates => certificates(app, &mut rows, progress)?,
        What::Statements => statements(app, &mut rows, progress)?,
        What::Standards => listed(app, Kind::Standard, &mut rows, progress)?,
        What::Parties => listed(app, Kind::Party, &mut rows, progress)?,
        What::Regulations => listed(app, Kind::Regulation, &mut rows, progress)?,
        What::Agreements => listed(app, Kind::Agreement, &mut rows, progress)?,
    }
    Ok(rows.written)
}

fn columns(what: What) -> &'static [&'static str] {
    match what {
        What::Certificates => &[
            "number",
            "status",
            "issuer",
            "holder",
            "responsible",
            "kind",
            "products",
            "conforms_to",
            "standards",
            "procedure",
            "designating_party",
            "issued_on",
            "expires_on",
            "statement",
        ],
        What::Statements => &["position", "day", "signer", "id", "act", "statement"],
        What::Standards | What::Parties | What::Regulations | What::Agreements => {
            &["id", "title_en", "title_fr", "country", "in_force", "standing"]
        }
    }
}

struct Rows<'o> {
    out: &'o mut dyn Write,
    format: Format,
    header: &'static [&'static str],
    written: u64,
}

impl Rows<'_> {
    fn begin(&mut self) -> io::Result<()> {
        match self.format {
            Format::JsonLines => Ok(()),
            Format::Csv => writeln!(self.out, "{}", self.header.join(",")),
        }
    }

    fn write(&mut self, row: &Map<String, Value>) -> io::Result<()> {
        self.written += 1;
        match self.format {
            Format::JsonLines => {
                serde_json::to_writer(&mut *self.out, row)?;
                writeln!(self.out)
            }
            Format::Csv => {
                let cells: Vec<_> =
                    self.header.iter().map(|name| cell(row.get(*name).unwrap_or(&Value::Null))).collect();
                writeln!(self.out, "{}", cells.join(","))
            }
        }
    }
}

/// A cell of a table. What a spreadsheet would take for a formula is marked as text with an apostrophe.
fn cell(value: &Value) -> String {
    let text = match value {
        Value::Null => return String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

fn certificates(
    app: &App,
    rows: &mut Rows<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ExportError> {
    let total = app.store().count(None)?;
    let state = app.state();
    let (knowledge, today) = (state.registry().knowledge(), app.clock().today());
    let up_to = model::LogIndex(state.size().saturating_sub(1));
    let mut after = None;
    loop {
        let listed = app.store().list(None, after, PAGE)?;
        let Some(last) = listed.last() else { return Ok(()) };
        after = Some(last.sequence);
        let numbers: Vec<_> = listed.iter().map(|listed| listed.number.clone()).collect();
        for facts in app.store().facts(&numbers, up_to)?.into_iter().flatten() {
            let standing = facts.on(today, knowledge);
            let mut row = object(serde_json::to_value(standing.content).unwrap_or_default());
            row.insert("products".into(), json!(standing.products));
            row.insert("conforms_to".into(), json!(standing.conforms_to));
            row.insert("number".into(), json!(facts.issued.number));
            row.insert("status".into(), crate::lookup::status(&standing, today).into());
            row.insert("issuer".into(), json!(facts.issuer));
            row.insert("holder".into(), json!(standing.holder));
            row.insert("responsible".into(), json!(standing.responsible));
            row.insert("statement".into(), json!(facts.at));
            rows.write(&row)?;
        }
        progress(Progress { done: rows.written, total });
    }
}

fn statements(app: &App, rows: &mut Rows<'_>, progress: &mut dyn FnMut(Progress)) -> Result<(), ExportError> {
    let total = app.state().size();
    let mut next = 0;
    while next < total {
        let entries = app.store().entries(next, PAGE, Which::All)?;
        let Some(last) = entries.last() else { return Ok(()) };
        next = last.index.0 + 1;
        for entry in entries.iter().filter(|entry| entry.index.0 < total) {
            let row = json!({
                "position": entry.index, "day": entry.day, "signer": entry.signer, "id": entry.id,
                "act": entry.act, "statement": String::from_utf8_lossy(&entry.jws),
            });
            rows.write(&object(row))?;
        }
        progress(Progress { done: next, total });
    }
    Ok(())
}

fn listed(
    app: &App,
    kind: Kind,
    rows: &mut Rows<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ExportError> {
    let mut select = Select { limit: LIST_MAX, ..Select::default() };
    loop {
        let page = app.list(kind, &select)?;
        for listed in &page.rows {
            let record = app.record(kind, &listed.id, When::default())?;
            let title = |language: &str| record.title.0.get(language).cloned();
            let row = json!({
                "id": record.id, "title_en": title("en"), "title_fr": title("fr"), "country": record.country,
                "in_force": record.in_force, "standing": record.standing,
            });
            rows.write(&object(row))?;
        }
        progress(Progress { done: rows.written, total: rows.written });
        match page.next {
            Some(next) => select.after = Some(next),
            None => return Ok(()),
        }
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_are_no_formulas() {
        assert_eq!(cell(&json!("a,b")), "\"a,b\"");
        assert_eq!(cell(&json!("say \"x\"")), "\"say \"\"x\"\"\"");
        assert_eq!(cell(&json!("=1+1")), "'=1+1");
        assert_eq!(cell(&json!(["a"])), "\"[\"\"a\"\"]\"");
        assert_eq!(cell(&Value::Null), "");
    }
}
