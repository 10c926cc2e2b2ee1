use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::Value;

use crate::world::server;

const CHECKED_IN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reference/openapi.json");

#[tokio::test(flavor = "multi_thread")]
async fn the_description_that_is_checked_in_is_the_one_that_is_served() {
    let written = server::openapi().to_pretty_json().unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(std::path::Path::new(CHECKED_IN).parent().unwrap()).unwrap();
        std::fs::write(CHECKED_IN, &written).unwrap();
    }
    let checked_in = std::fs::read_to_string(CHECKED_IN).unwrap_or_default();
    assert!(checked_in == written, "run the tests of `server` with UPDATE=1 and look at the difference");
    let server = server();
    assert_eq!(
        server.get("/api/v1/openapi.json").await.json(),
        serde_json::from_str::<Value>(&written).unwrap()
    );
}

/// Every route that is described answers, and every route that is in the source is described.
#[tokio::test(flavor = "multi_thread")]
async fn every_route_is_described_and_everything_described_is_a_route() {
    let server = server();
    let description = serde_json::to_value(server::openapi()).unwrap();
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1"));
    let mut described = BTreeSet::new();
    for (path, item) in description["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys().filter(|key| ["get", "post"].contains(&key.as_str())) {
            described.insert(format!("{method} {path}"));
            let filled = path.replace("{path}", "0/000.p/1").replace(['{', '}'], "");
            let request =
                Request::builder().method(Method::from_bytes(method.to_uppercase().as_bytes()).unwrap());
            let answer = server.ask(request.uri(&filled).body(Body::empty()).unwrap()).await;
            let kind = answer.headers.get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
            if kind.as_deref() == Some("application/problem+json") {
                let (status, kind) = answer.problem();
                assert!(
                    status != 405 && kind != "no-such-path",
                    "{method} {path} is described but not served"
                );
            }
        }
    }
    assert_eq!(described, in_the_source(), "described on the left, served on the right");
}

/// Routes as the attributes above the handlers name them; a handler without one cannot be registered by `routes!`.
fn in_the_source() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for text in sources() {
        // `get, path = "…"`, in one line or two.
        for method in ["get", "post"] {
            for rest in text.split(&format!("{method},")).skip(1) {
                if let Some(path) = rest.trim_start().strip_prefix("path = \"") {
                    found.insert(format!("{method} {}", path.split('"').next().unwrap()));
                }
            }
        }
    }
    found
}

/// The text of every file of the crate.
fn sources() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

/// Schemas are kept by name: of two with the same name one would be described as the other.
#[test]
fn no_two_schemas_have_the_same_name() {
    let (mut names, mut twice) = (BTreeSet::new(), Vec::new());
    for text in sources() {
        for derived in text.split("ToSchema)]").skip(1) {
            let declared = derived.lines().find_map(|line| {
                line.trim_start_matches("pub(crate) ")
                    .trim_start_matches("pub ")
                    .split_once(' ')
                    .filter(|(kind, _)| ["struct", "enum"].contains(kind))
            });
            let name = declared.unwrap().1.split(|c: char| !c.is_alphanumeric()).next().unwrap().to_owned();
            if !names.insert(name.clone()) {
                twice.push(name);
            }
        }
    }
    assert!(names.len() > 60, "{names:?}");
    assert!(twice.is_empty(), "{twice:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_interactive_page_needs_no_other_server() {
    let server = server();
    let page = server.get("/api/").await;
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("https://"), "{}", page.text());
}
