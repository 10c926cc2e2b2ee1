//! Catalogues of standards: the record shapes of ISO Open Data and of Relaton, one JSON record a line.

use std::collections::HashMap;
use std::io::{self, BufRead};

use model::Date;
use serde::Deserialize;

use super::Refused;

/// Longest line that is read, in bytes. Records with a scope in three languages have some 20 kB.
const LINE_BYTES_MAX: usize = 1 << 20;
/// Most records in a catalogue; all are held in memory.
const RECORDS_MAX: usize = 1_000_000;

/// How the records of a catalogue are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogueFormat {
    /// `iso_deliverables_metadata.jsonl` of ISO Open Data.
    IsoOpenData,
    /// Records of Relaton, reduced: `id`, `en`, `fr`, `date`, `ed`, `stage`, `ics`, `rel`.
    Relaton,
}

/// Why a catalogue cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// The file cannot be read.
    #[error("the catalogue cannot be read ({0}): check the file; a name that ends in `.gz` is unpacked")]
    Input(#[from] io::Error),
    /// Too many records.
    #[error("the catalogue has more than {RECORDS_MAX} records: split it")]
    TooMany,
}

/// A document of a catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Line of the file.
    pub line: u64,
    /// Reference as printed, with edition and supplement.
    pub reference: String,
    /// Title in English.
    pub title_en: String,
    /// Title in French; may be empty.
    pub title_fr: String,
    /// Codes of the International Classification for Standards.
    pub ics: Vec<String>,
    /// Day of publication. A month or a year alone stands for its first day.
    pub published: Option<Date>,
    /// Count of its edition.
    pub edition: u32,
    /// Stage of the harmonized stage codes, such as 60; 95 is withdrawn.
    pub stage: Option<u32>,
    /// References of newer documents that take its place, with the day, where stated.
    pub replaced_by: Vec<(String, Option<Date>)>,
    /// References of older documents whose place it takes.
    pub replaces: Vec<String>,
}

/// Reads a catalogue. Lines that are no records are returned beside it.
///
/// # Errors
/// [`CatalogueError`].
pub fn read_catalogue(
    input: impl BufRead,
    format: CatalogueFormat,
    told: &mut dyn FnMut(u64),
) -> Result<(Vec<Document>, Vec<Refused>), CatalogueError> {
    let (mut documents, mut refused) = (Vec::new(), Vec::new());
    let mut open_data = Vec::new();
    let mut input = input;
    let mut text = Vec::new();
    for line in 1_u64.. {
        text.clear();
        let read = io::Read::take(&mut input, LINE_BYTES_MAX as u64 + 1).read_until(b'\n', &mut text)?;
        if read == 0 {
            break;
        }
        if documents.len() + open_data.len() >= RECORDS_MAX {
            return Err(CatalogueError::TooMany);
        }
        if text.trim_ascii().is_empty() {
            continue;
        }
        let parsed = match format {
            CatalogueFormat::Relaton => {
                serde_json::from_slice::<Relaton>(&text).map(|record| documents.push(record.document(line)))
            }
            CatalogueFormat::IsoOpenData => {
                serde_json::from_slice::<OpenData>(&text).map(|record| open_data.push((line, record)))
            }
        };
        if let Err(error) = parsed {
            let message = format!("the line is no record of this catalogue ({error}): check `--format`");
            refused.push(Refused { line, id: String::new(), field: String::new(), message });
        }
        told(line);
    }
    documents.extend(resolve(open_data));
    Ok((documents, refused))
}

#[derive(Deserialize)]
struct Relaton {
    id: String,
    #[serde(default)]
    en: Option<String>,
    #[serde(default)]
    fr: Option<String>,
    #[serde(default)]
    date: HashMap<String, String>,
    #[serde(default)]
    ed: Option<String>,
    #[serde(default)]
    stage: Option<String>,
    #[serde(default)]
    ics: Vec<String>,
    #[serde(default)]
    rel: Vec<(String, String, Option<String>)>,
}

impl Relaton {
    fn document(self, line: u64) -> Document {
        // `updates` means "is updated by": the target is newer. `obsoletes` means "replaces": the target is older.
        let of = |name: &'static str| self.rel.iter().filter(move |(kind, _, _)| kind == name);
        // The day of an amendment stands in `updated`; its `published` is that of the base.
        let day = self.date.get("published").and_then(|text| partial_day(text));
        let french = self
            .fr
            .as_deref()
            .filter(|title| !title.eq_ignore_ascii_case("titre manque"))
            .unwrap_or_default();
        Document {
            line,
            title_en: self.en.clone().unwrap_or_default(),
            title_fr: french.to_owned(),
            published: day,
            edition: self.ed.as_deref().and_then(|text| text.parse().ok()).unwrap_or(0),
            stage: self.stage.as_deref().and_then(|text| text.parse().ok()),
            replaced_by: of("updates")
                .map(|(_, target, day)| (target.clone(), day.as_deref().and_then(partial_day)))
                .collect(),
            replaces: of("obsoletes").map(|(_, target, _)| target.clone()).collect(),
            ics: self.ics,
            reference: self.id,
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OpenData {
    id: u64,
    reference: String,
    #[serde(default)]
    title: HashMap<String, String>,
    #[serde(default)]
    publication_date: Option<String>,
    #[serde(default)]
    edition: Option<u32>,
    #[serde(default)]
    ics_code: Option<Vec<String>>,
    #[serde(default)]
    current_stage: Option<u32>,
    #[serde(default)]
    replaces: Option<Vec<u64>>,
    #[serde(default)]
    replaced_by: Option<Vec<u64>>,
}

/// Numbers of records become references; a number that is not in the file stays, and is reported as missing.
fn resolve(records: Vec<(u64, OpenData)>) -> Vec<Document> {
    let references: HashMap<u64, String> =
        records.iter().map(|(_, record)| (record.id, record.reference.clone())).collect();
    let name = |id: &u64| references.get(id).cloned().unwrap_or_else(|| format!("document {id}"));
    let document = |(line, record): (u64, OpenData)| Document {
        line,
        title_en: record.title.get("en").cloned().unwrap_or_default(),
        title_fr: record.title.get("fr").cloned().unwrap_or_default(),
        published: record.publication_date.as_deref().and_then(partial_day),
        edition: record.edition.unwrap_or(0),
        // Stages are written with their sub-stage: 6060, 9599.
        stage: record.current_stage.map(|stage| if stage > 99 { stage / 100 } else { stage }),
        replaced_by: record.replaced_by.iter().flatten().map(|id| (name(id), None)).collect(),
        replaces: record.replaces.iter().flatten().map(name).collect(),
        ics: record.ics_code.unwrap_or_default(),
        reference: record.reference,
    };
    records.into_iter().map(document).collect()
}

/// A day, or the first day of a month or year.
fn partial_day(text: &str) -> Option<Date> {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.get(..10)?.to_owned(),
    };
    model::parse_date(&whole).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn relations_of_relaton_run_the_other_way_than_their_names_say() {
        let line = r#"{"id":"X 1:2009","en":"T","fr":"Titre manque","date":{"published":"2009-11"},"ed":"1","stage":"95","ics":[],"rel":[["updates","X 1:2019","2019-06-17"],["obsoletes","X 1:2001",null]]}"#;
        let (documents, refused) =
            read_catalogue(line.as_bytes(), CatalogueFormat::Relaton, &mut |_| {}).unwrap();
        assert!(refused.is_empty());
        let document = &documents[0];
        assert_eq!(document.replaced_by[0].0, "X 1:2019");
        assert_eq!(document.replaces, ["X 1:2001"]);
        assert_eq!(document.published.unwrap().to_string(), "2009-11-01");
        assert_eq!(document.title_fr, "");
    }

    #[test]
    fn records_of_open_data_name_each_other_by_number() {
        let lines = "{\"id\":1,\"reference\":\"X 1:2001\",\"title\":{\"en\":\"T\"},\"publicationDate\":\"2001-05-06\",\"edition\":1,\"icsCode\":null,\"currentStage\":9599,\"replaces\":null,\"replacedBy\":[2,9]}\n{\"id\":2,\"reference\":\"X 1:2009\"}\nnot a record\n";
        let (documents, refused) =
            read_catalogue(lines.as_bytes(), CatalogueFormat::IsoOpenData, &mut |_| {}).unwrap();
        assert_eq!(documents[0].stage, Some(95));
        assert_eq!(
            documents[0].replaced_by,
            [("X 1:2009".to_owned(), None), ("document 9".to_owned(), None)]
        );
        assert_eq!((refused.len(), refused[0].line), (1, 3));
    }
}
