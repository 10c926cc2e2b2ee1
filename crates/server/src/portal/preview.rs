//! Writes every page to `target/portal-preview`, for looking at.

use super::assets::{MARK, SCRIPT, STYLE};
use super::tests::{PAGES, get};

/// Addresses of files become relative, so that pages can be opened without a server.
fn relative(html: &str) -> String {
    html.replace("=\"/assets/", "=\"assets/")
}

#[tokio::test]
async fn every_page_can_be_looked_at() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/portal-preview");
    std::fs::create_dir_all(folder.join("assets")).unwrap();
    for asset in [&STYLE, &SCRIPT, &MARK] {
        let (_, _, text) = get(&asset.path()).await;
        std::fs::write(folder.join(asset.path().trim_start_matches('/')), text).unwrap();
    }
    for language in ["en", "fr"] {
        for (name, status, path) in PAGES {
            let (found, _, html) = get(&format!("/{language}{path}")).await;
            assert_eq!(found.as_u16(), *status, "{name}");
            std::fs::write(folder.join(format!("{language}-{name}.html")), relative(&html)).unwrap();
        }
    }
}
