//! Downloads a log and fills a store with it, computing every hash here.

use std::borrow::Cow;

use model::LogIndex;
use registry::Registry;
use statement::Unverified;
use store::{Batch, Entry, Log as _, MemoryStore, SignedCheckpoint, split_leaf};
use tlog::{Checkpoint, Frontier, Note, Tile, decode_bundle, leaf_hash};

use crate::console::Console;
use crate::failure::Failure;
use crate::remote::Remote;

/// Entries in a whole bundle (C2SP tlog-tiles).
const BUNDLE: u64 = 256;
/// Longest log that is read into memory, in entries.
const ENTRIES_MAX: u64 = 20_000_000;

/// Downloads the log at an address. What comes back is as stated by the server and not verified yet; hashes and
/// tables are those of the entries that were downloaded.
pub fn download(url: &str, console: Console) -> Result<MemoryStore, Failure> {
    let remote = Remote::new(url)?;
    let note = text(remote.get("/log/checkpoint")?)?;
    let signed = Note::parse(note.as_bytes()).map_err(|error| odd(&error))?;
    let checkpoint = Checkpoint::parse(signed.text()).map_err(|error| odd(&error))?;
    let size = checkpoint.size();
    if size == 0 || size > ENTRIES_MAX {
        return Err(odd(&format!("the log says that it has {size} entries")));
    }
    let bar = console.progress("Downloading", size);
    let entries = entries(&remote, size, &bar)?;
    bar.finish_and_clear();
    let store = MemoryStore::new();
    store.append(&batch(entries, SignedCheckpoint { size, note: note.clone() })?)?;
    store::Anchor::set_anchor(&store, &note)?;
    Ok(store)
}

fn entries(remote: &Remote, size: u64, bar: &indicatif::ProgressBar) -> Result<Vec<Entry>, Failure> {
    let mut entries = Vec::new();
    while (entries.len() as u64) < size {
        let first = entries.len() as u64;
        // At most 256, so it fits.
        let width = u16::try_from((size - first).min(BUNDLE)).unwrap_or(u16::MAX);
        let tile = Tile::entries(first / BUNDLE, width).map_err(|error| odd(&error))?;
        let bundle = remote.get(&format!("/log/{tile}"))?;
        for leaf in decode_bundle(&bundle, width).map_err(|error| odd(&error))? {
            entries.push(entry(entries.len() as u64, leaf)?);
        }
        bar.set_position(entries.len() as u64);
    }
    Ok(entries)
}

fn entry(index: u64, leaf: &[u8]) -> Result<Entry, Failure> {
    let wrong = |reason: String| odd(&format!("entry {index}: {reason}"));
    let (day, jws) = split_leaf(leaf).map_err(wrong)?;
    let statement = Unverified::parse(jws).map_err(|error| wrong(error.to_string()))?;
    let payload = statement.payload();
    Ok(Entry {
        index: LogIndex(index),
        day,
        signer: payload.signer.clone(),
        id: payload.id.clone(),
        payload_digest: statement.payload_digest(),
        act: Cow::Borrowed(payload.act.name()),
        jws: jws.to_vec(),
    })
}

fn batch(entries: Vec<Entry>, checkpoint: SignedCheckpoint) -> Result<Batch, Failure> {
    let (mut frontier, mut hashes) = (Frontier::default(), Vec::new());
    let (mut registry, mut certificate_events) = (Registry::default(), Vec::new());
    for entry in &entries {
        frontier.append_into(leaf_hash(&entry.leaf()), &mut hashes);
        let statement = Unverified::parse(&entry.jws)?;
        let (kid, payload) = (statement.kid().to_owned(), statement.payload().clone());
        let digest = <sha2::Sha256 as sha2::Digest>::digest(&entry.jws).into();
        let logged = registry::LoggedStatement::new(entry.index, entry.day, kid, digest, payload);
        registry.apply(&logged);
        certificate_events.extend(registry.certificate_events(&logged));
    }
    hashes.retain(|stored| stored.id.is_in_a_tile());
    hashes.sort_by_key(|stored| stored.id.level);
    Ok(Batch { entries, hashes, frontier, checkpoints: vec![checkpoint], certificate_events })
}

fn text(bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| odd(&error))
}

fn odd(reason: &impl std::fmt::Display) -> Failure {
    Failure::new(
        format!("the log cannot be read as it is served: {reason}"),
        "check that this is the address of a registry; if it is, its log is damaged",
    )
}
