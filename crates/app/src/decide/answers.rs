//! Answers given lately.
//!
//! An answer is a function of the question and of the log up to a size, nothing else: whoever asks the same question at
//! the same size gets the same bytes. Lines of one manifest repeat each other, and so do those who look twice; they are
//! answered without deciding again. With the next statement the size is another, and nothing of this is used any more.
//!
//! INVARIANT: only questions without presented documents come here; those are judged at the moment at which they are shown.

use bytes::Bytes;
use quick_cache::sync::Cache;
use quick_cache::{Equivalent, Weighter};

/// Answers for which the cache makes room at the start.
const ENTRIES_EXPECTED: usize = 4_000;
/// Bytes of questions and answers kept: some thousand answers.
const BYTES_MAX: u64 = 64 * 1024 * 1024;
/// A longer answer is made anew: a few of them would push out everything else.
const ANSWER_BYTES_MAX: usize = 512 * 1024;

/// The cache.
pub(crate) struct Answers(Cache<Key, Bytes, Weigh>);

/// A question as it was written, and the size of the log from which it was answered.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    size: u64,
    question: Box<[u8]>,
}

#[derive(Hash)]
struct Asked<'q> {
    size: u64,
    question: &'q [u8],
}

#[derive(Clone)]
struct Weigh;

impl Default for Answers {
    fn default() -> Self {
        Self(Cache::with_weighter(ENTRIES_EXPECTED, BYTES_MAX, Weigh))
    }
}

impl Answers {
    /// The answer that was given to the same bytes at the same size of the log.
    pub(crate) fn given(&self, size: u64, question: &[u8]) -> Option<Bytes> {
        self.0.get(&Asked { size, question })
    }

    /// Keeps an answer, and gives it back.
    pub(crate) fn keep(&self, size: u64, question: &[u8], answer: Vec<u8>) -> Bytes {
        let answer = Bytes::from(answer);
        if answer.len() <= ANSWER_BYTES_MAX {
            self.0.insert(Key { size, question: question.into() }, answer.clone());
        }
        answer
    }
}

impl Equivalent<Key> for Asked<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        self.size == key.size && *self.question == *key.question
    }
}

impl Weighter<Key, Bytes> for Weigh {
    fn weight(&self, key: &Key, answer: &Bytes) -> u64 {
        (key.question.len() + answer.len() + 128) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_given_again_to_the_same_bytes_at_the_same_size_alone() {
        let answers = Answers::default();
        answers.keep(7, b"{}", b"yes".to_vec());
        assert_eq!(answers.given(7, b"{}").as_deref(), Some(&b"yes"[..]));
        assert_eq!((answers.given(8, b"{}"), answers.given(7, b"{ }")), (None, None));
    }

    #[test]
    fn a_very_long_answer_is_given_and_not_kept() {
        let answers = Answers::default();
        assert_eq!(answers.keep(7, b"{}", vec![b' '; ANSWER_BYTES_MAX + 1]).len(), ANSWER_BYTES_MAX + 1);
        assert_eq!(answers.given(7, b"{}"), None);
    }
}
