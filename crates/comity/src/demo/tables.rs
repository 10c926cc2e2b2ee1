//! Tables of the demonstration world, row by row into acts.

use std::collections::BTreeMap;

use model::{Certainty, PartyId, Text};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use statement::act::{
    Act, Certificate, CertificateChange, CertificatesChanged, CertificatesIssued, Change, CountryRegistered,
    StandardAdopted, StandardPublished, StandardWithdrawn,
};
use statement::{Payload, Reported, Subject};

use super::{DemoError, RECORDER, REGISTRAR, Story, party, statement, table};

/// Certificates in one act: what fits into one statement with room to spare.
const CERTIFICATES_TOGETHER: usize = 40;

type Rows<T> = Result<Vec<T>, DemoError>;

#[derive(Deserialize)]
struct Country {
    code: String,
    alpha3: String,
    numeric: u16,
    name_en: String,
    name_fr: String,
}

pub(super) fn countries() -> Rows<Payload> {
    const FILE: &str = "countries.csv";
    let rows: Vec<Country> = rows(FILE)?;
    let payload = |(row, country): (usize, &Country)| {
        let act = CountryRegistered {
            country: country.code.parse().map_err(|error| wrong(FILE, row, &error))?,
            alpha3: country.alpha3.clone(),
            numeric: country.numeric,
            name: text(&country.name_en, &country.name_fr),
        };
        Ok(statement(&format!("country-{}", country.code), REGISTRAR, Act::CountryRegistered(act)))
    };
    rows.iter().enumerate().map(payload).collect()
}

#[derive(Deserialize)]
struct Standard {
    standard: String,
    title_en: String,
    title_fr: String,
    ics: String,
    published: String,
    replaces: String,
    withdrawn: String,
    certainty: Certainty,
}

pub(super) fn standards() -> Rows<Payload> {
    const FILE: &str = "standards.csv";
    let mut payloads = Vec::new();
    for (row, standard) in rows::<Standard>(FILE)?.into_iter().enumerate() {
        let reference = parse(FILE, row, &standard.standard)?;
        let replaces =
            list(&standard.replaces).map(|former| parse(FILE, row, former)).collect::<Rows<_>>()?;
        let act = StandardPublished {
            standard: reference,
            title: text(&standard.title_en, &standard.title_fr),
            ics: list(&standard.ics).map(str::to_owned).collect(),
            published: parse(FILE, row, &standard.published)?,
            replaces,
            available_at: String::new(),
        };
        let publisher = format!("catalogue of the publisher of {}", act.standard.publisher());
        let id = format!("standard-{}", row + 1);
        payloads.push(reported(&id, Act::StandardPublished(act), &publisher, standard.certainty));
        if !standard.withdrawn.is_empty() {
            let on = parse(FILE, row, &standard.withdrawn)?;
            let act = StandardWithdrawn { standard: parse(FILE, row, &standard.standard)?, on };
            let id = format!("standard-{}-withdrawn", row + 1);
            payloads.push(reported(&id, Act::StandardWithdrawn(act), &publisher, standard.certainty));
        }
    }
    Ok(payloads)
}

pub(super) fn adoptions() -> Rows<Payload> {
    const FILE: &str = "adoptions.csv";
    let payload = |(row, fields): (usize, BTreeMap<String, String>)| {
        let act: StandardAdopted = from_value(FILE, row, json!(fields))?;
        let source = "national catalogue of the adopting body";
        Ok(reported(
            &format!("adoption-{}", row + 1),
            Act::StandardAdopted(act),
            source,
            Certainty::ToConfirm,
        ))
    };
    rows(FILE)?.into_iter().enumerate().map(payload).collect()
}

pub(super) fn certificates() -> Rows<Payload> {
    const FILE: &str = "certificates.csv";
    let mut by_issuer: BTreeMap<PartyId, Vec<Certificate>> = BTreeMap::new();
    for (row, fields) in rows::<BTreeMap<String, String>>(FILE)?.into_iter().enumerate() {
        let issuer = parse(FILE, row, fields.get("issuer").map_or("", String::as_str))?;
        let issued = by_issuer.entry(issuer).or_default();
        let value = certificate(&fields, issued.len());
        issued.push(from_value(FILE, row, value)?);
    }
    let mut payloads = Vec::new();
    for (issuer, certificates) in by_issuer {
        for (batch, certificates) in certificates.chunks(CERTIFICATES_TOGETHER).enumerate() {
            let act = CertificatesIssued { issuer: issuer.clone(), certificates: certificates.to_vec() };
            payloads.push(statement(
                &format!("issued-{}", batch + 1),
                issuer.as_str(),
                Act::CertificatesIssued(act),
            ));
        }
    }
    Ok(payloads)
}

/// A row in the shape of a certificate on the wire; empty cells are left out.
fn certificate(fields: &BTreeMap<String, String>, status_index: usize) -> Value {
    let cell = |name: &str| fields.get(name).map(String::as_str).filter(|cell| !cell.is_empty());
    let mut out = Map::new();
    for name in [
        "number",
        "kind",
        "holder",
        "procedure",
        "designating_party",
        "assessed_on",
        "issued_on",
        "expires_on",
        "same_product_as",
    ] {
        out.extend(cell(name).map(|value| (name.to_owned(), json!(value))));
    }
    for name in [
        "standards",
        "modules",
        "basis",
        "differences_covered",
        "responsible_persons_in",
        "lawfully_marketed_in",
        "conditions_met",
    ] {
        out.extend(cell(name).map(|value| (name.to_owned(), json!(list(value).collect::<Vec<_>>()))));
    }
    let mut product = Map::new();
    for name in ["hs", "description", "gtin", "model", "brand", "batch"] {
        product.extend(cell(name).map(|value| (name.to_owned(), json!(value))));
    }
    product.extend(
        cell("hs_edition")
            .and_then(|year| year.parse::<u16>().ok())
            .map(|year| ("hs_edition".to_owned(), json!(year))),
    );
    out.insert("products".into(), json!([product]));
    out.insert("status_index".into(), json!(status_index));
    let acts = cell("conforms_to").map(|acts| list(acts).map(act_reference).collect::<Vec<_>>());
    out.insert("conforms_to".into(), json!(acts.unwrap_or_default()));
    out.extend(cell("alias").and_then(alias).map(|alias| ("aliases".to_owned(), json!([alias]))));
    out.extend(
        cell("production_conforms").map(|value| ("production_conforms".to_owned(), json!(value == "true"))),
    );
    out.extend(cell("report_number").map(|number| {
        let report = json!({"number": number, "laboratory": cell("report_laboratory"), "issued_on": cell("report_issued_on")});
        ("report".to_owned(), report)
    }));
    Value::Object(out)
}

fn act_reference(text: &str) -> Value {
    match text.split_once('@') {
        Some((act, edition)) => json!({"act": act, "edition": edition}),
        None => json!({"act": text}),
    }
}

fn alias(text: &str) -> Option<Value> {
    let mut parts = text.splitn(3, '/');
    let (certifier, product, version) = (parts.next()?, parts.next()?, parts.next()?);
    Some(json!({"certifier": certifier, "product": product, "version": version}))
}

#[derive(Deserialize)]
struct ChangeRow {
    number: String,
    on: String,
    change: String,
    to: String,
    reason: String,
}

pub(super) fn changes() -> Rows<Payload> {
    const FILE: &str = "certificate-changes.csv";
    let issuers: BTreeMap<String, String> = rows::<BTreeMap<String, String>>("certificates.csv")?
        .into_iter()
        .filter_map(|mut row| Some((row.remove("number")?, row.remove("issuer")?)))
        .collect();
    let payload = |(row, change): (usize, ChangeRow)| {
        let issuer = issuers.get(&change.number).ok_or_else(|| wrong(FILE, row, &"no such certificate"))?;
        let act = CertificatesChanged {
            issuer: parse(FILE, row, issuer)?,
            changes: vec![CertificateChange {
                number: parse(FILE, row, &change.number)?,
                on: parse(FILE, row, &change.on)?,
                change: what(row, &change)?,
                reason: change.reason.clone(),
            }],
        };
        Ok(statement(&format!("changed-{}", row + 1), issuer, Act::CertificatesChanged(act)))
    };
    rows(FILE)?.into_iter().enumerate().map(payload).collect()
}

fn what(row: usize, change: &ChangeRow) -> Result<Change, DemoError> {
    const FILE: &str = "certificate-changes.csv";
    Ok(match change.change.as_str() {
        "suspended" => Change::Suspended {},
        "restored" => Change::Restored {},
        "withdrawn" => Change::Withdrawn { from_start: false },
        "withdrawn_from_start" => Change::Withdrawn { from_start: true },
        "expired" => Change::Expired {},
        "holder_changed" => Change::HolderChanged { holder: parse(FILE, row, &change.to)? },
        "transferred" => Change::Transferred { to: parse(FILE, row, &change.to)? },
        other => return Err(wrong(FILE, row, &format!("`{other}` is no change of a certificate"))),
    })
}

pub(super) fn stories() -> Vec<Story> {
    rows("stories.csv").unwrap_or_default()
}

fn rows<T: DeserializeOwned>(file: &'static str) -> Rows<T> {
    let mut reader = csv::Reader::from_reader(table(file).as_bytes());
    let row =
        |(row, record): (usize, Result<T, csv::Error>)| record.map_err(|error| wrong(file, row, &error));
    reader.deserialize().enumerate().map(row).collect()
}

fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|item| !item.is_empty())
}

fn parse<T: std::str::FromStr>(file: &'static str, row: usize, cell: &str) -> Result<T, DemoError>
where
    T::Err: ToString,
{
    cell.parse().map_err(|error: T::Err| wrong(file, row, &error))
}

fn from_value<T: DeserializeOwned>(file: &'static str, row: usize, value: Value) -> Result<T, DemoError> {
    serde_json::from_value(value).map_err(|error| wrong(file, row, &error))
}

fn wrong(file: &'static str, row: usize, message: &dyn ToString) -> DemoError {
    DemoError::Row { file, row: row + 1, message: message.to_string() }
}

fn text(english: &str, french: &str) -> Text {
    let mut text = Text::english(english);
    if !french.is_empty() {
        text.0.insert("fr".to_owned(), french.to_owned());
    }
    text
}

fn reported(id: &str, act: Act, source: &str, certainty: Certainty) -> Payload {
    // Standards are nobody's country; the report is on behalf of the recorder's own catalogue.
    let on_behalf_of = match &act {
        Act::StandardAdopted(act) => Subject::Jurisdiction(act.country),
        _ => Subject::Party(party(RECORDER)),
    };
    let mut payload = statement(id, RECORDER, act);
    payload.reported = Some(Reported { on_behalf_of, source: source.to_owned(), certainty });
    payload
}
