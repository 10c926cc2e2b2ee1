//! Search as one types over everything in the registry, beside a query for one term and its best documents.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use app::search::{Search as _, SearchRequest};
use search::Index;
use tantivy::collector::TopDocs;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{TantivyDocument, Term};

use crate::directory::Directory;
use crate::figures::{Figures, quantile, rate};

/// Results shown together.
const PAGE: usize = 20;

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
        let request = SearchRequest { text: text.clone(), page_size: PAGE, ..SearchRequest::default() };
        ours.push(timed(|| Ok(index.search(&request)?.total))?);
    }
    drop(index);
    let reader = tantivy::Index::open_in_dir(&path)?;
    let (prefix, searcher) = (reader.schema().get_field("prefix")?, reader.reader()?.searcher());
    let mut floor = Vec::with_capacity(typed.len());
    let mut found = 0;
    for text in &typed {
        let query =
            TermQuery::new(Term::from_field_text(prefix, &last_word(text)), IndexRecordOption::WithFreqs);
        let best = TopDocs::with_limit(PAGE).order_by_score();
        floor.push(timed(|| {
            let page = searcher.search(&query, &best)?;
            found += usize::from(!page.is_empty());
            let documents = page.into_iter().map(|(_, address)| searcher.doc::<TantivyDocument>(address));
            Ok(documents.collect::<Result<Vec<_>, _>>()?.len())
        })?);
    }
    // A floor that finds nothing costs nothing, and would be no floor.
    ensure!(found * 10 >= typed.len() * 9, "the floor finds only {found} of {} texts", typed.len());
    for (name, part) in [("p50", 0.5), ("p99", 0.99)] {
        let of = |took: &[Duration]| quantile(took.iter().map(|took| took.as_secs_f64() * 1e3), part);
        let what = format!("search as one types, {name}, {documents} documents");
        figures.beside(what, of(&ours), "ms", ("one term, its best 20", of(&floor)), None);
    }
    Ok(())
}

fn timed(work: impl FnOnce() -> Result<usize>) -> Result<Duration> {
    let start = Instant::now();
    std::hint::black_box(work()?);
    Ok(start.elapsed())
}

/// The word that is being typed, as the index keeps it: lower case, ten characters at most.
fn last_word(text: &str) -> String {
    let words = text.rsplit(|sign: char| !sign.is_alphanumeric()).find(|word| !word.is_empty());
    words.unwrap_or_default().to_lowercase().chars().take(10).collect()
}

/// What is in the box after each key, for numbers, references and names that are on record.
fn typed(directory: &Directory<'_>, each: usize) -> Vec<String> {
    let questions = directory.asked(each);
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
