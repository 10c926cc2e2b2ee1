//! TOML as JSON: the same tree, with days as text, and where each part of it stands.

use std::ops::Range;

use serde_json::{Map, Number, Value};
use toml::de::{DeTable, DeValue};

/// A table as a JSON object.
pub(super) fn to_json(table: &DeTable<'_>) -> Map<String, Value> {
    table.iter().map(|(key, value)| (key.get_ref().to_string(), value_to_json(value.get_ref()))).collect()
}

/// A table as a JSON object, without one key.
pub(super) fn to_json_without(table: &DeTable<'_>, without: &str) -> Map<String, Value> {
    let kept = table.iter().filter(|(key, _)| key.get_ref() != without);
    kept.map(|(key, value)| (key.get_ref().to_string(), value_to_json(value.get_ref()))).collect()
}

/// Where a field stands, or the part around it that exists: `act.certificates[3].expires_on`.
pub(super) fn locate(table: &DeTable<'_>, path: &str) -> Option<Range<usize>> {
    let mut steps = path.split(['.', '[']).map(|step| step.trim_end_matches(']'));
    let first = table.iter().find(|(key, _)| Some(key.get_ref().as_ref()) == steps.clone().next())?;
    steps.next();
    let (mut span, mut value) = (first.0.span(), first.1.get_ref());
    for step in steps {
        let next = match value {
            DeValue::Table(table) => {
                let found = table.iter().find(|(key, _)| key.get_ref() == step);
                found.map(|(key, value)| (key.span(), value.get_ref()))
            }
            DeValue::Array(array) => {
                let found = step.parse::<usize>().ok().and_then(|index| array.get(index));
                found.map(|value| (value.span(), value.get_ref()))
            }
            _ => None,
        };
        let Some((next_span, next_value)) = next else { break };
        (span, value) = (next_span, next_value);
    }
    Some(span)
}

fn value_to_json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Integer(number) => {
            let (text, radix) = (number.as_str(), number.radix());
            let signed = i64::from_str_radix(text, radix).map(Value::from);
            signed.or_else(|_| u64::from_str_radix(text, radix).map(Value::from)).unwrap_or(Value::Null)
        }
        // No act has a fraction; what cannot be written in JSON (`nan`) becomes null and is refused by its field.
        DeValue::Float(number) => {
            number.as_str().parse().ok().and_then(Number::from_f64).map_or(Value::Null, Value::Number)
        }
        DeValue::Boolean(flag) => Value::from(*flag),
        DeValue::Datetime(day) => Value::from(day.to_string()),
        DeValue::Array(array) => array.iter().map(|value| value_to_json(value.get_ref())).collect(),
        DeValue::Table(table) => Value::Object(to_json(table)),
    }
}
