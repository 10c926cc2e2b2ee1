//! The index on disk or in memory.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use store::{Search, SearchDocument, SearchRequest, SearchResults, SearchUpdate, StoreError};
use tantivy::collector::{Count, FacetCollector, FacetCounts, TopDocs};
use tantivy::directory::MmapDirectory;
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, TantivyError, Term};

use crate::query::query;
use crate::schema::{self, Fields, schema};

/// Memory of the writer: one thread, so that indexing leaves the other cores to answers.
const WRITER_BYTES: usize = 64 * 1024 * 1024;
/// Results in a page.
const PAGE_MAX: usize = 100;
/// Results that can be paged through; whoever needs more narrows the search.
const REACHABLE_MAX: usize = 10_000;
/// Values of a facet that are counted.
const FACET_VALUES_MAX: usize = 300;

/// The index.
pub struct Index {
    index: tantivy::Index,
    fields: Fields,
    reader: IndexReader,
    writer: Mutex<IndexWriter>,
    position: AtomicU64,
}

/// Why an index cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenIndexError {
    /// The directory cannot be made or emptied.
    #[error("the search index in `{path}` cannot be written: {reason}; give the directory to the user that runs this")]
    Directory {
        /// The directory.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// Another process writes to it, or it cannot be made.
    #[error("the search index cannot be opened: {0}; stop the other process, or remove the directory to have it made anew")]
    Index(String),
}

impl Index {
    /// Opens the index in a directory, or makes an empty one. One that another version made, or that is damaged, is
    /// thrown away: it is made again from the log.
    ///
    /// # Errors
    /// [`OpenIndexError`].
    pub fn open(path: &Path) -> Result<Self, OpenIndexError> {
        match Self::open_existing(path) {
            Ok(index) => Ok(index),
            // Another process holds the lock: what it writes must not be removed.
            Err(TantivyError::LockFailure(error, _)) => Err(OpenIndexError::Index(format!("{error:?}"))),
            Err(_) => {
                empty(path)?;
                Self::open_existing(path).map_err(|error| OpenIndexError::Index(error.to_string()))
            }
        }
    }

    /// An index in memory, for tests and scratch registries.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn in_memory() -> Result<Self, OpenIndexError> {
        let (schema, fields) = schema();
        let index = tantivy::Index::create_in_ram(schema);
        Self::new(index, fields).map_err(|error| OpenIndexError::Index(error.to_string()))
    }

    fn open_existing(path: &Path) -> Result<Self, TantivyError> {
        std::fs::create_dir_all(path).map_err(|error| TantivyError::InternalError(error.to_string()))?;
        let (schema, fields) = schema();
        let index = tantivy::Index::open_or_create(MmapDirectory::open(path)?, schema)?;
        Self::new(index, fields)
    }

    fn new(index: tantivy::Index, fields: Fields) -> Result<Self, TantivyError> {
        let writer = index.writer_with_num_threads(1, WRITER_BYTES)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let position = index.load_metas()?.payload.and_then(|payload| payload.parse().ok()).unwrap_or(0);
        Ok(Self { index, fields, reader, writer: Mutex::new(writer), position: AtomicU64::new(position) })
    }

    /// Number of documents.
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn write(&self, writer: &mut IndexWriter, update: &SearchUpdate) -> Result<(), TantivyError> {
        for document in &update.renewed {
            let key = schema::key(&document.kind, &document.id);
            writer.delete_term(Term::from_field_text(self.fields.key, &key));
            writer.add_document(schema::to_index(&self.fields, document))?;
        }
        for document in &update.new {
            writer.add_document(schema::to_index(&self.fields, document))?;
        }
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&update.position.to_string());
        commit.commit()?;
        self.reader.reload()
    }

    fn find(&self, request: &SearchRequest) -> Result<SearchResults, TantivyError> {
        let searcher = self.reader.searcher();
        let query = query(&self.fields, request);
        let size = request.page_size.clamp(1, PAGE_MAX);
        let first = request.page.saturating_mul(size).min(REACHABLE_MAX);
        let mut facets = FacetCollector::for_field("facet");
        ["/kind", "/country", "/publisher"].into_iter().for_each(|facet| facets.add_facet(facet));
        let page = TopDocs::with_limit(size).and_offset(first).order_by_score();
        let (page, total, facets) = searcher.search(&query, &(page, Count, facets))?;
        let found = page.into_iter().map(|(_, address)| {
            let document: TantivyDocument = searcher.doc(address)?;
            Ok(schema::from_index(&self.fields, &document))
        });
        Ok(SearchResults {
            total,
            found: found.collect::<Result<Vec<SearchDocument>, TantivyError>>()?,
            kinds: counts(&facets, "/kind"),
            countries: counts(&facets, "/country"),
            publishers: counts(&facets, "/publisher"),
        })
    }
}

impl Search for Index {
    fn position(&self) -> Result<u64, StoreError> {
        Ok(self.position.load(Ordering::Acquire))
    }

    fn update(&self, update: SearchUpdate) -> Result<(), StoreError> {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = self.write(&mut writer, &update) {
            // What was added and not committed must not come along with the next update.
            let back = writer.rollback().map(|_| ());
            let reason = back.map_or_else(|second| format!("{error}; {second}"), |()| error.to_string());
            return Err(StoreError::io("writing the search index", reason));
        }
        self.position.store(update.position, Ordering::Release);
        Ok(())
    }

    fn search(&self, request: &SearchRequest) -> Result<SearchResults, StoreError> {
        self.find(request).map_err(|error| StoreError::io("reading the search index", error))
    }
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").field("index", &self.index).finish_non_exhaustive()
    }
}

/// Counts of the values of a facet, most first, then by name.
fn counts(facets: &FacetCounts, dimension: &str) -> Vec<(String, u64)> {
    let values = facets.get(dimension).map(|(facet, count)| {
        let value = facet.to_path().last().copied().unwrap_or_default();
        (value.to_owned(), count)
    });
    let mut counts: Vec<_> = values.collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.truncate(FACET_VALUES_MAX);
    counts
}

fn empty(path: &Path) -> Result<(), OpenIndexError> {
    let failed = |error: std::io::Error| OpenIndexError::Directory {
        path: path.display().to_string(),
        reason: error.to_string(),
    };
    if path.exists() {
        std::fs::remove_dir_all(path).map_err(failed)?;
    }
    std::fs::create_dir_all(path).map_err(failed)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn document(kind: &str, id: &str, title: &str) -> SearchDocument {
        SearchDocument {
            kind: kind.into(),
            id: id.into(),
            titles: vec![("en".into(), title.into())],
            ..SearchDocument::default()
        }
    }

    fn index(documents: Vec<SearchDocument>) -> Index {
        let index = Index::in_memory().unwrap();
        index.update(SearchUpdate { renewed: documents, position: 7, ..SearchUpdate::default() }).unwrap();
        index
    }

    fn sample() -> Index {
        let standard = |id: &str, title: &str| SearchDocument {
            publisher: Some(id.split(' ').next().unwrap_or_default().into()),
            ..document("standard", id, title)
        };
        let mut certificate = document("certificate", "DEMO-C-000123", "Toaster with two slots");
        certificate.words = "Example Appliances Ltd IEC 60335-2-9:2019".into();
        certificate.hs = vec!["851672".into()];
        certificate.country = Some("FR".into());
        let mut japan = document("country", "JP", "Japan");
        japan.titles.push(("ja".into(), "日本国".into()));
        japan.country = Some("JP".into());
        index(vec![
            standard("IEC 60335-2-15:2020", "Safety of appliances for heating liquids"),
            standard("IEC 60335-2-9:2019", "Safety of grills, toasters and similar appliances"),
            standard("IEC 60335-1:2020", "Safety of household appliances: general"),
            standard("ISO 60335:1999", "Something else"),
            certificate,
            japan,
            document("regulation", "FR-ELEC", "Sécurité électrique"),
        ])
    }

    fn found(index: &Index, text: &str) -> Vec<String> {
        let request = SearchRequest { text: text.into(), page_size: 20, ..SearchRequest::default() };
        index.search(&request).unwrap().found.into_iter().map(|document| document.id).collect()
    }

    #[test]
    fn the_exact_reference_comes_first() {
        let index = sample();
        for typed in ["IEC 60335-2-15:2020", "iec 60335-2-15", "60335-2-15", "IEC60335-2-15"] {
            assert_eq!(found(&index, typed)[0], "IEC 60335-2-15:2020", "{typed}");
        }
        assert_eq!(found(&index, "IEC 60335-1")[0], "IEC 60335-1:2020");
        assert_eq!(found(&index, "demo-c-000123"), ["DEMO-C-000123"]);
    }

    #[test]
    fn words_are_found_as_one_types() {
        let index = sample();
        for typed in ["t", "toa", "toast", "toaster", "example appl", "toaster exam"] {
            assert!(found(&index, typed).contains(&"DEMO-C-000123".to_owned()), "{typed}");
        }
        assert!(found(&index, "electrique").contains(&"FR-ELEC".to_owned()));
        assert!(found(&index, "toaster zebra").is_empty());
    }

    #[test]
    fn signs_without_spaces_are_found_by_one_or_two() {
        let index = sample();
        for typed in ["日", "日本", "本国", "日本国"] {
            assert_eq!(found(&index, typed), ["JP"], "{typed}");
        }
        assert!(found(&index, "日国").is_empty());
    }

    #[test]
    fn codes_find_what_lies_below_them() {
        let index = sample();
        for typed in ["8516", "851672", "85"] {
            assert!(found(&index, typed).contains(&"DEMO-C-000123".to_owned()), "{typed}");
        }
    }

    #[test]
    fn nothing_that_is_typed_is_an_error() {
        let index = sample();
        let long = "a ".repeat(100_000);
        for typed in ["\"", "(((", "AND OR NOT", "title:x^9 ~ *", "\u{0}", "💥", "+-!{}[]", "/a\\b", &long, "a:b:c"] {
            let _ = found(&index, typed);
        }
        assert!(found(&index, "\"(").is_empty());
        assert_eq!(found(&index, "").len(), 7);
        let odd = Some("a\u{0}/b".to_owned());
        let request = SearchRequest { kind: odd, page: usize::MAX, page_size: 0, ..SearchRequest::default() };
        assert_eq!(index.search(&request).unwrap().total, 0);
    }

    #[test]
    fn facets_count_what_was_found_and_narrow_it() {
        let index = sample();
        let mut request = SearchRequest { text: "60335".into(), page_size: 20, ..SearchRequest::default() };
        let results = index.search(&request).unwrap();
        assert_eq!(results.kinds, [("standard".to_owned(), 4), ("certificate".to_owned(), 1)]);
        assert_eq!(results.publishers, [("IEC".to_owned(), 3), ("ISO".to_owned(), 1)]);
        assert_eq!(results.countries, [("FR".to_owned(), 1)]);
        request.kind = Some("certificate".into());
        assert_eq!(index.search(&request).unwrap().total, 1);
    }

    #[test]
    fn a_renewed_document_takes_the_place_of_the_former() {
        let index = sample();
        let renewed = vec![document("country", "JP", "Nippon")];
        index.update(SearchUpdate { renewed, position: 9, ..SearchUpdate::default() }).unwrap();
        assert_eq!(index.position().unwrap(), 9);
        assert!(found(&index, "japan").is_empty());
        assert_eq!(found(&index, "nippon"), ["JP"]);
        assert_eq!(index.len(), 7);
    }

    #[test]
    fn an_index_on_disk_goes_on_where_it_stopped_and_a_damaged_one_is_made_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("search");
        let update = SearchUpdate { new: vec![document("country", "JP", "Japan")], position: 3, ..SearchUpdate::default() };
        Index::open(&path).unwrap().update(update).unwrap();
        let again = Index::open(&path).unwrap();
        assert_eq!((again.position().unwrap(), again.len()), (3, 1));
        drop(again);
        std::fs::write(path.join("meta.json"), "not an index").unwrap();
        let anew = Index::open(&path).unwrap();
        assert_eq!((anew.position().unwrap(), anew.len()), (0, 0));
    }
}
