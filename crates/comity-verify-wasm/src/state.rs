//! What a module remembers between calls.

use std::cell::RefCell;

use explain::Words;
use glance::Fields;
use serde::Deserialize;
use serde_json::json;
use verifier::{Answer, Delta, Evidence, Policy, Verifier};

use crate::{DONE, FAILED, NOT_COVERED, code};

/// Longest input, in bytes: a bundle.
const INPUT_BYTES_MAX: usize = 256 << 20;

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Runs with the one state of the module.
pub(crate) fn with<T>(run: impl FnOnce(&mut State) -> T) -> T {
    STATE.with_borrow_mut(run)
}

#[derive(Default)]
pub(crate) struct State {
    input: Vec<u8>,
    output: Vec<u8>,
    policy: Option<Policy>,
    verifier: Option<Verifier>,
    evidence: Vec<Evidence>,
    /// The words of the languages that were asked for.
    words: Vec<Words>,
}

/// What was filled in at a border.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AtBorder {
    language: String,
    unix_seconds: u64,
    fields: Fields,
}

impl State {
    pub(crate) fn input(&mut self, word: u32, count: u32) {
        let count = (count as usize).min(4);
        if self.input.len() + count <= INPUT_BYTES_MAX {
            self.input.extend_from_slice(&word.to_le_bytes()[..count]);
        }
    }

    pub(crate) fn policy(&mut self) -> u32 {
        let text = self.taken();
        match String::from_utf8_lossy(&text).parse::<Policy>() {
            Ok(policy) => {
                self.policy = Some(policy);
                self.done(Vec::new())
            }
            Err(error) => self.failed(error),
        }
    }

    pub(crate) fn bundle(&mut self) -> u32 {
        let bytes = self.taken();
        let Some(policy) = &self.policy else { return self.failed("there is no policy: give it first") };
        match Verifier::open(&bytes, policy) {
            Ok(verifier) => {
                self.evidence.clear();
                self.verifier = Some(verifier);
                self.done(Vec::new())
            }
            Err(error) => self.failed(error),
        }
    }

    pub(crate) fn evidence(&mut self) -> u32 {
        let text = self.taken();
        let Some(verifier) = &self.verifier else { return self.failed(NO_BUNDLE) };
        match verifier.evidence(&text) {
            Ok(evidence) => {
                let numbers: Vec<_> = evidence.numbers().map(ToString::to_string).collect();
                self.evidence.push(evidence);
                self.done(json!(numbers).to_string().into_bytes())
            }
            Err(error) => self.failed(error),
        }
    }

    pub(crate) fn forget_evidence(&mut self) -> u32 {
        self.evidence.clear();
        self.done(Vec::new())
    }

    pub(crate) fn answer(&mut self) -> u32 {
        let question = self.taken();
        let Some(verifier) = &self.verifier else { return self.failed(NO_BUNDLE) };
        match verifier.answer(&question, &self.evidence) {
            Ok(Answer::Answered(bytes)) => self.done(bytes),
            Ok(Answer::NotCovered(reason)) => {
                self.output = serde_json::to_vec(&reason).unwrap_or_default();
                NOT_COVERED
            }
            Err(error) => self.failed(error),
        }
    }

    pub(crate) fn glance(&mut self) -> u32 {
        let input = self.taken();
        let asked: AtBorder = match serde_json::from_slice(&input) {
            Ok(asked) => asked,
            Err(error) => return self.failed(error),
        };
        if !self.words.iter().any(|words| words.language() == asked.language) {
            match Words::load(&asked.language) {
                Ok(words) => self.words.push(words),
                Err(error) => return self.failed(error),
            }
        }
        let Some(verifier) = &self.verifier else { return self.failed(NO_BUNDLE) };
        let Some(words) = self.words.iter().find(|words| words.language() == asked.language) else {
            return self.failed(NO_BUNDLE);
        };
        let told = match verifier.glance(&asked.fields, &self.evidence, asked.unix_seconds, words) {
            Ok(shown) => json!({ "shown": shown }),
            Err(fault) => json!({ "fault": { "field": fault.field, "text": fault.tell(words) } }),
        };
        self.done(told.to_string().into_bytes())
    }

    pub(crate) fn scanned(&mut self) -> u32 {
        let text = self.taken();
        let scanned = glance::read(&String::from_utf8_lossy(&text));
        self.done(serde_json::to_vec(&scanned).unwrap_or_default())
    }

    pub(crate) fn code(&mut self) -> u32 {
        let picture = self.taken();
        match code::read(&picture) {
            Ok(text) => self.done(text.into_bytes()),
            Err(message) => self.failed(message),
        }
    }

    pub(crate) fn delta(&mut self) -> u32 {
        let input = self.taken();
        let Some((length, rest)) = input.split_first_chunk::<4>() else { return self.failed(NO_DELTA) };
        let Some((old, delta)) = rest.split_at_checked(u32::from_le_bytes(*length) as usize) else {
            return self.failed(NO_DELTA);
        };
        match Delta::from_bytes(delta).and_then(|delta| delta.apply(old)) {
            Ok(new) => self.done(new),
            Err(error) => self.failed(error),
        }
    }

    pub(crate) fn describe(&mut self) -> u32 {
        let Some(verifier) = &self.verifier else { return self.failed(NO_BUNDLE) };
        let (content, checkpoint) = (verifier.bundle().content(), verifier.bundle().checkpoint());
        let keys: Vec<_> = verifier.log_keys().iter().map(ToString::to_string).collect();
        let told = json!({
            "importing": content.importing, "made_at": content.made_at,
            "log_size": checkpoint.size(), "root": checkpoint.root().to_string(), "log_keys": keys,
        });
        self.done(told.to_string().into_bytes())
    }

    pub(crate) fn output_length(&self) -> u32 {
        u32::try_from(self.output.len()).unwrap_or(u32::MAX)
    }

    pub(crate) fn output(&self, word: u32) -> u32 {
        let from = (word as usize).saturating_mul(4);
        let byte = |place: usize| self.output.get(from.saturating_add(place)).copied().unwrap_or(0);
        u32::from_le_bytes([byte(0), byte(1), byte(2), byte(3)])
    }

    fn taken(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.input)
    }

    fn done(&mut self, output: Vec<u8>) -> u32 {
        self.output = output;
        DONE
    }

    fn failed(&mut self, error: impl ToString) -> u32 {
        self.output = error.to_string().into_bytes();
        FAILED
    }
}

const NO_BUNDLE: &str = "there is no bundle: open one first";
const NO_DELTA: &str = "a bundle with its length before it is expected, and a delta behind it";

#[cfg(test)]
mod tests {
    use super::*;

    fn give(state: &mut State, text: impl AsRef<[u8]>) {
        for word in text.as_ref().chunks(4) {
            let mut bytes = [0; 4];
            bytes[..word.len()].copy_from_slice(word);
            state.input(u32::from_le_bytes(bytes), word.len() as u32);
        }
    }

    fn said(state: &State) -> String {
        let words = state.output_length().div_ceil(4);
        let bytes: Vec<u8> = (0..words).flat_map(|word| state.output(word).to_le_bytes()).collect();
        String::from_utf8_lossy(&bytes[..state.output_length() as usize]).into_owned()
    }

    #[test]
    fn what_comes_too_early_is_refused_in_words() {
        let mut state = State::default();
        give(&mut state, "{}");
        assert_eq!((state.answer(), said(&state).as_str()), (FAILED, NO_BUNDLE));
        give(&mut state, "quorum none\n");
        assert_eq!(state.policy(), FAILED);
        assert!(said(&state).contains("`log`"), "{}", said(&state));
        assert_eq!(state.bundle(), FAILED);
        give(&mut state, r#"{"language":"en","unix_seconds":0,"fields":{}}"#);
        assert_eq!((state.glance(), said(&state).as_str()), (FAILED, NO_BUNDLE));
    }

    #[test]
    fn what_is_malformed_is_refused_in_words() {
        let mut state = State::default();
        for input in ["", "[]", r#"{"language":"tlh","unix_seconds":0,"fields":{}}"#] {
            give(&mut state, input);
            assert_eq!(state.glance(), FAILED, "{input}");
        }
        for input in [&b""[..], &[9, 0, 0, 0, 1], &[0, 0, 0, 0, 1]] {
            give(&mut state, input);
            assert_eq!(state.delta(), FAILED, "{input:?}");
        }
    }

    #[test]
    fn a_code_is_read_and_said_what_it_holds() {
        let mut state = State::default();
        give(&mut state, code::tests::picture("https://registry.example/certificates/DEMO-1"));
        assert_eq!(state.code(), DONE, "{}", said(&state));
        let text = said(&state);
        give(&mut state, &text);
        assert_eq!(state.scanned(), DONE);
        assert_eq!(said(&state), r#"{"holds":"number","number":"DEMO-1","host":"registry.example"}"#);
    }
}
