//! Public comments over HTTP: sent without an account, moderated at the desk, read, kept and bound; and what is turned
//! away.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use app::Clock;
use app::office::Role;
use app::office::comments::CommentFile;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use model::MandateScope;
use serde_json::Value;
use testkit::{Author, World, consultation};
use tower::ServiceExt as _;

use crate::desk::{Desk, MINISTRY, Page, URL, escaped};

const HERE: &str = "/en/procedures/TEST%2FP-1/comments";
/// 2026-01-31, midnight in UTC.
const BEGINNING: u64 = 1_769_817_600;

struct HandClock(AtomicU64);

impl Clock for HandClock {
    fn unix_seconds(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

struct Site {
    desk: Desk,
    clock: Arc<HandClock>,
}

impl Site {
    fn new() -> Self {
        let clock = Arc::new(HandClock(AtomicU64::new(BEGINNING)));
        let desk = Desk::with(clock.clone(), None, |app| {
            let registrar = World::with_countries(&[]).registrar;
            let mandate = testkit::mandate(MINISTRY, "FR", &[MandateScope::Agree]);
            app.submit_blocking(&registrar.sign(&registrar.statement("agree", mandate))).unwrap();
            let ministry = Author::new(MINISTRY);
            for (n, act) in consultation("FR", "2026-01-10", "2026-02-10").into_iter().enumerate() {
                app.submit_blocking(&ministry.sign(&ministry.statement(&format!("p-{n}"), act))).unwrap();
            }
        });
        Self { desk, clock }
    }

    fn wait(&self, seconds: u64) {
        self.clock.0.fetch_add(seconds, Ordering::SeqCst);
    }

    async fn ask(&self, request: Request<Body>) -> Page {
        let response = self.desk.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Page { status: parts.status, headers: parts.headers, text: String::from_utf8(bytes).unwrap() }
    }

    async fn get(&self, path: &str) -> Page {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    async fn post(&self, path: &str, body: impl Into<Body>, more: HeaderMap) -> Page {
        let mut request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::ORIGIN, URL)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body.into())
            .unwrap();
        request.headers_mut().extend(more);
        self.ask(request).await
    }

    /// Opens the page, and sends its form a while later.
    async fn send(&self, language: &str, fields: &[(&str, &str)]) -> Page {
        let path = HERE.replacen("/en/", &format!("/{language}/"), 1);
        let form = self.get(&path).await.field("form");
        self.wait(5);
        self.post(&path, body(&form, fields), HeaderMap::new()).await
    }
}

fn body(form: &str, fields: &[(&str, &str)]) -> String {
    let standard = [("form", form), ("draft", "1"), ("name", "A. Person"), ("text", "A comment")];
    let kept = standard.iter().filter(|(name, _)| !fields.iter().any(|(other, _)| other == name));
    let pairs = kept.chain(fields).map(|(name, value)| format!("{name}={}", escaped(value)));
    pairs.collect::<Vec<_>>().join("&")
}

#[tokio::test]
async fn a_comment_is_sent_moderated_read_kept_and_bound() {
    let site = Site::new();
    let page = site.get(HERE).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    assert!(page.text.contains("Comments are taken until 9 February 2026"), "{}", page.text);
    let hostile = "<script>alert(1)</script> & \"quotes\"\r\nsecond line";
    let sent = site
        .send("fr", &[("text", hostile), ("name", "<b>Zoé</b>"), ("about", "R1"), ("country", "FR")])
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let to = sent.headers[header::LOCATION].to_str().unwrap();
    assert_eq!(to, "/fr/procedures/TEST%2FP-1/comments?draft=1&received=1#received");
    let received = site.get(to.split('#').next().unwrap()).await;
    assert!(received.text.contains("Votre observation porte le numéro 1."), "{}", received.text);
    assert!(!received.text.contains("alert(1)"), "nobody has looked at it yet");
    site.send("en", &[("text", "Second"), ("contact", "me@example.org")]).await;
    site.send("en", &[("text", "=HYPERLINK(\"http://evil.example\")")]).await;
    // An officer of the ministry, which opened the period, looks and decides.
    let mut officer = site.desk.officer(1, &[Role::Signatory]).await;
    let queues = officer.get("/en/desk/comments").await;
    assert!(queues.text.contains("waiting: 3"), "{}", queues.text);
    let queue = officer.get("/en/desk/comments/TEST%2FP-1/1").await;
    assert_eq!(queue.status, StatusCode::OK, "{}", queue.text);
    assert!(queue.text.contains("me@example.org") && !queue.text.contains("<script>alert"), "{}", queue.text);
    for (number, what, more) in
        [("1", "publish", ""), ("2", "decline", "not about the draft"), ("3", "publish", "")]
    {
        let form = officer.get("/en/desk/comments/TEST%2FP-1/1").await.field("form");
        let fields = [
            ("form", form.as_str()),
            ("procedure", "TEST/P-1"),
            ("draft", "1"),
            ("number", number),
            ("reason", more),
        ];
        let done = officer.post(&format!("/en/desk/comments/{what}"), &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        // The same form again does nothing.
        let again = officer.post(&format!("/en/desk/comments/{what}"), &fields).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
    }
    let form = officer.get("/en/desk/comments/TEST%2FP-1/1?show=decided").await.field("form");
    let fields = [
        ("form", form.as_str()),
        ("procedure", "TEST/P-1"),
        ("draft", "1"),
        ("number", "1"),
        ("text", "We agree."),
    ];
    officer.post("/en/desk/comments/reply", &fields).await;
    // Everybody reads it, as text.
    let page = site.get(HERE).await;
    assert!(page.text.contains("&#60;script&#62;alert(1)&#60;/script&#62;"), "{}", page.text);
    assert!(!page.text.contains("<script>alert") && !page.text.contains("<b>Zoé"), "{}", page.text);
    for said in ["We agree.", "Declined: not about the draft", "id=\"comment-1\"", "id=\"comment-2\""] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    assert!(!page.text.contains("me@example.org") && !page.text.contains(">Second<"), "{}", page.text);
    let one = site.get(&format!("{HERE}/3")).await;
    assert_eq!(one.headers[header::LOCATION], "/en/procedures/TEST%2FP-1/comments?draft=1&after=2#comment-3");
    // It is bound by an act that is shown and signed like any other.
    let form = officer.get("/en/desk/comments/TEST%2FP-1/1").await.field("form");
    let fields = [("form", form.as_str()), ("procedure", "TEST/P-1"), ("draft", "1")];
    let written = officer.post("/en/desk/comments/bind", &fields).await;
    let path = written.headers[header::LOCATION].to_str().unwrap().to_owned();
    let act = officer.get(&path).await;
    let fields = [("form", act.field("form")), ("digest", act.field("digest")), ("key", "demo".to_owned())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let signed = officer.post(&format!("{path}/sign"), &fields).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text);
    let page = site.get(HERE).await;
    assert!(page.text.contains("The comments kept here are those that it bound."), "{}", page.text);
    let api: Value =
        serde_json::from_str(&site.get("/api/v1/procedures/TEST%2FP-1/comments?limit=2").await.text).unwrap();
    assert_eq!(api["counts"]["received"], 3);
    assert_eq!(api["bound"][0]["holds"], true);
    assert_eq!(
        (&api["items"][0]["text"], &api["items"][1]["reason"]),
        (
            &Value::from("<script>alert(1)</script> & \"quotes\"\nsecond line"),
            &Value::from("not about the draft")
        )
    );
    assert_eq!(api["next"], 2);
    assert!(api["items"][0].get("contact").is_none());
    let rest: Value =
        serde_json::from_str(&site.get("/api/v1/procedures/TEST%2FP-1/comments?after=2").await.text).unwrap();
    assert_eq!((rest["items"].as_array().unwrap().len(), rest.get("next")), (1, None));
    // Kept as files: JSON is exact, CSV does not run in a spreadsheet.
    let json: Value = serde_json::from_str(&site.get(&format!("{HERE}.json")).await.text).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 3);
    assert_eq!(json[0], api["items"][0]);
    // Whoever has the file can check it against the log, replies included.
    let exported = site.get(&format!("{HERE}.json")).await.text;
    let file = CommentFile::read(exported.as_bytes()).unwrap();
    let bindings = site.desk.app.comment_bindings(&file.procedure, file.draft).unwrap();
    let checked = file.check(&bindings);
    assert!(checked.holds(), "{checked:?}");
    assert_eq!((checked.published, checked.replies, checked.unbound, checked.bound.len()), (2, 1, 0, 1));
    let forged = exported.replace("We agree.", "We refuse.");
    let forged = CommentFile::read(forged.as_bytes()).unwrap().check(&bindings);
    assert!(!forged.holds() && forged.faults.len() == 1, "{forged:?}");
    let csv = site.get(&format!("{HERE}.csv?draft=1")).await;
    assert!(csv.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment"));
    assert!(csv.text.contains("'=HYPERLINK"), "{}", csv.text);
    assert_eq!(leaf_by_hand(&api["items"][0]), api["items"][0]["leaf"]);
    let trail = site.desk.officer(2, &[Role::Administrator]).await.get("/en/desk/audit").await.text;
    for what in ["comment.publish", "comment.decline", "comment.reply", "not about the draft", "repeated"] {
        assert!(trail.contains(what), "{what}: {trail}");
    }
}

/// The hash of a comment, computed from what the API gives and what it says of it.
fn leaf_by_hand(item: &Value) -> String {
    let names = [
        "about",
        "country",
        "draft",
        "language",
        "late",
        "name",
        "number",
        "organisation",
        "received_on",
        "text",
    ];
    let mut leaf: std::collections::BTreeMap<&str, Value> =
        names.iter().map(|name| (*name, item[name].clone())).collect();
    leaf.insert("format", "comity comment v0".into());
    leaf.insert("procedure", "TEST/P-1".into());
    let hash = tlog::leaf_hash(&serde_json::to_vec(&leaf).unwrap());
    hex::encode(hash.0)
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_what_was_written() {
    let site = Site::new();
    for (fields, status, said) in [
        (vec![("name", "")], StatusCode::UNPROCESSABLE_ENTITY, "This is needed"),
        (vec![("about", "R7")], StatusCode::UNPROCESSABLE_ENTITY, "no such part"),
        (
            vec![("text", "www.a.b www.a.b www.a.b www.a.b kept")],
            StatusCode::UNPROCESSABLE_ENTITY,
            "three links",
        ),
        (vec![("website", "https://spam.example")], StatusCode::UNPROCESSABLE_ENTITY, "is to stay empty"),
        (vec![("form", "AAAA")], StatusCode::UNPROCESSABLE_ENTITY, "no longer good"),
    ] {
        let organisation = ("organisation", "Makers \"and\" <others>");
        let page = site.send("en", &[fields.clone(), vec![organisation]].concat()).await;
        assert_eq!(page.status, status, "{fields:?}");
        assert!(page.text.contains(said), "{said}: {}", page.text);
        let kept = page.html();
        let field = scraper::Selector::parse("#f-organisation").unwrap();
        let field = kept.select(&field).next().unwrap().value().attr("value").unwrap();
        assert_eq!(field, organisation.1);
        assert!(!page.text.contains("<others>") && !page.text.contains("spam.example"), "{}", page.text);
    }
    // Sent at once: nothing is lost, and the same form is good a moment later.
    let form = site.get(HERE).await.field("form");
    let fields = [("text", "Written by heart")];
    let page = site.post(HERE, body(&form, &fields), HeaderMap::new()).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.text.contains("faster than a person") && page.text.contains("Written by heart"));
    assert_eq!(page.field("form"), form);
    site.wait(5);
    let taken = site.post(HERE, body(&form, &fields), HeaderMap::new()).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    // Sent twice, by a finger or by a program: it counts once, and says which number it has.
    let again = site.post(HERE, body(&form, &fields), HeaderMap::new()).await;
    assert_eq!(again.headers[header::LOCATION], taken.headers[header::LOCATION]);
    let counts: Value =
        serde_json::from_str(&site.get("/api/v1/procedures/TEST%2FP-1/comments").await.text).unwrap();
    assert_eq!(counts["counts"]["received"], 1);
}

#[tokio::test]
async fn a_hundred_megabytes_are_refused_early_and_nothing_is_kept() {
    let site = Site::new();
    // Said beforehand: nothing is read.
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_LENGTH, "104857600".parse().unwrap());
    let unread = Body::from_stream(futures::stream::iter(
        (0..1).map(|_| -> Result<&[u8], std::io::Error> { panic!("the body is not read") }),
    ));
    let page = site.post(HERE, unread, headers).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.text.contains("far longer than a comment"), "{}", page.text);
    // Not said: given up once it is too much.
    let read = Arc::new(AtomicU64::new(0));
    let counted = read.clone();
    let part = vec![b'x'; 64 * 1024];
    let endless = futures::stream::iter((0..1_600).map(move |_| {
        counted.fetch_add(part.len() as u64, Ordering::SeqCst);
        Ok::<_, std::io::Error>(part.clone())
    }));
    let page = site.post(HERE, Body::from_stream(endless), HeaderMap::new()).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(read.load(Ordering::SeqCst) < 1 << 20, "{read:?} bytes were read");
    assert!(site.get(HERE).await.text.contains("waiting: 0"));
}

#[tokio::test]
async fn one_address_sends_thirty_comments_an_hour_and_reads_as_often_as_it_likes() {
    let site = Site::new();
    for _ in 0..30 {
        assert_eq!(site.send("en", &[]).await.status, StatusCode::SEE_OTHER);
    }
    let page = site.send("fr", &[]).await;
    // Each language counts alike, since one counter serves both.
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.headers.contains_key(header::RETRY_AFTER));
    assert!(page.text.contains("Cette adresse a envoyé plus d’observations"), "{}", page.text);
    assert_eq!(site.get(HERE).await.status, StatusCode::OK);
}

#[tokio::test]
async fn another_site_sends_nothing_and_what_is_not_there_is_said() {
    let site = Site::new();
    let form = site.get(HERE).await.field("form");
    site.wait(5);
    let mut headers = HeaderMap::new();
    headers.insert("sec-fetch-site", "cross-site".parse().unwrap());
    headers.insert(header::ORIGIN, "https://evil.example".parse().unwrap());
    let page = site.post(HERE, body(&form, &[]), headers).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    for path in [
        "/en/procedures/NOWHERE/comments",
        "/fr/procedures/NOWHERE/comments.csv",
        "/en/procedures/NOWHERE/documents",
        &format!("{HERE}/99"),
        "/api/v1/procedures/NOWHERE/comments",
        "/api/v1/procedures/TEST%2FP-1/comments?draft=7",
    ] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let malformed = site.get("/api/v1/procedures/TEST%2FP-1/comments?after=x").await;
    assert_eq!(malformed.status, StatusCode::BAD_REQUEST);
    let page = site.get(HERE).await;
    let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"));
    assert!(!page.headers.contains_key(header::SET_COOKIE));
}
