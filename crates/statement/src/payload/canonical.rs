//! The short way to a payload that is written as [`Payload::to_json`] writes it, which most are.
//!
//! No tree of values is built: what was read is written again and compared. Equal bytes have no key twice and every
//! value in its one spelling, so that only the texts and lists are left to check. Whatever is not so goes the long way,
//! which reads more kinds of bytes and says what is wrong: the two never give different payloads.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Payload, Reported};
use crate::act::Act;
use crate::check;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope<'a> {
    id: model::StatementId,
    signer: model::PartyId,
    made_on: Option<model::Date>,
    reported: Option<Reported>,
    #[serde(borrow)]
    act: &'a RawValue,
}

/// The payload, if the bytes are in that form and nothing is wrong with it.
pub(super) fn read(json: &[u8]) -> Option<Payload> {
    let envelope: Envelope<'_> = serde_json::from_slice(json).ok()?;
    let (name, fields) = without_type(envelope.act.get())?;
    let act = Act::from_text(name, &fields)?.ok()?;
    let Envelope { id, signer, made_on, reported, .. } = envelope;
    let payload = Payload { id, signer, made_on, reported, act };
    (payload.to_json() == json && check::holds(&payload)).then_some(payload)
}

/// The name of an act, and its fields as an object of their own.
fn without_type(act: &str) -> Option<(&str, String)> {
    let (name, rest) = act.strip_prefix(r#"{"type":""#)?.split_once('"')?;
    let fields = if rest == "}" { rest } else { rest.strip_prefix(',')? };
    Some((name, ["{", fields].concat()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::file::Format;

    fn examples() -> impl Iterator<Item = Payload> {
        let templates = Act::NAMES.iter().map(|name| crate::template(name).unwrap());
        templates.map(|text| crate::file::read(text, Format::Toml, None).unwrap().remove(0).payload)
    }

    #[test]
    fn every_act_as_we_write_it_goes_the_short_way_and_reads_the_same() {
        for payload in examples() {
            assert_eq!(read(&payload.to_json()), Some(payload));
        }
    }

    #[test]
    fn other_spellings_and_mistakes_go_the_long_way() {
        for payload in examples() {
            let json = String::from_utf8(payload.to_json()).unwrap();
            assert_eq!(read(format!("{json} ").as_bytes()), None);
            assert_eq!(read(json.replacen(':', ": ", 1).as_bytes()), None);
            assert_eq!(read(json.replacen(r#"{"id""#, r#"{"id":"x","id""#, 1).as_bytes()), None);
            let empty = json.replacen(r#""type":"#, r#""added":"","type":"#, 1);
            assert_eq!(read(empty.as_bytes()), None);
        }
    }
}
