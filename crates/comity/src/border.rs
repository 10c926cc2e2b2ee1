//! The border of a registry in a directory: its database, and the keys with which answers are signed.

use std::path::Path;
use std::sync::Arc;

use app::App;
use app::border::lines::product_finder;
use app::border::webhooks::AllowPrivate;
use app::border::{Border, Parts};
use app::search::Search;
use store_sql::SqliteBorder;

use crate::data_dir;
use crate::failure::Failure;

/// Opens the border of a registry; makes what is missing of it. Certificates are found by product with the index of search.
pub fn open(
    app: App,
    directory: &Path,
    index: Arc<dyn Search>,
    allow_private: AllowPrivate,
) -> Result<Border, Failure> {
    let store = Arc::new(SqliteBorder::open(directory)?);
    let state = app.state();
    let keys = match app::log_key::origin(state.registry()) {
        Some(origin) => data_dir::log_keys(directory, origin)?,
        None => Vec::new(),
    };
    let finder = Some(product_finder(index));
    Ok(Border::new(Parts { app, store, keys, finder, allow_private }))
}
