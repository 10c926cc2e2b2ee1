//! A certificate on paper: what a camera reads in its code, what the page and the PDF say, and the proof beside them.

use std::collections::HashMap;

use axum::http::{StatusCode, header};
use scraper::{Html, Selector};
use store::Entry;
use tlog::{TlogProof, leaf_hash};

use crate::desk::URL;
use crate::served::{Site, sha256};

/// The address in the code on a page, as a camera reads it from the picture.
fn in_the_code(page: &str) -> String {
    const PIXELS: usize = 4;
    let html = Html::parse_document(page);
    let select = |css: &str| html.select(&Selector::parse(css).unwrap()).next().unwrap().value();
    let side: usize = select("svg.qr")
        .attr("viewbox")
        .or(select("svg.qr").attr("viewBox"))
        .unwrap()
        .rsplit(' ')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    let mut dark = vec![false; side * side];
    for stretch in select("svg.qr path").attr("d").unwrap().split('z').filter(|part| !part.is_empty()) {
        let (place, rest) = stretch.trim_start_matches('M').split_once('h').unwrap();
        let (x, y) = place.split_once(' ').unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        let length: usize = rest.split('v').next().unwrap().parse().unwrap();
        dark[y * side + x..y * side + x + length].fill(true);
    }
    let pixel = |x: usize, y: usize| if dark[y / PIXELS * side + x / PIXELS] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * PIXELS, side * PIXELS, pixel);
    image.detect_grids()[0].decode().unwrap().1
}

/// The text of a PDF as its reader would copy it: glyphs by the maps from glyphs to letters that are in it. It reads what
/// our own files hold: every font has a map, every text is written in one of them.
fn text_of(pdf: &[u8]) -> String {
    let streams: Vec<Vec<u8>> = streams(pdf);
    let is_map = |stream: &&Vec<u8>| stream.windows(9).any(|part| part == b"begincmap");
    let maps: Vec<_> =
        streams.iter().filter(is_map).map(|stream| letters(&String::from_utf8_lossy(stream))).collect();
    let shown =
        streams.iter().filter(|stream| stream.windows(2).any(|part| part == b"BT")).flat_map(|s| glyphs(s));
    // Which font a text is in does not matter to the test: the words are found with one map or the other.
    shown
        .flat_map(|text| {
            maps.iter()
                .map(move |map| {
                    text.iter().map(|glyph| map.get(glyph).map_or("?", String::as_str)).collect::<String>()
                        + "\n"
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

fn streams(pdf: &[u8]) -> Vec<Vec<u8>> {
    let find = |from: usize, what: &[u8]| {
        pdf[from..].windows(what.len()).position(|part| part == what).map(|at| from + at)
    };
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(begin) = find(at, b"stream\n").or_else(|| find(at, b"stream\r\n")) {
        let end = find(begin, b"endstream").unwrap();
        let bytes = &pdf[begin + 7..end];
        let mut unfolded = Vec::new();
        let read = std::io::Read::read_to_end(&mut flate2::read::ZlibDecoder::new(bytes), &mut unfolded);
        found.push(if read.is_ok() { unfolded } else { bytes.to_vec() });
        at = end + 9;
    }
    found
}

fn letters(map: &str) -> HashMap<u16, String> {
    let hexadecimal = |text: &str| -> Vec<u16> {
        let digits: Vec<char> = text.chars().collect();
        digits
            .chunks(4)
            .map(|four| u16::from_str_radix(&four.iter().collect::<String>(), 16).unwrap())
            .collect()
    };
    let sections = map.split("beginbfchar").skip(1).map(|rest| rest.split("endbfchar").next().unwrap());
    let lines = sections.flat_map(str::lines).filter_map(|line| {
        let mut parts = line.split(['<', '>']).filter(|part| !part.trim().is_empty());
        Some((hexadecimal(parts.next()?)[0], String::from_utf16_lossy(&hexadecimal(parts.next()?))))
    });
    lines.collect()
}

/// The texts of a page, as glyphs: strings in brackets, two bytes a glyph (ISO 32000-1, section 7.3.4.2).
fn glyphs(page: &[u8]) -> Vec<Vec<u16>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(begin) = page[at..].iter().position(|byte| *byte == b'(').map(|place| at + place + 1) {
        let (mut bytes, mut depth) = (Vec::new(), 0);
        at = begin;
        loop {
            match page[at] {
                b'\\' if page[at + 1].is_ascii_digit() => {
                    let octal = page[at + 1..at + 4]
                        .iter()
                        .fold(0_u32, |sum, digit| sum * 8 + u32::from(digit - b'0'));
                    bytes.push(octal as u8);
                    at += 3;
                }
                b'\\' => {
                    at += 1;
                    bytes.push(match page[at] {
                        b'n' => b'\n',
                        b'r' => b'\r',
                        b't' => b'\t',
                        b'b' => 8,
                        b'f' => 12,
                        other => other,
                    });
                }
                b'(' => {
                    depth += 1;
                    bytes.push(b'(');
                }
                b')' if depth == 0 => break,
                b')' => {
                    depth -= 1;
                    bytes.push(b')');
                }
                byte => bytes.push(byte),
            }
            at += 1;
        }
        found.push(
            bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], *pair.get(1).unwrap_or(&0)])).collect(),
        );
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_on_paper_leads_back_to_the_record() {
    let site = Site::new();
    let page = site.get("/en/certificates/C-2/print").await;
    assert_eq!(page.status, StatusCode::OK);
    let address = in_the_code(&page.text());
    assert_eq!(address, format!("{URL}/certificates/C-2"));
    let answer = site.get(address.strip_prefix(URL).unwrap()).await;
    assert_eq!((answer.status.as_u16(), answer.header(header::LOCATION)), (307, "/en/certificates/C-2"));
    // Who sees no code reads the address; who sees the page alone reads what it is not.
    let text = page.text();
    assert!(text.contains(&format!("aria-label=\"Code that leads to the record at {address}\"")));
    for said in [
        &format!(">{address}<"),
        "It is not signed",
        "not a decision of any authority",
        "statement",
        "root of the log",
    ] {
        assert!(text.contains(said), "{said}");
    }
    assert_eq!(site.get("/en/certificates/C-9/print").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/en/certificates/C-9/print.pdf").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_names_what_can_be_taken_along() {
    let site = Site::new();
    let before = site.get("/en/certificates/C-0").await.text();
    for path in [
        "/en/certificates/C-0/print\"",
        "/en/certificates/C-0/print.pdf\"",
        "/api/v1/certificates/C-0/credential\"",
    ] {
        assert!(before.contains(path), "{path}");
    }
    let token = site.travels("C-0").await;
    let after = site.get("/en/certificates/C-0").await.text();
    assert!(after.contains(&format!("/credentials/{}\"", sha256(&token))));
    assert!(!after.contains("/api/v1/certificates/C-0/credential\""));
    let printed = site.get("/fr/certificates/C-0/print").await.text();
    assert!(printed.contains(&sha256(&token)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pdf_holds_its_text_in_every_alphabet_and_always_the_same_bytes() {
    let site = Site::new();
    for language in ["en", "fr"] {
        let pdf = site.get(&format!("/{language}/certificates/C-2/print.pdf")).await;
        assert_eq!((pdf.status, pdf.header(header::CONTENT_TYPE)), (StatusCode::OK, "application/pdf"));
        assert_eq!(pdf.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        assert_eq!(site.get(&format!("/{language}/certificates/C-2/print.pdf")).await.body, pdf.body);
        let text = text_of(&pdf.body).split_whitespace().collect::<Vec<_>>().join(" ");
        for said in ["C-2", &format!("{URL}/certificates/C-2"), "Réchaud à gaz «Ölmühle»", "Плита", "κουζίνα"]
        {
            assert!(text.contains(said), "{language} {said}: {text}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_proof_beside_a_print_holds_offline() {
    let site = Site::new();
    let position = site.get("/api/v1/certificates/C-2").await.json()["statement"].as_u64().unwrap();
    let proof = site.get(&format!("/api/v1/statements/{position}/proof")).await;
    assert!(proof.header(header::CONTENT_DISPOSITION).contains(".tlog-proof"));
    let parsed = TlogProof::parse(&proof.body).unwrap();
    let app = &site.desk.app;
    let entry: Entry = app.entry(model::LogIndex(position)).unwrap().entry;
    let keys = app.log_keys().1.iter().map(|key| key.parse().unwrap()).collect::<Vec<_>>();
    let checkpoint = parsed.verify(&leaf_hash(&entry.leaf()), testkit::ORIGIN, &keys).unwrap();
    assert_eq!(checkpoint.size(), app.state().size());
    assert_eq!(site.get("/api/v1/statements/9999/proof").await.problem(), (404, "log-too-short".into()));
    assert_eq!(site.get("/api/v1/statements/x/proof").await.problem(), (400, "parameters-malformed".into()));
}
