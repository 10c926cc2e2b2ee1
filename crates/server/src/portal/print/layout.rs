//! Where everything stands on paper: lines broken to the width of a page of A4, pages broken between lines.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use super::sheet::{Block, Sheet};

/// Width of A4 (ISO 216) in points.
pub(super) const PAGE_WIDTH: f32 = 595.28;
/// Its height.
pub(super) const PAGE_HEIGHT: f32 = 841.89;
/// Empty space around what is printed.
pub(super) const MARGIN: f32 = 51.0;
/// Side of the code with its quiet zone: 40 mm, so that it is read from an arm's length.
pub(super) const CODE_SIDE: f32 = 113.4;
/// Width of the names beside what is stated.
const NAMES_WIDTH: f32 = 150.0;
/// Space between two things beside each other.
const GAP: f32 = 12.0;
/// Lines of one text that are printed: what an act may hold is shorter.
const LINES_MAX: usize = 400;
/// What stands for a letter that the font does not have.
const UNKNOWN: char = '\u{25a1}';

/// The font for text, and that for what stands out. Both are DejaVu Sans, cut to Latin, Greek and Cyrillic.
pub(super) const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../assets/fonts/DejaVuSans.ttf"),
    include_bytes!("../../../assets/fonts/DejaVuSans-Bold.ttf"),
];

static FACES: LazyLock<Vec<Option<FontRef<'static>>>> =
    LazyLock::new(|| FONTS.iter().map(|bytes| FontRef::new(bytes).ok()).collect());

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    /// Which of [`FONTS`].
    pub(super) font: usize,
    /// Size in points.
    pub(super) size: f32,
}

impl Style {
    const TITLE: Self = Self { font: 1, size: 17.0 };
    const STATE: Self = Self { font: 1, size: 11.5 };
    const HEADING: Self = Self { font: 1, size: 11.5 };
    const NAME: Self = Self { font: 1, size: 9.0 };
    const TEXT: Self = Self { font: 0, size: 9.0 };
    const SMALL: Self = Self { font: 0, size: 7.5 };
    /// Page numbers.
    pub(super) const FOOT: Self = Self::SMALL;

    fn leading(self) -> f32 {
        self.size * 1.4
    }
}

/// What a part of the print is, for those who listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The title.
    Title,
    /// A heading.
    Heading,
    /// Anything else.
    Text,
}

/// A line on a page. Its place is that of its first letter on the base line, from the top of the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) style: Style,
    pub(super) text: String,
    /// Which part of the print it belongs to.
    pub(super) part: usize,
}

/// A print with every place.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    /// What each part is, in the order in which they are read.
    pub(super) parts: Vec<Role>,
    /// The lines of each page.
    pub(super) pages: Vec<Vec<Line>>,
    /// The part that is read before the code.
    pub(super) code_after: usize,
}

/// A letter of a text with the glyph that shows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Letter {
    pub(super) glyph: u32,
    /// Width in units of the size of the font.
    pub(super) width: f32,
}

/// The glyph of a letter; of one that the font does not have, that of a box.
pub(super) fn letter(font: usize, letter: char) -> Letter {
    let unknown = Letter { glyph: 0, width: 0.5 };
    let Some(face) = FACES.get(font).and_then(Option::as_ref) else { return unknown };
    let Some(glyph) = glyph(face, letter).or_else(|| glyph(face, UNKNOWN)) else { return unknown };
    let (unscaled, upright) = (Size::unscaled(), LocationRef::default());
    let width = face.glyph_metrics(unscaled, upright).advance_width(glyph).unwrap_or_default();
    let em = f32::from(face.metrics(unscaled, upright).units_per_em.max(1));
    Letter { glyph: glyph.to_u32(), width: width / em }
}

fn glyph(face: &FontRef<'_>, letter: char) -> Option<GlyphId> {
    face.charmap().map(letter).filter(|glyph| glyph.to_u32() != 0)
}

/// A text as it is shown: with a box for each letter that the font does not have, and blanks for what cannot be seen.
pub(super) fn shown(font: usize, text: &str) -> String {
    let face = FACES.get(font).and_then(Option::as_ref);
    let has = |letter: char| face.is_some_and(|face| glyph(face, letter).is_some());
    let visible = |letter: char| match letter {
        letter if letter.is_whitespace() || letter.is_control() => ' ',
        // What turns text around or hides it is not obeyed on paper.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => UNKNOWN,
        letter if has(letter) => letter,
        _ => UNKNOWN,
    };
    text.chars().map(visible).collect()
}

impl Layout {
    pub(super) fn of(sheet: &Sheet) -> Self {
        let mut writer = Writer { layout: Self::default(), y: MARGIN };
        writer.layout.pages.push(Vec::new());
        let beside_code = PAGE_WIDTH - 2.0 * MARGIN - CODE_SIDE - GAP;
        for line in &sheet.above {
            writer.paragraph(Role::Text, line, Style::SMALL, MARGIN, beside_code);
        }
        writer.y += 6.0;
        writer.paragraph(Role::Title, &sheet.title, Style::TITLE, MARGIN, beside_code);
        writer.paragraph(Role::Text, &sheet.state, Style::STATE, MARGIN, beside_code);
        writer.layout.code_after = writer.layout.parts.len();
        writer.paragraph(Role::Text, &sheet.caption, Style::SMALL, MARGIN, beside_code);
        writer.paragraph(Role::Text, &sheet.address, Style::TEXT, MARGIN, beside_code);
        writer.y = writer.y.max(MARGIN + CODE_SIDE + GAP);
        sheet.blocks.iter().for_each(|block| writer.block(block));
        writer.layout
    }
}

struct Writer {
    layout: Layout,
    /// Where the next line begins, from the top.
    y: f32,
}

impl Writer {
    fn block(&mut self, block: &Block) {
        let whole = PAGE_WIDTH - 2.0 * MARGIN;
        match block {
            Block::Heading(text) => {
                // A heading is not left alone at the foot of a page.
                self.y += 8.0;
                self.fit(4.0 * Style::TEXT.leading());
                self.paragraph(Role::Heading, text, Style::HEADING, MARGIN, whole);
            }
            Block::Pair(name, stated) => {
                let part = self.part(Role::Text);
                let names = broken(&shown(Style::NAME.font, name), Style::NAME, NAMES_WIDTH - GAP);
                let stated = broken(&shown(Style::TEXT.font, stated), Style::TEXT, whole - NAMES_WIDTH);
                for place in 0..names.len().max(stated.len()) {
                    self.fit(Style::TEXT.leading());
                    if let Some(name) = names.get(place) {
                        self.line(name, Style::NAME, MARGIN, part);
                    }
                    if let Some(stated) = stated.get(place) {
                        self.line(stated, Style::TEXT, MARGIN + NAMES_WIDTH, part);
                    }
                    self.y += Style::TEXT.leading();
                }
            }
            Block::Entry(text) => {
                self.paragraph(Role::Text, &format!("– {text}"), Style::TEXT, MARGIN, whole);
            }
            Block::Text(text) => self.paragraph(Role::Text, text, Style::TEXT, MARGIN, whole),
            Block::Small(text) => self.paragraph(Role::Text, text, Style::SMALL, MARGIN, whole),
        }
    }

    fn paragraph(&mut self, role: Role, text: &str, style: Style, x: f32, width: f32) {
        let part = self.part(role);
        for line in broken(&shown(style.font, text), style, width) {
            self.fit(style.leading());
            self.line(&line, style, x, part);
            self.y += style.leading();
        }
        self.y += 2.0;
    }

    fn part(&mut self, role: Role) -> usize {
        self.layout.parts.push(role);
        self.layout.parts.len() - 1
    }

    fn line(&mut self, text: &str, style: Style, x: f32, part: usize) {
        if text.trim().is_empty() {
            return;
        }
        let line = Line { x, y: self.y + style.size, style, text: text.to_owned(), part };
        if let Some(page) = self.layout.pages.last_mut() {
            page.push(line);
        }
    }

    /// Begins another page where so much does not fit on this one.
    fn fit(&mut self, height: f32) {
        if self.y + height > PAGE_HEIGHT - MARGIN {
            self.layout.pages.push(Vec::new());
            self.y = MARGIN;
        }
    }
}

/// Lines of at most that width: broken between words, and within a word that is longer than a line. A line that is followed
/// by another keeps the blank at its end, so that the words stay apart for those who copy or listen.
fn broken(text: &str, style: Style, width: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0.0;
    for word in text.split_inclusive(' ') {
        let needed = measure(word.trim_end(), style);
        if used > 0.0 && used + needed > width {
            lines.push(String::new());
            used = 0.0;
        }
        for letter in word.chars() {
            let wide = self::letter(style.font, letter).width * style.size;
            if used + wide > width && letter != ' ' {
                lines.push(String::new());
                used = 0.0;
            }
            if let Some(line) = lines.last_mut() {
                line.push(letter);
            }
            used += wide;
        }
    }
    lines.truncate(LINES_MAX);
    lines
}

/// The width of a text in points.
pub(super) fn measure(text: &str, style: Style) -> f32 {
    text.chars().map(|letter| self::letter(style.font, letter).width * style.size).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_every_letter_and_stay_within_the_width() {
        let texts =
            ["one two three four five six seven", &"0123456789abcdef".repeat(12), "", "Плита κουζίνα é"];
        for text in texts {
            let lines = broken(text, Style::TEXT, 90.0);
            assert_eq!(lines.concat(), text);
            assert!(lines.iter().all(|line| measure(line.trim_end(), Style::TEXT) <= 90.0), "{lines:?}");
        }
        assert!(broken("one two three four five six seven", Style::TEXT, 90.0).len() > 1);
    }

    #[test]
    fn letters_that_the_font_does_not_have_are_boxes_and_never_nothing() {
        assert_eq!(shown(0, "Größe, Œuvre, Łódź, Ψάρι, Щука"), "Größe, Œuvre, Łódź, Ψάρι, Щука");
        assert_eq!(shown(0, "電気\u{202e}\n\tx"), "□□□  x");
        for font in 0..FONTS.len() {
            assert!("Aé€ŁΨЩ□–·«»".chars().all(|one| letter(font, one).glyph != 0), "{font}");
        }
    }
}
