//! Files at the desk over HTTP: an act, a signed act, and what is neither.

use app::office::Role;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use crate::desk::{Browser, Desk, MINISTRY, Page, URL, measure};

/// Sends a form with a file, as browsers do (RFC 7578).
async fn send(officer: &mut Browser<'_>, path: &str, fields: &[(&str, &str)], file: Option<&[u8]>) -> Page {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    if let Some(file) = file {
        body.extend(b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"act.toml\"\r\n");
        body.extend(b"Content-Type: application/toml\r\n\r\n");
        body.extend(file);
        body.extend(b"\r\n");
    }
    body.extend(b"--b--\r\n");
    let request = Request::post(path)
        .header("sec-fetch-site", "same-origin")
        .header(header::ORIGIN, URL)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
    officer.ask(request.body(Body::from(body)).unwrap()).await
}

async fn form(officer: &mut Browser<'_>) -> String {
    officer.get("/en/desk/acts/new").await.field("form")
}

const FILE: &str = "/en/desk/acts/file";

#[tokio::test]
async fn an_act_comes_as_a_file_and_is_signed_as_one() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Signatory]).await;
    let number = form(&mut officer).await;
    let kept = send(&mut officer, FILE, &[("form", &number)], Some(measure("m-1").as_bytes())).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    let path = kept.headers[header::LOCATION].to_str().unwrap().to_owned();
    let page = officer.get(&path).await;
    let payload =
        statement::Payload::from_json(officer.get(&format!("{path}/file")).await.text.as_bytes()).unwrap();
    let key = statement::demonstration_key(&MINISTRY.parse().unwrap());
    let signed = statement::sign(&payload, &key);
    let size = desk.app.state().size();
    let fields = [("form", page.field("form")), ("digest", page.field("digest"))];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let taken = send(&mut officer, &format!("{path}/upload-file"), &fields, Some(&signed)).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text);
    assert_eq!(desk.app.state().size(), size + 1);
}

#[tokio::test]
async fn a_file_that_is_no_act_changes_nothing_and_the_trail_says_so() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Administrator, Role::Drafter]).await;
    let large = vec![b'#'; 200 * 1024];
    let larger = vec![b'#'; 2 * 1024 * 1024];
    let cases: [(Option<&[u8]>, StatusCode, &str); 7] = [
        (None, StatusCode::UNPROCESSABLE_ENTITY, "No file came"),
        (Some(b""), StatusCode::UNPROCESSABLE_ENTITY, "No file came"),
        (Some(&large), StatusCode::UNPROCESSABLE_ENTITY, "at most 128 KiB"),
        (Some(&larger), StatusCode::UNPROCESSABLE_ENTITY, "at most 128 KiB"),
        (Some(b"%PDF-1.7\n\xff\xfe"), StatusCode::UNPROCESSABLE_ENTITY, "no text in UTF-8"),
        (Some(b"id = \"a\0b\""), StatusCode::UNPROCESSABLE_ENTITY, "no text in UTF-8"),
        (Some(b"id = \"<script>\""), StatusCode::UNPROCESSABLE_ENTITY, "The text is not an act"),
    ];
    for (file, status, said) in cases {
        let number = form(&mut officer).await;
        let page = send(&mut officer, FILE, &[("form", &number)], file).await;
        assert_eq!(page.status, status, "{said}: {}", page.text);
        assert!(page.text.contains(said) && !page.text.contains("<script>"), "{said}: {}", page.text);
    }
    assert!(officer.get("/en/desk/acts").await.text.contains("There are none."));
    let trail = officer.get("/en/desk/audit").await.text;
    for code in ["no-file", "file-too-large", "not-text", "draft"] {
        assert!(trail.contains(code), "{code}: {trail}");
    }
    // A form with a file counts once as well, and belongs to its session.
    let number = form(&mut officer).await;
    let act = measure("m-1");
    assert_eq!(
        send(&mut officer, FILE, &[("form", &number)], Some(act.as_bytes())).await.status,
        StatusCode::SEE_OTHER
    );
    let again = send(&mut officer, FILE, &[("form", &number)], Some(act.as_bytes())).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let foreign = send(&mut officer, FILE, &[("form", "AAAA")], Some(act.as_bytes())).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_forged_file_is_not_taken_for_the_act_that_was_shown() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Administrator, Role::Signatory]).await;
    let path = officer.write("m-1").await;
    let payload =
        statement::Payload::from_json(officer.get(&format!("{path}/file")).await.text.as_bytes()).unwrap();
    let key = statement::demonstration_key(&MINISTRY.parse().unwrap());
    let mut other = payload.clone();
    other.id = "m-2".parse().unwrap();
    let stranger = statement::demonstration_key(&"did:web:stranger.test.example".parse().unwrap());
    let mut damaged = statement::sign(&payload, &key);
    let last = damaged.len() - 10;
    damaged[last] = if damaged[last] == b'A' { b'B' } else { b'A' };
    let size = desk.app.state().size();
    for (file, said) in [
        (statement::sign(&other, &key), "not the act that was shown"),
        (statement::sign(&payload, &stranger), "not an act signed with a key of your party"),
        (damaged, "not an act signed with a key of your party"),
        (payload.to_json(), "not an act signed with a key of your party"),
        (b"%PDF-1.7 \xff".to_vec(), "no text in UTF-8"),
        (vec![b'a'; 200 * 1024], "at most 128 KiB"),
    ] {
        let page = officer.get(&path).await;
        let fields = [("form", page.field("form")), ("digest", page.field("digest"))];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let tried = send(&mut officer, &format!("{path}/upload-file"), &fields, Some(&file)).await;
        assert_eq!(tried.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}: {}", tried.text);
        assert!(tried.text.contains(said), "{said}: {}", tried.text);
    }
    assert_eq!(desk.app.state().size(), size);
    let trail = officer.get("/en/desk/audit").await.text;
    for code in ["other-statement", "statement", "not-text", "file-too-large"] {
        assert!(trail.contains(code), "{code}: {trail}");
    }
}
