//! Search as one types over everything in the registry, beside a query for one term.

use std::time::{Duration, Instant};

use anyhow::Result;
use app::search::{Search as _, SearchRequest};
use search::Index;
use tantivy::Term;
use tantivy::collector::Count;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;

use crate::directory::Directory;
use crate::figures::{Figures, quantile, rate};

pub(crate) fn measure(figures: &mut Figures, directory: &Directory<'_>) -> Result<()> {
    let path = directory.path().join("search");
    let index = Index::open(&path)?;
    let start = Instant::now();
    app::search::catch_up(&directory.app, &index, &mut |progress| {
        figures.doing(&format!("indexing statements: {} of {}", progress.done, progress.total));
    })?;
    let took = start.elapsed();
    let documents = index.len();
    figures.alone(format!("search index of {documents} documents"), took.as_secs_f64(), "s");
    figures.alone("documents indexed", rate(usize::try_from(documents)?, took), "1/s");
    let typed = typed(directory, if figures.options.quick { 5 } else { 60 });
    figures.doing(&format!("searching {} times", typed.len()));
    let mut ours = Vec::with_capacity(typed.len());
    for text in &typed {
        let request = SearchRequest { text: text.clone(), page_size: 20, ..SearchRequest::default() };
        ours.push(timed(|| Ok(index.search(&request)?.total))?);
    }
    drop(index);
    let reader = tantivy::Index::open_in_dir(&path)?;
    let (prefix, searcher) = (reader.schema().get_field("prefix")?, reader.reader()?.searcher());
    let mut floor = Vec::with_capacity(typed.len());
    for text in &typed {
        let word = text.split([' ', '-', ':']).next_back().unwrap_or_default().to_lowercase();
        let query = TermQuery::new(Term::from_field_text(prefix, &word), IndexRecordOption::Basic);
        floor.push(timed(|| Ok(searcher.search(&query, &Count)?))?);
    }
    for (name, part) in [("p50", 0.5), ("p99", 0.99)] {
        let of = |took: &[Duration]| quantile(took.iter().map(|took| took.as_secs_f64() * 1e3), part);
        let what = format!("search as one types, {name}, {documents} documents");
        figures.beside(what, of(&ours), "ms", ("one term, counted", of(&floor)), None);
    }
    Ok(())
}

fn timed(work: impl FnOnce() -> Result<usize>) -> Result<Duration> {
    let start = Instant::now();
    std::hint::black_box(work()?);
    Ok(start.elapsed())
}

/// What is in the box after each key, for numbers, references and names that are on record.
fn typed(directory: &Directory<'_>, each: usize) -> Vec<String> {
    let questions = directory.signer.questions(each, directory.copies);
    let numbers =
        questions.iter().filter_map(|question| Some(question.evidence.first()?.number.as_ref()?.to_string()));
    let certificates = directory.signer.world().certificates.iter().step_by(7);
    let standards =
        certificates.clone().filter_map(|facts| Some(facts.issued.standards.first()?.to_string()));
    let holders =
        certificates.map(|facts| facts.issued.holder.as_str().trim_start_matches("did:web:").to_owned());
    let models = (0..each).map(|model| format!("M-{model}"));
    let whole = numbers.chain(standards.take(each)).chain(holders.take(each)).chain(models);
    whole.flat_map(|text| (1..=text.len()).map(|end| text[..end].to_owned()).collect::<Vec<_>>()).collect()
}
