//! A tile path from outside prints back as it was read, or is an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tlog::{TREE_SIZE_MAX, Tile};

fuzz_target!(|path: &str| {
    let Ok(tile) = path.parse::<Tile>() else { return };
    assert_eq!(tile.to_string(), path);
    assert!(tile.in_tree(TREE_SIZE_MAX).is_none_or(|there| there.is_complete_in(TREE_SIZE_MAX)));
    let _ = tile.nodes();
});
