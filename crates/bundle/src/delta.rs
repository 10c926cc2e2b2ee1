//! What leads from one bundle to a later one. Its size follows what changed, not what there is.

use std::collections::{BTreeMap, BTreeSet};

use model::{Jurisdiction, LogIndex, PartyId};

use crate::BUNDLE_BYTES_MAX;
use crate::bytes::{Reader, Writer};
use crate::content::{Content, Reference};
use crate::error::{DeltaError, Malformed};
use crate::names::{Name, SharedName};
use crate::read::{read_issuers, read_name, read_names, read_statements};
use crate::rice::RiceSet;
use crate::signed::digest;
use crate::status::Issuer;
use crate::write::{write_issuers, write_name, write_names, write_statements};

const MAGIC: &str = "comity bundle delta v0\n";

/// The difference between two bundles of one country and log.
#[derive(Clone, Debug, PartialEq)]
pub struct Delta {
    /// SHA-256 of the whole file of the earlier bundle.
    pub from: [u8; 32],
    /// SHA-256 of the whole file of the later one.
    pub to: [u8; 32],
    importing: Jurisdiction,
    made_at: u64,
    checkpoint: String,
    /// The signed note of the later bundle.
    note: String,
    statements_gone: Vec<LogIndex>,
    statements: Vec<Reference>,
    issuers_gone: BTreeSet<PartyId>,
    /// Of issuers that differ: all changes of the certificates whose changes differ.
    issuers: BTreeMap<PartyId, Issuer>,
    /// Of issuers that differ: certificates without changes any more.
    unchanged: BTreeMap<PartyId, RiceSet>,
    names_gone: Vec<Name>,
    names: Vec<SharedName>,
}

impl Delta {
    /// What leads from one bundle to another. Both are files; who signed them is not looked at.
    ///
    /// # Errors
    /// [`DeltaError`].
    pub fn between(old: &[u8], new: &[u8]) -> Result<Self, DeltaError> {
        let ((before, _), (after, note)) = (read(old)?, read(new)?);
        if before.importing != after.importing || origin(&before) != origin(&after) {
            return Err(DeltaError::Unrelated);
        }
        let mut delta = Self {
            from: digest(old),
            to: digest(new),
            importing: after.importing,
            made_at: after.made_at,
            checkpoint: after.checkpoint.clone(),
            note,
            statements_gone: Vec::new(),
            statements: Vec::new(),
            issuers_gone: before
                .issuers
                .keys()
                .filter(|id| !after.issuers.contains_key(*id))
                .cloned()
                .collect(),
            issuers: BTreeMap::new(),
            unchanged: BTreeMap::new(),
            names_gone: Vec::new(),
            names: Vec::new(),
        };
        delta.compare_statements(&before, &after);
        delta.compare_issuers(&before, &after);
        delta.compare_names(&before, &after);
        Ok(delta)
    }

    fn compare_statements(&mut self, before: &Content, after: &Content) {
        let at = |content: &Content, wanted: &Reference| {
            let found = content.statements.binary_search_by_key(&wanted.at, |statement| statement.at);
            found.is_ok_and(|place| content.statements[place] == *wanted)
        };
        let gone = before.statements.iter().filter(|statement| !at(after, statement));
        self.statements_gone = gone.map(|statement| statement.at).collect();
        self.statements =
            after.statements.iter().filter(|statement| !at(before, statement)).cloned().collect();
    }

    fn compare_issuers(&mut self, before: &Content, after: &Content) {
        let nothing = Issuer::default();
        for (party, new) in &after.issuers {
            let old = before.issuers.get(party);
            if old == Some(new) {
                continue;
            }
            let old = old.unwrap_or(&nothing);
            let differ = new.by_certificate().filter(|changes| old.changes_of(changes[0].0) != *changes);
            let changes = differ.flatten().cloned().collect();
            let cleared = old.by_certificate().map(|changes| changes[0].0);
            let cleared: Vec<u64> = cleared.filter(|index| new.changes_of(*index).is_empty()).collect();
            self.issuers.insert(party.clone(), Issuer { next_unassigned: new.next_unassigned, changes });
            if !cleared.is_empty() {
                self.unchanged.insert(party.clone(), RiceSet::new(cleared));
            }
        }
    }

    fn compare_names(&mut self, before: &Content, after: &Content) {
        let gone = before.names.iter().filter(|shared| after.shared(&shared.name).is_none());
        self.names_gone = gone.map(|shared| shared.name.clone()).collect();
        let new = after.names.iter().filter(|shared| before.shared(&shared.name) != Some(*shared));
        self.names = new.cloned().collect();
    }

    /// The later bundle, byte for byte, from the earlier one.
    ///
    /// # Errors
    /// [`DeltaError`], when the earlier bundle is another one, or what comes out is not what was promised.
    pub fn apply(&self, old: &[u8]) -> Result<Vec<u8>, DeltaError> {
        if digest(old) != self.from {
            return Err(DeltaError::OtherBase);
        }
        let (mut content, _) = read(old)?;
        content.importing = self.importing;
        content.made_at = self.made_at;
        content.checkpoint.clone_from(&self.checkpoint);
        self.change_statements(&mut content);
        self.change_issuers(&mut content);
        self.change_names(&mut content);
        let mut bytes = content.to_bytes();
        bytes.extend_from_slice(self.note.as_bytes());
        if digest(&bytes) == self.to { Ok(bytes) } else { Err(DeltaError::OtherResult) }
    }

    fn change_statements(&self, content: &mut Content) {
        content.statements.retain(|statement| self.statements_gone.binary_search(&statement.at).is_err());
        content.statements.extend(self.statements.iter().cloned());
        content.statements.sort_by_key(|statement| statement.at);
    }

    fn change_issuers(&self, content: &mut Content) {
        content.issuers.retain(|party, _| !self.issuers_gone.contains(party));
        for (party, change) in &self.issuers {
            let issuer = content.issuers.entry(party.clone()).or_default();
            issuer.next_unassigned = change.next_unassigned;
            let cleared = self.unchanged.get(party);
            let replaced = |index: u64| {
                !change.changes_of(index).is_empty() || cleared.is_some_and(|set| set.contains(index))
            };
            issuer.changes.retain(|(index, _)| !replaced(*index));
            issuer.changes.extend(change.changes.iter().cloned());
            // Stable: the changes of one certificate keep their order.
            issuer.changes.sort_by_key(|(index, _)| *index);
        }
    }

    fn change_names(&self, content: &mut Content) {
        let replaced = |name: &Name| self.names.iter().any(|shared| shared.name == *name);
        content.names.retain(|shared| !self.names_gone.contains(&shared.name) && !replaced(&shared.name));
        content.names.extend(self.names.iter().cloned());
        content.sort_names();
    }
}

/// As bytes.
impl Delta {
    /// The file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.0.extend_from_slice(MAGIC.as_bytes());
        out.0.extend_from_slice(&self.from);
        out.0.extend_from_slice(&self.to);
        out.text(self.importing.as_str());
        out.number(self.made_at);
        out.text(&self.checkpoint);
        out.text(&self.note);
        RiceSet::new(self.statements_gone.iter().map(|at| at.0).collect()).write(&mut out);
        write_statements(&mut out, &self.statements);
        out.number(self.issuers_gone.len() as u64);
        self.issuers_gone.iter().for_each(|party| out.text(party.as_str()));
        write_issuers(&mut out, &self.issuers);
        out.number(self.unchanged.len() as u64);
        for (party, set) in &self.unchanged {
            out.text(party.as_str());
            set.write(&mut out);
        }
        out.number(self.names_gone.len() as u64);
        self.names_gone.iter().for_each(|name| write_name(&mut out, name));
        write_names(&mut out, &self.names);
        out.0
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it is malformed.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DeltaError> {
        Self::parse(bytes).map_err(DeltaError::Delta)
    }

    fn parse(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() > BUNDLE_BYTES_MAX {
            return Err(Malformed::TooLong { found: bytes.len() });
        }
        let mut reader = Reader::new(bytes, "its beginning");
        if reader.take(MAGIC.len().min(bytes.len()))? != MAGIC.as_bytes() {
            return Err(Malformed::Magic { expected: MAGIC.trim_end() });
        }
        let delta = Self {
            from: reader.array()?,
            to: reader.array()?,
            importing: reader.parsed("the importing country")?,
            made_at: reader.number()?,
            checkpoint: reader.text()?.to_owned(),
            note: reader.text()?.to_owned(),
            statements_gone: read_positions(&mut reader)?,
            statements: read_statements(&mut reader)?,
            issuers_gone: read_parties(&mut reader)?,
            issuers: read_issuers(&mut reader)?,
            unchanged: read_unchanged(&mut reader)?,
            names_gone: read_gone_names(&mut reader)?,
            names: read_names(&mut reader)?,
        };
        reader.end()?;
        Ok(delta)
    }
}

fn read_positions(reader: &mut Reader<'_>) -> Result<Vec<LogIndex>, Malformed> {
    let set = RiceSet::read(reader, u64::MAX, "statements that are gone")?;
    Ok(set.numbers().iter().map(|at| LogIndex(*at)).collect())
}

fn read_parties(reader: &mut Reader<'_>) -> Result<BTreeSet<PartyId>, Malformed> {
    let count = reader.count("issuers that are gone", 1)?;
    (0..count).map(|_| reader.parsed("an issuer")).collect()
}

fn read_unchanged(reader: &mut Reader<'_>) -> Result<BTreeMap<PartyId, RiceSet>, Malformed> {
    let count = reader.count("issuers with fewer changes", 2)?;
    let one = |reader: &mut Reader<'_>| {
        Ok((reader.parsed("an issuer")?, RiceSet::read(reader, u64::MAX, "certificates without changes")?))
    };
    (0..count).map(|_| one(reader)).collect()
}

fn read_gone_names(reader: &mut Reader<'_>) -> Result<Vec<Name>, Malformed> {
    let count = reader.count("names that are gone", 1)?;
    (0..count).map(|_| read_name(reader)).collect()
}

/// Content and signed note of a bundle whose signature is not looked at.
fn read(bytes: &[u8]) -> Result<(Content, String), DeltaError> {
    let read = || {
        let (signed, note) = Content::split(bytes)?;
        let note = std::str::from_utf8(note).map_err(|_| Malformed::Text { what: "the signed note" })?;
        Ok((Content::from_bytes(signed)?, note.to_owned()))
    };
    read().map_err(DeltaError::Bundle)
}

/// The first line of the checkpoint: the name of the log.
fn origin(content: &Content) -> &str {
    content.checkpoint.lines().next().unwrap_or_default()
}
