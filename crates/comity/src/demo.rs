//! The demonstration world: the facts in `demo/`, signed by a marked recorder and demonstration parties, through the
//! same door as everything else.
//!
//! Its keys are derived from the parties' names by anybody who reads this: they show how things work and protect
//! nothing.

mod tables;

use app::{App, SubmitError};
use include_dir::{Dir, include_dir};
use model::{PartyId, StatementId, Text};
use statement::Payload;
use statement::act::{Act, RegistryOpened};
use statement::file::{self, FileError, Format};
use statement::keys::demonstration_key;

static DEMO: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../demo");

/// Origin of the demonstration's log.
pub const ORIGIN: &str = "comity.example/demonstration";
const REGISTRAR: &str = "did:web:registrar.demo.comity.example";
const RECORDER: &str = "did:web:recorder.demo.comity.example";
/// Files up to this prefix make the world in which tables of standards and certificates have their place.
const BEFORE_STANDARDS: &str = "30";
const BEFORE_CERTIFICATES: &str = "83";
/// Statements handed to the sequencer together.
const TOGETHER: usize = 512;

/// Why the demonstration world did not load.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A file of it cannot be read.
    #[error("demo/{file}: {error}")]
    File {
        /// Which.
        file: String,
        /// Why.
        error: Box<FileError>,
    },
    /// A row of a table cannot be read.
    #[error("demo/{file}, row {row}: {message}")]
    Row {
        /// Which table.
        file: &'static str,
        /// Row, counted from 1 without the header.
        row: usize,
        /// What is wrong.
        message: String,
    },
    /// A statement was refused.
    #[error("statement `{id}` of the demonstration world was refused: {error}")]
    Refused {
        /// Which.
        id: StatementId,
        /// Why.
        error: Box<SubmitError>,
    },
}

/// What was loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Statements logged.
    pub statements: usize,
}

/// Submits the whole demonstration world to an empty registry. `log_key` is the text of the key that signs its
/// checkpoints. `progress` is told how many of how many are done.
///
/// # Errors
/// [`DemoError`]; what was admitted before stays, and loading again goes on from there.
pub fn load(app: &App, log_key: &str, progress: &mut dyn FnMut(usize, usize)) -> Result<Loaded, DemoError> {
    let payloads = payloads(log_key)?;
    let total = payloads.len();
    for (done, chunk) in payloads.chunks(TOGETHER).enumerate() {
        progress(done * TOGETHER, total);
        let signed: Vec<_> = chunk.iter().map(sign).collect();
        for (payload, receipt) in chunk.iter().zip(app.submit_many(&signed)) {
            receipt.map_err(|error| DemoError::Refused { id: payload.id.clone(), error: Box::new(error) })?;
        }
    }
    progress(total, total);
    Ok(Loaded { statements: total })
}

fn sign(payload: &Payload) -> Vec<u8> {
    statement::sign(payload, &demonstration_key(&payload.signer))
}

/// Every statement of the world, in order.
fn payloads(log_key: &str) -> Result<Vec<Payload>, DemoError> {
    let mut files: Vec<_> = DEMO.get_dir("world").into_iter().flat_map(Dir::files).collect();
    files.sort_by_key(|file| file.path().to_owned());
    let name = |file: &include_dir::File<'_>| {
        file.path().file_name().unwrap_or_default().to_string_lossy().into_owned()
    };
    let mut payloads = vec![genesis(log_key)];
    payloads.extend(tables::countries()?);
    let (mut standards, mut certificates) = (false, false);
    for file in files {
        let name = name(file);
        if !standards && name.as_str() >= BEFORE_STANDARDS {
            standards = true;
            payloads.extend(tables::standards()?);
            payloads.extend(tables::adoptions()?);
        }
        if !certificates && name.as_str() >= BEFORE_CERTIFICATES {
            certificates = true;
            payloads.extend(tables::certificates()?);
            payloads.extend(tables::changes()?);
        }
        let text = file.contents_utf8().unwrap_or_default();
        let drafts = file::read(text, Format::Toml, None)
            .map_err(|error| DemoError::File { file: name, error: Box::new(error) })?;
        payloads.extend(drafts.into_iter().map(|draft| draft.payload));
    }
    Ok(payloads)
}

fn genesis(log_key: &str) -> Payload {
    let registrar = party(REGISTRAR);
    let act = RegistryOpened {
        origin: ORIGIN.to_owned(),
        log_key: log_key.to_owned(),
        registrar: registrar.clone(),
        name: Text::english("Demonstration registrar (not a real body)"),
        keys: vec![demonstration_key(&registrar).public()],
        demonstration: true,
    };
    statement("genesis", REGISTRAR, Act::RegistryOpened(act))
}

/// A table of `demo/` as text.
fn table(name: &str) -> &'static str {
    DEMO.get_file(name).and_then(|file| file.contents_utf8()).unwrap_or_default()
}

/// A party named in this source.
#[expect(clippy::unwrap_used, reason = "the texts stand in this source and the tests load them all")]
fn party(did: &str) -> PartyId {
    did.parse().unwrap()
}

#[expect(clippy::unwrap_used, reason = "identifiers are made of letters and digits here")]
fn statement(id: &str, signer: &str, act: Act) -> Payload {
    Payload { id: id.parse().unwrap(), signer: party(signer), made_on: None, reported: None, act }
}

/// Questions that a visitor can try: title in English and French, certificate, importing country and day.
pub fn stories() -> Vec<Story> {
    tables::stories()
}

/// A question to try.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Story {
    /// Title in English.
    pub title_en: String,
    /// Title in French.
    pub title_fr: String,
    /// Certificate.
    pub number: String,
    /// Importing country.
    pub importing: String,
    /// Day.
    pub on: String,
    /// What should come out, in short: the overall answer and why. A test compares it.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that compares it"))]
    pub expected: String,
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::Arc;

    use app::{FixedClock, LogKey};
    use decision::{EvidenceReference, Presented, Question};
    use procedure::Stage;
    use store::MemoryStore;

    use super::*;

    fn world() -> App {
        let key = LogKey::new(ORIGIN, &[7; 32]).unwrap();
        let text = key.verifier().to_string();
        let clock = Arc::new(FixedClock("2026-11-01".parse().unwrap()));
        let app = App::open(Arc::new(MemoryStore::default()), vec![key], clock, &mut |_| {}).unwrap();
        load(&app, &text, &mut |_, _| {}).unwrap();
        app
    }

    #[test]
    fn the_demonstration_world_is_admitted_and_its_stories_come_out_as_told() {
        let app = world();
        let state = app.state();
        let mut wrong = Vec::new();
        assert!(stories().len() > 25, "the table of stories cannot be read");
        for story in stories() {
            let number: model::CertificateNumber = story.number.parse().unwrap();
            let question = Question {
                importing: story.importing.parse().unwrap(),
                on: story.on.parse().unwrap(),
                evidence: vec![EvidenceReference::number(number.clone())],
                ..serde_json::from_str(r#"{"importing":"FR","on":"2026-01-01"}"#).unwrap()
            };
            let known = model::LogIndex(state.registry().size() - 1);
            let found = app.store().facts(&[number], known).unwrap().pop().flatten().map(Arc::new);
            let presented = [Presented { found }];
            let decision = decision::decide(state.registry(), &question, &presented).unwrap();
            let told = story.expected.split(':').next().unwrap_or_default().replace(' ', "_");
            if told != decision.overall.as_str() {
                wrong.push(format!(
                    "{} -> {}: {}, expected {}",
                    story.number,
                    story.importing,
                    decision.overall.as_str(),
                    story.expected
                ));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn three_procedures_of_the_world_stand_at_different_stages() {
        let app = world();
        let state = app.state();
        let (registry, today) = (state.registry(), "2026-11-01".parse().unwrap());
        let ids = ["DEMO-TRUCKS", "DEMO-TELECOM", "DEMO-EARTH"].map(|id| id.parse().unwrap());
        let found =
            ids.each_ref().map(|id| procedure::procedure(registry, id, today, registry.knowledge()).unwrap());
        let stages = found.each_ref().map(|found| found.stage);
        assert_eq!(stages, [Stage::Adopted, Stage::Comments, Stage::Transmitted]);
        // Concurrences that cite another statement than the call would leave it with one country and no clock.
        assert!(found.iter().all(|found| found.clock_starts().is_some()));
        // One has two drafts to set side by side: the first lacks an element, and the second differs in what comments asked.
        let lacking = found.iter().flat_map(|found| &found.drafts).map(|draft| draft.missing.len());
        assert_eq!(lacking.collect::<Vec<_>>(), [1, 0, 0]);
        let (first, second) = (&found[0].drafts[0], &found[0].drafts[1]);
        let differences = procedure::differences(&first.filed.elements, &second.filed.elements);
        assert!(differences.len() > 4, "{differences:?}");
        let number = "DEMO-CRO-4".parse().unwrap();
        let life = procedure::objective(registry, &number, today, registry.knowledge()).unwrap();
        let adopted = life.countries.iter().filter(|life| life.adopted.is_some()).count();
        assert_eq!((life.current, life.countries.len(), adopted), (Some(1), 4, 2));
    }
}
