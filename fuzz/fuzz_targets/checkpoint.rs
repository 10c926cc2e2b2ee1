//! A note or checkpoint from outside prints back as it was read, or is an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tlog::{Checkpoint, Note};

fuzz_target!(|bytes: &[u8]| {
    let Ok(note) = Note::parse(bytes) else { return };
    assert_eq!(note.to_string().as_bytes(), bytes);
    if let Ok(checkpoint) = Checkpoint::parse(note.text()) {
        assert_eq!(checkpoint.text(), note.text());
    }
});
