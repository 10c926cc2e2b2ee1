//! The style sheet, the scripts and what else pages are made of: part of the program, named after their content, kept long.

use std::borrow::Cow;
use std::sync::LazyLock;

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

/// Hexadecimal digits of the digest in a file's name.
const DIGITS: usize = 12;
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// A file with the name under which it is served.
pub(crate) struct Asset {
    name: String,
    content_type: &'static str,
    bytes: Cow<'static, [u8]>,
    /// Whether the bytes are compressed: every browser that could use such a file takes it so.
    gzip: bool,
}

impl Asset {
    fn new(stem: &str, ending: &str, content_type: &'static str, bytes: &'static [u8]) -> Self {
        Self::of(stem, ending, content_type, Cow::Borrowed(bytes))
    }

    fn of(stem: &str, ending: &str, content_type: &'static str, bytes: Cow<'static, [u8]>) -> Self {
        let digest = hex::encode(Sha256::digest(&bytes));
        Self { name: format!("{stem}.{}.{ending}", &digest[..DIGITS]), content_type, bytes, gzip: false }
    }

    /// A module of the border page. What it imports is named as files are served, so its own name follows from theirs.
    fn module(stem: &str, text: &str, imports: &[(&str, &Asset)]) -> Self {
        let named = imports.iter().fold(text.to_owned(), |text, (file, asset)| {
            text.replace(&format!("\"./{file}\""), &format!("\"{}\"", asset.path()))
        });
        Self::of(stem, "js", JAVASCRIPT, Cow::Owned(named.into_bytes()))
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
pub(crate) static SCRIPT: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("comity", "js", JAVASCRIPT, include_bytes!("../../assets/comity.js")));

/// The script of the desk: passkeys are the one thing that no page can do without one.
pub(crate) static DESK: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("desk", "js", JAVASCRIPT, include_bytes!("../../assets/desk.js")));

/// The script of forms for acts: longer lists without asking again, the formal check as one types.
pub(crate) static DRAFT: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("draft", "js", JAVASCRIPT, include_bytes!("../../assets/draft.js")));

/// The script of tables of lines: how many rows are answered while the answers come.
pub(crate) static LINES: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("lines", "js", "text/javascript; charset=utf-8", include_bytes!("../../assets/lines.js"))
});

/// The mark.
pub(crate) static MARK: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("mark", "svg", "image/svg+xml", include_bytes!("../../assets/mark.svg")));

/// The icon of the border page among the applications of a device: all of the square is filled.
pub(crate) static ICON: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("icon", "svg", "image/svg+xml", include_bytes!("../../assets/border/icon.svg"))
});

/// The same as a small picture.
pub(crate) static ICON_192: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("icon-192", "png", "image/png", include_bytes!("../../assets/border/icon-192.png"))
});

/// The same as a large picture.
pub(crate) static ICON_512: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("icon-512", "png", "image/png", include_bytes!("../../assets/border/icon-512.png"))
});

/// The offline verifier (`cargo xtask wasm`).
pub(crate) static VERIFIER: LazyLock<Asset> = LazyLock::new(|| {
    let bytes = include_bytes!("../../assets/comity-verify.wasm.gz");
    Asset { gzip: true, ..Asset::new("verifier", "wasm", "application/wasm", bytes) }
});

static VERIFY: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("verify", "js", JAVASCRIPT, include_bytes!("../../../comity-verify-wasm/js/verify.mjs"))
});

static STORE: LazyLock<Asset> =
    LazyLock::new(|| Asset::module("border-store", include_str!("../../assets/border/store.js"), &[]));

static BUNDLES: LazyLock<Asset> =
    LazyLock::new(|| Asset::module("border-bundles", include_str!("../../assets/border/bundles.js"), &[]));

static CAMERA: LazyLock<Asset> =
    LazyLock::new(|| Asset::module("border-camera", include_str!("../../assets/border/camera.js"), &[]));

static CHECKS: LazyLock<Asset> = LazyLock::new(|| {
    let imports: [(&str, &Asset); 1] = [("bundles.js", &BUNDLES)];
    Asset::module("border-checks", include_str!("../../assets/border/checks.js"), &imports)
});

static SHOW: LazyLock<Asset> =
    LazyLock::new(|| Asset::module("border-show", include_str!("../../assets/border/show.js"), &[]));

/// The script of the border page.
pub(crate) static BORDER: LazyLock<Asset> = LazyLock::new(|| {
    let imports: [(&str, &Asset); 6] = [
        ("verify.mjs", &VERIFY),
        ("store.js", &STORE),
        ("bundles.js", &BUNDLES),
        ("camera.js", &CAMERA),
        ("checks.js", &CHECKS),
        ("show.js", &SHOW),
    ];
    Asset::module("border", include_str!("../../assets/border/border.js"), &imports)
});

/// Every file of the border page, for a device to keep.
static AT_THE_BORDER: [&LazyLock<Asset>; 14] = [
    &STYLE, &SCRIPT, &MARK, &ICON, &ICON_192, &ICON_512, &VERIFIER, &VERIFY, &STORE, &BUNDLES, &CAMERA,
    &CHECKS, &SHOW, &BORDER,
];

/// Where they are served.
pub(crate) fn kept_at_the_border() -> Vec<String> {
    AT_THE_BORDER.iter().map(|asset| asset.path()).collect()
}

/// Serves a file. A name that is not current is not found, so a page and its files always belong together.
pub(crate) async fn file(Path(name): Path<String>) -> Response {
    let all = AT_THE_BORDER.into_iter().chain([&DESK, &DRAFT, &LINES]);
    let Some(asset) = all.map(|asset| -> &'static Asset { asset }).find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, asset.content_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    let mut response = (headers, Bytes::from_static(&asset.bytes)).into_response();
    if asset.gzip {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_names_what_it_imports_as_it_is_served() {
        let border = String::from_utf8_lossy(&BORDER.bytes);
        for imported in [&VERIFY, &STORE, &BUNDLES, &CAMERA, &CHECKS, &SHOW] {
            assert!(border.contains(&format!("from \"{}\";", imported.path())), "{}", imported.name);
        }
        assert!(!border.contains("\"./"), "every import is served under its name");
    }

    #[test]
    fn the_verifier_is_the_one_whose_digest_stands_beside_it() {
        let line = include_str!("../../assets/comity-verify.wasm.sha256");
        let digest = hex::encode(Sha256::digest(&VERIFIER.bytes));
        assert!(line.contains(&format!("{digest}  comity-verify.wasm.gz")), "{line}");
    }
}
