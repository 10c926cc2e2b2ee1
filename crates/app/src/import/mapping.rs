//! How the columns of a table become the fields of certificates.

use std::collections::BTreeMap;

use model::{Date, PartyId};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// A mapping with a comment on every part, to begin with.
pub const MAPPING_TEMPLATE: &str = r#"# How the columns of a table become certificates. Names and columns are examples.
# Each field takes `column`, `value` for the same in every row, or both: then `value` stands in for an empty cell.

issuer = "did:web:lab.example"     # who issued them, and signs the import
delimiter = ","                    # between columns
separator = ";"                    # between the parts of a cell that holds several

[certificate]
number = { column = "Certificate No" }
kind = { value = "certificate" }   # declaration, test_report, inspection_report, certificate, type_approval,
                                   # calibration_certificate
holder = { column = "Manufacturer", map = { "Example Ltd" = "did:web:maker.example" } }   # cells by name to identifiers
procedure = { value = "certification" }
issued_on = { column = "Issued", format = "%d/%m/%Y" }     # without `format`: 2026-01-31
expires_on = { column = "Expires", format = "%d/%m/%Y" }   # first day on which it is no longer in force
conforms_to = { column = "Law" }   # acts with their edition: JP-DENAN@2001
standards = { column = "Standards" }
designating_party = { value = "EU" }
# also: modules, basis, assessed_on, aliases (CERTIFIER/PRODUCT/VERSION), credential_sha256, differences_covered,
# report_number, report_laboratory, report_issued_on, responsible_persons_in, lawfully_marketed_in, conditions_met,
# production_conforms, same_product_as

[product]
hs = { column = "HS code" }
hs_edition = { value = "2022" }
description = { column = "Product" }
model = { column = "Model" }
# also: gtin, brand, batch, serial
"#;

/// How the columns of a table become certificates.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Who issued the certificates.
    pub issuer: PartyId,
    /// Between columns.
    #[serde(default = "comma")]
    pub(super) delimiter: char,
    /// Between the parts of a cell.
    #[serde(default = "semicolon")]
    separator: String,
    certificate: BTreeMap<String, From>,
    #[serde(default)]
    product: BTreeMap<String, From>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct From {
    column: Option<String>,
    value: Option<String>,
    #[serde(default)]
    map: BTreeMap<String, String>,
    format: Option<String>,
}

fn comma() -> char {
    ','
}

fn semicolon() -> String {
    ";".to_owned()
}

/// Why a mapping cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// Not TOML of this shape.
    #[error("the mapping cannot be read: {0}; compare with `comity import mapping-template`")]
    Malformed(String),
    /// A field that certificates do not have.
    #[error("certificates have no field `{0}`: see `comity import mapping-template` for their names")]
    UnknownField(String),
    /// A field that every certificate needs.
    #[error("the mapping does not say where `{0}` comes from: give it a `column` or a `value`")]
    Missing(&'static str),
    /// Neither column nor value.
    #[error("`{0}` has neither `column` nor `value`: give it one")]
    Empty(String),
    /// A column that the table does not have.
    #[error("`{field}` is to come from the column `{column}`, which the table does not have: it has {found}")]
    NoColumn {
        /// Field of the mapping.
        field: String,
        /// Column it names.
        column: String,
        /// Columns found.
        found: String,
    },
    /// A list where column and value belong by name.
    #[error("`{0}` is a list: write it with names, such as `{{ column = \"…\" }}`")]
    ByPosition(String),
    /// The separator between columns is no single byte.
    #[error("`delimiter` must be one plain character such as `,` or `;`")]
    Delimiter,
}

/// How a field is written in a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Text,
    Day,
    Number,
    Flag,
    List,
    Acts,
    Aliases,
}

/// THE table of fields: those of a certificate that a table can fill.
const FIELDS: &[(&str, Shape)] = &[
    ("number", Shape::Text),
    ("kind", Shape::Text),
    ("holder", Shape::Text),
    ("procedure", Shape::Text),
    ("conforms_to", Shape::Acts),
    ("standards", Shape::List),
    ("modules", Shape::List),
    ("designating_party", Shape::Text),
    ("basis", Shape::List),
    ("assessed_on", Shape::Day),
    ("issued_on", Shape::Day),
    ("expires_on", Shape::Day),
    ("aliases", Shape::Aliases),
    ("credential_sha256", Shape::Text),
    ("differences_covered", Shape::List),
    ("report_number", Shape::Text),
    ("report_laboratory", Shape::Text),
    ("report_issued_on", Shape::Day),
    ("responsible_persons_in", Shape::List),
    ("lawfully_marketed_in", Shape::List),
    ("conditions_met", Shape::List),
    ("production_conforms", Shape::Flag),
    ("same_product_as", Shape::Text),
];
const PRODUCT_FIELDS: &[(&str, Shape)] = &[
    ("hs", Shape::Text),
    ("hs_edition", Shape::Number),
    ("description", Shape::Text),
    ("gtin", Shape::Text),
    ("model", Shape::Text),
    ("brand", Shape::Text),
    ("batch", Shape::Text),
    ("serial", Shape::Text),
];
const REQUIRED: [&str; 5] = ["number", "kind", "holder", "procedure", "issued_on"];

/// A mapping with the places of its columns in one table.
pub(super) struct Bound<'m> {
    separator: &'m str,
    certificate: Vec<Cell<'m>>,
    product: Vec<Cell<'m>>,
}

struct Cell<'m> {
    field: &'m str,
    shape: Shape,
    from: &'m From,
    place: Option<usize>,
}

/// Refuses a list in the place of a field, which would be read by position. What is no TOML is told by the reader.
fn columns_by_name(text: &str) -> Result<(), MappingError> {
    let Ok(table) = text.parse::<toml::Table>() else { return Ok(()) };
    let groups = ["certificate", "product"].into_iter().filter_map(|group| table.get(group)?.as_table());
    match groups.flatten().find(|(_, from)| from.is_array()) {
        Some((field, _)) => Err(MappingError::ByPosition(field.clone())),
        None => Ok(()),
    }
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// [`MappingError`].
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        columns_by_name(text)?;
        let mapping: Self = toml::from_str(text).map_err(|error| {
            let message = error.message().to_owned();
            let line = error.span().map(|span| text[..span.start].lines().count().max(1));
            MappingError::Malformed(line.map_or(message.clone(), |line| format!("line {line}: {message}")))
        })?;
        for (fields, known) in [(&mapping.certificate, FIELDS), (&mapping.product, PRODUCT_FIELDS)] {
            for (field, from) in fields {
                if !known.iter().any(|(name, _)| name == field) {
                    return Err(MappingError::UnknownField(field.clone()));
                }
                if from.column.is_none() && from.value.is_none() {
                    return Err(MappingError::Empty(field.clone()));
                }
            }
        }
        if let Some(missing) = REQUIRED.into_iter().find(|field| !mapping.certificate.contains_key(*field)) {
            return Err(MappingError::Missing(missing));
        }
        if !mapping.delimiter.is_ascii() {
            return Err(MappingError::Delimiter);
        }
        Ok(mapping)
    }

    /// Finds the columns in the header of a table.
    pub(super) fn bind(&self, header: &[String]) -> Result<Bound<'_>, MappingError> {
        let bind = |fields: &'_ BTreeMap<String, From>, known: &'static [(&'static str, Shape)]| {
            let cells = known.iter().filter_map(|(field, shape)| Some((field, *shape, fields.get(*field)?)));
            cells
                .map(|(field, shape, from)| Ok((*field, shape, place(field, from, header)?)))
                .collect::<Result<Vec<_>, _>>()
        };
        let with = |bound: Vec<(&'static str, Shape, Option<usize>)>, fields| -> Vec<Cell<'_>> {
            let fields: &BTreeMap<String, From> = fields;
            let cell = |(field, shape, place): (&'static str, _, _)| {
                fields.get(field).map(|from| Cell { field, shape, from, place })
            };
            bound.into_iter().filter_map(cell).collect()
        };
        Ok(Bound {
            separator: &self.separator,
            certificate: with(bind(&self.certificate, FIELDS)?, &self.certificate),
            product: with(bind(&self.product, PRODUCT_FIELDS)?, &self.product),
        })
    }
}

fn place(field: &str, from: &From, header: &[String]) -> Result<Option<usize>, MappingError> {
    let Some(column) = &from.column else { return Ok(None) };
    let found = header.iter().position(|name| name.trim() == column.trim());
    found.map(Some).ok_or_else(|| MappingError::NoColumn {
        field: field.to_owned(),
        column: column.clone(),
        found: header.join(", "),
    })
}

impl Bound<'_> {
    /// The fields of a certificate from the cells of a row, as JSON; or the field and what is wrong with it.
    pub(super) fn fields(&self, row: &csv::StringRecord) -> Result<Map<String, Value>, (String, String)> {
        let mut fields = self.read(&self.certificate, row)?;
        let product = self.read(&self.product, row)?;
        fields.insert("products".into(), json!([product]));
        let mut report = Map::new();
        for (name, inner) in [
            ("report_number", "number"),
            ("report_laboratory", "laboratory"),
            ("report_issued_on", "issued_on"),
        ] {
            if let Some(value) = fields.remove(name) {
                report.insert(inner.into(), value);
            }
        }
        if !report.is_empty() {
            fields.insert("report".into(), Value::Object(report));
        }
        Ok(fields)
    }

    fn read(
        &self,
        cells: &[Cell<'_>],
        row: &csv::StringRecord,
    ) -> Result<Map<String, Value>, (String, String)> {
        let mut fields = Map::new();
        for cell in cells {
            let text = cell.place.and_then(|place| row.get(place)).unwrap_or_default().trim();
            let text = cell.from.map.get(text).map_or(text, String::as_str);
            let text = if text.is_empty() { cell.from.value.as_deref().unwrap_or_default() } else { text };
            if !text.is_empty() {
                let value = self.value(cell, text).map_err(|message| (cell.field.to_owned(), message))?;
                fields.insert(cell.field.to_owned(), value);
            }
        }
        Ok(fields)
    }

    fn value(&self, cell: &Cell<'_>, text: &str) -> Result<Value, String> {
        match cell.shape {
            Shape::Text => Ok(text.into()),
            Shape::Day => day(text, cell.from.format.as_deref()).map(|day| json!(day)),
            Shape::Number => {
                text.parse::<u16>().map(Value::from).map_err(|_| format!("`{}` is not a year", cut(text)))
            }
            Shape::Flag => match text.to_ascii_lowercase().as_str() {
                "true" | "yes" | "1" => Ok(true.into()),
                "false" | "no" | "0" => Ok(false.into()),
                _ => Err(format!("`{}` is neither `true` nor `false`: write one of them", cut(text))),
            },
            Shape::List => Ok(self.parts(text).collect::<Vec<_>>().into()),
            Shape::Acts => self.parts(text).map(act).collect(),
            Shape::Aliases => self.parts(text).map(alias).collect(),
        }
    }

    fn parts<'t>(&'t self, text: &'t str) -> impl Iterator<Item = &'t str> {
        text.split(self.separator).map(str::trim).filter(|part| !part.is_empty())
    }
}

fn day(text: &str, format: Option<&str>) -> Result<Date, String> {
    match format {
        None => model::parse_date(text),
        Some(format) => Date::strptime(format, text).map_err(|_| {
            format!("`{}` is not a day of the form `{format}`: mend the cell or the mapping", cut(text))
        }),
    }
}

fn act(text: &str) -> Result<Value, String> {
    Ok(match text.split_once('@') {
        Some((act, edition)) => json!({ "act": act, "edition": edition }),
        None => json!({ "act": text }),
    })
}

fn alias(text: &str) -> Result<Value, String> {
    let parts: Vec<_> = text.split('/').collect();
    match parts.as_slice() {
        [certifier, product, version] => {
            Ok(json!({ "certifier": certifier, "product": product, "version": version }))
        }
        _ => Err(format!("`{}` is not an alias: write CERTIFIER/PRODUCT/VERSION", cut(text))),
    }
}

fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_template_is_a_mapping() {
        assert!(Mapping::parse(MAPPING_TEMPLATE).is_ok());
    }

    #[test]
    fn a_mapping_is_refused_with_the_next_step() {
        let with =
            |text: &str| Mapping::parse(&format!("issuer = \"did:web:a.example\"\n{text}")).unwrap_err();
        assert!(matches!(with("[certificate]\ncolour = { value = \"x\" }"), MappingError::UnknownField(_)));
        assert!(matches!(with("[certificate]\nnumber = { }"), MappingError::Empty(_)));
        assert!(matches!(with("[certificate]\nnumber = { column = \"A\" }"), MappingError::Missing("kind")));
        assert!(matches!(with("certificate = 3"), MappingError::Malformed(_)));
        assert!(matches!(with("[certificate]\nnumber = [\"A\"]"), MappingError::ByPosition(_)));
        let mapping = Mapping::parse(MAPPING_TEMPLATE).unwrap();
        assert!(matches!(mapping.bind(&["x".to_owned()]), Err(MappingError::NoColumn { .. })));
    }

    #[test]
    fn days_are_read_as_the_mapping_says() {
        assert_eq!(day("31/01/2026", Some("%d/%m/%Y")).unwrap().to_string(), "2026-01-31");
        assert!(day("31/02/2026", Some("%d/%m/%Y")).is_err());
        assert!(day("31/01/2026", None).is_err());
    }
}
