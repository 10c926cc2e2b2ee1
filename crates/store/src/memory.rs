//! A store in memory: for tests, for scratch registries and for whoever needs no durability.

mod certificates;

use std::collections::{BTreeMap, HashMap};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use model::{PartyId, StatementId};
use tlog::{Frontier, HASH_BYTES, StoredHash, TILE_HEIGHT, TILE_WIDTH, Tile, TileKind};

use crate::{Anchor, Batch, Entry, Found, Log, SignedCheckpoint, StoreError, Which};
use certificates::Tables;

/// A store in memory. Faults can be put into it, to try how its users behave when a disk fails.
#[derive(Default)]
pub struct MemoryStore {
    data: RwLock<Data>,
    faults: Option<Box<dyn Fn(Operation) -> Fault + Send + Sync>>,
}

/// What is about to be done, when a fault may strike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// [`Log::append`].
    Append,
    /// [`Log::frontier`].
    ReadFrontier,
    /// [`Anchor::set_anchor`].
    SetAnchor,
}

/// How an operation fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not.
    None,
    /// It fails and has changed nothing.
    Before,
    /// It fails after it was persisted.
    After,
}

#[derive(Default)]
struct Data {
    entries: Vec<Entry>,
    by_id: HashMap<(PartyId, StatementId), usize>,
    tiles: BTreeMap<(u8, u64), Vec<u8>>,
    frontier: Frontier,
    checkpoints: BTreeMap<u64, String>,
    anchor: Option<String>,
    cosigned: Option<String>,
    tables: Tables,
}

impl MemoryStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty store that asks before each operation whether it should fail.
    pub fn with_faults(faults: impl Fn(Operation) -> Fault + Send + Sync + 'static) -> Self {
        Self { data: RwLock::default(), faults: Some(Box::new(faults)) }
    }

    // A panic while the lock was held cannot leave half a batch: every write prepares first and then only inserts.
    fn read(&self) -> RwLockReadGuard<'_, Data> {
        self.data.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Data> {
        self.data.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn with_fault<T>(
        &self,
        operation: Operation,
        run: impl FnOnce() -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let failed = || StoreError::io(format!("{operation:?}"), "a fault was injected");
        match self.faults.as_ref().map_or(Fault::None, |faults| faults(operation)) {
            Fault::None => run(),
            Fault::Before => Err(failed()),
            Fault::After => run().and_then(|_| Err(failed())),
        }
    }
}

impl Log for MemoryStore {
    fn append(&self, batch: &Batch) -> Result<(), StoreError> {
        self.with_fault(Operation::Append, || self.write().append(batch))
    }

    fn frontier(&self) -> Result<Frontier, StoreError> {
        self.with_fault(Operation::ReadFrontier, || Ok(self.read().frontier.clone()))
    }

    fn entries(&self, from: u64, limit: usize, which: Which) -> Result<Vec<Entry>, StoreError> {
        let wanted = |entry: &&Entry| which == Which::All || !entry.is_about_certificates();
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        Ok(self.read().entries.iter().skip(from).filter(wanted).take(limit).cloned().collect())
    }

    fn find(&self, statements: &[(PartyId, StatementId)]) -> Result<Vec<Option<Found>>, StoreError> {
        let data = self.read();
        let found = |entry: &Entry| Found { index: entry.index, payload_digest: entry.payload_digest };
        Ok(statements.iter().map(|id| data.by_id.get(id).map(|i| found(&data.entries[*i]))).collect())
    }

    fn tiles(&self, tiles: &[Tile]) -> Result<Vec<Vec<u8>>, StoreError> {
        let data = self.read();
        let content = |tile: &Tile| match tile.kind() {
            TileKind::Hashes { level } => data.tiles.get(&(level, tile.index())).cloned().unwrap_or_default(),
            TileKind::Entries => Vec::new(),
        };
        Ok(tiles.iter().map(content).collect())
    }

    fn checkpoints(&self, from_size: u64, limit: usize) -> Result<Vec<SignedCheckpoint>, StoreError> {
        let data = self.read();
        let from = data.checkpoints.range(from_size..).take(limit);
        Ok(from.map(|(size, note)| SignedCheckpoint { size: *size, note: note.clone() }).collect())
    }

    fn last_checkpoint(&self) -> Result<Option<SignedCheckpoint>, StoreError> {
        let data = self.read();
        let last = data.checkpoints.last_key_value();
        Ok(last.map(|(size, note)| SignedCheckpoint { size: *size, note: note.clone() }))
    }
}

impl Anchor for MemoryStore {
    fn anchor(&self) -> Result<Option<String>, StoreError> {
        Ok(self.read().anchor.clone())
    }

    fn set_anchor(&self, note: &str) -> Result<(), StoreError> {
        self.with_fault(Operation::SetAnchor, || {
            self.write().anchor = Some(note.to_owned());
            Ok(())
        })
    }

    fn cosigned(&self) -> Result<Option<String>, StoreError> {
        Ok(self.read().cosigned.clone())
    }

    fn set_cosigned(&self, note: &str) -> Result<(), StoreError> {
        self.write().cosigned = Some(note.to_owned());
        Ok(())
    }

    fn anchor_name(&self) -> String {
        "the checkpoint kept beside the memory store".to_owned()
    }
}

impl Data {
    fn append(&mut self, batch: &Batch) -> Result<(), StoreError> {
        let found = self.frontier.size();
        if batch.size_before() != found {
            return Err(StoreError::Moved { expected: batch.size_before(), found });
        }
        self.refuse_repeated(&batch.entries)?;
        self.tables.check(&batch.certificate_events)?;
        for entry in &batch.entries {
            self.by_id.insert((entry.signer.clone(), entry.id.clone()), self.entries.len());
            self.entries.push(entry.clone());
        }
        batch.hashes.iter().for_each(|stored| self.put_hash(stored));
        self.frontier = batch.frontier.clone();
        let checkpoints =
            batch.checkpoints.iter().map(|checkpoint| (checkpoint.size, checkpoint.note.clone()));
        self.checkpoints.extend(checkpoints);
        batch.certificate_events.iter().for_each(|event| self.tables.take(event));
        Ok(())
    }

    fn refuse_repeated(&self, entries: &[Entry]) -> Result<(), StoreError> {
        let mut seen = std::collections::HashSet::new();
        for entry in entries {
            let id = (entry.signer.clone(), entry.id.clone());
            if self.by_id.contains_key(&id) || !seen.insert(id) {
                return Err(StoreError::corrupt(format!("statement `{}` would be logged twice", entry.id)));
            }
        }
        Ok(())
    }

    fn put_hash(&mut self, stored: &StoredHash) {
        let (level, width) = (stored.id.level / TILE_HEIGHT, u64::from(TILE_WIDTH));
        let tile = self.tiles.entry((level, stored.id.index / width)).or_default();
        // Hashes arrive in the order of their index, so each goes to the end of its tile.
        debug_assert_eq!(tile.len() as u64, stored.id.index % width * HASH_BYTES as u64);
        tile.extend(stored.hash.0);
    }
}
