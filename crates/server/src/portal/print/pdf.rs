//! A print as PDF: A4, black on white, with its fonts in it, tagged for those who listen (PDF/UA-1, ISO 14289-1). There is no
//! clock and no chance in it: the same print is always the same bytes.

use std::num::NonZeroU16;

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::code::Code;
use super::layout::{
    CODE_SIDE, FONTS, Layout, Line, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Role, Style, letter, measure, shown,
};
use super::sheet::Sheet;

/// Why a PDF was not made. It should not happen: nothing in a print decides whether it can be made.
#[derive(Debug, thiserror::Error)]
pub(super) enum PdfError {
    /// The fonts in the program are damaged.
    #[error("the fonts of the program cannot be read")]
    Fonts,
    /// The settings contradict each other.
    #[error("the settings of the PDF contradict each other")]
    Settings,
    /// The library refuses.
    #[error("the PDF cannot be written: {0:?}")]
    Library(KrillaError),
}

/// The bytes of the PDF.
pub(super) fn write(sheet: &Sheet) -> Result<Vec<u8>, PdfError> {
    let layout = Layout::of(sheet);
    let fonts = FONTS.map(|bytes| Font::new(bytes.into(), 0));
    let [Some(regular), Some(bold)] = fonts else { return Err(PdfError::Fonts) };
    let fonts = [regular, bold];
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let settings = SerializeSettings {
        configuration: accessible.map_err(|_| PdfError::Settings)?,
        ..SerializeSettings::default()
    };
    let mut document = Document::new_with(settings);
    document.set_metadata(
        Metadata::new()
            .title(sheet.title.clone())
            .language(sheet.language.to_owned())
            .creator("Comity".to_owned())
            // What the file is named after must not be drawn by chance.
            .document_id(format!("{} {}", sheet.address, sheet.state)),
    );
    let mut drawn = Drawn::new(&layout);
    for (number, lines) in layout.pages.iter().enumerate() {
        let size = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).ok_or(PdfError::Settings)?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        for line in lines {
            let tag = ContentTag::Span(SpanTag::empty().with_lang(Some(sheet.language)));
            let identifier = surface.start_tagged(tag);
            draw(&mut surface, &fonts, line);
            surface.end_tagged();
            drawn.take(line, identifier, number);
        }
        if number == 0 {
            drawn.code = Some(surface.start_tagged(ContentTag::Other));
            draw_code(&mut surface, &sheet.code);
            surface.end_tagged();
        }
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        draw(&mut surface, &fonts, &foot(sheet, number, layout.pages.len()));
        surface.end_tagged();
        surface.finish();
        page.finish();
    }
    let alternative = format!("{} {}", sheet.caption, sheet.address);
    document.set_outline(drawn.outline(&layout));
    document.set_tag_tree(drawn.tree(&layout, alternative, sheet.language));
    document.finish().map_err(PdfError::Library)
}

/// What was drawn of each part of the print.
struct Drawn {
    parts: Vec<Vec<Identifier>>,
    code: Option<Identifier>,
    /// The text of each part, its page and its height on it: for the outline.
    places: Vec<(String, usize, f32)>,
}

impl Drawn {
    fn new(layout: &Layout) -> Self {
        let parts = layout.parts.iter().map(|_| Vec::new()).collect();
        let places = layout.parts.iter().map(|_| (String::new(), 0, MARGIN)).collect();
        Self { parts, code: None, places }
    }

    fn take(&mut self, line: &Line, identifier: Identifier, page: usize) {
        self.parts[line.part].push(identifier);
        let (text, at, y) = &mut self.places[line.part];
        if text.is_empty() {
            (*at, *y) = (page, line.y - line.style.size);
        }
        text.push_str(&line.text);
    }

    fn outline(&self, layout: &Layout) -> Outline {
        let mut outline = Outline::new();
        let titled = layout.parts.iter().zip(&self.places).filter(|(role, _)| **role != Role::Text);
        for (_, (text, page, y)) in titled {
            let place = XyzDestination::new(*page, Point::from_xy(MARGIN, *y));
            outline.push_child(OutlineNode::new(text.trim().to_owned(), place));
        }
        outline
    }

    fn tree(self, layout: &Layout, alternative: String, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        let mut figure = self.code.map(|code| {
            let mut group = TagGroup::new(Tag::Figure(Some(alternative)));
            group.push(code);
            group
        });
        let read = layout.parts.iter().zip(self.parts).zip(self.places);
        for (place, ((role, identifiers), (text, ..))) in read.enumerate() {
            if place == layout.code_after
                && let Some(figure) = figure.take()
            {
                tree.push(figure);
            }
            let mut group = match role {
                Role::Title => TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(text))),
                Role::Heading => TagGroup::new(Tag::Hn(NonZeroU16::MIN.saturating_add(1), Some(text))),
                Role::Text => TagGroup::new(Tag::P),
            };
            identifiers.into_iter().for_each(|identifier| group.push(identifier));
            tree.push(group);
        }
        tree
    }
}

fn draw(surface: &mut Surface<'_>, fonts: &[Font; 2], line: &Line) {
    let glyph = |(at, one): (usize, char)| {
        let letter = letter(line.style.font, one);
        KrillaGlyph {
            glyph_id: GlyphId::new(letter.glyph),
            text_range: at..at + one.len_utf8(),
            x_advance: letter.width,
            x_offset: 0.0,
            y_offset: 0.0,
            y_advance: 0.0,
            location: None,
        }
    };
    let glyphs: Vec<_> = line.text.char_indices().map(glyph).collect();
    let font = fonts[line.style.font].clone();
    surface.draw_glyphs(Point::from_xy(line.x, line.y), &glyphs, font, &line.text, line.style.size, false);
}

/// The code in the upper right corner: black squares, nothing around them.
#[expect(clippy::cast_precision_loss, reason = "a code has at most 185 modules a side")]
fn draw_code(surface: &mut Surface<'_>, code: &Code) {
    let module = CODE_SIDE / code.size() as f32;
    let left = PAGE_WIDTH - MARGIN - CODE_SIDE;
    let mut path = PathBuilder::new();
    for (x, y, length) in code.stretches() {
        let (x, y) = (left + x as f32 * module, MARGIN + y as f32 * module);
        if let Some(rectangle) = Rect::from_xywh(x, y, length as f32 * module, module) {
            path.push_rect(rectangle);
        }
    }
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

fn foot(sheet: &Sheet, number: usize, pages: usize) -> Line {
    let style = Style::FOOT;
    let text = shown(style.font, &format!("{} · {}/{pages}", sheet.title, number + 1));
    let x = (PAGE_WIDTH - MARGIN - measure(&text, style)).max(MARGIN);
    Line { x, y: PAGE_HEIGHT - MARGIN / 2.0, style, text, part: 0 }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::sheet::Block;
    use super::*;

    #[test]
    fn a_print_of_many_pages_is_written_and_always_the_same() {
        let sheet = Sheet {
            language: "fr",
            title: "Certificat ou déclaration É-1".into(),
            above: vec!["Comity".into(), String::new()],
            state: "État : en vigueur".into(),
            code: Code::of("https://registry.example/certificates/%C3%89-1").unwrap(),
            caption: "Adresse :".into(),
            address: "https://registry.example/certificates/%C3%89-1".into(),
            blocks: (0..200)
                .flat_map(|n| {
                    [
                        Block::Heading(format!("{n}")),
                        Block::Pair("Nom".into(), "電気 κουζίνα ".repeat(30)),
                        Block::Entry(String::new()),
                        Block::Small("0123456789abcdef".repeat(20)),
                    ]
                })
                .collect(),
        };
        let written = write(&sheet).unwrap();
        assert!(written.starts_with(b"%PDF-") && written == write(&sheet).unwrap());
        assert!(Layout::of(&sheet).pages.len() > 10);
    }
}
