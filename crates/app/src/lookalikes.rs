//! The index of parties by what their names look like, kept from one question to the next. It is derived, and made when a
//! document first names somebody who is not on record.

use std::sync::{Mutex, PoisonError};

use credential::compare::Lookalikes;

use crate::app::State;

/// The index with the size of the log that it knows.
#[derive(Default)]
pub(crate) struct KeptLookalikes(Mutex<(u64, Lookalikes)>);

impl KeptLookalikes {
    /// The registered party that a DID, or the name beside it, could be taken for.
    pub(crate) fn find(&self, state: &State, did: &str, name: Option<&str>) -> Option<String> {
        // A panic leaves an index that lacks parties; the next question after a statement takes them in.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (size, index) = &mut *kept;
        if *size < state.size() {
            index.take_in(state.registry());
            *size = state.size();
        }
        index.find(state.registry(), did, name)
    }
}
