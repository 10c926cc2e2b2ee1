//! Documents over HTTP: handed in at the desk, cited, served; and what is not taken.

use std::sync::Arc;

use app::FixedClock;
use app::documents::DocumentFolder;
use app::office::Role;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use model::{MandateScope, Text};
use sha2::{Digest as _, Sha256};
use statement::act::{DocumentCitation, TaskForceReported};
use tempfile::TempDir;
use testkit::{Author, CONSULTED, World, consultation, the};
use tower::ServiceExt as _;

use crate::desk::{Browser, Desk, MINISTRY, Page, URL};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n";

struct Site {
    desk: Desk,
    folder: TempDir,
}

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let documents = DocumentFolder::open(folder.path()).unwrap();
        let clock = Arc::new(FixedClock(the("2026-01-31")));
        let desk = Desk::with(clock, Some(documents), |app| {
            let registrar = World::with_countries(&[]).registrar;
            let mandate = testkit::mandate(MINISTRY, "FR", &[MandateScope::Agree]);
            app.submit_blocking(&registrar.sign(&registrar.statement("agree", mandate))).unwrap();
            let ministry = Author::new(MINISTRY);
            for (n, act) in consultation("FR", "2026-01-10", "2026-02-10").into_iter().enumerate() {
                app.submit_blocking(&ministry.sign(&ministry.statement(&format!("p-{n}"), act))).unwrap();
            }
        });
        Self { desk, folder }
    }

    fn files(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut folders = vec![self.folder.path().join("documents")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else {
                    names.push(entry.file_name().into_string().unwrap());
                }
            }
        }
        names
    }

    async fn get(
        &self,
        path: &str,
        headers: &[(header::HeaderName, &str)],
    ) -> (StatusCode, header::HeaderMap, Vec<u8>) {
        let mut request = Request::get(path).body(Body::empty()).unwrap();
        for (name, value) in headers {
            request.headers_mut().insert(name, value.parse().unwrap());
        }
        let response = self.desk.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        (parts.status, parts.headers, to_bytes(body, usize::MAX).await.unwrap().to_vec())
    }
}

fn multipart(form: &str, name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n{form}\r\n--x\r\nContent-Disposition: form-data; \
         name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/pdf\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--x--\r\n");
    body
}

async fn send(officer: &mut Browser<'_>, body: impl Into<Body>) -> Page {
    let request = Request::post("/en/desk/documents")
        .header("sec-fetch-site", "same-origin")
        .header(header::ORIGIN, URL)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    officer.ask(request.body(body.into()).unwrap()).await
}

async fn hand_in(officer: &mut Browser<'_>, name: &str, bytes: &[u8]) -> Page {
    let form = officer.get("/en/desk/documents").await.field("form");
    send(officer, multipart(&form, name, bytes)).await
}

fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_is_handed_in_cited_and_served_as_a_file_to_keep() {
    let site = Site::new();
    let mut officer = site.desk.officer(1, &[Role::Drafter]).await;
    let taken = hand_in(&mut officer, "../../evil\u{202e}fdp.exe/report.pdf", PDF).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text);
    let hash = sha256(PDF);
    assert_eq!(site.files(), [format!("{hash}.pdf")]);
    let page = officer.get("/en/desk/documents").await;
    for said in ["report.pdf", "No statement cites it yet", &hash, "application/pdf"] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    assert!(!page.text.contains("evil"), "{}", page.text);
    // Nobody sees it before a logged statement names it.
    let path = format!("/documents/{hash}");
    assert_eq!(site.get(&path, &[]).await.0, StatusCode::NOT_FOUND);
    let act = TaskForceReported {
        procedure: the(CONSULTED),
        by: the("FR"),
        record: model::TaskForceRecord::ALL[0],
        title: Text::english("Report"),
        text: String::new(),
        on: the("2026-01-30"),
        documents: vec![DocumentCitation {
            sha256: hash.clone(),
            media_type: "text/html".into(),
            size_bytes: PDF.len() as u64,
            title: Text::english("Report <script>"),
            language: "en".into(),
            version: Some(2),
        }],
    };
    let (app, ministry) = (site.desk.app.clone(), Author::new(MINISTRY));
    let statement = ministry.sign(&ministry.statement("report", act));
    std::thread::spawn(move || app.submit_blocking(&statement).unwrap()).join().unwrap();
    let (status, headers, bytes) = site.get(&path, &[(header::ACCEPT_ENCODING, "gzip")]).await;
    assert_eq!((status, bytes.as_slice()), (StatusCode::OK, PDF));
    // What the content is counts, not what was said of it.
    for (name, value) in [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}.pdf\"", &hash[..16])),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned()),
        (header::ETAG, format!("\"{hash}\"")),
    ] {
        assert_eq!(headers[&name], value, "{name}");
    }
    assert!(headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().contains("sandbox"));
    assert!(!headers.contains_key(header::CONTENT_ENCODING));
    let (status, headers, bytes) = site.get(&path, &[(header::RANGE, "bytes=5-9")]).await;
    assert_eq!((status, bytes.as_slice()), (StatusCode::PARTIAL_CONTENT, &PDF[5..10]));
    assert_eq!(headers[header::CONTENT_RANGE], format!("bytes 5-9/{}", PDF.len()));
    let (status, ..) = site.get(&path, &[(header::RANGE, "bytes=900-")]).await;
    assert_eq!(status, StatusCode::RANGE_NOT_SATISFIABLE);
    let (status, _, bytes) = site.get(&path, &[(header::IF_NONE_MATCH, &format!("\"{hash}\""))]).await;
    assert_eq!((status, bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    // The list of the procedure: this one with its language, version and statement; the others that are cited as well.
    let (status, _, page) = site.get("/en/procedures/TEST%2FP-1/documents", &[]).await;
    let page = String::from_utf8(page).unwrap();
    assert_eq!(status, StatusCode::OK);
    for said in [
        "Report &#60;script&#62;",
        &hash,
        "task-force.reported",
        MINISTRY,
        "not kept here",
        "30 January 2026",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let page = officer.get("/fr/desk/documents").await;
    assert!(page.text.contains("Cité par la déclaration"), "{}", page.text);
}

#[tokio::test]
async fn only_hashes_name_documents() {
    let site = Site::new();
    let zeros = "0".repeat(64);
    for name in [zeros.as_str(), "..%2F..%2Foffice.sqlite", "x", &sha256(PDF).to_uppercase(), "%00"] {
        assert_eq!(site.get(&format!("/documents/{name}"), &[]).await.0, StatusCode::NOT_FOUND, "{name}");
    }
}

#[tokio::test]
async fn what_is_no_document_is_refused_with_its_reason_and_leaves_nothing() {
    let site = Site::new();
    let mut officer = site.desk.officer(1, &[Role::Administrator, Role::Drafter]).await;
    for (name, bytes, said) in [
        ("page.pdf", b"<html><script>alert(1)</script></html>".as_slice(), "none of PDF, DOCX and ODT"),
        ("setup.pdf", b"MZ\x90\0\x03", "This is a program"),
        ("macro.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted, or of an old kind"),
        ("half.pdf", b"%PDF-1.7\n1 0 obj", "damaged"),
        ("locked.pdf", b"%PDF-1.7 /Encrypt 1 0 R %%EOF", "encrypted"),
        ("acts.pdf", b"%PDF-1.7 /JavaScript %%EOF", "something that acts"),
        ("empty.pdf", b"", "empty"),
    ] {
        let refused = hand_in(&mut officer, name, bytes).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", refused.text);
        assert!(refused.text.contains(said), "{name}: {}", refused.text);
        assert_eq!(site.files(), Vec::<String>::new(), "{name}");
    }
    let trail = officer.get("/en/desk/audit").await.text;
    assert!(
        trail.contains("document.add") && trail.contains("setup.pdf") && trail.contains("document-program")
    );
}

#[tokio::test]
async fn only_officers_who_write_hand_in_with_a_form_that_counts_once() {
    let site = Site::new();
    let mut administrator = site.desk.officer(2, &[Role::Administrator]).await;
    let form = administrator.get("/en/desk/documents").await.field("form");
    let refused = send(&mut administrator, multipart(&form, "a.pdf", PDF)).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let mut officer = site.desk.officer(1, &[Role::Drafter]).await;
    let form = officer.get("/en/desk/documents").await.field("form");
    let body = multipart(&form, "a.pdf", PDF);
    assert_eq!(send(&mut officer, body.clone()).await.status, StatusCode::SEE_OTHER);
    assert_eq!(send(&mut officer, body).await.status, StatusCode::CONFLICT);
    assert_eq!(send(&mut officer, multipart("AAAA", "a.pdf", PDF)).await.status, StatusCode::FORBIDDEN);
    officer.cookie = None;
    assert_eq!(send(&mut officer, multipart(&form, "a.pdf", PDF)).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(site.files().len(), 1);
}

#[tokio::test]
async fn a_hundred_megabytes_are_refused_early_and_leave_nothing() {
    let site = Site::new();
    let mut officer = site.desk.officer(1, &[Role::Drafter]).await;
    let form = officer.get("/en/desk/documents").await.field("form");
    let unread = Body::from_stream(futures::stream::iter(
        (0..1).map(|_| -> Result<&[u8], std::io::Error> { panic!("the body is not read") }),
    ));
    let request = Request::post("/en/desk/documents")
        .header("sec-fetch-site", "same-origin")
        .header(header::ORIGIN, URL)
        .header(header::CONTENT_LENGTH, "104857600")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    let refused = officer.ask(request.body(unread).unwrap()).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(refused.text.contains("A document may have 32 MB"), "{}", refused.text);
    // Not said beforehand: given up on the way.
    let head = multipart(&form, "large.pdf", b"%PDF-1.7\n");
    let head = head[..head.len() - 9].to_vec();
    let parts = std::iter::once(head).chain((0..100).map(|_| vec![b' '; 1 << 20]));
    let endless = futures::stream::iter(parts.map(Ok::<_, std::io::Error>).collect::<Vec<_>>());
    let refused = send(&mut officer, Body::from_stream(endless)).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", refused.text);
    assert_eq!(site.files(), Vec::<String>::new());
}

#[tokio::test]
async fn an_upload_that_breaks_off_leaves_nothing() {
    let site = Site::new();
    let mut officer = site.desk.officer(1, &[Role::Drafter]).await;
    let form = officer.get("/en/desk/documents").await.field("form");
    let mut half = multipart(&form, "half.pdf", PDF);
    half.truncate(half.len() - 20);
    let broken: Vec<Result<Vec<u8>, std::io::Error>> = vec![Ok(half), Err(std::io::Error::other("gone"))];
    let refused = send(&mut officer, Body::from_stream(futures::stream::iter(broken))).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
    assert_eq!(site.files(), Vec::<String>::new());
}
