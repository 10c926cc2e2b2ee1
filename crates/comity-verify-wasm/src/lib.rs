//! The offline verifier for browsers, as WebAssembly without any glue but `js/verify.mjs`.
//!
//! Bytes cross the border four at a time, as numbers: no pointers, no memory that both sides write, no generated code.
//! A bundle of a megabyte is a quarter of a million calls, some milliseconds. A module has one policy, one bundle and the
//! evidence that was added; its functions return 0 for success, 1 for failure (the output is the message), and 3 when the
//! bundle does not cover the question (the output is the reason as JSON), as `comity-verify` does.

mod code;
mod state;

use state::with;

/// Done; the output is the answer, or empty.
pub const DONE: u32 = 0;
/// Failed; the output says why, in words.
pub const FAILED: u32 = 1;
/// The bundle does not cover the question; the output is the reason as JSON.
pub const NOT_COVERED: u32 = 3;

/// Appends up to four bytes to the input, the lowest first.
#[unsafe(no_mangle)]
pub extern "C" fn input(word: u32, count: u32) {
    with(|state| state.input(word, count));
}

/// Takes the input as the policy (C2SP tlog-policy): whom to trust.
#[unsafe(no_mangle)]
pub extern "C" fn policy() -> u32 {
    with(state::State::policy)
}

/// Takes the input as a bundle and opens it; evidence that was added before is forgotten.
#[unsafe(no_mangle)]
pub extern "C" fn bundle() -> u32 {
    with(state::State::bundle)
}

/// Takes the input as evidence and adds it. The output is the list of certificate numbers in it, as JSON.
#[unsafe(no_mangle)]
pub extern "C" fn evidence() -> u32 {
    with(state::State::evidence)
}

/// Forgets the evidence.
#[unsafe(no_mangle)]
pub extern "C" fn forget_evidence() -> u32 {
    with(state::State::forget_evidence)
}

/// Takes the input as a question and answers it.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> u32 {
    with(state::State::answer)
}

/// Takes the input as what was filled in at a border, as JSON: `language`, `unix_seconds` and `fields`. The output is
/// `{"shown": …}` with the answer at one glance, or `{"fault": …}` with the field that is to be corrected.
#[unsafe(no_mangle)]
pub extern "C" fn glance() -> u32 {
    with(state::State::glance)
}

/// Takes the input as text of a code or file. The output says as JSON what it holds.
#[unsafe(no_mangle)]
pub extern "C" fn scanned() -> u32 {
    with(state::State::scanned)
}

/// Takes the input as a grey picture: width and height in two bytes each, the lowest first, then a byte a pixel. The output
/// is the text of the first QR code in it, or empty.
#[unsafe(no_mangle)]
pub extern "C" fn code() -> u32 {
    with(state::State::code)
}

/// Takes the input as a bundle with its length before it in four bytes, the lowest first, and a delta behind it. The output
/// is the later bundle; nothing is opened.
#[unsafe(no_mangle)]
pub extern "C" fn delta() -> u32 {
    with(state::State::delta)
}

/// What the bundle is: country, log size, root, when it was made, and the keys of its log, as JSON.
#[unsafe(no_mangle)]
pub extern "C" fn describe() -> u32 {
    with(state::State::describe)
}

/// Bytes of the output.
#[unsafe(no_mangle)]
pub extern "C" fn output_length() -> u32 {
    with(|state| state.output_length())
}

/// Four bytes of the output, the lowest first; zeros past its end.
#[unsafe(no_mangle)]
pub extern "C" fn output(word: u32) -> u32 {
    with(|state| state.output(word))
}
