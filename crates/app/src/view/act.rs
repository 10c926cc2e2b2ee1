//! A statement field by field: whatever its act, a table that can be read, with links to what it names.

use std::fmt;

use model::{CertificateNumber, InstrumentId, Jurisdiction, PartyId, StandardReference, parse_date};
use serde::Deserialize;
use serde::de::{MapAccess, SeqAccess, Visitor};
use statement::Payload;

use super::log::Field;
use super::{Cell, Kind, Named, Reading};

/// Fields shown of one act: a batch of thousands of certificates is cut; the signed text below has all.
const FIELDS_MAX: usize = 400;
/// Levels that are set apart; what is deeper stands at the last.
const DEPTH_MAX: usize = 4;

/// The fields of a statement's act, in the order in which they are documented.
pub fn fields(reading: &Reading<'_>, payload: &Payload) -> Vec<Field> {
    let text = serde_json::to_string(&payload.act).unwrap_or_default();
    let mut fields = Vec::new();
    if let Ok(Node::Fields(act)) = serde_json::from_str(&text) {
        for (name, node) in act.iter().filter(|(name, _)| name != "type") {
            add(reading, &mut fields, 0, name, node);
        }
    }
    fields.truncate(FIELDS_MAX);
    fields
}

fn add(reading: &Reading<'_>, fields: &mut Vec<Field>, depth: usize, name: &str, node: &Node) {
    if fields.len() > FIELDS_MAX {
        return;
    }
    let depth = depth.min(DEPTH_MAX);
    let mut push = |cell| fields.push(Field { depth, name: name.to_owned(), cell });
    match node {
        Node::Text(text) => push(leaf(reading, name, text)),
        Node::Number(number) => push(Cell::Text(number.clone())),
        Node::Flag(flag) => push(Cell::Flag(*flag)),
        Node::Nothing => push(Cell::Nothing),
        Node::List(list) if list.iter().all(Node::is_leaf) => push(joined(reading, name, list)),
        Node::List(list) => {
            push(Cell::Nothing);
            for (place, node) in list.iter().enumerate() {
                add(reading, fields, depth + 1, &(place + 1).to_string(), node);
            }
        }
        Node::Fields(inner) => {
            push(Cell::Nothing);
            for (name, node) in inner {
                add(reading, fields, depth + 1, name, node);
            }
        }
    }
}

fn joined(reading: &Reading<'_>, name: &str, list: &[Node]) -> Cell {
    let cells: Vec<_> = list.iter().map(|node| leaf(reading, name, &node.text())).collect();
    let links: Option<Vec<Named>> = cells
        .iter()
        .map(|cell| if let Cell::Link(named) = cell { Some(named.clone()) } else { None })
        .collect();
    match links {
        Some(links) => Cell::links(links),
        None => Cell::text(list.iter().map(Node::text).collect::<Vec<_>>().join(", ")),
    }
}

/// A text, as a link if something of that name is on record.
fn leaf(reading: &Reading<'_>, name: &str, text: &str) -> Cell {
    if let Ok(day) = parse_date(text) {
        return Cell::Day(day);
    }
    if text.starts_with("https://") {
        return Cell::Address(text.to_owned());
    }
    link(reading, name, text).map_or_else(|| Cell::text(text), Cell::Link)
}

fn link(reading: &Reading<'_>, name: &str, text: &str) -> Option<Named> {
    let registry = reading.registry;
    if let Some(code) = text.parse::<Jurisdiction>().ok().filter(|code| registry.knows(*code)) {
        return Some(reading.country(code));
    }
    if let Some(party) = text.parse::<PartyId>().ok().filter(|party| registry.party(party).is_some()) {
        return Some(reading.party(&party));
    }
    if let Ok(standard) = text.parse::<StandardReference>()
        && registry.standard_series(standard.series()).is_some()
    {
        return Some(reading.standard(&standard));
    }
    let certificate = matches!(name, "number" | "certificates" | "same_product_as");
    if certificate && text.parse::<CertificateNumber>().is_ok() {
        return Some(Named::new(Kind::Certificate, text, text));
    }
    let id = text.parse::<InstrumentId>().ok()?;
    let on_record = registry.agreement(&id).is_some()
        || registry.annex(&id).is_some()
        || registry.regulation(&id).is_some()
        || registry.additional(&id).is_some()
        || registry.objective(&id).is_some()
        || registry.measure(&id).is_some()
        || registry.prior_decision(&id).is_some()
        || registry.equivalence(&id).is_some();
    on_record.then(|| reading.instrument(&id))
}

/// JSON with its fields in the order in which they are written: maps of `serde_json` sort them.
enum Node {
    Nothing,
    Flag(bool),
    Number(String),
    Text(String),
    List(Vec<Node>),
    Fields(Vec<(String, Node)>),
}

impl Node {
    fn is_leaf(&self) -> bool {
        !matches!(self, Self::List(_) | Self::Fields(_))
    }

    fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) => text.clone(),
            Self::Flag(flag) => flag.to_string(),
            _ => String::new(),
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Nothing)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Node, E> {
        Ok(Node::Flag(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = list.next_element()? {
            nodes.push(node);
        }
        Ok(Node::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Node::Fields(fields))
    }
}
