//! Which of several forms a request prefers (RFC 9110, section 12.5.1).

use axum::http::{HeaderMap, header};

/// Ranges of an `Accept` header that are read; browsers send some eight.
const RANGES_MAX: usize = 50;

/// Whether the header names a media type itself, and not by a wildcard.
pub(super) fn names(headers: &HeaderMap, media_type: &str) -> bool {
    ranges(headers).iter().any(|(range, quality)| range == media_type && *quality > 0.0)
}

/// The form that is preferred; of equal ones the first. `None` when none will do; the first where nothing is asked.
pub(super) fn preferred<'o>(headers: &HeaderMap, offers: &[&'o str]) -> Option<&'o str> {
    let ranges = ranges(headers);
    if ranges.is_empty() {
        return offers.first().copied();
    }
    let weighed = offers.iter().map(|offer| (*offer, quality(&ranges, offer)));
    let best = weighed.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.filter(|(_, quality)| *quality > 0.0).map(|(offer, _)| offer)
}

/// The quality of the most specific range that fits.
fn quality(ranges: &[(String, f32)], offer: &str) -> f32 {
    let kind = offer.split('/').next().unwrap_or_default();
    let of = |wanted: &str| ranges.iter().find(|(range, _)| range == wanted).map(|(_, quality)| *quality);
    of(offer).or_else(|| of(&format!("{kind}/*"))).or_else(|| of("*/*")).unwrap_or(0.0)
}

fn ranges(headers: &HeaderMap) -> Vec<(String, f32)> {
    let given = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let ranges = given.flat_map(|value| value.split(',')).map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default().to_ascii_lowercase();
        let quality = parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok());
        (name, quality.unwrap_or(0.0))
    });
    ranges.filter(|(name, _)| !name.is_empty()).take(RANGES_MAX).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn accepting(text: &str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT, text.parse().unwrap())])
    }

    #[test]
    fn the_most_specific_range_counts_and_the_first_offer_wins_a_tie() {
        let offers = ["application/vc+jwt", "application/vc", "text/html"];
        let chosen = |text| preferred(&accepting(text), &offers);
        assert_eq!(preferred(&HeaderMap::new(), &offers), Some(offers[0]));
        assert_eq!(chosen("*/*"), Some("application/vc+jwt"));
        assert_eq!(chosen("text/html,application/xml;q=0.9,*/*;q=0.8"), Some("text/html"));
        assert_eq!(chosen("application/*;q=0.5, application/vc;q=0.9"), Some("application/vc"));
        assert_eq!(chosen("application/vc+jwt;q=0, */*"), Some("application/vc"));
        assert_eq!((chosen("image/png"), chosen("text/html;q=none")), (None, None));
        assert!(names(&accepting("text/html, */*"), "text/html") && !names(&accepting("*/*"), "text/html"));
    }
}
