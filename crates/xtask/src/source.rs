//! Just enough reading of Rust source for the checks: what is code, what is a string, where a function is.
//!
//! This is no parser. It knows comments, strings and characters, so that a brace in a string is no brace.

use std::ops::Range;

/// A source file, with what is not code taken apart.
#[derive(Debug)]
pub struct Source {
    /// The text with comments, and what stands between quotes, replaced by spaces; as many bytes as the file.
    pub code: String,
    /// The strings, with the line each starts on.
    pub strings: Vec<Text>,
}

/// A string in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The line it starts on, from 1.
    pub line: usize,
    /// The byte of the file that it starts at.
    pub at: usize,
    /// What stands between the quotes, escapes as written.
    pub text: String,
}

/// A function with a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// The line of the word `fn`, from 1.
    pub line: usize,
    /// How many lines from the word `fn` to the closing brace.
    pub lines: usize,
    /// The attributes above it, as in [`Source::code`].
    pub attributes: String,
    /// The bytes of its body, braces included.
    pub body: Range<usize>,
}

impl Source {
    /// Takes a file apart.
    pub fn read(text: &str) -> Self {
        let mut reader = Reader { text, at: 0, code: String::with_capacity(text.len()), strings: Vec::new() };
        while reader.at < text.len() {
            reader.step();
        }
        Self { code: reader.code, strings: reader.strings }
    }

    /// The functions that have a body, in the order of the file; inner functions too.
    pub fn functions(&self) -> Vec<Function> {
        words(&self.code)
            .filter(|word| &self.code[word.clone()] == "fn")
            .filter_map(|word| self.function_at(word.start))
            .collect()
    }

    fn function_at(&self, start: usize) -> Option<Function> {
        let name = words(&self.code[start + 2..]).next()?;
        let name_end = start + 2 + name.end;
        let open = body_start(&self.code, name_end)?;
        let close = closing_brace(&self.code, open)?;
        let line = line_of(&self.code, start);
        Some(Function {
            name: self.code[start + 2 + name.start..name_end].to_owned(),
            line,
            lines: line_of(&self.code, close) - line + 1,
            attributes: attributes_above(&self.code, start),
            body: open..close + 1,
        })
    }
}

/// The line of a byte, from 1.
pub fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1
}

/// The words (names and key words) of a text, as ranges of bytes.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_word)?;
        let end = text[start..].find(|c| !is_word(c)).map_or(text.len(), |length| start + length);
        at = end;
        Some(start..end)
    })
}

/// Whether a character may stand in a name.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    code: String,
    strings: Vec<Text>,
}

impl Reader<'_> {
    fn step(&mut self) {
        let rest = &self.text[self.at..];
        if rest.starts_with("//") {
            self.blank(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.blank(block_comment_length(rest));
        } else if let Some(hashes) = raw_string_hashes(rest, self.code.chars().next_back()) {
            self.raw_string(hashes);
        } else if rest.starts_with('"') {
            self.string();
        } else if rest.starts_with('\'') {
            self.blank(character_length(rest));
        } else if let Some(c) = rest.chars().next() {
            self.code.push(c);
            self.at += c.len_utf8();
        }
    }

    /// Replaces so many bytes by as many spaces; line ends stay.
    fn blank(&mut self, length: usize) {
        let bytes = self.text[self.at..self.at + length].bytes();
        self.code.extend(bytes.map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        self.at += length;
    }

    fn string(&mut self) {
        let inner = &self.text[self.at + 1..];
        let mut escaped = false;
        let length = inner
            .find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            })
            .unwrap_or(inner.len());
        self.keep(1, length, 1);
    }

    fn raw_string(&mut self, hashes: usize) {
        let opening = 2 + hashes;
        let inner = &self.text[self.at + opening..];
        let closing = format!("\"{}", "#".repeat(hashes));
        let length = inner.find(&closing).unwrap_or(inner.len());
        self.keep(opening, length, closing.len());
    }

    fn keep(&mut self, opening: usize, length: usize, closing: usize) {
        let start = self.at + opening;
        let text = self.text[start..start + length].to_owned();
        self.strings.push(Text { line: line_of(self.text, self.at), at: self.at, text });
        let end = (start + length + closing).min(self.text.len());
        self.blank(end - self.at);
    }
}

fn block_comment_length(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        if here.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

/// `r"`, `r#"`, …: how many hashes; none when this is no raw string or the `r` ends a longer word.
fn raw_string_hashes(rest: &str, before: Option<char>) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    // A `b` or `c` before the `r` is a prefix of the string, not a word.
    if before.is_some_and(|c| is_word(c) && c != 'b' && c != 'c') {
        return None;
    }
    let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// A character such as `'a'` or `'\n'` with its quotes; one byte for the quote of a lifetime.
fn character_length(rest: &str) -> usize {
    let inner = &rest[1..];
    if let Some(escaped) = inner.strip_prefix('\\') {
        // The character after the backslash may itself be a quote.
        let skipped = 1 + escaped.chars().next().map_or(0, char::len_utf8);
        return inner[skipped..].find('\'').map_or(1, |length| 1 + skipped + length + 1);
    }
    match inner.chars().next() {
        Some(c) if inner[c.len_utf8()..].starts_with('\'') => c.len_utf8() + 2,
        _ => 1,
    }
}

/// The opening brace of a function's body; none when a semicolon ends it first (a trait's own declaration).
fn body_start(code: &str, from: usize) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, byte) in code.bytes().enumerate().skip(from) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b'{' if depth == 0 => return Some(at),
            b';' | b'}' if depth == 0 => return None,
            _ => {}
        }
        if depth < 0 {
            // `fn` inside a type, such as `(fn(u8) -> u8)`.
            return None;
        }
    }
    None
}

fn closing_brace(code: &str, open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// The attribute lines between a function and what stands before it.
fn attributes_above(code: &str, start: usize) -> String {
    let before = &code[..start];
    let from = before.rfind([';', '}', '{']).map_or(0, |at| at + 1);
    let between = &before[from..];
    between[between.find('#').unwrap_or(between.len())..].trim().to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_not_code() {
        let text = "let a = \"fn { \\\" }\"; // fn b() {\n/* fn /* c */ */ let d = r#\"x\"y\"#;";
        let source = Source::read(text);
        assert_eq!(source.code.len(), text.len());
        assert!(!source.code.contains("fn"));
        assert_eq!(source.strings[0].text, "fn { \\\" }");
        assert_eq!((source.strings[1].line, source.strings[1].text.as_str()), (2, "x\"y"));
        assert!(text[source.strings[1].at..].starts_with("r#"));
    }

    #[test]
    fn a_lifetime_is_not_a_character() {
        let source = Source::read("fn a<'x>(b: &'x str) { if c == '{' || c == '\\'' || c == 'é' {} }");
        assert_eq!(source.functions().len(), 1);
        assert!(!source.code.contains('é'));
    }

    #[test]
    fn functions_are_found_with_their_length_and_attributes() {
        let text = "use a;\n\n#[test]\n#[ignore]\nfn b(c: [u8; 2]) -> D {\n    e();\n}\n\ntrait F {\n    fn g(&self);\n}\n";
        let functions = Source::read(text).functions();
        assert_eq!(functions.len(), 1);
        let b = &functions[0];
        assert_eq!((b.name.as_str(), b.line, b.lines), ("b", 5, 3));
        assert_eq!(b.attributes, "#[test]\n#[ignore]");
        assert_eq!(text.get(b.body.clone()).unwrap(), "{\n    e();\n}");
    }

    #[test]
    fn a_function_type_is_not_a_function() {
        assert!(Source::read("struct A { b: fn(u8) -> u8, c: Option<fn()> }").functions().is_empty());
    }
}
