//! A question from flags.

use model::{CertificateNumber, Date, HsCode, Jurisdiction, PartyId};
use serde_json::{Map, Value, json};

use crate::failure::Failure;

/// The question, where it is not in a file.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Question")]
pub struct Asked {
    /// The importing country.
    #[arg(long, value_name = "CODE")]
    importing: Option<Jurisdiction>,
    /// Number of a certificate that is presented; once for each.
    #[arg(long, value_name = "NUMBER")]
    certificate: Vec<CertificateNumber>,
    /// Commodity code of the product; otherwise that of the first certificate.
    #[arg(long, value_name = "CODE", requires = "edition")]
    hs: Option<HsCode>,
    /// Edition of the commodity code.
    #[arg(long, value_name = "YEAR", requires = "hs")]
    edition: Option<u16>,
    /// The day asked about; otherwise today.
    #[arg(long, value_name = "DATE", value_parser = model::parse_date)]
    on: Option<Date>,
    /// Trade item number of the product.
    #[arg(long)]
    gtin: Option<String>,
    /// Model of the product.
    #[arg(long)]
    model: Option<String>,
    /// Batch of the product.
    #[arg(long)]
    batch: Option<String>,
    /// Country in which the goods originate.
    #[arg(long, value_name = "CODE")]
    origin: Option<Jurisdiction>,
    /// Country or group under whose authority the evidence was issued.
    #[arg(long, value_name = "CODE")]
    designating_party: Option<Jurisdiction>,
    /// Who holds the certificate, or trades the goods.
    #[arg(long, value_name = "DID")]
    holder: Option<PartyId>,
    /// Day of production.
    #[arg(long, value_name = "DATE", value_parser = model::parse_date)]
    produced_on: Option<Date>,
    /// Why it is asked.
    #[arg(long, value_parser = ["import", "placing_on_market", "planning"])]
    purpose: Option<String>,
    /// Last position of the log that is known; otherwise everything.
    #[arg(long, value_name = "N")]
    known_at: Option<u64>,
    /// How much of the answer is printed with `--json`: whole, or in short.
    #[arg(long, value_parser = ["full", "verdict"])]
    answer: Option<String>,
}

impl Asked {
    /// Whether any part of the question is given.
    pub fn is_given(&self) -> bool {
        let words =
            self.gtin.is_some() || self.model.is_some() || self.batch.is_some() || self.purpose.is_some();
        let places = self.importing.is_some() || self.origin.is_some() || self.designating_party.is_some();
        let days = self.on.is_some() || self.produced_on.is_some() || self.known_at.is_some();
        let form = self.answer.is_some();
        words
            || places
            || days
            || form
            || !self.certificate.is_empty()
            || self.hs.is_some()
            || self.holder.is_some()
    }

    /// The question as JSON, the form in which every question is read.
    pub fn to_json(&self) -> Result<Vec<u8>, Failure> {
        let Some(importing) = self.importing else {
            return Err(Failure::new(
                "no question",
                "give a file, or `--importing CODE` with `--certificate NUMBER` or `--hs CODE --edition YEAR`",
            ));
        };
        let mut question = Map::new();
        let on = self.on.unwrap_or_else(|| app::Clock::today(&app::SystemClock));
        question.insert("importing".into(), json!(importing));
        question.insert("on".into(), json!(on));
        let evidence: Vec<_> = self.certificate.iter().map(|number| json!({ "number": number })).collect();
        if !evidence.is_empty() {
            question.insert("evidence".into(), evidence.into());
        }
        let mut product = Map::new();
        insert(&mut product, "hs", &self.hs);
        insert(&mut product, "hs_edition", &self.edition);
        insert(&mut product, "gtin", &self.gtin);
        insert(&mut product, "model", &self.model);
        insert(&mut product, "batch", &self.batch);
        if !product.is_empty() {
            question.insert("product".into(), Value::Object(product));
        }
        insert(&mut question, "origin", &self.origin);
        insert(&mut question, "designating_party", &self.designating_party);
        insert(&mut question, "holder", &self.holder);
        insert(&mut question, "produced_on", &self.produced_on);
        insert(&mut question, "purpose", &self.purpose);
        insert(&mut question, "known_at", &self.known_at);
        insert(&mut question, "answer", &self.answer);
        Ok(Value::Object(question).to_string().into_bytes())
    }
}

fn insert(into: &mut Map<String, Value>, name: &str, value: &Option<impl serde::Serialize>) {
    if let Some(value) = value {
        into.insert(name.into(), json!(value));
    }
}
