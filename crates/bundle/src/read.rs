//! Reading a bundle. Nothing is reserved for more than the bytes that are there can hold, and everything that is read
//! has the one form in which it is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use model::{Date, LogIndex, PartyId};
use statement::act::{Alias, Change};

use crate::BUNDLE_BYTES_MAX;
use crate::bytes::Reader;
use crate::content::{Content, Reference};
use crate::day;
use crate::error::Malformed;
use crate::names::{Name, Naming, SharedName};
use crate::rice::RiceSet;
use crate::status::{Issuer, SigningKeyName, StatusChange, state_of};
use crate::write::{LENGTH_BYTES, MAGIC, STATES, kind, name, shared_key};

impl Content {
    /// Parts a bundle into what is signed and the signed note behind it.
    ///
    /// # Errors
    /// When it is not a bundle.
    pub(crate) fn split(bytes: &[u8]) -> Result<(&[u8], &[u8]), Malformed> {
        if bytes.len() > BUNDLE_BYTES_MAX {
            return Err(Malformed::TooLong { found: bytes.len() });
        }
        let mut reader = Reader::new(bytes, "its beginning");
        if reader.take(MAGIC.len().min(bytes.len()))? != MAGIC.as_bytes() {
            return Err(Malformed::Magic { expected: MAGIC.trim_end() });
        }
        let length = u64::from_be_bytes(reader.array()?);
        reader.within("its body");
        let length = usize::try_from(length).map_err(|_| Malformed::Truncated { within: "its body" })?;
        reader.take(length)?;
        Ok(bytes.split_at(MAGIC.len() + LENGTH_BYTES + length))
    }

    /// Reads the signed part of a bundle. Whoever signed it is not looked at: see [`crate::Bundle::open`].
    ///
    /// # Errors
    /// When it is malformed.
    pub fn from_bytes(signed: &[u8]) -> Result<Self, Malformed> {
        let (signed, rest) = Self::split(signed)?;
        Reader::new(rest, "its end").end()?;
        let mut reader = Reader::new(&signed[MAGIC.len() + LENGTH_BYTES..], "its head");
        let content = Self {
            importing: reader.parsed("the importing country")?,
            made_at: reader.number()?,
            checkpoint: reader.text()?.to_owned(),
            statements: read_statements(&mut reader)?,
            issuers: read_issuers(&mut reader)?,
            names: read_names(&mut reader)?,
        };
        reader.end()?;
        // Whatever could be written in two ways is written in ours: what is read comes out again byte for byte, so a
        // delta applied to it does too.
        if content.to_bytes() != signed {
            return Err(Malformed::Inconsistent { what: "the form and the content" });
        }
        Ok(content)
    }
}

pub(crate) fn read_statements(reader: &mut Reader<'_>) -> Result<Vec<Reference>, Malformed> {
    reader.within("its statements");
    let out_of_order = Malformed::Inconsistent { what: "the positions of statements" };
    let count = reader.count("statements", 5)?;
    let mut statements = Vec::with_capacity(count);
    let (mut next, mut former) = (0_u64, 0_i64);
    for _ in 0..count {
        let at =
            next.checked_add(reader.number()?).filter(|at| *at < u64::MAX).ok_or(out_of_order.clone())?;
        next = at + 1;
        former = former.saturating_add(reader.signed()?);
        let key_id = reader.text()?.to_owned();
        let digest = match reader.number()? {
            0 => None,
            1 => Some(reader.array()?),
            _ => return Err(Malformed::Number { within: "its statements" }),
        };
        let payload = reader.bytes()?.to_vec();
        statements.push(Reference { at: LogIndex(at), day: read_day(former)?, key_id, digest, payload });
    }
    Ok(statements)
}

fn read_day(number: i64) -> Result<Date, Malformed> {
    day::day(number).ok_or(Malformed::Text { what: "a day" })
}

pub(crate) fn read_issuers(reader: &mut Reader<'_>) -> Result<BTreeMap<PartyId, Issuer>, Malformed> {
    reader.within("its keys");
    let count = reader.count("keys", 2)?;
    let mut keys: Vec<Arc<SigningKeyName>> = Vec::with_capacity(count);
    for _ in 0..count {
        let key = shared_key(reader.parsed("the signer of a change")?, reader.text()?);
        if keys.last().is_some_and(|former| *former >= key) {
            return Err(Malformed::Inconsistent { what: "the keys" });
        }
        keys.push(key);
    }
    reader.within("its issuers");
    let count = reader.count("issuers", 6)?;
    let mut issuers = BTreeMap::new();
    for _ in 0..count {
        let party: PartyId = reader.parsed("an issuer")?;
        let next_unassigned = reader.number()?;
        let changes = read_changes(reader, next_unassigned, &keys)?;
        if issuers.last_key_value().is_some_and(|(former, _)| *former >= party) {
            return Err(Malformed::Inconsistent { what: "the issuers" });
        }
        issuers.insert(party, Issuer { next_unassigned, changes });
    }
    Ok(issuers)
}

/// Events, as far as they do not depend on the certificate.
struct Event {
    at: LogIndex,
    on: Date,
    signed_with: Arc<SigningKeyName>,
    reported: bool,
    kind: u64,
}

fn read_changes(
    reader: &mut Reader<'_>,
    next_unassigned: u64,
    keys: &[Arc<SigningKeyName>],
) -> Result<Vec<(u64, StatusChange)>, Malformed> {
    let what = "the certificates that changed";
    let mut changed = Vec::new();
    for state in STATES {
        let set = RiceSet::read(reader, next_unassigned, what)?;
        changed.extend(set.numbers().iter().map(|index| (*index, state)));
    }
    changed.sort_unstable();
    if changed.windows(2).any(|pair| pair[0].0 == pair[1].0) {
        return Err(Malformed::Inconsistent { what });
    }
    let events = read_events(reader, keys)?;
    // Each takes a byte at least; sets that are denser than that are refused before anything is reserved for them.
    let mut changes = Vec::with_capacity(changed.len().min(reader.left()));
    for (index, state) in changed {
        let from = changes.len();
        loop {
            let place = reader.number()?;
            let event = usize::try_from(place >> 1).ok().and_then(|place| events.get(place));
            let event = event.ok_or(Malformed::Inconsistent { what: "the changes" })?;
            changes.push((index, read_change(reader, event)?));
            if place & 1 == 0 {
                break;
            }
        }
        if state_of(&changes[from..]) != state {
            return Err(Malformed::Inconsistent { what: "the states of certificates and their changes" });
        }
    }
    Ok(changes)
}

fn read_events(reader: &mut Reader<'_>, keys: &[Arc<SigningKeyName>]) -> Result<Vec<Event>, Malformed> {
    let out_of_order = Malformed::Inconsistent { what: "the events" };
    let count = reader.count("events", 4)?;
    let mut events: Vec<Event> = Vec::with_capacity(count);
    let (mut at, mut on) = (0_u64, 0_i64);
    for _ in 0..count {
        at = at.checked_add(reader.number()?).ok_or(out_of_order.clone())?;
        on = on.saturating_add(reader.signed()?);
        let key = reader.number()?;
        let signed_with = usize::try_from(key >> 1).ok().and_then(|place| keys.get(place));
        let event = Event {
            at: LogIndex(at),
            on: read_day(on)?,
            signed_with: signed_with.ok_or(out_of_order.clone())?.clone(),
            reported: key & 1 == 1,
            kind: reader.number()?,
        };
        let order = |e: &Event| (e.at, e.on, e.signed_with.clone(), e.reported, e.kind);
        if events.last().is_some_and(|former| order(former) >= order(&event)) {
            return Err(out_of_order);
        }
        events.push(event);
    }
    Ok(events)
}

fn read_change(reader: &mut Reader<'_>, event: &Event) -> Result<StatusChange, Malformed> {
    let change = match event.kind {
        kind::SUSPENDED => Change::Suspended {},
        kind::RESTORED => Change::Restored {},
        kind::WITHDRAWN => Change::Withdrawn { from_start: false },
        kind::WITHDRAWN_FROM_START => Change::Withdrawn { from_start: true },
        kind::EXPIRED => Change::Expired {},
        kind::OTHER => serde_json::from_slice(reader.bytes()?)
            .map_err(|_| Malformed::Text { what: "a change of a certificate" })?,
        _ => return Err(Malformed::Number { within: "its events" }),
    };
    let (at, on, reported) = (event.at, event.on, event.reported);
    Ok(StatusChange { at, on, signed_with: event.signed_with.clone(), reported, change })
}

pub(crate) fn read_names(reader: &mut Reader<'_>) -> Result<Vec<SharedName>, Malformed> {
    reader.within("its names");
    let count = reader.count("names", 5)?;
    let mut names: Vec<SharedName> = Vec::with_capacity(count);
    for _ in 0..count {
        let name = read_name(reader)?;
        if names.last().is_some_and(|former| former.name.order() >= name.order()) {
            return Err(Malformed::Inconsistent { what: "the names" });
        }
        let count = reader.count("certificates of a name", 3)?;
        let naming = |reader: &mut Reader<'_>| {
            let number = reader.parsed("the number of a certificate")?;
            let at = LogIndex(reader.number()?);
            let item =
                u32::try_from(reader.number()?).map_err(|_| Malformed::Number { within: "its names" })?;
            Ok(Naming { number, at, item })
        };
        let named = (0..count).map(|_| naming(reader)).collect::<Result<Vec<_>, Malformed>>()?;
        names.push(SharedName { name, named });
    }
    Ok(names)
}

pub(crate) fn read_name(reader: &mut Reader<'_>) -> Result<Name, Malformed> {
    match reader.byte()? {
        name::DOCUMENT => Ok(Name::Document(reader.array()?)),
        name::ALIAS => {
            let mut text = || Ok::<_, Malformed>(reader.text()?.to_owned());
            Ok(Name::Alias(Alias { certifier: text()?, product: text()?, version: text()? }))
        }
        _ => Err(Malformed::Number { within: "its names" }),
    }
}
