//! Certificates from a table, each row checked by itself and against the registry.

use std::collections::HashMap;
use std::io::Read;

use model::StatementId;
use registry::admissible;
use serde_json::{Map, Value};
use statement::Payload;
use statement::act::{Act, Certificate, CertificatesIssued};
use store::{Pending, StoreError};

use super::mapping::Bound;
use super::{Mapping, MappingError, Refused};
use crate::app::App;

/// Longest field that is read, in bytes; a longer one is damage, or no table.
const ROW_BYTES_MAX: usize = 256 * 1024;

/// What a table holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Certificates {
    /// Rows that can be imported, in their order.
    pub good: Vec<Row>,
    /// Rows that cannot, or what is wrong with them; of each the first thing.
    pub refused: Vec<Refused>,
    /// Rows that are on record already with the same issuer; of these nothing else is checked.
    pub known: Vec<Refused>,
    /// Rows read.
    pub rows: u64,
}

/// A row that can be imported.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Line of the file, counted from 1.
    pub line: u64,
    /// What it says. Its status index is set when batches are made.
    pub certificate: Certificate,
}

/// Reads a table and checks every row, against the registry as it is published now. Nothing is written.
/// `told` hears the number of rows read so far.
///
/// # Errors
/// When the mapping does not fit the table, or the store cannot be read. What is wrong with a row is no error.
pub fn read_certificates(
    app: &App,
    table: impl Read,
    mapping: &Mapping,
    told: &mut dyn FnMut(u64),
) -> Result<Certificates, MappingError> {
    let delimiter = u8::try_from(mapping.delimiter).map_err(|_| MappingError::Delimiter)?;
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(table);
    let header = reader.headers().map_err(|error| MappingError::Malformed(error.to_string()))?.clone();
    // Some programs write a mark before the first name.
    let header: Vec<_> = header.iter().map(|name| name.trim_start_matches('\u{feff}').to_owned()).collect();
    let bound = mapping.bind(&header)?;
    let mut check = Check::new(app, mapping, header.len());
    let mut found = Certificates::default();
    let mut row = csv::StringRecord::new();
    loop {
        let line = reader.position().line();
        match reader.read_record(&mut row) {
            Ok(false) => return Ok(found),
            Ok(true) => {
                let line = row.position().map_or(line, csv::Position::line);
                check.row(line, &row, &bound, &mut found);
            }
            Err(error) => found.refused.push(Refused {
                line,
                id: String::new(),
                field: String::new(),
                message: format!("the row cannot be read ({error}): write it as UTF-8 text"),
            }),
        }
        found.rows += 1;
        told(found.rows);
    }
}

struct Check<'a> {
    app: &'a App,
    mapping: &'a Mapping,
    columns: usize,
    /// Numbers in this file, with the line on which each was first seen.
    seen: HashMap<String, u64>,
    next_index: Result<u64, StoreError>,
}

impl<'a> Check<'a> {
    fn new(app: &'a App, mapping: &'a Mapping, columns: usize) -> Self {
        let next_index = app.store().next_status_index(&mapping.issuer);
        Self { app, mapping, columns, seen: HashMap::new(), next_index }
    }

    fn row(&mut self, line: u64, row: &csv::StringRecord, bound: &Bound<'_>, found: &mut Certificates) {
        let refused =
            |id: &str, field: String, message: String| Refused { line, id: id.to_owned(), field, message };
        if row.len() != self.columns {
            let message = format!(
                "the row has {} cells and the table {} columns: check quotes and separators",
                row.len(),
                self.columns
            );
            return found.refused.push(refused("", String::new(), message));
        }
        if row.as_slice().len() > ROW_BYTES_MAX {
            let message = format!("the row has more than {ROW_BYTES_MAX} bytes: check quotes and separators");
            return found.refused.push(refused("", String::new(), message));
        }
        let fields = match bound.fields(row) {
            Ok(fields) => fields,
            Err((field, message)) => return found.refused.push(refused("", field, message)),
        };
        let id = fields
            .get("number")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .chars()
            .take(80)
            .collect::<String>();
        match self.certificate(fields, line) {
            Ok(certificate) if self.is_known(&certificate) => {
                found.known.push(refused(&id, "number".into(), "on record already".into()));
            }
            Ok(certificate) => match self.admissible(&certificate) {
                Ok(()) => found.good.push(Row { line, certificate }),
                Err(message) => found.refused.push(refused(&id, String::new(), message)),
            },
            Err((field, message)) => found.refused.push(refused(&id, field, message)),
        }
    }

    fn certificate(
        &mut self,
        mut fields: Map<String, Value>,
        line: u64,
    ) -> Result<Certificate, (String, String)> {
        fields.insert("status_index".into(), 0.into());
        let certificate: Certificate = serde_path_to_error::deserialize(Value::Object(fields))
            .map_err(|error| (error.path().to_string(), error.into_inner().to_string()))?;
        if let Some(first) = self.seen.insert(certificate.number.to_string(), line) {
            let message = format!("the number stands on line {first} too: give each certificate its own");
            return Err(("number".to_owned(), message));
        }
        Ok(certificate)
    }

    fn is_known(&self, certificate: &Certificate) -> bool {
        let heads = self.app.store().heads(std::slice::from_ref(&certificate.number));
        let head = heads.ok().and_then(|heads| heads.into_iter().next().flatten());
        head.is_some_and(|head| head.issuer == self.mapping.issuer)
    }

    /// As if the row were submitted alone.
    fn admissible(&self, certificate: &Certificate) -> Result<(), String> {
        let status_index = self.next_index.clone().map_err(|error| error.to_string())?;
        let payload =
            payload(&self.mapping.issuer, "row", vec![Certificate { status_index, ..certificate.clone() }])?;
        let payload = Payload::from_value(payload.to_value()).map_err(|error| error.to_string())?;
        let state = self.app.state();
        let pending = Pending::new(self.app.store());
        admissible(state.registry(), &pending, &payload, self.app.clock().today())
            .map_err(|error| error.to_string())
    }
}

/// A statement of certificates.
pub(super) fn payload(
    issuer: &model::PartyId,
    id: &str,
    certificates: Vec<Certificate>,
) -> Result<Payload, String> {
    let id: StatementId = id.parse().map_err(|error: model::IdentifierError| error.to_string())?;
    let act = Act::from(CertificatesIssued { issuer: issuer.clone(), certificates });
    Ok(Payload { id, signer: issuer.clone(), made_on: None, reported: None, act })
}
