//! Containers (ZIP): OpenDocument text and Office Open XML word processing.
//!
//! Every part is unfolded once, within a budget, and thrown away: what it says of its own size is not believed.

use std::io::{BufReader, Read, Seek, SeekFrom};

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::kind::program;
use super::{DocumentError, DocumentKind};

/// Parts of a document. Word writes some twenty, and one for each picture.
const PARTS_MAX: usize = 4_096;
/// Bytes of all parts together, unfolded: four times the largest document.
const UNFOLDED_BYTES_MAX: u64 = 4 * model::limits::DOCUMENT_BYTES_MAX;
/// Bytes of a part that is read, such as the list of parts.
const READ_BYTES_MAX: u64 = 1 << 20;

/// What is learnt from the parts.
#[derive(Default)]
struct Seen {
    /// Whether the first part is a `mimetype` that is not compressed (OpenDocument part 2, section 3.3).
    mimetype: String,
    content_types: String,
    manifest: String,
    odt_content: bool,
    word_document: bool,
}

pub(super) fn judge(file: &mut (impl Read + Seek)) -> Result<DocumentKind, DocumentError> {
    file.seek(SeekFrom::Start(0)).map_err(|_| DocumentError::Damaged("it cannot be read"))?;
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|error| damaged(&error))?;
    if archive.len() > PARTS_MAX {
        return Err(DocumentError::Unfolds("it has too many parts"));
    }
    if archive.has_overlapping_files().map_err(|error| damaged(&error))? {
        return Err(DocumentError::Unfolds("its parts lie upon each other"));
    }
    let mut seen = Seen::default();
    let mut budget = UNFOLDED_BYTES_MAX;
    for place in 0..archive.len() {
        part(&mut archive, place, &mut seen, &mut budget)?;
    }
    kind(&seen)
}

fn part(
    archive: &mut ZipArchive<impl Read + Seek>,
    place: usize,
    seen: &mut Seen,
    budget: &mut u64,
) -> Result<(), DocumentError> {
    let raw = archive.by_index_raw(place).map_err(|error| damaged(&error))?;
    if raw.encrypted() {
        return Err(DocumentError::Encrypted);
    }
    let name = String::from_utf8(raw.name_raw().to_vec())
        .map_err(|_| DocumentError::Damaged("a part has a name that is no text"))?;
    let stored = raw.compression() == CompressionMethod::Stored;
    drop(raw);
    acceptable(&name)?;
    let mut part = archive.by_index(place).map_err(|error| damaged(&error))?;
    let wanted = wanted(&name);
    let (content, bytes) = unfold(&mut part, *budget, wanted)?;
    *budget -= bytes;
    if let Some(program) = program(&content) {
        return Err(DocumentError::Program(format!("`{}`, {program}", short(&name))));
    }
    if !wanted {
        seen.odt_content |= name == "content.xml";
        seen.word_document |= name == "word/document.xml";
        return Ok(());
    }
    let text = String::from_utf8_lossy(&content).into_owned();
    match name.as_str() {
        "mimetype" if place == 0 && stored => seen.mimetype = text,
        "[Content_Types].xml" => seen.content_types = text,
        "META-INF/manifest.xml" => seen.manifest = text,
        _ if name.ends_with(".rels") => loads_nothing(&text)?,
        _ => {}
    }
    Ok(())
}

/// Whether the content of a part is read, and not only unfolded.
fn wanted(name: &str) -> bool {
    matches!(name, "mimetype" | "[Content_Types].xml" | "META-INF/manifest.xml") || name.ends_with(".rels")
}

/// Unfolds a part; gives its content if it is wanted, else its beginning, and its size.
fn unfold(part: &mut impl Read, budget: u64, wanted: bool) -> Result<(Vec<u8>, u64), DocumentError> {
    let mut content = Vec::new();
    let mut part = part.take(budget + 1);
    let broken = |_| DocumentError::Damaged("a part cannot be unfolded");
    let keep = if wanted { READ_BYTES_MAX + 1 } else { 16 };
    (&mut part).take(keep).read_to_end(&mut content).map_err(broken)?;
    if content.len() as u64 > READ_BYTES_MAX {
        return Err(DocumentError::Unfolds("a list of its parts is too long"));
    }
    let rest = std::io::copy(&mut part, &mut std::io::sink()).map_err(broken)?;
    let bytes = content.len() as u64 + rest;
    if bytes > budget {
        return Err(DocumentError::Unfolds("its parts are too large"));
    }
    Ok((content, bytes))
}

/// Names that lead out of the container, and names of what can run.
fn acceptable(name: &str) -> Result<(), DocumentError> {
    let leads_out = name.starts_with('/')
        || name.contains(['\\', ':', '\0'])
        || name.split('/').any(|step| step == ".." || step == ".");
    if leads_out {
        return Err(DocumentError::Damaged("a part has a name that leads out of the document"));
    }
    let name = name.to_ascii_lowercase();
    let file = name.rsplit('/').next().unwrap_or_default();
    if file.starts_with("vbaproject") || file.starts_with("vbadata") || name.starts_with("basic/") {
        return Err(DocumentError::Active("macros"));
    }
    if name.starts_with("scripts/") || name.contains("/activex/") {
        return Err(DocumentError::Active("scripts or controls"));
    }
    if file.starts_with("oleobject") {
        return Err(DocumentError::Active("embedded objects"));
    }
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    let runs =
        ["docm", "dotm", "xlsm", "xlsb", "pptm", "exe", "dll", "com", "scr", "bat", "cmd", "js", "vbs"];
    if runs.contains(&ending) {
        return Err(DocumentError::Program(format!("`{}`", short(file))));
    }
    Ok(())
}

/// Links are fine; a template or part that is fetched from elsewhere when the document is opened is not.
fn loads_nothing(relationships: &str) -> Result<(), DocumentError> {
    let fetched = ["attachedTemplate", "oleObject", "subDocument", "frame"];
    let loads = relationships.split("<Relationship ").any(|one| {
        one.contains("\"External\"") && fetched.iter().any(|kind| one.contains(&format!("/{kind}\"")))
    });
    if loads { Err(DocumentError::Active("parts that are fetched from elsewhere")) } else { Ok(()) }
}

fn kind(seen: &Seen) -> Result<DocumentKind, DocumentError> {
    if seen.mimetype == DocumentKind::Odt.media_type() {
        if seen.manifest.contains("encryption-data") {
            return Err(DocumentError::Encrypted);
        }
        let whole = seen.odt_content && !seen.manifest.is_empty();
        return if whole { Ok(DocumentKind::Odt) } else { Err(DocumentError::Damaged("a part is missing")) };
    }
    if seen.content_types.contains("macroEnabled") {
        return Err(DocumentError::Active("macros"));
    }
    let main = format!("{}.main+xml", DocumentKind::Docx.media_type());
    if seen.content_types.contains(&main) {
        let whole = seen.word_document;
        return if whole { Ok(DocumentKind::Docx) } else { Err(DocumentError::Damaged("a part is missing")) };
    }
    Err(DocumentError::Kind)
}

fn damaged(error: &ZipError) -> DocumentError {
    match error {
        ZipError::InvalidPassword => DocumentError::Encrypted,
        ZipError::CompressionMethodNotSupported(_) => {
            DocumentError::Damaged("a part is compressed in a way that documents do not use")
        }
        _ => DocumentError::Damaged("its list of parts cannot be read"),
    }
}

fn short(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(60).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    const RELS: &str = "word/_rels/settings.xml.rels";

    fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            let method =
                if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
            let options = SimpleFileOptions::default().compression_method(method);
            writer.start_file(*name, options).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn odt(more: &[(&str, &[u8])]) -> Vec<u8> {
        let parts: [(&str, &[u8]); 3] = [
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", b"<manifest:manifest/>"),
            ("content.xml", b"<office:document-content/>"),
        ];
        zip(&[&parts, more].concat())
    }

    fn docx(more: &[(&str, &[u8])]) -> Vec<u8> {
        let types = format!("<Override ContentType=\"{}.main+xml\"/>", DocumentKind::Docx.media_type());
        let parts: [(&str, &[u8]); 2] =
            [("[Content_Types].xml", types.as_bytes()), ("word/document.xml", b"<w:document/>")];
        zip(&[&parts, more].concat())
    }

    fn judged(bytes: Vec<u8>) -> Result<DocumentKind, DocumentError> {
        judge(&mut Cursor::new(bytes))
    }

    #[test]
    fn documents_are_told_apart_by_their_parts() {
        assert_eq!(judged(odt(&[])), Ok(DocumentKind::Odt));
        assert_eq!(judged(docx(&[("word/media/image1.png", b"\x89PNG")])), Ok(DocumentKind::Docx));
        assert_eq!(judged(zip(&[("a.txt", b"hello")])), Err(DocumentError::Kind));
        let spreadsheet = zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]);
        assert_eq!(judged(spreadsheet), Err(DocumentError::Kind));
        let without = zip(&[("mimetype", b"application/vnd.oasis.opendocument.text")]);
        assert!(matches!(judged(without), Err(DocumentError::Damaged(_))));
        let mut broken = docx(&[]);
        broken.truncate(broken.len() / 2);
        assert!(matches!(judged(broken), Err(DocumentError::Damaged(_))));
    }

    #[test]
    fn what_could_run_is_refused_with_its_reason() {
        let macros = DocumentError::Active("macros");
        assert_eq!(judged(docx(&[("word/vbaProject.bin", b"x")])), Err(macros.clone()));
        assert_eq!(judged(docx(&[("word/VBAPROJECT.BIN", b"x")])), Err(macros.clone()));
        assert_eq!(judged(odt(&[("Basic/Standard/Module1.xml", b"x")])), Err(macros));
        assert!(matches!(judged(odt(&[("Scripts/python/a.py", b"x")])), Err(DocumentError::Active(_))));
        assert!(matches!(
            judged(docx(&[("word/activeX/activeX1.xml", b"x")])),
            Err(DocumentError::Active(_))
        ));
        assert!(matches!(
            judged(docx(&[("word/embeddings/oleObject1.bin", b"x")])),
            Err(DocumentError::Active(_))
        ));
        // By its name, and by its content under any name.
        assert!(matches!(judged(docx(&[("word/media/setup.exe", b"x")])), Err(DocumentError::Program(_))));
        assert!(matches!(judged(docx(&[("word/media/a.png", b"MZ\x90\0")])), Err(DocumentError::Program(_))));
        let template = b"<Relationships><Relationship Type=\"http://x/attachedTemplate\" Target=\"http://evil.example/t\" TargetMode=\"External\"/>";
        assert!(matches!(judged(docx(&[(RELS, template)])), Err(DocumentError::Active(_))));
        let link = b"<Relationships><Relationship Type=\"http://x/hyperlink\" Target=\"http://a.example\" TargetMode=\"External\"/>";
        assert_eq!(judged(docx(&[(RELS, link)])), Ok(DocumentKind::Docx));
    }

    #[test]
    fn encrypted_documents_are_refused() {
        let manifest: &[u8] = b"<manifest:encryption-data/>";
        let encrypted = zip(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", manifest),
            ("content.xml", b"x"),
        ]);
        assert_eq!(judged(encrypted), Err(DocumentError::Encrypted));
        // The flag of an encrypted part, in its own header and in the list of parts.
        let mut bytes = docx(&[]);
        let places: Vec<_> = (0..bytes.len() - 10)
            .filter_map(|i| match &bytes[i..i + 4] {
                b"PK\x03\x04" => Some(i + 6),
                b"PK\x01\x02" => Some(i + 8),
                _ => None,
            })
            .collect();
        places.iter().for_each(|place| bytes[*place] |= 1);
        assert_eq!(judged(bytes), Err(DocumentError::Encrypted));
    }

    #[test]
    fn a_bomb_is_given_up_before_it_unfolds() {
        let much = vec![0; usize::try_from(UNFOLDED_BYTES_MAX).unwrap() / 2];
        let bomb =
            docx(&[("word/media/a.bmp", &much), ("word/media/b.bmp", &much), ("word/media/c.bmp", b"x")]);
        assert!(bomb.len() < 1_000_000, "a small file");
        assert!(matches!(judged(bomb), Err(DocumentError::Unfolds(_))));
        let list = vec![b' '; usize::try_from(READ_BYTES_MAX).unwrap() + 1];
        assert!(matches!(judged(docx(&[(RELS, &list)])), Err(DocumentError::Unfolds(_))));
        let names: Vec<_> = (0..PARTS_MAX).map(|i| format!("word/media/{i}.png")).collect();
        let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
        assert!(matches!(judged(docx(&parts)), Err(DocumentError::Unfolds(_))));
    }

    #[test]
    fn names_that_lead_out_are_refused() {
        for name in ["../../etc/passwd", "/etc/passwd", "word/../../x", "C:\\x", "word\\..\\x", "./x"] {
            assert!(acceptable(name).is_err(), "{name}");
        }
        for name in ["word/media/image..1.png", "Pictures/", "[Content_Types].xml", "_rels/.rels"] {
            assert_eq!(acceptable(name), Ok(()), "{name}");
        }
    }
}
