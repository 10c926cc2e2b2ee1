//! The desk over HTTP: cookies, forms, other sites, roles, and an act from its invitation to the log.

use std::collections::HashMap;
use std::sync::Arc;

use app::border::webhooks::AllowPrivate;
use app::border::{self, Border};
use app::documents::DocumentFolder;
use app::office::{Invite, NoToken, Office, Parts, PublicUrl, Role, SystemRandomness, Vault};
use app::pages::Pages;
use app::{App, Clock, FixedClock, LogKey};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use model::{MandateScope, PartyKind};
use scraper::{Html, Selector};
use search::Index;
use server::portal::{AppSource, Examples, router_with_desk};
use server::{ServerState, Settings, router_with};
use store::MemoryStore;
use store::office::MemoryOffice;
use store_sql::SqliteBorder;
use tempfile::TempDir;
use testkit::{Authenticator, ORIGIN, World, the};
use tower::ServiceExt as _;

pub(crate) const MINISTRY: &str = "did:web:ministry.fr.test.example";
pub(crate) const URL: &str = "https://registry.test.example";
const COOKIE: &str = "__Host-comity-desk";

pub(crate) struct Desk {
    pub(crate) app: App,
    pub(crate) office: Office,
    pub(crate) border: Border,
    pub(crate) router: Router,
    /// Where the border's database is.
    _directory: TempDir,
}

/// A browser: keeps the cookie, reads forms, says where it is.
pub(crate) struct Browser<'d> {
    pub(crate) desk: &'d Desk,
    pub(crate) cookie: Option<String>,
    pub(crate) authenticator: Authenticator,
}

pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self::with(Arc::new(FixedClock(the("2026-01-31"))), None, |_| ())
    }

    /// A desk with a clock, a folder of documents, and more statements.
    pub(crate) fn with(
        clock: Arc<dyn Clock>,
        documents: Option<DocumentFolder>,
        more: impl FnOnce(&App) + Send + 'static,
    ) -> Self {
        // Filling the registry waits for the sequencer, which a thread of a runtime must not do.
        std::thread::spawn(|| Self::filled(clock, documents, more)).join().unwrap()
    }

    fn filled(clock: Arc<dyn Clock>, documents: Option<DocumentFolder>, more: impl FnOnce(&App)) -> Self {
        let key = LogKey::new(ORIGIN, &testkit::log_signing_key().to_bytes()).unwrap();
        let app = App::open(Arc::new(MemoryStore::new()), vec![key], clock, &mut |_| {}).unwrap();
        let world = World::with_countries(&["FR"]);
        for statement in &world.statements {
            app.submit_blocking(statement.jws_bytes()).unwrap();
        }
        let registrar = &world.registrar;
        let party = testkit::party(MINISTRY, PartyKind::Authority, "FR");
        let mandate = testkit::mandate(MINISTRY, "FR", &[MandateScope::Survey]);
        app.submit_blocking(&registrar.sign(&registrar.statement("ministry", party))).unwrap();
        app.submit_blocking(&registrar.sign(&registrar.statement("mandate", mandate))).unwrap();
        let office = Office::new(Parts {
            app: app.clone(),
            store: Arc::new(MemoryOffice::default()),
            random: Arc::new(SystemRandomness),
            public_url: PublicUrl::parse(URL).unwrap(),
            vault: Some(Vault::new(&[7; 32])),
            token: Arc::new(NoToken),
            documents,
        });
        more(&app);
        office.hold_key_from_console(&the(MINISTRY), &statement::demonstration_key(&the(MINISTRY))).unwrap();
        let pages = Pages::new(app.clone(), Arc::new(Index::in_memory().unwrap())).unwrap();
        let directory = tempfile::tempdir().unwrap();
        let border = Border::new(border::Parts {
            app: app.clone(),
            store: Arc::new(SqliteBorder::open(directory.path()).unwrap()),
            keys: Vec::new(),
            finder: None,
            allow_private: AllowPrivate::No,
        });
        let source = AppSource::new(Arc::new(pages), Examples::default()).with_border(border.clone());
        let source = Arc::new(source);
        let state = ServerState::new(
            app.clone(),
            Settings { trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()], ..Settings::default() },
        )
        .with_office(office.clone());
        let router = router_with(state, router_with_desk(source, office.clone()));
        Self { app, office, border, router, _directory: directory }
    }

    /// Somebody who accepted an invitation in the browser.
    pub(crate) async fn officer(&self, number: u8, roles: &[Role]) -> Browser<'_> {
        self.officer_of(MINISTRY, number, roles).await
    }

    /// The same of another party.
    pub(crate) async fn officer_of(&self, party: &str, number: u8, roles: &[Role]) -> Browser<'_> {
        let invite = Invite { name: format!("Officer {number}"), roles: roles.iter().copied().collect() };
        let link = self.office.invite_from_console(&the(party), &invite).unwrap();
        let mut browser =
            Browser { desk: self, cookie: None, authenticator: Authenticator::new(number, URL) };
        let address = self.office.invitation_url(&link, "en").replace(URL, "");
        let page = browser.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        let answer = browser.authenticator.register(&page.options());
        let accepted =
            browser.post("/en/desk/invitation", &[("token", &link.token), ("credential", &answer)]).await;
        assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.text);
        browser
    }
}

impl Browser<'_> {
    pub(crate) async fn get(&mut self, path: &str) -> Page {
        let request = Request::get(path).header("sec-fetch-site", "same-origin");
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.post_from("same-origin", URL, path, fields).await
    }

    pub(crate) async fn post_from(
        &mut self,
        site: &str,
        origin: &str,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Page {
        let body: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        let request = Request::post(path)
            .header("sec-fetch-site", site)
            .header(header::ORIGIN, origin)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(body.join("&"))).unwrap()).await
    }

    pub(crate) async fn ask(&mut self, mut request: Request<Body>) -> Page {
        if let Some(cookie) = &self.cookie {
            let value = format!("other=1; {COOKIE}={cookie}").parse().unwrap();
            request.headers_mut().insert(header::COOKIE, value);
        }
        let response = self.desk.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        if let Some(set) = parts.headers.get(header::SET_COOKIE) {
            let set = set.to_str().unwrap();
            let value = set.split([';', '=']).nth(1).unwrap_or_default();
            self.cookie = Some(value.to_owned()).filter(|value| !value.is_empty());
        }
        let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Page { status: parts.status, headers: parts.headers, text: String::from_utf8(bytes).unwrap() }
    }

    /// Sends the text of an act from the page for it in a language, and gives the page that answers.
    pub(crate) async fn keep(&mut self, language: &str, text: &str) -> Page {
        let path = format!("/{language}/desk/acts/new");
        let form = self.get(&format!("{path}?act=measure.taken")).await.field("form");
        self.post(&path, &[("form", &form), ("text", text)]).await
    }

    /// Writes an act and returns the path of its page.
    pub(crate) async fn write(&mut self, id: &str) -> String {
        let written = self.keep("en", &measure(id)).await;
        assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text);
        written.headers[header::LOCATION].to_str().unwrap().to_owned()
    }
}

impl Page {
    pub(crate) fn html(&self) -> Html {
        Html::parse_document(&self.text)
    }

    fn options(&self) -> String {
        let form = Selector::parse("form[data-options]").unwrap();
        self.html().select(&form).next().unwrap().value().attr("data-options").unwrap().to_owned()
    }

    pub(crate) fn field(&self, name: &str) -> String {
        let field = Selector::parse(&format!("input[name={name}]")).unwrap();
        let html = self.html();
        let found = html.select(&field).next().unwrap_or_else(|| panic!("no field {name}: {}", self.text));
        found.value().attr("value").unwrap().to_owned()
    }
}

pub(crate) fn escaped(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}

pub(crate) fn measure(id: &str) -> String {
    format!(
        "id = \"{id}\"\r\nsigner = \"{MINISTRY}\"\r\n[act]\r\ntype = \"measure.taken\"\r\nmeasure = \"M-{id}\"\r\n\
         country = \"FR\"\r\nkind = \"prohibition\"\r\nlegal_basis = \"Consumer Code\"\r\nfrom = 2026-02-10\r\n\
         [act.against]\r\nmodels = [\"K-100\"]\r\n"
    )
}

#[tokio::test]
async fn an_officer_signs_in_writes_sees_signs_and_it_is_in_the_log() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Administrator, Role::Signatory]).await;
    let page = officer.get("/en/desk/sign-in").await;
    let answer = officer.authenticator.sign_in(&page.options());
    let before = officer.cookie.clone();
    let signed_in = officer.post("/en/desk/sign-in", &[("credential", &answer)]).await;
    assert_eq!(signed_in.headers[header::LOCATION], "/en/desk/");
    assert_ne!(officer.cookie, before, "signing in changes the token");
    let path = officer.write("m-1").await;
    let page = officer.get(&path).await;
    for said in ["measure.taken", "Consumer Code", "K-100", "Prohibition", "It would be taken"] {
        assert!(page.text.to_lowercase().contains(&said.to_lowercase()), "{said}: {}", page.text);
    }
    let size = desk.app.state().size();
    let fields = [("form", page.field("form")), ("digest", page.field("digest")), ("key", "demo".to_owned())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let signed = officer.post(&format!("{path}/sign"), &fields).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text);
    assert_eq!(desk.app.state().size(), size + 1);
    // The same form again does nothing, and says why.
    let again = officer.post(&format!("{path}/sign"), &fields).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.text.contains("This form was sent before"), "{}", again.text);
    assert_eq!(desk.app.state().size(), size + 1);
    let page = officer.get(&path).await;
    assert!(page.text.contains(&format!("/en/log/statements/{size}")));
    let trail = officer.get("/en/desk/audit").await.text;
    for what in ["officer.accept", "sign-in", "act.write", "act.sign", "act.submit", "repeated"] {
        assert!(trail.contains(what), "{what}: {trail}");
    }
}

#[tokio::test]
async fn pages_are_for_officers_and_say_nothing_to_others() {
    let desk = Desk::new();
    let mut nobody = Browser { desk: &desk, cookie: None, authenticator: Authenticator::new(9, URL) };
    for path in
        ["/acts", "/acts/new", "/officers", "/keys", "/audit", "/acts/00000000000000000000000000000000"]
    {
        let page = nobody.get(&format!("/fr/desk{path}")).await;
        assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(page.text.contains("la vôtre a pris fin"), "{path}: {}", page.text);
    }
    let page = nobody.get("/en/desk").await;
    assert_eq!(page.headers[header::LOCATION], "/en/desk/sign-in");
    let page = nobody.get("/en/desk/invitation?token=nothing").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    for (path, what) in [("/acts/new", "act.write"), ("/sign-out", "sign-out"), ("/keys/hold", "key.hold")] {
        let page = nobody.post(&format!("/en/desk{path}"), &[("form", "AAAA"), ("text", what)]).await;
        assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{path}");
    }
}

#[tokio::test]
async fn another_site_can_send_nothing_and_frame_nothing() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Signatory]).await;
    let form = officer.get("/en/desk/acts/new?act=measure.taken").await.field("form");
    let text = measure("m-1");
    let fields = [("form", form.as_str()), ("text", text.as_str())];
    for (site, origin) in [
        ("cross-site", "https://evil.example"),
        ("same-site", "https://x.test.example"),
        ("cross-site", "null"),
    ] {
        let page = officer.post_from(site, origin, "/en/desk/acts/new", &fields).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{site} {origin}");
    }
    // The number of a form is worth nothing without its session, and a session's is worth nothing changed.
    let changed = format!("{}A", &form[..form.len() - 1]);
    let changed = if changed == form { format!("{}B", &form[..form.len() - 1]) } else { changed };
    for bad in ["", "AAAA", &changed] {
        let page = officer.post("/en/desk/acts/new", &[("form", bad), ("text", &text)]).await;
        assert!(matches!(page.status, StatusCode::FORBIDDEN), "{bad}: {}", page.status);
    }
    let page = officer.get("/en/desk/acts").await;
    assert!(page.text.contains("There are none."), "{}", page.text);
    let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    for part in ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{part}");
    }
    assert!(!policy.contains("unsafe"));
    assert_eq!(page.headers[header::X_FRAME_OPTIONS], "DENY");
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
}

#[tokio::test]
async fn the_cookie_is_for_this_host_alone() {
    let desk = Desk::new();
    let invite = Invite { name: "A".into(), roles: [Role::Signatory].into_iter().collect() };
    let link = desk.office.invite_from_console(&the(MINISTRY), &invite).unwrap();
    let mut browser = Browser { desk: &desk, cookie: None, authenticator: Authenticator::new(1, URL) };
    let page = browser.get(&format!("/en/desk/invitation?token={}", link.token)).await;
    let answer = browser.authenticator.register(&page.options());
    let accepted =
        browser.post("/en/desk/invitation", &[("token", &link.token), ("credential", &answer)]).await;
    let set = accepted.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(set.starts_with("__Host-"), "{set}");
    for attribute in ["; Path=/", "; HttpOnly", "; SameSite=Strict", "; Secure"] {
        assert!(set.contains(attribute), "{set}");
    }
    assert!(!set.contains("Domain"));
    let form = browser.get("/en/desk/acts").await.field("form");
    let cookie = browser.cookie.clone();
    let out = browser.post("/en/desk/sign-out", &[("form", &form)]).await;
    assert!(out.headers[header::SET_COOKIE].to_str().unwrap().contains("Max-Age=0"));
    // The token that was taken away is worth nothing.
    browser.cookie = cookie;
    assert_eq!(browser.get("/en/desk/acts").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_drafter_sees_no_way_to_sign_and_finds_none() {
    let desk = Desk::new();
    let mut drafter = desk.officer(1, &[Role::Drafter]).await;
    let path = drafter.write("m-1").await;
    let page = drafter.get(&path).await;
    assert!(!page.text.contains("/sign\"") && page.text.contains("role of signatory"), "{}", page.text);
    let size = desk.app.state().size();
    let digest = Selector::parse("dd code").unwrap();
    let digest: Vec<_> = page.html().select(&digest).map(|code| code.inner_html()).collect();
    let form = page.field("form");
    let fields = [("form", form.as_str()), ("digest", digest.last().unwrap()), ("key", "demo")];
    let tried = drafter.post(&format!("{path}/sign"), &fields).await;
    assert_eq!(tried.status, StatusCode::FORBIDDEN);
    assert!(tried.text.contains("Your roles do not allow this"), "{}", tried.text);
    for path in ["/en/desk/officers", "/en/desk/audit"] {
        assert_eq!(drafter.get(path).await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(desk.app.state().size(), size);
}

#[tokio::test]
async fn what_is_wrong_with_a_text_is_shown_beside_it_and_nothing_is_lost() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Drafter]).await;
    let text = measure("m-1").replace("prohibition", "<script>");
    let page = officer.keep("fr", &text).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let area = Selector::parse("textarea").unwrap();
    let kept: String = page.html().select(&area).next().unwrap().text().collect();
    assert!(kept.contains("<script>") && kept.contains("K-100"), "{kept}");
    let alert = Selector::parse("[role=alert]").unwrap();
    let said: String = page.html().select(&alert).next().unwrap().text().collect();
    assert!(said.contains("kind") && said.contains("Ligne 7"), "{said}");
    assert!(!page.text.contains("<script>"));
    let huge = "#".repeat(2_000_000);
    let page = officer.keep("fr", &huge).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn who_signs_in_too_often_waits() {
    let desk = Desk::new();
    let mut browser = Browser { desk: &desk, cookie: None, authenticator: Authenticator::new(1, URL) };
    let mut answers = HashMap::new();
    for _ in 0..70 {
        *answers.entry(browser.get("/en/desk/sign-in").await.status).or_insert(0) += 1;
    }
    assert!(answers[&StatusCode::TOO_MANY_REQUESTS] > 0 && answers[&StatusCode::OK] >= 60, "{answers:?}");
}

#[tokio::test]
async fn behind_a_trusted_proxy_officers_do_not_share_one_limit() {
    let desk = Desk::new();
    let ask = async |client: &str| {
        let peer: std::net::SocketAddr = "10.0.0.1:1".parse().unwrap();
        let request = Request::get("/en/desk/sign-in").header("x-forwarded-for", client);
        let request = request.extension(axum::extract::ConnectInfo(peer)).body(Body::empty()).unwrap();
        desk.router.clone().oneshot(request).await.unwrap().status()
    };
    let mut last = StatusCode::OK;
    for _ in 0..70 {
        last = ask("192.0.2.1").await;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(ask("192.0.2.2").await, StatusCode::OK);
}

#[tokio::test]
async fn every_page_of_the_desk_is_well_formed_in_every_language() {
    let desk = Desk::new();
    let mut officer = desk.officer(1, &[Role::Administrator, Role::Drafter, Role::Signatory]).await;
    let path = officer.write("m-1").await.replace("/en/desk", "");
    let invitation = Invite { name: "B".into(), roles: [Role::Drafter].into_iter().collect() };
    let link = desk.office.invite_from_console(&the(MINISTRY), &invitation).unwrap();
    let own = [
        "/",
        "/sign-in",
        "/acts",
        "/acts/new",
        "/acts/new?act=measure.taken",
        "/acts/form?act=measure.taken",
        "/acts/form?act=draft.filed",
        "/acts/form?act=certificates.changed",
        "/next",
        "/officers",
        "/keys",
        "/checks",
        "/audit",
    ];
    let own = own.iter().map(|path| (*path).to_owned());
    let further = [
        path.clone(),
        format!("{path}/edit"),
        format!("{path}/form"),
        format!("/invitation?token={}", link.token),
    ];
    for path in own.chain(further) {
        for language in ["en", "fr"] {
            let page = officer.get(&format!("/{language}/desk{path}")).await;
            assert_eq!(page.status, StatusCode::OK, "{language}{path}: {}", page.text);
            let html = page.html();
            assert!(html.errors.is_empty(), "{language}{path}: {:?}\n{}", html.errors, page.text);
            let count = |selector: &str| html.select(&Selector::parse(selector).unwrap()).count();
            assert_eq!((count("h1"), count("main")), (1, 1), "{language}{path}");
            assert!(!page.text.contains(">desk-"), "{language}{path}: a message is missing");
            for field in html.select(&Selector::parse("input:not([type=hidden]), select, textarea").unwrap())
            {
                let id = field.value().attr("id").unwrap();
                assert_eq!(count(&format!("label[for='{id}']")), 1, "{language}{path}: {id}");
            }
            let ids = Selector::parse("[id]").unwrap();
            let mut ids: Vec<_> = html.select(&ids).filter_map(|e| e.value().attr("id")).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{language}{path}");
        }
    }
}
