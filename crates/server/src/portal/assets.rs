//! The style sheet and the scripts: part of the program, named after their content, kept long.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

/// Hexadecimal digits of the digest in a file's name.
const DIGITS: usize = 12;

/// A file with the name under which it is served.
pub(crate) struct Asset {
    name: String,
    content_type: &'static str,
    bytes: &'static [u8],
}

impl Asset {
    fn new(stem: &str, ending: &str, content_type: &'static str, bytes: &'static [u8]) -> Self {
        let digest = hex::encode(Sha256::digest(bytes));
        Self { name: format!("{stem}.{}.{ending}", &digest[..DIGITS]), content_type, bytes }
    }

    /// Where it is served.
    pub(crate) fn path(&self) -> String {
        format!("/assets/{}", self.name)
    }
}

/// The style sheet.
pub(crate) static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("comity", "css", "text/css; charset=utf-8", include_bytes!("../../assets/comity.css"))
});

/// The script that makes lists of countries easier to type into; pages work without it.
pub(crate) static SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("comity", "js", "text/javascript; charset=utf-8", include_bytes!("../../assets/comity.js"))
});

/// The script of the desk: passkeys are the one thing that no page can do without one.
pub(crate) static DESK: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("desk", "js", "text/javascript; charset=utf-8", include_bytes!("../../assets/desk.js"))
});

/// The script of forms for acts: longer lists without asking again, the formal check as one types.
pub(crate) static DRAFT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("draft", "js", "text/javascript; charset=utf-8", include_bytes!("../../assets/draft.js"))
});

/// The script of tables of lines: how many rows are answered while the answers come.
pub(crate) static LINES: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("lines", "js", "text/javascript; charset=utf-8", include_bytes!("../../assets/lines.js"))
});

/// The mark.
pub(crate) static MARK: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("mark", "svg", "image/svg+xml", include_bytes!("../../assets/mark.svg")));

/// Serves a file. A name that is not current is not found, so a page and its files always belong together.
pub(crate) async fn file(Path(name): Path<String>) -> Response {
    let asset = [&STYLE, &SCRIPT, &DESK, &DRAFT, &LINES, &MARK].into_iter().find(|asset| asset.name == name);
    let Some(asset) = asset else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, asset.content_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, asset.bytes).into_response()
}
