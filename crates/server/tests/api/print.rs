//! A certificate on paper: what a camera reads in its code, what the page and the PDF say, and the proof beside them.

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
    let side: usize = select("svg.qr").attr("viewbox").or(select("svg.qr").attr("viewBox")).unwrap()
        .rsplit(' ').next().unwrap().parse().unwrap();
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
    for said in [&format!(">{address}<"), "It is not signed", "not a decision of any authority", "statement", "root of the log"] {
        assert!(text.contains(said), "{said}");
    }
    assert_eq!(site.get("/en/certificates/C-9/print").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/en/certificates/C-9/print.pdf").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_names_what_can_be_taken_along() {
    let site = Site::new();
    let before = site.get("/en/certificates/C-0").await.text();
    for path in ["/en/certificates/C-0/print\"", "/en/certificates/C-0/print.pdf\"", "/api/v1/certificates/C-0/credential\""] {
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
        let document = lopdf::Document::load_mem(&pdf.body).unwrap();
        let pages: Vec<u32> = document.get_pages().into_keys().collect();
        let text: String = document.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        for said in ["C-2", &format!("{URL}/certificates/C-2"), "Réchaud à gaz «Ölmühle»", "Плита", "κουζίνα"] {
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
