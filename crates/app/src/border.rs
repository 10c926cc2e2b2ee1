//! The border: what customs and authorities do with the answers of the registry.
//!
//! One use case is one file. **Invariants:** nothing here changes what the log says or what a decision is; what is told
//! in confidence stays in the border's own database.

pub mod amount;
mod checks;
pub mod elsewhere;
pub mod events;
pub mod lines;
pub mod quantities;
mod request;
pub mod suspensions;
pub mod webhooks;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use store::border::Border as Store;

use crate::LogKey;
use crate::app::App;
use lines::ProductFinder;
use webhooks::AllowPrivate;

pub use checks::{
    CHECK_BYTES_MAX, CHECKS_KEPT_MAX, CHECKS_MAX, CHECKS_PAGE, CHECKS_SHOWN_MAX, Check, CheckError,
    CheckView, DeskChecks, NOT_COVERED, NOTE_CHARS_MAX, ShowChecks, SignedChecks, Told, list_checks,
};
pub use request::{Addressed, REQUEST_SECONDS, RequestRefused, Requester, is_some_authority};
pub use store::StoreError;
pub use store::border::{CheckId, CheckIdError, CheckRecord, Recorded};

/// What is done at a border. A clone is cheap and shares everything.
#[derive(Clone)]
pub struct Border {
    inner: Arc<Inner>,
}

struct Inner {
    app: App,
    store: Arc<dyn Store>,
    keys: Vec<LogKey>,
    finder: Option<ProductFinder>,
    allow_private: AllowPrivate,
    /// Size of the log up to which nothing changed for a line that is subscribed to, by number of the subscription. It saves
    /// looking again, and is forgotten at a restart.
    looked: Mutex<HashMap<u64, u64>>,
}

/// What a border is made of.
pub struct Parts {
    /// The application.
    pub app: App,
    /// Where its data is kept.
    pub store: Arc<dyn Store>,
    /// Keys of the log, newest first: with the first that is on record answers are signed; without one they are not.
    pub keys: Vec<LogKey>,
    /// Finds certificates by product; without it a passport leads to none.
    pub finder: Option<ProductFinder>,
    /// Whether events may be sent into private networks, and without TLS.
    pub allow_private: AllowPrivate,
}

impl Border {
    /// A border.
    pub fn new(parts: Parts) -> Self {
        let Parts { app, store, keys, finder, allow_private } = parts;
        Self { inner: Arc::new(Inner { app, store, keys, finder, allow_private, looked: Mutex::default() }) }
    }

    /// The application.
    pub fn app(&self) -> &App {
        &self.inner.app
    }

    fn store(&self) -> &dyn Store {
        self.inner.store.as_ref()
    }

    fn now(&self) -> u64 {
        self.inner.app.clock().unix_seconds()
    }
}

/// A step, and whether the same was taken before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken<T> {
    /// What was done.
    pub done: T,
    /// It had been done before; nothing changed now.
    pub again: bool,
}

/// The moment of a clock.
fn moment(unix_seconds: u64) -> jiff::Timestamp {
    let seconds = i64::try_from(unix_seconds).unwrap_or(i64::MAX);
    jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::MAX)
}
