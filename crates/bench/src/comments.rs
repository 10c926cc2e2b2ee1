//! Public comments on a draft, as many as pages have to hold, in the database where a desk keeps them.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use app::App;
use app::office::{NoToken, Office, Parts, PublicUrl, SystemRandomness};
use rusqlite::{Connection, params};
use store_sql::{OFFICE_FILE, SqliteOffice};

/// A desk in a folder with published comments on a draft. They are written in one transaction: taken one by one, each
/// waits for the disk twice.
pub(crate) fn office(app: &App, folder: &Path, procedure: &str, draft: u32, comments: u32) -> Result<Office> {
    let store = SqliteOffice::open(folder)?;
    let connection = Connection::open(folder.join(OFFICE_FILE))?;
    connection.execute(
        "INSERT INTO comment (procedure, number, draft, about, name, organisation, country, language, content, contact,
             late, received_at, form, decision, place, leaf, decided_for, decided_by, decided_at)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?3)
         SELECT ?1, i, ?2, '', 'Synthetic ' || i, '', 'FR', 'en', 'A comment of some words, the ' || i || 'th.', '',
             0, 1780000000 + i, randomblob(16), 1, i - 1, randomblob(32), 'did:web:secretariat.test.example',
             zeroblob(16), 1780000000 + i FROM n",
        params![procedure, draft, comments],
    )?;
    connection.execute("UPDATE comment_tally SET published = waiting, waiting = 0", [])?;
    Ok(Office::new(Parts {
        app: app.clone(),
        store: Arc::new(store),
        random: Arc::new(SystemRandomness),
        public_url: PublicUrl::parse("http://localhost")?,
        vault: None,
        token: Arc::new(NoToken),
        documents: None,
    }))
}
