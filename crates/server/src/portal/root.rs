//! The way in: to the language that the visitor reads.

use axum::extract::State;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::page::{PageError, Portal};
use super::texts::Language;

/// Sends the visitor to the start page in a language that the browser asks for.
pub(crate) async fn page(headers: HeaderMap) -> Response {
    let asked =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let target = format!("/{}/", preferred(asked).code());
    ([(header::VARY, "accept-language")], Redirect::temporary(&target)).into_response()
}

/// Every other address below a language.
pub(crate) async fn no_such_page(State(portal): State<Portal>, uri: Uri) -> Response {
    let path = uri.path().to_owned();
    portal.show(uri, move |_, _| Err(PageError::NotFound(path))).await
}

/// The language with the highest weight of those that the portal has (RFC 9110, 12.5.4).
pub(crate) fn preferred(accepted: &str) -> Language {
    let weighed = accepted.split(',').filter_map(|range| {
        let (tag, weight) = range.split_once(";q=").unwrap_or((range, "1"));
        let primary = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
        let language = Language::ALL.iter().find(|language| language.code() == primary)?;
        Some((*language, weight.trim().parse::<f32>().unwrap_or(0.0)))
    });
    // Of equal weights the first one stands.
    weighed
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .filter(|(_, weight)| *weight > 0.0)
        .map_or(Language::ALL[0], |(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_language_wins() {
        assert_eq!(preferred("fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5"), Language::French);
        assert_eq!(preferred("de, en;q=0.3, fr;q=0.7"), Language::French);
        assert_eq!(preferred("fr;q=0, de"), Language::English);
        assert_eq!(preferred(""), Language::English);
    }
}
