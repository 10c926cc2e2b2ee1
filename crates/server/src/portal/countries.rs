//! All countries and groups.

use app::view::country::CountryRow;
use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;

use super::frame::Frame;
use super::page::Portal;

#[derive(Template)]
#[template(path = "countries.html")]
struct CountriesPage<'a> {
    frame: &'a Frame,
    groups: Vec<CountryRow>,
    countries: Vec<CountryRow>,
}

/// Shows them.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri) -> Response {
    portal
        .show(uri, |frame, source| {
            let all = source.countries(frame.today, frame.lang());
            let (groups, countries) = all.into_iter().partition(|row| row.group);
            Ok(CountriesPage { frame, groups, countries }.render()?)
        })
        .await
}
