//! PDF (ISO 32000-2): header and trailer, and names that say that it is encrypted or can act.
//!
//! Names in compressed object streams are not seen, so this is no proof of harmlessness. It is served as a file to keep,
//! and never shown inside a page.

use std::io::{Read, Seek, SeekFrom};

use super::DocumentError;

/// The trailer ends the file; viewers look for its mark in the last 1,024 bytes.
const TRAILER_BYTES: u64 = 1024;
/// Bytes that are looked at together.
const WINDOW_BYTES: usize = 64 * 1024;
/// Longest name that is looked for, with every character escaped, and the slash.
const NAME_BYTES_MAX: usize = 3 * 16 + 1;

pub(super) fn judge(file: &mut (impl Read + Seek), size_bytes: u64) -> Result<(), DocumentError> {
    let damaged = |_| DocumentError::Damaged("it cannot be read");
    let mut version = [0; 7];
    file.seek(SeekFrom::Start(0)).and_then(|_| file.read_exact(&mut version)).map_err(damaged)?;
    if !matches!(&version[5..], b"1." | b"2.") {
        return Err(DocumentError::Damaged("it names no version of PDF"));
    }
    let mut trailer = Vec::new();
    let from = SeekFrom::Start(size_bytes.saturating_sub(TRAILER_BYTES));
    file.seek(from).and_then(|_| file.take(TRAILER_BYTES).read_to_end(&mut trailer)).map_err(damaged)?;
    if !trailer.windows(5).any(|part| part == b"%%EOF") {
        return Err(DocumentError::Damaged("its end is missing"));
    }
    file.seek(SeekFrom::Start(0)).map_err(damaged)?;
    look_for_names(file)
}

/// Looks at every name of the file that is not compressed.
fn look_for_names(file: &mut impl Read) -> Result<(), DocumentError> {
    let mut window: Vec<u8> = Vec::with_capacity(WINDOW_BYTES + NAME_BYTES_MAX);
    loop {
        let before = window.len();
        let read = file.take(WINDOW_BYTES as u64).read_to_end(&mut window);
        read.map_err(|_| DocumentError::Damaged("it cannot be read"))?;
        let is_last = window.len() == before;
        // A name that reaches the end of the window is looked at again with what follows.
        let whole = if is_last { window.len() } else { window.len().saturating_sub(NAME_BYTES_MAX) };
        for place in (0..whole).filter(|place| window[*place] == b'/') {
            refuse(&name(&window[place + 1..]))?;
        }
        if is_last {
            return Ok(());
        }
        window.drain(..whole);
    }
}

/// The name that begins here, with its escapes undone (section 7.3.5).
fn name(text: &[u8]) -> Vec<u8> {
    let mut name = Vec::new();
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        if name.len() > 16 || b"\0\t\n\x0c\r ()<>[]{}/%".contains(&byte) {
            break;
        }
        let escaped = (byte == b'#').then(|| after.get(..2).and_then(hexadecimal)).flatten();
        name.push(escaped.unwrap_or(byte));
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    name
}

fn hexadecimal(digits: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

fn refuse(name: &[u8]) -> Result<(), DocumentError> {
    match name {
        b"Encrypt" => Err(DocumentError::Encrypted),
        b"JavaScript" => Err(DocumentError::Active("scripts")),
        b"Launch" => Err(DocumentError::Active("actions that start programs")),
        b"EmbeddedFile" | b"EmbeddedFiles" => Err(DocumentError::Attached),
        _ => Ok(()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn judged(text: impl AsRef<[u8]>) -> Result<(), DocumentError> {
        let bytes = text.as_ref().to_vec();
        let size = bytes.len() as u64;
        judge(&mut Cursor::new(bytes), size)
    }

    #[test]
    fn a_pdf_has_a_header_and_an_end() {
        assert_eq!(judged("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer\n%%EOF\n"), Ok(()));
        assert!(matches!(judged("%PDF-9.9\n%%EOF"), Err(DocumentError::Damaged(_))));
        assert!(matches!(judged("%PDF-1.7\nand nothing more"), Err(DocumentError::Damaged(_))));
        let pushed_away = format!("%PDF-1.7\n%%EOF{}", " ".repeat(2000));
        assert!(matches!(judged(pushed_away), Err(DocumentError::Damaged(_))));
    }

    #[test]
    fn names_that_act_are_found_wherever_they_stand_and_however_they_are_written() {
        for (name, wanted) in [
            ("/Encrypt 5 0 R", DocumentError::Encrypted),
            ("/#45ncr#79pt 5 0 R", DocumentError::Encrypted),
            ("<</S/JavaScript/JS(app.alert)>>", DocumentError::Active("scripts")),
            ("<</S/#4a#61#76#61#53#63#72#69#70#74>>", DocumentError::Active("scripts")),
            ("/Launch", DocumentError::Active("actions that start programs")),
            ("/EmbeddedFiles[", DocumentError::Attached),
        ] {
            // Across every place where one window ends and the next begins.
            for before in (WINDOW_BYTES - 60..WINDOW_BYTES + 4).step_by(7).chain([0, 1, 3 * WINDOW_BYTES]) {
                let text = format!("%PDF-1.7\n{}{name}\n%%EOF", "x".repeat(before));
                assert_eq!(judged(text), Err(wanted.clone()), "{name} after {before}");
            }
        }
        assert_eq!(judged("%PDF-2.0 /EncryptMetadata /Launcher /XJavaScript %%EOF"), Ok(()));
    }
}
