//! From texts to the terms under which they are found.
//!
//! Words are lower-cased and freed of accents. A run of Chinese, Japanese or Korean writing has no spaces, so it gives
//! its single signs and its pairs. A reference such as `IEC 60335-2-15:2020` is found whole, by its number, and by
//! every part that people type of it: `60335`, `60335-2`, `iec 60335`.

use tantivy::tokenizer::{
    AsciiFoldingFilter, LowerCaser, RemoveLongFilter, SimpleTokenizer, TextAnalyzer, TokenStream as _,
};

/// Longest prefix under which a word is found as it is typed; whoever types more is found by the whole word.
pub(crate) const PREFIX_CHARS_MAX: usize = 10;
/// Bytes of a word; longer ones are no words.
const WORD_BYTES_MAX: usize = 120;
/// Words of a name that count as parts of it.
const NAME_WORDS_MAX: usize = 12;

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<String> {
    split(text).into_iter().flat_map(|run| if is_cjk_run(&run) { signs_and_pairs(&run) } else { vec![run] }).collect()
}

/// The words of a question: of writing without spaces, pairs only, which say more than single signs.
pub(crate) fn question_words(text: &str) -> Vec<String> {
    let one_or_pairs = |run: String| match run.chars().count() {
        _ if !is_cjk_run(&run) => vec![run],
        0 | 1 => vec![run],
        _ => pairs(&run),
    };
    split(text).into_iter().flat_map(one_or_pairs).collect()
}

/// A name in one form, however it is spaced, hyphenated or capitalised.
pub(crate) fn whole(name: &str) -> String {
    split(name).join(" ")
}

/// The parts of a name under which people look for it: those that begin with its first or second word.
pub(crate) fn parts(name: &str) -> Vec<String> {
    let mut words = split(name);
    words.truncate(NAME_WORDS_MAX);
    let mut parts = Vec::new();
    for start in 0..words.len().min(2) {
        parts.extend((start + 1..=words.len()).map(|end| words[start..end].join(" ")));
    }
    parts
}

/// The prefixes of a word, for finding it as it is typed.
pub(crate) fn prefixes(word: &str) -> impl Iterator<Item = &str> {
    let ends = word.char_indices().map(|(start, sign)| start + sign.len_utf8());
    ends.take(PREFIX_CHARS_MAX).map(|end| &word[..end])
}

/// A word cut to the longest prefix that is indexed.
pub(crate) fn prefix(word: &str) -> &str {
    prefixes(word).last().unwrap_or_default()
}

/// `iec60335` as `iec` and `60335`, for those who leave out the space.
pub(crate) fn letters_and_digits(word: &str) -> Option<(&str, &str)> {
    let digits = word.find(|sign: char| sign.is_ascii_digit()).filter(|start| *start > 0)?;
    let (letters, digits) = word.split_at(digits);
    let plain = letters.bytes().all(|b| b.is_ascii_alphabetic()) && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then_some((letters, digits))
}

/// Runs of letters and digits, folded; where writing without spaces meets another, it is cut.
fn split(text: &str) -> Vec<String> {
    let mut analyzer = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(WORD_BYTES_MAX))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .build();
    let mut runs = Vec::new();
    analyzer.token_stream(text).process(&mut |token| cut(&token.text, &mut runs));
    runs
}

fn cut(word: &str, runs: &mut Vec<String>) {
    let mut run = String::new();
    for sign in word.chars() {
        if run.chars().next_back().is_some_and(|last| is_cjk(last) != is_cjk(sign)) {
            runs.push(std::mem::take(&mut run));
        }
        run.push(sign);
    }
    if !run.is_empty() {
        runs.push(run);
    }
}

fn signs_and_pairs(run: &str) -> Vec<String> {
    run.chars().map(String::from).chain(pairs(run)).collect()
}

fn pairs(run: &str) -> Vec<String> {
    run.chars().zip(run.chars().skip(1)).map(|(first, second)| String::from_iter([first, second])).collect()
}

fn is_cjk_run(run: &str) -> bool {
    run.chars().next().is_some_and(is_cjk)
}

/// Kana, Han (with its extensions) and Hangul.
fn is_cjk(sign: char) -> bool {
    matches!(sign,
        '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9D}' | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_found_whole_by_number_and_by_parts() {
        assert_eq!(whole("IEC 60335-2-15:2020"), "iec 60335 2 15 2020");
        let parts = parts("IEC 60335-2-15:2020");
        for part in ["iec 60335", "iec 60335 2 15", "60335", "60335 2", "60335 2 15", "60335 2 15 2020"] {
            assert!(parts.iter().any(|found| found == part), "{part}");
        }
    }

    #[test]
    fn writing_without_spaces_gives_signs_and_pairs() {
        assert_eq!(words("電気製品A1"), ["電", "気", "製", "品", "電気", "気製", "製品", "a1"]);
        assert_eq!(question_words("電気製品"), ["電気", "気製", "製品"]);
        assert_eq!(question_words("電"), ["電"]);
    }

    #[test]
    fn accents_and_capitals_do_not_matter() {
        assert_eq!(words("Sécurité ÉLECTRIQUE"), words("securite electrique"));
    }

    #[test]
    fn prefixes_end_where_signs_end() {
        assert_eq!(prefixes("añb").collect::<Vec<_>>(), ["a", "añ", "añb"]);
        assert_eq!(prefix("abcdefghijklmnop"), "abcdefghij");
    }

    #[test]
    fn a_space_left_out_is_found_again() {
        assert_eq!(letters_and_digits("iec60335"), Some(("iec", "60335")));
        assert_eq!(letters_and_digits("60335"), None);
        assert_eq!(letters_and_digits("iec60335a"), None);
    }
}
