//! A line as it is asked, and what is refused before anything is looked up.

use decision::{Question, QuestionError};
use model::{CertificateNumber, Date, HsCode, HsEdition, Jurisdiction, LogIndex, PartyId, Product, limits};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::border::amount::{Amount, AmountError};

/// Bytes of one line: a presented credential of the usual kind, and room beside it.
pub const LINE_BYTES_MAX: usize = 262_144;
/// Characters of a reference, an identifier or a lot: what declarations have room for.
pub const REFERENCE_CHARS_MAX: usize = 128;
/// References of one line.
pub const CERTIFICATES_MAX: usize = 8;
/// Goods items of one declaration: the largest number that a customs declaration of the EU has room for.
const ITEM_MAX: u32 = 99_999;

/// A line of a declaration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Which declaration, and which item of it.
    pub declaration: Declaration,
    /// The importing country.
    pub importing: Jurisdiction,
    /// The day asked about; absent: today in UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// The commodity code; absent: that of the first certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commodity: Option<Commodity>,
    /// Where the goods originate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Jurisdiction>,
    /// Where they were sent from; decides nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consigned_from: Option<Jurisdiction>,
    /// Identifiers of the product, each scheme once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<Identifier>,
    /// Lot or batch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<String>,
    /// What is cited or presented; none to ask what is required.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certificates: Vec<Reference>,
    /// Who presents them as his own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<PartyId>,
    /// Day of production, where certificates cover batches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub produced_on: Option<Date>,
    /// How much; decides nothing here, see the use cases of quantities.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Amount>,
    /// The last position of the log that is known; absent: everything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_at: Option<LogIndex>,
}

/// A goods item of a declaration.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// What kind of reference it is.
    #[serde(rename = "type")]
    pub kind: DeclarationKind,
    /// The reference.
    pub value: String,
    /// The goods item, from 1.
    #[serde(default = "first_item")]
    pub item: u32,
}

fn first_item() -> u32 {
    1
}

/// Kinds of references to declarations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeclarationKind {
    /// Movement reference number, given by customs.
    Mrn,
    /// Local reference number, given by the declarant.
    Lrn,
    /// Number of a customs entry.
    Entry,
    /// Consignment of the import one-stop shop.
    Ioss,
    /// Anything else.
    Other,
}

/// A commodity code with the edition in which it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commodity {
    /// Two to ten digits; national digits follow the six of the Harmonized System.
    pub code: HsCode,
    /// Edition of the Harmonized System.
    pub edition: HsEdition,
}

/// An identifier of the product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// What kind of identifier it is.
    pub scheme: Scheme,
    /// The identifier.
    pub value: String,
}

/// Kinds of identifiers of products.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// GS1 trade item number.
    Gtin,
    /// Model or type designation.
    Model,
    /// Brand or trade name.
    Brand,
    /// Serial number.
    Serial,
}

/// How a certificate is cited. Exactly one way: `number` · `credential` · `certifier`, `product` and `version` ·
/// `foreign_number` with `issuer` · `passport`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reference {
    /// Number in the register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<CertificateNumber>,
    /// The document itself: a token, or JSON with its proof.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credential: Option<Value>,
    /// Identifier of the certifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certifier: Option<String>,
    /// Identifier of the product at that certifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// Version of that product's certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Number as a foreign issuer prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub foreign_number: Option<String>,
    /// That issuer: its identifier (DID) or its name on record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Identifier of a digital product passport: a GS1 Digital Link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passport: Option<String>,
}

/// Texts of a line that have a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the name of its field")]
pub enum LineField {
    Declaration,
    Product,
    Lot,
    Certificate,
}

/// Why a line was not answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// Too long.
    #[error("the line has {found} bytes, at most {LINE_BYTES_MAX} are read: present fewer documents with it")]
    TooLong {
        /// Its length.
        found: usize,
    },
    /// Not JSON of this shape.
    #[error("the line cannot be read at `{at}`: {reason}")]
    Malformed {
        /// Path of the field; `.` stands for the line.
        at: String,
        /// What is wrong there.
        reason: String,
    },
    /// A text is empty or too long.
    #[error("{} has {found} characters: give 1 to {REFERENCE_CHARS_MAX}", .field.as_str())]
    Text {
        /// Which.
        field: LineField,
        /// Characters found.
        found: usize,
    },
    /// No such item.
    #[error("declarations have no goods item {0}: count from 1, at most {ITEM_MAX}")]
    Item(u32),
    /// A scheme twice.
    #[error("the product has two identifiers of scheme `{}`: give each scheme once", .0.as_str())]
    SchemeTwice(Scheme),
    /// Too many references.
    #[error("the line cites {0} certificates, at most {CERTIFICATES_MAX} are taken: split the item")]
    Certificates(usize),
    /// Not exactly one way.
    #[error(
        "certificate {0} is not cited in exactly one way: give `number`, or `credential`, or `certifier` with `product` and `version`, or `foreign_number` with `issuer`, or `passport`"
    )]
    Ways(usize),
    /// A quantity that is none.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// The question cannot be asked.
    #[error(transparent)]
    Question(QuestionError),
    /// A presented document cannot be read.
    #[error("the document of certificate {index} cannot be read: {reason}")]
    Document {
        /// Which reference, from 0.
        index: usize,
        /// Why.
        reason: String,
    },
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] store::StoreError),
}

impl Line {
    /// Reads a line and checks what can be checked without a register.
    ///
    /// # Errors
    /// [`LineError`] with the next step.
    pub fn parse(json: &[u8]) -> Result<Self, LineError> {
        if json.len() > LINE_BYTES_MAX {
            return Err(LineError::TooLong { found: json.len() });
        }
        let malformed = |at: &str, reason: &dyn std::fmt::Display| LineError::Malformed {
            at: at.chars().take(80).collect(),
            reason: reason.to_string().chars().take(300).collect(),
        };
        let value = credential::json::read(json, LINE_BYTES_MAX).map_err(|error| malformed(".", &error))?;
        let line: Self = serde_path_to_error::deserialize(&value)
            .map_err(|error| malformed(&error.path().to_string(), error.inner()))?;
        let written = serde_json::to_value(&line).map_err(|error| malformed(".", &error))?;
        if let Some(at) = statement::array_for_structure(&value, &written) {
            return Err(malformed(&at, &"a list stands there: write the fields with their names"));
        }
        line.check()?;
        Ok(line)
    }

    /// Checks what can be checked without a register.
    ///
    /// # Errors
    /// [`LineError`] with the next step.
    pub fn check(&self) -> Result<(), LineError> {
        self.declaration.check()?;
        for (place, identifier) in self.products.iter().enumerate() {
            text(LineField::Product, &identifier.value)?;
            if self.products[..place].iter().any(|earlier| earlier.scheme == identifier.scheme) {
                return Err(LineError::SchemeTwice(identifier.scheme));
            }
        }
        self.lot.iter().try_for_each(|lot| text(LineField::Lot, lot))?;
        if self.certificates.len() > CERTIFICATES_MAX {
            return Err(LineError::Certificates(self.certificates.len()));
        }
        for (index, reference) in self.certificates.iter().enumerate() {
            reference.check(index)?;
        }
        Ok(self.quantity.iter().try_for_each(|quantity| quantity.check())?)
    }

    /// The question that the line asks, without its references.
    pub(super) fn question(&self, today: Date) -> Question {
        let mut product = Product { batch: self.lot.clone(), ..Product::default() };
        if let Some(commodity) = &self.commodity {
            (product.hs, product.hs_edition) = (Some(commodity.code), Some(commodity.edition));
        }
        for identifier in &self.products {
            let slot = match identifier.scheme {
                Scheme::Gtin => &mut product.gtin,
                Scheme::Model => &mut product.model,
                Scheme::Brand => &mut product.brand,
                Scheme::Serial => &mut product.serial,
            };
            *slot = Some(identifier.value.clone());
        }
        Question {
            product,
            origin: self.origin,
            consigned_from: self.consigned_from,
            holder: self.holder.clone(),
            produced_on: self.produced_on,
            known_at: self.known_at,
            ..Question::new(self.importing, self.on.unwrap_or(today))
        }
    }
}

impl Declaration {
    pub(crate) fn check(&self) -> Result<(), LineError> {
        text(LineField::Declaration, &self.value)?;
        if (1..=ITEM_MAX).contains(&self.item) { Ok(()) } else { Err(LineError::Item(self.item)) }
    }
}

impl DeclarationKind {
    /// Every kind.
    pub const ALL: [DeclarationKind; 5] = [Self::Mrn, Self::Lrn, Self::Entry, Self::Ioss, Self::Other];

    /// The wire form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mrn => "mrn",
            Self::Lrn => "lrn",
            Self::Entry => "entry",
            Self::Ioss => "ioss",
            Self::Other => "other",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

impl Scheme {
    /// The wire form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gtin => "gtin",
            Self::Model => "model",
            Self::Brand => "brand",
            Self::Serial => "serial",
        }
    }
}

impl Reference {
    /// By number in the register.
    pub fn number(number: CertificateNumber) -> Self {
        Self { number: Some(number), ..Self::default() }
    }

    fn check(&self, index: usize) -> Result<(), LineError> {
        let triple = [&self.certifier, &self.product, &self.version];
        let foreign = [&self.foreign_number, &self.issuer];
        let ways = [
            self.number.is_some(),
            self.credential.is_some(),
            triple.iter().any(|part| part.is_some()),
            foreign.iter().any(|part| part.is_some()),
            self.passport.is_some(),
        ];
        let whole = |parts: &[&Option<String>]| {
            parts.iter().all(|part| part.is_some()) || parts.iter().all(|part| part.is_none())
        };
        let one = ways.iter().filter(|way| **way).count() == 1;
        if !one || !whole(&triple) || !whole(&foreign) {
            return Err(LineError::Ways(index));
        }
        let texts = triple.into_iter().chain(foreign).flatten();
        texts.into_iter().try_for_each(|found| text(LineField::Certificate, found))?;
        self.passport.iter().try_for_each(|found| long_text(found))
    }
}

impl LineField {
    /// What it is called in messages.
    fn as_str(self) -> &'static str {
        match self {
            Self::Declaration => "the reference of the declaration",
            Self::Product => "an identifier of the product",
            Self::Lot => "the lot",
            Self::Certificate => "a part of a certificate's reference",
        }
    }
}

fn text(field: LineField, found: &str) -> Result<(), LineError> {
    let count = found.chars().count();
    let good = (1..=REFERENCE_CHARS_MAX).contains(&count) && !found.chars().any(char::is_control);
    if good { Ok(()) } else { Err(LineError::Text { field, found: count }) }
}

/// Addresses are longer than numbers.
fn long_text(found: &str) -> Result<(), LineError> {
    let count = found.chars().count();
    let good = (1..=limits::TEXT_CHARS_MAX).contains(&count) && !found.chars().any(char::is_control);
    if good { Ok(()) } else { Err(LineError::Text { field: LineField::Certificate, found: count }) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn error(change: impl FnOnce(&mut Value)) -> LineError {
        let mut line = serde_json::json!({
            "declaration": { "type": "mrn", "value": "26CH000001", "item": 1 }, "importing": "CH",
        });
        assert!(Line::parse(line.to_string().as_bytes()).is_ok());
        change(&mut line);
        Line::parse(line.to_string().as_bytes()).unwrap_err()
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let at = |error: LineError| match error {
            LineError::Malformed { at, .. } => at,
            other => panic!("{other}"),
        };
        assert_eq!(at(error(|line| line["importing"] = "ch".into())), "importing");
        assert_eq!(at(error(|line| line["weight"] = 7.into())), "weight");
        assert_eq!(at(error(|line| line["declaration"] = serde_json::json!(["mrn", "x", 1]))), "declaration");
        let code = serde_json::json!({ "code": "8516AB", "edition": 2022 });
        assert_eq!(at(error(|line| line["commodity"] = code)), "commodity.code");
        assert_eq!(error(|line| line["declaration"]["item"] = 0.into()), LineError::Item(0));
        let long = "9".repeat(129);
        assert!(matches!(error(|line| line["lot"] = long.into()), LineError::Text { found: 129, .. }));
        let twice = serde_json::json!([
            { "scheme": "model", "value": "A" }, { "scheme": "model", "value": "B" },
        ]);
        assert_eq!(error(|line| line["products"] = twice), LineError::SchemeTwice(Scheme::Model));
        assert!(matches!(Line::parse(&[b' '; LINE_BYTES_MAX + 1]), Err(LineError::TooLong { .. })));
    }

    #[test]
    fn a_certificate_is_cited_in_exactly_one_way() {
        for bad in [
            serde_json::json!([{}]),
            serde_json::json!([{ "number": "A", "passport": "B" }]),
            serde_json::json!([{ "certifier": "A", "product": "B" }]),
            serde_json::json!([{ "foreign_number": "A" }]),
        ] {
            assert_eq!(error(|line| line["certificates"] = bad), LineError::Ways(0));
        }
        let many = serde_json::json!(vec![serde_json::json!({ "number": "A" }); 9]);
        assert_eq!(error(|line| line["certificates"] = many), LineError::Certificates(9));
    }
}
