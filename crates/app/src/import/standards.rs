//! From a catalogue to acts: which documents are editions, and which of them takes the place of which.
//!
//! Catalogues are graphs written by hand: relations stated from one end only, cycles, documents that replace
//! themselves, amendments among the editions. What comes out here is free of cycles by construction: an edge is taken
//! only from an older to a newer document.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use model::{Date, StandardReference, Text};
use statement::act::{Act, StandardPublished, StandardRevised, StandardWithdrawn};

use super::{Document, Refused};

/// First stage of published documents (ISO harmonized stage codes).
const STAGE_PUBLISHED: u32 = 60;
/// Stage of withdrawn documents.
const STAGE_WITHDRAWN: u32 = 95;

/// What is to be stated, and what was left out.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Acts with the part of an identifier that tells them apart: editions first, then what became of them.
    pub acts: Vec<(String, Act)>,
    /// Documents and relations that were left out because something is wrong with them.
    pub refused: Vec<Refused>,
    /// How many were left out as a matter of course, by reason.
    pub left_out: BTreeMap<&'static str, u64>,
    /// Editions among the acts.
    pub editions: u64,
    /// Successions among the acts.
    pub successions: u64,
    /// Withdrawals without successor among the acts.
    pub withdrawals: u64,
}

struct Edition<'d> {
    document: &'d Document,
    reference: StandardReference,
    published: Date,
}

/// Plans the import of a catalogue. `as_of` is the day of the catalogue: documents that it gives as withdrawn without
/// successor and day are withdrawn on that day at the latest.
pub fn plan_standards(documents: &[Document], as_of: Date) -> Plan {
    let mut plan = Plan::default();
    let editions = editions(documents, &mut plan);
    let supplements = documents.iter().filter(|document| is_supplement(&document.reference));
    let supplements: BTreeSet<_> = supplements.map(|document| document.reference.as_str()).collect();
    let edges = edges(&editions, &supplements, &mut plan);
    let replaced: BTreeSet<&str> = edges.keys().map(|(former, _)| *former).collect();
    for ((former, current), on) in &edges {
        let (former, current) = (&editions[former], &editions[current]);
        let act = StandardRevised {
            former: former.reference.clone(),
            current: current.reference.clone(),
            on: *on,
            transition_until: None,
        };
        let key =
            format!("revised/{}/{}", plain(former.reference.as_str()), plain(current.reference.as_str()));
        plan.acts.push((key, act.into()));
        plan.successions += 1;
    }
    let mut withdrawn: Vec<_> = editions.values().collect();
    withdrawn.sort_by_key(|edition| edition.document.line);
    for edition in withdrawn {
        let document = edition.document;
        if document.stage == Some(STAGE_WITHDRAWN) && !replaced.contains(document.reference.as_str()) {
            let act =
                StandardWithdrawn { standard: edition.reference.clone(), on: as_of.max(edition.published) };
            plan.acts.push((format!("withdrawn/{}", plain(edition.reference.as_str())), act.into()));
            plan.withdrawals += 1;
        }
    }
    plan
}

fn editions<'d>(documents: &'d [Document], plan: &mut Plan) -> HashMap<&'d str, Edition<'d>> {
    let mut editions = HashMap::with_capacity(documents.len());
    for document in documents {
        match edition(document) {
            Ok(edition) if editions.contains_key(document.reference.as_str()) => {
                let message =
                    format!("`{}` stands in the catalogue twice: the first is taken", edition.reference);
                plan.refused.push(refused(document, "id", message));
            }
            Ok(edition) => {
                plan.acts
                    .push((format!("published/{}", plain(edition.reference.as_str())), published(&edition)));
                plan.editions += 1;
                editions.insert(document.reference.as_str(), edition);
            }
            Err(Left::Out(reason)) => *plan.left_out.entry(reason).or_default() += 1,
            Err(Left::Wrong(field, message)) => plan.refused.push(refused(document, field, message)),
        }
    }
    editions
}

enum Left {
    Out(&'static str),
    Wrong(&'static str, String),
}

fn edition(document: &Document) -> Result<Edition<'_>, Left> {
    if is_supplement(&document.reference) {
        return Err(Left::Out("amendments, corrigenda and supplements, which are no editions"));
    }
    if document.stage.is_none_or(|stage| stage < STAGE_PUBLISHED) {
        return Err(Left::Out("drafts and documents without a stage"));
    }
    let reference: StandardReference = document
        .reference
        .parse()
        .map_err(|error: model::StandardError| Left::Wrong("id", error.to_string()))?;
    if !reference.is_dated() {
        return Err(Left::Out("references without a year, which name no edition"));
    }
    let year = reference.edition().and_then(|edition| edition.get(..4)?.parse().ok());
    let stated = document.published.or_else(|| Date::new(year?, 1, 1).ok());
    let published = stated.ok_or_else(|| {
        Left::Wrong("date", "neither a day of publication nor a year in the reference: add one".to_owned())
    })?;
    if document.title_en.trim().is_empty() && document.title_fr.trim().is_empty() {
        return Err(Left::Wrong("title", "no title: add one".to_owned()));
    }
    Ok(Edition { document, reference, published })
}

fn published(edition: &Edition<'_>) -> Act {
    let document = edition.document;
    let titles = [("en", &document.title_en), ("fr", &document.title_fr)];
    let titles = titles.into_iter().filter(|(_, title)| !title.trim().is_empty());
    StandardPublished {
        standard: edition.reference.clone(),
        title: Text(titles.map(|(language, title)| (language.to_owned(), tidy(title))).collect()),
        ics: document.ics.iter().collect::<BTreeSet<_>>().into_iter().cloned().collect(),
        published: edition.published,
        replaces: Vec::new(),
        available_at: String::new(),
    }
    .into()
}

/// Every succession between two editions, stated from either end, once, with its day; only from older to newer.
fn edges<'d>(
    editions: &HashMap<&'d str, Edition<'d>>,
    supplements: &BTreeSet<&str>,
    plan: &mut Plan,
) -> BTreeMap<(&'d str, &'d str), Date> {
    let mut stated: BTreeMap<(&'d str, &'d str), Option<Date>> = BTreeMap::new();
    let mut in_order: Vec<_> = editions.values().collect();
    in_order.sort_by_key(|edition| edition.document.line);
    for edition in in_order {
        let document = edition.document;
        let newer =
            document.replaced_by.iter().map(|(to, on)| (document.reference.as_str(), to.as_str(), *on));
        let older = document.replaces.iter().map(|from| (from.as_str(), document.reference.as_str(), None));
        for (former, current, on) in newer.chain(older) {
            match why_not(former, current, editions, supplements) {
                None => {
                    let day = stated.entry((former, current)).or_default();
                    *day = day.or(on);
                }
                Some(Left::Out(reason)) => *plan.left_out.entry(reason).or_default() += 1,
                Some(Left::Wrong(field, message)) => plan.refused.push(refused(document, field, message)),
            }
        }
    }
    // Where no day is stated the former edition gives way on the day on which the current one was published.
    stated.into_iter().map(|(edge, on)| (edge, on.unwrap_or(editions[edge.1].published))).collect()
}

fn why_not(
    former: &str,
    current: &str,
    editions: &HashMap<&str, Edition<'_>>,
    supplements: &BTreeSet<&str>,
) -> Option<Left> {
    if former == current {
        return Some(Left::Out("documents that replace themselves"));
    }
    if [former, current].iter().any(|end| supplements.contains(end) || is_supplement(end)) {
        return Some(Left::Out("relations to amendments, corrigenda and supplements"));
    }
    let (Some(from), Some(to)) = (editions.get(former), editions.get(current)) else {
        return Some(Left::Out("relations to drafts and to documents that are not in the catalogue"));
    };
    let age = |edition: &Edition<'_>| (edition.published, edition.document.edition);
    if (age(from), former) >= (age(to), current) {
        let message = format!("`{former}` is not older than `{current}`, which should replace it: left out");
        return Some(if age(from) == age(to) {
            Left::Out("relations in both directions")
        } else {
            Left::Wrong("rel", message)
        });
    }
    None
}

/// An amendment, corrigendum, addendum or supplement: a part behind the year, as in `ISO 1:2002/Amd 1:2010`.
fn is_supplement(reference: &str) -> bool {
    let behind = reference.split_once(':').map_or("", |(_, edition)| edition);
    behind.contains('/') || behind.contains('+')
}

fn refused(document: &Document, field: &str, message: String) -> Refused {
    Refused {
        line: document.line,
        id: document.reference.chars().take(80).collect(),
        field: field.to_owned(),
        message,
    }
}

/// A reference as part of an identifier of a statement.
fn plain(reference: &str) -> String {
    reference
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || "._:/-".contains(c) { c } else { '-' })
        .collect()
}

/// A title on one line, within the limit of texts.
fn tidy(title: &str) -> String {
    let words = title.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").chars().take(model::limits::TEXT_CHARS_MAX).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn document(line: u64, reference: &str, published: &str, stage: u32) -> Document {
        Document {
            line,
            reference: reference.to_owned(),
            title_en: format!("Title of {reference}"),
            published: model::parse_date(published).ok(),
            edition: 1,
            stage: Some(stage),
            ..Document::default()
        }
    }

    fn plan(documents: &[Document]) -> Plan {
        plan_standards(documents, "2025-06-30".parse().unwrap())
    }

    fn successions(plan: &Plan) -> Vec<(String, String, String)> {
        let revised = plan.acts.iter().filter_map(|(_, act)| match act {
            Act::StandardRevised(act) => Some(act),
            _ => None,
        });
        revised.map(|act| (act.former.to_string(), act.current.to_string(), act.on.to_string())).collect()
    }

    #[test]
    fn a_succession_stated_from_either_end_is_taken_once_with_its_day() {
        let mut old = document(1, "X 1:2001", "2001-01-01", 95);
        let mut new = document(2, "X 1:2009", "2009-05-01", 60);
        new.replaces = vec!["X 1:2001".into()];
        let expected = |day: &str| vec![("X 1:2001".to_owned(), "X 1:2009".to_owned(), day.to_owned())];
        assert_eq!(successions(&plan(&[old.clone(), new.clone()])), expected("2009-05-01"));
        old.replaced_by = vec![("X 1:2009".into(), Some("2009-06-17".parse().unwrap()))];
        assert_eq!(successions(&plan(&[old.clone(), new.clone()])), expected("2009-06-17"));
        new.replaces.clear();
        assert_eq!(successions(&plan(&[old, new])), expected("2009-06-17"));
    }

    #[test]
    fn circles_and_documents_that_replace_themselves_end() {
        let mut a = document(1, "X 1:2001", "2001-01-01", 95);
        let mut b = document(2, "X 1:2009", "2009-05-01", 60);
        a.replaced_by = vec![("X 1:2009".into(), None), ("X 1:2001".into(), None)];
        b.replaced_by = vec![("X 1:2001".into(), None)];
        let plan = plan(&[a, b]);
        assert_eq!(successions(&plan).len(), 1);
        assert_eq!(plan.refused.len(), 1);
        assert_eq!(plan.left_out["documents that replace themselves"], 1);
    }

    #[test]
    fn amendments_and_drafts_are_no_editions() {
        let mut base = document(1, "X 1:2001", "2001-01-01", 95);
        base.replaced_by = vec![("X 1:2001/Amd 1:2004".into(), Some("2009-01-01".parse().unwrap()))];
        let amendment = document(2, "X 1:2001/Amd 1:2004", "2001-01-01", 60);
        let draft = document(3, "X/DIS 1", "2020-01-01", 40);
        let plan = plan(&[base, amendment, draft]);
        assert_eq!((plan.editions, plan.successions, plan.withdrawals), (1, 0, 1));
        assert_eq!(plan.left_out.values().sum::<u64>(), 3);
    }

    #[test]
    fn withdrawn_without_successor_is_stated_on_the_day_of_the_catalogue() {
        let plan = plan(&[document(1, "X 1:2001", "2001-01-01", 95)]);
        assert!(plan.acts.iter().any(
            |(_, act)| matches!(act, Act::StandardWithdrawn(act) if act.on.to_string() == "2025-06-30")
        ));
    }
}
