//! Finding certificates by product in the index of search.

use std::sync::Arc;

use crate::search::{Search, SearchRequest};

use super::ProductFinder;

/// Certificates looked at: more would name the product of a whole trade.
const FOUND_MAX: usize = 50;

/// A finder over an index. What it finds may be old or off the mark; whoever asks looks it up in the register.
pub fn product_finder(index: Arc<dyn Search>) -> ProductFinder {
    Arc::new(move |gtin| {
        let request = SearchRequest {
            text: gtin.to_owned(),
            kind: Some("certificate".to_owned()),
            page_size: FOUND_MAX,
            ..SearchRequest::default()
        };
        let found = index.search(&request).map_err(|error| error.to_string())?.found;
        Ok(found.iter().filter_map(|document| document.id.parse().ok()).collect())
    })
}
