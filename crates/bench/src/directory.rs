//! A data directory that is filled with the signed statements of a world, and grows.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use app::{App, LogKey, SystemClock};
use bench::{Scale, Signer, World};
use decision::Question;
use store_sql::SqliteStore;
use tempfile::TempDir;

use crate::figures::Figures;

/// Copies that are signed together and then submitted: some hundred megabytes of statements.
const COPIES_TOGETHER: usize = 20;

/// The world of a directory.
pub(crate) fn world(figures: &Figures) -> World {
    figures.doing("a world for a data directory");
    World::new(7, if figures.options.quick { Scale::small() } else { Scale::directory() })
}

/// A data directory with the application over it.
pub(crate) struct Directory<'w> {
    folder: TempDir,
    pub(crate) signer: Signer<'w>,
    pub(crate) app: App,
    /// Certificates of the world; every copy adds as many.
    each: usize,
    /// Copies in the directory, the originals included.
    pub(crate) copies: usize,
}

/// How certificates were imported.
pub(crate) struct Imported {
    pub(crate) certificates: usize,
    pub(crate) statements: usize,
    pub(crate) took: Duration,
}

impl<'w> Directory<'w> {
    /// Fills a directory with the statements of a world.
    pub(crate) fn new(figures: &Figures, world: &'w World) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("comity-bench-").tempdir()?;
        let app = open(folder.path())?;
        let mut signer = Signer::new(world);
        figures.doing("signing the statements of the world");
        let reference = signer.reference();
        let mut refused = 0;
        for (place, part) in reference.chunks(5_000).enumerate() {
            figures.doing(&format!("admitted {} of {} statements", place * 5_000, reference.len()));
            refused += app.submit_many(part).iter().filter(|receipt| receipt.is_err()).count();
        }
        let each = signer.keep(|payload| app.check(payload).verdict.is_ok());
        submit(&app, &signer.copies(0, 1, false))?;
        let late = signer.late();
        refused += app.submit_many(&late).iter().filter(|receipt| receipt.is_err()).count();
        // The world was made for decisions; what a registry refuses of it should not matter.
        let stated = reference.len() + late.len();
        ensure!(refused * 20 < stated, "{refused} of {stated} statements of the world were refused");
        ensure!(
            each * 10 > world.certificates.len() * 9,
            "only {each} certificates of the world are admitted"
        );
        Ok(Self { folder, signer, app, each, copies: 1 })
    }

    /// Imports copies of the world's certificates in batch acts until there are `certificates`.
    pub(crate) fn grow(&mut self, figures: &Figures, certificates: usize) -> Result<Imported> {
        let mut imported = Imported { certificates: 0, statements: 0, took: Duration::ZERO };
        let wanted = certificates.div_ceil(self.each);
        while self.copies < wanted {
            let end = wanted.min(self.copies + COPIES_TOGETHER);
            figures.doing(&format!("importing certificates: {} of {certificates}", self.copies * self.each));
            imported.certificates += (end - self.copies) * self.each;
            let statements = self.copies_signed(end - self.copies, false);
            let start = Instant::now();
            submit(&self.app, &statements)?;
            imported.took += start.elapsed();
            imported.statements += statements.len();
        }
        Ok(imported)
    }

    /// Statements with the next copies of the world's certificates; all must be submitted, in their order.
    pub(crate) fn copies_signed(&mut self, copies: usize, single: bool) -> Vec<Vec<u8>> {
        let end = self.copies + copies;
        let statements = self.signer.copies(self.copies, end, single);
        self.copies = end;
        statements
    }

    /// Certificates in the directory.
    pub(crate) fn certificates(&self) -> usize {
        self.copies * self.each
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Questions about its certificates.
    pub(crate) fn asked(&self, count: usize) -> Vec<Question> {
        self.signer.questions(count, self.copies, self.app.state().size())
    }

    /// Questions about its certificates, as JSON.
    pub(crate) fn questions(&self, count: usize) -> Result<Vec<Vec<u8>>> {
        let questions = self.asked(count);
        questions.iter().map(|question| Ok(serde_json::to_vec(question)?)).collect()
    }

    /// Opens the application anew, with nothing cached.
    pub(crate) fn reopen(self) -> Result<Self> {
        Ok(self.closed(|_| Ok(()))?.0)
    }

    /// Closes the application, lets somebody use the directory, and opens it again: with nothing cached.
    pub(crate) fn closed<T>(self, using: impl FnOnce(&Path) -> Result<T>) -> Result<(Self, T)> {
        let Self { folder, signer, app, each, copies } = self;
        drop(app);
        let used = using(folder.path())?;
        let app = open(folder.path())?;
        Ok((Self { folder, signer, app, each, copies }, used))
    }
}

/// Opens the application over a directory.
pub(crate) fn open(path: &Path) -> Result<App> {
    let key = LogKey::new(testkit::ORIGIN, &testkit::log_signing_key().to_bytes())?;
    let store = SqliteStore::open(path)?;
    Ok(App::open(Arc::new(store), vec![key], Arc::new(SystemClock), &mut |_| {})?)
}

/// Submits statements, each of which must be admitted.
pub(crate) fn submit(app: &App, statements: &[Vec<u8>]) -> Result<()> {
    let receipts = app.submit_many(statements);
    // Only what was refused is read again: all of this is within what is measured.
    let refused = receipts.iter().zip(statements).filter_map(|(receipt, bytes)| {
        let error = receipt.as_ref().err()?;
        let read = statement::Unverified::parse(bytes);
        Some((read.map_or("unreadable", |read| read.payload().act.name()), error.to_string()))
    });
    // One of each kind of act: more are mostly the same mistake of the world.
    let refused: BTreeMap<&str, String> = refused.collect();
    ensure!(refused.is_empty(), "statements of the world were refused: {refused:#?}");
    Ok(())
}
