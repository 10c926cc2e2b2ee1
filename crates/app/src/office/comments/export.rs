//! Comments as rows of a table.

use super::read::{CommentView, Shown};

/// Names of the columns.
pub fn csv_header() -> [&'static str; 14] {
    [
        "procedure",
        "draft",
        "number",
        "received_on",
        "late",
        "state",
        "about",
        "name",
        "organisation",
        "country",
        "language",
        "text",
        "reason",
        "leaf",
    ]
}

impl CommentView {
    /// The comment as a row. A cell that a spreadsheet would take for a formula has an apostrophe before it; the JSON
    /// is exact.
    pub fn csv_row(&self) -> [String; 14] {
        let mut row: [String; 14] = std::array::from_fn(|_| String::new());
        row[0] = self.procedure.clone();
        row[1] = self.draft.to_string();
        row[2] = self.number.to_string();
        row[3] = self.received_on.to_string();
        row[4] = self.late.to_string();
        match &self.shown {
            Shown::Published { about, name, organisation, country, language, text, leaf, .. } => {
                row[5] = "published".into();
                let cells = [about, name, organisation, country, language, text];
                cells.iter().enumerate().for_each(|(place, cell)| row[6 + place] = as_text(cell));
                row[13] = leaf.clone();
            }
            Shown::Declined { reason } => {
                row[5] = "declined".into();
                row[12] = as_text(reason);
            }
        }
        row
    }
}

fn as_text(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}
