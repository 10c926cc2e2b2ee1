//! A status list from outside expands to a bounded list that is written and read as the same, or is an error.
#![no_main]

use credential::StatusList;
use credential::limits::STATUS_LIST_ENTRIES_MAX;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(list) = StatusList::decode(text) else { return };
    assert!(list.entries(1) <= STATUS_LIST_ENTRIES_MAX as u64);
    assert_eq!(StatusList::decode(&list.encode()), Ok(list));
});
