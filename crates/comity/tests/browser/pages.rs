//! Which pages are looked at; and that none of the portal's is forgotten.

use fantoccini::Locator;
use serde_json::Value;

use crate::desk::click;
use crate::visit::Visit;

/// Pages for everybody, without their language.
pub(crate) const PAGES: &[&str] = &[
    "/",
    "/decide?certificate=DEMO-EUUS-TEL-001&importing=US&on=2026-04-01",
    "/decide?certificate=DEMO-USEU-ELS-001&importing=FR&on=2021-06-01",
    "/decide?certificate=NOBODY-1&hs=851&importing=XX&on=2023-02-30",
    "/decide?hs=481910&importing=TV&on=2026-04-01",
    "/certificates/DEMO-EUUS-TEL-001",
    "/countries",
    "/countries/EU",
    "/bodies/did:web:body-rhine.demo.comity.example",
    "/agreements/EU-US-1998",
    "/annexes/EU-US-1998/electrical-safety",
    "/standards/IEC%2060335-1:2020",
    "/regulations/EU-2014-35",
    "/objectives",
    "/objectives?stage=adopted&hs=84",
    "/objectives/DEMO-CRO-1",
    "/objectives/DEMO-CRO-4",
    "/procedures/DEMO-TRUCKS",
    "/procedures/DEMO-TELECOM",
    "/procedures/DEMO-TRUCKS/drafts/1/compare/2",
    "/recognised-bodies",
    "/product?q=forklift",
    "/product?hs=842720&country=KE&country=NZ",
    "/calendar",
    "/procedures/DEMO-TELECOM/comments",
    "/procedures/DEMO-TRUCKS/comments",
    "/procedures/DEMO-TRUCKS/documents",
    "/measures/DEMO-CR-M-1",
    "/recognition-decisions/DEMO-SG-RD-1",
    "/equivalences/EU-CH-1999/machinery/2006-42-maschv",
    "/search?q=IEC+60335",
    "/search?q=nothing-of-that-name",
    "/network",
    "/log",
    "/log/statements/17",
    "/about",
    "/about/certification",
    "/border",
    "/border?certificate=DEMO-EUUS-TEL-001&importing=US&on=2026-04-01",
    "/border?certificate=NOBODY-1&importing=FR",
    "/border/lines",
    "/certificates/DEMO-EUUS-TEL-001/print",
    "/nowhere",
];

/// Pages of the desk, below it, of an officer who administers and signs. `{draft}` is an act that would be taken,
/// `{refused}` one that would not be and has the formal check beside it, `{invitation}` a link that nobody followed yet.
const DESK_PAGES: &[&str] = &[
    "/",
    "/next",
    "/next?of=DEMO-TELECOM",
    "/credentials",
    "/acts",
    "/acts/new",
    "/acts/new?act=measure.taken",
    "/acts/form?act=measure.taken",
    "/acts/form?act=call.made",
    "/acts/form?act=draft.filed",
    "/acts/form?act=certificates.issued",
    "/acts/form?act=certificates.changed",
    "/acts/{draft}",
    "/acts/{draft}/form",
    "/acts/{draft}/edit",
    "/acts/{refused}",
    "/acts/{refused}/form",
    "/acts/nowhere",
    "/officers",
    "/keys",
    "/documents",
    "/comments",
    "/comments/DEMO-TELECOM/1",
    "/checks",
    "/audit",
    "/sign-in",
    "/invitation{invitation}",
];

/// Addresses that answer with a file or send elsewhere: there is no page to look at.
const NO_PAGES: &[&str] = &[
    "/calendar/{file}",
    "/procedures/{id}/drafts",
    "/procedures/{id}/comments/{number}",
    "/procedures/{id}/comments.csv",
    "/procedures/{id}/comments.json",
    "/border/worker.js",
    "/border/manifest.webmanifest",
    "/desk/acts/{id}/file",
];

/// The tables of pages, each with the address below which its pages stand.
const TABLES: &[(&str, &str)] = &[
    ("", include_str!("../../../server/src/portal.rs")),
    ("/procedures/{id}", include_str!("../../../server/src/portal/consultation.rs")),
    ("/border", include_str!("../../../server/src/portal/border.rs")),
    ("/desk", include_str!("../../../server/src/portal/desk.rs")),
];

/// Pages of the desk as they are for an officer who has written two acts.
pub(crate) async fn of_the_desk(visit: &Visit, party: &str, invitation: &str) -> Vec<String> {
    let taken = format!(
        "id = \"looked-at-1\"\nsigner = \"{party}\"\n[act]\ntype = \"measure.taken\"\nmeasure = \"DEMO-LOOKED-AT\"\n\
         country = \"EU\"\nkind = \"prohibition\"\nlegal_basis = \"a law\"\nfrom = 2026-02-10\n\
         [act.against]\nmodels = [\"LOOKED-AT\"]\n"
    );
    let not_taken = format!(
        "id = \"looked-at-2\"\nsigner = \"{party}\"\n[act]\ntype = \"draft.filed\"\nprocedure = \"DEMO-NOWHERE\"\n\
         draft = 1\nby = \"EU\"\non = 2026-02-10\ntitle = {{ en = \"Nothing yet\" }}\n[act.elements]\nscope = \"nothing\"\n"
    );
    let draft = written(visit, &taken).await;
    let refused = written(visit, &not_taken).await;
    let (_, token) = invitation.split_once("/invitation").unwrap();
    let page = |page: &&str| {
        let page = page.replace("{draft}", &draft).replace("{refused}", &refused);
        page.replace("{invitation}", token)
    };
    DESK_PAGES.iter().map(page).collect()
}

/// Writes an act from its text; its identifier at the desk.
async fn written(visit: &Visit, text: &str) -> String {
    let page = &visit.browser;
    page.goto(&format!("{}/en/desk/acts/new?act=draft.filed", visit.desk)).await.unwrap();
    let set = "document.getElementById('f-text').value = arguments[0];";
    page.execute(set, vec![Value::from(text)]).await.unwrap();
    click(page, "main form button.primary").await;
    page.wait().for_element(Locator::Id("would")).await.unwrap();
    page.current_url().await.unwrap().path().rsplit('/').next().unwrap().to_owned()
}

/// The addresses at which a table of the portal answers a question.
fn addresses(below: &str, source: &str) -> Vec<String> {
    let routes =
        source.lines().filter_map(|line| line.trim().strip_prefix(".route(&at(\"")?.split_once("\")"));
    let asked = routes.filter(|(_, handler)| handler.contains("get("));
    asked.map(|(path, _)| format!("{below}{}", path.trim_end_matches('/'))).collect()
}

/// Whether an address is one of those that a route takes.
fn is_taken(route: &str, address: &str) -> bool {
    let address = address.split('?').next().unwrap_or_default().trim_end_matches('/');
    let (mut parts, mut given) = (route.split('/'), address.split('/'));
    loop {
        match (parts.next(), given.next()) {
            (None, None) => return true,
            (Some(part), Some(_)) if part.starts_with("{*") => return true,
            (Some(part), Some(given)) if part.starts_with('{') && !given.is_empty() => {}
            (Some(part), Some(given)) if part == given => {}
            _ => return false,
        }
    }
}

#[test]
fn every_page_of_the_portal_is_looked_at() {
    let below = |page: &&str| format!("/desk{}", page.replace("/invitation{invitation}", "/invitation"));
    let pages: Vec<String> =
        PAGES.iter().map(ToString::to_string).chain(DESK_PAGES.iter().map(below)).collect();
    let routes: Vec<String> = TABLES.iter().flat_map(|(below, source)| addresses(below, source)).collect();
    assert!(routes.len() > 50, "the tables cannot be read: {routes:?}");
    // A page is looked at for the first route that takes it as it is written, not for one that takes anything.
    let exact = |route: &&String| !route.contains("{*rest}");
    let missing: Vec<_> = routes
        .iter()
        .filter(exact)
        .filter(|route| !NO_PAGES.contains(&route.as_str()))
        .filter(|route| !pages.iter().any(|page| is_taken(route, page)))
        .collect();
    assert!(missing.is_empty(), "no page of these is looked at: {missing:#?}");
    let gone: Vec<_> = NO_PAGES.iter().filter(|path| !routes.iter().any(|route| route == *path)).collect();
    assert!(gone.is_empty(), "the portal does not have these: {gone:#?}");
}

#[test]
fn a_page_is_known_by_its_route() {
    assert!(
        is_taken("/countries/{*id}", "/countries/EU") && is_taken("/acts/{id}/form", "/acts/{draft}/form")
    );
    assert!(is_taken("", "/") && is_taken("/acts", "/acts?act=x"));
    assert!(!is_taken("/countries/{*id}", "/countries") && !is_taken("/acts/{id}", "/acts/1/form"));
}
