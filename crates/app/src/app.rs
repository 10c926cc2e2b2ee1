//! The application: what is published, the store under it, and the way to the sequencer.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use arc_swap::{ArcSwap, ArcSwapOption};
use registry::Registry;
use statement::FrequentKeys;
use store::Store;
use tlog::{Frontier, Hash};

use crate::bundle::KeptBundles;
use crate::clock::Clock;
use crate::cosign::{self, CosignedCheckpoint};
use crate::credentials::SeenDocuments;
use crate::decide::{Answers, CertificateCache, Roots};
use crate::load::{self, OpenError, Progress};
use crate::log_key::LogKey;
use crate::lookalikes::KeptLookalikes;
use crate::sequencer::{Queue, Sequencer};
use crate::stories::StoriesCache;

/// The application. A clone is cheap and shares everything.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

/// One published state: the registry after a number of statements, with the checkpoint that says which they are.
pub struct State {
    registry: Registry,
    frontier: Frontier,
    checkpoint: Option<Arc<str>>,
}

/// What the application shares with its sequencer.
pub(crate) struct Shared {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) published: ArcSwap<State>,
    pub(crate) clock: Arc<dyn Clock>,
    /// Whether the sequencer waits for the outcome of a write that it could not learn.
    pub(crate) uncertain: AtomicBool,
    /// The newest checkpoint that witnesses cosigned.
    pub(crate) cosigned: ArcSwapOption<CosignedCheckpoint>,
    /// Certificates read lately, told of every batch before it is published.
    pub(crate) certificates: CertificateCache,
    /// Answers given lately.
    pub(crate) answers: Answers,
    /// Parties by what their names look like.
    pub(crate) lookalikes: KeptLookalikes,
    /// Roots of the tree at earlier sizes.
    pub(crate) roots: Roots,
    /// The index over procedures and objectives.
    pub(crate) stories: StoriesCache,
    /// The check of signatures, which remembers the keys of those who submit and issue much.
    pub(crate) signatures: FrequentKeys,
    /// Documents that were presented lately.
    pub(crate) seen: SeenDocuments,
    /// Offline bundles that were asked for lately.
    pub(crate) bundles: KeptBundles,
}

struct Inner {
    shared: Arc<Shared>,
    queue: Option<Queue>,
    /// Keys that sign checkpoints, and bundles; none where the registry was opened for reading.
    signing: Vec<LogKey>,
}

impl App {
    /// Opens a registry: replays what its log has admitted, checks it against the signed checkpoints, and starts the
    /// sequencer. `keys` sign checkpoints, newest first; an empty store takes them from its genesis statement on.
    ///
    /// # Errors
    /// [`OpenError`]; nothing is written.
    pub fn open(
        store: Arc<dyn Store>,
        keys: Vec<LogKey>,
        clock: Arc<dyn Clock>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, OpenError> {
        let state = load::load(store.as_ref(), progress)?;
        load::check_keys(&state, &keys)?;
        let shared = Shared::new(store, state, clock);
        let queue = Sequencer::start(shared.clone(), keys.clone());
        Ok(Self { inner: Arc::new(Inner { shared, queue: Some(queue), signing: keys }) })
    }

    /// Opens a registry for reading only: it answers as of now and takes no statements.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open_for_reading(
        store: Arc<dyn Store>,
        clock: Arc<dyn Clock>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, OpenError> {
        let state = load::load(store.as_ref(), progress)?;
        let shared = Shared::new(store, state, clock);
        Ok(Self { inner: Arc::new(Inner { shared, queue: None, signing: Vec::new() }) })
    }

    /// The state that is published now. It never changes; ask again for a later one.
    pub fn state(&self) -> Arc<State> {
        self.inner.shared.published.load_full()
    }

    /// The store, for reading.
    pub fn store(&self) -> &dyn Store {
        self.inner.shared.store.as_ref()
    }

    /// The clock.
    pub fn clock(&self) -> &dyn Clock {
        self.inner.shared.clock.as_ref()
    }

    /// Whether statements are taken: the application was opened for writing, and the outcome of every write is known.
    pub fn takes_statements(&self) -> bool {
        self.inner.queue.is_some() && !self.inner.shared.uncertain.load(Ordering::Relaxed)
    }

    pub(crate) fn cosigned_slot(&self) -> &ArcSwapOption<CosignedCheckpoint> {
        &self.inner.shared.cosigned
    }

    pub(crate) fn certificate_cache(&self) -> &CertificateCache {
        &self.inner.shared.certificates
    }

    pub(crate) fn answers(&self) -> &Answers {
        &self.inner.shared.answers
    }

    pub(crate) fn lookalikes(&self) -> &KeptLookalikes {
        &self.inner.shared.lookalikes
    }

    pub(crate) fn roots(&self) -> &Roots {
        &self.inner.shared.roots
    }

    pub(crate) fn stories_cache(&self) -> &StoriesCache {
        &self.inner.shared.stories
    }

    /// The check of signatures. It answers as every other, and remembers keys that come often.
    pub fn signatures(&self) -> &FrequentKeys {
        &self.inner.shared.signatures
    }

    /// Documents that were presented lately.
    pub fn seen_documents(&self) -> &SeenDocuments {
        &self.inner.shared.seen
    }

    pub(crate) fn bundles(&self) -> &KeptBundles {
        &self.inner.shared.bundles
    }

    pub(crate) fn signing(&self) -> &[LogKey] {
        &self.inner.signing
    }

    pub(crate) fn queue(&self) -> Option<&Queue> {
        self.inner.queue.as_ref()
    }
}

impl Shared {
    fn new(store: Arc<dyn Store>, state: State, clock: Arc<dyn Clock>) -> Arc<Self> {
        let published = ArcSwap::from_pointee(state);
        // Kept for convenience: one that cannot be read is asked for again.
        let cosigned = ArcSwapOption::new(store.cosigned().ok().flatten().as_deref().and_then(cosign::kept));
        Arc::new(Self {
            store,
            published,
            clock,
            uncertain: AtomicBool::new(false),
            cosigned,
            certificates: CertificateCache::default(),
            answers: Answers::default(),
            lookalikes: KeptLookalikes::default(),
            roots: Roots::default(),
            stories: StoriesCache::default(),
            signatures: FrequentKeys::default(),
            seen: SeenDocuments::default(),
            bundles: KeptBundles::default(),
        })
    }
}

impl State {
    pub(crate) fn new(registry: Registry, frontier: Frontier, checkpoint: Option<Arc<str>>) -> Self {
        Self { registry, frontier, checkpoint }
    }

    /// The registry.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// Number of statements.
    pub fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// Root of the tree over them.
    pub fn root(&self) -> Hash {
        self.frontier.root()
    }

    /// The signed checkpoint; `None` while the log is empty.
    pub fn checkpoint(&self) -> Option<&Arc<str>> {
        self.checkpoint.as_ref()
    }

    pub(crate) fn frontier(&self) -> &Frontier {
        &self.frontier
    }
}
