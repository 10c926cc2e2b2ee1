//! Whether the published comments are those that acts in the log bound.

use std::path::Path;
use std::sync::Arc;

use app::office::comments::CommentError;
use app::office::{NoToken, Office, Parts, PublicUrl, SystemRandomness};
use model::LogIndex;
use store_sql::SqliteOffice;

use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;

/// What was found.
#[derive(Debug, Default)]
pub struct Checked {
    /// Acts that bind comments that are kept here.
    pub bound: usize,
    /// Acts that bound others: `procedure` draft `n`, statement `m`.
    pub broken: Vec<String>,
}

/// Reads and hashes every published comment that an act binds. Where no comments are kept nothing is found wrong: a
/// registry may be read without them.
pub fn check(directory: &Path, console: Console) -> Result<Checked, Failure> {
    let Some(store) = SqliteOffice::open_for_reading(directory)? else { return Ok(Checked::default()) };
    let office = office_for_reading(directory, store, console)?;
    let mut checked = Checked::default();
    for procedure in office.commented_procedures()? {
        let consultation = match office.consultation(procedure.as_str(), "en") {
            Ok(consultation) => consultation,
            // Comments on a procedure that this log does not know: a database of another registry.
            Err(error) => return Err(Failure::of(&error)),
        };
        for draft in &consultation.drafts {
            let bound = office.check_comments(&procedure, draft).map_err(|error| failure(&error))?;
            checked.bound += bound.iter().filter(|bound| bound.holds).count();
            let broken = bound.iter().filter(|bound| !bound.holds);
            checked.broken.extend(broken.map(|bound| {
                let at = LogIndex(bound.binding.statement);
                format!("`{procedure}` draft {}, statement {at}", draft.number)
            }));
        }
    }
    Ok(checked)
}

fn failure(error: &CommentError) -> Failure {
    Failure::of(error)
}

/// A desk that is only read.
fn office_for_reading(directory: &Path, store: SqliteOffice, console: Console) -> Result<Office, Failure> {
    let public_url = PublicUrl::parse("http://localhost").map_err(|error| Failure::of(&error))?;
    Ok(Office::new(Parts {
        app: data_dir::open_for_reading(directory, console)?,
        store: Arc::new(store),
        random: Arc::new(SystemRandomness),
        public_url,
        vault: None,
        token: Arc::new(NoToken),
        documents: None,
    }))
}
