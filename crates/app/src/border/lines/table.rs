//! Lines as a table (CSV): a row is a line, and each gets a row of the result, whatever is wrong with it.

use std::io::{BufWriter, Read, Write};

use csv::StringRecord;
use serde_json::{Map, Value};
use tlog::{Frontier, leaf_hash};

use super::line::{LINE_BYTES_MAX, Line, LineError};
use super::{Answered, Lines};

/// Rows of one table: a day of a large declarant. The rest of a longer table is not read.
pub const TABLE_ROWS_MAX: u64 = 100_000;
/// Bytes of one table.
pub const TABLE_BYTES_MAX: u64 = 64 * 1_048_576;
/// Bytes of a usual row of the result.
const ROW_BYTES: usize = 512;
/// Bytes of a result that is checked: a table of the largest size, with what every row gets beside it.
pub const RESULT_BYTES_MAX: u64 = 4 * TABLE_BYTES_MAX;
/// Rows answered and signed together.
const TOGETHER: usize = 256;

/// Columns that are read, by their heading, each with its place in a line. `declaration` and `importing` are needed.
pub const COLUMNS: [(&str, &str); 26] = [
    ("declaration", "/declaration/value"),
    ("declaration_type", "/declaration/type"),
    ("item", "/declaration/item"),
    ("importing", "/importing"),
    ("on", "/on"),
    ("code", "/commodity/code"),
    ("edition", "/commodity/edition"),
    ("origin", "/origin"),
    ("consigned_from", "/consigned_from"),
    ("gtin", "/products/gtin"),
    ("model", "/products/model"),
    ("brand", "/products/brand"),
    ("serial", "/products/serial"),
    ("lot", "/lot"),
    ("certificate", "/certificates/number"),
    ("credential", "/certificates/credential"),
    ("certifier", "/certificates/certifier"),
    ("product", "/certificates/product"),
    ("version", "/certificates/version"),
    ("foreign_number", "/certificates/foreign_number"),
    ("issuer", "/certificates/issuer"),
    ("passport", "/certificates/passport"),
    ("holder", "/holder"),
    ("produced_on", "/produced_on"),
    ("quantity", "/quantity/value"),
    ("unit", "/quantity/unit"),
];
/// Columns without which a table is none of lines.
const NEEDED: [&str; 2] = ["declaration", "importing"];

/// Columns of the result.
pub const RESULT_COLUMNS: [&str; 13] = [
    "row",
    "declaration",
    "item",
    "importing",
    "outcome",
    "advice",
    "because",
    "certificate",
    "expires",
    "reasons",
    "log_size",
    "decision_sha256",
    "problem",
];

/// Why a table is not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// A heading is none of ours.
    #[error("the column `{0}` is not known: see the columns in the documentation, or leave it out")]
    Column(String),
    /// A heading stands twice.
    #[error("the column `{0}` stands twice: leave one out")]
    ColumnTwice(String),
    /// A column is missing.
    #[error("the column `{0}` is missing: the first row names the columns")]
    ColumnMissing(&'static str),
    /// It cannot be read.
    #[error("the table cannot be read: {0}; save it as CSV in UTF-8")]
    Read(String),
    /// The result cannot be written.
    #[error("the result cannot be written: {0}; check where it goes")]
    Write(String),
}

/// What became of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableSummary {
    /// Rows that were read.
    pub rows: u64,
    /// Of these, rows that could not be answered.
    pub refused: u64,
    /// The signature over all rows of the result, as a compact JWS: see [`super::verify_table`]. `None` where the lines have
    /// no key.
    pub manifest: Option<String>,
}

/// Writes rows of a result, and keeps the root of those that it wrote.
struct Rows<W> {
    output: W,
    written: Frontier,
}

/// A table whose headings were read.
pub struct Table<R> {
    reader: csv::Reader<R>,
    columns: Vec<&'static str>,
}

impl<R: Read> Table<R> {
    /// Reads the headings. Cells are separated by commas or, if the first row has none, by semicolons.
    ///
    /// # Errors
    /// [`TableError`].
    pub fn open(input: R, delimiter: u8) -> Result<Self, TableError> {
        let mut builder = csv::ReaderBuilder::new();
        builder.delimiter(delimiter).flexible(true).trim(csv::Trim::All);
        let mut reader = builder.from_reader(input);
        let headings = reader.headers().map_err(|error| TableError::Read(error.to_string()))?.clone();
        let mut columns: Vec<&'static str> = Vec::new();
        for heading in &headings {
            // Spreadsheets begin a file with a mark of its encoding.
            let heading = heading.trim_start_matches('\u{feff}').to_lowercase();
            let cut = || heading.chars().take(60).collect::<String>();
            let known = COLUMNS.iter().find(|(name, _)| *name == heading);
            let (name, _) = known.ok_or_else(|| TableError::Column(cut()))?;
            if columns.contains(name) {
                return Err(TableError::ColumnTwice(cut()));
            }
            columns.push(name);
        }
        match NEEDED.iter().find(|needed| !columns.contains(*needed)) {
            Some(missing) => Err(TableError::ColumnMissing(missing)),
            None => Ok(Self { reader, columns }),
        }
    }

    /// Answers every row and writes a row of the result for each. `progress` is told how many rows are done.
    ///
    /// # Errors
    /// When the table or the result breaks off; what was answered before is written.
    pub fn answer(
        mut self,
        lines: &Lines,
        output: impl Write,
        progress: &mut dyn FnMut(u64),
    ) -> Result<TableSummary, TableError> {
        let mut written = Rows { output: BufWriter::new(output), written: Frontier::new() };
        written.write(&RESULT_COLUMNS)?;
        let mut summary = TableSummary::default();
        loop {
            let records = self.next_rows(TABLE_ROWS_MAX.saturating_sub(summary.rows))?;
            if records.is_empty() {
                break;
            }
            let read: Vec<_> = records.iter().map(|record| self.line(record)).collect();
            for (record, answered) in records.iter().zip(lines.answer_parsed(read)) {
                summary.rows += 1;
                summary.refused += u64::from(answered.is_err());
                // The first row of the table has the headings.
                let row = self.result(summary.rows + 1, record, &answered);
                written.write(&row)?;
            }
            written.flush()?;
            progress(summary.rows);
        }
        written.flush()?;
        summary.manifest = lines.sign_table(&written.written);
        Ok(summary)
    }

    fn next_rows(&mut self, at_most: u64) -> Result<Vec<StringRecord>, TableError> {
        let mut records = Vec::new();
        let at_most = usize::try_from(at_most).unwrap_or(TOGETHER).min(TOGETHER);
        for record in self.reader.records().take(at_most) {
            match record {
                Ok(record) => records.push(record),
                // Bytes that are no text spoil their row alone.
                Err(error) if matches!(error.kind(), csv::ErrorKind::Utf8 { .. }) => {
                    records.push(StringRecord::new());
                }
                Err(error) => return Err(TableError::Read(error.to_string())),
            }
        }
        Ok(records)
    }

    /// The row as a line: the cells in their places, empty ones left out.
    fn line(&self, record: &StringRecord) -> Result<Line, LineError> {
        if record.len() > self.columns.len() {
            let reason = "the row has more cells than there are columns".to_owned();
            return Err(LineError::Malformed { at: ".".to_owned(), reason });
        }
        let mut line = Map::new();
        for (column, cell) in self.columns.iter().zip(record).filter(|(_, cell)| !cell.is_empty()) {
            put(&mut line, column, cell);
        }
        let declaration = line.entry("declaration").or_insert_with(|| Value::Object(Map::new()));
        if let Some(declaration) = declaration.as_object_mut() {
            declaration.entry("type").or_insert_with(|| "mrn".into());
        }
        let json = Value::Object(line).to_string();
        if json.len() > LINE_BYTES_MAX {
            return Err(LineError::TooLong { found: json.len() });
        }
        Line::parse(json.as_bytes())
    }

    fn result(
        &self,
        row: u64,
        record: &StringRecord,
        answered: &Result<Answered, LineError>,
    ) -> [String; RESULT_COLUMNS.len()] {
        let cell = |name: &str| {
            let place = self.columns.iter().position(|column| *column == name);
            plain(place.and_then(|place| record.get(place)).unwrap_or_default())
        };
        let (declaration, item, importing) = (cell("declaration"), cell("item"), cell("importing"));
        let of = |answer: &super::LineAnswer| {
            let expires = answer.expires.map(|expiry| expiry.on.to_string()).unwrap_or_default();
            let sha256 = answer.decision.as_ref().map(|decision| decision.sha256.clone());
            [
                answer.outcome.to_owned(),
                answer.treatment.advice.as_str().to_owned(),
                answer.treatment.because.to_owned(),
                answer.certificate().map(|number| plain(number.as_str())).unwrap_or_default(),
                expires,
                answer.reasons.join(" "),
                answer.log.size.to_string(),
                sha256.unwrap_or_default(),
                String::new(),
            ]
        };
        let told = match answered {
            Ok(answered) => of(&answered.answer),
            Err(error) => {
                let mut told: [String; 9] = Default::default();
                told[8] = error.to_string();
                told
            }
        };
        let [outcome, advice, because, certificate, expires, reasons, log_size, sha256, problem] = told;
        [
            row.to_string(),
            declaration,
            item,
            importing,
            outcome,
            advice,
            because,
            certificate,
            expires,
            reasons,
            log_size,
            sha256,
            problem,
        ]
    }
}

impl<W: Write> Rows<W> {
    fn write<T: AsRef<[u8]>>(&mut self, cells: &[T]) -> Result<(), TableError> {
        let failed = |error: &dyn std::fmt::Display| TableError::Write(error.to_string());
        let mut row = csv::WriterBuilder::new().buffer_capacity(ROW_BYTES).from_writer(Vec::new());
        row.write_record(cells).map_err(|error| failed(&error))?;
        let row = row.into_inner().map_err(|error| failed(&error))?;
        self.written.append(leaf_hash(&row));
        self.output.write_all(&row).map_err(|error| failed(&error))
    }

    fn flush(&mut self) -> Result<(), TableError> {
        self.output.flush().map_err(|error| TableError::Write(error.to_string()))
    }
}

/// The rows of a result as they stand in a file, with their headings, to be checked with [`super::verify_table`].
///
/// # Errors
/// When it cannot be read, or is no table.
pub fn rows_of(result: &[u8]) -> Result<Frontier, TableError> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(result);
    let (mut rows, mut record, mut begin) = (Frontier::new(), csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut record).map_err(|error| TableError::Read(error.to_string()))? {
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).min(result.len());
        rows.append(leaf_hash(&result[begin..end]));
        begin = end;
    }
    Ok(rows)
}

/// Puts a cell into its place.
fn put(line: &mut Map<String, Value>, column: &str, cell: &str) {
    let place = COLUMNS.iter().find(|(name, _)| *name == column).map_or("", |(_, place)| place);
    let mut steps = place.trim_start_matches('/').split('/');
    let (first, second) = (steps.next().unwrap_or_default().to_owned(), steps.next());
    // Numbers that are none are left as texts, so that their place is told.
    let number = || cell.parse::<u32>().map_or_else(|_| Value::from(cell), Value::from);
    let value = match column {
        "item" | "edition" => number(),
        _ => Value::from(cell),
    };
    let Some(second) = second else {
        line.insert(first, value);
        return;
    };
    match first.as_str() {
        "products" => {
            let list = line.entry(first).or_insert_with(|| Value::Array(Vec::new()));
            if let Some(list) = list.as_array_mut() {
                list.push(serde_json::json!({ "scheme": second, "value": value }));
            }
        }
        "certificates" => {
            let list = line.entry(first).or_insert_with(|| serde_json::json!([{}]));
            list[0][second] = value;
        }
        _ => {
            let object = line.entry(first).or_insert_with(|| Value::Object(Map::new()));
            object[second] = value;
        }
    }
}

/// A cell that a spreadsheet will not take for a formula.
fn plain(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

/// What separates cells, by the first row of a table.
pub fn delimiter(beginning: &[u8]) -> u8 {
    let first = beginning.split(|byte| *byte == b'\n').next().unwrap_or_default();
    if !first.contains(&b',') && first.contains(&b';') { b';' } else { b',' }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn first(table: &str) -> Result<Line, LineError> {
        let mut table = Table::open(table.as_bytes(), delimiter(table.as_bytes())).unwrap();
        let record = table.next_rows(10).unwrap().remove(0);
        table.line(&record)
    }

    #[test]
    fn a_row_is_a_line() {
        let line = first("\u{feff}Declaration;Item;importing;code;edition;gtin;model;certifier;product;version;quantity;unit\n26CH1;2;CH;851660;2022;09521000000377;K;A;B;1;12.5;KGM\n").unwrap();
        assert_eq!((line.declaration.value.as_str(), line.declaration.item), ("26CH1", 2));
        assert_eq!(line.products.len(), 2);
        assert_eq!(line.certificates[0].version.as_deref(), Some("1"));
        assert_eq!(line.quantity.unwrap().value, "12.5");
    }

    #[test]
    fn what_is_wrong_with_a_row_is_told_with_its_place() {
        let at = |table: &str| match first(table) {
            Err(LineError::Malformed { at, .. }) => at,
            other => panic!("{other:?}"),
        };
        assert_eq!(at("declaration,importing,edition,code\nA,CH,year,851660\n"), "commodity.edition");
        assert_eq!(at("declaration,importing\nA,CH,more\n"), ".");
        assert_eq!(at("declaration,importing\n,CH\n"), "declaration");
    }

    #[test]
    fn headings_that_are_wrong_are_told() {
        let error = |table: &str| Table::open(table.as_bytes(), b',').map(|_| ()).unwrap_err();
        assert_eq!(error("declaration,importing,weight\n"), TableError::Column("weight".into()));
        assert_eq!(error("declaration,importing,importing\n"), TableError::ColumnTwice("importing".into()));
        assert_eq!(error("declaration\n"), TableError::ColumnMissing("importing"));
    }

    #[test]
    fn no_cell_of_the_result_is_a_formula() {
        assert_eq!((plain("=1+1"), plain("A=1")), ("'=1+1".to_owned(), "A=1".to_owned()));
    }
}
